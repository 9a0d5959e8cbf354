//! The page around this one, where the site runs inside a learning system (LMS): it keeps
//! records as long as it is open, and passes on what it is told. `src/command/export/host.js`
//! is that page.
//!
//! A window of another site throws at every touch; then there is no host.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::page;

/// The form of host that this version knows.
const FORM: f64 = 1.0;

thread_local! {
    static HOST: Option<JsValue> = find();
}

fn find() -> Option<JsValue> {
    let window = page::window()?;
    let parent = window.parent().ok().flatten()?;
    if *parent == *window {
        return None;
    }
    let host = Reflect::get(&parent, &"workshopHost".into()).ok().filter(JsValue::is_object)?;
    let form = Reflect::get(&host, &"form".into()).ok()?;
    (form.as_f64() == Some(FORM)).then_some(host)
}

fn with<T>(act: impl FnOnce(&JsValue) -> Option<T>) -> Option<T> {
    HOST.with(|host| host.as_ref().and_then(act))
}

fn call(method: &str, given: &[&str]) -> Option<JsValue> {
    with(|host| {
        let method: Function = Reflect::get(host, &method.into()).ok()?.dyn_into().ok()?;
        let given: Array = given.iter().map(|text| JsValue::from_str(text)).collect();
        method.apply(host, &given).ok()
    })
}

/// Whether the site runs inside such a page.
pub fn is_there() -> bool {
    with(|_| Some(())).is_some()
}

/// The record under a key.
pub fn get(key: &str) -> Option<String> {
    call("get", &[key])?.as_string()
}

/// Keeps a record.
pub fn set(key: &str, record: &str) {
    call("set", &[key, record]);
}

/// Forgets a record.
pub fn remove(key: &str) {
    call("remove", &[key]);
}

/// The keys of all records.
pub fn keys() -> Vec<String> {
    let keys = call("keys", &[]).and_then(|keys| keys.dyn_into::<Array>().ok());
    keys.into_iter()
        .flat_map(|keys| keys.iter().collect::<Vec<_>>())
        .filter_map(|key| key.as_string())
        .collect()
}

/// The state that the LMS kept; nothing once it was taken over.
pub fn state() -> String {
    call("state", &[]).and_then(|state| state.as_string()).unwrap_or_default()
}

/// The percentage that the LMS wants for a pass, where it says one.
pub fn mark() -> Option<f64> {
    call("mark", &[])?.as_f64()
}

/// Passes on where the learner stands.
pub fn report(json: &str) {
    call("report", &[json]);
}

/// Shows a sentence around the course.
pub fn note(words: &str) {
    call("note", &[words]);
}

/// Whether an earlier page has taken over what the LMS kept.
pub fn is_taken() -> bool {
    with(|host| Reflect::get(host, &"isTaken".into()).ok()?.as_bool()).unwrap_or(true)
}

/// Says that it was taken over; `aside` is what could not be read.
pub fn take(aside: &str) {
    with(|host| Reflect::set(host, &"aside".into(), &aside.into()).ok());
    with(|host| Reflect::set(host, &"isTaken".into(), &JsValue::TRUE).ok());
}

/// What could not be read.
pub fn aside() -> String {
    with(|host| Reflect::get(host, &"aside".into()).ok()?.as_string()).unwrap_or_default()
}

/// Lets the page around this one export the learner's progress.
pub fn offer_export(act: impl FnMut() + 'static) {
    let act = Closure::<dyn FnMut()>::new(act).into_js_value();
    if let Some(window) = page::window() {
        // Without it, the button around the course does nothing; the one on the page still does.
        let _ = Reflect::set(&window, &"workshopExport".into(), &act);
    }
}
