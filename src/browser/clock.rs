//! The device's clock.

/// Milliseconds since 1970. It may be wrong, and may go back.
pub fn now() -> i64 {
    #[allow(clippy::disallowed_methods, reason = "this is the place that reads the clock")]
    let now = js_sys::Date::now();
    now as i64
}

/// Minutes by which the device's clock is ahead of UTC.
pub fn minutes_ahead() -> i64 {
    let now = js_sys::Date::new_0();
    -(now.get_timezone_offset() as i64)
}
