//! HR's book: who is to learn what, and what is known of them. One fold over the log and
//! the texts of the receipts; nothing else works it out, nothing stores it.
//!
//! Nothing falls back: a later receipt that says less changes nothing that an earlier one
//! shows, and every receipt stays in the history. Knows no clock and no storage.

use std::collections::{BTreeMap, BTreeSet};

use super::assignment::{Assignment, Recipient};
use super::digest::sha256_hex;
use super::log::{Entry, Log, Signature, Source, Taken, What};
use super::receipt::{Receipt, Signed, State};
use super::roster::Person;
use crate::learning::day::Day;

/// The texts of receipts by their id, as they are kept.
pub type Texts = BTreeMap<String, String>;

/// What HR's log and the receipts say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Book {
    /// By id.
    pub people: BTreeMap<String, Person>,
    /// In the order in which they were made.
    pub assignments: Vec<Assignment>,
    /// By person, in the order in which they came in.
    pub evidence: BTreeMap<String, Vec<Evidence>>,
    /// By person.
    pub exemptions: BTreeMap<String, Vec<Exemption>>,
    /// A pass is good for so many months where its assignment does not say; 0 means for good.
    pub renewal_months: u32,
    /// Receipts that the log names and whose text is gone, or is another one.
    pub damaged: Vec<Taken>,
    /// Where an assignment is, by its id: the first one, where several people have it.
    places: BTreeMap<String, usize>,
}

/// A receipt, and how it came here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    pub receipt: Receipt,
    pub signature: Signature,
    pub source: Source,
    /// Milliseconds since 1970, by the clock of HR's computer.
    pub imported: i64,
    pub imported_by: String,
}

/// Somebody need not learn something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Exemption {
    /// Empty means all of them.
    pub modules: Vec<String>,
    pub reason: String,
    pub until: Option<Day>,
    pub by: String,
    /// Milliseconds since 1970.
    pub at: i64,
}

impl Book {
    /// Folds what was done, with the texts of the receipts that it names.
    pub fn of(log: &Log, texts: &Texts) -> Self {
        let mut book = Self::default();
        let mut taken = BTreeSet::new();
        for entry in log.done() {
            book.take(entry, texts, &mut taken);
        }
        let ids = book.assignments.iter().enumerate().rev();
        book.places = ids.map(|(place, assignment)| (assignment.id.clone(), place)).collect();
        book
    }

    fn take(&mut self, entry: Entry, texts: &Texts, taken: &mut BTreeSet<String>) {
        match entry.what {
            What::Assigned { assignments, people } => {
                self.add_assignments(assignments);
                self.add_people(people, false);
            }
            What::RosterTaken { people } => self.add_people(people, true),
            What::Imported { receipts, source } => {
                for receipt in receipts {
                    if !taken.contains(&receipt.receipt)
                        && self.add_receipt(&receipt, source, entry.at, &entry.by, texts)
                    {
                        taken.insert(receipt.receipt);
                    }
                }
            }
            What::Exempted { person, modules, reason, until } => {
                let exemption = Exemption { modules, reason, until, by: entry.by, at: entry.at };
                self.exemptions.entry(person).or_default().push(exemption);
            }
            What::ExemptionEnded { person } => drop(self.exemptions.remove(&person)),
            What::RenewalSet { months } => self.renewal_months = months,
            What::PersonRemoved { person } => {
                for evidence in self.remove(&person) {
                    taken.remove(&evidence.receipt.id);
                }
            }
            What::Joined { .. } => {}
        }
    }

    /// An assignment that is made anew for the same person is the newer one.
    fn add_assignments(&mut self, assignments: Vec<Assignment>) {
        let key = |assignment: &Assignment| (assignment.id.clone(), assignment.to.id.clone());
        let mut places: BTreeMap<_, usize> =
            self.assignments.iter().enumerate().map(|(place, known)| (key(known), place)).collect();
        for assignment in assignments {
            match places.get(&key(&assignment)) {
                Some(place) => self.assignments[*place] = assignment,
                None => {
                    places.insert(key(&assignment), self.assignments.len());
                    self.assignments.push(assignment);
                }
            }
        }
    }

    fn add_people(&mut self, people: Vec<Person>, replace: bool) {
        for person in people.into_iter().filter(|person| !person.id.is_empty()) {
            let is_empty = |known: &Person| known.email.is_empty() && known.department.is_empty();
            if replace || self.people.get(&person.id).is_none_or(is_empty) {
                self.people.insert(person.id.clone(), person);
            }
        }
    }

