//! The text of a course folder, and places in it.
//!
//! Knows: files by their path inside the folder, what could not be read as
//! text, lines and columns. Does not know: disks. `command::folder` reads them.

use std::collections::BTreeMap;
use std::ops::Range;

/// A stretch of a file, in bytes of its [`SourceFile::text`].
pub type Span = Range<usize>;

/// One text file: the byte order mark is gone and line ends are `\n`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceFile {
    /// Path inside the course folder, with `/` between its parts.
    pub path: String,
    /// The text that all spans refer to.
    pub text: String,
    /// The file began with a byte order mark.
    pub had_byte_order_mark: bool,
    /// Where the first Windows line end (`\r\n`) was, as an offset in `text`.
    pub first_windows_line_end: Option<usize>,
}

impl SourceFile {
    /// Takes a file as it was stored and brings it into the one form that all
    /// parsers read.
    pub fn new(path: impl Into<String>, stored: &str) -> Self {
        let had_byte_order_mark = stored.starts_with('\u{feff}');
        let stored = stored.trim_start_matches('\u{feff}');
        let first_windows_line_end = stored.find("\r\n");
        let text = match first_windows_line_end {
            Some(_) => stored.replace("\r\n", "\n"),
            None => stored.to_owned(),
        };
        Self { path: path.into(), text, had_byte_order_mark, first_windows_line_end }
    }

    /// The inverse of [`SourceFile::new`]: `text` as it would be stored in this file.
    pub fn stored_form(&self, text: &str) -> String {
        let body = match self.first_windows_line_end {
            Some(_) => text.replace('\n', "\r\n"),
            None => text.to_owned(),
        };
        match self.had_byte_order_mark {
            true => format!("\u{feff}{body}"),
            false => body,
        }
    }
}

/// Why a file of the folder could not be read as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Not UTF-8: the bytes before this offset are.
    NotUtf8 { valid_up_to: usize, line: usize, column: usize },
    /// A symbolic link that leads out of the course folder.
    LeavesFolder,
    /// The system's own words.
    System(String),
}

/// A course folder in memory.
#[derive(Debug, Clone, Default)]
pub struct SourceFolder {
    /// The folder's name, for a course without an `id`.
    pub name: String,
    /// Text files (`.md`, `.toml`) by path.
    pub texts: BTreeMap<String, SourceFile>,
    /// All other files (images …), by path.
    pub others: Vec<String>,
    /// Files that could not be read.
    pub unreadable: Vec<(String, Unreadable)>,
}

impl SourceFolder {
    /// A folder from `(path, text)` pairs, as tests and generators make it.
    pub fn from_texts<'a>(name: &str, files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let texts =
            files.into_iter().map(|(path, text)| (path.to_owned(), SourceFile::new(path, text))).collect();
        Self { name: name.to_owned(), texts, ..Self::default() }
    }

    /// Whether a file is there, but could not be read.
    pub fn is_unreadable(&self, path: &str) -> bool {
        self.unreadable.iter().any(|(found, _)| found == path)
    }
}

/// Line and column of a byte offset, both counted from 1; a column is a character.
pub fn line_and_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// `path:line:column` of a place.
pub fn location(path: &str, text: &str, offset: usize) -> String {
    let (line, column) = line_and_column(text, offset);
    format!("{path}:{line}:{column}")
}

/// Joins a relative target to the folder of `from`. `None` when it leaves the course folder.
pub fn resolve(from: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            other => parts.push(other),
        }
    }
    Some(parts.join("/"))
}

/// The inverse of [`resolve`]: the target by which `from` names the file at `path`.
pub fn relative(from: &str, path: &str) -> String {
    let mut here: Vec<&str> = from.split('/').collect();
    here.pop();
    let mut there: Vec<&str> = path.split('/').collect();
    let shared = here.iter().zip(&there[..there.len() - 1]).take_while(|(a, b)| a == b).count();
    there.drain(..shared);
    format!("{}{}", "../".repeat(here.len() - shared), there.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_and_windows_line_ends_come_back_when_stored() {
        let stored = "\u{feff}one\r\ntwo\r\n";
        let file = SourceFile::new("a.md", stored);
        assert_eq!(file.text, "one\ntwo\n");
        assert_eq!(file.stored_form(&file.text), stored);
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(line_and_column("añb\ncd", 3), (1, 3));
        assert_eq!(line_and_column("añb\ncd", 5), (2, 1));
        assert_eq!(line_and_column("ab", 99), (1, 3));
    }

    #[test]
    fn a_target_that_leaves_the_folder_is_no_path() {
        assert_eq!(resolve("m/a.md", "../policy.md"), Some("policy.md".into()));
        assert_eq!(resolve("m/a.md", "./b/c.png"), Some("m/b/c.png".into()));
        assert_eq!(resolve("m/a.md", "../../etc"), None);
    }

    #[test]
    fn a_file_is_named_as_seen_from_another() {
        for (from, path, target) in [
            ("m/a.md", "policy.md", "../policy.md"),
            ("m/a.md", "m/b.md", "b.md"),
            ("p.md", "m/b.md", "m/b.md"),
        ] {
            assert_eq!(relative(from, path), target);
            assert_eq!(resolve(from, target).as_deref(), Some(path));
        }
    }
}
