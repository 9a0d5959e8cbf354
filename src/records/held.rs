//! The assignments that a learner accepted, and where the learner stands with each.
//!
//! Worked out anew from progress each time; knows no clock and no page.

use super::assignment::Due;
use super::link::{self, LinkRefusal};
use super::receipt::Accepted;
use super::receipt::making::{day_of_reading, scope_of};
use super::renewal::counted;
use crate::course::outline::{Outline, OutlineLesson};
use crate::learning::day::{Calendar, Day};
use crate::learning::event::Event;
use crate::learning::pass::Standing;
use crate::learning::progress::{LessonState, Progress};

/// An assignment that a learner accepted, or put away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The payload of its link.
    pub link: String,
    pub accepted: Accepted,
    pub is_put_away: bool,
}

/// All that a learner holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AllHeld {
    /// The newest first.
    pub assignments: Vec<Held>,
    /// Accepted with a newer version of the workshop.
    pub newer: usize,
}

impl AllHeld {
    /// What progress says.
    pub fn of(progress: &Progress, calendar: Calendar) -> Self {
        let mut all = Self::default();
        let mut opened_at = Vec::new();
        for known in progress.assigned() {
            match link::read(&known.link) {
                Ok(opened) => {
                    let accepted = Accepted::of(opened.assignment, calendar.day(known.opened));
                    opened_at.push((accepted.assignment.made, known.opened, all.assignments.len()));
                    all.assignments.push(Held {
                        link: known.link.clone(),
                        accepted,
                        is_put_away: !known.accepted,
                    });
                }
                Err(LinkRefusal::NewerForm) => all.newer += 1,
                // Never accepted here: it came with an import from elsewhere.
                Err(_) => {}
            }
        }
        opened_at.sort_unstable_by(|one, other| other.cmp(one));
        all.assignments = opened_at.iter().map(|(_, _, place)| all.assignments[*place].clone()).collect();
        all
    }

    /// Those that are not put away.
    pub fn current(&self) -> impl Iterator<Item = &Held> {
        self.assignments.iter().filter(|held| !held.is_put_away)
    }
}

impl Accepted {
    /// An assignment whose link was first opened on this day.
    pub fn of(assignment: super::assignment::Assignment, opened: Day) -> Self {
        let due = assignment.due.day(opened);
        Self { assignment, opened, due }
    }
}

/// Where a learner stands with what was assigned.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Place {
    /// The part of the course that is assigned.
    pub scope: Outline,
    /// The lessons that are not done.
    pub open: Vec<OutlineLesson>,
    pub lessons: usize,
    /// The lesson to go on with; none where all are done.
    pub next: Option<OutlineLesson>,
    pub standing: Standing,
    /// The day on which it was passed.
    pub passed: Option<Day>,
    /// Whether an earlier pass has run out.
    pub is_renewal: bool,
    /// Ids of modules that the course no longer has.
    pub gone: Vec<String>,
}

impl Place {
    /// Where these events led, which `progress` is folded from.
    pub fn of<'e>(
        outline: &Outline,
        accepted: &Accepted,
        progress: &Progress,
        events: impl IntoIterator<Item = &'e Event>,
        calendar: Calendar,
    ) -> Self {
        let scope = scope_of(outline, Some(accepted));
        let mut events: Vec<&Event> = events.into_iter().collect();
        events.sort_unstable();
        let anew = counted(&scope, Some(accepted), progress, &events, calendar);
        let standing = Standing::of(&scope, anew.as_ref().map_or(progress, |anew| &anew.progress), calendar);
        let is_read = standing.has_no_pass();
        let passed = match is_read {
            true => day_of_reading(&scope, anew.as_ref().map_or(&events, |anew| &anew.events), calendar),
            false => standing.passed,
        };
        // Who passes anew need not go through the lessons again, where they are not all there is.
        let progress = anew.as_ref().filter(|_| is_read).map_or(progress, |anew| &anew.progress);
        let lessons: Vec<&OutlineLesson> = match scope.core_lessons().next() {
            Some(_) => scope.core_lessons().collect(),
            None => scope.lessons().collect(),
        };
        let is_open = |lesson: &&&OutlineLesson| progress.lesson(lesson) != LessonState::Done;
        let is_gone = |id: &&String| !outline.modules.iter().any(|module| module.id == **id);
        Self {
            open: lessons.iter().filter(is_open).map(|lesson| (*lesson).clone()).collect(),
            lessons: lessons.len(),
            next: progress.go_on(&scope, |_| false).cloned(),
            standing,
            passed,
            is_renewal: anew.is_some(),
            gone: accepted.assignment.modules.iter().filter(is_gone).cloned().collect(),
            scope,
        }
    }

    /// How many clauses, or questions of a course without, are not mastered that would
    /// have to be; at least one where a critical one is missing.
    pub fn to_practise(&self) -> usize {
        let critical = self.standing.critical_missing().count() + self.standing.critical_questions_open;
        self.standing.needed.saturating_sub(self.standing.mastered).max(critical)
    }
}

/// What practice for an assignment draws from: its part of the course, and what counts of
/// the events, which `progress` is folded from.
pub fn to_draw_from<'e>(
    outline: &Outline,
    accepted: &Accepted,
    progress: &Progress,
    events: impl IntoIterator<Item = &'e Event>,
    calendar: Calendar,
) -> (Outline, Progress) {
    let scope = scope_of(outline, Some(accepted));
    let mut events: Vec<&Event> = events.into_iter().collect();
    events.sort_unstable();
    let anew = counted(&scope, Some(accepted), progress, &events, calendar);
    let counting = anew.map_or_else(|| progress.clone(), |anew| anew.progress);
    (scope, counting)
}

/// Days from today to a day: negative where it is over.
pub fn days_until(day: Day, today: Day) -> i64 {
    day.0 - today.0
}

/// Which of two assignments is more urgent, by their days: the one that is due first.
pub fn urgency(accepted: &Accepted) -> (bool, Option<Day>) {
    (matches!(accepted.assignment.due, Due::Open), accepted.due)
}

#[cfg(test)]
#[path = "held_tests.rs"]
mod tests;
