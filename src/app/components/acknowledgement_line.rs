//! One line where clauses of the policy wait to be acknowledged.

use leptos::prelude::*;

use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::learning::acknowledgement::received;
use crate::words::EN;

/// Puts it where the page has a place for it.
pub fn mount() {
    mount_at("acknowledgement", || view! { <AcknowledgementLine /> });
}

/// The line, and a link to the policy. Nothing before the learner has begun: a
/// course starts with a lesson.
#[component]
pub fn AcknowledgementLine() -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    let words = Memo::new(move |_| {
        study.progress.with(|progress| {
            let received = received(&outline, progress);
            let waiting = received.waiting.len();
            if waiting == 0 || progress.is_empty() {
                return None;
            }
            if received.is_first() {
                return Some((EN.acknowledgement.line_first)(waiting));
            }
            let some_new = received.waiting.iter().any(|waiting| waiting.before.is_none());
            Some((EN.acknowledgement.line_changed)(waiting, some_new))
        })
    });
    move || {
        words.get().map(|words| {
            let address = page::from_root("policy.html");
            view! { <p class="acknowledgement-line">{words}" "<a href=address>{EN.acknowledgement.line_link}</a></p> }
        })
    }
}
