//! Renewal: from when on what a learner does counts for an assignment.
//!
//! A pass that is good for some months runs out. Who is assigned the same again then must
//! pass anew: only what was done since the new link was first opened counts. Whoever still
//! has a good pass, or none, is asked for nothing twice.

use super::matrix::EXPIRING_DAYS;
use super::receipt::Accepted;
use super::receipt::making::day_of_reading;
use crate::course::outline::Outline;
use crate::learning::day::Calendar;
use crate::learning::event::{Event, What};
use crate::learning::pass::Standing;
use crate::learning::progress::Progress;

/// What counts for an assignment, where not all of it does.
#[derive(Debug)]
pub struct Anew<'e> {
    /// In their order.
    pub events: Vec<&'e Event>,
    /// Folded from them.
    pub progress: Progress,
}

/// What counts for an assignment of this scope; `events` are sorted, and `progress` is folded
/// from them. None: all of them count.
pub fn counted<'e>(
    scope: &Outline,
    accepted: Option<&Accepted>,
    progress: &Progress,
    events: &[&'e Event],
    calendar: Calendar,
) -> Option<Anew<'e>> {
    let accepted = accepted.filter(|accepted| accepted.assignment.valid_months > 0)?;
    let passed = Standing::of(scope, progress, calendar).passed;
    let passed = passed.or_else(|| day_of_reading(scope, events, calendar))?;
    let good_until = passed.plus_months(accepted.assignment.valid_months);
    if good_until > accepted.assignment.made.plus(EXPIRING_DAYS) {
        return None;
    }
    let counts = |event: &&&Event| match event.what {
        What::Opened { .. } | What::Read { .. } | What::Answered { .. } => {
            calendar.day(event.at) >= accepted.opened
        }
        _ => true,
    };
    let events: Vec<&Event> = events.iter().filter(counts).copied().collect();
    let progress = Progress::of(events.iter().copied());
    Some(Anew { events, progress })
}
