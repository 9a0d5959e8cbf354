//! An assignment as a link: `…/assigned.html#a=PAYLOAD`. This is the only place that says
//! its form.
//!
//! A payload is base64url without padding of
//!
//! | bytes | what |
//! |---|---|
//! | 1 | the form, with 128 added where the link is signed |
//! | any | raw deflate, behind known words (`deflate`), of the assignment |
//! | 64 | the signature (Ed25519), where the link is signed |
//! | 4 | the first bytes of the SHA-256 of all bytes before them |
//!
//! Form 1 holds the fields of [`Assignment`] in their order, as postcard writes them.
//! What is signed is [`SIGNED_AS`] and behind it the assignment before it is deflated.
//! Every later form ends with the same checksum, so that this version can tell a newer
//! link from a damaged one.

pub(super) mod deflate;
mod pasted;

use std::fmt;

use base64::alphabet::URL_SAFE;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

use self::deflate::{Broken, deflate, inflate};
use self::pasted::{MARK, candidates};
use super::assignment::Assignment;
use super::digest::{sha256, to_base64};
use crate::course::outline::Outline;
use crate::words::EN;

/// The form that this version writes; it reads every form up to it.
pub const FORM: u8 = 1;
/// The page that opens a link, seen from the site's root.
pub const PAGE: &str = "assigned.html";
/// A longer payload is none of ours.
pub const LONGEST: usize = 8 * 1024;
/// No assignment is longer than this, however short it was made.
const LONGEST_INFLATED: usize = 16 * 1024;
/// What stands before an assignment where it is signed: a signature of another thing
/// is none of an assignment.
pub const SIGNED_AS: &[u8] = b"social-workshop assignment 1\n";

const SIGNED: u8 = 0x80;
const SIGNATURE: usize = 64;
const CHECKSUM: usize = 4;
/// A whole mail, and no more.
const LONGEST_PASTED: usize = 256 * 1024;

/// What a link holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub assignment: Assignment,
    pub signature: Option<[u8; SIGNATURE]>,
    /// What the signature is of.
    pub signed_bytes: Vec<u8>,
}

/// Why a link is not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkRefusal {
    /// Its end is missing.
    Cut,
    /// Some of its letters are others.
    Changed,
    TooLong,
    NewerForm,
    NotOurs,
    /// It is about another course, whose id this is.
    OtherCourse(String),
    /// It names modules that the course does not have: their ids.
    UnknownModules(Vec<String>),
}

impl fmt::Display for LinkRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.link_refusals;
        match self {
            LinkRefusal::Cut => f.write_str(words.cut),
            LinkRefusal::Changed => f.write_str(words.changed),
            LinkRefusal::TooLong => f.write_str(words.too_long),
            LinkRefusal::NewerForm => f.write_str(words.newer_form),
            LinkRefusal::NotOurs => f.write_str(words.not_ours),
            LinkRefusal::OtherCourse(id) => f.write_str(&(words.other_course)(id)),
            LinkRefusal::UnknownModules(ids) => {
                let ids: Vec<_> = ids.iter().map(|id| format!("“{id}”")).collect();
                f.write_str(&(words.unknown_modules)(&ids.join(", ")))
            }
        }
    }
}

/// The address of an assignment. `page` is the address of [`PAGE`].
pub fn address(page: &str, payload: &str) -> String {
    format!("{page}{MARK}{payload}")
}

/// What is signed of an assignment.
pub fn signed_bytes(assignment: &Assignment) -> Vec<u8> {
    [SIGNED_AS, &written(assignment)].concat()
}

/// The payload of a link. What is longer than [`LONGEST`] is not opened again; names and
/// notes of usual length are far from it.
pub fn to_payload(assignment: &Assignment, signature: Option<&[u8; SIGNATURE]>) -> String {
    let mut bytes = vec![if signature.is_some() { FORM | SIGNED } else { FORM }];
    bytes.extend(deflate(&written(assignment)));
    bytes.extend(signature.into_iter().flatten());
    bytes.extend(checksum(&bytes));
    to_base64(&bytes)
}

