//! How a question goes on in the room.

use proptest::prelude::*;

use super::super::samples;
use super::*;

const GRADED: Shape = Shape { options: 3, lists: true, graded: true };
const OPINION: Shape = Shape { options: 2, lists: true, graded: false };
const TYPED: Shape = Shape { options: 0, lists: true, graded: true };

fn at(stage: Stage, rounds: &[&[u32]]) -> Poll {
    Poll { stage, rounds: rounds.iter().map(|round| round.to_vec()).collect() }
}

fn forward(mut poll: Poll, shape: Shape) -> Vec<Stage> {
    let mut stages = vec![poll.stage];
    while poll.advance(shape) {
        stages.push(poll.stage);
    }
    stages
}

fn back(mut poll: Poll, shape: Shape) -> Vec<Stage> {
    let mut stages = vec![poll.stage];
    while poll.go_back(shape) {
        stages.push(poll.stage);
    }
    stages.reverse();
    stages
}

#[test]
fn the_stages_come_in_order_and_go_back_in_the_same() {
    use Stage::{Answer, Ask, Bars, Closed, Open, Options};
    let all = [Ask, Options, Open, Closed, Bars, Answer];
    for (shape, counts, stages) in [
        (GRADED, &[2, 0, 1][..], &all[..]),
        (GRADED, &[], &[Ask, Options, Open, Answer]),
        (OPINION, &[1, 1], &all[..5]),
        (OPINION, &[], &[Ask, Options, Open]),
        (TYPED, &[], &[Ask, Options, Answer]),
        (Shape { options: 0, lists: true, graded: false }, &[], &[Ask, Options]),
        (Shape { options: 0, lists: false, graded: true }, &[], &[Ask, Answer]),
    ] {
        assert_eq!(forward(at(Ask, &[counts]), shape), stages);
        assert_eq!(back(at(stages[stages.len() - 1], &[counts]), shape), stages);
    }
}

#[test]
fn hands_are_counted_while_the_vote_is_open_or_closed() {
    let mut poll = at(Stage::Open, &[]);
    assert!(poll.count(GRADED, 2, 1) && poll.count(GRADED, 2, 4) && poll.count(GRADED, 0, 1));
    assert_eq!((poll.counts(GRADED), poll.voted()), (vec![1, 0, 5], 6));
    assert!(poll.count(GRADED, 0, -7), "never below nothing");
    poll.stage = Stage::Closed;
    assert!(poll.set(GRADED, 1, 12));
    assert_eq!(poll.counts(GRADED), [0, 12, 5]);
    assert!(!poll.set(GRADED, 1, 12) && !poll.count(GRADED, 0, -1), "nothing changes");
    assert!(!poll.count(GRADED, 3, 1), "there is no such option");
    for stage in [Stage::Ask, Stage::Options, Stage::Bars, Stage::Answer] {
        poll.stage = stage;
        assert!(!poll.count(GRADED, 0, 1) && !poll.set(GRADED, 0, 1));
    }
}

#[test]
fn a_second_vote_stands_beside_the_first() {
    let mut poll = at(Stage::Answer, &[&[1, 2, 3]]);
    assert!(poll.vote_again(GRADED));
    assert_eq!(poll, at(Stage::Open, &[&[1, 2, 3], &[0, 0, 0]]));
    assert!(poll.count(GRADED, 0, 6));
    assert!(poll.advance(GRADED) && poll.advance(GRADED));
    assert_eq!(poll, at(Stage::Bars, &[&[1, 2, 3], &[6, 0, 0]]));
    assert_eq!(poll.all_counts(GRADED), [[1, 2, 3], [6, 0, 0]]);
    assert!(!poll.vote_again(GRADED), "two rounds and no more");
    assert!(poll.go_back(GRADED) && poll.go_back(GRADED) && poll.go_back(GRADED));
    assert_eq!(poll, at(Stage::Options, &[&[1, 2, 3], &[6, 0, 0]]), "no hand is lost");
}

