//! Cuts what does not fit on one slide into several. A pure function of measured heights.
//!
//! What a slide shows is a row of units (an item of a list, a row of a table, a
//! paragraph). First the type is made smaller, down to the last of [`SIZES`]; then the
//! slide is cut between units at the usual size; a single unit that is still too high is
//! made smaller, and then scrolled.

use serde::{Deserialize, Serialize};

/// The sizes of type that are tried, in percent, the largest first.
pub const SIZES: [u32; 3] = [100, 90, 80];

const USUAL: u32 = SIZES[0];
const SMALLER: u32 = SIZES[1];
const SMALLEST: u32 = SIZES[2];
/// How much of a screen a step of scrolling moves on: the rest is seen twice.
const STEP: f64 = 0.8;
/// The last slide is short when it takes less of the screen.
const SHORT: f64 = 1.0 / 3.0;

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

/// A part of a slide as a browser measured it, in pixels from the top of the slide's body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MeasuredPart {
    pub top: f64,
    pub bottom: f64,
    /// It stays with the part before it.
    pub joined: bool,
    /// Its units stay with each other.
    pub together: bool,
    /// The tops of its units.
    pub units: Vec<f64>,
    /// The bottom of the last one. What follows, as a frame's lower edge, stands below
    /// whichever unit comes last on a page.
    pub last: f64,
}

/// The units of some parts. A unit goes down to where the next one of its part begins.
pub fn units(parts: &[MeasuredPart]) -> Vec<Unit> {
    let mut units = Vec::new();
    for part in parts {
        let head = part.units.first().map_or(0.0, |first| (first - part.top).max(0.0));
        let closing = (part.bottom - part.last).max(0.0);
        for (index, top) in part.units.iter().enumerate() {
            let is_first = index == 0;
            units.push(Unit {
                top: if is_first { part.top } else { *top },
                bottom: part.units.get(index + 1).map_or(part.bottom, |next| next + closing),
                repeated: if is_first { 0.0 } else { head },
                joined: if is_first { part.joined } else { part.together },
            });
        }
    }
    units
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

impl Page {
    /// Units that fit at the usual size.
    pub fn usual(from: usize, to: usize) -> Self {
        Self { from, to, percent: USUAL, scrolls: 0 }
    }
}

/// The pages of a slide. `measure` gives the units at a size of type, in percent;
/// it is asked for as few sizes as possible, in the order of [`SIZES`]. `height` is what a
/// page may hold, in pixels. Never empty, and every unit is on exactly one page.
pub fn split(height: f64, mut measure: impl FnMut(u32) -> Vec<Unit>) -> Vec<Page> {
    let usual = Row::of(measure(USUAL));
    let all = usual.0.len();
    // A window that is not laid out yet has no height.
    if all == 0 || !height.is_finite() || height < 1.0 || usual.needs(0, all) <= height {
        return vec![Page::usual(0, all)];
    }
    let mut smaller = Vec::new();
    for percent in [SMALLER, SMALLEST] {
        let row = Row::of(measure(percent));
        if row.0.len() == all && row.needs(0, all) <= height {
            return vec![Page { percent, ..Page::usual(0, all) }];
        }
        smaller.push((percent, row));
    }
    let mut pages = usual.cut(height);
    for page in &mut pages {
        if usual.needs(page.from, page.to) > height {
            *page = alone(page.from, height, &smaller);
        }
    }
    balance(&mut pages, &usual, height);
    pages
}

/// A page for a unit that does not fit at the usual size.
fn alone(unit: usize, height: f64, smaller: &[(u32, Row)]) -> Page {
    let page = Page::usual(unit, unit + 1);
    let mut needed = height;
    for (percent, row) in smaller {
        needed = row.needs(unit, unit + 1);
        if needed <= height {
            return Page { percent: *percent, ..page };
        }
    }
    // A float that is too large becomes the largest number.
    let scrolls = ((needed - height) / (STEP * height)).ceil() as u32;
    Page { percent: SMALLEST, scrolls, ..page }
}

/// Where the last page is one short unit, the last unit of the page before keeps it company.
fn balance(pages: &mut [Page], row: &Row, height: f64) {
    let [.., before, last] = pages else { return };
    let is_lonely = *last == Page::usual(last.from, last.from + 1)
        && row.needs(last.from, last.to) < SHORT * height
        && *before == Page::usual(before.from, before.to);
    let cut = last.from.saturating_sub(1);
    let has_enough = before.to - before.from > 2;
    if is_lonely && has_enough && !row.is_joined(cut) && row.needs(cut, last.to) <= height {
        before.to = cut;
        last.from = cut;
    }
}

/// Units as they were measured, without what no height can be.
#[derive(Debug)]
struct Row(Vec<Unit>);

impl Row {
    fn of(mut units: Vec<Unit>) -> Self {
        let mut above = 0.0_f64;
        for unit in &mut units {
            let or_above = |height: f64| if height.is_finite() { height } else { above };
            let (top, bottom) = (or_above(unit.top), or_above(unit.bottom));
            unit.bottom = bottom.max(above);
            unit.top = top.clamp(0.0, unit.bottom);
            unit.repeated = if unit.repeated.is_finite() { unit.repeated.max(0.0) } else { 0.0 };
            above = unit.bottom;
        }
        Self(units)
    }

    /// The height of some units on a page of their own. What stands above the very first
    /// unit is part of it.
    fn needs(&self, from: usize, to: usize) -> f64 {
        let last = to.checked_sub(1).and_then(|last| self.0.get(last));
        let (Some(first), Some(last)) = (self.0.get(from), last) else { return 0.0 };
        if from == 0 { last.bottom } else { last.bottom - first.top + first.repeated }
    }

    fn is_joined(&self, unit: usize) -> bool {
        self.0.get(unit).is_some_and(|unit| unit.joined)
    }

    /// Pages as full as they get; a page of one unit may be too high.
    fn cut(&self, height: f64) -> Vec<Page> {
        let mut pages = Vec::new();
        let mut from = 0;
        while from < self.0.len() {
            let mut to = from + 1;
            while to < self.0.len() && self.needs(from, to + 1) <= height {
                to += 1;
            }
            let to = self.cut_before(from, to, height);
            pages.push(Page::usual(from, to));
            from = to;
        }
        pages
    }

    /// Where to cut so that what is joined stays together. Where it would not fit on the
    /// next page either, the page stays full.
    fn cut_before(&self, from: usize, to: usize, height: f64) -> usize {
        if to >= self.0.len() || !self.is_joined(to) {
            return to;
        }
        let earlier = (from + 1..to).rev().find(|cut| !self.is_joined(*cut));
        earlier.filter(|cut| self.needs(*cut, to + 1) <= height).unwrap_or(to)
    }
}

#[cfg(test)]
#[path = "split_tests.rs"]
mod tests;
