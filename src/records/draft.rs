//! What HR fills in on the Assign page, and the assignment that it makes.
//!
//! A draft is kept in the browser as it was typed, also where it is half done. Form 1: the
//! fields of [`Draft`] as JSON; a field at its default is left out.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::assignment::{Assignment, Due, Recipient};
use super::digest::sha256;
use super::link::signed_bytes;
use super::roster::Person;
use crate::learning::day::Day;
use crate::words::EN;

/// The form that this version writes.
pub const FORM: u32 = 1;
const MOST_DAYS: u32 = 3650;
const MOST_MONTHS: u32 = 120;
/// The letters of an id; none is taken for another.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
const ID_LENGTH: usize = 12;

/// A form as it was filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    pub form: u32,
    /// The id of the assignment, the day on which it was drawn, and what it was drawn for.
    pub id: String,
    pub made: Day,
    pub drawn_for: String,
    /// Chosen modules, or the whole course.
    pub is_part: bool,
    pub modules: Vec<String>,
    pub to: To,
    pub group: String,
    pub person_id: String,
    pub person_name: String,
    pub until: Until,
    /// `YYYY-MM-DD`
    pub day: String,
    pub days: String,
    pub pass: String,
    pub months: String,
    pub by: String,
    pub note: String,
}

/// To whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum To {
    #[default]
    Anyone,
    Group,
    Person,
    Roster,
}

/// Until when.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Until {
    #[default]
    Open,
    Day,
    After,
}

/// What is still missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    Modules,
    Group,
    Person,
    Roster,
    Day,
    PastDay,
    Days,
    Pass,
    Months,
    By,
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = EN.gaps;
        f.write_str(match self {
            Gap::Modules => words.modules,
            Gap::Group => words.group,
            Gap::Person => words.person,
            Gap::Roster => words.roster,
            Gap::Day => words.day,
            Gap::PastDay => words.past_day,
            Gap::Days => words.days,
            Gap::Pass => words.pass,
            Gap::Months => words.months,
            Gap::By => words.by,
        })
    }
}

impl Draft {
    /// Reads a draft that was kept. None where it cannot be read.
    pub fn from_record(record: &str) -> Option<Self> {
        serde_json::from_str(record).ok().filter(|draft: &Self| draft.form <= FORM)
    }

    /// As it is kept.
    pub fn to_record(&self) -> String {
        serde_json::to_string(&Self { form: FORM, ..self.clone() }).unwrap_or_default()
    }

    /// Whether it asks for a table of people.
    pub fn is_for_roster(&self) -> bool {
        self.to == To::Roster
    }

    /// Gives it another id where it is about something else than when its id was drawn.
    /// `id` draws one.
    pub fn settle(&mut self, course: &str, today: Day, id: impl FnOnce() -> String) {
        let Ok(assignment) = self.assignment(course, today) else { return };
        let about = Assignment { id: String::new(), made: Day::default(), ..assignment };
        let about = letters(&sha256(&signed_bytes(&about)));
        if self.id.is_empty() || about != self.drawn_for {
            (self.id, self.made, self.drawn_for) = (id(), today, about);
        }
    }

    /// The assignment, or all that is missing. With a roster, it names nobody yet.
    ///
    /// # Errors
    /// Where a field is empty that must not be, or holds what it cannot.
    pub fn assignment(&self, course: &str, today: Day) -> Result<Assignment, Vec<Gap>> {
        let mut gaps = Vec::new();
        let modules = if self.is_part { self.modules.clone() } else { Vec::new() };
        if self.is_part && modules.is_empty() {
            gaps.push(Gap::Modules);
        }
        let to = self.recipient(&mut gaps);
        let due = self.due(today, &mut gaps);
        let pass = number(&self.pass, 0..=100, Gap::Pass, &mut gaps);
        let valid_months = number(&self.months, 0..=MOST_MONTHS, Gap::Months, &mut gaps).unwrap_or(0);
        let by = self.by.trim().to_owned();
        if by.is_empty() {
            gaps.push(Gap::By);
        }
        if !gaps.is_empty() {
            return Err(gaps);
        }
        Ok(Assignment {
            id: self.id.clone(),
            course: course.to_owned(),
            modules,
            by,
            to,
            made: self.made,
            due,
            pass,
            valid_months,
            note: self.note.trim().to_owned(),
        })
    }

    fn recipient(&self, gaps: &mut Vec<Gap>) -> Recipient {
        let trimmed = |text: &str| text.trim().to_owned();
        match self.to {
            To::Anyone | To::Roster => Recipient::default(),
            To::Group => {
                let group = trimmed(&self.group);
                if group.is_empty() {
                    gaps.push(Gap::Group);
                }
                Recipient { group, ..Recipient::default() }
            }
            To::Person => {
                let (id, name) = (trimmed(&self.person_id), trimmed(&self.person_name));
                if id.is_empty() && name.is_empty() {
                    gaps.push(Gap::Person);
                }
                Recipient { id, name, group: String::new() }
            }
        }
    }

    fn due(&self, today: Day, gaps: &mut Vec<Gap>) -> Due {
        match self.until {
            Until::Open => Due::Open,
            Until::Day => match Day::parse(&self.day) {
                Some(day) if day >= today => Due::On(day),
                Some(_) => {
                    gaps.push(Gap::PastDay);
                    Due::Open
                }
                None => {
                    gaps.push(Gap::Day);
                    Due::Open
                }
            },
            Until::After => match number(&self.days, 1..=MOST_DAYS, Gap::Days, gaps) {
                Some(days) => Due::After(days),
                None => {
                    if !gaps.contains(&Gap::Days) {
                        gaps.push(Gap::Days);
                    }
                    Due::Open
                }
            },
        }
    }
}

