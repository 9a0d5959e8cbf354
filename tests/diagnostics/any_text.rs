//! Whatever an author writes: it is read, every diagnostic has a place, and the HTML is harmless.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use social_workshop::course::diagnostic::{Diagnostic, render, render_json};
use social_workshop::course::model::Course;
use social_workshop::course::slides::build;
use social_workshop::course::{placeholders, policy_lint};

use crate::course::{TestCourse, course, html};

/// Pieces of the format. What goes wrong goes wrong where two of them meet.
#[rustfmt::skip]
const FRAGMENTS: &[&str] = &[
    "---\n", "title: Größe\n", "id: a\n", "clauses: [DSC-1, x]\n", "minutes: 0x\n", "objectives:\n  - a: b\n",
    "version: 1\n", "choose: any\n", "title = \"T\"\n", "pass = 1_0\n", "[contact]\n", "recall_days = [1, 2]\n",
    "# T\n", "## Größe ", "### ", "{#q .quiz}", "{#q .quiz clause=DSC-2 critical}", "{.scenario clause=RGT-1}",
    "{#t .quiz .text}", "{.quiz .number tolerance=0,5}", "{.quiz .order}", "{.quiz .match}", "{.quiz .poll}",
    "{#v .quiz variant-of=q}", "{.scenario variant-of=q}", "{.many}", "1,000", "−2.5", "2. ", "| [x] | {#c} d |\n",
    "{.hint}", "{.why}", "{.fixed}", "{.notes}", "{#DSC}", "{#DSC-1 .yours}", "{ = }", "{#}", "{.", "}", "\\{",
    "{onclick=alert(1)}", "- [x] ", "- [ ] ", "- [] ", "* [X] ", "1. ", "- ", "  > ", "> ", ">\n", "    ", "\t",
    "{#b} ", "{#ü", "POST", "FIX", "DON’T", "YOURS", "handle\n: name\n", ": ", "ü", "🚀", "e\u{301}", "日本", "\0",
    "<details>\n", "</details>", "<kbd title=\"ü\n", "\">", "<b onclick=\"x\">", "<!-- ", " -->", "<br>", "&lt;", "<",
    "[DSC-2]", "[dsc-9]", "[a](../policy.md#DSC-1)", "[a](javascript:x)", "![ü](x.png)", "![](", "][", "](", "[",
    "]", ")", "<javascript:x>", "[r]: javascript:x\n", "[r]", "[^1]", "[^1]: ", "[^ü]: ", "[!TIP]", "[!ÜBER]",
    "| a | b |\n|---|:-:|\n", "| c |", "```\n", "`", "*", "**", "_", "~~", "\\", "===\n", "- <kbd>a\n", "[step]\n\n", "\n", "\n\n", " ", "a",
];

pub fn configuration() -> ProptestConfig {
    let default = ProptestConfig::default();
    ProptestConfig { cases: default.cases / 2, failure_persistence: None, ..default }
}

/// Pieces of the format in any order.
pub fn fragments() -> impl Strategy<Value = String> {
    proptest::collection::vec(proptest::sample::select(FRAGMENTS), 0..40).prop_map(|pieces| pieces.concat())
}

/// A course in which every file that authors write has this text.
pub fn in_every_role(text: &str) -> TestCourse {
    let course = course().body(text).policy(text).glossary(text).settings(text).platforms(text);
    course.file("01-start/index.md", text).file("02-end/01-end.md", text)
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let test = in_every_role(text);
    let (course, found) = test.read();
    have_places(&found, &test)?;
    stand_alone(&course)?;
    harmless(&html(&course))
}

/// Slides differ by their ids, and each part and each of its items is whole HTML without anchors.
fn stand_alone(course: &Course) -> Result<(), TestCaseError> {
    let notes = build::notes(course).notes;
    for lesson in build::slides(course).lessons {
        let ids: BTreeSet<&str> = lesson.slides.iter().map(|slide| slide.id.as_str()).collect();
        prop_assert_eq!(ids.len(), lesson.slides.len());
        let noted: Vec<_> = notes.get(&lesson.id).into_iter().flatten().map(|(id, _)| id.as_str()).collect();
        prop_assert!(noted.iter().all(|id| ids.contains(id)), "{noted:?} {ids:?}");
        for part in lesson.slides.iter().flat_map(|slide| slide.parts(true)) {
            let whole = format!("{}{}{}", part.before, part.items.concat(), part.after);
            for html in part.items.iter().chain([&whole]) {
                prop_assert!(is_whole(html), "{html}");
                prop_assert!(!html.split('<').skip(1).any(|tag| tag.contains(" id=\"")), "{html}");
            }
            harmless(&whole)?;
        }
    }
    Ok(())
}

