//! A button that marks a lesson for later.

use leptos::prelude::*;

use crate::app::study::use_study;
use crate::learning::event::What;
use crate::words::EN;

#[component]
pub fn Bookmark(lesson: String) -> impl IntoView {
    let study = use_study();
    let progress = study.progress;
    let id = lesson.clone();
    let is_set = Memo::new(move |_| progress.with(|progress| progress.has_bookmark(&id)));
    let toggle = move |_| {
        let set = !is_set.get_untracked();
        study.record(What::Bookmarked { lesson: lesson.clone(), set });
        study.announce(if set { EN.notes.bookmark_set } else { EN.notes.bookmark_removed });
    };
    view! {
        <button type="button" class="quiet tool" aria-pressed=move || is_set.get().to_string() on:click=toggle>
            {EN.notes.bookmark}
        </button>
    }
}
