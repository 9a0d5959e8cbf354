//! What HR writes to somebody who gets an assignment.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::assignment::Assignment;
use crate::words::EN;

/// Longer addresses are cut by some mail programs.
const LONGEST: usize = 1_500;

/// A mail without its addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    pub subject: String,
    pub text: String,
}

/// What a mail says besides the assignment, as the page's language writes it.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    pub course: String,
    /// The titles of the modules; none for the whole course.
    pub modules: Vec<String>,
    pub minutes: String,
    /// Until when, as in “by 5 December 2026”; empty where there is no such day.
    pub due: String,
    pub link: String,
}

/// The mail for an assignment.
pub fn mail(assignment: &Assignment, facts: &Facts) -> Mail {
    let words = EN.assign_mail;
    let greeting = match assignment.to.name.as_str() {
        "" => words.hello.to_owned(),
        name => (words.hello_name)(name),
    };
    let asked = match facts.modules.as_slice() {
        [] => (words.whole)(&assignment.by, &facts.course, &facts.due),
        _ => (words.part)(&assignment.by, &facts.course, &facts.due),
    };
    let modules: Vec<_> = facts.modules.iter().map(|title| format!("- {title}")).collect();
    let length = (words.length)(&facts.minutes);
    let parts = [
        greeting,
        asked,
        modules.join("\n"),
        format!("{length} {}", words.open),
        facts.link.clone(),
        words.what_happens.to_owned(),
        assignment.note.clone(),
        assignment.by.clone(),
    ];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Mail { subject: (words.subject)(&facts.course, &facts.due), text: parts.join("\n\n") }
}

/// The mail as an address that opens a mail program (RFC 6068). None where it would be longer
/// than every mail program takes.
pub fn mailto(mail: &Mail) -> Option<String> {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let text = mail.text.replace('\n', "\r\n");
    let address = format!("mailto:?subject={}&body={}", encoded(&mail.subject), encoded(&text));
    Some(address).filter(|address| address.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::super::assignment::Recipient;
    use super::*;

    fn facts() -> Facts {
        Facts {
            course: "Be yourself, say who you are".to_owned(),
            modules: vec!["Say who you are".to_owned(), "Respect & kindness".to_owned()],
            minutes: "12".to_owned(),
            due: "by 15 January 2027".to_owned(),
            link: "https://example.com/assigned.html#a=AbC".to_owned(),
        }
    }

    fn assignment() -> Assignment {
        let to = Recipient { name: "Ann".to_owned(), ..Recipient::default() };
        Assignment { by: "People team".to_owned(), to, note: "Ask Jo.".to_owned(), ..Assignment::default() }
    }

    #[test]
    fn a_mail_says_what_until_when_and_where() {
        let mail = mail(&assignment(), &facts());
        insta::assert_snapshot!(format!("{}\n\n{}", mail.subject, mail.text), @"
    Assigned to you: Be yourself, say who you are, by 15 January 2027

    Hello Ann,

    People team asks you to take this part of “Be yourself, say who you are” by 15 January 2027:

    - Say who you are
    - Respect & kindness

    It takes about 12 minutes. Open this link:

    https://example.com/assigned.html#a=AbC

    You see what is assigned before you accept it. You need no account; what you answer stays in your browser, and at the end you send a receipt back.

    Ask Jo.

    People team
    ");
    }

    #[test]
    fn a_mail_about_the_whole_course_lists_nothing() {
        let facts = Facts { modules: Vec::new(), due: String::new(), ..facts() };
        let assignment = Assignment { to: Recipient::default(), note: String::new(), ..assignment() };
        let mail = mail(&assignment, &facts);
        insta::assert_snapshot!(format!("{}\n\n{}", mail.subject, mail.text), @"
    Assigned to you: Be yourself, say who you are

    Hello,

    People team asks you to take “Be yourself, say who you are”.

    It takes about 12 minutes. Open this link:

    https://example.com/assigned.html#a=AbC

    You see what is assigned before you accept it. You need no account; what you answer stays in your browser, and at the end you send a receipt back.

    People team
    ");
    }

    #[test]
    fn a_mail_program_opens_with_what_is_short_enough() {
        let short = Mail { subject: "A & B".to_owned(), text: "Grüße\n#1".to_owned() };
        let expected = "mailto:?subject=A%20%26%20B&body=Gr%C3%BC%C3%9Fe%0D%0A%231";
        assert_eq!(mailto(&short).as_deref(), Some(expected));
        assert_eq!(mailto(&Mail { text: "a".repeat(1_480), ..short }), None);
    }
}
