//! The words of the page on which HR assigns.

#[derive(Debug)]
pub struct Assign {
    /// What leads to HR's pages from home.
    pub for_hr: &'static str,
    pub link_here: &'static str,
    pub records: &'static str,

    pub title: &'static str,
    pub lead: &'static str,
    pub what: What,
    pub whom: Whom,
    pub until: UntilWords,
    pub more: More,
    pub result: AssignResult,
    pub people: PeopleWords,
    pub key: KeyWords,
}

/// Which modules.
#[derive(Debug)]
pub struct What {
    pub legend: &'static str,
    pub whole: &'static str,
    pub part: &'static str,
    pub module: &'static str,
    pub minutes: &'static str,
    pub some_hint: &'static str,
    pub total: fn(minutes: &str) -> String,
}

/// To whom, and the roster.
#[derive(Debug)]
pub struct Whom {
    pub legend: &'static str,
    pub anyone: &'static str,
    pub group: &'static str,
    pub person: &'static str,
    pub roster: &'static str,
    pub group_name: &'static str,
    pub person_id: &'static str,
    pub person_name: &'static str,
    pub person_hint: &'static str,
    pub roster_hint: &'static str,
    pub open: &'static str,
    pub paste: &'static str,
    pub paste_field: &'static str,
    pub read: &'static str,
    pub unreadable: &'static str,
    pub pasted: &'static str,
    pub columns: &'static str,
    pub columns_hint: &'static str,
    pub column_names: [&'static str; 6],
    pub no_column: &'static str,
    pub unnamed_column: fn(number: &str) -> String,
    pub unidentified: &'static str,
    pub guessed_letters: &'static str,
    pub nobody: &'static str,
    pub not_kept: &'static str,
    pub found: fn(people: &str, file: &str) -> String,
    pub forget: &'static str,
    pub forgotten: &'static str,
    pub findings: fn(number: &str) -> String,
    pub more_findings: fn(number: &str) -> String,
}

/// Until when.
#[derive(Debug)]
pub struct UntilWords {
    pub legend: &'static str,
    pub open: &'static str,
    pub day: &'static str,
    pub after: &'static str,
    pub day_field: &'static str,
    pub days_field: &'static str,
    pub by_day: fn(day: &str) -> String,
    pub within: fn(days: &str) -> String,
}

/// What else is said.
#[derive(Debug)]
pub struct More {
    pub legend: &'static str,
    pub by: &'static str,
    pub by_hint: &'static str,
    pub pass: &'static str,
    pub pass_hint: fn(usual: &str) -> String,
    pub months: &'static str,
    pub months_hint: &'static str,
    pub note: &'static str,
    pub note_hint: &'static str,
    pub start_again: &'static str,
    pub started_again: &'static str,
}

/// What is handed out.
#[derive(Debug)]
pub struct AssignResult {
    pub title: &'static str,
    pub missing: &'static str,
    pub link: &'static str,
    pub link_text: &'static str,
    pub signed: &'static str,
    pub unsigned: &'static str,
    pub too_long: &'static str,
    pub copy_link: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub qr: &'static str,
    pub qr_text: &'static str,
    pub qr_too_long: &'static str,
    pub save_qr: &'static str,
    pub calendar: &'static str,
    pub calendar_text: &'static str,
    pub no_calendar: &'static str,
    pub save_calendar: &'static str,
    pub calendar_title: fn(course: &str) -> String,
    pub mail: &'static str,
    pub subject: &'static str,
    pub mail_text: &'static str,
    pub copy_mail: &'static str,
    pub open_mail: &'static str,
    pub mail_too_long: &'static str,
    pub downloaded: &'static str,
    pub not_downloaded: &'static str,
}

/// One link a person.
#[derive(Debug)]
pub struct PeopleWords {
    pub title: fn(number: &str) -> String,
    pub text: &'static str,
    pub first: fn(shown: &str, all: &str) -> String,
    pub id: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub department: &'static str,
    pub download: &'static str,
    pub making: fn(done: &str, all: &str) -> String,
    pub mail_hint: &'static str,
    pub name_field: &'static str,
    pub link_field: &'static str,
}

/// HR's signing key.
#[derive(Debug)]
pub struct KeyWords {
    pub title: &'static str,
    pub why: &'static str,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub short: &'static str,
    pub make: &'static str,
    pub making: &'static str,
    pub made: &'static str,
    pub public: &'static str,
    pub public_text: &'static str,
    pub copy: &'static str,
    pub named: &'static str,
    pub not_named: &'static str,
    pub save_backup: &'static str,
    pub restore: &'static str,
    pub restore_text: &'static str,
    pub backup_file: &'static str,
    pub old_passphrase: &'static str,
    pub restore_button: &'static str,
    pub no_file: &'static str,
    pub restored: &'static str,
    pub forget: &'static str,
    pub forget_ask: &'static str,
    pub forget_yes: &'static str,
    pub cancel: &'static str,
    pub forgotten: &'static str,
}