/// The assignment of one person on a roster. The same person gets the same id each time.
pub fn of_person(assignment: &Assignment, person: &Person) -> Assignment {
    let id = letters(&sha256(format!("{}\n{}", assignment.id, person.id).as_bytes()));
    let to = Recipient { id: person.id.clone(), name: person.name.clone(), group: String::new() };
    Assignment { id, to, ..assignment.clone() }
}

fn letters(digest: &[u8; 32]) -> String {
    digest.iter().take(ID_LENGTH).map(|byte| LETTERS[usize::from(byte % 32)] as char).collect()
}

/// A whole number within a range; nothing where nothing is written.
fn number(text: &str, range: std::ops::RangeInclusive<u32>, gap: Gap, gaps: &mut Vec<Gap>) -> Option<u32> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let found = text.parse().ok().filter(|number| range.contains(number));
    if found.is_none() {
        gaps.push(gap);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Day = Day(20_785);

    fn draft() -> Draft {
        Draft { by: " People team ".to_owned(), ..Draft::default() }
    }

    fn made(draft: &Draft) -> Assignment {
        draft.assignment("course", TODAY).expect("nothing is missing")
    }

    fn gaps(draft: &Draft) -> Vec<Gap> {
        draft.assignment("course", TODAY).expect_err("something is missing")
    }

    #[test]
    fn a_form_makes_an_assignment() {
        let mut draft = Draft {
            is_part: true,
            modules: vec!["start".to_owned()],
            to: To::Person,
            person_id: "7".to_owned(),
            until: Until::Day,
            day: "2026-11-28".to_owned(),
            pass: "90".to_owned(),
            months: "12".to_owned(),
            note: "  Ask me.\n".to_owned(),
            group: "Not asked for".to_owned(),
            ..draft()
        };
        draft.settle("course", TODAY, || "drawn".to_owned());
        let expected = Assignment {
            id: "drawn".to_owned(),
            course: "course".to_owned(),
            modules: vec!["start".to_owned()],
            by: "People team".to_owned(),
            to: Recipient { id: "7".to_owned(), ..Recipient::default() },
            made: TODAY,
            due: Due::On(TODAY),
            pass: Some(90),
            valid_months: 12,
            note: "Ask me.".to_owned(),
        };
        assert_eq!(made(&draft), expected);
    }

    #[test]
    fn an_empty_form_is_the_whole_course_for_anyone() {
        let assignment = made(&draft());
        assert_eq!(
            (assignment.modules.len(), assignment.to, assignment.due),
            (0, Recipient::default(), Due::Open)
        );
        assert_eq!((assignment.pass, assignment.valid_months), (None, 0));
    }

    #[test]
    fn all_that_is_missing_is_named_at_once() {
        let empty = Draft { is_part: true, to: To::Group, until: Until::After, ..Draft::default() };
        assert_eq!(gaps(&empty), [Gap::Modules, Gap::Group, Gap::Days, Gap::By]);
        let until =
            |until, day: &str, days: &str| Draft { until, day: day.into(), days: days.into(), ..draft() };
        assert_eq!(gaps(&until(Until::Day, "", "")), [Gap::Day]);
        assert_eq!(gaps(&until(Until::Day, "2026-11-27", "")), [Gap::PastDay]);
        assert_eq!(gaps(&until(Until::After, "", "soon")), [Gap::Days]);
        assert_eq!(gaps(&until(Until::After, "", "0")), [Gap::Days]);
        assert_eq!(made(&until(Until::After, "", "14")).due, Due::After(14));
        assert_eq!(
            gaps(&Draft { pass: "101".into(), months: "-1".into(), ..draft() }),
            [Gap::Pass, Gap::Months]
        );
        assert_eq!(gaps(&Draft { to: To::Person, person_name: " ".into(), ..draft() }), [Gap::Person]);
    }

    #[test]
    fn an_id_is_drawn_when_it_is_about_something_else() {
        let mut draft = draft();
        draft.settle("course", TODAY, || "first".to_owned());
        draft.settle("course", TODAY.plus(3), || "second".to_owned());
        assert_eq!((draft.id.as_str(), draft.made), ("first", TODAY));
        draft.group = "Not asked for".to_owned();
        draft.settle("course", TODAY, || "second".to_owned());
        assert_eq!(draft.id, "first");
        draft.note = "By Friday".to_owned();
        draft.settle("course", TODAY.plus(3), || "second".to_owned());
        assert_eq!((draft.id.as_str(), draft.made), ("second", TODAY.plus(3)));
        draft.by = String::new();
        draft.settle("course", TODAY, || "third".to_owned());
        assert_eq!(draft.id, "second");
    }

    #[test]
    fn a_draft_is_kept_as_it_was_typed() {
        let half = Draft { days: "soo".to_owned(), to: To::Roster, form: FORM, ..draft() };
        assert_eq!(Draft::from_record(&half.to_record()), Some(half));
        assert_eq!(Draft::from_record("{}"), Some(Draft::default()));
        assert_eq!(Draft::from_record("{\"form\":2}"), None);
        assert_eq!(Draft::from_record("{"), None);
    }

    #[test]
    fn each_person_has_an_id_of_their_own_and_keeps_it() {
        let assignment = Assignment { id: "base".to_owned(), ..made(&draft()) };
        let person = |id: &str| Person { id: id.to_owned(), name: "Ann".to_owned(), ..Person::default() };
        let (ann, bob) = (of_person(&assignment, &person("1")), of_person(&assignment, &person("2")));
        assert_eq!((ann.id.len(), ann.to.id.as_str(), ann.to.name.as_str()), (ID_LENGTH, "1", "Ann"));
        assert_ne!(ann.id, bob.id);
        assert_eq!(of_person(&assignment, &person("1")), ann);
    }
}
