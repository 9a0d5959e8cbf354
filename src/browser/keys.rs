//! Keys that are pressed anywhere in a window.

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, KeyboardEvent};

use super::page;

/// A key that went down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// As the browser names them.
    pub key: String,
    pub code: String,
    pub shift: bool,
    /// With Ctrl, Alt or Meta.
    pub modified: bool,
    /// It is held down.
    pub repeat: bool,
    /// Where one types or chooses.
    pub in_field: bool,
    /// The field in which one types a number, or sets it.
    pub number_field: Option<HtmlElement>,
    /// On what Space and Enter press.
    pub on_button: bool,
    /// In a dialog that is open.
    pub in_dialog: bool,
}

/// Calls back on each key in a document, for as long as it lives. Where the callback
/// says true, the key means nothing more.
pub fn listen(document: &Document, mut callback: impl FnMut(Key) -> bool + 'static) {
    page::listen(document, "keydown", move |event| {
        // No check by class: a window that floats has classes of its own.
        let pressed: &KeyboardEvent = event.unchecked_ref();
        // What a method of writing makes of several keys is no key.
        if !pressed.is_composing() && callback(key(pressed)) {
            event.prevent_default();
        }
    });
}

fn key(event: &KeyboardEvent) -> Key {
    let target = page::element_of(event);
    let is_in =
        |selector| target.as_ref().is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))));
    Key {
        key: event.key(),
        code: event.code(),
        shift: event.shift_key(),
        modified: event.ctrl_key() || event.alt_key() || event.meta_key(),
        repeat: event.repeat(),
        in_field: is_in("input, textarea, select, [contenteditable]"),
        // No check by class: see above.
        number_field: target
            .as_ref()
            .filter(|element| matches!(element.matches("input[type=number]"), Ok(true)))
            .map(|element| element.clone().unchecked_into()),
        on_button: is_in("button, a[href], summary"),
        in_dialog: is_in("dialog[open]"),
    }
}
