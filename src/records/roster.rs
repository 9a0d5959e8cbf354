//! The people of a company, as HR's own table has them.
//!
//! `table` reads the file, `columns` says which column is what, and here the rows become
//! people. A file is read whole or refused whole; a row that is no person, or one that
//! was there already, is left out and named.

pub mod columns;
pub mod kept;
pub mod table;

use std::collections::HashMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use self::columns::{Column, Columns};
use self::table::Table;
use crate::words::EN;

/// Somebody on the roster. Every field but the id may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Person {
    /// The person's id in HR's own system; where the table has none, the e-mail address.
    pub id: String,
    pub name: String,
    pub email: String,
    pub department: String,
    pub manager: String,
}

/// What the rows of a table are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    pub people: Vec<Person>,
    pub findings: Vec<Finding>,
}

/// Something that HR should know of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// As a text editor counts its lines, the head among them.
    pub row: usize,
    pub what: Found,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The same person as in an earlier row: left out.
    Again { id: String, first: usize },
    /// Nothing by which the person is known: left out.
    Unknown,
    /// More cells than the head has names, so that none of them is certain: left out.
    TooManyCells,
    /// No address, so no mail arrives; the person is kept.
    BadEmail { email: String },
}

impl Finding {
    /// Whether the row is left out.
    pub fn leaves_out(&self) -> bool {
        !matches!(self.what, Found::BadEmail { .. })
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.roster;
        let row = (words.row)(&self.row.to_string());
        let what = match &self.what {
            Found::Again { id, first } => (words.again)(id, &first.to_string()),
            Found::Unknown => words.unknown.to_owned(),
            Found::TooManyCells => words.too_many_cells.to_owned(),
            Found::BadEmail { email } => (words.bad_email)(email),
        };
        write!(f, "{row}: {what}")
    }
}

/// The people of a table.
pub fn people(table: &Table, columns: &Columns) -> Roster {
    let mut roster = Roster::default();
    let mut rows_by_id: HashMap<String, usize> = HashMap::new();
    for row in &table.rows {
        let mut find = |what| roster.findings.push(Finding { row: row.number, what });
        if row.cells.iter().skip(table.head.len()).any(|cell| !cell.is_empty()) {
            find(Found::TooManyCells);
            continue;
        }
        let person = person(&row.cells, columns);
        if person.id.is_empty() {
            find(Found::Unknown);
            continue;
        }
        // Addresses are the same in capitals.
        let id = if person.id.contains('@') { person.id.to_lowercase() } else { person.id.clone() };
        if let Some(first) = rows_by_id.get(&id) {
            find(Found::Again { id: person.id, first: *first });
            continue;
        }
        if !person.email.is_empty() && !is_address(&person.email) {
            find(Found::BadEmail { email: person.email.clone() });
        }
        rows_by_id.insert(id, row.number);
        roster.people.push(person);
    }
    roster
}

fn person(cells: &[String], columns: &Columns) -> Person {
    let cell = |column: Column| columns.get(column).and_then(|at| cells.get(at)).map_or("", String::as_str);
    let name = [cell(Column::Name), cell(Column::FamilyName)].join(" ").trim().to_owned();
    let email = cell(Column::Email).to_owned();
    let id = match cell(Column::Id) {
        "" => email.clone(),
        id => id.to_owned(),
    };
    let (department, manager) = (cell(Column::Department).to_owned(), cell(Column::Manager).to_owned());
    Person { id, name, email, department, manager }
}

fn is_address(text: &str) -> bool {
    let is_clean = !text.contains(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>'));
    is_clean && text.split_once('@').is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests;
