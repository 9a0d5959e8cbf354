//! English, for mastery: the pass, pretest, practice and recall.

use super::english::counted;
use super::mastery::{Pass, Practice, Pretest, Recall, Session};

pub(super) const PASS: Pass = Pass {
    passed: |date| format!("You passed on {date}."),
    clauses: |mastered, assigned, needed, critical| {
        let reached = format!("You master {mastered} of {}", counted(assigned, "clause", "clauses"));
        match (mastered < needed, critical) {
            (true, []) => format!("{reached}; you pass with {needed}."),
            (true, _) => format!("{reached}; you pass with {needed}, if {} among them.", are(critical)),
            (false, []) => {
                format!("{reached}, which is enough; a critical question was never right yet.")
            }
            (false, _) => format!("{reached}, which is enough once {} among them.", are(critical)),
        }
    },
    questions: |right, all, needed, critical_open| {
        let reached = format!("{right} of {} right so far", counted(all, "question was", "questions were"));
        match (right < needed, critical_open) {
            (true, 0) => format!("{reached}; you pass with {needed}."),
            (true, _) => format!("{reached}; you pass with {needed}, the critical ones among them."),
            (false, _) => format!("{reached}, which is enough once the critical ones are."),
        }
    },
    what_mastered_means: "A clause is mastered when you were right at the first try the last two times it came up: \
                          in two different questions, or on two different days. \
                          “I don’t know” never counts against you.",
    mastery: ["Not met yet", "To practise", "Right once, once more to go", "Mastered"],
    may_skip: "You master this already and may skip it",
    know_this_already: |questions| {
        format!(
            "Know this already? Answer {} and skip the module",
            counted(questions, "question", "questions")
        )
    },
    certificate: "Certificate",
    my_answers: "My answers",
    practise: "Practise what is missing",
    sure_but_wrong: |number| {
        format!(
            "You were sure and wrong in {}. It is normal, and worth a second look: they come back first.",
            counted(number, "answer", "answers")
        )
    },
};

pub(super) const SESSION: Session = Session {
    question_of: |number, all| format!("Question {number} of {all}"),
    next: "Next question",
    finish: "Finish",
    loading: "Loading the question …",
    cannot_load: "This question could not be loaded. Your answers so far are saved. \
                  Look at your connection, then try again.",
    try_loading: "Try again",
    leave: "Stop here, go on later",
};

pub(super) const PRETEST: Pretest = Pretest {
    title: "Before you start",
    offer: |questions| format!("Try {} first?", counted(questions, "question", "questions")),
    why: "They are not scored. A guess before learning helps you remember what you learn, also a wrong one. \
          And it shows what you know already and may skip.",
    take: |questions| format!("Take the {}", counted(questions, "question", "questions")),
    skip: "No, thank you",
    lead: |questions| {
        format!(
            "{} about what comes. Nothing here is scored, and nothing can go wrong: \
             guess, or say that you don’t know.",
            counted(questions, "question", "questions")
        )
    },
    start: "Begin",
    go_on: "Go on",
    done: "That was it. What it tells you:",
    known: "You knew this one",
    not_yet: "New for you",
    check_module: "Answer its questions and skip it",
    read_module: "Start the module",
    nothing: "This course has no questions to try.",
};

pub(super) const PRACTICE: Practice = Practice {
    title: "Practice",
    lead: "Questions on what you do not master yet, the critical clauses first. What you were sure of and got wrong comes before all else.",
    lead_module: |module| {
        format!("Questions on the clauses of “{module}”. Master them all, and you may skip the module.")
    },
    start: |questions| format!("Start: {}", counted(questions, "question", "questions")),
    more: "Practise more",
    nothing_missing: "Nothing is missing: you master all that this is about.",
    not_today: "You have answered all there is to answer today. The same questions prove nothing right after \
                their answers were shown: come back tomorrow.",
    module_mastered: |module| format!("You master all clauses of “{module}”. You may skip the module."),
    module_missing: |mastered, clauses| {
        format!("You master {mastered} of {} of this module.", counted(clauses, "clause", "clauses"))
    },
    done: "Done for now.",
};

pub(super) const RECALL: Recall = Recall {
    title: "Recall",
    due: "A recall is due: about five minutes.",
    why: "What you recall after some days stays for months. What was weakest comes first, in other words where there are some.",
    start: |questions| format!("Start: {}", counted(questions, "question", "questions")),
    next: |date| format!("The next recall is on {date}."),
    none: "There is nothing to recall yet. Recalls come some days after your first answers.",
    done: "That was the recall. Well done for coming back.",
    calendar: "Add the recalls to my calendar",
    calendar_saved: "The calendar file is in your downloads. Open it to add the recalls.",
    entry_title: |course| format!("Recall: {course}"),
    entry_text: |address| format!("About five minutes: {address}"),
};

/// `DSC-2 and RGT-1 are`, `DSC-2 is`.
fn are(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [name] => format!("{name} is"),
        [names @ .., last] => format!("{} and {last} are", names.join(", ")),
    }
}
