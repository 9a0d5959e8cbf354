//! The words of “Assigned to me”.

#[derive(Debug)]
pub struct Assigned {
    pub title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub studies: fn(name: &str) -> String,
    pub other_learner: &'static str,
    pub newer: fn(usize) -> String,
    pub offer: Offer,
    pub paste: Paste,
    pub held: Held,
    /// When it is due, on a date so many days from today; negative where that is over.
    pub due: fn(date: &str, days: i64) -> String,
    pub no_due: &'static str,
    /// One line on the home page.
    pub line: fn(by: &str, date: Option<&str>, days: i64) -> String,
    /// What is left: lessons, and where there are none, what to practise.
    pub left: fn(lessons: usize, to_practise: usize) -> String,
    pub line_passed: fn(by: &str, date: &str) -> String,
    pub line_link: &'static str,
    pub line_receipt: &'static str,
    pub line_next: fn(lesson: &str) -> String,
}

/// A link that was opened and is not accepted.
#[derive(Debug)]
pub struct Offer {
    pub title: &'static str,
    pub before: &'static str,
    pub refused: &'static str,
    pub by: &'static str,
    pub to: &'static str,
    pub to_whoever: &'static str,
    pub due: &'static str,
    /// A date so many days from today; negative where that is over.
    pub until: fn(date: &str, days: i64) -> String,
    pub days_after: fn(days: u32) -> String,
    pub pass: &'static str,
    pub pass_mark: fn(percent: &str) -> String,
    pub valid: &'static str,
    pub months: fn(months: u32) -> String,
    pub what: &'static str,
    pub whole_course: fn(title: &str) -> String,
    pub minutes: fn(minutes: u32) -> String,
    pub note: &'static str,
    pub signature: &'static str,
    pub checking: &'static str,
    pub signed: &'static str,
    pub other_key: &'static str,
    pub not_signed: &'static str,
    pub cannot_verify: &'static str,
    pub accept: &'static str,
    pub not_now: &'static str,
    pub accepted: &'static str,
    pub put_away: &'static str,
    pub known: &'static str,
}

/// A link that a mail program broke.
#[derive(Debug)]
pub struct Paste {
    pub title: &'static str,
    pub text: &'static str,
    pub label: &'static str,
    pub open: &'static str,
}

/// An assignment that was accepted.
#[derive(Debug)]
pub struct Held {
    pub title: fn(by: &str) -> String,
    pub made: fn(date: &str) -> String,
    pub passed: fn(date: &str, days_late: i64) -> String,
    pub good_until: fn(date: &str) -> String,
    pub lessons: fn(done: &str, all: &str) -> String,
    pub lessons_left: &'static str,
    pub next: fn(lesson: &str) -> String,
    pub practise: &'static str,
    pub renewal: &'static str,
    pub gone: fn(usize) -> String,
    pub details: &'static str,
    pub calendar: &'static str,
    pub calendar_saved: &'static str,
    pub entry_title: fn(course: &str) -> String,
    pub entry_text: fn(by: &str, address: &str) -> String,
    pub put_away: &'static str,
    pub put_away_title: &'static str,
    pub take_back: &'static str,
}
