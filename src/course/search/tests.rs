//! What a course's places are, what a query finds among some, and what a damaged index does.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::form::{FORM, Index, Unreadable, check};
use super::lookup::{Found, Query};
use super::places::{self, PageText, PlaceText};
use super::words::words;
use super::{Kind, build};
use crate::course::decomposed::decomposed;
use crate::course::read::read;
use crate::course::source::SourceFolder;

const LESSON: &str = "\
---
id: where
title: Where to put it
minutes: 3
---

Readers of *micro*posts want to **know**: [DSC-2] &amp; more.[^1]

## Über “cafés”

- one
- two

### Notes {.notes}

Trainers alone.

## Where does it go? {#dsc-where .quiz clause=DSC-2}

You recommend the app.

- [ ] In my profile
  > Few readers open it.
- [x] In the post
  > Nobody misses it.

### Why {.why}
Explained afterwards.

[^1]: A footnote.
";
const POLICY: &str = "\
---
version: 1
---
# Our policy

## Say who you are {#DSC}
### Name your job {#DSC-1}
Of course.
### Put it in the post itself {#DSC-2}
Where nobody can miss it.
### And twelve more {#DSC-20}
For 2 readers.
";

fn course() -> Vec<PageText> {
    let files = [
        ("course.toml", "title = \"Small\"\n"),
        ("policy.md", POLICY),
        ("glossary.md", "Feed\n: Posts in a row.\n\nEngagement fatigue\n: Too much of it.\n"),
        ("01-start/01-where.md", LESSON),
    ];
    let (course, diagnostics) = read(&SourceFolder::from_texts("small", files));
    assert!(diagnostics.iter().all(|found| !found.is_error()), "{diagnostics:?}");
    places::of(&course)
}

fn index(pages: &[PageText]) -> Index {
    Index::read(&build::of_pages(pages)).expect("an index")
}

fn query(text: &str) -> Query {
    Query::read(text, decomposed)
}

/// What is found, as `page#anchor`.
fn found(text: &str) -> Vec<String> {
    let index = index(&course());
    let address = |found: &Found| format!("{}#{}", found.page, found.anchor.unwrap_or_default());
    index.find(&query(text), 50).first.iter().map(address).collect()
}

