//! The keys under which records are kept in a browser.
//!
//! ```text
//! workshop/device                              the device's name
//! workshop/preferences                         how the workshop looks and sounds on it
//! workshop/COURSE/active                       the id of the learner who studies now
//! workshop/COURSE/learner/LEARNER              a learner
//! workshop/COURSE/event/LEARNER/EVENT          one event
//! workshop/COURSE/lrs/LEARNER/launch           who the learner is to the company's LRS
//! workshop/COURSE/lrs/LEARNER/marks            what of it has arrived there
//! ```

use serde::{Deserialize, Serialize};

use super::event::EventId;

/// The key of the device's name.
pub const DEVICE: &str = "workshop/device";

/// The key of what is preferred on the device; `src/app/preferences.js` knows it too.
pub const PREFERENCES: &str = "workshop/preferences";

/// The keys of one course.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keys {
    course: String,
}

impl Keys {
    /// The keys of the course with this id.
    pub fn of_course(id: &str) -> Self {
        Self { course: id.to_owned() }
    }

    /// Who studies now.
    pub fn active(&self) -> String {
        format!("workshop/{}/active", self.course)
    }

    /// What stands before the ids of learners.
    pub fn learners(&self) -> String {
        format!("workshop/{}/learner/", self.course)
    }

    /// A learner.
    pub fn learner(&self, learner: &str) -> String {
        format!("{}{learner}", self.learners())
    }

    /// What stands before the ids of a learner's events.
    pub fn events(&self, learner: &str) -> String {
        format!("workshop/{}/event/{learner}/", self.course)
    }

    /// What stands before what is known of a learner and the company's LRS.
    pub fn lrs(&self, learner: &str) -> String {
        format!("workshop/{}/lrs/{learner}/", self.course)
    }

    /// One event.
    pub fn event(&self, learner: &str, id: &EventId) -> String {
        format!("{}{id}", self.events(learner))
    }
}

/// A learner on this browser. The name is for telling learners apart, and may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learner {
    #[serde(default)]
    pub name: String,
    /// The number in "Learner 2".
    #[serde(default)]
    pub number: usize,
}
