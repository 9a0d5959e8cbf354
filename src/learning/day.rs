//! Days: what recalls and encounters are counted in.
//!
//! Knows no clock: whoever asks says which day it is, and how far its clock is from UTC.

use std::fmt;

const MILLISECONDS: i64 = 86_400_000;

/// A day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i64);

impl Day {
    /// The day so many days later.
    pub fn plus(self, days: u32) -> Self {
        Self(self.0 + i64::from(days))
    }

    /// Its first moment in UTC, in milliseconds since 1970.
    pub fn start(self) -> i64 {
        self.0 * MILLISECONDS
    }
}

/// `YYYY-MM-DD`, by the Gregorian calendar (the algorithm of H. Hinnant,
/// "chrono-compatible low-level date algorithms", `civil_from_days`).
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let from_march_0000 = self.0 + 719_468;
        let era = from_march_0000.div_euclid(146_097);
        let day_of_era = from_march_0000.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Which day it is, and where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Calendar {
    pub today: Day,
    /// Minutes by which local clocks are ahead of UTC.
    pub minutes_ahead: i64,
}

impl Calendar {
    /// The calendar at a moment, in milliseconds since 1970.
    pub fn at(now: i64, minutes_ahead: i64) -> Self {
        let calendar = Self { today: Day(0), minutes_ahead };
        Self { today: calendar.day(now), ..calendar }
    }

    /// The local day of a moment, in milliseconds since 1970.
    pub fn day(&self, at: i64) -> Day {
        Day(at.saturating_add(self.minutes_ahead * 60_000).div_euclid(MILLISECONDS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_begins_at_midnight_where_the_learner_is() {
        // 25 November 2026, 23:30 UTC.
        let late = 1_795_649_400_000;
        assert_eq!(Calendar::at(late, 0).today.to_string(), "2026-11-25");
        assert_eq!(Calendar::at(late, 60).today.to_string(), "2026-11-26");
        assert_eq!(Calendar::at(late, -480).today.to_string(), "2026-11-25");
    }

    proptest! {
        #[test]
        fn days_are_written_as_the_gregorian_calendar_has_them(days in -100_000_i64..100_000) {
            let epoch = jiff::civil::date(1970, 1, 1);
            let expected = epoch.checked_add(jiff::Span::new().days(days)).expect("a day of the calendar");
            prop_assert_eq!(Day(days).to_string(), expected.to_string());
        }
    }
}
