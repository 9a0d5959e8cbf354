//! Statements: what they say, and that they come back as the events they were made from.

use proptest::prelude::*;

use super::making::{Making, is_told};
use super::milestones;
use super::names::Names;
use super::read;
use super::statement::{Account, Actor, Statement};
use crate::course::model::{Choice, Html, Kind, Question};
use crate::course::outline::Outline;
use crate::learning::day::{Calendar, Day};
use crate::learning::event::{Event, Occasion, What};
use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline, question};

fn people(statements: &[Statement]) -> Vec<read::Person> {
    let mut reading = read::Reading::default();
    reading.take(statements, &Names::of(HOME, "small"));
    reading.people()
}

const HOME: &str = "https://people.example.com/";

fn course() -> Outline {
    let lessons = vec![lesson("l", vec![on_clause("a", "X-1", &["b"]), question("c")]), lesson("r", vec![])];
    Outline { id: "small".into(), title: "Small".into(), language: "en".into(), ..outline(lessons) }
}

fn somebody(name: &str) -> Actor {
    Actor { account: Account { home_page: HOME.into(), name: name.into() } }
}

fn drink() -> Question {
    let option = |id: &str, right| Choice {
        id: id.into(),
        text: Html(format!("<p>{id} &amp; milk</p>")),
        right,
        ..Choice::default()
    };
    Question {
        id: "a".into(),
        kind: Kind::One,
        title: "What do you drink?".into(),
        level: 2,
        prompt: Html("<p>In the morning.</p>".into()),
        draft: None,
        platform: None,
        options: vec![option("tea", false), option("coffee", true)],
        fixed: None,
        hints: vec![],
        why: None,
        clause: Some("X-1".into()),
        weight: 1,
        attempts: None,
        revision: 1,
        critical: false,
        variant_of: None,
        tolerance: 0.0,
    }
}

fn answered() -> Event {
    let what = What::Answered {
        question: "a".into(),
        revision: 1,
        chosen: vec!["tea".into()],
        earned: 0,
        possible: 1,
        occasion: Occasion::Pretest,
        sure: Some(true),
    };
    Event { at: 1_795_649_400_120, ..event(3, what) }
}

