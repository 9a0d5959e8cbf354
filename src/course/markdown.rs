//! Markdown as events with places, cut into sections at its headings.
//!
//! ```text
//! page      = section*
//! section   = [heading] body          a heading starts a section, whatever its level
//! heading   = #+ text [{ #id .class key=value … }]
//! ```
//!
//! Footnote definitions are taken out of the flow: a page shows them at its end.

use std::collections::BTreeMap;

use pulldown_cmark::{BrokenLink, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::id;
use super::source::Span;

/// A Markdown event and the bytes it stands on.
pub type Placed<'a> = (Event<'a>, Span);

/// The link target that stands for a clause until the page is rendered.
pub const CLAUSE_SCHEME: &str = "clause";

/// A parsed page.
#[derive(Debug, Default)]
pub struct Document<'a> {
    pub events: Vec<Placed<'a>>,
    /// Label, place and text of each footnote.
    pub footnotes: Vec<(String, Span, Vec<Placed<'a>>)>,
}

/// Parses `text` from `start` on; all places are offsets in `text`.
/// `[DSC-2]` becomes a link to that clause, and so does `[dsc-2]` where `clauses` has a `DSC-2`.
pub fn parse<'a>(text: &'a str, start: usize, clauses: &BTreeMap<String, bool>) -> Document<'a> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM;
    let clause_link = |link: BrokenLink<'_>| {
        let reference = link.reference.trim();
        let meant = id::is_clause_id(reference) || clauses.contains_key(&reference.to_uppercase());
        meant.then(|| (CowStr::from(format!("{CLAUSE_SCHEME}:{reference}")), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(&text[start..], options, Some(clause_link));
    let mut document = Document::default();
    for (event, span) in parser.into_offset_iter() {
        let span = span.start + start..span.end + start;
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                document.footnotes.push((label.to_string(), span, Vec::new()));
                document.events.push((Event::Start(Tag::FootnoteDefinition(label)), 0..0));
            }
            event => document.events.push((event, span)),
        }
    }
    document.take_out_footnotes();
    document
}

impl<'a> Document<'a> {
    fn take_out_footnotes(&mut self) {
        let mut inside = false;
        let mut next = 0;
        let mut kept = Vec::with_capacity(self.events.len());
        for (event, span) in std::mem::take(&mut self.events) {
            match event {
                Event::Start(Tag::FootnoteDefinition(_)) => inside = true,
                Event::End(TagEnd::FootnoteDefinition) => {
                    inside = false;
                    next += 1;
                }
                event if inside => self.footnotes[next].2.push((event, span)),
                event => kept.push((event, span)),
            }
        }
        self.events = kept;
    }

    /// The page cut at its top-level headings.
    pub fn sections(&self) -> Vec<Section<'_, 'a>> {
        let mut sections = Vec::new();
        let mut heading = None;
        let mut body_start = 0;
        let mut depth = 0_usize;
        let mut index = 0;
        while index < self.events.len() {
            match &self.events[index].0 {
                Event::Start(Tag::Heading { .. }) if depth == 0 => {
                    if heading.is_some() || index > body_start {
                        sections.push(Section { heading: heading.take(), body: &self.events[body_start..index] });
                    }
                    let end = self.heading_end(index);
                    heading = Some(Heading::new(&self.events[index..=end]));
                    index = end;
                    body_start = end + 1;
                }
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            index += 1;
        }
        if heading.is_some() || body_start < self.events.len() {
            sections.push(Section { heading, body: &self.events[body_start..] });
        }
        sections
    }

    fn heading_end(&self, start: usize) -> usize {
        let is_end = |(event, _): &Placed| matches!(event, Event::End(TagEnd::Heading(_)));
        self.events[start..].iter().position(is_end).map_or(start, |length| start + length)
    }
}

/// A heading with what follows it up to the next heading.
#[derive(Debug, Clone)]
pub struct Section<'d, 'a> {
    pub heading: Option<Heading<'d, 'a>>,
    pub body: &'d [Placed<'a>],
}

