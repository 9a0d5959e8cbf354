//! English, where a workshop is planned.

use super::setup::{Setup, Way};

pub(super) const SETUP: Setup = Setup {
    for_trainers: "For trainers:",
    link: "Present this course",

    lead: "The same lessons, in a room or in a call: choose what you show, then start.",
    loading: "Loading the slides …",
    failed: "The slides could not be loaded. Look at your connection, then reload this page.",
    usual_instead: "This is the usual plan instead.",
    left_out: |modules| format!("Nothing of {modules} can be projected in this course, so it is left out."),

    modules: "Modules",
    module: "Module",
    minutes: "Minutes",
    break_after: "Break after it",
    available: "Minutes available",
    bad_minutes: "Whole minutes, 0 to 600",
    total: |minutes| format!("{minutes} min"),
    breaks: |minutes| format!("{minutes} of them breaks"),
    without_breaks: "without breaks",
    too_long: |minutes| format!("{minutes} min too long"),
    fits: |minutes| format!("Fits, {minutes} min to spare"),
    fits_exactly: "Fits to the minute",
    by_lesson: "Schedule by lesson",
    pause: "Break",

    start: "Start",
    nothing_chosen: "Choose at least one module above, then start here.",
    two_screens: Way {
        name: "Two screens",
        when: "Pick this when a projector or a second screen stands beside your own: the slides go there, \
               your notes stay with you.",
    },
    one_screen: Way {
        name: "One screen, shared in a call",
        when: "Pick this when you have one screen and a call: share the tab, not the screen, and your notes \
               stand in a small window of their own that the call does not show.",
    },
    projector_only: Way {
        name: "Only a projector",
        when: "Pick this when the projector shows just what your laptop shows: you go on with a clicker, \
               without notes.",
    },
    plan_link: "Link to this plan",
    plan_link_text: "It holds the modules, the breaks and the minutes, for another day or another trainer.",
    copy: "Copy",
    copied: "Copied",
    not_copied: "Copy it from the field",
    print: "Print",
    print_slides: "Slides",
    print_notes: "Slides with notes",
    print_text: "A lesson’s own page prints as its handout.",

    kept: "Workshops on this device",
    kept_text: "What was begun here is kept in this browser and goes nowhere else.",
    slide_of: |slide, of| format!("slide {slide} of {of}"),
    damaged: "A record that cannot be read",
    go_on: "Go on",
    times: "Times as CSV",
    forget: "Forget",
    forget_ask: |when| format!("Forget the workshop of {when}, with its votes and times?"),
    forget_damaged_ask: "Forget the record that cannot be read?",
    forget_yes: "Forget for good",
    cancel: "Cancel",
    forgotten: "Forgotten.",
    downloaded: "The file is in your downloads.",
};
