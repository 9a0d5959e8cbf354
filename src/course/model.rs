//! What a course says, as types: the one model that every screen, export and check reads.
//!
//! Knows: titles, ids, questions, clauses; prose as HTML that `course::markdown`
//! rendered. Does not know: where the words stood in a file, nor any learner.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod question;

pub use self::question::{Choice, Kind, Question, Verdict};
pub use super::block::{Block, Piece, PieceKind, Present};
use super::fingerprint::fingerprint_of_words;
use super::lrs::Lrs;

/// HTML rendered by this crate from checked Markdown. Nothing else makes one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Html(pub String);

impl Html {
    /// Whether it means the same as plain text.
    pub fn is_plain(&self) -> bool {
        !self.0.contains(['<', '&'])
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

/// The settings of a course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub title: String,
    /// Progress is kept under it.
    pub id: String,
    /// BCP 47, as in `en` or `de-AT`.
    pub language: String,
    /// Percent of the assigned clauses that must be mastered.
    pub pass: u32,
    /// Days after a lesson on which it is recalled.
    pub recall_days: Vec<u32>,
    /// The public keys (Ed25519, base64url) of those who assign this course.
    pub assigned_by: Vec<String>,
    pub contact: Option<Contact>,
    pub lrs: Option<Lrs>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: String::new(),
            id: String::new(),
            language: "en".to_owned(),
            pass: 80,
            recall_days: vec![3, 14, 35],
            assigned_by: Vec::new(),
            contact: None,
            lrs: None,
        }
    }
}

/// Whom a learner asks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    pub email: Option<String>,
}

/// A whole course.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Course {
    pub settings: Settings,
    pub modules: Vec<Module>,
    pub policy: Option<Policy>,
    pub glossary: Option<Glossary>,
    pub platforms: Vec<Platform>,
    /// Paths of the images and files that pages link to.
    pub assets: Vec<String>,
}

impl Course {
    /// Every lesson with its module, in course order.
    pub fn lessons(&self) -> impl Iterator<Item = (&Module, &Lesson)> {
        self.modules.iter().flat_map(|module| module.lessons.iter().map(move |lesson| (module, lesson)))
    }

    /// The lessons of the modules that everybody takes.
    pub fn core_lessons(&self) -> impl Iterator<Item = (&Module, &Lesson)> {
        self.lessons().filter(|(module, _)| !module.choose_any)
    }

    /// Every question of every lesson, variants too, in course order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.lessons().flat_map(|(_, lesson)| lesson.questions())
    }
}

/// A folder of lessons.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Module {
    pub id: String,
    pub title: String,
    pub introduction: Html,
    /// Learners pick any number of its lessons, none included.
    pub choose_any: bool,
    pub lessons: Vec<Lesson>,
}

/// One page of study.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lesson {
    pub id: String,
    /// Its file, for links between files.
    pub path: String,
    pub title: String,
    pub minutes: u32,
    pub present: Present,
    /// Minutes that headings and questions plan for themselves, by their ids.
    pub planned: BTreeMap<String, u32>,
    pub objectives: Vec<String>,
    /// Ids of the clauses it teaches.
    pub clauses: Vec<String>,
    pub sources: Vec<String>,
    /// Ids of the platforms whose facts it shows.
    pub platforms: Vec<String>,
    pub blocks: Vec<Block>,
    pub footnotes: Html,
}

impl Lesson {
    /// Its questions and scenarios without the variants, in reading order.
    pub fn asked(&self) -> impl Iterator<Item = &Question> {
        self.questions().filter(|question| question.variant_of.is_none())
    }

    /// Its questions and scenarios, variants too, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Question(question) => Some(&**question),
            Block::Prose(_) | Block::Notes(_) => None,
        })
    }
}

/// The company's policy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Policy {
    pub title: String,
    pub version: String,
    pub owner: Option<String>,
    /// `YYYY-MM-DD`.
    pub review_by: Option<String>,
    pub introduction: Html,
    pub groups: Vec<ClauseGroup>,
}

impl Policy {
    /// Every clause, in policy order.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.groups.iter().flat_map(|group| &group.clauses)
    }
}

/// Clauses under one heading.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ClauseGroup {
    pub id: String,
    pub title: String,
    pub introduction: Html,
    pub clauses: Vec<Clause>,
}

/// One rule, right or piece of advice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Clause {
    /// LETTERS-NUMBER.
    pub id: String,
    pub title: String,
    pub text: Html,
    /// Title and text without markup, a line a block or item of a list.
    pub words: String,
    /// Must be mastered.
    pub critical: bool,
    /// Protects the employee.
    pub yours: bool,
    /// Advice, never a rule.
    pub guidance: bool,
}

impl Clause {
    /// Changes exactly when the clause's words do.
    pub fn fingerprint(&self) -> String {
        fingerprint_of_words(&self.words)
    }
}

/// The words of the field.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Glossary {
    pub title: String,
    pub introduction: Html,
    pub terms: Vec<Term>,
}

/// A term and what it means. Its JSON is part of the glossary file that a browser loads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    pub id: String,
    pub name: String,
    pub meaning: Html,
}

/// A platform and what is known of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Platform {
    pub id: String,
    pub name: String,
    /// What a name looks like there, as in `@user@server`.
    pub handle: Option<String>,
    pub counting: Option<Counting>,
    pub facts: Vec<Fact>,
}

/// What one post may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counting {
    pub unit: CountingUnit,
    pub limit: u32,
    /// What any link counts as.
    pub link: Option<u32>,
}

/// What counts as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountingUnit {
    Character,
    Grapheme,
    Utf16,
    Weighted,
}

/// A dated fact. Days are `YYYY-MM-DD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub id: String,
    pub text: String,
    pub source: String,
    pub as_of: String,
    pub review_by: String,
    pub confidence: Confidence,
}

/// How sure a fact is. Only verified facts may decide a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    Verified,
    /// Sources contradict each other.
    Conflict,
    Unverified,
}
