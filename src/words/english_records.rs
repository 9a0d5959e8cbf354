//! English, where HR sees who has learned what.

use super::records::{
    Records, RecordsImport, RecordsLog, RecordsMatrix, RecordsPerson, RecordsReport, RecordsSafe,
};

/// A number of things, the number as the page's language writes it.
fn counted_as(number: usize, written: &str, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{written} {many}") }
}

pub(super) const RECORDS: Records = Records {
    title: "Records",
    lead: "Who has learned what, from the receipts that people send you. All of it stays in this browser, on this \
           computer.",
    loading: "Reading your records …",
    blocked: "This browser blocks storage for this site, so records cannot be kept here. Allow site data for this \
              site, or leave the private window, then reload this page.",
    full: "The storage of this browser is full. Nothing was changed. Make room on this computer, then try again.",
    failed: "Your records could not be read or written. Nothing was changed. Reload this page, then try again.",
    conflict: "Another window is writing to your records. Nothing was changed. Try again.",
    empty_title: "Nothing is here yet",
    empty: "First assign modules, or bring in your roster below. When people send you their receipts, bring those \
            in as well: the matrix appears with the first of them.",
    to_assign: "Assign modules",
    name: "Your name",
    name_text: "It stands in the log beside what you do.",
    name_missing: "Give your name first: it stands in the log beside what you do.",
    kept: "Kept.",
    cancel: "Cancel",
    close: "Close",
    import: IMPORT,
    matrix: MATRIX,
    person: PERSON,
    log: LOG,
    report: REPORT,
    safe: SAFE,
};

const IMPORT: RecordsImport = RecordsImport {
    title: "Bring in",
    text: "Receipts, as many as you like: you see what each of them is before it is kept. Also a roster or a \
           mail-merge table as CSV, and records saved on another computer.",
    choose: "Choose files, or drop them here",
    paste: "Or paste here",
    paste_text: "Text of mails with receipts in it, or assignment links.",
    read: "Read it",
    reading: "Reading …",
    unreadable_file: |file| format!("“{file}” could not be read. Choose it again."),
    found: "What was found",
    ready: |number, written| counted_as(number, written, "receipt can be taken", "receipts can be taken"),
    open: |number, written| counted_as(number, written, "receipt needs your word", "receipts need your word"),
    refused: |number, written| {
        counted_as(number, written, "receipt cannot be taken", "receipts cannot be taken")
    },
    more: |number| format!("And {number} more."),
    take: |number, written| format!("Take {}", counted_as(number, written, "receipt", "receipts")),
    leave: "Take nothing",
    taken: |number, written| format!("{} taken.", counted_as(number, written, "receipt", "receipts")),
    without_name: "Without a name",
    pasted: "pasted",
    duplicate: "Already here; it was taken before.",
    twice: "It stands twice in what you chose.",
    wrong_signature: "Its signature is wrong: it was changed after it was made. Ask for it again.",
    other_course: |title| format!("It belongs to another course: “{title}”."),
    unknown_assignment: |by| match by {
        "" => "Its assignment is not in these records.".to_owned(),
        by => format!("Its assignment is not in these records; it says “{by}” made it."),
    },
    other_version: "The course had another version.",
    unsigned: "Not signed.",
    other_key: "Signed by another browser than this person’s earlier receipts.",
    unchecked: "This browser cannot check signatures.",
    unknown_person: "Nobody here is called so.",
    whose: "Whose is it? Name, e-mail or id",
    not_found: "Nobody, or more than one person.",
    add_person: "Add as a new person",
    take_anyway: "Take it all the same",
    roster_taken: |number, written| {
        format!("The roster is here: {}.", counted_as(number, written, "person", "people"))
    },
    roster_refused: |file, why| format!("“{file}” was not taken. {why}"),
    no_person_column: "No column says who is who. It needs one with an id or an e-mail address; name it so in its \
                       first line, or bring the roster in on the Assign page, where columns can be chosen.",
    links_taken: |number, written| {
        format!("{} taken from links.", counted_as(number, written, "assignment", "assignments"))
    },
    book_nothing: "These saved records hold nothing that is not here already.",
    book_taken: |number, written| {
        format!("{} of the saved records taken.", counted_as(number, written, "entry", "entries"))
    },
    book_fork: |after, entries| {
        format!(
            "Both computers went on after entry {after}, each in its own way. Both are kept: {entries} of the other \
             computer now stand in this log."
        )
    },
};

