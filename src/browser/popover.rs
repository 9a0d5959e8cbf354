//! Popovers: shown beside what opened them, closed by the browser's own rules.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::page;

/// Between a popover and what opened it, in pixels.
const GAP: f64 = 6.0;
/// Between a popover and the edges of the window.
const MARGIN: f64 = 16.0;

/// Whether this browser has popovers.
pub fn are_known() -> bool {
    let body = page::first("body");
    body.is_some_and(|body| js_sys::Reflect::has(&body, &"showPopover".into()).unwrap_or(false))
}

/// Opens a popover beside what opened it, and moves the focus into it; closing it
/// brings the focus back. It stands behind its opener in the order of the page.
pub fn show_beside(popover: &HtmlElement, opener: &HtmlElement) {
    if is_open(popover) {
        // One that the browser has just closed is closed, which is what is wanted.
        let _ = popover.hide_popover();
    }
    // Without the focus there is nowhere to go back to; some browsers focus no link on a click.
    let _ = opener.focus();
    if opener.after_with_node_1(popover).is_ok() && popover.show_popover().is_ok() {
        place(popover, opener);
        let _ = popover.focus();
    }
}

fn is_open(popover: &Element) -> bool {
    popover.matches(":popover-open").unwrap_or(false)
}

/// Below its opener, or above it where there is more room.
fn place(popover: &HtmlElement, opener: &Element) {
    let (Some(window), Some(root)) = (page::window(), page::first("html")) else { return };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    let height = number(window.inner_height()).unwrap_or_default();
    let (scroll_x, scroll_y) = (window.scroll_x().unwrap_or_default(), window.scroll_y().unwrap_or_default());
    let style = popover.style();
    // As wide as it likes to be, before it is measured.
    let _ = style.set_property("left", "0");
    let (opener, own) = (opener.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let rightmost = f64::from(root.client_width()) - own.width() - MARGIN;
    let left = opener.left().min(rightmost).max(MARGIN);
    let below = opener.bottom() + GAP;
    let above = opener.top() - GAP - own.height();
    let top = if below + own.height() > height && above > 0.0 { above } else { below };
    // A popover that cannot be placed stands where the style sheet puts it.
    let _ = style.set_property("left", &format!("{}px", left + scroll_x));
    let _ = style.set_property("top", &format!("{}px", top + scroll_y));
}

/// Keeps a popover beside its opener when the window changes, and takes it out of the
/// text it stood in whenever it is closed.
pub fn look_after(popover: &HtmlElement) {
    let element = popover.clone();
    page::listen(popover, "toggle", move |_| {
        if let (false, Some(body)) = (is_open(&element), page::first("body")) {
            // Where it cannot be moved it stays, closed.
            let _ = body.append_with_node_1(&element);
        }
    });
    let (element, Some(window)) = (popover.clone(), page::window()) else { return };
    page::listen(&window, "resize", move |_| {
        if let (true, Some(opener)) = (is_open(&element), element.previous_element_sibling()) {
            place(&element, &opener);
        }
    });
}

/// Calls back on every plain click on an element that matches a selector, in place of
/// what the browser would do. A click with a key held down stays the browser's.
pub fn on_plain_click(selector: &'static str, mut callback: impl FnMut(HtmlElement) + 'static) {
    let Some(document) = page::document() else { return };
    page::listen(&document, "click", move |event| {
        let Some(click) = event.dyn_ref::<web_sys::MouseEvent>() else { return };
        let has_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let found = target.and_then(|target| target.closest(selector).ok().flatten());
        let found = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
        if let (Some(found), false, 0) = (found, has_key, click.button()) {
            event.prevent_default();
            callback(found);
        }
    });
}
