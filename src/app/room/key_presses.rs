//! Keys and clickers: what is pressed, carried to the room or to this window.

use leptos::prelude::*;
use web_sys::Document;

use super::Live;
use crate::browser::keys::{self, Key};
use crate::browser::page;
use crate::live::keys::{Meaning, Press, WindowCommand, is_clicker_in_number, meaning};
use crate::live::room::{Command, Cover};
use crate::words::EN;

/// Listens to the keys of a document; what means something to the window alone is called
/// back. `typed` are the digits of a slide's number so far.
pub fn listen(live: &Live, document: &Document, typed: RwSignal<String>, on_window: Callback<WindowCommand>) {
    let live = live.clone();
    keys::listen(document, move |key| press(&live, &key, typed, on_window));
}

/// Whether the key meant something.
fn press(live: &Live, key: &Key, typed: RwSignal<String>, on_window: Callback<WindowCommand>) -> bool {
    if key.in_dialog {
        return false;
    }
    let press = Press {
        key: &key.key,
        code: &key.code,
        shift: key.shift,
        modified: key.modified,
        repeat: key.repeat,
        in_field: key.in_field,
        in_number: key.number_field.is_some(),
        on_button: key.on_button,
        covered: live.shown.with_untracked(|shown| shown.cover != Cover::None),
        after_digits: typed.with_untracked(|typed| !typed.is_empty()),
    };
    if let Some(field) = key.number_field.as_ref().filter(|_| is_clicker_in_number(press)) {
        // What was typed counts, before the step.
        page::settle_field(field);
    }
    let Some(meaning) = meaning(press) else { return false };
    match meaning {
        Meaning::Window(WindowCommand::Digit(digit)) => {
            // No workshop has ten thousand slides.
            typed.update(|typed| typed.extend((typed.len() < 4).then_some(char::from(b'0' + digit))));
            return true;
        }
        Meaning::Window(WindowCommand::Enter) => {
            if let Ok(number) = typed.with_untracked(|typed| typed.parse()) {
                live.command(Command::GoToNumber(number));
            }
        }
        Meaning::Window(command) => on_window.run(command),
        Meaning::Room(command) => live.command(command),
    }
    typed.update(String::clear);
    true
}

/// The number of a slide that is being typed.
#[component]
pub fn TypedNumber(typed: RwSignal<String>) -> impl IntoView {
    view! {
        <p role="status" class="typed-number">
            {move || typed.with(|typed| (!typed.is_empty()).then(|| (EN.present.number_typed)(typed)))}
        </p>
    }
}
