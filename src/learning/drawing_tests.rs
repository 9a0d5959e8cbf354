//! What is asked next.

use proptest::prelude::*;

use super::*;
use crate::course::outline::OutlineModule;
use crate::learning::event::{Event, What};
use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline};

/// Twelve clauses, two questions each, the first with a variant: `a`, `av`, `a2` on A-1, …
fn course() -> Outline {
    let questions = ('a'..='l').flat_map(|letter| {
        let clause = format!("{}-1", letter.to_uppercase());
        let variant = format!("{letter}v");
        [on_clause(&letter.to_string(), &clause, &[&variant]), on_clause(&format!("{letter}2"), &clause, &[])]
    });
    Outline { recall_days: vec![3], ..outline(vec![lesson("l", questions.collect())]) }
}

fn draw<T>(outline: &Outline, events: &[Event], today: i64, with: impl FnOnce(Draw) -> T) -> T {
    let progress = Progress::of(events);
    let calendar = Calendar { today: super::super::day::Day(today), minutes_ahead: 0 };
    with(Draw { outline, progress: &progress, calendar, seed: "seed" })
}

fn questions(drawn: &[Drawn]) -> Vec<&str> {
    drawn.iter().map(|drawn| drawn.question.as_str()).collect()
}

#[test]
fn a_pretest_asks_about_eight_different_clauses_critical_ones_first() {
    let mut course = course();
    course.clauses[11].critical = true;
    let drawn = draw(&course, &[], 0, |draw| draw.pretest());
    assert_eq!(drawn.len(), AT_ONCE);
    assert!(drawn[0].question.starts_with('l'));
    let clauses: BTreeSet<char> = drawn.iter().filter_map(|drawn| drawn.question.chars().next()).collect();
    assert_eq!(clauses.len(), AT_ONCE);
    assert!(drawn.iter().all(|drawn| drawn.wording.ends_with('v')), "not in the words of the lessons");
}

#[test]
fn a_pretest_goes_on_where_it_was_left() {
    let course = course();
    let all = draw(&course, &[], 0, |draw| draw.pretest());
    let first = Answer::wrong(&all[0].wording).at(Occasion::Pretest).event(1);
    draw(&course, &[first], 0, |draw| {
        assert_eq!(draw.pretest(), all[1..]);
        assert_eq!(draw.pretest_length(), AT_ONCE);
    });
}

#[test]
fn practice_asks_for_what_is_missing_until_it_is_mastered() {
    let course = course();
    let mut events = Vec::new();
    for round in 0.. {
        let drawn = draw(&course, &events, 0, |draw| draw.practice(None));
        if drawn.is_empty() {
            break;
        }
        assert!(round < 10, "practice never ends");
        for drawn in drawn {
            let counter = events.len() as u64 + 1;
            events.push(Answer::right(&drawn.wording).at(Occasion::Practice).event(counter));
        }
    }
    let progress = Progress::of(&events);
    let mastery = mastery::of_clauses(&course, &progress, Calendar::default());
    assert!(mastery.len() == 12 && mastery.values().all(|mastery| *mastery == Mastery::Mastered));
}

#[test]
fn practice_leaves_the_same_words_for_another_day() {
    let course = outline(vec![lesson("l", vec![on_clause("a", "A-1", &[])])]);
    let wrong = [Answer::wrong("a").event(1)];
    assert!(draw(&course, &wrong, 0, |draw| draw.practice(None)).is_empty());
    assert_eq!(questions(&draw(&course, &wrong, 1, |draw| draw.practice(None))), ["a"]);
}

#[test]
fn practice_begins_with_what_was_sure_but_wrong() {
    let course = course();
    let events = events([Answer::wrong("h"), Answer::wrong("k").sure(true)]);
    assert_eq!(draw(&course, &events, 0, |draw| draw.practice(None))[0].wording, "kv");
}

#[test]
fn practice_of_a_module_stays_with_its_clauses() {
    let mut course = course();
    let other = lesson("other", vec![on_clause("z", "Z-1", &[])]);
    course.modules.push(OutlineModule {
        id: "other".into(),
        lessons: vec![other],
        ..OutlineModule::default()
    });
    assert_eq!(questions(&draw(&course, &[], 0, |draw| draw.practice(Some("other")))), ["z"]);
}

#[test]
fn a_recall_begins_with_what_was_sure_but_wrong() {
    let course = course();
    let events = events([
        Answer::right("a"),
        Answer::wrong("b"),
        Answer::wrong("c").sure(true),
        Answer::right("d").sure(false),
        Answer::unknown("e"),
    ]);
    let drawn = draw(&course, &events, 3, |draw| draw.recall());
    assert_eq!(questions(&drawn), ["c", "b", "e", "d", "a"]);
    assert!(drawn.iter().all(|drawn| drawn.wording.ends_with('v')), "in other words");
    assert!(draw(&course, &events, 2, |draw| draw.recall()).is_empty());
}

#[test]
fn a_recall_goes_on_where_it_was_left_and_asks_eight_at_most() {
    let course = course();
    let answers = ('a'..='l').map(|letter| Answer::right(&letter.to_string()));
    let mut events = events(answers);
    let drawn = draw(&course, &events, 3, |draw| draw.recall());
    assert_eq!(drawn.len(), AT_ONCE);
    events.push(Answer::right(&drawn[0].wording).on(3).at(Occasion::Recall).event(50));
    assert_eq!(draw(&course, &events, 3, |draw| draw.recall()), drawn[1..]);
    events.push(Event { at: 3 * crate::learning::samples::DAY, ..event(51, What::Recalled) });
    assert!(draw(&course, &events, 3, |draw| draw.recall()).is_empty());
}

#[test]
fn what_was_sure_but_wrong_is_made_good_in_other_words_or_on_another_day() {
    let course = course();
    let collected = |answers: Vec<Answer>| {
        let events = events(answers);
        draw(&course, &events, 9, |draw| draw.sure_but_wrong().len())
    };
    let wrong = || Answer::wrong("a").sure(true);
    assert_eq!(collected(vec![wrong()]), 1);
    assert_eq!(collected(vec![wrong(), Answer::right("a")]), 1);
    assert_eq!(collected(vec![wrong(), Answer::right("av")]), 0);
    assert_eq!(collected(vec![wrong(), Answer::right("a").on(1)]), 0);
    assert_eq!(collected(vec![Answer::wrong("a")]), 0);
}

proptest! {
    #[test]
    fn the_same_answers_draw_the_same_questions(history in prop::collection::vec(any_event(), 0..30), today in 0..60_i64) {
        let course = course();
        let mut other: Vec<Event> = history.iter().rev().cloned().collect();
        other.extend(history.clone());
        for drawing in [|draw: Draw| draw.pretest(), |draw: Draw| draw.practice(None), |draw: Draw| draw.recall()] {
            let drawn = draw(&course, &history, today, drawing);
            prop_assert!(drawn.len() <= AT_ONCE);
            let once: BTreeSet<&str> = drawn.iter().map(|drawn| drawn.question.as_str()).collect();
            prop_assert_eq!(once.len(), drawn.len());
            prop_assert_eq!(draw(&course, &other, today, drawing), drawn);
        }
    }
}
