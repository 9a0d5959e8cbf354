//! What an LMS keeps of a learner's study, as one short text of ASCII letters. This is the
//! only place that says its form, with `bits`, `names` and `entries` for its parts.
//!
//! ```text
//! 1.LETTERS.HASH         the form; bits as base64url; a check sum of four hexadecimal digits
//! … |OTHER               behind it what this version could not read, as it was found
//! ```
//!
//! The bits: the latest day · pretest · the last recall · the pass, where the answers are
//! not all there · lessons · the last lesson · clauses · wordings · encounters, and those
//! that must come last. Everything is known by names (`names`), so that a changed course takes back what it
//! still has, and what it does not have any more is kept under its name.
//!
//! SCORM 1.2 keeps 4,096 letters: [`worst_case`] says how many a course can need at most.
//! Notes are not among them. The way back leads through events of a device of its own, so
//! that the one fold in `learning::progress` says what they mean.

mod bits;
mod entries;
mod names;
mod read;

use std::collections::BTreeSet;
use std::fmt;

pub use read::{Reading, events};

use crate::course::fingerprint::hash;
use crate::course::outline::Outline;
use crate::learning::day::{Calendar, Day};
use crate::learning::mastery::wordings;
use crate::learning::pass::{Standing, assigned_clauses};
use crate::learning::progress::{LessonState, Progress};
use bits::{Writer, letters_of};
use entries::Entry;
use names::{CLAUSES, LESSONS, Names, WORDINGS};

/// The form that this version writes.
const FORM: &str = "1";
/// As long as a state is shorter, it holds every encounter.
pub const ROOM: usize = 2_000;
/// What SCORM 1.2 keeps (`cmi.suspend_data`).
pub const LIMIT: usize = 4_096;
/// What stands before a text that could not be read.
const ASIDE: char = '|';

/// Bits of a day, counted from 1970.
const DAY: u32 = 16;
/// Bits of the days before the latest one; what is older is so old.
const BACK: u32 = 11;
/// Bits of a number of things.
const COUNT: u32 = 12;
/// Bits of a fingerprint.
const PRINT: u32 = 16;
/// Bits of an outcome.
const OUTCOME: u32 = 3;
/// Bits of the days between two encounters that are written as they are.
const APART: u32 = 3;

/// Why a state could not be read. It is kept aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version wrote it.
    Newer,
    /// It was cut or changed, or is something else.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unreadable::Newer => crate::words::EN.lms.newer_state,
            Unreadable::Damaged => crate::words::EN.lms.damaged_state,
        })
    }
}

/// The state of a learner. `aside` is what [`events`] could not read, or nothing.
pub fn write(outline: &Outline, progress: &Progress, calendar: Calendar, aside: &str) -> String {
    let names = Names::of(outline);
    let all = entries::all(outline, &names, progress, calendar);
    let whole = Writing { outline, progress, calendar, names: &names, passed: None }.state(&all, &[]);
    let state = if whole.len() <= ROOM { whole } else { least(outline, progress, calendar, &names, &all) };
    let fits = !aside.is_empty() && state.len() + 1 + aside.len() <= LIMIT;
    if fits { format!("{state}{ASIDE}{aside}") } else { state }
}

/// The state of a history for which there is no room.
fn least(outline: &Outline, progress: &Progress, calendar: Calendar, names: &Names, all: &[Entry]) -> String {
    let passed = Standing::of(outline, progress, calendar).passed;
    let writing = Writing { outline, progress, calendar, names, passed };
    let made = |with_gone| {
        let (mut rest, latest) = entries::least(outline, names, all, with_gone);
        let state = writing.state(&rest, &latest);
        let words = std::collections::BTreeMap::new();
        let back = events(Reading { outline, words: &words, calendar, device: "a" }, &state);
        let back = Progress::of(back.iter().flat_map(|(events, _)| events));
        if Standing::of(outline, &back, calendar).passed.is_some() == passed.is_some() {
            return state;
        }
        // Without the wrong answers between them, right ones would pass what is not passed.
        rest.iter_mut().for_each(|entry| entry.outcome = entry.outcome.without_credit());
        writing.state(&rest, &latest)
    };
    let state = made(true);
    if state.len() <= LIMIT { state } else { made(false) }
}

/// The letters that a state of this course has at most.
pub fn worst_case(outline: &Outline) -> usize {
    let questions = outline.questions().count();
    let of_wordings = outline.questions().flat_map(wordings).count();
    let asked: BTreeSet<&str> =
        outline.questions().filter_map(|question| question.clause.as_deref()).collect();
    let encounters = questions + 2 * asked.len();
    let width = width_of(of_wordings) as usize;
    let named = of_wordings.min(encounters);
    let apart = 2 + APART as usize;
    let days = 2 * (1 << (BACK - APART));
    let answers = encounters * (width + OUTCOME as usize + apart) + days + 2 * (COUNT + BACK) as usize;
    let lessons = outline.lessons().count();
    let clauses = outline.clauses.len();
    let bits = (DAY + 5 + 2 * BACK + PRINT + 3 * COUNT) as usize
        + LESSONS.bits(lessons)
        + 2 * lessons
        + width_of(lessons) as usize
        + CLAUSES.bits(clauses)
        + clauses * BACK as usize
        + WORDINGS.bits(named)
        + answers;
    // Shorter where all encounters fit.
    (letters_of(bits) + FORM.len() + 6).max(ROOM)
}

/// Bits that tell so many things apart.
fn width_of(count: usize) -> u32 {
    usize::BITS - count.saturating_sub(1).leading_zeros()
}

/// By what a check sum is known.
fn check_sum(letters: &str) -> String {
    format!("{:04x}", hash(letters) >> 48)
}

