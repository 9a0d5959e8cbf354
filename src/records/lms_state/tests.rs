use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::course::outline::OutlineQuestion;
use crate::learning::event::Event;
use crate::learning::mastery;
use crate::learning::recall::Recalls;
use crate::learning::samples::{
    Answer, DAY as MILLISECONDS, events as answers, lesson, on_clause, outline, question,
};

fn course() -> Outline {
    let critical = OutlineQuestion { critical: true, ..question("c") };
    Outline {
        recall_days: vec![3, 14],
        ..outline(vec![
            lesson("l", vec![on_clause("a", "X-1", &["a2"]), on_clause("b", "X-2", &["b2", "b3"])]),
            lesson("m", vec![critical, on_clause("d", "X-1", &[])]),
            lesson("n", vec![]),
        ])
    }
}

fn calendar() -> Calendar {
    Calendar::at(60 * MILLISECONDS, 60)
}

fn back_from(outline: &Outline, state: &str) -> Vec<Event> {
    let words = BTreeMap::new();
    let reading = Reading { outline, words: &words, calendar: calendar(), device: "lms" };
    events(reading, state).expect("a state").0
}

/// All that screens show of a course.
fn shown(outline: &Outline, progress: &Progress) -> impl PartialEq + std::fmt::Debug + use<> {
    let lessons: Vec<LessonState> = outline.lessons().map(|lesson| progress.lesson(lesson)).collect();
    let recalls = Recalls::of(outline, progress, calendar());
    let last = progress.last_lesson().map(str::to_owned);
    (
        mastery::of_clauses(outline, progress, calendar()),
        Standing::of(outline, progress, calendar()),
        lessons,
        progress.tally(outline.questions()),
        (recalls.due(), recalls.next(), progress.is_pretested(), last),
    )
}

fn any_answer() -> impl Strategy<Value = Answer> {
    let wording = prop::sample::select(vec!["a", "a2", "b", "b2", "b3", "c", "d", "e"]);
    let occasion = prop::sample::select(crate::learning::event::Occasion::ALL.to_vec());
    (wording, 0..3_u8, occasion).prop_map(|(wording, how, occasion)| {
        let answer = match how {
            0 => Answer::right(wording),
            1 => Answer::wrong(wording),
            _ => Answer::unknown(wording),
        };
        answer.at(occasion)
    })
}

/// Answers on days that go forward.
fn any_answers() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((any_answer(), prop::bool::weighted(0.3)), 0..40).prop_map(|drawn| {
        let mut day = 0;
        answers(drawn.into_iter().map(|(answer, is_next_day)| {
            day += i64::from(is_next_day);
            answer.on(day)
        }))
    })
}

proptest! {
    #[test]
    fn what_screens_show_is_the_same_after_the_way_through_an_lms(events in any_answers()) {
        let outline = course();
        let progress = Progress::of(&events);
        let state = write(&outline, &progress, calendar(), "");
        prop_assert!(state.len() <= ROOM && state.is_ascii());
        let after = Progress::of(&back_from(&outline, &state));
        prop_assert_eq!(shown(&outline, &after), shown(&outline, &progress));
        prop_assert_eq!(write(&outline, &after, calendar(), ""), state);
    }

    #[test]
    fn the_least_keeps_results_too(events in any_answers()) {
        let outline = course();
        let progress = Progress::of(&events);
        let names = Names::of(&outline);
        let all = entries::all(&outline, &names, &progress, calendar());
        let before = Standing::of(&outline, &progress, calendar());
        let after = Progress::of(&back_from(&outline, &least(&outline, &progress, calendar(), &names, &all)));
        let standing = Standing::of(&outline, &after, calendar());
        prop_assert_eq!(standing.passed.is_some(), before.passed.is_some());
        prop_assert_eq!(standing.clauses, before.clauses);
        prop_assert_eq!(mastery::of_clauses(&outline, &after, calendar()), mastery::of_clauses(&outline, &progress, calendar()));
        let lessons = |progress: &Progress| outline.lessons().map(|lesson| progress.lesson(lesson)).collect::<Vec<_>>();
        prop_assert_eq!(lessons(&after), lessons(&progress));
        prop_assert_eq!(after.tally(outline.questions()).right, progress.tally(outline.questions()).right);
    }

    #[test]
    fn a_changed_letter_is_found(events in any_answers(), at in any::<prop::sample::Index>(), letter in "[a-zA-Z0-9]") {
        let outline = course();
        let mut state = write(&outline, &Progress::of(&events), calendar(), "").into_bytes();
        let at = at.index(state.len());
        prop_assume!(state[at] != letter.as_bytes()[0]);
        state[at] = letter.as_bytes()[0];
        let words = BTreeMap::new();
        let reading = Reading { outline: &outline, words: &words, calendar: calendar(), device: "lms" };
        prop_assert!(super::events(reading, &String::from_utf8_lossy(&state)).is_err());
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let words = BTreeMap::new();
        let outline = course();
        let _ = super::events(Reading { outline: &outline, words: &words, calendar: calendar(), device: "lms" }, &text);
    }
}

