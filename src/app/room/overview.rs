//! All slides of the workshop, to go to one of them by its number or its words.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::use_live;
use crate::browser::page;
use crate::live::deck::DeckSlide;
use crate::live::room::Command;
use crate::words::EN;

/// The dialog; open it with `show_modal`. It has the slides while `is_open`.
#[component]
pub fn Overview(node: NodeRef<Dialog>, is_open: RwSignal<bool>) -> impl IntoView {
    let wish = RwSignal::new(String::new());
    let on_close = move |_| {
        is_open.set(false);
        wish.set(String::new());
    };
    let live = use_live();
    let go = Callback::new(move |number: usize| {
        live.command(Command::GoToNumber(number));
        if let Some(dialog) = node.get_untracked() {
            dialog.close();
        }
    });
    view! {
        <dialog
            node_ref=node
            class="room-dialog overview"
            aria-labelledby="overview-title"
            on:close=on_close
        >
            <h2 id="overview-title">{EN.present.overview}</h2>
            {move || is_open.get().then(|| view! { <Tiles wish=wish go=go /> })}
            <form method="dialog" class="actions">
                <button class="quiet">{EN.present.close}</button>
            </form>
        </dialog>
    }
}

#[component]
fn Tiles(wish: RwSignal<String>, go: Callback<usize>) -> impl IntoView {
    let live = use_live();
    let deck = live.deck.clone();
    let current = live.shown.with_untracked(|shown| shown.slide);
    let found = move || {
        let wish = wish.get().trim().to_lowercase();
        let slides = deck.slides.iter().enumerate();
        let found: Vec<_> = slides
            .filter(|(index, slide)| fits(slide, index + 1, &wish))
            .map(|(index, slide)| tile(slide, index + 1, current, go))
            .collect();
        match found.is_empty() {
            true => view! { <p role="status">{EN.present.nothing_found}</p> }.into_any(),
            false => view! { <ol class="tiles">{found}</ol> }.into_any(),
        }
    };
    page::focus_later("overview-wish".to_owned());
    let deck = live.deck.clone();
    let first = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let wish = wish.get_untracked().trim().to_lowercase();
        let mut slides = deck.slides.iter().enumerate();
        if let Some((index, _)) = slides.find(|(index, slide)| fits(slide, index + 1, &wish)) {
            go.run(index + 1);
        }
    };
    view! {
        <form on:submit=first>
            <label class="field">
                <span>{EN.present.find}</span>
                <input id="overview-wish" type="search" autocomplete="off" bind:value=wish />
            </label>
        </form>
        {found}
    }
}

fn tile(slide: &DeckSlide, number: usize, current: usize, go: Callback<usize>) -> impl IntoView + use<> {
    let aria_current = (number == current).then_some("true");
    view! {
        <li>
            <button type="button" class="tile" aria-current=aria_current on:click=move |_| go.run(number)>
                <span class="tile-number">{number}</span>
                <span class="tile-title">{title(slide)}</span>
                <span class="facts">{slide.lesson_title.clone()}</span>
            </button>
        </li>
    }
}

/// The title of a slide as text.
pub fn title(slide: &DeckSlide) -> String {
    if slide.is_break() { EN.times.break_title.to_owned() } else { slide.title() }
}

/// Whether a slide is meant: by its whole number, or by words of its title or lesson.
fn fits(slide: &DeckSlide, number: usize, wish: &str) -> bool {
    if wish.is_empty() {
        return true;
    }
    if wish.chars().all(|letter| letter.is_ascii_digit()) {
        return wish.parse() == Ok(number);
    }
    title(slide).to_lowercase().contains(wish) || slide.lesson_title.to_lowercase().contains(wish)
}
