//! Events as they are stored: records of their own, and packs of old ones.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use super::Study;
use crate::browser::page;
use crate::browser::storage::{self, Kept};
use crate::learning::event::{Event, EventId, Unreadable};
use crate::learning::pack::{self, Pack};
use crate::learning::record::Keys;
use crate::learning::transfer::Records;

impl Study {
    /// Puts old events into packs once the page has settled.
    pub fn pack_old_events_later(&self) {
        const PAUSE: i32 = 3_000;
        let study = self.clone();
        page::after(PAUSE, move || study.pack_old_events());
    }

    /// Puts old events into packs, so that storage lasts. What cannot be kept as a
    /// pack stays as it is.
    fn pack_old_events(&self) {
        let packs = self.events.with_untracked(|events| {
            let is_loose = |event: &&Event| self.loose.with_value(|loose| loose.contains(&event.id));
            let loose: Vec<&Event> = events.values().filter(is_loose).collect();
            pack::of_old_events(&loose)
                .into_iter()
                .map(|(pack, events)| {
                    (pack, events.into_iter().map(|event| event.id.clone()).collect::<Vec<_>>())
                })
                .collect::<Vec<_>>()
        });
        for (pack, ids) in packs {
            let prefix = self.keys.events(&self.learner);
            // The pack is there before its events go: a stop in between loses nothing.
            if storage::set(&format!("{prefix}{}", pack.id), &pack.record) != Kept::Browser {
                return;
            }
            for id in ids {
                storage::remove(&self.keys.event(&self.learner, &id));
                self.loose.update_value(|loose| {
                    loose.remove(&id);
                });
            }
        }
    }

    /// All records of the learner as they are stored, readable or not.
    pub fn records(&self) -> Records {
        storage::with_prefix(&self.keys.events(&self.learner))
    }

    /// Adds what is not here yet: how many events are new and how many were known.
    /// Adds all or, where the storage is full, none.
    pub fn add_records(&self, records: Records) -> Result<(usize, usize), Kept> {
        let known = self.records();
        let prefix = self.keys.events(&self.learner);
        let incoming = ReadEvents::from_records(&records);
        let all = incoming.events.len() + incoming.unread.len();
        let new: Vec<&Event> = self.events.with_untracked(|events| {
            incoming.events.values().filter(|event| !events.contains_key(&event.id)).collect()
        });
        let unread: Vec<&String> = incoming.unread.iter().filter(|id| !known.contains_key(*id)).collect();
        let (packs, rest) = new.split_at(new.len() - new.len() % pack::EVENTS);
        let packs = packs.chunks(pack::EVENTS).map(|events| Pack::of(events.iter().copied()));
        let mut added: Vec<(String, String)> =
            packs.map(|pack| (format!("{prefix}{}", pack.id), pack.record)).collect();
        added.extend(rest.iter().map(|event| (format!("{prefix}{}", event.id), event.to_record())));
        added.extend(
            unread.iter().filter_map(|id| Some((format!("{prefix}{id}"), records.get(*id)?.clone()))),
        );
        storage::set_all(&added)?;
        let count = new.len() + unread.len();
        self.read_again();
        Ok((count, all - count))
    }

    /// Forgets all records and the name of the learner.
    pub fn delete(&self) {
        for id in self.records().keys() {
            storage::remove(&format!("{}{id}", self.keys.events(&self.learner)));
        }
        #[cfg(feature = "every-page")]
        for part in storage::with_prefix(&self.keys.lrs(&self.learner)).keys() {
            storage::remove(&format!("{}{part}", self.keys.lrs(&self.learner)));
        }
        self.rename("");
        self.read_again();
    }
}

/// Records that are no events for this version, counted. They stay in storage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnreadableRecords {
    pub damaged: usize,
    pub newer: usize,
}

/// What a learner's records hold.
#[derive(Debug, Default)]
pub(super) struct ReadEvents {
    pub events: BTreeMap<EventId, Event>,
    /// The events that are records of their own.
    pub loose: BTreeSet<EventId>,
    pub unreadable: UnreadableRecords,
    /// Ids of the records that are no events for this version.
    unread: Vec<String>,
}

impl ReadEvents {
    pub fn of(keys: &Keys, learner: &str) -> Self {
        Self::from_records(&storage::with_prefix(&keys.events(learner)))
    }

    fn from_records(records: &Records) -> Self {
        let mut read = Self::default();
        for (id, record) in records {
            if let Err(reason) = read.add(id, record) {
                read.unread.push(id.clone());
                match reason {
                    Unreadable::Damaged => read.unreadable.damaged += 1,
                    Unreadable::Newer => read.unreadable.newer += 1,
                }
            }
        }
        read
    }

    fn add(&mut self, id: &str, record: &str) -> Result<(), Unreadable> {
        if Pack::is_id(id) {
            self.events.extend(Pack::events(record)?.into_iter().map(|event| (event.id.clone(), event)));
            return Ok(());
        }
        let event = Event::from_record(id, record)?;
        self.loose.insert(event.id.clone());
        self.events.insert(event.id.clone(), event);
        Ok(())
    }
}
