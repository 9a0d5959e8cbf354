//! Reads a course folder from the disk.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::course::diagnostic::Diagnostic;
use crate::course::mistake::Mistake;
use crate::course::source::{SourceFile, SourceFolder, Unreadable, line_and_column};

/// Reads all files of a course folder, or says that there is no such folder.
pub fn read(dir: &Path) -> Result<SourceFolder, Diagnostic> {
    let root = dir.canonicalize().map_err(|error| missing(dir, &error))?;
    if !root.is_dir() {
        return Err(missing(dir, &ErrorKind::NotADirectory.into()));
    }
    let name = root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let folder = SourceFolder { name, ..SourceFolder::default() };
    let mut reading = Reading { root: root.clone(), inside: vec![root.clone()], folder };
    reading.directory(&root, "");
    reading.folder.others.sort();
    Ok(reading.folder)
}

fn missing(dir: &Path, error: &std::io::Error) -> Diagnostic {
    let path = dir.display().to_string();
    let mistake = match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Mistake::MissingFolder { path },
        _ => Mistake::UnreadableFile { reason: error.to_string() },
    };
    Diagnostic { mistake, path: String::new(), span: 0..0 }
}

struct Reading {
    root: PathBuf,
    /// The folders that are being read, each inside the one before: a link back to one of them ends a ring.
    inside: Vec<PathBuf>,
    folder: SourceFolder,
}

impl Reading {
    fn directory(&mut self, directory: &Path, path: &str) {
        let entries = match fs::read_dir(directory) {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(path, Unreadable::System(error.to_string())),
        };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') || name.ends_with('~') {
                continue;
            }
            let inner = if path.is_empty() { name } else { format!("{path}/{name}") };
            self.entry(&entry.path(), &inner);
        }
    }

    fn entry(&mut self, full: &Path, path: &str) {
        let target = match full.canonicalize() {
            Ok(target) => target,
            Err(error) => return self.unreadable(path, Unreadable::System(error.to_string())),
        };
        if !target.starts_with(&self.root) {
            return self.unreadable(path, Unreadable::LeavesFolder);
        }
        if target.is_dir() {
            if !self.inside.contains(&target) {
                self.inside.push(target);
                self.directory(full, path);
                self.inside.pop();
            }
            return;
        }
        if !(path.ends_with(".md") || path.ends_with(".toml")) {
            self.folder.others.push(path.to_owned());
            return;
        }
        match fs::read(full) {
            Ok(bytes) => self.text(bytes, path),
            Err(error) => self.unreadable(path, Unreadable::System(error.to_string())),
        }
    }

    fn text(&mut self, bytes: Vec<u8>, path: &str) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.folder.texts.insert(path.to_owned(), SourceFile::new(path, &text));
            }
            Err(error) => {
                let valid_up_to = error.utf8_error().valid_up_to();
                let valid = String::from_utf8_lossy(&error.as_bytes()[..valid_up_to]).into_owned();
                let (line, column) = line_and_column(&valid, valid_up_to);
                self.unreadable(path, Unreadable::NotUtf8 { valid_up_to, line, column });
            }
        }
    }

    fn unreadable(&mut self, path: &str, reason: Unreadable) {
        self.folder.unreadable.push((path.to_owned(), reason));
    }
}