/// A heading and its attributes.
#[derive(Debug, Clone)]
pub struct Heading<'d, 'a> {
    pub level: usize,
    pub id: Option<String>,
    pub classes: Vec<String>,
    pub attributes: Vec<(String, Option<String>)>,
    pub span: Span,
    /// Its events without start and end.
    pub content: &'d [Placed<'a>],
}

impl<'d, 'a> Heading<'d, 'a> {
    fn new(events: &'d [Placed<'a>]) -> Self {
        let span = events[0].1.clone();
        let content = events.get(1..events.len() - 1).unwrap_or_default();
        let Event::Start(Tag::Heading { level, id, classes, attrs }) = &events[0].0 else {
            return Self { level: 6, id: None, classes: vec![], attributes: vec![], span, content };
        };
        Self {
            level: level_number(*level),
            id: id.as_ref().map(ToString::to_string),
            classes: classes.iter().map(ToString::to_string).collect(),
            attributes: attrs
                .iter()
                .map(|(key, value)| (key.to_string(), value.as_ref().map(ToString::to_string)))
                .collect(),
            span,
            content,
        }
    }

    /// Whether it has this class.
    pub fn has(&self, class: &str) -> bool {
        self.classes.iter().any(|found| found == class)
    }

    /// The value of an attribute: `Some(None)` where it stands without one.
    pub fn attribute(&self, key: &str) -> Option<Option<&str>> {
        self.attributes.iter().find(|(found, _)| found == key).map(|(_, value)| value.as_deref())
    }

    /// Its words without any markup.
    pub fn plain_text(&self) -> String {
        plain_text(self.content)
    }

    /// Where `written` stands in the heading's line; the whole line where it cannot be found.
    pub fn place_of(&self, text: &str, written: &str) -> Span {
        match text[self.span.clone()].rfind(written) {
            Some(at) => self.span.start + at..self.span.start + at + written.len(),
            None => self.line(text),
        }
    }

    /// The heading's line without its end.
    pub fn line(&self, text: &str) -> Span {
        let length = text[self.span.clone()].trim_end().len();
        self.span.start..self.span.start + length
    }
}

fn level_number(level: HeadingLevel) -> usize {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The words of some events without any markup, one blank between blocks.
pub fn plain_text(events: &[Placed]) -> String {
    let mut text = String::new();
    for (event, _) in events {
        match event {
            Event::Text(part) | Event::Code(part) => text.push_str(part),
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The events of the element that begins at `start`, both its ends included.
pub fn element<'d, 'a>(events: &'d [Placed<'a>], start: usize) -> &'d [Placed<'a>] {
    let mut depth = 0_usize;
    for (length, (event, _)) in events[start..].iter().enumerate() {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &events[start..=start + length];
        }
    }
    &events[start..]
}

/// The elements and inline events that stand directly in `events`, each as its own slice.
pub fn children<'d, 'a>(events: &'d [Placed<'a>]) -> Vec<&'d [Placed<'a>]> {
    let mut children = Vec::new();
    let mut at = 0;
    while at < events.len() {
        let child = element(events, at);
        at += child.len();
        children.push(child);
    }
    children
}

/// What stands between the two ends of an element.
pub fn inner<'d, 'a>(element: &'d [Placed<'a>]) -> &'d [Placed<'a>] {
    element.get(1..element.len().saturating_sub(1)).unwrap_or_default()
}

/// The place of some events, from the first to the end of the last.
pub fn place(events: &[Placed]) -> Span {
    let start = events.first().map_or(0, |(_, span)| span.start);
    let end = events.iter().map(|(_, span)| span.end).max().unwrap_or(start);
    start..end.max(start)
}

/// `span` without the blanks at its end.
pub fn trimmed(text: &str, span: Span) -> Span {
    span.start..span.start + text[span].trim_end().len()
}
