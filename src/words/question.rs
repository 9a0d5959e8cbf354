//! What is said around the answer to a question, kind by kind.

use super::EN;

/// What stands above a draft, which may be meant for a platform.
pub fn draft_caption(platform: Option<&str>) -> String {
    match platform {
        Some(platform) => (EN.question.draft_on)(platform),
        None => EN.question.draft.to_owned(),
    }
}

/// "I don't know."
#[derive(Debug)]
pub struct Unknown {
    pub button: &'static str,
    pub verdict: &'static str,
    pub never_counts: &'static str,
}

#[derive(Debug)]
pub struct Confidence {
    pub legend: &'static str,
    pub sure: &'static str,
    pub unsure: &'static str,
    pub sure_but_wrong: &'static str,
}

/// An answer that is typed.
#[derive(Debug)]
pub struct Typed {
    pub label: &'static str,
    pub number_label: &'static str,
    pub type_first: &'static str,
    pub not_a_number: &'static str,
    pub yours: &'static str,
    pub all_reasons: &'static str,
}

/// Steps to be put in order.
#[derive(Debug)]
pub struct Order {
    pub legend: &'static str,
    pub move_up: &'static str,
    pub move_down: &'static str,
    pub moved: fn(step: &str, place: &str, all: &str) -> String,
    pub move_first: &'static str,
    pub yours: &'static str,
    pub follows: &'static str,
    pub another_before: &'static str,
    pub partly: fn(earned: &str, possible: &str) -> String,
    pub right: &'static str,
}

/// Pairs to be put together.
#[derive(Debug)]
pub struct Pairs {
    pub legend: &'static str,
    pub choose: &'static str,
    pub taken: fn(words: &str) -> String,
    pub choose_all: &'static str,
    pub item: &'static str,
    pub partner: &'static str,
    pub your_partner: &'static str,
    pub partly: fn(earned: &str, possible: &str) -> String,
    pub right: &'static str,
}

#[derive(Debug)]
pub struct Poll {
    pub legend: &'static str,
    pub answer: &'static str,
    pub thanks: &'static str,
    pub not_graded: &'static str,
    pub change: &'static str,
}

/// All answers to one question.
#[derive(Debug)]
pub struct Attempts {
    pub title: &'static str,
    pub gone: &'static str,
}
