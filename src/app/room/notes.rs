//! The trainer's notes of the slide on the screen, step by step, and what its outline leaves to be said.

use leptos::prelude::*;

use crate::app::{load, use_live};
use crate::browser::{page, storage};
use crate::course::model::Html;
use crate::course::slides::NotesFile;
use crate::live::deck::{DeckSlide, Shows};
use crate::live::snapshot::Snapshot;
use crate::words::EN;

/// Where the size of notes is kept, from -2 to 6.
const SIZE_KEY: &str = "workshop-notes-size";

/// The notes of the course, once they are loaded.
#[derive(Debug, Clone, Copy)]
pub struct AllNotes {
    file: RwSignal<NotesFile>,
    failed: RwSignal<bool>,
    size: RwSignal<i32>,
}

impl AllNotes {
    /// Loads the notes; a site without them has none.
    pub fn load() -> Self {
        let size = storage::get(SIZE_KEY).and_then(|size| size.parse().ok()).unwrap_or(0);
        let notes =
            Self { file: RwSignal::default(), failed: RwSignal::new(false), size: RwSignal::new(size) };
        if page::data("notes").is_some() {
            leptos::task::spawn_local(async move {
                match load("notes").await {
                    Ok(file) => notes.file.set(file),
                    Err(_) => notes.failed.set(true),
                }
            });
        }
        notes
    }

    /// The notes of a slide.
    pub fn of(&self, lesson: &str, slide: &str) -> Vec<Html> {
        self.file.with(|file| file.notes.get(lesson)?.get(slide).cloned()).unwrap_or_default()
    }

    fn resize(&self, by: i32) {
        self.size.update(|size| *size = (*size + by).clamp(-2, 6));
        // Where it cannot be kept, it holds for as long as the page.
        let _ = storage::set(SIZE_KEY, &self.size.get_untracked().to_string());
    }
}

/// What the trainer reads.
#[component]
pub fn NotesPanel() -> impl IntoView {
    let live = use_live();
    let notes = expect_context::<AllNotes>();
    let place = Memo::new(move |_| live.shown.with(|shown| (shown.at.clone(), shown.view.full)));
    let step = Memo::new(move |_| live.shown.with(step_of));
    let deck = live.deck.clone();
    let content = move || {
        let (at, full) = place.get();
        let steps = notes.of(&at.lesson, &at.slide);
        let slide = deck.slides.get(deck.index(&at)).filter(|_| !full);
        let script = slide.map(script_of).unwrap_or_default();
        let nothing = (steps.is_empty() && script.is_empty()).then_some(EN.present.no_notes);
        let failed = notes.failed.get().then_some(EN.present.cannot_load);
        view! {
            {failed.map(|words| view! { <p role="alert">{words}</p> })}
            {nothing.map(|words| view! { <p class="facts">{words}</p> })}
            {notes_of_steps(steps, step)}
            {(!script.is_empty())
                .then(|| view! {
                    <h3>{EN.present.script}</h3>
                    <div class="script" inner_html=script.clone()></div>
                })}
        }
    };
    let size = move || format!("{}rem", 1.125 * 1.12_f64.powi(notes.size.get()));
    view! {
        <section class="notes-panel" aria-labelledby="notes-title">
            <div class="panel-head">
                <h2 id="notes-title">{EN.present.notes}</h2>
                <button type="button" class="quiet" on:click=move |_| notes.resize(-1)>
                    "A−" <span class="visually-hidden">" " {EN.present.smaller_notes}</span>
                </button>
                <button type="button" class="quiet" on:click=move |_| notes.resize(1)>
                    "A+" <span class="visually-hidden">" " {EN.present.larger_notes}</span>
                </button>
            </div>
            <div
                class="notes-text"
                id="notes-text"
                tabindex="0"
                role="group"
                aria-labelledby="notes-title"
                style:font-size=size
                on:click=|event| page::open_link_beside(&event)
            >
                {content}
            </div>
        </section>
    }
}

fn notes_of_steps(steps: Vec<Html>, step: Memo<usize>) -> AnyView {
    let last = steps.len().saturating_sub(1);
    let several = last > 0;
    let steps: Vec<_> = steps
        .into_iter()
        .enumerate()
        .map(|(index, html)| {
            let is_now = move || several && step.get().min(last) == index;
            view! {
                <li class:now=is_now aria-current=move || is_now().then_some("step")>
                    {several.then(|| view! { <p class="eyebrow">{(EN.present.step)(index + 1)}</p> })}
                    <div inner_html=html.0></div>
                </li>
            }
        })
        .collect();
    view! { <ol class="note-steps">{steps}</ol> }.into_any()
}

/// How many steps were taken on the slide: pages of a text, stages of a question.
fn step_of(shown: &Snapshot) -> usize {
    match &shown.poll {
        Some(poll) => poll.stage as usize,
        None => shown.page_index,
    }
}

/// What an outline leaves to be said, as HTML.
pub fn script_of(slide: &DeckSlide) -> String {
    let Shows::Slide(slide) = &slide.shows else { return String::new() };
    let parts = slide.script();
    parts
        .iter()
        .map(|part| [&part.before, &part.items.concat(), &part.after].map(String::as_str).concat())
        .collect()
}
