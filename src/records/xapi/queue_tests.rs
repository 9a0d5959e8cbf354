//! The queue against an LRS that is a map: whatever it answers and whenever we stop, each
//! statement is there once.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::making::Made;
use super::marks::{Key, Marks};
use super::queue::{Answer, LARGEST, MOST, Next, Queue, Ready, Stop, batch, body};
use super::statement::Statement;
use crate::learning::event::EventId;

fn ready(counter: u64) -> Ready {
    let key = Key::Event(EventId { counter, device: "d".into(), tab: "t".into() });
    Ready::of(Made { key, statement: Statement { id: format!("id-{counter}"), ..Statement::default() } })
}

fn status(status: u16) -> Answer {
    Answer::Status { status, retry_after: None, body: "words".into() }
}

/// One step with a queue that waits for these; gives the places that were sent.
fn send(queue: &mut Queue, waiting: &[Ready], answer: Answer, marks: &mut Marks) -> Vec<usize> {
    let Next::Send(places) = queue.next(waiting, 0) else { panic!("nothing to send") };
    let batch: Vec<&Ready> = places.iter().map(|place| &waiting[*place]).collect();
    queue.sent(&batch, answer, 0, 1.0, marks);
    places
}

#[test]
fn a_batch_has_no_more_than_fits() {
    let many: Vec<Ready> = (0..120).map(ready).collect();
    assert_eq!(batch(&many, LARGEST).len(), MOST);
    let size = body(&many[..3]).len();
    assert_eq!(batch(&many, size).len(), 3);
    assert_eq!(batch(&many, size - 1).len(), 2);
    assert_eq!(batch(&many, 1), [0]);
    assert_eq!(batch(&[], 1), [0; 0]);
}

#[test]
fn a_failure_waits_twice_as_long_each_time_and_as_long_as_it_is_told() {
    let (mut queue, mut marks, waiting) = (Queue::default(), Marks::default(), [ready(1)]);
    let mut pauses = Vec::new();
    for _ in 0..12 {
        queue.sent(&[&waiting[0]], status(503), 0, 1.0, &mut marks);
        match queue.next(&waiting, 0) {
            Next::Wait(until) => pauses.push(until / 1000),
            next => panic!("{next:?}"),
        }
    }
    assert_eq!(pauses, [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]);
    queue.go_on();
    let asked = Answer::Status { status: 429, retry_after: Some(90), body: String::new() };
    queue.sent(&[&waiting[0]], asked, 0, 0.0, &mut marks);
    assert_eq!(queue.next(&waiting, 0), Next::Wait(90_000));
    assert_eq!(queue.next(&waiting, 90_000), Next::Send(vec![0]));
    queue.sent(&[&waiting[0]], Answer::Nothing, 90_000, 0.0, &mut marks);
    assert_eq!(queue.next(&waiting, 90_000), Next::Wait(92_000));
}

#[test]
fn other_credentials_are_asked_for_and_nothing_is_lost() {
    let (mut queue, mut marks, waiting) = (Queue::default(), Marks::default(), [ready(1)]);
    send(&mut queue, &waiting, status(401), &mut marks);
    assert_eq!(queue.next(&waiting, i64::MAX), Next::Stopped(Stop::Credentials));
    queue.go_on();
    assert_eq!(send(&mut queue, &waiting, status(404), &mut marks), [0]);
    assert_eq!(queue.next(&waiting, 0), Next::Stopped(Stop::NoLrs(404)));
    assert!(marks.is_waiting(&waiting[0].made.key));
}

#[test]
fn the_wrong_one_of_a_batch_is_found_and_set_aside() {
    let (mut queue, mut marks) = (Queue::default(), Marks::default());
    let all: Vec<Ready> = (0..10).map(ready).collect();
    for _ in 0..40 {
        let waiting: Vec<Ready> = all.iter().filter(|one| marks.is_waiting(&one.made.key)).cloned().collect();
        let Next::Send(places) = queue.next(&waiting, 0) else { break };
        let batch: Vec<&Ready> = places.iter().map(|place| &waiting[*place]).collect();
        let is_wrong = batch.iter().any(|one| one.made.key == all[7].made.key);
        queue.sent(&batch, status(if is_wrong { 400 } else { 200 }), 0, 0.0, &mut marks);
    }
    let refused: Vec<(&str, u16, &str)> =
        marks.refused().map(|(key, refused)| (key, refused.status, refused.reason.as_str())).collect();
    assert_eq!(refused, [("7-d-t", 400, "words")]);
    assert_eq!(marks.delivered(), 9);
}

#[test]
fn what_the_lrs_has_already_has_arrived_if_it_is_ours() {
    let ours = ready(1);
    let other = Statement { id: "id-1".into(), timestamp: "later".into(), ..Statement::default() };
    let mut wrong = other.clone();
    wrong.verb.id = "other".into();
    let text = |statement: &Statement| serde_json::to_string(statement).expect("JSON");
    for (status, body, arrived) in [
        (200, text(&other), true),
        (200, text(&wrong), false),
        (403, String::new(), true),
        (404, String::new(), false),
    ] {
        let (mut queue, mut marks, waiting) = (Queue::default(), Marks::default(), [ours.clone()]);
        let conflict = Answer::Status { status: 409, retry_after: None, body: String::new() };
        send(&mut queue, &waiting, conflict, &mut marks);
        assert_eq!(queue.next(&waiting, 0), Next::Ask(0));
        queue.asked(&ours, Answer::Status { status, retry_after: None, body }, 0, 0.0, &mut marks);
        assert_eq!(
            (marks.has_arrived(&ours.made.key), marks.refused().len()),
            (arrived, usize::from(!arrived))
        );
    }
}

