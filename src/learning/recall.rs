//! Recalls: when what was learnt is asked again.
//!
//! A question is due so many days after its first answer as the course says. One
//! recall covers all that is due by then, and what would be due so soon after that
//! a second one would only be a nuisance. Fixed days do as well as growing ones
//! (Latimier et al. 2021); the shipped course's are 3, 14 and 35.

use std::collections::BTreeSet;

use super::day::{Calendar, Day};
use super::progress::Progress;
use crate::course::outline::{Outline, OutlineQuestion};

/// A recall also covers what is due within a fifth of its distance.
const COVERS: u32 = 5;

/// The recalls of a learner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recalls {
    /// The day on which each answered question was met first, with its place in the course.
    met: Vec<(usize, Day)>,
    held: BTreeSet<Day>,
    days: Vec<u32>,
    today: Day,
}

impl Recalls {
    /// What follows from the answers so far.
    pub fn of(outline: &Outline, progress: &Progress, calendar: Calendar) -> Self {
        let met = |(place, question): (usize, &OutlineQuestion)| {
            let first = progress.attempts(question).into_iter().map(|attempt| calendar.day(attempt.at)).min();
            first.map(|day| (place, day))
        };
        let graded = outline.questions().enumerate().filter(|(_, question)| !question.poll);
        let mut days = outline.recall_days.clone();
        days.sort_unstable();
        days.dedup();
        Self {
            met: graded.filter_map(met).collect(),
            held: progress.recalls().iter().map(|at| calendar.day(*at)).collect(),
            days,
            today: calendar.today,
        }
    }

    /// The places in the course of the questions that are due today.
    pub fn due(&self) -> BTreeSet<usize> {
        let is_due = |met: Day| self.next_of(met, &self.held).is_some_and(|day| day <= self.today);
        self.met.iter().filter(|(_, met)| is_due(*met)).map(|(place, _)| *place).collect()
    }

    /// The day of the next recall; today where one is due already. None when there is nothing to come.
    pub fn next(&self) -> Option<Day> {
        self.next_day(&self.held).map(|day| day.max(self.today))
    }

    /// The days of all recalls to come, each held on its day.
    pub fn to_come(&self) -> Vec<Day> {
        let mut held = self.held.clone();
        let mut days = Vec::new();
        while let Some(day) = self.next_day(&held).map(|day| day.max(self.today)) {
            if !held.insert(day) {
                break;
            }
            days.push(day);
        }
        days
    }

    fn next_day(&self, held: &BTreeSet<Day>) -> Option<Day> {
        self.met.iter().filter_map(|(_, met)| self.next_of(*met, held)).min()
    }

    /// When a question is due next that was met on this day.
    fn next_of(&self, met: Day, held: &BTreeSet<Day>) -> Option<Day> {
        let last = held.last().copied();
        let is_covered = |days: u32| last.is_some_and(|last| last >= met.plus(days - days / COVERS));
        self.days.iter().find(|days| !is_covered(**days)).map(|days| met.plus(*days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::event::{Event, What};
    use crate::learning::samples::{Answer, DAY, event, lesson, outline, question};
    use proptest::prelude::*;

    fn course(questions: &[&str]) -> Outline {
        let questions = questions.iter().map(|id| question(id)).collect();
        Outline { recall_days: vec![3, 14, 35], ..outline(vec![lesson("l", questions)]) }
    }

    fn answered(counter: u64, day: i64, question: &str) -> Event {
        Answer::right(question).on(day).event(counter)
    }

    fn held(counter: u64, day: i64) -> Event {
        Event { at: day * DAY, ..event(counter, What::Recalled) }
    }

    fn recalls(outline: &Outline, events: &[Event], today: i64) -> Recalls {
        Recalls::of(outline, &Progress::of(events), Calendar::at(today * DAY, 0))
    }

    #[test]
    fn recalls_come_on_the_days_of_the_course() {
        let course = course(&["one"]);
        let mut events = vec![answered(1, 100, "one")];
        assert_eq!(recalls(&course, &[], 100).next(), None);
        assert_eq!(recalls(&course, &events, 100).to_come(), [Day(103), Day(114), Day(135)]);
        assert!(recalls(&course, &events, 102).due().is_empty());
        assert_eq!(recalls(&course, &events, 103).due(), BTreeSet::from([0]));
        events.push(held(2, 103));
        assert_eq!(recalls(&course, &events, 103).next(), Some(Day(114)));
        events.push(held(3, 120));
        assert_eq!(recalls(&course, &events, 120).next(), Some(Day(135)));
        events.push(held(4, 140));
        assert_eq!(recalls(&course, &events, 140).next(), None);
    }

    #[test]
    fn a_recall_that_was_missed_is_due_until_it_is_held() {
        let course = course(&["one"]);
        let events = [answered(1, 100, "one")];
        assert_eq!(recalls(&course, &events, 110).next(), Some(Day(110)));
        assert_eq!(recalls(&course, &events, 110).to_come(), [Day(110), Day(114), Day(135)]);
    }

    #[test]
    fn one_recall_covers_what_would_be_due_soon_after() {
        let course = course(&["one", "two", "three"]);
        let events = [answered(1, 100, "one"), answered(2, 101, "two"), answered(3, 130, "three")];
        // Day 133 covers what was due on 135.
        let days = [Day(103), Day(104), Day(114), Day(133), Day(144), Day(165)];
        assert_eq!(recalls(&course, &events, 101).to_come(), days);
    }

    proptest! {
        #[test]
        fn holding_what_is_due_ends_all_recalls(first in prop::collection::vec(0_i64..60, 1..6)) {
            let names = ["a", "b", "c", "d", "e", "f"];
            let course = course(&names[..first.len()]);
            let mut events: Vec<Event> = Vec::new();
            for (index, day) in first.iter().enumerate() {
                events.push(answered(index as u64 + 1, *day, names[index]));
            }
            for day in 60..140 {
                if recalls(&course, &events, day).due().is_empty() { continue; }
                events.push(held(100 + day as u64, day));
                prop_assert!(recalls(&course, &events, day).due().is_empty());
            }
            prop_assert_eq!(recalls(&course, &events, 140).next(), None);
        }
    }
}
