//! Files that a person saves or chooses.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlInputElement, Url};

use super::page;

/// Offers a text of this media type as a download. False when the browser refuses.
pub fn save(name: &str, media_type: &str, text: &str) -> bool {
    try_save(name, media_type, &JsValue::from_str(text)).is_ok()
}

/// The same for bytes.
pub fn save_bytes(name: &str, media_type: &str, bytes: &[u8]) -> bool {
    try_save(name, media_type, &Uint8Array::from(bytes).into()).is_ok()
}

fn try_save(name: &str, media_type: &str, content: &JsValue) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    // Texts and bytes alike.
    let parts = js_sys::Array::of1(content);
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = page::document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// The text of the file chosen in an input. None when nothing is chosen or it cannot be read.
pub async fn chosen(input: &HtmlInputElement) -> Option<String> {
    let file = input.files()?.get(0)?;
    let text = JsFuture::from(file.text()).await.ok()?;
    text.as_string()
}

/// A file that was chosen: its name and its bytes. None where it cannot be read.
#[cfg(feature = "every-page")]
pub type Chosen = (String, Option<Vec<u8>>);

/// All files chosen in an input. They are read at the same time: thousands of small ones
/// take no longer than their bytes.
#[cfg(feature = "every-page")]
pub async fn all_chosen(input: &HtmlInputElement) -> Vec<Chosen> {
    let Some(files) = input.files() else { return Vec::new() };
    let files: Vec<_> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    let reading: js_sys::Array = files.iter().map(|file| JsValue::from(file.array_buffer())).collect();
    let Ok(read) = JsFuture::from(js_sys::Promise::all_settled(&reading)).await else { return Vec::new() };
    let bytes = |settled: JsValue| {
        let value = js_sys::Reflect::get(&settled, &"value".into()).ok()?;
        let buffer: js_sys::ArrayBuffer = value.dyn_into().ok()?;
        Some(js_sys::Uint8Array::new(&buffer).to_vec())
    };
    let read = js_sys::Array::from(&read);
    files.iter().map(web_sys::File::name).zip(read.iter().map(bytes)).collect()
}

/// The name and the bytes of the file chosen in an input. None when nothing is chosen or it
/// cannot be read.
#[cfg(feature = "every-page")]
pub async fn chosen_bytes(input: &HtmlInputElement) -> Option<(String, Vec<u8>)> {
    let (name, bytes) = all_chosen(input).await.into_iter().next()?;
    Some((name, bytes?))
}
