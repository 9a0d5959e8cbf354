//! A recall: what was learnt some days ago, asked again.

use leptos::prelude::*;

use crate::app::components::next_recall::NextRecall;
use crate::app::components::session::Session;
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::learning::drawing::AT_ONCE;
use crate::learning::event::{Occasion, What};
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("recall", || view! { <Recall /> });
}

#[component]
fn Recall() -> impl IntoView {
    let study = use_study();
    let is_due = !study.recalls().due().is_empty();
    let drawn = study.draw(|draw| draw.recall());
    let (begun, done) = (RwSignal::new(false), RwSignal::new(false));
    if is_due && drawn.is_empty() {
        // All was asked, but the last click is missing.
        study.record(What::Recalled);
        done.set(true);
    }
    let finish = Callback::new({
        let study = study.clone();
        move |()| {
            study.record(What::Recalled);
            done.set(true);
            page::focus_later("content".to_owned());
        }
    });
    let answered_before = if drawn.len() < AT_ONCE { study.draw(|draw| draw.recalled_today()) } else { 0 };
    move || {
        match (begun.get(), done.get()) {
        (_, true) => view! { <p class="lead">{EN.recall.done}</p> <NextRecall /> }.into_any(),
        (false, false) if !is_due => view! { <NextRecall /> }.into_any(),
        (false, false) => {
            let start = (EN.recall.start)(drawn.len());
            view! {
                <p class="lead">{EN.recall.due}</p>
                <p>{EN.recall.why}</p>
                <p class="actions"><button type="button" on:click=move |_| begun.set(true)>{start}</button></p>
            }
            .into_any()
        }
        (true, false) => view! {
            <Session drawn=drawn.clone() answered_before=answered_before occasion=Occasion::Recall on_finished=finish />
        }
        .into_any(),
    }
    }
}
