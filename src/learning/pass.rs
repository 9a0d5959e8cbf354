//! The pass: what of it is reached, and what is still missing.
//!
//! A course with a policy is passed on the day on which enough of its assigned
//! clauses were mastered, and every critical clause and question with them. A course
//! without one is passed by its questions. What was passed stays passed: a recall
//! that goes wrong shows what to practise, it takes nothing away.

use std::collections::{BTreeMap, BTreeSet};

use super::day::{Calendar, Day};
use super::mastery::{Following, Mastery, wordings};
use super::progress::{Attempt, Progress};
use crate::course::outline::{Outline, OutlineQuestion};

/// Where a learner stands with the pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Every clause that the pass is about, in the order of the policy.
    pub clauses: Vec<ClauseStanding>,
    /// Clauses, or questions of a course without clauses, that count.
    pub assigned: usize,
    /// How many of them must be mastered.
    pub needed: usize,
    pub mastered: usize,
    /// Critical questions that were never right.
    pub critical_questions_open: usize,
    /// The day on which everything needed was there for the first time.
    pub passed: Option<Day>,
}

/// Where a learner stands with a clause that the pass is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseStanding {
    pub id: String,
    pub critical: bool,
    pub mastery: Mastery,
}

/// How it was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passing {
    /// Milliseconds since 1970.
    pub at: i64,
    /// Clauses, or questions of a course without clauses: those that were there, and all that count.
    pub reached: usize,
    pub counted: usize,
}

impl Standing {
    /// Where the learner stands.
    pub fn of(outline: &Outline, progress: &Progress, calendar: Calendar) -> Self {
        let mut reaching = Reaching::new(outline, calendar);
        let mut passed = None;
        for attempt in progress.all_attempts() {
            reaching.add(attempt);
            if passed.is_none() && reaching.is_enough() {
                passed = Some(calendar.day(attempt.at));
            }
        }
        reaching.standing(passed)
    }

    /// The answer with which everything needed was there for the first time. None before
    /// it, and where nothing could be asked.
    pub fn passing(outline: &Outline, progress: &Progress, calendar: Calendar) -> Option<Passing> {
        let mut reaching = Reaching::new(outline, calendar);
        let is_enough = |reaching: &Reaching| reaching.is_enough() && reaching.counted() > 0;
        let passing = progress.all_attempts().into_iter().find(|attempt| {
            reaching.add(attempt);
            is_enough(&reaching)
        })?;
        Some(Passing { at: passing.at, reached: reaching.reached(), counted: reaching.counted() })
    }

    /// Critical clauses that are not mastered.
    pub fn critical_missing(&self) -> impl Iterator<Item = &ClauseStanding> {
        self.missing().filter(|clause| clause.critical)
    }

    /// Clauses that are not mastered, in the order of the policy.
    pub fn missing(&self) -> impl Iterator<Item = &ClauseStanding> {
        self.clauses.iter().filter(|clause| clause.mastery != Mastery::Mastered)
    }

    /// Whether nothing could be asked: a course without graded questions has no pass.
    pub fn has_no_pass(&self) -> bool {
        self.assigned == 0
    }

    /// Whether a clause is mastered.
    pub fn masters(&self, clause: &str) -> bool {
        self.clauses.iter().any(|standing| standing.id == clause && standing.mastery == Mastery::Mastered)
    }
}

/// The clauses that everybody's lessons ask about, and all critical ones that are
/// asked about anywhere. Where no such lesson asks about any, all that are asked about.
pub fn assigned_clauses(outline: &Outline) -> BTreeSet<&str> {
    let asked = |questions: &mut dyn Iterator<Item = &'_ OutlineQuestion>| -> BTreeSet<String> {
        questions.filter(|question| !question.poll).filter_map(|question| question.clause.clone()).collect()
    };
    let core = asked(&mut outline.core_lessons().flat_map(|lesson| &lesson.questions));
    let all = asked(&mut outline.questions());
    let is_assigned = |id: &str, critical: bool| match core.is_empty() {
        true => all.contains(id),
        false => core.contains(id) || critical && all.contains(id),
    };
    outline
        .clauses
        .iter()
        .filter(|clause| is_assigned(&clause.id, clause.critical))
        .map(|clause| clause.id.as_str())
        .collect()
}

