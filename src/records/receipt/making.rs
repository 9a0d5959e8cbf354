//! Makes a receipt from what a learner did. The same events give the same receipt.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Accepted, AcknowledgedClause, ClauseMastery, ClauseScore, CourseVersion, FORM, ModuleScore, Receipt,
    State,
};
use crate::course::outline::{Outline, OutlineClause, OutlineModule};
use crate::learning::day::{Calendar, Day};
use crate::learning::event::{Event, What};
use crate::learning::mastery::{Mastery, wordings};
use crate::learning::pass::{ClauseStanding, Standing};
use crate::learning::progress::{LessonState, Progress};
use crate::records::digest::sha256_hex;
use crate::records::renewal::counted;
use crate::records::scope::of_modules;

/// Hexadecimal digits by which a course or some words are told apart.
const SHORT: usize = 16;

/// What a receipt needs to know besides the events.
#[derive(Debug, Clone)]
pub struct Making<'a> {
    /// The whole course.
    pub outline: &'a Outline,
    /// The assignment that the receipt is about; the whole course where there is none.
    pub accepted: Option<Accepted>,
    /// The name that the learner gave.
    pub learner: &'a str,
    pub calendar: Calendar,
    /// The version of this program.
    pub engine: &'a str,
    /// The public key of the browser profile, base64url; empty where it has none.
    pub key: &'a str,
}

impl Receipt {
    /// The receipt for these events, in whatever order they come.
    pub fn of<'e>(events: impl IntoIterator<Item = &'e Event>, making: Making) -> Self {
        let mut events: Vec<&Event> = events.into_iter().collect();
        events.sort_unstable();
        events.dedup_by(|later, earlier| later.id == earlier.id);
        let scope = scope_of(making.outline, making.accepted.as_ref());
        let progress = Progress::of(events.iter().copied());
        let anew = counted(&scope, making.accepted.as_ref(), &progress, &events, making.calendar);
        let (counting, events) = match &anew {
            Some(anew) => (&anew.progress, &anew.events),
            None => (&progress, &events),
        };
        let standing = Standing::of(&scope, counting, making.calendar);
        let passed = standing.passed.or_else(|| day_of_reading(&scope, events, making.calendar));
        let times = Times::of(&scope, events);
        let questions = scope.questions().filter(|question| !question.poll);
        let mut receipt = Self {
            form: FORM,
            id: String::new(),
            course: CourseVersion::of(making.outline),
            learner: making.learner.trim().to_owned(),
            state: match (passed, times.begun) {
                (Some(_), _) => State::Passed,
                (None, Some(_)) => State::InProgress,
                (None, None) => State::NotStarted,
            },
            pass: scope.pass,
            assigned: standing.assigned,
            needed: standing.needed,
            mastered: standing.mastered,
            attempts: questions.map(|question| counting.attempts(question).len()).sum(),
            modules: scope.modules.iter().map(|module| module_score(module, &progress)).collect(),
            clauses: clause_scores(&scope, &standing),
            acknowledged: acknowledged_in(&scope, &standing, making.accepted.as_ref(), &progress),
            begun: times.begun,
            latest: times.latest,
            passed,
            minutes_ahead: making.calendar.minutes_ahead,
            engine: making.engine.to_owned(),
            key: making.key.to_owned(),
            assignment: making.accepted,
        };
        receipt.id = receipt.id_of_content();
        receipt
    }
}

impl CourseVersion {
    /// The course as it is now.
    pub fn of(outline: &Outline) -> Self {
        let written = serde_json::to_string(outline).unwrap_or_default();
        Self {
            id: outline.id.clone(),
            title: outline.title.clone(),
            version: short_digest(&written),
            policy_version: outline.policy_version.clone(),
        }
    }
}

/// The part of the course that an assignment is about.
pub fn scope_of(outline: &Outline, accepted: Option<&Accepted>) -> Outline {
    match accepted {
        Some(accepted) => of_modules(outline, &accepted.assignment.modules, accepted.assignment.pass),
        None => outline.clone(),
    }
}

