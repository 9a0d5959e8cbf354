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

use pulldown_cmark::{
    BrokenLink, CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeWithOffset,
};

use super::id;
use super::source::Span;

/// A Markdown event and the bytes it stands on.
pub type Placed<'a> = (Event<'a>, Span);

/// A parsed page.
#[derive(Debug, Default)]
pub struct Document<'a> {
    pub events: Vec<Placed<'a>>,
    /// Label, place and text of each footnote.
    pub footnotes: Vec<(String, Span, Vec<Placed<'a>>)>,
}

/// Parses `text` from `start` on; all places are offsets in `text`.
/// `[DSC-2]` becomes a link of an unknown reference with that clause as its target.
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
        means_clause(reference, clauses).then(|| (CowStr::from(reference.to_owned()), CowStr::from("")))
    };
    let parser = Parser::new_with_broken_link_callback(&text[start..], options, Some(clause_link));
    let mut document = Document::default();
    let mut open = Vec::new();
    for (event, span) in TextMergeWithOffset::new(parser.into_offset_iter()) {
        let span = span.start + start..span.end + start;
        match event {
            Event::Start(Tag::FootnoteDefinition(label)) => {
                open.push(document.footnotes.len());
                document.footnotes.push((label.to_string(), span, Vec::new()));
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                open.pop();
            }
            event => match open.last() {
                Some(&footnote) => push(&mut document.footnotes[footnote].2, event, span),
                None => push(&mut document.events, event, span),
            },
        }
    }
    document
}

/// Whether a reference means a clause: `DSC-2`, or in a wrong spelling a known one
/// (`dsc-2`, `DSC 2`) or one of a known group (`dsc-99`).
fn means_clause(reference: &str, clauses: &BTreeMap<String, bool>) -> bool {
    let squeezed =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    let (upper, bare) = (reference.to_uppercase(), squeezed(reference));
    let same_group =
        |clause: &str| id::is_clause_id(&upper) && upper.split('-').next() == clause.split('-').next();
    id::is_clause_id(reference) || clauses.keys().any(|clause| squeezed(clause) == bare || same_group(clause))
}

/// Adds an event; the lines of one piece of HTML become one event.
fn push<'a>(events: &mut Vec<Placed<'a>>, event: Event<'a>, span: Span) {
    match (events.last_mut(), &event) {
        (Some((Event::Html(before), place)), Event::Html(html)) if place.end == span.start => {
            *before = format!("{before}{html}").into();
            place.end = span.end;
        }
        _ => events.push((event, span)),
    }
}

impl<'a> Document<'a> {
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
                        sections
                            .push(Section { heading: heading.take(), body: &self.events[body_start..index] });
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
    /// The heading that these events are, both its ends included.
    pub fn new(events: &'d [Placed<'a>]) -> Self {
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

    /// Whether it has this attribute, with a value or without one.
    pub fn has_attribute(&self, key: &str) -> bool {
        self.attributes.iter().any(|(found, _)| found == key)
    }

    /// The value of an attribute.
    pub fn attribute(&self, key: &str) -> Option<&str> {
        let (_, value) = self.attributes.iter().find(|(found, _)| found == key)?;
        value.as_deref().filter(|value| !value.is_empty())
    }

    /// The words between its braces, as they are written.
    pub fn words<'t>(&self, text: &'t str) -> Vec<Word<'t>> {
        let content_end = self.content.iter().map(|(_, span)| span.end).max().unwrap_or(self.span.start);
        let written = text.get(content_end..self.span.end).unwrap_or_default();
        let (Some(open), Some(close)) = (written.find('{'), written.find('}')) else {
            return Vec::new();
        };
        let mut words: Vec<Word> = Vec::new();
        let mut at = content_end + open + 1;
        let inside = written.get(open + 1..close).unwrap_or_default();
        for piece in inside.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = piece.trim_ascii_end();
            let span = at..at + word.len();
            at += piece.len();
            match words.last_mut() {
                _ if word.is_empty() => {}
                // `clause = DSC-2`: the blanks take the key its value.
                Some(key) if word.starts_with('=') || text[key.span.clone()].ends_with('=') => {
                    key.value = Some("");
                    key.span.end = span.end;
                }
                _ => words.push(Word::new(word, span)),
            }
        }
        words
    }

    /// Its words without any markup.
    pub fn plain_text(&self) -> String {
        plain_text(self.content)
    }

    /// Where a word (`#id`, `.class`) or the key of one stands; the whole line where there is none.
    pub fn place_of(&self, text: &str, written: &str) -> Span {
        let words = self.words(text);
        let found = words.iter().rfind(|word| word.name == written);
        found.map_or_else(|| self.line(text), |word| word.span.clone())
    }

    /// The heading's line without its end.
    pub fn line(&self, text: &str) -> Span {
        let length = text[self.span.clone()].trim_end().len();
        self.span.start..self.span.start + length
    }
}

/// A word between the braces of a heading: `#id`, `.class` or `key=value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word<'t> {
    /// With its `#` or `.`.
    pub name: &'t str,
    pub value: Option<&'t str>,
    pub span: Span,
}

impl<'t> Word<'t> {
    fn new(word: &'t str, span: Span) -> Self {
        match word.split_once('=') {
            Some((name, value)) if !word.starts_with(['#', '.']) => Self { name, value: Some(value), span },
            _ => Self { name: word, value: None, span },
        }
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
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                text.push(' ')
            }
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

/// Where one of some patterns stands in a part of the text with no backslash before it.
pub fn unescaped<'t>(text: &'t str, span: &Span, patterns: &'t [&str]) -> impl Iterator<Item = usize> + 't {
    let end = span.end;
    (span.start..end).filter(move |at| {
        let begins = |part: &str| patterns.iter().any(|pattern| part.starts_with(pattern));
        text.get(*at..end).is_some_and(begins) && !text[..*at].ends_with('\\')
    })
}

/// `span` without the blanks at its end.
pub fn trimmed(text: &str, span: Span) -> Span {
    span.start..span.start + text[span].trim_end().len()
}
