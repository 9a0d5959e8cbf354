//! Judges receipts before they are taken in: each is shown for what it is, and nothing is
//! kept until HR says so.
//!
//! Whether a signature is right is an argument: only a browser can tell. Does not know
//! where receipts come from, nor where they go.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, assignment_of, name_in};
use super::digest::sha256_hex;
use super::log::{Signature, Taken};
use super::receipt::reading::{ReceiptRefusal, read_all};
use super::receipt::{CourseVersion, Receipt, Signed};

/// What a browser says of a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Wrong,
    /// The receipt has none.
    Missing,
    /// The browser has no Ed25519.
    Unchecked,
}

/// A receipt or what looks like one, as it was found in a file or a paste.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The name of the file; empty for a paste.
    pub file: String,
    pub what: Result<Signed, ReceiptRefusal>,
}

/// All that a text holds.
pub fn found(file: &str, text: &str) -> Vec<Found> {
    let reading = read_all(text);
    let refusals = reading.refusals.into_iter().map(Err);
    let all = reading.receipts.into_iter().map(Ok).chain(refusals);
    all.map(|what| Found { file: file.to_owned(), what }).collect()
}

/// Why a receipt is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Unreadable(ReceiptRefusal),
    /// It was taken before.
    Duplicate,
    /// It stands in this import twice.
    Twice,
    WrongSignature,
    /// It is about another course, whose title this is.
    OtherCourse(String),
}

/// What is to be known about a receipt that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Nobody here made its assignment.
    UnknownAssignment,
    /// Its course had another version.
    OtherVersion,
    Unsigned,
    /// Another browser signed this person's earlier receipts.
    OtherKey,
    Unchecked,
}

/// A judged receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    pub file: String,
    /// What can be read of it.
    pub signed: Option<Signed>,
    pub refusal: Option<Refusal>,
    pub doubts: Vec<Doubt>,
    pub signature: Signature,
    /// The id of the person whose it is. None where HR has to say.
    pub person: Option<String>,
    /// Whether HR wants it: at first, where nothing is to be decided.
    pub wanted: bool,
}

impl Judged {
    /// Whether it is taken as it stands.
    pub fn is_taken(&self) -> bool {
        self.refusal.is_none() && self.wanted && self.person.is_some()
    }

    /// Whether HR has to say something before it can be taken.
    pub fn is_open(&self) -> bool {
        self.refusal.is_none() && (self.person.is_none() || self.doubts.contains(&Doubt::UnknownAssignment))
    }

    fn refused(file: String, signed: Option<Signed>, refusal: Refusal) -> Self {
        Self {
            file,
            signed,
            refusal: Some(refusal),
            doubts: Vec::new(),
            signature: Signature::None,
            person: None,
            wanted: false,
        }
    }
}

/// Judges what was found, in its order, by a book and the course as it is now. `verdicts`
/// are of the receipts that could be read, in the same order.
pub fn judge(book: &Book, course: &CourseVersion, all: Vec<Found>, verdicts: &[Verdict]) -> Vec<Judged> {
    let mut judge = Judge::of(book, course);
    let mut verdicts = verdicts.iter().copied();
    let mut judged = Vec::with_capacity(all.len());
    for Found { file, what } in all {
        judged.push(match what {
            Err(refusal) => Judged::refused(file, None, Refusal::Unreadable(refusal)),
            Ok(signed) => judge.receipt(file, signed, verdicts.next().unwrap_or(Verdict::Unchecked)),
        });
    }
    judged
}

struct Judge<'b> {
    book: &'b Book,
    course: &'b CourseVersion,
    /// Receipts that were taken before.
    known: BTreeSet<&'b str>,
    /// Receipts of this import.
    here: BTreeSet<String>,
    /// People by their name or e-mail address in small letters; None where several have it.
    by_name: BTreeMap<String, Option<&'b str>>,
    /// The keys that signed each person's receipts.
    keys: BTreeMap<String, BTreeSet<String>>,
}

impl<'b> Judge<'b> {
    fn of(book: &'b Book, course: &'b CourseVersion) -> Self {
        let mut by_name = BTreeMap::new();
        for person in book.people.values() {
            for name in [&person.name, &person.email].into_iter().filter(|name| !name.is_empty()) {
                let place: &mut Option<&str> =
                    by_name.entry(name.to_lowercase()).or_insert(Some(person.id.as_str()));
                *place = place.filter(|known| *known == person.id);
            }
        }
        let evidence =
            || book.evidence.iter().flat_map(|(person, all)| all.iter().map(move |one| (person, one)));
        let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (person, one) in evidence().filter(|(_, one)| !one.receipt.key.is_empty()) {
            keys.entry(person.clone()).or_default().insert(one.receipt.key.clone());
        }
        let known = evidence().map(|(_, one)| one.receipt.id.as_str()).collect();
        Self { book, course, known, here: BTreeSet::new(), by_name, keys }
    }

