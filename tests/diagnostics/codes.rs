//! Every diagnostic is shown in a test.

use std::fs;
use std::path::Path;

#[test]
fn every_code_is_shown_in_a_snapshot() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let snapshots: String = fs::read_dir(tests.join("diagnostics"))
        .expect("the folder of these tests")
        .map(|entry| entry.expect("a file").path())
        .chain([tests.join("command.rs")])
        .map(|path| fs::read_to_string(path).expect("a text"))
        .collect();
    // The codes are the strings of the one function that gives them.
    let source = include_str!("../../src/course/mistake.rs");
    let codes: Vec<&str> = source
        .lines()
        .filter_map(|line| line.trim().strip_prefix("Mistake::")?.split_once("=> \""))
        .map(|(_, code)| code.trim_end_matches("\","))
        .collect();
    assert!(codes.len() > 50);
    let shown = |code: &&str| {
        ["error", "warning", "note"].iter().any(|word| snapshots.contains(&format!("{word}[{code}]: ")))
    };
    let missing: Vec<&str> = codes.into_iter().filter(|code| !shown(code)).collect();
    assert_eq!(missing, Vec::<&str>::new(), "these are in no snapshot");
}
