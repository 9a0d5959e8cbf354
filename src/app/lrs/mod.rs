//! What a learner does goes to the company's learning record store (LRS), where the course
//! names one (`records::xapi`).
//!
//! Nothing waits anywhere but in the events themselves: a page that is closed, or a browser
//! that is without a connection for a day, loses nothing. One tab at a time sends.

mod launch;
mod sending;
mod waiting;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lesson_files;
use super::study::{Study, calendar};
use crate::browser::{network, page, storage};
use crate::course::lrs::Lrs;
use crate::records::held::AllHeld;
use crate::records::xapi::launch::{Launch, Refusal};
use crate::records::xapi::marks::{Key, Marks};
use crate::records::xapi::queue::{Queue, Ready};
use crate::records::xapi::statement::Actor;

/// Milliseconds after which what was done is sent; what is done together goes together.
const PAUSE: i32 = 200;

/// Where sending stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum State {
    #[default]
    AllSent,
    Sending,
    /// No answer, or one that says "later".
    Waits,
    Offline,
    Credentials,
    /// What answers with this status is no LRS.
    NoLrs(u16),
    /// Questions that answers belong to could not be loaded.
    QuestionsMissing,
    /// Nobody has said who learns here.
    Nobody,
}

/// What goes to the company's LRS, shared by a page's components.
#[derive(Clone)]
pub struct Delivery {
    pub lrs: Arc<Lrs>,
    pub launch: RwSignal<Launch>,
    pub marks: RwSignal<Marks>,
    /// How many statements have still to be sent.
    pub waiting: RwSignal<usize>,
    pub state: RwSignal<State>,
    /// Why the link that led here said nothing of use about who learns.
    pub refusal: RwSignal<Option<Refusal>>,
    study: Study,
    queue: StoredValue<Queue>,
    /// Statements that were made already.
    made: StoredValue<BTreeMap<Key, Ready>>,
    in_flight: StoredValue<BTreeSet<Key>>,
    is_due: StoredValue<bool>,
    is_sending: StoredValue<bool>,
    more_has_come: StoredValue<bool>,
}

/// Starts to send, where the course names an LRS.
pub fn start(study: &Study) {
    let Some(lrs) = of_page() else { return };
    let refusal = launch::take(study, &lrs).err();
    let delivery = Delivery {
        launch: RwSignal::new(launch::of_learner(study, &study.learner)),
        marks: RwSignal::new(Marks::default()),
        waiting: RwSignal::new(0),
        state: RwSignal::new(State::default()),
        refusal: RwSignal::new(refusal),
        queue: StoredValue::new(Queue::default()),
        made: StoredValue::new(BTreeMap::new()),
        in_flight: StoredValue::new(BTreeSet::new()),
        is_due: StoredValue::new(false),
        is_sending: StoredValue::new(false),
        more_has_come: StoredValue::new(false),
        study: study.clone(),
        lrs: Arc::new(lrs),
    };
    provide_context(delivery.clone());
    delivery.read_marks();
    delivery.follow();
    super::components::lrs_card::mount();
}

/// The LRS that the page names.
pub fn of_page() -> Option<Lrs> {
    serde_json::from_str(&page::data("lrs")?).ok()
}

/// What goes to the company's LRS. None in a course that names none.
pub fn use_delivery() -> Option<Delivery> {
    use_context::<Delivery>()
}

impl Delivery {
    /// Who learns here: what a launch said, else the person of an accepted assignment.
    pub fn actor(&self) -> Option<Actor> {
        self.launch.with(|launch| launch.actor(&self.lrs, assigned_to(&self.study).as_deref()))
    }

    /// Sends again what was refused, and tries at once where it had to wait.
    pub fn try_again(&self) {
        let mut marks = self.kept_marks();
        marks.try_again();
        self.keep_marks(marks);
        self.go_on();
    }

    /// Tries with these credentials from now on.
    pub fn use_credentials(&self, user: &str, password: &str) {
        let launch = self.launch.get_untracked().with_password(user, password);
        launch::keep(&self.study, &self.study.learner, &launch);
        self.launch.set(launch);
        self.go_on();
    }

    fn go_on(&self) {
        self.queue.update_value(Queue::go_on);
        self.send_soon();
    }

    /// Sends whenever there is something to send, or a new chance to.
    fn follow(&self) {
        let delivery = self.clone();
        Effect::new(move |_| {
            delivery.study.events.track();
            delivery.send_soon();
        });
        // An answer given just before the page is closed has no time to wait for its question.
        if let Some(lesson) = page::data("lesson") {
            let study = self.study.clone();
            spawn_local(async move { drop(lesson_files::lesson_file(&study, &lesson).await) });
        }
        let delivery = self.clone();
        network::on_online(move || delivery.go_on());
        let delivery = self.clone();
        page::on_return(move || delivery.go_on());
        let delivery = self.clone();
        page::on_hide(move || delivery.send_now());
        let delivery = self.clone();
        page::on_leave(move || delivery.send_off());
        let (delivery, key) = (self.clone(), self.marks_key());
        storage::on_change_elsewhere(move |changed, _| {
            if changed.as_ref() == Some(&key) {
                delivery.read_marks();
                delivery.send_soon();
            }
        });
    }

    fn send_soon(&self) {
        if self.is_due.get_value() {
            return;
        }
        self.is_due.set_value(true);
        let delivery = self.clone();
        page::after(PAUSE, move || {
            delivery.is_due.set_value(false);
            delivery.send_now();
        });
    }

    fn marks_key(&self) -> String {
        format!("{}marks", self.study.keys.lrs(&self.study.learner))
    }

    /// The marks as all tabs know them.
    fn kept_marks(&self) -> Marks {
        storage::get(&self.marks_key()).map(|record| Marks::from_record(&record)).unwrap_or_default()
    }

    /// Another tab may know better who learns here, and nobody does after a deletion.
    fn read_launch(&self) {
        let kept = launch::of_learner(&self.study, &self.study.learner);
        if self.launch.with_untracked(|launch| *launch != kept) {
            self.launch.set(kept);
        }
    }

    fn read_marks(&self) {
        self.marks.set(self.kept_marks());
    }

    fn keep_marks(&self, marks: Marks) {
        // Marks that cannot be kept are missed by the next page alone, which sends once more.
        storage::set(&self.marks_key(), &marks.to_record());
        self.marks.set(marks);
    }
}

/// The person's id in HR's own system, of the assignment that was accepted first: whoever
/// learns here does not become somebody else by a later one.
fn assigned_to(study: &Study) -> Option<String> {
    let held = study.progress.with(|progress| AllHeld::of(progress, calendar()));
    let ids = held.assignments.iter().rev().map(|held| held.accepted.assignment.to.id.trim());
    ids.filter(|id| !id.is_empty()).map(str::to_owned).next()
}

/// The name of the server to which statements go.
pub fn server(lrs: &Lrs) -> &str {
    lrs.origin().split_once("://").map_or(lrs.origin(), |(_, host)| host)
}
