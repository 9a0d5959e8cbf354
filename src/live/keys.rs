//! What a key means in a room; a clicker's keys are keys too.
//!
//! | key | what it does |
//! |---|---|
//! | → ↓ Space PgDn N, with Shift + →: the whole slide | on |
//! | ← ↑ Shift+Space PgUp, with Shift + ←: the whole slide | back |
//! | Home, End | first, last slide |
//! | digits Enter, G | go to a slide |
//! | O | overview |
//! | P S | notes, presenter |
//! | B . | black |
//! | W , | white |
//! | F | full screen |
//! | D | dark |
//! | + − 0 | larger, smaller, usual type |
//! | X | outline or all of the text |
//! | T | pause, go on |
//! | R | reveal the answer |
//! | V | vote again |
//! | ? H | help |
//! | Esc | closes what is open; never leaves the session |

use super::room::Command;

/// A key as it was pressed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Press<'a> {
    /// The browser's `key` and `code`.
    pub key: &'a str,
    pub code: &'a str,
    pub shift: bool,
    /// With Ctrl, Alt or Meta.
    pub modified: bool,
    /// Held down.
    pub repeat: bool,
    /// The focus is where one types or chooses: `input`, `textarea`, `select`, `contenteditable`.
    pub in_field: bool,
    /// The focus is on a button, a link or a `summary`, which Space and Enter press.
    pub on_button: bool,
    /// The slides are covered black or white.
    pub covered: bool,
    /// Digits of a slide's number were typed before.
    pub after_digits: bool,
}

/// What it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Room(Command),
    /// For the window alone.
    Window(WindowCommand),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowCommand {
    Overview,
    Help,
    /// Asks for a number.
    GoTo,
    Digit(u8),
    /// Goes to the number that was typed.
    Enter,
    Notes,
    FullScreen,
    Close,
}

/// What a key means; None: nothing, leave it to the browser.
pub fn meaning(press: Press) -> Option<Meaning> {
    todo!()
}
