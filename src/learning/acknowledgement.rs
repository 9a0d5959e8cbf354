//! Acknowledging the policy: which clauses wait, and what changed in their words.
//!
//! A clause waits until the words that it has now were received. The policy's
//! version does not matter, nor where a clause stands, nor its markup.

use similar::DiffTag;
use similar::algorithms::{Capture, Compact, Replace, myers};

use super::progress::{Acknowledgement, Progress};
use crate::course::fingerprint::fingerprint_of_words;
use crate::course::outline::{Outline, OutlineClause};

/// What stands at the end of a line among the words of a text.
const LINE_END: &str = "\n";

/// A clause that waits to be acknowledged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Waiting<'a> {
    pub clause: &'a OutlineClause,
    /// The words that were received before; none for a clause that is new to the learner.
    pub before: Option<&'a Acknowledgement>,
}

/// Where a learner stands with the policy.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Received<'a> {
    /// In the policy's order.
    pub waiting: Vec<Waiting<'a>>,
    /// The latest acknowledgement of a clause that is in the policy now.
    pub latest: Option<&'a Acknowledgement>,
}

impl Received<'_> {
    /// Nothing of this policy was ever acknowledged.
    pub fn is_first(&self) -> bool {
        self.latest.is_none()
    }
}

/// Where a learner stands with the clauses of a course.
pub fn received<'a>(outline: &'a Outline, progress: &'a Progress) -> Received<'a> {
    let known = |clause: &OutlineClause| progress.acknowledged(&clause.id);
    let waits = |clause: &'a OutlineClause| {
        let before = known(clause);
        let is_same = before.is_some_and(|before| fingerprint_of_words(&before.words) == clause.text);
        (!is_same).then_some(Waiting { clause, before })
    };
    Received {
        waiting: outline.clauses.iter().filter_map(waits).collect(),
        latest: outline.clauses.iter().filter_map(known).max_by_key(|known| known.at),
    }
}

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Kept,
    Removed,
    Added,
}

/// Words that stand together and had the same fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub change: Change,
    pub words: String,
}

/// What changed from old words to new ones, word by word: the parts of each line.
/// What replaces something stands behind it.
pub fn compare(old: &str, new: &str) -> Vec<Vec<Part>> {
    let mut lines = vec![Vec::new()];
    for (change, words) in runs(&words(old), &words(new)) {
        for (index, line) in words.split(|word| *word == LINE_END).enumerate() {
            if index > 0 {
                lines.push(Vec::new());
            }
            if let (false, Some(parts)) = (line.is_empty(), lines.last_mut()) {
                parts.push(Part { change, words: line.join(" ") });
            }
        }
    }
    lines.retain(|parts| !parts.is_empty());
    lines
}

/// The words of a text, and its line ends.
fn words(text: &str) -> Vec<&str> {
    let lines = text.lines().map(str::split_whitespace);
    let words = lines.flat_map(|line| line.chain(std::iter::once(LINE_END)));
    let mut words: Vec<&str> = words.collect();
    words.pop();
    words
}

