//! English, about the company's learning record store (LRS).

use super::english::counted;
use super::lrs::{Lrs, LrsReading};

pub(super) const LRS: Lrs = Lrs {
    title: "To the company’s records",
    my_data_lead: "Everything you did here is stored in this browser, on this device. Part of it goes to your \
                   company, as said below; all else leaves only when you export it.",
    home_lead: |lessons, minutes| {
        format!(
            "{} for about {minutes}. Take them in any order, stop whenever you like: your progress is kept in \
             this browser. My data says what of it your company gets.",
            counted(lessons, "short lesson", "short lessons")
        )
    },
    accepting: |server, id| {
        format!(
            "Nothing is kept before you accept. From then on, this course reports to your company’s learning \
             record store at {server}, under “{id}”. My data says what, and what never."
        )
    },
    sent_text: |server| {
        format!(
            "Your company asked that this course reports to its learning record store at {server}: which \
             lessons you opened and read, your answers, what you passed, and which clauses of the policy you \
             acknowledged."
        )
    },
    never_text: "Notes, bookmarks and what you choose in a poll are yours and are never sent.",
    as_account: |name| format!("Sent as: {name}"),
    nobody: "Nothing is sent yet, because this browser does not know who you are at your company. Open the \
             link by which your company gave you this course. What you did until then is sent as well.",

    state: |sent, waiting, refused| format!("{sent} sent, {waiting} waiting, {refused} refused."),
    all_sent: "Everything has arrived.",
    sending: "Sending …",
    waits: "The record store does not answer. What waits is kept in this browser and sent later, by itself.",
    offline: "There is no connection. What waits is kept in this browser and sent later, by itself.",
    no_lrs: |status| {
        format!(
            "What answers at the address of the record store is none (it said {status}). Tell whoever gave \
             you this course. What waits is kept in this browser."
        )
    },
    questions_missing: "Some questions could not be loaded. Their answers are sent once they can be.",

    refused_title: "Refused",
    refused: |about, status, reason| match reason.is_empty() {
        true => format!("{about} – refused with {status}, without a reason"),
        false => format!("{about} – refused with {status}: {reason}"),
    },
    refused_text: "The record store took these for wrong and will not take them as they are. Nothing is lost \
                   here: your progress counts, and your receipt holds it.",
    try_again: "Try again",

    credentials_title: "The record store asks who sends this",
    credentials_text: "It did not accept the credentials of this course. Open the link of your company once \
                       more, or ask for a name and a password for the record store. They are kept in this \
                       browser.",
    user: "Name for the record store",
    password: "Password for the record store",
    send: "Send",

    reading: LrsReading {
        title: "Read the record store",
        text: |server| {
            format!(
                "What learners did is at {server}. Sign in there with a name and a password that may read. They \
                 are used once and kept nowhere."
            )
        },
        read: "Read",
        reading: |number, written| match number {
            1 => "1 statement read …".to_owned(),
            _ => format!("{written} statements read …"),
        },
        nobody: "The record store has nothing about this course yet.",
        wrong_credentials: "The record store did not accept this name and password for reading. Nothing was \
                            taken. Ask whoever runs it for credentials that may read statements.",
        no_answer: "The record store did not answer to the end, so nothing was taken. Look at your connection; \
                    if that works, ask whoever runs the store whether it lets pages of this site in (CORS).",
        no_lrs: |status| {
            format!(
                "What answers at the address of the record store is none (it said {status}), so nothing was \
                 taken. The address is in the course’s settings."
            )
        },
    },

    launch_refused: "The link said who you are in a way that cannot be used:",
    launch_unreadable: "It is cut off or damaged. Open it once more from where you have it, or ask for a new one.",
    launch_other_lrs: "It is for another record store than this course reports to. Ask for a new link.",
    launch_no_account: "It names no account at your company. Ask for a link that does.",
};
