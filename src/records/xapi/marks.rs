//! What has arrived at the LRS, and what it refused. This is the only place that says the
//! form in which that is kept.
//!
//! Form 1: `{"form":1,"delivered":{"DEVICE-TAB":"1-40 42"},"milestones":[…],"refused":{KEY:…}}`.
//! `delivered` has the counters of events, those that follow each other as a range. What is
//! missing here is sent again, and the LRS knows it by its id: losing a mark loses nothing.
//! Two sets of marks merge by union.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::learning::event::EventId;

const FORM: u32 = 1;
/// Of an LRS's own words, so many letters are kept.
const LONGEST_REASON: usize = 300;

/// What a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    Event(EventId),
    /// The name of what was reached.
    Milestone(String),
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Key::Event(id) => id.fmt(f),
            Key::Milestone(name) => f.write_str(name),
        }
    }
}

/// Why the LRS took a statement for wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The status that it answered with.
    pub status: u16,
    /// Its own words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// What it was about, in words for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
}

/// What has arrived, and what was refused.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// Counters by `DEVICE-TAB`.
    delivered: BTreeMap<String, BTreeSet<u64>>,
    milestones: BTreeSet<String>,
    /// By the text of the key.
    refused: BTreeMap<String, Refused>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Record {
    form: u32,
    delivered: BTreeMap<String, String>,
    milestones: BTreeSet<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    refused: BTreeMap<String, Refused>,
}

fn origin(id: &EventId) -> String {
    format!("{}-{}", id.device, id.tab)
}

impl Marks {
    /// Notes that a statement has arrived.
    pub fn deliver(&mut self, key: &Key) {
        self.refused.remove(&key.to_string());
        match key {
            Key::Event(id) => drop(self.delivered.entry(origin(id)).or_default().insert(id.counter)),
            Key::Milestone(name) => drop(self.milestones.insert(name.clone())),
        }
    }

    /// Sets a statement aside that the LRS takes for wrong.
    pub fn refuse(&mut self, key: &Key, refused: Refused) {
        let reason = refused.reason.chars().take(LONGEST_REASON).collect();
        self.refused.insert(key.to_string(), Refused { reason, ..refused });
    }

    /// Whether it has arrived.
    pub fn has_arrived(&self, key: &Key) -> bool {
        match key {
            Key::Event(id) => {
                self.delivered.get(&origin(id)).is_some_and(|counters| counters.contains(&id.counter))
            }
            Key::Milestone(name) => self.milestones.contains(name),
        }
    }

    /// Whether it still has to be sent.
    pub fn is_waiting(&self, key: &Key) -> bool {
        !self.has_arrived(key) && !self.refused.contains_key(&key.to_string())
    }

    /// Lets everything that was refused be sent once more.
    pub fn try_again(&mut self) {
        self.refused.clear();
    }

    /// How many have arrived.
    pub fn delivered(&self) -> usize {
        self.delivered.values().map(BTreeSet::len).sum::<usize>() + self.milestones.len()
    }

    /// What was refused, by what it is known by.
    pub fn refused(&self) -> impl ExactSizeIterator<Item = (&str, &Refused)> {
        self.refused.iter().map(|(key, refused)| (key.as_str(), refused))
    }

    /// Takes over what another tab or browser knows.
    pub fn merge(&mut self, other: Self) {
        for (origin, counters) in other.delivered {
            self.delivered.entry(origin).or_default().extend(counters);
        }
        self.milestones.extend(other.milestones);
        self.refused.extend(other.refused);
        let (delivered, milestones) = (&self.delivered, &self.milestones);
        self.refused.retain(|key, _| match EventId::parse(key) {
            Some(id) => !delivered.get(&origin(&id)).is_some_and(|counters| counters.contains(&id.counter)),
            None => !milestones.contains(key),
        });
    }

    /// Reads what [`Marks::to_record`] wrote. Of what is damaged or newer, nothing is known:
    /// then everything is sent again.
    pub fn from_record(record: &str) -> Self {
        let Some(record) = serde_json::from_str(record).ok().filter(|record: &Record| record.form <= FORM)
        else {
            return Self::default();
        };
        Self {
            delivered: record
                .delivered
                .iter()
                .map(|(origin, text)| (origin.clone(), counters(text)))
                .collect(),
            milestones: record.milestones,
            refused: record.refused,
        }
    }

