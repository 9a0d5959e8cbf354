//! Saves the learner's progress as a file.

use leptos::prelude::*;

use crate::app::study::{Study, use_study};
use crate::browser::file;
use crate::learning::transfer;
use crate::words::EN;

/// A button that exports all progress.
#[component]
pub fn ExportButton() -> impl IntoView {
    let study = use_study();
    view! {
        <button type="button" on:click=move |_| {
            if export(&study) {
                study.announce(EN.my_data.exported);
            }
        }>{EN.saving.export}</button>
    }
}

/// Saves all progress as a file. False where the browser does not.
pub fn export(study: &Study) -> bool {
    let outline = &study.outline;
    let text = transfer::export(&outline.id, &outline.title, study.records());
    file::save(&format!("progress-{}.json", outline.id), "application/json", &text)
}
