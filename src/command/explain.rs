//! `workshop check --explain CODE`: a diagnostic's part of the manual.

use super::Stop;
use crate::course::diagnostic::nearest;

/// The page that explains each code under a heading of its own.
const MANUAL: &str = include_str!("../../docs/diagnostics.md");

/// The explanation of a code.
pub fn explain(code: &str) -> Result<&'static str, Stop> {
    let code = code.trim().trim_matches(['[', ']', '`']);
    sections().find(|(found, _)| *found == code).map(|(_, text)| text).ok_or_else(|| Stop::UnknownCode {
        code: code.to_owned(),
        nearest: nearest(code, sections().map(|(found, _)| found)),
    })
}

/// Code and text of each part.
fn sections() -> impl Iterator<Item = (&'static str, &'static str)> {
    MANUAL.split("\n## ").skip(1).filter_map(|section| {
        let (code, text) = section.split_once('\n')?;
        Some((code.trim(), text.trim()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_part_of_the_manual() {
        // The codes are the strings in the one function that gives them.
        let source = include_str!("../course/mistake.rs");
        let codes = source.lines().filter_map(|line| {
            let (pattern, code) = line.trim().strip_prefix("Mistake::")?.split_once("=> \"")?;
            (!pattern.is_empty()).then(|| code.trim_end_matches("\","))
        });
        let codes: Vec<&str> = codes.collect();
        assert!(codes.len() > 50);
        for code in &codes {
            assert!(explain(code).is_ok_and(|text| !text.is_empty()), "{code} is not explained");
        }
        for (section, _) in sections() {
            assert!(codes.contains(&section), "{section} is explained, but no diagnostic has this code");
        }
    }

    #[test]
    fn a_misspelt_code_names_the_nearest() {
        let stop = explain("unknwon-key").expect_err("no such code");
        assert_eq!(stop.to_string(), "there is no diagnostic `unknwon-key`. Did you mean `unknown-key`?");
    }
}
