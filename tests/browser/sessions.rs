//! Pretest, practice, recall, and what follows from mastery.

use std::fs;

use crate::access::has_no_barriers;
use crate::harness::{Lesson, Look, Screen, Workshop};
use crate::learning_course::{answer, answer_all, ask, course, days_pass};
use crate::storage::downloads;

const SAY: &str = "say/say.html";

fn always(option: &'static str) -> impl Fn(&str) -> &'static str {
    move |_| option
}

/// Goes through the lesson of the first module.
fn learn_to_say_it(screen: &Screen, option: &str) {
    screen.open(SAY);
    answer(screen, "Say it, first?", option);
    answer(screen, "Say it, second?", option);
}

#[test]
fn a_new_learner_is_offered_questions_first_and_told_why() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    let offer = screen.region("Try 3 questions first?");
    offer.says("They are not scored.");
    has_no_barriers(screen);
    offer.link("Take the 3 questions").follow();
    assert_eq!(screen.address(), "pretest.html");
}

#[test]
fn who_declines_the_pretest_is_not_asked_again() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.region("Try 3 questions first?").button("No, thank you").click();
    screen.region("Try 3 questions first?").is_gone();
    screen.reload();
    screen.link("Start").appears();
    screen.region("Try 3 questions first?").is_gone();
}

#[test]
fn a_pretest_asks_in_other_words_and_counts_against_nobody() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("pretest.html");
    has_no_barriers(screen);
    screen.button("Begin").click();
    let titles = answer_all(screen, always("No"));
    assert!(titles.len() == 3 && titles.iter().all(|title| title.ends_with("in other words?")), "{titles:?}");
    screen.says("That was it. What it tells you:");
    has_no_barriers(screen);
    screen.open("progress.html");
    screen.table("By clause of the policy").says("Not met yet");
    assert!(!screen.text().contains("To practise"), "{}", screen.text());
    screen.open(SAY);
    screen.says("2 questions are still open above.");
}

#[test]
fn a_pretest_goes_on_where_it_was_left() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("pretest.html");
    screen.button("Begin").click();
    let first = screen.wait_for("a question is asked", || {
        let title = screen.script("return document.querySelector('section.question h2')?.textContent");
        title.as_str().map(str::to_owned).ok_or("there is none".to_owned())
    });
    answer(screen, &first, "Yes");
    screen.reload();
    screen.button("Go on").click();
    screen.says("Question 2 of 3");
    let rest = answer_all(screen, always("Yes"));
    assert!(rest.len() == 2 && !rest.contains(&first), "{rest:?}");
}

#[test]
fn a_question_in_a_row_has_no_barriers_before_and_after() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("pretest.html");
    screen.button("Begin").click();
    screen.says("Question 1 of 3");
    screen.wait_until("a question is asked", || screen.text().contains("in other words?"));
    has_no_barriers(screen);
    let title = screen.script("return document.querySelector('section.question h2').textContent");
    answer(screen, title.as_str().expect("a title"), "No");
    screen.button("Next question").appears();
    has_no_barriers(screen);
}

#[test]
fn whoever_masters_a_modules_clauses_may_skip_it_and_is_told_so() {
    // Two questions are drawn: one of these stays open.
    let further = ["third", "fourth", "fifth"].into_iter();
    let further = further.fold(Lesson::new("further", "Say it again"), |lesson, id| {
        lesson.ask(ask(id, &format!("Say it, {id}?"), "DSC-1"))
    });
    let workshop = Workshop::of(&course().lesson("01-say/02-further.md", further));
    let screen = &workshop.visit();
    screen.open("say/index.html");
    screen.link("Know this already? Answer 2 questions and skip the module").follow();
    screen.says("You master 0 of 1 clause of this module.");
    screen.button("Start: 2 questions").click();
    answer_all(screen, always("Yes"));
    screen.says("You master all clauses of “Say”. You may skip the module.");
    screen.open("index.html");
    screen.region("Say").says("You master this already and may skip it");
    screen.link("Start").follow();
    assert_eq!(screen.address(), "stars/stars.html");
    screen.open("say/index.html");
    screen.says("You master this already and may skip it");
}

#[test]
fn practice_asks_for_what_is_missing_and_ends_with_the_pass() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    learn_to_say_it(screen, "Yes");
    screen.open("progress.html");
    screen.says("You master 1 of 3 clauses; you pass with 3.");
    screen.link("Practise what is missing").follow();
    has_no_barriers(screen);
    screen.button("Start: 4 questions").click();
    let titles = answer_all(screen, always("Yes"));
    assert!(titles.iter().all(|title| !title.starts_with("Say it")), "{titles:?}");
    screen.says("You passed on ");
    screen.says("Nothing is missing");
    screen.open("progress.html");
    screen.table("By clause of the policy").says("Mastered");
}

#[test]
fn critical_clauses_that_are_missing_are_named() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    learn_to_say_it(screen, "No");
    screen.open("progress.html");
    screen.says("You master 0 of 3 clauses; you pass with 3, if DSC-1 is among them.");
    screen.table("By clause of the policy").says("To practise");
}

#[test]
fn practice_leaves_what_was_just_shown_for_tomorrow() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("practice.html?module=say");
    screen.button("Start: 2 questions").click();
    answer_all(screen, always("No"));
    // The first question is left in its own words.
    screen.button("Practise more").click();
    answer_all(screen, always("No"));
    screen.says("come back tomorrow");
    days_pass(screen, 1);
    screen.reload();
    screen.button("Start: 2 questions").appears();
}

#[test]
fn a_recall_is_due_three_days_later_and_begins_with_what_was_wrong() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(SAY);
    answer(screen, "Say it, first?", "Yes");
    answer(screen, "Say it, second?", "No");
    screen.open("recall.html");
    screen.says("The next recall is on ");
    days_pass(screen, 3);
    screen.open("index.html");
    screen.says("A recall is due: about five minutes.");
    has_no_barriers(screen);
    screen.link("Recall").follow();
    has_no_barriers(screen);
    screen.button("Start: 2 questions").click();
    let titles = answer_all(screen, always("Yes"));
    assert_eq!(titles, ["Say it, second?", "Say it, in other words?"]);
    screen.says("That was the recall.");
    screen.says("The next recall is on ");
    has_no_barriers(screen);
    screen.open("index.html");
    screen.says_nothing_of("A recall is due");
}

#[test]
fn the_recalls_can_be_put_into_a_calendar() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    learn_to_say_it(screen, "Yes");
    screen.open("progress.html");
    let folder = downloads(screen);
    screen.button("Add the recalls to my calendar").click();
    screen.announces("The calendar file is in your downloads. Open it to add the recalls.");
    let path = folder.path().join("recalls-small-course.ics");
    let file =
        screen.wait_for("the file is there", || fs::read_to_string(&path).map_err(|error| error.to_string()));
    assert_eq!(file.matches("BEGIN:VEVENT").count(), 3, "{file}");
    assert!(
        file.contains("SUMMARY:Recall: A small course") && file.contains("/some/path/recall.html"),
        "{file}"
    );
}

#[test]
fn a_question_that_cannot_be_loaded_says_so_and_can_be_tried_again() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("pretest.html");
    screen.before_each_page("");
    screen.script(
        "const fetch = window.fetch;
         window.fetch = (...given) => { window.fetch = fetch; return Promise.reject(new TypeError('offline')); };",
    );
    screen.button("Begin").click();
    screen.says("This question could not be loaded.");
    has_no_barriers(screen);
    screen.button("Try again").click();
    screen.says("in other words?");
}
