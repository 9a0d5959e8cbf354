use super::*;
use crate::learning::event::What;
use crate::learning::samples::{Answer, DAY, event, events};
use crate::records::assignment::{Assignment, Recipient};
use crate::records::receipt::making::tests::course;

const TODAY: Calendar = Calendar { today: Day(20_790), minutes_ahead: 0 };

fn assignment(id: &str, made: i64, due: Due) -> Assignment {
    Assignment {
        id: id.into(),
        course: "small".into(),
        modules: vec!["m".into()],
        by: "People team".into(),
        to: Recipient::default(),
        made: Day(made),
        due,
        ..Assignment::default()
    }
}

fn accepts(counter: u64, assignment: &Assignment, opened: i64, set: bool) -> Event {
    let link = link::to_payload(assignment, None);
    event(counter, What::Assigned { link, opened: opened * DAY, set })
}

fn place(accepted: &Accepted, events: &[Event]) -> Place {
    Place::of(&course(), accepted, &Progress::of(events), events, TODAY)
}

#[test]
fn the_newest_assignment_comes_first_and_none_is_overwritten() {
    let first = assignment("a", 20_700, Due::On(Day(20_800)));
    let second = assignment("a", 20_750, Due::After(14));
    let events = [
        accepts(1, &first, 20_701, true),
        accepts(2, &second, 20_760, true),
        accepts(3, &first, 20_770, false),
        event(4, What::Assigned { link: "not a link".into(), opened: 0, set: true }),
    ];
    let all = AllHeld::of(&Progress::of(&events), TODAY);
    let told: Vec<_> = all
        .assignments
        .iter()
        .map(|held| (held.accepted.assignment.made.0, held.accepted.due.map(|day| day.0), held.is_put_away))
        .collect();
    assert_eq!(told, [(20_750, Some(20_774), false), (20_700, Some(20_800), true)]);
    assert_eq!((all.current().count(), all.newer), (1, 0));
}

#[test]
fn a_link_of_a_newer_version_is_counted() {
    // The form is the first byte; the checksum behind it is right.
    let mut bytes = vec![2, 1, 2, 3];
    bytes.extend(&crate::records::digest::sha256(&bytes)[..4]);
    let link = crate::records::digest::to_base64(&bytes);
    let newer = event(1, What::Assigned { link, opened: 0, set: true });
    let all = AllHeld::of(&Progress::of(&[newer]), TODAY);
    assert_eq!((all.assignments.len(), all.newer), (0, 1));
}

#[test]
fn what_is_left_is_of_the_assigned_modules_alone() {
    let accepted = Accepted::of(assignment("a", 20_780, Due::Open), Day(20_785));
    let new = place(&accepted, &[]);
    let titles = |place: &Place| place.open.iter().map(|lesson| lesson.id.clone()).collect::<Vec<_>>();
    assert_eq!((titles(&new), new.lessons, new.to_practise()), (vec!["l".to_owned()], 1, 2));
    assert_eq!(new.next.map(|lesson| lesson.id).as_deref(), Some("l"));

    let once = events(["a", "c", "d"].map(|id| Answer::right(id).on(20_786)));
    let done = place(&accepted, &once);
    assert_eq!((done.open.len(), done.next.clone(), done.passed, done.to_practise()), (0, None, None, 2));

    let twice: Vec<_> = [20_786, 20_787]
        .into_iter()
        .flat_map(|day| ["a", "c", "d"].map(|id| Answer::right(id).on(day)))
        .collect();
    assert_eq!(place(&accepted, &events(twice)).passed, Some(Day(20_787)));
}

#[test]
fn a_module_that_the_course_lost_is_named() {
    let mut lost = assignment("a", 20_780, Due::Open);
    lost.modules.push("gone".into());
    let place = place(&Accepted::of(lost, Day(20_785)), &[]);
    assert_eq!((place.gone, place.lessons), (vec!["gone".to_owned()], 1));
}

#[test]
fn the_one_that_is_due_first_is_the_most_urgent() {
    let of = |due| Accepted::of(assignment("a", 20_780, due), Day(20_785));
    let mut all = [of(Due::Open), of(Due::After(20)), of(Due::On(Day(20_790)))];
    all.sort_by_key(urgency);
    assert_eq!(all.map(|one| one.due.map(|day| day.0)), [Some(20_790), Some(20_805), None]);
    assert_eq!((days_until(Day(20_788), TODAY.today), days_until(Day(20_791), TODAY.today)), (-2, 1));
}

/// Two years of the same yearly assignment: passed in the first.
fn passed_long_ago(later: &[i64]) -> Vec<Event> {
    let days = [20_400, 20_401].iter().chain(later);
    events(days.flat_map(|day| ["a", "c", "d"].map(|id| Answer::right(id).on(*day))))
}

#[test]
fn a_pass_that_has_run_out_is_reached_anew_from_the_new_link_on() {
    let yearly = Assignment { valid_months: 12, ..assignment("a", 20_760, Due::Open) };
    let accepted = Accepted::of(yearly, Day(20_785));
    let old = place(&accepted, &passed_long_ago(&[20_500]));
    assert_eq!((old.passed, old.is_renewal, old.to_practise()), (None, true, 2));
    assert_eq!(old.open.len(), 0, "the lessons need not be done again");
    let anew = place(&accepted, &passed_long_ago(&[20_786, 20_788]));
    assert_eq!(anew.passed, Some(Day(20_788)));
}

#[test]
fn a_pass_that_is_good_is_not_asked_for_twice() {
    let place_of = |months, made| {
        let assignment = Assignment { valid_months: months, ..assignment("a", made, Due::Open) };
        let place = place(&Accepted::of(assignment, Day(made)), &passed_long_ago(&[]));
        (place.passed.map(|day| day.0), place.is_renewal)
    };
    // Passed on day 20,401, so good until day 20,766.
    assert_eq!(place_of(12, 20_735), (Some(20_401), false));
    assert_eq!(place_of(12, 20_736), (None, true), "it runs out within 30 days");
    assert_eq!(place_of(0, 20_790), (Some(20_401), false), "it is good for good");
}

#[test]
fn practice_for_an_assignment_draws_from_what_counts_for_it() {
    let yearly = Assignment { valid_months: 12, ..assignment("a", 20_760, Due::Open) };
    let accepted = Accepted::of(yearly, Day(20_785));
    let events = passed_long_ago(&[20_786]);
    let (scope, progress) = to_draw_from(&course(), &accepted, &Progress::of(&events), &events, TODAY);
    assert_eq!(scope.modules.len(), 1);
    assert_eq!(progress.all_attempts().len(), 3);
}