/// Reads a payload, a whole link, or what a mail program made of it.
///
/// # Errors
/// Where it is none, or none that is whole.
pub fn read(text: &str) -> Result<Opened, LinkRefusal> {
    if text.len() > LONGEST_PASTED {
        return Err(LinkRefusal::TooLong);
    }
    let mut refusal = None;
    for payload in candidates(text) {
        match read_payload(&payload) {
            Ok(opened) => return Ok(opened),
            Err(reason) => refusal = refusal.or(Some(reason)),
        }
    }
    Err(refusal.unwrap_or(LinkRefusal::NotOurs))
}

/// Whether an assignment is about this course, as it is now.
///
/// # Errors
/// Where it is about another one, or about modules that this one does not have.
pub fn check_course(assignment: &Assignment, outline: &Outline) -> Result<(), LinkRefusal> {
    if assignment.course != outline.id {
        return Err(LinkRefusal::OtherCourse(assignment.course.clone()));
    }
    let is_unknown = |id: &&String| !outline.modules.iter().any(|module| module.id == **id);
    let unknown: Vec<_> = assignment.modules.iter().filter(is_unknown).cloned().collect();
    if unknown.is_empty() { Ok(()) } else { Err(LinkRefusal::UnknownModules(unknown)) }
}

fn read_payload(payload: &str) -> Result<Opened, LinkRefusal> {
    if payload.len() > LONGEST {
        return Err(LinkRefusal::TooLong);
    }
    // The last letter of what is cut may hold bits too many, which is no reason to say
    // that it was changed.
    let config = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone);
    // One letter alone behind groups of four is half a byte.
    let groups = if payload.len() % 4 == 1 { &payload[..payload.len() - 1] } else { payload };
    let decoded = GeneralPurpose::new(&URL_SAFE, config).decode(groups);
    let bytes = decoded.map_err(|_| LinkRefusal::NotOurs)?;
    let Some((&first, rest)) = bytes.split_first() else { return Err(LinkRefusal::Cut) };
    let (form, is_signed) = (first & !SIGNED, first & SIGNED != 0);
    let is_whole = match bytes.split_last_chunk::<CHECKSUM>() {
        Some((before, sum)) => checksum(before) == *sum && to_base64(&bytes) == payload,
        None => false,
    };
    match (is_whole, form) {
        (true, FORM) => parts(rest, is_signed).ok_or(LinkRefusal::NotOurs),
        (true, 0) => Err(LinkRefusal::NotOurs),
        (true, _) => Err(LinkRefusal::NewerForm),
        (false, FORM) => Err(damage(rest, is_signed)),
        // What it would be is not known, so neither is what is missing.
        (false, _) => Err(LinkRefusal::NotOurs),
    }
}

/// The parts of a payload that is whole, behind its first byte.
fn parts(rest: &[u8], is_signed: bool) -> Option<Opened> {
    let (text, read) = inflate(rest, LONGEST_INFLATED).ok()?;
    let (assignment, unread) = postcard::take_from_bytes(&text).ok()?;
    let signature = rest.get(read..rest.len() - CHECKSUM)?;
    let signature: Option<[u8; SIGNATURE]> =
        if is_signed { Some(signature.try_into().ok()?) } else { signature.is_empty().then_some(None)? };
    unread.is_empty().then(|| Opened { assignment, signature, signed_bytes: [SIGNED_AS, &text].concat() })
}

/// What happened to a payload whose checksum is not its own.
fn damage(rest: &[u8], is_signed: bool) -> LinkRefusal {
    let behind = CHECKSUM + if is_signed { SIGNATURE } else { 0 };
    match inflate(rest, LONGEST_INFLATED) {
        Ok((_, read)) if read + behind > rest.len() => LinkRefusal::Cut,
        Err(Broken::Cut) => LinkRefusal::Cut,
        _ => LinkRefusal::Changed,
    }
}

/// Nothing that an assignment holds can fail to be written.
fn written(assignment: &Assignment) -> Vec<u8> {
    postcard::to_allocvec(assignment).unwrap_or_default()
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let [a, b, c, d, ..] = sha256(bytes);
    [a, b, c, d]
}

#[cfg(test)]
mod tests;