/// Where nothing is graded, reading is all there is: the day on which the last of its
/// lessons was done. None where something is graded.
pub fn day_of_reading(scope: &Outline, events: &[&Event], calendar: Calendar) -> Option<Day> {
    if scope.questions().any(|question| !question.poll) {
        return None;
    }
    let lessons: Vec<_> = match scope.core_lessons().next() {
        Some(_) => scope.core_lessons().collect(),
        None => scope.lessons().collect(),
    };
    if lessons.is_empty() {
        return None;
    }
    let mut progress = Progress::default();
    events.iter().find_map(|event| {
        let is_done = progress.append(event)
            && matches!(event.what, What::Read { .. } | What::Answered { .. })
            && lessons.iter().all(|lesson| progress.lesson(lesson) == LessonState::Done);
        is_done.then(|| calendar.day(event.at))
    })
}

/// When something of the scope was done for the first time, and the last time.
struct Times {
    begun: Option<i64>,
    latest: Option<i64>,
}

impl Times {
    /// Opening a lesson again says nothing new, so it is no later time.
    fn of(scope: &Outline, events: &[&Event]) -> Self {
        let lessons: BTreeSet<&str> = scope.lessons().map(|lesson| lesson.id.as_str()).collect();
        let asked: BTreeMap<&str, u32> = scope.questions().flat_map(wordings).collect();
        let begins = |event: &&Event| match &event.what {
            What::Opened { lesson } | What::Read { lesson } => lessons.contains(lesson.as_str()),
            What::Answered { question, revision, .. } => {
                asked.get(question.as_str()).is_some_and(|now| revision >= now)
            }
            _ => false,
        };
        let goes_on = |event: &&&Event| match &event.what {
            What::Opened { .. } => false,
            What::Acknowledged { clause, .. } => scope.clause(clause).is_some(),
            _ => begins(event),
        };
        let begun = events.iter().copied().filter(begins).map(|event| event.at).min();
        let latest = events.iter().filter(goes_on).map(|event| event.at).max();
        Self { begun, latest: latest.or(begun) }
    }
}

fn module_score(module: &OutlineModule, progress: &Progress) -> ModuleScore {
    let tally = progress.tally(module.lessons.iter().flat_map(|lesson| &lesson.questions));
    ModuleScore {
        id: module.id.clone(),
        lessons: module.lessons.len(),
        lessons_done: progress.lessons_done(module),
        questions: tally.questions,
        right: tally.right,
        right_at_first_try: tally.right_at_first_try,
    }
}

fn clause_scores(scope: &Outline, standing: &Standing) -> Vec<ClauseScore> {
    let score = |clause: &ClauseStanding| ClauseScore {
        id: clause.id.clone(),
        text: scope.clause(&clause.id).map(|known| known.text.clone()).unwrap_or_default(),
        mastery: match clause.mastery {
            Mastery::New => ClauseMastery::New,
            Mastery::Missed => ClauseMastery::Missed,
            Mastery::Once => ClauseMastery::Once,
            Mastery::Mastered => ClauseMastery::Mastered,
        },
    };
    standing.clauses.iter().map(score).collect()
}

/// Of the whole policy; where modules are assigned, of the clauses that they are about: a
/// receipt tells no more than it was asked for.
fn acknowledged_in(
    scope: &Outline,
    standing: &Standing,
    accepted: Option<&Accepted>,
    progress: &Progress,
) -> Vec<AcknowledgedClause> {
    let is_whole = accepted.is_none_or(|accepted| accepted.assignment.modules.is_empty());
    let is_asked = |clause: &&OutlineClause| standing.clauses.iter().any(|asked| asked.id == clause.id);
    let clauses = scope.clauses.iter().filter(|clause| is_whole || is_asked(clause));
    clauses.filter_map(|clause| acknowledged(clause, progress)).collect()
}

fn acknowledged(clause: &OutlineClause, progress: &Progress) -> Option<AcknowledgedClause> {
    let known = progress.acknowledged(&clause.id)?;
    Some(AcknowledgedClause {
        clause: clause.id.clone(),
        version: known.version.clone(),
        words: short_digest(&known.words),
        at: known.at,
    })
}

fn short_digest(text: &str) -> String {
    let mut digest = sha256_hex(text.as_bytes());
    digest.truncate(SHORT);
    digest
}

#[cfg(test)]
#[path = "making_tests.rs"]
pub(in crate::records) mod tests;
