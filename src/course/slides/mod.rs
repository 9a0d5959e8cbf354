//! A lesson's slides: what is projected of it, and in which parts it can be shown.
//!
//! Knows: the slides of a course, their parts, and their HTML. Does not know: how high a
//! part is on a screen, nor where a trainer stands.

#[cfg(not(target_arch = "wasm32"))]
mod addresses;
pub mod asked;
#[cfg(not(target_arch = "wasm32"))]
pub mod build;
pub mod html;
#[cfg(not(target_arch = "wasm32"))]
mod time;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::{Html, Question};

/// The form of the files of slides and notes.
pub const FORM: u32 = 1;

/// All slides of a course, as presenter and projector load them. Form 1: the structs
/// below as JSON; a field at its default is left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SlidesFile {
    pub form: u32,
    /// In course order; without the lessons that are read only (`present: skip`).
    pub lessons: Vec<LessonSlides>,
}

/// The slides of one lesson.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonSlides {
    pub id: String,
    pub title: String,
    /// The id of its module.
    pub module: String,
    pub slides: Vec<Slide>,
}

/// One slide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// Unique in its lesson, and independent of its place: the heading's id, `ID.2` where
    /// `---` goes on, the question's id, `title`, or `opening` for what stands before the
    /// first heading.
    pub id: String,
    /// Of its heading, without the heading's own tags.
    pub title: Html,
    /// What it is planned to take.
    pub seconds: u32,
    pub content: Content,
}

/// What a slide shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The lesson's title.
    Title {
        objectives: Vec<String>,
        /// Of the whole lesson as it is projected.
        minutes: u32,
    },
    Text(Vec<Part>),
    Question(Box<Question>),
}

/// A block of a slide. Its items are what can stand on different slides when all of it
/// does not fit: the items of a list, the rows of a table, the lines of code.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Part {
    pub kind: PartKind,
    /// What stands before the items wherever some of them do: an opening tag, a table's head.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// One where the block cannot be divided.
    pub items: Vec<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// The number of the first item, in a numbered list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_number: Option<u64>,
    /// In an outline the trainer says it, and the slide does not show it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub script: bool,
    /// Its items are to be seen at once, wherever they fit on one page.
    #[serde(skip)]
    pub together: bool,
}

/// What kind of block it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    #[default]
    Paragraph,
    /// A heading below the slide's own.
    Heading,
    List,
    Table,
    Code,
    Quote,
    Callout,
    /// A paragraph that holds nothing but images.
    Figure,
    /// What this crate made of a question.
    Question,
    Other,
}

/// The trainer's notes of a whole course, which only the presenter loads.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NotesFile {
    pub form: u32,
    /// By lesson, then by slide: a text for each step of the slide, the first one for when it appears.
    pub notes: BTreeMap<String, BTreeMap<String, Vec<Html>>>,
}

impl Slide {
    /// The parts of a text; in an outline without what the trainer says.
    pub fn parts(&self, full: bool) -> Vec<&Part> {
        match &self.content {
            Content::Text(parts) => parts.iter().filter(|part| full || !part.script).collect(),
            _ => Vec::new(),
        }
    }

    /// What an outline leaves to the trainer to say.
    pub fn script(&self) -> Vec<&Part> {
        match &self.content {
            Content::Text(parts) => parts.iter().filter(|part| part.script).collect(),
            _ => Vec::new(),
        }
    }

    /// The question that it asks.
    pub fn question(&self) -> Option<&Question> {
        match &self.content {
            Content::Question(question) => Some(question),
            _ => None,
        }
    }
}
