//! English, of “Assigned to me”.

use super::assigned::{Assigned, Held, Offer, Paste};
use super::english::counted;

pub(super) const ASSIGNED: Assigned = Assigned {
    title: "Assigned to me",
    lead: "What was assigned to you, what of it is left, and your receipts. \
           It is kept in this browser.",
    none: "Nothing is assigned to you in this browser. Open the link that you were sent.",
    studies: |name| format!("{name} studies here now, so what you accept is {name}’s."),
    other_learner: "Somebody else?",
    newer: |number| {
        format!(
            "{} accepted with a newer version of the workshop. Reload this page to see more.",
            counted(number, "assignment was", "assignments were")
        )
    },
    offer: OFFER,
    paste: PASTE,
    held: HELD,
    due: |date, days| match days {
        1 => format!("Due tomorrow, {date}"),
        0 => format!("Due today, {date}"),
        2.. => format!("Due {date}, in {days} days"),
        _ => format!("Was due {date}: {} overdue", counted(days.unsigned_abs() as usize, "day", "days")),
    },
    no_due: "No due date",
    line: |by, date, days| {
        let by = if by.is_empty() { "Assigned to you".to_owned() } else { format!("Assigned by {by}") };
        match (date, days) {
            (None, _) => by,
            (Some(_), 0) => format!("{by}, due today"),
            (Some(_), 1) => format!("{by}, due tomorrow"),
            (Some(date), 2..) => format!("{by}, due {date}"),
            (Some(date), _) => format!("{by}, overdue since {date}"),
        }
    },
    left: |lessons, to_practise| match (lessons, to_practise) {
        (0, 0) => "all lessons done".to_owned(),
        (0, number) => format!("all lessons done, {number} still to practise"),
        (number, _) => format!("{} left", counted(number, "lesson", "lessons")),
    },
    line_passed: |by, date| match by {
        "" => format!("Assigned to you: passed on {date}"),
        _ => format!("Assigned by {by}: passed on {date}"),
    },
    line_link: "Assigned to me",
    line_receipt: "Your receipt",
    line_next: |lesson| format!("Next: {lesson}"),
};

const OFFER: Offer = Offer {
    title: "An assignment for you",
    before: "Nothing is kept before you accept, and nobody is told that you did.",
    refused: "This link does not open.",
    by: "From",
    to: "For",
    to_whoever: "Whoever opens the link",
    due: "Until",
    until: |date, days| match days {
        0 => format!("{date}, today"),
        1 => format!("{date}, tomorrow"),
        2.. => format!("{date}, in {days} days"),
        _ => format!("{date}, {} ago", counted(days.unsigned_abs() as usize, "day", "days")),
    },
    days_after: |days| format!("{} after you first opened the link", counted(days as usize, "day", "days")),
    pass: "Pass mark",
    pass_mark: |percent| format!("{percent} of the clauses"),
    valid: "Good for",
    months: |months| counted(months as usize, "month", "months"),
    what: "What is assigned",
    whole_course: |title| format!("The whole course “{title}”"),
    minutes: |minutes| format!("{minutes} min"),
    note: "Note",
    signature: "Signature",
    checking: "Looking at the signature …",
    signed: "Signed by those who assign this course.",
    other_key: "Signed, but not with a key that this course names. \
                Ask whoever sent it before you accept.",
    not_signed: "Not signed: anybody could have made this link. Ask whoever sent it if you did not expect it.",
    cannot_verify: "Signed. This browser cannot check the signature.",
    accept: "Accept",
    not_now: "Not now",
    accepted: "Accepted. It stands below.",
    put_away: "Put away. You find it at the end of this page.",
    known: "You have accepted this assignment already. It stands below.",
};

const PASTE: Paste = Paste {
    title: "A link that does not open",
    text: "Mail programs break long links. Copy the whole link, or the whole mail, and paste it here.",
    label: "The link",
    open: "Open it",
};

const HELD: Held = Held {
    title: |by| match by {
        "" => "Assigned to you".to_owned(),
        _ => format!("Assigned by {by}"),
    },
    made: |date| format!("Made on {date}"),
    passed: |date, days_late| match days_late {
        1.. => format!("Passed on {date}, {} late", counted(days_late as usize, "day", "days")),
        _ => format!("Passed on {date}"),
    },
    good_until: |date| format!("Good until {date}"),
    lessons: |done, all| format!("{done} of {all} lessons done"),
    lessons_left: "Lessons left",
    next: |lesson| format!("Next: {lesson}"),
    practise: "Practise what is missing",
    renewal: "What you passed before has run out. What you answer from now on counts.",
    gone: |number| {
        format!(
            "{} no longer in this course and need not be done.",
            counted(number, "assigned module is", "assigned modules are")
        )
    },
    details: "What is assigned",
    calendar: "Put the due day into my calendar",
    calendar_saved: "The calendar file is in your downloads.",
    entry_title: |course| format!("Due: {course}"),
    entry_text: |by, address| match by {
        "" => format!("Go on at {address}"),
        _ => format!("Assigned by {by}. Go on at {address}"),
    },
    put_away: "Put away",
    put_away_title: "Put away",
    take_back: "Take it back",
};
