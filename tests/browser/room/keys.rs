//! Keys and clickers.

use serde_json::json;
use thirtyfour::Key;

use super::{PRESENTER, PROJECTOR, Windows, course, shows};
use crate::harness::{Course, Lesson, Look, Screen, Workshop};

/// Waits until the middle of the window has this colour.
fn is_covered(screen: &Screen, colour: &str) {
    screen.announces("The slides are covered");
    let middle =
        "return getComputedStyle(document.elementFromPoint(innerWidth / 2, innerHeight / 2)).backgroundColor";
    screen.wait_until(&format!("the window is {colour}"), || {
        screen.try_script(middle).is_some_and(|middle| middle == colour)
    });
}

/// Keeps a key down until it has come so many times.
fn hold(screen: &Screen, key: &str, code: u32, times: usize) {
    let event = |kind: &str, repeats: bool| json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code, "autoRepeat": repeats });
    for time in 0..times {
        screen.devtools("Input.dispatchKeyEvent", event("rawKeyDown", time > 0));
    }
    screen.devtools("Input.dispatchKeyEvent", event("keyUp", false));
}

#[test]
fn black_and_white_cover_the_slides_until_a_step_uncovers_them() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press(Key::PageDown);
    shows(screen, "2 of 8: Leaves");
    for (key, colour) in [
        ('b', "rgb(0, 0, 0)"),
        ('.', "rgb(0, 0, 0)"),
        ('w', "rgb(255, 255, 255)"),
        (',', "rgb(255, 255, 255)"),
    ] {
        screen.press(key);
        is_covered(screen, colour);
        screen.press(Key::PageDown);
        shows(screen, "2 of 8: Leaves");
    }
    screen.press('b');
    screen.press('b');
    shows(screen, "2 of 8: Leaves");
}

#[test]
fn the_presenter_sees_that_the_projector_is_black() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    windows.presenter().button("Black").click();
    is_covered(windows.projector(), "rgb(0, 0, 0)");
    let presenter = windows.presenter();
    presenter.announces("The slides are covered");
    presenter.button("Next").click();
    windows.show("1 of 8: All about tea");
}

#[test]
fn a_question_mark_opens_the_help_and_escape_closes_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press('?');
    screen.dialog("Keys").says("black; a step brings the slide back");
    // It is for reading: nothing moves behind it.
    screen.press(Key::PageDown);
    screen.press(Key::Escape);
    screen.dialog("Keys").is_gone();
    shows(screen, "1 of 8: All about tea");
    screen.press('h');
    screen.dialog("Keys").appears();
}

#[test]
fn the_overview_goes_to_a_slide_by_its_words() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press('o');
    let overview = screen.dialog("Overview");
    overview.button("8 Saucers Cups").appears();
    screen.type_text("kett");
    overview.button("8 Saucers Cups").is_gone();
    screen.press(Key::Enter);
    overview.is_gone();
    shows(screen, "3 of 8: Kettles");
}

#[test]
fn the_overview_goes_to_a_slide_that_is_pressed() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.press('g');
    screen.dialog("Overview").button("8 Saucers Cups").click();
    screen.dialog("Overview").is_gone();
    shows(screen, "8 of 8: Saucers");
}

#[test]
fn digits_and_enter_go_to_the_slide_with_this_number() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.type_text("07");
    shows(screen, "1 of 8: All about tea");
    screen.type_text("7");
    screen.announces("Go to slide 77: press Enter");
    screen.press(Key::Escape);
    screen.type_text("7");
    screen.announces("Go to slide 7: press Enter");
    screen.press(Key::Enter);
    shows(screen, "7 of 8: Cups");
    screen.announces("");
}

#[test]
fn larger_type_splits_a_slide_and_0_brings_it_back() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.type_text("5");
    screen.press(Key::Enter);
    shows(screen, "5 of 8: Pots");
    screen.says("Pot number 9");
    for _ in 0..4 {
        screen.press('+');
    }
    screen.announces("Slide 5 of 8: Pots (1/2)");
    screen.says("(1/2)");
    screen.says_nothing_of("Pot number 9");
    screen.press(Key::PageDown);
    screen.announces("Slide 5 of 8: Pots (2/2)");
    screen.says("Pot number 9");
    screen.says_nothing_of("Pot number 1 ");
    screen.press('0');
    screen.announces("Slide 5 of 8: Pots");
    screen.says("Pot number 1 ");
    screen.says_nothing_of("(2/2)");
}

