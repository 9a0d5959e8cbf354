//! Says on every page what a learner alone can put right about the company's LRS.

use leptos::prelude::*;

use crate::app::lrs::{State, use_delivery};
use crate::browser::page;
use crate::words::EN;

/// Adds it above the page's own part. Windows of a room have no header: their audience is
/// told nothing of this.
pub fn mount() {
    let place = page::first("header.site").and_then(|_| page::add_before("main > *"));
    if let Some(place) = place {
        leptos::mount::mount_to(place, || view! { <LrsCard /> }).forget();
    }
}

#[component]
fn LrsCard() -> impl IntoView {
    let delivery = use_delivery()?;
    let words = move || {
        let refused = delivery.refusal.get();
        let refused = refused.map(|reason| format!("{} {reason}", EN.lrs.launch_refused));
        let asks =
            delivery.state.get() == State::Credentials && page::data("page").as_deref() != Some("my-data");
        refused.or_else(|| asks.then(|| format!("{}.", EN.lrs.credentials_title)))
    };
    Some(view! {
        <div role="alert">
            {move || {
                words()
                    .map(|words| {
                        let address = page::from_root("my-data.html");
                        view! { <p class="card warning">{words}" "<a href=address>{EN.site.my_data}</a></p> }
                    })
            }}
        </div>
    })
}
