//! The way back: from what an LMS kept to events.

use std::collections::{BTreeMap, BTreeSet};

use super::bits::Reader;
use super::entries::{Entry, Outcome};
use super::names::{CLAUSES, LESSONS, Names, WORDINGS};
use super::{APART, ASIDE, BACK, COUNT, DAY, FORM, OUTCOME, PRINT, Unreadable};
use super::{check_sum, print_of_pass, width_of};
use crate::course::outline::{Outline, OutlineQuestion};
use crate::learning::day::{Calendar, Day};
use crate::learning::event::{Event, EventId, Occasion, What};
use crate::learning::mastery::wordings;
use crate::learning::pass::assigned_clauses;

/// Noon, so that a day stays the same one in the time zones around.
const NOON: i64 = 12 * 3_600_000;
/// The tab of the events that come from a state.
const TAB: &str = "lms";
/// What was chosen is not kept. No author can give such an id to an option.
const CHOSEN: &str = "~";

/// What a state is read with.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub outline: &'a Outline,
    /// The words of the policy's clauses, by id.
    pub words: &'a BTreeMap<String, String>,
    pub calendar: Calendar,
    /// The name of the device that the events are said to come from.
    pub device: &'a str,
}

/// The events by which a state says what it says, the same each time; and the part that
/// stands behind it, unread.
pub fn events(reading: Reading, state: &str) -> Result<(Vec<Event>, String), Unreadable> {
    let (own, aside) = state.split_once(ASIDE).unwrap_or((state, ""));
    let (form, rest) = own.split_once('.').ok_or(Unreadable::Damaged)?;
    if form != FORM {
        let is_newer = form.parse::<u32>().is_ok_and(|form| form > 1);
        return Err(if is_newer { Unreadable::Newer } else { Unreadable::Damaged });
    }
    let (letters, sum) = rest.split_once('.').ok_or(Unreadable::Damaged)?;
    if check_sum(letters) != sum {
        return Err(Unreadable::Damaged);
    }
    let reader = Reader::of(letters).ok_or(Unreadable::Damaged)?;
    let made =
        Making { reading, names: Names::of(reading.outline), reader, base: Day(0), events: Vec::new() };
    Ok((made.all().ok_or(Unreadable::Damaged)?, aside.to_owned()))
}

struct Making<'a> {
    reading: Reading<'a>,
    names: Names,
    reader: Reader,
    base: Day,
    events: Vec<Event>,
}

