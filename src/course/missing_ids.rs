//! Ids that an author has not written yet, and where they go.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Tag};

use super::diagnostic::Report;
use super::front_matter;
use super::id;
use super::markdown::{self, Heading, Placed, plain_text};

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
        if heading.has("quiz") {
            option_ids(section.body, text, &mut edits);
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
    fn a_second_run_finds_nothing() {
        let written = Edit::apply(&find(LESSON), LESSON);
        assert_eq!(find(&written), []);
    }
}
