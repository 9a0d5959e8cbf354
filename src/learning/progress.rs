//! Progress: one pure fold over the set of events.
//!
//! The order in which events arrive, duplicates, and the devices they come from
//! do not matter. An answer counts for a question as long as the question's
//! revision is not newer: rewording, moving or reordering loses nothing. What
//! follows from progress and a course is in `mastery`, `pass`, `recall` and `drawing`.

use std::collections::{BTreeMap, BTreeSet};

use super::event::{Event, EventId, Occasion, What};
use crate::course::outline::{Outline, OutlineLesson, OutlineModule, OutlineQuestion};

/// Where a learner stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// By the id of the question or variant, oldest first.
    attempts: BTreeMap<String, Vec<Attempt>>,
    lessons: BTreeMap<String, Visits>,
    last_lesson: Option<String>,
    /// Whether the pretest was gone through or left out.
    pretested: bool,
    /// When recalls were gone through, in milliseconds since 1970.
    recalls: Vec<i64>,
    /// By clause id.
    acknowledged: BTreeMap<String, Acknowledgement>,
    /// By lesson id; more than one where two devices wrote without knowing of each other.
    notes: BTreeMap<String, BTreeMap<EventId, String>>,
    bookmarks: BTreeMap<String, bool>,
    /// A list, not a map: few are ever assigned, and a page of a lesson carries less code for it.
    assigned: Vec<Assigned>,
    latest: Option<EventId>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub id: EventId,
    /// The question, or the variant, that was answered.
    pub question: String,
    pub revision: u32,
    pub chosen: Vec<String>,
    pub earned: u32,
    pub possible: u32,
    /// Milliseconds since 1970.
    pub at: i64,
    pub occasion: Occasion,
    pub sure: Option<bool>,
}

impl Attempt {
    /// Everything was right, or nothing could be wrong.
    pub fn is_right(&self) -> bool {
        self.earned >= self.possible && !self.is_unknown()
    }

    /// A wrong answer in the pretest leaves its question open.
    pub fn counts_as_answer(&self) -> bool {
        self.occasion != Occasion::Pretest || self.is_right()
    }

    /// The learner said "I don't know".
    pub fn is_unknown(&self) -> bool {
        self.chosen.is_empty()
    }

    /// The learner felt sure, and was wrong.
    pub fn is_sure_but_wrong(&self) -> bool {
        self.sure == Some(true) && !self.is_right()
    }
}

