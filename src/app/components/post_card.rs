//! A post as it would look.

use leptos::prelude::*;

use crate::course::model::Html;

/// A post that `course` rendered, with what it is above it.
#[component]
pub fn PostCard(caption: String, text: Html) -> impl IntoView {
    view! {
        <figure class="post">
            <figcaption>{caption}</figcaption>
            <div class="post-text" inner_html=text.0></div>
        </figure>
    }
}
