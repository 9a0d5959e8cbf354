//! What a window knows that shows and does not write. Times are milliseconds.

use super::snapshot::{Message, Snapshot};

/// A writer that says nothing for so long is lost: it speaks each second.
pub const SILENCE: u64 = 3500;

/// A projector, or a presenter's second window.
#[derive(Debug, Clone)]
pub struct Follower {
    /// Epoch, writer and number of the snapshot that is shown. Two windows that forgot all
    /// may begin the same epoch: then the writer's name decides.
    last: Option<(u64, String, u64)>,
    /// When the writer was heard last; before that, when this window began to listen.
    heard: i64,
}

/// What to do about a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Reaction {
    Show(Box<Snapshot>),
    /// A snapshot was missed: ask for the newest.
    AskAgain,
    Nothing,
}

impl Follower {
    pub fn new(now: i64) -> Self {
        Self { last: None, heard: now }
    }

    /// Takes what was said by any window. A writer of a past epoch is not heard, unless
    /// the one of the later epoch is lost.
    pub fn take(&mut self, message: Message, now: i64) -> Reaction {
        let said = match &message {
            Message::Shown(snapshot) => (snapshot.epoch, snapshot.writer.clone(), snapshot.number),
            Message::Newest { epoch, number, writer, .. } => (*epoch, writer.clone(), *number),
            _ => return Reaction::Nothing,
        };
        if self.last.as_ref().is_some_and(|(epoch, writer, _)| (said.0, &said.1) < (*epoch, writer)) {
            if !self.writer_is_lost(now) {
                return Reaction::Nothing;
            }
            self.last = None;
        }
        self.heard = now;
        let is_newer = self.last.as_ref().is_none_or(|last| said > *last);
        match message {
            Message::Shown(snapshot) if is_newer => {
                self.last = Some(said);
                Reaction::Show(snapshot)
            }
            Message::Newest { .. } if is_newer => Reaction::AskAgain,
            _ => Reaction::Nothing,
        }
    }

    /// Epoch and number of the snapshot that is shown; zeros while there is none.
    pub fn last(&self) -> (u64, u64) {
        self.last.as_ref().map_or((0, 0), |(epoch, _, number)| (*epoch, *number))
    }

    pub fn writer_is_lost(&self, now: i64) -> bool {
        now.abs_diff(self.heard) > SILENCE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(epoch: u64, number: u64) -> Message {
        let writer = "w".to_owned();
        Message::Shown(Box::new(Snapshot { epoch, number, writer, ..Snapshot::default() }))
    }

    fn newest(epoch: u64, number: u64) -> Message {
        Message::Newest { epoch, number, writer: "w".to_owned(), presenter: true }
    }

    fn shows(reaction: &Reaction) -> bool {
        matches!(reaction, Reaction::Show(_))
    }

    #[test]
    fn each_snapshot_is_shown_once_and_in_order() {
        let mut follower = Follower::new(0);
        assert!(shows(&follower.take(shown(0, 0), 1)), "the very first, whatever its number");
        assert!(shows(&follower.take(shown(1, 7), 1)));
        assert_eq!(follower.take(shown(1, 7), 1), Reaction::Nothing);
        assert_eq!(follower.take(shown(1, 6), 1), Reaction::Nothing);
        assert!(shows(&follower.take(shown(2, 0), 1)), "another window writes");
        assert_eq!(follower.take(shown(1, 99), 1), Reaction::Nothing);
        assert_eq!(follower.last(), (2, 0));
    }

    #[test]
    fn who_missed_a_snapshot_asks_again() {
        let mut follower = Follower::new(0);
        assert_eq!(follower.take(newest(1, 3), 1), Reaction::AskAgain);
        follower.take(shown(1, 3), 1);
        assert_eq!(follower.take(newest(1, 3), 1), Reaction::Nothing);
        assert_eq!(follower.take(newest(1, 4), 1), Reaction::AskAgain);
        assert_eq!(follower.take(newest(0, 9), 1), Reaction::Nothing);
    }

    #[test]
    fn a_writer_is_lost_when_it_says_nothing() {
        let mut follower = Follower::new(1000);
        assert!(!follower.writer_is_lost(4500) && follower.writer_is_lost(4501));
        follower.take(shown(2, 1), 5000);
        follower.take(newest(2, 1), 6000);
        assert!(!follower.writer_is_lost(9500));
        for unheard in
            [newest(1, 9), shown(1, 9), Message::Hello { window: "x".to_owned(), presenter: false }]
        {
            assert_eq!(follower.take(unheard, 9000), Reaction::Nothing);
        }
        assert!(follower.writer_is_lost(9501), "no other window speaks for it");
        assert!(follower.writer_is_lost(-90_000), "the device's clock was set back");
        assert_eq!(follower.take(newest(1, 9), 9501), Reaction::AskAgain, "until the writer is lost");
        assert!(shows(&follower.take(shown(1, 9), 9502)));
    }
}