/// The words of a clause that a learner received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acknowledgement {
    /// Of the policy.
    pub version: String,
    pub words: String,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// The link of an assignment that a learner accepted, or put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// Its payload.
    pub link: String,
    /// When it was first seen, on any device, in milliseconds since 1970.
    pub opened: i64,
    /// False where it is put away.
    pub accepted: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Visits {
    read: bool,
    /// When it was opened or read first, in milliseconds since 1970.
    first: i64,
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
        events.sort_unstable();
        events.dedup_by(|later, earlier| later.id == earlier.id);
        let mut progress = Self::default();
        for event in events {
            progress.add(event);
        }
        progress
    }

    /// Adds an event that is later than all others. False where it is not: then all
    /// events must be folded anew.
    #[must_use]
    pub fn append(&mut self, event: &Event) -> bool {
        let is_later = self.latest.as_ref().is_none_or(|latest| event.id > *latest);
        if is_later {
            self.add(event);
        }
        is_later
    }

    fn add(&mut self, event: &Event) {
        self.latest = Some(event.id.clone());
        match &event.what {
            What::Opened { lesson } => {
                self.visit(lesson, event.at);
                self.last_lesson = Some(lesson.clone());
            }
            What::Read { lesson } => self.visit(lesson, event.at).read = true,
            What::Answered { question, revision, chosen, earned, possible, occasion, sure } => {
                let attempt = Attempt {
                    id: event.id.clone(),
                    question: question.clone(),
                    revision: *revision,
                    chosen: chosen.clone(),
                    earned: *earned,
                    possible: *possible,
                    at: event.at,
                    occasion: *occasion,
                    sure: *sure,
                };
                match self.attempts.get_mut(question) {
                    Some(attempts) => attempts.push(attempt),
                    None => drop(self.attempts.insert(question.clone(), vec![attempt])),
                }
            }
            What::Pretested { .. } => self.pretested = true,
            What::Recalled => self.recalls.push(event.at),
            What::Acknowledged { clause, version, words } => {
                let acknowledged =
                    Acknowledgement { version: version.clone(), words: words.clone(), at: event.at };
                self.acknowledged.insert(clause.clone(), acknowledged);
            }
            What::Noted { lesson, text, replaces } => {
                let notes = self.notes.entry(lesson.clone()).or_default();
                notes.retain(|id, _| !replaces.contains(&id.to_string()));
                notes.insert(event.id.clone(), text.clone());
            }
            What::Bookmarked { lesson, set } => drop(self.bookmarks.insert(lesson.clone(), *set)),
            What::Assigned { link, opened, set } => {
                match self.assigned.iter_mut().find(|known| known.link == *link) {
                    Some(known) => {
                        known.opened = known.opened.min(*opened);
                        known.accepted = *set;
                    }
                    None => {
                        self.assigned.push(Assigned { link: link.clone(), opened: *opened, accepted: *set })
                    }
                }
            }
        }
    }

    fn visit(&mut self, lesson: &str, at: i64) -> &mut Visits {
        self.lessons.entry(lesson.to_owned()).or_insert(Visits { read: false, first: at })
    }

    /// The answers to a question or one of its variants that count, oldest first.
    pub fn attempts(&self, question: &OutlineQuestion) -> Vec<&Attempt> {
        let own = self.attempts_at(&question.id, question.revision);
        if question.variants.is_empty() {
            return own.collect();
        }
        let of_variants =
            question.variants.iter().flat_map(|variant| self.attempts_at(&variant.id, variant.revision));
        let mut attempts: Vec<&Attempt> = own.chain(of_variants).collect();
        attempts.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        attempts
    }

    /// The answers under one id that count at this revision, oldest first.
    pub fn attempts_at(&self, id: &str, revision: u32) -> impl DoubleEndedIterator<Item = &Attempt> {
        let attempts = self.attempts.get(id).map_or(&[][..], Vec::as_slice);
        attempts.iter().filter(move |attempt| attempt.revision >= revision)
    }

    /// Every answer to any question, oldest first.
    pub fn all_attempts(&self) -> Vec<&Attempt> {
        let mut attempts: Vec<&Attempt> = self.attempts.values().flatten().collect();
        attempts.sort_unstable_by(|one, other| one.id.cmp(&other.id));
        attempts
    }

    /// When recalls were gone through, in milliseconds since 1970.
    pub fn recalls(&self) -> &[i64] {
        &self.recalls
    }

    /// Whether there are answers, but all to an earlier revision.
    pub fn is_outdated(&self, question: &OutlineQuestion) -> bool {
        self.attempts.contains_key(&question.id) && !self.is_answered(question)
    }

    /// Whether it was answered in a way that counts; a wrong answer in the pretest does not.
    pub fn is_answered(&self, question: &OutlineQuestion) -> bool {
        self.attempts(question).iter().any(|attempt| attempt.counts_as_answer())
    }

    /// Whether a question was right at any attempt.
    pub fn is_right(&self, question: &OutlineQuestion) -> bool {
        self.attempts(question).iter().any(|attempt| attempt.is_right())
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

    /// Counts some questions; polls do not count.
    pub fn tally<'q>(&self, questions: impl IntoIterator<Item = &'q OutlineQuestion>) -> Tally {
        let mut tally = Tally::default();
        for question in questions.into_iter().filter(|question| !question.poll) {
            let attempts = self.attempts(question);
            let right = attempts.iter().any(|attempt| attempt.is_right());
            tally.questions += 1;
            tally.answered += usize::from(!attempts.is_empty());
            tally.right += usize::from(right);
            tally.right_at_first_try += usize::from(attempts.first().is_some_and(|first| first.is_right()));
            tally.weight += question.weight;
            tally.weight_right += if right { question.weight } else { 0 };
        }
        tally
    }

    /// The lesson to go on with: the one opened last unless it is done, else the first
    /// that is not, among those that everybody takes, less the modules that may be
    /// skipped. None when all are done.
    pub fn go_on<'o>(
        &self,
        outline: &'o Outline,
        may_skip: impl Fn(&str) -> bool,
    ) -> Option<&'o OutlineLesson> {
        let open = |lesson: &&OutlineLesson| self.lesson(lesson) != LessonState::Done;
        let last = self.last_lesson.as_deref().and_then(|last| outline.lesson(last));
        let modules = outline.modules.iter().filter(|module| !module.choose_any);
        let mut rest = modules
            .filter(|module| module.lessons.iter().any(|lesson| open(&lesson)) && !may_skip(&module.id))
            .flat_map(|module| &module.lessons);
        last.filter(open).or_else(|| rest.find(open))
    }

    /// The lesson that was opened last.
    pub fn last_lesson(&self) -> Option<&str> {
        self.last_lesson.as_deref()
    }

    /// Whether nothing has been done yet.
    pub fn is_empty(&self) -> bool {
        self.latest.is_none()
    }

    /// Whether the pretest was gone through or left out.
    pub fn is_pretested(&self) -> bool {
        self.pretested
    }

    /// The words of a clause that were acknowledged last.
    pub fn acknowledged(&self, clause: &str) -> Option<&Acknowledgement> {
        self.acknowledged.get(clause)
    }

    /// The notes on a lesson, each with the id of its event: more than one where two
    /// devices wrote without knowing of each other.
    pub fn notes(&self, lesson: &str) -> impl Iterator<Item = (&EventId, &str)> {
        self.notes.get(lesson).into_iter().flatten().map(|(id, text)| (id, text.as_str()))
    }

    /// Whether a lesson has a bookmark.
    pub fn has_bookmark(&self, lesson: &str) -> bool {
        self.bookmarks.get(lesson).copied().unwrap_or(false)
    }

    /// The ids of all lessons that have a note or a bookmark.
    pub fn noted_or_bookmarked(&self) -> BTreeSet<&str> {
        let noted = self.notes.iter().filter(|(_, notes)| notes.values().any(|text| !text.is_empty()));
        let bookmarked = self.bookmarks.iter().filter(|(_, set)| **set);
        noted.map(|(id, _)| id.as_str()).chain(bookmarked.map(|(id, _)| id.as_str())).collect()
    }

    /// The links of assignments that were accepted, also those put away; each once.
    pub fn assigned(&self) -> &[Assigned] {
        &self.assigned
    }

    /// How many questions were answered that are no longer in the course.
    pub fn archived(&self, outline: &Outline) -> usize {
        let known: BTreeSet<&str> = outline
            .questions()
            .flat_map(|question| {
                let variants = question.variants.iter().map(|variant| variant.id.as_str());
                std::iter::once(question.id.as_str()).chain(variants)
            })
            .collect();
        self.attempts.keys().filter(|id| !known.contains(id.as_str())).count()
    }
}
