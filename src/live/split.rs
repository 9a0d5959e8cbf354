//! Cuts what does not fit on one slide into several. A pure function of measured heights.
//!
//! What a slide shows is a row of units (an item of a list, a row of a table, a
//! paragraph). First the type is made smaller, down to [`SMALLEST`] percent; then the
//! slide is cut between units; a single unit that is still too high is scrolled.

use serde::{Deserialize, Serialize};

/// The sizes of type that are tried, in percent, the largest first.
pub const SIZES: [u32; 3] = [100, 90, 80];

/// Where a unit lies, in pixels from the top of the slide's body, with all units above it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Unit {
    pub top: f64,
    pub bottom: f64,
    /// The height of what is repeated above it when it comes first on a slide: a table's head.
    pub repeated: f64,
    /// It stays with the unit before it: a figure with its text, an item with its heading.
    pub joined: bool,
}

/// A part of a slide that is shown at once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// The first unit, and the one behind the last.
    pub from: usize,
    pub to: usize,
    /// Of the usual size of type.
    pub percent: u32,
    /// How many times more than one screen its only unit is high, when it must be
    /// scrolled: the number of further steps. 0 wherever it fits.
    pub scrolls: u32,
}

/// The pages of a slide. `measure` gives the units at a size of type, in percent;
/// it is asked for as few sizes as possible, in the order of [`SIZES`]. `height` is what a
/// page may hold, in pixels. Never empty, and every unit is on exactly one page.
pub fn split(height: f64, measure: impl FnMut(u32) -> Vec<Unit>) -> Vec<Page> {
    todo!()
}