/// What the pass turns on: another course has another one.
fn print_of_pass(outline: &Outline) -> usize {
    let clauses = assigned_clauses(outline).into_iter().map(str::to_owned);
    let questions = outline.questions().flat_map(wordings).map(|(id, revision)| format!("{id} {revision}"));
    let all: Vec<String> = clauses.chain(questions).collect();
    usize::try_from(hash(&all.join("\n")) >> (64 - PRINT)).unwrap_or_default()
}

struct Writing<'a> {
    outline: &'a Outline,
    progress: &'a Progress,
    calendar: Calendar,
    names: &'a Names,
    passed: Option<Day>,
}

impl Writing<'_> {
    fn state(&self, rest: &[Entry], latest: &[Entry]) -> String {
        let acknowledged = self.acknowledged();
        let recalled = self.progress.recalls().iter().map(|at| self.calendar.day(*at)).max();
        let days = rest.iter().chain(latest).map(|entry| entry.day);
        let all_days =
            days.chain(acknowledged.iter().map(|(_, day)| *day)).chain(recalled).chain(self.passed);
        let base = all_days.max().unwrap_or_default().max(Day(0)).min(Day((1 << DAY) - 1));
        let mut writer = Writer::default();
        writer.number(usize::try_from(base.0).unwrap_or_default(), DAY);
        writer.bit(self.progress.is_pretested());
        writer.bit(recalled.is_some());
        if let Some(day) = recalled {
            writer.number(back(base, day), BACK);
        }
        writer.bit(self.passed.is_some());
        if let Some(day) = self.passed {
            writer.number(back(base, day), BACK);
            writer.number(print_of_pass(self.outline), PRINT);
        }
        self.lessons(&mut writer);
        writer.number(acknowledged.len(), COUNT);
        CLAUSES.write(&mut writer, acknowledged.iter().map(|(name, _)| *name));
        for (_, day) in &acknowledged {
            writer.number(back(base, *day), BACK);
        }
        let named: BTreeSet<usize> = rest.iter().chain(latest).map(|entry| entry.name).collect();
        let named: Vec<usize> = named.into_iter().collect();
        writer.number(named.len(), COUNT);
        WORDINGS.write(&mut writer, named.iter().copied());
        encounters(&mut writer, rest, &named, base);
        encounters(&mut writer, latest, &named, base);
        let letters = writer.letters();
        format!("{FORM}.{letters}.{}", check_sum(&letters))
    }

    /// The lessons of which the answers alone do not tell that they were begun, each with
    /// whether it was read and has a bookmark; and the last one.
    fn lessons(&self, writer: &mut Writer) {
        let last = self.progress.last_lesson();
        let found = self.outline.lessons().filter(|lesson| {
            let is_begun = self.progress.lesson(lesson) != LessonState::New;
            let has_answer = lesson.questions.iter().any(|question| self.progress.is_answered(question));
            is_begun && !has_answer || last == Some(&lesson.id) || self.progress.has_bookmark(&lesson.id)
        });
        let mut lessons: Vec<(usize, bool, bool)> = found
            .filter_map(|lesson| {
                let is_read =
                    lesson.questions.is_empty() && self.progress.lesson(lesson) == LessonState::Done;
                Some((self.names.lesson(&lesson.id)?, is_read, self.progress.has_bookmark(&lesson.id)))
            })
            .collect();
        lessons.sort_unstable();
        writer.number(lessons.len(), COUNT);
        LESSONS.write(writer, lessons.iter().map(|(name, ..)| *name));
        for (_, is_read, has_bookmark) in &lessons {
            writer.bit(*is_read);
            writer.bit(*has_bookmark);
        }
        let last = last.and_then(|id| self.names.lesson(id));
        let place = last.and_then(|last| lessons.iter().position(|(name, ..)| *name == last));
        writer.bit(place.is_some());
        if let Some(place) = place {
            writer.number(place, width_of(lessons.len()));
        }
    }

    /// The clauses that were received in the words that they have, and when.
    fn acknowledged(&self) -> Vec<(usize, Day)> {
        let received = crate::learning::acknowledgement::received(self.outline, self.progress);
        let waits = |id: &str| received.waiting.iter().any(|waiting| waiting.clause.id == id);
        let found = self.outline.clauses.iter().filter(|clause| !waits(&clause.id));
        let mut found: Vec<(usize, Day)> = found
            .filter_map(|clause| {
                let at = self.progress.acknowledged(&clause.id)?.at;
                Some((self.names.clause(&clause.id, &clause.text)?, self.calendar.day(at)))
            })
            .collect();
        found.sort_unstable();
        found
    }
}

/// How many days a day lies back, as far as it can be said.
fn back(base: Day, day: Day) -> usize {
    usize::try_from(base.0 - day.0).unwrap_or_default().min((1 << BACK) - 1)
}

/// Encounters one after the other. A clock that went back does not take days back with it.
fn encounters(writer: &mut Writer, entries: &[Entry], named: &[usize], base: Day) {
    writer.number(entries.len(), COUNT);
    let mut last = (1_usize << BACK) - 1;
    if let Some(first) = entries.first() {
        last = back(base, first.day);
    }
    writer.number(last, BACK);
    for entry in entries {
        writer.number(named.binary_search(&entry.name).unwrap_or_default(), width_of(named.len()));
        writer.number(entry.outcome.number(), OUTCOME);
        let apart = last.saturating_sub(back(base, entry.day));
        last -= apart;
        writer.bit(apart > 0);
        if apart > 0 {
            writer.small(apart - 1, APART);
        }
    }
}

#[cfg(test)]
mod tests;
