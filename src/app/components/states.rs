//! Where the learner stands, written beside each lesson, module and clause of a page.

use leptos::prelude::*;

use crate::app::mount_in;
use crate::app::study::Study;
use crate::browser::{intl, page};
use crate::course::outline::{OutlineModule, OutlineQuestion};
use crate::learning::progress::{LessonState, Tally};
use crate::words::EN;

/// Fills every place of the page.
pub fn mount(study: &Study) {
    for element in page::all("[data-lesson-state]") {
        let id = element.get_attribute("data-lesson-state").unwrap_or_default();
        let (outline, progress) = (study.outline.clone(), study.progress);
        // The lesson's own page has a button that says it.
        let in_list = page::data("lesson").as_deref() != Some(&id);
        #[cfg(feature = "every-page")]
        let may_skip = outline.module_of(&id).is_some_and(|module| untrack(|| study.may_skip(&module.id)));
        // The page of a lesson does without: whoever came here wants to read it.
        #[cfg(not(feature = "every-page"))]
        let may_skip = false;
        let state = Memo::new(move |_| {
            progress.with(|progress| {
                let state = outline.lesson(&id).map_or(LessonState::New, |lesson| progress.lesson(lesson));
                (state, in_list && progress.has_bookmark(&id))
            })
        });
        mount_in(element, move || move || lesson_view(state.get(), may_skip));
    }
}

/// Fills every place of the page that is about modules and clauses.
#[cfg(feature = "every-page")]
pub fn mount_modules(study: &Study) {
    for element in page::all("[data-module-state]") {
        let id = element.get_attribute("data-module-state").unwrap_or_default();
        let study = study.clone();
        let words = Memo::new(move |_| module_words(&study, &id));
        mount_in(element, move || move || words.get());
    }
    for element in page::all("[data-test-out]") {
        let id = element.get_attribute("data-test-out").unwrap_or_default();
        let study = study.clone();
        mount_in(element, move || test_out(study, id));
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

#[cfg(feature = "every-page")]
/// How much of a module is done; that it may be skipped, where it is not begun.
fn module_words(study: &Study, id: &str) -> Option<String> {
    let module = study.outline.modules.iter().find(|module| module.id == id)?;
    let done = study.progress.with(|progress| progress.lessons_done(module));
    if done < module.lessons.len() && study.may_skip(id) {
        return Some(EN.pass.may_skip.to_owned());
    }
    (done > 0).then(|| (EN.home.module_done)(&intl::number(done), &intl::number(module.lessons.len())))
}

#[cfg(feature = "every-page")]
/// How to skip a module: nothing where it is done, mastered, or asks about no clause.
fn test_out(study: Study, id: String) -> impl IntoView {
    let questions = study.draw(|draw| draw.practice(Some(&id)).len());
    let address = page::from_root(&format!("practice.html?module={id}"));
    let is_offered = Memo::new(move |_| {
        let module = study.outline.modules.iter().find(|module| module.id == id);
        let is_open = |module: &OutlineModule| {
            study.progress.with(|progress| progress.lessons_done(module)) < module.lessons.len()
        };
        questions > 0 && !study.may_skip(&id) && module.is_some_and(is_open)
    });
    move || {
        let address = address.clone();
        is_offered
            .get()
            .then(|| view! { <p><a href=address>{(EN.pass.know_this_already)(questions)}</a></p> })
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
fn lesson_view((state, bookmarked): (LessonState, bool), may_skip: bool) -> impl IntoView {
    let words = match state {
        LessonState::New | LessonState::Begun if may_skip => Some(EN.pass.may_skip),
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
