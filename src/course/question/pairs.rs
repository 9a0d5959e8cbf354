//! The table of a `.match` question: one pair a row.

use pulldown_cmark::{Event, Tag};

use super::super::decomposed::decomposed;
use super::super::markdown::{Heading, Placed, children, inner, place, plain_text};
use super::super::mistake::Mistake;
use super::super::model::{Choice, Kind};
use super::super::option;
use super::super::render::Page;
use super::apart::Apart;
use super::shape::{self, Wanted};
use super::{Body, too_few};
use crate::learning::typed::fold;

/// Reads the body of the question.
pub fn read<'a>(heading: &Heading, body: &[Placed<'a>], page: &mut Page) -> Body<'a> {
    let wanted = shape::wanted(Kind::Match);
    let (situation, table) = wanted.split(heading, body, page);
    let Some(table) = table.filter(|table| has_two_columns(table, wanted, page)) else {
        return Body { situation, options: Vec::new() };
    };
    let rows = rows(table);
    let mut columns = [Apart::of("pair"), Apart::of("pair")];
    let pairs = rows.iter().filter_map(|row| read_row(row, &mut columns, wanted, page));
    let options = pairs.collect();
    if rows.len() < 2 {
        too_few("pair", heading, page);
    }
    Body { situation, options }
}

/// The rows below a table's head.
pub fn rows<'d, 'a>(table: &'d [Placed<'a>]) -> Vec<&'d [Placed<'a>]> {
    let is_row = |part: &&[Placed]| matches!(part[0].0, Event::Start(Tag::TableRow));
    children(inner(table)).into_iter().filter(is_row).collect()
}

fn has_two_columns(table: &[Placed], wanted: Wanted, page: &mut Page) -> bool {
    let Event::Start(Tag::Table(columns)) = &table[0].0 else { return false };
    match columns.len() {
        2 => return true,
        1 => wanted.report(table, "a table with 1 column", page),
        number => wanted.report(table, format!("a table with {number} columns"), page),
    }
    false
}

fn read_row(row: &[Placed], columns: &mut [Apart; 2], wanted: Wanted, page: &mut Page) -> Option<Choice> {
    let cells = children(inner(row));
    let [left_cell, right_cell] = cells[..] else { return None };
    // Markdown passes over what stands behind the last column.
    let behind = place(right_cell).end.max(place(left_cell).end)..place(row).end;
    if page.text[behind].contains(|letter: char| !letter.is_whitespace() && letter != '|') {
        wanted.report(row, "a row with further columns", page);
        return None;
    }
    let (mut left, mut right) = (inner(left_cell).to_vec(), inner(right_cell).to_vec());
    let id = option::take_id(&mut left, page);
    if let Some(stray) = option::take_id(&mut right, page) {
        page.report.add(stray.span, Mistake::BadOptionId);
    }
    let (words, partner) = (plain_text(&left), plain_text(&right));
    if words.is_empty() || partner.is_empty() {
        let span = option::first_line(page.text, place(row));
        page.report.add(span, Mistake::EmptyItem { what: "cell" });
        return None;
    }
    let places = [option::words_place(&left, page.text), option::words_place(&right, page.text)];
    for ((apart, words), place) in columns.iter_mut().zip([&words, &partner]).zip(&places) {
        if !apart.says_something_new(fold(&decomposed(words)), place, page) {
            return None;
        }
    }
    let id = columns[0].id(id, &words, &places[0], page)?;
    let text = page.plain(&left);
    // Shown as plain words in a list to choose from, but checked as any text.
    page.plain(&right);
    Some(Choice { id, text, partner, right: true, ..Choice::default() })
}
