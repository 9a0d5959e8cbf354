//! The words of what HR assigns: links, rosters, the page.

/// Why a link is not opened, and what to do.
#[derive(Debug)]
pub struct LinkRefusals {
    pub cut: &'static str,
    pub changed: &'static str,
    pub too_long: &'static str,
    pub newer_form: &'static str,
    pub not_ours: &'static str,
    pub other_course: fn(id: &str) -> String,
    pub unknown_modules: fn(ids: &str) -> String,
}

/// What is still missing in the form.
#[derive(Debug)]
pub struct Gaps {
    pub modules: &'static str,
    pub group: &'static str,
    pub person: &'static str,
    pub roster: &'static str,
    pub day: &'static str,
    pub past_day: &'static str,
    pub days: &'static str,
    pub pass: &'static str,
    pub months: &'static str,
    pub by: &'static str,
}

/// The mail to somebody who gets an assignment.
#[derive(Debug)]
pub struct AssignMail {
    pub subject: fn(course: &str, due: &str) -> String,
    pub hello: &'static str,
    pub hello_name: fn(name: &str) -> String,
    pub whole: fn(by: &str, course: &str, due: &str) -> String,
    pub part: fn(by: &str, course: &str, due: &str) -> String,
    pub length: fn(minutes: &str) -> String,
    pub open: &'static str,
    pub what_happens: &'static str,
}

/// The names of the columns from which mails are written.
#[derive(Debug)]
pub struct MailMerge {
    pub id: &'static str,
    pub name: &'static str,
    pub email: &'static str,
    pub department: &'static str,
    pub manager: &'static str,
    pub course: &'static str,
    pub modules: &'static str,
    pub due: &'static str,
    pub link: &'static str,
    pub by: &'static str,
    pub assignment: &'static str,
}

impl MailMerge {
    /// All of them, in their order.
    pub fn columns(&self) -> [&'static str; 11] {
        [
            self.id,
            self.name,
            self.email,
            self.department,
            self.manager,
            self.course,
            self.modules,
            self.due,
            self.link,
            self.by,
            self.assignment,
        ]
    }
}
