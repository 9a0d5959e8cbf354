//! The words of a course in an LMS: of the page around it, and of its self-test.

use serde::Serialize;

/// What the page around the course says. It goes into that page as JSON.
#[derive(Debug, Serialize)]
pub struct Lms {
    /// Of the course's home page.
    #[serde(skip)]
    pub lead: fn(lessons: usize, minutes: &str) -> String,
    pub saved: &'static str,
    pub not_saved: &'static str,
    pub retry: &'static str,
    pub download: &'static str,
    pub exit: &'static str,
    /// After Exit.
    pub ended: &'static str,
    pub ended_unsaved: &'static str,
    pub again: &'static str,
    pub review: &'static str,
    pub frame: &'static str,
    pub cannot_start: &'static str,
    pub no_lms: &'static str,
    pub refused: &'static str,
    pub without_record: &'static str,
    pub no_script: &'static str,
    pub old_browser: &'static str,
    pub wasm_forbidden: &'static str,
    pub file_missing: &'static str,
    pub newer_state: &'static str,
    pub damaged_state: &'static str,
    pub test: SelfTest,
}

/// The page that tries out what a course needs of an LMS.
#[derive(Debug, Serialize)]
pub struct SelfTest {
    pub title: &'static str,
    pub lead: &'static str,
    pub lms: &'static str,
    pub started: &'static str,
    pub kept: &'static str,
    pub committed: &'static str,
    pub browser: &'static str,
    pub wasm: &'static str,
    pub wasm_type: &'static str,
    pub wasm_type_other: &'static str,
    pub fine: &'static str,
    pub not_fine: &'static str,
    pub all_fine: &'static str,
    pub not_all_fine: &'static str,
}
