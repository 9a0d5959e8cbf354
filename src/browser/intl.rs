//! Numbers and dates as the page's language writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::page;

/// A number.
pub fn number(number: usize) -> String {
    let format = Intl::NumberFormat::new(&language(), &Object::new()).format();
    call(&format, &JsValue::from_f64(number as f64)).unwrap_or_else(|| number.to_string())
}

/// A share from 0 to 1 as a percentage.
pub fn percent(share: f64) -> String {
    let options = options(&[("style", "percent")]);
    let format = Intl::NumberFormat::new(&language(), &options).format();
    call(&format, &JsValue::from_f64(share)).unwrap_or_else(|| format!("{} %", (share * 100.0).round()))
}

/// The day of a time, in milliseconds since 1970, where the device is.
pub fn day(milliseconds: i64) -> String {
    date(&Date::new(&JsValue::from_f64(milliseconds as f64)), &[("dateStyle", "long")])
}

/// Day and minute of a time, in milliseconds since 1970, where the device is.
pub fn moment(milliseconds: i64) -> String {
    let moment = Date::new(&JsValue::from_f64(milliseconds as f64));
    date(&moment, &[("dateStyle", "long"), ("timeStyle", "short")])
}

/// A day written `YYYY-MM-DD`. None when it is something else.
pub fn written_day(text: &str) -> Option<String> {
    let parsed = Date::new(&JsValue::from_str(text));
    (!parsed.get_time().is_nan()).then(|| date(&parsed, &[("dateStyle", "long"), ("timeZone", "UTC")]))
}

fn date(date: &Date, wishes: &[(&str, &str)]) -> String {
    let format = Intl::DateTimeFormat::new(&language(), &options(wishes)).format();
    call(&format, date).unwrap_or_default()
}

fn language() -> Array {
    Array::of1(&JsValue::from_str(&page::language()))
}

fn options(wishes: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (name, value) in wishes {
        // Setting a property of a new object cannot fail.
        let _ = Reflect::set(&options, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    options
}

fn call(format: &Function, value: &JsValue) -> Option<String> {
    format.call1(&JsValue::UNDEFINED, value).ok()?.as_string()
}

/// A text cut where sentences begin; whole where the browser cannot tell.
pub fn sentences(text: &str) -> Vec<String> {
    let whole = || vec![text.to_owned()];
    let Some(segmenter) = make("Segmenter", &[("granularity", "sentence")]) else { return whole() };
    let segment =
        Reflect::get(&segmenter, &"segment".into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    let segments = segment.and_then(|segment| segment.call1(&segmenter, &text.into()).ok());
    let Some(segments) = segments else { return whole() };
    let word = |found: JsValue| Reflect::get(&found, &"segment".into()).ok()?.as_string();
    Array::from(&segments).iter().filter_map(word).collect()
}

/// What the page's language is called, in that language.
pub fn language_name() -> String {
    let code = page::language();
    let name = make("DisplayNames", &[("type", "language")]).and_then(|names| {
        let of = Reflect::get(&names, &"of".into()).ok()?.dyn_into::<Function>().ok()?;
        of.call1(&names, &code.as_str().into()).ok()?.as_string()
    });
    name.unwrap_or(code)
}

/// An object of `Intl` that not every browser has.
fn make(class: &str, wishes: &[(&str, &str)]) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &class.into()).ok()?.dyn_into().ok()?;
    Reflect::construct(&class, &Array::of2(&language(), &options(wishes))).ok()
}

/// The hour and minute of a time, in milliseconds since 1970, where the device is.
pub fn written_time(milliseconds: i64) -> String {
    date(&Date::new(&JsValue::from_f64(milliseconds as f64)), &[("timeStyle", "short")])
}
