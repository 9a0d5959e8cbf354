//! Which projectors listen to the window that writes. Times are milliseconds.

use std::collections::BTreeMap;

use super::follower::SILENCE;

/// Browsers let a hidden window speak once a minute.
const SILENCE_WHILE_HIDDEN: u64 = 75_000;

/// What the writer knows of projectors.
#[derive(Debug, Clone, Default)]
pub struct Watch {
    projectors: BTreeMap<String, Projector>,
}

/// Whether anybody sees what is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectorState {
    None,
    /// `behind`: one of them has not taken the newest snapshot over. `hidden`: none of
    /// them is visible.
    Listening {
        behind: bool,
        hidden: bool,
    },
    /// It was there, and did not say that it closes.
    Lost,
}

#[derive(Debug, Clone, Copy)]
struct Projector {
    /// Epoch and number of the snapshot that it shows.
    shows: (u64, u64),
    height: u32,
    hidden: bool,
    heard: i64,
}

impl Watch {
    pub fn heard(&mut self, window: &str, epoch: u64, number: u64, height: u32, hidden: bool, now: i64) {
        // One that came in place of a lost one puts an end to its being missed.
        self.projectors.retain(|_, projector| projector.listens(now));
        let projector = Projector { shows: (epoch, number), height, hidden, heard: now };
        self.projectors.insert(window.to_owned(), projector);
    }

    pub fn gone(&mut self, window: &str) {
        self.projectors.remove(window);
    }

    /// How projectors stand when the newest snapshot has this epoch and number.
    pub fn state(&self, now: i64, epoch: u64, number: u64) -> ProjectorState {
        if self.projectors.is_empty() {
            return ProjectorState::None;
        }
        let seen = self.seen(now);
        let Some(first) = seen.first() else { return ProjectorState::Lost };
        ProjectorState::Listening {
            behind: seen.iter().any(|projector| projector.shows < (epoch, number)),
            hidden: first.hidden,
        }
    }

    /// The height of the lowest stage, so that what fits there fits on all.
    pub fn height(&self, now: i64) -> Option<u32> {
        self.seen(now).iter().map(|projector| projector.height).filter(|height| *height > 0).min()
    }

    /// The latest epoch that a projector showed: who writes must not be of an earlier one.
    pub fn latest_epoch(&self) -> Option<u64> {
        self.projectors.values().map(|projector| projector.shows.0).max()
    }

    /// Those that listen and are visible; where none is, those that are hidden.
    fn seen(&self, now: i64) -> Vec<&Projector> {
        let listening = self.projectors.values().filter(|projector| projector.listens(now));
        let (hidden, visible): (Vec<_>, Vec<_>) = listening.partition(|projector| projector.hidden);
        if visible.is_empty() { hidden } else { visible }
    }
}

impl Projector {
    fn listens(&self, now: i64) -> bool {
        now.abs_diff(self.heard) <= if self.hidden { SILENCE_WHILE_HIDDEN } else { SILENCE }
    }
}

#[cfg(test)]
mod tests {
    use super::ProjectorState::{Listening, Lost};
    use super::*;

    const CURRENT: ProjectorState = Listening { behind: false, hidden: false };

    #[test]
    fn a_projector_is_there_until_it_closes() {
        let mut watch = Watch::default();
        assert_eq!(watch.state(0, 1, 1), ProjectorState::None);
        watch.heard("p", 1, 1, 720, false, 0);
        assert_eq!(watch.state(3500, 1, 1), CURRENT);
        assert_eq!(watch.state(3500, 1, 2), Listening { behind: true, hidden: false });
        watch.gone("p");
        assert_eq!(watch.state(3500, 1, 2), ProjectorState::None);
    }

    #[test]
    fn a_projector_that_falls_silent_is_missed_until_another_comes() {
        let mut watch = Watch::default();
        watch.heard("p", 1, 1, 720, false, 0);
        assert_eq!(watch.state(3501, 1, 1), Lost);
        assert_eq!(watch.height(3501), None);
        watch.heard("q", 1, 1, 800, false, 9000);
        watch.gone("q");
        assert_eq!(watch.state(9000, 1, 1), ProjectorState::None);
    }

    #[test]
    fn a_hidden_window_speaks_once_a_minute() {
        let mut watch = Watch::default();
        watch.heard("p", 1, 1, 720, true, 0);
        assert_eq!(watch.state(75_000, 1, 1), Listening { behind: false, hidden: true });
        assert_eq!(watch.state(75_001, 1, 1), Lost);
    }

    #[test]
    fn what_the_audience_sees_counts() {
        let mut watch = Watch::default();
        watch.heard("hidden", 1, 1, 500, true, 0);
        watch.heard("wide", 1, 5, 720, false, 0);
        watch.heard("square", 1, 5, 960, false, 0);
        watch.heard("no shape yet", 1, 5, 0, false, 0);
        assert_eq!((watch.state(10, 1, 5), watch.height(10)), (CURRENT, Some(720)));
        assert_eq!(watch.height(5000), Some(500), "only the hidden one is left");
    }

    #[test]
    fn a_projector_may_know_a_later_epoch_than_a_writer_that_forgot() {
        let mut watch = Watch::default();
        assert_eq!(watch.latest_epoch(), None);
        watch.heard("p", 4, 1, 720, false, 0);
        assert_eq!((watch.latest_epoch(), watch.state(1, 1, 1)), (Some(4), CURRENT));
    }
}
