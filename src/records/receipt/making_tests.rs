use proptest::prelude::*;

use super::*;
use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline, question};
use crate::records::assignment::{Assignment, Due, Recipient};
use crate::records::receipt::Signed;
use crate::records::receipt::packing::{pack, unpack};

/// Two modules: one with two clauses and a question without one, one that is read.
pub(in crate::records) fn course() -> Outline {
    let asked = lesson("l", vec![on_clause("a", "X-1", &["b"]), on_clause("c", "X-2", &[]), question("d")]);
    let mut course = Outline { id: "small".into(), title: "Small".into(), ..outline(vec![asked]) };
    course.policy_version = "2026-11".into();
    for clause in &mut course.clauses {
        clause.text = format!("words of {}", clause.id);
    }
    let read =
        OutlineModule { id: "n".into(), lessons: vec![lesson("r", vec![])], ..OutlineModule::default() };
    course.modules.push(read);
    course
}

pub(in crate::records) fn accepted(modules: &[&str]) -> Accepted {
    let assignment = Assignment {
        id: "k3f9".into(),
        course: "small".into(),
        modules: modules.iter().map(|id| (*id).to_owned()).collect(),
        by: "People team".into(),
        to: Recipient { id: "17".into(), name: "Zoë 郭".into(), group: String::new() },
        made: Day(20_780),
        due: Due::After(14),
        pass: Some(100),
        valid_months: 12,
        note: "Until the fair, please.".into(),
    };
    Accepted { assignment, opened: Day(20_785), due: Some(Day(20_799)) }
}

pub(in crate::records) fn making(outline: &Outline, accepted: Option<Accepted>) -> Making<'_> {
    let calendar = Calendar { today: Day(20_790), minutes_ahead: 60 };
    Making { outline, accepted, learner: " Zoë ", calendar, engine: "0.1.0", key: "" }
}

/// All clauses mastered on the second day, one of them acknowledged.
pub(in crate::records) fn passing() -> Vec<Event> {
    let days =
        [0, 1].into_iter().flat_map(|day| ["a", "c", "d"].map(|id| Answer::right(id).on(20_786 + day)));
    let mut done = events(days);
    let acknowledged =
        What::Acknowledged { clause: "X-1".into(), version: "2026-11".into(), words: "Say it".into() };
    done.push(Event { at: 20_787 * 86_400_000 + 5, ..event(90, acknowledged) });
    done
}

