use super::*;
use crate::course::outline::OutlineModule;
use crate::records::assignment::Due;
use crate::records::book::tests::{assignment, book, imported, person, receipt};
use crate::records::log::What;
use crate::records::receipt::State as ReceiptState;

fn outline() -> Outline {
    let module = |id: &str| OutlineModule { id: id.to_owned(), ..OutlineModule::default() };
    Outline {
        id: "small".to_owned(),
        title: "A small course".to_owned(),
        modules: vec![module("start"), module("end")],
        ..Outline::default()
    }
}

/// Ada passed, Bob is late, Cleo is exempt.
fn company() -> Book {
    let people = vec![person("1", "Ada", "Sales"), person("2", "=Bob", "IT"), person("3", "Cleo", "IT")];
    let late = |to: &str| assignment("a", to, Due::On(Day(990)));
    let mut ada = receipt("r1", "a", ReceiptState::Passed, Some(980));
    (ada.mastered, ada.assigned, ada.pass, ada.attempts, ada.begun) = (5, 6, 80, 7, Some(84_000_000_000));
    let exempted = What::Exempted {
        person: "3".to_owned(),
        modules: Vec::new(),
        reason: "On leave".to_owned(),
        until: None,
    };
    let assigned = What::Assigned { assignments: vec![late("1"), late("2"), late("3")], people };
    let all = [ada];
    book(vec![assigned, imported("1", &all), exempted], &all)
}

fn written(preset: &Preset) -> String {
    csv(&company(), &outline(), Day(1000), &preset.mapping()).replace("\r\n", "\n")
}

#[test]
fn the_report_for_people_has_every_column() {
    let written = written(&PRESETS[0]);
    assert!(written.starts_with('\u{feff}'));
    let lines: Vec<_> = written.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], COLUMNS.join(","));
    insta::assert_snapshot!(lines[1..].join("\n"), @r"
    2,'=Bob,,IT,,a,small,A small course,,,start end,1970-01-01,,1972-09-17,overdue,,,,,,,,10,,,,,,,
    1,Ada,,Sales,,a,small,A small course,,,start end,1970-01-01,,1972-09-17,passed,1972-08-30T05:20:00.000Z,1972-09-07,83,80,7,,,,,,file,r1,valid,1970-01-01T00:00:01.000Z,Hal
    3,Cleo,,IT,,a,small,A small course,,,start end,1970-01-01,,1972-09-17,exempt,,,,,,,,,On leave,Hal,,,,,
    ");
}

#[test]
fn other_systems_get_their_own_columns() {
    insta::assert_snapshot!(PRESETS[1..].iter().map(written).collect::<Vec<_>>().join("\n"), @r"
    Login ID,Course Name,Enrollment Created Date,Enrollment Started Date,Enrollment Completed Date
    ,A small course,01/01/1970,30/08/1972,07/09/1972

    User Identifier,Learning Experience External ID,Completion Date
    1,small,1972-09-07

    Record ID,Name,Record Type,Object ID,Title,Training Provider,Completion Date
    r1,Ada,Training,1,A small course,,1972-09-07

    userId,courseId,accessDate,dueDate,expirationDate,completionDate,completionStatus,awardedScore,passingScore
    2,small,,1972-09-17,,,overdue,,
    1,small,1972-08-30T05:20:00.000Z,1972-09-17,,1972-09-07,passed,83,80
    3,small,,1972-09-17,,,exempt,,
    ");
}

#[test]
fn presets_are_written_as_hr_would() {
    for preset in PRESETS {
        let mapping = preset.mapping();
        assert_eq!(columns(&preset.written()), Ok(mapping.columns));
    }
}

#[test]
fn every_column_can_be_filled() {
    // A person, a receipt and an exemption have all there is, but for what is overdue.
    let book = company();
    let all = lines(&book, &outline(), Day(1000)).len();
    assert_eq!(all, 3);
    let outline = outline();
    let lines = lines(&book, &outline, Day(1000));
    let never: Vec<_> =
        COLUMNS.iter().filter(|name| lines.iter().all(|line| line.value(name) == Value::Nothing)).collect();
    // None of them has acknowledged anything, and the pass is good for good.
    assert_eq!(never, [&"acknowledged_at", &"valid_until"]);
}

#[test]
fn a_line_that_is_no_column_is_named() {
    assert_eq!(columns("\n \n"), Err(MappingError::Empty));
    assert_eq!(columns("name = Name\nemail"), Err(MappingError::NoHeader(2)));
    assert_eq!(columns("name ="), Err(MappingError::NoHeader(1)));
    let unknown = MappingError::Unknown { line: 1, column: "nmae".to_owned() };
    assert_eq!(columns("nmae = Name"), Err(unknown.clone()));
    assert_eq!(unknown.to_string(), "Line 1 of the columns: there is no column “nmae”.");
}

#[test]
fn days_are_written_as_chosen() {
    let day = Day::parse("2026-11-05").expect("a day");
    let written = Dates::ALL.map(|dates| dates.written(day));
    assert_eq!(written, ["2026-11-05", "05/11/2026", "11/05/2026", "05.11.2026"]);
}
