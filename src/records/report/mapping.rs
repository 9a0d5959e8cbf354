//! Which columns a report has, what they are called, and how it writes days.
//!
//! Written as HR edits it, a line a column: `person_id = Login ID`. A column that always
//! holds the same words stands in quotes: `"Training" = Record Type`.

use std::fmt;

use super::COLUMNS;
use crate::learning::day::Day;
use crate::words::EN;

/// The columns of a report, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    pub columns: Vec<Column>,
    pub dates: Dates,
    /// Spreadsheets need it to read names in every script; some systems stumble over it.
    pub byte_order_mark: bool,
    /// Leaves out whoever has not passed.
    pub completed_only: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub source: CellSource,
    pub header: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellSource {
    /// One of [`COLUMNS`].
    Column(&'static str),
    /// The same words in each line.
    Fixed(String),
}

/// How days are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dates {
    /// `2026-11-28`; moments with their time, in UTC.
    #[default]
    Iso,
    /// `28/11/2026`
    DayFirst,
    /// `11/28/2026`
    MonthFirst,
    /// `28.11.2026`
    Dotted,
}

impl Dates {
    pub const ALL: [Dates; 4] = [Dates::Iso, Dates::DayFirst, Dates::MonthFirst, Dates::Dotted];

    pub fn written(self, day: Day) -> String {
        let iso = day.to_string();
        let mut parts = iso.rsplitn(3, '-');
        let (day, month, year) =
            (parts.next().unwrap_or(""), parts.next().unwrap_or(""), parts.next().unwrap_or(""));
        match self {
            Dates::Iso => iso.clone(),
            Dates::DayFirst => format!("{day}/{month}/{year}"),
            Dates::MonthFirst => format!("{month}/{day}/{year}"),
            Dates::Dotted => format!("{day}.{month}.{year}"),
        }
    }
}

/// A mapping for another system, as its own pages describe what it imports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Preset {
    pub name: &'static str,
    pub dates: Dates,
    pub byte_order_mark: bool,
    pub completed_only: bool,
    /// The written columns; empty means all, by their own names.
    pub columns: &'static str,
}

/// The first one is the report for people.
pub const PRESETS: [Preset; 5] = [
    Preset { name: "", dates: Dates::Iso, byte_order_mark: true, completed_only: false, columns: "" },
    Preset {
        name: "LearnUpon",
        dates: Dates::DayFirst,
        byte_order_mark: false,
        completed_only: true,
        columns: "email = Login ID\n\
                  course_title = Course Name\n\
                  assigned_at = Enrollment Created Date\n\
                  started_at = Enrollment Started Date\n\
                  completed_at = Enrollment Completed Date",
    },
    Preset {
        name: "Learning Pool",
        dates: Dates::Iso,
        byte_order_mark: false,
        completed_only: true,
        columns: "person_id = User Identifier\n\
                  course_id = Learning Experience External ID\n\
                  completed_at = Completion Date",
    },
    Preset {
        name: "Claromentis",
        dates: Dates::Iso,
        byte_order_mark: false,
        completed_only: true,
        columns: "receipt_id = Record ID\n\
                  name = Name\n\
                  \"Training\" = Record Type\n\
                  person_id = Object ID\n\
                  course_title = Title\n\
                  assigned_by = Training Provider\n\
                  completed_at = Completion Date",
    },
    Preset {
        name: "iSpring",
        dates: Dates::Iso,
        byte_order_mark: false,
        completed_only: false,
        columns: "person_id = userId\n\
                  course_id = courseId\n\
                  started_at = accessDate\n\
                  due_at = dueDate\n\
                  valid_until = expirationDate\n\
                  completed_at = completionDate\n\
                  status = completionStatus\n\
                  score_percent = awardedScore\n\
                  passing_score = passingScore",
    },
];

impl Preset {
    /// Its columns as HR edits them.
    pub fn written(&self) -> String {
        match self.columns {
            "" => COLUMNS.map(|name| format!("{name} = {name}")).join("\n"),
            columns => columns.to_owned(),
        }
    }

    pub fn mapping(&self) -> Mapping {
        Mapping {
            columns: columns(&self.written()).unwrap_or_default(),
            dates: self.dates,
            byte_order_mark: self.byte_order_mark,
            completed_only: self.completed_only,
        }
    }
}

/// Why columns cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MappingError {
    /// There is no column at all.
    Empty,
    /// The line (1 for the first) is not `column = Header`.
    NoHeader(usize),
    /// The line names a column that there is not.
    Unknown { line: usize, column: String },
}

impl fmt::Display for MappingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.records.report;
        match self {
            MappingError::Empty => f.write_str(words.no_columns),
            MappingError::NoHeader(line) => f.write_str(&(words.no_header)(*line)),
            MappingError::Unknown { line, column } => f.write_str(&(words.unknown_column)(*line, column)),
        }
    }
}

/// Reads columns as HR writes them.
///
/// # Errors
/// Where a line is no column, the first such line.
pub fn columns(written: &str) -> Result<Vec<Column>, MappingError> {
    let mut columns = Vec::new();
    for (index, text) in written.lines().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
        let line = index + 1;
        let (source, header) = text.split_once('=').ok_or(MappingError::NoHeader(line))?;
        let (source, header) = (source.trim(), header.trim());
        if header.is_empty() {
            return Err(MappingError::NoHeader(line));
        }
        let fixed = source.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let known = COLUMNS.iter().find(|name| **name == source);
        let source = match (fixed, known) {
            (Some(text), _) => CellSource::Fixed(text.to_owned()),
            (None, Some(name)) => CellSource::Column(name),
            (None, None) => return Err(MappingError::Unknown { line, column: source.to_owned() }),
        };
        columns.push(Column { source, header: header.to_owned() });
    }
    if columns.is_empty() { Err(MappingError::Empty) } else { Ok(columns) }
}
