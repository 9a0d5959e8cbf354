//! HR's log: what was assigned, imported, exempted, in the order in which it was done. This
//! is the only place that says the form of an entry.
//!
//! Form 1: `{"entry":{"form":1,"n":…,"at":…,"by":…,"what":…,"previous":…},"digest":…}`. The
//! digest is the SHA-256 of the entry's own bytes; `previous` is the digest of the entry before.
//! So a changed, removed or moved entry shows, in that record or in the next one. Whoever writes
//! the whole log anew can forge it: the digest of the last entry (the seal) is therefore shown,
//! to be noted elsewhere.
//!
//! Does not know where records are kept, what time it is, nor who signs a receipt.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::assignment::Assignment;
use super::digest::sha256_hex;
use super::roster::Person;
use crate::learning::day::Day;
use crate::words::EN;

/// The form that this version writes; it reads every form up to it.
pub const FORM: u32 = 1;
const HEAD: &str = "{\"entry\":";
const DIGEST: &str = ",\"digest\":\"";
/// Letters of a digest that are enough to compare two logs by eye.
const SEAL: usize = 12;

/// One thing that HR did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub form: u32,
    /// 1 for the first one.
    pub n: usize,
    /// Milliseconds since 1970, by the clock of HR's computer.
    pub at: i64,
    /// The name that HR gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub by: String,
    pub what: What,
    /// The digest of the entry before; empty in the first one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub previous: String,
}

/// What HR did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Assignments were made, to these people where they are known.
    Assigned { assignments: Vec<Assignment>, people: Vec<Person> },
    /// These people are in the company now; what was known of each is replaced.
    RosterTaken { people: Vec<Person> },
    /// Receipts were taken in, all at once.
    Imported { receipts: Vec<Taken>, source: Source },
    Exempted {
        person: String,
        /// The ids of the modules. Empty means all of them.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        modules: Vec<String>,
        reason: String,
        /// The last day; nothing means for good.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Day>,
    },
    /// All exemptions of a person end.
    ExemptionEnded { person: String },
    /// A pass is good for so many months where its assignment does not say; 0 means for good.
    RenewalSet { months: u32 },
    /// Somebody is no longer shown, and their receipts were deleted.
    PersonRemoved { person: String },
    /// What another computer's log holds behind the entry that both have, record by record.
    Joined { after: usize, records: Vec<String> },
}

impl Default for What {
    fn default() -> Self {
        What::RenewalSet { months: 0 }
    }
}

/// A receipt as it was taken in. Its text is kept apart, under its id.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    pub receipt: String,
    /// Whose it is, by the id of the person.
    pub person: String,
    pub signature: Signature,
    /// The SHA-256 of its text, so that a later change of the text shows.
    pub text: String,
}

/// What was found about the signature of a receipt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Signature {
    /// It is right, and of the browser that signed this person's earlier receipts, if there are any.
    Valid,
    /// It is right, and of another browser than this person's earlier receipts.
    UnknownKey,
    #[default]
    None,
    /// This browser cannot check it.
    Unchecked,
}

/// How receipts came in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    #[default]
    File,
    Paste,
    Lrs,
}

/// An entry with its digest, as it is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sealed {
    pub entry: Entry,
    pub digest: String,
}

/// Where the chain breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// The entry in this place (1 for the first) cannot be read.
    Unreadable(usize),
    /// It was changed after it was written.
    Changed(usize),
    /// It does not follow the one before it: something was removed, added or moved.
    OutOfPlace(usize),
}

impl Broken {
    /// The place of the entry, 1 for the first.
    pub fn at(self) -> usize {
        match self {
            Broken::Unreadable(n) | Broken::Changed(n) | Broken::OutOfPlace(n) => n,
        }
    }
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.records.log;
        let say = match self {
            Broken::Unreadable(_) => words.unreadable,
            Broken::Changed(_) => words.changed,
            Broken::OutOfPlace(_) => words.out_of_place,
        };
        f.write_str(&say(self.at()))
    }
}

impl Sealed {
    /// Reads a record. None where it is none, or of a form that only a later version knows.
    /// Its digest is the one that it names, right or wrong.
    pub fn from_record(record: &str) -> Option<Self> {
        let (entry, digest) = parts(record)?;
        let entry: Entry = serde_json::from_str(entry).ok()?;
        (entry.form <= FORM).then(|| Self { entry, digest: digest.to_owned() })
    }

    /// The first letters of the digest, to be compared by eye.
    pub fn seal(&self) -> &str {
        self.digest.get(..SEAL).unwrap_or(&self.digest)
    }
}

/// The bytes of the entry, and the digest that the record names.
fn parts(record: &str) -> Option<(&str, &str)> {
    let (entry, digest) = record.strip_prefix(HEAD)?.strip_suffix("\"}")?.rsplit_once(DIGEST)?;
    let is_digest = digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest.then_some((entry, digest))
}

/// The record of what comes after `last`.
pub fn record(last: Option<&Sealed>, at: i64, by: &str, what: What) -> (Sealed, String) {
    let entry = Entry {
        form: FORM,
        n: last.map_or(1, |last| last.entry.n + 1),
        at,
        by: by.to_owned(),
        what,
        previous: last.map(|last| last.digest.clone()).unwrap_or_default(),
    };
    // Structs of texts and numbers can always be written.
    let text = serde_json::to_string(&entry).unwrap_or_default();
    let digest = sha256_hex(text.as_bytes());
    let record = format!("{HEAD}{text}{DIGEST}{digest}\"}}");
    (Sealed { entry, digest }, record)
}

/// A log as it was read: whatever can be read of it, and where its chain breaks first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    pub entries: Vec<Sealed>,
    pub broken: Option<Broken>,
}

impl Log {
    /// Reads records in the order in which they are kept.
    pub fn read<R: AsRef<str>>(records: impl IntoIterator<Item = R>) -> Self {
        let mut log = Self::default();
        let mut before = String::new();
        for (index, record) in records.into_iter().enumerate() {
            let (n, record) = (index + 1, record.as_ref());
            let Some(sealed) = Sealed::from_record(record) else {
                log.broken = log.broken.or(Some(Broken::Unreadable(n)));
                before.clear();
                continue;
            };
            let is_whole =
                parts(record).is_some_and(|(entry, digest)| sha256_hex(entry.as_bytes()) == digest);
            let follows = sealed.entry.n == n && sealed.entry.previous == before;
            log.broken = log.broken.or(match (is_whole, follows) {
                (false, _) => Some(Broken::Changed(n)),
                (true, false) => Some(Broken::OutOfPlace(n)),
                (true, true) => None,
            });
            before.clone_from(&sealed.digest);
            log.entries.push(sealed);
        }
        log
    }

    /// The latest entry.
    pub fn last(&self) -> Option<&Sealed> {
        self.entries.last()
    }

    /// All that was done, also on other computers whose logs were joined, each once.
    pub fn done(&self) -> Vec<Entry> {
        let mut known = std::collections::BTreeSet::new();
        let mut done = Vec::with_capacity(self.entries.len());
        for sealed in &self.entries {
            collect(sealed.clone(), &mut known, &mut done);
        }
        done
    }
}

fn collect(sealed: Sealed, known: &mut std::collections::BTreeSet<String>, done: &mut Vec<Entry>) {
    if !known.insert(sealed.digest.clone()) {
        return;
    }
    if let What::Joined { records, .. } = &sealed.entry.what {
        for record in records {
            if let Some(joined) = Sealed::from_record(record) {
                collect(joined, known, done);
            }
        }
    }
    done.push(sealed.entry);
}

#[cfg(test)]
#[path = "log_tests.rs"]
mod tests;
