//! What a learner can rely on, whatever happens to events and to the course.

use proptest::prelude::*;

use crate::course::outline::OutlineLesson;
use crate::learning::event::{Event, Occasion, What};
use crate::learning::progress::{Assigned, LessonState, Progress};
use crate::learning::samples::{Answer, any_event, event, lesson, on_clause, outline, question};

fn answered(counter: u64, question: &str, revision: u32, earned: u32) -> Event {
    let answer = if earned > 0 { Answer::right(question) } else { Answer::wrong(question) };
    answer.revision(revision).event(counter)
}

fn asking(id: &str, questions: &[&str]) -> OutlineLesson {
    lesson(id, questions.iter().map(|id| question(id)).collect())
}

#[test]
fn a_lesson_is_done_when_every_question_is_answered() {
    let lesson = asking("l", &["one", "two"]);
    let events = [answered(1, "one", 1, 0)];
    assert_eq!(Progress::of(&[]).lesson(&lesson), LessonState::New);
    assert_eq!(Progress::of(&events).lesson(&lesson), LessonState::Begun);
    let events = [answered(1, "one", 1, 0), answered(2, "two", 1, 1)];
    assert_eq!(Progress::of(&events).lesson(&lesson), LessonState::Done);
}

#[test]
fn a_lesson_without_questions_is_done_when_it_was_read() {
    let lesson = asking("l", &[]);
    let opened = event(1, What::Opened { lesson: "l".into() });
    assert_eq!(Progress::of([&opened]).lesson(&lesson), LessonState::Begun);
    let read = event(2, What::Read { lesson: "l".into() });
    assert_eq!(Progress::of([&opened, &read]).lesson(&lesson), LessonState::Done);
}

#[test]
fn a_new_revision_asks_again_and_a_later_answer_counts() {
    let mut changed = question("q");
    changed.revision = 2;
    let old = [answered(1, "q", 1, 1)];
    let progress = Progress::of(&old);
    assert!(progress.is_outdated(&changed) && !progress.is_right(&changed));
    let both = [answered(1, "q", 1, 1), answered(2, "q", 2, 1)];
    assert!(Progress::of(&both).is_right(&changed));
}

#[test]
fn a_question_that_was_moved_or_reworded_keeps_its_credit() {
    let events = [answered(1, "q", 1, 1)];
    let progress = Progress::of(&events);
    for course in [outline(vec![asking("here", &["q"])]), outline(vec![asking("there", &["new", "q"])])] {
        assert_eq!(progress.tally(course.questions()).right, 1);
    }
}

#[test]
fn an_assignment_counts_from_its_first_opening_and_can_be_put_away() {
    let assigned = |counter, opened, set| event(counter, What::Assigned { link: "a".into(), opened, set });
    let events = [assigned(1, 50, true), assigned(2, 20, true)];
    let known = |accepted| [Assigned { link: "a".into(), opened: 20, accepted }];
    assert_eq!(Progress::of(&events).assigned(), known(true));
    let put_away = [assigned(1, 20, true), assigned(2, 50, false)];
    assert_eq!(Progress::of(&put_away).assigned(), known(false));
}

#[test]
fn a_removed_question_keeps_its_history() {
    let events = [answered(1, "gone", 1, 1)];
    let progress = Progress::of(&events);
    assert_eq!(progress.archived(&outline(vec![asking("l", &["q"])])), 1);
    assert_eq!(progress.attempts_at("gone", 1).count(), 1);
}

#[test]
fn going_on_prefers_the_lesson_opened_last() {
    let course = outline(vec![asking("a", &["1"]), asking("b", &["2"]), asking("c", &["3"])]);
    let go_on =
        |events: &[Event]| Progress::of(events).go_on(&course, |_| false).map(|lesson| lesson.id.clone());
    let opened = event(1, What::Opened { lesson: "b".into() });
    assert_eq!(go_on(&[]), Some("a".into()));
    assert_eq!(go_on(std::slice::from_ref(&opened)), Some("b".into()));
    assert_eq!(go_on(&[opened, answered(2, "2", 1, 1)]), Some("a".into()));
    assert_eq!(Progress::default().go_on(&course, |module| module == "m"), None);
}

