//! Makes the index of a course's places.

use std::collections::BTreeMap;

use super::bits::Writer;
use super::form::{ANCHOR_IS_GIVEN, ANCHOR_IS_SLUG, FORM, IN_TITLE, MARK, OFTEN, TITLE_IS_PAGES, check};
use super::places::{self, PageText, PlaceText};
use super::words::words;
use crate::course::decomposed::decomposed;
use crate::course::id;
use crate::course::model::Course;

/// The index of a course.
pub fn index(course: &Course) -> Vec<u8> {
    of_pages(&places::of(course))
}

/// The index of some pages.
pub fn of_pages(pages: &[PageText]) -> Vec<u8> {
    let mut bytes = MARK.to_vec();
    bytes.push(FORM);
    bytes.extend(content(pages));
    bytes.extend(check(&bytes));
    bytes
}

pub(super) fn content(pages: &[PageText]) -> Vec<u8> {
    let mut bytes = Vec::new();
    write_pages(pages, &mut bytes);
    let places: usize = pages.iter().map(|page| page.places.len()).sum();
    write_words(&found_words(pages), places, &mut bytes);
    bytes
}

/// Where a word is: its places, and which of them hold it in their title or more than once.
#[derive(Debug, Default)]
struct Found {
    places: Vec<usize>,
    titled: Vec<usize>,
    often: Vec<usize>,
}

fn found_words(pages: &[PageText]) -> BTreeMap<String, Found> {
    let mut found: BTreeMap<String, Found> = BTreeMap::new();
    let places = pages.iter().flat_map(|page| page.places.iter().map(move |place| (page, place)));
    for (number, (page, place)) in places.enumerate() {
        let title = place.title.as_ref().unwrap_or(&page.title);
        let titled = words(title, decomposed).map(|word| (word, true));
        for (word, in_title) in titled.chain(words(&place.text, decomposed).map(|word| (word, false))) {
            let found = found.entry(word.folded).or_default();
            let known = found.places.last() == Some(&number);
            if !known {
                found.places.push(number);
            }
            let last = found.places.len() - 1;
            let list = if in_title { &mut found.titled } else { &mut found.often };
            if (in_title || known) && list.last() != Some(&last) {
                list.push(last);
            }
        }
    }
    found
}

fn write_pages(pages: &[PageText], bytes: &mut Vec<u8>) {
    write_number(pages.len(), bytes);
    let (mut trail, mut address) = ("", "");
    for page in pages {
        write_after(trail, &page.trail, bytes);
        write_text(&page.title, bytes);
        write_after(address, &page.address, bytes);
        write_number(page.places.len(), bytes);
        for place in &page.places {
            write_place(place, bytes);
        }
        (trail, address) = (&page.trail, &page.address);
    }
}

fn write_place(place: &PlaceText, bytes: &mut Vec<u8>) {
    let is_slug = |anchor: &String| place.title.as_deref().map(id::slug).as_ref() == Some(anchor);
    let anchor = match &place.anchor {
        None => 0,
        Some(anchor) if is_slug(anchor) => ANCHOR_IS_SLUG,
        Some(_) => ANCHOR_IS_GIVEN,
    };
    let title = if place.title.is_none() { TITLE_IS_PAGES } else { 0 };
    bytes.push(place.kind as u8 | title | anchor);
    if let Some(title) = &place.title {
        write_text(title, bytes);
    }
    if let Some(given) = place.anchor.as_ref().filter(|_| anchor == ANCHOR_IS_GIVEN) {
        write_text(given, bytes);
    }
}

fn write_words(found: &BTreeMap<String, Found>, places: usize, bytes: &mut Vec<u8>) {
    write_number(found.len(), bytes);
    let mut bits = Writer::default();
    let mut before = "";
    for (word, found) in found {
        write_after(before, word, bytes);
        before = word;
        let chosen = [(&found.titled, IN_TITLE), (&found.often, OFTEN)];
        let chosen = || chosen.iter().filter(|(list, _)| !list.is_empty());
        write_number(found.places.len() << 2 | chosen().map(|(_, state)| state).sum::<usize>(), bytes);
        bits.rising(&found.places, places);
        for (list, _) in chosen() {
            write_number(list.len(), bytes);
            bits.rising(list, found.places.len());
        }
    }
    bytes.extend(bits.into_bytes());
}

fn write_number(mut number: usize, bytes: &mut Vec<u8>) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn write_text(text: &str, bytes: &mut Vec<u8>) {
    write_number(text.len(), bytes);
    bytes.extend(text.as_bytes());
}

/// Writes a text by what it shares with the one before it.
fn write_after(before: &str, text: &str, bytes: &mut Vec<u8>) {
    let same = before.chars().zip(text.chars()).take_while(|(a, b)| a == b);
    let shared: usize = same.map(|(c, _)| c.len_utf8()).sum();
    write_number(shared, bytes);
    write_text(&text[shared..], bytes);
}
