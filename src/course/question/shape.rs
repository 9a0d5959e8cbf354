//! In which shape each kind of question is written, and what is written in another one.

use pulldown_cmark::{Event, Tag};

use super::super::markdown::{Heading, Placed, children, inner, place, trimmed};
use super::super::mistake::Mistake;
use super::super::model::Kind;
use super::super::option;
use super::super::render::Page;
use super::super::source::Span;

/// What can hold the answers of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Tasks,
    Bullets,
    Numbers,
    Table,
}

impl Shape {
    /// The shape of an element, if it is a list or a table.
    fn of(element: &[Placed]) -> Option<Self> {
        match element.first()?.0 {
            Event::Start(Tag::List(_)) if first_brackets(element).is_some() => Some(Shape::Tasks),
            Event::Start(Tag::List(None)) => Some(Shape::Bullets),
            Event::Start(Tag::List(Some(_))) => Some(Shape::Numbers),
            Event::Start(Tag::Table(_)) => Some(Shape::Table),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Shape::Tasks => "a list with brackets",
            Shape::Bullets => "a list without brackets or numbers",
            Shape::Numbers => "a numbered list",
            Shape::Table => "a table",
        }
    }
}

/// Where the first brackets of a list stand, those that Markdown does not read too (`- [] Text`).
fn first_brackets(list: &[Placed]) -> Option<Span> {
    let looks_like_brackets =
        |text: &str| ["[]", "[ ", "[x]", "[X]"].iter().any(|open| text.starts_with(open));
    let is_item = |event: &Event| matches!(event, Event::Start(Tag::Item | Tag::Paragraph));
    list.windows(2).find_map(|pair| match (&pair[0].0, &pair[1].0) {
        (_, Event::TaskListMarker(_)) => Some(pair[1].1.clone()),
        (before, Event::Text(text)) if is_item(before) && looks_like_brackets(text) => {
            let start = pair[1].1.start;
            Some(start..start + text.find(']').map_or(1, |at| at + 1))
        }
        _ => None,
    })
}

/// How a kind of question is written.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    pub class: &'static str,
    shapes: &'static [Shape],
    /// For authors: an example, or a few words.
    pub example: &'static str,
}

/// How questions of a kind are written.
pub fn wanted(kind: Kind) -> Wanted {
    let (class, shapes, example): (_, &[Shape], _) = match kind {
        Kind::One | Kind::Many | Kind::Scenario => (
            "quiz",
            &[Shape::Tasks],
            "`- [x] Right option` and `- [ ] Wrong option`, each with a quote below it",
        ),
        Kind::Text => (
            "text",
            &[Shape::Tasks],
            "`- [x] accepted answer`, and `- [ ] common mistake` with a quote below it",
        ),
        Kind::Number => (
            "number",
            &[Shape::Tasks],
            "`- [x] 23`, and `- [ ] 280` with a quote below it for a known mistake",
        ),
        Kind::Order => {
            ("order", &[Shape::Numbers], "one numbered list in the right order: `1. First`, `2. Then`")
        }
        Kind::Match => {
            ("match", &[Shape::Table], "one table with two columns, a pair a row: `| left | right |`")
        }
        Kind::Poll => (
            "poll",
            &[Shape::Bullets, Shape::Numbers],
            "one list without brackets: `- One option`, `- Another`",
        ),
    };
    Wanted { class, shapes, example }
}

impl Wanted {
    fn is(self, element: &[Placed]) -> bool {
        Shape::of(element).is_some_and(|shape| self.shapes.contains(&shape))
    }

