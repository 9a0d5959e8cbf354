//! Learning events, and their form in storage. This is the only place that says that form.
//!
//! Form 2: one JSON object an event, `{"form":2,"at":…,"what":…}` and the fields of
//! [`What`]; a field at its default is left out. Form 1 knew `opened`, `read` and
//! `answered`, the last without `occasion` and `sure`.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The form that this version writes; it reads every form up to it.
pub const FORM: u32 = 2;

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
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
        #[serde(default, skip_serializing_if = "is_default")]
        occasion: Occasion,
        /// Whether the learner felt sure, said before the verdict.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sure: Option<bool>,
    },
    /// The pretest was gone through, or left out.
    Pretested {
        #[serde(default, skip_serializing_if = "is_default")]
        skipped: bool,
    },
    /// A recall was gone through.
    Recalled,
    /// A clause of the policy was received, with these words.
    Acknowledged { clause: String, version: String, words: String },
    /// A note on a lesson was written, in place of those with these ids.
    Noted { lesson: String, text: String, replaces: Vec<String> },
    /// A bookmark on a lesson was set, or taken away.
    Bookmarked { lesson: String, set: bool },
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

#[derive(Serialize)]
struct RecordOut<'a> {
    form: u32,
    at: i64,
    #[serde(flatten)]
    what: &'a What,
}

#[derive(Deserialize)]
struct RecordIn {
    at: i64,
    #[serde(flatten)]
    what: What,
}

#[derive(Deserialize)]
struct FormOnly {
    form: u32,
}

impl Event {
    /// The event as it is stored, without its id, which is its key.
    pub fn to_record(&self) -> String {
        let record = RecordOut { form: FORM, at: self.at, what: &self.what };
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// Reads an event from its key's last part and its record.
    pub fn from_record(id: &str, record: &str) -> Result<Self, Unreadable> {
        let form = serde_json::from_str::<FormOnly>(record).map_err(|_| Unreadable::Damaged)?.form;
        if form > FORM {
            return Err(Unreadable::Newer);
        }
        let id = EventId::parse(id).ok_or(Unreadable::Damaged)?;
        let record: RecordIn = serde_json::from_str(record).map_err(|_| Unreadable::Damaged)?;
        Ok(Self { id, at: record.at, what: record.what })
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
            r#"{"form":2,"at":5,"what":"answered","question":"q","revision":2,"chosen":["a"],"earned":1,"possible":3,"occasion":"recall","sure":false}"#
        );
        assert_eq!(Event::from_record("12-ab12-x", &record), Ok(event));
    }

    #[test]
    fn a_newer_record_is_told_from_a_damaged_one() {
        let newer = r#"{"form":3,"when":"2030","what":"dreamt"}"#;
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
