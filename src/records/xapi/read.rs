//! Statements of a course, as an LRS gives them back, arranged by person.
//!
//! An LRS holds what other programs said too: whatever is not ours is passed over.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::names::{self, Names};
use super::statement::{Account, Statement};
use crate::learning::event::{Event, EventId, Occasion, What};
use crate::records::moment;

/// One page of statements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    pub statements: Vec<Statement>,
    /// Where the next page is (`requests::further`); empty behind the last.
    pub more: String,
    /// How many are of a form that we do not know.
    pub foreign: usize,
}

#[derive(Deserialize)]
struct WrittenPage {
    statements: Vec<Value>,
    #[serde(default)]
    more: Option<String>,
}

/// Reads a page. None where it is something else than an LRS's answer.
pub fn page(text: &str) -> Option<Page> {
    let written: WrittenPage = serde_json::from_str(text).ok()?;
    let all = written.statements.len();
    let statements: Vec<Statement> =
        written.statements.into_iter().filter_map(|found| serde_json::from_value(found).ok()).collect();
    Some(Page { foreign: all - statements.len(), more: written.more.unwrap_or_default(), statements })
}

/// What an LRS knows of one person on one course.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Person {
    pub account: Account,
    /// Lessons opened and read, questions answered: what progress is folded from.
    pub events: Vec<Event>,
    pub acknowledged: Vec<Acknowledged>,
    /// Modules by their id, the whole course under the empty one: when it was passed, and when
    /// it was gone through, in milliseconds since 1970.
    pub passed: BTreeMap<String, i64>,
    pub completed: BTreeMap<String, i64>,
}

/// A clause that was received.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acknowledged {
    pub clause: String,
    /// Of the policy.
    pub version: String,
    /// The SHA-256 of the words, in hexadecimal digits.
    pub words: String,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// Statements arranged by person, page after page: what they say is kept, not they themselves.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    people: BTreeMap<Account, Person>,
}

impl Reading {
    /// Takes the statements of a page; those that are not about this course are left out.
    pub fn take<'s>(&mut self, statements: impl IntoIterator<Item = &'s Statement>, names: &Names) {
        for statement in statements {
            let account = &statement.actor.account;
            let found = said(statement, names).zip(moment::read(&statement.timestamp));
            if let Some((said, at)) = found.filter(|_| !account.name.is_empty()) {
                let person = self.people.entry(account.clone()).or_default();
                person.account = account.clone();
                person.add(said, at);
            }
        }
    }

    /// Everybody, in the order of their accounts. What was said twice counts once.
    pub fn people(self) -> Vec<Person> {
        let mut people: Vec<Person> = self.people.into_values().collect();
        for person in &mut people {
            person.events.sort_unstable();
            person.events.dedup_by(|later, earlier| later.id == earlier.id);
        }
        people
    }
}

impl Person {
    fn add(&mut self, said: Said, at: i64) {
        let first = |moments: &mut BTreeMap<String, i64>, id: String| {
            let known = moments.entry(id).or_insert(at);
            *known = at.min(*known);
        };
        match said {
            Said::Passed(id) => first(&mut self.passed, id),
            Said::Completed(id) => first(&mut self.completed, id),
            Said::Acknowledged { clause, version, words } => {
                self.acknowledged.push(Acknowledged { clause, version, words, at });
            }
            Said::Did(id, what) => self.events.push(Event { id, at, what }),
        }
    }
}

/// What a statement of ours says.
#[derive(Debug)]
enum Said {
    /// A module, or the course under the empty id.
    Passed(String),
    Completed(String),
    Acknowledged {
        clause: String,
        version: String,
        words: String,
    },
    Did(EventId, What),
}

/// None where it is another program's.
fn said(statement: &Statement, names: &Names) -> Option<Said> {
    let (folder, id) = names.read(&statement.object.id)?;
    let what = match (statement.verb.id.as_str(), folder) {
        (names::PASSED, "" | "modules") => return Some(Said::Passed(id)),
        (names::COMPLETED, "" | "modules") => return Some(Said::Completed(id)),
        (names::ACKNOWLEDGED, "clauses") => {
            let extensions = &statement.result.as_ref()?.extensions;
            let text = |name| Some(extensions.get(&names.extension(name))?.as_str()?.to_owned());
            let (version, words) = (text("policy-version")?, text("words-sha256")?);
            return Some(Said::Acknowledged { clause: id, version, words });
        }
        (names::ATTEMPTED, "lessons") => What::Opened { lesson: id },
        (names::EXPERIENCED, "lessons") => What::Read { lesson: id },
        (names::ANSWERED, "questions") => answered(statement, id, names)?,
        _ => return None,
    };
    let event = statement.context.extensions.get(&names.extension("event"))?.as_str()?;
    Some(Said::Did(EventId::parse(event)?, what))
}

fn answered(statement: &Statement, question: String, names: &Names) -> Option<What> {
    let noted = |name: &str| statement.context.extensions.get(&names.extension(name)).cloned();
    let score = statement.result.as_ref().and_then(|result| result.score);
    let points = |points: f64| (points.clamp(0.0, f64::from(u32::MAX))) as u32;
    let occasion: Option<Occasion> = noted("occasion").and_then(|found| serde_json::from_value(found).ok());
    Some(What::Answered {
        question,
        revision: statement.context.revision.parse().ok()?,
        chosen: serde_json::from_value(noted("chosen")?).ok()?,
        earned: score.map_or(0, |score| points(score.raw)),
        possible: score.map_or(0, |score| points(score.max)),
        occasion: occasion.unwrap_or_default(),
        sure: noted("sure").and_then(|sure| sure.as_bool()),
    })
}