const MATRIX: RecordsMatrix = RecordsMatrix {
    title: "Who stands where",
    region: "People and modules",
    person: "Person",
    filter: "Show only",
    name: "Name, e-mail or id",
    department: "Department",
    manager: "Manager",
    state: "State",
    all: "All",
    shown: |shown, all| format!("{shown} of {all} people"),
    nobody: "Nobody fits. Choose less.",
    print: "Print",
    printed: |day, entry, seal| format!("As of {day}. Log entry {entry}, seal {seal}."),
    not_started: "Not started",
    in_progress: "In progress",
    passed: "Passed",
    overdue: "Overdue",
    expiring: "Expiring",
    expired: "Expired",
    exempt: "Exempt",
    not_assigned: "Not assigned",
    due: |day| format!("due {day}"),
    until: |day| format!("until {day}"),
    expired_on: |day| format!("since {day}"),
};

const PERSON: RecordsPerson = RecordsPerson {
    department: |name| format!("Department: {name}"),
    manager: |name| format!("Manager: {name}"),
    id: |id| format!("Id: {id}"),
    standing: "Modules",
    module: "Module",
    state: "State",
    due: "Due",
    passed: "Passed",
    until: "Good until",
    receipts: "Receipts",
    no_receipts: "None yet.",
    receipt: |state, when| format!("{state}, {when}"),
    mastered: |mastered, assigned, needed| format!("Mastered: {mastered} of {assigned}; needed: {needed}."),
    attempts: |number, written| counted_as(number, written, "attempt", "attempts"),
    assigned_by: |by, day| match by {
        "" => format!("Assigned on {day}."),
        by => format!("Assigned by {by} on {day}."),
    },
    unasked: "Taken without an assignment.",
    version: |course, policy| match policy {
        "" => format!("Course version {course}."),
        policy => format!("Course version {course}, policy version {policy}."),
    },
    came_in: |when, by, how| match by {
        "" => format!("Came in on {when}, {how}."),
        by => format!("Came in on {when}, {how}, taken by {by}."),
    },
    file: "as a file",
    paste: "pasted",
    lrs: "from the LRS",
    signature_valid: "Signature right: unchanged since it was made.",
    signature_unknown_key: "Signature right, but of another browser than the earlier receipts.",
    signature_none: "Not signed.",
    signature_unchecked: "Signature not checked: this browser could not.",
    lessons: |done, all| format!("{done} of {all} lessons done"),
    right: |right, all| format!("{right} of {all} questions right"),
    clauses: "Clauses",
    clause_new: "not answered yet",
    clause_missed: "missed",
    clause_once: "right once",
    clause_mastered: "mastered",
    acknowledged: "Acknowledged",
    acknowledged_line: |clause, version, when| format!("{clause}, policy version {version}, on {when}"),
    save_receipt: "Save the receipt",
    exemptions: "Exemptions",
    exempted: |what, reason, by| match by {
        "" => format!("{what}: {reason}"),
        by => format!("{what}: {reason} ({by})"),
    },
    exempted_until: |day| format!("until {day}"),
    all_modules: "All modules",
    from: "Exempt from",
    reason: "Reason",
    reason_missing: "Say why: the reason stands in the log.",
    last_day: "Last day; empty means for good",
    exempt: "Exempt",
    end: "End all exemptions",
    remove: "Remove this person …",
    remove_text: "Their receipts are deleted from this browser, and they are no longer shown. The log keeps that \
                  they were here: it can be deleted only as a whole.",
    remove_yes: "Remove for good",
    removed: "Removed.",
};

