//! A question as its author means it: what is asked, what is right, and why.

use serde::{Deserialize, Serialize};

use super::Html;

/// How a question is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One option is right: radio buttons.
    One,
    /// All that apply: checkboxes.
    Many,
    /// A few words, typed.
    Text,
    /// A number, typed.
    Number,
    /// Steps to be put in order.
    Order,
    /// Pairs to be put together.
    Match,
    /// No answer is right: nothing is graded.
    Poll,
    /// Would you post it? One of the four verdicts.
    Scenario,
}

impl Kind {
    /// Whether an answer can be right or wrong.
    pub fn is_graded(self) -> bool {
        self != Kind::Poll
    }
}

/// A question or a scenario. Its JSON is part of the lesson file that a browser loads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    pub id: String,
    pub kind: Kind,
    /// Plain text of the heading.
    pub title: String,
    /// The level of its heading, 1 to 6.
    #[serde(skip)]
    pub level: usize,
    /// The situation or question text under the heading.
    #[serde(skip_serializing_if = "Html::is_empty", default)]
    pub prompt: Html,
    /// A scenario's draft, shown as a post card.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub draft: Option<Html>,
    /// Name of the platform a draft is meant for.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub platform: Option<String>,
    pub options: Vec<Choice>,
    /// The draft as it could be posted.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub fixed: Option<Html>,
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub hints: Vec<Html>,
    /// Shown once the question is answered.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub why: Option<Html>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clause: Option<String>,
    pub weight: u32,
    /// How often it may be answered; none means any number of times.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub attempts: Option<u32>,
    pub revision: u32,
    pub critical: bool,
    /// The question that this one asks in other words. Lessons do not show a variant;
    /// a retry or a recall draws it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub variant_of: Option<String>,
    /// How far from a right number an answer may be.
    #[serde(skip_serializing_if = "is_zero", default)]
    pub tolerance: f64,
}

/// An option of a question: of `.text` and `.number` an answer that was foreseen,
/// of `.order` a step (in the right order), of `.match` a pair.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    pub id: String,
    pub text: Html,
    /// Its feedback.
    #[serde(skip_serializing_if = "Html::is_empty", default)]
    pub reason: Html,
    pub right: bool,
    /// What must be typed for it: folded words of a `.text` answer (`learning::typed`),
    /// the number of a `.number` one.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub accepts: String,
    /// The right-hand words of a pair, without markup.
    #[serde(skip_serializing_if = "String::is_empty", default)]
    pub partner: String,
}

fn is_zero(number: &f64) -> bool {
    *number == 0.0
}

/// The answer to "would you post it?".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Verdict {
    /// Fine as it is.
    Post,
    /// Change it, then post.
    Fix,
    /// Do not post it.
    Dont,
    /// Personal or legally protected: the company has no say.
    Yours,
}

impl Verdict {
    /// All four, in the order they are shown.
    pub const ALL: [Verdict; 4] = [Verdict::Post, Verdict::Fix, Verdict::Dont, Verdict::Yours];

    /// As a course file writes it.
    pub fn word(self) -> &'static str {
        match self {
            Verdict::Post => "POST",
            Verdict::Fix => "FIX",
            Verdict::Dont => "DON'T",
            Verdict::Yours => "YOURS",
        }
    }

    /// The id of its option.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Post => "post",
            Verdict::Fix => "fix",
            Verdict::Dont => "dont",
            Verdict::Yours => "yours",
        }
    }

    /// Reads a course file's word; a typographic apostrophe is as good as a straight one.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().replace('’', "'");
        Self::ALL.into_iter().find(|verdict| verdict.word() == word)
    }

    /// The verdict whose option has this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|verdict| verdict.id() == id)
    }
}
