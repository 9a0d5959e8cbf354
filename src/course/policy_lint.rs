//! What counsel should look at in a policy: wording that reaches too far, and what is missing.

use std::collections::BTreeMap;

use super::diagnostic::{Diagnostic, Report};
use super::front_matter;
use super::id;
use super::markdown::{self, Placed, Section, children, inner, place, plain_text};
use super::mistake::Mistake;
use super::overbreadth::Overbreadth;
use super::source::{SourceFile, Span};

/// Begins an example, which shows a rule and is none.
const EXAMPLES: [&str; 6] = ["Fine", "Not fine", "Helpful", "Not helpful", "Example", "Why"];

/// A thing that a careful policy says, the words by which it is known, and why it matters.
const NEEDED: [(&str, &[&str], &str); 3] = [
    (
        "sentence on reporting to authorities",
        &["authority", "authorities", "regulator", "whistle"],
        "several laws void a policy that seems to forbid such reports",
    ),
    (
        "rule to disclose in the post itself",
        &["post itself", "in the post", "start of the post"],
        "readers must be able to see a material connection where they read",
    ),
    ("contact", &["contact", "ask ", "@"], "people need somebody to ask"),
];

/// Lints `policy.md`.
pub fn lint(file: &SourceFile) -> Vec<Diagnostic> {
    let mut report = Report::on(&file.path);
    let front = front_matter::read(&file.text, &mut Report::on(&file.path));
    let document = markdown::parse(&file.text, front.body_start, &BTreeMap::new());
    let sections = document.sections();
    let Some(rules) = Overbreadth::new() else {
        return Vec::new();
    };
    for section in sections.iter().filter(|section| !protects(section)) {
        let clause = section.heading.as_ref().and_then(|heading| heading.id.clone());
        let clause = clause.unwrap_or_else(|| "the introduction".to_owned());
        for (words, span) in passages(section.body) {
            for finding in rules.find(&words) {
                let span = written(&file.text, &span, &finding.words);
                report.add(
                    span,
                    Mistake::OverbroadWording {
                        clause: clause.clone(),
                        words: finding.words,
                        reason: finding.reason,
                    },
                );
            }
        }
    }
    let whole = plain_text(&document.events);
    if Overbreadth::undefined_confidential(&whole) {
        let reason = "it is not defined, so it can be read to cover pay and working conditions; say what it means and what not";
        let span = ignoring_case(&file.text, front.body_start, "confidential").unwrap_or(0..0);
        report.add(
            span,
            Mistake::OverbroadWording { clause: "this policy".into(), words: "confidential".into(), reason },
        );
    }
    missing(&whole, &sections, &mut report);
    if front.fields.is_none_or(|fields| fields.get("review_by").is_none()) {
        let reason = "law and platforms change within months";
        report.add(0..0, Mistake::PolicyLacks { what: "review date (`review_by`)", reason });
    }
    report.into_diagnostics()
}

/// Whether a section is a clause that protects the employee.
fn protects(section: &Section) -> bool {
    section.heading.as_ref().is_some_and(|heading| heading.has("yours"))
}

fn missing(whole: &str, sections: &[Section], report: &mut Report) {
    let clauses = || sections.iter().filter_map(|section| section.heading.as_ref());
    let is_right = |id: &Option<String>| id.as_deref().is_some_and(id::is_clause_id);
    if !clauses().any(|heading| heading.has("yours") && is_right(&heading.id)) {
        let reason =
            "say that nothing limits talk about pay and working conditions, and that this wins over all else";
        report
            .add(0..0, Mistake::PolicyLacks { what: "clause that protects the employee (`.yours`)", reason });
    }
    let lower = whole.to_lowercase();
    for (what, words, reason) in NEEDED {
        if !words.iter().any(|word| lower.contains(word)) {
            report.add(0..0, Mistake::PolicyLacks { what, reason });
        }
    }
}

/// The words of each paragraph and list item, without examples.
fn passages(body: &[Placed]) -> Vec<(String, Span)> {
    let mut passages = Vec::new();
    for child in children(body) {
        let is_list =
            matches!(child.first(), Some((pulldown_cmark::Event::Start(pulldown_cmark::Tag::List(_)), _)));
        let parts = if is_list { children(inner(child)) } else { vec![child] };
        for part in parts {
            let words = plain_text(part);
            if !EXAMPLES.iter().any(|example| words.starts_with(&format!("{example}:"))) {
                passages.push((words, place(part)));
            }
        }
    }
    passages
}

/// Where an ASCII word stands from `start` on.
fn ignoring_case(text: &str, start: usize, word: &str) -> Option<Span> {
    let mut windows = text.as_bytes()[start..].windows(word.len());
    let at = start + windows.position(|found| found.eq_ignore_ascii_case(word.as_bytes()))?;
    Some(at..at + word.len())
}

fn written(text: &str, span: &Span, words: &str) -> Span {
    match text[span.clone()].find(words) {
        Some(at) => span.start + at..span.start + at + words.len(),
        None => span.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(policy: &str) -> Vec<String> {
        lint(&SourceFile::new("policy.md", policy)).iter().map(|found| found.mistake.to_string()).collect()
    }

    #[test]
    fn the_shipped_policy_gives_no_reason_to_ask() {
        assert_eq!(codes(include_str!("../../lessons/policy.md")), Vec::<String>::new());
    }

    #[test]
    fn a_careless_policy_is_pointed_at_clause_by_clause() {
        let found = codes(
            "---\nversion: 1\n---\n## Rules {#ABC}\n### One {#ABC-1}\nEmployees must not post negative comments.\n\n\
             ### Two {#ABC-2}\nConfidential matters must not be shared.\n",
        );
        let beginnings = [
            "ask counsel about “negative” in ABC-1",
            "ask counsel about “confidential”",
            "ask counsel: this policy has no clause that protects",
            "ask counsel: this policy has no sentence on reporting",
            "ask counsel: this policy has no rule to disclose",
            "ask counsel: this policy has no contact",
            "ask counsel: this policy has no review date",
        ];
        assert_eq!(found.len(), beginnings.len(), "{found:#?}");
        for (words, beginning) in found.iter().zip(beginnings) {
            assert!(words.starts_with(beginning), "{words}");
        }
        assert!(!found.concat().contains("illegal"));
    }
}
