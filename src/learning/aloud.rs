//! Reading a lesson aloud: what is said, by which voice, and where the reading stands.
//!
//! Sentence by sentence, since some browsers stop in the middle of a long text.
//! Knows passages as text cut where sentences begin; does not know the page nor
//! the voice's engine.

/// Longer pieces are cut once more: fifteen seconds are all that some browsers allow.
const LONGEST: usize = 220;

/// Something that is said in one breath.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Which passage it is in, and where, counted in UTF-16 as the page counts.
    pub passage: usize,
    pub from: usize,
    pub to: usize,
    /// As it is said: one blank where the page has several.
    pub text: String,
}

/// The sentences of all passages. Each passage comes as pieces that together are its text.
pub fn sentences(passages: &[Vec<String>]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (passage, pieces) in passages.iter().enumerate() {
        let first = sentences.len();
        let mut at = 0;
        for piece in pieces.iter().flat_map(|piece| cut(piece)) {
            let length = utf16(piece);
            add(&mut sentences, first, passage, at, piece);
            at += length;
        }
    }
    sentences
}

/// Adds a piece; one without a letter or digit belongs to the sentence before it.
fn add(sentences: &mut Vec<Sentence>, first: usize, passage: usize, at: usize, piece: &str) {
    let words = piece.trim();
    let from = at + utf16(&piece[..piece.len() - piece.trim_start().len()]);
    let to = from + utf16(words);
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().any(char::is_alphanumeric) {
        sentences.push(Sentence { passage, from, to, text });
    } else if let Some(before) = sentences[first..].last_mut().filter(|_| !words.is_empty()) {
        before.to = to;
        before.text.push(' ');
        before.text.push_str(&text);
    }
}

/// Cuts what is too long for one breath: after a comma or the like, else at a blank.
fn cut(piece: &str) -> Vec<&str> {
    let mut rest = piece;
    let mut parts = Vec::new();
    while let Some((limit, _)) = rest.char_indices().nth(LONGEST) {
        let is_pause = |c: char| matches!(c, ',' | ';' | ':' | '–' | '—' | ')' | '、' | '，');
        let head = &rest[..limit];
        let pause = head.rfind(is_pause).map(|at| at + head[at..].chars().next().map_or(1, char::len_utf8));
        let blank = head.rfind(char::is_whitespace);
        // A pause near the start would leave a breath that is hardly worth taking.
        let Some(end) = pause.filter(|end| *end * 3 > limit).or(blank).filter(|end| *end > 0) else {
            break;
        };
        parts.push(&rest[..end]);
        rest = &rest[end..];
    }
    parts.push(rest);
    parts
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Where the reading stands, by the number of a sentence.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reading {
    #[default]
    Silent,
    Speaking(usize),
    Paused(usize),
}

impl Reading {
    /// The sentence that is being read.
    pub fn sentence(self) -> Option<usize> {
        match self {
            Self::Silent => None,
            Self::Speaking(sentence) | Self::Paused(sentence) => Some(sentence),
        }
    }

    /// Begins with the first of some sentences.
    pub fn begin(sentences: usize) -> Self {
        if sentences > 0 { Self::Speaking(0) } else { Self::Silent }
    }

    /// A sentence was said to its end.
    #[must_use]
    pub fn said(self, sentences: usize) -> Self {
        match self {
            Self::Speaking(sentence) if sentence + 1 < sentences => Self::Speaking(sentence + 1),
            Self::Speaking(_) => Self::Silent,
            other => other,
        }
    }

    /// Pauses, or goes on with the sentence where it paused.
    #[must_use]
    pub fn pause_or_resume(self) -> Self {
        match self {
            Self::Speaking(sentence) => Self::Paused(sentence),
            Self::Paused(sentence) => Self::Speaking(sentence),
            Self::Silent => Self::Silent,
        }
    }

    /// Goes to the sentence after or before; stays at the last and the first.
    #[must_use]
    pub fn step(self, forward: bool, sentences: usize) -> Self {
        let to = |sentence: usize| {
            if forward { (sentence + 1).min(sentences.saturating_sub(1)) } else { sentence.saturating_sub(1) }
        };
        match self {
            Self::Silent => Self::Silent,
            Self::Speaking(sentence) => Self::Speaking(to(sentence)),
            Self::Paused(sentence) => Self::Paused(to(sentence)),
        }
    }
}

/// A voice of the device or of the browser's maker.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Voice {
    pub id: String,
    pub name: String,
    /// `en-GB`; some devices write `en_GB`.
    pub language: String,
    /// On the device. What another voice reads is sent over the internet to its maker.
    pub local: bool,
    /// The one that the device prefers.
    pub default: bool,
}

impl Voice {
    /// Whether it speaks a language, whatever the country.
    pub fn speaks(&self, language: &str) -> bool {
        primary(&self.language).eq_ignore_ascii_case(primary(language))
    }
}

/// `en` of `en-GB`.
fn primary(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

/// The voice for a language: the one that the learner chose, else one of the device.
/// A voice over the internet is never taken unasked.
pub fn voice<'v>(voices: &'v [Voice], chosen: &str, language: &str) -> Option<&'v Voice> {
    let fitting = || voices.iter().filter(|voice| voice.speaks(language));
    let same_country = |voice: &Voice| voice.language.replace('_', "-").eq_ignore_ascii_case(language);
    fitting().find(|voice| !chosen.is_empty() && voice.id == chosen).or_else(|| {
        // Of equals the last wins, so the list goes backwards.
        fitting().filter(|voice| voice.local).rev().max_by_key(|voice| (voice.default, same_country(voice)))
    })
}

#[cfg(test)]
#[path = "aloud_tests.rs"]
mod tests;
