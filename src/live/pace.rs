//! Whether a workshop is on time. Times are milliseconds.

use super::clock::Clock;
use super::deck::Deck;

/// How it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pace {
    pub elapsed: i64,
    /// More than was planned until here; negative: less.
    pub behind: i64,
    /// When it ends at this pace, since 1970. Breaks take what they take.
    pub finish: i64,
    /// Until the next break is planned, if there is one ahead.
    pub break_in: Option<i64>,
    /// On the slide on the screen.
    pub spent: i64,
    pub planned: i64,
}

/// How it stands on the slide with this index.
pub fn pace(deck: &Deck, index: usize, clock: &Clock, now: i64) -> Pace {
    todo!()
}
