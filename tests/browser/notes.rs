//! My notes and bookmarks: nothing typed is lost, nothing is overwritten unseen.

use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Look, Part, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::samples::{POSTS, TEA, course};
use crate::storage::{FILL, downloads, exported};

fn note(screen: &Screen) -> Part<'_> {
    screen.textbox("My notes")
}

/// Waits until this stands in the field.
fn shows(screen: &Screen, text: &str) {
    let value = "return document.getElementById('notes').value";
    screen.wait_until(&format!("the note is “{text}”"), || {
        screen.try_script(value).is_some_and(|value| value.as_str() == Some(text))
    });
}

/// Puts the note of another device into the browser's storage, as an import does.
fn note_from_elsewhere(screen: &Screen, counter: u32, text: &str) {
    let record = serde_json::json!({
        "form": 2, "at": 5, "what": "noted", "lesson": "tea", "text": text, "replaces": [],
    });
    screen.script(&format!(
        "localStorage['workshop/small-course/event/first/{counter}-elsewhere-t'] = `{record}`"
    ));
}

#[test]
fn a_note_saves_itself_when_typing_pauses() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.region("My notes").says("Only you see them.");
    note(screen).fill("Ask Mia");
    screen.region("My notes").says("Saved as soon as you pause");
    let kept = "return Object.values(localStorage).some(record => record.includes('Ask Mia'))";
    screen.wait_for_script("the note is kept", kept);
    screen.wait_until("it says so", || !screen.region("My notes").text().contains("as soon as"));
    screen.region("My notes").says("Saved");
    note(screen).has_focus();
}

#[test]
fn a_note_is_kept_when_the_page_is_left_at_once() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note(screen).fill("Written in haste");
    screen.link("Next Your first post").follow();
    screen.link("Previous All about tea").follow();
    shows(screen, "Written in haste");
}

#[test]
fn a_note_is_kept_when_the_page_is_reloaded_while_typing() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note(screen).fill("Half a sen");
    screen.reload();
    shows(screen, "Half a sen");
}

#[test]
fn writing_on_leaves_one_record() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let kept = |words: &str| {
        let kept = format!("return Object.values(localStorage).some(record => record.includes('{words}'))");
        screen.wait_for_script(&format!("“{words}” is kept"), &kept);
    };
    note(screen).fill("One");
    kept("One");
    screen.press('!');
    kept("One!");
    screen.press('?');
    kept("One!?");
    let records = "return Object.values(localStorage).filter(record => record.includes('noted')).length";
    assert_eq!(screen.script(records), 1);
}

#[test]
fn what_another_tab_writes_appears() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.open(TEA);
    screen.new_tab();
    screen.open(TEA);
    note(screen).fill("From the other tab");
    screen.press(Key::Tab);
    screen.look_at(&first);
    shows(screen, "From the other tab");
}

#[test]
fn what_another_tab_writes_overwrites_nothing_that_is_typed() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note(screen).fill("Typed here");
    note_from_elsewhere(screen, 90, "Typed there");
    // As the browser tells of what another tab did; looking at one would end the typing.
    screen.script(
        "const key = Object.keys(localStorage).find(key => key.includes('elsewhere'));
         dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage[key] }))",
    );
    screen.press('!');
    shows(screen, "Typed here!");
    screen.press(Key::Tab);
    shows(screen, "Typed there\n\nTyped here!");
    screen.reload();
    shows(screen, "Typed there\n\nTyped here!");
}

#[test]
fn notes_of_two_devices_are_joined_and_the_next_save_replaces_both() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note_from_elsewhere(screen, 7, "On the phone");
    note_from_elsewhere(screen, 8, "On the laptop");
    screen.reload();
    shows(screen, "On the phone\n\nOn the laptop");
    note(screen).fill("Both in one");
    screen.press(Key::Tab);
    screen.announces("Saved");
    screen.reload();
    shows(screen, "Both in one");
}

#[test]
fn an_emptied_note_is_gone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note(screen).fill("Soon gone");
    screen.link("All my notes and bookmarks").follow();
    screen.says("Soon gone");
    screen.link("All about tea").follow();
    note(screen).fill(" ");
    screen.press(Key::Backspace);
    screen.link("All my notes and bookmarks").follow();
    screen.says("Nothing here yet.");
}

