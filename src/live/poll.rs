//! A question that is projected: its stages, which the trainer alone advances, and what was counted.

use serde::{Deserialize, Serialize};

use crate::course::model::{Kind, Question};
use crate::course::slides::asked;

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
#[serde(default)]
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
    /// Whether there is anything to show between the question and its answer.
    pub lists: bool,
    /// Whether an answer can be right.
    pub graded: bool,
}

impl Shape {
    pub fn of_question(question: &Question) -> Self {
        let options = match question.kind {
            Kind::One | Kind::Many | Kind::Scenario | Kind::Poll => question.options.len(),
            Kind::Text | Kind::Number | Kind::Order | Kind::Match => 0,
        };
        Self { options, lists: asked::has_options(question), graded: question.kind.is_graded() }
    }
}

impl Poll {
    /// The next stage; None where there is none. Closed and Bars are passed over while
    /// nobody was counted in this round; a question without options to count goes from Ask
    /// to Answer, by Options where it lists something.
    pub fn next(&self, shape: Shape) -> Option<Stage> {
        self.stages(shape).iter().copied().find(|stage| *stage > self.stage)
    }

    /// The stage before, by the same rule. From a second round in which nobody was
    /// counted, it is the bars of the first.
    pub fn previous(&self, shape: Shape) -> Option<Stage> {
        if self.stage == Stage::Open && self.has_empty_second_round(shape) {
            return Some(Stage::Bars);
        }
        self.stages(shape).iter().rev().copied().find(|stage| *stage < self.stage)
    }

    /// Goes to the next stage; false where there is none.
    pub fn advance(&mut self, shape: Shape) -> bool {
        self.next(shape).is_some_and(|stage| self.leave_for(stage, shape))
    }

    /// Goes to the stage before; false where there is none.
    pub fn go_back(&mut self, shape: Shape) -> bool {
        self.previous(shape).is_some_and(|stage| self.leave_for(stage, shape))
    }

    /// Goes to the answer, or to the bars where no answer is right; false where there is
    /// nothing to reveal, or it is.
    pub fn reveal(&mut self, shape: Shape) -> bool {
        let has_bars = self.voted_in(shape) > 0 || self.has_empty_second_round(shape);
        let stage = match shape.graded {
            true => Stage::Answer,
            false if has_bars => Stage::Bars,
            false => return false,
        };
        stage != self.stage && self.leave_for(stage, shape)
    }

    /// Counts so many more (or fewer) hands for an option; never below 0. Only while the
    /// vote is open or closed; else false.
    pub fn count(&mut self, shape: Shape, option: usize, by: i32) -> bool {
        let before = self.counts(shape).get(option).copied().unwrap_or(0);
        self.set(shape, option, before.saturating_add_signed(by))
    }

    /// Sets what was typed, by the same rule.
    pub fn set(&mut self, shape: Shape, option: usize, hands: u32) -> bool {
        let is_counting = matches!(self.stage, Stage::Open | Stage::Closed) && option < shape.options;
        let mut counts = self.counts(shape);
        let Some(count) = counts.get_mut(option).filter(|_| is_counting) else { return false };
        if *count == hands {
            return false;
        }
        *count = hands;
        self.rounds.pop();
        self.rounds.push(counts);
        true
    }

    /// Lets the room vote once more, with the first round beside; only from Bars or
    /// Answer of the first round; else false. Where nobody was counted, the first round
    /// goes on.
    pub fn vote_again(&mut self, shape: Shape) -> bool {
        let is_over = matches!(self.stage, Stage::Bars | Stage::Answer);
        if !is_over || shape.options == 0 || self.rounds.len() > 1 {
            return false;
        }
        if self.voted_in(shape) > 0 {
            self.rounds.push(vec![0; shape.options]);
        }
        self.stage = Stage::Open;
        true
    }

    /// How many were counted in this round.
    pub fn voted(&self) -> u32 {
        self.rounds.last().map_or(0, |round| sum(round))
    }

    /// The counts of this round by option.
    pub fn counts(&self, shape: Shape) -> Vec<u32> {
        fitted(self.rounds.last().map_or(&[], Vec::as_slice), shape)
    }

    /// The counts of the first and of this round, as many as there are; none where nobody
    /// was counted at all.
    pub fn all_counts(&self, shape: Shape) -> Vec<Vec<u32>> {
        let later = self.rounds.get(1..).and_then(<[_]>::last);
        let rounds: Vec<Vec<u32>> =
            self.rounds.first().into_iter().chain(later).map(|round| fitted(round, shape)).collect();
        if rounds.iter().all(|round| sum(round) == 0) { Vec::new() } else { rounds }
    }

    fn voted_in(&self, shape: Shape) -> u32 {
        sum(&self.counts(shape))
    }

    fn has_empty_second_round(&self, shape: Shape) -> bool {
        self.rounds.len() > 1 && self.voted_in(shape) == 0
    }

    /// A second round in which nobody was counted leaves no trace.
    fn leave_for(&mut self, stage: Stage, shape: Shape) -> bool {
        while self.has_empty_second_round(shape) {
            self.rounds.pop();
        }
        self.stage = stage;
        true
    }

    fn stages(&self, shape: Shape) -> &'static [Stage] {
        use Stage::{Answer, Ask, Bars, Closed, Open, Options};
        match (shape.options > 0, self.voted_in(shape) > 0, shape.graded) {
            (false, _, true) if shape.lists => &[Ask, Options, Answer],
            (false, _, true) => &[Ask, Answer],
            (false, _, false) => &[Ask, Options],
            (true, true, true) => &[Ask, Options, Open, Closed, Bars, Answer],
            (true, true, false) => &[Ask, Options, Open, Closed, Bars],
            (true, false, true) => &[Ask, Options, Open, Answer],
            (true, false, false) => &[Ask, Options, Open],
        }
    }
}

/// What was kept may be of a question that had more options, or fewer.
fn fitted(round: &[u32], shape: Shape) -> Vec<u32> {
    let mut counts = round.to_vec();
    counts.resize(shape.options, 0);
    counts
}

fn sum(round: &[u32]) -> u32 {
    round.iter().fold(0, |sum, hands| sum.saturating_add(*hands))
}

#[cfg(test)]
#[path = "poll_tests.rs"]
mod tests;
