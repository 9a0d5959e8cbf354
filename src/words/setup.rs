//! The words of the page on which a workshop is planned.

#[derive(Debug)]
pub struct Setup {
    /// What leads to the page from home.
    pub for_trainers: &'static str,
    pub link: &'static str,

    pub lead: &'static str,
    pub loading: &'static str,
    pub failed: &'static str,
    pub usual_instead: &'static str,
    pub left_out: fn(modules: &str) -> String,

    pub modules: &'static str,
    pub module: &'static str,
    pub minutes: &'static str,
    pub break_after: &'static str,
    pub available: &'static str,
    pub bad_minutes: &'static str,
    pub total: fn(minutes: &str) -> String,
    pub breaks: fn(minutes: &str) -> String,
    pub without_breaks: &'static str,
    pub too_long: fn(minutes: &str) -> String,
    pub fits: fn(minutes: &str) -> String,
    pub fits_exactly: &'static str,
    pub by_lesson: &'static str,
    pub pause: &'static str,

    pub start: &'static str,
    pub nothing_chosen: &'static str,
    pub two_screens: Way,
    pub one_screen: Way,
    pub projector_only: Way,
    pub plan_link: &'static str,
    pub plan_link_text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub not_copied: &'static str,
    pub print: &'static str,
    pub print_slides: &'static str,
    pub print_notes: &'static str,
    pub print_text: &'static str,

    pub kept: &'static str,
    pub kept_text: &'static str,
    pub slide_of: fn(slide: &str, of: &str) -> String,
    pub damaged: &'static str,
    pub go_on: &'static str,
    pub times: &'static str,
    pub forget: &'static str,
    pub forget_ask: fn(when: &str) -> String,
    pub forget_damaged_ask: &'static str,
    pub forget_yes: &'static str,
    pub cancel: &'static str,
    pub forgotten: &'static str,
    pub downloaded: &'static str,
}

/// A way to project, and when to pick it.
#[derive(Debug)]
pub struct Way {
    pub name: &'static str,
    pub when: &'static str,
}
