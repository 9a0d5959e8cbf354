//! What an LRS knows, as receipts: HR's book takes them as it takes those that learners give.
//!
//! They are made from the events as a learner's own are, by the same fold. Nobody signed them:
//! what they prove is that the LRS has it so.

use std::collections::BTreeMap;

use super::read::{Acknowledged, Person};
use crate::course::outline::Outline;
use crate::learning::day::Calendar;
use crate::records::book::Book;
use crate::records::receipt::making::Making;
use crate::records::receipt::{Accepted, AcknowledgedClause, Receipt, Signed};

/// Hexadecimal digits by which a receipt tells words apart.
const SHORT: usize = 16;

/// The receipts of these people: one for each assignment that the book has for somebody, else
/// one for the whole course. An account is a person of the book by the person's id.
pub fn receipts(
    people: &[Person],
    outline: &Outline,
    book: &Book,
    calendar: Calendar,
    engine: &str,
) -> Vec<Signed> {
    people.iter().flat_map(|person| of_person(person, outline, book, calendar, engine)).collect()
}

fn of_person(
    person: &Person,
    outline: &Outline,
    book: &Book,
    calendar: Calendar,
    engine: &str,
) -> Vec<Signed> {
    let known = book.people.get(&person.account.name);
    let opened =
        person.events.iter().map(|event| event.at).min().map_or(calendar.today, |at| calendar.day(at));
    let is_theirs = |assignment: &&_| known.is_some_and(|known| book.is_for(assignment, known));
    let mut scopes: Vec<Option<Accepted>> = book
        .assignments
        .iter()
        .filter(is_theirs)
        .map(|assignment| Some(Accepted::of(assignment.clone(), opened)))
        .collect();
    if scopes.is_empty() {
        scopes.push(None);
    }
    let name = known.map(|known| known.name.trim()).filter(|name| !name.is_empty());
    let learner = name.unwrap_or(&person.account.name);
    let receipt = |accepted: Option<Accepted>| {
        let making = Making { outline, accepted, learner, calendar, engine, key: "" };
        let mut receipt = Receipt::of(&person.events, making);
        receipt.acknowledged = latest(&person.acknowledged, outline);
        receipt.id = receipt.id_of_content();
        Signed { receipt, ..Signed::default() }
    };
    scopes.into_iter().map(receipt).collect()
}

/// Of each clause the words that were received last, in the order of the policy.
fn latest(acknowledged: &[Acknowledged], outline: &Outline) -> Vec<AcknowledgedClause> {
    let mut latest: BTreeMap<&str, &Acknowledged> = BTreeMap::new();
    for one in acknowledged {
        let known = latest.entry(&one.clause).or_insert(one);
        if one.at > known.at {
            *known = one;
        }
    }
    let clauses = outline.clauses.iter().filter_map(|clause| latest.get(clause.id.as_str()));
    let short = |digest: &str| digest.chars().take(SHORT).collect();
    clauses
        .map(|one| AcknowledgedClause {
            clause: one.clause.clone(),
            version: one.version.clone(),
            words: short(&one.words),
            at: one.at,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::samples::{Answer, events, lesson, on_clause, outline};
    use crate::records::assignment::{Assignment, Recipient};
    use crate::records::receipt::State;
    use crate::records::roster;
    use crate::records::xapi::statement::Account;

    fn person(name: &str) -> Person {
        let acknowledged = |words: &str, at| Acknowledged {
            clause: "X-1".into(),
            version: "1".into(),
            words: words.repeat(64),
            at,
        };
        Person {
            account: Account { home_page: "https://people.example.com/".into(), name: name.into() },
            events: events([Answer::right("a").on(1), Answer::right("b").on(2)]),
            acknowledged: vec![acknowledged("b", 2), acknowledged("a", 1)],
            ..Person::default()
        }
    }

    #[test]
    fn the_book_takes_what_an_lrs_knows_by_assignment_or_as_a_whole() {
        let outline = outline(vec![lesson("l", vec![on_clause("a", "X-1", &["b"])])]);
        let mut book = Book::default();
        let to = Recipient { id: "0042".into(), ..Recipient::default() };
        let assignment =
            Assignment { id: "as".into(), modules: vec!["m".into()], to, ..Assignment::default() };
        book.assignments.push(assignment);
        let known = roster::Person { id: "0042".into(), name: "Zoë".into(), ..roster::Person::default() };
        book.people.insert("0042".into(), known);
        let calendar = Calendar::at(40 * 86_400_000, 0);
        let found = receipts(&[person("0042"), person("0007")], &outline, &book, calendar, "1");
        let said = |signed: &Signed| {
            let receipt = &signed.receipt;
            let assigned = receipt.assignment.as_ref().map(|accepted| accepted.assignment.id.clone());
            (receipt.learner.clone(), assigned, receipt.state)
        };
        let expected = [
            ("Zoë".to_owned(), Some("as".to_owned()), State::Passed),
            ("0007".to_owned(), None, State::Passed),
        ];
        assert_eq!(found.iter().map(said).collect::<Vec<_>>(), expected);
        let receipt = &found[0].receipt;
        assert_eq!(receipt.acknowledged[0].words, "b".repeat(16));
        assert_eq!(receipt.id, receipt.id_of_content());
    }
}
