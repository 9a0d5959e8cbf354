//! English, where HR assigns.

use super::assign::{AssignMail, Gaps, LinkRefusals, MailMerge};

pub(super) const LINK_REFUSALS: LinkRefusals = LinkRefusals {
    cut: "The end of this link is missing, as if a mail program had cut it. Copy all of it, to the last \
          letter, or ask for it again.",
    changed: "Some letters of this link were changed on the way. Copy it once more from where you got it, \
              or ask for it again.",
    too_long: "This is too long for a link of an assignment. Copy the link alone.",
    newer_form: "This link was made by a newer version of the workshop. Open it where the newer version \
                 is, or ask for a new one.",
    not_ours: "This is no link of an assignment. It has “assigned.html#a=” in the middle; copy all of it.",
    other_course: |id| {
        format!(
            "This link is about the course “{id}”, which is not the one here. Open it on that course’s site."
        )
    },
    unknown_modules: |ids| {
        format!("This link is about modules that this course does not have: {ids}. Ask for a new one.")
    },
};

pub(super) const GAPS: Gaps = Gaps {
    modules: "Choose at least one module.",
    group: "Write the name of the group.",
    person: "Write the person’s id or name.",
    roster: "Open a roster.",
    day: "Choose the day on which it is due.",
    past_day: "The day on which it is due is over; choose a later one.",
    days: "Write in how many days it is due: a whole number from 1 to 3650.",
    pass: "The pass mark is a whole number from 0 to 100, or empty.",
    months: "A pass is good for a whole number of months from 0 to 120, or for good if empty.",
    by: "Write who assigns it.",
};

fn before(due: &str) -> String {
    if due.is_empty() { String::new() } else { format!(" {due}") }
}

pub(super) const ASSIGN_MAIL: AssignMail = AssignMail {
    subject: |course, due| match due {
        "" => format!("Assigned to you: {course}"),
        _ => format!("Assigned to you: {course}, {due}"),
    },
    hello: "Hello,",
    hello_name: |name| format!("Hello {name},"),
    whole: |by, course, due| format!("{by} asks you to take “{course}”{}.", before(due)),
    part: |by, course, due| format!("{by} asks you to take this part of “{course}”{}:", before(due)),
    length: |minutes| format!("It takes about {minutes} minutes."),
    open: "Open this link:",
    what_happens: "You see what is assigned before you accept it. You need no account; what you answer stays in \
                   your browser, and at the end you send a receipt back.",
};

pub(super) const MAIL_MERGE: MailMerge = MailMerge {
    id: "Id",
    name: "Name",
    email: "Email",
    department: "Department",
    manager: "Manager",
    course: "Course",
    modules: "Modules",
    due: "Due",
    link: "Link",
    by: "AssignedBy",
    assignment: "Assignment",
};
