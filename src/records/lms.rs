//! What a course tells the LMS that it runs in: where the learner stands, in the LMS's own measures.
//!
//! Pure. The page around the course (`src/command/export/host.js`) reads it, keeps the best of
//! it and passes it on by SCORM or cmi5; this is the only place that says its form. Knows no
//! standard: their words are in the scripts beside that page.

use serde::Serialize;

use super::lms_state;
use crate::course::outline::{Outline, OutlineModule};
use crate::learning::day::Calendar;
use crate::learning::pass::Standing;
use crate::learning::progress::{Attempt, LessonState, Progress};

/// The form of a report.
pub const FORM: u32 = 1;

/// The progress of a course of which all lessons are done, but which is not passed: some
/// systems read 1 as completed.
const ALMOST: f64 = 0.99;

/// Where a learner stands, for an LMS.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    pub form: u32,
    /// What the LMS keeps for the next session (`lms_state`).
    pub state: String,
    pub status: Status,
    /// It is passed, or there is nothing to pass and all lessons are done.
    pub completed: bool,
    /// All lessons are done, and the course is not passed.
    pub missed: bool,
    /// Percent; none where nothing is graded. Below the mark exactly as long as the course is not passed.
    pub score: Option<u32>,
    /// 0 to 1, with two digits.
    pub progress: f64,
    pub modules: Vec<ModuleReport>,
    /// The latest answer.
    pub answered: Option<Answered>,
}

/// A course's status as SCORM 1.2 calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Incomplete,
    /// A course in which nothing can be passed is done.
    Completed,
    Passed,
}

/// Where a learner stands with a module.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ModuleReport {
    pub id: String,
    pub title: String,
    pub begun: bool,
    pub done: bool,
    /// Lessons that are done, 0 to 1, with two digits.
    pub progress: f64,
    /// Percent of its questions that are right by weight; none where it asks none.
    pub score: Option<u32>,
}

/// An answer, for the LMS's own list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// The event's id: an answer is told once.
    pub event: String,
    pub question: String,
    pub chosen: Vec<String>,
    /// None where nothing is graded.
    pub right: Option<bool>,
    /// Milliseconds since 1970.
    pub at: i64,
}

impl Report {
    /// Where the learner stands. `aside` goes into the state as it is.
    pub fn of(outline: &Outline, progress: &Progress, calendar: Calendar, aside: &str) -> Self {
        let standing = Standing::of(outline, progress, calendar);
        let core: Vec<&OutlineModule> = outline.modules.iter().filter(|module| !module.choose_any).collect();
        let modules = if core.is_empty() { outline.modules.iter().collect() } else { core };
        let (done, all) = modules.iter().fold((0, 0), |(done, all), module| {
            (done + progress.lessons_done(module), all + module.lessons.len())
        });
        let is_through = all > 0 && done == all;
        let is_passed = standing.passed.is_some();
        let status = match (is_passed && !standing.has_no_pass(), is_through && standing.has_no_pass()) {
            (true, _) => Status::Passed,
            (false, true) => Status::Completed,
            (false, false) => Status::Incomplete,
        };
        // Where something can be passed, nothing less completes the course.
        let completed = status != Status::Incomplete;
        Self {
            form: FORM,
            state: lms_state::write(outline, progress, calendar, aside),
            status,
            completed,
            missed: is_through && status == Status::Incomplete,
            score: score(outline, &standing),
            progress: if completed { 1.0 } else { share(done, all).min(ALMOST) },
            modules: outline.modules.iter().map(|module| module_report(module, progress)).collect(),
            answered: progress.all_attempts().last().map(|attempt| answered(attempt)),
        }
    }
}

/// Some systems compare the score with the mark instead of reading the status: the two must agree.
fn score(outline: &Outline, standing: &Standing) -> Option<u32> {
    if standing.has_no_pass() {
        return None;
    }
    let reached = percent(standing.mastered, standing.assigned);
    let mark = outline.pass.min(100);
    Some(if standing.passed.is_some() { reached.max(mark) } else { reached.min(mark.saturating_sub(1)) })
}

