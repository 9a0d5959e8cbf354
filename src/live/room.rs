//! What is on the screen of a room, and what each command of the trainer does to it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::deck::{Deck, Place};
use super::poll::Poll;
use super::split::Page;

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
    Count { option: usize, by: i32 },
    SetCount { option: usize, hands: u32 },
    People(u32),
    Start,
    Pause,
    ResetClock,
}

impl Room {
    /// The index of the slide on the screen.
    pub fn index(&self, deck: &Deck) -> usize {
        deck.index(&self.at)
    }

    /// The page of `pages` that is on the screen: the one with the first unit shown.
    pub fn page(&self, pages: &[Page]) -> (usize, Page) {
        todo!()
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
        todo!()
    }
}