impl Making<'_> {
    fn all(mut self) -> Option<Vec<Event>> {
        self.base = Day(i64::try_from(self.reader.number(DAY)?).ok()?);
        if self.reader.bit()? {
            self.add(self.base, What::Pretested { skipped: true });
        }
        if self.reader.bit()? {
            let day = self.day()?;
            self.add(day, What::Recalled);
        }
        let passed = match self.reader.bit()? {
            true => Some((self.day()?, self.reader.number(PRINT)?)),
            false => None,
        };
        let last = self.lessons()?;
        self.acknowledgements()?;
        let mut named = Vec::new();
        let count = self.reader.number(COUNT)?;
        WORDINGS.read(&mut self.reader, count, |_, name| {
            named.push(name);
            Some(())
        })?;
        let rest = self.encounters(&named)?;
        let latest = self.encounters(&named)?;
        rest.iter().for_each(|entry| self.answer(entry));
        let own = print_of_pass(self.reading.outline);
        if let Some((day, _)) = passed.filter(|(_, print)| *print == own) {
            self.pass(day, &rest, &latest);
        }
        latest.iter().for_each(|entry| self.answer(entry));
        if let Some(lesson) = last {
            self.add(self.base, What::Opened { lesson });
        }
        Some(self.events)
    }

    fn day(&mut self) -> Option<Day> {
        let back = i64::try_from(self.reader.number(BACK)?).ok()?;
        Some(Day(self.base.0 - back))
    }

    fn add(&mut self, day: Day, what: What) {
        let counter = self.events.len() as u64 + 1;
        let id = EventId { counter, device: self.reading.device.to_owned(), tab: TAB.to_owned() };
        let at = day.start() + NOON - self.reading.calendar.minutes_ahead * 60_000;
        self.events.push(Event { id, at, what });
    }

    /// Gives the last lesson.
    fn lessons(&mut self) -> Option<Option<String>> {
        let count = self.reader.number(COUNT)?;
        let mut found = Vec::new();
        LESSONS.read(&mut self.reader, count, |_, name| {
            found.push(name);
            Some(())
        })?;
        let lessons: Vec<String> = found.into_iter().map(|name| self.names.taught(name)).collect();
        for lesson in &lessons {
            self.add(self.base, What::Opened { lesson: lesson.clone() });
            if self.reader.bit()? {
                self.add(self.base, What::Read { lesson: lesson.clone() });
            }
            if self.reader.bit()? {
                self.add(self.base, What::Bookmarked { lesson: lesson.clone(), set: true });
            }
        }
        if !self.reader.bit()? {
            return Some(None);
        }
        let place = self.reader.number(width_of(count))?;
        Some(lessons.into_iter().nth(place))
    }

    fn acknowledgements(&mut self) -> Option<()> {
        let count = self.reader.number(COUNT)?;
        let mut found = Vec::new();
        CLAUSES.read(&mut self.reader, count, |_, name| {
            found.push(name);
            Some(())
        })?;
        for name in found {
            let day = self.day()?;
            let clause = self.names.ruled(name);
            let words = self.reading.words.get(&clause).cloned().unwrap_or_default();
            let version = self.reading.outline.policy_version.clone();
            self.add(day, What::Acknowledged { clause, version, words });
        }
        Some(())
    }

    fn encounters(&mut self, named: &[usize]) -> Option<Vec<Entry>> {
        let count = self.reader.number(COUNT)?;
        let mut day = self.day()?;
        let mut entries = Vec::new();
        for _ in 0..count {
            let name = *named.get(self.reader.number(width_of(named.len()))?)?;
            let outcome = *Outcome::ALL.get(self.reader.number(OUTCOME)?)?;
            if self.reader.bit()? {
                day = Day(day.0 + i64::try_from(self.reader.small(APART)?).ok()? + 1);
            }
            entries.push(Entry { name, day, outcome });
        }
        Some(entries)
    }

    /// The one or two answers that an encounter stands for.
    fn answer(&mut self, entry: &Entry) {
        use Occasion::{Lesson, Pretest};
        let (right, wrong) = ((true, true, Lesson), (true, false, Lesson));
        let (unknown, pretest) = ((false, false, Lesson), (true, false, Pretest));
        let tries = match entry.outcome {
            Outcome::Right => vec![right],
            Outcome::Wrong => vec![wrong],
            Outcome::WrongThenRight => vec![wrong, right],
            Outcome::Unknown => vec![unknown],
            Outcome::UnknownThenRight => vec![unknown, right],
            Outcome::Pretest => vec![pretest],
            Outcome::PretestThenWrong => vec![pretest, wrong],
            Outcome::PretestThenRight => vec![pretest, right],
        };
        let (question, revision) = self.names.asked(entry.name);
        for (is_known, is_right, occasion) in tries {
            let what = What::Answered {
                question: question.clone(),
                revision,
                chosen: if is_known { vec![CHOSEN.to_owned()] } else { Vec::new() },
                earned: u32::from(is_right),
                possible: 1,
                occasion,
                sure: None,
            };
            self.add(entry.day, what);
        }
    }

    /// What was passed stays passed, though the answers that led there are not kept: two
    /// right ones stand for them, with each clause that was met twice. What came last
    /// stands behind them, and says how it is now.
    fn pass(&mut self, day: Day, rest: &[Entry], latest: &[Entry]) {
        let outline = self.reading.outline;
        let known: Vec<&Entry> = rest.iter().chain(latest).collect();
        let taken: BTreeSet<(usize, Day)> = known.iter().map(|entry| (entry.name, entry.day)).collect();
        let right: BTreeSet<usize> =
            known.iter().filter(|entry| entry.outcome.is_ever_right()).map(|entry| entry.name).collect();
        let mut pairs = Vec::new();
        for clause in assigned_clauses(outline) {
            let asks =
                |question: &&OutlineQuestion| !question.poll && question.clause.as_deref() == Some(clause);
            let found = outline.questions().filter(asks).flat_map(wordings);
            let found: Vec<usize> =
                found.filter_map(|(id, revision)| self.names.wording(id, revision)).collect();
            if latest.iter().filter(|entry| found.contains(&entry.name)).count() < 2 {
                continue;
            }
            let free = |day: Day| {
                let is_free = |name: &&usize| right.contains(name) && !taken.contains(&(**name, day));
                found.iter().find(is_free).map(|name| Entry { name: *name, day, outcome: Outcome::Right })
            };
            let before = (1..400).find_map(|days| free(Day(day.0 - days)));
            pairs.push((before, free(day).or_else(|| free(Day(day.0 + 1)))));
        }
        pairs.iter().filter_map(|(before, _)| *before).for_each(|entry| self.answer(&entry));
        pairs.iter().filter_map(|(_, on)| *on).for_each(|entry| self.answer(&entry));
    }
}
