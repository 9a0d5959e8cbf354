//! What a lesson consists of, in its order: pieces of prose, questions, notes for the trainer.

use std::ops::Range;

use super::model::{Html, Question};
use super::slides::PartKind;

/// A part of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// What stands in a row is one stretch of prose.
    Prose(Piece),
    Question(Box<Question>),
    /// For the trainer alone, a text for each step of a slide: no page for learners holds them.
    Notes(Vec<Html>),
}

/// A heading or a block of prose.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Piece {
    pub kind: PieceKind,
    /// The pieces of a stretch, one behind the other, are its HTML.
    pub html: Html,
    /// The bytes of the HTML that can stand apart: items, rows, lines. Empty where it cannot be divided.
    pub items: Vec<Range<usize>>,
    /// The number of the first item, in a numbered list.
    pub first_number: Option<u64>,
}

/// What a piece of prose is.
#[derive(Debug, Clone, PartialEq)]
pub enum PieceKind {
    Heading {
        level: usize,
        id: String,
        /// Without the heading's own tags.
        title: Html,
    },
    /// `---`: a slide goes on on a new one, a page shows nothing.
    Break,
    Part(PartKind),
}

impl Default for PieceKind {
    fn default() -> Self {
        Self::Part(PartKind::Other)
    }
}

/// How a lesson is projected.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Present {
    /// Without the prose behind a slide's first paragraph, which the trainer says.
    #[default]
    Outline,
    Full,
    /// It is read only.
    Skip,
}

impl Present {
    /// All of them, as front matter writes them.
    pub const WORDS: [(&'static str, Present); 3] =
        [("outline", Present::Outline), ("full", Present::Full), ("skip", Present::Skip)];
}
