//! Learning events, and their form in storage. This is the only place that says that form.
//!
//! Form 3: one JSON object an event, `{"form":3,"at":…,"what":…}` and the fields of
//! [`What`]; a field at its default is left out. Form 2 had no `assigned`. Form 1 knew
//! `opened`, `read` and `answered`, the last without `occasion` and `sure`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The form that this version writes; it reads every form up to it.
pub const FORM: u32 = 3;

/// What makes an event unique, on all devices.
///
/// The counter is one more than any that the device had seen, so that order does
/// not depend on clocks. The tab's name keeps two tabs apart that count at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId {
    pub counter: u64,
    pub device: String,
    pub tab: String,
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{}", self.counter, self.device, self.tab)
    }
}

impl EventId {
    /// Reads what `Display` wrote.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (counter, device, tab) = (parts.next()?, parts.next()?, parts.next()?);
        let named = |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if parts.next().is_some() || !named(device) || !named(tab) {
            return None;
        }
        let id = Self { counter: counter.parse().ok()?, device: device.to_owned(), tab: tab.to_owned() };
        // One id has one spelling: `007-a-b` would be a second one.
        (id.to_string() == text).then_some(id)
    }
}

/// Something that a learner did.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Event {
    pub id: EventId,
    /// Milliseconds since 1970, by the device's clock.
    pub at: i64,
    pub what: What,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A lesson was opened.
    Opened { lesson: String },
    /// A lesson without questions was left by its end.
    Read { lesson: String },
    /// A question was answered, and graded as it stood then.
    Answered {
        question: String,
        revision: u32,
        /// Ids of the options, in the learner's order; what was typed; `LEFT=RIGHT` for each
        /// pair. Nothing means "I don't know".
        chosen: Vec<String>,
        earned: u32,
        /// Nothing, where nothing is graded.
        possible: u32,
        occasion: Occasion,
        /// Whether the learner felt sure, said before the verdict.
        sure: Option<bool>,
    },
    /// The pretest was gone through, or left out.
    Pretested { skipped: bool },
    /// A recall was gone through.
    Recalled,
    /// A clause of the policy was received, with these words.
    Acknowledged { clause: String, version: String, words: String },
    /// A note on a lesson was written, in place of those with these ids.
    Noted { lesson: String, text: String, replaces: Vec<String> },
    /// A bookmark on a lesson was set, or taken away.
    Bookmarked { lesson: String, set: bool },
    /// The link of an assignment was accepted, or put away. `link` is its payload as it
    /// came; `opened` is when it was first seen here, in milliseconds since 1970.
    Assigned { link: String, opened: i64, set: bool },
}

/// Where a question was asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    #[default]
    Lesson,
    /// Before the first lesson: a wrong answer counts for nothing.
    Pretest,
    /// What is still missing for the pass, or to test out of a module.
    Practice,
    Recall,
}

impl Occasion {
    /// All, in the order of their numbers in a pack.
    pub const ALL: [Occasion; 4] =
        [Occasion::Lesson, Occasion::Pretest, Occasion::Practice, Occasion::Recall];
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// Why a record is no event for this version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unreadable {
    /// A newer version wrote it; that version will read it again.
    Newer,
    /// It is not what any version writes.
    Damaged,
}

/// A record as it is written: the fields of all events, each where it belongs. One flat
/// struct is read by far less code than an enum, and the front end carries it.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    form: u32,
    at: Option<i64>,
    what: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    lesson: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    chosen: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    earned: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    possible: Option<u32>,
    #[serde(skip_serializing_if = "is_default")]
    occasion: Occasion,
    #[serde(skip_serializing_if = "Option::is_none")]
    sure: Option<bool>,
    #[serde(skip_serializing_if = "is_default")]
    skipped: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    replaces: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    set: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    opened: Option<i64>,
}

