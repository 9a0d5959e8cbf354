//! The learners on this browser: who they are, and who studies now.

use leptos::prelude::*;

use super::Study;
use crate::browser::{chance, page, storage};
use crate::learning::record::{Keys, Learner};
use crate::words::EN;

impl Study {
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
        self.switch_to(&self.new_learner());
    }

    /// Makes a new learner, and gives the id.
    pub fn new_learner(&self) -> String {
        let number = self.learners().iter().map(|(_, learner)| learner.number).max().unwrap_or(0) + 1;
        let id = chance::name(6);
        self.keep_learner(&id, &Learner { name: String::new(), number });
        id
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

pub(super) fn learner_record(keys: &Keys, learner: &str) -> Learner {
    let record = storage::get(&keys.learner(learner));
    record.and_then(|record| serde_json::from_str(&record).ok()).unwrap_or_default()
}

/// The id of who studies on this browser.
pub fn active_learner(keys: &Keys) -> String {
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