    pub fn to_record(&self) -> String {
        let delivered =
            self.delivered.iter().map(|(origin, counters)| (origin.clone(), ranges(counters))).collect();
        let (milestones, refused) = (self.milestones.clone(), self.refused.clone());
        serde_json::to_string(&Record { form: FORM, delivered, milestones, refused }).unwrap_or_default()
    }
}

/// Counters as ranges: `1-40 42`.
fn ranges(counters: &BTreeSet<u64>) -> String {
    let mut ranges: Vec<(u64, u64)> = Vec::new();
    for counter in counters {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == *counter => *last = *counter,
            _ => ranges.push((*counter, *counter)),
        }
    }
    let written = ranges.iter().map(|(first, last)| match first == last {
        true => first.to_string(),
        false => format!("{first}-{last}"),
    });
    written.collect::<Vec<_>>().join(" ")
}

/// Reads what [`ranges`] wrote; what is something else is left out.
fn counters(text: &str) -> BTreeSet<u64> {
    /// No tab counts further: a damaged range must not fill the memory.
    const LONGEST: u64 = 1_000_000;
    let mut counters = BTreeSet::new();
    for range in text.split(' ') {
        let (first, last) = range.split_once('-').unwrap_or((range, range));
        if let (Ok(first), Ok(last)) = (first.parse::<u64>(), last.parse::<u64>())
            && last.saturating_sub(first) < LONGEST
        {
            counters.extend(first..=last);
        }
    }
    counters
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(counter: u64, tab: &str) -> Key {
        Key::Event(EventId { counter, device: "d".into(), tab: tab.into() })
    }

    #[test]
    fn marks_are_compact_and_come_back() {
        let mut marks = Marks::default();
        for counter in [3, 1, 2, 9] {
            marks.deliver(&key(counter, "t"));
        }
        marks.deliver(&Key::Milestone("passed course".into()));
        let refused = Refused { status: 400, reason: "no".into(), about: "answered: Q".into() };
        marks.refuse(&key(4, "u"), refused);
        let record = marks.to_record();
        assert_eq!(
            record,
            r#"{"form":1,"delivered":{"d-t":"1-3 9"},"milestones":["passed course"],"refused":{"4-d-u":{"status":400,"reason":"no","about":"answered: Q"}}}"#
        );
        assert_eq!(Marks::from_record(&record), marks);
        assert_eq!((marks.delivered(), marks.refused().len()), (5, 1));
        assert!(!marks.is_waiting(&key(4, "u")) && marks.is_waiting(&key(5, "u")));
        marks.try_again();
        assert!(marks.is_waiting(&key(4, "u")));
    }

    #[test]
    fn damaged_or_newer_marks_send_everything_again() {
        for record in [
            "",
            "{",
            r#"{"form":2,"delivered":{"d-t":"1"}}"#,
            r#"{"form":1,"delivered":{"d-t":"1-99999999999"}}"#,
        ] {
            assert_eq!(Marks::from_record(record).delivered(), 0, "{record}");
        }
    }

    fn any_marks() -> impl Strategy<Value = Marks> {
        prop::collection::vec((0..30_u64, "[ab]", any::<bool>()), 0..20).prop_map(|found| {
            let mut marks = Marks::default();
            for (counter, tab, arrived) in found {
                match arrived {
                    true => marks.deliver(&key(counter, &tab)),
                    false if marks.is_waiting(&key(counter, &tab)) => {
                        marks.refuse(&key(counter, &tab), Refused { status: 400, ..Refused::default() });
                    }
                    false => {}
                }
            }
            marks
        })
    }

    proptest! {
        #[test]
        fn marks_merge_as_sets_do(one in any_marks(), other in any_marks()) {
            let mut merged = one.clone();
            merged.merge(other.clone());
            let mut turned = other.clone();
            turned.merge(one.clone());
            prop_assert_eq!(&merged, &turned);
            prop_assert_eq!(&Marks::from_record(&merged.to_record()), &merged);
            merged.merge(one);
            prop_assert_eq!(merged, turned);
        }
    }
}