#[test]
fn x_shows_all_of_the_text() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    screen.says("Water boils in them.");
    screen.says_nothing_of("Steam is a sign of it.");
    screen.press('x');
    screen.says("Steam is a sign of it.");
    screen.press('x');
    screen.wait_until("the outline is back", || !screen.text().contains("Steam is a sign of it."));
}

#[test]
fn d_makes_the_slides_dark_and_nothing_else() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    windows.presenter().press('d');
    let lights = "const light = element => getComputedStyle(element).backgroundColor.match(/[.\\d]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
        return light(document.querySelector('.stage:not(.measured)')) + ' ' + light(document.body)";
    let is_dark = |screen: &Screen| {
        let lights = screen.script(lights);
        let light = lights.as_str().and_then(|lights| lights.split_once(' ')?.0.parse::<f64>().ok());
        light.is_some_and(|light| light < 150.0)
    };
    screen.wait_until("the presenter’s slide is dark", || is_dark(screen));
    let projector = windows.projector();
    projector.wait_until("the projector’s slide is dark", || is_dark(projector));
    projector.press('d');
    projector.wait_until("the projector’s slide is light", || !is_dark(projector));
}

#[test]
fn t_stops_the_clock_and_lets_it_go_on() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let time = screen.region("Time");
    time.says("14 min planned");
    screen.press(Key::PageDown);
    time.button("Pause").appears();
    screen.press('t');
    time.says("Paused");
    time.button("Go on").appears();
    screen.press('t');
    time.button("Pause").appears();
}

#[test]
fn home_and_end_go_to_the_first_and_the_last_slide() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press(Key::End);
    shows(screen, "8 of 8: Saucers");
    screen.press(Key::PageDown);
    shows(screen, "8 of 8: Saucers");
    screen.press(Key::Home);
    shows(screen, "1 of 8: All about tea");
}

#[test]
fn with_shift_an_arrow_passes_over_what_a_slide_has_left_to_show() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.type_text("4");
    screen.press(Key::Enter);
    shows(screen, "4 of 8: What do you drink?");
    screen.press_with(Key::Shift, Key::Right);
    shows(screen, "5 of 8: Pots");
    screen.press_with(Key::Shift, Key::Left);
    shows(screen, "4 of 8: What do you drink?");
    screen.press_with(Key::Shift, ' ');
    shows(screen, "3 of 8: Kettles");
}

#[test]
fn with_control_a_key_is_the_browsers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.press_with(Key::Control, 'b');
    screen.press_with(Key::Alt, 'n');
    screen.press_with(Key::Control, Key::End);
    screen.press('n');
    shows(screen, "2 of 8: Leaves");
}

#[test]
fn a_key_that_is_held_through_300_slides_ends_on_the_right_one() {
    let slides: String =
        (1..=320).map(|number| format!("## Number {number}\n\nThis is {number}.\n\n")).collect();
    let course = Course::new().lesson("01-many/01-many.md", Lesson::new("many", "Many").text(&slides));
    let workshop = Workshop::of(&course);
    let screen = &workshop.visit();
    let plan = "session=one&modules=many";
    let windows =
        Windows::open_at(screen, &format!("presenter.html#{plan}"), &format!("projector.html#{plan}"));
    hold(windows.presenter(), "PageDown", 34, 300);
    windows.show("301 of 321: Number 300");
    screen.says("This is 300.");
    // And from the other window, which only asks for it.
    hold(windows.projector(), "PageUp", 33, 150);
    windows.show("151 of 321: Number 150");
}

#[test]
fn a_held_key_turns_nothing_on_and_off() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    hold(screen, "b", 66, 4);
    is_covered(screen, "rgb(0, 0, 0)");
}
