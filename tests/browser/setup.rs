//! The page on which a trainer plans a workshop.

use std::fs;

use thirtyfour::Key;

use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::storage::downloads;

const PRESENT: &str = "present.html";

/// Two modules of 30 minutes for everybody, one of 10 to choose, and one that is read only.
fn course() -> Course {
    let lesson = |id: &str, title: &str, minutes: u32| {
        Lesson::new(id, title).text(&format!("Words.\n\n## More of it {{minutes={minutes}}}\n\nWords."))
    };
    Course::new()
        .lesson("01-start/01-why.md", lesson("why", "Why", 29))
        .lesson("02-respect/01-kind.md", lesson("kind", "Be kind", 29))
        .file("03-extra/index.md", "---\ntitle: Extra\nchoose: any\n---\n")
        .lesson("03-extra/01-extra.md", lesson("tea", "Tea", 9))
        .file("04-read/01-alone.md", "---\ntitle: Alone\nminutes: 1\npresent: skip\n---\n\nWords.\n")
}

/// Keeps a room that was left on its second slide, and a record that cannot be read.
pub fn keep_rooms(screen: &Screen) {
    screen.script(
        "const room = { at: { lesson: 'why', slide: 'opening' }, clock: {
             started: 1763999000000, spent: { 'why/title': 61000 }, on: ['why/opening', 61000] } };
         const kept = { form: 1, plan: 'modules=start', kept: 1764000000000, epoch: 1, number: 2, slide: 2, of: 3, room };
         localStorage['workshop/small-course/room/first'] = JSON.stringify(kept);
         localStorage['workshop/small-course/room/broken'] = '{'",
    );
}

/// Chooses a module, or leaves it out, where the total does not stand over it.
fn toggle(screen: &Screen, module: &str) {
    // The modules come with the slides, after the page.
    screen.checkbox(module).appears();
    screen.script(
        "document.querySelector('.workshop').scrollIntoView({ block: 'start', behavior: 'instant' })",
    );
    screen.checkbox(module).click();
}

/// The address to which a link leads, as it is written.
fn target(screen: &Screen, link: &str) -> String {
    screen.link(link).appears();
    let script = format!(
        "return [...document.querySelectorAll('a')].find(link => link.textContent === '{link}').getAttribute('href')"
    );
    screen.script(&script).as_str().expect("a link").to_owned()
}

/// The plan in the link to this page.
fn plan(screen: &Screen) -> String {
    screen
        .wait_for_script("the link to the plan", "return document.querySelector('input[readonly]') !== null");
    let link = screen.script("return document.querySelector('input[readonly]').value");
    let link = link.as_str().expect("a link").to_owned();
    let (page, plan) = link.split_once('#').expect("a fragment");
    assert!(page.starts_with("http://") && page.ends_with("/present.html"), "{link}");
    plan.to_owned()
}

#[test]
fn home_leads_a_trainer_to_the_plan() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.link("Present this course").follow();
    screen.heading("Present").appears();
    screen.announces("70 min, 10 of them breaks.");
    assert_eq!(screen.address(), PRESENT);
    screen.says_nothing_of("Workshops on this device");
}

#[test]
fn breaks_and_total_follow_the_modules_chosen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    screen.announces("70 min, 10 of them breaks.");
    assert!(screen.checkbox("Start").is_checked() && !screen.checkbox("Extra").is_checked());
    assert!(!screen.checkbox("Read").is_there(), "nothing of it is projected");
    toggle(screen, "Extra");
    screen.announces("80 min, 10 of them breaks.");
    screen.disclosure("Schedule by lesson").click();
    screen.says("Tea");
    toggle(screen, "Start");
    screen.announces("40 min, without breaks.");
    screen.spinbutton("Break after it: Respect").fill("15");
    screen.announces("55 min, 15 of them breaks.");
    toggle(screen, "Start");
    screen.announces("85 min, 15 of them breaks.");
    assert_eq!(plan(screen), "modules=start,respect,extra&breaks=respect:15");
    screen.spinbutton("Break after it: Respect").fill("-5");
    screen.says("Whole minutes, 0 to 600");
    assert_eq!(
        plan(screen),
        "modules=start,respect,extra&breaks=respect:15",
        "what is no number of minutes changes nothing"
    );
}

#[test]
fn the_total_is_held_against_the_minutes_available() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    let available = screen.spinbutton("Minutes available");
    for (minutes, verdict) in [
        ("60", " 10 min too long."),
        ("70", " Fits to the minute."),
        ("90", " Fits, 20 min to spare."),
        ("0", ""),
    ] {
        available.fill(minutes);
        screen.announces(&format!("70 min, 10 of them breaks.{verdict}"));
    }
}

#[test]
fn every_link_holds_the_room_and_the_plan() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    screen.spinbutton("Minutes available").fill("90");
    screen.announces("70 min, 10 of them breaks. Fits, 20 min to spare.");
    let expected = "modules=start,respect&breaks=start:10&target=90";
    assert_eq!(plan(screen), expected);
    let first = target(screen, "Two screens");
    let session = first.strip_prefix("presenter.html#session=").and_then(|rest| rest.split('&').next());
    let session = session.expect("a session");
    assert_eq!(session.len(), 8);
    for (link, page, more) in [
        ("Two screens", "presenter", ""),
        ("One screen, shared in a call", "presenter", "&screen=one"),
        ("Only a projector", "projector", ""),
        ("Slides", "projector", "&print=slides"),
        ("Slides with notes", "presenter", "&print=notes"),
    ] {
        assert_eq!(target(screen, link), format!("{page}.html#session={session}{more}&{expected}"));
    }
    toggle(screen, "Start");
    toggle(screen, "Respect");
    screen.says("Choose at least one module above, then start here.");
    assert!(!screen.link("Two screens").is_there());
}

