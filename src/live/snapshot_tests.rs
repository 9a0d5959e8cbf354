//! What windows tell each other.

use super::super::deck::Deck;
use super::super::samples::{deck, lesson, plan, question};
use super::super::split::Page;
use super::*;
use crate::course::model::Kind;
use crate::course::slides::SlidesFile;

/// As a version of form 1 wrote it: never change it.
const FORM_1: &str = r#"{"shown":{"form":1,"epoch":3,"number":118,"writer":"k3f9","slides":"9f3ab2c1",
"at":{"lesson":"a","slide":"q"},"page":{"from":2,"to":5,"percent":90,"scrolls":0},"page_index":1,"pages":2,
"scroll":0,"view":{"zoom":1,"dark":true,"full":false},"cover":"black","height":720,
"poll":{"stage":"bars","round":2,"voted":20,"people":24,"counts":[[4,16,0],[1,19,0]]},"slide":2,"of":7}}"#;

fn head() -> SnapshotHead {
    SnapshotHead { epoch: 3, number: 118, writer: "k3f9".into(), slides: "9f3ab2c1".into(), height: 720 }
}

fn room(stage: &str, rounds: &[&[u32]]) -> Room {
    let polls = serde_json::json!({ "q": { "stage": stage, "rounds": rounds } });
    Room {
        at: deck().place(1),
        unit: 2,
        view: View { zoom: 1, dark: true, full: false },
        cover: Cover::Black,
        people: 24,
        polls: serde_json::from_value(polls).expect("polls"),
        ..Room::default()
    }
}

fn pages() -> [Page; 2] {
    [Page::usual(0, 2), Page { percent: 90, ..Page::usual(2, 5) }]
}

fn shown(room: &Room) -> Snapshot {
    room.snapshot(&deck(), &pages(), head())
}

#[test]
fn a_snapshot_of_form_1_is_read_and_written() {
    let written = shown(&room("bars", &[&[4, 16, 0], &[1, 19, 0]]));
    assert_eq!(Message::from_text(FORM_1), Some(Message::Shown(Box::new(written.clone()))));
    assert_eq!(Message::Shown(Box::new(written)).to_text(), FORM_1.replace('\n', ""));
}

#[test]
fn the_audience_learns_no_counts_before_the_bars() {
    let polls = |stage: &str| shown(&room(stage, &[&[4, 16, 0]])).poll.expect("a question");
    for stage in ["ask", "options", "open", "closed"] {
        assert_eq!((polls(stage).counts, polls(stage).voted), (vec![], 20));
    }
    for stage in ["bars", "answer"] {
        assert_eq!(polls(stage).counts, [[4, 16, 0]]);
    }
    assert_eq!(polls("bars").round, 1);
}

#[test]
fn a_slide_without_a_question_has_no_poll() {
    let room = Room { at: deck().place(3), scroll: 9, unit: 99, ..room("bars", &[]) };
    let shown = shown(&room);
    assert_eq!((shown.poll, shown.slide, shown.of), (None, 4, 7));
    assert_eq!((shown.page_index, shown.pages, shown.scroll), (1, 2, 0));
    let nothing = Room::default().snapshot(&Deck::default(), &[], head());
    assert_eq!((nothing.slide, nothing.of, nothing.pages), (0, 0, 1));
}

#[test]
fn what_is_not_known_is_no_message() {
    let newer = FORM_1.replace("\"form\":1", "\"form\":2");
    let long = format!("{FORM_1}{}", " ".repeat(64 * 1024));
    for text in ["", "{}", "\"bye\"", "{\"wave\":{}}", "{\"shown\":{}}", &FORM_1[..99], &newer, &long] {
        assert_eq!(Message::from_text(text), None, "{text:.30}");
    }
}

#[test]
fn every_message_is_read_as_it_was_written() {
    let window = "w".to_owned();
    for message in [
        Message::Newest { epoch: 1, number: u64::MAX, writer: window.clone(), presenter: true },
        Message::Hello { window: window.clone(), presenter: false },
        Message::Here { window: window.clone(), epoch: 1, number: 2, height: 720, hidden: true },
        Message::Wanted(super::super::room::Command::Count { option: 1, by: -1 }),
        Message::Wanted(super::super::room::Command::Next),
        Message::Bye { window },
    ] {
        assert_eq!(Message::from_text(&message.to_text()), Some(message));
    }
}

#[test]
fn a_snapshot_is_small_however_large_the_deck() {
    let id = |number: usize| format!("{number}-{}", "a-long-heading-of-a-slide-".repeat(3));
    let slides = (0..300).map(|number| question(&id(number), Kind::Many, 26)).collect();
    let lessons = vec![lesson(&id(0), "one", slides)];
    let deck = Deck::of(&SlidesFile { form: 1, lessons }, &plan("modules=one"));
    let most = vec![u32::MAX; 26];
    let poll = Poll { stage: Stage::Answer, rounds: vec![most; 9] };
    let room =
        Room { at: deck.place(299), polls: [(id(299), poll)].into(), people: u32::MAX, ..Room::default() };
    let shown = Message::Shown(Box::new(room.snapshot(&deck, &[], head()))).to_text();
    assert!(shown.len() < 2000, "{} bytes", shown.len());
    assert!(Message::from_text(&shown).is_some());
}
