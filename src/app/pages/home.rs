//! Home: where to go on.

use leptos::prelude::*;

use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::words::EN;

/// Says where to start, and once something has been done, where to go on.
pub fn mount() {
    mount_at("continue", || view! { <GoOn /> });
}

#[component]
fn GoOn() -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    move || {
        let (new, next) =
            study.progress.with(|progress| (progress.is_empty(), progress.go_on(&outline).cloned()));
        match next {
            Some(lesson) if new => view! {
                <p><a class="button" href=page::from_root(&lesson.address)>{EN.home.start}</a></p>
            }
            .into_any(),
            Some(lesson) => view! {
                <p class="next-lesson">{(EN.home.next)(&lesson.title)}</p>
                <p><a class="button" href=page::from_root(&lesson.address)>{EN.home.go_on}</a></p>
            }
            .into_any(),
            None => view! {
                <p class="next-lesson">{EN.home.all_done}</p>
                <p><a class="button" href=page::from_root("progress.html")>{EN.home.see_progress}</a></p>
            }
            .into_any(),
        }
    }
}
