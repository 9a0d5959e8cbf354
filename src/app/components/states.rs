//! Where the learner stands, written beside each lesson, module and clause of a page.

use leptos::prelude::*;

use crate::app::mount_in;
use crate::app::study::Study;
use crate::browser::{intl, page};
use crate::course::outline::OutlineQuestion;
use crate::learning::progress::{LessonState, Tally};
use crate::words::EN;

/// Fills every place of the page.
pub fn mount(study: &Study) {
    for element in page::all("[data-lesson-state]") {
        let id = element.get_attribute("data-lesson-state").unwrap_or_default();
        let (outline, progress) = (study.outline.clone(), study.progress);
        // The lesson's own page has a button that says it.
        let in_list = page::data("lesson").as_deref() != Some(&id);
        let state = Memo::new(move |_| {
            progress.with(|progress| {
                let state = outline.lesson(&id).map_or(LessonState::New, |lesson| progress.lesson(lesson));
                (state, in_list && progress.has_bookmark(&id))
            })
        });
        mount_in(element, move || move || lesson_view(state.get()));
    }
    for element in page::all("[data-module-state]") {
        let id = element.get_attribute("data-module-state").unwrap_or_default();
        let (outline, progress) = (study.outline.clone(), study.progress);
        let words = Memo::new(move |_| {
            let module = outline.modules.iter().find(|module| module.id == id)?;
            let done = progress.with(|progress| progress.lessons_done(module));
            (done > 0)
                .then(|| (EN.home.module_done)(&intl::number(done), &intl::number(module.lessons.len())))
        });
        mount_in(element, move || move || words.get());
    }
    for element in page::all("[data-clause-state]") {
        let id = element.get_attribute("data-clause-state").unwrap_or_default();
        let (outline, progress) = (study.outline.clone(), study.progress);
        let words = Memo::new(move |_| {
            let tally = progress.with(|progress| progress.tally(on_clause(outline.questions(), &id)));
            (tally.answered > 0).then(|| tally_words(tally))
        });
        mount_in(element, move || move || words.get());
    }
}

/// The questions that turn on a clause.
pub fn on_clause<'q>(
    questions: impl Iterator<Item = &'q OutlineQuestion>,
    clause: &str,
) -> impl Iterator<Item = &'q OutlineQuestion> {
    questions.filter(move |question| question.clause.as_deref() == Some(clause))
}

/// A lesson's state, nothing for a new one, and whether it is bookmarked.
fn lesson_view((state, bookmarked): (LessonState, bool)) -> impl IntoView {
    let words = match state {
        LessonState::New => None,
        LessonState::Begun => Some(EN.home.begun),
        LessonState::Done => Some(EN.home.done),
    };
    let state = words.map(|words| {
        view! { <span class="state" class:done=state == LessonState::Done>{words}</span> }
    });
    view! {
        {state}
        {bookmarked.then(|| view! { <span class="mark">{EN.notes.bookmarked}</span> })}
    }
}

/// A tally in words.
pub fn tally_words(tally: Tally) -> String {
    let words = match tally {
        Tally { answered: 0, .. } => return EN.progress.nothing_yet.to_owned(),
        tally if tally.right == tally.questions => EN.progress.all_right,
        _ => EN.progress.right_so_far,
    };
    format!("{words}: {}", (EN.progress.of)(&intl::number(tally.right), &intl::number(tally.questions)))
}