/// Words in a row that had the same fate.
fn runs<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Change, Vec<&'t str>)> {
    let mut found = Compact::new(Replace::new(Capture::new()), old, new);
    match myers::diff(&mut found, old, 0..old.len(), new, 0..new.len()) {
        Ok(()) => {}
    }
    let mut runs = Vec::new();
    for operation in found.into_inner().into_inner().into_ops() {
        let (tag, before, after) = operation.as_tag_tuple();
        match tag {
            DiffTag::Equal => runs.push((Change::Kept, new[after].to_vec())),
            DiffTag::Delete => runs.push((Change::Removed, old[before].to_vec())),
            DiffTag::Insert => runs.push((Change::Added, new[after].to_vec())),
            DiffTag::Replace => {
                runs.push((Change::Removed, old[before].to_vec()));
                runs.push((Change::Added, new[after].to_vec()));
            }
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::learning::event::{Event, EventId, What};

    fn clause(id: &str, words: &str) -> OutlineClause {
        OutlineClause { id: id.into(), text: fingerprint_of_words(words), ..OutlineClause::default() }
    }

    fn outline(clauses: Vec<OutlineClause>) -> Outline {
        Outline { clauses, ..Outline::default() }
    }

    fn acknowledged(counter: u64, clause: &str, version: &str, words: &str) -> Event {
        let what = What::Acknowledged { clause: clause.into(), version: version.into(), words: words.into() };
        let id = EventId { counter, device: "d".into(), tab: "t".into() };
        Event { id, at: i64::try_from(counter).unwrap_or_default(), what }
    }

    fn waiting(outline: &Outline, events: &[Event]) -> Vec<(String, bool)> {
        let progress = Progress::of(events);
        let received = received(outline, &progress);
        let named = |waiting: &Waiting| (waiting.clause.id.clone(), waiting.before.is_some());
        received.waiting.iter().map(named).collect()
    }

    #[test]
    fn every_clause_waits_for_a_new_learner() {
        let outline = outline(vec![clause("A-1", "one"), clause("A-2", "two")]);
        assert_eq!(waiting(&outline, &[]), [("A-1".into(), false), ("A-2".into(), false)]);
        assert!(received(&outline, &Progress::default()).is_first());
    }

    #[test]
    fn only_changed_and_new_clauses_wait_after_a_new_version() {
        let events = [acknowledged(1, "A-1", "1", "one"), acknowledged(2, "A-2", "1", "two")];
        let outline = outline(vec![clause("A-1", "one"), clause("A-2", "two more"), clause("A-3", "three")]);
        assert_eq!(waiting(&outline, &events), [("A-2".into(), true), ("A-3".into(), false)]);
    }

    #[test]
    fn the_same_words_need_nothing_wherever_they_stand_and_however_they_are_broken() {
        let events = [acknowledged(1, "A-1", "1", "one\ntwo three"), acknowledged(2, "B-1", "1", "four")];
        let outline = outline(vec![clause("B-1", "four"), clause("A-1", "one two\nthree")]);
        assert_eq!(waiting(&outline, &events), []);
    }

    #[test]
    fn a_clause_that_went_and_came_back_is_still_acknowledged() {
        let events = [acknowledged(1, "A-1", "1", "one")];
        assert_eq!(waiting(&outline(vec![]), &events), []);
        assert_eq!(waiting(&outline(vec![clause("A-1", "one")]), &events), []);
    }

    #[test]
    fn the_latest_acknowledgement_is_named() {
        let events = [acknowledged(1, "A-1", "1", "one"), acknowledged(2, "A-2", "2", "two")];
        let outline = outline(vec![clause("A-1", "one"), clause("A-2", "two")]);
        let progress = Progress::of(&events);
        let latest = received(&outline, &progress).latest.map(|latest| latest.version.clone());
        assert_eq!(latest.as_deref(), Some("2"));
    }

    #[test]
    fn what_changed_is_marked_word_by_word() {
        let part = |change, words: &str| Part { change, words: words.into() };
        assert_eq!(
            compare("Say that you work here.\nFirst line.", "Say that you work at Acme.\nFirst line."),
            [
                vec![
                    part(Change::Kept, "Say that you work"),
                    part(Change::Removed, "here."),
                    part(Change::Added, "at Acme."),
                ],
                vec![part(Change::Kept, "First line.")],
            ]
        );
        assert_eq!(compare("", "New."), [[part(Change::Added, "New.")]]);
    }

    /// The words that some parts hold.
    fn rebuilt(runs: &[(Change, Vec<&str>)], without: Change) -> Vec<String> {
        let left = runs.iter().filter(|(change, _)| *change != without);
        left.flat_map(|(_, words)| words).map(|word| (*word).to_owned()).collect()
    }

    proptest! {
        #[test]
        fn nothing_is_lost_between_old_and_new_words(
            old in "([a-d]{1,2}[ \n]{1,2}){0,20}",
            new in "([a-d]{1,2}[ \n]{1,2}){0,20}",
        ) {
            let (old, new) = (words(&old), words(&new));
            let runs = runs(&old, &new);
            prop_assert_eq!(rebuilt(&runs, Change::Added), old);
            prop_assert_eq!(rebuilt(&runs, Change::Removed), new);
        }

        #[test]
        fn the_same_words_are_all_kept(text in "([a-d]{1,2}[ \n]{1,2}){0,20}") {
            let mut parts = compare(&text, &text).into_iter().flatten();
            prop_assert!(parts.all(|part| part.change == Change::Kept));
        }
    }
}
