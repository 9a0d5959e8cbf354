//! The page: what it says of itself, its places, and moving the focus.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlImageElement, PageTransitionEvent, PointerEvent, Window,
};

/// The browser's window.
pub fn window() -> Option<Window> {
    #[allow(clippy::disallowed_methods, reason = "this is the room that touches the browser")]
    web_sys::window()
}

/// The page's document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// What the root element says: `data("lesson")` is its `data-lesson`.
pub fn data(name: &str) -> Option<String> {
    let root: HtmlElement = document()?.document_element()?.dyn_into().ok()?;
    root.dataset().get(name)
}

/// Sets an attribute without a value on the root element, or takes it away.
pub fn mark_root(name: &str, is_set: bool) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // An attribute with a proper name can always be set.
        let _ = root.toggle_attribute_with_force(name, is_set);
    }
}

/// The language of the page; English where its code means nothing to the browser.
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    let written = root.and_then(|root| root.get_attribute("lang")).unwrap_or_default();
    let known = js_sys::Intl::get_canonical_locales(&written.as_str().into()).length() > 0;
    if known { written } else { "en".to_owned() }
}

/// An address seen from the site's root, as this page must write it.
pub fn from_root(address: &str) -> String {
    format!("{}{address}", data("root").unwrap_or_default())
}

/// An address seen from the site's root, as another program must write it.
pub fn absolute(address: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten()).unwrap_or_default();
    web_sys::Url::new_with_base(&from_root(address), &base).map(|url| url.href()).unwrap_or_default()
}

/// The elements that match a selector.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let Some(found) = document().and_then(|document| document.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// The first element that matches a selector.
pub fn first(selector: &str) -> Option<HtmlElement> {
    all(selector).into_iter().next()
}

/// The first element inside another that matches a selector.
pub fn first_in(element: &Element, selector: &str) -> Option<HtmlElement> {
    element.query_selector(selector).ok().flatten()?.dyn_into().ok()
}

/// The level of the first heading inside an element; 2 where it has none.
pub fn heading_level(element: &Element) -> u32 {
    let heading = first_in(element, "h1, h2, h3, h4, h5, h6");
    heading.and_then(|heading| heading.tag_name().get(1..)?.parse().ok()).unwrap_or(2)
}

/// Writes an attribute, whose name is one.
pub fn set_attribute(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// The text of the element with this id.
pub fn text_of(id: &str) -> String {
    by_id(id).and_then(|element| element.text_content()).unwrap_or_default()
}

/// How far below the window's upper edge the middle of the element with this id lies.
pub fn middle_of(id: &str) -> Option<f64> {
    let place = by_id(id)?.get_bounding_client_rect();
    Some((place.top() + place.bottom()) / 2.0)
}

/// Sends all that this pointer does to the element it is on, until it is let go.
pub fn hold_pointer(event: &PointerEvent) {
    let element = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    // A pointer that is gone already cannot be held, and need not be.
    let _ = element.map(|element| element.set_pointer_capture(event.pointer_id()));
}

fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// Makes links and images in an element, written for the page `of` at the site's root,
/// lead there from this page. Once done, it is not done again.
pub fn relocate(element: &Element, of: &str) {
    for (selector, attribute) in [("a[href]", "href"), ("img[src]", "src")] {
        let unplaced = format!("{selector}:not([data-relocated])");
        while let Some(found) = first_in(element, &unplaced) {
            let written = found.get_attribute(attribute).unwrap_or_default();
            let page = if written.starts_with('#') { of } else { "" };
            if !written.contains(':') {
                let _ = found.set_attribute(attribute, &from_root(&format!("{page}{written}")));
            }
            if found.set_attribute("data-relocated", "").is_err() {
                return;
            }
        }
    }
}

/// Adds an empty element before the first one that matches a selector.
pub fn add_before(selector: &str) -> Option<HtmlElement> {
    let found = first(selector)?;
    let added: HtmlElement = document()?.create_element("div").ok()?.dyn_into().ok()?;
    found.parent_node()?.insert_before(&added, Some(&found)).ok()?;
    Some(added)
}

/// Takes everything out of an element.
pub fn clear(element: &Element) {
    element.set_text_content(None);
}

/// Does something once what is being shown stands on the page.
pub fn later(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(act.unchecked_ref());
    }
}

/// Does something after a pause, in milliseconds.
pub fn after(pause: i32, act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), pause);
    }
}

