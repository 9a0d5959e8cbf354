//! What can be read where no script runs.

use std::fs;
use std::path::Path;

use serde_json::json;

use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::samples::{POSTS, TEA, course};

fn without_scripts(workshop: &Workshop) -> Screen {
    let screen = workshop.visit();
    screen.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    screen
}

#[test]
fn a_lesson_shows_its_prose_and_its_questions_as_lists() {
    let workshop = Workshop::of(&course());
    let screen = &without_scripts(&workshop);
    screen.open_page(TEA);
    screen.says("Tea came first.");
    let question = screen.region("What do you drink?");
    for option in ["Tea", "Coffee", "Water"] {
        question.says(option);
    }
    assert!(!question.button("Check").is_there());
    screen.link("Next Your first post").click();
    screen.says("Love how fast the new Acme app is!");
    assert_eq!(screen.address(), POSTS);
}

#[test]
fn reasons_are_shown_to_those_who_open_them() {
    let workshop = Workshop::of(&course());
    let screen = &without_scripts(&workshop);
    screen.open_page(POSTS);
    screen.says_nothing_of("One sentence at the start is enough.");
    screen.region("Proud of the release").disclosure("Answers and reasons").click();
    screen.says("One sentence at the start is enough.");
    screen.says("I work at Acme, and I love how fast our app is!");
}

#[test]
fn no_order_pair_word_or_variant_is_told_before_it_is_asked_for() {
    let kinds = Lesson::new("kinds", "Each kind").text(
        "## Order {#order .quiz .order}\n\n1. Write\n2. Read\n3. Post\n\n\
         ## Pairs {#pairs .quiz .match}\n\n| a | b |\n|---|---|\n| Cat | purrs |\n| Dog | barks |\n\n\
         ## Word {#word .quiz .text}\n\n- [x] Meow\n\n\
         ## Poll {#poll .quiz .poll}\n\n- Left\n- Right\n\n\
         ## Other word {#other .quiz .text variant-of=word}\n\n- [x] Woof\n",
    );
    let workshop = Workshop::of(&Course::new().lesson("01-start/01-kinds.md", kinds));
    let screen = &without_scripts(&workshop);
    screen.open_page("start/kinds.html");
    screen.region("Order").says("Post\nRead\nWrite");
    screen.region("Pairs").says("Cat\nDog\nbarks\npurrs");
    screen.region("Poll").says("Left\nRight");
    screen.says_nothing_of("Meow");
    screen.says_nothing_of("Other word");
    screen.region("Order").disclosure("Answers and reasons").click();
    screen.region("Order").says("Write\nRead\nPost");
    screen.region("Pairs").disclosure("Answers and reasons").click();
    screen.region("Pairs").says("Cat\npurrs\nDog\nbarks");
    screen.region("Word").disclosure("Answers and reasons").click();
    screen.region("Word").says("Meow (Right)");
    assert!(!screen.region("Poll").disclosure("Answers and reasons").is_there());
}

#[test]
fn every_lesson_is_a_page_of_its_own() {
    let workshop = Workshop::shipped();
    let screen = &without_scripts(&workshop);
    let lessons = shipped_lessons();
    assert!(lessons.len() >= 10, "{lessons:?}");
    for (address, title) in &lessons {
        screen.open_page(address);
        screen.heading(title).appears();
        screen.says("Answers and reasons");
    }
}

/// Address and title of each lesson, as the course folder has them.
fn shipped_lessons() -> Vec<(String, String)> {
    let mut lessons = Vec::new();
    let entries = |path: &Path| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    for module in entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")) {
        for lesson in entries(&module) {
            let text = fs::read_to_string(&lesson).unwrap_or_default();
            let value = |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).map(str::trim);
            if let (Some(id), Some(title)) = (value("id:"), value("title:")) {
                let folder = module.file_name().unwrap_or_default().to_string_lossy();
                let (_, name) = folder.split_once('-').expect("a number and a name");
                lessons.push((format!("{name}/{id}.html"), title.trim_matches('"').to_owned()));
            }
        }
    }
    lessons
}

#[test]
fn policy_and_glossary_can_be_read() {
    let workshop = Workshop::of(&course());
    let screen = &without_scripts(&workshop);
    screen.open_page("policy.html");
    screen.heading("DSC-1 Put it in the post itself").appears();
    screen.says("Say that you work here.");
    screen.link("Glossary").click();
    screen.says("The company.");
    screen.link("My progress").click();
    screen.says("This page needs JavaScript.");
}
