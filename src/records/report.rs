//! The report: a line for each person and assignment, as a table for HR and for other systems.
//!
//! Systems differ in the names and the order of columns and in how they write days. That is
//! data ([`Mapping`]), which HR chooses or writes; nothing here knows another system.

mod mapping;

pub use mapping::{Dates, Mapping, MappingError, PRESETS, Preset, columns};

use super::assignment::Assignment;
use super::book::{Book, Evidence, assignment_of};
use super::csv::table;
use super::log::{Signature, Source};
use super::matrix::{Assigned, Facts, State, covers, due, is_begun, pass};
use super::moment::utc;
use super::receipt::Receipt;
use super::roster::Person;
use crate::course::outline::Outline;
use crate::learning::day::Day;

/// The columns by their own names, in their own order. The first is a line's person.
pub const COLUMNS: [&str; 30] = [
    "person_id",
    "name",
    "email",
    "department",
    "manager",
    "assignment_id",
    "course_id",
    "course_title",
    "course_revision",
    "policy_version",
    "modules",
    "assigned_at",
    "assigned_by",
    "due_at",
    "status",
    "started_at",
    "completed_at",
    "score_percent",
    "passing_score",
    "attempts",
    "acknowledged_at",
    "valid_until",
    "days_overdue",
    "exemption_reason",
    "exempted_by",
    "source",
    "receipt_id",
    "signature",
    "imported_at",
    "imported_by",
];

/// What stands in a cell before it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Text(String),
    Number(i64),
    Day(Day),
    /// Milliseconds since 1970.
    Moment(i64),
    Nothing,
}

impl Value {
    fn text(text: &str) -> Self {
        Value::Text(text.to_owned())
    }

    fn day(day: Option<Day>) -> Self {
        day.map_or(Value::Nothing, Value::Day)
    }

    fn moment(at: Option<i64>) -> Self {
        at.map_or(Value::Nothing, Value::Moment)
    }

    fn written(&self, dates: Dates) -> String {
        match self {
            Value::Text(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            Value::Day(day) => dates.written(*day),
            Value::Moment(at) if dates == Dates::Iso => utc(*at),
            Value::Moment(at) => dates.written(Day(at.div_euclid(86_400_000))),
            Value::Nothing => String::new(),
        }
    }
}

/// The report of a book as a CSV file, by a mapping.
pub fn csv(book: &Book, outline: &Outline, today: Day, mapping: &Mapping) -> String {
    let head = mapping.columns.iter().map(|column| column.header.clone()).collect();
    let lines = lines(book, outline, today);
    let wanted = lines.iter().filter(|line| !mapping.completed_only || line.completed().is_some());
    let rows = wanted.map(|line| {
        let cell = |column: &mapping::Column| match &column.source {
            mapping::CellSource::Fixed(text) => text.clone(),
            mapping::CellSource::Column(name) => line.value(name).written(mapping.dates),
        };
        mapping.columns.iter().map(cell).collect::<Vec<_>>()
    });
    let written = table(std::iter::once(head).chain(rows));
    match mapping.byte_order_mark {
        true => written,
        false => written.trim_start_matches('\u{feff}').to_owned(),
    }
}

/// A person and what was assigned to them; nothing where they took the course unasked.
struct Line<'b> {
    book: &'b Book,
    outline: &'b Outline,
    today: Day,
    person: &'b Person,
    assignment: Option<&'b Assignment>,
    best: Option<&'b Evidence>,
}

fn lines<'b>(book: &'b Book, outline: &'b Outline, today: Day) -> Vec<Line<'b>> {
    let assigned = Assigned::of(book);
    let mut people: Vec<&Person> = book.people.values().collect();
    people.sort_by_cached_key(|person| (person.name.to_lowercase(), person.id.clone()));
    let mut lines = Vec::new();
    for person in people {
        let line = |assignment: Option<&'b Assignment>| {
            let best = book.best(&person.id, assignment.map_or("", |assignment| &assignment.id));
            Line { book, outline, today, person, assignment, best }
        };
        let assignments = assigned.to(book, person);
        let unasked = book.evidence_of(&person.id).iter().any(|one| assignment_of(&one.receipt).is_empty());
        lines.extend(assignments.iter().map(|assignment| line(Some(assignment))));
        if unasked || assignments.is_empty() {
            lines.push(line(None));
        }
    }
    lines
}

