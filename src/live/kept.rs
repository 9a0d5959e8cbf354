//! A room as a browser's storage keeps it, so that any window can close and none loses anything.
//!
//! Form 1, JSON, under `workshop/COURSE/room/SESSION`.

use serde::{Deserialize, Serialize};

use super::room::Room;

/// The form that this version writes and reads.
pub const FORM: u32 = 1;

/// A room, and where its windows stood.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeptRoom {
    pub form: u32,
    /// As a link holds it.
    pub plan: String,
    /// When it was kept, in milliseconds since 1970.
    pub kept: i64,
    /// Epoch and number of the snapshot that was posted last.
    pub epoch: u64,
    pub number: u64,
    /// The slide on the screen, from 1, and how many there are.
    pub slide: usize,
    pub of: usize,
    pub room: Room,
}

/// What stands before the sessions of a course.
pub fn keys(course: &str) -> String {
    format!("workshop/{course}/room/")
}

impl KeptRoom {
    /// Reads a record; None for one that is damaged or that another version wrote.
    pub fn from_record(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|kept: &Self| kept.form == FORM)
    }

    pub fn to_record(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_comes_back_as_it_was_and_no_other_does() {
        let kept =
            KeptRoom { form: FORM, plan: "modules=a".to_owned(), slide: 3, of: 9, ..KeptRoom::default() };
        assert_eq!(KeptRoom::from_record(&kept.to_record()), Some(kept.clone()));
        let later = KeptRoom { form: FORM + 1, ..kept };
        for record in [later.to_record().as_str(), "", "{}", "null", "{\"form\":1"] {
            assert_eq!(KeptRoom::from_record(record), None, "{record}");
        }
    }
}
