//! All answers of a learner, arranged as the course is.

use std::collections::BTreeMap;

use super::mastery::wordings;
use super::notes::joined;
use super::progress::{Attempt, Progress};
use crate::course::outline::{Outline, OutlineLesson, OutlineModule};

/// What a learner answered and wrote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answers {
    pub lessons: Vec<AnsweredLesson>,
    /// Answers to questions that are no longer in the course, oldest first.
    pub gone: Vec<Attempt>,
}

/// A lesson with an answer or a note.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredLesson {
    pub id: String,
    pub title: String,
    /// The title of its module.
    pub module: String,
    pub questions: Vec<AnsweredQuestion>,
    pub note: String,
}

/// A question, or a variant of one, with every answer to it, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct AnsweredQuestion {
    pub id: String,
    pub attempts: Vec<Attempt>,
}

impl Answers {
    /// The answers of a learner, those to earlier revisions too.
    pub fn of(outline: &Outline, progress: &Progress) -> Self {
        let mut attempts: BTreeMap<String, Vec<Attempt>> = BTreeMap::new();
        for attempt in progress.all_attempts() {
            attempts.entry(attempt.question.clone()).or_default().push(attempt.clone());
        }
        let mut lessons = Vec::new();
        for module in &outline.modules {
            for lesson in &module.lessons {
                lessons.extend(answered(module, lesson, &mut attempts, progress));
            }
        }
        let mut gone: Vec<Attempt> = attempts.into_values().flatten().collect();
        gone.sort_by(|one, other| one.id.cmp(&other.id));
        Self { lessons, gone }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.lessons.is_empty() && self.gone.is_empty()
    }

    /// Lessons whose questions must be known to show them.
    pub fn lessons_to_load(&self) -> impl Iterator<Item = &str> {
        let answered = self.lessons.iter().filter(|lesson| !lesson.questions.is_empty());
        answered.map(|lesson| lesson.id.as_str())
    }
}

/// A lesson's part; its answers are taken out of those that are left.
fn answered(
    module: &OutlineModule,
    lesson: &OutlineLesson,
    left: &mut BTreeMap<String, Vec<Attempt>>,
    progress: &Progress,
) -> Option<AnsweredLesson> {
    let asked = lesson.questions.iter().flat_map(wordings);
    let questions: Vec<AnsweredQuestion> = asked
        .filter_map(|(id, _)| Some(AnsweredQuestion { id: id.to_owned(), attempts: left.remove(id)? }))
        .collect();
    let note = joined(progress, &lesson.id);
    let has_any = !questions.is_empty() || !note.is_empty();
    has_any.then(|| AnsweredLesson {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        module: module.title.clone(),
        questions,
        note,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learning::event::What;
    use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline, question};

    fn course() -> Outline {
        outline(vec![
            lesson("l", vec![on_clause("a", "X-1", &["b"]), question("c")]),
            lesson("m", vec![question("d")]),
        ])
    }

    #[test]
    fn answers_stand_where_their_questions_do_and_variants_behind_theirs() {
        let events = events([
            Answer::right("d"),
            Answer::wrong("gone"),
            Answer::right("b"),
            Answer::wrong("a"),
            Answer::right("a"),
        ]);
        let answers = Answers::of(&course(), &Progress::of(&events));
        let ids: Vec<Vec<(&str, usize)>> = answers
            .lessons
            .iter()
            .map(|lesson| {
                lesson.questions.iter().map(|found| (found.id.as_str(), found.attempts.len())).collect()
            })
            .collect();
        assert_eq!(ids, [vec![("a", 2), ("b", 1)], vec![("d", 1)]]);
        assert_eq!(answers.gone.len(), 1);
    }

    #[test]
    fn a_lesson_with_nothing_but_a_note_is_shown_and_needs_no_questions() {
        let noted = What::Noted { lesson: "m".into(), text: "Mine.".into(), replaces: vec![] };
        let answers = Answers::of(&course(), &Progress::of(&[event(1, noted)]));
        assert_eq!(answers.lessons[0].note, "Mine.");
        assert_eq!(answers.lessons_to_load().count(), 0);
    }

    proptest! {
        #[test]
        fn no_answer_is_left_out(events in proptest::collection::vec(any_event(), 0..30)) {
            let progress = Progress::of(&events);
            let answers = Answers::of(&course(), &progress);
            let shown = answers.lessons.iter().flat_map(|lesson| &lesson.questions).map(|found| found.attempts.len());
            prop_assert_eq!(shown.sum::<usize>() + answers.gone.len(), progress.all_attempts().len());
        }
    }
}
