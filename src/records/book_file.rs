//! The file in which HR's records go to another computer, or are kept safe. This is the
//! only place that says its form.
//!
//! Form 1: `{"kind":"social-workshop records","form":1,"course":…,"title":…,"log":[…],"receipts":{ID:TEXT}}`.
//! The log's records and the receipts' texts are copied as they are kept.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::book::Texts;
use super::log::{Log, Sealed, What};
use crate::words::EN;

const KIND: &str = "social-workshop records";
const FORM: u32 = 1;
/// A hundred thousand receipts are below this.
const LARGEST: usize = 500_000_000;

#[derive(Debug, Serialize, Deserialize)]
struct BookFile {
    kind: String,
    form: u32,
    course: String,
    #[serde(default)]
    title: String,
    log: Vec<String>,
    receipts: Texts,
}

/// Why a file was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    TooLarge,
    NotOurs,
    NewerForm,
    OtherCourse {
        title: String,
    },
    /// Its own chain breaks: it was changed after it was saved, or is cut off.
    Broken(super::log::Broken),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.records.log;
        match self {
            Refusal::TooLarge => f.write_str(words.file_too_large),
            Refusal::NotOurs => f.write_str(words.file_not_ours),
            Refusal::NewerForm => f.write_str(words.file_newer),
            Refusal::OtherCourse { title } => f.write_str(&(words.file_other_course)(title)),
            Refusal::Broken(broken) => f.write_str(&(words.file_broken)(&broken.to_string())),
        }
    }
}

/// The file for a log and its receipts.
pub fn export(course: &str, title: &str, log: &[String], receipts: &Texts) -> String {
    let file = BookFile {
        kind: KIND.to_owned(),
        form: FORM,
        course: course.to_owned(),
        title: title.to_owned(),
        log: log.to_vec(),
        receipts: receipts.clone(),
    };
    serde_json::to_string(&file).unwrap_or_default()
}

/// Whether a text begins as such a file does.
pub fn is_book(text: &str) -> bool {
    text.trim_start().starts_with(&format!("{{\"kind\":\"{KIND}\""))
}

/// Reads a file that was exported from the course with this id: the log's records, and
/// the receipts' texts.
pub fn import(course: &str, text: &str) -> Result<(Vec<String>, Texts), Refusal> {
    if text.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| Refusal::NotOurs)?;
    if value["kind"] != KIND {
        return Err(Refusal::NotOurs);
    }
    if value["form"].as_u64().is_some_and(|form| form > u64::from(FORM)) {
        return Err(Refusal::NewerForm);
    }
    let file: BookFile = serde_json::from_value(value).map_err(|_| Refusal::NotOurs)?;
    if file.course != course {
        return Err(Refusal::OtherCourse { title: file.title });
    }
    match Log::read(&file.log).broken {
        Some(broken) => Err(Refusal::Broken(broken)),
        None => Ok((file.log, file.receipts)),
    }
}

/// What another computer's log adds to ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merge {
    /// Nothing: all of it is here.
    Nothing,
    /// It goes on where ours ends.
    GoesOn(Vec<String>),
    /// Both went on after the entry `after`, each in its own way: both are kept.
    Fork { after: usize, records: Vec<String> },
}

/// Compares two logs that nobody changed.
pub fn merge(ours: &[String], theirs: &[String]) -> Merge {
    let common = ours.iter().zip(theirs).take_while(|(our, their)| our == their).count();
    let rest = &theirs[common..];
    if rest.is_empty() {
        return Merge::Nothing;
    }
    if common == ours.len() {
        return Merge::GoesOn(rest.to_vec());
    }
    let mut known = BTreeSet::new();
    ours.iter().for_each(|record| know(record, &mut known));
    if rest.iter().all(|record| known.contains(record)) {
        return Merge::Nothing;
    }
    Merge::Fork { after: common, records: rest.to_vec() }
}

/// Notes a record, and those that it joined.
fn know(record: &str, known: &mut BTreeSet<String>) {
    if let Some(Sealed { entry, .. }) = Sealed::from_record(record)
        && let What::Joined { records, .. } = entry.what
    {
        records.iter().for_each(|record| know(record, known));
    }
    known.insert(record.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::log::record;

    fn chain(after: &[String], by: &str, count: usize) -> Vec<String> {
        let mut records = after.to_vec();
        let mut last = after.last().and_then(|record| Sealed::from_record(record));
        for _ in 0..count {
            let (sealed, text) = record(last.as_ref(), 1, by, What::RenewalSet { months: 12 });
            last = Some(sealed);
            records.push(text);
        }
        records
    }

    fn joined(ours: &[String], after: usize, records: Vec<String>) -> Vec<String> {
        let last = ours.last().and_then(|record| Sealed::from_record(record));
        let (_, text) = record(last.as_ref(), 2, "Ada", What::Joined { after, records });
        [ours, &[text]].concat()
    }

    #[test]
    fn a_file_comes_back_as_it_was() {
        let log = chain(&[], "Ada", 2);
        let receipts = Texts::from([("id".to_owned(), "{}".to_owned())]);
        let text = export("small", "A small course", &log, &receipts);
        assert!(is_book(&text));
        assert_eq!(import("small", &text), Ok((log, receipts)));
        let other = Refusal::OtherCourse { title: "A small course".to_owned() };
        assert_eq!(import("knots", &text), Err(other));
    }

    #[test]
    fn a_file_that_cannot_be_right_is_refused() {
        let text = export("small", "A small course", &chain(&[], "Ada", 2), &Texts::new());
        assert_eq!(import("small", "{"), Err(Refusal::NotOurs));
        assert_eq!(import("small", "[]"), Err(Refusal::NotOurs));
        assert_eq!(
            import("small", &text.replace("\"form\":1,\"course\"", "\"form\":9,\"course\"")),
            Err(Refusal::NewerForm)
        );
        assert!(matches!(import("small", &text.replace("Ada", "Eve")), Err(Refusal::Broken(_))));
    }

    #[test]
    fn a_longer_log_goes_on_where_the_shorter_ends() {
        let short = chain(&[], "Ada", 2);
        let long = chain(&short, "Ada", 2);
        assert_eq!(merge(&short, &long), Merge::GoesOn(long[2..].to_vec()));
        assert_eq!(merge(&long, &short), Merge::Nothing);
        assert_eq!(merge(&long, &long), Merge::Nothing);
        assert_eq!(merge(&[], &long), Merge::GoesOn(long));
    }

    #[test]
    fn a_fork_keeps_both_and_is_joined_once() {
        let common = chain(&[], "Ada", 2);
        let ada = chain(&common, "Ada", 1);
        let bob = chain(&common, "Bob", 2);
        let Merge::Fork { after, records } = merge(&ada, &bob) else { panic!("a fork") };
        assert_eq!((after, records.as_slice()), (2, &bob[2..]));
        let ada = joined(&ada, after, records);
        assert_eq!(merge(&ada, &bob), Merge::Nothing);
        assert_eq!(Log::read(&ada).broken, None);
        assert_eq!(Log::read(&ada).done().len(), 6);
        let Merge::Fork { after, records } = merge(&bob, &ada) else { panic!("a fork") };
        let bob = joined(&bob, after, records);
        assert_eq!(Log::read(&bob).done().len(), 7);
    }
}