fn module_report(module: &OutlineModule, progress: &Progress) -> ModuleReport {
    let done = progress.lessons_done(module);
    let tally = progress.tally(module.lessons.iter().flat_map(|lesson| &lesson.questions));
    ModuleReport {
        id: module.id.clone(),
        title: module.title.clone(),
        begun: module.lessons.iter().any(|lesson| progress.lesson(lesson) != LessonState::New),
        done: done > 0 && done == module.lessons.len(),
        progress: share(done, module.lessons.len()),
        score: (tally.weight > 0).then(|| percent(tally.weight_right as usize, tally.weight as usize)),
    }
}

fn answered(attempt: &Attempt) -> Answered {
    Answered {
        event: attempt.id.to_string(),
        question: attempt.question.clone(),
        chosen: attempt.chosen.clone(),
        right: (attempt.possible > 0).then(|| attempt.is_right()),
        at: attempt.at,
    }
}

fn percent(part: usize, of: usize) -> u32 {
    u32::try_from(part * 100 / of.max(1)).unwrap_or(100)
}

fn share(part: usize, of: usize) -> f64 {
    f64::from(percent(part, of)) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learning::event::What;
    use crate::learning::samples::{Answer, any_event, event, events, lesson, on_clause, outline};
    use proptest::prelude::*;

    fn course() -> Outline {
        outline(vec![
            lesson("l", vec![on_clause("a", "X-1", &[]), on_clause("b", "X-1", &[])]),
            lesson("m", vec![on_clause("c", "X-2", &[]), on_clause("d", "X-2", &[])]),
        ])
    }

    fn report(answers: &[Answer]) -> Report {
        let progress = Progress::of(&events(answers.to_vec()));
        Report::of(&course(), &progress, Calendar::default(), "")
    }

    fn facts(report: &Report) -> (Status, bool, bool, Option<u32>, f64) {
        (report.status, report.completed, report.missed, report.score, report.progress)
    }

    #[test]
    fn a_report_follows_the_learner_to_the_pass() {
        let (right, wrong) = (Answer::right, Answer::wrong);
        assert_eq!(facts(&report(&[])), (Status::Incomplete, false, false, Some(0), 0.0));
        let half = [right("a"), right("b")];
        assert_eq!(facts(&report(&half)), (Status::Incomplete, false, false, Some(50), 0.5));
        let missed = [right("a"), right("b"), wrong("c"), wrong("d")];
        assert_eq!(facts(&report(&missed)), (Status::Incomplete, false, true, Some(50), 0.99));
        let passed = [right("a"), right("b"), right("c"), right("d")];
        assert_eq!(facts(&report(&passed)), (Status::Passed, true, false, Some(100), 1.0));
    }

    #[test]
    fn a_course_that_asks_nothing_is_completed_and_has_no_score() {
        let course = outline(vec![lesson("l", vec![])]);
        let progress = Progress::of(&[event(1, What::Read { lesson: "l".into() })]);
        let report = Report::of(&course, &progress, Calendar::default(), "");
        assert_eq!(facts(&report), (Status::Completed, true, false, None, 1.0));
    }

    #[test]
    fn a_report_is_written_as_the_page_around_the_course_reads_it() {
        let mut report = report(&[Answer::right("a")]);
        report.state = "S".to_owned();
        insta::assert_snapshot!(serde_json::to_string(&report).expect("JSON"), @r#"{"form":1,"state":"S","status":"incomplete","completed":false,"missed":false,"score":0,"progress":0.0,"modules":[{"id":"m","title":"","begun":true,"done":false,"progress":0.0,"score":25}],"answered":{"event":"1-d-t","question":"a","chosen":["a"],"right":true,"at":0}}"#);
    }

    proptest! {
        #[test]
        fn score_and_status_say_the_same(events in prop::collection::vec(any_event(), 0..30)) {
            let course = course();
            let report = Report::of(&course, &Progress::of(&events), Calendar::default(), "");
            prop_assert_eq!(report.score.is_some_and(|score| score >= course.pass), report.status == Status::Passed);
        }
    }
}
