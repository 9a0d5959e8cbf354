//! A table as HR's system wrote it: rows of cells, whatever its letters and separators.

use std::borrow::Cow;
use std::fmt;

use crate::words::EN;

/// More people than that are no roster, or not for one browser.
pub const MOST_ROWS: usize = 50_000;
/// Fifty thousand long rows.
pub const MOST_BYTES: usize = 20_000_000;
/// A longer cell is a quotation mark that nobody closed.
const LONGEST_CELL: usize = 2_000;
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A table with a head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    pub head: Vec<String>,
    /// Without those that are empty.
    pub rows: Vec<Row>,
    /// Its letters may be others than they seem: it is neither UTF-8 nor UTF-16.
    pub is_guessed: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// As a text editor counts the lines.
    pub number: usize,
    /// Without blanks around them.
    pub cells: Vec<String>,
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableRefusal {
    Empty,
    TooLarge,
    TooManyRows,
    /// A workbook, as Excel saves it.
    Workbook,
    NotText,
    /// The row with a quotation mark that nobody closed.
    OpenQuote(usize),
    /// There is a head and nothing below it.
    HeadAlone,
}

impl fmt::Display for TableRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.roster;
        match self {
            TableRefusal::Empty => f.write_str(words.empty),
            TableRefusal::TooLarge => f.write_str(words.too_large),
            TableRefusal::TooManyRows => f.write_str(words.too_many_rows),
            TableRefusal::Workbook => f.write_str(words.workbook),
            TableRefusal::NotText => f.write_str(words.not_text),
            TableRefusal::OpenQuote(row) => f.write_str(&(words.open_quote)(&row.to_string())),
            TableRefusal::HeadAlone => f.write_str(words.head_alone),
        }
    }
}

/// Reads a file.
///
/// # Errors
/// Where it is no table of text, or a larger one than a browser should hold.
pub fn read(bytes: &[u8]) -> Result<Table, TableRefusal> {
    if bytes.len() > MOST_BYTES {
        return Err(TableRefusal::TooLarge);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableRefusal::Workbook);
    }
    let (text, is_guessed) = decoded(bytes);
    if text.contains('\0') {
        return Err(TableRefusal::NotText);
    }
    let mut rows = rows(&text)?;
    let Some(head) = (!rows.is_empty()).then(|| rows.remove(0)) else { return Err(TableRefusal::Empty) };
    if rows.is_empty() {
        return Err(TableRefusal::HeadAlone);
    }
    Ok(Table { head: head.cells, rows, is_guessed })
}

fn rows(text: &str) -> Result<Vec<Row>, TableRefusal> {
    // Some programs name the separator in a line of its own.
    let (named, text, before) = match text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n')) {
        Some((separator, rest)) => (separator.bytes().next(), rest, 1),
        None => (None, text, 0),
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(named.unwrap_or_else(|| separator(text)))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut line = LineCount::default();
    // Text in memory can always be read.
    while reader.read_record(&mut record).unwrap_or(false) {
        let start = record.position().map_or(0, csv::Position::byte) as usize;
        let number = before + line.of_record(text, start);
        if record.iter().any(|cell| cell.len() > LONGEST_CELL) {
            return Err(TableRefusal::OpenQuote(number));
        }
        let cells: Vec<_> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(Row { number, cells });
        }
        if rows.len() > MOST_ROWS + 1 {
            return Err(TableRefusal::TooManyRows);
        }
    }
    Ok(rows)
}

/// Counts lines from one record to the next.
#[derive(Debug, Default)]
struct LineCount {
    byte: usize,
    lines: usize,
}

impl LineCount {
    /// The line of a record whose reading began at this byte, perhaps before empty lines.
    fn of_record(&mut self, text: &str, start: usize) -> usize {
        let bytes = text.as_bytes();
        let empty = bytes[start..].iter().take_while(|byte| matches!(byte, b'\n' | b'\r')).count();
        let end = start + empty;
        self.lines += bytes[self.byte..end].iter().filter(|byte| **byte == b'\n').count();
        self.byte = end;
        self.lines + 1
    }
}

/// What stands most often in the first line, outside of quotation marks.
fn separator(text: &str) -> u8 {
    let line = text.trim_start().lines().next().unwrap_or_default();
    let outside: String = line.split('"').step_by(2).collect();
    let count = |separator: &u8| outside.bytes().filter(|byte| byte == separator).count();
    // The first of those that stand equally often.
    SEPARATORS.into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// The text of a file, and whether its letters were guessed.
fn decoded(bytes: &[u8]) -> (Cow<'_, str>, bool) {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return (String::from_utf8_lossy(rest), std::str::from_utf8(rest).is_err());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return (utf16(rest, u16::from_le_bytes).into(), false);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return (utf16(rest, u16::from_be_bytes).into(), false);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.into(), false),
        Err(_) => (bytes.iter().map(|byte| windows_1252(*byte)).collect::<String>().into(), true),
    }
}

fn utf16(bytes: &[u8], number: fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| number([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// WHATWG, "Encoding Standard", index windows-1252, which holds ISO 8859-1.
fn windows_1252(byte: u8) -> char {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => UPPER[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}
