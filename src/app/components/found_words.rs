//! The words by which search led here: marked at their place, which is brought into view.

use web_sys::{Element, HtmlElement};

use crate::browser::place::{content, focus, ranges, scroll_to, texts};
use crate::browser::{address, marks, page, text};
use crate::course::search::lookup::Query;

/// Where a result leads says in this parameter which words to mark.
pub const PARAMETER: &str = "find";

/// Places whose anchor is somewhere in them.
const PLACES: &str = ".question, article.clause, .glossary > div";
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6";
/// Where the next place begins, or what belongs to none.
const ENDS: &str = "h1, h2, h3, h4, h5, h6, .question, article.clause, .glossary > div, .contents, .platform, .footnotes, .sources, .steps";
/// What stands within a place and is not its text.
const SKIPPED: &str = "[data-answer], .facts, .eyebrow, .objectives, .taught";

/// Marks the words where the address has some.
pub fn mount() {
    let Some(words) = address::parameter(PARAMETER) else { return };
    let query = Query::read(&words, text::decomposed);
    if !query.is_empty() {
        // What the app puts on the page first may move the place.
        page::later(move || lead_to(&query));
    }
}

fn lead_to(query: &Query) {
    let anchor = address::fragment();
    let by_id = |id: &String| page::document()?.get_element_by_id(id);
    let Some(found) = anchor.as_ref().and_then(by_id).or_else(|| page::first("main h1").map(Element::from))
    else {
        return;
    };
    let place = found.closest(PLACES).ok().flatten().unwrap_or(found);
    let marked: Vec<_> = texts(&place, ENDS, SKIPPED)
        .iter()
        .flat_map(|text| {
            let words = content(text);
            ranges(text, &words, &query.marks(&words, text::decomposed))
        })
        .collect();
    marks::mark("found", &marked);
    scroll_to(&place, marked.first());
    focus(&heading(&place));
}

/// What says where one is: the heading of a place, or the place itself.
fn heading(place: &Element) -> HtmlElement {
    use wasm_bindgen::JsCast;
    let within = if place.matches(HEADINGS) == Ok(true) { None } else { page::first_in(place, HEADINGS) };
    within.unwrap_or_else(|| place.clone().unchecked_into())
}
