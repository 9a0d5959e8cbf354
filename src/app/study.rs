//! The learner's study as the app holds it: events in, progress out, each event kept at once.

mod learners;
mod stored_events;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::storage::{self, Kept};
use crate::browser::{chance, clock, page};
use crate::course::outline::Outline;
use crate::learning::day::Calendar;
use crate::learning::drawing::{Draw, clauses_of_module};
use crate::learning::event::{Event, EventId, What};
use crate::learning::mastery::{self, Mastery};
use crate::learning::pack::Pack;
use crate::learning::pass::Standing;
use crate::learning::progress::Progress;
use crate::learning::recall::Recalls;
use crate::learning::record::{DEVICE, Keys, Learner};

pub use learners::active_learner as learner_here;
pub use learners::display_name;
use learners::learner_record;
use stored_events::{ReadEvents, UnreadableRecords};

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
    /// Worked out where a screen asks for it.
    #[cfg(feature = "every-page")]
    pub standing: Memo<Standing>,
    /// By clause id; worked out where a screen asks for it.
    #[cfg(feature = "every-page")]
    pub mastery: Memo<BTreeMap<String, Mastery>>,
    /// Where the latest record went.
    pub kept: RwSignal<Kept>,
    /// What a screen reader is told next.
    pub announcement: RwSignal<String>,
    device: String,
    tab: String,
    /// The events that are records of their own.
    loose: StoredValue<BTreeSet<EventId>>,
    reads_again_soon: StoredValue<bool>,
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
        let learner = learner_here(&keys);
        let this_learner = RwSignal::new(learner_record(&keys, &learner));
        let read = ReadEvents::of(&keys, &learner);
        let progress = RwSignal::new(Progress::of(read.events.values()));
        #[cfg(feature = "every-page")]
        let standing = {
            let outline = outline.clone();
            Memo::new(move |_| progress.with(|progress| Standing::of(&outline, progress, calendar())))
        };
        #[cfg(feature = "every-page")]
        let mastery = {
            let outline = outline.clone();
            Memo::new(move |_| progress.with(|progress| mastery::of_clauses(&outline, progress, calendar())))
        };
        Self {
            outline,
            learner,
            this_learner,
            events: RwSignal::new(read.events),
            loose: StoredValue::new(read.loose),
            reads_again_soon: StoredValue::new(false),
            unreadable: RwSignal::new(read.unreadable),
            progress,
            #[cfg(feature = "every-page")]
            standing,
            #[cfg(feature = "every-page")]
            mastery,
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
        if self.kept.get_untracked() != kept {
            self.kept.set(kept);
        }
        self.loose.update_value(|loose| {
            loose.insert(id.clone());
        });
        self.take(event);
        id
    }

    /// Forgets an event that says nothing any more, because a later one says all of it.
    pub fn forget(&self, id: &EventId) {
        storage::remove(&self.keys.event(&self.learner, id));
        self.loose.update_value(|loose| {
            loose.remove(id);
        });
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
                let Some(id) = key.strip_prefix(&events_prefix) else { return };
                match Event::from_record(id, &record) {
                    Ok(event) => study.take(event),
                    Err(_) if Pack::is_id(id) => study.read_again_soon(),
                    Err(_) => {}
                }
            }
            (Some(key), None) if key.starts_with(&events_prefix) => study.read_again_soon(),
            (None, _) => study.read_again_soon(),
            (Some(_), None) => {}
        });
    }

    /// Takes over what was done since this page was left, when the browser brings it back.
    pub fn follow_returns(&self) {
        let study = self.clone();
        page::on_return(move || {
            storage::read_tab_again();
            if learner_here(&study.keys) == study.learner {
                study.kept.set(storage::settle());
                study.read_again();
            } else {
                page::reload();
            }
        });
    }

    /// Reads everything again, once for many changes of another tab that come together.
    fn read_again_soon(&self) {
        if self.reads_again_soon.get_value() {
            return;
        }
        self.reads_again_soon.set_value(true);
        let study = self.clone();
        page::later(move || {
            study.reads_again_soon.set_value(false);
            study.read_again();
        });
    }

    /// Reads everything from storage again, after an import or a deletion.
    pub fn read_again(&self) {
        let read = ReadEvents::of(&self.keys, &self.learner);
        self.events.set(read.events);
        self.loose.set_value(read.loose);
        self.unreadable.set(read.unreadable);
        self.fold_again();
    }
}

#[cfg(feature = "every-page")]
impl Study {
    /// Draws questions from what the learner did until now.
    pub fn draw<T>(&self, draw: impl FnOnce(Draw) -> T) -> T {
        let seed = self.seed();
        self.progress.with_untracked(|progress| {
            draw(Draw { outline: &self.outline, progress, calendar: calendar(), seed: &seed })
        })
    }

    /// The recalls that follow from what the learner did.
    pub fn recalls(&self) -> Recalls {
        self.progress.with(|progress| Recalls::of(&self.outline, progress, calendar()))
    }

    /// Whether a module's questions turn on clauses, and all of them are mastered.
    pub fn may_skip(&self, module: &str) -> bool {
        let clauses = clauses_of_module(&self.outline, module);
        let mastered =
            |clause: &&str| self.mastery.with(|mastery| mastery.get(*clause) == Some(&Mastery::Mastered));
        !clauses.is_empty() && clauses.iter().all(mastered)
    }
}

/// The day that it is here.
pub fn calendar() -> Calendar {
    Calendar::at(clock::now(), clock::minutes_ahead())
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
