//! Progress: one pure fold over the set of events.
//!
//! The order in which events arrive, duplicates, and the devices they come from
//! do not matter. An answer counts for a question as long as the question's
//! revision is not newer: rewording, moving or reordering loses nothing.

use std::collections::BTreeMap;

use super::event::{Event, What};
use crate::course::outline::{Outline, OutlineLesson, OutlineModule, OutlineQuestion};

/// Where a learner stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    questions: BTreeMap<String, Answers>,
    lessons: BTreeMap<String, Visits>,
    last_lesson: Option<String>,
}

/// All answers to one question.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// Oldest first.
    attempts: Vec<Attempt>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub revision: u32,
    pub chosen: Vec<String>,
    pub earned: u32,
    pub possible: u32,
    /// Milliseconds since 1970.
    pub at: i64,
}

impl Attempt {
    /// Everything was right.
    pub fn is_right(&self) -> bool {
        self.earned >= self.possible
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Visits {
    read: bool,
}

/// Where a learner stands with a lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LessonState {
    New,
    Begun,
    Done,
}

/// Questions counted for a module, a clause or the whole course.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub questions: usize,
    pub answered: usize,
    /// Right at any attempt.
    pub right: usize,
    pub right_at_first_try: usize,
    /// Weights of all questions, and of those that are right.
    pub weight: u32,
    pub weight_right: u32,
}

impl Progress {
    /// Folds events into progress.
    pub fn of<'e>(events: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut events: Vec<&Event> = events.into_iter().collect();
        events.sort();
        events.dedup_by(|later, earlier| later.id == earlier.id);
        let mut progress = Self::default();
        for event in events {
            progress.add(event);
        }
        progress
    }

    fn add(&mut self, event: &Event) {
        match &event.what {
            What::Opened { lesson } => {
                self.lessons.entry(lesson.clone()).or_default();
                self.last_lesson = Some(lesson.clone());
            }
            What::Read { lesson } => self.lessons.entry(lesson.clone()).or_default().read = true,
            What::Answered { question, revision, chosen, earned, possible } => {
                self.questions.entry(question.clone()).or_default().attempts.push(Attempt {
                    revision: *revision,
                    chosen: chosen.clone(),
                    earned: *earned,
                    possible: *possible,
                    at: event.at,
                });
            }
        }
    }

    /// The answers to a question that count at this revision, oldest first.
    pub fn attempts(&self, question: &str, revision: u32) -> impl DoubleEndedIterator<Item = &Attempt> {
        let attempts = self.questions.get(question).map_or(&[][..], |answers| &answers.attempts);
        attempts.iter().filter(move |attempt| attempt.revision >= revision)
    }

    /// Whether there are answers, but all to an earlier revision.
    pub fn is_outdated(&self, question: &str, revision: u32) -> bool {
        self.questions.contains_key(question) && self.attempts(question, revision).next().is_none()
    }

    fn is_answered(&self, question: &OutlineQuestion) -> bool {
        self.attempts(&question.id, question.revision).next().is_some()
    }

    /// Whether a question was right at any attempt.
    pub fn is_right(&self, question: &OutlineQuestion) -> bool {
        self.attempts(&question.id, question.revision).any(Attempt::is_right)
    }

    /// A lesson with questions is done when all are answered, another one when it was read.
    pub fn lesson(&self, lesson: &OutlineLesson) -> LessonState {
        let answered = lesson.questions.iter().filter(|question| self.is_answered(question)).count();
        let visits = self.lessons.get(&lesson.id);
        let done = match lesson.questions.len() {
            0 => visits.is_some_and(|visits| visits.read),
            all => answered == all,
        };
        match (done, visits.is_some() || answered > 0) {
            (true, _) => LessonState::Done,
            (false, true) => LessonState::Begun,
            (false, false) => LessonState::New,
        }
    }

    /// How many questions of a lesson wait for an answer.
    pub fn still_open(&self, lesson: &OutlineLesson) -> usize {
        lesson.questions.iter().filter(|question| !self.is_answered(question)).count()
    }

    /// How many lessons of a module are done.
    pub fn lessons_done(&self, module: &OutlineModule) -> usize {
        module.lessons.iter().filter(|lesson| self.lesson(lesson) == LessonState::Done).count()
    }

    /// How many of the lessons that everybody takes are done.
    pub fn core_lessons_done(&self, outline: &Outline) -> usize {
        outline.core_lessons().filter(|lesson| self.lesson(lesson) == LessonState::Done).count()
    }

    /// Counts some questions.
    pub fn tally<'q>(&self, questions: impl IntoIterator<Item = &'q OutlineQuestion>) -> Tally {
        let mut tally = Tally::default();
        for question in questions {
            let mut attempts = self.attempts(&question.id, question.revision);
            let first = attempts.next();
            let right = self.is_right(question);
            tally.questions += 1;
            tally.answered += usize::from(first.is_some());
            tally.right += usize::from(right);
            tally.right_at_first_try += usize::from(first.is_some_and(Attempt::is_right));
            tally.weight += question.weight;
            tally.weight_right += if right { question.weight } else { 0 };
        }
        tally
    }

    /// The lesson to go on with: the one opened last unless it is done, else the
    /// first that is not, among those that everybody takes. None when all are done.
    pub fn go_on<'o>(&self, outline: &'o Outline) -> Option<&'o OutlineLesson> {
        let open = |lesson: &&OutlineLesson| self.lesson(lesson) != LessonState::Done;
        let last = self.last_lesson.as_deref().and_then(|last| outline.lesson(last));
        last.filter(open).or_else(|| outline.core_lessons().find(open))
    }

    /// The lesson that was opened last.
    pub fn last_lesson(&self) -> Option<&str> {
        self.last_lesson.as_deref()
    }

    /// Whether nothing has been done yet.
    pub fn is_empty(&self) -> bool {
        self.questions.is_empty() && self.lessons.is_empty()
    }

    /// How many critical questions are not right yet.
    pub fn critical_open(&self, outline: &Outline) -> usize {
        outline.questions().filter(|question| question.critical && !self.is_right(question)).count()
    }

    /// How many questions were answered that are no longer in the course.
    pub fn archived(&self, outline: &Outline) -> usize {
        let known: std::collections::BTreeSet<&str> =
            outline.questions().map(|question| question.id.as_str()).collect();
        self.questions.keys().filter(|id| !known.contains(id.as_str())).count()
    }
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod tests;
