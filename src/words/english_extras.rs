//! English, around a lesson.

use super::extras::{Notes, Preferences};

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
    lead: "How the workshop looks on this device. Every change counts at once, on every page.",
    theme: "Theme",
    themes: ["As the device", "Light", "Dark"],
    size: "Text size",
    sizes: ["Small", "Normal", "Large", "Larger", "Largest"],
    motion: "Motion",
    motions: ["As the device", "Always reduced"],
    reset: "Back to how it came",
    reset_done: "Everything is as it came.",
};
