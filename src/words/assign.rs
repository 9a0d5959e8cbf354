//! The words of what HR assigns: links, rosters, the page.

/// Why a link is not opened, and what to do.
#[derive(Debug)]
pub struct LinkRefusals {
    pub cut: &'static str,
    pub changed: &'static str,
    pub too_long: &'static str,
    pub newer_form: &'static str,
    pub not_ours: &'static str,
    pub other_course: fn(id: &str) -> String,
    pub unknown_modules: fn(ids: &str) -> String,
}
