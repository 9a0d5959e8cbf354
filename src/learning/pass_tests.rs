//! When a course is passed.

use proptest::prelude::*;

use super::*;
use crate::learning::event::Event;
use crate::learning::samples::{Answer, any_event, events, lesson, on_clause, outline, question};

/// Five clauses with two questions each: A-1 to E-1.
fn course() -> Outline {
    let pair = |letter: &str| {
        let (one, two) = (letter.to_lowercase(), format!("{}2", letter.to_lowercase()));
        let clause = format!("{letter}-1");
        [on_clause(&one, &clause, &[]), on_clause(&two, &clause, &[])]
    };
    outline(vec![lesson("l", ["A", "B", "C", "D", "E"].iter().flat_map(|letter| pair(letter)).collect())])
}

fn both_right(letters: &str, day: i64) -> impl Iterator<Item = Answer> + '_ {
    letters.chars().flat_map(move |letter| {
        [Answer::right(&letter.to_string()).on(day), Answer::right(&format!("{letter}2")).on(day)]
    })
}

fn standing(course: &Outline, answers: impl IntoIterator<Item = Answer>) -> Standing {
    Standing::of(course, &Progress::of(&events(answers)), Calendar::default())
}

#[test]
fn the_pass_mark_is_a_part_of_the_clauses() {
    let course = course();
    let three = standing(&course, both_right("abc", 0));
    assert_eq!((three.assigned, three.needed, three.mastered, three.passed), (5, 4, 3, None));
    assert_eq!(three.missing().map(|clause| clause.id.as_str()).collect::<Vec<_>>(), ["D-1", "E-1"]);
    assert_eq!(standing(&course, both_right("abcd", 7)).passed, Some(Day(7)));
}

#[test]
fn every_critical_clause_must_be_mastered() {
    let mut course = course();
    course.clauses[4].critical = true;
    let without = standing(&course, both_right("abcd", 0));
    assert_eq!(without.passed, None);
    assert_eq!(without.critical_missing().map(|clause| clause.id.as_str()).collect::<Vec<_>>(), ["E-1"]);
    assert_eq!(standing(&course, both_right("abce", 0)).passed, Some(Day(0)));
}

#[test]
fn every_critical_question_must_have_been_right() {
    let mut course = course();
    course.modules[0].lessons[0].questions[8].critical = true;
    let without = standing(&course, both_right("abcd", 0));
    assert_eq!((without.passed, without.critical_questions_open), (None, 1));
    let with = both_right("abcd", 0).chain([Answer::wrong("e"), Answer::right("e")]);
    assert_eq!(standing(&course, with).passed, Some(Day(0)));
}

#[test]
fn what_is_passed_stays_passed() {
    let course = course();
    let answers = both_right("abcd", 0).chain([Answer::wrong("a").on(3), Answer::wrong("b").on(3)]);
    let later = standing(&course, answers);
    assert_eq!((later.mastered, later.passed), (2, Some(Day(0))));
}

#[test]
fn lessons_that_are_chosen_freely_are_not_assigned() {
    let mut course = course();
    let chosen = lesson("more", vec![on_clause("z", "Z-1", &[])]);
    let mut more = outline(vec![chosen]);
    more.modules[0].choose_any = true;
    course.modules.append(&mut more.modules);
    course.clauses.append(&mut more.clauses);
    assert_eq!(assigned_clauses(&course).len(), 5);
    course.clauses[5].critical = true;
    assert!(assigned_clauses(&course).contains("Z-1"), "a critical clause always is");
}

#[test]
fn a_course_without_clauses_is_passed_by_its_questions() {
    let course = outline(vec![lesson("l", ["a", "b", "c", "d", "e"].map(question).to_vec())]);
    let right = |names: &[&str]| standing(&course, names.iter().map(|name| Answer::right(name)));
    assert_eq!(right(&["a", "b", "c"]).passed, None);
    assert_eq!(right(&["a", "b", "c", "d"]).passed, Some(Day(0)));
}

#[test]
fn a_course_without_questions_has_no_pass() {
    let course = outline(vec![lesson("l", vec![])]);
    assert!(standing(&course, []).has_no_pass());
}

proptest! {
    #[test]
    fn a_further_right_answer_anywhere_never_takes_the_pass_away(
        history in prop::collection::vec(any_event(), 0..30),
        name in prop::sample::select(vec!["a", "b", "c"]),
        counter in 0..14_u64,
        day in 0..40_i64,
    ) {
        let course = Outline { pass: 50, ..outline(vec![lesson("l", vec![
            on_clause("a", "A-1", &[]), on_clause("b", "A-1", &[]), on_clause("c", "B-1", &[]),
        ])]) };
        let standing = |events: &[Event]| Standing::of(&course, &Progress::of(events), Calendar::default());
        let before = standing(&history);
        let mut more = history;
        let mut right = Answer::right(name).revision(3).on(day).event(counter);
        right.id.tab = "new".into();
        more.push(right);
        let after = standing(&more);
        prop_assert!(after.mastered >= before.mastered);
        prop_assert!(before.passed.is_none() || after.passed.is_some());
    }

    #[test]
    fn order_and_duplicates_do_not_matter(history in prop::collection::vec(any_event(), 0..30)) {
        let course = course();
        let mut other: Vec<Event> = history.iter().rev().cloned().collect();
        other.extend(history.clone());
        let standing = |events: &[Event]| Standing::of(&course, &Progress::of(events), Calendar::default());
        prop_assert_eq!(standing(&history), standing(&other));
    }

    #[test]
    fn the_result_hangs_on_no_day_but_those_of_the_answers(
        history in prop::collection::vec(any_event(), 0..30),
        today in 0..100_i64,
    ) {
        let course = course();
        let progress = Progress::of(&history);
        let on = |today| Standing::of(&course, &progress, Calendar { today: Day(today), minutes_ahead: 0 });
        prop_assert_eq!(on(today), on(0));
    }
}