impl Line<'_> {
    fn receipt(&self) -> Option<&Receipt> {
        self.best.map(|best| &best.receipt)
    }

    fn completed(&self) -> Option<Day> {
        self.best.and_then(|best| pass(self.book, best)).map(|pass| pass.day)
    }

    /// The ids of the modules that it is about.
    fn modules(&self) -> Vec<&str> {
        let all = self.outline.modules.iter().map(|module| module.id.as_str());
        all.filter(|id| self.assignment.is_none_or(|assignment| covers(assignment, id))).collect()
    }

    fn exemption(&self) -> Option<&super::book::Exemption> {
        let of = |module: &&str| self.book.exemption(&self.person.id, module, self.today);
        let modules = self.modules();
        let first = modules.first().and_then(of);
        first.filter(|_| modules.iter().all(|module| of(module).is_some()))
    }

    fn due(&self) -> Option<Day> {
        due(self.assignment?, self.book.evidence_of(&self.person.id))
    }

    fn state(&self) -> State {
        let begun = |receipt: &Receipt| receipt.modules.iter().any(is_begun);
        let facts = Facts {
            pass: self.best.and_then(|best| pass(self.book, best)),
            due: self.due(),
            begun: self.receipt().is_some_and(begun),
            assigned: self.assignment.is_some(),
            exempt: self.exemption().is_some(),
        };
        facts.state(self.today)
    }

    fn value(&self, column: &str) -> Value {
        self.value_of_person(column).or_else(|| self.value_of_receipt(column)).unwrap_or(Value::Nothing)
    }

    fn value_of_person(&self, column: &str) -> Option<Value> {
        let (person, assignment) = (self.person, self.assignment);
        Some(match column {
            "person_id" => Value::text(&person.id),
            "name" => Value::text(&person.name),
            "email" => Value::text(&person.email),
            "department" => Value::text(&person.department),
            "manager" => Value::text(&person.manager),
            "assignment_id" => Value::text(&assignment?.id),
            "course_id" => Value::text(&self.outline.id),
            "course_title" => Value::text(&self.outline.title),
            "modules" => Value::Text(self.modules().join(" ")),
            "assigned_at" => Value::Day(assignment?.made),
            "assigned_by" => Value::text(&assignment?.by),
            "due_at" => Value::day(self.due()),
            "status" => Value::text(token(self.state())),
            "days_overdue" => match (self.state(), self.due()) {
                (State::Overdue, Some(due)) => Value::Number(self.today.0 - due.0),
                _ => Value::Nothing,
            },
            "exemption_reason" => Value::text(&self.exemption()?.reason),
            "exempted_by" => Value::text(&self.exemption()?.by),
            _ => return None,
        })
    }

    fn value_of_receipt(&self, column: &str) -> Option<Value> {
        let (best, receipt) = (self.best?, self.receipt()?);
        Some(match column {
            "course_revision" => Value::text(&receipt.course.version),
            "policy_version" => Value::text(&receipt.course.policy_version),
            "started_at" => Value::moment(receipt.begun),
            "completed_at" => Value::day(self.completed()),
            "score_percent" => Value::Number((receipt.mastered * 100).checked_div(receipt.assigned)? as i64),
            "passing_score" => Value::Number(i64::from(receipt.pass)),
            "attempts" => Value::Number(receipt.attempts as i64),
            "acknowledged_at" => Value::moment(receipt.acknowledged.iter().map(|one| one.at).max()),
            "valid_until" => Value::day(pass(self.book, best)?.expires.map(|day| Day(day.0 - 1))),
            "source" => Value::text(match best.source {
                Source::File => "file",
                Source::Paste => "paste",
                Source::Lrs => "lrs",
            }),
            "receipt_id" => Value::text(&receipt.id),
            "signature" => Value::text(match best.signature {
                Signature::Valid => "valid",
                Signature::UnknownKey => "unknown_key",
                Signature::None => "none",
                Signature::Unchecked => "unchecked",
            }),
            "imported_at" => Value::Moment(best.imported),
            "imported_by" => Value::text(&best.imported_by),
            _ => return None,
        })
    }
}

/// A state as other systems read it.
fn token(state: State) -> &'static str {
    match state {
        State::NotStarted => "not_started",
        State::InProgress => "in_progress",
        State::Passed => "passed",
        State::Overdue => "overdue",
        State::Expiring => "expiring",
        State::Expired => "expired",
        State::Exempt => "exempt",
        State::NotAssigned => "not_assigned",
    }
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod tests;
