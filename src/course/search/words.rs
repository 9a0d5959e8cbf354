//! The words of a text, folded as typed answers are: lower case, without accents. A
//! few letters that are no others with an accent are folded too, as `ß` is `ss`.

use std::ops::Range;

use crate::learning::typed::{self, Decomposed};

/// Puts each accent of a text behind its letter: `course::decomposed`, `browser::text`.
pub type Decompose = fn(&str) -> Decomposed;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its bytes in the text.
    pub span: Range<usize>,
    pub folded: String,
}

/// The words of a text, from left to right.
pub fn words(text: &str, decompose: Decompose) -> impl Iterator<Item = Word> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        loop {
            let start = rest + text[rest..].find(is_letter)?;
            let end = text[start..].find(|c| !is_of_word(c)).map_or(text.len(), |length| start + length);
            rest = end;
            let folded = fold(&text[start..end], decompose);
            if !folded.is_empty() {
                return Some(Word { span: start..end, folded });
            }
        }
    })
}

fn is_of_word(c: char) -> bool {
    is_letter(c) || typed::is_accent(c) || is_sign(c)
}

/// Signs within the words of India and Thailand, and the voicing of kana, which Unicode takes for no letters.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{963}' | '\u{966}'..='\u{e4e}' | '\u{3099}' | '\u{309a}')
}

/// Letters and digits. Unicode takes one of the apostrophes for a letter.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && c != 'ʼ'
}

fn fold(word: &str, decompose: Decompose) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    for letter in typed::fold(&decompose(word)).chars() {
        match letter {
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' => folded.push('d'),
            'ı' => folded.push('i'),
            letter => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::decomposed::decomposed;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text, decomposed).map(|word| word.folded).collect()
    }

    #[test]
    fn case_and_accents_make_no_difference() {
        assert_eq!(folded("Überraschung, ÉCLAIR cafe\u{301}"), ["uberraschung", "eclair", "cafe"]);
        assert_eq!(
            folded("Straße STRASSE søster Łódź ΣΑΣ σας"),
            ["strasse", "strasse", "soster", "lodz", "σασ", "σασ"]
        );
    }

    #[test]
    fn words_end_where_letters_and_digits_end() {
        assert_eq!(folded("DSC-2: “don’t” (a/b) donʼt"), ["dsc", "2", "don", "t", "a", "b", "don", "t"]);
        assert_eq!(folded(" – … 🚀"), [""; 0]);
        let word = words("– né!", decomposed).next().expect("a word");
        assert_eq!(&"– né!"[word.span], "né");
    }

    proptest! {
        #[test]
        fn a_folded_word_is_found_whatever_its_case_and_form(text in "[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Devanagari}\\p{Hiragana}\\p{Hangul} ,.’!\u{301}]{0,40}") {
            use unicode_normalization::UnicodeNormalization;
            let composed: String = text.nfc().collect();
            prop_assert_eq!(folded(&composed), folded(&decomposed(&composed).0));
            for word in words(&text, decomposed) {
                prop_assert!(!word.folded.is_empty());
                prop_assert!(text.get(word.span).is_some());
            }
        }
    }
}