/// Lets the page be drawn and used before what comes next.
pub async fn turn() {
    let promise =
        js_sys::Promise::new(&mut |done, _| after(0, move || drop(done.call0(&JsValue::UNDEFINED))));
    // The promise is never broken.
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// Moves the focus to the element with this id, once what is being shown stands on the page.
pub fn focus_later(id: String) {
    later(move || {
        let Some(element) = by_id(&id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) else {
            return;
        };
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    });
}

/// Lets the link that is clicked, if one is, open in a tab of its own: it would end what
/// goes on in this one.
pub fn open_link_beside(event: &Event) {
    if let Some(link) = element_of(event).and_then(|target| target.closest("a[href]").ok().flatten()) {
        set_attribute(&link, "target", "_blank");
        set_attribute(&link, "rel", "noopener");
    }
}

/// Lets the field that has the focus tell what was typed, as it does when it is left.
pub fn settle_field(field: &HtmlElement) {
    // It has the focus, so it can take it again.
    let _ = field.blur();
    let _ = field.focus();
}

/// Calls back on every event of this kind, for as long as the page lives.
pub fn listen(target: &web_sys::EventTarget, kind: &str, callback: impl FnMut(Event) + 'static) {
    let closure = Closure::<dyn FnMut(Event)>::new(callback);
    if target.add_event_listener_with_callback(kind, closure.as_ref().unchecked_ref()).is_ok() {
        closure.forget();
    }
}

/// Calls back whenever the browser brings this page back as it was left.
pub fn on_return(mut callback: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    listen(&window, "pageshow", move |event| {
        if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
            callback();
        }
    });
}

/// Calls back whenever the page is left.
pub fn on_leave(mut callback: impl FnMut() + 'static) {
    if let Some(window) = window() {
        listen(&window, "pagehide", move |_| callback());
    }
}

/// Calls back whenever the page is put out of sight: a phone may never bring it back.
pub fn on_hide(mut callback: impl FnMut() + 'static) {
    let Some(document) = document() else { return };
    let page = document.clone();
    listen(&document, "visibilitychange", move |_| {
        if page.hidden() {
            callback();
        }
    });
}

/// Tells the page's own scripts that something has changed.
pub fn tell(kind: &str) {
    if let (Some(window), Ok(event)) = (window(), Event::new(kind)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Whether the focus is in an element that matches a selector.
pub fn has_focus_in(selector: &str) -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}

/// Opens the browser's own window for printing.
pub fn print() {
    if let Some(window) = window() {
        // Where the browser does not print, its own menu says why.
        let _ = window.print();
    }
}

/// Calls back whenever the fragment of the page's address is another one.
pub fn on_fragment_change(mut callback: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    listen(&window, "hashchange", move |_| callback());
}

/// Leaves the page for another one.
pub fn go_to(address: &str) {
    if let Some(window) = window() {
        // An address that is refused leaves the learner where they are.
        let _ = window.location().assign(address);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        // A page that is being left cannot be reloaded, and need not be.
        let _ = window.location().reload();
    }
}

/// Puts HTML into an element: what `course` rendered, among tags that this crate wrote.
pub fn write_html(element: &Element, html: &str) {
    #[allow(clippy::disallowed_methods, reason = "slides are measured and printed outside of components")]
    element.set_inner_html(html);
}

/// Adds an element to the page which nobody sees, hears or reaches, with this HTML of our own.
pub fn hidden_element(html: &str) -> Option<HtmlElement> {
    let document = document()?;
    let element: HtmlElement = document.create_element("div").ok()?.dyn_into().ok()?;
    set_attribute(&element, "inert", "");
    set_attribute(&element, "aria-hidden", "true");
    write_html(&element, html);
    document.body()?.append_child(&element).ok()?;
    Some(element)
}

/// Calls back on every image in an element, now or later in it, once it is loaded.
pub fn on_image(element: &Element, callback: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut()>::new(callback);
    // An image's own event does not rise; it can be caught on its way down.
    let added =
        element.add_event_listener_with_callback_and_bool("load", closure.as_ref().unchecked_ref(), true);
    if added.is_ok() {
        closure.forget();
    }
}

/// Whether every image in an element has come, or will not come.
pub fn has_images(element: &Element) -> bool {
    let images = element.get_elements_by_tag_name("img");
    let mut images = (0..images.length()).filter_map(|index| images.item(index));
    images.all(|image| image.dyn_into::<HtmlImageElement>().is_ok_and(|image| image.complete()))
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Calls back just before the page is printed, and after it.
pub fn on_print(mut before: impl FnMut() + 'static, mut after: impl FnMut() + 'static) {
    let Some(window) = window() else { return };
    listen(&window, "beforeprint", move |_| before());
    listen(&window, "afterprint", move |_| after());
}

/// Writes a custom property of an element's style.
pub fn set_property(element: &HtmlElement, name: &str, value: &str) {
    // A custom property can always be set.
    let _ = element.style().set_property(name, value);
}

/// Calls back whenever the window has another size, or comes into sight or goes out of it.
pub fn on_shape_change(mut callback: impl FnMut() + Clone + 'static) {
    let (Some(window), Some(document)) = (window(), document()) else { return };
    let mut seen = callback.clone();
    listen(&window, "resize", move |_| callback());
    listen(&document, "visibilitychange", move |_| seen());
}

/// The element that an event happened to, in whichever window.
pub fn element_of(event: &Event) -> Option<Element> {
    let target = event.target()?;
    // Elements of another window are of another class.
    let is_element = js_sys::Reflect::has(&target, &"closest".into()).unwrap_or(false);
    is_element.then(|| target.unchecked_into())
}
