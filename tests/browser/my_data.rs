//! My data: export, import, delete, learners.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::harness::{Look, Screen, Workshop};
use crate::samples::{POSTS, TEA, answer, course, drink_coffee, progress};
use crate::storage::{downloads, exported};

/// The exported progress of someone who answered two questions, and what My
/// progress says to them.
fn someone_elses_progress(workshop: &Workshop) -> (String, String) {
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Post – fine as it is");
    let progress = progress(screen);
    let folder = downloads(screen);
    screen.open("my-data.html");
    screen.button("Export my progress").click();
    screen.announces("The file is in your downloads.");
    (exported(screen, folder.path()), progress)
}

fn written(folder: &TempDir, text: &str) -> PathBuf {
    let path = folder.path().join("progress.json");
    fs::write(&path, text).expect("write a file");
    path
}

pub fn import(screen: &Screen, text: &str) {
    let folder = TempDir::new().expect("make a folder");
    screen.open("my-data.html");
    screen.button("Choose a file to import").choose(&written(&folder, text));
    screen.wait_until("something is said about the file", || screen.text().contains("mported"));
}

#[test]
fn exported_progress_is_the_same_in_another_browser() {
    let workshop = Workshop::of(&course());
    let (file, theirs) = someone_elses_progress(&workshop);
    let screen = &workshop.visit();
    assert_ne!(progress(screen), theirs);
    import(screen, &file);
    screen.says("Imported. New records: 4. Already here: 0.");
    screen.says("Records: 4.");
    assert_eq!(progress(screen), theirs);
    screen.open(TEA);
    screen.region("What do you drink?").group("Right.").appears();
}

#[test]
fn importing_twice_changes_nothing() {
    let workshop = Workshop::of(&course());
    let (file, theirs) = someone_elses_progress(&workshop);
    let screen = &workshop.visit();
    import(screen, &file);
    import(screen, &file);
    screen.says("New records: 0. Already here: 4.");
    screen.says("Records: 4.");
    assert_eq!(progress(screen), theirs);
}

#[test]
fn importing_adds_to_what_is_there() {
    let workshop = Workshop::of(&course());
    let (file, _) = someone_elses_progress(&workshop);
    let screen = &workshop.visit();
    screen.open(TEA);
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Oat").click();
    biscuits.checkbox("Rye").click();
    biscuits.button("Check").click();
    biscuits.group("Right.").appears();
    import(screen, &file);
    screen.says("New records: 4.");
    let progress = progress(screen);
    assert!(progress.contains("2 of 3 lessons done"), "{progress}");
    assert!(progress.contains("2 of 3 · 67%"), "{progress}");
}

#[test]
fn a_file_that_cannot_be_right_is_refused_with_its_reason() {
    let workshop = Workshop::of(&course());
    let (file, _) = someone_elses_progress(&workshop);
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    let before = screen.script("return JSON.stringify(Object.entries(localStorage).sort())");
    let foreign = file.replace("\"course\":\"small-course\"", "\"course\":\"knots\"");
    let foreign = foreign.replace("A small course", "Knots for beginners");
    let newer = file.replace("\"form\":1,\"course\"", "\"form\":9,\"course\"");
    for (text, reason) in [
        ("a shopping list", "This file is not exported progress of a workshop."),
        (&file[..file.len() / 2], "This file is cut off or damaged."),
        ("", "This file is empty."),
        (&foreign, "This file belongs to another course: “Knots for beginners”."),
        (&newer, "This file was exported by a newer version of the workshop."),
    ] {
        import(screen, text);
        screen.says("Nothing was imported.");
        screen.says(reason);
        let after = screen.script("return JSON.stringify(Object.entries(localStorage).sort())");
        assert_eq!(after, before, "{reason}");
    }
}

#[test]
fn deleted_progress_is_gone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.open("my-data.html");
    screen.says("Records: 2.");
    screen.button("Delete my progress …").click();
    let dialog = screen.dialog("Delete all progress of Learner 1 in this browser?");
    dialog.button("Cancel").click();
    dialog.is_gone();
    screen.says("Records: 2.");
    screen.button("Delete my progress …").click();
    dialog.button("Delete for good").click();
    screen.says("Your progress was deleted.");
    screen.says("Records: 0.");
    screen.open("index.html");
    screen.link("Start").appears();
    screen.open(TEA);
    screen.region("What do you drink?").button("Check").appears();
}

#[test]
fn a_second_learner_begins_anew_and_the_first_one_loses_nothing() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    let mine = progress(screen);
    screen.open("my-data.html");
    screen.button("Start as a new learner").follow();
    screen.says("Learner 2 – studying now");
    screen.says("Records: 0.");
    screen.open(TEA);
    screen.region("What do you drink?").button("Check").appears();
    assert_ne!(progress(screen), mine);
    screen.open("my-data.html");
    screen.button("Switch to Learner 1").follow();
    screen.says("Learner 1 – studying now");
    assert_eq!(progress(screen), mine);
}

#[test]
fn another_tab_follows_when_the_learner_changes() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let first = screen.tab();
    screen.open(TEA);
    drink_coffee(screen);
    screen.new_tab();
    screen.open("my-data.html");
    screen.button("Start as a new learner").follow();
    screen.look_at(&first);
    screen.region("What do you drink?").button("Check").appears();
}

#[test]
fn a_name_is_shown_at_once_and_stays() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    screen.says("Learner 1 – studying now");
    screen.textbox("Name shown here").fill("Ada");
    screen.button("Save name").click();
    screen.says("Name saved.");
    screen.says("Ada – studying now");
    screen.button("Delete my progress …").click();
    screen.dialog("Delete all progress of Ada in this browser?").button("Cancel").click();
    screen.reload();
    screen.says("Ada – studying now");
    screen.button("Start as a new learner").follow();
    screen.button("Switch to Ada").appears();
}
