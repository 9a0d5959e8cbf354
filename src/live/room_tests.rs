//! What a trainer can rely on in a room.

use proptest::prelude::*;

use super::super::clock::Clock;
use super::super::deck::Deck;
use super::super::poll::Stage;
use super::super::samples::deck;
use super::super::snapshot::SnapshotHead;
use super::*;

const TEXT: usize = 2;
const BREAK: usize = 3;
const POLL: usize = 4;

/// One to three pages of two units each; the last page of every third slide is scrolled twice.
fn measured(room: &Room, index: usize) -> Vec<Page> {
    let stage = room.poll(&deck()).map_or(0, |(poll, _)| poll.stage as usize);
    let count = (index + stage + usize::from(room.view.full)) % 3 + 1;
    let page = |number: usize| Page {
        scrolls: if index % 3 == 2 && number + 1 == count { 2 } else { 0 },
        ..Page::usual(2 * number, 2 * number + 2)
    };
    (0..count).map(page).collect()
}

fn one_page(_: &Room, _: usize) -> Vec<Page> {
    vec![Page::usual(0, 4)]
}

fn act(room: &mut Room, command: Command) -> bool {
    room.act(&command, &deck(), &mut one_page, 1000)
}

fn all(room: &mut Room, commands: impl IntoIterator<Item = Command>) {
    commands.into_iter().for_each(|command| {
        act(room, command);
    });
}

fn on(index: usize) -> Room {
    Room { at: deck().place(index), ..Room::default() }
}

fn index(room: &Room) -> usize {
    room.index(&deck())
}

fn stage(room: &Room) -> Option<Stage> {
    room.poll(&deck()).map(|(poll, _)| poll.stage)
}

type Step = (Place, usize, u32, Option<Stage>);

/// Goes on until nothing changes, and says where it came by.
fn walk(room: &mut Room, command: &Command) -> Vec<Step> {
    let deck = deck();
    let here = |room: &Room| (room.at.clone(), room.unit, room.scroll, stage(room));
    let mut steps = vec![here(room)];
    while room.act(command, &deck, &mut measured, 0) {
        steps.push(here(room));
        assert!(steps.len() < 200, "it comes to an end");
    }
    steps
}

#[test]
fn a_question_is_asked_step_by_step() {
    use Stage::{Answer, Ask, Bars, Closed, Open, Options};
    let mut room = on(1);
    all(&mut room, [Command::Next, Command::Next, Command::Count { option: 1, by: 5 }]);
    for expected in [Open, Closed, Bars, Answer] {
        assert_eq!(stage(&room), Some(expected));
        assert!(act(&mut room, Command::Next));
    }
    assert_eq!(index(&room), TEXT);
    for expected in [Answer, Bars, Closed, Open, Options, Ask] {
        act(&mut room, Command::Previous);
        assert_eq!(stage(&room), Some(expected));
    }
    act(&mut room, Command::Previous);
    assert_eq!(index(&room), 0);
    assert_eq!(room.polls["q"].rounds, [[0, 5, 0]], "no hand is lost");
}

#[test]
fn a_page_is_scrolled_to_its_end_before_the_next() {
    let pages = vec![Page { scrolls: 2, percent: 80, ..Page::usual(0, 1) }, Page::usual(1, 3)];
    let mut measure =
        |_: &Room, index: usize| if index == TEXT { pages.clone() } else { one_page(&on(0), 0) };
    let mut room = on(TEXT);
    let mut seen = Vec::new();
    while index(&room) == TEXT {
        seen.push((room.unit, room.scroll));
        room.act(&Command::Next, &deck(), &mut measure, 0);
    }
    assert_eq!(seen, [(0, 0), (0, 1), (0, 2), (1, 0)]);
    seen.reverse();
    for step in seen {
        room.act(&Command::Previous, &deck(), &mut measure, 0);
        assert_eq!((index(&room), room.unit, room.scroll), (TEXT, step.0, step.1));
    }
}

#[test]
fn covered_slides_are_uncovered_before_they_move() {
    for command in
        [Command::Next, Command::Previous, Command::NextSlide, Command::PreviousSlide, Command::Last]
    {
        for cover in [Command::Black, Command::White] {
            let mut room = on(TEXT);
            all(&mut room, [cover, command.clone()]);
            assert_eq!((index(&room), room.cover), (TEXT, Cover::None));
        }
    }
    let mut room = on(TEXT);
    all(&mut room, [Command::Black, Command::GoToNumber(1)]);
    assert_eq!((index(&room), room.cover), (0, Cover::Black), "chosen unseen");
    act(&mut room, Command::White);
    assert_eq!(room.cover, Cover::White);
    act(&mut room, Command::White);
    assert_eq!(room.cover, Cover::None);
}

