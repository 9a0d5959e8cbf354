//! The browser's voices. Where it has no speech, nothing is said and nothing fails.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::page;
use crate::learning::aloud::Voice;

/// How an utterance came to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Said,
    Failed,
}

/// What is to be said, and how.
#[derive(Debug, Clone, Copy)]
pub struct Utterance<'a> {
    pub text: &'a str,
    pub language: &'a str,
    /// The id of a voice.
    pub voice: &'a str,
    pub rate: f32,
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = page::window()?;
    let found = Reflect::get(&window, &"speechSynthesis".into()).ok().filter(|found| found.is_object())?;
    Some(found.unchecked_into())
}

/// Whether the browser can speak at all.
pub fn is_there() -> bool {
    synthesis().is_some()
}

/// The voices that are known so far: some browsers learn of them late.
pub fn voices() -> Vec<Voice> {
    native_voices()
        .iter()
        .map(|voice| Voice {
            id: voice.voice_uri(),
            name: voice.name(),
            language: voice.lang(),
            local: voice.local_service(),
            default: voice.default(),
        })
        .collect()
}

fn native_voices() -> Vec<SpeechSynthesisVoice> {
    let list = synthesis().map(|synthesis| synthesis.get_voices());
    list.iter().flat_map(|list| list.iter()).map(JsCast::unchecked_into).collect()
}

/// Calls back whenever the browser has learnt of other voices.
pub fn on_voices(mut callback: impl FnMut() + 'static) {
    if let Some(synthesis) = synthesis() {
        page::listen(&synthesis, "voiceschanged", move |_| callback());
    }
}

/// Says one thing at a time.
#[derive(Debug, Clone)]
pub struct Speaker {
    /// Also keeps it from being forgotten by the browser before its end.
    current: Rc<RefCell<Option<SpeechSynthesisUtterance>>>,
    ended: Function,
}

impl Speaker {
    /// Calls back at the end of each utterance, for as long as the page lives, but not
    /// of one that was broken off.
    pub fn new(mut on_end: impl FnMut(Ended) + 'static) -> Self {
        let current = Rc::new(RefCell::new(None::<SpeechSynthesisUtterance>));
        let spoken = current.clone();
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let is_current =
                spoken.borrow().as_ref().is_some_and(|current| event.target().as_ref() == Some(current));
            if is_current {
                spoken.take();
                on_end(if event.type_() == "end" { Ended::Said } else { Ended::Failed });
            }
        });
        Self { current, ended: listener.into_js_value().unchecked_into() }
    }

    /// Breaks off what is being said, and says this.
    pub fn say(&self, wanted: Utterance) {
        self.stop();
        let Some(synthesis) = synthesis() else { return };
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(wanted.text) else { return };
        utterance.set_lang(wanted.language);
        utterance.set_rate(wanted.rate);
        utterance.set_voice(native_voices().iter().find(|voice| voice.voice_uri() == wanted.voice));
        utterance.set_onend(Some(&self.ended));
        utterance.set_onerror(Some(&self.ended));
        self.current.replace(Some(utterance.clone()));
        synthesis.speak(&utterance);
    }

    /// Is silent at once.
    pub fn stop(&self) {
        self.current.take();
        if let Some(synthesis) = synthesis() {
            synthesis.cancel();
        }
    }
}
