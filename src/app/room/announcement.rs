//! What a window says of itself: the slide that came, another course, or that there is nothing to show.

use leptos::prelude::*;

use super::NoRoom;
use super::overview::title;
use crate::app::use_live;
use crate::browser::page;
use crate::live::room::Cover;
use crate::words::EN;

/// Tells a screen reader what came.
#[component]
pub fn Announcement() -> impl IntoView {
    let live = use_live();
    let shown = live.shown;
    let words = Memo::new(move |_| {
        shown.with(|shown| {
            if shown.cover != Cover::None {
                return EN.present.is_covered.to_owned();
            }
            let title = live.deck.slides.get(shown.slide.saturating_sub(1)).map(title).unwrap_or_default();
            let part = (shown.pages > 1).then(|| (EN.present.part_of)(shown.page_index + 1, shown.pages));
            let words = (EN.present.announced)(shown.slide, shown.of, &title);
            part.map_or(words.clone(), |part| format!("{words} {part}"))
        })
    });
    view! { <p class="visually-hidden" role="status">{words}</p> }
}

/// Says that another window shows another version of the course.
#[component]
pub fn OtherSlides() -> impl IntoView {
    let live = use_live();
    move || {
        live.is_of_other_slides.get().then(|| {
            view! {
                <p class="room-notice" role="alert">
                    {EN.present.other_slides} " "
                    <button type="button" on:click=|_| page::reload()>
                        {EN.site.reload}
                    </button>
                </p>
            }
        })
    }
}

/// Why there is nothing to show, and where to go.
#[component]
pub fn Refusal(error: NoRoom) -> impl IntoView {
    let words = match error {
        NoRoom::Plan(error) => error.to_string(),
        NoRoom::Empty => EN.present.empty.to_owned(),
    };
    view! {
        <div class="refusal">
            <h1>{EN.present.title}</h1>
            <p>{words}</p>
            <p>
                <a class="button" href=page::from_root("present.html")>
                    {EN.present.to_setup}
                </a>
            </p>
        </div>
    }
}
