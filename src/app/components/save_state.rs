//! Says whether answers are saved, and what to do when they are not.

use leptos::prelude::*;

use super::export_button::ExportButton;
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::browser::storage::Kept;
use crate::words::EN;

/// Puts it where the page has a place for it.
pub fn mount() {
    mount_at("save-state", || view! { <SaveState /> });
}

#[component]
fn SaveState() -> impl IntoView {
    let study = use_study();
    let problem = move || match study.kept.get() {
        Kept::Browser => None,
        Kept::TabBlocked => Some(EN.saving.blocked),
        Kept::TabFull => Some(EN.saving.full),
    };
    view! {
        <div role="alert">
            {move || {
                problem()
                    .map(|sentence| {
                        view! {
                            <div class="card warning">
                                <p><strong>{EN.saving.not_saved}". "</strong>{sentence}</p>
                                <p><ExportButton /></p>
                            </div>
                        }
                    })
            }}
        </div>
        <p class="save-state" class:hidden=move || problem().is_some()>
            <a href=page::from_root("my-data.html")>{EN.saving.saved}</a>
        </p>
    }
}