#[test]
fn a_reload_keeps_what_was_chosen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    toggle(screen, "Extra");
    screen.spinbutton("Break after it: Start").fill("0");
    screen.spinbutton("Minutes available").fill("60");
    screen.announces("70 min, without breaks. 10 min too long.");
    // As the link does that skips to the content.
    screen.script("location.hash = 'content'");
    let plan = "present.html#modules=start,respect,extra&target=60";
    screen.wait_until("the address holds the plan again", || screen.address() == plan);
    screen.reload();
    screen.announces("70 min, without breaks. 10 min too long.");
    assert!(screen.checkbox("Extra").is_checked());
    assert_eq!(screen.address(), plan);
}

#[test]
fn a_link_that_is_wrong_is_explained() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("present.html#modules=extra&target=ten");
    screen.says("“ten” in this link is no number of minutes.");
    screen.says("This is the usual plan instead.");
    screen.announces("70 min, 10 of them breaks.");
    toggle(screen, "Extra");
    screen.wait_until("nothing is said of the link", || !screen.text().contains("in this link"));
    screen.open("present.html#modules=gone");
    screen.says("Nothing of “gone” can be projected in this course, so it is left out. This is the usual plan instead.");
}

#[test]
fn a_link_keeps_its_order_and_leaves_out_what_the_course_does_not_have() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("present.html#modules=respect,gone,start&breaks=respect:5");
    screen.says("Nothing of “gone” can be projected");
    screen.announces("65 min, 5 of them breaks.");
    assert_eq!(plan(screen), "modules=respect,start&breaks=respect:5");
    assert!(!screen.spinbutton("Break after it: Start").is_there());
    toggle(screen, "Extra");
    screen.announces("75 min, 5 of them breaks.");
    assert_eq!(plan(screen), "modules=start,respect,extra&breaks=respect:5");
}

#[test]
fn the_link_is_copied_or_can_be_copied_by_hand() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    screen.button("Copy").click();
    screen.announces("Copied");
    screen.before_each_page("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    screen.reload();
    screen.button("Copy").click();
    screen.announces("Copy it from the field");
}

#[test]
fn a_workshop_that_was_begun_is_gone_on_with_timed_and_forgotten() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    keep_rooms(screen);
    let folder = downloads(screen);
    screen.open(PRESENT);
    let kept = screen.region("Workshops on this device");
    kept.says("slide 2 of 3");
    kept.says("A record that cannot be read");
    assert_eq!(target(screen, "Go on"), "presenter.html#session=first&modules=start");
    kept.button("Times as CSV").click();
    screen.announces("The file is in your downloads.");
    let text = screen.wait_for("the file is there", || {
        let file = fs::read_dir(folder.path()).ok().and_then(|mut files| files.next()?.ok());
        let file = file.filter(|file| file.file_name().to_string_lossy().starts_with("times-2025-11-2"));
        let text = file.and_then(|file| fs::read_to_string(file.path()).ok()).filter(|text| !text.is_empty());
        text.ok_or_else(|| "there is none".to_owned())
    });
    // The second slide counts until ten seconds, its plan, after the room was kept.
    assert!(text.contains("start,Why,Why,0:20,1:01\r\n") && text.contains("0:10,15:49\r\n"), "{text}");

    kept.button("Forget").click();
    screen.press(Key::Escape);
    kept.says("slide 2 of 3");
    kept.button("Forget").click();
    screen.button("Forget for good").click();
    screen.announces("Forgotten.");
    screen.heading("Workshops on this device").has_focus();
    screen.says_nothing_of("slide 2 of 3");
    kept.button("Forget").click();
    screen.dialog("Forget the record that cannot be read?").button("Forget for good").click();
    kept.is_gone();
    assert_eq!(screen.script("return Object.keys(localStorage).some(key => key.includes('/room/'))"), false);
}

#[test]
fn a_workshop_is_planned_and_begun_with_the_keyboard_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PRESENT);
    screen.announces("70 min, 10 of them breaks.");
    tab_to(screen, "checkbox", "Respect");
    screen.press(' ');
    screen.announces("30 min, without breaks.");
    tab_to(screen, "spinbutton", "Minutes available");
    screen.press('4');
    screen.press('5');
    screen.announces("30 min, without breaks. Fits, 15 min to spare.");
    tab_to(screen, "link", "Two screens");
    screen.script("window.isBeingLeft = true");
    screen.press(Key::Enter);
    screen.is_ready_anew();
    let address = screen.address();
    assert!(address.starts_with("presenter.html#session="), "{address}");
    assert!(address.ends_with("&modules=start&target=45"), "{address}");
}

#[test]
fn slides_that_cannot_be_loaded_are_no_empty_page() {
    let workshop = Workshop::of(&course());
    workshop.lose("_workshop/slides.");
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open(PRESENT);
    screen.says("The slides could not be loaded.");
}
