//! How a receipt leaves the browser: as the text of a file, as a block in a mail, as one
//! line that fits into a QR code. All three hold the same bytes.
//!
//! Block and line hold a byte, 1 for this way of packing, and behind it the file's text,
//! deflated (RFC 1951). The block is base64 in lines of 64 characters without padding: no
//! mail program breaks lines so short, and quoted-printable has nothing to escape in them.

use base64::prelude::{BASE64_STANDARD_NO_PAD, Engine};
use miniz_oxide::deflate::compress_to_vec;

use super::{Receipt, Signed};
use crate::records::digest::{from_base64, sha256_hex, to_base64};

/// What stands around the block, between five dashes.
pub(super) const BEGIN: &str = "BEGIN TRAINING RECEIPT";
pub(super) const END: &str = "END TRAINING RECEIPT";
/// What stands before the line.
pub(super) const LINE: &str = "TRAINING-RECEIPT:";
/// The first byte of what is packed.
pub(super) const PACKED: u8 = 1;
/// More characters are no longer read from a printed QR code by every phone.
const LONGEST_LINE: usize = 500;
const LINE_OF_BLOCK: usize = 64;
const LEVEL: u8 = 9;
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

    /// The block for a mail, lines that end with a line feed.
    pub fn to_block(&self) -> String {
        let letters = BASE64_STANDARD_NO_PAD.encode(self.packed());
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
        let line = format!("{LINE}{}", to_base64(&self.packed()));
        (line.len() <= LONGEST_LINE).then_some(line)
    }

    fn packed(&self) -> Vec<u8> {
        let mut packed = vec![PACKED];
        packed.extend(compress_to_vec(self.to_text().as_bytes(), LEVEL));
        packed
    }
}
