//! Something long to open, made only then: an answer does not wait for what nobody looks at.

use leptos::prelude::*;

use crate::browser::page;

/// A `details` that makes its content when it is opened first.
///
/// Closed, it comes a frame after what it stands below: making a `details` takes a
/// browser long.
#[component]
pub fn Folded(
    class: &'static str,
    summary: &'static str,
    open: bool,
    content: impl Fn() -> AnyView + Send + Sync + 'static,
) -> impl IntoView {
    let opened = RwSignal::new(open);
    let show = move |_| {
        if !opened.get_untracked() {
            opened.set(true);
        }
    };
    let content = StoredValue::new(content);
    let is_due = RwSignal::new(open);
    if !open {
        page::later(move || is_due.set(true));
    }
    let fold = move || {
        view! {
            <details class=class open=open on:toggle=show>
                <summary>{summary}</summary>
                {move || opened.get().then(|| content.with_value(|content| content()))}
            </details>
        }
    };
    move || is_due.get().then(fold)
}
