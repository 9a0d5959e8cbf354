//! English, around a lesson.

use super::extras::{Aloud, Notes, Preferences};

pub(super) const NOTES: Notes = Notes {
    title: "My notes",
    page_title: "My notes and bookmarks",
    lead: "What you wrote and marked, lesson by lesson. Only you see it.",
    none: "Nothing here yet. Each lesson has a Bookmark button under its title and a place for notes at its end.",
    hint: "Only you see them. They are saved as you write.",
    saves_soon: "Saved as soon as you pause",
    saved: "Saved",
    left: |number| format!("Characters left: {number}"),
    all: "All my notes and bookmarks",
    bookmark: "Bookmark",
    bookmarked: "Bookmarked",
    bookmark_set: "Bookmark set.",
    bookmark_removed: "Bookmark removed.",
    print: "Print",
    gone: "A lesson that is no longer in the course",
};

pub(super) const PREFERENCES: Preferences = Preferences {
    title: "Preferences",
    lead: "How the workshop looks and sounds on this device. Every change counts at once, on every page.",
    theme: "Theme",
    themes: ["As the device", "Light", "Dark"],
    size: "Text size",
    sizes: ["Small", "Normal", "Large", "Larger", "Largest"],
    motion: "Motion",
    motions: ["As the device", "Always reduced"],
    aloud: "Reading aloud",
    no_aloud: "This browser cannot read aloud.",
    speed: "Speed",
    speeds: ["Slowest", "Slow", "Normal", "Fast", "Faster", "Fastest"],
    voice: "Voice",
    device_voice: "As the device",
    online_voice: |name| format!("{name} (online)"),
    online_text: "With an online voice, the text of the lesson goes to the maker of the browser, who speaks it. \
                  It is only used when you choose it.",
    try_it: "Try it",
    sample: "This is how a lesson will sound.",
    reset: "Back to how it came",
    reset_done: "Everything is as it came.",
};

pub(super) const ALOUD: Aloud = Aloud {
    read: "Read aloud",
    controls: "Reading aloud",
    pause: "Pause",
    resume: "Resume",
    stop: "Stop",
    previous: "Previous",
    next: "Next",
    sentence: " sentence",
    no_voice: |language| {
        format!(
            "This device has no voice for {language}. Add one in the settings of the device, \
             where speech or accessibility is set, then open this page again."
        )
    },
    online_only: |language| {
        format!(
            "This device has no voice of its own for {language}. Add one in the settings of the device, \
             or choose an online voice under Preferences."
        )
    },
    failed: "The voice has stopped. Press Read aloud to begin again, or choose another voice under Preferences.",
};
