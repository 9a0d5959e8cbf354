//! Grading: what an answer earns.
//!
//! Knows a question and what was chosen, as an event keeps it. Does not know how
//! letters are taken apart: the form in which typed words are compared comes in.

use std::borrow::Cow;

use super::typed::{Decomposed, fold, is_near, number, numbers};
use crate::course::model::{Choice, Kind, Question};

/// What an answer earned, of what it could earn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grade {
    pub earned: u32,
    pub possible: u32,
}

/// How many characters of a typed answer are kept.
pub const LONGEST: usize = 200;

/// Takes letters and accents apart: `browser::text` does in a browser, `course::decomposed` natively.
pub type Decompose = fn(&str) -> Decomposed;

/// Grades an answer.
///
/// - All that apply: each right one earns a point and each wrong one takes a point away.
/// - Steps in order: a point for each two that follow each other as they should.
/// - Pairs: a point for each right one.
/// - Polls: nothing to earn.
pub fn grade(question: &Question, chosen: &[String], decompose: Decompose) -> Grade {
    let options = &question.options;
    let (earned, possible) = match question.kind {
        Kind::One | Kind::Scenario => (hits_less_misses(options, chosen).min(1), 1),
        Kind::Many => {
            let possible = options.iter().filter(|option| option.right).count();
            (hits_less_misses(options, chosen), possible)
        }
        Kind::Text | Kind::Number => {
            let found = chosen.first().and_then(|typed| foreseen(question, typed, decompose));
            (usize::from(found.is_some_and(|option| option.right)), 1)
        }
        Kind::Order => {
            let follows = (1..options.len()).filter(|place| follows_rightly(question, chosen, *place));
            (follows.count(), options.len().saturating_sub(1))
        }
        Kind::Match => {
            let right = options.iter().filter(|option| partner(chosen, &option.id) == Some(&option.id));
            (right.count(), options.len())
        }
        Kind::Poll => (0, 0),
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Grade { earned: number(earned), possible: number(possible) }
}

fn hits_less_misses(options: &[Choice], chosen: &[String]) -> usize {
    let chosen = options.iter().filter(|option| chosen.contains(&option.id));
    let (hits, misses): (Vec<_>, Vec<_>) = chosen.partition(|option| option.right);
    hits.len().saturating_sub(misses.len())
}

/// The foreseen answer that was typed: a right one before a known mistake.
pub fn foreseen<'q>(question: &'q Question, typed: &str, decompose: Decompose) -> Option<&'q Choice> {
    let right_first = question.options.iter().filter(|option| option.right);
    let mut options = right_first.chain(question.options.iter().filter(|option| !option.right));
    if question.kind == Kind::Number {
        return options.find(|option| {
            // A known mistake is exact.
            let tolerance = if option.right { question.tolerance } else { 0.0 };
            number(&option.accepts).is_some_and(|number| is_near(typed, number, tolerance))
        });
    }
    let typed = fold(&decompose(typed));
    options.find(|option| !typed.is_empty() && option.accepts == typed)
}

/// Whether enough was chosen or typed to be graded.
pub fn is_complete(question: &Question, chosen: &[String]) -> bool {
    match question.kind {
        Kind::Text => chosen.iter().any(|text| !typed(text).is_empty()),
        Kind::Number => chosen.first().is_some_and(|text| !numbers(text).is_empty()),
        Kind::Match => question.options.iter().all(|row| partner(chosen, &row.id).is_some()),
        _ => !chosen.is_empty(),
    }
}

/// What is kept of a typed answer.
pub fn typed(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Cow::Owned(text[..end].trim_end().to_owned()),
        None => Cow::Borrowed(text),
    }
}

/// Whether the step that comes at `place`, counted from 0, in the right order stands
/// right behind the one before it in the learner's.
pub fn follows_rightly(question: &Question, chosen: &[String], place: usize) -> bool {
    let step = |place: usize| question.options.get(place).map(|option| &option.id);
    let (Some(before), Some(step)) = (place.checked_sub(1).and_then(step), step(place)) else { return false };
    chosen.iter().position(|id| id == before).is_some_and(|index| chosen.get(index + 1) == Some(step))
}

/// A pair as it is kept.
pub fn pair(left: &str, right: &str) -> String {
    format!("{left}={right}")
}

/// The id of the row whose right-hand words were chosen for the row `left`.
pub fn partner<'c>(chosen: &'c [String], left: &str) -> Option<&'c str> {
    chosen.iter().filter_map(|pair| pair.split_once('=')).find(|(id, _)| *id == left).map(|(_, right)| right)
}

#[cfg(test)]
#[path = "grading_tests.rs"]
mod tests;
