//! Raw deflate (RFC 1951) of short texts that all look alike: behind words that both
//! sides know, so that a word of theirs costs three bytes.
//!
//! The words are a part of form 1 of a link and of a packed receipt, and never change. A course whose modules
//! have other ids works as well; its links are a little longer.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
    deflate_flags::TDEFL_FORCE_ALL_STATIC_BLOCKS,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

const BEST_LEVEL: i32 = 10;
const RAW: i32 = -15;

/// Each stands behind its length, as in the text itself.
const KNOWN: [&str; 58] = [
    "Please finish before the ",
    "Bitte bis zum ",
    "Required once a year",
    "anti-bribery",
    "code-of-conduct",
    "competition-law",
    "conflicts-of-interest",
    "cyber-security",
    "data-protection",
    "diversity-and-inclusion",
    "export-control",
    "fire-safety",
    "first-aid",
    "gifts-and-hospitality",
    "harassment",
    "health-and-safety",
    "information-security",
    "insider-trading",
    "introduction",
    "money-laundering",
    "passwords",
    "phishing",
    "privacy",
    "sanctions",
    "speak-up",
    "summary",
    "whistleblowing",
    "workplace",
    "compliance",
    "onboarding",
    "security",
    "training",
    "management",
    "Personalabteilung",
    "Human Resources",
    "HR department",
    "Compliance",
    "HR team",
    "social-workshop",
    "start",
    "why-advocacy",
    "platforms",
    "say-who-you-are",
    "information",
    "your-rights",
    "respect",
    "people-in-pictures",
    "others-work",
    "account-safety",
    "hard-moments",
    "ai",
    "everyone-can-read-it",
    "politics",
    "regulated-roles",
    "share-without-spam",
    "more-practice",
    "People team",
    "Person",
];

/// Why bytes are no deflated text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// They end before the text does.
    Cut,
    /// They are something else, or longer than anything of ours.
    Other,
}

/// A text, made shorter.
pub fn deflate(text: &[u8]) -> Vec<u8> {
    let flags = create_comp_flags_from_zip_params(BEST_LEVEL, RAW, 0);
    let own_codes = deflate_with(flags, text);
    let fixed_codes = deflate_with(flags | TDEFL_FORCE_ALL_STATIC_BLOCKS, text);
    if fixed_codes.len() <= own_codes.len() { fixed_codes } else { own_codes }
}

fn deflate_with(flags: u32, text: &[u8]) -> Vec<u8> {
    let mut compressor = CompressorOxide::new(flags);
    // What is written of the known words ends on a whole byte, and is thrown away.
    push(&mut compressor, &known(), TDEFLFlush::Sync);
    push(&mut compressor, text, TDEFLFlush::Finish)
}

fn push(compressor: &mut CompressorOxide, mut bytes: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut written = Vec::new();
    let mut buffer = [0; 1024];
    loop {
        let (status, read, length) = compress(compressor, bytes, &mut buffer, flush);
        written.extend(&buffer[..length]);
        bytes = &bytes[read..];
        let is_all_read = bytes.is_empty() && length < buffer.len();
        if status != TDEFLStatus::Okay || is_all_read {
            return written;
        }
    }
}

/// Reads what [`deflate`] wrote, and how many bytes it took. The text may not be longer than
/// `longest`, however short it was made.
pub fn inflate(bytes: &[u8], longest: usize) -> Result<(Vec<u8>, usize), Broken> {
    let mut text = known();
    let start = text.len();
    text.resize(start + longest, 0);
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, length) = decompress(&mut DecompressorOxide::new(), bytes, &mut text, start, flags);
    match status {
        TINFLStatus::Done => Ok((text[start..start + length].to_vec(), read)),
        TINFLStatus::NeedsMoreInput | TINFLStatus::FailedCannotMakeProgress => Err(Broken::Cut),
        _ => Err(Broken::Other),
    }
}

fn known() -> Vec<u8> {
    let with_length = |word: &&str| std::iter::once(word.len() as u8).chain(word.bytes()).collect::<Vec<_>>();
    KNOWN.iter().flat_map(with_length).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LONGEST: usize = 16 * 1024;

    fn inflate(bytes: &[u8]) -> Result<(Vec<u8>, usize), Broken> {
        super::inflate(bytes, LONGEST)
    }

    proptest! {
        #[test]
        fn any_text_comes_back(text in proptest::collection::vec(any::<u8>(), 0..4000)) {
            let short = deflate(&text);
            prop_assert_eq!(inflate(&short), Ok((text, short.len())));
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
            let _ = inflate(&bytes);
        }
    }

    #[test]
    fn a_text_that_grows_without_end_is_refused() {
        let short = deflate(&vec![b'a'; LONGEST + 1]);
        assert!(short.len() < 100, "{}", short.len());
        assert_eq!(inflate(&short), Err(Broken::Other));
        assert!(inflate(&deflate(&vec![b'a'; LONGEST])).is_ok());
    }

    #[test]
    fn what_is_cut_is_told_from_what_is_changed() {
        let short = deflate(b"say-who-you-are, and why");
        assert_eq!(inflate(&short[..short.len() - 1]), Err(Broken::Cut));
        assert_eq!(inflate(&[0xff; 20]), Err(Broken::Other));
    }
}