impl From<&What> for Record {
    fn from(what: &What) -> Self {
        let named = |what: &str| Self { what: what.to_owned(), ..Self::default() };
        match what.clone() {
            What::Opened { lesson } => Self { lesson: Some(lesson), ..named("opened") },
            What::Read { lesson } => Self { lesson: Some(lesson), ..named("read") },
            What::Answered { question, revision, chosen, earned, possible, occasion, sure } => Self {
                question: Some(question),
                revision: Some(revision),
                chosen: Some(chosen),
                earned: Some(earned),
                possible: Some(possible),
                occasion,
                sure,
                ..named("answered")
            },
            What::Pretested { skipped } => Self { skipped, ..named("pretested") },
            What::Recalled => named("recalled"),
            What::Acknowledged { clause, version, words } => Self {
                clause: Some(clause),
                version: Some(version),
                words: Some(words),
                ..named("acknowledged")
            },
            What::Noted { lesson, text, replaces } => {
                Self { lesson: Some(lesson), text: Some(text), replaces: Some(replaces), ..named("noted") }
            }
            What::Bookmarked { lesson, set } => {
                Self { lesson: Some(lesson), set: Some(set), ..named("bookmarked") }
            }
            What::Assigned { link, opened, set } => {
                Self { link: Some(link), opened: Some(opened), set: Some(set), ..named("assigned") }
            }
        }
    }
}

impl Record {
    /// What the record says. None where a field is missing.
    fn what(self) -> Option<What> {
        Some(match self.what.as_str() {
            "opened" => What::Opened { lesson: self.lesson? },
            "read" => What::Read { lesson: self.lesson? },
            "answered" => What::Answered {
                question: self.question?,
                revision: self.revision?,
                chosen: self.chosen?,
                earned: self.earned?,
                possible: self.possible?,
                occasion: self.occasion,
                sure: self.sure,
            },
            "pretested" => What::Pretested { skipped: self.skipped },
            "recalled" => What::Recalled,
            "acknowledged" => {
                What::Acknowledged { clause: self.clause?, version: self.version?, words: self.words? }
            }
            "noted" => What::Noted { lesson: self.lesson?, text: self.text?, replaces: self.replaces? },
            "bookmarked" => What::Bookmarked { lesson: self.lesson?, set: self.set? },
            "assigned" => What::Assigned { link: self.link?, opened: self.opened?, set: self.set? },
            _ => return None,
        })
    }
}

#[derive(Deserialize)]
struct FormOnly {
    form: u32,
}

/// The form that a record names, whatever else it holds.
pub fn form_of(record: &str) -> Option<u32> {
    serde_json::from_str::<FormOnly>(record).ok().map(|only| only.form)
}

impl Event {
    /// The event as it is stored, without its id, which is its key.
    pub fn to_record(&self) -> String {
        let record = Record { form: FORM, at: Some(self.at), ..Record::from(&self.what) };
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// Reads an event from its key's last part and its record.
    pub fn from_record(id: &str, record: &str) -> Result<Self, Unreadable> {
        if form_of(record).ok_or(Unreadable::Damaged)? > FORM {
            return Err(Unreadable::Newer);
        }
        let read = || {
            let id = EventId::parse(id)?;
            let record: Record = serde_json::from_str(record).ok()?;
            Some(Self { id, at: record.at?, what: record.what()? })
        };
        read().ok_or(Unreadable::Damaged)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id() -> EventId {
        EventId { counter: 12, device: "ab12".into(), tab: "x".into() }
    }

    #[test]
    fn an_event_comes_back_from_its_record() {
        let what = What::Answered {
            question: "q".into(),
            revision: 2,
            chosen: vec!["a".into()],
            earned: 1,
            possible: 3,
            occasion: Occasion::Recall,
            sure: Some(false),
        };
        let event = Event { id: id(), at: 5, what };
        let record = event.to_record();
        assert_eq!(
            record,
            r#"{"form":3,"at":5,"what":"answered","question":"q","revision":2,"chosen":["a"],"earned":1,"possible":3,"occasion":"recall","sure":false}"#
        );
        assert_eq!(Event::from_record("12-ab12-x", &record), Ok(event));
    }

    #[test]
    fn a_newer_record_is_told_from_a_damaged_one() {
        let newer = r#"{"form":4,"when":"2030","what":"dreamt"}"#;
        assert_eq!(Event::from_record("12-ab12-x", newer), Err(Unreadable::Newer));
        for damaged in
            ["", "{", "null", "[]", r#"{"form":1}"#, r#"{"form":1,"at":1,"what":"dreamt"}"#, r#"{"form":-1}"#]
        {
            assert_eq!(Event::from_record("12-ab12-x", damaged), Err(Unreadable::Damaged), "{damaged}");
        }
    }

    #[test]
    fn an_id_has_one_spelling() {
        assert_eq!(EventId::parse("12-ab12-x"), Some(id()));
        for wrong in ["012-ab12-x", "+12-ab12-x", "12-ab12", "12--x", "12-ab12-x-y", "12-ab 12-x", "-1-a-b"] {
            assert_eq!(EventId::parse(wrong), None, "{wrong}");
        }
    }
}
