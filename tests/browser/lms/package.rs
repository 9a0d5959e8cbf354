//! Packages as the command writes them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use zip::ZipArchive;

use crate::harness::program;
use crate::learning_course::course;

/// Files of a package by their path.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The package of the small course for a standard: one a run.
pub fn package(standard: &str) -> PathBuf {
    static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lms");
    let zip = folder.join(format!("{standard}.zip"));
    if made.insert(standard.to_owned()) {
        let source = folder.join("course");
        course().write(&source);
        export(&[standard, &source.to_string_lossy(), "-o", &zip.to_string_lossy()]);
    }
    zip
}

/// Runs `workshop export`; gives what it printed.
pub fn export(arguments: &[&str]) -> String {
    let made = program().arg("export").args(arguments).output().expect("run the program");
    let said = format!("{}{}", String::from_utf8_lossy(&made.stderr), String::from_utf8_lossy(&made.stdout));
    assert!(made.status.success(), "the course is not exported:\n{said}");
    said
}

/// All that is in a zip.
pub fn unzip(zip: &Path) -> Files {
    let mut zip = ZipArchive::new(fs::File::open(zip).expect("the package")).expect("a zip");
    let mut files = Files::new();
    for index in 0..zip.len() {
        let mut entry = zip.by_index(index).expect("an entry");
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).expect("a whole entry");
        files.insert(entry.name().expect("a path").into_owned(), bytes);
    }
    files
}

/// Writes the files of a package into a folder.
pub fn unpack(zip: &Path, folder: &Path) {
    for (path, bytes) in unzip(zip) {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a file in a folder")).expect("make the folder");
        fs::write(path, bytes).expect("write the file");
    }
}

/// What `tests/run` installed for these tests.
pub fn tools() -> PathBuf {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/scorm");
    assert!(tools.join("versions").is_file(), "run tests/run once: it installs what plays the LMS");
    tools
}
