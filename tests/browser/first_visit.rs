//! From the home page to an answer, and back another day.

use crate::harness::{Look, Workshop};
use crate::samples::{POSTS, TEA, answer_by_first_options, course, drink_coffee, drink_tea, progress};

#[test]
fn a_new_learner_starts_with_the_first_lesson() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.says_nothing_of("Continue");
    screen.says_nothing_of("Started");
    screen.link("Start").follow();
    screen.heading("All about tea").appears();
    assert_eq!(screen.address(), TEA);
}

#[test]
fn an_answer_and_its_feedback_are_still_there_after_a_reload() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    let question = screen.region("What do you drink?");
    question.group("Not quite.").says("Leaves in hot water.");
    screen.says("1 question is still open above.");

    screen.reload();
    question.group("Not quite.").says("Leaves in hot water.");
    assert!(question.radio("Tea").is_checked());
    screen.says("1 question is still open above.");
}

#[test]
fn home_goes_on_with_the_lesson_that_was_begun() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(POSTS);
    screen.open(TEA);
    drink_coffee(screen);
    screen.open("index.html");
    screen.says("Next: All about tea");
    screen.region("Start").says("Started");
    screen.link("Continue").follow();
    assert_eq!(screen.address(), TEA);
}

#[test]
fn the_shipped_course_is_studied_from_start_to_progress() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.link("Start").follow();
    let lesson = screen.address();
    answer_by_first_options(screen);
    screen.reload();
    screen.says("All questions answered. This lesson is done.");
    screen.open("index.html");
    screen.says("Done");
    screen.link("Continue").follow();
    assert_ne!(screen.address(), lesson);
    assert!(progress(screen).contains("1 of "));
}

#[test]
fn a_lesson_is_done_when_all_its_questions_are_answered() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.says("1 question is still open above.");
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Nut").click();
    biscuits.button("Check").click();
    screen.says("All questions answered. This lesson is done.");

    screen.open("index.html");
    screen.region("Start").says("1 of 2 lessons done");
    screen.region("Start").says("Done");
    screen.says("Next: Your first post");
    assert!(progress(screen).contains("1 of 3 lessons done"));
    screen.says("1 of 3 · 33%");
    screen.says("1 at the first try");
}

#[test]
fn a_lesson_without_questions_is_done_when_it_is_left_by_its_end() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("more/reading.html");
    screen.says("Going on marks this lesson as done.");
    screen.open("index.html");
    screen.region("More").says("Started");
    screen.link("Continue").follow();
    screen.link("See my progress").follow();
    screen.says("1 of 3 lessons done");
    screen.open("index.html");
    screen.region("More").says("Done");
}

#[test]
fn going_back_shows_what_was_answered_in_between() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.link("Start").follow();
    drink_coffee(screen);
    screen.go_back();
    screen.says("Next: All about tea");
    screen.region("Start").says("Started");
}
