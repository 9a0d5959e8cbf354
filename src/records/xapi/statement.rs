//! A statement, as far as this program says and reads one. A field without a value is left
//! out, because statements have no nulls; what others add is passed over.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// By language, `en` or `de-AT`.
pub type LanguageMap = BTreeMap<String, String>;

/// By IRI.
pub type Extensions = BTreeMap<String, Value>;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    #[serde(default)]
    pub id: String,
    pub actor: Actor,
    pub verb: Verb,
    pub object: Activity,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<StatementResult>,
    #[serde(default, skip_serializing_if = "Context::is_empty")]
    pub context: Context,
    /// RFC 3339, UTC.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub timestamp: String,
}

/// Who: an account that the company gave, never a mailbox.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Actor {
    #[serde(default)]
    pub account: Account,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Whose accounts these are (an IRI).
    pub home_page: String,
    /// The person's id there.
    pub name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Verb {
    pub id: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub display: LanguageMap,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    #[serde(default)]
    pub id: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<Definition>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Definition {
    #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
    pub kind: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub name: LanguageMap,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub description: LanguageMap,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub interaction_type: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correct_responses_pattern: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Component>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub source: Vec<Component>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub target: Vec<Component>,
}

/// An option of an interaction.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Component {
    pub id: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub description: LanguageMap,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementResult {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub score: Option<Score>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub success: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completion: Option<bool>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub response: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: Extensions,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Score {
    #[serde(default)]
    pub scaled: f64,
    #[serde(default)]
    pub raw: f64,
    #[serde(default)]
    pub min: f64,
    #[serde(default)]
    pub max: f64,
}

impl Score {
    /// So many of so many. None where there was nothing to reach.
    pub fn of(reached: usize, all: usize) -> Option<Self> {
        let (raw, max) = (reached.min(all) as f64, all as f64);
        // Four digits are compared alike by all that read them.
        (all > 0).then(|| Self { scaled: (raw / max * 1e4).round() / 1e4, raw, min: 0.0, max })
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Context {
    /// A UUID.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub registration: String,
    #[serde(default, skip_serializing_if = "ContextActivities::is_empty")]
    pub context_activities: ContextActivities,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub revision: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub platform: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub language: String,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub extensions: Extensions,
}

impl Context {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ContextActivities {
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parent: Vec<Activity>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grouping: Vec<Activity>,
}

impl ContextActivities {
    fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Statement {
    /// Whether another one, as an LRS gives it back, says that the same person did the same.
    /// Words around it may have changed since it was first sent.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.id.eq_ignore_ascii_case(&other.id)
            && self.actor.account == other.actor.account
            && self.verb.id == other.verb.id
            && self.object.id == other.object.id
    }
}
