//! A link to a clause of the policy.

use leptos::prelude::*;

use crate::app::study::use_study;
use crate::browser::page;
use crate::words::EN;

/// `DSC-2: Put it in the post itself`.
#[component]
pub fn ClauseLink(id: String) -> impl IntoView {
    let study = use_study();
    let title = study.outline.clause(&id).map(|clause| clause.title.clone()).unwrap_or_default();
    let address = page::from_root(&format!("policy.html#{id}"));
    view! { <a class="clause titled" href=address>{(EN.question.clause)(&id, &title)}</a> }
}
