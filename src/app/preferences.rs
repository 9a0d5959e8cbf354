//! What the learner prefers on this device; `preferences.js` shows the page accordingly.

use crate::browser::page;
use crate::browser::storage::{self, Kept};
use crate::learning::preferences::Preferences;
use crate::learning::record::PREFERENCES;

/// What is preferred at this moment.
pub fn read() -> Preferences {
    storage::get(PREFERENCES).map(|record| Preferences::from_record(&record)).unwrap_or_default()
}

/// Keeps what is preferred from now on, and shows the page that way.
pub fn keep(preferences: &Preferences) -> Kept {
    let kept = storage::set(PREFERENCES, &preferences.to_record());
    page::tell("preferences");
    kept
}