const LOG: RecordsLog = RecordsLog {
    title: "Log",
    text: "Who did what, each entry chained to the one before. Note the seal elsewhere from time to time: it proves \
           later that nobody wrote the log anew.",
    whole: |number, written, seal| {
        let entries = counted_as(number, written, "entry", "entries");
        format!("The chain is unbroken: {entries}, seal {seal}.")
    },
    broken: |reason| format!("The chain breaks. {reason} Compare it with a saved copy."),
    unreadable: |n| format!("Entry {n} cannot be read."),
    changed: |n| format!("Entry {n} was changed after it was written."),
    out_of_place: |n| {
        format!("Entry {n} does not follow the one before it: something was removed, added or moved.")
    },
    damaged: |number, written| {
        let receipts = counted_as(number, written, "receipt", "receipts");
        format!(
            "{receipts} of the log cannot be found as it was taken, so it does not count. Bring it in again."
        )
    },
    entries: "Show the entries",
    entry: "Entry",
    when: "When",
    who: "Who",
    what: "What",
    more: "Show earlier entries",
    assigned: |number, written| {
        format!("Assigned: {}", counted_as(number, written, "assignment", "assignments"))
    },
    roster: |number, written| format!("Roster taken: {}", counted_as(number, written, "person", "people")),
    imported: |number, written| format!("Taken: {}", counted_as(number, written, "receipt", "receipts")),
    exempted: |person, reason| format!("Exempted: {person}. Reason: {reason}"),
    exemption_ended: |person| format!("Exemptions ended: {person}"),
    renewal: |months| match months {
        0 => "Renewal: a pass is good for good".to_owned(),
        months => format!("Renewal: a pass is good for {months} months"),
    },
    person_removed: |person| format!("Removed: {person}"),
    joined: |number, written, after| {
        let entries = counted_as(number, written, "entry", "entries");
        format!("Joined {entries} of another computer, which went its own way after entry {after}")
    },
    file_too_large: "This file is too large for saved records.",
    file_not_ours: "These saved records are damaged or cut off. Save them again on the other computer.",
    file_newer: "These records were saved by a newer version of the workshop. Reload this page, then try again.",
    file_other_course: |title| format!("These saved records belong to another course: “{title}”."),
    file_broken: |reason| format!("These saved records were changed after they were saved. {reason}"),
};

const REPORT: RecordsReport = RecordsReport {
    title: "Report as CSV",
    save: "Save as CSV",
    saved: "The file is in your downloads.",
    more: "For another system",
    system: "System",
    everything: "A spreadsheet, all columns",
    dates: "Dates",
    iso: "2026-11-28",
    day_first: "28/11/2026",
    month_first: "11/28/2026",
    dotted: "28.11.2026",
    mark: "Mark it as UTF-8, for spreadsheets",
    completed_only: "Only who has passed",
    columns: "Columns",
    columns_text: "A line a column, in the order of the file: our name = the other system’s name. Words in \"quotes\" \
                   stand in every line.",
    no_columns: "There is no column. Write at least one line, as in: name = Name",
    no_header: |line| format!("Line {line} of the columns is not “our name = other name”."),
    unknown_column: |line, column| format!("Line {line} of the columns: there is no column “{column}”."),
};

const SAFE: RecordsSafe = RecordsSafe {
    renewal: "Renewal",
    renewal_text: "After that, a module counts as expired until a new pass comes in. An assignment may say otherwise.",
    good_for: "A pass is good",
    for_good: "for good",
    months: |months| format!("for {months} months"),
    set: "Set",
    title: "Copy and delete",
    text: "A browser may lose what it keeps. Save a copy after each day’s work; it opens on another computer too, \
           with “Choose files” above.",
    save: "Save all records",
    delete: "Delete all records …",
    delete_ask: "Delete all records of this course in this browser?",
    delete_text: "The log, the receipts, the roster and the exemptions are gone for good. Save a copy first if you \
                  may need them.",
    delete_yes: "Delete for good",
    deleted: "All records were deleted.",
};
