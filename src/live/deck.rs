//! The slides of one workshop in their order, its breaks among them.

use super::plan::Plan;
use crate::course::slides::{Slide, SlidesFile};

/// The lesson under which breaks are known.
pub const BREAK: &str = "break";

/// All that is shown in one workshop.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Deck {
    pub slides: Vec<DeckSlide>,
    /// Modules of the plan that the course does not have.
    pub unknown: Vec<String>,
}

/// A slide and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckSlide {
    pub module: String,
    /// `BREAK` for a break, whose slide's id is the module before it.
    pub lesson: String,
    pub lesson_title: String,
    pub shows: Shows,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    Slide(Slide),
    Break { minutes: u32 },
}

/// What a slide is known by, wherever it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    pub lesson: String,
    pub slide: String,
}

impl Deck {
    /// The slides of a plan.
    pub fn of(file: &SlidesFile, plan: &Plan) -> Self {
        todo!()
    }

    /// The index of a slide. Where it is gone: its lesson's first slide, else 0.
    pub fn index(&self, place: &Place) -> usize {
        todo!()
    }

    /// The slide's place. Of the last slide, where there are not so many.
    pub fn place(&self, index: usize) -> Place {
        todo!()
    }
}

impl DeckSlide {
    /// Seconds that it is planned to take.
    pub fn seconds(&self) -> u32 {
        todo!()
    }
}
