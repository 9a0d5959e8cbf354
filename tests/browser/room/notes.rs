//! The trainer's notes: on the trainer's windows alone.

use thirtyfour::Key;

use super::{PRESENTER, PROJECTOR, course, shows};
use crate::harness::{Look, Screen, Workshop};

/// The files that the page has loaded whose name begins so.
fn loaded(screen: &Screen, name: &str) -> usize {
    let names = screen.script("return performance.getEntriesByType('resource').map(entry => entry.name)");
    let names = names.as_array().into_iter().flatten().filter_map(|name| name.as_str());
    names.filter(|address| address.contains(&format!("/_workshop/{name}."))).count()
}

#[test]
fn the_presenter_has_the_notes_of_the_slide() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let notes = screen.region("Notes");
    notes.says("No notes for this slide.");
    screen.press(Key::PageDown);
    notes.says("Pass the tin round.");
    assert_eq!(loaded(screen, "notes"), 1);
}

#[test]
fn the_projector_never_loads_the_notes() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press(Key::PageDown);
    shows(screen, "2 of 8: Leaves");
    assert_eq!((loaded(screen, "slides"), loaded(screen, "notes")), (1, 0));
    let page = screen.script("return document.documentElement.outerHTML");
    assert!(!page.as_str().unwrap_or_default().contains("Pass the tin round."));
}

#[test]
fn what_the_outline_leaves_out_is_to_be_said() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.type_text("3");
    screen.press(Key::Enter);
    let notes = screen.region("Notes");
    notes.says("To say");
    notes.says("Steam is a sign of it.");
}

#[test]
fn notes_go_with_the_steps_of_a_question() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.type_text("4");
    screen.press(Key::Enter);
    let current = |words: &str| {
        let step = "return document.querySelector('[aria-current=step]')?.innerText ?? ''";
        screen.wait_until(&format!("the step says “{words}”"), || {
            screen.try_script(step).is_some_and(|step| step.as_str().is_some_and(|step| step.contains(words)))
        });
    };
    current("Let them think first.");
    screen.press(Key::PageDown);
    current("Read the options aloud.");
    screen.press(Key::PageUp);
    current("Let them think first.");
}

#[test]
fn a_site_built_without_notes_has_none() {
    let workshop = Workshop::built(&course(), &["--no-notes"]);
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.press(Key::PageDown);
    shows(screen, "2 of 8: Leaves");
    screen.region("Notes").says("No notes for this slide.");
    assert_eq!(loaded(screen, "notes"), 0);
}

const ONE_SCREEN: &str = "presenter.html#session=one&screen=one&modules=first,second";

#[test]
fn on_one_screen_the_notes_float_above_the_slides() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ONE_SCREEN);
    screen.press('p');
    let floating = "return documentPictureInPicture.window?.document.body.innerText ?? ''";
    let says = |words: &str| {
        screen.wait_until(&format!("the floating window says “{words}”"), || {
            screen.script(floating).as_str().is_some_and(|text| text.contains(words))
        });
    };
    says("No notes for this slide.");
    screen.press(Key::PageDown);
    says("Pass the tin round.");
    // A clicker works wherever the focus is.
    screen.script(
        "const { document } = documentPictureInPicture.window;
         document.dispatchEvent(new documentPictureInPicture.window.KeyboardEvent('keydown', { key: 'PageDown' }))",
    );
    shows(screen, "3 of 7: Kettles");
    screen.press('p');
    screen.wait_until("the window is closed", || {
        screen.script("return documentPictureInPicture.window === null") == true
    });
}

#[test]
fn where_nothing_floats_the_notes_stand_in_a_drawer() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page("delete window.documentPictureInPicture");
    screen.open(ONE_SCREEN);
    screen.press(Key::PageDown);
    assert!(!screen.region("Notes").is_there());
    screen.press('p');
    screen.region("Notes").says("Pass the tin round.");
    screen.press('p');
    screen.region("Notes").is_gone();
}