#[test]
fn a_second_vote_that_nobody_took_part_in_leaves_no_trace() {
    let mut poll = at(Stage::Bars, &[&[1, 2, 3]]);
    assert!(poll.vote_again(GRADED) && poll.go_back(GRADED));
    assert_eq!(poll, at(Stage::Bars, &[&[1, 2, 3]]));
    assert!(poll.vote_again(GRADED) && poll.advance(GRADED));
    assert_eq!(poll, at(Stage::Answer, &[&[1, 2, 3]]));
    let mut opinion = at(Stage::Open, &[&[1, 2], &[0, 0]]);
    assert!(opinion.reveal(OPINION));
    assert_eq!(opinion, at(Stage::Bars, &[&[1, 2]]));
}

#[test]
fn nobody_votes_again_before_the_first_vote() {
    for stage in [Stage::Ask, Stage::Options, Stage::Open, Stage::Closed] {
        assert!(!at(stage, &[&[1, 1, 1]]).vote_again(GRADED));
    }
    assert!(!at(Stage::Answer, &[]).vote_again(TYPED));
    let mut nobody = at(Stage::Answer, &[]);
    assert!(nobody.vote_again(GRADED));
    assert_eq!(nobody, at(Stage::Open, &[]), "it is still the first");
}

#[test]
fn an_answer_is_revealed_from_any_stage() {
    for stage in [Stage::Ask, Stage::Options, Stage::Open, Stage::Closed, Stage::Bars] {
        let mut poll = at(stage, &[&[1]]);
        assert!(poll.reveal(GRADED));
        assert_eq!(poll.stage, Stage::Answer);
        assert!(!poll.reveal(GRADED));
    }
    assert!(!at(Stage::Ask, &[]).reveal(OPINION), "there is nothing to reveal");
}

#[test]
fn hands_are_counted_for_what_is_chosen() {
    let shape = |kind| match samples::question("q", kind, 4).content {
        crate::course::slides::Content::Question(question) => Shape::of_question(&question),
        _ => unreachable!("it is a question"),
    };
    for kind in [Kind::One, Kind::Many, Kind::Scenario] {
        assert_eq!(shape(kind), Shape { options: 4, lists: true, graded: true });
    }
    for kind in [Kind::Text, Kind::Number, Kind::Order, Kind::Match] {
        let lists = matches!(kind, Kind::Order | Kind::Match);
        assert_eq!(shape(kind), Shape { options: 0, lists, graded: true });
    }
    assert_eq!(shape(Kind::Poll), Shape { options: 4, lists: true, graded: false });
}

fn any_poll() -> impl Strategy<Value = Poll> {
    use Stage::{Answer, Ask, Bars, Closed, Open, Options};
    let stage = prop::sample::select(vec![Ask, Options, Open, Closed, Bars, Answer]);
    let hands = prop_oneof![3 => Just(0), 3 => 0..9_u32, 1 => any::<u32>()];
    let rounds = prop::collection::vec(prop::collection::vec(hands, 0..6), 0..4);
    (stage, rounds).prop_map(|(stage, rounds)| Poll { stage, rounds })
}

proptest! {
    #[test]
    fn whatever_was_kept_goes_forward_to_an_end_and_back_the_same_way(
        poll in any_poll(), options in 0..4_usize, graded in any::<bool>()
    ) {
        let shape = Shape { options, lists: true, graded };
        let mut poll = poll;
        let mut steps = 0;
        while poll.go_back(shape) {
            steps += 1;
            prop_assert!(steps < 8);
        }
        prop_assert_eq!(poll.stage, Stage::Ask);
        let there = forward(poll.clone(), shape);
        while poll.advance(shape) {}
        prop_assert_eq!(back(poll, shape), there);
    }

    #[test]
    fn whatever_was_kept_can_be_counted(
        poll in any_poll(), options in 0..4_usize, graded in any::<bool>(), option in 0..9_usize, by in any::<i32>()
    ) {
        let shape = Shape { options, lists: true, graded };
        let mut after = poll.clone();
        let changed = after.count(shape, option, by);
        prop_assert_eq!(after.counts(shape).len(), options);
        prop_assert_eq!(changed, after.counts(shape) != poll.counts(shape));
        prop_assert!(after.all_counts(shape).len() <= 2);
        let _ = (after.voted(), after.vote_again(shape), after.reveal(shape));
    }
}
