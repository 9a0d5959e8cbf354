//! The one place from which a screen reader is told what has happened.

use leptos::prelude::*;

use crate::app::study::use_study;
use crate::browser::page;

/// Adds it to the end of the page.
pub fn mount() {
    let Some(body) = page::first("body") else { return };
    leptos::mount::mount_to(body, || view! { <Announcer /> }).forget();
}

#[component]
fn Announcer() -> impl IntoView {
    let announcement = use_study().announcement;
    view! { <p class="visually-hidden" role="status">{move || announcement.get()}</p> }
}
