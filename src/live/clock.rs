//! What the workshop's time was spent on. All times are milliseconds since 1970.
//!
//! Working time alone counts: what passes during a pause counts nowhere. A device's clock
//! that is set back takes nothing below zero.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::deck::Place;

/// Starts when the trainer first leaves the first slide, or starts it; can be paused.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
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
    /// Starts with this slide on the screen; a clock that was started goes on as it is.
    pub fn start(&mut self, on: &Place, now: i64) {
        if self.has_started() {
            return;
        }
        *self = Self { started: Some(now), on: Some((key(on), 0)), ..Self::default() };
    }

    /// Another slide is on the screen. Nothing before the start.
    pub fn enter(&mut self, place: &Place, now: i64) {
        if !self.has_started() {
            return;
        }
        let at = self.elapsed(now);
        if let Some((left, since)) = self.on.replace((key(place), at)) {
            let spent = self.spent.entry(left).or_default();
            *spent = spent.saturating_add(at.saturating_sub(since).max(0));
        }
    }

    /// Pauses, or goes on. Nothing before the start.
    pub fn pause_or_resume(&mut self, now: i64) {
        if !self.has_started() {
            return;
        }
        match self.paused.take() {
            None => self.paused = Some(now),
            // Below zero where the device's clock was set back: working time goes on where it stood.
            Some(paused) => self.pauses = self.pauses.saturating_add(now.saturating_sub(paused)),
        }
    }

    pub fn has_started(&self) -> bool {
        self.started.is_some()
    }

    pub fn is_running(&self) -> bool {
        self.has_started() && self.paused.is_none()
    }

    pub fn is_paused(&self) -> bool {
        self.has_started() && self.paused.is_some()
    }

    /// Working time since the start, without pauses.
    pub fn elapsed(&self, now: i64) -> i64 {
        let Some(started) = self.started else { return 0 };
        self.paused.unwrap_or(now).saturating_sub(started).saturating_sub(self.pauses).max(0)
    }

    /// On this slide, all visits together.
    pub fn spent_on(&self, place: &Place, now: i64) -> i64 {
        let key = key(place);
        let before = self.spent.get(&key).copied().unwrap_or(0);
        let this_visit = match &self.on {
            Some((on, since)) if *on == key => self.elapsed(now).saturating_sub(*since).max(0),
            _ => 0,
        };
        before.saturating_add(this_visit).max(0)
    }

    /// Forgets all times. The workshop has not begun.
    pub fn reset(&mut self) {
        *self = Self::default();
    }
}

fn key(place: &Place) -> String {
    format!("{}/{}", place.lesson, place.slide)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn place(slide: &str) -> Place {
        Place { lesson: "l".to_owned(), slide: slide.to_owned() }
    }

    fn started() -> Clock {
        let mut clock = Clock::default();
        clock.start(&place("a"), 1000);
        clock
    }

    #[test]
    fn nothing_passes_before_the_start() {
        let mut clock = Clock::default();
        clock.enter(&place("a"), 500);
        clock.pause_or_resume(600);
        assert_eq!(clock, Clock::default());
        assert_eq!((clock.elapsed(900), clock.spent_on(&place("a"), 900)), (0, 0));
    }

    #[test]
    fn a_second_start_changes_nothing() {
        let mut clock = started();
        clock.start(&place("b"), 5000);
        assert_eq!(clock, started());
    }

    #[test]
    fn coming_back_to_a_slide_goes_on_with_it() {
        let mut clock = started();
        clock.enter(&place("b"), 1300);
        assert_eq!((clock.spent_on(&place("a"), 1350), clock.spent_on(&place("b"), 1350)), (300, 50));
        clock.enter(&place("a"), 1400);
        assert_eq!((clock.spent_on(&place("a"), 1600), clock.spent_on(&place("b"), 1600)), (500, 100));
        assert_eq!(clock.elapsed(1600), 600);
    }

    #[test]
    fn a_pause_counts_nowhere() {
        let mut clock = started();
        clock.pause_or_resume(1100);
        assert!(clock.is_paused() && !clock.is_running());
        clock.enter(&place("b"), 1500);
        assert_eq!((clock.elapsed(2000), clock.spent_on(&place("a"), 2000)), (100, 100));
        clock.pause_or_resume(2000);
        assert!(clock.is_running());
        assert_eq!((clock.elapsed(2050), clock.spent_on(&place("b"), 2050)), (150, 50));
    }

    #[test]
    fn a_clock_that_is_set_back_during_a_pause_loses_nothing() {
        let mut clock = started();
        clock.pause_or_resume(9000);
        clock.pause_or_resume(2000);
        assert_eq!(clock.elapsed(2000), 8000);
    }

    #[test]
    fn reset_forgets_all_times() {
        let mut clock = started();
        clock.enter(&place("b"), 1300);
        clock.reset();
        assert_eq!(clock, Clock::default());
    }

    proptest! {
        #[test]
        fn no_time_is_below_zero_whenever_it_is_asked(
            steps in prop::collection::vec((0..4_u8, prop_oneof![0..9_i64, any::<i64>()]), 0..20)
        ) {
            let mut clock = Clock::default();
            for (step, now) in steps {
                match step {
                    0 => clock.start(&place("a"), now),
                    1 => clock.enter(&place("a"), now),
                    2 => clock.enter(&place("b"), now),
                    _ => clock.pause_or_resume(now),
                }
                prop_assert!(clock.elapsed(now) >= 0);
                prop_assert!(clock.spent_on(&place("a"), now) >= 0 && clock.spent_on(&place("b"), now) >= 0);
            }
        }

        #[test]
        fn the_slides_together_take_the_whole_working_time(
            steps in prop::collection::vec((0..3_u8, 0..1000_i64), 0..20)
        ) {
            let mut clock = started();
            let mut now = 1000;
            for (step, later) in steps {
                now += later;
                match step {
                    0 => clock.enter(&place("a"), now),
                    1 => clock.enter(&place("b"), now),
                    _ => clock.pause_or_resume(now),
                }
                let slides = clock.spent_on(&place("a"), now) + clock.spent_on(&place("b"), now);
                prop_assert_eq!(slides, clock.elapsed(now));
            }
        }
    }
}
