//! What a query finds, and in which order.
//!
//! A place is found when it has all words of the query, the last one perhaps only
//! begun. A clause called by its id comes first; then what has the words in its title;
//! then what has them often, or whole, rare words counting more; else the course's order.

use std::ops::Range;

use super::Kind;
use super::form::{Index, Place, Posting};
use super::words::{Decompose, words};

/// What somebody looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads a query as it was typed.
    pub fn read(text: &str, decompose: Decompose) -> Self {
        Self { words: words(text, decompose).map(|word| word.folded).collect() }
    }

    /// Whether there is no word in it.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words of a text that the query looks for.
    pub fn marks(&self, text: &str, decompose: Decompose) -> Vec<Range<usize>> {
        let found = words(text, decompose).filter(|word| self.looks_for(&word.folded));
        found.map(|word| word.span).collect()
    }

    fn looks_for(&self, word: &str) -> bool {
        self.words.iter().any(|wanted| wanted == word)
            || self.words.last().is_some_and(|begun| word.starts_with(begun.as_str()))
    }

    /// Whether it calls a clause by its id: `dsc-2`, `DSC 2`, `dsc2`.
    fn calls(&self, clause: &str) -> bool {
        let letters = clause.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase());
        letters.eq(self.words.iter().flat_map(|word| word.bytes()))
    }
}

/// A place that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'i> {
    pub kind: Kind,
    pub title: &'i str,
    /// Titles of what it is part of, the largest first.
    pub trail: [&'i str; 2],
    /// The page, seen from the site's root.
    pub page: &'i str,
    /// Where on the page; none at its top.
    pub anchor: Option<&'i str>,
}

/// How many places a query finds, and the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Results<'i> {
    pub all: usize,
    pub first: Vec<Found<'i>>,
}

/// What the places of a query collect, by their number.
#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    /// How many words it has, from the first on.
    words: u32,
    titles: u32,
    points: u32,
    /// What the word that is being looked up gives: titles and points.
    best: (u32, u32),
}

