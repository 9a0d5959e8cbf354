//! Text in the form in which typed answers are compared.

use unicode_normalization::UnicodeNormalization;

use crate::learning::typed::Decomposed;

/// A text with each accent behind its letter.
pub fn decomposed(text: &str) -> Decomposed {
    Decomposed(text.nfd().collect())
}
