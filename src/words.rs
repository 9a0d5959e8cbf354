//! Every word of the interface, in one place, ready for other languages.
//!
//! A course's own words are not here, nor are diagnostics (`course::wording`)
//! and the command's messages. Numbers and dates come in as the browser's
//! `Intl` wrote them.

/// The words of one language.
#[derive(Debug)]
pub struct Words {
    pub site: Site,
    pub home: Home,
    pub lesson: Lesson,
    pub question: Question,
    pub policy: Policy,
    pub glossary: Glossary,
    pub platform: Platform,
    pub progress: Progress,
    pub my_data: MyData,
    pub saving: Saving,
    pub callouts: Callouts,
}

/// What stands on every page.
#[derive(Debug)]
pub struct Site {
    pub skip_to_content: &'static str,
    pub navigation: &'static str,
    pub home: &'static str,
    pub policy: &'static str,
    pub glossary: &'static str,
    pub progress: &'static str,
    pub my_data: &'static str,
    pub needs_javascript: &'static str,
    pub slow: &'static str,
    pub cannot_start_title: &'static str,
    pub cannot_start: &'static str,
    pub reload: &'static str,
    pub not_found_title: &'static str,
    pub not_found: &'static str,
    pub to_home: &'static str,
    pub questions_to: &'static str,
}

#[derive(Debug)]
pub struct Home {
    pub lead: fn(lessons: usize, minutes: &str) -> String,
    pub voluntary: &'static str,
    pub modules: &'static str,
    pub lessons: fn(usize) -> String,
    pub minutes: fn(&str) -> String,
    pub start: &'static str,
    pub go_on: &'static str,
    pub next: fn(lesson: &str) -> String,
    pub all_done: &'static str,
    pub see_progress: &'static str,
    pub choose_any: &'static str,
    pub show_lessons: &'static str,
    pub module_done: fn(done: &str, all: &str) -> String,
    pub begun: &'static str,
    pub done: &'static str,
}

#[derive(Debug)]
pub struct Lesson {
    pub objectives: &'static str,
    pub sources: &'static str,
    pub footnotes: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub end_of_course: &'static str,
    pub end_of_module: &'static str,
    pub lesson_of: fn(number: usize, all: usize) -> String,
    pub steps: &'static str,
    pub still_open: fn(usize) -> String,
    pub all_answered: &'static str,
    pub read: &'static str,
}

#[derive(Debug)]
pub struct Question {
    pub question: &'static str,
    pub scenario: &'static str,
    pub critical: &'static str,
    pub one: &'static str,
    pub many: &'static str,
    pub would_you_post_it: &'static str,
    pub draft: &'static str,
    pub draft_on: fn(platform: &str) -> String,
    pub repaired: &'static str,
    pub check: &'static str,
    pub try_again: &'static str,
    pub choose_first: &'static str,
    pub right: &'static str,
    pub partly: fn(earned: &str, possible: &str) -> String,
    pub wrong: &'static str,
    pub your_choice: &'static str,
    pub right_option: &'static str,
    pub wrong_option: &'static str,
    pub all_reasons: &'static str,
    pub why: &'static str,
    pub hint: fn(number: usize) -> String,
    pub clause: fn(id: &str, title: &str) -> String,
    pub no_attempts_left: &'static str,
    pub answers: &'static str,
    pub verdicts: [(&'static str, &'static str); 4],
    pub earlier_version: &'static str,
}

#[derive(Debug)]
pub struct Policy {
    pub title: &'static str,
    pub version: &'static str,
    pub owner: &'static str,
    pub review_by: &'static str,
    pub critical: &'static str,
    pub yours: &'static str,
    pub guidance: &'static str,
    pub taught_in: &'static str,
    pub not_taught: &'static str,
    pub contents: &'static str,
}

#[derive(Debug)]
pub struct Glossary {
    pub title: &'static str,
}

#[derive(Debug)]
pub struct Platform {
    pub at_a_glance: fn(name: &str) -> String,
    pub handle: &'static str,
    pub length: &'static str,
    pub characters: &'static str,
    pub graphemes: &'static str,
    pub weighted: &'static str,
    pub link: fn(u32) -> String,
    pub as_of: &'static str,
    pub source: &'static str,
    pub conflict: &'static str,
    pub unverified: &'static str,
}

