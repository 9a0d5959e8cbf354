//! The learner's study as the app holds it: events in, progress out, each event kept at once.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::storage::{self, Kept};
use crate::browser::{chance, clock, page};
use crate::course::outline::Outline;
use crate::learning::event::{Event, EventId, Unreadable, What};
use crate::learning::progress::Progress;
use crate::learning::record::{DEVICE, Keys, Learner};
use crate::learning::transfer::Records;
use crate::words::EN;

/// Everything that screens share.
#[derive(Clone)]
pub struct Study {
    pub outline: Arc<Outline>,
    pub keys: Keys,
    /// Id of the learner who studies here.
    pub learner: String,
    /// What is known of that learner.
    pub this_learner: RwSignal<Learner>,
    pub events: RwSignal<BTreeMap<EventId, Event>>,
    pub unreadable: RwSignal<UnreadableRecords>,
    /// Folded from the events; every change goes through [`Study::take`] or [`Study::read_again`].
    pub progress: RwSignal<Progress>,
    /// Where the latest record went.
    pub kept: RwSignal<Kept>,
    /// What a screen reader is told next.
    pub announcement: RwSignal<String>,
    device: String,
    tab: String,
}

/// Records that are no events for this version, counted. They stay in storage.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UnreadableRecords {
    pub damaged: usize,
    pub newer: usize,
}

/// The study that the page's components share.
pub fn use_study() -> Study {
    expect_context::<Study>()
}

impl Study {
    /// Opens the study of whoever studied last on this browser.
    pub fn open(outline: Arc<Outline>) -> Self {
        let keys = Keys::of_course(&outline.id);
        let kept = storage::settle();
        let learner = active_learner(&keys);
        let this_learner = RwSignal::new(learner_record(&keys, &learner));
        let (events, unreadable) = read_events(&keys, &learner);
        let progress = RwSignal::new(Progress::of(events.values()));
        Self {
            outline,
            learner,
            this_learner,
            events: RwSignal::new(events),
            unreadable: RwSignal::new(unreadable),
            progress,
            kept: RwSignal::new(kept),
            announcement: RwSignal::new(String::new()),
            device: device(),
            tab: chance::name(4),
            keys,
        }
    }

    /// Keeps what the learner did, then shows it. Gives the id of the event.
    pub fn record(&self, what: What) -> EventId {
        let highest =
            self.events.with_untracked(|events| events.keys().next_back().map_or(0, |id| id.counter));
        let id = EventId { counter: highest + 1, device: self.device.clone(), tab: self.tab.clone() };
        let event = Event { id: id.clone(), at: clock::now(), what };
        let kept = storage::set(&self.keys.event(&self.learner, &id), &event.to_record());
        self.kept.set(kept);
        self.take(event);
        id
    }

    /// Forgets an event that says nothing any more, because a later one says all of it.
    pub fn forget(&self, id: &EventId) {
        storage::remove(&self.keys.event(&self.learner, id));
        self.events.update(|events| drop(events.remove(id)));
    }

    /// Takes over an event that is kept already.
    fn take(&self, event: Event) {
        let mut appended = false;
        self.progress.update(|progress| appended = progress.append(&event));
        self.events.update(|events| drop(events.insert(event.id.clone(), event)));
        if !appended {
            self.fold_again();
        }
    }

    fn fold_again(&self) {
        self.progress.set(self.events.with_untracked(|events| Progress::of(events.values())));
    }

    /// What shuffling and drawing start from: the same for the same learner, on all
    /// devices that know the same events.
    pub fn seed(&self) -> String {
        let first = self.events.with_untracked(|events| events.keys().next().map(|id| id.device.clone()));
        format!("{}/{}", first.unwrap_or_else(|| self.device.clone()), self.learner)
    }

    /// Says something to a screen reader.
    pub fn announce(&self, text: &str) {
        // The same words once more are told only where there was nothing in between.
        self.announcement.set(String::new());
        let (announcement, text) = (self.announcement, text.to_owned());
        page::later(move || announcement.set(text));
    }

    /// Takes over what other tabs do, as they do it.
    pub fn follow_other_tabs(&self) {
        let study = self.clone();
        let events_prefix = self.keys.events(&self.learner);
        let active = self.keys.active();
        storage::on_change_elsewhere(move |key, record| match (key, record) {
            (Some(key), _) if key == active => page::reload(),
            (Some(key), Some(record)) => {
                if let Some(Ok(event)) =
                    key.strip_prefix(&events_prefix).map(|id| Event::from_record(id, &record))
                {
                    study.take(event);
                }
            }
            (Some(key), None) if key.starts_with(&events_prefix) => study.read_again(),
            (None, _) => study.read_again(),
            (Some(_), None) => {}
        });
    }

