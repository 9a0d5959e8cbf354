//! A place on the page: its texts, ranges in them, and leading there.

use std::ops::Range as Bytes;

use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, HtmlElement, Node, Range, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition, Text,
};

use super::page;

/// `NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT`
const ELEMENTS_AND_TEXTS: u32 = 5;

/// The texts from the start of an element to the next element outside it that matches
/// `ends`, without those inside one that matches `skipped`.
pub fn texts(start: &Element, ends: &str, skipped: &str) -> Vec<Text> {
    let mut texts = Vec::new();
    let walker = page::first("main").zip(page::document()).and_then(|(main, document)| {
        document.create_tree_walker_with_what_to_show(&main, ELEMENTS_AND_TEXTS).ok()
    });
    let Some(walker) = walker else { return texts };
    walker.set_current_node(start);
    while let Ok(Some(node)) = walker.next_node() {
        let matches =
            |selector| node.dyn_ref().is_some_and(|element: &Element| element.matches(selector) == Ok(true));
        if matches(ends) && !start.contains(Some(&node)) {
            break;
        }
        let is_skipped = |parent: Element| matches!(parent.closest(skipped), Ok(Some(_)));
        if let Some(text) = node.dyn_ref::<Text>().filter(|_| !node.parent_element().is_some_and(is_skipped))
        {
            texts.push(text.clone());
        }
    }
    texts
}

/// The ranges of bytes of a text as ranges of the page.
pub fn ranges(text: &Text, content: &str, marks: &[Bytes<usize>]) -> Vec<Range> {
    let units = |end: usize| content.get(..end).unwrap_or_default().encode_utf16().count() as u32;
    let range = |mark: &Bytes<usize>| {
        let range = Range::new().ok()?;
        range.set_start(text, units(mark.start)).ok()?;
        range.set_end(text, units(mark.end)).ok()?;
        Some(range)
    };
    marks.iter().filter_map(range).collect()
}

/// Gives an element the focus, also one that has none by itself, and does not scroll.
pub fn focus(element: &HtmlElement) {
    if element.tab_index() < 0 {
        // Without it, the focus stays where it is.
        let _ = element.set_attribute("tabindex", "-1");
    }
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

/// Scrolls to an element, or to the range where that would be out of sight then.
pub fn scroll_to(element: &Element, first: Option<&Range>) {
    let height = page::window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    let top = element.get_bounding_client_rect().top();
    let below = |range: &&Range| range.get_bounding_client_rect().bottom() - top > height * 0.9;
    let far = first.filter(below).and_then(|range| range.start_container().ok()?.parent_element());
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(ScrollBehavior::Instant);
    options.set_block(if far.is_some() {
        ScrollLogicalPosition::Center
    } else {
        ScrollLogicalPosition::Start
    });
    far.as_ref().unwrap_or(element).scroll_into_view_with_scroll_into_view_options(&options);
}

/// The text of a node.
pub fn content(text: &Text) -> String {
    Node::text_content(text).unwrap_or_default()
}
