//! A question that is projected: its stages, which the trainer alone advances, and what was counted.

use serde::{Deserialize, Serialize};

/// How far a question has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// The question alone.
    #[default]
    Ask,
    /// With its options.
    Options,
    /// The room votes: the screen says only how many did.
    Open,
    Closed,
    /// How many chose what.
    Bars,
    /// What is right, and why. A poll without right answer has no such stage.
    Answer,
}

/// One question in the room.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    pub stage: Stage,
    /// Counted hands by option, a list a round; one or two rounds.
    pub rounds: Vec<Vec<u32>>,
}

/// What there is to show and count of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// How many options hands can be counted for. 0: it is shown and then revealed, as
    /// when words are typed or steps ordered.
    pub options: usize,
    /// Whether an answer can be right.
    pub graded: bool,
}

impl Poll {
    /// The next stage; None where there is none. Closed and Bars are passed over while
    /// nobody was counted in this round; a question without options to count goes from Ask
    /// to Answer by Options.
    pub fn next(&self, shape: Shape) -> Option<Stage> {
        todo!()
    }

    /// The stage before, by the same rule.
    pub fn previous(&self, shape: Shape) -> Option<Stage> {
        todo!()
    }

    /// Counts so many more (or fewer) hands for an option; never below 0. Only while the
    /// vote is open or closed; else false.
    pub fn count(&mut self, shape: Shape, option: usize, by: i32) -> bool {
        todo!()
    }

    /// Sets what was typed, by the same rule.
    pub fn set(&mut self, shape: Shape, option: usize, hands: u32) -> bool {
        todo!()
    }

    /// Lets the room vote once more, with the first round beside; only from Bars or
    /// Answer of the first round; else false.
    pub fn vote_again(&mut self, shape: Shape) -> bool {
        todo!()
    }

    /// How many were counted in this round.
    pub fn voted(&self) -> u32 {
        todo!()
    }

    /// The counts of this round by option.
    pub fn counts(&self, shape: Shape) -> Vec<u32> {
        todo!()
    }
}
