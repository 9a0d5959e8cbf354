//! The words of mastery: the pass, pretest, practice and recall.

/// What is mastered, and what is missing.
#[derive(Debug)]
pub struct Pass {
    pub passed: fn(date: &str) -> String,
    pub clauses: fn(mastered: usize, assigned: usize, needed: usize, critical: &[String]) -> String,
    pub questions: fn(right: usize, all: usize, needed: usize, critical_open: usize) -> String,
    pub what_mastered_means: &'static str,
    /// New, missed, right once, mastered.
    pub mastery: [&'static str; 4],
    pub may_skip: &'static str,
    pub know_this_already: fn(questions: usize) -> String,
    pub certificate: &'static str,
    pub my_answers: &'static str,
    pub practise: &'static str,
    pub sure_but_wrong: fn(usize) -> String,
}

/// Questions one after the other, outside their lessons.
#[derive(Debug)]
pub struct Session {
    pub question_of: fn(number: &str, all: &str) -> String,
    pub next: &'static str,
    pub finish: &'static str,
    pub loading: &'static str,
    pub cannot_load: &'static str,
    pub try_loading: &'static str,
    pub leave: &'static str,
}

#[derive(Debug)]
pub struct Pretest {
    pub title: &'static str,
    pub offer: fn(questions: usize) -> String,
    pub why: &'static str,
    pub take: fn(questions: usize) -> String,
    pub skip: &'static str,
    pub lead: fn(questions: usize) -> String,
    pub start: &'static str,
    pub go_on: &'static str,
    pub done: &'static str,
    pub known: &'static str,
    pub not_yet: &'static str,
    pub check_module: &'static str,
    pub read_module: &'static str,
    pub nothing: &'static str,
}

#[derive(Debug)]
pub struct Practice {
    pub title: &'static str,
    pub lead: &'static str,
    pub lead_module: fn(module: &str) -> String,
    pub start: fn(questions: usize) -> String,
    pub more: &'static str,
    pub nothing_missing: &'static str,
    pub not_today: &'static str,
    pub module_mastered: fn(module: &str) -> String,
    pub module_missing: fn(mastered: usize, clauses: usize) -> String,
    pub done: &'static str,
}

#[derive(Debug)]
pub struct Recall {
    pub title: &'static str,
    pub due: &'static str,
    pub why: &'static str,
    pub start: fn(questions: usize) -> String,
    pub next: fn(date: &str) -> String,
    pub none: &'static str,
    pub done: &'static str,
    pub calendar: &'static str,
    pub calendar_saved: &'static str,
    pub entry_title: fn(course: &str) -> String,
    pub entry_text: fn(address: &str) -> String,
}
