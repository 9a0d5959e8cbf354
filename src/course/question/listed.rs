//! Options without brackets: the steps of `.order`, the options of `.poll`.

use super::super::decomposed::decomposed;
use super::super::markdown::{Heading, Placed, children, inner, place, plain_text};
use super::super::mistake::Mistake;
use super::super::model::{Choice, Kind};
use super::super::option;
use super::super::render::Page;
use super::apart::Apart;
use super::shape;
use super::{Body, too_few};
use crate::learning::typed::fold;

/// Reads the body of a question of this kind.
pub fn read<'a>(heading: &Heading, body: &[Placed<'a>], kind: Kind, page: &mut Page) -> Body<'a> {
    let wanted = shape::wanted(kind);
    let what = if kind == Kind::Order { "step" } else { "option" };
    let (situation, list) = wanted.split(heading, body, page);
    let mut apart = Apart::of(what);
    let items = children(inner(list.unwrap_or_default()));
    let mut options = Vec::new();
    for item in &items {
        let mut content = wanted.item(item, page);
        let id = option::take_id(&mut content, page);
        let words = plain_text(&content);
        if words.is_empty() {
            page.report.add(option::first_line(page.text, place(item)), Mistake::EmptyItem { what });
            continue;
        }
        let span = option::words_place(&content, page.text);
        if !apart.says_something_new(fold(&decomposed(&words)), &span, page) {
            continue;
        }
        let Some(id) = apart.id(id, &words, &span, page) else { continue };
        let text = option::inline(page.plain(&content));
        // No answer to a poll is right; every step belongs where it stands.
        options.push(Choice { id, text, right: kind == Kind::Order, ..Choice::default() });
    }
    if items.len() == 1 {
        too_few(what, heading, page);
    }
    Body { situation, options }
}
