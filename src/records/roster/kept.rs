//! A roster as the browser keeps it, so that a reload loses nothing. This is the only place
//! that says its form.
//!
//! Form 1: `{"form":1,"file":…,"people":[…]}`, the fields of [`Person`] as JSON.

use serde::{Deserialize, Serialize};

use super::Person;

/// The form that this version writes and reads.
pub const FORM: u32 = 1;

/// The people of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRoster {
    form: u32,
    /// What the file is called.
    pub file: String,
    pub people: Vec<Person>,
}

impl KeptRoster {
    /// The people of this file.
    pub fn new(file: &str, people: &[Person]) -> Self {
        Self { form: FORM, file: file.to_owned(), people: people.to_vec() }
    }

    /// As it is kept.
    pub fn to_record(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record. None where it is damaged, or of another version.
    pub fn from_record(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|kept: &Self| kept.form == FORM)
    }
}
