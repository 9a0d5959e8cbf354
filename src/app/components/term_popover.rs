//! What a term means, in a popover beside it. The meanings are loaded at the first use.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use crate::app::load;
use crate::browser::{page, popover};
use crate::course::model::Term;
use crate::course::outline::GlossaryFile;
use crate::words::EN;

const ID: &str = "term-popover";
/// The links that the popover belongs to.
const TERM: &str = "a.term";

/// Adds it to a page that links to the glossary.
pub fn mount() {
    if page::data("glossary").is_none() || !popover::are_known() {
        return;
    }
    for link in page::all(TERM) {
        let _ = link.set_attribute("aria-haspopup", "dialog");
    }
    let Some(body) = page::first("body") else { return };
    leptos::mount::mount_to(body, || view! { <TermPopover /> }).forget();
}

#[component]
fn TermPopover() -> impl IntoView {
    let terms = RwSignal::new(None::<Vec<Term>>);
    let shown = RwSignal::new(Term::default());
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(|place| popover::look_after(&place));
    popover::on_plain_click(TERM, move |link| {
        spawn_local(async move {
            if terms.with_untracked(Option::is_none) {
                terms.set(load::<GlossaryFile>("glossary").await.ok().map(|file| file.terms));
            }
            let found = terms.with_untracked(|terms| term_of(&link, terms.as_deref().unwrap_or_default()));
            let (Some(term), Some(place)) = (found, place.get_untracked()) else {
                page::go_to(&link.get_attribute("href").unwrap_or_default());
                return;
            };
            shown.set(term);
            page::later(move || {
                if let Some(meaning) = page::first_in(&place, "#term-meaning") {
                    page::relocate(&meaning, "glossary.html");
                }
                popover::show_beside(&place, &link);
            });
        });
    });
    let address = move || {
        let id = &shown.read().id;
        (!id.is_empty()).then(|| page::from_root(&format!("glossary.html#{id}")))
    };
    view! {
        <div
            id=ID
            class="term-popover"
            popover="auto"
            role="dialog"
            aria-labelledby="term-name"
            aria-describedby="term-meaning"
            tabindex="-1"
            node_ref=place
        >
            <p id="term-name" class="term-name">{move || shown.read().name.clone()}</p>
            <div id="term-meaning" inner_html=move || shown.read().meaning.0.clone()></div>
            <p class="term-actions">
                <a class="to-glossary" href=address>{EN.term.open_glossary}</a>
                <button type="button" class="quiet" popovertarget=ID popovertargetaction="hide">{EN.term.close}</button>
            </p>
        </div>
    }
}

/// The term that a link leads to.
fn term_of(link: &HtmlElement, terms: &[Term]) -> Option<Term> {
    let address = link.get_attribute("href")?;
    let (_, id) = address.split_once('#')?;
    terms.iter().find(|term| term.id == id).cloned()
}
