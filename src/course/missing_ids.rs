//! Ids that an author has not written yet, and where they go.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use super::diagnostic::Report;
use super::front_matter;
use super::id;
use super::markdown::{self, Heading, Placed, children, inner, place, plain_text};
use super::model::Kind;
use super::question::{kind, pairs, shape};

/// A text to insert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub at: usize,
    pub insert: String,
}

impl Edit {
    /// `text` with all edits made.
    pub fn apply(edits: &[Edit], text: &str) -> String {
        let mut result = text.to_owned();
        let mut edits: Vec<&Edit> = edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse(edit.at));
        for edit in edits {
            result.insert_str(edit.at, &edit.insert);
        }
        result
    }
}

/// The ids missing in a lesson: the slugs by which its questions and options are known now.
pub fn find(text: &str) -> Vec<Edit> {
    let mut quiet = Report::on("");
    let start = front_matter::read(text, &mut quiet).body_start;
    let document = markdown::parse(text, start, &BTreeMap::new());
    let mut edits = Vec::new();
    for section in document.sections() {
        let Some(heading) = section.heading else { continue };
        if !heading.has("quiz") && !heading.has("scenario") {
            continue;
        }
        edits.extend(heading_id(&heading, text));
        match kind::named(&heading) {
            Kind::Scenario => {}
            Kind::Order | Kind::Poll => {
                let list = shape::wanted(kind::named(&heading)).find(section.body).unwrap_or_default();
                item_ids(list, text, &mut edits);
            }
            Kind::Match => {
                let table = shape::wanted(Kind::Match).find(section.body).unwrap_or_default();
                pair_ids(table, text, &mut edits);
            }
            _ => option_ids(section.body, text, &mut edits),
        }
    }
    edits
}

fn heading_id(heading: &Heading, text: &str) -> Option<Edit> {
    let slug = id::slug(&heading.plain_text());
    if heading.id.is_some() || slug.is_empty() {
        return None;
    }
    let line = heading.line(text);
    let brace = text[line.clone()].rfind('{')?;
    Some(Edit { at: line.start + brace + 1, insert: format!("#{slug} ") })
}

fn option_ids(body: &[Placed], text: &str, edits: &mut Vec<Edit>) {
    let mut seen = BTreeSet::new();
    for (index, (event, marker)) in body.iter().enumerate() {
        let Event::TaskListMarker(_) = event else { continue };
        if text[marker.end..].trim_start().starts_with('{') {
            continue;
        }
        let slug = id::slug(&plain_text(option_text(&body[index + 1..])));
        if !slug.is_empty() && seen.insert(slug.clone()) {
            // Right behind the brackets: the text may begin with a backslash or a link.
            edits.push(Edit { at: marker.end, insert: format!(" {{#{slug}}}") });
        }
    }
}

/// The ids of steps and of a poll's options.
fn item_ids(list: &[Placed], text: &str, edits: &mut Vec<Edit>) {
    let mut seen = BTreeSet::new();
    for item in children(inner(list)) {
        let written = &text[place(item)];
        // Right behind the number or the dash: the text may begin with a backslash or a link.
        let behind = written.find(char::is_whitespace).unwrap_or(written.len());
        if written[behind..].trim_start_matches(' ').starts_with(['{', '\n']) {
            continue;
        }
        let slug = id::slug(&plain_text(&shape::text_and_blocks(item).0));
        if !slug.is_empty() && seen.insert(slug.clone()) {
            edits.push(Edit { at: place(item).start + behind, insert: format!(" {{#{slug}}}") });
        }
    }
}

/// The ids of pairs, in the left cells.
fn pair_ids(table: &[Placed], text: &str, edits: &mut Vec<Edit>) {
    let mut seen = BTreeSet::new();
    for row in pairs::rows(table) {
        let Some(left) = children(inner(row)).into_iter().next() else { continue };
        let written = &text[place(left)];
        let at = place(left).start + written.len() - written.trim_start().len();
        let slug = id::slug(&plain_text(inner(left)));
        if !text[at..].starts_with('{') && !slug.is_empty() && seen.insert(slug.clone()) {
            edits.push(Edit { at, insert: format!("{{#{slug}}} ") });
        }
    }
}

/// The inline events of an option, up to its reason or its end.
fn option_text<'d, 'a>(events: &'d [Placed<'a>]) -> &'d [Placed<'a>] {
    let is_block = |(event, _): &Placed| {
        matches!(
            event,
            Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Paragraph | Tag::Item)
                | Event::End(pulldown_cmark::TagEnd::Item | pulldown_cmark::TagEnd::Paragraph)
        )
    };
    &events[..events.iter().position(is_block).unwrap_or(events.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    const KINDS: &str = "## Order {#order .quiz .order}\n\n1. *First*\n2. {#then} Then\n10)  \\* Last\n\n## Match {#match .quiz .match}\n\n| a | b |\n|---|---|\n|  Left|c |\n| {#d} d | e |\n\n## Poll {#poll .quiz .poll}\n\nWhich?\n\n- Here\n\n- `There`\n\n## Text {#text .quiz .text}\n\n- [x] Word\n\n## Number {#number .quiz .number}\n\n- [x] 23\n";

    const LESSON: &str = "---\ntitle: T\n---\n## Where does it *go*? {.quiz clause=DSC-2}\n\nText\n\n- [ ] In my profile\n  > No.\n- [x] {#start} At the start\n  > Yes.\n- [ ] **Nowhere**\n  > No.\n\n## Post {.scenario}\n\n- [x] POST\n  > Yes.\n";

    #[test]
    fn missing_ids_are_the_slugs_in_use() {
        let written = Edit::apply(&find(LESSON), LESSON);
        let expected = LESSON
            .replace("{.quiz", "{#where-does-it-go .quiz")
            .replace("[ ] In my", "[ ] {#in-my-profile} In my")
            .replace("[ ] **Now", "[ ] {#nowhere} **Now")
            .replace("{.scenario", "{#post .scenario");
        assert_eq!(written, expected);
    }

    #[test]
    fn each_kind_has_its_place_for_them() {
        let expected = KINDS
            .replace("1. *First*", "1. {#first} *First*")
            .replace("|  Left|", "|  {#left} Left|")
            .replace("- Here", "- {#here} Here")
            .replace("- `There`", "- {#there} `There`")
            .replace("[x] Word", "[x] {#word} Word")
            .replace("[x] 23", "[x] {#23} 23");
        assert_eq!(Edit::apply(&find(KINDS), KINDS), expected);
    }

    #[test]
    fn a_second_run_finds_nothing() {
        for lesson in [LESSON, KINDS] {
            let written = Edit::apply(&find(lesson), lesson);
            assert_eq!(find(&written), []);
        }
    }
}
