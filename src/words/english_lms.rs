//! English, of a course in an LMS.

use super::english::counted;
use super::lms::{Lms, SelfTest};

pub(super) const LMS: Lms = Lms {
    lead: |lessons, minutes| {
        format!(
            "{} for about {minutes}. Take them in any order, stop whenever you like: \
             your learning system keeps your progress.",
            counted(lessons, "short lesson", "short lessons")
        )
    },
    saved: "Saved",
    not_saved: "Not saved yet. The learning system does not answer; this page goes on trying. Leave it open.",
    retry: "Try again now",
    download: "Download my progress",
    exit: "Exit",
    ended: "Saved. You can close this window.",
    ended_unsaved: "The learning system does not answer, so your latest answers are not saved there. \
                    Stay on this page and try again, or download your progress and send it to whoever gave you this course.",
    again: "To go on, open the course in your learning system again.",
    review: "You are looking back. Nothing that you do here is recorded.",
    frame: "Workshop",
    cannot_start: "The course cannot start here",
    no_lms: "This page was not opened by a learning system, or the system blocks the way to it. \
             Open the course where it was assigned to you, in one window, without a private mode.",
    refused: "The learning system did not let the course begin. Close this window and open the course again. \
              If it stays so, tell the people who run the system:",
    without_record: "Read on without a record",
    no_script: "This course needs JavaScript. Turn it on for this site, and reload the page.",
    old_browser: "This browser is too old for the course. Open it in a current Chrome, Edge, Firefox or Safari.",
    wasm_forbidden: "The learning system forbids WebAssembly, which the course needs. The people who run it can \
                     allow it: its Content-Security-Policy needs 'wasm-unsafe-eval' in script-src.",
    file_missing: "The learning system does not give out a file that the course needs. The people who run it can \
                   look whether it accepts files of this kind:",
    newer_state: "A newer version of this course kept your progress. It is not lost, but this version cannot read it.",
    damaged_state: "What the learning system kept of your progress cannot be read. It is kept as it is; \
                    the course begins anew.",
    test: SelfTest {
        title: "Self-test",
        lead: "This page tries out what the course needs of your learning system. It changes no result.",
        lms: "The learning system is found",
        started: "A session begins",
        kept: "A value comes back as it was given",
        committed: "The system saves",
        browser: "The browser is recent enough",
        wasm: "WebAssembly may run",
        wasm_type: "WebAssembly files come as application/wasm",
        wasm_type_other: "They come as another type. The course starts all the same, a little later.",
        fine: "Fine",
        not_fine: "Not fine",
        all_fine: "All that the course needs is there.",
        not_all_fine: "Show this page to the people who run the learning system.",
    },
};
