//! Other windows: one for another screen, and a small one that floats above all.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, HtmlLinkElement, Window};

use super::page;

/// Opens a page in a window of its own, or shows it in the one with this name. False
/// where the browser blocks it.
pub fn open(address: &str, name: &str) -> bool {
    let opened = page::window().map(|window| {
        window.open_with_url_and_target_and_features(address, name, "popup,width=1280,height=720")
    });
    matches!(opened, Some(Ok(Some(_))))
}

/// Whether the browser has small windows that stay above all others.
pub fn can_float() -> bool {
    maker().is_some()
}

/// Opens a small window that stays above all others, with the style of this page, and
/// gives its body. None where the browser refuses.
pub async fn float(width: u32, height: u32, on_close: impl FnMut() + 'static) -> Option<HtmlElement> {
    let maker = maker()?;
    let request: Function = Reflect::get(&maker, &"requestWindow".into()).ok()?.dyn_into().ok()?;
    let size = Object::new();
    Reflect::set(&size, &"width".into(), &width.into()).ok()?;
    Reflect::set(&size, &"height".into(), &height.into()).ok()?;
    let promise: Promise = request.call1(&maker, &size).ok()?.dyn_into().ok()?;
    let window: Window = JsFuture::from(promise).await.ok()?.unchecked_into();
    dress(&window);
    let mut on_close = on_close;
    page::listen(&window, "pagehide", move |_| on_close());
    window.document()?.body()
}

/// Closes the window in which an element is.
pub fn close_window_of(element: &HtmlElement) {
    if let Some(window) = element.owner_document().and_then(|document| document.default_view()) {
        // A window that is closed already stays so.
        let _ = window.close();
    }
}

fn maker() -> Option<JsValue> {
    let maker = Reflect::get(&page::window()?.into(), &"documentPictureInPicture".into()).ok()?;
    (!maker.is_undefined()).then_some(maker)
}

/// Gives a window the language, the theme and the style sheets of this page.
fn dress(window: &Window) {
    let (Some(own), Some(other)) = (page::document(), window.document()) else { return };
    if let (Some(from), Some(to)) = (own.document_element(), other.document_element()) {
        for name in ["lang", "data-theme", "data-page"] {
            if let Some(value) = from.get_attribute(name) {
                page::set_attribute(&to, name, &value);
            }
        }
    }
    let Some(head) = other.head() else { return };
    for sheet in page::all("link[rel=stylesheet]") {
        let Some(address) = sheet.dyn_ref::<HtmlLinkElement>().map(HtmlLinkElement::href) else { continue };
        if let Ok(link) = other.create_element("link") {
            page::set_attribute(&link, "rel", "stylesheet");
            page::set_attribute(&link, "href", &address);
            // A head takes a link.
            let _ = head.append_child(&link);
        }
    }
    other.set_title(&own.title());
}
