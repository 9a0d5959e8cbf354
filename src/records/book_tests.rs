use super::*;
use crate::records::assignment::Due;
use crate::records::log::record;
use crate::records::receipt::{Accepted, ModuleScore};

/// A receipt of somebody for an assignment of this id.
pub fn receipt(id: &str, assignment: &str, state: State, passed: Option<i64>) -> Receipt {
    let module =
        ModuleScore { id: "start".to_owned(), lessons: 2, lessons_done: 1, ..ModuleScore::default() };
    Receipt {
        form: 1,
        id: id.to_owned(),
        learner: "Ada".to_owned(),
        state,
        passed: passed.map(Day),
        modules: vec![module],
        assignment: (!assignment.is_empty()).then(|| Accepted {
            assignment: Assignment { id: assignment.to_owned(), ..Assignment::default() },
            opened: Day(100),
            due: None,
        }),
        ..Receipt::default()
    }
}

/// The book of what was done, one thing after the other.
pub fn book(done: Vec<What>, receipts: &[Receipt]) -> Book {
    let (mut records, mut last) = (Vec::new(), None);
    for what in done {
        let (sealed, text) = record(last.as_ref(), 1000, "Hal", what);
        last = Some(sealed);
        records.push(text);
    }
    let texts = receipts.iter().map(|receipt| (receipt.id.clone(), text(receipt))).collect();
    Book::of(&Log::read(records), &texts)
}

fn text(receipt: &Receipt) -> String {
    serde_json::to_string(&Signed { receipt: receipt.clone(), signature: String::new() }).unwrap_or_default()
}

/// These receipts of a person come in.
pub fn imported(person: &str, receipts: &[Receipt]) -> What {
    let taken = |receipt: &Receipt| Taken {
        receipt: receipt.id.clone(),
        person: person.to_owned(),
        signature: Signature::Valid,
        text: sha256_hex(text(receipt).as_bytes()),
    };
    What::Imported { receipts: receipts.iter().map(taken).collect(), source: Source::File }
}

pub fn person(id: &str, name: &str, department: &str) -> Person {
    Person {
        id: id.to_owned(),
        name: name.to_owned(),
        department: department.to_owned(),
        ..Person::default()
    }
}

pub fn assignment(id: &str, to: &str, due: Due) -> Assignment {
    Assignment {
        id: id.to_owned(),
        to: Recipient { id: to.to_owned(), ..Recipient::default() },
        due,
        ..Assignment::default()
    }
}

#[test]
fn a_receipt_that_says_less_changes_nothing() {
    let passed = receipt("r1", "a", State::Passed, Some(110));
    let later = receipt("r2", "a", State::InProgress, None);
    let all = [passed, later];
    for order in [[0, 1], [1, 0]] {
        let order = order.map(|place| all[place].clone());
        let book = book(vec![imported("ada", &order)], &all);
        assert_eq!(book.best("ada", "a").map(|best| best.receipt.id.as_str()), Some("r1"));
        assert_eq!(book.evidence_of("ada").len(), 2);
    }
}

#[test]
fn a_later_pass_is_the_one_that_counts() {
    let all = [receipt("r1", "a", State::Passed, Some(500)), receipt("r2", "a", State::Passed, Some(110))];
    let book = book(vec![imported("ada", &all)], &all);
    assert_eq!(book.best("ada", "a").map(|best| best.receipt.id.as_str()), Some("r1"));
}

#[test]
fn a_receipt_counts_once() {
    let all = [receipt("r1", "a", State::Passed, Some(110))];
    let book = book(vec![imported("ada", &all), imported("bob", &all)], &all);
    assert_eq!((book.evidence_of("ada").len(), book.evidence_of("bob").len()), (1, 0));
}

#[test]
fn a_text_that_was_changed_does_not_count() {
    let taken = [receipt("r1", "a", State::InProgress, None)];
    let forged = [receipt("r1", "a", State::Passed, Some(110))];
    let book = book(vec![imported("ada", &taken)], &forged);
    assert_eq!(book.damaged[0].receipt, "r1");
    assert_eq!(book.best("ada", "a"), None);
}

#[test]
fn a_roster_says_more_than_an_assignment() {
    let known = person("7", "Ada", "Sales");
    let assigned = |people| What::Assigned { assignments: Vec::new(), people };
    let roster = What::RosterTaken { people: vec![known.clone()] };
    let book =
        book(vec![assigned(vec![person("7", "A.", "")]), roster, assigned(vec![person("7", "A.", "")])], &[]);
    assert_eq!(book.people["7"], known);
}

#[test]
fn an_assignment_is_for_whom_it_names_or_who_accepted_it() {
    let all = [receipt("r1", "open", State::InProgress, None)];
    let (ada, bob) = (person("1", "Ada", "Sales"), person("2", "Bob", "IT"));
    let group = Assignment {
        to: Recipient { group: "sales".to_owned(), ..Recipient::default() },
        ..assignment("group", "", Due::Open)
    };
    let assignments = vec![assignment("one", "2", Due::Open), assignment("open", "", Due::Open), group];
    let made = What::Assigned { assignments, people: vec![ada.clone(), bob.clone()] };
    let book = book(vec![made, imported("1", &all)], &all);
    let of = |person: &Person| -> Vec<&str> {
        let found = book.assignments.iter().filter(|assignment| book.is_for(assignment, person));
        found.map(|assignment| assignment.id.as_str()).collect()
    };
    assert_eq!(of(&ada), ["open", "group"]);
    assert_eq!(of(&bob), ["one"]);
}

#[test]
fn an_exemption_holds_until_its_day_and_until_it_is_ended() {
    let exempted = |modules: &[&str], until| What::Exempted {
        person: "ada".to_owned(),
        modules: modules.iter().map(|id| (*id).to_owned()).collect(),
        reason: "On leave".to_owned(),
        until,
    };
    let done = vec![exempted(&["start"], Some(Day(10))), exempted(&[], None)];
    let holds = |book: &Book, module, day| book.exemption("ada", module, Day(day)).is_some();
    let first = book(done[..1].to_vec(), &[]);
    assert!(holds(&first, "start", 10) && !holds(&first, "start", 11) && !holds(&first, "end", 10));
    assert!(holds(&book(done.clone(), &[]), "end", 99));
    let ended = [done, vec![What::ExemptionEnded { person: "ada".to_owned() }]].concat();
    assert!(!holds(&book(ended, &[]), "start", 1));
}

#[test]
fn nothing_is_left_of_somebody_who_was_removed() {
    let all = [receipt("r1", "a", State::Passed, Some(110))];
    let made = What::Assigned {
        assignments: vec![assignment("a", "ada", Due::Open)],
        people: vec![person("ada", "Ada", "")],
    };
    let removed = What::PersonRemoved { person: "ada".to_owned() };
    let done = vec![made, imported("ada", &all), removed, imported("ada", &all)];
    assert_eq!(book(done[..3].to_vec(), &[]), Book::default());
    assert_eq!(book(done, &all).evidence_of("ada").len(), 1, "it may come in again");
}
