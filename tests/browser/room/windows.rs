//! Two windows find each other, and neither loses anything when one of them goes.

use serde_json::json;
use thirtyfour::Key;

use super::{PRESENTER, PROJECTOR, Windows, course, shows};
use crate::harness::{Look, Workshop};

#[test]
fn a_step_of_the_presenter_is_shown_by_the_projector() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    windows.presenter().button("Next").click();
    windows.show("2 of 8: Leaves");
    assert!(screen.text().contains("Green or black."), "{}", screen.state());
}

#[test]
fn a_projector_that_comes_late_shows_the_slide_of_the_moment() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    shows(screen, "3 of 8: Kettles");
    screen.new_window();
    screen.open(PROJECTOR);
    shows(screen, "3 of 8: Kettles");
}

#[test]
fn a_projector_that_is_loaded_again_shows_the_same_slide() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    windows.presenter().press(Key::PageDown);
    shows(windows.projector(), "2 of 8: Leaves");
    screen.reload();
    shows(screen, "2 of 8: Leaves");
    windows.presenter().press(Key::PageDown);
    windows.show("3 of 8: Kettles");
}

#[test]
fn a_presenter_that_is_loaded_again_keeps_slide_hands_and_clock() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    let presenter = windows.presenter();
    presenter.button("Start the clock").click();
    presenter.type_text("4");
    presenter.press(Key::Enter);
    shows(presenter, "4 of 8: What do you drink?");
    presenter.press(Key::PageDown);
    presenter.press(Key::PageDown);
    presenter.button("One more for B").click();
    presenter.button("One more for B").click();
    presenter.spinbutton("People in the room").fill("12");
    presenter.press(Key::Tab);
    presenter.says("2 of 12 answered");

    // It takes ten minutes.
    presenter.before_each_page("const now = Date.now.bind(Date); Date.now = () => now() + 600_000;");
    presenter.reload();
    shows(presenter, "4 of 8: What do you drink?");
    assert_eq!(presenter.spinbutton("Hands for B").value(), "2");
    assert_eq!(presenter.spinbutton("People in the room").value(), "12");
    presenter.region("Time").says("10:0");
    presenter.region("Time").button("Pause").appears();
    windows.projector().says("Vote now · 2 of 12 answered");
}

#[test]
fn the_presenter_sees_whether_a_projector_listens() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    screen.announces("No projector window");
    let presenter = screen.tab();
    screen.new_window();
    screen.open(PROJECTOR);
    let projector = screen.tab();
    screen.look_at(&presenter);
    screen.announces("The projector shows this");
    screen.button("Open the projector window").is_gone();
    screen.look_at(&projector);
    screen.close_tab(&presenter);
    screen.announces("No projector window");
    screen.button("Open the projector window").appears();
}

#[test]
fn the_presenter_opens_the_projector() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let presenter = screen.tab();
    screen.press(Key::PageDown);
    screen.button("Open the projector window").click();
    screen.look_at_another(&[&presenter]);
    shows(screen, "2 of 8: Leaves");
    screen.look_at(&presenter);
    screen.announces("The projector shows this");
}

#[test]
fn where_the_browser_blocks_the_window_a_link_opens_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit_without_popups();
    screen.open(PRESENTER);
    let presenter = screen.tab();
    // A click that nobody made.
    screen.script(
        "const open = [...document.querySelectorAll('button')].find(button => button.textContent.trim() === 'Open the projector window');
         const click = () => navigator.userActivation.isActive ? setTimeout(click, 50) : open.click();
         click();",
    );
    screen.says("The browser blocked the window.");
    screen.link("Projector window").click();
    screen.look_at_another(&[&presenter]);
    shows(screen, "1 of 8: All about tea");
    screen.look_at(&presenter);
    screen.wait_until("the message is gone", || !screen.text().contains("The browser blocked the window."));
}

