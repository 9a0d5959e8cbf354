//! `workshop new`: a small sample course to start from.

use std::fs;
use std::path::Path;

use super::Stop;

/// The sample's files. Each says in its own text how it works.
const FILES: [(&str, &str); 7] = [
    ("course.toml", include_str!("sample/course.toml")),
    ("policy.md", include_str!("sample/policy.md")),
    ("glossary.md", include_str!("sample/glossary.md")),
    ("01-start/index.md", include_str!("sample/01-start/index.md")),
    ("01-start/01-welcome.md", include_str!("sample/01-start/01-welcome.md")),
    ("01-start/02-first-scenario.md", include_str!("sample/01-start/02-first-scenario.md")),
    ("01-start/03-kinds-of-questions.md", include_str!("sample/01-start/03-kinds-of-questions.md")),
];

/// Writes the sample into a folder that is new or empty.
pub fn run(dir: &Path) -> Result<(), Stop> {
    let advice = "Name a new folder.";
    let occupied = || Stop::Occupied { path: dir.to_owned(), advice };
    if dir.exists() && fs::read_dir(dir).map_err(|_| occupied())?.next().is_some() {
        return Err(occupied());
    }
    for (path, text) in FILES {
        let full = dir.join(path);
        if let Some(parent) = full.parent() {
            fs::create_dir_all(parent).map_err(Stop::io(format!("make {}", parent.display())))?;
        }
        fs::write(&full, text).map_err(Stop::io(format!("write {}", full.display())))?;
    }
    println!("A sample course is in {0}. See it with: workshop serve {0}", dir.display());
    Ok(())
}
