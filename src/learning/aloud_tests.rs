//! What a listener can rely on: everything is said once, in order, in short breaths.

use proptest::prelude::*;

use super::*;

fn said(passages: &[&[&str]]) -> Vec<Sentence> {
    let owned: Vec<Vec<String>> =
        passages.iter().map(|pieces| pieces.iter().map(|&piece| piece.to_owned()).collect()).collect();
    sentences(&owned)
}

fn texts(passages: &[&[&str]]) -> Vec<String> {
    said(passages).into_iter().map(|sentence| sentence.text).collect()
}

#[test]
fn each_sentence_knows_its_place() {
    let found = said(&[&["A title"], &["One 🚀 rocket. ", "\n Two\n  lines."]]);
    let places: Vec<_> = found.iter().map(|found| (found.passage, found.from, found.to)).collect();
    assert_eq!(places, [(0, 0, 7), (1, 0, 14), (1, 17, 29)]);
    assert_eq!(found[2].text, "Two lines.");
}

#[test]
fn what_has_no_words_is_said_with_the_sentence_before_it() {
    assert_eq!(texts(&[&["Well done! ", "🚀 "], &["…"], &["– "], &["  "]]), ["Well done! 🚀"]);
}

#[test]
fn a_long_sentence_is_cut_after_a_comma() {
    let long = format!("{}, {}", "many words ".repeat(15).trim_end(), "and more of them ".repeat(6));
    let found = texts(&[&[&long]]);
    assert_eq!(found.len(), 2);
    assert!(found[0].ends_with("words,"), "{}", found[0]);
}

#[test]
fn a_long_word_is_left_whole() {
    let word = "a".repeat(1000);
    assert_eq!(texts(&[&[&word]]), [word.as_str()]);
}

#[test]
fn a_pause_goes_on_with_the_same_sentence() {
    let paused = Reading::Speaking(3).pause_or_resume();
    assert_eq!(paused, Reading::Paused(3));
    // The engine ends the sentence that was broken off: that is no reason to go on.
    assert_eq!(paused.said(9), paused);
    assert_eq!(paused.pause_or_resume(), Reading::Speaking(3));
}

#[test]
fn steps_stay_within_the_text_and_keep_a_pause() {
    assert_eq!(Reading::Speaking(0).step(false, 2), Reading::Speaking(0));
    assert_eq!(Reading::Paused(0).step(true, 2), Reading::Paused(1));
    assert_eq!(Reading::Speaking(1).step(true, 2), Reading::Speaking(1));
    assert_eq!(Reading::Silent.step(true, 2), Reading::Silent);
}

#[test]
fn nothing_to_read_is_silence() {
    assert_eq!(Reading::begin(0), Reading::Silent);
}

fn a_voice(id: &str, language: &str, local: bool, default: bool) -> Voice {
    Voice { id: id.into(), name: id.into(), language: language.into(), local, default }
}

#[test]
fn a_voice_of_the_device_is_taken_unless_another_was_chosen() {
    let voices = [
        a_voice("far", "en-US", false, true),
        a_voice("us", "en_US", true, false),
        a_voice("uk", "en-GB", true, false),
        a_voice("de", "de-DE", true, true),
    ];
    let taken =
        |chosen: &str, language: &str| voice(&voices, chosen, language).map(|voice| voice.id.as_str());
    assert_eq!(taken("", "en"), Some("us"));
    assert_eq!(taken("", "en-GB"), Some("uk"));
    assert_eq!(taken("far", "en"), Some("far"));
    assert_eq!(taken("de", "en"), Some("us"), "the chosen voice speaks another language");
    assert_eq!(taken("gone", "en"), Some("us"));
    assert_eq!(taken("", "fr"), None);
    assert_eq!(voice(&voices[..1], "", "en"), None, "unasked, nothing is sent over the internet");
}

proptest! {
    #[test]
    fn every_word_is_said_once_and_in_order(
        passages in proptest::collection::vec(proptest::collection::vec("[a-c🚀 ,.\n]{0,300}", 0..4), 0..4),
    ) {
        let words = |text: &str| {
            text.split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        for (passage, pieces) in passages.iter().enumerate() {
            let found: Vec<Sentence> =
                sentences(&passages).into_iter().filter(|found| found.passage == passage).collect();
            let all: Vec<String> = pieces.iter().flat_map(|piece| words(piece)).collect();
            let letters = |words: &[String]| words.concat().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let spoken: Vec<String> = found.iter().flat_map(|found| words(&found.text)).collect();
            prop_assert_eq!(letters(&spoken), letters(&all));

            let units: Vec<u16> = pieces.concat().encode_utf16().collect();
            for (index, sentence) in found.iter().enumerate() {
                prop_assert!(index == 0 || found[index - 1].to <= sentence.from);
                let marked = String::from_utf16(&units[sentence.from..sentence.to]).expect("whole characters");
                prop_assert_eq!(letters(&words(&marked)), letters(&words(&sentence.text)));
            }
        }
    }

    #[test]
    fn what_has_blanks_is_said_in_short_breaths(text in "([a-z]{1,12}[ ,] ?){0,200}") {
        for sentence in sentences(&[vec![text]]) {
            prop_assert!(sentence.text.chars().count() <= LONGEST, "{}", sentence.text);
        }
    }

    #[test]
    fn a_reading_comes_to_its_end(sentences in 1..50_usize, steps in proptest::collection::vec(0..4_u8, 0..30)) {
        let mut reading = Reading::begin(sentences);
        for step in steps {
            reading = match step {
                0 => reading.said(sentences),
                1 => reading.pause_or_resume(),
                step => reading.step(step == 2, sentences),
            };
            prop_assert!(reading.sentence().is_none_or(|sentence| sentence < sentences));
        }
        if let Reading::Paused(_) = reading {
            reading = reading.pause_or_resume();
        }
        for _ in 0..sentences {
            reading = reading.said(sentences);
        }
        prop_assert_eq!(reading, Reading::Silent);
    }
}
