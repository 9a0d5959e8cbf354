//! What is on the screen of a room, and what each command of the trainer does to it.
//!
//! A slide is shown in steps: the pages of what does not fit, the screens of a page that is
//! scrolled, and the stages of a question, each with its pages. How it steps is in
//! `steps`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::deck::{Deck, Place, Shows};
use super::poll::{Poll, Shape, Stage};
use super::snapshot::Snapshot;
use super::split::Page;
use super::steps::{self, Measure};
use crate::course::slides::{Slide, asked};

/// What `View::zoom` can be.
const ZOOM: (i8, i8) = (-2, 5);

/// How slides look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Steps larger or smaller than usual, -2 to 5.
    #[serde(default)]
    pub zoom: i8,
    #[serde(default)]
    pub dark: bool,
    /// All of the text, instead of an outline.
    #[serde(default)]
    pub full: bool,
}

/// What covers the slides.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cover {
    #[default]
    None,
    Black,
    White,
}

/// A room as its presenter holds it, and keeps it in the browser's storage.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Room {
    #[serde(default)]
    pub at: Place,
    /// The first unit that is shown: a page is found by it on any screen.
    #[serde(default)]
    pub unit: usize,
    /// How often it was scrolled.
    #[serde(default)]
    pub scroll: u32,
    #[serde(default)]
    pub view: View,
    #[serde(default)]
    pub cover: Cover,
    /// By question.
    #[serde(default)]
    pub polls: BTreeMap<String, Poll>,
    /// In the room; 0 while nobody said.
    #[serde(default)]
    pub people: u32,
    #[serde(default)]
    pub clock: Clock,
}

/// What a trainer can do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    Next,
    Previous,
    NextSlide,
    PreviousSlide,
    First,
    Last,
    GoTo(Place),
    /// The number of a slide, from 1.
    GoToNumber(usize),
    Black,
    White,
    Larger,
    Smaller,
    UsualSize,
    Dark,
    Full,
    Reveal,
    VoteAgain,
    Count {
        option: usize,
        by: i32,
    },
    SetCount {
        option: usize,
        hands: u32,
    },
    People(u32),
    Start,
    Pause,
    ResetClock,
}

impl Command {
    /// Whether it goes from where one is to another slide or step. While the slides are
    /// covered, it uncovers them instead.
    pub fn is_move(&self) -> bool {
        use Command::{First, Last, Next, NextSlide, Previous, PreviousSlide};
        matches!(self, Next | Previous | NextSlide | PreviousSlide | First | Last)
    }
}

impl Room {
    /// The index of the slide on the screen.
    pub fn index(&self, deck: &Deck) -> usize {
        deck.index(&self.at)
    }

    /// The page of `pages` that is on the screen: the one with the first unit shown.
    pub fn page(&self, pages: &[Page]) -> (usize, Page) {
        let index = pages.iter().rposition(|page| page.from <= self.unit).unwrap_or(0);
        (index, pages.get(index).copied().unwrap_or_else(|| Page::usual(0, 0)))
    }

    /// Does what the trainer wants. `pages` measures a slide as this room would show it:
    /// it is asked for the slide that is left or come to, and no other. False: nothing changed.
    pub fn act(
        &mut self,
        command: &Command,
        deck: &Deck,
        pages: &mut dyn FnMut(&Room, usize) -> Vec<Page>,
        now: i64,
    ) -> bool {
        let before = self.clone();
        self.stand_on_a_slide(deck);
        match command {
            command if command.is_move() && self.cover != Cover::None => self.cover = Cover::None,
            Command::Next => steps::next(self, &mut Measure { deck, pages }, now),
            Command::Previous => steps::previous(self, &mut Measure { deck, pages }, now),
            Command::NextSlide => self.go(deck, self.index(deck).saturating_add(1), now),
            Command::PreviousSlide => {
                if let Some(index) = self.index(deck).checked_sub(1) {
                    self.go(deck, index, now);
                }
            }
            Command::First => self.go(deck, 0, now),
            Command::Last => self.go(deck, deck.slides.len().saturating_sub(1), now),
            Command::GoTo(place) => self.go(deck, deck.index(place), now),
            Command::GoToNumber(number) => {
                self.go(deck, (*number).clamp(1, deck.slides.len().max(1)) - 1, now);
            }
            Command::Start if !deck.slides.is_empty() => self.clock.start(&self.at, now),
            Command::Start => {}
            Command::Pause => self.clock.pause_or_resume(now),
            Command::ResetClock => self.clock.reset(),
            Command::People(people) => self.people = *people,
            Command::Reveal => self.vote(deck, Poll::reveal),
            Command::VoteAgain => self.vote(deck, Poll::vote_again),
            Command::Count { option, by } => {
                self.count(deck, |poll, shape| poll.count(shape, *option, *by));
            }
            Command::SetCount { option, hands } => {
                self.count(deck, |poll, shape| poll.set(shape, *option, *hands));
            }
            look => self.look(look),
        }
        *self != before
    }

