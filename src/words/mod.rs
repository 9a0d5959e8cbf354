//! Every word of the interface, in one place, ready for other languages.
//!
//! A course's own words are not here, nor are diagnostics (`course::wording`)
//! and the command's messages. Numbers and dates come in as the browser's
//! `Intl` wrote them.

mod assign;
mod assign_page;
mod assigned;
mod english;
mod english_assign;
mod english_assign_page;
mod english_assigned;
mod english_extras;
mod english_lms;
mod english_lrs;
mod english_mastery;
mod english_my_data;
mod english_present;
mod english_receipt;
mod english_records;
mod english_roster;
mod english_setup;
mod english_signing;
mod english_workshop;
mod extras;
mod lms;
mod lrs;
mod mastery;
mod my_data;
mod present;
mod question;
mod receipt;
mod records;
mod roster;
mod setup;
mod signing;
mod workshop;

pub use assign::{AssignMail, Gaps, LinkRefusals, MailMerge};
pub use assign_page::Assign;
pub use assigned::Assigned;
pub use english::EN;
pub use extras::{Aloud, Notes, Preferences};
pub use lms::{Lms, SelfTest};
pub use lrs::Lrs;
pub use mastery::{Pass, Practice, Pretest, Recall, Session};
pub use my_data::{MyData, Refusals};
pub use present::Present;
pub use question::draft_caption;
pub use receipt::{ReceiptRefusals, ReceiptWords};
pub use records::{
    Records, RecordsImport, RecordsLog, RecordsMatrix, RecordsPerson, RecordsReport, RecordsSafe,
};
pub use roster::RosterWords;
pub use setup::{Setup, Way};
pub use signing::Signing;
pub use workshop::{PlanRefusals, Times};

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    pub site: Site,
    pub home: Home,
    pub lesson: Lesson,
    pub question: Question,
    pub policy: Policy,
    pub glossary: Glossary,
    pub search: Search,
    pub platform: Platform,
    pub progress: Progress,
    pub pass: Pass,
    pub session: Session,
    pub pretest: Pretest,
    pub practice: Practice,
    pub recall: Recall,
    pub my_data: MyData,
    pub refusals: Refusals,
    pub saving: Saving,
    pub callouts: Callouts,
    pub acknowledgement: Acknowledgement,
    pub term: Term,
    pub answers: Answers,
    pub certificate: Certificate,
    pub notes: Notes,
    pub preferences: Preferences,
    pub aloud: Aloud,
    pub plan_refusals: PlanRefusals,
    pub times: Times,
    pub lrs: Lrs,
    pub present: Present,
    pub setup: Setup,
    pub assigned: Assigned,
    pub receipt: ReceiptWords,
    pub records: Records,
    pub receipt_refusals: ReceiptRefusals,
    pub assign: Assign,
    pub link_refusals: LinkRefusals,
    pub gaps: Gaps,
    pub assign_mail: AssignMail,
    pub mail_merge: MailMerge,
    pub signing: Signing,
    pub roster: RosterWords,
    pub lms: Lms,
}

/// What stands on every page.
#[derive(Debug)]
pub struct Site {
    pub skip_to_content: &'static str,
    pub navigation: &'static str,
    pub home: &'static str,
    pub policy: &'static str,
    pub glossary: &'static str,
    pub progress: &'static str,
    pub my_data: &'static str,
    pub needs_javascript: &'static str,
    pub slow: &'static str,
    pub cannot_start_title: &'static str,
    pub cannot_start: &'static str,
    pub reload: &'static str,
    pub not_found_title: &'static str,
    pub not_found: &'static str,
    pub to_home: &'static str,
    pub questions_to: &'static str,
}

#[derive(Debug)]
pub struct Home {
    pub lead: fn(lessons: usize, minutes: &str) -> String,
    pub voluntary: &'static str,
    pub modules: &'static str,
    pub lessons: fn(usize) -> String,
    pub minutes: fn(&str) -> String,
    pub start: &'static str,
    pub go_on: &'static str,
    pub next: fn(lesson: &str) -> String,
    pub all_done: &'static str,
    pub see_progress: &'static str,
    pub choose_any: &'static str,
    pub show_lessons: &'static str,
    pub module_done: fn(done: &str, all: &str) -> String,
    pub begun: &'static str,
    pub done: &'static str,
}

#[derive(Debug)]
pub struct Lesson {
    pub objectives: &'static str,
    pub sources: &'static str,
    pub footnotes: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub end_of_course: &'static str,
    pub end_of_module: &'static str,
    pub footnote: fn(usize) -> String,
    pub back_to_footnote: fn(usize) -> String,
    pub lesson_of: fn(number: usize, all: usize) -> String,
    pub steps: &'static str,
    pub still_open: fn(usize) -> String,
    pub all_answered: &'static str,
    pub read: &'static str,
}

