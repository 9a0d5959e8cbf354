//! A long history: old events become packs, and nothing changes for the learner.

use crate::harness::{Look, Screen, Workshop};
use crate::samples::{TEA, course, progress};
use crate::storage::{downloads, exported};

/// Answers to a question over the years, each a record of its own.
const STUDY: &str = "for (let number = 1; number <= 700; number++) localStorage.setItem(
    `workshop/small-course/event/first/${number}-a-b`,
    JSON.stringify({ form: 1, at: 1600000000000 + number * 864e5, what: 'answered', question: 'drink',
        revision: 1, chosen: [number % 2 ? 'tea' : 'coffee'], earned: (number + 1) % 2, possible: 1 }))";
const KEYS: &str = "return Object.keys(localStorage).filter(key => key.includes('/event/')).length";
const PACKS: &str = "return Object.keys(localStorage).filter(key => key.includes('/pack-')).length";

/// Someone with a long history, once it is packed.
fn packed(workshop: &Workshop) -> Screen {
    let screen = workshop.visit();
    screen.open("index.html");
    screen.script(STUDY);
    screen.reload();
    screen.wait_until("old events are packed", || screen.script(PACKS) == 1 && screen.script(KEYS) == 201);
    screen
}

#[test]
fn packing_changes_nothing_that_the_learner_sees() {
    let workshop = Workshop::of(&course());
    let screen = &packed(&workshop);
    screen.open("my-data.html");
    screen.says("Records: 700.");
    assert!(progress(screen).contains("1 of 3 · 33%"));
    screen.open(TEA);
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn a_packed_history_goes_to_another_browser_and_merges_there() {
    let workshop = Workshop::of(&course());
    let screen = &packed(&workshop);
    screen.open("my-data.html");
    let folder = downloads(screen);
    screen.button("Export my progress").click();
    exported(screen, folder.path());
    let file = folder.path().join("progress-small-course.json");
    let other = &workshop.visit();
    other.open("index.html");
    other.script(&STUDY.replace("<= 700", "<= 50"));
    other.open("my-data.html");
    other.button("Choose a file to import").choose(&file);
    other.says("Imported. New records: 650. Already here: 50.");
    other.says("Records: 700.");
}

#[test]
fn a_damaged_pack_loses_only_itself_and_is_kept_aside() {
    let workshop = Workshop::of(&course());
    let screen = &packed(&workshop);
    screen.script(
        "for (const key of Object.keys(localStorage)) if (key.includes('/pack-'))
            localStorage.setItem(key, localStorage.getItem(key).slice(0, 100))",
    );
    screen.open("my-data.html");
    screen.says("Records: 200.");
    screen.says("Damaged records: 1.");
    assert_eq!(screen.script(PACKS), 1);
}

#[test]
fn another_tab_that_packs_takes_nothing_from_this_one() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.script(STUDY);
    screen.open("my-data.html");
    let first = screen.tab();
    screen.new_tab();
    screen.open("my-data.html");
    screen.wait_until("old events are packed", || screen.script(PACKS) == 1);
    screen.says("Records: 700.");
    screen.look_at(&first);
    screen.says("Records: 700.");
}
