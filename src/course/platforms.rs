//! `platforms.toml`: dated facts about platforms.

use super::diagnostic::{Report, nearest};
use super::fields::{Fields, Placed, Value};
use super::id;
use super::mistake::Mistake;
use super::model::{Confidence, Counting, CountingUnit, Fact, Platform};
use super::settings;
use super::source::location;

const PLATFORM_KEYS: [&str; 5] = ["id", "name", "handle", "counting", "fact"];
const COUNTING_KEYS: [&str; 3] = ["unit", "limit", "link"];
const FACT_KEYS: [&str; 6] = ["id", "text", "source", "as_of", "review_by", "confidence"];

const UNITS: [(&str, CountingUnit); 4] = [
    ("character", CountingUnit::Character),
    ("grapheme", CountingUnit::Grapheme),
    ("utf16", CountingUnit::Utf16),
    ("weighted", CountingUnit::Weighted),
];

const CONFIDENCES: [(&str, Confidence); 3] = [
    ("verified", Confidence::Verified),
    ("conflict", Confidence::Conflict),
    ("unverified", Confidence::Unverified),
];

/// Reads the file; notes every fact that is past its review on the day `today`.
pub fn read(text: &str, today: &str, report: &mut Report) -> Vec<Platform> {
    let Some(fields) = settings::parse(text, report) else {
        return Vec::new();
    };
    fields.check_keys(&["platform"], report);
    let mut platforms: Vec<Platform> = Vec::new();
    let mut places: Vec<usize> = Vec::new();
    for fields in tables(&fields, "platform", report) {
        let Some(platform) = platform(fields, today, report) else { continue };
        let span = fields.get("id").map_or(0..0, |id| id.span.clone());
        match platforms.iter().position(|earlier| earlier.id == platform.id) {
            Some(earlier) => {
                let first = location("platforms.toml", text, places[earlier]);
                report.add(span, Mistake::DuplicateId { what: "platform", id: platform.id, first });
            }
            None => {
                places.push(span.start);
                platforms.push(platform);
            }
        }
    }
    platforms
}

/// The tables of a list of tables.
fn tables<'f>(fields: &'f Fields, key: &str, report: &mut Report) -> Vec<&'f Fields> {
    let Some(found) = fields.get(key) else {
        return Vec::new();
    };
    let tables = match &found.value {
        Value::List(items) => items
            .iter()
            .map(|item| match &item.value {
                Value::Table(table) => Some(table),
                _ => None,
            })
            .collect(),
        _ => None,
    };
    tables.unwrap_or_else(|| {
        let expected = "a list of tables, each under its own `[[…]]`";
        report.add(found.span.clone(), Mistake::WrongType { key: key.to_owned(), expected });
        Vec::new()
    })
}

fn platform(fields: &Fields, today: &str, report: &mut Report) -> Option<Platform> {
    fields.check_keys(&PLATFORM_KEYS, report);
    let id = required_id(fields, report);
    let name = required(fields, "name", report);
    let handle = fields.text("handle", report).map(|handle| handle.value);
    let counting = counting(fields, report);
    let facts = tables(fields, "fact", report);
    let known_as = id.as_deref().unwrap_or_default();
    let facts = facts.into_iter().filter_map(|found| fact(known_as, found, today, report)).collect();
    let id = id?;
    Some(Platform { name: name.map_or_else(|| id.clone(), |name| name.value), handle, counting, facts, id })
}

fn required(fields: &Fields, key: &'static str, report: &mut Report) -> Option<Placed<String>> {
    if fields.get(key).is_none() {
        report.add(fields.span.clone(), Mistake::MissingKey { key });
    }
    fields.text(key, report)
}

fn required_id(fields: &Fields, report: &mut Report) -> Option<String> {
    let id = required(fields, "id", report)?;
    if id::is_id(&id.value) {
        return Some(id.value);
    }
    report.add(id.span, Mistake::BadId { id: id.value });
    None
}

fn counting(fields: &Fields, report: &mut Report) -> Option<Counting> {
    let found = fields.get("counting")?;
    let Value::Table(counting) = &found.value else {
        let expected = "a table with unit and limit";
        report.add(found.span.clone(), Mistake::WrongType { key: "counting".to_owned(), expected });
        return None;
    };
    counting.check_keys(&COUNTING_KEYS, report);
    let unit = required(counting, "unit", report).and_then(|unit| {
        one_of(&unit, "unit", &UNITS, "`character`, `grapheme`, `utf16` or `weighted`", report)
    });
    if counting.get("limit").is_none() {
        report.add(found.span.clone(), Mistake::MissingKey { key: "limit" });
    }
    let limit = counting.whole("limit", 1..=1_000_000, "a whole number, 1 or more", report);
    let link = counting.whole("link", 1..=10_000, "a whole number, 1 or more", report);
    Some(Counting { unit: unit?, limit: limit?, link })
}

fn fact(platform: &str, fields: &Fields, today: &str, report: &mut Report) -> Option<Fact> {
    fields.check_keys(&FACT_KEYS, report);
    // All that is wrong with it is noted before it is given up.
    let id = required_id(fields, report);
    let text = required(fields, "text", report);
    let source = required(fields, "source", report).map(|source| source.value).unwrap_or_default();
    let as_of = required_date(fields, "as_of", report).unwrap_or_default();
    let review_by = required_date(fields, "review_by", report);
    let confidence = required(fields, "confidence", report).and_then(|confidence| {
        one_of(&confidence, "confidence", &CONFIDENCES, "`verified`, `conflict` or `unverified`", report)
    });
    let (id, text, review_by, confidence) = (id?, text?.value, review_by?, confidence?);
    if review_by.as_str() < today {
        let span = fields.get("review_by").map_or(0..0, |date| date.span.clone());
        report
            .add(span, Mistake::StaleFact { fact: format!("{platform}.{id}"), review_by: review_by.clone() });
    }
    Some(Fact { id, text, source, as_of, review_by, confidence })
}

fn required_date(fields: &Fields, key: &'static str, report: &mut Report) -> Option<String> {
    if fields.get(key).is_none() {
        report.add(fields.span.clone(), Mistake::MissingKey { key });
    }
    fields.date(key, report)
}

fn one_of<T: Copy>(
    written: &Placed<String>,
    key: &str,
    known: &[(&str, T)],
    expected: &'static str,
    report: &mut Report,
) -> Option<T> {
    let found = known.iter().find(|(word, _)| *word == written.value).map(|(_, value)| *value);
    if found.is_none() {
        report.add(written.span.clone(), Mistake::BadValue { key: key.to_owned(), expected });
    }
    found
}

/// The fact with this name, `mastodon.visibility`; the nearest name where there is none.
pub fn find<'p>(platforms: &'p [Platform], name: &str) -> Result<&'p Fact, Option<String>> {
    let names = platforms.iter().flat_map(|platform| {
        platform.facts.iter().map(move |fact| (format!("{}.{}", platform.id, fact.id), fact))
    });
    let names: Vec<(String, &Fact)> = names.collect();
    match names.iter().find(|(found, _)| found == name) {
        Some((_, fact)) => Ok(fact),
        None => Err(nearest(name, names.iter().map(|(found, _)| found.as_str()))),
    }
}