/// What is reached so far, one answer after the other.
struct Reaching<'o> {
    outline: &'o Outline,
    following: Following<'o>,
    assigned: BTreeSet<&'o str>,
    mastered: BTreeSet<&'o str>,
    critical_clauses: BTreeSet<&'o str>,
    /// The question that each wording asks, of the questions that must or may count.
    questions: BTreeMap<&'o str, (&'o OutlineQuestion, u32)>,
    right: BTreeSet<&'o str>,
    critical_open: BTreeSet<&'o str>,
    needed: usize,
}

impl<'o> Reaching<'o> {
    fn new(outline: &'o Outline, calendar: Calendar) -> Self {
        let assigned = assigned_clauses(outline);
        let critical =
            outline.clauses.iter().filter(|clause| clause.critical).map(|clause| clause.id.as_str());
        let critical_clauses = critical.filter(|id| assigned.contains(id)).collect();
        let core =
            outline.core_lessons().flat_map(|lesson| &lesson.questions).filter(|question| !question.poll);
        let core: Vec<&OutlineQuestion> = core.collect();
        let questions = core
            .iter()
            .flat_map(|question| wordings(question).map(move |(id, revision)| (id, (*question, revision))))
            .collect();
        let critical_open =
            core.iter().filter(|question| question.critical).map(|question| question.id.as_str());
        let counted = if assigned.is_empty() { core.len() } else { assigned.len() };
        Self {
            outline,
            following: Following::new(outline, calendar),
            mastered: BTreeSet::new(),
            critical_clauses,
            questions,
            right: BTreeSet::new(),
            critical_open: critical_open.collect(),
            needed: needed(counted, outline.pass),
            assigned,
        }
    }

    fn add(&mut self, attempt: &Attempt) {
        if let Some(clause) = self.following.add(attempt) {
            if self.following.mastery(clause) == Mastery::Mastered && self.assigned.contains(clause) {
                self.mastered.insert(clause);
            } else {
                self.mastered.remove(clause);
            }
        }
        let Some((question, revision)) = self.questions.get(attempt.question.as_str()) else { return };
        if attempt.is_right() && attempt.revision >= *revision {
            self.right.insert(&question.id);
            self.critical_open.remove(question.id.as_str());
        }
    }

    fn reached(&self) -> usize {
        if self.assigned.is_empty() { self.right.len() } else { self.mastered.len() }
    }

    fn counted(&self) -> usize {
        if self.assigned.is_empty() {
            self.questions.values().map(|(question, _)| &question.id).collect::<BTreeSet<_>>().len()
        } else {
            self.assigned.len()
        }
    }

    fn is_enough(&self) -> bool {
        self.reached() >= self.needed
            && self.critical_open.is_empty()
            && self.critical_clauses.is_subset(&self.mastered)
    }

    fn standing(self, passed: Option<Day>) -> Standing {
        let clauses = self.outline.clauses.iter().filter(|clause| self.assigned.contains(clause.id.as_str()));
        let clauses = clauses
            .map(|clause| ClauseStanding {
                id: clause.id.clone(),
                critical: clause.critical,
                mastery: self.following.mastery(&clause.id),
            })
            .collect();
        Standing {
            clauses,
            assigned: self.counted(),
            needed: self.needed,
            mastered: self.reached(),
            critical_questions_open: self.critical_open.len(),
            passed,
        }
    }
}

/// How many of so many are the pass mark's percent, rounded up.
fn needed(counted: usize, percent: u32) -> usize {
    (counted * percent.min(100) as usize).div_ceil(100)
}

#[cfg(test)]
#[path = "pass_tests.rs"]
mod tests;
