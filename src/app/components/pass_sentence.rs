//! The pass in one sentence: what is reached and what is missing.

use leptos::prelude::*;

use super::next_recall::written;
use crate::app::study::use_study;
use crate::course::outline::Outline;
use crate::learning::pass::{ClauseStanding, Standing};
use crate::words::EN;

/// The sentence; nothing in a course that cannot be passed.
#[component]
pub fn PassSentence() -> impl IntoView {
    let study = use_study();
    move || {
        let words = study.standing.with(|standing| pass_words(standing, &study.outline));
        words.map(|words| view! { <p class="pass">{words}</p> })
    }
}

/// What the sentence says.
pub fn pass_words(standing: &Standing, outline: &Outline) -> Option<String> {
    if standing.has_no_pass() {
        return None;
    }
    if let Some(day) = standing.passed {
        return Some((EN.pass.passed)(&written(day)));
    }
    let Standing { mastered, assigned, needed, critical_questions_open, .. } = *standing;
    if outline.clauses.is_empty() || standing.clauses.is_empty() {
        return Some((EN.pass.questions)(mastered, assigned, needed, critical_questions_open));
    }
    let name = |clause: &ClauseStanding| clause.id.clone();
    let critical: Vec<String> = standing.critical_missing().map(name).collect();
    Some((EN.pass.clauses)(mastered, assigned, needed, &critical))
}
