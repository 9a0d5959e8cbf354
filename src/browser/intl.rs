//! Numbers and dates as the page's language writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

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
