//! How large things are on the screen, in pixels.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, ResizeObserver};

use super::page;

/// An element, and the marked ones in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Stacked {
    pub top: f64,
    pub bottom: f64,
    /// The tops of what is marked in it, itself among them, and the bottom of the last.
    pub marked: Vec<f64>,
    pub last: f64,
    /// Which of the attributes that were asked for it has.
    pub has: [bool; 2],
}

/// The children of an element from top to bottom, from its own top.
pub fn stack(element: &Element, marked: &str, has: [&str; 2]) -> Vec<Stacked> {
    let origin = element.get_bounding_client_rect().top();
    let children = element.children();
    let children = (0..children.length()).filter_map(|index| children.item(index));
    children.map(|child| stacked(&child, origin, marked, has)).collect()
}

fn stacked(child: &Element, origin: f64, marked: &str, has: [&str; 2]) -> Stacked {
    let place = child.get_bounding_client_rect();
    let mut tops = Vec::new();
    let mut last = place.bottom() - origin;
    if child.has_attribute(marked) {
        tops.push(place.top() - origin);
    }
    if let Ok(found) = child.query_selector_all(&format!("[{marked}]")) {
        let elements = (0..found.length()).filter_map(|index| found.item(index)?.dyn_into::<Element>().ok());
        for place in elements.map(|element| element.get_bounding_client_rect()) {
            tops.push(place.top() - origin);
            last = place.bottom() - origin;
        }
    }
    Stacked {
        top: place.top() - origin,
        bottom: place.bottom() - origin,
        marked: tops,
        last,
        has: has.map(|name| child.has_attribute(name)),
    }
}

/// The width and height inside an element.
pub fn inner_size(element: &Element) -> (f64, f64) {
    (f64::from(element.client_width()), f64::from(element.client_height()))
}

/// The width and height of the window's inside.
pub fn window_size() -> (f64, f64) {
    let Some(window) = page::window() else { return (0.0, 0.0) };
    let number = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    (number(window.inner_width()).unwrap_or(0.0), number(window.inner_height()).unwrap_or(0.0))
}

/// Calls back with an element's inner size now, and whenever it is another one.
pub fn on_resize(element: &Element, mut callback: impl FnMut(f64, f64) + 'static) {
    let (width, height) = inner_size(element);
    callback(width, height);
    let observed = element.clone();
    let closure = Closure::<dyn FnMut()>::new(move || {
        let (width, height) = inner_size(&observed);
        callback(width, height);
    });
    if let Ok(observer) = ResizeObserver::new(closure.as_ref().unchecked_ref()) {
        observer.observe(element);
        closure.forget();
    }
}
