//! The parts of a slide as HTML, whole or some of their items.
//!
//! The items of all parts in a row are the slide's units, counted from 0. Each carries
//! its number, so that a browser can say how high it is.

use std::borrow::Cow;
use std::ops::Range;

use super::asked::{self, Asked};
use super::{Content, Part, PartKind, Slide};
use crate::course::escape::escape;
use crate::words::EN;

/// What a slide shows: all of a text or its outline, and a question as far as it has come.
pub fn parts<'s>(slide: &'s Slide, full: bool, question: &Asked) -> Vec<Cow<'s, Part>> {
    match &slide.content {
        Content::Title { objectives, .. } => {
            objectives_part(objectives).into_iter().map(Cow::Owned).collect()
        }
        Content::Text(_) => slide.parts(full).into_iter().map(Cow::Borrowed).collect(),
        Content::Question(asks) => asked::parts(asks, question).into_iter().map(Cow::Owned).collect(),
    }
}

/// How many units some parts have.
pub fn units(parts: &[Cow<Part>]) -> usize {
    parts.iter().map(|part| part.items.len()).sum()
}

/// Some units of a slide. Each part is an element `.part` whose class is its kind, with
/// `data-joined` where it stays with the part before it and `data-together` where its units
/// stay with each other; each unit has `data-unit`.
pub fn html(parts: &[Cow<Part>], units: &Range<usize>) -> String {
    let mut html = String::new();
    let mut first = 0;
    for (index, part) in parts.iter().enumerate() {
        let last = first + part.items.len();
        let shown = first.max(units.start)..last.min(units.end);
        if !shown.is_empty() {
            let before = index.checked_sub(1).and_then(|before| parts.get(before));
            add_part(part, before.is_some_and(|before| is_joined(before, part)), first, shown, &mut html);
        }
        first = last;
    }
    html
}

fn add_part(part: &Part, joined: bool, first: usize, shown: Range<usize>, html: &mut String) {
    let joined = if joined { " data-joined" } else { "" };
    let together = if part.together { " data-together" } else { "" };
    let class = class(part.kind);
    if part.items.len() == 1 {
        html.push_str(&format!("<div class=\"part {class}\"{joined} data-unit=\"{first}\">"));
        html.push_str(&[part.before.as_str(), &part.items[0], &part.after].concat());
        html.push_str("</div>");
        return;
    }
    html.push_str(&format!("<div class=\"part {class}\"{joined}{together}>"));
    html.push_str(&numbered(part, shown.start - first));
    for unit in shown {
        if let Some(item) = part.items.get(unit - first) {
            html.push_str(&marked(item, unit, part.kind));
        }
    }
    html.push_str(&part.after);
    html.push_str("</div>");
}

/// What stands before the items, from the one with this index on.
fn numbered(part: &Part, from: usize) -> Cow<'_, str> {
    let (Some(number), true) = (part.first_number, from > 0) else { return Cow::Borrowed(&part.before) };
    let rest = part.before.split_once('>').map_or("", |(_, rest)| rest);
    Cow::Owned(format!("<ol start=\"{}\">{rest}", number.saturating_add(from as u64)))
}

/// An item with its number.
fn marked(item: &str, unit: usize, kind: PartKind) -> String {
    if kind == PartKind::Code {
        return format!("<span class=\"line\" data-unit=\"{unit}\">{item}</span>");
    }
    let Some(tag) = item.strip_prefix('<').filter(|tag| !tag.starts_with('/')) else {
        return format!("<div data-unit=\"{unit}\">{item}</div>");
    };
    let (name, rest) = tag.split_at(tag.find([' ', '>', '/']).unwrap_or(tag.len()));
    format!("<{name} data-unit=\"{unit}\"{rest}")
}

/// What belongs to a heading, or explains a text, stays with it.
fn is_joined(before: &Part, part: &Part) -> bool {
    let explains = matches!(part.kind, PartKind::Figure | PartKind::Table | PartKind::Code);
    before.kind == PartKind::Heading || explains && before.kind == PartKind::Paragraph
}

fn class(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Paragraph => "paragraph",
        PartKind::Heading => "heading",
        PartKind::List => "list",
        PartKind::Table => "table",
        PartKind::Code => "code",
        PartKind::Quote => "quote",
        PartKind::Callout => "callout-part",
        PartKind::Figure => "figure",
        PartKind::Question => "asked",
        PartKind::Other => "other",
    }
}

