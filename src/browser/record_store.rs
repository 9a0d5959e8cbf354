//! HR's records in the browser's database: the log's entries by their number, the texts of
//! receipts by their id.
//!
//! What belongs together is written in one transaction: all of it, or nothing. Knows nothing
//! of what the texts say.

use std::collections::BTreeMap;

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, Transaction, TransactionMode};
use wasm_bindgen::JsValue;

const LOG: &str = "log";
const RECEIPTS: &str = "receipts";
const VERSION: u32 = 1;

/// Why nothing was read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// The browser has no database for this site.
    Blocked,
    Full,
    /// Another window wrote first.
    Conflict,
    Failed,
}

/// All that is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contents {
    /// In the order of their numbers.
    pub log: Vec<String>,
    pub receipts: BTreeMap<String, String>,
}

/// What is written at once.
#[derive(Debug, Clone, Default)]
pub struct Change {
    /// The number of the entry behind which these entries belong; 0 for none.
    pub after: usize,
    pub entries: Vec<String>,
    pub receipts: Vec<(String, String)>,
    /// Receipts that are deleted.
    pub removed: Vec<String>,
}

/// Reads everything.
pub async fn read(name: &str) -> Result<Contents, StoreError> {
    let database = open(name).await?;
    let read = read_all(&database).await;
    database.close();
    read.map_err(failed)
}

async fn read_all(database: &Database) -> Result<Contents, Error> {
    let transaction = database.transaction(&[LOG, RECEIPTS], TransactionMode::ReadOnly)?;
    let receipts = transaction.object_store(RECEIPTS)?;
    let log = transaction.object_store(LOG)?.get_all(None, None)?.await?;
    let keys = receipts.get_all_keys(None, None)?.await?;
    let texts = receipts.get_all(None, None)?.await?;
    let text = |value: &JsValue| value.as_string().unwrap_or_default();
    Ok(Contents {
        log: log.iter().map(text).collect(),
        receipts: keys.iter().map(text).zip(texts.iter().map(text)).collect(),
    })
}

/// The latest entry with its number. None where there is none.
pub async fn last(name: &str) -> Result<Option<(usize, String)>, StoreError> {
    let database = open(name).await?;
    let read = read_last(&database).await;
    database.close();
    read.map_err(failed)
}

async fn read_last(database: &Database) -> Result<Option<(usize, String)>, Error> {
    let log = database.transaction(&[LOG], TransactionMode::ReadOnly)?.object_store(LOG)?;
    let Some(number) = last_number(&log).await? else { return Ok(None) };
    let entry = log.get(Query::Key(JsValue::from_f64(number as f64)))?.await?;
    Ok(Some((number, entry.and_then(|entry| entry.as_string()).unwrap_or_default())))
}

async fn last_number(log: &idb::ObjectStore) -> Result<Option<usize>, Error> {
    let cursor = log.open_key_cursor(None, Some(idb::CursorDirection::Prev))?.await?;
    match cursor {
        Some(cursor) => Ok(cursor.key()?.as_f64().map(|number| number as usize)),
        None => Ok(None),
    }
}

/// Writes all of a change, or nothing.
///
/// # Errors
/// `Conflict` where the log no longer ends at `after`.
pub async fn append(name: &str, change: &Change) -> Result<(), StoreError> {
    let database = open(name).await?;
    let written = write(&database, change).await;
    database.close();
    written
}

async fn write(database: &Database, change: &Change) -> Result<(), StoreError> {
    let transaction = database.transaction(&[LOG, RECEIPTS], TransactionMode::ReadWrite).map_err(failed)?;
    let log = transaction.object_store(LOG).map_err(failed)?;
    if last_number(&log).await.map_err(failed)?.unwrap_or(0) != change.after {
        return Err(StoreError::Conflict);
    }
    put(&transaction, change).map_err(failed)?;
    match transaction.await {
        Ok(result) if result.is_committed() => Ok(()),
        // A browser without room lets every request pass and breaks the transaction off.
        Ok(_) => Err(StoreError::Full),
        Err(error) => Err(failed(error)),
    }
}

/// Asks for all writes; whether they are done, the transaction says.
fn put(transaction: &Transaction, change: &Change) -> Result<(), Error> {
    let log = transaction.object_store(LOG)?;
    let receipts = transaction.object_store(RECEIPTS)?;
    for (index, entry) in change.entries.iter().enumerate() {
        let number = JsValue::from_f64((change.after + index + 1) as f64);
        log.add(&JsValue::from_str(entry), Some(&number))?;
    }
    for (id, text) in &change.receipts {
        receipts.put(&JsValue::from_str(text), Some(&JsValue::from_str(id)))?;
    }
    for id in &change.removed {
        receipts.delete(Query::Key(JsValue::from_str(id)))?;
    }
    Ok(())
}

/// Deletes everything.
pub async fn delete(name: &str) -> Result<(), StoreError> {
    let database = open(name).await?;
    let cleared = clear(&database).await;
    database.close();
    cleared.map_err(failed)
}

async fn clear(database: &Database) -> Result<(), Error> {
    let transaction = database.transaction(&[LOG, RECEIPTS], TransactionMode::ReadWrite)?;
    transaction.object_store(LOG)?.clear()?;
    transaction.object_store(RECEIPTS)?.clear()?;
    transaction.await.map(drop)
}

async fn open(name: &str) -> Result<Database, StoreError> {
    let factory = Factory::new().map_err(|_| StoreError::Blocked)?;
    let mut request = factory.open(name, Some(VERSION)).map_err(|_| StoreError::Blocked)?;
    request.on_upgrade_needed(|event| {
        // What cannot be made is missed at the first transaction, which says so.
        if let Ok(database) = event.database() {
            for store in [LOG, RECEIPTS] {
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    request.await.map_err(|_| StoreError::Blocked)
}

fn failed(error: Error) -> StoreError {
    match error {
        Error::DomException(exception) => match exception.name().as_str() {
            "QuotaExceededError" => StoreError::Full,
            // There is an entry with this number already.
            "ConstraintError" => StoreError::Conflict,
            _ => StoreError::Failed,
        },
        _ => StoreError::Failed,
    }
}
