//! Days: what recalls and encounters are counted in.
//!
//! Knows no clock: whoever asks says which day it is, and how far its clock is from UTC.

use std::fmt;

use serde::{Deserialize, Serialize};

const MILLISECONDS: i64 = 86_400_000;

/// A day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

impl Day {
    /// The day so many days later.
    pub fn plus(self, days: u32) -> Self {
        Self(self.0 + i64::from(days))
    }

    /// Reads `YYYY-MM-DD`. None where it is something else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let is_whole = (0..=9999).contains(&year) && (1..=12).contains(&month) && parts.next().is_none();
        let found = is_whole.then(|| Self::of_date(year, month, day))?;
        (found.to_string() == text).then_some(found)
    }

    /// H. Hinnant's `days_from_civil`, the way back from what `Display` does.
    fn of_date(year: i64, month: i64, day: i64) -> Self {
        let from_march = (month + 9) % 12;
        let year = year - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        Self(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
    }

    /// The same day so many months later; the last of the month where it has no such day.
    pub fn plus_months(self, months: u32) -> Self {
        let written = self.to_string();
        let mut parts = written.rsplitn(3, '-').map(|part| part.parse::<i64>().unwrap_or(0));
        let (day, month, year) =
            (parts.next().unwrap_or(1), parts.next().unwrap_or(1), parts.next().unwrap_or(0));
        let months = year * 12 + month - 1 + i64::from(months);
        let first = |months: i64| Self::of_date(months.div_euclid(12), months.rem_euclid(12) + 1, 1);
        let last = first(months + 1).0 - 1;
        Self((first(months).0 + day - 1).min(last))
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

    #[test]
    fn what_is_no_day_is_not_read_as_one() {
        for text in ["", "2026-02-29", "2026-2-1", "2026-13-01", "26-01-01", "2026-01-01-01", "+2026-01-01"] {
            assert_eq!(Day::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn days_are_written_as_the_gregorian_calendar_has_them(days in -100_000_i64..100_000) {
            let epoch = jiff::civil::date(1970, 1, 1);
            let expected = epoch.checked_add(jiff::Span::new().days(days)).expect("a day of the calendar");
            prop_assert_eq!(Day(days).to_string(), expected.to_string());
        }

        #[test]
        fn a_day_comes_back_from_its_text(days in -719_000_i64..2_900_000) {
            prop_assert_eq!(Day::parse(&Day(days).to_string()), Some(Day(days)));
        }

        #[test]
        fn months_later_is_as_the_gregorian_calendar_has_it(days in 0_i64..100_000, months in 0_u32..400) {
            let epoch = jiff::civil::date(1970, 1, 1);
            let day = epoch.checked_add(jiff::Span::new().days(days)).expect("a day of the calendar");
            let expected = day.checked_add(jiff::Span::new().months(months)).expect("a later day");
            prop_assert_eq!(Day(days).plus_months(months).to_string(), expected.to_string());
        }
    }
}