#[test]
fn a_receipt_says_what_was_reached_in_what_was_assigned() {
    let course = course();
    let receipt = Receipt::of(&passing(), making(&course, Some(accepted(&["m"]))));
    insta::assert_snapshot!(serde_json::to_string_pretty(&receipt).expect("JSON"), @r#"
    {
      "form": 1,
      "id": "dc95843a93a118d3eec5f106e7d21711",
      "course": {
        "id": "small",
        "title": "Small",
        "version": "33bf5655658c0436",
        "policy_version": "2026-11"
      },
      "assignment": {
        "assignment": {
          "id": "k3f9",
          "course": "small",
          "modules": [
            "m"
          ],
          "by": "People team",
          "to": {
            "id": "17",
            "name": "Zoë 郭",
            "group": ""
          },
          "made": 20780,
          "due": {
            "After": 14
          },
          "pass": 100,
          "valid_months": 12,
          "note": "Until the fair, please."
        },
        "opened": 20785,
        "due": 20799
      },
      "learner": "Zoë",
      "state": "passed",
      "pass": 100,
      "assigned": 2,
      "needed": 2,
      "mastered": 2,
      "attempts": 6,
      "modules": [
        {
          "id": "m",
          "lessons": 1,
          "lessons_done": 1,
          "questions": 3,
          "right": 3,
          "right_at_first_try": 3
        }
      ],
      "clauses": [
        {
          "id": "X-1",
          "text": "words of X-1",
          "mastery": "mastered"
        },
        {
          "id": "X-2",
          "text": "words of X-2",
          "mastery": "mastered"
        }
      ],
      "acknowledged": [
        {
          "clause": "X-1",
          "version": "2026-11",
          "words": "d08ee90704871e3d",
          "at": 1795996800005
        }
      ],
      "begun": 1795910400000,
      "latest": 1795996800005,
      "passed": 20787,
      "minutes_ahead": 60,
      "engine": "0.1.0"
    }
    "#);
}

#[test]
fn nothing_begun_is_not_started_and_something_is_in_progress() {
    let course = course();
    let state = |events: &[Event]| Receipt::of(events, making(&course, Some(accepted(&["m"])))).state;
    assert_eq!(state(&[]), State::NotStarted);
    // A lesson that is not assigned is nothing of it.
    assert_eq!(state(&[event(1, What::Opened { lesson: "r".into() })]), State::NotStarted);
    assert_eq!(state(&[event(1, What::Opened { lesson: "l".into() })]), State::InProgress);
    assert_eq!(state(&passing()), State::Passed);
}

#[test]
fn without_an_assignment_it_is_about_the_whole_course() {
    let course = course();
    let receipt = Receipt::of(&passing(), making(&course, None));
    assert_eq!((receipt.assignment, receipt.modules.len(), receipt.pass), (None, 2, 80));
}

#[test]
fn where_nothing_is_graded_reading_passes_on_the_day_of_the_last_lesson() {
    let mut course = course();
    course.modules[1].lessons.push(lesson("s", vec![]));
    let read = |counter, lesson: &str, day: i64| Event {
        at: day * 86_400_000,
        ..event(counter, What::Read { lesson: lesson.into() })
    };
    let passed = |events: &[Event]| Receipt::of(events, making(&course, Some(accepted(&["n"])))).passed;
    assert_eq!(passed(&[read(1, "r", 20_786)]), None);
    let all = [read(1, "r", 20_786), read(2, "s", 20_788), read(3, "r", 20_790)];
    assert_eq!(passed(&all), Some(Day(20_788)));
    // A module that the course no longer has is not passed by doing nothing.
    assert_eq!(Receipt::of(&all, making(&course, Some(accepted(&["gone"])))).state, State::NotStarted);
}

#[test]
fn opening_a_lesson_again_makes_no_other_receipt() {
    let course = course();
    let mut events = passing();
    let before = Receipt::of(&events, making(&course, None));
    events.push(Event { at: i64::MAX / 2, ..event(99, What::Opened { lesson: "l".into() }) });
    assert_eq!(Receipt::of(&events, making(&course, None)), before);
}

proptest! {
    #[test]
    fn the_same_events_are_the_same_receipt(
        events in prop::collection::vec(any_event(), 0..30),
        assigned in any::<bool>(),
    ) {
        let course = course();
        let accepted = assigned.then(|| accepted(&["m"]));
        let mut events = events;
        events.sort();
        events.dedup_by(|later, earlier| later.id == earlier.id);
        let first = Receipt::of(&events, making(&course, accepted.clone()));
        let mut turned = events.clone();
        turned.extend(events.iter().cloned());
        turned.reverse();
        let second = Receipt::of(&turned, making(&course, accepted));
        prop_assert_eq!(first.to_text(), second.to_text());
        prop_assert_eq!(&first.id, &first.id_of_content());
        prop_assert_eq!(first.id.len(), 32);
        let signed = Signed { receipt: first, signature: String::new() };
        prop_assert_eq!(unpack(&pack(&signed)), Ok(signed));
    }
}

#[test]
fn a_receipt_of_a_renewal_tells_the_new_pass_and_keeps_the_answers_of_old() {
    let days = [20_300, 20_301];
    let of = |days: &[i64]| {
        let answers = days.iter().flat_map(|day| ["a", "c", "d"].map(|id| Answer::right(id).on(*day)));
        let events = events(answers);
        Receipt::of(&events, making(&course(), Some(accepted(&["m"]))))
    };
    let before = of(&days);
    assert_eq!((before.state, before.passed, before.attempts), (State::NotStarted, None, 0));
    assert_eq!((before.modules[0].right, before.modules[0].lessons_done), (3, 1));
    let after = of(&[days[0], days[1], 20_786, 20_787]);
    assert_eq!((after.state, after.passed, after.attempts), (State::Passed, Some(Day(20_787)), 6));
}
