//! A learner's answers as encounters: what mastery and the pass need of them, and no more.
//!
//! An encounter is a wording on a day (see `learning::mastery`). All of them are kept as long
//! as there is room; where there is none, the least that gives the same results.

use std::collections::{BTreeMap, BTreeSet};

use super::names::Names;
use crate::course::outline::Outline;
use crate::learning::day::{Calendar, Day};
use crate::learning::event::Occasion;
use crate::learning::mastery::wordings;
use crate::learning::progress::{Attempt, Progress};

/// What came of an encounter; the first word is what its first try says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Right,
    Wrong,
    WrongThenRight,
    Unknown,
    UnknownThenRight,
    /// Wrong before the first lesson, where it counts for nothing.
    Pretest,
    PretestThenWrong,
    PretestThenRight,
}

impl Outcome {
    /// In the order of their numbers in a state.
    pub const ALL: [Outcome; 8] = [
        Outcome::Right,
        Outcome::Wrong,
        Outcome::WrongThenRight,
        Outcome::Unknown,
        Outcome::UnknownThenRight,
        Outcome::Pretest,
        Outcome::PretestThenWrong,
        Outcome::PretestThenRight,
    ];

    fn of(attempt: &Attempt) -> Self {
        match attempt.is_right() {
            true => Outcome::Right,
            false if attempt.occasion == Occasion::Pretest => Outcome::Pretest,
            false if attempt.is_unknown() => Outcome::Unknown,
            false => Outcome::Wrong,
        }
    }

    pub fn number(self) -> usize {
        Self::ALL.iter().position(|outcome| *outcome == self).unwrap_or_default()
    }

    /// The outcome with a later answer behind it.
    fn then(self, later: Outcome) -> Self {
        match (self, later.is_ever_right(), later) {
            (Outcome::Wrong, true, _) => Outcome::WrongThenRight,
            (Outcome::Unknown, true, _) => Outcome::UnknownThenRight,
            (Outcome::Pretest | Outcome::PretestThenWrong, true, _) => Outcome::PretestThenRight,
            (Outcome::Pretest, false, Outcome::Pretest) => Outcome::Pretest,
            (Outcome::Pretest, false, _) => Outcome::PretestThenWrong,
            _ => self,
        }
    }

    /// Right all the same, but nothing that mastery counts.
    pub fn without_credit(self) -> Self {
        if self == Outcome::Right { Outcome::UnknownThenRight } else { self }
    }

    pub fn is_ever_right(self) -> bool {
        use Outcome::{PretestThenRight, Right, UnknownThenRight, WrongThenRight};
        matches!(self, Right | WrongThenRight | UnknownThenRight | PretestThenRight)
    }

    /// What the first try counts as (`learning::mastery`).
    fn first_try(self) -> Option<bool> {
        match self {
            Outcome::Right => Some(true),
            Outcome::Wrong | Outcome::WrongThenRight => Some(false),
            _ => None,
        }
    }
}

/// An encounter, by the name of its wording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    pub name: usize,
    pub day: Day,
    pub outcome: Outcome,
}

impl Entry {
    fn key(&self) -> (usize, Day) {
        (self.name, self.day)
    }
}

/// Which question and which clause a wording is about.
struct About<'o> {
    families: BTreeMap<usize, usize>,
    clauses: BTreeMap<usize, &'o str>,
}

impl<'o> About<'o> {
    fn new(outline: &'o Outline, names: &Names) -> Self {
        let mut about = Self { families: BTreeMap::new(), clauses: BTreeMap::new() };
        for (place, question) in outline.questions().enumerate() {
            for (id, revision) in wordings(question) {
                let Some(name) = names.wording(id, revision) else { continue };
                about.families.insert(name, place);
                if let Some(clause) = question.clause.as_deref().filter(|_| !question.poll) {
                    about.clauses.insert(name, clause);
                }
            }
        }
        about
    }
}