#[test]
fn a_projector_that_is_out_of_sight_follows_and_the_presenter_is_told() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    screen.script(
        "const followed = new BroadcastChannel('followed');
         const look = () => document.hidden && document.body.textContent.includes('Leaves') && followed.postMessage('');
         new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });",
    );
    // A tab hides the one before it.
    screen.new_tab();
    screen.open(PRESENTER);
    screen.announces("The projector window is out of sight");
    screen.script("new BroadcastChannel('followed').onmessage = () => { window.isFollowed = true; }");
    screen.press(Key::PageDown);
    screen.wait_for_script("it follows", "return window.isFollowed === true");
}

#[test]
fn a_second_presenter_follows_until_it_wants_to_lead() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let first = screen.tab();
    screen.press(Key::PageDown);
    shows(screen, "2 of 8: Leaves");
    let second = screen.new_window();
    screen.open(PRESENTER);
    screen.announces("Another presenter window leads. This one follows it.");
    shows(screen, "2 of 8: Leaves");
    screen.button("Lead from here").click();
    screen.announces("No projector window");
    screen.press(Key::PageDown);
    screen.look_at(&first);
    screen.announces("Another presenter window leads. This one follows it.");
    shows(screen, "3 of 8: Kettles");
    // Whoever follows can still ask for a step.
    screen.press(Key::PageUp);
    screen.look_at(&second);
    shows(screen, "2 of 8: Leaves");
}

#[test]
fn keys_in_the_projector_move_both() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    let projector = windows.projector();
    projector.press(Key::Right);
    projector.press(Key::Right);
    projector.press(Key::Left);
    windows.show("2 of 8: Leaves");
}

#[test]
fn a_clicker_leads_a_projector_that_is_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PROJECTOR);
    shows(screen, "1 of 8: All about tea");
    screen.press(Key::PageDown);
    screen.press(Key::PageDown);
    shows(screen, "3 of 8: Kettles");
    screen.press(Key::PageUp);
    shows(screen, "2 of 8: Leaves");
    screen.reload();
    shows(screen, "2 of 8: Leaves");
}

#[test]
fn the_projector_goes_on_without_the_presenter_and_with_the_next_one() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    windows.presenter().press(Key::PageDown);
    shows(windows.projector(), "2 of 8: Leaves");
    windows.presenter().close_tab(&windows.projector);
    screen.press(Key::PageDown);
    shows(screen, "3 of 8: Kettles");

    screen.new_window();
    screen.open(PRESENTER);
    shows(screen, "3 of 8: Kettles");
    screen.announces("The projector shows this");
    screen.press(Key::PageUp);
    shows(windows.projector(), "2 of 8: Leaves");
}

#[test]
fn a_frozen_projector_catches_up() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    let projector = windows.projector();
    projector.devtools("Page.setWebLifecycleState", json!({ "state": "frozen" }));
    let presenter = windows.presenter();
    presenter.press(Key::PageDown);
    presenter.press(Key::PageDown);
    presenter.press('b');
    presenter.announces("The slides are covered");
    let projector = windows.projector();
    projector.devtools("Page.setWebLifecycleState", json!({ "state": "active" }));
    projector.announces("The slides are covered");
    windows.presenter().press(Key::PageDown);
    windows.show("3 of 8: Kettles");
}

#[test]
fn a_projector_that_is_not_drawn_follows_all_the_same() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENTER);
    let presenter = screen.tab();
    let projector = screen.new_window();
    screen.before_each_page("window.requestAnimationFrame = () => 0;");
    screen.open(PROJECTOR);
    shows(screen, "1 of 8: All about tea");
    screen.look_at(&presenter);
    screen.press(Key::PageDown);
    screen.look_at(&projector);
    shows(screen, "2 of 8: Leaves");
}

#[test]
fn two_sessions_do_not_hear_each_other() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let windows = Windows::open(screen);
    screen.new_window();
    screen.open("presenter.html#session=two&modules=second");
    screen.press(Key::PageDown);
    shows(screen, "2 of 2: Saucers");
    screen.announces("No projector window");
    windows.show("1 of 8: All about tea");
}