#[test]
fn whole_slides_are_passed_over() {
    let mut room = on(1);
    all(&mut room, [Command::Next, Command::NextSlide]);
    assert_eq!(index(&room), TEXT);
    act(&mut room, Command::PreviousSlide);
    assert_eq!((index(&room), stage(&room)), (1, Some(Stage::Options)), "it stays as far as it came");
    for (command, expected) in [
        (Command::Last, 6),
        (Command::First, 0),
        (Command::GoToNumber(4), BREAK),
        (Command::GoToNumber(0), 0),
        (Command::GoToNumber(usize::MAX), 6),
        (Command::GoTo(deck().place(POLL)), POLL),
    ] {
        act(&mut room, command);
        assert_eq!((index(&room), room.unit), (expected, 0));
    }
    assert!(!act(&mut on(6), Command::NextSlide) && !act(&mut on(0), Command::PreviousSlide));
    let mut room = on(BREAK);
    act(&mut room, Command::Next);
    assert_eq!(index(&room), POLL, "a break has no steps");
}

#[test]
fn the_clock_starts_when_the_first_slide_is_left() {
    let go = |room: &mut Room, command: Command, now: i64| room.act(&command, &deck(), &mut one_page, now);
    let mut room = on(0);
    assert!(!go(&mut room, Command::Pause, 5));
    go(&mut room, Command::Next, 1000);
    assert!(room.clock.is_running());
    go(&mut room, Command::GoToNumber(3), 4000);
    go(&mut room, Command::Pause, 5000);
    go(&mut room, Command::Next, 9000);
    assert_eq!((room.clock.elapsed(9999), room.clock.spent_on(&deck().place(1), 9999)), (4000, 3000));
    assert_eq!(room.clock.spent_on(&deck().place(TEXT), 9999), 1000);
    go(&mut room, Command::ResetClock, 9999);
    go(&mut room, Command::Next, 10_000);
    assert!(!room.clock.has_started(), "in the middle it waits for the trainer");
    assert!(go(&mut room, Command::Start, 10_000) && !go(&mut room, Command::Start, 11_000));
    assert!(room.clock.is_running());
}

#[test]
fn another_look_keeps_the_place() {
    let mut room = Room { unit: 3, ..on(TEXT) };
    all(&mut room, vec![Command::Larger; 9]);
    assert_eq!((room.view.zoom, room.unit), (5, 3));
    assert!(!act(&mut room, Command::Larger));
    all(&mut room, vec![Command::Smaller; 9]);
    assert_eq!(room.view.zoom, -2);
    all(&mut room, [Command::UsualSize, Command::Dark]);
    assert_eq!((room.view, room.unit), (View { zoom: 0, dark: true, full: false }, 3));
    act(&mut room, Command::Full);
    assert_eq!((room.view.full, room.unit), (true, 0), "the text has other units");
}

#[test]
fn what_is_asked_of_a_question_changes_nothing_elsewhere() {
    let asked = [
        Command::Reveal,
        Command::VoteAgain,
        Command::Count { option: 0, by: 1 },
        Command::SetCount { option: 0, hands: 3 },
    ];
    for place in [TEXT, BREAK] {
        for command in &asked {
            assert!(!act(&mut on(place), command.clone()), "{command:?} on {place}");
        }
    }
    let mut room = on(1);
    assert!(act(&mut room, Command::Reveal) && !act(&mut room, Command::Reveal));
    assert_eq!(stage(&room), Some(Stage::Answer));
    assert!(!act(&mut on(POLL), Command::Reveal), "nobody has voted");
}

#[test]
fn a_page_is_found_by_its_first_unit_on_any_screen() {
    let pages = [Page::usual(0, 3), Page::usual(3, 5), Page::usual(5, 9)];
    let found = |unit: usize| Room { unit, ..Room::default() }.page(&pages).0;
    assert_eq!([0, 2, 3, 4, 8, 99].map(found), [0, 0, 1, 1, 2, 2]);
    assert_eq!(Room::default().page(&[]), (0, Page::usual(0, 0)));
}

#[test]
fn holding_the_key_through_three_hundred_slides_leaves_none_out() {
    use super::super::samples::{lesson, plan, text};
    let slides = (0..300).map(|number| text(&format!("s{number}"), 60)).collect();
    let file = crate::course::slides::SlidesFile { form: 1, lessons: vec![lesson("a", "one", slides)] };
    let deck = Deck::of(&file, &plan("modules=one"));
    let mut room = Room::default();
    for expected in 1..300 {
        assert!(room.act(&Command::Next, &deck, &mut one_page, expected));
        assert_eq!(room.at, deck.place(expected as usize));
    }
    assert!(!room.act(&Command::Next, &deck, &mut one_page, 300));
}

