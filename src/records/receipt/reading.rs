//! Finds receipts in any text: a file, one or many pasted blocks, a mail that quotes one.
//!
//! Every receipt that is found is whole, of a form that this version knows, and has the id
//! that follows from its content. Whether its signature is right is for a caller who can
//! verify one. Each that is not so is told for what it is; nothing is guessed.

use std::fmt;

use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use serde::Deserialize;

use super::packing::unpack;
use super::writing::{BEGIN, END, LINE};
use super::{FORM, Signed};
use crate::records::digest::from_base64;
use crate::words::EN;

/// Bytes of a text that is looked at at all.
pub const LARGEST_TEXT: usize = 50_000_000;
/// Bytes of one receipt; a course of a thousand questions stays far below.
const LARGEST: usize = 1_000_000;
/// How a receipt's text begins behind its brace.
const FIELD: &str = "\"receipt\"";

/// What a text held.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// In the order of the text; the same one as often as it stands there.
    pub receipts: Vec<Signed>,
    pub refusals: Vec<ReceiptRefusal>,
}

/// Why something is no receipt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReceiptRefusal {
    /// There is nothing.
    Empty,
    TooLarge,
    /// There is no receipt in it.
    NotAReceipt,
    /// It begins like one and stops in the middle.
    Cut,
    /// Its id is not the one of its content.
    Edited,
    NewerForm,
}

impl fmt::Display for ReceiptRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = &EN.receipt_refusals;
        f.write_str(match self {
            ReceiptRefusal::Empty => words.empty,
            ReceiptRefusal::TooLarge => words.too_large,
            ReceiptRefusal::NotAReceipt => words.not_a_receipt,
            ReceiptRefusal::Cut => words.cut,
            ReceiptRefusal::Edited => words.edited,
            ReceiptRefusal::NewerForm => words.newer_form,
        })
    }
}

/// All receipts of a text, and what in it looks like one and is none.
pub fn read_all(text: &str) -> Reading {
    let mut reading = Reading::default();
    if text.len() > LARGEST_TEXT {
        reading.refusals.push(ReceiptRefusal::TooLarge);
        return reading;
    }
    let mut rest = text;
    while let Some((found, after)) = next(rest) {
        match found {
            Ok(receipt) => reading.receipts.push(receipt),
            Err(refusal) => reading.refusals.push(refusal),
        }
        rest = after;
    }
    if reading == Reading::default() {
        let is_empty = text.chars().all(|c| c.is_whitespace() || c == '\u{feff}');
        reading.refusals.push(if is_empty { ReceiptRefusal::Empty } else { ReceiptRefusal::NotAReceipt });
    }
    reading
}

type Found<'t> = (Result<Signed, ReceiptRefusal>, &'t str);

/// The first receipt of a text, and what stands behind it. None where no more begins.
fn next(text: &str) -> Option<Found<'_>> {
    let json = text.match_indices(FIELD).find_map(|(at, _)| {
        let brace = text[..at].trim_end();
        brace.ends_with('{').then(|| brace.len() - 1)
    });
    let block = text.match_indices(BEGIN).map(|(at, _)| at).find(|at| ends_with_dash(&text[..*at]));
    let line = text.find(LINE);
    let first = [json, block, line].into_iter().flatten().min()?;
    Some(match Some(first) {
        at if at == json => from_json(&text[first..]),
        at if at == block => from_block(&text[first + BEGIN.len()..]),
        _ => from_line(&text[first + LINE.len()..]),
    })
}

/// Some programs make one long dash of several.
fn ends_with_dash(text: &str) -> bool {
    text.ends_with(['-', '\u{2010}', '\u{2011}', '\u{2013}', '\u{2014}'])
}

/// Reads the JSON at the start of a text.
fn from_json(text: &str) -> Found<'_> {
    let end = (0..=text.len().min(LARGEST)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let mut values = serde_json::Deserializer::from_str(&text[..end]).into_iter::<serde_json::Value>();
    match values.next() {
        Some(Ok(value)) => (from_value(value), &text[values.byte_offset()..]),
        Some(Err(error)) if error.is_eof() && end < text.len() => {
            (Err(ReceiptRefusal::TooLarge), &text[end..])
        }
        Some(Err(error)) if error.is_eof() => (Err(ReceiptRefusal::Cut), ""),
        // Behind the brace and the field there may be another one.
        _ => (Err(ReceiptRefusal::Edited), text.split_once(FIELD).map_or("", |(_, after)| after)),
    }
}

fn from_value(value: serde_json::Value) -> Result<Signed, ReceiptRefusal> {
    let form = value.get("receipt").and_then(|receipt| receipt.get("form"));
    let form = form.and_then(serde_json::Value::as_u64).ok_or(ReceiptRefusal::NotAReceipt)?;
    if form > u64::from(FORM) {
        return Err(ReceiptRefusal::NewerForm);
    }
    let signed = Signed::deserialize(value).map_err(|_| ReceiptRefusal::Edited)?;
    match signed.receipt.id == signed.receipt.id_of_content() {
        true => Ok(signed),
        false => Err(ReceiptRefusal::Edited),
    }
}

/// Reads a block behind the words with which it begins.
fn from_block(text: &str) -> Found<'_> {
    let end = text.find(END);
    let next = text.find(BEGIN);
    let Some(end) = end.filter(|end| next.is_none_or(|next| *end < next)) else {
        return (Err(ReceiptRefusal::Cut), next.map_or("", |next| &text[keep_dash(text, next)..]));
    };
    if end > LARGEST {
        return (Err(ReceiptRefusal::TooLarge), &text[end + END.len()..]);
    }
    // Line breaks, marks of a quotation, dashes: none of them is a letter of base64.
    let is_letter = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/');
    let letters: String = text[..end].chars().filter(is_letter).collect();
    let found = BASE64_STANDARD_NO_PAD.decode(letters).map_err(|_| ReceiptRefusal::Edited);
    (found.and_then(|packed| unpack(&packed)), &text[end + END.len()..])
}

/// Where the dash before these words stands.
fn keep_dash(text: &str, at: usize) -> usize {
    text[..at].char_indices().next_back().map_or(at, |(before, _)| before)
}

/// Reads a line behind the words with which it begins.
fn from_line(text: &str) -> Found<'_> {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let end = text.find(|c| !is_letter(c)).unwrap_or(text.len());
    let found = from_base64(&text[..end]).ok_or(ReceiptRefusal::Cut);
    (found.and_then(|packed| unpack(&packed)), &text[end..])
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
