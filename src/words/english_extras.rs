//! English, around a lesson.

use super::extras::Notes;

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
