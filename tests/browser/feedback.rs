//! What a question says before it is answered, and after.

use crate::harness::{Course, Lesson, Look, Question, Workshop};
use crate::samples::{ALL, POSTS, TEA, answer, course, drink_coffee, drink_tea, one_lesson};

#[test]
fn the_reason_stands_beside_the_option_that_was_chosen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    let question = screen.region("What do you drink?");
    let feedback = question.group("Not quite.");
    feedback.says("Leaves in hot water.");
    assert!(question.radio("Tea").top() < feedback.top());
    assert!(feedback.top() < question.radio("Coffee").top());
    screen.says_nothing_of("Beans in hot water.");
    screen.says_nothing_of("Nothing in cold water.");
}

#[test]
fn the_feedback_leads_to_the_clause_that_decides() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Post – fine as it is");
    let feedback = screen.region("Proud of the release").group("Not quite.");
    feedback.link("DSC-1: Put it in the post itself").follow();
    assert_eq!(screen.address(), "policy.html#DSC-1");
    let clause = screen.heading("DSC-1 Put it in the post itself").top();
    assert!((0.0..500.0).contains(&clause), "the clause is {clause} px below the upper edge");
}

#[test]
fn nothing_tells_the_answer_before_it_is_given() {
    let workshop = Workshop::of(&one_lesson());
    let screen = &workshop.visit();
    screen.open(ALL);
    // Hidden text too, and attributes.
    let page = screen.script("return document.documentElement.outerHTML").to_string();
    assert!(page.contains("Love how fast"));
    for told in [
        "in hot water",
        "in cold water",
        "Beans win every time",
        "grain",
        "Readers cannot see",
        "One sentence",
        "proud aloud",
        "promotes",
        "I work at Acme",
        "not right",
    ] {
        assert!(!page.contains(told), "the page holds “{told}” before anything was answered");
    }
}

#[test]
fn all_options_and_their_reasons_can_be_read_afterwards() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.says_nothing_of("Beans in hot water.");
    let question = screen.region("What do you drink?");
    question.disclosure("All options and their reasons").click();
    for reason in ["Leaves in hot water.", "Beans in hot water.", "Nothing in cold water."] {
        question.says(reason);
    }
    question.says("Your choice");
}

#[test]
fn checking_without_a_choice_asks_for_one() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let question = screen.region("What do you drink?");
    question.button("Check").click();
    question.says("Choose an option first.");
    question.radio("Coffee").click();
    screen.wait_until("the request is gone", || !question.text().contains("Choose an option first."));
    question.button("Check").click();
    question.group("Right.").appears();
}

#[test]
fn a_wrong_answer_can_be_tried_again_until_it_is_right() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    let question = screen.region("What do you drink?");
    assert!(!question.radio("Coffee").is_enabled());
    question.button("Try again").click();
    question.radio("Tea").has_focus();
    assert!(!question.radio("Tea").is_checked());
    screen.says_nothing_of("Leaves in hot water.");
    drink_coffee(screen);
    question.button("Try again").is_gone();
}

#[test]
fn a_question_with_several_right_options_is_graded_in_parts() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let question = screen.region("Which biscuits?");
    question.checkbox("Oat").click();
    question.button("Check").click();
    question.group("Partly right: 1 of 2.").appears();
    question.says("Oats are grain.");
    question.button("Try again").click();
    for option in ["Oat", "Rye", "Nut"] {
        question.checkbox(option).click();
    }
    question.button("Check").click();
    question.group("Partly right: 1 of 2.").appears();
    question.says("A nut is no grain.");
    question.button("Try again").click();
    question.checkbox("Oat").click();
    question.checkbox("Rye").click();
    question.button("Check").click();
    question.group("Right.").appears();
}

#[test]
fn a_question_with_one_attempt_cannot_be_tried_again() {
    let once = Question::quiz("once", "Only once").set("attempts=1");
    let once = once.right("Heads", "It was heads.").wrong("Tails", "It was not tails.");
    let lesson = Lesson::new("coin", "A coin").ask(once);
    let workshop = Workshop::of(&Course::new().lesson("01-start/01-coin.md", lesson));
    let screen = &workshop.visit();
    screen.open("start/coin.html");
    answer(screen, "Only once", "Tails");
    screen.says("This question can be answered once only.");
    screen.region("Only once").button("Try again").is_gone();
    screen.reload();
    screen.says("This question can be answered once only.");
    screen.region("Only once").button("Check").is_gone();
}

#[test]
fn a_hint_is_shown_to_those_who_ask_for_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.says_nothing_of("It keeps you awake.");
    screen.region("What do you drink?").disclosure("Hint").click();
    screen.says("It keeps you awake.");
}

#[test]
fn the_explanation_is_shown_after_an_answer_right_or_wrong() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.says_nothing_of("Beans win every time.");
    drink_tea(screen);
    screen.says("Beans win every time.");
}

#[test]
fn a_draft_is_shown_as_a_post_and_then_repaired() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(POSTS);
    let scenario = screen.region("Proud of the release");
    scenario.figure().says("Draft for LinkedIn");
    scenario.figure().says("Love how fast the new Acme app is!");
    screen.says_nothing_of("Repaired");
    assert_eq!(screen.script("return document.querySelectorAll('main blockquote').length"), 0);
    answer(screen, "Proud of the release", "Don’t – do not post it");
    scenario.says("Repaired");
    scenario.says("I work at Acme, and I love how fast our app is!");
    assert_eq!(screen.script("return document.querySelectorAll('main figure').length"), 2);
}
