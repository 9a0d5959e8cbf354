//! Every line of the table of keys.

use super::*;
use Command::{
    Black, Dark, First, Full, Larger, Last, Next, NextSlide, Pause, Previous, PreviousSlide, Reveal, Smaller,
    UsualSize, VoteAgain, White,
};
use WindowCommand::{Close, Digit, Enter, FullScreen, GoTo, Help, Notes, Overview};

fn key(key: &str) -> Press<'_> {
    Press { key, ..Press::default() }
}

fn shift(key: &str) -> Press<'_> {
    Press { key, shift: true, ..Press::default() }
}

fn room(command: Command) -> Option<Meaning> {
    Some(Meaning::Room(command))
}

fn window(command: WindowCommand) -> Option<Meaning> {
    Some(Meaning::Window(command))
}

/// The keys of the table, and what each means.
fn table() -> Vec<(Press<'static>, Option<Meaning>)> {
    let mut table = vec![
        (shift("ArrowRight"), room(NextSlide)),
        (shift("ArrowLeft"), room(PreviousSlide)),
        (shift(" "), room(Previous)),
        (key("Home"), room(First)),
        (key("End"), room(Last)),
        (key("0"), room(UsualSize)),
        (Press { after_digits: true, ..key("0") }, window(Digit(0))),
        (Press { after_digits: true, ..key("Enter") }, window(Enter)),
        (key("Enter"), None),
        (Press { code: "Numpad7", ..key("7") }, window(Digit(7))),
        (shift("?"), window(Help)),
        (key("Escape"), window(Close)),
        (shift("+"), room(Larger)),
        (shift("_"), room(Smaller)),
    ];
    let rows: [(&[&'static str], Option<Meaning>); 20] = [
        (&["ArrowRight", "ArrowDown", " ", "PageDown", "n", "N"], room(Next)),
        (&["ArrowLeft", "ArrowUp", "PageUp"], room(Previous)),
        (&["g", "G"], window(GoTo)),
        (&["o"], window(Overview)),
        (&["p", "s", "P"], window(Notes)),
        (&["b", "."], room(Black)),
        (&["w", ","], room(White)),
        (&["f"], window(FullScreen)),
        (&["d"], room(Dark)),
        (&["+", "="], room(Larger)),
        (&["-", "_"], room(Smaller)),
        (&["x"], room(Full)),
        (&["t"], room(Pause)),
        (&["r"], room(Reveal)),
        (&["v"], room(VoteAgain)),
        (&["h", "H"], window(Help)),
        (&["1"], window(Digit(1))),
        (&["9"], window(Digit(9))),
        (&["Tab", "Backspace", "F5", "Shift", "Dead", "Unidentified", ""], None),
        (&["a", "q", "é", "/", ";", "٣"], None),
    ];
    for (keys, meaning) in rows {
        table.extend(keys.iter().map(|name| (key(name), meaning.clone())));
    }
    table
}

#[test]
fn each_key_means_what_the_table_says() {
    for (press, expected) in table() {
        assert_eq!(meaning(press), expected, "{press:?}");
    }
}

#[test]
fn keys_with_ctrl_alt_or_meta_are_the_browsers() {
    for (press, _) in table() {
        assert_eq!(meaning(Press { modified: true, ..press }), None, "{press:?}");
    }
}

#[test]
fn who_types_types_and_can_leave() {
    for (press, _) in table().into_iter().filter(|(press, _)| press.key != "Escape") {
        assert_eq!(meaning(Press { in_field: true, ..press }), None, "{press:?}");
    }
    assert_eq!(meaning(Press { in_field: true, covered: true, ..key("Escape") }), window(Close));
}

#[test]
fn a_clicker_goes_on_from_a_field_for_numbers() {
    let in_number = |press: Press<'static>| Press { in_field: true, in_number: true, ..press };
    for (press, usual) in table().into_iter().filter(|(press, _)| press.key != "Escape") {
        let is_clicker = matches!(press.key, "PageUp" | "PageDown");
        assert_eq!(is_clicker_in_number(in_number(press)), is_clicker, "{press:?}");
        assert_eq!(meaning(in_number(press)), usual.filter(|_| is_clicker), "{press:?}");
    }
}

#[test]
fn a_button_is_pressed_and_slides_move_beside_it() {
    for press in [key(" "), shift(" "), key("Enter"), Press { after_digits: true, ..key(" ") }] {
        assert_eq!(meaning(Press { on_button: true, ..press }), None);
    }
    let number = Press { on_button: true, after_digits: true, ..key("Enter") };
    assert_eq!(meaning(number), window(WindowCommand::Enter));
    assert_eq!(meaning(Press { on_button: true, ..key("PageDown") }), room(Next));
}

#[test]
fn a_key_held_down_moves_and_never_toggles() {
    for (press, once) in table() {
        let moves = [Next, Previous, NextSlide, PreviousSlide, Larger, Smaller].map(room).contains(&once);
        let held = meaning(Press { repeat: true, ..press });
        assert_eq!(held, once.filter(|_| moves), "{press:?}");
    }
}

#[test]
fn covered_slides_are_uncovered_and_nothing_changes_unseen() {
    for (press, usual) in table().into_iter().filter(|(press, _)| press.key != "Escape") {
        let moves = [Next, Previous, NextSlide, PreviousSlide, First, Last, Black, White].map(room);
        let acts = moves.contains(&usual) || usual == window(FullScreen);
        let covered = meaning(Press { covered: true, ..press });
        assert_eq!(covered, usual.filter(|_| acts), "{press:?}");
    }
    assert_eq!(meaning(Press { covered: true, ..key("Escape") }), room(Next));
}

#[test]
fn letters_are_found_on_keyboards_of_other_scripts() {
    let at = |key, code| meaning(Press { key, code, ..Press::default() });
    assert_eq!(at("и", "KeyB"), room(Black), "Russian");
    assert_eq!(at("И", "KeyB"), room(Black));
    assert_eq!(at("'", "KeyW"), room(White), "Hebrew");
    assert_eq!(at("b", "KeyN"), room(Black), "Dvorak: what is written on the key");
    assert_eq!(at(",", "KeyW"), room(White), "Dvorak");
    assert_eq!(at("ч", "KeyX"), room(Full));
    assert_eq!(at("é", "Digit2"), None, "AZERTY");
    assert_eq!(at("Process", "KeyB"), None, "an input method has it");
}
