//! What the workshop's time was spent on. All times are milliseconds since 1970.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deck::Place;

/// Starts when the trainer first leaves the first slide, or starts it; can be paused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    started: Option<i64>,
    paused: Option<i64>,
    /// Sum of all pauses that have ended.
    pauses: i64,
    /// Milliseconds spent on slides that were left, by `LESSON/SLIDE`. Coming back goes on with it.
    spent: BTreeMap<String, i64>,
    /// The slide on the screen, and the working time at which it came.
    on: Option<(String, i64)>,
}

impl Clock {
    pub fn start(&mut self, on: &Place, now: i64) {
        todo!()
    }
    pub fn enter(&mut self, place: &Place, now: i64) {
        todo!()
    }
    /// Pauses, or goes on.
    pub fn pause_or_resume(&mut self, now: i64) {
        todo!()
    }
    pub fn is_running(&self) -> bool {
        todo!()
    }
    pub fn is_paused(&self) -> bool {
        todo!()
    }
    /// Working time since the start, without pauses.
    pub fn elapsed(&self, now: i64) -> i64 {
        todo!()
    }
    /// On this slide, all visits together.
    pub fn spent_on(&self, place: &Place, now: i64) -> i64 {
        todo!()
    }
    /// Forgets all times. The workshop has not begun.
    pub fn reset(&mut self) {
        todo!()
    }
}
