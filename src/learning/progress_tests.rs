//! What a learner can rely on, whatever happens to events and to the course.

use proptest::prelude::*;

use super::*;
use crate::learning::event::EventId;

fn event(counter: u64, what: What) -> Event {
    Event { id: EventId { counter, device: "d".into(), tab: "t".into() }, at: 0, what }
}

fn answered(counter: u64, question: &str, revision: u32, earned: u32) -> Event {
    let chosen = vec!["a".to_owned()];
    event(
        counter,
        What::Answered {
            question: question.into(),
            revision,
            chosen,
            earned,
            possible: 1,
            occasion: Occasion::Lesson,
            sure: None,
        },
    )
}

fn question(id: &str) -> OutlineQuestion {
    OutlineQuestion { id: id.into(), weight: 1, revision: 1, ..OutlineQuestion::default() }
}

fn lesson(id: &str, questions: &[&str]) -> OutlineLesson {
    let questions = questions.iter().map(|id| question(id)).collect();
    OutlineLesson { id: id.into(), questions, ..OutlineLesson::default() }
}

fn outline(lessons: Vec<OutlineLesson>) -> Outline {
    Outline { modules: vec![OutlineModule { lessons, ..OutlineModule::default() }], ..Outline::default() }
}

#[test]
fn a_lesson_is_done_when_every_question_is_answered() {
    let lesson = lesson("l", &["one", "two"]);
    let events = [answered(1, "one", 1, 0)];
    assert_eq!(Progress::of(&[]).lesson(&lesson), LessonState::New);
    assert_eq!(Progress::of(&events).lesson(&lesson), LessonState::Begun);
    let events = [answered(1, "one", 1, 0), answered(2, "two", 1, 1)];
    assert_eq!(Progress::of(&events).lesson(&lesson), LessonState::Done);
}

#[test]
fn a_lesson_without_questions_is_done_when_it_was_read() {
    let lesson = lesson("l", &[]);
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
    for course in [outline(vec![lesson("here", &["q"])]), outline(vec![lesson("there", &["new", "q"])])] {
        assert_eq!(progress.tally(course.questions()).right, 1);
    }
}

#[test]
fn a_removed_question_keeps_its_history() {
    let events = [answered(1, "gone", 1, 1)];
    let progress = Progress::of(&events);
    assert_eq!(progress.archived(&outline(vec![lesson("l", &["q"])])), 1);
    assert_eq!(progress.attempts_at("gone", 1).count(), 1);
}

#[test]
fn going_on_prefers_the_lesson_opened_last() {
    let course = outline(vec![lesson("a", &["1"]), lesson("b", &["2"]), lesson("c", &["3"])]);
    let go_on = |events: &[Event]| Progress::of(events).go_on(&course).map(|lesson| lesson.id.clone());
    let opened = event(1, What::Opened { lesson: "b".into() });
    assert_eq!(go_on(&[]), Some("a".into()));
    assert_eq!(go_on(std::slice::from_ref(&opened)), Some("b".into()));
    assert_eq!(go_on(&[opened, answered(2, "2", 1, 1)]), Some("a".into()));
}

fn any_event() -> impl Strategy<Value = Event> {
    let name = prop::sample::select(vec!["a", "b", "c"]);
    let what = prop_oneof![
        name.clone().prop_map(|lesson| What::Opened { lesson: lesson.into() }),
        name.clone().prop_map(|lesson| What::Read { lesson: lesson.into() }),
        (name, 1..3_u32, 0..2_u32).prop_map(|(question, revision, earned)| What::Answered {
            question: question.into(),
            revision,
            chosen: vec!["x".into()],
            earned,
            possible: 1,
            occasion: Occasion::Lesson,
            sure: None,
        }),
    ];
    let id = (0..12_u64, "[ab]", "[xy]").prop_map(|(counter, device, tab)| EventId { counter, device, tab });
    (id, any::<i64>(), what).prop_map(|(id, at, what)| Event { id, at, what })
}

proptest! {
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
        let course = outline(vec![lesson("l", &["a", "b", "c"])]);
        let before = Progress::of(&events).tally(course.questions());
        let mut more = events;
        more.push(answered(99, question, 1, 1));
        let after = Progress::of(&more).tally(course.questions());
        prop_assert!(after.right >= before.right && after.answered >= before.answered);
        prop_assert!(after.right_at_first_try >= before.right_at_first_try);
    }

    #[test]
    fn the_clock_does_not_matter(events in prop::collection::vec(any_event(), 0..30), clock in any::<i64>()) {
        let course = outline(vec![lesson("a", &["a", "b"]), lesson("b", &[])]);
        let stopped: Vec<Event> = events.iter().map(|event| Event { at: clock, ..event.clone() }).collect();
        // Two events with one id are one: which of them it is may hang on the clock, so they are left out.
        let mut ids: Vec<_> = events.iter().map(|event| &event.id).collect();
        ids.sort();
        let count = ids.len();
        ids.dedup();
        prop_assume!(ids.len() == count);
        let (one, other) = (Progress::of(&events), Progress::of(&stopped));
        prop_assert_eq!(one.tally(course.questions()), other.tally(course.questions()));
        prop_assert_eq!(one.go_on(&course), other.go_on(&course));
    }
}