    /// False where its text is gone, or is another one.
    fn add_receipt(&mut self, taken: &Taken, source: Source, at: i64, by: &str, texts: &Texts) -> bool {
        let text = texts.get(&taken.receipt).filter(|text| sha256_hex(text.as_bytes()) == taken.text);
        let Some(signed) = text.and_then(|text| serde_json::from_str::<Signed>(text).ok()) else {
            self.damaged.push(taken.clone());
            return false;
        };
        self.damaged.retain(|damaged| damaged.receipt != taken.receipt);
        let receipt = signed.receipt;
        // Somebody who is on no roster is known by what the receipt says.
        let named =
            || Person { id: taken.person.clone(), name: name_in(&receipt).to_owned(), ..Person::default() };
        self.people.entry(taken.person.clone()).or_insert_with(named);
        self.evidence.entry(taken.person.clone()).or_default().push(Evidence {
            receipt,
            signature: taken.signature,
            source,
            imported: at,
            imported_by: by.to_owned(),
        });
        true
    }

    fn remove(&mut self, person: &str) -> Vec<Evidence> {
        self.people.remove(person);
        self.exemptions.remove(person);
        self.assignments.retain(|assignment| assignment.to.id != person);
        self.damaged.retain(|damaged| damaged.person != person);
        self.evidence.remove(person).unwrap_or_default()
    }

    /// The id of the one person with this id, e-mail address or name. None where several have
    /// it, or nobody.
    pub fn person_called(&self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        if self.people.contains_key(typed) {
            return Some(typed.to_owned());
        }
        let sought = typed.to_lowercase();
        let is_called = |person: &&Person| {
            !sought.is_empty()
                && [&person.email, &person.name].iter().any(|name| name.to_lowercase() == sought)
        };
        let mut found = self.people.values().filter(is_called);
        let first = found.next()?;
        found.next().is_none().then(|| first.id.clone())
    }

    /// The receipts of a person, in the order in which they came in.
    pub fn evidence_of(&self, person: &str) -> &[Evidence] {
        self.evidence.get(person).map_or(&[], Vec::as_slice)
    }

    /// The receipt of a person that says most about an assignment; the later one of two
    /// that say the same.
    pub fn best(&self, person: &str, assignment: &str) -> Option<&Evidence> {
        let of_assignment = |evidence: &&Evidence| assignment_of(&evidence.receipt) == assignment;
        self.evidence_of(person).iter().filter(of_assignment).max_by_key(|evidence| worth(&evidence.receipt))
    }

    /// Whether an assignment is for this person: by id, by name, by group as the
    /// department, or because they have accepted it.
    pub fn is_for(&self, assignment: &Assignment, person: &Person) -> bool {
        let Recipient { id, name, group } = &assignment.to;
        if !id.is_empty() {
            return *id == person.id;
        }
        let accepted = || {
            self.evidence_of(&person.id).iter().any(|found| assignment_of(&found.receipt) == assignment.id)
        };
        (!name.is_empty() && name.eq_ignore_ascii_case(&person.name))
            || (!group.is_empty() && group.eq_ignore_ascii_case(&person.department))
            || accepted()
    }

    /// The assignment with this id; one of them, where several people have it.
    pub fn assignment(&self, id: &str) -> Option<&Assignment> {
        self.places.get(id).map(|place| &self.assignments[*place])
    }

    /// The exemption of a person from a module that holds on a day.
    pub fn exemption(&self, person: &str, module: &str, today: Day) -> Option<&Exemption> {
        let holds = |exemption: &&Exemption| {
            let covers = exemption.modules.is_empty() || exemption.modules.iter().any(|id| id == module);
            covers && exemption.until.is_none_or(|until| until >= today)
        };
        self.exemptions.get(person).and_then(|all| all.iter().rev().find(holds))
    }
}

/// The id of the assignment that a receipt is about; empty where there is none.
pub fn assignment_of(receipt: &Receipt) -> &str {
    receipt.assignment.as_ref().map_or("", |accepted| accepted.assignment.id.as_str())
}

/// What a receipt calls its learner: as HR did, else as the learner does.
pub fn name_in(receipt: &Receipt) -> &str {
    let given = receipt.assignment.as_ref().map_or("", |accepted| accepted.assignment.to.name.as_str());
    if given.is_empty() { &receipt.learner } else { given }
}

/// How much a receipt shows. A pass is worth more the later it was; anything else, the more
/// of it is mastered.
fn worth(receipt: &Receipt) -> (bool, Option<Day>, usize, Option<i64>) {
    let passed = receipt.state == State::Passed;
    (passed, receipt.passed.filter(|_| passed), receipt.mastered, receipt.latest)
}

#[cfg(test)]
#[path = "book_tests.rs"]
pub(super) mod tests;