fn any_command() -> impl Strategy<Value = Command> {
    use Command::*;
    let plain = vec![
        Next,
        Next,
        Next,
        Previous,
        Previous,
        NextSlide,
        PreviousSlide,
        First,
        Last,
        Black,
        White,
        Larger,
        Smaller,
        UsualSize,
        Dark,
        Full,
        Reveal,
        VoteAgain,
        Start,
        Pause,
        ResetClock,
    ];
    let option = prop_oneof![4 => 0..4_usize, 1 => any::<usize>()];
    prop_oneof![
        12 => prop::sample::select(plain),
        4 => (option.clone(), any::<i32>()).prop_map(|(option, by)| Count { option, by }),
        1 => (option, any::<u32>()).prop_map(|(option, hands)| SetCount { option, hands }),
        1 => any::<u32>().prop_map(People),
        1 => any::<usize>().prop_map(GoToNumber),
        2 => any_place().prop_map(GoTo),
    ]
}

fn any_place() -> impl Strategy<Value = Place> {
    prop_oneof![
        (0..7_usize).prop_map(|index| deck().place(index)),
        ("[ab]|break", "one|two|q|gone").prop_map(|(lesson, slide)| Place { lesson, slide }),
    ]
}

/// As it may come from storage.
fn any_room() -> impl Strategy<Value = Room> {
    let number = || prop_oneof![0..4_u32, any::<u32>()];
    let stages = ["ask", "options", "open", "closed", "bars", "answer"];
    let rounds = prop::collection::vec(prop::collection::vec(number(), 0..6), 0..4);
    let poll = (prop::sample::select(stages.to_vec()), rounds).prop_map(|(stage, rounds)| {
        let stored = serde_json::json!({ "stage": stage, "rounds": rounds });
        serde_json::from_value::<Poll>(stored).expect("a poll")
    });
    let polls = prop::collection::btree_map("[qpw]", poll, 0..4);
    let time = || prop_oneof![0..9999_i64, any::<i64>()];
    let clock = (prop::option::of(time()), prop::option::of(time()), time(), time()).prop_map(
        |(started, paused, pauses, since)| {
            let stored = serde_json::json!({
                "started": started, "paused": paused, "pauses": pauses,
                "spent": { "a/title": since }, "on": ["a/q", since],
            });
            serde_json::from_value::<Clock>(stored).expect("a clock")
        },
    );
    let view =
        (any::<i8>(), any::<bool>(), any::<bool>()).prop_map(|(zoom, dark, full)| View { zoom, dark, full });
    let cover = prop::sample::select(vec![Cover::None, Cover::Black, Cover::White]);
    let unit = prop_oneof![0..8_usize, any::<usize>()];
    (any_place(), unit, number(), view, cover, polls, number(), clock).prop_map(
        |(at, unit, scroll, view, cover, polls, people, clock)| Room {
            at,
            unit,
            scroll,
            view,
            cover,
            polls,
            people,
            clock,
        },
    )
}

proptest! {
    #[test]
    fn on_and_back_go_through_the_same_steps(room in any_room()) {
        let mut room = room;
        walk(&mut room, &Command::Next);
        walk(&mut room, &Command::Previous);
        prop_assert_eq!((index(&room), room.unit, room.scroll), (0, 0, 0));
        let there = walk(&mut room, &Command::Next);
        prop_assert_eq!(index(&room), 6);
        let mut back = walk(&mut room, &Command::Previous);
        back.reverse();
        prop_assert_eq!(back, there);
    }

    #[test]
    fn no_command_does_harm_to_any_room(
        room in any_room(),
        commands in prop::collection::vec((any_command(), any::<i64>()), 1..30),
    ) {
        let none = |_: &Room, _: usize| Vec::new();
        let upside_down = |_: &Room, _: usize| vec![Page::usual(9, 2), Page::usual(4, 4), Page::usual(7, 0)];
        let measures: [fn(&Room, usize) -> Vec<Page>; 3] = [none, upside_down, measured];
        for deck in [deck(), Deck::default()] {
            for mut measure in measures {
                let mut room = room.clone();
                for (command, now) in &commands {
                    let before = room.clone();
                    let changed = room.act(command, &deck, &mut measure, *now);
                    prop_assert_eq!(changed, room != before);
                    let pages = measure(&room, 0);
                    let shown = room.snapshot(&deck, &pages, SnapshotHead::default());
                    prop_assert_eq!(shown, room.snapshot(&deck, &pages, SnapshotHead::default()));
                }
                let kept = serde_json::to_string(&room).expect("text");
                prop_assert_eq!(serde_json::from_str::<Room>(&kept).expect("a room"), room);
            }
        }
    }

    #[test]
    fn pages_that_make_no_sense_still_come_to_an_end(room in any_room()) {
        let mut upside_down = |_: &Room, _: usize| vec![Page::usual(9, 2), Page::usual(4, 4), Page::usual(7, 0)];
        for command in [Command::Next, Command::Previous] {
            let mut room = room.clone();
            let steps = (0..200).take_while(|_| room.act(&command, &deck(), &mut upside_down, 0)).count();
            prop_assert!(steps < 200);
        }
    }
}
