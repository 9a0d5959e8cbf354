//! Something long to open, made only then: an answer does not wait for what nobody looks at.

use leptos::prelude::*;

/// A `details` that makes its content when it is opened first.
#[component]
pub fn Folded(
    class: &'static str,
    summary: &'static str,
    open: bool,
    content: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let opened = RwSignal::new(open);
    let show = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    view! {
        <details class=class open=open on:toggle=show>
            <summary>{summary}</summary>
            {move || opened.get().then(&content)}
        </details>
    }
}
