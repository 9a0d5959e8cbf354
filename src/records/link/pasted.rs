//! Where a payload may stand in a pasted text: alone, in a link, or in what a mail program
//! made of the link.

use percent_encoding::percent_decode_str;

/// What stands before the payload in a link.
pub const MARK: &str = "#a=";
/// No mail program breaks a link into more pieces than this.
const MOST_PIECES: usize = 200;

/// Every text that may be the payload, the likeliest first. Empty where none may be.
pub fn candidates(text: &str) -> Vec<String> {
    let text = unwrapped(text);
    match text.find(MARK) {
        Some(at) => growing(&text[at + MARK.len()..]),
        None => match text.strip_prefix(&MARK[1..]) {
            Some(payload) => growing(payload),
            None => whole(&text).into_iter().collect(),
        },
    }
}

/// Without quoted-printable (RFC 2045) and without the encoding of a link within a link.
fn unwrapped(text: &str) -> String {
    let mut text = text.replace("=\r\n", "").replace("=\n", "").replace("#a=3D", MARK);
    for _ in 0..3 {
        if text.contains(MARK) {
            break;
        }
        text = percent_decode_str(&text).decode_utf8_lossy().into_owned();
    }
    text.trim_start_matches(|c: char| c.is_whitespace() || c == '<' || c == '#').to_owned()
}

/// The first piece, the first two together, and so on: a mail program may have broken the
/// payload into pieces, and other words may stand behind it.
fn growing(text: &str) -> Vec<String> {
    let mut so_far = String::new();
    let mut found = Vec::new();
    for piece in text.split(|c| !is_letter(c)).filter(|piece| !piece.is_empty()).take(MOST_PIECES) {
        so_far.push_str(piece);
        found.push(so_far.clone());
    }
    if found.is_empty() {
        found.push(String::new());
    }
    found
}

/// A payload without a link around it: letters of a payload and blanks, nothing else.
fn whole(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '>').collect();
    text.chars().all(is_letter).then_some(text).filter(|text| !text.is_empty())
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}
