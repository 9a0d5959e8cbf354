//! Reads a lesson aloud, sentence by sentence, and marks the one that is being said.

use std::time::Duration;

use leptos::prelude::*;

use crate::app::preferences;
use crate::browser::passages::{Passage, passages};
use crate::browser::speech::{self, Ended, Speaker, Utterance};
use crate::browser::{intl, marks, page};
use crate::learning::aloud::{self, Reading, Sentence};
use crate::words::EN;

/// How long the browser may take to find its voices.
const PATIENCE: Duration = Duration::from_secs(2);
/// The mark of the sentence, as the style knows it.
const MARK: &str = "spoken";

/// What is never read: not the lesson's prose, or not due yet.
const SILENT: &str = "nav, button, input, select, textarea, noscript, details:not([open]), .hidden, [hidden], \
     [aria-hidden=true], .visually-hidden, .facts, .eyebrow, .lesson-tools, .notes, .objectives, .footnotes, .sources, \
     sup a, .reading-bar, .feedback, .problem, .steps, .confidence, [popover]";
/// What is read of a question's form: its wording where another one was drawn, what there is
/// to choose or to put in order, and what is to be done with it.
const ASKED: &str = ".asked, legend, label, .options li, .step";

/// The button, and the bar while a lesson is read.
#[component]
pub fn ReadAloud() -> impl IntoView {
    let voice = Aloud::new();
    page::on_leave(move || voice.go_to(Reading::Silent));
    let is_reading = Memo::new(move |_| voice.reading.get() != Reading::Silent);
    // The page makes room for the bar.
    Effect::new(move |_| page::mark_root("data-reading", is_reading.get()));
    view! {
        <button
            type="button"
            id="read-aloud"
            class="quiet tool"
            class:hidden=move || is_reading.get()
            on:click=move |_| voice.begin()
        >
            {EN.aloud.read}
        </button>
        <div role="status" class="reading-problem">
            {move || voice.problem.get().map(|words| view! { <p class="card warning">{words}</p> })}
        </div>
        {move || is_reading.get().then(|| view! { <Bar voice=voice /> })}
    }
}

#[component]
fn Bar(voice: Aloud) -> impl IntoView {
    let is_paused = move || matches!(voice.reading.get(), Reading::Paused(_));
    let step = move |forward| voice.go_to(voice.reading.get_untracked().step(forward, voice.count()));
    view! {
        <div class="reading-bar" role="group" aria-label=EN.aloud.controls>
            <button type="button" class="quiet" on:click=move |_| step(false)>
                {EN.aloud.previous}<span class="visually-hidden">{EN.aloud.sentence}</span>
            </button>
            <button
                type="button"
                id="reading-pause"
                on:click=move |_| voice.go_to(voice.reading.get_untracked().pause_or_resume())
            >
                {move || if is_paused() { EN.aloud.resume } else { EN.aloud.pause }}
            </button>
            <button type="button" class="quiet" on:click=move |_| step(true)>
                {EN.aloud.next}<span class="visually-hidden">{EN.aloud.sentence}</span>
            </button>
            <button type="button" class="quiet" on:click=move |_| voice.stop()>{EN.aloud.stop}</button>
        </div>
    }
}

/// What is read, and how far it has come.
#[derive(Clone, Copy)]
struct Aloud {
    reading: RwSignal<Reading>,
    /// Why nothing is read.
    problem: RwSignal<Option<String>>,
    passages: StoredValue<Vec<Passage>, LocalStorage>,
    sentences: StoredValue<Vec<Sentence>>,
    speaker: StoredValue<Option<Speaker>, LocalStorage>,
}

impl Aloud {
    fn new() -> Self {
        let aloud = Self {
            reading: RwSignal::new(Reading::Silent),
            problem: RwSignal::new(None),
            passages: StoredValue::new_local(Vec::new()),
            sentences: StoredValue::new(Vec::new()),
            speaker: StoredValue::new_local(None),
        };
        aloud.speaker.set_value(Some(Speaker::new(move |ended| aloud.ended(ended))));
        aloud
    }

