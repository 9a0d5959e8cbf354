//! The matrix: each person and each module, and where they stand on a day.
//!
//! A pass that is still good counts before all else, then an exemption, then what is late.
//! Knows the book and the day; does not know how it is shown.

use std::collections::BTreeMap;

use super::assignment::Assignment;
use super::book::{Book, Evidence, assignment_of};
use super::receipt::{ModuleScore, State as ReceiptState};
use super::roster::Person;
use crate::learning::day::Day;

/// So many days before it expires, a pass is said to be expiring.
pub const EXPIRING_DAYS: u32 = 30;

/// Where somebody stands in a module. In the order of what HR looks for first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    Overdue,
    Expired,
    Expiring,
    NotStarted,
    InProgress,
    Passed,
    Exempt,
    /// Nobody assigned it, and no receipt speaks of it.
    #[default]
    NotAssigned,
}

impl State {
    pub const ALL: [State; 8] = [
        State::NotStarted,
        State::InProgress,
        State::Passed,
        State::Overdue,
        State::Expiring,
        State::Expired,
        State::Exempt,
        State::NotAssigned,
    ];
}

/// Where one person stands in one module.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cell {
    pub state: State,
    /// The last day for what is still to be done.
    pub due: Option<Day>,
    /// The latest pass.
    pub passed: Option<Day>,
    /// The first day on which that pass is no longer good.
    pub expires: Option<Day>,
}

impl Cell {
    /// The last day on which the pass is good.
    pub fn good_until(&self) -> Option<Day> {
        self.expires.map(|day| Day(day.0 - 1))
    }
}

/// A person's line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub person: Person,
    /// One a module.
    pub cells: Vec<Cell>,
}

/// Which rows are shown. Empty and None mean all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Part of a name, an e-mail address or an id, in small or capital letters.
    pub name: String,
    pub department: Option<String>,
    pub manager: Option<String>,
    /// In at least one module.
    pub state: Option<State>,
}

impl Filter {
    pub fn shows(&self, row: &Row) -> bool {
        let sought = self.name.trim().to_lowercase();
        let person = &row.person;
        let is_named = || {
            [&person.name, &person.email, &person.id].iter().any(|text| text.to_lowercase().contains(&sought))
        };
        let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
        (sought.is_empty() || is_named())
            && is(&self.department, &person.department)
            && is(&self.manager, &person.manager)
            && self.state.is_none_or(|state| row.cells.iter().any(|cell| cell.state == state))
    }
}

/// A line for each person of the book, by name, with a cell for each of these modules.
pub fn rows(book: &Book, modules: &[String], today: Day) -> Vec<Row> {
    let assigned = Assigned::of(book);
    let mut rows: Vec<Row> = book
        .people
        .values()
        .map(|person| {
            let assignments = assigned.to(book, person);
            let cells =
                modules.iter().map(|module| cell(book, person, &assignments, module, today)).collect();
            Row { person: person.clone(), cells }
        })
        .collect();
    rows.sort_by_cached_key(|row| (row.person.name.to_lowercase(), row.person.id.clone()));
    rows
}

/// The assignments of a book: those of one person, by id, and those that may be for several.
pub struct Assigned<'b> {
    by_person: BTreeMap<&'b str, Vec<&'b Assignment>>,
    others: Vec<&'b Assignment>,
}

impl<'b> Assigned<'b> {
    /// Looks through a book once.
    pub fn of(book: &'b Book) -> Self {
        let mut assigned = Self { by_person: BTreeMap::new(), others: Vec::new() };
        for assignment in &book.assignments {
            match assignment.to.id.as_str() {
                "" => assigned.others.push(assignment),
                id => assigned.by_person.entry(id).or_default().push(assignment),
            }
        }
        assigned
    }

