//! Search: the places of a course, an index of their words, and looking words up in it.
//!
//! ```text
//! Course ─► places ─► Builder ─► bytes (`form`) ─► Index ─► what a query finds
//! ```
//!
//! A place is what a result leads to: a lesson's section under its heading, a question
//! with what is asked (never its options, reasons, answers or notes), a clause, a term.
//! Knows no page and no browser: how accents come off a letter is an argument.

mod bits;
pub mod form;
pub mod lookup;
pub mod words;

#[cfg(not(target_arch = "wasm32"))]
pub mod build;
#[cfg(not(target_arch = "wasm32"))]
pub mod places;

/// What a place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Lesson,
    Question,
    Clause,
    Term,
}

impl Kind {
    /// All four, in the order of their numbers in the index.
    pub const ALL: [Kind; 4] = [Kind::Lesson, Kind::Question, Kind::Clause, Kind::Term];
}

#[cfg(test)]
mod tests;
