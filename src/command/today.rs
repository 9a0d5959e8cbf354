//! The day on which a command runs.

/// Today, `YYYY-MM-DD`, in UTC.
pub fn today() -> String {
    let now = jiff::Timestamp::now();
    jiff::tz::TimeZone::UTC.to_datetime(now).date().to_string()
}

/// Reads a day of the command line.
pub fn parse(text: &str) -> Result<String, String> {
    let day: jiff::civil::Date = text.parse().map_err(|_| "write a day as in 2027-06-01".to_owned())?;
    Ok(day.to_string())
}
