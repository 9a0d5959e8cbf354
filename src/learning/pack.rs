//! Packs: many old events as one record, so that ten years of study fit into a
//! browser's storage. This is the only place that says their form.
//!
//! A pack holds whole events, so it merges as events do: by union. Two tabs that pack
//! the same events make the same pack. A damaged pack loses only itself.
//!
//! Form 3: `{"form":3,"count":N,"texts":[…],"rows":[[…],…],"others":{ID:RECORD}}`. A row
//! is an event in numbers: what it is (0 opened, 1 read, 2 answered), counter, device and
//! tab (places in `texts`), time, both less those of the row before; then the lesson, or
//! question, revision, earned, possible, occasion, confidence (0 unsaid, 1 unsure, 2 sure)
//! and what was chosen. Other events are records as they were, in form 2
//! none that are assigned. Form 1 had no packs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::{Event, EventId, FORM, Occasion, Unreadable, What, form_of};
use crate::course::fingerprint::fingerprint;

/// What stands before the name of a pack where events have their id.
const PREFIX: &str = "pack-";
/// Events of a pack.
pub const EVENTS: usize = 500;
/// So many of the latest events stay records of their own.
const LOOSE: usize = 100;

#[derive(Debug, Default, Serialize, Deserialize)]
struct Written {
    form: u32,
    /// Of rows and others.
    count: usize,
    texts: Vec<String>,
    rows: Vec<Vec<i64>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    others: BTreeMap<String, String>,
}

/// A pack as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// It stands where an event has its id.
    pub id: String,
    pub record: String,
}

impl Pack {
    /// Packs events; the same events give the same pack.
    pub fn of<'e>(events: impl IntoIterator<Item = &'e Event>) -> Self {
        let mut events: Vec<&Event> = events.into_iter().collect();
        events.sort();
        let mut writing = Writing::default();
        for event in events {
            writing.add(event);
        }
        let mut written = writing.written;
        written.form = FORM;
        written.count = written.rows.len() + written.others.len();
        let record = serde_json::to_string(&written).unwrap_or_default();
        Self { id: format!("{PREFIX}{}", fingerprint(&record)), record }
    }

    /// Whether a record with this id is a pack.
    pub fn is_id(id: &str) -> bool {
        id.starts_with(PREFIX)
    }

    /// The events of a pack.
    pub fn events(record: &str) -> Result<Vec<Event>, Unreadable> {
        if form_of(record).ok_or(Unreadable::Damaged)? > FORM {
            return Err(Unreadable::Newer);
        }
        let written: Written = serde_json::from_str(record).map_err(|_| Unreadable::Damaged)?;
        let mut reading = Reading { texts: &written.texts, counter: 0, at: 0 };
        let mut events = Vec::with_capacity(written.count);
        for row in &written.rows {
            events.push(reading.row(row).ok_or(Unreadable::Damaged)?);
        }
        for (id, record) in &written.others {
            events.push(Event::from_record(id, record)?);
        }
        if events.len() == written.count { Ok(events) } else { Err(Unreadable::Damaged) }
    }
}

/// Packs of the events that are to be packed: all but the latest, as far as they fill packs.
pub fn of_old_events<'e>(loose: &[&'e Event]) -> Vec<(Pack, Vec<&'e Event>)> {
    let mut events = loose.to_vec();
    events.sort();
    let old = events.len().saturating_sub(LOOSE);
    let packs = events[..old].chunks_exact(EVENTS);
    packs.map(|events| (Pack::of(events.iter().copied()), events.to_vec())).collect()
}

#[derive(Debug, Default)]
struct Writing {
    written: Written,
    places: BTreeMap<String, i64>,
    counter: i64,
    at: i64,
}

impl Writing {
    fn add(&mut self, event: &Event) {
        let Some(rest) = self.rest_of_row(event) else {
            self.written.others.insert(event.id.to_string(), event.to_record());
            return;
        };
        let counter = i64::try_from(event.id.counter).unwrap_or(i64::MAX);
        let mut row = vec![
            rest.0,
            counter - self.counter,
            self.place(&event.id.device),
            self.place(&event.id.tab),
            event.at.wrapping_sub(self.at),
        ];
        row.extend(rest.1);
        (self.counter, self.at) = (counter, event.at);
        self.written.rows.push(row);
    }

    /// What a row is, and what stands behind its id and time. None for other events.
    fn rest_of_row(&mut self, event: &Event) -> Option<(i64, Vec<i64>)> {
        i64::try_from(event.id.counter).ok()?;
        Some(match &event.what {
            What::Opened { lesson } => (0, vec![self.place(lesson)]),
            What::Read { lesson } => (1, vec![self.place(lesson)]),
            What::Answered { question, revision, chosen, earned, possible, occasion, sure } => {
                let confidence = sure.map_or(0, |sure| 1 + i64::from(sure));
                let mut rest = vec![
                    self.place(question),
                    i64::from(*revision),
                    i64::from(*earned),
                    i64::from(*possible),
                    *occasion as i64,
                    confidence,
                ];
                rest.extend(chosen.iter().map(|option| self.place(option)));
                (2, rest)
            }
            _ => return None,
        })
    }

    fn place(&mut self, text: &str) -> i64 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = self.written.texts.len() as i64;
        self.written.texts.push(text.to_owned());
        self.places.insert(text.to_owned(), place);
        place
    }
}

