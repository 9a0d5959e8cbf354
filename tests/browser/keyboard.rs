//! The keyboard alone, and what a screen reader is told.

use thirtyfour::Key;

use crate::harness::{Look, Screen, Workshop};
use crate::samples::{ALL, POSTS, TEA, course, drink_coffee, one_lesson};

/// Presses Tab until something with this role and name has the focus.
pub(crate) fn tab_to(screen: &Screen, role: &str, name: &str) {
    for _ in 0..60 {
        screen.press(Key::Tab);
        if screen.focused() == (role.to_owned(), name.to_owned()) {
            return;
        }
    }
    panic!("Tab does not reach the {role} “{name}”\n{}", screen.state());
}

#[test]
fn a_scenario_is_answered_with_the_keyboard_alone() {
    let workshop = Workshop::of(&one_lesson());
    let screen = &workshop.visit();
    screen.open(ALL);
    let scenario = screen.region("Proud of the release");
    // Tab enters a group of radio buttons at its first one.
    for _ in 0..60 {
        screen.press(Key::Tab);
        let inside = "return document.activeElement.closest('section')?.id === 'release'";
        if screen.script(inside) == true && screen.focused().0 == "radio" {
            break;
        }
    }
    scenario.radio("Post – fine as it is").has_focus();
    screen.press(' ');
    screen.press(Key::Down);
    screen.press(Key::Down);
    screen.press(Key::Up);
    scenario.radio("Fix – change it, then post").has_focus();
    assert!(scenario.radio("Fix – change it, then post").is_checked());
    assert!(scenario.button("Check").is_there(), "the arrow keys have answered");
    tab_to(screen, "button", "Check");
    screen.press(Key::Enter);
    scenario.group("Right.").has_focus();
    tab_to(screen, "link", "DSC-1: Put it in the post itself");
}

#[test]
fn the_first_tab_skips_to_the_content() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.press(Key::Tab);
    screen.link("Skip to the content").has_focus();
    screen.press(Key::Enter);
    let inside = "return document.activeElement.closest('main') !== null";
    screen.wait_for_script("the focus is in the content", inside);
    screen.press(Key::Tab);
    screen.wait_for_script("the focus stays in the content", inside);
}

#[test]
fn the_dialog_is_left_with_escape_and_gives_the_focus_back() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    tab_to(screen, "button", "Delete my progress …");
    screen.press(Key::Enter);
    let dialog = screen.dialog("Delete all progress of Learner 1 in this browser?");
    dialog.button("Cancel").has_focus();
    screen.press(Key::Escape);
    dialog.is_gone();
    screen.button("Delete my progress …").has_focus();
}

#[test]
fn a_screen_reader_is_told_the_verdict_each_time() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.announces("Right.");

    // The same words once more are only announced if the place changes.
    screen.script(
        "window.told = [];
         const note = changes => changes.forEach(change => window.told.push(change.target.textContent));
         const all = { childList: true, characterData: true, subtree: true };
         document.querySelectorAll('[role=status]').forEach(place => new MutationObserver(note).observe(place, all))",
    );
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Oat").click();
    biscuits.checkbox("Rye").click();
    biscuits.button("Check").click();
    biscuits.group("Right.").appears();
    screen.wait_for_script("“Right.” is announced again", "return window.told.includes('Right.')");
}

#[test]
fn try_again_takes_the_focus_to_the_first_option() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(POSTS);
    let scenario = screen.region("Proud of the release");
    scenario.radio("Post – fine as it is").click();
    screen.press(Key::Enter);
    scenario.group("Not quite.").has_focus();
    tab_to(screen, "button", "Try again");
    screen.press(' ');
    scenario.radio("Post – fine as it is").has_focus();
}
