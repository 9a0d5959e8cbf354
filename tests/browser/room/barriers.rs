//! A room can be used by everyone: its windows, light and dark, and by the keyboard alone.

use thirtyfour::Key;

use super::{PRESENTER, PROJECTOR, course, shows};
use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::keyboard::tab_to;

const ONE_SCREEN: &str = "presenter.html#session=one&modules=first,second&screen=one";

/// Checks the page with light and with dark slides.
fn has_no_barriers_light_and_dark(screen: &Screen) {
    has_no_barriers(screen);
    screen.press('d');
    has_no_barriers(screen);
}

fn go_to(screen: &Screen, number: &str) {
    screen.type_text(number);
    screen.press(Key::Enter);
}

/// Opens the vote on the question, and reveals its answer or not.
fn show_question(screen: &Screen, reveal: bool) {
    go_to(screen, "4");
    shows(screen, "4 of 8: What do you drink?");
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    screen.says("Vote now");
    if reveal {
        screen.press('r');
        screen.says("Beans in hot water.");
    }
}

#[test]
fn a_projector_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    go_to(screen, "5");
    shows(screen, "5 of 8: Pots");
    has_no_barriers_light_and_dark(screen);
}

#[test]
fn a_projected_answer_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    show_question(screen, true);
    has_no_barriers_light_and_dark(screen);
}

#[test]
fn a_projected_slide_of_the_shipped_course_has_no_barriers() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open("projector.html#session=one&modules=say-who-you-are");
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    has_no_barriers_light_and_dark(screen);
}

#[test]
fn a_desk_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    show_question(screen, false);
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
    has_no_barriers_light_and_dark(screen);
}

#[test]
fn a_stage_that_fills_the_presenters_tab_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ONE_SCREEN);
    screen.press(Key::PageDown);
    shows(screen, "2 of 7: Leaves");
    has_no_barriers_light_and_dark(screen);
}

#[test]
fn the_dialogs_of_a_room_have_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    for (key, dialog) in [('o', "Overview"), ('?', "Keys")] {
        screen.press(key);
        screen.dialog(dialog).appears();
        has_no_barriers(screen);
        screen.press(Key::Escape);
        screen.dialog(dialog).is_gone();
    }
}

#[test]
fn a_screen_reader_is_told_each_slide_and_finds_one_stage() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    shows(screen, "1 of 8: All about tea");
    screen.press(Key::PageDown);
    screen.announces("Slide 2 of 8: Leaves");
    screen.press('b');
    screen.announces("The slides are covered");
    let stages = "return [...document.querySelectorAll('.stage')].filter(stage => stage.checkVisibility({ visibilityProperty: true }) && !stage.closest('[inert]')).length";
    assert_eq!(screen.script(stages), 1);
}

#[test]
fn the_focus_never_lands_on_a_slide_that_is_not_shown() {
    let link = "[Our policy](https://example.org/policy) and [a shop](https://example.org/shop).";
    let lesson = Lesson::new("links", "Links").text(&format!("## First\n\n{link}\n\n## Second\n\n{link}"));
    let workshop = Workshop::of(&Course::new().lesson("01-links/01-links.md", lesson));
    let screen = &workshop.visit();
    screen.open("presenter.html#session=one&modules=links");
    screen.press(Key::PageDown);
    shows(screen, "2 of 3: First");
    let reached = "const place = document.activeElement;
        return [place.closest('[inert], .measured') !== null, place.closest('.stage') !== null, place === document.body]";
    let mut on_slide = 0;
    for _ in 0..60 {
        screen.press(Key::Tab);
        let reached = screen.script(reached);
        assert_eq!(reached[0], false, "{:?}", screen.focused());
        on_slide += usize::from(reached[1] == true);
        if reached[2] == true {
            break;
        }
    }
    assert_eq!(on_slide, 2, "the links of the slide that is shown");
}

#[test]
fn a_trainer_needs_no_mouse() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let presenter = screen.tab();
    tab_to(screen, "button", "Open the projector window");
    screen.press(Key::Enter);
    screen.look_at_another(&[&presenter]);
    shows(screen, "1 of 8: All about tea");
    let projector = screen.tab();

    screen.look_at(&presenter);
    show_question(screen, false);
    tab_to(screen, "spinbutton", "Hands for B");
    screen.type_text("3");
    tab_to(screen, "button", "Close the vote");
    screen.press(' ');
    screen.look_at(&projector);
    screen.says("Vote closed · 3 answered");
}

#[test]
fn the_keyboard_leaves_one_screen_for_the_desk() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ONE_SCREEN);
    tab_to(screen, "button", "Presenter view");
    screen.press(Key::Enter);
    screen.region("Time").appears();
}
