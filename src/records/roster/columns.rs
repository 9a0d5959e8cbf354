//! Which column of a table is what.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a column may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Column {
    Id,
    /// The whole name, or the given one.
    Name,
    FamilyName,
    Email,
    Department,
    Manager,
}

impl Column {
    /// All of them, in the order in which they are asked for.
    pub const ALL: [Column; 6] =
        [Column::Id, Column::Name, Column::FamilyName, Column::Email, Column::Department, Column::Manager];

    /// Names in usual tables, the surest first; without blanks, signs and capitals.
    fn usual_names(self) -> impl Iterator<Item = &'static str> {
        let names = match self {
            Column::Id => {
                "employeeid personid personnelnumber employeenumber employeeno staffid staffnumber workerid \
                 userid personalnummer personalnr mitarbeiternummer mitarbeiternr mitarbeiterid persnr \
                 username benutzername id"
            }
            Column::Name => {
                "fullname displayname employeename vollständigername anzeigename firstname givenname \
                 forename vorname rufname name employee person mitarbeiter mitarbeiterin"
            }
            Column::FamilyName => "lastname familyname surname nachname familienname name",
            Column::Email => {
                "email emailaddress workemail primaryemail mail emailadresse mailadresse userprincipalname"
            }
            Column::Department => {
                "department dept team unit orgunit division abteilung bereich organisationseinheit \
                 costcenter kostenstelle"
            }
            Column::Manager => {
                "manager managername linemanager supervisor reportsto vorgesetzter vorgesetzte \
                 führungskraft teamleitung"
            }
        };
        names.split_whitespace()
    }
}

/// The places of the columns that a table has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns(BTreeMap<Column, usize>);

/// The names of the columns that HR chose, so that the next table is read alike. Kept in the
/// browser as JSON: `{"id":"Employee number","family_name":"Surname"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ColumnNames(BTreeMap<Column, String>);

impl Columns {
    /// What HR chose before, where the table has columns of those names; else what the names suggest.
    pub fn of(head: &[String], chosen: &ColumnNames) -> Self {
        let at = |name: &String| head.iter().position(|found| found == name);
        let known: BTreeMap<_, _> =
            chosen.0.iter().filter_map(|(column, name)| Some((*column, at(name)?))).collect();
        if !known.is_empty() && known.len() == chosen.0.len() {
            return Self(known);
        }
        Self::guess(head)
    }

    fn guess(head: &[String]) -> Self {
        let names: Vec<String> = head.iter().map(|name| plain(name)).collect();
        let mut found = Self::default();
        for column in Column::ALL {
            let is_free = |at: &usize| !found.0.values().any(|taken| taken == at);
            let mut places = column
                .usual_names()
                .filter_map(|usual| names.iter().position(|name| name == usual).filter(is_free));
            if let Some(at) = places.next() {
                found.0.insert(column, at);
            }
        }
        // A family name stands beside a given one and nothing else.
        let has_given = found.get(Column::Name).is_some_and(|at| {
            ["firstname", "givenname", "forename", "vorname", "rufname"].contains(&names[at].as_str())
        });
        if !has_given {
            found.0.remove(&Column::FamilyName);
        }
        found
    }

    /// Where a column stands.
    pub fn get(&self, column: Column) -> Option<usize> {
        self.0.get(&column).copied()
    }

    /// Says where a column stands, or that there is none.
    pub fn set(&mut self, column: Column, at: Option<usize>) {
        match at {
            Some(at) => drop(self.0.insert(column, at)),
            None => drop(self.0.remove(&column)),
        }
    }

    /// Whether there is a column by which people are known.
    pub fn identify(&self) -> bool {
        self.get(Column::Id).or(self.get(Column::Email)).is_some()
    }

    /// The names of these columns in a table.
    pub fn names(&self, head: &[String]) -> ColumnNames {
        let name = |(column, at): (&Column, &usize)| Some((*column, head.get(*at)?.clone()));
        ColumnNames(self.0.iter().filter_map(name).collect())
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
