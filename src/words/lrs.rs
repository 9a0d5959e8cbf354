//! The words about the company's learning record store (LRS).

#[derive(Debug)]
pub struct Lrs {
    pub title: &'static str,
    /// What My data and an assignment say at once, where something is sent.
    pub my_data_lead: &'static str,
    pub home_lead: fn(lessons: usize, minutes: &str) -> String,
    pub accepting: fn(server: &str, id: &str) -> String,
    /// What is sent, and what never is.
    pub sent_text: fn(server: &str) -> String,
    pub never_text: &'static str,
    /// As whom.
    pub as_account: fn(name: &str) -> String,
    pub nobody: &'static str,

    pub state: fn(sent: &str, waiting: &str, refused: &str) -> String,
    pub all_sent: &'static str,
    pub sending: &'static str,
    pub waits: &'static str,
    pub offline: &'static str,
    pub no_lrs: fn(status: u16) -> String,
    pub questions_missing: &'static str,

    pub refused_title: &'static str,
    pub refused: fn(about: &str, status: u16, reason: &str) -> String,
    pub refused_text: &'static str,
    pub try_again: &'static str,

    pub credentials_title: &'static str,
    pub credentials_text: &'static str,
    pub user: &'static str,
    pub password: &'static str,
    pub send: &'static str,

    pub reading: LrsReading,

    pub launch_refused: &'static str,
    pub launch_unreadable: &'static str,
    pub launch_other_lrs: &'static str,
    pub launch_no_account: &'static str,
}

/// HR reads from the record store.
#[derive(Debug)]
pub struct LrsReading {
    pub title: &'static str,
    pub text: fn(server: &str) -> String,
    pub read: &'static str,
    pub reading: fn(statements: usize, written: &str) -> String,
    pub nobody: &'static str,
    pub wrong_credentials: &'static str,
    pub no_answer: &'static str,
    pub no_lrs: fn(status: u16) -> String,
}
