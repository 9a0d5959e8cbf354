//! Nothing that was answered is lost: tabs, damage, blocked and full storage, wrong clocks.

use std::fs;

use crate::harness::{Look, Screen, Workshop};
use crate::samples::{POSTS, TEA, answer, course, drink_coffee, drink_tea, progress};

/// As a browser does that blocks cookies and site data.
pub const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});";

/// Leaves no room for one more record.
pub const FILL: &str = "let filler = 'x'.repeat(1 << 20);
    for (let number = 0; filler; number++) {
        try { localStorage.setItem(`filler-${number}`, filler); }
        catch { filler = filler.slice(0, filler.length >> 1); }
    }";
const MAKE_ROOM: &str = "Object.keys(localStorage).filter(key => key.startsWith('filler-')).forEach(key => localStorage.removeItem(key))";

const BLOCKED_WARNING: &str = "This browser blocks storage for this site.";
const FULL_WARNING: &str = "The storage of this browser is full.";

#[test]
fn an_answer_survives_closing_the_tab_right_after_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.new_tab();
    screen.open(TEA);
    answer(screen, "What do you drink?", "Coffee");
    screen.close_tab(&first);
    screen.open(TEA);
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn two_tabs_at_once_keep_the_answers_of_both() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.open(TEA);
    let second = screen.new_tab();
    screen.open(TEA);

    drink_coffee(screen);
    screen.look_at(&first);
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Nut").click();
    biscuits.button("Check").click();
    biscuits.group("Not quite.").appears();

    screen.region("What do you drink?").group("Right.").appears();
    screen.look_at(&second);
    screen.region("Which biscuits?").group("Not quite.").appears();
    screen.reload();
    screen.region("What do you drink?").group("Right.").appears();
    screen.region("Which biscuits?").group("Not quite.").appears();
}

#[test]
fn a_choice_that_is_not_checked_yet_stays_when_another_tab_answers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.open(TEA);
    screen.region("Which biscuits?").checkbox("Oat").click();
    screen.new_tab();
    screen.open(TEA);
    drink_coffee(screen);
    screen.look_at(&first);
    screen.region("What do you drink?").group("Right.").appears();
    assert!(screen.region("Which biscuits?").checkbox("Oat").is_checked());
}

#[test]
fn a_damaged_record_loses_itself_alone_and_is_kept() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Fix – change it, then post");
    screen.script(
        "const key = Object.keys(localStorage).find(key => localStorage[key].includes('\"drink\"'));
         localStorage[key] = localStorage[key].slice(0, -9);",
    );
    screen.reload();
    screen.region("Proud of the release").group("Right.").appears();
    screen.open(TEA);
    screen.region("What do you drink?").button("Check").appears();
    screen.open("my-data.html");
    screen.says("Damaged records: 1.");
    let kept = "return Object.values(localStorage).some(record => record.includes('\"drink\"'))";
    assert_eq!(screen.script(kept), true);
}

#[test]
fn a_record_of_a_newer_version_is_kept_and_reported() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let newer = r#"{"form":4,"when":"2030-01-01","what":"dreamt"}"#;
    screen.script(&format!("localStorage['workshop/small-course/event/first/7-abc-de'] = '{newer}'"));
    screen.reload();
    drink_coffee(screen);
    screen.open("my-data.html");
    screen.says("Records of a newer version of this workshop: 1.");
    screen.says_nothing_of("Damaged records");
    assert_eq!(screen.script("return localStorage['workshop/small-course/event/first/7-abc-de']"), newer);
}

#[test]
fn blocked_storage_is_said_and_answers_last_as_long_as_the_tab() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(BLOCKED);
    screen.open(TEA);
    screen.says(BLOCKED_WARNING);
    screen.button("Export my progress").appears();
    drink_coffee(screen);
    screen.region("What do you drink?").says("Not saved");

    screen.reload();
    screen.region("What do you drink?").group("Right.").appears();
    screen.link("Next Your first post").follow();
    screen.says(BLOCKED_WARNING);
    screen.link("Previous All about tea").follow();
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn going_back_where_storage_is_blocked_loses_no_answer() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(BLOCKED);
    screen.open(TEA);
    screen.link("Next Your first post").follow();
    answer(screen, "Proud of the release", "Fix – change it, then post");
    screen.region("Proud of the release").group("Right.").appears();
    screen.go_back();
    drink_coffee(screen);
    screen.link("Next Your first post").follow();
    screen.region("Proud of the release").group("Right.").appears();
    screen.link("Previous All about tea").follow();
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn a_full_storage_is_said_and_the_answer_survives_a_reload() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.says_nothing_of(FULL_WARNING);
    screen.script(FILL);
    drink_coffee(screen);
    screen.says(FULL_WARNING);
    screen.region("What do you drink?").says("Not saved");
    let downloads = downloads(screen);
    screen.button("Export my progress").click();
    let file = exported(screen, downloads.path());
    assert!(file.contains("coffee"), "the answer is not in the export: {file}");

    screen.reload();
    screen.says(FULL_WARNING);
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn once_there_is_room_again_the_browser_keeps_what_the_tab_had() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.new_tab();
    screen.open(TEA);
    screen.script(FILL);
    drink_coffee(screen);
    screen.says(FULL_WARNING);
    screen.script(MAKE_ROOM);
    screen.reload();
    screen.says_nothing_of(FULL_WARNING);
    screen.close_tab(&first);
    screen.open(TEA);
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn the_warning_stays_while_an_answer_is_in_the_tab_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.script(FILL);
    drink_coffee(screen);
    screen.says(FULL_WARNING);
    screen.script(MAKE_ROOM);
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Oat").click();
    biscuits.button("Check").click();
    biscuits.group("Partly right: 1 of 2.").appears();
    // Either it is still said, or both answers are in the browser now.
    let kept = "return Object.values(localStorage).some(record => record.includes('\"drink\"'))";
    assert!(screen.text().contains(FULL_WARNING) || screen.script(kept) == true);
}

#[test]
fn a_name_that_was_changed_after_the_storage_was_full_stays_changed() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    screen.script(FILL);
    let name = |name: &str| {
        screen.textbox("Name shown here").fill(name);
        screen.button("Save name").click();
        screen.says("Name saved.");
    };
    name("Ada with a name too long for what is left");
    screen.script(MAKE_ROOM);
    name("Grace");
    screen.reload();
    screen.says("Grace – studying now");
}

#[test]
fn a_clock_that_goes_back_changes_no_order() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.before_each_page("const now = Date.now.bind(Date); Date.now = () => now() - 400 * 86400e3;");
    screen.reload();
    let question = screen.region("What do you drink?");
    question.button("Try again").click();
    drink_coffee(screen);
    screen.reload();
    question.group("Right.").appears();
    let progress = progress(screen);
    assert!(progress.contains("1 of 3 · 33%"), "{progress}");
    assert!(progress.contains("0 at the first try"), "{progress}");
}

/// Where the browser puts downloads from now on.
pub fn downloads(screen: &Screen) -> tempfile::TempDir {
    let folder = tempfile::TempDir::new().expect("make a folder");
    let parameters = serde_json::json!({ "behavior": "allow", "downloadPath": folder.path() });
    screen.devtools("Browser.setDownloadBehavior", parameters);
    folder
}

/// The exported file, once it is there.
pub fn exported(screen: &Screen, folder: &std::path::Path) -> String {
    let path = folder.join("progress-small-course.json");
    screen.wait_until("the file is there", || fs::metadata(&path).is_ok_and(|file| file.len() > 0));
    fs::read_to_string(&path).expect("read the export")
}