#[derive(Debug)]
pub struct Question {
    pub question: &'static str,
    pub scenario: &'static str,
    pub critical: &'static str,
    pub one: &'static str,
    pub many: &'static str,
    pub would_you_post_it: &'static str,
    pub draft: &'static str,
    pub draft_on: fn(platform: &str) -> String,
    pub repaired: &'static str,
    pub check: &'static str,
    pub try_again: &'static str,
    pub choose_first: &'static str,
    pub right: &'static str,
    pub partly: fn(earned: &str, possible: &str) -> String,
    pub wrong: &'static str,
    pub your_choice: &'static str,
    pub right_option: &'static str,
    pub wrong_option: &'static str,
    pub all_reasons: &'static str,
    pub why: &'static str,
    pub hint: fn(number: usize) -> String,
    pub clause: fn(id: &str, title: &str) -> String,
    pub no_attempts_left: fn(limit: u32) -> String,
    pub answers: &'static str,
    pub verdicts: [(&'static str, &'static str); 4],
    pub earlier_version: &'static str,
    pub other_words: &'static str,
    pub unknown: question::Unknown,
    pub confidence: question::Confidence,
    pub typed: question::Typed,
    pub order: question::Order,
    pub pairs: question::Pairs,
    pub poll: question::Poll,
    pub attempts: question::Attempts,
}

#[derive(Debug)]
pub struct Policy {
    pub title: &'static str,
    pub version: &'static str,
    pub owner: &'static str,
    pub review_by: &'static str,
    pub critical: &'static str,
    pub yours: &'static str,
    pub guidance: &'static str,
    pub taught_in: &'static str,
    pub not_taught: &'static str,
    pub contents: &'static str,
}

#[derive(Debug)]
pub struct Glossary {
    pub title: &'static str,
}

#[derive(Debug)]
pub struct Search {
    pub title: &'static str,
    pub label: &'static str,
    pub what: &'static str,
    pub loading: &'static str,
    pub failed: &'static str,
    pub found: fn(number: usize, written: &str) -> String,
    pub first: fn(number: &str) -> String,
    pub nothing: fn(query: &str) -> String,
    pub advice: &'static str,
    pub did_you_mean: &'static str,
    pub results: &'static str,
    /// Of a lesson, a question, a clause, a term.
    pub kinds: [&'static str; 4],
}

#[derive(Debug)]
pub struct Platform {
    pub at_a_glance: fn(name: &str) -> String,
    pub handle: &'static str,
    pub length: &'static str,
    pub characters: &'static str,
    pub graphemes: &'static str,
    pub weighted: &'static str,
    pub link: fn(u32) -> String,
    pub as_of: &'static str,
    pub source: &'static str,
    pub conflict: &'static str,
    pub unverified: &'static str,
    pub unverified_facts: &'static str,
}

#[derive(Debug)]
pub struct Progress {
    pub title: &'static str,
    pub lead: &'static str,
    pub overall: fn(done: &str, all: &str) -> String,
    pub by_module: &'static str,
    pub by_clause: &'static str,
    pub module: &'static str,
    pub lessons: &'static str,
    pub questions: &'static str,
    pub first_try: fn(&str) -> String,
    pub clause: &'static str,
    pub state: &'static str,
    pub of: fn(part: &str, all: &str) -> String,
    pub nothing_yet: &'static str,
    pub right_so_far: &'static str,
    pub all_right: &'static str,
    pub without_questions: fn(usize) -> String,
    pub archived: fn(usize) -> String,
}

#[derive(Debug)]
pub struct Saving {
    pub saved: &'static str,
    pub not_saved: &'static str,
    pub blocked: &'static str,
    pub full: &'static str,
    pub export: &'static str,
}

#[derive(Debug)]
pub struct Callouts {
    pub note: &'static str,
    pub tip: &'static str,
    pub important: &'static str,
    pub warning: &'static str,
    pub caution: &'static str,
}

/// Acknowledging the policy.
#[derive(Debug)]
pub struct Acknowledgement {
    /// One line that leads to the policy.
    pub line_first: fn(clauses: usize) -> String,
    pub line_changed: fn(clauses: usize, some_new: bool) -> String,
    pub line_link: &'static str,
    /// On the policy's own page.
    pub title: &'static str,
    pub waits_first: fn(clauses: usize) -> String,
    pub to_the_end: &'static str,
    pub changes: fn(clauses: usize) -> String,
    pub changed: &'static str,
    pub new: &'static str,
    pub added: &'static str,
    pub removed: &'static str,
    pub end: &'static str,
    pub button: fn(clauses: usize) -> String,
    pub meaning: &'static str,
    pub done: fn(date: &str, version: &str) -> String,
    pub unavailable: &'static str,
}

/// The popover on a term.
#[derive(Debug)]
pub struct Term {
    pub open_glossary: &'static str,
    pub close: &'static str,
}

/// My answers.
#[derive(Debug)]
pub struct Answers {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub loading: &'static str,
    pub not_loaded: &'static str,
    pub print: &'static str,
    pub yours: &'static str,
    pub sure: &'static str,
    pub unsure: &'static str,
    pub note: &'static str,
    pub gone_title: &'static str,
    pub gone: &'static str,
}

/// The certificate.
#[derive(Debug)]
pub struct Certificate {
    pub title: &'static str,
    pub lead: &'static str,
    pub no_pass: &'static str,
    pub name: &'static str,
    pub keep: &'static str,
    pub kept: &'static str,
    pub print: &'static str,
    pub has_passed: &'static str,
    pub on: fn(day: &str) -> String,
    pub mastered: &'static str,
    pub clauses: fn(mastered: usize, all: usize) -> String,
    pub questions: fn(right: usize, all: usize) -> String,
    pub policy: &'static str,
    pub issuer: &'static str,
    pub by_module: &'static str,
    pub small_print: fn(today: &str) -> String,
}
