//! Prose cut into pieces while it is rendered: a page shows them in a row, a slide each by itself.
//!
//! Terms, footnotes and anchors are counted once, and mistakes noted once, however often
//! a piece is shown.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::attributes;
use super::block::{Piece, PieceKind};
use super::markdown::{Heading, Placed, children, element, inner};
use super::model::Html;
use super::render::{Page, Rendering, heading_html};
use super::slides::PartKind;

/// A piece whose HTML is not written yet: indexes among the events that are to be written.
struct Cut {
    kind: PieceKind,
    start: usize,
    items: Vec<Range<usize>>,
    first_number: Option<u64>,
}

impl Page<'_> {
    /// The pieces of some prose, with the first use of each glossary term as a link.
    pub fn pieces(&mut self, events: &[Placed]) -> Vec<Piece> {
        let text = self.text;
        let mut rendering = Rendering::new(self, true);
        let mut out = Vec::with_capacity(events.len());
        let mut cuts: Vec<Cut> = Vec::new();
        for child in children(events) {
            if rendering.tags.is_open() {
                // Between `<details>` and `</details>` all is one.
                rendering.read(child, &mut out);
                continue;
            }
            let cut = if is_break(child, text) {
                Cut { kind: PieceKind::Break, start: out.len(), items: Vec::new(), first_number: None }
            } else {
                cut(child, &mut rendering, &mut out)
            };
            cuts.push(cut);
        }
        let closing = rendering.finish();
        write(cuts, out, &closing)
    }

    /// A heading as a piece; its id becomes an anchor of the page.
    pub fn heading_piece(&mut self, heading: &Heading) -> Piece {
        let (id, title) = self.heading_parts(heading);
        self.plan(&id, heading);
        let html = heading_html(heading.level, &id, &title);
        let kind = PieceKind::Heading { level: heading.level, id, title };
        Piece { kind, html, ..Piece::default() }
    }

    /// Keeps the minutes that a heading plans.
    pub fn plan(&mut self, id: &str, heading: &Heading) {
        self.planned.extend(attributes::minutes(heading).map(|minutes| (id.to_owned(), minutes)));
    }
}

/// `---`; with asterisks or underscores it is a rule that a page shows.
fn is_break(child: &[Placed], text: &str) -> bool {
    matches!(child, [(Event::Rule, span)] if text[span.clone()].trim_start().starts_with('-'))
}

/// Reads a block and notes where it can be divided.
fn cut<'e>(child: &[Placed<'e>], rendering: &mut Rendering, out: &mut Vec<Event<'e>>) -> Cut {
    let kind = kind_of(child);
    let start = out.len();
    let mut items: Vec<Range<usize>> = Vec::new();
    if !matches!(kind, PartKind::List | PartKind::Table | PartKind::Code) {
        rendering.read(child, out);
    } else {
        let mut is_divisible = true;
        rendering.read(&child[..1], out);
        for part in children(inner(child)) {
            let begin = out.len();
            rendering.read(part, out);
            match (&part[0].0, items.last_mut()) {
                (Event::Start(Tag::TableHead), _) => {}
                (Event::Start(Tag::DefinitionListDefinition), Some(term)) => term.end = out.len(),
                _ => items.push(begin..out.len()),
            }
            is_divisible &= !rendering.tags.is_open();
        }
        items.truncate(if is_divisible { items.len() } else { 0 });
        rendering.read(&child[child.len() - 1..], out);
    }
    let first_number = match child[0].0 {
        Event::Start(Tag::List(number)) => number,
        _ => None,
    };
    match rendering.tags.is_open() {
        true => Cut { kind: PieceKind::default(), start, items: Vec::new(), first_number: None },
        false => Cut { kind: PieceKind::Part(kind), start, items, first_number },
    }
}

fn kind_of(child: &[Placed]) -> PartKind {
    match &child[0].0 {
        Event::Start(Tag::Paragraph) if is_figure(inner(child)) => PartKind::Figure,
        Event::Start(Tag::Paragraph) => PartKind::Paragraph,
        Event::Start(Tag::List(_) | Tag::DefinitionList) => PartKind::List,
        Event::Start(Tag::Table(_)) => PartKind::Table,
        Event::Start(Tag::CodeBlock(_)) => PartKind::Code,
        Event::Start(Tag::BlockQuote(None)) => PartKind::Quote,
        Event::Start(Tag::BlockQuote(Some(_))) => PartKind::Callout,
        _ => PartKind::Other,
    }
}

/// Whether a paragraph holds nothing but images; each may be a link.
fn is_figure(events: &[Placed]) -> bool {
    let mut has_image = false;
    let mut at = 0;
    while let Some((event, _)) = events.get(at) {
        match event {
            Event::Start(Tag::Image { .. }) => {
                has_image = true;
                at += element(events, at).len();
                continue;
            }
            Event::Start(Tag::Link { .. }) | Event::End(TagEnd::Link) => {}
            Event::SoftBreak | Event::HardBreak => {}
            Event::Text(text) if text.trim().is_empty() => {}
            _ => return false,
        }
        at += 1;
    }
    has_image
}

/// Writes HTML and tells how much of it is written.
struct Measured<'m> {
    html: &'m mut String,
    length: &'m Cell<usize>,
}

impl fmt::Write for Measured<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.html.push_str(text);
        self.length.set(self.html.len());
        Ok(())
    }
}

/// Writes all events at once, so that the pieces in a row are what one piece would be.
fn write(cuts: Vec<Cut>, out: Vec<Event>, closing: &str) -> Vec<Piece> {
    let length = Cell::new(0);
    let mut html = String::new();
    // How much is written when an event's turn comes.
    let mut offsets = Vec::with_capacity(out.len() + 1);
    let events = out.into_iter().inspect(|_| offsets.push(length.get()));
    let writer = Measured { html: &mut html, length: &length };
    if pulldown_cmark::html::write_html_fmt(writer, events).is_err() {
        // A text takes everything that is written into it.
        return Vec::new();
    }
    html.push_str(closing);
    offsets.push(html.len());
    let shown = html.len() - html.trim_start().len()..html.trim_end().len();
    let place = |index: usize| offsets[index].max(shown.start).min(shown.end.max(shown.start));
    let ends: Vec<usize> = cuts.iter().skip(1).map(|next| next.start).chain([offsets.len() - 1]).collect();
    cuts.into_iter()
        .zip(ends)
        .map(|(cut, end)| {
            let (start, end) = (place(cut.start), place(end));
            let ranges = cut.items.iter().map(|item| place(item.start)..place(item.end));
            let ranges = ranges.flat_map(|range| divided(&cut.kind, &html, range));
            let items = ranges.map(|range| range.start - start..range.end - start).collect();
            let html = Html(html[start..end].to_owned());
            Piece { kind: cut.kind, html, items, first_number: cut.first_number }
        })
        .collect()
}

/// The lines of code; anything else as it is.
fn divided(kind: &PieceKind, html: &str, range: Range<usize>) -> Vec<Range<usize>> {
    if *kind != PieceKind::Part(PartKind::Code) {
        return vec![range];
    }
    let mut at = range.start;
    let lines = html[range].split_inclusive('\n');
    lines
        .map(|line| {
            at += line.len();
            at - line.len()..at
        })
        .collect()
}