#[derive(Debug)]
pub struct Progress {
    pub title: &'static str,
    pub lead: &'static str,
    pub overall: fn(done: &str, all: &str) -> String,
    pub by_module: &'static str,
    pub by_clause: &'static str,
    pub module: &'static str,
    pub lessons: &'static str,
    pub questions: &'static str,
    pub first_try: fn(&str) -> String,
    pub clause: &'static str,
    pub state: &'static str,
    pub of: fn(part: &str, all: &str) -> String,
    pub nothing_yet: &'static str,
    pub right_so_far: &'static str,
    pub all_right: &'static str,
    pub without_questions: fn(usize) -> String,
    pub critical_open: fn(usize) -> String,
    pub archived: fn(usize) -> String,
}

#[derive(Debug)]
pub struct MyData {
    pub title: &'static str,
    pub lead: &'static str,
    pub what: &'static str,
    pub records: fn(&str) -> String,
    pub since: fn(&str) -> String,
    pub export_title: &'static str,
    pub export_text: &'static str,
    pub exported: &'static str,
    pub import_title: &'static str,
    pub import_text: &'static str,
    pub import: &'static str,
    pub imported: fn(new: &str, known: &str) -> String,
    pub not_imported: &'static str,
    pub no_room: &'static str,
    pub delete_title: &'static str,
    pub delete_text: &'static str,
    pub delete: &'static str,
    pub delete_ask: fn(&str) -> String,
    pub delete_yes: &'static str,
    pub cancel: &'static str,
    pub deleted: &'static str,
    pub learners_title: &'static str,
    pub learners_text: &'static str,
    pub learner: fn(usize) -> String,
    pub learner_name: &'static str,
    pub save_name: &'static str,
    pub name_saved: &'static str,
    pub studying: &'static str,
    pub switch: fn(&str) -> String,
    pub add_learner: &'static str,
    pub damaged: fn(&str) -> String,
    pub newer: fn(&str) -> String,
}

#[derive(Debug)]
pub struct Saving {
    pub saved: &'static str,
    pub not_saved: &'static str,
    pub blocked: &'static str,
    pub full: &'static str,
    pub export: &'static str,
}

#[derive(Debug)]
pub struct Callouts {
    pub note: &'static str,
    pub tip: &'static str,
    pub important: &'static str,
    pub warning: &'static str,
    pub caution: &'static str,
}

fn counted(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// English.
pub static EN: Words = Words {
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
        all_done: "You have been through every lesson.",
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
        no_attempts_left: "This question can be answered once only.",
        answers: "Answers and reasons",
        verdicts: [
            ("Post", "fine as it is"),
            ("Fix", "change it, then post"),
            ("Don’t", "do not post it"),
            ("Yours", "the company has no say"),
        ],
        earlier_version: "This question has changed since you answered it. Please answer it again.",
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
        critical_open: |number| {
            if number == 1 {
                "One question that must be right is still open.".to_owned()
            } else {
                format!("{number} questions that must be right are still open.")
            }
        },
        archived: |number| {
            format!(
                "{} to questions that are no longer in the course. They are kept.",
                counted(number, "answer belongs", "answers belong")
            )
        },
    },
    my_data: MyData {
        title: "My data",
        lead: "Everything you did here is stored in this browser, on this device, and nowhere else. \
               It leaves only when you export it.",
        what: "What is stored",
        records: |number| format!("Records: {number}"),
        since: |date| format!("The first is from {date}."),
        export_title: "Export",
        export_text: "A file with all your progress. Keep it as a copy, or import it on another device.",
        exported: "The file is in your downloads.",
        import_title: "Import",
        import_text: "Adds the progress from an exported file to yours. Nothing is replaced; importing twice changes nothing.",
        import: "Choose a file to import",
        imported: |new, known| format!("Imported. New records: {new}. Already here: {known}."),
        not_imported: "Nothing was imported.",
        no_room: "The storage of this browser is full. Free some space, then import the file again.",
        delete_title: "Delete",
        delete_text: "Removes this learner’s progress from this browser. It cannot be undone, so export it first.",
        delete: "Delete my progress …",
        delete_ask: |name| format!("Delete all progress of {name} in this browser?"),
        delete_yes: "Delete for good",
        cancel: "Cancel",
        deleted: "Your progress was deleted.",
        learners_title: "Learners on this browser",
        learners_text: "Share a device? Each learner has progress of their own. A name is only shown here.",
        learner: |number| format!("Learner {number}"),
        learner_name: "Name shown here",
        save_name: "Save name",
        name_saved: "Name saved.",
        studying: "studying now",
        switch: |name| format!("Switch to {name}"),
        add_learner: "Start as a new learner",
        damaged: |number| {
            format!(
                "Damaged records: {number}. They could not be read; they are kept aside and are part of an export."
            )
        },
        newer: |number| {
            format!(
                "Records of a newer version of this workshop: {number}. They are kept, and count again once the newer version is back."
            )
        },
    },
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
};
