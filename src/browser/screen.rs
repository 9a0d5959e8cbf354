//! The screen: all of it for the page, and not going dark.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::page;

/// Gives the page all of the screen, or takes it back.
pub fn toggle_full_screen() {
    let Some(document) = page::document() else { return };
    if document.fullscreen_element().is_some() {
        document.exit_fullscreen();
        return;
    }
    if let Some(root) = document.document_element() {
        // Where the browser refuses, its own menu still offers it.
        let _ = root.request_fullscreen();
    }
}

/// Keeps the screen awake while the page is in sight, where the browser can.
pub fn keep_awake() {
    ask_to_stay_awake();
    let Some(document) = page::document() else { return };
    let shown = document.clone();
    page::listen(&document, "visibilitychange", move |_| {
        if !shown.hidden() {
            ask_to_stay_awake();
        }
    });
}

fn ask_to_stay_awake() {
    let Some(navigator) = page::window().map(|window| JsValue::from(window.navigator())) else { return };
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED);
    let lock = get(&navigator, "wakeLock");
    if let Some(request) = (!lock.is_undefined()).then(|| get(&lock, "request")).and_then(to_function)
        && let Ok(promise) = request.call1(&lock, &"screen".into())
    {
        forget(promise);
    }
}

fn to_function(value: JsValue) -> Option<Function> {
    value.dyn_into().ok()
}

/// A refusal, as when the battery is low, changes nothing.
fn forget(promise: JsValue) {
    let Ok(promise) = promise.dyn_into::<Promise>() else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
    });
}
