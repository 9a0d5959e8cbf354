//! What one window tells the others: everything that is on the screen, each time.
//!
//! Form 1, JSON. A window takes over a snapshot when it is newer than the last one it
//! took: of a later epoch, or of the same epoch with a higher number. One window writes;
//! whoever takes over writing begins the next epoch.

use serde::{Deserialize, Serialize};

use super::deck::{Deck, Place};
use super::poll::{Poll, Shape, Stage};
use super::room::{Cover, Room, View};
use super::split::Page;
use crate::course::slides::asked::Asked;

/// The form that this version writes and reads.
pub const FORM: u32 = 1;

/// No message is longer, in bytes.
const LONGEST: usize = 64 * 1024;

/// What is on the screen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub form: u32,
    pub epoch: u64,
    pub number: u64,
    /// The window that wrote it.
    pub writer: String,
    /// The file of slides that it speaks of: another one means another course.
    pub slides: String,
    pub at: Place,
    pub page: Page,
    /// Which of how many pages, from 0.
    pub page_index: usize,
    pub pages: usize,
    pub scroll: u32,
    pub view: View,
    pub cover: Cover,
    /// The height of the stage whose width is 1280, in pixels.
    pub height: u32,
    /// Of the question on the screen.
    pub poll: Option<PollShown>,
    /// Number of the slide from 1, and how many there are.
    pub slide: usize,
    pub of: usize,
    /// On a break of a workshop that has begun: when it ends, in milliseconds since 1970.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_until: Option<i64>,
}

/// What the audience may know of a vote.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PollShown {
    pub stage: Stage,
    /// 1, or 2 when the room votes again.
    pub round: usize,
    pub voted: u32,
    pub people: u32,
    /// A list a round; empty before the stage Bars, and where nobody was counted.
    #[serde(default)]
    pub counts: Vec<Vec<u32>>,
}

/// What windows say to each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Message {
    /// From the writer, whenever something changed, and in answer to a `Hello`.
    Shown(Box<Snapshot>),
    /// From the writer, each second: the newest snapshot has this epoch and number.
    Newest { epoch: u64, number: u64, writer: String, presenter: bool },
    /// From a window that wants a snapshot.
    Hello { window: String, presenter: bool },
    /// From a projector, each second and when its shape changes: it took this snapshot over.
    Here { window: String, epoch: u64, number: u64, height: u32, hidden: bool },
    /// From a projector: somebody pressed a key there.
    Wanted(super::room::Command),
    /// A window closes.
    Bye { window: String },
}

/// What a snapshot says of the window that writes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SnapshotHead {
    pub epoch: u64,
    pub number: u64,
    pub writer: String,
    /// The file of slides.
    pub slides: String,
    /// Of the stage, in pixels.
    pub height: u32,
}

impl Snapshot {
    /// Whether it replaces the one with this epoch and number.
    pub fn is_newer_than(&self, epoch: u64, number: u64) -> bool {
        (self.epoch, self.number) > (epoch, number)
    }
}

impl Room {
    /// What is on the screen, with the pages of its slide.
    pub fn snapshot(&self, deck: &Deck, pages: &[Page], head: SnapshotHead) -> Snapshot {
        let index = self.index(deck);
        let of = deck.slides.len();
        let (page_index, page) = self.page(pages);
        Snapshot {
            form: FORM,
            epoch: head.epoch,
            number: head.number,
            writer: head.writer,
            slides: head.slides,
            at: deck.place(index),
            page,
            page_index,
            pages: pages.len().max(1),
            scroll: self.scroll.min(page.scrolls),
            view: self.view,
            cover: self.cover,
            height: head.height,
            poll: self.poll_shown(deck),
            slide: index.saturating_add(1).min(of),
            of,
            break_until: None,
        }
    }
}

impl Room {
    /// What the audience may know of the vote on the question on the screen.
    pub fn poll_shown(&self, deck: &Deck) -> Option<PollShown> {
        self.poll(deck).map(|(poll, shape)| PollShown::of(&poll, shape, self.people))
    }
}

impl PollShown {
    /// As a slide shows it.
    pub fn asked(&self) -> Asked {
        Asked {
            options: self.stage >= Stage::Options,
            bars: self.counts.clone(),
            answer: self.stage == Stage::Answer,
        }
    }

    fn of(poll: &Poll, shape: Shape, people: u32) -> Self {
        let counts = if poll.stage < Stage::Bars { Vec::new() } else { poll.all_counts(shape) };
        let round = poll.rounds.len().clamp(1, 2);
        Self { stage: poll.stage, round, voted: poll.voted(), people, counts }
    }
}

impl Message {
    /// Reads what another window said; None for what this version does not know.
    pub fn from_text(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        match serde_json::from_str(text).ok()? {
            Self::Shown(snapshot) if snapshot.form != FORM => None,
            message => Some(message),
        }
    }

    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
#[path = "snapshot_tests.rs"]
mod tests;