/// What the LRS does with the next request.
#[derive(Debug, Clone, Copy)]
enum Does {
    Answers,
    /// Keeps the statements, but its answer never comes.
    KeepsAndFalls,
    Falls(u16),
    Nothing,
}

/// What happens next.
#[derive(Debug, Clone, Copy)]
enum Happens {
    Request(Does),
    /// The tab is closed; marks since then may be lost.
    Stop {
        loses_marks: bool,
    },
    /// Another browser of the person sends everything it knows.
    OtherBrowser,
    More,
}

#[derive(Debug, Default)]
struct Lrs {
    kept: BTreeMap<String, String>,
    wrong: BTreeSet<String>,
}

impl Lrs {
    /// xAPI: all of a batch or nothing; the same again changes nothing; something else under
    /// the same id is a conflict.
    fn post(&mut self, batch: &[&Ready], does: Does) -> Answer {
        match does {
            Does::Nothing => return Answer::Nothing,
            Does::Falls(found) => return status(found),
            Does::Answers | Does::KeepsAndFalls => {}
        }
        let answer = if batch.iter().any(|one| self.wrong.contains(&one.made.statement.id)) {
            status(400)
        } else if batch
            .iter()
            .any(|one| self.kept.get(&one.made.statement.id).is_some_and(|kept| *kept != one.json))
        {
            status(409)
        } else {
            for one in batch {
                self.kept.insert(one.made.statement.id.clone(), one.json.clone());
            }
            status(200)
        };
        if matches!(does, Does::KeepsAndFalls) { Answer::Nothing } else { answer }
    }
}

fn step(queue: &mut Queue, lrs: &mut Lrs, waiting: &[Ready], marks: &mut Marks, does: Does, now: i64) {
    match queue.next(waiting, now) {
        Next::Send(places) => {
            let batch: Vec<&Ready> = places.iter().map(|place| &waiting[*place]).collect();
            let answer = lrs.post(&batch, does);
            queue.sent(&batch, answer, now, 0.5, marks);
        }
        Next::Ask(place) => {
            let one = &waiting[place];
            let body = lrs.kept.get(&one.made.statement.id).cloned();
            let answer = match (does, body) {
                (Does::Answers, Some(body)) => Answer::Status { status: 200, retry_after: None, body },
                (Does::Answers, None) => status(404),
                // A lie about one statement is believed.
                (Does::Falls(found), _) if found != 404 => status(found),
                _ => Answer::Nothing,
            };
            queue.asked(one, answer, now, 0.5, marks);
        }
        Next::Stopped(_) => queue.go_on(),
        Next::Wait(_) | Next::Idle => {}
    }
}

fn any_happening() -> impl Strategy<Value = Happens> {
    let does = prop_oneof![
        3 => Just(Does::Answers),
        1 => Just(Does::KeepsAndFalls),
        1 => Just(Does::Nothing),
        1 => prop::sample::select(vec![500_u16, 503, 429, 401, 404]).prop_map(Does::Falls),
    ];
    prop_oneof![
        6 => does.prop_map(Happens::Request),
        1 => any::<bool>().prop_map(|loses_marks| Happens::Stop { loses_marks }),
        1 => Just(Happens::OtherBrowser),
        2 => Just(Happens::More),
    ]
}

proptest! {
    #[test]
    fn each_statement_is_there_once_whatever_happens(
        happenings in prop::collection::vec(any_happening(), 0..60),
        wrong in prop::collection::btree_set(0..12_u64, 0..3),
    ) {
        let mut lrs = Lrs { wrong: wrong.iter().map(|id| format!("id-{id}")).collect(), ..Lrs::default() };
        let (mut queue, mut marks, mut saved) = (Queue::default(), Marks::default(), Marks::default());
        let (mut events, mut now) = (0..4, 0);
        let waiting = |marks: &Marks, events: &std::ops::Range<u64>| -> Vec<Ready> {
            events.clone().map(ready).filter(|one| marks.is_waiting(&one.made.key)).collect()
        };
        for happens in happenings {
            now += 3_600_000;
            match happens {
                Happens::Request(does) => {
                    let waiting = waiting(&marks, &events);
                    step(&mut queue, &mut lrs, &waiting, &mut marks, does, now);
                    prop_assert!(marks.delivered() <= lrs.kept.len());
                }
                Happens::Stop { loses_marks } => {
                    queue = Queue::default();
                    marks = if loses_marks { saved.clone() } else { Marks::from_record(&marks.to_record()) };
                    saved = marks.clone();
                }
                Happens::OtherBrowser => {
                    for one in events.clone().map(ready) {
                        // It knows the course in an earlier version.
                        let earlier = one.json.replace('}', " }");
                        if !lrs.wrong.contains(&one.made.statement.id) {
                            lrs.kept.entry(one.made.statement.id.clone()).or_insert(earlier);
                        }
                    }
                }
                Happens::More => events.end += 1,
            }
        }
        let mut steps = 0;
        loop {
            now += 3_600_000;
            steps += 1;
            prop_assert!(steps < 500, "it never ends");
            let waiting = waiting(&marks, &events);
            if waiting.is_empty() { break }
            step(&mut queue, &mut lrs, &waiting, &mut marks, Does::Answers, now);
        }
        let all: BTreeSet<String> = events.clone().map(|id| format!("id-{id}")).collect();
        let refused: BTreeSet<String> = all.intersection(&lrs.wrong).cloned().collect();
        let kept: BTreeSet<String> = lrs.kept.keys().cloned().collect();
        prop_assert_eq!(&kept, &all.difference(&refused).cloned().collect());
        prop_assert_eq!(marks.delivered(), kept.len());
        prop_assert_eq!(marks.refused().len(), refused.len());
    }
}
