//! The file in which progress goes from one browser to another. This is the only
//! place that says its form.
//!
//! Form 1: `{"kind":"social-workshop progress","form":1,"course":…,"title":…,"count":N,"records":{ID:RECORD}}`.
//! Records are copied as they are stored, also those that this version cannot read.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::words::EN;

const KIND: &str = "social-workshop progress";
const FORM: u32 = 1;
/// Ten years of study are well below this.
const LARGEST: usize = 20_000_000;
/// Ids that this and later versions write are shorter.
const LONGEST_ID: usize = 100;

/// Records by their id: the text of each as it is stored.
pub type Records = BTreeMap<String, String>;

#[derive(Debug, Serialize, Deserialize)]
struct ProgressFile {
    kind: String,
    form: u32,
    course: String,
    #[serde(default)]
    title: String,
    count: usize,
    records: Records,
}

/// Why a file was refused. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    Empty,
    TooLarge,
    /// It begins like ours and stops in the middle.
    Cut,
    NotOurs,
    NewerForm,
    OtherCourse {
        title: String,
    },
    /// The number of records is not the one it names.
    Changed,
    BadId,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = &EN.refusals;
        match self {
            Refusal::Empty => f.write_str(words.empty),
            Refusal::TooLarge => f.write_str(words.too_large),
            Refusal::Cut => f.write_str(words.cut),
            Refusal::NotOurs => f.write_str(words.not_ours),
            Refusal::NewerForm => f.write_str(words.newer_form),
            Refusal::OtherCourse { title } => f.write_str(&(words.other_course)(title)),
            Refusal::Changed => f.write_str(words.changed),
            Refusal::BadId => f.write_str(words.bad_id),
        }
    }
}

/// The file for some records.
pub fn export(course: &str, title: &str, records: Records) -> String {
    let file = ProgressFile {
        kind: KIND.to_owned(),
        form: FORM,
        course: course.to_owned(),
        title: title.to_owned(),
        count: records.len(),
        records,
    };
    serde_json::to_string(&file).unwrap_or_default()
}

/// Reads a file that was exported from the course with this id.
pub fn import(course: &str, text: &str) -> Result<Records, Refusal> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Refusal::Empty);
    }
    if text.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| unreadable(text))?;
    if value.get("kind").and_then(|kind| kind.as_str()) != Some(KIND) {
        return Err(Refusal::NotOurs);
    }
    if value.get("form").and_then(serde_json::Value::as_u64).is_some_and(|form| form > u64::from(FORM)) {
        return Err(Refusal::NewerForm);
    }
    let file: ProgressFile = serde_json::from_value(value).map_err(|_| Refusal::Cut)?;
    if file.course != course {
        let title = if file.title.is_empty() { file.course } else { file.title };
        return Err(Refusal::OtherCourse { title });
    }
    if file.count != file.records.len() {
        return Err(Refusal::Changed);
    }
    if !file.records.keys().all(|id| is_record_id(id)) {
        return Err(Refusal::BadId);
    }
    Ok(file.records)
}

/// Not JSON: ours if it begins like ours.
fn unreadable(text: &str) -> Refusal {
    if text.starts_with('{') && text.contains(KIND) { Refusal::Cut } else { Refusal::NotOurs }
}

fn is_record_id(id: &str) -> bool {
    (1..=LONGEST_ID).contains(&id.len()) && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn records() -> Records {
        Records::from([("1-d-t".into(), "{\"form\":1}".into()), ("2-d-t".into(), "damaged \u{1F680}".into())])
    }

    #[test]
    fn what_was_exported_is_imported_also_where_it_is_damaged() {
        assert_eq!(import("c", &export("c", "Course", records())), Ok(records()));
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_reason() {
        let good = export("c", "Course", records());
        assert_eq!(import("c", ""), Err(Refusal::Empty));
        assert_eq!(import("c", "a,b\n1,2"), Err(Refusal::NotOurs));
        assert_eq!(import("c", "{}"), Err(Refusal::NotOurs));
        assert_eq!(import("c", "[1]"), Err(Refusal::NotOurs));
        assert_eq!(import("other", &good), Err(Refusal::OtherCourse { title: "Course".into() }));
        assert_eq!(
            import("c", &good.replace("\"form\":1,\"course", "\"form\":2,\"course")),
            Err(Refusal::NewerForm)
        );
        assert_eq!(import("c", &good.replace("\"count\":2", "\"count\":3")), Err(Refusal::Changed));
        assert_eq!(import("c", &good.replace("1-d-t", "1/d/t")), Err(Refusal::BadId));
    }

    proptest! {
        #[test]
        fn a_file_that_is_cut_is_refused(length in 0_usize..1000) {
            let good = export("c", "Course", records());
            let cut: String = good.chars().take(length.min(good.chars().count() - 1)).collect();
            prop_assert!(import("c", &cut).is_err());
        }
    }
}
