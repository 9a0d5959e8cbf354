//! What an LRS is asked, as addresses: statements of a course, page after page.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::names::{Names, Thing};
use crate::course::lrs::origin;
use crate::records::moment;

/// Statements of a page.
const LIMIT: usize = 500;

/// The first page of all statements on a course, oldest first; of those that the LRS stored
/// after `since`, in milliseconds since 1970, where it is given. `verb` is an IRI.
pub fn first(endpoint: &str, names: &Names, verb: Option<&str>, since: Option<i64>) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let course = encoded(&names.of_thing(Thing::Course));
    let verb = verb.map(|verb| format!("&verb={}", encoded(verb))).unwrap_or_default();
    let since = since.map(|since| format!("&since={}", encoded(&moment::utc(since)))).unwrap_or_default();
    format!(
        "{endpoint}statements?activity={course}&related_activities=true{verb}{since}&ascending=true&limit={LIMIT}"
    )
}

/// The page behind one, as that one names it. None behind the last, and where it is not at
/// the same origin: credentials go nowhere else.
pub fn further(endpoint: &str, more: &str) -> Option<String> {
    match more {
        "" => None,
        _ if more.starts_with('/') => Some(format!("{}{more}", origin(endpoint))),
        _ if more.contains("://") => Some(more.to_owned()).filter(|more| origin(more) == origin(endpoint)),
        _ => Some(format!("{endpoint}{more}")),
    }
}

/// Where the statement with this id is.
pub fn one(endpoint: &str, id: &str) -> String {
    format!("{endpoint}statements?statementId={id}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_course_is_asked_for_as_the_standard_says() {
        let names = Names::of("https://p.example", "c");
        let first = first("https://l.example/xapi/", &names, Some("http://v/passed"), Some(0));
        assert_eq!(
            first,
            "https://l.example/xapi/statements?activity=https%3A%2F%2Fp%2Eexample%2Fcourses%2Fc\
             &related_activities=true&verb=http%3A%2F%2Fv%2Fpassed\
             &since=1970%2D01%2D01T00%3A00%3A00%2E000Z&ascending=true&limit=500"
        );
    }

    #[test]
    fn further_pages_are_at_the_same_origin() {
        let further = |more| further("https://l.example/xapi/", more);
        assert_eq!(further(""), None);
        assert_eq!(further("/xapi/more?2").as_deref(), Some("https://l.example/xapi/more?2"));
        assert_eq!(further("statements?page=2").as_deref(), Some("https://l.example/xapi/statements?page=2"));
        assert_eq!(further("https://l.example/more").as_deref(), Some("https://l.example/more"));
        assert_eq!(further("https://l.example.evil/more"), None);
    }
}
