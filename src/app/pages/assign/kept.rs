//! What the page keeps in this browser: the form, the roster, which column is what, and what
//! was handed out.

use crate::app::book;
use crate::browser::storage;
use crate::records::assignment::Assignment;
use crate::records::draft::Draft;
use crate::records::roster::Person;
use crate::records::roster::columns::ColumnNames;
use crate::records::roster::kept::KeptRoster;

/// What was handed out, for whoever keeps the records: each assignment, and the people of
/// the roster that it was made from.
pub fn assigned(assignments: Vec<Assignment>, people: Vec<Person>) {
    book::note_assigned(assignments, people);
}

fn key(course: &str, what: &str) -> String {
    format!("workshop/{course}/assign/{what}")
}

/// The form as it was left.
pub fn draft(course: &str) -> Draft {
    let record = storage::get(&key(course, "form"));
    record.and_then(|record| Draft::from_record(&record)).unwrap_or_default()
}

/// Keeps the form.
pub fn keep_draft(course: &str, draft: &Draft) {
    // Where the browser keeps nothing, the tab does.
    let _ = storage::set(&key(course, "form"), &draft.to_record());
}

/// The roster that was read last.
pub fn roster(course: &str) -> Option<KeptRoster> {
    KeptRoster::from_record(&storage::get(&key(course, "roster"))?)
}

/// Keeps a roster. False where it is too large for this browser.
pub fn keep_roster(course: &str, file: &str, people: &[Person]) -> bool {
    let record = KeptRoster::new(file, people).to_record();
    let is_kept = storage::set_all(&[(key(course, "roster"), record)]).is_ok();
    if !is_kept {
        // Not an older one in its place.
        forget_roster(course);
    }
    is_kept
}

/// Forgets the roster.
pub fn forget_roster(course: &str) {
    storage::remove(&key(course, "roster"));
}

/// The columns that HR chose last.
pub fn column_names(course: &str) -> ColumnNames {
    let record = storage::get(&key(course, "columns"));
    record.and_then(|record| serde_json::from_str(&record).ok()).unwrap_or_default()
}

/// Keeps which column is what.
pub fn keep_column_names(course: &str, names: &ColumnNames) {
    let _ = storage::set(&key(course, "columns"), &serde_json::to_string(names).unwrap_or_default());
}
