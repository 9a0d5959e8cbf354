//! The options of a question as they are written.

use pulldown_cmark::{CowStr, Event, Tag};

use super::id;
use super::markdown::{Placed, children, inner, place, plain_text, trimmed};
use super::mistake::Mistake;
use super::model::Html;
use super::render::Page;
use super::source::Span;

/// An option with its place in the file.
#[derive(Debug)]
pub struct WrittenOption {
    pub id: Option<String>,
    /// Its text without markup.
    pub words: String,
    pub text: Html,
    pub reason: Html,
    pub right: bool,
    /// The text behind the brackets.
    pub span: Span,
}

/// Reads a list of options, noting what is wrong with each.
pub fn read(list: &[Placed], page: &mut Page) -> Vec<WrittenOption> {
    children(inner(list)).into_iter().filter_map(|item| read_item(item, page)).collect()
}

fn read_item(item: &[Placed], page: &mut Page) -> Option<WrittenOption> {
    let parts = children(inner(item));
    let quote = parts.iter().position(|part| is_quote(part));
    let (before, after) = parts.split_at(quote.unwrap_or(parts.len()));
    let before: Vec<Placed> = before.iter().flat_map(|part| part.iter().cloned()).collect();
    let Some((right, mut content)) = without_marker(&before) else {
        page.report.add(first_line(page.text, place(item)), Mistake::NotAnOption);
        return None;
    };
    let id = take_id(&mut content, page);
    let words = plain_text(&content);
    let span = match content.iter().find(|(event, _)| matches!(event, Event::Text(_) | Event::Code(_))) {
        Some((_, span)) => first_line(page.text, span.start..place(&content).end),
        None => first_line(page.text, place(item)),
    };
    if words.is_empty() {
        page.report.add(span, Mistake::EmptyOption);
        return None;
    }
    let reason = match after {
        [quote, rest @ ..] => {
            if let Some(extra) = rest.first() {
                page.report.add(trimmed(page.text, place(extra)), Mistake::TextAfterReason);
            }
            page.plain(inner(quote))
        }
        [] => Html::default(),
    };
    if reason.is_empty() {
        page.report.add(span.clone(), Mistake::OptionWithoutReason { option: words.clone() });
    }
    let text = inline(page.plain(&content));
    Some(WrittenOption { id, words, text, reason, right, span })
}

fn is_quote(element: &[Placed]) -> bool {
    matches!(element.first(), Some((Event::Start(Tag::BlockQuote(_)), _)))
}

/// Whether the option is marked as right, and its content without the brackets.
fn without_marker<'a>(events: &[Placed<'a>]) -> Option<(bool, Vec<Placed<'a>>)> {
    let mut right = None;
    let mut content = Vec::with_capacity(events.len());
    for (event, span) in events {
        match event {
            Event::TaskListMarker(checked) if right.is_none() => right = Some(*checked),
            event => content.push((event.clone(), span.clone())),
        }
    }
    right.map(|right| (right, content))
}

/// Takes `{#id}` from the start of an option's text.
fn take_id(content: &mut [Placed], page: &mut Page) -> Option<String> {
    let (event, span) = content.iter_mut().find(|(event, _)| matches!(event, Event::Text(_)))?;
    let Event::Text(text) = event else { return None };
    let written = text.trim_start();
    if !written.starts_with('{') {
        return None;
    }
    let whole = first_line(page.text, span.clone());
    let Some((id, rest)) = written.strip_prefix("{#").and_then(|rest| rest.split_once('}')) else {
        page.report.add(whole, Mistake::BadOptionId);
        return None;
    };
    if !id::is_id(id) {
        page.report.add(whole, Mistake::BadId { id: id.to_owned() });
        return None;
    }
    let (id, rest) = (id.to_owned(), rest.trim_start().to_owned());
    span.start = span.end.saturating_sub(rest.len());
    *event = Event::Text(CowStr::from(rest));
    Some(id)
}

/// An option of one paragraph without the paragraph's tags.
fn inline(html: Html) -> Html {
    match html.0.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inside) if !inside.contains("<p>") => Html(inside.to_owned()),
        _ => html,
    }
}

fn first_line(text: &str, span: Span) -> Span {
    let marked = &text[span.clone()];
    let line = marked.lines().next().unwrap_or_default().trim_end();
    span.start..span.start + line.len()
}