#[test]
fn an_answer_to_a_variant_is_an_answer_to_its_question() {
    let course = outline(vec![lesson("l", vec![on_clause("q", "X-1", &["other"])])]);
    let progress = Progress::of(&[answered(1, "q", 1, 0), answered(2, "other", 1, 1)]);
    let tally = progress.tally(course.questions());
    assert_eq!((tally.questions, tally.right, tally.right_at_first_try), (1, 1, 0));
    assert_eq!(progress.archived(&course), 0);
}

#[test]
fn a_wrong_answer_in_the_pretest_leaves_the_lesson_open() {
    let lesson = asking("l", &["q"]);
    let pretest = |answer: Answer| [answer.at(Occasion::Pretest).event(1)];
    assert_eq!(Progress::of(&pretest(Answer::wrong("q"))).still_open(&lesson), 1);
    assert_eq!(Progress::of(&pretest(Answer::right("q"))).still_open(&lesson), 0);
}

fn noted(counter: u64, device: &str, text: &str, replaces: &[&Event]) -> Event {
    let replaces = replaces.iter().map(|event| event.id.to_string()).collect();
    let mut event = event(counter, What::Noted { lesson: "l".into(), text: text.into(), replaces });
    event.id.device = device.into();
    event
}

#[test]
fn notes_that_did_not_know_of_each_other_are_both_kept() {
    let first = noted(1, "a", "first", &[]);
    let (one, other) = (noted(2, "a", "one", &[&first]), noted(2, "b", "other", &[&first]));
    let texts = |events: &[&Event]| {
        let progress = Progress::of(events.iter().copied());
        progress.notes("l").map(|(_, text)| text.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(texts(&[&first, &one]), ["one"]);
    assert_eq!(texts(&[&other, &first, &one]), ["one", "other"]);
    let both = noted(3, "b", "both", &[&one, &other]);
    assert_eq!(texts(&[&both, &other, &first, &one]), ["both"]);
}

proptest! {
    #[test]
    fn appending_is_folding(events in prop::collection::vec(any_event(), 0..30)) {
        let mut sorted = events.clone();
        sorted.sort();
        sorted.dedup_by(|later, earlier| later.id == earlier.id);
        let mut progress = Progress::default();
        for event in &sorted {
            prop_assert!(progress.append(event));
        }
        prop_assert_eq!(&progress, &Progress::of(&events));
        if let Some(event) = sorted.first() {
            prop_assert!(!progress.append(event));
        }
    }

    #[test]
    fn order_duplicates_and_splits_over_devices_do_not_matter(
        events in prop::collection::vec(any_event(), 0..30),
        shuffled in any::<prop::sample::Index>(),
        doubled in prop::collection::vec(any::<prop::sample::Index>(), 0..10),
    ) {
        let expected = Progress::of(&events);
        let mut other = events.clone();
        if !other.is_empty() {
            let at = shuffled.index(other.len());
            other.rotate_left(at);
            other.reverse();
            for index in doubled {
                other.push(events[index.index(events.len())].clone());
            }
        }
        prop_assert_eq!(Progress::of(&other), expected);
    }

    #[test]
    fn a_further_right_answer_never_lowers_a_result(
        events in prop::collection::vec(any_event(), 0..30),
        question in prop::sample::select(vec!["a", "b", "c"]),
    ) {
        let course = outline(vec![asking("l", &["a", "b", "c"])]);
        let before = Progress::of(&events).tally(course.questions());
        let mut more = events;
        more.push(answered(99, question, 1, 1));
        let after = Progress::of(&more).tally(course.questions());
        prop_assert!(after.right >= before.right && after.answered >= before.answered);
        prop_assert!(after.right_at_first_try >= before.right_at_first_try);
    }

    #[test]
    fn the_clock_does_not_matter(events in prop::collection::vec(any_event(), 0..30), clock in any::<i64>()) {
        let course = outline(vec![asking("a", &["a", "b"]), asking("b", &[])]);
        let stopped: Vec<Event> = events.iter().map(|event| Event { at: clock, ..event.clone() }).collect();
        // Two events with one id are one: which of them it is may hang on the clock, so they are left out.
        let mut ids: Vec<_> = events.iter().map(|event| &event.id).collect();
        ids.sort();
        let count = ids.len();
        ids.dedup();
        prop_assume!(ids.len() == count);
        let (one, other) = (Progress::of(&events), Progress::of(&stopped));
        prop_assert_eq!(one.tally(course.questions()), other.tally(course.questions()));
        prop_assert_eq!(one.go_on(&course, |_| false), other.go_on(&course, |_| false));
    }
}
