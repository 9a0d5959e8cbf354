//! Authors change a course while people study it. No credit is lost.

use crate::harness::{Course, Lesson, Look, Question, Screen, Workshop};
use crate::samples::{TEA, answer, biscuits, course, drink, drink_coffee, progress, tea};

/// Someone who answered a question before the course changed.
fn answered(workshop: &Workshop) -> Screen {
    let screen = workshop.visit();
    screen.open(TEA);
    drink_coffee(&screen);
    screen
}

fn still_knows_the_answer(screen: &Screen) {
    let question = screen.region("What do you drink?");
    question.group("Right.").says("Beans in hot water.");
    assert!(question.radio("Coffee").is_checked());
}

#[test]
fn a_reworded_lesson_keeps_its_answers() {
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    let reworded = Lesson::new("tea", "Tea, revised").text("Every word is new.").ask(
        Question::quiz("drink", "Your cup, please")
            .wrong("{#tea} A pot of tea", "New reason one.")
            .right("{#coffee} A mug of coffee", "New reason two."),
    );
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", reworded));
    screen.open(TEA);
    let question = screen.region("Your cup, please");
    question.group("Right.").says("New reason two.");
    assert!(question.radio("A mug of coffee").is_checked());
    screen.says("All questions answered.");
}

#[test]
fn options_inserted_and_reordered_keep_the_answer() {
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    let reordered = Question::quiz("drink", "What do you drink?")
        .wrong("{#water} Water", "Nothing in cold water.")
        .wrong("{#milk} Milk", "Grass, in the end.")
        .wrong("{#tea} Tea", "Leaves in hot water.")
        .right("{#coffee} Coffee", "Beans in hot water.");
    let lesson = Lesson::new("tea", "All about tea").ask(biscuits()).ask(reordered);
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", lesson));
    screen.open(TEA);
    still_knows_the_answer(screen);
}

#[test]
fn a_lesson_moved_to_another_module_keeps_its_answers() {
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    let reading = Lesson::new("reading", "Only to read").text("Nothing is asked here.");
    let moved = Course::new().lesson("01-start/01-reading.md", reading).lesson("02-more/07-tea.md", tea());
    workshop.publish(&moved);
    screen.open("more/tea.html");
    still_knows_the_answer(screen);
    screen.open("index.html");
    screen.region("More").says("Started");
}

#[test]
fn a_renamed_file_with_the_same_id_keeps_its_answers() {
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    workshop.publish(&Course::new().lesson("01-start/33-quite-another-name.md", tea()));
    screen.open(TEA);
    still_knows_the_answer(screen);
}

#[test]
fn a_new_revision_asks_again_and_says_why() {
    const NOTICE: &str = "This question has changed since you answered it. Please answer it again.";
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    screen.says_nothing_of(NOTICE);
    let revised = Lesson::new("tea", "All about tea").ask(drink().set("revision=2"));
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", revised));
    screen.open(TEA);
    screen.region("What do you drink?").says(NOTICE);
    screen.says_nothing_of("Beans in hot water.");
    assert!(progress(screen).contains("0 of 1 · 0%"));
    screen.open(TEA);
    drink_coffee(screen);
    screen.reload();
    still_knows_the_answer(screen);
    screen.says_nothing_of(NOTICE);
}

#[test]
fn the_answer_to_a_question_that_is_gone_is_kept() {
    let workshop = Workshop::of(&course());
    let screen = &answered(&workshop);
    let without = Lesson::new("tea", "All about tea").ask(biscuits());
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", without));
    assert!(progress(screen).contains("1 answer belongs to questions that are no longer in the course."));
    workshop.publish(&course());
    screen.open(TEA);
    still_knows_the_answer(screen);
}

#[test]
fn an_option_that_is_gone_leaves_the_answer_as_it_was_graded() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    answer(screen, "What do you drink?", "Water");
    screen.region("What do you drink?").group("Not quite.").appears();
    let fewer = Question::quiz("drink", "What do you drink?")
        .wrong("{#tea} Tea", "Leaves in hot water.")
        .right("{#coffee} Coffee", "Beans in hot water.");
    let lesson = Lesson::new("tea", "All about tea").ask(fewer);
    workshop.publish(&Course::new().lesson("01-start/01-tea.md", lesson));
    screen.open(TEA);
    screen.region("What do you drink?").button("Try again").click();
    drink_coffee(screen);
}