    /// What is assigned to a person, also by somebody else than this book's HR.
    pub fn to(&self, book: &'b Book, person: &Person) -> Vec<&'b Assignment> {
        let own = self.by_person.get(person.id.as_str()).into_iter().flatten().copied();
        let shared = self.others.iter().copied().filter(|assignment| book.is_for(assignment, person));
        let mut found: Vec<_> = own.chain(shared).collect();
        for evidence in book.evidence_of(&person.id) {
            let Some(accepted) = &evidence.receipt.assignment else { continue };
            if !found.iter().any(|known| known.id == accepted.assignment.id) {
                found.push(&accepted.assignment);
            }
        }
        found
    }
}

/// Where one person stands in one module, by what is assigned to them.
fn cell(book: &Book, person: &Person, assignments: &[&Assignment], module: &str, today: Day) -> Cell {
    let covering = || assignments.iter().filter(|assignment| covers(assignment, module));
    let evidence = book.evidence_of(&person.id);
    let pass = latest_pass(book, evidence, module);
    let due = covering().filter_map(|assignment| due(assignment, evidence)).min();
    let begun = evidence.iter().any(|found| score(found, module).is_some_and(is_begun));
    let facts = Facts {
        pass,
        due,
        begun,
        assigned: covering().next().is_some(),
        exempt: book.exemption(&person.id, module, today).is_some(),
    };
    Cell {
        state: facts.state(today),
        due: due.filter(|_| pass.is_none()),
        passed: pass.map(|pass| pass.day),
        expires: pass.and_then(|pass| pass.expires),
    }
}

/// Whether a module is a part of what was assigned.
pub fn covers(assignment: &Assignment, module: &str) -> bool {
    assignment.modules.is_empty() || assignment.modules.iter().any(|id| id == module)
}

/// A pass, and the first day on which it is no longer good.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pass {
    pub day: Day,
    pub expires: Option<Day>,
}

/// What decides where somebody stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    pub pass: Option<Pass>,
    pub due: Option<Day>,
    pub begun: bool,
    pub assigned: bool,
    pub exempt: bool,
}

impl Facts {
    pub fn state(&self, today: Day) -> State {
        let is_over = |end: Day| end <= today;
        let expires = self.pass.and_then(|pass| pass.expires);
        match (self.pass, expires) {
            (Some(_), None) => State::Passed,
            (Some(_), Some(end)) if end > today.plus(EXPIRING_DAYS) => State::Passed,
            (Some(_), Some(end)) if !is_over(end) => State::Expiring,
            _ if self.exempt => State::Exempt,
            (Some(_), _) => State::Expired,
            _ if self.due.is_some_and(|due| due < today) => State::Overdue,
            _ if self.begun => State::InProgress,
            _ if self.assigned => State::NotStarted,
            _ => State::NotAssigned,
        }
    }
}

/// The latest pass that covers a module, and when it is no longer good: the pass that is good longest.
fn latest_pass(book: &Book, evidence: &[Evidence], module: &str) -> Option<Pass> {
    let passes = evidence.iter().filter(|found| score(found, module).is_some());
    passes
        .filter_map(|found| pass(book, found))
        .max_by_key(|pass| (pass.expires.is_none(), pass.expires, pass.day))
}

/// The pass that a receipt shows.
pub fn pass(book: &Book, evidence: &Evidence) -> Option<Pass> {
    let day = evidence.receipt.passed.filter(|_| evidence.receipt.state == ReceiptState::Passed)?;
    Some(Pass { day, expires: expires(book, evidence, day) })
}

/// The first day on which a pass is no longer good.
fn expires(book: &Book, evidence: &Evidence, passed: Day) -> Option<Day> {
    let id = assignment_of(&evidence.receipt);
    let made = book.assignment(id).filter(|_| !id.is_empty());
    let accepted = evidence.receipt.assignment.as_ref().map(|accepted| &accepted.assignment);
    let months = made.or(accepted).map_or(0, |assignment| assignment.valid_months);
    let months = if months == 0 { book.renewal_months } else { months };
    (months > 0).then(|| passed.plus_months(months))
}

/// The last day of an assignment for somebody with these receipts. Days after the first
/// opening are known once a receipt says when that was.
pub fn due(assignment: &Assignment, evidence: &[Evidence]) -> Option<Day> {
    let opened = evidence
        .iter()
        .filter_map(|found| found.receipt.assignment.as_ref())
        .filter(|accepted| accepted.assignment.id == assignment.id)
        .map(|accepted| accepted.opened)
        .min();
    match (assignment.due, opened) {
        (super::assignment::Due::After(_), None) => None,
        (due, opened) => due.day(opened.unwrap_or_default()),
    }
}

fn score<'e>(evidence: &'e Evidence, module: &str) -> Option<&'e ModuleScore> {
    evidence.receipt.modules.iter().find(|score| score.id == module)
}

/// Whether anything of a module was done.
pub fn is_begun(score: &ModuleScore) -> bool {
    score.lessons_done > 0 || score.right > 0
}

#[cfg(test)]
#[path = "matrix_tests.rs"]
mod tests;
