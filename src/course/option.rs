//! The options of a question as they are written.

use pulldown_cmark::{CowStr, Event, Tag};

use super::id;
use super::markdown::{Placed, children, inner, place, plain_text, trimmed, unescaped};
use super::mistake::Mistake;
use super::model::Html;
use super::render::Page;
use super::source::Span;

/// An id that an author gave, and where it stands.
pub type Given = super::fields::Placed<String>;

/// An option with its place in the file.
#[derive(Debug)]
pub struct WrittenOption {
    pub id: Option<Given>,
    /// Its text without markup.
    pub words: String,
    pub text: Html,
    pub reason: Html,
    pub right: bool,
    /// The text behind the brackets.
    pub span: Span,
}

/// Whether an element is a list with options in it.
pub fn is_list(element: &[Placed]) -> bool {
    matches!(element.first(), Some((Event::Start(Tag::List(_)), _)))
        && element.iter().any(|(event, _)| matches!(event, Event::TaskListMarker(_)))
}

/// Whether an element is a list with an item that begins with a bracket, as in `- [] Text`.
pub fn is_meant_as_list(element: &[Placed]) -> bool {
    let begins_with_bracket = |item: &&[Placed]| matches!(first_inline(inner(item)), Some((_, (Event::Text(text), _))) if text.starts_with('['));
    matches!(element.first(), Some((Event::Start(Tag::List(_)), _)))
        && children(inner(element)).iter().any(begins_with_bracket)
}

/// The first event that is not a paragraph's start, and its index.
fn first_inline<'d, 'a>(events: &'d [Placed<'a>]) -> Option<(usize, &'d Placed<'a>)> {
    events.iter().enumerate().find(|(_, (event, _))| !matches!(event, Event::Start(Tag::Paragraph)))
}

/// Reads a list of options, noting what is wrong with each.
pub fn read(list: &[Placed], page: &mut Page) -> Vec<WrittenOption> {
    children(inner(list)).into_iter().filter_map(|item| read_item(item, page)).collect()
}

fn read_item(item: &[Placed], page: &mut Page) -> Option<WrittenOption> {
    let parts = children(inner(item));
    let quote = parts.iter().position(|part| is_quote(part));
    let (before, after) = parts.split_at(quote.unwrap_or(parts.len()));
    let (lists, before): (Vec<_>, Vec<_>) = before.iter().partition(|part| is_list(part));
    for list in lists {
        page.report.add(first_line(page.text, place(list)), Mistake::SecondOptionList);
    }
    let before: Vec<Placed> = before.into_iter().flat_map(|part| part.iter().cloned()).collect();
    let Some((right, mut content)) = without_marker(&before) else {
        page.report.add(first_line(page.text, place(item)), Mistake::NotAnOption);
        return None;
    };
    let id = take_id(&mut content, page);
    let words = plain_text(&content);
    if words.is_empty() {
        page.report.add(first_line(page.text, place(item)), Mistake::EmptyOption);
        return None;
    }
    let span = words_place(&content, page.text);
    let reason = match after {
        [quote, rest @ ..] => {
            if let Some(extra) = rest.first() {
                page.report.add(trimmed(page.text, place(extra)), Mistake::TextAfterReason);
            }
            page.plain(inner(quote))
        }
        [] => Html::default(),
    };
    let text = inline(page.plain(&content));
    Some(WrittenOption { id, words, text, reason, right, span })
}

/// Where an option's words stand, from the first one to the end of its line.
pub fn words_place(content: &[Placed], text: &str) -> Span {
    let is_word =
        |(event, _): &&Placed| matches!(event, Event::Text(text) | Event::Code(text) if !text.is_empty());
    let whole = place(content);
    let start = content.iter().find(is_word).map_or(whole.start, |(_, span)| span.start);
    first_line(text, start..whole.end.max(start))
}

/// Whether an element is a quote.
pub fn is_quote(element: &[Placed]) -> bool {
    matches!(element.first(), Some((Event::Start(Tag::BlockQuote(_)), _)))
}

/// Whether the option is marked as right, and its content without the brackets.
fn without_marker<'a>(events: &[Placed<'a>]) -> Option<(bool, Vec<Placed<'a>>)> {
    let (at, (Event::TaskListMarker(right), _)) = first_inline(events)? else { return None };
    let mut content = events.to_vec();
    content.remove(at);
    Some((*right, content))
}

/// Takes `{#id}` from the start of an option's text; braces elsewhere are noted and taken away.
pub fn take_id(content: &mut [Placed], page: &mut Page) -> Option<Given> {
    let (first, _) = first_inline(content)?;
    let id = leading_id(&mut content[first], page);
    for (event, span) in content {
        let Event::Text(text) = event else { continue };
        let Some(open) = unescaped(page.text, span, &["{#", "{."]).next() else { continue };
        page.report.add(braces(page.text, open..span.end), Mistake::BadOptionId);
        *text = without_braces(text);
        span.end = open;
    }
    id
}

fn leading_id((event, span): &mut Placed, page: &mut Page) -> Option<Given> {
    let Event::Text(text) = event else { return None };
    let open = span.end - page.text[span.clone()].trim_start().len();
    if unescaped(page.text, span, &["{"]).next() != Some(open) {
        return None;
    }
    let braces = braces(page.text, open..span.end);
    *text = without_braces(text);
    span.start = span.end - page.text[braces.end..span.end].trim_start().len();
    match page.text[braces.clone()].strip_prefix("{#").and_then(|rest| rest.strip_suffix('}')) {
        Some(id) if id::is_id(id) => return Some(Given { value: id.to_owned(), span: braces }),
        Some(id) => page.report.add(braces, Mistake::BadId { id: id.to_owned() }),
        None => page.report.add(braces, Mistake::BadOptionId),
    }
    None
}

/// The braces at the start of `span`; the first word of it where they are not closed.
fn braces(text: &str, span: Span) -> Span {
    let inside = &text[span.clone()];
    let length = inside.find('}').map(|at| at + 1).or_else(|| inside.find(' ')).unwrap_or(inside.len());
    span.start..span.start + length
}

fn without_braces<'a>(text: &str) -> CowStr<'a> {
    let (before, rest) = text.split_once('{').unwrap_or((text, ""));
    let after = rest.split_once('}').or_else(|| rest.split_once(' ')).map_or("", |(_, after)| after);
    CowStr::from(format!("{before}{}", after.trim_start()))
}

/// An option of one paragraph without the paragraph's tags.
pub fn inline(html: Html) -> Html {
    match html.0.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
        Some(inside) if !inside.contains("<p>") => Html(inside.to_owned()),
        _ => html,
    }
}

/// The first line of a place.
pub fn first_line(text: &str, span: Span) -> Span {
    let marked = &text[span.clone()];
    let line = marked.lines().next().unwrap_or_default().trim_end();
    span.start..span.start + line.len()
}