impl Index {
    /// The places that a query finds, the best ones first, `limit` of them at most.
    pub fn find(&self, query: &Query, limit: usize) -> Results<'_> {
        let mut tallies = vec![Tally::default(); self.places.len()];
        for (number, _) in query.words.iter().enumerate() {
            self.count_word(query, number, &mut tallies);
        }
        let wanted = query.words.len() as u32;
        let called = self.places.iter().position(|place| is_called(place, query));
        let mut found: Vec<usize> = (0..tallies.len())
            .filter(|place| Some(*place) == called || (wanted > 0 && tallies[*place].words == wanted))
            .collect();
        let order = |place: &usize| {
            let tally = tallies[*place];
            std::cmp::Reverse((Some(*place) == called, tally.titles, tally.points, std::cmp::Reverse(*place)))
        };
        let all = found.len();
        if all > limit && limit > 0 {
            found.select_nth_unstable_by_key(limit - 1, order);
        }
        found.truncate(limit);
        found.sort_unstable_by_key(order);
        Results { all, first: found.into_iter().map(|place| self.found(&self.places[place])).collect() }
    }

    /// Adds what the places have of one word of a query; those without it are passed over from then on.
    fn count_word(&self, query: &Query, number: usize, tallies: &mut [Tally]) {
        let word = query.words[number].as_str();
        let range = self.range(word, number + 1 == query.words.len());
        let places: usize = range.clone().map(|word| self.words.postings(word).len()).sum();
        let rarity = 1 + (tallies.len() / places.max(1)).max(1).ilog2();
        for found in range.clone() {
            let whole = u32::from(self.words.get(found) == word);
            for posting in &self.postings[self.words.postings(found)] {
                let Some(tally) = tallies.get_mut(posting.place()) else { continue };
                if tally.words < number as u32 {
                    continue;
                }
                tally.words = number as u32 + 1;
                tally.best = tally.best.max(worth(*posting, whole, rarity));
            }
        }
        for tally in tallies {
            let (titles, points) = std::mem::take(&mut tally.best);
            (tally.titles, tally.points) = (tally.titles + titles, tally.points + points);
        }
    }

    /// The words that are this one or, where it may be only begun, start with it.
    fn range(&self, word: &str, begun: bool) -> Range<usize> {
        let start = self.first_word(|known| known >= word);
        let end = self.first_word(|known| known > word && !(begun && known.starts_with(word)));
        start..end.max(start)
    }

    /// The number of the first word for which this is so; it is so for all that follow.
    fn first_word(&self, so: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (0, self.words.len());
        while low < high {
            let middle = low + (high - low) / 2;
            if so(self.words.get(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    fn found<'i>(&'i self, place: &'i Place) -> Found<'i> {
        let page = &self.pages[place.page as usize];
        let title = place.title.as_deref();
        Found {
            kind: place.kind,
            title: title.unwrap_or(&page.title),
            trail: [&page.trail, if title.is_some() { &page.title } else { "" }],
            page: &page.address,
            anchor: place.anchor.as_deref(),
        }
    }

    /// The query with each word that is nowhere replaced by one that is spelt nearly the
    /// same, as a text. None where that finds nothing either.
    pub fn did_you_mean(&self, query: &Query) -> Option<String> {
        let last = query.words.len().checked_sub(1)?;
        let mended = query.words.iter().enumerate().map(|(number, word)| {
            let known = !self.range(word, number == last).is_empty();
            if known { Some(word.as_str()) } else { self.nearest(word) }
        });
        let mended = Query { words: mended.map(|word| word.map(str::to_owned)).collect::<Option<_>>()? };
        let finds = mended != *query && self.find(&mended, 0).all > 0;
        finds.then(|| mended.words.join(" "))
    }

    /// The word that differs least, in a third of its letters at most; of several the most frequent.
    fn nearest(&self, word: &str) -> Option<&str> {
        let letters: Vec<char> = word.chars().collect();
        let most = (letters.len() / 3).min(2);
        let near = (0..self.words.len()).filter_map(|known| {
            let distance = distance(&letters, self.words.get(known), most)?;
            Some((distance, std::cmp::Reverse(self.words.postings(known).len()), known))
        });
        near.min().map(|(_, _, known)| self.words.get(known))
    }
}

fn is_called(place: &Place, query: &Query) -> bool {
    let id = place.anchor.as_deref().filter(|_| place.kind == Kind::Clause);
    id.is_some_and(|id| id.contains('-') && query.calls(id))
}

/// Titles and points that a place gets for a word.
fn worth(posting: Posting, whole: u32, rarity: u32) -> (u32, u32) {
    let titles = if posting.in_title() { 1 + whole } else { 0 };
    (titles, rarity * (1 + 2 * whole + u32::from(posting.often())))
}

/// How many letters must be added, dropped, replaced or swapped with their neighbour.
/// None where it is more than `most`.
fn distance(a: &[char], b: &str, most: usize) -> Option<usize> {
    if most == 0 || b.len() + most < a.len() {
        return None;
    }
    let mut two_before: Vec<usize> = Vec::new();
    let mut before: Vec<usize> = (0..=a.len()).collect();
    let mut last = None;
    for (row, letter) in b.chars().enumerate() {
        if row >= a.len() + most {
            return None;
        }
        let mut current = Vec::with_capacity(a.len() + 1);
        current.push(row + 1);
        for column in 0..a.len() {
            let same = usize::from(a[column] != letter);
            let mut least = (before[column] + same).min(before[column + 1] + 1).min(current[column] + 1);
            let swapped = column > 0 && Some(a[column]) == last && a[column - 1] == letter;
            if swapped && let Some(earlier) = two_before.get(column - 1) {
                least = least.min(earlier + 1);
            }
            current.push(least);
        }
        if current.iter().all(|distance| *distance > most) {
            return None;
        }
        two_before = std::mem::replace(&mut before, current);
        last = Some(letter);
    }
    before.last().copied().filter(|distance| *distance <= most)
}
