use proptest::prelude::*;

use super::*;
use crate::records::assignment::Due;
use crate::records::book::tests::{assignment, book, imported, person, receipt};
use crate::records::log::What;

const TODAY: Day = Day(1000);

/// Where Ada stands in the module of her receipts.
fn stands(done: Vec<What>, receipts: &[super::super::receipt::Receipt]) -> Cell {
    let roster = What::RosterTaken { people: vec![person("ada", "Ada", "")] };
    let done = [vec![roster], done].concat();
    rows(&book(done, receipts), &["start".to_owned()], TODAY)[0].cells[0]
}

fn assigned(due: Due, valid_months: u32) -> What {
    let assignment = Assignment { valid_months, ..assignment("a", "ada", due) };
    What::Assigned { assignments: vec![assignment], people: Vec::new() }
}

fn passed(day: i64) -> [super::super::receipt::Receipt; 1] {
    [receipt("r", "a", ReceiptState::Passed, Some(day))]
}

#[test]
fn each_state_has_its_reason() {
    let state = |done: Vec<What>, receipts: &[_]| stands(done, receipts).state;
    let begun = [receipt("r", "a", ReceiptState::InProgress, None)];
    let exempted = || What::Exempted {
        person: "ada".to_owned(),
        modules: Vec::new(),
        reason: "On leave".to_owned(),
        until: None,
    };
    assert_eq!(state(vec![], &[]), State::NotAssigned);
    assert_eq!(state(vec![assigned(Due::Open, 0)], &[]), State::NotStarted);
    assert_eq!(state(vec![assigned(Due::On(TODAY), 0)], &[]), State::NotStarted);
    assert_eq!(state(vec![assigned(Due::On(Day(999)), 0)], &[]), State::Overdue);
    assert_eq!(state(vec![assigned(Due::Open, 0), imported("ada", &begun)], &begun), State::InProgress);
    assert_eq!(state(vec![assigned(Due::On(Day(999)), 0), exempted()], &[]), State::Exempt);
    let all = passed(900);
    assert_eq!(state(vec![assigned(Due::On(Day(999)), 0), imported("ada", &all)], &all), State::Passed);
    assert_eq!(state(vec![imported("ada", &all), exempted()], &all), State::Passed);
}

#[test]
fn a_pass_expires_a_month_after_it_was_said_to_expire() {
    // Day 1000 is 27 September 1972.
    let state = |day: i64| {
        let all = passed(day);
        stands(vec![assigned(Due::Open, 12), imported("ada", &all)], &all)
    };
    let last = Day::parse("1971-09-27").expect("a day").0;
    assert_eq!((state(last).state, state(last).expires), (State::Expired, Some(TODAY)));
    assert_eq!(state(last + 1).state, State::Expiring);
    assert_eq!(state(last + 30).state, State::Expiring);
    assert_eq!(state(last + 31).state, State::Passed);
}

#[test]
fn the_renewal_counts_where_the_assignment_says_nothing() {
    let all = passed(10);
    let renewal = What::RenewalSet { months: 12 };
    let state =
        |valid| stands(vec![assigned(Due::Open, valid), renewal.clone(), imported("ada", &all)], &all).state;
    assert_eq!(state(0), State::Expired);
    assert_eq!(state(600), State::Passed);
}

#[test]
fn days_after_the_opening_count_once_it_is_known() {
    let begun = [receipt("r", "a", ReceiptState::InProgress, None)];
    let made = assigned(Due::After(14), 0);
    assert_eq!(stands(vec![made.clone()], &[]).due, None);
    // The link was opened on day 100.
    let cell = stands(vec![made, imported("ada", &begun)], &begun);
    assert_eq!((cell.due, cell.state), (Some(Day(114)), State::Overdue));
}

#[test]
fn an_assignment_of_another_module_changes_nothing() {
    let other = Assignment { modules: vec!["end".to_owned()], ..assignment("a", "ada", Due::On(Day(1))) };
    let made = What::Assigned { assignments: vec![other], people: Vec::new() };
    assert_eq!(stands(vec![made], &[]).state, State::NotAssigned);
}

#[test]
fn filters_find_names_in_any_script() {
    let people =
        vec![person("1", "Jürgen Groß", "Sales"), person("2", "李雷", "IT"), person("3", "Ada", "IT")];
    let rows = rows(&book(vec![What::RosterTaken { people }], &[]), &["start".to_owned()], TODAY);
    let names = |filter: &Filter| -> Vec<&str> {
        rows.iter().filter(|row| filter.shows(row)).map(|row| row.person.name.as_str()).collect()
    };
    let named = |name: &str| Filter { name: name.to_owned(), ..Filter::default() };
    assert_eq!(names(&Filter::default()), ["Ada", "Jürgen Groß", "李雷"]);
    assert_eq!(names(&named(" JÜRGEN")), ["Jürgen Groß"]);
    assert_eq!(names(&named("李")), ["李雷"]);
    assert_eq!(names(&named("nobody")), [""; 0]);
    assert_eq!(names(&Filter { department: Some("IT".to_owned()), ..named("a") }), ["Ada"]);
    assert_eq!(names(&Filter { state: Some(State::Passed), ..Filter::default() }), [""; 0]);
    assert_eq!(names(&Filter { state: Some(State::NotAssigned), ..Filter::default() }).len(), 3);
}

proptest! {
    #[test]
    fn more_receipts_never_make_a_state_worse(days in proptest::collection::vec(proptest::option::of(0_i64..1000), 1..6)) {
        let all: Vec<_> = days.iter().enumerate().map(|(number, day)| {
            let state = if day.is_some() { ReceiptState::Passed } else { ReceiptState::InProgress };
            receipt(&format!("r{number}"), "a", state, *day)
        }).collect();
        let worth = |state| match state {
            State::Passed => 4,
            State::Expiring => 3,
            State::Expired => 2,
            State::InProgress => 1,
            _ => 0,
        };
        let mut before = 0;
        for count in 0..=all.len() {
            let cell = stands(vec![assigned(Due::Open, 12), imported("ada", &all[..count])], &all);
            prop_assert!(worth(cell.state) >= before, "{:?}", cell);
            before = worth(cell.state);
        }
    }
}
