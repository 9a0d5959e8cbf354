//! What HR assigns: modules, to somebody or to whoever opens the link, until when.

use serde::{Deserialize, Serialize};

use crate::learning::day::Day;

/// An assignment as HR made it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// Drawn by chance when it is made: what comes back names it.
    pub id: String,
    /// The id of the course.
    pub course: String,
    /// The ids of the modules. Empty means the whole course.
    pub modules: Vec<String>,
    /// Who assigns, in their own words.
    pub by: String,
    pub to: Recipient,
    /// The day on which it was made.
    pub made: Day,
    pub due: Due,
    /// In percent, where it is another one than the course's.
    pub pass: Option<u32>,
    /// Months for which a pass is good; 0 means for good.
    pub valid_months: u32,
    /// Some words from HR; may be empty.
    pub note: String,
}

/// Whom it is assigned to, as HR knows them. All of it may be empty: then it is for
/// whoever opens the link.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Recipient {
    /// The person's id in HR's own system.
    pub id: String,
    pub name: String,
    /// Where it is assigned to a group.
    pub group: String,
}

/// Until when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Due {
    #[default]
    Open,
    On(Day),
    /// So many days after the day on which the link was first opened.
    After(u32),
}

impl Due {
    /// The last day, where the link was first opened on `opened`.
    pub fn day(self, opened: Day) -> Option<Day> {
        match self {
            Due::Open => None,
            Due::On(day) => Some(day),
            Due::After(days) => Some(opened.plus(days)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_after_the_first_opening_are_counted_from_there() {
        let opened = Day(20_785);
        assert_eq!(Due::Open.day(opened), None);
        assert_eq!(Due::On(Day(20_800)).day(opened), Some(Day(20_800)));
        assert_eq!(Due::After(14).day(opened).map(|day| day.to_string()).as_deref(), Some("2026-12-12"));
    }
}