fn objectives_part(objectives: &[String]) -> Vec<Part> {
    if objectives.is_empty() {
        return Vec::new();
    }
    let items = objectives.iter().map(|objective| format!("<li>{}</li>", escape(objective))).collect();
    let before = format!("<p>{}</p><ul>", escape(EN.present.objectives));
    vec![Part { kind: PartKind::List, before, items, after: "</ul>".to_owned(), ..Part::default() }]
}

/// The blocks that stand in a row in what `course` rendered.
pub fn blocks(html: &str) -> Vec<String> {
    const VOID: [&str; 4] = ["br", "hr", "img", "wbr"];
    let mut blocks = vec![String::new()];
    let (mut depth, mut rest) = (0_usize, html);
    while let Some((text, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        if let Some(block) = blocks.last_mut() {
            block.push_str(text);
            block.push_str(&format!("<{tag}>"));
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        match tag.starts_with('/') {
            true => depth = depth.saturating_sub(1),
            false if VOID.contains(&name) => {}
            false => depth += 1,
        }
        if depth == 0 && (tag.starts_with('/') || name == "hr") {
            blocks.push(String::new());
        }
        rest = after;
    }
    if let Some(block) = blocks.last_mut() {
        block.push_str(rest);
    }
    let blocks = blocks.iter().map(|block| block.trim().to_owned());
    blocks.filter(|block| !block.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(kind: PartKind, before: &str, items: &[&str], after: &str) -> Part {
        let items = items.iter().map(|&item| item.to_owned()).collect();
        Part { kind, before: before.to_owned(), items, after: after.to_owned(), ..Part::default() }
    }

    fn shown(parts: &[Part], units: Range<usize>) -> String {
        let parts: Vec<_> = parts.iter().map(Cow::Borrowed).collect();
        html(&parts, &units)
    }

    #[test]
    fn a_table_repeats_its_head_and_a_list_goes_on_counting() {
        let table = part(
            PartKind::Table,
            "<table><thead><tr><th>A</th></tr></thead><tbody>",
            &["<tr><td>1</td></tr>", "<tr><td>2</td></tr>"],
            "</tbody></table>",
        );
        let list =
            part(PartKind::List, "<ol start=\"3\">", &["<li>a</li>", "<li class=\"x\">b</li>"], "</ol>");
        let parts = [table, Part { first_number: Some(3), ..list }];
        assert_eq!(
            shown(&parts, 1..4),
            "<div class=\"part table\"><table><thead><tr><th>A</th></tr></thead><tbody>\
             <tr data-unit=\"1\"><td>2</td></tr></tbody></table></div>\
             <div class=\"part list\"><ol start=\"3\"><li data-unit=\"2\">a</li>\
             <li data-unit=\"3\" class=\"x\">b</li></ol></div>"
        );
        assert_eq!(
            shown(&parts, 3..9),
            "<div class=\"part list\"><ol start=\"4\"><li data-unit=\"3\" class=\"x\">b</li></ol></div>"
        );
        assert_eq!(shown(&parts, 2..2), "");
    }

    #[test]
    fn lines_of_code_keep_their_blanks_and_stay_with_the_text() {
        let parts = [
            part(PartKind::Paragraph, "", &["<p>So:</p>"], ""),
            part(PartKind::Code, "<pre><code>", &["a {\n", "  b\n"], "</code></pre>"),
        ];
        assert_eq!(
            shown(&parts, 0..3),
            "<div class=\"part paragraph\" data-unit=\"0\"><p>So:</p></div>\
             <div class=\"part code\" data-joined><pre><code><span class=\"line\" data-unit=\"1\">a {\n</span>\
             <span class=\"line\" data-unit=\"2\">  b\n</span></code></pre></div>"
        );
    }

    #[test]
    fn blocks_are_told_apart_at_the_outermost_level() {
        let html = "<p>a <em>b</em><br />c</p>\n<ul><li><p>d</p></li></ul>\n<hr />\n<p>e</p>";
        let expected = ["<p>a <em>b</em><br />c</p>", "<ul><li><p>d</p></li></ul>", "<hr />", "<p>e</p>"];
        assert_eq!(blocks(html), expected);
        assert_eq!(blocks("plain &lt; words"), ["plain &lt; words"]);
        assert_eq!(blocks(" \n"), [""; 0]);
        assert_eq!(blocks("<p>a</p> b <em>c</em>"), ["<p>a</p>", "b <em>c</em>"]);
    }
}
