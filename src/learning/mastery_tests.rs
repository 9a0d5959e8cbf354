//! When a clause is mastered.

use proptest::prelude::*;

use super::*;
use crate::learning::event::{Event, What};
use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline};

fn course() -> Outline {
    outline(vec![lesson(
        "l",
        vec![on_clause("a", "X-1", &["a2"]), on_clause("b", "X-1", &[]), on_clause("c", "Y-1", &[])],
    )])
}

fn mastery(answers: impl IntoIterator<Item = Answer>) -> Mastery {
    let course = course();
    let progress = Progress::of(&events(answers));
    of_clauses(&course, &progress, Calendar::default()).get("X-1").copied().unwrap_or_default()
}

#[test]
fn two_different_questions_right_at_the_first_try_master_a_clause() {
    assert_eq!(mastery([]), Mastery::New);
    assert_eq!(mastery([Answer::right("a")]), Mastery::Once);
    assert_eq!(mastery([Answer::right("a"), Answer::right("b")]), Mastery::Mastered);
}

#[test]
fn the_same_words_on_the_same_day_are_one_encounter() {
    assert_eq!(mastery([Answer::right("a"), Answer::right("a")]), Mastery::Once);
    assert_eq!(mastery([Answer::wrong("a"), Answer::right("a")]), Mastery::Missed);
    assert_eq!(mastery([Answer::right("a"), Answer::right("a").on(1)]), Mastery::Mastered);
}

#[test]
fn a_variant_is_a_different_encounter() {
    assert_eq!(mastery([Answer::wrong("a"), Answer::right("a2")]), Mastery::Once);
    assert_eq!(mastery([Answer::wrong("a"), Answer::right("a2"), Answer::right("b")]), Mastery::Mastered);
}

#[test]
fn a_later_mistake_asks_for_two_more() {
    let before = [Answer::right("a"), Answer::right("b"), Answer::wrong("a2").on(3)];
    assert_eq!(mastery(before.clone()), Mastery::Missed);
    let after = before.into_iter().chain([Answer::right("a").on(4)]);
    assert_eq!(mastery(after.clone()), Mastery::Once);
    assert_eq!(mastery(after.chain([Answer::right("b").on(4)])), Mastery::Mastered);
}

#[test]
fn not_knowing_counts_for_nothing() {
    assert_eq!(mastery([Answer::unknown("a")]), Mastery::New);
    assert_eq!(mastery([Answer::right("a"), Answer::right("b"), Answer::unknown("a2")]), Mastery::Mastered);
    // The answer was shown: the same words prove nothing on the same day.
    assert_eq!(mastery([Answer::unknown("a"), Answer::right("a")]), Mastery::New);
    assert_eq!(mastery([Answer::unknown("a"), Answer::right("a").on(1)]), Mastery::Once);
}

#[test]
fn a_pretest_can_only_help() {
    let pretest = |answer: Answer| answer.at(Occasion::Pretest);
    assert_eq!(mastery([pretest(Answer::wrong("a"))]), Mastery::New);
    assert_eq!(mastery([pretest(Answer::right("a")), Answer::right("b")]), Mastery::Mastered);
}

#[test]
fn an_earlier_revision_does_not_count() {
    let mut course = course();
    course.modules[0].lessons[0].questions[0].revision = 2;
    let events = events([Answer::right("a"), Answer::right("b"), Answer::right("a").revision(2).on(1)]);
    let mastery = |events: &[Event]| of_clauses(&course, &Progress::of(events), Calendar::default())["X-1"];
    assert_eq!(mastery(&events[..2]), Mastery::Once);
    assert_eq!(mastery(&events), Mastery::Mastered);
}

proptest! {
    #[test]
    fn a_further_right_answer_anywhere_never_lowers_mastery(
        history in prop::collection::vec(any_event(), 0..30),
        name in prop::sample::select(vec!["a", "a2", "b", "c"]),
        counter in 0..14_u64,
        day in 0..40_i64,
        occasion in prop::sample::select(Occasion::ALL.to_vec()),
    ) {
        let course = course();
        let standing = |events: &[Event]| {
            let following = of_clauses(&course, &Progress::of(events), Calendar::default());
            ["X-1", "Y-1"].map(|clause| following.get(clause).copied().unwrap_or_default())
        };
        let before = standing(&history);
        let mut more = history;
        let right = Answer::right(name).revision(3).on(day).at(occasion).event(counter);
        // Between any two others, under an id that no other has.
        more.push(Event { id: crate::learning::event::EventId { tab: "new".into(), ..right.id.clone() }, ..right });
        let after = standing(&more);
        for (before, after) in before.iter().zip(after) {
            prop_assert!(after >= *before, "{before:?} became {after:?}");
        }
    }

    #[test]
    fn what_is_no_answer_changes_no_mastery(history in prop::collection::vec(any_event(), 0..20)) {
        let course = course();
        let standing = |events: &[Event]| of_clauses(&course, &Progress::of(events), Calendar::default());
        let answers: Vec<Event> =
            history.iter().filter(|event| matches!(event.what, What::Answered { .. })).cloned().collect();
        // One id is one event: keep those whose id only answers have.
        prop_assume!(history.iter().all(|event| matches!(event.what, What::Answered { .. })
            || answers.iter().all(|answer| answer.id != event.id)));
        let mut with_more = history.clone();
        with_more.push(event(99, What::Opened { lesson: "l".into() }));
        prop_assert_eq!(standing(&with_more), standing(&answers));
    }
}
