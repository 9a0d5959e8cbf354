//! HR's book as the app writes it: whatever page does something that belongs into the log
//! does it here.
//!
//! An entry follows the one that is the latest at that moment, whichever window wrote it.

use std::collections::BTreeMap;

use leptos::task::spawn_local;

use crate::browser::record_store::{self, Change, StoreError};
use crate::browser::{chance, channel, clock, storage};
use crate::records::assignment::Assignment;
use crate::records::book::{Book, Texts};
use crate::records::log::{Entry, Log, Sealed, What, record};
use crate::records::roster::Person;
use crate::words::EN;

/// So often another window may write first before we give up.
const TRIES: usize = 8;

/// The name of the database of a course.
pub fn database(course: &str) -> String {
    format!("workshop/{course}/records")
}

/// The name of the channel on which windows say that they wrote.
pub fn channel_name(course: &str) -> String {
    database(course)
}

fn name_key(course: &str) -> String {
    format!("workshop/{course}/hr/name")
}

/// The name that HR gave for the log; empty where they gave none.
pub fn name(course: &str) -> String {
    storage::get(&name_key(course)).unwrap_or_default()
}

/// Keeps the name that HR gives.
pub fn keep_name(course: &str, name: &str) {
    storage::set(&name_key(course), name.trim());
}

/// Notes assignments of one course that were handed out, to these people where they are
/// known. The page may be left at once: what could not be written yet waits, and is written
/// by the page that opens the records.
pub fn note_assigned(assignments: Vec<Assignment>, people: Vec<Person>) {
    let Some(course) = assignments.first().map(|assignment| assignment.course.clone()) else { return };
    let what = What::Assigned { assignments, people };
    let key = format!("{}{}", waiting_keys(&course), chance::name(8));
    storage::set(&key, &serde_json::to_string(&what).unwrap_or_default());
    spawn_local(async move {
        // What fails waits on.
        let _ = write_waiting(&course).await;
    });
}

fn waiting_keys(course: &str) -> String {
    format!("workshop/{course}/hr/waiting/")
}

/// Writes what waits to be noted.
///
/// # Errors
/// Where some of it waits on.
pub async fn write_waiting(course: &str) -> Result<(), StoreError> {
    let prefix = waiting_keys(course);
    for (rest, record) in storage::with_prefix(&prefix) {
        if let Ok(What::Assigned { assignments, people }) = serde_json::from_str(&record) {
            assigned(assignments, people).await?;
        }
        storage::remove(&format!("{prefix}{rest}"));
    }
    Ok(())
}

/// Appends assignments of one course, to these people where they are known. What the log holds already is not noted again: a link may be copied often.
///
/// # Errors
/// Where nothing was kept.
async fn assigned(assignments: Vec<Assignment>, people: Vec<Person>) -> Result<(), StoreError> {
    let Some(course) = assignments.first().map(|assignment| assignment.course.clone()) else { return Ok(()) };
    let kept = record_store::read(&database(&course)).await?;
    let known = Book::of(&Log::read(&kept.log), &Texts::new()).assignments;
    let known: BTreeMap<_, _> =
        known.iter().map(|known| ((known.id.as_str(), known.to.id.as_str()), known)).collect();
    let is_new = |made: &Assignment| known.get(&(made.id.as_str(), made.to.id.as_str())) != Some(&made);
    let (new, _): (Vec<_>, Vec<_>) = assignments.into_iter().partition(is_new);
    let Some(by) = new.first().map(|assignment| assignment.by.clone()) else { return Ok(()) };
    let by = if by.is_empty() { name(&course) } else { by };
    append(&course, &by, What::Assigned { assignments: new, people }, Vec::new(), Vec::new()).await
}

/// Appends what was done, with the texts of new receipts and the ids of those to delete.
///
/// # Errors
/// Where nothing was kept.
pub async fn append(
    course: &str,
    by: &str,
    what: What,
    receipts: Vec<(String, String)>,
    removed: Vec<String>,
) -> Result<(), StoreError> {
    let database = database(course);
    let mut change = Change { after: 0, entries: Vec::new(), receipts, removed };
    for _ in 0..TRIES {
        let last = last(&database).await?;
        change.after = last.as_ref().map_or(0, |last| last.entry.n);
        change.entries = vec![record(last.as_ref(), clock::now(), by, what.clone()).1];
        match record_store::append(&database, &change).await {
            Err(StoreError::Conflict) => {}
            Ok(()) => {
                tell(course);
                return Ok(());
            }
            Err(error) => return Err(error),
        }
    }
    Err(StoreError::Conflict)
}

/// Appends entries as another computer wrote them, behind the entry with the number `after`.
///
/// # Errors
/// Where nothing was kept; `Conflict` where the log goes on already.
pub async fn append_as_written(course: &str, change: &Change) -> Result<(), StoreError> {
    record_store::append(&database(course), change).await?;
    tell(course);
    Ok(())
}

/// Deletes everything.
///
/// # Errors
/// Where all of it is still there.
pub async fn delete(course: &str) -> Result<(), StoreError> {
    record_store::delete(&database(course)).await?;
    tell(course);
    Ok(())
}

/// The latest entry. Where it cannot be read, the next one follows its number and no digest:
/// the chain stays broken there.
async fn last(database: &str) -> Result<Option<Sealed>, StoreError> {
    let last = record_store::last(database).await?;
    Ok(last.map(|(n, record)| {
        let sealed = Sealed::from_record(&record).unwrap_or_default();
        Sealed { entry: Entry { n, ..sealed.entry }, ..sealed }
    }))
}

/// Tells other windows.
fn tell(course: &str) {
    channel::tell(&channel_name(course), "changed");
}

/// What a person is told.
pub fn words(error: StoreError) -> &'static str {
    match error {
        StoreError::Blocked => EN.records.blocked,
        StoreError::Full => EN.records.full,
        StoreError::Conflict => EN.records.conflict,
        StoreError::Failed => EN.records.failed,
    }
}