    /// Takes over what was done since this page was left, when the browser brings it back.
    pub fn follow_returns(&self) {
        let study = self.clone();
        page::on_return(move || {
            storage::read_tab_again();
            if active_learner(&study.keys) == study.learner {
                study.kept.set(storage::settle());
                study.read_again();
            } else {
                page::reload();
            }
        });
    }

    /// Reads everything from storage again, after an import or a deletion.
    pub fn read_again(&self) {
        let (events, unreadable) = read_events(&self.keys, &self.learner);
        self.events.set(events);
        self.unreadable.set(unreadable);
        self.fold_again();
    }

    /// All records of the learner as they are stored, readable or not.
    pub fn records(&self) -> Records {
        storage::with_prefix(&self.keys.events(&self.learner))
    }

    /// Adds records that are not here yet: how many are new and how many were known.
    /// Adds all or, where the storage is full, none.
    pub fn add_records(&self, records: Records) -> Result<(usize, usize), Kept> {
        let known = self.records();
        let all = records.len();
        let new: Vec<(String, String)> = records
            .into_iter()
            .filter(|(id, _)| !known.contains_key(id))
            .map(|(id, record)| (format!("{}{id}", self.keys.events(&self.learner)), record))
            .collect();
        storage::set_all(&new)?;
        self.read_again();
        Ok((new.len(), all - new.len()))
    }

    /// Forgets all records and the name of the learner.
    pub fn delete(&self) {
        for id in self.records().keys() {
            storage::remove(&format!("{}{id}", self.keys.events(&self.learner)));
        }
        self.rename("");
        self.read_again();
    }

    /// All learners on this browser, by id.
    pub fn learners(&self) -> Vec<(String, Learner)> {
        let mut learners: Vec<(String, Learner)> = storage::with_prefix(&self.keys.learners())
            .into_iter()
            .map(|(id, record)| (id, serde_json::from_str(&record).unwrap_or_default()))
            .collect();
        if !learners.iter().any(|(id, _)| *id == self.learner) {
            learners.push((self.learner.clone(), Learner::default()));
        }
        learners.sort_by_key(|(_, learner)| learner.number);
        learners
    }

    /// Gives the learner who studies here a name.
    pub fn rename(&self, name: &str) {
        self.this_learner.update(|learner| name.trim().clone_into(&mut learner.name));
        self.keep_learner(&self.learner, &self.this_learner.get_untracked());
    }

    /// Starts as a new learner.
    pub fn add_learner(&self) {
        let number = self.learners().iter().map(|(_, learner)| learner.number).max().unwrap_or(0) + 1;
        let id = chance::name(6);
        self.keep_learner(&id, &Learner { name: String::new(), number });
        self.switch_to(&id);
    }

    /// Goes on as another learner: every page starts anew with that one.
    pub fn switch_to(&self, learner: &str) {
        self.kept.set(storage::set(&self.keys.active(), learner));
        page::reload();
    }

    fn keep_learner(&self, id: &str, learner: &Learner) {
        let record = serde_json::to_string(learner).unwrap_or_default();
        self.kept.set(storage::set(&self.keys.learner(id), &record));
    }
}

/// How a learner is called.
pub fn display_name(learner: &Learner) -> String {
    if learner.name.is_empty() { (EN.my_data.learner)(learner.number.max(1)) } else { learner.name.clone() }
}

fn learner_record(keys: &Keys, learner: &str) -> Learner {
    let record = storage::get(&keys.learner(learner));
    record.and_then(|record| serde_json::from_str(&record).ok()).unwrap_or_default()
}

fn active_learner(keys: &Keys) -> String {
    if let Some(learner) = storage::get(&keys.active()) {
        return learner;
    }
    // Two tabs that both come first agree, since the first learner's id is not drawn.
    let first = "first".to_owned();
    storage::set(&keys.active(), &first);
    let record = Learner { name: String::new(), number: 1 };
    if storage::get(&keys.learner(&first)).is_none() {
        storage::set(&keys.learner(&first), &serde_json::to_string(&record).unwrap_or_default());
    }
    first
}

fn device() -> String {
    let is_name = |name: &String| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric());
    if let Some(device) = storage::get(DEVICE).filter(is_name) {
        return device;
    }
    let device = chance::name(6);
    storage::set(DEVICE, &device);
    device
}

fn read_events(keys: &Keys, learner: &str) -> (BTreeMap<EventId, Event>, UnreadableRecords) {
    let mut events = BTreeMap::new();
    let mut unreadable = UnreadableRecords::default();
    for (id, record) in storage::with_prefix(&keys.events(learner)) {
        match Event::from_record(&id, &record) {
            Ok(event) => drop(events.insert(event.id.clone(), event)),
            Err(Unreadable::Damaged) => unreadable.damaged += 1,
            Err(Unreadable::Newer) => unreadable.newer += 1,
        }
    }
    (events, unreadable)
}
