//! What an answer earns, whatever was chosen.

use proptest::prelude::*;

use super::*;
use crate::course::decomposed::decomposed;
use crate::course::model::Html;

fn question(kind: Kind, right: &[bool]) -> Question {
    let option = |(index, right): (usize, &bool)| Choice {
        id: index.to_string(),
        right: *right,
        accepts: index.to_string(),
        partner: format!("partner {index}"),
        ..Choice::default()
    };
    Question {
        id: "q".into(),
        kind,
        title: String::new(),
        level: 2,
        prompt: Html::default(),
        draft: None,
        platform: None,
        options: right.iter().enumerate().map(option).collect(),
        fixed: None,
        hints: vec![],
        why: None,
        clause: None,
        weight: 1,
        attempts: None,
        revision: 1,
        critical: false,
        variant_of: None,
        tolerance: 0.0,
    }
}

fn typed_question(kind: Kind, answers: &[(&str, bool)]) -> Question {
    let mut question = question(kind, &[]);
    let option = |(accepts, right): &(&str, bool)| Choice {
        id: format!("answer-{accepts}"),
        accepts: (*accepts).to_owned(),
        right: *right,
        ..Choice::default()
    };
    question.options = answers.iter().map(option).collect();
    question
}

fn owned(chosen: &[&str]) -> Vec<String> {
    chosen.iter().map(|id| (*id).to_owned()).collect()
}

fn points(question: &Question, chosen: &[&str]) -> (u32, u32) {
    let grade = grade(question, &owned(chosen), decomposed);
    (grade.earned, grade.possible)
}

#[test]
fn one_right_option_earns_one_point() {
    let question = question(Kind::One, &[false, true, false]);
    assert_eq!(points(&question, &["1"]), (1, 1));
    assert_eq!(points(&question, &["0"]), (0, 1));
}

#[test]
fn a_wrong_choice_takes_a_point_away_but_never_below_none() {
    let question = question(Kind::Many, &[true, true, false, false]);
    assert_eq!(points(&question, &["0", "1"]), (2, 2));
    assert_eq!(points(&question, &["0"]), (1, 2));
    assert_eq!(points(&question, &["0", "1", "2"]), (1, 2));
    assert_eq!(points(&question, &["2", "3"]), (0, 2));
    assert_eq!(points(&question, &["0", "1", "2", "3"]), (0, 2));
}

#[test]
fn an_option_that_is_gone_earns_nothing() {
    assert_eq!(points(&question(Kind::One, &[true, false]), &["gone"]), (0, 1));
}

#[test]
fn any_accepted_word_is_right_and_a_known_mistake_is_found() {
    let question = typed_question(Kind::Text, &[("acme", true), ("acme inc", true), ("akme", false)]);
    assert_eq!(points(&question, &["ACME"]), (1, 1));
    assert_eq!(points(&question, &[" Acmé  Inc. "]), (1, 1));
    assert_eq!(points(&question, &["Akme"]), (0, 1));
    assert_eq!(points(&question, &["something else"]), (0, 1));
    assert_eq!(points(&question, &[""]), (0, 1));
    let found = |typed| foreseen(&question, typed, decomposed).map(|option| option.id.as_str());
    assert_eq!(found("Akme"), Some("answer-akme"));
    assert_eq!(found("something else"), None);
}

#[test]
fn a_number_may_be_as_far_off_as_the_tolerance_says() {
    let mut question = typed_question(Kind::Number, &[("280", false), ("23", true)]);
    assert_eq!(points(&question, &["23"]), (1, 1));
    assert_eq!(points(&question, &["23,0"]), (1, 1));
    assert_eq!(points(&question, &["24"]), (0, 1));
    assert_eq!(points(&question, &["twenty"]), (0, 1));
    question.tolerance = 1.0;
    assert_eq!(points(&question, &["24"]), (1, 1));
    assert_eq!(points(&question, &["24.01"]), (0, 1));
    assert_eq!(foreseen(&question, "281", decomposed), None, "a known mistake is exact");
    let mut tenths = typed_question(Kind::Number, &[("0.1", true)]);
    tenths.tolerance = 0.2;
    assert_eq!(points(&tenths, &["0,3"]), (1, 1));
}

#[test]
fn a_right_answer_goes_before_a_known_mistake_within_its_tolerance() {
    let mut question = typed_question(Kind::Number, &[("24", false), ("23", true)]);
    question.tolerance = 1.0;
    assert_eq!(points(&question, &["24"]), (1, 1));
}

