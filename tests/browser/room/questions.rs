//! Questions in a room: the trainer alone lets them go on, and the screen says no more than it may.

use thirtyfour::Key;

use super::{Windows, course};
use crate::harness::{Look, Screen, Workshop};

const QUESTION: &str = "4 of 8: What do you drink?";

/// Both windows, at the question.
fn at_the_question(screen: &Screen) -> Windows<'_> {
    let windows = Windows::open(screen);
    let presenter = windows.presenter();
    presenter.type_text("4");
    presenter.press(Key::Enter);
    windows.show(QUESTION);
    windows
}

/// The same with the vote open, and hands counted for A and B.
fn with_hands(screen: &Screen, tea: u32, coffee: u32) -> Windows<'_> {
    let windows = at_the_question(screen);
    let presenter = windows.presenter();
    presenter.press(Key::PageDown);
    presenter.press(Key::PageDown);
    count(presenter, tea, coffee);
    windows
}

fn count(presenter: &Screen, tea: u32, coffee: u32) {
    for (button, times) in [("One more for A", tea), ("One more for B", coffee)] {
        for _ in 0..times {
            presenter.button(button).click();
        }
    }
    presenter.says(&format!("{} answered", tea + coffee));
}

/// A step of the presenter, and what the projector says then.
fn step(windows: &Windows, says: &str) -> String {
    windows.presenter().press(Key::PageDown);
    let projector = windows.projector();
    projector.says(says);
    projector.text()
}

#[test]
fn a_clicker_takes_a_question_through_its_stages() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = at_the_question(screen);
    let question = windows.projector().text();
    assert!(!question.contains("Coffee"), "{question}");
    let options = step(&windows, "Coffee");
    assert!(options.contains("Tea") && !options.contains("answered"), "{options}");
    step(&windows, "Vote now · 0 answered");
    count(windows.presenter(), 1, 3);
    let vote = windows.projector();
    vote.says("Vote now · 4 answered");
    let bars = "return document.querySelectorAll('progress').length";
    assert!(vote.script(bars) == 0 && !vote.text().contains('%'), "{}", vote.text());
    let closed = step(&windows, "Vote closed · 4 answered");
    assert!(vote.script(bars) == 0 && !closed.contains('%'), "{closed}");
    let counted = step(&windows, "3 (75%)");
    assert!(counted.contains("1 (25%)") && !counted.contains("hot water"), "{counted}");
    let answered = step(&windows, "Beans in hot water.");
    assert!(answered.contains("Leaves in hot water.") && answered.contains("Right"), "{answered}");
    windows.presenter().press(Key::PageDown);
    windows.show("5 of 8: Pots");
}

#[test]
fn what_is_not_shown_yet_is_not_in_the_page_either() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = with_hands(screen, 1, 3);
    let page = windows.projector().script("return document.documentElement.outerHTML");
    let page = page.as_str().unwrap_or_default();
    assert!(page.contains("Coffee") && !page.contains("Beans in hot water."), "{page}");
}

#[test]
fn back_goes_through_the_same_stages() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = with_hands(screen, 0, 2);
    let presenter = windows.presenter();
    presenter.press(Key::PageDown);
    presenter.press(Key::PageDown);
    windows.projector().says("2 (100%)");
    windows.presenter().press(Key::PageUp);
    windows.projector().says("Vote closed · 2 answered");
    windows.presenter().press(Key::PageUp);
    windows.projector().says("Vote now · 2 answered");
}

#[test]
fn hands_are_typed_too_and_compared_with_the_people_in_the_room() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = with_hands(screen, 0, 1);
    let presenter = windows.presenter();
    presenter.spinbutton("People in the room").fill("14");
    presenter.spinbutton("Hands for A").fill("9");
    presenter.press(Key::Enter);
    windows.projector().says("Vote now · 10 of 14 answered");
    let presenter = windows.presenter();
    presenter.button("One less for A").click();
    windows.projector().says("Vote now · 9 of 14 answered");
    let presenter = windows.presenter();
    presenter.spinbutton("Hands for B").fill("99");
    presenter.press(Key::Tab);
    presenter.says("More hands than people in the room.");
}

#[test]
fn hands_are_counted_while_the_vote_is_on_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = at_the_question(screen);
    let presenter = windows.presenter();
    presenter.says("Open the vote to count hands.");
    assert!(!presenter.button("One more for A").is_enabled());
    presenter.press(Key::PageDown);
    presenter.button("Open the vote").click();
    presenter.wait_until("hands can be counted", || presenter.button("One more for A").is_enabled());
}

#[test]
fn a_clicker_goes_on_from_the_field_of_a_count() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = with_hands(screen, 0, 0);
    let presenter = windows.presenter();
    presenter.spinbutton("Hands for B").click();
    presenter.type_text("3");
    presenter.press(Key::PageDown);
    windows.projector().says("Vote closed · 3");
}

#[test]
fn r_reveals_the_answer_at_once() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = at_the_question(screen);
    windows.presenter().press('r');
    windows.projector().says("Beans in hot water.");
    windows.presenter().press(Key::PageDown);
    windows.show("5 of 8: Pots");
}

#[test]
fn v_lets_the_room_vote_again_and_shows_both_rounds() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = with_hands(screen, 3, 1);
    step(&windows, "Vote closed");
    step(&windows, "3 (75%)");
    windows.presenter().press('v');
    let again = windows.projector();
    again.says("Vote again · 0 answered");
    assert!(!again.text().contains('%'), "{}", again.text());
    count(windows.presenter(), 1, 4);
    step(&windows, "Vote closed");
    let bars = step(&windows, "2nd: 4 (80%)");
    for round in ["1st: 3 (75%)", "1st: 1 (25%)", "2nd: 1 (20%)"] {
        assert!(bars.contains(round), "{round} in {bars}");
    }
}

#[test]
fn the_trainers_own_progress_is_left_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("first/tea.html");
    let question = screen.region("What do you drink?");
    question.radio("Tea").click();
    question.button("Check").click();
    question.group("Not quite.").appears();
    let events = "return Object.keys(localStorage).filter(key => key.includes('/event/')).map(key => key + localStorage[key]).sort()";
    let before = screen.script(events);
    assert!(before.as_array().is_some_and(|events| !events.is_empty()), "{before}");

    let windows = with_hands(screen, 0, 2);
    for says in ["Vote closed", "2 (100%)", "Beans in hot water."] {
        step(&windows, says);
    }
    windows.presenter().press(Key::PageDown);
    windows.show("5 of 8: Pots");
    assert_eq!(screen.script(events), before);
    screen.open("first/tea.html");
    screen.region("What do you drink?").group("Not quite.").appears();
    assert_eq!(screen.script(events), before);
}
