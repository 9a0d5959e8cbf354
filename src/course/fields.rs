//! Keys and values with their places, as front matter (YAML) and course.toml give them.
//!
//! Knows: which keys are allowed, which type each needs, and what to say when not.
//! Does not know: YAML or TOML; `front_matter` and `settings` make these values.

use super::diagnostic::{Report, nearest};
use super::mistake::Mistake;
use super::source::Span;

/// A value and the bytes it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed<T> {
    pub value: T,
    pub span: Span,
}

/// What a value can be.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Whole(i64),
    List(Vec<Placed<Value>>),
    Table(Fields),
    /// A type that no key of a course uses (yes/no, dates with a time, …).
    Other,
}

/// Keys and values of one table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields {
    pub entries: Vec<(Placed<String>, Placed<Value>)>,
    /// Where the table stands, for what it lacks.
    pub span: Span,
    /// It could not be read, so nobody knows what it lacks.
    pub broken: bool,
}

impl Fields {
    /// Notes every key that is not among `known`, and every key that stands twice.
    pub fn check_keys(&self, known: &[&'static str], report: &mut Report) {
        for (index, (key, _)) in self.entries.iter().enumerate() {
            if !known.contains(&key.value.as_str()) {
                let nearest = nearest(&key.value, known.iter().copied());
                let mistake = Mistake::UnknownKey { key: key.value.clone(), known: known.to_vec(), nearest };
                report.add(key.span.clone(), mistake);
            }
            if self.entries[..index].iter().any(|(earlier, _)| earlier.value == key.value) {
                report.add(key.span.clone(), Mistake::DuplicateKey { key: key.value.clone() });
            }
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Placed<Value>> {
        self.entries.iter().find(|(found, _)| found.value == key).map(|(_, value)| value)
    }

    /// Whether an author forgot a key.
    pub fn lacks(&self, key: &str) -> bool {
        !self.broken && self.get(key).is_none()
    }

    /// A text that is not empty; a number is taken as its digits.
    pub fn text(&self, key: &str, report: &mut Report) -> Option<Placed<String>> {
        let found = self.get(key)?;
        match &found.value {
            Value::Text(text) if !text.trim().is_empty() => {
                Some(Placed { value: text.trim().to_owned(), span: found.span.clone() })
            }
            Value::Whole(number) => Some(Placed { value: number.to_string(), span: found.span.clone() }),
            _ => wrong_type(key, "a text", found, report),
        }
    }

    /// A whole number within `range`.
    pub fn whole(
        &self,
        key: &str,
        range: std::ops::RangeInclusive<i64>,
        expected: &'static str,
        report: &mut Report,
    ) -> Option<u32> {
        let found = self.get(key)?;
        let Value::Whole(number) = found.value else {
            return wrong_type(key, expected, found, report);
        };
        if !range.contains(&number) {
            report.add(found.span.clone(), Mistake::BadValue { key: key.to_owned(), expected });
            return None;
        }
        u32::try_from(number).ok()
    }

    /// A list of texts; one text alone is a list of one.
    pub fn texts(&self, key: &str, report: &mut Report) -> Vec<Placed<String>> {
        let Some(found) = self.get(key) else {
            return Vec::new();
        };
        let items = match &found.value {
            Value::List(items) => items.as_slice(),
            Value::Text(_) => std::slice::from_ref(found),
            _ => return wrong_type(key, "a list of texts", found, report).unwrap_or_default(),
        };
        items
            .iter()
            .filter_map(|item| match &item.value {
                Value::Text(text) => Some(Placed { value: text.trim().to_owned(), span: item.span.clone() }),
                Value::Whole(number) => Some(Placed { value: number.to_string(), span: item.span.clone() }),
                Value::Table(_) => {
                    wrong_type(key, "a list of texts, in quotation marks where they hold `: `", item, report)
                }
                _ => wrong_type(key, "a list of texts", item, report),
            })
            .collect()
    }

    /// A date, `YYYY-MM-DD`.
    pub fn date(&self, key: &str, report: &mut Report) -> Option<String> {
        let text = self.text(key, report)?;
        if is_date(&text.value) {
            return Some(text.value);
        }
        let mistake = Mistake::BadValue { key: key.to_owned(), expected: "a date as in 2027-05-01" };
        report.add(text.span, mistake);
        None
    }
}

fn wrong_type<T>(key: &str, expected: &'static str, found: &Placed<Value>, report: &mut Report) -> Option<T> {
    report.add(found.span.clone(), Mistake::WrongType { key: key.to_owned(), expected });
    None
}

/// Whether `text` is `YYYY-MM-DD` with a day that exists in that month.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let number = |part: &str, length: usize| -> Option<u32> {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse().ok())
            .flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_exist_in_the_calendar() {
        assert!(is_date("2028-02-29") && is_date("2026-12-31"));
        for wrong in ["2027-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-00", "2026-01", ""] {
            assert!(!is_date(wrong), "{wrong}");
        }
    }
}