#[test]
fn a_question_that_is_gone_is_kept_for_the_day_on_which_it_is_back() {
    let all = course();
    let progress = Progress::of(&answers([Answer::right("a"), Answer::right("d").on(1), Answer::wrong("c")]));
    let state = write(&all, &progress, calendar(), "");
    let mut shorter = course();
    shorter.modules[0].lessons.remove(1);
    let without = Progress::of(&back_from(&shorter, &state));
    assert_eq!(without.tally(shorter.questions()).right, 1);
    let later = write(&shorter, &without, calendar(), "");
    let again = Progress::of(&back_from(&all, &later));
    assert_eq!(shown(&all, &again), shown(&all, &progress));
}

#[test]
fn an_answer_to_an_earlier_revision_does_not_count() {
    let state = write(&course(), &Progress::of(&answers([Answer::right("c")])), calendar(), "");
    let mut revised = course();
    revised.modules[0].lessons[1].questions[0].revision = 2;
    let after = Progress::of(&back_from(&revised, &state));
    assert_eq!(after.tally(revised.questions()).answered, 0);
}

#[test]
fn what_cannot_be_read_stands_behind_the_state_as_it_was() {
    let outline = course();
    let words = BTreeMap::new();
    let reading = Reading { outline: &outline, words: &words, calendar: calendar(), device: "lms" };
    assert_eq!(events(reading, "2.abc"), Err(Unreadable::Newer));
    for damaged in ["", "1.", "1.AAAA.0000", "{\"a\":1}"] {
        assert_eq!(events(reading, damaged), Err(Unreadable::Damaged), "{damaged}");
    }
    let state = write(&outline, &Progress::default(), calendar(), "2.abc");
    assert_eq!(events(reading, &state).expect("a state").1, "2.abc");
}

/// A course of so many questions, each with a variant, three to a lesson, five to a clause.
fn large(questions: usize) -> Outline {
    let question = |number: usize| {
        let (id, variant) = (format!("question-{number}"), format!("variant-{number}"));
        on_clause(&id, &format!("X-{}", number / 5), &[&variant])
    };
    let lessons = (0..questions / 3)
        .map(|place| lesson(&format!("lesson-{place}"), (place * 3..place * 3 + 3).map(question).collect()));
    outline(lessons.collect())
}

#[test]
fn no_history_is_longer_than_the_worst_case() {
    let outline = large(240);
    let mut history = Vec::new();
    for round in 0..6 {
        for number in 0..240 {
            let name =
                if round % 2 == 0 { format!("question-{number}") } else { format!("variant-{number}") };
            let right = !(number + round as usize).is_multiple_of(3);
            let answer = if right { Answer::right(&name) } else { Answer::wrong(&name) };
            history.push(answer.on(round * 300 + number as i64));
        }
    }
    let progress = Progress::of(&answers(history));
    let state = write(&outline, &progress, calendar(), "");
    let worst = worst_case(&outline);
    assert!(state.len() <= worst && worst < LIMIT, "{} of {worst}", state.len());
    let after = Progress::of(&back_from(&outline, &state));
    assert_eq!(
        mastery::of_clauses(&outline, &after, calendar()),
        mastery::of_clauses(&outline, &progress, calendar())
    );
}

#[test]
fn a_usual_history_of_a_large_course_is_there_whole_in_two_thousand_letters() {
    let outline = large(240);
    let history = (0..240).flat_map(|number| {
        let name = format!("question-{number}");
        let first = if number % 4 == 0 { Answer::wrong(&name) } else { Answer::right(&name) };
        [first.on(number / 60), Answer::right(&format!("variant-{number}")).on(number / 60 + 3)]
    });
    let progress = Progress::of(&answers(history.filter(|_| true)));
    let state = write(&outline, &progress, calendar(), "");
    assert!(state.len() <= ROOM, "{}", state.len());
    let after = Progress::of(&back_from(&outline, &state));
    assert_eq!(shown(&outline, &after), shown(&outline, &progress));
}
