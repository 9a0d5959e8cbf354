//! Not knowing, being sure, and trying again in other words.

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Question, Screen, Workshop};
use crate::samples::{TEA, answer, course, drink, drink_coffee, drink_tea};

const DRINK: &str = "What do you drink?";
const CUP: &str = "What is in your cup?";

fn cup() -> Question {
    Question::quiz("cup", CUP)
        .set("variant-of=drink")
        .wrong("Leaves", "They float.")
        .right("Beans", "Ground, of course.")
}

/// The lesson on tea, whose question has a variant.
fn with_variant() -> Course {
    let lesson = Lesson::new("tea", "All about tea").ask(drink()).ask(cup());
    Course::new().lesson("01-start/01-tea.md", lesson)
}

#[test]
fn not_knowing_shows_the_answer_and_never_counts_against_anyone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let question = screen.region(DRINK);
    question.button("I don’t know").click();
    question.group("Not known yet.").has_focus();
    screen.announces("Not known yet.");
    question.says("Saying so is better than a guess: it never counts against you.");
    question.says("Beans in hot water.");
    question.says("Leaves in hot water.");
    screen.reload();
    question.group("Not known yet.").appears();
    question.button("Try again").click();
    drink_coffee(screen);
}

#[test]
fn not_knowing_uses_up_no_attempt() {
    let once = Question::quiz("once", "Only once").set("attempts=1");
    let once = once.right("Heads", "It was heads.").wrong("Tails", "It was not tails.");
    let lesson = Lesson::new("coin", "A coin").ask(once);
    let workshop = Workshop::of(&Course::new().lesson("01-start/01-coin.md", lesson));
    let screen = &workshop.visit();
    screen.open("start/coin.html");
    let question = screen.region("Only once");
    question.button("I don’t know").click();
    question.button("Try again").click();
    answer(screen, "Only once", "Tails");
    screen.says("This question can be answered once only.");
}

#[test]
fn who_was_sure_and_wrong_is_told_kindly() {
    const KINDLY: &str = "You were sure. It comes back first when you practise.";
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let question = screen.region(DRINK);
    question.group("How sure are you?").radio("Sure").click();
    drink_tea(screen);
    question.group("Not quite.").says(KINDLY);
    screen.reload();
    question.group("Not quite.").says(KINDLY);
    question.button("Try again").click();
    assert!(!question.radio("Sure").is_checked());
    question.radio("Unsure").click();
    drink_tea(screen);
    screen.says_nothing_of(KINDLY);
}

#[test]
fn trying_again_asks_in_other_words() {
    let workshop = Workshop::of(&with_variant());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.says_nothing_of(CUP);
    drink_tea(screen);
    screen.region(DRINK).button("Try again").click();
    let question = screen.region(CUP);
    question.heading(CUP).has_focus();
    screen.announces("The same question in other words.");
    screen.says_nothing_of(DRINK);
    answer(screen, CUP, "Leaves");
    question.group("Not quite.").says("They float.");
    screen.reload();
    question.group("Not quite.").says("They float.");
    screen.says_nothing_of(DRINK);
    question.button("Try again").click();
    screen.region(DRINK).heading(DRINK).appears();
    drink_coffee(screen);
    screen.says("All questions answered. This lesson is done.");
}

#[test]
fn attempts_are_counted_over_all_wordings() {
    let lesson = Lesson::new("tea", "All about tea").ask(drink().set("attempts=2")).ask(cup());
    let workshop = Workshop::of(&Course::new().lesson("01-start/01-tea.md", lesson));
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.region(DRINK).button("Try again").click();
    answer(screen, CUP, "Leaves");
    screen.says("This question can be answered 2 times only.");
    screen.region(CUP).button("Try again").is_gone();
}

/// Three answers, in two wordings.
fn answer_three_times(screen: &Screen) {
    screen.region(DRINK).button("I don’t know").click();
    screen.region(DRINK).button("Try again").click();
    answer(screen, CUP, "Leaves");
    screen.region(CUP).button("Try again").click();
    drink_coffee(screen);
}

#[test]
fn every_attempt_is_kept_and_can_be_read() {
    let workshop = Workshop::of(&with_variant());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.region(DRINK).disclosure("Your attempts").is_gone();
    screen.region(DRINK).button("Try again").click();
    screen.region(CUP).button("I don’t know").click();
    screen.region(CUP).button("Try again").click();
    drink_coffee(screen);
    let question = screen.region(DRINK);
    question.disclosure("Your attempts").click();
    for words in ["Tea", "Not quite.", CUP, "I don’t know", "Not known yet.", "Coffee", "20"] {
        question.says(words);
    }
}

#[test]
fn another_wording_has_no_barriers() {
    let workshop = Workshop::of(&with_variant());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.region(DRINK).button("Try again").click();
    screen.region(CUP).heading(CUP).has_focus();
    has_no_barriers(screen);
}

#[test]
fn attempts_and_not_knowing_have_no_barriers() {
    let workshop = Workshop::of(&with_variant());
    let screen = &workshop.visit();
    screen.open(TEA);
    answer_three_times(screen);
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
    screen.says("Not known yet.");
    has_no_barriers(screen);
}
