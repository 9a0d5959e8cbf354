//! How a receipt leaves the browser: as the text of a file, as a block in a mail, as one
//! line that fits into a QR code.
//!
//! Block and line hold the same bytes (`packing`). The block is base64 in lines of 64
//! characters without padding: no mail program breaks lines so short, and quoted-printable
//! has nothing to escape in them. The line is base64url.

use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::packing::pack;
use super::{Receipt, Signed};
use crate::learning::day::Day;
use crate::records::digest::{from_base64, sha256_hex, to_base64};
use crate::records::mail_text::{Mail, mailto};

/// What stands around the block, between five dashes.
pub(super) const BEGIN: &str = "BEGIN TRAINING RECEIPT";
pub(super) const END: &str = "END TRAINING RECEIPT";
/// What stands before the line.
pub(super) const LINE: &str = "TRAINING-RECEIPT:";
/// More characters are no longer read from a printed QR code by every phone.
const LONGEST_LINE: usize = 500;
const LINE_OF_BLOCK: usize = 64;
/// Hexadecimal digits of an id.
const ID: usize = 32;

impl Receipt {
    /// Its text, byte by byte what is signed.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The id that follows from all the rest of it.
    pub fn id_of_content(&self) -> String {
        let mut digest = sha256_hex(Self { id: String::new(), ..self.clone() }.to_text().as_bytes());
        digest.truncate(ID);
        digest
    }
}

impl Signed {
    /// What the signature is over.
    pub fn signed_bytes(&self) -> Vec<u8> {
        self.receipt.to_text().into_bytes()
    }

    /// The bytes of the signature. None where it has none, or something else in its place.
    pub fn signature_bytes(&self) -> Option<[u8; 64]> {
        from_base64(&self.signature)?.try_into().ok()
    }

    /// The text of the file.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The name of the file: the course, the learner, the day.
    pub fn file_name(&self, day: Day) -> String {
        let parts = [&self.receipt.course.id, &self.receipt.learner].map(|part| plain(part));
        let mut named: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        named.push(day.to_string());
        format!("{}.training-receipt.json", named.join("-"))
    }

    /// The block for a mail, lines that end with a line feed.
    pub fn to_block(&self) -> String {
        let letters = BASE64_STANDARD_NO_PAD.encode(pack(self));
        let mut block = format!("-----{BEGIN}-----\n");
        let mut rest = letters.as_str();
        while !rest.is_empty() {
            // Letters of base64 are one byte each.
            let (line, after) = rest.split_at(rest.len().min(LINE_OF_BLOCK));
            block.push_str(line);
            block.push('\n');
            rest = after;
        }
        block.push_str(&format!("-----{END}-----\n"));
        block
    }

    /// The line for a QR code. None where it is too long for one.
    pub fn to_compact(&self) -> Option<String> {
        let line = format!("{LINE}{}", to_base64(&pack(self)));
        (line.len() <= LONGEST_LINE).then_some(line)
    }
}

/// A link that opens a mail to this address. None where it is too long for some mail programs.
pub fn mail_to(to: &str, mail: &Mail) -> Option<String> {
    let to = utf8_percent_encode(to, NON_ALPHANUMERIC).to_string();
    mailto(mail).map(|link| link.replacen("mailto:", &format!("mailto:{to}"), 1))
}

/// Letters and digits of any script, in small letters, with one hyphen between words: no
/// system forbids any of them in the name of a file.
fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::receipt::making::tests::{accepted, course, making, passing};

    fn signed() -> Signed {
        let course = course();
        let receipt = Receipt::of(&passing(), making(&course, Some(accepted(&["m"]))));
        Signed { receipt, signature: String::new() }
    }

    #[test]
    fn no_line_of_a_block_is_long_enough_to_be_broken() {
        let block = signed().to_block();
        let lines: Vec<&str> = block.lines().collect();
        assert_eq!(lines.first(), Some(&"-----BEGIN TRAINING RECEIPT-----"));
        assert_eq!(lines.last(), Some(&"-----END TRAINING RECEIPT-----"));
        assert!(lines.iter().all(|line| line.len() <= 64) && !block.contains('='));
    }

    #[test]
    fn a_file_is_named_after_course_learner_and_day() {
        let mut signed = signed();
        assert_eq!(signed.file_name(Day(20_790)), "small-zoë-2026-12-03.training-receipt.json");
        signed.receipt.learner = "../郭 O'Neil: <b>".into();
        assert_eq!(signed.file_name(Day(20_790)), "small-郭-o-neil-b-2026-12-03.training-receipt.json");
        signed.receipt.learner = String::new();
        assert_eq!(signed.file_name(Day(20_790)), "small-2026-12-03.training-receipt.json");
    }

    #[test]
    fn a_mail_opens_with_the_receipt_in_it() {
        let mail = Mail { subject: "A & B".to_owned(), text: "One+two\nthree".to_owned() };
        let expected = "mailto:people%40example%2Ecom?subject=A%20%26%20B&body=One%2Btwo%0D%0Athree";
        assert_eq!(mail_to("people@example.com", &mail).as_deref(), Some(expected));
    }
}
