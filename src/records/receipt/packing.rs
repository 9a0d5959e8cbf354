//! A receipt in as few bytes as can be had: what a block in a mail and a QR code hold.
//!
//! | bytes | what |
//! |---|---|
//! | 1 | the form of packing, 1, with 128 added where the receipt is signed |
//! | any | raw deflate, behind known words (`link::deflate`), of [`Packed`] as postcard writes it |
//! | 64 | the signature (Ed25519), where the receipt is signed |
//! | 4 | the first bytes of the SHA-256 of all bytes before them |
//!
//! The id is left out: it follows from all the rest. Every later form of packing ends with
//! the same checksum, so that this version can tell a newer receipt from a damaged one.

use serde::{Deserialize, Serialize};

use super::reading::ReceiptRefusal;
use super::{
    Accepted, AcknowledgedClause, ClauseMastery, ClauseScore, CourseVersion, FORM, ModuleScore, Receipt,
    Signed, State,
};
use crate::learning::day::Day;
use crate::records::assignment::Assignment;
use crate::records::digest::{from_base64, sha256, to_base64};
use crate::records::link::deflate::{Broken, deflate, inflate};

const PACKING: u8 = 1;
const SIGNED: u8 = 0x80;
const SIGNATURE: usize = 64;
const CHECKSUM: usize = 4;
/// No receipt is longer than this, however short it was made.
const LONGEST: usize = 256 * 1024;

/// [`Receipt`] field by field, none left out, in an order that never changes.
#[derive(Debug, Serialize, Deserialize)]
struct Packed {
    form: u32,
    course: (String, String, Digits, String),
    assignment: Option<(Assignment, Day, Option<Day>)>,
    learner: String,
    /// 0 not started, 1 in progress, 2 passed.
    state: u8,
    pass: u32,
    /// Assigned, needed, mastered, attempts.
    counts: [usize; 4],
    /// Lessons, done, questions, right, right at the first try.
    modules: Vec<(String, [usize; 5])>,
    /// The mastery by its place: new, missed, once, mastered.
    clauses: Vec<(String, Digits, u8)>,
    /// The time less that of the one before.
    acknowledged: Vec<(String, String, Digits, i64)>,
    begun: Option<i64>,
    latest: Option<i64>,
    passed: Option<Day>,
    minutes_ahead: i64,
    engine: String,
    key: Digits,
}

/// A text as the bytes that it spells, where it spells some.
#[derive(Debug, Serialize, Deserialize)]
enum Digits {
    Hexadecimal(Vec<u8>),
    Base64(Vec<u8>),
    Text(String),
}

