//! What can be printed: my answers, and the certificate.

use serde_json::json;

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::learning_course;
use crate::samples::{POSTS, TEA, answer, biscuits, course, drink_coffee, drink_tea};

const ANSWERS: &str = "my-answers.html";
const CERTIFICATE: &str = "certificate.html";

/// Someone who answered, tried again, and wrote a note.
fn learner(workshop: &Workshop) -> Screen {
    let visit = workshop.visit();
    let screen = &visit;
    screen.open(TEA);
    drink_tea(screen);
    screen.region("What do you drink?").button("Try again").click();
    drink_coffee(screen);
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Post – fine as it is");
    screen.region("Proud of the release").group("Not quite.").appears();
    visit
}

/// Someone who has passed.
fn passed(workshop: &Workshop) -> Screen {
    let screen = workshop.visit();
    for (page, clause) in
        [("say/say", "Say it"), ("stars/stars", "No stars"), ("rights/rights", "Your rights")]
    {
        screen.open(&format!("{page}.html"));
        learning_course::answer(&screen, &format!("{clause}, first?"), "Yes");
        learning_course::answer(&screen, &format!("{clause}, second?"), "Yes");
    }
    screen
}

fn on_paper(screen: &Screen) {
    screen.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
}

#[test]
fn my_answers_shows_each_answer_the_right_one_and_all_reasons() {
    let workshop = Workshop::of(&course());
    let screen = &learner(&workshop);
    screen.open("my-data.html");
    screen.link("My answers").follow();
    screen.heading("All about tea").appears();
    let drink = screen.region("What do you drink?");
    drink.says("Not quite.");
    drink.says("Leaves in hot water.");
    drink.says("Beans in hot water.");
    drink.says("Beans win every time.");
    let order = "const text = document.querySelector('.own-answers').innerText;
        return text.indexOf('Tea') < text.indexOf('Coffee') && text.includes('Right.')";
    assert_eq!(screen.script(order), true);
    let release = screen.region("Proud of the release");
    release.says("Love how fast the new Acme app is!");
    release.says("I work at Acme, and I love how fast our app is!");
    screen.says_nothing_of("Which biscuits?");
}

#[test]
fn my_answers_keeps_what_is_no_longer_in_the_course() {
    let workshop = Workshop::of(&course());
    let screen = &learner(&workshop);
    let without = Lesson::new("tea", "All about tea").ask(biscuits());
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", without));
    screen.open(ANSWERS);
    screen.heading("No longer in the course").appears();
    screen.says("release");
    screen.says("drink");
    screen.heading("All about tea").is_gone();
}

#[test]
fn my_answers_of_a_new_learner_says_that_there_are_none() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ANSWERS);
    screen.says("You have not answered anything yet.");
}

#[test]
fn my_answers_that_cannot_be_loaded_are_still_listed() {
    let workshop = Workshop::of(&course());
    let screen = &learner(&workshop);
    workshop.lose("lessons/posts.");
    screen.expects_error("404 (Not Found)");
    screen.open(ANSWERS);
    screen.region("release").says("This question could not be loaded.");
    screen.region("What do you drink?").says("Beans in hot water.");
}

#[test]
fn my_answers_on_paper_are_the_answers_alone() {
    let workshop = Workshop::of(&course());
    let screen = &learner(&workshop);
    screen.open(ANSWERS);
    screen.heading("All about tea").appears();
    on_paper(screen);
    screen.says("Beans in hot water.");
    screen.says_nothing_of("My progress");
    screen.says_nothing_of("Print");
    assert!(!screen.print().is_empty());
}

#[test]
fn a_certificate_is_one_page_with_name_day_version_and_what_was_mastered() {
    let workshop = Workshop::of(&learning_course::course());
    let screen = &passed(&workshop);
    screen.open(CERTIFICATE);
    screen.textbox("Your name").fill("Ada Lovelace");
    on_paper(screen);
    for words in [
        "Ada Lovelace",
        "has passed",
        "A small course",
        "3 of 3 clauses",
        "Policy version\n1",
        "1 of 1",
        "Made in the learner’s own browser",
    ] {
        screen.says(words);
    }
    for words in ["My progress", "Print", "Type your name", "It never asks for your accounts"] {
        screen.says_nothing_of(words);
    }
    assert_eq!(screen.print().len(), 1);
}

#[test]
fn the_certificate_of_the_shipped_course_fits_on_one_page() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(CERTIFICATE);
    // Every module with all its clauses, as if all were mastered.
    screen.script(
        "const rows = [...Array(17)].map(() => '<li><span>A module with quite a long title</span> <span>12 of 12</span></li>');
        document.querySelector('main').innerHTML = `<h1>Certificate</h1><article class=certificate>
            <p class=eyebrow>Certificate</p><p class=holder>Ada Lovelace</p><p class=passed>has passed</p>
            <h2>Be yourself, say who you are</h2><p class=passed>on November 25, 2026</p>
            <dl><div><dt>Mastered</dt><dd>53 of 53 clauses</dd></div></dl><p class=eyebrow>By module</p>
            <ul>${rows.join('')}</ul><p class=small-print>Made in the learner’s own browser.</p></article>`",
    );
    assert_eq!(screen.print().len(), 1);
}

#[test]
fn a_name_on_the_certificate_is_kept_only_when_the_learner_says_so() {
    let workshop = Workshop::of(&learning_course::course());
    let screen = &passed(&workshop);
    screen.open(CERTIFICATE);
    screen.textbox("Your name").fill("Ada Lovelace");
    screen.reload();
    screen.textbox("Your name").appears();
    screen.says_nothing_of("Ada Lovelace");
    screen.textbox("Your name").fill("Ada Lovelace");
    screen.button("Keep this name here").click();
    screen.announces("Name saved.");
    screen.reload();
    screen.says("Ada Lovelace");
}

#[test]
fn before_the_pass_the_certificate_says_what_is_missing() {
    let workshop = Workshop::of(&learning_course::course());
    let screen = &workshop.visit();
    screen.open(CERTIFICATE);
    screen.says("You master 0 of 3 clauses");
    screen.button("Print").is_gone();
}

#[test]
fn my_answers_have_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &learner(&workshop);
    screen.open(ANSWERS);
    screen.heading("All about tea").appears();
    has_no_barriers(screen);
}

#[test]
fn the_certificate_has_no_barriers() {
    let workshop = Workshop::of(&learning_course::course());
    let screen = &passed(&workshop);
    screen.open(CERTIFICATE);
    screen.textbox("Your name").fill("Ada Lovelace");
    has_no_barriers(screen);
}
