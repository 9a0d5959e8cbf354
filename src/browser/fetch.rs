//! Loads files of the site.

use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::page;

/// Why a file could not be loaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FetchError {
    /// No answer at all.
    Network,
    /// The server answered with this status.
    Status(u16),
}

/// The text of a file; `address` is seen from the site's root.
pub async fn text(address: &str) -> Result<String, FetchError> {
    let text = response(address).await?.text().map_err(|_| FetchError::Network)?;
    let text = JsFuture::from(text).await.map_err(|_| FetchError::Network)?;
    text.as_string().ok_or(FetchError::Network)
}

/// The bytes of a file; `address` is seen from the site's root.
pub async fn bytes(address: &str) -> Result<Vec<u8>, FetchError> {
    let buffer = response(address).await?.array_buffer().map_err(|_| FetchError::Network)?;
    let buffer = JsFuture::from(buffer).await.map_err(|_| FetchError::Network)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

async fn response(address: &str) -> Result<Response, FetchError> {
    let window = page::window().ok_or(FetchError::Network)?;
    let response = JsFuture::from(window.fetch_with_str(&page::from_root(address)));
    let response = response.await.map_err(|_| FetchError::Network)?;
    let response: Response = response.dyn_into().map_err(|_| FetchError::Network)?;
    if response.ok() { Ok(response) } else { Err(FetchError::Status(response.status())) }
}
