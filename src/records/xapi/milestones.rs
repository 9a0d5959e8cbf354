//! What was reached: a module or the whole course, gone through or passed. Each is said once.

use super::names::Thing;
use crate::course::outline::{Outline, OutlineLesson};
use crate::learning::day::Calendar;
use crate::learning::event::{Event, EventId, What};
use crate::learning::mastery::wordings;
use crate::learning::pass::{Passing, Standing};
use crate::learning::progress::{LessonState, Progress};
use crate::records::scope;

/// What was reached, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// The module; none for the whole course.
    pub module: Option<String>,
    /// None where it was gone through, without a pass.
    pub passing: Option<Passing>,
    /// Milliseconds since 1970.
    pub at: i64,
}

impl Milestone {
    /// What tells it from all others of a learner.
    pub fn name(&self) -> String {
        let verb = if self.passing.is_some() { "passed" } else { "completed" };
        match &self.module {
            Some(module) => format!("{verb} module {module}"),
            None => format!("{verb} course"),
        }
    }

    /// The thing of the course that was reached.
    pub fn thing(&self) -> Thing<'_> {
        self.module.as_deref().map_or(Thing::Course, Thing::Module)
    }
}

/// Everything that was reached, but what is known by its name already.
pub fn reached<'e>(
    outline: &Outline,
    events: impl IntoIterator<Item = &'e Event> + Clone,
    calendar: Calendar,
    is_known: impl Fn(&str) -> bool,
) -> Vec<Milestone> {
    let progress = Progress::of(events.clone());
    let mut found = Vec::new();
    let mut add = |milestone: Option<Milestone>| {
        found.extend(milestone.filter(|milestone| !is_known(&milestone.name())));
    };
    for module in outline.modules.iter() {
        // Of modules from which lessons are chosen, nobody says which ones are all.
        let is_through = !module.choose_any && module.lessons.iter().all(|lesson| is_done(&progress, lesson));
        if is_through && !module.lessons.is_empty() {
            add(completed(Some(&module.id), module.lessons.iter(), &progress, events.clone()));
        }
        if !is_known(&format!("passed module {}", module.id)) {
            let scope = scope::of_modules(outline, std::slice::from_ref(&module.id), None);
            add(passed(Some(&module.id), &scope, &progress, calendar));
        }
    }
    if outline.core_lessons().next().is_some()
        && outline.core_lessons().all(|lesson| is_done(&progress, lesson))
    {
        add(completed(None, outline.core_lessons(), &progress, events));
    }
    if !is_known("passed course") {
        add(passed(None, outline, &progress, calendar));
    }
    found
}

fn is_done(progress: &Progress, lesson: &OutlineLesson) -> bool {
    progress.lesson(lesson) == LessonState::Done
}

fn passed(
    module: Option<&str>,
    scope: &Outline,
    progress: &Progress,
    calendar: Calendar,
) -> Option<Milestone> {
    let passing = Standing::passing(scope, progress, calendar)?;
    Some(Milestone { module: module.map(str::to_owned), at: passing.at, passing: Some(passing) })
}

/// Lessons that are all done are so since the last of them was.
fn completed<'e, 'o>(
    module: Option<&str>,
    lessons: impl Iterator<Item = &'o OutlineLesson>,
    progress: &Progress,
    events: impl IntoIterator<Item = &'e Event> + Clone,
) -> Option<Milestone> {
    let done = lessons.map(|lesson| done_by(lesson, progress, events.clone()));
    let (_, at) = done.collect::<Option<Vec<_>>>()?.into_iter().max()?;
    Some(Milestone { module: module.map(str::to_owned), passing: None, at })
}

/// The event with which a lesson was done, and its moment.
fn done_by<'e>(
    lesson: &OutlineLesson,
    progress: &Progress,
    events: impl IntoIterator<Item = &'e Event>,
) -> Option<(EventId, i64)> {
    if lesson.questions.is_empty() {
        let is_it = |what: &What| matches!(what, What::Read { lesson: read } if *read == lesson.id);
        let read = events.into_iter().filter(|event| is_it(&event.what)).min()?;
        return Some((read.id.clone(), read.at));
    }
    let first_answers = lesson.questions.iter().map(|question| {
        let counts = wordings(question)
            .flat_map(|(id, revision)| progress.attempts_at(id, revision))
            .filter(|attempt| attempt.counts_as_answer());
        counts.map(|attempt| (attempt.id.clone(), attempt.at)).min()
    });
    first_answers.collect::<Option<Vec<_>>>()?.into_iter().max()
}