    /// Takes over what is on the screen of the window that leads: for a window that must go on alone.
    pub fn adopt(&mut self, shown: &Snapshot, deck: &Deck) {
        self.at = shown.at.clone();
        (self.unit, self.scroll) = (shown.page.from, shown.scroll);
        (self.view, self.cover) = (shown.view, shown.cover);
        let Some(poll) = &shown.poll else { return };
        self.people = poll.people;
        let Some(question) = self.slide(deck).and_then(Slide::question) else { return };
        let kept = self.polls.entry(question.id.clone()).or_default();
        kept.stage = poll.stage;
        if !poll.counts.is_empty() {
            kept.rounds.clone_from(&poll.counts);
        }
    }

    /// The slide on the screen; None on a break.
    pub fn slide<'d>(&self, deck: &'d Deck) -> Option<&'d Slide> {
        match &deck.slides.get(self.index(deck))?.shows {
            Shows::Slide(slide) => Some(slide),
            Shows::Break { .. } => None,
        }
    }

    /// What was voted on the question on the screen, and what can be.
    pub fn poll(&self, deck: &Deck) -> Option<(Poll, Shape)> {
        let question = self.slide(deck)?.question()?;
        Some((self.polls.get(&question.id).cloned().unwrap_or_default(), Shape::of_question(question)))
    }

    /// To the first page of a slide; nowhere where there is none.
    pub(super) fn go(&mut self, deck: &Deck, index: usize, now: i64) {
        if index >= deck.slides.len() {
            return;
        }
        let left = self.index(deck);
        (self.at, self.unit, self.scroll) = (deck.place(index), 0, 0);
        if index == left {
            return;
        }
        match !self.clock.has_started() && left == 0 {
            true => self.clock.start(&self.at, now),
            false => self.clock.enter(&self.at, now),
        }
    }

    /// Changes the stage of the question on the screen; a stage begins with its first page.
    pub(super) fn vote(&mut self, deck: &Deck, change: impl FnOnce(&mut Poll, Shape) -> bool) {
        if !self.count(deck, change) {
            return;
        }
        (self.unit, self.scroll) = (0, 0);
        // Whoever chooses must see the options; where they need a page of their own, what was
        // asked is a step back.
        let is_choosing = self
            .poll(deck)
            .is_some_and(|(poll, _)| matches!(poll.stage, Stage::Options | Stage::Open | Stage::Closed));
        if let Some(question) = self.slide(deck).and_then(Slide::question).filter(|_| is_choosing) {
            self.unit = asked::before_options(question);
        }
    }

    fn count(&mut self, deck: &Deck, change: impl FnOnce(&mut Poll, Shape) -> bool) -> bool {
        let Some(question) = self.slide(deck).and_then(Slide::question) else { return false };
        let mut poll = self.polls.get(&question.id).cloned().unwrap_or_default();
        let changed = change(&mut poll, Shape::of_question(question));
        if changed {
            self.polls.insert(question.id.clone(), poll);
        }
        changed
    }

    fn look(&mut self, command: &Command) {
        let zoom = |zoom: i8| zoom.clamp(ZOOM.0, ZOOM.1);
        match command {
            Command::Black => self.cover = toggled(self.cover, Cover::Black),
            Command::White => self.cover = toggled(self.cover, Cover::White),
            Command::Larger => self.view.zoom = zoom(self.view.zoom.saturating_add(1)),
            Command::Smaller => self.view.zoom = zoom(self.view.zoom.saturating_sub(1)),
            Command::UsualSize => self.view.zoom = 0,
            Command::Dark => self.view.dark = !self.view.dark,
            Command::Full => {
                self.view.full = !self.view.full;
                // The outline has other units than all of the text.
                (self.unit, self.scroll) = (0, 0);
            }
            _ => {}
        }
    }

    /// A room may have been kept with a slide that is gone.
    fn stand_on_a_slide(&mut self, deck: &Deck) {
        let at = deck.place(self.index(deck));
        if !deck.slides.is_empty() && self.at != at {
            (self.at, self.unit, self.scroll) = (at, 0, 0);
        }
    }
}

fn toggled(cover: Cover, by: Cover) -> Cover {
    if cover == by { Cover::None } else { by }
}

#[cfg(test)]
#[path = "room_tests.rs"]
mod tests;
