//! What is copied, to be pasted elsewhere.

use wasm_bindgen_futures::JsFuture;

use super::page;

/// Copies a text. False where the browser refuses: on pages without HTTPS, for one.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = page::window().map(|window| window.navigator().clipboard()) else { return false };
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
