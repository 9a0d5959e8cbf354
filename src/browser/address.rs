//! What stands behind the page's path in its address: parameters, and the fragment.

use js_sys::{decode_uri_component, encode_uri_component};
use wasm_bindgen::JsValue;

use super::page;

/// The value of a parameter: `page.html?name=value`. None when it is not there or cannot be read.
pub fn parameter(name: &str) -> Option<String> {
    let written = page::window()?.location().search().ok()?;
    value(written.strip_prefix('?')?, name)
}

/// The value in a fragment of this form: `page.html#name=value`.
pub fn in_fragment(name: &str) -> Option<String> {
    let written = page::window()?.location().hash().ok()?;
    value(written.strip_prefix('#')?, name)
}

/// The whole fragment as it is written, still encoded.
pub fn written_fragment() -> String {
    let written = page::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    written.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The whole fragment: the id of a place on the page. None when it is empty.
pub fn fragment() -> Option<String> {
    let written = page::window()?.location().hash().ok()?;
    decoded(written.strip_prefix('#')?)
}

/// Writes the fragment, without a new step in the history: `name=value`, nothing for no value.
pub fn set_fragment(name: &str, value: &str) {
    let written = if value.is_empty() { String::new() } else { format!("{name}={}", encoded(value)) };
    write_fragment(&written);
}

/// Writes the whole fragment, already encoded, without a new step in the history.
pub fn write_fragment(written: &str) {
    let Some(window) = page::window() else { return };
    let location = window.location();
    let path = [location.pathname(), location.search()].map(Result::unwrap_or_default).concat();
    let address = if written.is_empty() { path } else { format!("{path}#{written}") };
    // A browser that refuses keeps the address that it has.
    let history = window.history();
    let _ = history.and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// A text as it may stand in an address.
pub fn encoded(text: &str) -> String {
    encode_uri_component(text).into()
}

fn decoded(text: &str) -> Option<String> {
    let text: String = decode_uri_component(text).ok()?.into();
    Some(text).filter(|text| !text.is_empty())
}

fn value(written: &str, name: &str) -> Option<String> {
    let pairs = written.split('&').filter_map(|pair| pair.split_once('='));
    let (_, value) = pairs.into_iter().find(|(found, _)| *found == name)?;
    decoded(&value.replace('+', " "))
}
