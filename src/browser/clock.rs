//! The device's clock.

/// Milliseconds since 1970. It may be wrong, and may go back.
pub fn now() -> i64 {
    #[allow(clippy::disallowed_methods, reason = "this is the place that reads the clock")]
    let now = js_sys::Date::now();
    now as i64
}