impl Digits {
    fn of(text: &str) -> Self {
        let pairs = text.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).unwrap_or_default());
        let bytes: Vec<u8> = pairs.map_while(|pair| u8::from_str_radix(pair, 16).ok()).collect();
        if !text.is_empty() && hexadecimal(&bytes) == text {
            return Self::Hexadecimal(bytes);
        }
        match from_base64(text) {
            Some(bytes) if !bytes.is_empty() => Self::Base64(bytes),
            _ => Self::Text(text.to_owned()),
        }
    }

    fn text(self) -> String {
        match self {
            Digits::Hexadecimal(bytes) => hexadecimal(&bytes),
            Digits::Base64(bytes) => to_base64(&bytes),
            Digits::Text(text) => text,
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A receipt as bytes.
pub fn pack(signed: &Signed) -> Vec<u8> {
    let signature = signed.signature_bytes();
    let mut bytes = vec![if signature.is_some() { PACKING | SIGNED } else { PACKING }];
    // Nothing that a receipt holds can fail to be written.
    bytes.extend(deflate(&postcard::to_allocvec(&Packed::of(&signed.receipt)).unwrap_or_default()));
    bytes.extend(signature.into_iter().flatten());
    bytes.extend(checksum(&bytes));
    bytes
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// Where it is something else, or not whole.
pub fn unpack(bytes: &[u8]) -> Result<Signed, ReceiptRefusal> {
    let (&first, rest) = bytes.split_first().ok_or(ReceiptRefusal::Cut)?;
    let is_whole = bytes.split_last_chunk::<CHECKSUM>().is_some_and(|(before, sum)| checksum(before) == *sum);
    let (packing, is_signed) = (first & !SIGNED, first & SIGNED != 0);
    match (is_whole, packing) {
        (true, PACKING) => {}
        (true, _) => return Err(ReceiptRefusal::NewerForm),
        (false, _) => return Err(damage(rest, is_signed)),
    }
    let (written, read) = inflate(rest, LONGEST).map_err(|_| ReceiptRefusal::Edited)?;
    let signature = rest.get(read..rest.len() - CHECKSUM).ok_or(ReceiptRefusal::Edited)?;
    if signature.len() != if is_signed { SIGNATURE } else { 0 } {
        return Err(ReceiptRefusal::Edited);
    }
    let (packed, unread) =
        postcard::take_from_bytes::<Packed>(&written).map_err(|_| ReceiptRefusal::Edited)?;
    match (packed.form, unread.is_empty()) {
        (0..=FORM, true) => {}
        (0..=FORM, false) => return Err(ReceiptRefusal::Edited),
        _ => return Err(ReceiptRefusal::NewerForm),
    }
    let receipt = packed.receipt().ok_or(ReceiptRefusal::Edited)?;
    Ok(Signed { receipt, signature: to_base64(signature) })
}

/// What happened to bytes whose checksum is not their own.
fn damage(rest: &[u8], is_signed: bool) -> ReceiptRefusal {
    let behind = CHECKSUM + if is_signed { SIGNATURE } else { 0 };
    match inflate(rest, LONGEST) {
        Ok((_, read)) if read + behind > rest.len() => ReceiptRefusal::Cut,
        Err(Broken::Cut) => ReceiptRefusal::Cut,
        _ => ReceiptRefusal::Edited,
    }
}

fn checksum(bytes: &[u8]) -> [u8; CHECKSUM] {
    let [a, b, c, d, ..] = sha256(bytes);
    [a, b, c, d]
}

impl Packed {
    fn of(receipt: &Receipt) -> Self {
        let course = &receipt.course;
        let module = |module: &ModuleScore| {
            let ModuleScore { id, lessons, lessons_done, questions, right, right_at_first_try } =
                module.clone();
            (id, [lessons, lessons_done, questions, right, right_at_first_try])
        };
        let clause =
            |clause: &ClauseScore| (clause.id.clone(), Digits::of(&clause.text), clause.mastery as u8);
        let mut before = 0_i64;
        let acknowledged = receipt.acknowledged.iter().map(|known| {
            let since = known.at.wrapping_sub(std::mem::replace(&mut before, known.at));
            (known.clause.clone(), known.version.clone(), Digits::of(&known.words), since)
        });
        Self {
            form: receipt.form,
            course: (
                course.id.clone(),
                course.title.clone(),
                Digits::of(&course.version),
                course.policy_version.clone(),
            ),
            assignment: receipt
                .assignment
                .as_ref()
                .map(|accepted| (accepted.assignment.clone(), accepted.opened, accepted.due)),
            learner: receipt.learner.clone(),
            state: receipt.state as u8,
            pass: receipt.pass,
            counts: [receipt.assigned, receipt.needed, receipt.mastered, receipt.attempts],
            modules: receipt.modules.iter().map(module).collect(),
            clauses: receipt.clauses.iter().map(clause).collect(),
            acknowledged: acknowledged.collect(),
            begun: receipt.begun,
            latest: receipt.latest,
            passed: receipt.passed,
            minutes_ahead: receipt.minutes_ahead,
            engine: receipt.engine.clone(),
            key: Digits::of(&receipt.key),
        }
    }

    /// None where a number stands for nothing.
    fn receipt(self) -> Option<Receipt> {
        let (id, title, version, policy_version) = self.course;
        let [assigned, needed, mastered, attempts] = self.counts;
        let module = |(id, counts): (String, [usize; 5])| {
            let [lessons, lessons_done, questions, right, right_at_first_try] = counts;
            ModuleScore { id, lessons, lessons_done, questions, right, right_at_first_try }
        };
        let mut at = 0_i64;
        let acknowledged = self.acknowledged.into_iter().map(|(clause, version, words, since)| {
            at = at.wrapping_add(since);
            AcknowledgedClause { clause, version, words: words.text(), at }
        });
        let clause = |(id, text, mastery): (String, Digits, u8)| {
            Some(ClauseScore { id, text: text.text(), mastery: mastery_of(mastery)? })
        };
        let mut receipt = Receipt {
            form: self.form,
            id: String::new(),
            course: CourseVersion { id, title, version: version.text(), policy_version },
            assignment: self.assignment.map(|(assignment, opened, due)| Accepted { assignment, opened, due }),
            learner: self.learner,
            state: state_of(self.state)?,
            pass: self.pass,
            assigned,
            needed,
            mastered,
            attempts,
            modules: self.modules.into_iter().map(module).collect(),
            clauses: self.clauses.into_iter().map(clause).collect::<Option<_>>()?,
            acknowledged: acknowledged.collect(),
            begun: self.begun,
            latest: self.latest,
            passed: self.passed,
            minutes_ahead: self.minutes_ahead,
            engine: self.engine,
            key: self.key.text(),
        };
        receipt.id = receipt.id_of_content();
        Some(receipt)
    }
}

fn state_of(number: u8) -> Option<State> {
    [State::NotStarted, State::InProgress, State::Passed].into_iter().find(|state| *state as u8 == number)
}

fn mastery_of(number: u8) -> Option<ClauseMastery> {
    use ClauseMastery::{Mastered, Missed, New, Once};
    [New, Missed, Once, Mastered].into_iter().find(|mastery| *mastery as u8 == number)
}