#[test]
fn places_are_sections_questions_clauses_and_terms() {
    let shown: Vec<String> = course()
        .iter()
        .flat_map(|page| page.places.iter().map(move |place| (page, place)))
        .map(|(page, place)| {
            let title = place.title.as_ref().unwrap_or(&page.title);
            let text = place.text.split_whitespace().collect::<Vec<_>>().join(" ");
            format!(
                "{:?} {}#{} | {title} | {text}",
                place.kind,
                page.address,
                place.anchor.as_deref().unwrap_or("")
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            "Lesson start/where.html# | Where to put it | Readers of microposts want to know: DSC-2 & more. 1",
            "Lesson start/where.html#über-cafés | Über “cafés” | one two",
            "Question start/where.html#dsc-where | Where does it go? | You recommend the app.",
            "Clause policy.html# | Our policy | ",
            "Clause policy.html#DSC | Say who you are | ",
            "Clause policy.html#DSC-1 | DSC-1: Name your job | Of course.",
            "Clause policy.html#DSC-2 | DSC-2: Put it in the post itself | Where nobody can miss it.",
            "Clause policy.html#DSC-20 | DSC-20: And twelve more | For 2 readers.",
            "Term glossary.html#engagement-fatigue | Engagement fatigue | Too much of it.",
            "Term glossary.html#feed | Feed | Posts in a row.",
        ]
    );
}

#[test]
fn answers_reasons_and_notes_are_not_found() {
    for text in ["profile", "misses", "afterwards", "trainers"] {
        assert_eq!(found(text), [""; 0], "{text}");
    }
}

#[test]
fn a_place_has_all_words_and_the_last_one_perhaps_only_begun() {
    assert_eq!(found("readers know"), ["start/where.html#"]);
    assert_eq!(found("readers kn"), ["start/where.html#"]);
    assert_eq!(found("know rea"), ["start/where.html#"]);
    assert_eq!(found("kn readers"), [""; 0]);
    assert_eq!(found("UBER CAFE"), ["start/where.html#über-cafés"]);
    assert_eq!(found("  "), [""; 0]);
}

#[test]
fn a_clause_called_by_its_id_comes_first() {
    for text in ["DSC-2", "dsc 2", "dsc2", " Dsc–2 "] {
        assert_eq!(found(text).first().map(String::as_str), Some("policy.html#DSC-2"), "{text}");
    }
    assert_eq!(found("DSC-20").first().map(String::as_str), Some("policy.html#DSC-20"));
}

#[test]
fn titles_come_before_texts_and_whole_words_before_beginnings() {
    assert_eq!(found("feed"), ["glossary.html#feed"]);
    assert_eq!(found("post")[..2], ["policy.html#DSC-2", "glossary.html#feed"]);
    assert_eq!(found("where")[0], "start/where.html#");
    assert_eq!(found("engag"), ["glossary.html#engagement-fatigue"]);
}

#[test]
fn a_result_says_what_it_is_part_of() {
    let index = index(&course());
    let results = index.find(&query("cafes"), 5);
    let expected = Found {
        kind: Kind::Lesson,
        title: "Über “cafés”",
        trail: ["start", "Where to put it"],
        page: "start/where.html",
        anchor: Some("über-cafés"),
    };
    assert_eq!(results.first.iter().map(|found| found.title).collect::<Vec<_>>(), ["Über “cafés”"]);
    assert_eq!(Found { trail: expected.trail, ..results.first[0] }, expected);
    assert_eq!(results.first[0].trail[1], "Where to put it");
}

#[test]
fn no_more_places_are_given_than_asked_for_and_all_are_counted() {
    let index = index(&course());
    let (all, two) = (index.find(&query("it"), 50), index.find(&query("it"), 2));
    assert!(all.all > 2);
    assert_eq!((two.all, &two.first[..]), (all.all, &all.first[..2]));
    assert_eq!(index.find(&query("it"), 0).all, all.all);
}

#[test]
fn a_misspelt_word_is_guessed() {
    let index = index(&course());
    let guess = |text: &str| index.did_you_mean(&query(text));
    assert_eq!(guess("engagment"), Some("engagement".to_owned()));
    assert_eq!(guess("raeders konw"), Some("readers know".to_owned()));
    assert_eq!(guess("xylophone"), None);
    assert_eq!(guess("engagement raeders"), None, "both are there, but nowhere together");
    assert_eq!(guess(""), None);
}

#[test]
fn found_words_are_marked_as_they_are_written() {
    let title = "Über “Cafés”, cafeteria und uber";
    let marked = |text: &str| -> Vec<&str> {
        query(text).marks(title, decomposed).into_iter().map(|mark| &title[mark]).collect()
    };
    assert_eq!(marked("uber caf"), ["Über", "Cafés", "cafeteria", "uber"]);
    assert_eq!(marked("caf uber"), ["Über", "uber"]);
    assert_eq!(marked(""), [""; 0]);
}

#[test]
fn an_index_of_nothing_finds_nothing() {
    let index = index(&[]);
    assert_eq!(index.find(&query("a"), 5).all, 0);
    assert_eq!(index.did_you_mean(&query("letters")), None);
}

#[test]
fn a_newer_form_is_told_from_a_damaged_one() {
    let mut bytes = build::of_pages(&course());
    bytes[3] = FORM + 1;
    assert_eq!(Index::read(&bytes).err(), Some(Unreadable::Newer));
    bytes[3] = 0;
    assert_eq!(Index::read(&bytes).err(), Some(Unreadable::Damaged));
    assert_eq!(Index::read(b"").err(), Some(Unreadable::Damaged));
    assert_eq!(Index::read(b"{\"form\":2}").err(), Some(Unreadable::Damaged));
}

fn any_word() -> impl Strategy<Value = String> {
    prop_oneof!["[a-d]{1,3}", "[a-dé]{1,4}", "[a-zß-žА-яก-ฮ一-三🚀–’.]{1,5}"]
}

fn any_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any_word(), 0..12).prop_map(|words| words.join(" "))
}

