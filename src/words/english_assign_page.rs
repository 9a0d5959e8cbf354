//! English, for the page on which HR assigns.

use super::assign_page::{Assign, AssignResult, KeyWords, More, PeopleWords, UntilWords, What, Whom};

pub(super) const ASSIGN: Assign = Assign {
    for_hr: "For HR:",
    link_here: "Assign this course",
    records: "Records",

    title: "Assign",
    lead: "Make a link that says what is assigned, to whom, and until when. Nothing leaves this browser until \
           you send it.",
    what: WHAT,
    whom: WHOM,
    until: UNTIL,
    more: MORE,
    result: RESULT,
    people: PEOPLE,
    key: KEY,
};

fn counted(people: &str) -> String {
    if people == "1" { "1 person".to_owned() } else { format!("{people} people") }
}

const WHAT: What = What {
    legend: "What",
    whole: "The whole course",
    part: "Some of its modules",
    module: "Module",
    minutes: "Minutes",
    some_hint: "Of the whole course, people choose for themselves in modules that say so. A module that you choose here \
                is for everybody, with all of its lessons.",
    total: |minutes| format!("{minutes} min"),
};

const WHOM: Whom = Whom {
    legend: "To whom",
    anyone: "Whoever opens the link",
    group: "A group",
    person: "One person",
    roster: "People on a roster: one link each",
    group_name: "Name of the group",
    person_id: "Id in your own system",
    person_name: "Name",
    person_hint: "One of the two is enough. They stand in the link, readable by whoever has it.",
    roster_hint: "A table with one person a row, as your HR system exports it (CSV). It stays in this browser.",
    open: "Open a roster",
    paste: "Or paste it",
    paste_field: "Rows of a table, the names of the columns first",
    read: "Read these rows",
    unreadable: "The browser could not read this file. Choose it again.",
    pasted: "what was pasted",
    columns: "Which column is what",
    columns_hint: "This is remembered for the next roster with the same columns.",
    column_names: ["Id", "Name, or first name", "Last name", "E-mail", "Department", "Manager"],
    no_column: "none",
    unnamed_column: |number| format!("column {number}"),
    unidentified: "Choose the column with the id or with the e-mail address: without it, people cannot be told \
                   apart.",
    guessed_letters: "This file does not say how its letters are written. If a name looks wrong, save the file as \
                      “CSV UTF-8” and open it again.",
    nobody: "No row of this roster is a person. Look at the columns below.",
    not_kept: "This roster is too large for this browser to keep. Open it again after a reload.",
    found: |people, file| format!("{} from {file}.", counted(people)),
    forget: "Forget the roster",
    forgotten: "The roster is forgotten.",
    findings: |number| format!("Rows to look at: {number}"),
    more_findings: |number| format!("and {number} more"),
};

const UNTIL: UntilWords = UntilWords {
    legend: "Until when",
    open: "No due day",
    day: "A day",
    after: "Days after the link is first opened",
    day_field: "Due on",
    days_field: "Days",
    by_day: |day| format!("by {day}"),
    within: |days| format!("within {days} days of opening the link"),
};

const MORE: More = More {
    legend: "What else it says",
    by: "Assigned by",
    by_hint: "As people know you: “People team”.",
    pass: "Pass mark in percent",
    pass_hint: |usual| format!("Empty: {usual}, as the course has it."),
    months: "Months for which a pass is good",
    months_hint: "12 for once a year. Empty: for good.",
    note: "Note",
    note_hint: "A few words; they make the link longer.",
    start_again: "Start again",
    started_again: "The form is empty again.",
};

const RESULT: AssignResult = AssignResult {
    title: "What you send",
    missing: "Before there is a link:",
    link: "Link",
    link_text: "Whoever opens it sees who assigned what until when, before they accept anything.",
    signed: "Signed with your key.",
    unsigned: "Not signed: people cannot tell whether it is from you. See “Sign your links” below.",
    too_long: "This link would be too long to be opened again. Shorten the note.",
    copy_link: "Copy the link",
    copied: "Copied",
    not_copied: "Copy it from the field",
    qr: "QR code",
    qr_text: "For a poster or a slide.",
    qr_too_long: "The link is too long for a QR code.",
    save_qr: "Download the QR code",
    calendar: "Calendar",
    calendar_text: "The due day with the link, and reminders a week and a day before.",
    no_calendar: "There is one when it is due on a day.",
    save_calendar: "Download the calendar file",
    calendar_title: |course| format!("Due: {course}"),
    mail: "E-mail",
    subject: "Subject",
    mail_text: "Text",
    copy_mail: "Copy the text",
    open_mail: "Open in your mail program",
    mail_too_long: "It is too long to be handed to a mail program; copy the text.",
    downloaded: "The file is in your downloads.",
    not_downloaded: "The browser did not save the file. Allow downloads for this page, then try again.",
};

const PEOPLE: PeopleWords = PeopleWords {
    title: |number| format!("{}, one link each", counted(number)),
    text: "Your mail program writes to each of them from the mail-merge file: a row a person, with their own \
           link. The same form and roster make the same links again.",
    first: |shown, all| format!("The first {shown} of {all}; the file has all of them."),
    id: "Id",
    name: "Name",
    email: "E-mail",
    department: "Department",
    download: "Download the mail-merge CSV",
    making: |done, all| format!("Making the links: {done} of {all}."),
    mail_hint: "{{Name}} and {{Link}} stand where the columns of the file belong.",
    name_field: "{{Name}}",
    link_field: "{{Link}}",
};

const KEY: KeyWords = KeyWords {
    title: "Sign your links",
    why: "With a key of your own, people see that a link is from you and was not changed. The key is made in this \
          browser, and no page can read it; the backup, under a passphrase, brings it to another device.",
    passphrase: "Passphrase for the backup",
    passphrase_hint: "At least 12 characters: four or five words that do not belong together. It is shown, so that you can \
                      check it, and kept nowhere.",
    short: "The passphrase needs at least 12 characters.",
    make: "Make a key",
    making: "One moment …",
    made: "The key is made. Download its backup now, and keep it where your passwords are.",
    public: "Public key",
    public_text: "Whoever keeps the course writes this line into course.toml and publishes it anew:",
    copy: "Copy the line",
    named: "This course names your key: people see that your links are signed by you.",
    not_named: "This course does not name your key yet, so people cannot tell whose signature it is.",
    save_backup: "Download the backup",
    restore: "Restore from a backup",
    restore_text: "With the file that was saved when the key was made.",
    backup_file: "Backup",
    old_passphrase: "Its passphrase",
    restore_button: "Restore the key",
    no_file: "Choose the backup first.",
    restored: "The key is here again.",
    forget: "Forget the key",
    forget_ask: "Forget the key in this browser? Without its backup, nobody can sign with it again.",
    forget_yes: "Forget for good",
    cancel: "Cancel",
    forgotten: "The key is forgotten.",
};