    /// The element of a question's body that holds its answers.
    pub fn find<'d, 'a>(self, body: &'d [Placed<'a>]) -> Option<&'d [Placed<'a>]> {
        children(body).into_iter().find(|element| self.is(element))
    }

    /// The text before the answers, and the element that holds them; notes what is in another shape.
    pub fn split<'d, 'a>(
        self,
        heading: &Heading,
        body: &'d [Placed<'a>],
        page: &mut Page,
    ) -> (Vec<Placed<'a>>, Option<&'d [Placed<'a>]>) {
        let parts = children(body);
        let Some(at) = parts.iter().position(|part| self.is(part)) else {
            self.nothing_found(heading, &parts, page);
            let meant = |part: &&[Placed]| Shape::of(part).is_some() || self.is_headless(part, page.text);
            let prose = parts.into_iter().filter(|part| !meant(part));
            return (prose.flatten().cloned().collect(), None);
        };
        for part in &parts[at + 1..] {
            match Shape::of(part) {
                Some(Shape::Table) if self.is(part) => self.report(part, "two tables", page),
                Some(_) if self.is(part) => self.report(part, "two lists", page),
                Some(shape) => self.report(part, shape.name(), page),
                None => page.report.add(trimmed(page.text, place(part)), Mistake::TextAfterOptions),
            }
        }
        let (options, before): (Vec<_>, Vec<_>) =
            parts[..at].iter().partition(|part| Shape::of(part) == Some(Shape::Tasks));
        for part in options {
            self.report(part, Shape::Tasks.name(), page);
        }
        (before.into_iter().flat_map(|part| part.iter().cloned()).collect(), Some(parts[at]))
    }

    /// Whether a paragraph was meant as a table.
    fn is_headless(self, part: &[Placed], text: &str) -> bool {
        let is_paragraph = matches!(part[0].0, Event::Start(Tag::Paragraph));
        is_paragraph && self.shapes.contains(&Shape::Table) && text[place(part)].starts_with('|')
    }

    fn nothing_found(self, heading: &Heading, parts: &[&[Placed]], page: &mut Page) {
        if let Some(table) = parts.iter().find(|part| self.is_headless(part, page.text)) {
            return self.report(table, "a table without the line `|---|---|` below its head", page);
        }
        let in_another = |part: &&&[Placed]| Shape::of(part).is_some();
        match parts.iter().rfind(in_another).and_then(|part| Some((part, Shape::of(part)?))) {
            Some((part, shape)) => self.report(part, shape.name(), page),
            None => page.report.add(heading.line(page.text), Mistake::NoOptions { shape: self.example }),
        }
    }

    /// Notes an element that is in another shape, at its first line; brackets at themselves.
    pub fn report(self, element: &[Placed], found: impl Into<String>, page: &mut Page) {
        let at_brackets = first_brackets(element).filter(|_| !self.shapes.contains(&Shape::Tasks));
        let span = at_brackets.unwrap_or_else(|| option::first_line(page.text, place(element)));
        let mistake = Mistake::WrongShape { class: self.class, found: found.into(), example: self.example };
        page.report.add(span, mistake);
    }

    /// The text of a list's item; notes what else it holds.
    pub fn item<'a>(self, item: &[Placed<'a>], page: &mut Page) -> Vec<Placed<'a>> {
        let (text, blocks) = text_and_blocks(item);
        for block in blocks {
            if option::is_quote(block) {
                let mistake = Mistake::StrayReason { class: self.class };
                page.report.add(option::first_line(page.text, place(block)), mistake);
            } else {
                self.report(block, "a list with other blocks inside", page);
            }
        }
        text
    }
}

/// The text of a list's item, and what else it holds.
pub fn text_and_blocks<'d, 'a>(item: &'d [Placed<'a>]) -> (Vec<Placed<'a>>, Vec<&'d [Placed<'a>]>) {
    let is_block = |part: &&[Placed]| match &part[0].0 {
        Event::Start(tag) => is_block_tag(tag),
        Event::Rule | Event::Html(_) => true,
        _ => false,
    };
    let (blocks, text): (Vec<_>, Vec<_>) = children(inner(item)).into_iter().partition(is_block);
    (text.into_iter().flatten().cloned().collect(), blocks)
}

/// Whether a tag starts something else than text.
fn is_block_tag(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Paragraph
            | Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}
