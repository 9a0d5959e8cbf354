//! The words of a roster: why it is not read, and what is wrong with its rows.

#[derive(Debug)]
pub struct RosterWords {
    pub empty: &'static str,
    pub too_large: &'static str,
    pub too_many_rows: &'static str,
    pub workbook: &'static str,
    pub not_text: &'static str,
    pub open_quote: fn(row: &str) -> String,
    pub head_alone: &'static str,

    pub row: fn(row: &str) -> String,
    pub again: fn(id: &str, first: &str) -> String,
    pub unknown: &'static str,
    pub too_many_cells: &'static str,
    pub bad_email: fn(email: &str) -> String,
}
