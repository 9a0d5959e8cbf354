//! The words around a lesson: my notes and bookmarks, preferences, reading aloud.

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
    pub aloud: &'static str,
    pub no_aloud: &'static str,
    pub speed: &'static str,
    pub speeds: [&'static str; 6],
    pub voice: &'static str,
    pub device_voice: &'static str,
    pub online_voice: fn(name: &str) -> String,
    pub online_text: &'static str,
    pub try_it: &'static str,
    pub sample: &'static str,
    pub reset: &'static str,
    pub reset_done: &'static str,
}

/// Reading aloud.
#[derive(Debug)]
pub struct Aloud {
    pub read: &'static str,
    pub controls: &'static str,
    pub pause: &'static str,
    pub resume: &'static str,
    pub stop: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    /// What is added to "Previous" and "Next" for those who do not see the bar.
    pub sentence: &'static str,
    pub no_voice: fn(language: &str) -> String,
    pub online_only: fn(language: &str) -> String,
    pub failed: &'static str,
}
