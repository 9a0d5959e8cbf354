//! The course inside a learning system (LMS): what it kept is taken over before the first
//! screen, and every change of progress is told to the page around this one.
//!
//! Knows no standard. Without a host, all of this does nothing.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::components::export_button;
use super::study::{Study, calendar, learner_here};
use crate::browser::{fetch, host, page, storage};
use crate::course::outline::{Outline, PolicyFile};
use crate::learning::record::{DEVICE, Keys};
use crate::records::lms::Report;
use crate::records::lms_state::{Reading, events};

/// Takes over what the LMS kept, on the first page of a session; and the LMS's pass mark, on each.
pub async fn take_over(outline: &mut Outline) {
    if !host::is_there() {
        return;
    }
    if let Some(mark) = host::mark().filter(|mark| (0.0..=100.0).contains(mark)) {
        outline.pass = mark.round() as u32;
    }
    if host::is_taken() {
        return;
    }
    let state = host::state();
    let words = words_of_policy().await;
    let device = storage::get(DEVICE).unwrap_or_default();
    let reading = Reading { outline, words: &words, calendar: calendar(), device: &device };
    let aside = match events(reading, &state) {
        Ok((events, aside)) => {
            let keys = Keys::of_course(&outline.id);
            let learner = learner_here(&keys);
            for event in events {
                storage::set(&keys.event(&learner, &event.id), &event.to_record());
            }
            aside
        }
        Err(_) if state.is_empty() => String::new(),
        Err(reason) => {
            host::note(&reason.to_string());
            state
        }
    };
    host::take(&aside);
}

/// The words of the policy's clauses, by id; none where they cannot be loaded.
async fn words_of_policy() -> BTreeMap<String, String> {
    let Some(address) = page::data("policy") else { return BTreeMap::new() };
    let text = fetch::text(&address).await.unwrap_or_default();
    let file: PolicyFile = serde_json::from_str(&text).unwrap_or_default();
    file.clauses.into_iter().map(|clause| (clause.id, clause.words)).collect()
}

/// Tells the page around this one where the learner stands, now and after every change.
pub fn follow(study: &Study) {
    if !host::is_there() {
        return;
    }
    let exported = study.clone();
    host::offer_export(move || {
        export_button::export(&exported);
    });
    let outline = study.outline.clone();
    let progress = study.progress;
    Effect::new(move |_| {
        let report = progress.with(|progress| Report::of(&outline, progress, calendar(), &host::aside()));
        if let Ok(json) = serde_json::to_string(&report) {
            host::report(&json);
        }
    });
}