    fn count(self) -> usize {
        self.sentences.with_value(Vec::len)
    }

    /// Begins once the voices are known.
    fn begin(self) {
        self.problem.set(None);
        if !speech::voices().is_empty() {
            self.begin_now();
            return;
        }
        let waits = StoredValue::new(true);
        let begin_once = move || {
            if waits.get_value() {
                waits.set_value(false);
                self.begin_now();
            }
        };
        speech::on_voices(begin_once);
        set_timeout(begin_once, PATIENCE);
    }

    fn begin_now(self) {
        let (voices, language) = (speech::voices(), page::language());
        if aloud::voice(&voices, &preferences::read().voice, &language).is_none() {
            let has_online = voices.iter().any(|voice| voice.speaks(&language));
            let words = if has_online { EN.aloud.online_only } else { EN.aloud.no_voice };
            self.problem.set(Some(words(&intl::language_name())));
            return;
        }
        self.passages.set_value(page::first("main").map(|main| passages(&main, is_read)).unwrap_or_default());
        self.sentences.set_value(self.passages.with_value(|passages| {
            let cut: Vec<_> = passages.iter().map(|passage| intl::sentences(&passage.text)).collect();
            aloud::sentences(&cut)
        }));
        self.go_to(Reading::begin(self.count()));
        page::focus_later("reading-pause".to_owned());
    }

    fn stop(self) {
        self.go_to(Reading::Silent);
        page::focus_later("read-aloud".to_owned());
    }

    fn ended(self, ended: Ended) {
        if ended == Ended::Failed {
            self.problem.set(Some(EN.aloud.failed.to_owned()));
            self.finish();
            return;
        }
        match self.reading.get_untracked().said(self.count()) {
            Reading::Silent => self.finish(),
            next => self.go_to(next),
        }
    }

    /// The bar goes; whoever was in it comes back to the button.
    fn finish(self) {
        if page::has_focus_in(".reading-bar") { self.stop() } else { self.go_to(Reading::Silent) }
    }

    /// Makes voice and page agree with where the reading stands.
    fn go_to(self, reading: Reading) {
        self.mark(reading);
        self.speaker.with_value(|speaker| {
            let Some(speaker) = speaker else { return };
            match reading {
                Reading::Speaking(sentence) => self.say(speaker, sentence),
                // Some browsers forget what they pause: the sentence begins again later.
                Reading::Paused(_) => speaker.stop(),
                Reading::Silent if self.reading.get_untracked() != Reading::Silent => speaker.stop(),
                Reading::Silent => {}
            }
        });
        self.reading.set(reading);
    }

    fn say(self, speaker: &Speaker, sentence: usize) {
        let (preferred, language) = (preferences::read(), page::language());
        let voices = speech::voices();
        let voice = aloud::voice(&voices, &preferred.voice, &language).map(|voice| voice.id.as_str());
        self.sentences.with_value(|sentences| {
            let Some(sentence) = sentences.get(sentence) else { return };
            speaker.say(Utterance {
                text: &sentence.text,
                language: &language,
                voice: voice.unwrap_or_default(),
                rate: preferred.speed.rate(),
            });
        });
    }

    fn mark(self, reading: Reading) {
        let range = reading.sentence().and_then(|sentence| {
            let sentence = self.sentences.with_value(|sentences| sentences.get(sentence).cloned())?;
            self.passages
                .with_value(|passages| passages.get(sentence.passage)?.range(sentence.from, sentence.to))
        });
        match range {
            Some(range) => {
                marks::mark(MARK, std::slice::from_ref(&range));
                marks::keep_in_view(&range);
            }
            None => marks::unmark(MARK),
        }
    }
}

/// Whether the text in an element is read.
fn is_read(element: &web_sys::Element) -> bool {
    let inside = |selector| element.closest(selector).ok().flatten().is_some();
    !inside(SILENT) && (!inside("[data-answer]") || inside(ASKED))
}