/// Every encounter that says something, in order.
pub fn all(outline: &Outline, names: &Names, progress: &Progress, calendar: Calendar) -> Vec<Entry> {
    let about = About::new(outline, names);
    let mut entries: Vec<Entry> = Vec::new();
    let mut first: BTreeMap<(usize, Day), usize> = BTreeMap::new();
    let mut last_of_clause: BTreeMap<&str, (usize, Day)> = BTreeMap::new();
    for attempt in progress.all_attempts() {
        let Some(name) = names.wording(&attempt.question, attempt.revision) else { continue };
        let mut entry = Entry { name, day: calendar.day(attempt.at), outcome: Outcome::of(attempt) };
        let known = first.get(&entry.key()).copied();
        if let Some(place) = known {
            let merged = entries[place].outcome.then(entry.outcome);
            if merged.is_ever_right() && !entries[place].outcome.is_ever_right() && place + 1 < entries.len()
            {
                // What came right later than others did must not come before them: the pass may turn on it.
                entries.push(entry);
                continue;
            }
            entries[place].outcome = merged;
            entry.outcome = merged;
        }
        let clause = about.clauses.get(&name);
        let counts = entry.outcome.first_try().is_some();
        let moves = counts && (known.is_none() || entry.outcome == Outcome::Right);
        let is_last = clause.is_none_or(|clause| last_of_clause.get(clause) == Some(&entry.key()));
        if known.is_none() || moves && !is_last {
            first.entry(entry.key()).or_insert(entries.len());
            entries.push(entry);
        }
        if let (Some(clause), true) = (clause, moves) {
            last_of_clause.insert(clause, entry.key());
        }
    }
    entries
}

/// The least: each question's answers as one entry, then the last two encounters with each
/// clause. Questions that the course does not have any more are there `with_gone` alone.
pub fn least(
    outline: &Outline,
    names: &Names,
    entries: &[Entry],
    with_gone: bool,
) -> (Vec<Entry>, Vec<Entry>) {
    let about = About::new(outline, names);
    let mut latest = last_two(&about, entries);
    let mut summaries: Vec<(Result<usize, usize>, Entry)> = Vec::new();
    for entry in entries {
        let family = about.families.get(&entry.name).copied().ok_or(entry.name);
        if family.is_err() && !with_gone {
            continue;
        }
        match summaries.iter_mut().find(|(known, _)| *known == family) {
            Some((_, summary)) => summary.outcome = summary.outcome.then(entry.outcome),
            None => summaries.push((family, *entry)),
        }
    }
    let is_latest = |summary: &Entry| latest.iter().position(|entry| entry.key() == summary.key());
    let mut rest = Vec::new();
    let mut merged = Vec::new();
    for (_, summary) in summaries {
        match is_latest(&summary) {
            Some(place) => merged.push((place, summary)),
            None => rest.push(summary),
        }
    }
    for (place, summary) in merged {
        latest[place] = summary;
    }
    (rest, latest)
}

/// The last two encounters with each clause, as `learning::mastery` counts them, in order.
fn last_two(about: &About, entries: &[Entry]) -> Vec<Entry> {
    let mut known = BTreeSet::new();
    let mut outcomes: BTreeMap<(usize, Day), Outcome> = BTreeMap::new();
    let mut of_clause: BTreeMap<&str, Vec<(usize, Entry)>> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        let outcome = *outcomes.entry(entry.key()).or_insert(entry.outcome);
        let is_new = known.insert(entry.key());
        let (Some(clause), Some(first_try)) = (about.clauses.get(&entry.name), outcome.first_try()) else {
            continue;
        };
        if is_new || first_try {
            let met = of_clause.entry(clause).or_default();
            if met.last().is_none_or(|(_, last)| last.key() != entry.key()) {
                met.push((place, Entry { outcome, ..*entry }));
            }
        }
    }
    let mut found: Vec<(usize, Entry)> =
        of_clause.into_values().flat_map(|met| met.into_iter().rev().take(2)).collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, entry)| entry).collect()
}
