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
    /// The field is one for a number.
    pub in_number: bool,
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
    if press.modified {
        return None;
    }
    if press.key == "Escape" {
        return escape(press);
    }
    // Who has typed the number of a slide does not mean the button that was clicked before.
    let presses_button = press.on_button
        && match press.key {
            " " => true,
            "Enter" => !press.after_digits,
            _ => false,
        };
    if press.in_field && !is_clicker_in_number(press) || presses_button {
        return None;
    }
    let meaning = of_key(press)?;
    let is_left_out = press.repeat && !repeats(&meaning) || press.covered && !acts_while_covered(&meaning);
    (!is_left_out).then_some(meaning)
}

/// A clicker goes on from wherever a trainer last counted: its keys mean nothing to a number.
pub fn is_clicker_in_number(press: Press) -> bool {
    press.in_number && matches!(press.key, "PageUp" | "PageDown")
}

fn escape(press: Press) -> Option<Meaning> {
    match press {
        Press { repeat: true, .. } => None,
        // A step uncovers the slides and does not move.
        Press { covered: true, in_field: false, .. } => Some(Meaning::Room(Command::Next)),
        _ => Some(Meaning::Window(WindowCommand::Close)),
    }
}

fn of_key(press: Press) -> Option<Meaning> {
    use Meaning::{Room, Window};
    Some(match press.key {
        "ArrowRight" if press.shift => Room(Command::NextSlide),
        "ArrowLeft" if press.shift => Room(Command::PreviousSlide),
        " " if press.shift => Room(Command::Previous),
        "ArrowRight" | "ArrowDown" | " " | "PageDown" => Room(Command::Next),
        "ArrowLeft" | "ArrowUp" | "PageUp" => Room(Command::Previous),
        "Home" => Room(Command::First),
        "End" => Room(Command::Last),
        "Enter" => return press.after_digits.then_some(Window(WindowCommand::Enter)),
        "." => Room(Command::Black),
        "," => Room(Command::White),
        "+" | "=" => Room(Command::Larger),
        "-" | "_" => Room(Command::Smaller),
        "?" => Window(WindowCommand::Help),
        key => {
            let mut letters = key.chars();
            let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
            return of_character(letter, press);
        }
    })
}

fn of_character(character: char, press: Press) -> Option<Meaning> {
    if let Some(digit) = character.to_digit(10).and_then(|digit| u8::try_from(digit).ok()) {
        return Some(match digit {
            0 if !press.after_digits => Meaning::Room(Command::UsualSize),
            _ => Meaning::Window(WindowCommand::Digit(digit)),
        });
    }
    if character.is_ascii_alphabetic() {
        return of_letter(character.to_ascii_lowercase());
    }
    // A keyboard of another script: the letter that a Latin one has there.
    let letter = press.code.strip_prefix("Key").filter(|letter| letter.len() == 1)?;
    of_letter(letter.chars().next()?.to_ascii_lowercase())
}

fn of_letter(letter: char) -> Option<Meaning> {
    use Meaning::{Room, Window};
    Some(match letter {
        'n' => Room(Command::Next),
        'g' => Window(WindowCommand::GoTo),
        'o' => Window(WindowCommand::Overview),
        'p' | 's' => Window(WindowCommand::Notes),
        'b' => Room(Command::Black),
        'w' => Room(Command::White),
        'f' => Window(WindowCommand::FullScreen),
        'd' => Room(Command::Dark),
        'x' => Room(Command::Full),
        't' => Room(Command::Pause),
        'r' => Room(Command::Reveal),
        'v' => Room(Command::VoteAgain),
        'h' => Window(WindowCommand::Help),
        _ => return None,
    })
}

/// Holding a key moves on; it never turns something on and off.
fn repeats(meaning: &Meaning) -> bool {
    use Command::{Larger, Next, NextSlide, Previous, PreviousSlide, Smaller};
    matches!(meaning, Meaning::Room(Next | Previous | NextSlide | PreviousSlide | Larger | Smaller))
}

/// What moves uncovers; nothing changes that nobody sees.
fn acts_while_covered(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Room(command) => command.is_move() || matches!(command, Command::Black | Command::White),
        Meaning::Window(command) => *command == WindowCommand::FullScreen,
    }
}

#[cfg(test)]
#[path = "keys_tests.rs"]
mod tests;