#[test]
fn a_full_storage_loses_no_note() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note(screen).fill("Before");
    screen.press(Key::Tab);
    screen.announces("Saved");
    screen.script(FILL);
    note(screen).fill("There is no room for this note, which is longer than what is left");
    screen.press(Key::Tab);
    screen.says("The storage of this browser is full.");
    screen.region("My notes").says("Not saved");
    screen.reload();
    shows(screen, "There is no room for this note, which is longer than what is left");
}

#[test]
fn a_long_note_says_how_much_is_left() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    note_from_elsewhere(screen, 7, &"a".repeat(9_990));
    screen.reload();
    screen.region("My notes").says("Characters left: 10");
    screen.script("document.getElementById('notes').focus()");
    for _ in 0..12 {
        screen.press('b');
    }
    screen.region("My notes").says("Characters left: 0");
    assert_eq!(screen.script("return document.getElementById('notes').value.length"), 10_000);
}

#[test]
fn the_field_grows_with_the_note() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let height = "return document.getElementById('notes').clientHeight";
    let before = screen.script(height).as_f64();
    note(screen).fill(&"A line\n".repeat(8));
    screen.wait_until("the field has grown", || screen.script(height).as_f64() > before);
    assert_eq!(
        screen.script("const n = document.getElementById('notes'); return n.scrollHeight <= n.clientHeight"),
        true
    );
}

#[test]
fn a_bookmark_is_seen_in_the_lists_and_taken_away_again() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.says_nothing_of("Bookmarked");
    screen.open(POSTS);
    let pressed = |state: &str| {
        let script = format!("return document.querySelector('[aria-pressed]').ariaPressed === '{state}'");
        screen.wait_for_script("the button shows the state", &script);
    };
    pressed("false");
    screen.button("Bookmark").click();
    screen.announces("Bookmark set.");
    pressed("true");
    screen.reload();
    pressed("true");

    screen.open("index.html");
    screen.region("Start").says("Bookmarked");
    screen.open("start/index.html");
    screen.says("Bookmarked");
    screen.open("notes.html");
    screen.says("Bookmarked");
    screen.link("Your first post").follow();
    screen.button("Bookmark").click();
    screen.announces("Bookmark removed.");
    screen.open("index.html");
    screen.says_nothing_of("Bookmarked");
}

#[test]
fn notes_and_bookmarks_are_in_the_export() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.button("Bookmark").click();
    note(screen).fill("Take me with you");
    screen.open("my-data.html");
    let folder = downloads(screen);
    screen.button("Export my progress").click();
    let file = exported(screen, folder.path());
    assert!(file.contains("Take me with you") && file.contains("bookmarked"), "{file}");
    screen.link("All my notes and bookmarks").follow();
    screen.heading("My notes and bookmarks").appears();
}

#[test]
fn the_note_of_a_lesson_that_is_gone_can_still_be_read() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let elsewhere = r#"{"form":2,"at":5,"what":"noted","lesson":"old-lesson","text":"Still worth knowing","replaces":[]}"#;
    screen
        .script(&format!("localStorage['workshop/small-course/event/first/3-elsewhere-t'] = '{elsewhere}'"));
    screen.open("notes.html");
    screen.says("Still worth knowing");
    screen.says("A lesson that is no longer in the course");
}

#[test]
fn notes_and_bookmarks_work_with_the_keyboard_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    tab_to(screen, "button", "Bookmark");
    screen.press(' ');
    screen.announces("Bookmark set.");
    tab_to(screen, "textbox", "My notes");
    screen.press('H');
    screen.press('i');
    tab_to(screen, "link", "All my notes and bookmarks");
    screen.announces("Saved");
    screen.press(Key::Enter);
    screen.says("Bookmarked");
    screen.says("Hi");
}

#[test]
fn a_lesson_with_notes_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.button("Bookmark").click();
    note(screen)
        .fill("A long note without any blanks: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    screen.press(Key::Tab);
    screen.announces("Saved");
    has_no_barriers(screen);
}

#[test]
fn the_list_of_notes_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.button("Bookmark").click();
    note(screen)
        .fill("A long note without any blanks: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    screen.link("All my notes and bookmarks").follow();
    has_no_barriers(screen);
}
