//! Marks on the page's text, by the CSS Custom Highlight API. Where the browser does not
//! have it, nothing is marked and nothing fails.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

use super::page;

/// Marks ranges under the name that the style knows, instead of what had this mark.
pub fn mark(name: &str, ranges: &[Range]) {
    let made = global("Highlight")
        .and_then(|class| class.dyn_into::<Function>().ok())
        .and_then(|class| Reflect::construct(&class, &ranges.iter().collect()).ok());
    if let Some(highlight) = made {
        call("set", &Array::of2(&name.into(), &highlight));
    }
}

/// Takes the mark away.
pub fn unmark(name: &str) {
    call("delete", &Array::of1(&name.into()));
}

/// Calls a method of `CSS.highlights`.
fn call(method: &str, arguments: &Array) {
    let Some(registry) = global("CSS").and_then(|css| get(&css, "highlights")) else { return };
    if let Some(method) = get(&registry, method).and_then(|method| method.dyn_into::<Function>().ok()) {
        // A mark that cannot be set is not there, which the reader can do without.
        let _ = Reflect::apply(&method, &registry, arguments);
    }
}

fn global(name: &str) -> Option<JsValue> {
    get(page::window()?.as_ref(), name)
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|found| !found.is_undefined())
}

/// Scrolls until a range can be seen with some room around it; leaves the page where it
/// is in view already. How the page scrolls, its style says.
pub fn keep_in_view(range: &Range) {
    const ROOM: f64 = 120.0;
    let Some(window) = page::window() else { return };
    let height = window.inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let place = range.get_bounding_client_rect();
    let is_laid_out = place.height() > 0.0;
    if is_laid_out && (place.top() < 0.0 || place.bottom() > height - ROOM) {
        window.scroll_by_with_x_and_y(0.0, place.top() - height / 4.0);
    }
}
