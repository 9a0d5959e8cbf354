//! Which clauses a learner masters, encounter by encounter.
//!
//! An encounter is a question, or one of its variants, on a day; only its first try
//! counts. "I don't know", and a wrong answer in the pretest, make it count for
//! nothing. A clause is mastered when its last two encounters were right. So a
//! further right answer, wherever it comes in, never lowers a result.
//!
//! The measure, right at the first try on the last two encounters, follows the
//! research on mastery testing (Kulik & Kulik) as summed up for this project.

use std::collections::BTreeMap;

use super::day::{Calendar, Day};
use super::event::Occasion;
use super::progress::{Attempt, Progress};
use crate::course::outline::{Outline, OutlineQuestion};

/// Where a learner stands with a clause.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mastery {
    /// Not met yet, or only with "I don't know".
    #[default]
    New,
    /// The last encounter was wrong.
    Missed,
    /// The last encounter was right: one more makes it mastered.
    Once,
    Mastered,
}

/// The encounters with one clause, as far as they still matter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Encounters {
    /// Whether the first try of each was right; none where it counts for nothing.
    first_tries: BTreeMap<(String, Day), Option<bool>>,
    last: Option<(String, Day)>,
    last_but_one: Option<(String, Day)>,
}

impl Encounters {
    fn add(&mut self, attempt: &Attempt, day: Day) {
        let key = (attempt.question.clone(), day);
        let known = self.first_tries.get(&key).copied();
        let first_try = known.unwrap_or_else(|| counts_as(attempt));
        if known.is_none() {
            self.first_tries.insert(key.clone(), first_try);
        }
        // A wrong one stands where it began, a right one where it was confirmed last.
        let moves = known.is_none() || first_try == Some(true);
        if first_try.is_some() && moves && self.last.as_ref() != Some(&key) {
            self.last_but_one = self.last.replace(key);
        }
    }

    fn was_right(&self, key: Option<&(String, Day)>) -> Option<bool> {
        key.and_then(|key| self.first_tries.get(key).copied().flatten())
    }

    fn mastery(&self) -> Mastery {
        match (self.was_right(self.last_but_one.as_ref()), self.was_right(self.last.as_ref())) {
            (_, None) => Mastery::New,
            (_, Some(false)) => Mastery::Missed,
            (Some(true), Some(true)) => Mastery::Mastered,
            (_, Some(true)) => Mastery::Once,
        }
    }
}

/// What an attempt says when it is the first of its encounter.
fn counts_as(attempt: &Attempt) -> Option<bool> {
    match attempt.is_right() {
        true => Some(true),
        false if attempt.is_unknown() || attempt.occasion == Occasion::Pretest => None,
        false => Some(false),
    }
}

/// Follows all clauses of a course through a learner's answers.
#[derive(Debug)]
pub struct Following<'o> {
    /// Clause and revision of each question and variant.
    asked: BTreeMap<&'o str, (&'o str, u32)>,
    clauses: BTreeMap<&'o str, Encounters>,
    calendar: Calendar,
}

impl<'o> Following<'o> {
    /// Nothing is answered yet.
    pub fn new(outline: &'o Outline, calendar: Calendar) -> Self {
        let mut asked = BTreeMap::new();
        for question in outline.questions().filter(|question| !question.poll) {
            let Some(clause) = &question.clause else { continue };
            for (id, revision) in wordings(question) {
                asked.insert(id, (clause.as_str(), revision));
            }
        }
        Self { asked, clauses: BTreeMap::new(), calendar }
    }

    /// Takes the next answer; gives the clause that it is about.
    pub fn add(&mut self, attempt: &Attempt) -> Option<&'o str> {
        let (clause, revision) = *self.asked.get(attempt.question.as_str())?;
        if attempt.revision < revision {
            return None;
        }
        let day = self.calendar.day(attempt.at);
        self.clauses.entry(clause).or_default().add(attempt, day);
        Some(clause)
    }

    /// Where the learner stands with a clause.
    pub fn mastery(&self, clause: &str) -> Mastery {
        self.clauses.get(clause).map_or(Mastery::New, Encounters::mastery)
    }
}

/// The ids and revisions under which a question is asked: its own, and its variants'.
pub fn wordings(question: &OutlineQuestion) -> impl Iterator<Item = (&str, u32)> {
    let variants = question.variants.iter().map(|variant| (variant.id.as_str(), variant.revision));
    std::iter::once((question.id.as_str(), question.revision)).chain(variants)
}

/// Where the learner stands with every clause that was met, by its id.
pub fn of_clauses(outline: &Outline, progress: &Progress, calendar: Calendar) -> BTreeMap<String, Mastery> {
    let mut following = Following::new(outline, calendar);
    for attempt in progress.all_attempts() {
        following.add(attempt);
    }
    let clauses = following.clauses.into_iter();
    clauses.map(|(clause, encounters)| (clause.to_owned(), encounters.mastery())).collect()
}

#[cfg(test)]
#[path = "mastery_tests.rs"]
mod tests;