    fn receipt(&mut self, file: String, signed: Signed, verdict: Verdict) -> Judged {
        let receipt = &signed.receipt;
        let refusal = if receipt.course.id != self.course.id {
            Some(Refusal::OtherCourse(receipt.course.title.clone()))
        } else if verdict == Verdict::Wrong {
            Some(Refusal::WrongSignature)
        } else if self.known.contains(receipt.id.as_str()) {
            Some(Refusal::Duplicate)
        } else if !self.here.insert(receipt.id.clone()) {
            Some(Refusal::Twice)
        } else {
            None
        };
        if let Some(refusal) = refusal {
            return Judged::refused(file, Some(signed), refusal);
        }
        let person = self.person(receipt);
        let signature = self.signature(receipt, person.as_deref(), verdict);
        let doubts = self.doubts(receipt, signature);
        let wanted = !doubts.contains(&Doubt::UnknownAssignment);
        Judged { file, signed: Some(signed), refusal: None, doubts, signature, person, wanted }
    }

    /// Whose a receipt is: by the id that HR gave, else by a name that one person alone has.
    fn person(&self, receipt: &Receipt) -> Option<String> {
        let to = receipt.assignment.as_ref().map(|accepted| &accepted.assignment.to);
        if let Some(to) = to.filter(|to| self.book.people.contains_key(&to.id)) {
            return Some(to.id.clone());
        }
        let name = name_in(receipt).trim().to_lowercase();
        self.by_name.get(&name).copied().flatten().map(str::to_owned)
    }

    fn signature(&mut self, receipt: &Receipt, person: Option<&str>, verdict: Verdict) -> Signature {
        match verdict {
            Verdict::Missing | Verdict::Wrong => return Signature::None,
            Verdict::Unchecked => return Signature::Unchecked,
            Verdict::Right => {}
        }
        let Some(person) = person else { return Signature::Valid };
        let keys = self.keys.entry(person.to_owned()).or_default();
        let is_known = keys.is_empty() || keys.contains(&receipt.key);
        keys.insert(receipt.key.clone());
        if is_known { Signature::Valid } else { Signature::UnknownKey }
    }

    fn doubts(&self, receipt: &Receipt, signature: Signature) -> Vec<Doubt> {
        let assignment = assignment_of(receipt);
        let by_signature = match signature {
            Signature::Valid => None,
            Signature::None => Some(Doubt::Unsigned),
            Signature::UnknownKey => Some(Doubt::OtherKey),
            Signature::Unchecked => Some(Doubt::Unchecked),
        };
        let is_unknown = !assignment.is_empty() && self.book.assignment(assignment).is_none();
        let is_other = receipt.course.version != self.course.version;
        let unknown = is_unknown.then_some(Doubt::UnknownAssignment);
        let other = is_other.then_some(Doubt::OtherVersion);
        [unknown, other, by_signature].into_iter().flatten().collect()
    }
}

/// What the log says of the receipts that are taken, and their texts by id.
pub fn taken(judged: &[Judged]) -> (Vec<Taken>, Vec<(String, String)>) {
    let wanted = judged.iter().filter(|judged| judged.is_taken());
    wanted
        .filter_map(|judged| {
            let signed = judged.signed.as_ref()?;
            let (id, text) = (signed.receipt.id.clone(), signed.to_text());
            let taken = Taken {
                receipt: id.clone(),
                person: judged.person.clone()?,
                signature: judged.signature,
                text: sha256_hex(text.as_bytes()),
            };
            Some((taken, (id, text)))
        })
        .unzip()
}

/// An id for somebody who is on no roster, from what a receipt says of them.
pub fn new_person_id(receipt: &Receipt) -> String {
    let given = receipt.assignment.as_ref().map_or("", |accepted| accepted.assignment.to.id.as_str());
    match (given, name_in(receipt).trim()) {
        ("", "") => receipt.id.chars().take(8).collect(),
        ("", name) => name.to_lowercase(),
        (id, _) => id.to_owned(),
    }
}

#[cfg(test)]
#[path = "import_tests.rs"]
mod tests;
