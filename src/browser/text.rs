//! Text in the form in which typed answers and searches are compared.

use js_sys::JsString;

use crate::learning::typed::Decomposed;

/// A text with each accent behind its letter.
#[allow(dead_code, reason = "forms for typed answers and search, which come next, call it")]
pub fn decomposed(text: &str) -> Decomposed {
    Decomposed(JsString::from(text).normalize("NFD").into())
}