prop_compose! {
    fn any_place()(kind in 0_usize..4, title in proptest::option::of(any_text()),
                   anchor in proptest::option::of("[a-z0-9é-]{1,6}"), text in any_text()) -> PlaceText {
        PlaceText { kind: Kind::ALL[kind], title, anchor, text }
    }
}

prop_compose! {
    fn any_page()(trail in "\\PC{0,8}", title in any_text(), address in "[a-c/é]{0,9}",
                  places in proptest::collection::vec(any_place(), 0..6)) -> PageText {
        PageText { trail, title, address, places }
    }
}

fn any_pages() -> impl Strategy<Value = Vec<PageText>> {
    proptest::collection::vec(any_page(), 0..8)
}

/// Title and words of each place, in order.
fn told(pages: &[PageText]) -> Vec<(&str, BTreeSet<String>)> {
    let places = pages.iter().flat_map(|page| page.places.iter().map(move |place| (page, place)));
    places
        .map(|(page, place)| {
            let title = place.title.as_ref().unwrap_or(&page.title);
            let all = words(title, decomposed).chain(words(&place.text, decomposed));
            (title.as_str(), all.map(|word| word.folded).collect())
        })
        .collect()
}

/// How many places have all words, the last one perhaps only begun: by reading them all.
fn by_reading(pages: &[PageText], text: &str) -> usize {
    let mut wanted: Vec<String> = words(text, decomposed).map(|word| word.folded).collect();
    let Some(last) = wanted.pop() else { return 0 };
    let has_all = |words: &BTreeSet<String>| {
        wanted.iter().all(|word| words.contains(word)) && words.iter().any(|word| word.starts_with(&last))
    };
    told(pages).iter().filter(|(_, words)| has_all(words)).count()
}

proptest! {
    #[test]
    fn looking_up_finds_what_reading_everything_finds(pages in any_pages(), text in any_text()) {
        let index = index(&pages);
        // A clause that is called by its id need not have the words.
        let called = usize::from(index.find(&query(&text), 1).all == by_reading(&pages, &text) + 1);
        let results = index.find(&query(&text), usize::MAX);
        prop_assert_eq!(results.all, by_reading(&pages, &text) + called);
        prop_assert_eq!(results.first.len(), results.all);
    }

    #[test]
    fn each_word_and_each_beginning_of_it_finds_its_place(pages in any_pages()) {
        let index = index(&pages);
        for (title, words) in told(&pages) {
            for word in &words {
                for (end, letter) in word.char_indices() {
                    let results = index.find(&query(&word[..end + letter.len_utf8()]), usize::MAX);
                    prop_assert!(results.first.iter().any(|found| found.title == title), "{word}: {title}");
                }
            }
        }
    }

    #[test]
    fn an_index_that_is_cut_or_changed_is_damaged(pages in any_pages(), at: prop::sample::Index, flip in 1_u8..) {
        let bytes = build::of_pages(&pages);
        prop_assert_eq!(Index::read(&bytes[..at.index(bytes.len())]).err(), Some(Unreadable::Damaged));
        let mut changed = bytes.clone();
        let place = at.index(bytes.len());
        changed[place] ^= flip;
        prop_assert!(Index::read(&changed).is_err());
    }

    /// Also where the check is right, nothing leads out of bounds.
    #[test]
    fn any_content_is_read_or_refused(pages in any_pages(), changes: Vec<(prop::sample::Index, u8)>, text in any_text()) {
        let mut bytes = build::of_pages(&pages);
        bytes.truncate(bytes.len() - 4);
        for (at, byte) in changes.iter().take(4) {
            let place = at.index(bytes.len());
            if place >= 4 {
                bytes[place] = *byte;
            }
        }
        bytes.extend(check(&bytes));
        if let Ok(index) = Index::read(&bytes) {
            index.find(&query(&text), 5);
            index.did_you_mean(&query(&text));
        }
    }
}
