//! `course.toml`: what holds for the whole course.

mod lrs;

use toml::de::{DeTable, DeValue};

use super::diagnostic::Report;
use super::fields::{Fields, Placed, Value};
use super::id;
use super::mistake::Mistake;
use super::model::{Contact, Settings};

const KEYS: [&str; 8] = ["title", "id", "language", "pass", "recall_days", "assigned_by", "contact", "lrs"];
const CONTACT_KEYS: [&str; 2] = ["name", "email"];

/// Reads `course.toml`; `folder_name` gives the id where the file does not.
pub fn read(text: &str, folder_name: &str, report: &mut Report) -> Settings {
    let Some(fields) = parse(text, report) else {
        return Settings { id: default_id(folder_name), ..Settings::default() };
    };
    fields.check_keys(&KEYS, report);
    let defaults = Settings::default();
    let title = fields.text("title", report);
    if title.is_none() && fields.get("title").is_none() {
        report.add(0..0, Mistake::MissingKey { key: "title" });
    }
    Settings {
        title: title.map(|title| title.value).unwrap_or_default(),
        id: course_id(&fields, folder_name, report),
        language: language(&fields, report).unwrap_or(defaults.language),
        pass: fields.whole("pass", 0..=100, "a percentage from 0 to 100", report).unwrap_or(defaults.pass),
        recall_days: recall_days(&fields, report).unwrap_or(defaults.recall_days),
        assigned_by: assigned_by(&fields, report),
        contact: contact(&fields, report),
        lrs: lrs::read(&fields, report),
    }
}

/// The id of a course that names none.
pub fn default_id(folder_name: &str) -> String {
    let slug = id::slug(folder_name);
    if slug.is_empty() { "course".to_owned() } else { slug }
}

fn course_id(fields: &Fields, folder_name: &str, report: &mut Report) -> String {
    match fields.text("id", report) {
        Some(given) if id::is_id(&given.value) => given.value,
        Some(given) => {
            report.add(given.span, Mistake::BadId { id: given.value.clone() });
            default_id(folder_name)
        }
        None => default_id(folder_name),
    }
}

fn language(fields: &Fields, report: &mut Report) -> Option<String> {
    let language = fields.text("language", report)?;
    let possible = language
        .value
        .split('-')
        .all(|part| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric()));
    if possible {
        return Some(language.value);
    }
    let expected = "a language as in \"en\" or \"de-AT\"";
    report.add(language.span, Mistake::BadValue { key: "language".to_owned(), expected });
    None
}

fn recall_days(fields: &Fields, report: &mut Report) -> Option<Vec<u32>> {
    const EXPECTED: &str = "a list of days, each later than the one before, as in [3, 14, 35]";
    let found = fields.get("recall_days")?;
    let days: Option<Vec<u32>> = match &found.value {
        Value::List(items) => items
            .iter()
            .map(|item| match item.value {
                Value::Whole(day @ 1..=3650) => u32::try_from(day).ok(),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    let days = days.filter(|days| days.windows(2).all(|pair| pair[0] < pair[1]));
    if days.is_none() {
        report
            .add(found.span.clone(), Mistake::BadValue { key: "recall_days".to_owned(), expected: EXPECTED });
    }
    days
}

/// The public keys of those who assign: 32 bytes each, base64url.
fn assigned_by(fields: &Fields, report: &mut Report) -> Vec<String> {
    const EXPECTED: &str = "a list of public keys, each of 43 letters, as the Assign page shows its own";
    let Some(found) = fields.get("assigned_by") else { return Vec::new() };
    let Value::List(items) = &found.value else {
        let key = "assigned_by".to_owned();
        report.add(found.span.clone(), Mistake::WrongType { key, expected: EXPECTED });
        return Vec::new();
    };
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    let is_key = |text: &str| text.len() == 43 && text.chars().all(is_letter);
    let mut keys = Vec::new();
    for item in items {
        match &item.value {
            Value::Text(key) if is_key(key) => keys.push(key.clone()),
            _ => {
                let key = "assigned_by".to_owned();
                report.add(item.span.clone(), Mistake::BadValue { key, expected: EXPECTED });
            }
        }
    }
    keys
}

fn contact(fields: &Fields, report: &mut Report) -> Option<Contact> {
    let found = fields.get("contact")?;
    let Value::Table(contact) = &found.value else {
        let expected = "a table with a name and an email";
        report.add(found.span.clone(), Mistake::WrongType { key: "contact".to_owned(), expected });
        return None;
    };
    contact.check_keys(&CONTACT_KEYS, report);
    let name = contact.text("name", report);
    if name.is_none() && contact.get("name").is_none() {
        report.add(contact.span.clone(), Mistake::MissingKey { key: "name" });
    }
    let email = contact.text("email", report).and_then(|email| {
        if email.value.contains('@') && !email.value.contains(char::is_whitespace) {
            return Some(email.value);
        }
        let expected = "an address as in people@example.com";
        report.add(email.span, Mistake::BadValue { key: "email".to_owned(), expected });
        None
    });
    Some(Contact { name: name?.value, email })
}

pub fn parse(text: &str, report: &mut Report) -> Option<Fields> {
    match DeTable::parse(text) {
        Ok(table) => Some(fields(table.get_ref(), 0..0)),
        Err(error) => {
            let span = error.span().unwrap_or(0..0);
            let mistake = match (error.message(), text.get(span.clone())) {
                ("duplicate key", Some(key)) => Mistake::DuplicateKey { key: key.to_owned() },
                (reason, _) => Mistake::BadToml { reason: reason.replace('\n', ", ") },
            };
            report.add(span, mistake);
            None
        }
    }
}

fn fields(table: &DeTable, span: std::ops::Range<usize>) -> Fields {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, entry)| {
            let name = Placed { value: key.get_ref().to_string(), span: key.span() };
            (name, Placed { value: value(entry.get_ref(), entry.span()), span: entry.span() })
        })
        .collect();
    entries.sort_by_key(|(key, _)| key.span.start);
    Fields { entries, span, broken: false }
}

fn value(found: &DeValue, span: std::ops::Range<usize>) -> Value {
    match found {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => i64::from_str_radix(&number.as_str().replace('_', ""), number.radix())
            .map_or(Value::Other, Value::Whole),
        DeValue::Datetime(date) => Value::Text(date.to_string()),
        DeValue::Array(items) => Value::List(
            items
                .iter()
                .map(|item| Placed { value: value(item.get_ref(), item.span()), span: item.span() })
                .collect(),
        ),
        DeValue::Table(table) => Value::Table(fields(table, span)),
        _ => Value::Other,
    }
}
