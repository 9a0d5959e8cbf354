//! A receipt: what a learner reached, as it leaves the browser. This is the only place
//! that says its form.
//!
//! Form 1: `{"receipt":{…},"signature":"…"}`, the fields of [`Receipt`] in this order, without
//! blanks; a field at its default is left out. The id is the SHA-256 of the receipt
//! without its id, in 32 hexadecimal digits (the first half): the same standing of the same
//! learner is the same receipt, however often it is made. The signature (Ed25519, base64url)
//! is over the text of the receipt, byte by byte, and may be missing.
//!
//! How it is made from events is in `making`, how it leaves (a file, a block in a mail, a
//! line that fits into a QR code) in `writing`, how it is found in any text in `reading`.

pub mod making;
pub mod packing;
pub mod reading;
pub mod writing;

use serde::{Deserialize, Serialize};

use super::assignment::Assignment;
use crate::learning::day::Day;

/// The form that this version writes; it reads every form up to it.
pub const FORM: u32 = 1;

/// What a learner reached in what was assigned, at the moment of the latest event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    pub form: u32,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    pub course: CourseVersion,
    /// What was assigned; nothing where the learner took the course unasked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Accepted>,
    /// The name that the learner gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub learner: String,
    pub state: State,
    /// The pass mark in percent.
    pub pass: u32,
    /// Of the clauses (in a course without a policy, the questions) that count: all of
    /// them, how many are needed, how many are mastered.
    pub assigned: usize,
    pub needed: usize,
    pub mastered: usize,
    /// How often a question was answered.
    pub attempts: usize,
    pub modules: Vec<ModuleScore>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<ClauseScore>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub acknowledged: Vec<AcknowledgedClause>,
    /// The first and the latest event, in milliseconds since 1970 by the learner's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latest: Option<i64>,
    /// The day of the pass, where the learner was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passed: Option<Day>,
    /// Minutes by which the learner's clock was ahead of UTC.
    #[serde(default, skip_serializing_if = "is_default")]
    pub minutes_ahead: i64,
    /// The version of this program.
    pub engine: String,
    /// The public key of the browser profile that signed it, base64url.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
}

/// Which course, and as it was when.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourseVersion {
    pub id: String,
    pub title: String,
    /// The SHA-256 of the outline, its first 16 hexadecimal digits.
    pub version: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub policy_version: String,
}

/// An assignment that a learner accepted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepted {
    pub assignment: Assignment,
    /// Days of the learner's own calendar.
    pub opened: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Day>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    #[default]
    NotStarted,
    InProgress,
    Passed,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModuleScore {
    pub id: String,
    pub lessons: usize,
    pub lessons_done: usize,
    pub questions: usize,
    pub right: usize,
    pub right_at_first_try: usize,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClauseScore {
    pub id: String,
    /// The fingerprint of its words (`OutlineClause::text`).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    pub mastery: ClauseMastery,
}

/// `learning::mastery::Mastery` as it is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClauseMastery {
    #[default]
    New,
    Missed,
    Once,
    Mastered,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AcknowledgedClause {
    pub clause: String,
    /// The version of the policy.
    pub version: String,
    /// The SHA-256 of the words that were shown, its first 16 hexadecimal digits.
    pub words: String,
    /// Milliseconds since 1970, by the learner's clock.
    pub at: i64,
}

/// A receipt with its signature, as a file holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    pub receipt: Receipt,
    /// Ed25519, base64url.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub signature: String,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
