//! Typed answers: which ones mean the same.
//!
//! Words are compared folded, numbers by what they can mean. Knows no tables of
//! Unicode: whoever calls brings text in its decomposed form, an accent behind its
//! letter. A course makes it natively (`course::decomposed`), the browser with its
//! own `normalize` (`browser::text`), so that the front end carries no tables either.

/// Text in Unicode's form NFD. Only the two places named above make one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decomposed(pub String);

/// Text without case, accents, extra blanks and final dots; apostrophes are straight.
/// Two answers mean the same when this is the same.
pub fn fold(text: &Decomposed) -> String {
    let letters = text.0.chars().filter(|letter| !is_accent(*letter)).flat_map(char::to_lowercase);
    // Lower case may bring accents of its own: `İ` is an `i` with a dot.
    let folded: String = letters.filter(|letter| !is_accent(*letter)).map(same_letter).collect();
    let words = folded.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches(['.', ' ']).to_owned()
}

/// Marks above, below and through letters. Vowel signs and the like are none: they are read.
pub fn is_accent(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Keyboards differ in their apostrophes, and Greek has two small sigmas.
fn same_letter(letter: char) -> char {
    match letter {
        '’' | '‘' | 'ʼ' => '\'',
        'ς' => 'σ',
        letter => letter,
    }
}

/// The number that a text means, if it can mean only one.
pub fn number(text: &str) -> Option<f64> {
    match numbers(text)[..] {
        [number] => Some(number),
        _ => None,
    }
}

/// The numbers that a text can mean: none, one, or two, as `1,000` is one or a thousand.
/// Comma or point marks decimals; blanks, commas or points stand between groups of three digits.
pub fn numbers(text: &str) -> Vec<f64> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => ("-", digits.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let split = |mark: char| digits.split_once(mark).filter(|(_, decimals)| !decimals.contains(mark));
    let readings = [split(','), split('.'), Some((digits, ""))];
    let mut numbers = Vec::new();
    for (whole, decimals) in readings.into_iter().flatten() {
        let Some(whole) = without_groups(whole) else { continue };
        if !decimals.bytes().all(|digit| digit.is_ascii_digit()) || whole.is_empty() && decimals.is_empty() {
            continue;
        }
        let number =
            format!("{sign}{whole}.{decimals}").parse().ok().filter(|number: &f64| number.is_finite());
        numbers.extend(number.filter(|number| !numbers.contains(number)));
    }
    numbers
}

/// The digits of a whole number, without what stands between its groups.
fn without_groups(whole: &str) -> Option<String> {
    let is_digits = |digits: &str| digits.bytes().all(|digit| digit.is_ascii_digit());
    if is_digits(whole) {
        return Some(whole.to_owned());
    }
    let mark = whole.chars().find(|letter| !letter.is_ascii_digit())?;
    if !(mark.is_whitespace() || matches!(mark, ',' | '.')) {
        return None;
    }
    let groups: Vec<&str> = whole.split(mark).collect();
    let (first, rest) = groups.split_first()?;
    let is_first = (1..=3).contains(&first.len()) && is_digits(first) && !first.starts_with('0');
    (is_first && rest.iter().all(|group| group.len() == 3 && is_digits(group))).then(|| groups.concat())
}

/// Whether a typed number is right: at most `tolerance` away from `right`, in one of its readings.
pub fn is_near(typed: &str, right: f64, tolerance: f64) -> bool {
    numbers(typed).into_iter().any(|number| are_near(number, right, tolerance))
}

/// Whether two numbers are at most `tolerance` apart. `0.1` and `0.2` are not stored exactly,
/// so the last digits of a sum do not count.
pub fn are_near(number: f64, right: f64, tolerance: f64) -> bool {
    let inexact = f64::EPSILON * 8.0 * number.abs().max(right.abs());
    (number - right).abs() <= tolerance + inexact
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::decomposed::decomposed;

    fn folded(text: &str) -> String {
        fold(&decomposed(text))
    }

    #[test]
    fn case_accents_blanks_apostrophes_and_a_final_dot_do_not_matter() {
        assert_eq!(folded("  Café\u{a0}\u{2009} Crème. "), "cafe creme");
        assert_eq!(folded("I DON’T"), "i don't");
        assert_eq!(folded("İstanbul"), "istanbul");
        assert_eq!(folded("ΟΔΟΣ"), folded("οδός"));
        assert_eq!(folded("v1.2 ..."), "v1.2");
    }

    #[test]
    fn other_letters_stay_other_letters() {
        for (one, other) in [("c", "c++"), ("ガ", "カ"), ("ø", "o"), ("किताब", "कताब"), ("a b", "ab")]
        {
            assert_ne!(folded(one), folded(other));
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (written, number) in [
            ("23", 23.0),
            (" +23 ", 23.0),
            ("\u{2212}2,5", -2.5),
            ("- 2.5", -2.5),
            (".5", 0.5),
            ("0,125", 0.125),
            ("5.", 5.0),
            ("1 000", 1000.0),
            ("12\u{202f}345,5", 12345.5),
            ("1,234,567", 1_234_567.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
        ] {
            assert_eq!(super::number(written), Some(number), "{written}");
        }
    }

    #[test]
    fn a_comma_before_three_digits_has_two_meanings() {
        assert_eq!(numbers("1,000"), [1.0, 1000.0]);
        assert_eq!(number("1,000"), None);
        assert!(is_near("1,000", 1000.0, 0.0) && is_near("1.000", 1.0, 0.0));
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".", "2 3", "1 0000", "0 123", "1,2,3", "1e3", "NaN", "inf", "23 %", "٣", "1-2"]
        {
            assert_eq!(numbers(text), Vec::<f64>::new(), "{text}");
        }
        assert_eq!(number(&"9".repeat(400)), None);
    }

    #[test]
    fn a_tolerance_ends_where_it_says() {
        assert!(is_near("0,3", 0.2, 0.1) && is_near("23.1", 23.0, 0.1));
        assert!(!is_near("23.11", 23.0, 0.1) && !is_near("22", 23.0, 0.0));
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in any::<String>()) {
            let once = folded(&text);
            prop_assert_eq!(folded(&once), once);
        }

        #[test]
        fn any_text_is_read(text in "[0-9.,+ \u{2212}\u{202f}-]{0,12}|.{0,8}") {
            prop_assert!(numbers(&text).len() <= 2);
        }

        #[test]
        fn a_written_number_means_itself(number in -1e12..1e12_f64) {
            prop_assert!(is_near(&number.to_string(), number, 0.0));
        }
    }
}
