//! Text in the form in which typed answers and searches are compared.

use js_sys::JsString;

use crate::learning::typed::Decomposed;

/// A text with each accent behind its letter.
pub fn decomposed(text: &str) -> Decomposed {
    Decomposed(JsString::from(text).normalize("NFD").into())
}
