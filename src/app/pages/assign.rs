//! Assign: HR says what is assigned to whom until when, and takes out links.
//!
//! Nothing here touches what a learner did, and nothing leaves the browser but by HR's hand.

mod fields;
pub mod kept;
mod key;
mod mail;
mod people;
mod result;
mod roster;
mod what;
mod whom;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::mount_at;
use crate::app::study::Study;
use crate::browser::signing::{self, SigningKey};
use crate::browser::{chance, clock, page};
use crate::course::outline::{Outline, OutlineModule};
use crate::learning::day::{Calendar, Day};
use crate::records::assignment::Assignment;
use crate::records::draft::{Draft, Gap};
use crate::records::link;
use crate::records::roster::Person;
use crate::words::EN;

/// Fills the page.
pub fn mount(study: &Study) {
    let outline = study.outline.clone();
    mount_at("assign", move || {
        let desk = Desk::open(outline);
        view! { <Assign desk=desk /> }
    });
}

/// A link that can be handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    assignment: Assignment,
    link: String,
    is_signed: bool,
    /// It could not be opened again.
    is_too_long: bool,
}

impl Made {
    /// The link of an assignment, signed where there is a key.
    async fn of(assignment: Assignment, key: Option<&SigningKey>) -> Self {
        let signature = match key {
            Some(key) => key.sign(&link::signed_bytes(&assignment)).await,
            None => None,
        };
        let signature = signature.and_then(|bytes| <[u8; 64]>::try_from(bytes).ok());
        let payload = link::to_payload(&assignment, signature.as_ref());
        let link = link::address(&page::absolute(link::PAGE), &payload);
        Self { assignment, link, is_signed: signature.is_some(), is_too_long: payload.len() > link::LONGEST }
    }
}

/// HR's key, as far as it is known.
#[derive(Clone)]
enum Key {
    /// It is being looked for.
    Unknown,
    None,
    There(SigningKey),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    outline: StoredValue<Arc<Outline>>,
    draft: RwSignal<Draft>,
    /// The people of the roster, and the name of its file.
    people: RwSignal<Arc<Vec<Person>>>,
    file: RwSignal<String>,
    key: RwSignal<Key>,
    /// The assignment, or what is missing.
    assignment: Memo<Result<Assignment, Vec<Gap>>>,
    /// The link of it; of a roster, the one that names nobody.
    made: RwSignal<Option<Made>>,
}

impl Desk {
    fn open(outline: Arc<Outline>) -> Self {
        let course = outline.id.clone();
        let draft = RwSignal::new(kept::draft(&course));
        let roster = kept::roster(&course).unwrap_or_default();
        let people = RwSignal::new(Arc::new(roster.people));
        let assignment = Memo::new(move |_| {
            let found = draft.with(|draft| draft.assignment(&course, today()));
            let is_without_roster =
                draft.with(Draft::is_for_roster) && people.with(|people| people.is_empty());
            match (found, is_without_roster) {
                (Ok(_), true) => Err(vec![Gap::Roster]),
                (Err(mut gaps), true) => {
                    gaps.push(Gap::Roster);
                    Err(gaps)
                }
                (found, false) => found,
            }
        });
        let desk = Self {
            outline: StoredValue::new(outline),
            draft,
            people,
            file: RwSignal::new(roster.file),
            key: RwSignal::new(Key::Unknown),
            assignment,
            made: RwSignal::new(None),
        };
        desk.change(|_| {});
        spawn_local(async move {
            desk.key.set(signing::assigning_key().await.map_or(Key::None, Key::There));
        });
        Effect::new(move |_| desk.make());
        desk
    }

    /// Changes the form, and keeps it.
    fn change(self, change: impl FnOnce(&mut Draft)) {
        let course = self.course();
        self.draft.update(|draft| {
            change(draft);
            draft.settle(&course, today(), || chance::name(12));
            kept::keep_draft(&course, draft);
        });
    }

    /// Makes the link anew. The one before stays until this one is signed.
    fn make(self) {
        let Ok(assignment) = self.assignment.get() else { return self.made.set(None) };
        let key = match self.key.get() {
            Key::Unknown => return,
            Key::None => None,
            Key::There(key) => Some(key),
        };
        spawn_local(async move {
            let made = Made::of(assignment, key.as_ref()).await;
            // The form may have changed in the meantime.
            if self.assignment.with_untracked(|now| now.as_ref() == Ok(&made.assignment)) {
                self.made.set(Some(made));
            }
        });
    }

    fn course(self) -> String {
        self.outline.with_value(|outline| outline.id.clone())
    }

    fn title(self) -> String {
        self.outline.with_value(|outline| outline.title.clone())
    }

    /// The modules of an assignment, in course order.
    fn modules(self, assignment: &Assignment) -> Vec<OutlineModule> {
        self.outline.with_value(|outline| {
            let is_chosen = |module: &&OutlineModule| assignment.modules.contains(&module.id);
            outline.modules.iter().filter(is_chosen).cloned().collect()
        })
    }
}

/// The day it is where the device is.
fn today() -> Day {
    Calendar::at(clock::now(), clock::minutes_ahead()).today
}

#[component]
fn Assign(desk: Desk) -> impl IntoView {
    view! {
        <p class="lead">{EN.assign.lead}</p>
        <what::Modules desk=desk />
        <whom::Whom desk=desk />
        <whom::Until desk=desk />
        <whom::More desk=desk />
        <result::Sent desk=desk />
        <key::SigningKeys desk=desk />
    }
}