#[test]
fn steps_earn_a_point_for_each_that_rightly_follows() {
    let question = question(Kind::Order, &[true; 4]);
    assert_eq!(points(&question, &["0", "1", "2", "3"]), (3, 3));
    assert_eq!(points(&question, &["3", "0", "1", "2"]), (2, 3));
    assert_eq!(points(&question, &["2", "3", "0", "1"]), (2, 3));
    assert_eq!(points(&question, &["3", "2", "1", "0"]), (0, 3));
    assert_eq!(points(&question, &["0", "gone", "1"]), (0, 3));
}

#[test]
fn pairs_earn_a_point_each() {
    let question = question(Kind::Match, &[true; 3]);
    assert_eq!(points(&question, &["0=0", "1=1", "2=2"]), (3, 3));
    assert_eq!(points(&question, &["0=1", "1=0", "2=2"]), (1, 3));
    assert_eq!(
        points(&question, &["0=2", "0=0", "gone=gone", "1"]),
        (0, 3),
        "the first word for a row counts"
    );
}

#[test]
fn a_poll_has_nothing_to_earn() {
    assert_eq!(points(&question(Kind::Poll, &[false, false]), &["1"]), (0, 0));
}

#[test]
fn an_answer_is_complete_when_nothing_is_left_open() {
    let complete = |question: &Question, chosen: &[&str]| is_complete(question, &owned(chosen));
    let pairs = question(Kind::Match, &[true; 2]);
    assert!(!complete(&pairs, &["0=1"]) && complete(&pairs, &["0=1", "1=1"]));
    let text = typed_question(Kind::Text, &[("acme", true)]);
    assert!(!complete(&text, &["  "]) && complete(&text, &["anything"]));
    let number = typed_question(Kind::Number, &[("1", true)]);
    assert!(!complete(&number, &["one"]) && complete(&number, &["2"]));
    let one = question(Kind::One, &[true]);
    assert!(!complete(&one, &[]) && complete(&one, &["0"]));
}

#[test]
fn what_is_typed_is_kept_without_its_edges_and_not_endlessly() {
    assert_eq!(typed("  At the start \n"), "At the start");
    assert_eq!(typed(&"ä".repeat(500)).chars().count(), LONGEST);
}

/// The chosen ids that are right in every way.
fn right_answer(question: &Question) -> Vec<String> {
    let ids = question.options.iter().map(|option| option.id.clone());
    match question.kind {
        Kind::Match => ids.map(|id| pair(&id, &id)).collect(),
        Kind::Order | Kind::Poll => ids.collect(),
        Kind::Many => {
            question.options.iter().filter(|option| option.right).map(|option| option.id.clone()).collect()
        }
        _ => question
            .options
            .iter()
            .filter(|option| option.right)
            .map(|option| option.id.clone())
            .take(1)
            .collect(),
    }
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![
        Just(Kind::One),
        Just(Kind::Many),
        Just(Kind::Text),
        Just(Kind::Number),
        Just(Kind::Order),
        Just(Kind::Match),
        Just(Kind::Poll),
        Just(Kind::Scenario),
    ]
}

proptest! {
    #[test]
    fn a_fully_right_answer_earns_all(kind in kinds(), mut right in prop::collection::vec(any::<bool>(), 1..8)) {
        right.push(true);
        let question = question(kind, &right);
        let grade = grade(&question, &right_answer(&question), decomposed);
        prop_assert_eq!(grade.earned, grade.possible);
        prop_assert_eq!(grade.possible > 0, kind.is_graded());
    }

    #[test]
    fn no_answer_earns_more_than_there_is(
        kind in kinds(),
        right in prop::collection::vec(any::<bool>(), 0..8),
        chosen in prop::collection::vec("[0-9]|[0-9]=[0-9]|\\PC*", 0..20),
    ) {
        let grade = grade(&question(kind, &right), &chosen, decomposed);
        prop_assert!(grade.earned <= grade.possible);
    }

    #[test]
    fn unknown_ids_and_nothing_at_all_earn_nothing(
        kind in kinds(),
        right in prop::collection::vec(any::<bool>(), 2..8),
        chosen in prop::collection::vec("[a-z]{1,4}", 0..8),
    ) {
        prop_assert_eq!(grade(&question(kind, &right), &chosen, decomposed).earned, 0);
    }
}
