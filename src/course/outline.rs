//! The course files that a browser loads: the outline (all modules, no text), one
//! file a lesson (its questions), the policy's words, the glossary. This is the only
//! place that says their form.
//!
//! Form 2: the structs below as JSON; a field at its default is left out. Form 1
//! had no recall days, variants, polls, texts of clauses, addresses of lesson files,
//! nor the prompts of questions; there was no file of the policy nor of the glossary.

use serde::{Deserialize, Serialize};

use super::model::{Question, Term};

/// The form that this version writes and reads.
pub const FORM: u32 = 2;

/// What a browser knows of the whole course.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    pub form: u32,
    /// Progress is kept under it.
    pub id: String,
    pub title: String,
    pub language: String,
    pub pass: u32,
    /// Days after a lesson on which it is recalled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recall_days: Vec<u32>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub policy_version: String,
    /// The public keys (Ed25519, base64url) of those who assign this course.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    pub modules: Vec<OutlineModule>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<OutlineClause>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineModule {
    pub id: String,
    pub title: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub choose_any: bool,
    pub lessons: Vec<OutlineLesson>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineLesson {
    pub id: String,
    pub title: String,
    /// Seen from the site's root.
    pub address: String,
    pub minutes: u32,
    /// The file with its questions, seen from the site's root; empty where it has none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// Without the variants, which stand with the question they vary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<OutlineQuestion>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineQuestion {
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u32,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub revision: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub critical: bool,
    /// Nothing is graded.
    #[serde(default, skip_serializing_if = "is_default")]
    pub poll: bool,
    /// The same objective in other words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub variants: Vec<OutlineVariant>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineVariant {
    pub id: String,
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub revision: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OutlineClause {
    pub id: String,
    pub title: String,
    /// Fingerprint of its words (`Clause::fingerprint`): another one means that the clause says something else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub critical: bool,
}

/// The words of the policy, for the page on which its clauses are acknowledged.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyFile {
    pub form: u32,
    pub clauses: Vec<ClauseWords>,
}

/// A clause's title and text without markup, a line a block or item of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseWords {
    pub id: String,
    pub words: String,
}

/// The glossary, for the popover on a term.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GlossaryFile {
    pub form: u32,
    pub terms: Vec<Term>,
}

/// The questions of one lesson, and the variants of each, wherever they were written.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LessonFile {
    pub form: u32,
    pub questions: Vec<Question>,
}

impl LessonFile {
    /// The question with this id, and behind it its variants. Empty where it is not there.
    pub fn family(&self, id: &str) -> Vec<Question> {
        let question = self.questions.iter().find(|question| question.id == id);
        let is_variant = |question: &&Question| question.variant_of.as_deref() == Some(id);
        let variants = self.questions.iter().filter(is_variant);
        question
            .map(|question| std::iter::once(question).chain(variants).cloned().collect())
            .unwrap_or_default()
    }
}

impl Outline {
    /// Every lesson, in course order.
    pub fn lessons(&self) -> impl Iterator<Item = &OutlineLesson> {
        self.modules.iter().flat_map(|module| &module.lessons)
    }

    /// The lessons of the modules that everybody takes.
    pub fn core_lessons(&self) -> impl Iterator<Item = &OutlineLesson> {
        self.modules.iter().filter(|module| !module.choose_any).flat_map(|module| &module.lessons)
    }

    /// Every question, in course order.
    pub fn questions(&self) -> impl Iterator<Item = &OutlineQuestion> {
        self.lessons().flat_map(|lesson| &lesson.questions)
    }

    /// The question with this id; variants stand with the question they vary.
    pub fn question(&self, id: &str) -> Option<&OutlineQuestion> {
        self.questions().find(|question| question.id == id)
    }

    /// The lesson with this id.
    pub fn lesson(&self, id: &str) -> Option<&OutlineLesson> {
        self.lessons().find(|lesson| lesson.id == id)
    }

    /// The module of the lesson with this id.
    pub fn module_of(&self, lesson: &str) -> Option<&OutlineModule> {
        self.modules.iter().find(|module| module.lessons.iter().any(|known| known.id == lesson))
    }

    /// The clause with this id.
    pub fn clause(&self, id: &str) -> Option<&OutlineClause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }
}

fn one() -> u32 {
    1
}

fn is_one(number: &u32) -> bool {
    *number == 1
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