struct Reading<'t> {
    texts: &'t [String],
    counter: i64,
    at: i64,
}

impl Reading<'_> {
    fn row(&mut self, row: &[i64]) -> Option<Event> {
        let [what, counter, device, tab, at, rest @ ..] = row else { return None };
        self.counter = self.counter.checked_add(*counter)?;
        self.at = self.at.wrapping_add(*at);
        let counter = u64::try_from(self.counter).ok()?;
        let id = EventId { counter, device: self.text(*device)?, tab: self.text(*tab)? };
        let what = match (what, rest) {
            (0, [lesson]) => What::Opened { lesson: self.text(*lesson)? },
            (1, [lesson]) => What::Read { lesson: self.text(*lesson)? },
            (2, [question, revision, earned, possible, occasion, confidence, chosen @ ..]) => {
                What::Answered {
                    question: self.text(*question)?,
                    revision: u32::try_from(*revision).ok()?,
                    chosen: chosen.iter().map(|option| self.text(*option)).collect::<Option<_>>()?,
                    earned: u32::try_from(*earned).ok()?,
                    possible: u32::try_from(*possible).ok()?,
                    occasion: *Occasion::ALL.get(usize::try_from(*occasion).ok()?)?,
                    sure: [None, Some(false), Some(true)].get(usize::try_from(*confidence).ok()?).copied()?,
                }
            }
            _ => return None,
        };
        Some(Event { id, at: self.at, what })
    }

    fn text(&self, place: i64) -> Option<String> {
        self.texts.get(usize::try_from(place).ok()?).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::progress::Progress;
    use crate::learning::samples::any_event;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn events_come_back_from_their_pack(events in prop::collection::vec(any_event(), 0..40)) {
            let mut expected = events.clone();
            expected.sort();
            let mut read = Pack::events(&Pack::of(&events).record).expect("a whole pack");
            read.sort();
            // Others with one id are one record.
            expected.dedup_by(|later, earlier| later.id == earlier.id);
            read.dedup_by(|later, earlier| later.id == earlier.id);
            prop_assert_eq!(read.iter().map(|event| &event.id).collect::<Vec<_>>(), expected.iter().map(|event| &event.id).collect::<Vec<_>>());
        }

        #[test]
        fn packed_or_loose_progress_is_the_same(
            events in prop::collection::vec(any_event(), 0..40),
            cut in any::<prop::sample::Index>(),
        ) {
            let mut events = events;
            events.sort();
            events.dedup_by(|later, earlier| later.id == earlier.id);
            let cut = if events.is_empty() { 0 } else { cut.index(events.len()) };
            let mut merged = Pack::events(&Pack::of(&events[..cut]).record).expect("a whole pack");
            // The other device packed later, and shares some.
            merged.extend(Pack::events(&Pack::of(&events[cut / 2..]).record).expect("a whole pack"));
            prop_assert_eq!(Progress::of(&merged), Progress::of(&events));
        }

        #[test]
        fn a_damaged_pack_is_damaged_and_nothing_worse(
            events in prop::collection::vec(any_event(), 1..10),
            at in any::<prop::sample::Index>(),
            byte in any::<u8>(),
        ) {
            let record = Pack::of(&events).record;
            let mut bytes = record.clone().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = Pack::events(&String::from_utf8_lossy(&bytes));
            let end = (0..=at).rev().find(|at| record.is_char_boundary(*at)).unwrap_or(0);
            prop_assert!(Pack::events(&record[..end]).is_err());
        }
    }

    #[test]
    fn a_newer_pack_is_told_from_a_damaged_one() {
        assert_eq!(Pack::events(r#"{"form":4,"zip":"…"}"#), Err(Unreadable::Newer));
        assert_eq!(Pack::events(r#"{"form":2,"count":1,"texts":[],"rows":[]}"#), Err(Unreadable::Damaged));
        assert_eq!(Pack::events("{"), Err(Unreadable::Damaged));
    }

    #[test]
    fn the_latest_events_stay_loose() {
        let event = |counter| Event {
            id: EventId { counter, device: "d".into(), tab: "t".into() },
            at: 0,
            what: What::Opened { lesson: "l".into() },
        };
        let events: Vec<Event> = (0..1_250).map(event).collect();
        let loose: Vec<&Event> = events.iter().collect();
        let packs = of_old_events(&loose);
        assert_eq!(packs.iter().map(|(_, events)| events.len()).collect::<Vec<_>>(), [EVENTS, EVENTS]);
        assert!(of_old_events(&loose[..EVENTS + LOOSE - 1]).is_empty());
    }

    #[test]
    fn ten_years_of_study_fit_into_a_browser() {
        // Ten answers every day, by ids as long as the shipped course's.
        let events: Vec<Event> = (0..36_500_u64)
            .map(|counter| Event {
                id: EventId { counter, device: "ab12cd".into(), tab: "wxyz".into() },
                at: 1_795_000_000_000 + counter as i64 * 8_640_123,
                what: What::Answered {
                    question: format!("clause-scenario-number-{}", counter * 7 % 245),
                    revision: 1,
                    chosen: vec![format!("option-{}", counter % 4)],
                    earned: 1,
                    possible: 1,
                    occasion: Occasion::Recall,
                    sure: Some(true),
                },
            })
            .collect();
        let size: usize = events.chunks(EVENTS).map(|events| Pack::of(events).record.len()).sum();
        assert!(size < 3_000_000, "{size} characters");
    }
}
