//! `workshop check --write-ids`: writes an id at every question and option that has none.

use std::path::Path;

use super::{Stop, folder};
use crate::course::missing_ids::{self, Edit};

/// Writes the ids and says how many. Files with nothing to write are not touched.
pub fn run(dir: &Path) -> Result<usize, Stop> {
    let Ok(folder) = folder::read(dir) else {
        return Ok(0);
    };
    let mut written = 0;
    for file in folder.texts.values().filter(|file| file.path.ends_with(".md") && file.path.contains('/')) {
        let edits = missing_ids::find(&file.text);
        if edits.is_empty() {
            continue;
        }
        written += edits.len();
        let path = dir.join(&file.path);
        let text = file.stored_form(&Edit::apply(&edits, &file.text));
        replace(&path, &text).map_err(Stop::io(format!("write {}", path.display())))?;
    }
    Ok(written)
}

/// Replaces a file as a whole: a stop in the middle leaves the old one.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".writing~");
    std::fs::write(&beside, text)?;
    std::fs::rename(&beside, path)
}