#[test]
fn an_answer_says_what_was_asked_and_what_was_said() {
    let outline = course();
    let making = Making::new(&outline, HOME, somebody("0042"), "5d0a5d4c-9a6c-4f43-8b52-6d3a9d6b3f10");
    let made = making.of_event(&answered(), Some(&drink())).expect("a statement");
    insta::assert_snapshot!(serde_json::to_string_pretty(&made.statement).expect("JSON"), @r#"
    {
      "id": "a113008d-08cc-51eb-bb2f-6ac307907f29",
      "actor": {
        "account": {
          "homePage": "https://people.example.com/",
          "name": "0042"
        }
      },
      "verb": {
        "id": "http://adlnet.gov/expapi/verbs/answered",
        "display": {
          "en": "answered"
        }
      },
      "object": {
        "id": "https://people.example.com/courses/small/questions/a",
        "definition": {
          "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
          "name": {
            "en": "What do you drink?"
          },
          "description": {
            "en": "In the morning."
          },
          "interactionType": "choice",
          "correctResponsesPattern": [
            "coffee"
          ],
          "choices": [
            {
              "id": "tea",
              "description": {
                "en": "tea & milk"
              }
            },
            {
              "id": "coffee",
              "description": {
                "en": "coffee & milk"
              }
            }
          ]
        }
      },
      "result": {
        "score": {
          "scaled": 0.0,
          "raw": 0.0,
          "min": 0.0,
          "max": 1.0
        },
        "success": false,
        "response": "tea"
      },
      "context": {
        "registration": "5d0a5d4c-9a6c-4f43-8b52-6d3a9d6b3f10",
        "contextActivities": {
          "parent": [
            {
              "id": "https://people.example.com/courses/small/lessons/l"
            }
          ],
          "grouping": [
            {
              "id": "https://people.example.com/courses/small"
            }
          ]
        },
        "revision": "1",
        "platform": "Social Workshop",
        "language": "en",
        "extensions": {
          "https://people.example.com/xapi/chosen": [
            "tea"
          ],
          "https://people.example.com/xapi/event": "3-d-t",
          "https://people.example.com/xapi/occasion": "pretest",
          "https://people.example.com/xapi/sure": true
        }
      },
      "timestamp": "2026-11-25T23:30:00.120Z"
    }
    "#);
}

#[test]
fn what_was_chosen_in_a_poll_is_never_sent() {
    let outline = course();
    let making = Making::new(&outline, HOME, somebody("0042"), "");
    let what = What::Answered {
        question: "c".into(),
        revision: 1,
        chosen: vec!["my-secret".into()],
        earned: 0,
        possible: 0,
        occasion: Occasion::Lesson,
        sure: None,
    };
    let poll = Question { id: "c".into(), kind: Kind::Poll, ..drink() };
    let made = making.of_event(&event(1, what), Some(&poll)).expect("a statement").statement;
    assert_eq!((made.result.is_none(), made.object.id.ends_with("/questions/c")), (true, true));
    assert!(!serde_json::to_string(&made).expect("JSON").contains("my-secret"));
}

#[test]
fn an_acknowledgement_says_which_words_by_their_digest() {
    let outline = course();
    let making = Making::new(&outline, HOME, somebody("0042"), "");
    let what = What::Acknowledged { clause: "X-1".into(), version: "2".into(), words: "abc".into() };
    let made = making.of_event(&event(1, what), None).expect("a statement");
    let text = serde_json::to_string(&made.statement).expect("JSON");
    assert!(text.contains(r#""https://people.example.com/xapi/policy-version":"2""#), "{text}");
    assert!(text.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), "{text}");
    assert!(!text.contains("abc\""), "{text}");
}

#[test]
fn notes_and_bookmarks_are_never_sent() {
    let outline = course();
    let making = Making::new(&outline, HOME, somebody("0042"), "");
    let noted = What::Noted { lesson: "l".into(), text: "Mine.".into(), replaces: vec![] };
    for what in [noted, What::Bookmarked { lesson: "l".into(), set: true }, What::Recalled] {
        assert!(!is_told(&what));
        assert_eq!(making.of_event(&event(1, what), None), None);
    }
}

#[test]
fn an_id_is_the_same_each_time_and_another_one_for_another_person() {
    let outline = course();
    let id = |name: &str, registration: &str| {
        let making = Making::new(&outline, HOME, somebody(name), registration);
        making.of_event(&answered(), None).expect("a statement").statement.id
    };
    assert_eq!(id("0042", ""), id("0042", ""));
    assert_ne!(id("0042", ""), id("0043", ""));
    assert_ne!(id("0042", ""), id("0042", "5d0a5d4c-9a6c-4f43-8b52-6d3a9d6b3f10"));
}

fn reached(events: &[Event]) -> Vec<(String, i64)> {
    let calendar = Calendar::at(Day(40).start(), 0);
    let found = milestones::reached(&course(), events, calendar, |_| false);
    found.into_iter().map(|milestone| (milestone.name(), milestone.at)).collect()
}

#[test]
fn what_was_reached_is_said_with_its_moment() {
    let day = |day: i64| Day(day).start();
    let mut done = events([Answer::right("a").on(1), Answer::right("b").on(2), Answer::wrong("c").on(3)]);
    assert_eq!(
        reached(&done),
        [("passed module m".to_owned(), day(2)), ("passed course".to_owned(), day(2))]
    );
    done.push(Event { at: day(4), ..event(4, What::Read { lesson: "r".into() }) });
    let all = [
        ("completed module m".to_owned(), day(4)),
        ("passed module m".to_owned(), day(2)),
        ("completed course".to_owned(), day(4)),
        ("passed course".to_owned(), day(2)),
    ];
    assert_eq!(reached(&done), all);
    // What goes wrong later takes nothing away.
    done.extend([Answer::wrong("a").on(9).event(5), Answer::wrong("b").on(9).event(6)]);
    assert_eq!(reached(&done), all);
}

#[test]
fn the_pretest_alone_goes_through_nothing() {
    let answers = [Answer::wrong("a").at(Occasion::Pretest), Answer::wrong("c").at(Occasion::Pretest)];
    assert_eq!(reached(&events(answers)), []);
}

#[test]
fn what_is_known_is_not_said_again() {
    let done = events([Answer::right("a").on(1), Answer::right("b").on(2)]);
    let calendar = Calendar::at(Day(40).start(), 0);
    let found = milestones::reached(&course(), &done, calendar, |name| name == "passed course");
    assert_eq!(found.iter().map(milestones::Milestone::name).collect::<Vec<_>>(), ["passed module m"]);
}

#[test]
fn what_was_reached_is_read_back_by_person() {
    let outline = course();
    let done = events([Answer::right("a").on(1), Answer::right("b").on(2)]);
    let calendar = Calendar::at(Day(40).start(), 0);
    let mut all = Vec::new();
    for name in ["0042", "0007"] {
        let making = Making::new(&outline, HOME, somebody(name), "");
        let reached = milestones::reached(&outline, &done, calendar, |_| false);
        all.extend(reached.iter().map(|milestone| making.of_milestone(milestone).statement));
    }
    all.push(all[0].clone());
    all.push(Statement { id: "x".into(), actor: somebody("0042"), ..Statement::default() });
    let page = serde_json::json!({ "statements": all, "more": "/more" }).to_string();
    let page = read::page(&page).expect("a page");
    assert_eq!(page.more, "/more");
    let found = people(&page.statements);
    let names: Vec<&str> = found.iter().map(|person| person.account.name.as_str()).collect();
    assert_eq!(names, ["0007", "0042"]);
    assert_eq!(found[1].passed["m"], Day(2).start());
    assert_eq!(found[1].passed[""], Day(2).start());
    assert_eq!(found[1].completed.len(), 0);
}

#[test]
fn what_others_wrote_is_passed_over() {
    let page = r#"{"statements":[{"actor":{"mbox":"mailto:a@b.c"},"verb":{"id":"v"},"object":{"objectType":"Agent"}},7]}"#;
    let page = read::page(page).expect("a page");
    assert_eq!((page.statements.len(), page.foreign, page.more.as_str()), (1, 1, ""));
    assert_eq!(people(&page.statements), []);
    assert_eq!(read::page("<html>"), None);
}

proptest! {
    #[test]
    fn events_come_back_from_an_lrs(found in proptest::collection::vec(any_event(), 0..20)) {
        let outline = course();
        let mut found = found;
        found.sort();
        found.dedup_by(|later, earlier| later.id == earlier.id);
        let making = Making::new(&outline, HOME, somebody("0042"), "");
        let statements: Vec<Statement> =
            found.iter().filter_map(|event| making.of_event(event, None)).map(|made| made.statement).collect();
        let text = serde_json::json!({ "statements": statements }).to_string();
        prop_assert!(!text.contains("null"));
        let found_people = people(&read::page(&text).expect("a page").statements);
        let is_event = |event: &&Event| is_told(&event.what) && !matches!(event.what, What::Acknowledged { .. });
        let mut expected: Vec<Event> = found.iter().filter(is_event).cloned().collect();
        // A poll, or points above what is possible, come back as what was possible.
        for event in &mut expected {
            if let What::Answered { earned, possible, .. } = &mut event.what { *earned = (*earned).min(*possible) }
        }
        let read = found_people.first().map(|person| person.events.clone()).unwrap_or_default();
        prop_assert_eq!(read, expected);
    }
}
