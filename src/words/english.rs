//! English.

use super::question::{Attempts, Confidence, Order, Pairs, Poll, Typed, Unknown};
use super::{
    Acknowledgement, Answers, Callouts, Certificate, Glossary, Home, Lesson, Platform, Policy, Progress,
    Question, Saving, Search, Site, Term, Words,
};

use super::english_assign::{ASSIGN_MAIL, GAPS, LINK_REFUSALS, MAIL_MERGE};
use super::english_assign_page::ASSIGN;
use super::english_assigned::ASSIGNED;
use super::english_extras::{ALOUD, NOTES, PREFERENCES};
use super::english_lms::LMS;
use super::english_lrs::LRS;
use super::english_mastery::{PASS, PRACTICE, PRETEST, RECALL, SESSION};
use super::english_my_data::{MY_DATA, REFUSALS};
use super::english_present::PRESENT;
use super::english_receipt::{RECEIPT, RECEIPT_REFUSALS};
use super::english_records::RECORDS;
use super::english_roster::ROSTER;
use super::english_setup::SETUP;
use super::english_signing::SIGNING;
use super::english_workshop::{PLAN_REFUSALS, TIMES};

pub(super) fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// The words of an English interface.
pub const EN: Words = Words {
    site: Site {
        skip_to_content: "Skip to the content",
        navigation: "Workshop",
        home: "Home",
        policy: "Policy",
        glossary: "Glossary",
        progress: "My progress",
        my_data: "My data",
        needs_javascript: "This page needs JavaScript. Lessons, policy and glossary can be read without it.",
        slow: "Still loading. You can read on; the questions will answer once everything has arrived.",
        cannot_start_title: "The questions cannot start here",
        cannot_start: "You can read everything on this page. To answer and to keep your progress, reload the page, \
                       or open it in an up-to-date browser. What you answered before is not lost.",
        reload: "Reload",
        not_found_title: "This page does not exist",
        not_found: "The address may be misspelt, or the page has moved. Your progress is not touched.",
        to_home: "To the start of the workshop",
        questions_to: "Questions?",
    },
    home: Home {
        lead: |lessons, minutes| {
            format!(
                "{} for about {minutes}. Take them in any order, stop whenever you like: \
                 your progress stays in this browser, on this device.",
                counted(lessons, "short lesson", "short lessons")
            )
        },
        voluntary: "This workshop teaches judgement. It never asks for your accounts and never looks at what you post.",
        modules: "Modules",
        lessons: |number| counted(number, "lesson", "lessons"),
        minutes: |minutes| format!("{minutes} min"),
        start: "Start",
        go_on: "Continue",
        next: |lesson| format!("Next: {lesson}"),
        all_done: "You have been through the core of the workshop.",
        see_progress: "See my progress",
        choose_any: "Choose the ones you need, or none",
        show_lessons: "Show the lessons",
        module_done: |done, all| format!("{done} of {all} lessons done"),
        begun: "Started",
        done: "Done",
    },
    lesson: Lesson {
        objectives: "After this lesson you can",
        sources: "Sources",
        footnotes: "Footnotes",
        next: "Next",
        previous: "Previous",
        end_of_course: "That was the last lesson.",
        end_of_module: "That was the last lesson of this module.",
        footnote: |number| format!("Footnote {number}"),
        back_to_footnote: |number| format!("Back to reference {number}"),
        lesson_of: |number, all| format!("Lesson {number} of {all}"),
        steps: "Lessons before and after",
        still_open: |number| {
            format!(
                "{} above. You can go on now and come back later.",
                counted(number, "question is still open", "questions are still open")
            )
        },
        all_answered: "All questions answered. This lesson is done.",
        read: "Going on marks this lesson as done.",
    },
    question: Question {
        question: "Question",
        scenario: "Scenario",
        critical: "must be right to pass",
        one: "Choose one",
        many: "Choose all that apply",
        would_you_post_it: "Would you post it?",
        draft: "Draft",
        draft_on: |platform| format!("Draft for {platform}"),
        repaired: "Repaired",
        check: "Check",
        try_again: "Try again",
        choose_first: "Choose an option first.",
        right: "Right.",
        partly: |earned, possible| format!("Partly right: {earned} of {possible}."),
        wrong: "Not quite.",
        your_choice: "Your choice",
        right_option: "Right",
        wrong_option: "Not right",
        all_reasons: "All options and their reasons",
        why: "Why",
        hint: |number| if number <= 1 { "Hint".to_owned() } else { format!("Hint {number}") },
        clause: |id, title| format!("{id}: {title}"),
        no_attempts_left: |limit| {
            let times = if limit == 1 { "once".to_owned() } else { format!("{limit} times") };
            format!("This question can be answered {times} only.")
        },
        answers: "Answers and reasons",
        verdicts: [
            ("Post", "fine as it is"),
            ("Fix", "change it, then post"),
            ("Don’t", "do not post it"),
            ("Yours", "the company has no say"),
        ],
        earlier_version: "This question has changed since you answered it. Please answer it again.",
        other_words: "The same question in other words.",
        unknown: Unknown {
            button: "I don’t know",
            verdict: "Not known yet.",
            never_counts: "Saying so is better than a guess: it never counts against you.",
        },
        confidence: Confidence {
            legend: "How sure are you?",
            sure: "Sure",
            unsure: "Unsure",
            sure_but_wrong: "You were sure. It comes back first when you practise.",
        },
        typed: Typed {
            label: "Your answer",
            number_label: "Your answer, a number",
            type_first: "Type your answer first.",
            not_a_number: "Type a number, as in 12 or 3.5.",
            yours: "Your answer:",
            all_reasons: "Accepted answers and known mistakes",
        },
        order: Order {
            legend: "Put the steps in order",
            move_up: "Move up",
            move_down: "Move down",
            moved: |step, place, all| format!("“{step}”: {place} of {all}"),
            move_first: "Put the steps in order first.",
            yours: "Your order",
            follows: "Rightly follows",
            another_before: "Another step comes before it",
            partly: |earned, possible| {
                format!("Partly right: {earned} of {possible} steps follow each other as they should.")
            },
            right: "The right order",
        },
        pairs: Pairs {
            legend: "Choose what belongs together",
            choose: "Choose …",
            taken: |words| format!("{words} (already chosen)"),
            choose_all: "Choose a partner for each first.",
            item: "Item",
            partner: "Partner",
            your_partner: "Your choice",
            partly: |earned, possible| format!("Partly right: {earned} of {possible} pairs are right."),
            right: "The right pairs",
        },
        poll: Poll {
            legend: "Choose one",
            answer: "Answer",
            thanks: "Thank you.",
            not_graded: "Nothing is graded here, and only you see your answer.",
            change: "Change my answer",
        },
        attempts: Attempts { title: "Your attempts", gone: "an answer that is no longer there" },
    },
    policy: Policy {
        title: "Policy",
        version: "Version",
        owner: "Owner",
        review_by: "To be reviewed by",
        critical: "Must be mastered",
        yours: "Protects you",
        guidance: "Advice",
        taught_in: "Taught in",
        not_taught: "No lesson teaches this clause yet.",
        contents: "Parts of the policy",
    },
    glossary: Glossary { title: "Glossary" },
    search: Search {
        title: "Search",
        label: "Words, or a clause such as DSC-2",
        what: "Searches all lessons, what their questions ask, the policy and the glossary. \
               The beginning of a word is enough; capitals and accents make no difference.",
        loading: "Loading …",
        failed: "The search could not be loaded. Check your connection, then reload the page.",
        found: |number, written| {
            if number == 1 { "Found in 1 place".to_owned() } else { format!("Found in {written} places") }
        },
        first: |number| format!("These are the first {number}. One more word narrows them down."),
        nothing: |query| format!("Nothing found for “{query}”."),
        advice: "Try fewer words, only the beginning of a word, or another word for the same thing.",
        did_you_mean: "Did you mean",
        results: "Results",
        kinds: ["Lesson", "Question", "Policy", "Glossary"],
    },
    platform: Platform {
        at_a_glance: |name| format!("{name} at a glance"),
        handle: "A name looks like",
        length: "A post holds",
        characters: "characters",
        graphemes: "characters as people see them",
        weighted: "characters, some of which count twice",
        link: |count| format!("; any link counts as {count}"),
        as_of: "As of",
        source: "Source",
        conflict: "Sources differ",
        unverified: "Not verified",
        unverified_facts: "What nobody has verified yet",
    },
    progress: Progress {
        title: "My progress",
        lead: "Only you see this page. It is worked out in your browser from your answers.",
        overall: |done, all| format!("{done} of {all} lessons done"),
        by_module: "By module",
        by_clause: "By clause of the policy",
        module: "Module",
        lessons: "Lessons done",
        questions: "Right",
        first_try: |number| format!("{number} at the first try"),
        clause: "Clause",
        state: "State",
        of: |part, all| format!("{part} of {all}"),
        nothing_yet: "Not started",
        right_so_far: "Some right",
        all_right: "All right",
        without_questions: |number| {
            format!(
                "{} of the policy without questions in this workshop.",
                counted(number, "further clause is", "further clauses are")
            )
        },
        archived: |number| {
            format!(
                "{} to questions that are no longer in the course. They are kept.",
                counted(number, "answer belongs", "answers belong")
            )
        },
    },
    pass: PASS,
    session: SESSION,
    pretest: PRETEST,
    practice: PRACTICE,
    recall: RECALL,
    my_data: MY_DATA,
    refusals: REFUSALS,
    saving: Saving {
        saved: "Saved in this browser",
        not_saved: "Not saved",
        blocked: "This browser blocks storage for this site. Your answers last until you close this tab. \
                  Allow storage (cookies and site data) and reload, or export your progress.",
        full: "The storage of this browser is full. Your latest answers last until you close this tab. \
               Export your progress now, then free some space.",
        export: "Export my progress",
    },
    callouts: Callouts {
        note: "Note",
        tip: "Tip",
        important: "Important",
        warning: "Warning",
        caution: "Caution",
    },
    acknowledgement: Acknowledgement {
        line_first: |clauses| format!("The policy waits for you: {}.", counted(clauses, "clause", "clauses")),
        line_changed: |clauses, some_new| {
            let change = match (some_new, clauses) {
                (false, 1) => "has changed",
                (false, _) => "have changed",
                (true, 1) => "is new",
                (true, _) => "are new or have changed",
            };
            format!("{} {change}.", counted(clauses, "clause of the policy", "clauses of the policy"))
        },
        line_link: "Read and acknowledge",
        title: "Acknowledge the policy",
        waits_first: |clauses| format!("{} to read and acknowledge.", counted(clauses, "clause", "clauses")),
        to_the_end: "Acknowledge at the end",
        changes: |clauses| format!("What has changed: {}", counted(clauses, "clause", "clauses")),
        changed: "Changed since you acknowledged it",
        new: "New",
        added: "added:",
        removed: "removed:",
        end: "end of change",
        button: |clauses| {
            if clauses == 1 {
                "I have received this clause".to_owned()
            } else {
                format!("I have received these {clauses} clauses")
            }
        },
        meaning: "Acknowledging says that you received these words and know whom to ask. \
                  It is no waiver, and no agreement to anything else.",
        done: |date, version| format!("Acknowledged on {date}, version {version}."),
        unavailable: "The words of the policy could not be loaded, so they cannot be acknowledged now. Reload this page.",
    },
    term: Term { open_glossary: "Open the glossary", close: "Close" },
    answers: Answers {
        title: "My answers",
        lead: "Everything that you answered here, with the right answers and the reasons. Only you see it.",
        none: "You have not answered anything yet.",
        loading: "Loading the questions …",
        not_loaded: "This question could not be loaded. Look at your connection, then reload this page.",
        print: "Print",
        yours: "Your answers",
        sure: "you felt sure",
        unsure: "you felt unsure",
        note: "My note",
        gone_title: "No longer in the course",
        gone: "The questions to these answers are gone, or stand under another name. The answers are kept.",
    },
    certificate: Certificate {
        title: "Certificate",
        lead: "Type your name as it is to stand on the certificate. It goes nowhere but onto the paper.",
        no_pass: "This course has no questions to pass, so there is no certificate.",
        name: "Your name",
        keep: "Keep this name here",
        kept: "Name saved.",
        print: "Print",
        has_passed: "has passed",
        on: |day| format!("on {day}"),
        mastered: "Mastered",
        clauses: |mastered, all| format!("{mastered} of {}", counted(all, "clause", "clauses")),
        questions: |right, all| format!("{right} of {}", counted(all, "question", "questions")),
        policy: "Policy version",
        issuer: "Course run by",
        by_module: "Clauses mastered, by module",
        small_print: |today| {
            format!(
                "As of {today}. Made in the learner’s own browser, with the name the learner typed: \
                 it shows what was answered there, and nobody has checked who answered."
            )
        },
    },
    notes: NOTES,
    preferences: PREFERENCES,
    aloud: ALOUD,
    plan_refusals: PLAN_REFUSALS,
    times: TIMES,
    lrs: LRS,
    present: PRESENT,
    setup: SETUP,
    assigned: ASSIGNED,
    receipt: RECEIPT,
    records: RECORDS,
    receipt_refusals: RECEIPT_REFUSALS,
    assign: ASSIGN,
    link_refusals: LINK_REFUSALS,
    gaps: GAPS,
    assign_mail: ASSIGN_MAIL,
    mail_merge: MAIL_MERGE,
    signing: SIGNING,
    roster: ROSTER,
    lms: LMS,
};
