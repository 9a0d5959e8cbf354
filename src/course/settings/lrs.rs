//! `[lrs]` in `course.toml`.
//!
//! Its address goes into the Content-Security-Policy of every page, so nothing may stand in
//! it that would say more there.

use crate::course::diagnostic::Report;
use crate::course::fields::{Fields, Placed, Value};
use crate::course::lrs::Lrs;
use crate::course::mistake::Mistake;

const KEYS: [&str; 4] = ["endpoint", "homepage", "key", "version"];
const VERSIONS: [&str; 2] = ["1.0.3", "2.0.0"];

/// Reads the table `[lrs]`.
pub(super) fn read(fields: &Fields, report: &mut Report) -> Option<Lrs> {
    let found = fields.get("lrs")?;
    let Value::Table(lrs) = &found.value else {
        let expected = "a table with an endpoint and a homepage";
        report.add(found.span.clone(), Mistake::WrongType { key: "lrs".to_owned(), expected });
        return None;
    };
    lrs.check_keys(&KEYS, report);
    for key in ["endpoint", "homepage"] {
        if lrs.get(key).is_none() {
            report.add(lrs.span.clone(), Mistake::MissingKey { key });
        }
    }
    let endpoint =
        checked(lrs, "endpoint", "an address as in https://lrs.example.com/xapi/", is_endpoint, report);
    let homepage =
        checked(lrs, "homepage", "an address as in https://people.example.com/", is_address, report);
    let key = checked(lrs, "key", "a name and a password as in \"user:password\"", is_key, report);
    let version = checked(lrs, "version", "\"1.0.3\" or \"2.0.0\"", |text| VERSIONS.contains(&text), report);
    Some(Lrs {
        endpoint: format!("{}/", endpoint?.trim_end_matches('/')),
        homepage: homepage?,
        key,
        version: version.unwrap_or_else(|| VERSIONS[0].to_owned()),
    })
}

fn checked(
    fields: &Fields,
    key: &str,
    expected: &'static str,
    is_good: impl Fn(&str) -> bool,
    report: &mut Report,
) -> Option<String> {
    let Placed { value, span } = fields.text(key, report)?;
    if is_good(&value) {
        return Some(value);
    }
    report.add(span, Mistake::BadValue { key: key.to_owned(), expected });
    None
}

/// Whether this may stand in a policy and have a path added.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~/:%[]".contains(letter);
    host.starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '[')
        && host.chars().all(plain)
}

/// A password goes there, so nobody may listen on the way.
fn is_endpoint(text: &str) -> bool {
    let local = ["http://127.0.0.1", "http://localhost", "http://[::1]"];
    let is_local = local.iter().any(|host| {
        text.strip_prefix(host).is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    });
    is_address(text) && (text.starts_with("https://") || is_local)
}

fn is_key(text: &str) -> bool {
    text.split_once(':').is_some_and(|(user, password)| !user.is_empty() && !password.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_endpoint_is_safe_to_send_a_password_to_and_to_write_into_a_policy() {
        for good in ["https://lrs.example.com", "https://l.example:8100/xapi/", "http://127.0.0.1:8100/xAPI/"]
        {
            assert!(is_endpoint(good), "{good}");
        }
        for bad in [
            "lrs.example.com",
            "http://lrs.example.com/",
            "http://127.0.0.1.example.com/",
            "https://",
            "https://a b",
            "https://a.example; script-src *",
            "https://user:password@a.example/",
            "https://a.example/?x",
            "https://*.example",
        ] {
            assert!(!is_endpoint(bad), "{bad}");
        }
    }
}