/// Whether every tag has its partner.
fn is_whole(html: &str) -> bool {
    let mut open: BTreeMap<&str, usize> = BTreeMap::new();
    for tag in html.split('<').skip(1) {
        let name = tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default();
        match (open.get_mut(name), tag.starts_with('/')) {
            _ if ["br", "hr", "img"].contains(&name) => {}
            (Some(count), true) if *count > 0 => *count -= 1,
            (_, true) => return false,
            (_, false) => *open.entry(name).or_default() += 1,
        }
    }
    open.values().all(|count| *count == 0)
}

/// Each stands on whole characters of its file, and is shown to people and tools.
fn have_places(found: &[Diagnostic], test: &TestCourse) -> Result<(), TestCaseError> {
    for diagnostic in found {
        let text = test.folder().texts.get(&diagnostic.path).map_or("", |file| &file.text);
        let span = &diagnostic.span;
        prop_assert!(text.get(span.clone()).is_some(), "{diagnostic:?} in {text:?}");
        prop_assert!(!diagnostic.mistake.help().is_empty());
    }
    prop_assert_eq!(found.is_empty(), render(found, test.folder(), "", true).is_empty());
    prop_assert!(serde_json::from_str::<serde_json::Value>(&render_json(found, test.folder(), "a")).is_ok());
    Ok(())
}

/// Only tags and attributes that the workshop itself writes, and no address that runs a program.
fn harmless(html: &str) -> Result<(), TestCaseError> {
    const TAGS: &str = " a abbr aside blockquote br code dd del details dl dt em h1 h2 h3 h4 h5 h6 hr img kbd li ol p \
                        pre strong sub summary sup table tbody td th thead tr ul ";
    const ATTRIBUTES: &str = " alt aria-label class dir href id lang open rel role scope src start title ";
    for tag in html.split('<').skip(1) {
        let (inside, _) = tag.split_once('>').unwrap_or((tag, ""));
        let name = inside.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
        prop_assert!(TAGS.contains(&format!(" {} ", name.unwrap_or_default())), "<{inside}> in {html}");
        // Outside of quotation marks stand names alone.
        for attributes in inside.split('"').step_by(2) {
            for attribute in
                attributes.split_whitespace().filter(|word| word.ends_with('=') || *word == "open")
            {
                let attribute = format!(" {} ", attribute.trim_end_matches('='));
                prop_assert!(ATTRIBUTES.contains(&attribute), "<{inside}> in {html}");
            }
        }
        prop_assert!(!inside.to_lowercase().contains("\"javascript:"), "<{inside}> in {html}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn any_characters_are_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_front_matter_is_read(yaml in "(?s).{0,60}|[a-z:\\[\\]{}&*!|>'\"%@`#, \n\t-]{0,60}") {
        check(&format!("---\n{yaml}\n---\nText.\n"))?;
    }

    #[test]
    fn any_pieces_of_the_format_are_read(text in fragments()) {
        check(&text)?;
    }

    #[test]
    fn any_pieces_behind_a_question_of_any_kind_are_read(
        kind in "many|text|number|order|match|poll",
        start in "- |1\\. |- \\[x\\] |\\| a \\| b \\|\n\\|---\\|---\\|\n\\| ",
        text in fragments(),
    ) {
        check(&format!("---\ntitle: T\n---\n## Q {{#q .quiz .{kind}}}\n\n{start}{{#a}} {text}"))?;
    }

    #[test]
    fn any_pieces_behind_a_question_are_read(text in fragments()) {
        check(&format!("---\ntitle: T\n---\n## Q {{#q .quiz}}\n\n- [x] {{#a}} {text}"))?;
    }
}

proptest! {
    // Each case compiles the rules anew.
    #![proptest_config(ProptestConfig { cases: 32, ..configuration() })]

    #[test]
    fn any_policy_is_linted(text in fragments(), words in "[İẞü ]{0,4}(Confidential|confi\\*dential\\*|never negative)?") {
        let test = course().policy(&format!("{text}\n\n{words}"));
        have_places(&policy_lint::lint(&test.folder().texts["policy.md"]), &test)?;
    }
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn placeholders_stand_on_whole_characters(text in "([ü\\[\\] (a]|TODO|example\\.com){0,20}|.{0,20}") {
        let test = course().body(&text);
        let file = &test.folder().texts["01-start/01-why.md"];
        for span in placeholders::find(file) {
            prop_assert!(file.text.get(span).is_some());
        }
    }
}

#[test]
fn deep_nesting_is_read() {
    let lists: String = (0..200).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    for text in [
        ">".repeat(5000) + "a",
        "[".repeat(5000),
        "![a".repeat(500) + &"](x.png)".repeat(500),
        "<details>".repeat(500),
        format!("---\nobjectives: {}\n---\n", "[".repeat(5000)),
        format!("recall_days = {}", "[".repeat(5000)),
        lists,
    ] {
        check(&text).expect("harmless");
    }
}
