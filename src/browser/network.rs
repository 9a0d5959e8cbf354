//! Requests to other servers than the site's own; and one tab at a time.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortSignal, Headers, RequestInit, Response};

use super::page;

/// Milliseconds after which no answer is waited for.
const PATIENCE: u32 = 30_000;

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: &'static str,
    pub address: String,
    pub headers: Vec<(&'static str, String)>,
    pub body: Option<String>,
    /// Goes out also where the page is closed meanwhile; then the body has 64 KiB at most.
    pub outlives_page: bool,
}

/// What a server answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reply {
    pub status: u16,
    /// Of the header `Retry-After`, where it says seconds.
    pub retry_after: Option<u32>,
    pub body: String,
}

/// Sends a request and waits for its answer. None where there is none: no connection, no
/// server, or one that does not let this site in.
pub async fn send(request: &Request) -> Option<Reply> {
    let init = init(request)?;
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let answer = page::window()?.fetch_with_str_and_init(&request.address, &init);
    let response: Response = JsFuture::from(answer).await.ok()?.dyn_into().ok()?;
    let retry_after = response.headers().get("Retry-After").ok().flatten();
    let body = JsFuture::from(response.text().ok()?).await.ok().and_then(|text| text.as_string());
    Some(Reply {
        status: response.status(),
        retry_after: retry_after.and_then(|seconds| seconds.trim().parse().ok()),
        body: body.unwrap_or_default(),
    })
}

/// Sends a request whose answer nobody will see: the page is being left.
pub fn send_off(request: &Request) {
    let sent = init(request)
        .zip(page::window())
        .map(|(init, window)| window.fetch_with_str_and_init(&request.address, &init));
    if let Some(sent) = sent {
        spawn_local(async move {
            // What does not arrive is sent again by the next page.
            let _ = JsFuture::from(sent).await;
        });
    }
}

fn init(request: &Request) -> Option<RequestInit> {
    let init = RequestInit::new();
    init.set_method(request.method);
    let headers = Headers::new().ok()?;
    for (name, value) in &request.headers {
        headers.set(name, value).ok()?;
    }
    init.set_headers(&headers);
    if let Some(body) = &request.body {
        init.set_body(&JsValue::from_str(body));
    }
    set(&init, "keepalive", &JsValue::from_bool(request.outlives_page));
    set(&init, "credentials", &"omit".into());
    set(&init, "cache", &"no-store".into());
    Some(init)
}

fn set(object: &Object, name: &str, value: &JsValue) {
    // A property of a fresh object can always be set.
    let _ = Reflect::set(object, &name.into(), value);
}

/// Does something while no other tab of the site does it. False where another one is at it.
/// Where the browser has no locks (on a site without https), it is done all the same.
pub async fn alone(name: &str, work: impl Future<Output = ()> + 'static) -> bool {
    let locks = page::window().and_then(|window| Reflect::get(&window.navigator(), &"locks".into()).ok());
    let request = locks.as_ref().and_then(|locks| Reflect::get(locks, &"request".into()).ok());
    let Some((locks, request)) = locks.zip(request.and_then(|request| request.dyn_into::<Function>().ok()))
    else {
        work.await;
        return true;
    };
    let options = Object::new();
    set(&options, "ifAvailable", &JsValue::TRUE);
    let mut work = Some(work);
    let hold = Closure::once_into_js(move |lock: JsValue| -> Promise {
        let work = work.take().filter(|_| !lock.is_null());
        future_to_promise(async move {
            let Some(work) = work else { return Ok(JsValue::FALSE) };
            work.await;
            Ok(JsValue::TRUE)
        })
    });
    let held = request.call3(&locks, &name.into(), &options, &hold).ok();
    let Some(held) = held.and_then(|held| held.dyn_into::<Promise>().ok()) else { return false };
    JsFuture::from(held).await.is_ok_and(|done| done.is_truthy())
}

/// Whether the browser knows of no connection at all.
pub fn is_offline() -> bool {
    page::window().is_some_and(|window| !window.navigator().on_line())
}

/// Calls back whenever there is a connection again.
pub fn on_online(mut callback: impl FnMut() + 'static) {
    if let Some(window) = page::window() {
        page::listen(&window, "online", move |_| callback());
    }
}
