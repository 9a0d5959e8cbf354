//! The words around a lesson: my notes and bookmarks, preferences.

#[derive(Debug)]
pub struct Notes {
    pub title: &'static str,
    pub page_title: &'static str,
    pub lead: &'static str,
    pub none: &'static str,
    pub hint: &'static str,
    pub saves_soon: &'static str,
    pub saved: &'static str,
    pub left: fn(&str) -> String,
    pub all: &'static str,
    pub bookmark: &'static str,
    pub bookmarked: &'static str,
    pub bookmark_set: &'static str,
    pub bookmark_removed: &'static str,
    pub print: &'static str,
    pub gone: &'static str,
}

#[derive(Debug)]
pub struct Preferences {
    pub title: &'static str,
    pub lead: &'static str,
    pub theme: &'static str,
    pub themes: [&'static str; 3],
    pub size: &'static str,
    pub sizes: [&'static str; 5],
    pub motion: &'static str,
    pub motions: [&'static str; 2],
    pub reset: &'static str,
    pub reset_done: &'static str,
}
