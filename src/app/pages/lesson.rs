//! A lesson: its questions become forms, and its end says what is open.

use leptos::prelude::*;

use crate::app::components::bookmark::Bookmark;
use crate::app::components::notes::Notes;
use crate::app::components::question::QuestionForm;
use crate::app::study::{Study, use_study};
use crate::app::{mount_at, mount_in};
use crate::browser::{page, speech};
use crate::course::outline::LessonFile;
use crate::learning::event::What;
use crate::learning::progress::LessonState;
use crate::words::EN;

/// Takes over the page of a lesson.
pub fn mount(study: &Study, file: LessonFile) {
    let id = page::data("lesson").unwrap_or_default();
    let opened_last = study.progress.with_untracked(|progress| progress.last_lesson() == Some(&id));
    if !opened_last {
        study.record(What::Opened { lesson: id.clone() });
    }
    for section in page::all("[data-question]") {
        let name = section.get_attribute("data-question").unwrap_or_default();
        let family = file.family(&name);
        let place = page::first_in(&section, "[data-answer]");
        if let Some(place) = place.filter(|_| !family.is_empty()) {
            mount_in(place, move || view! { <QuestionForm family=family section=section /> });
        }
    }
    let lesson = id.clone();
    mount_at("lesson-tools", move || {
        view! {
            <Bookmark lesson=lesson />
            {speech::is_there().then(|| view! { <ReadAloudTool /> })}
        }
    });
    let lesson = id.clone();
    mount_at("notes", move || view! { <Notes lesson=lesson /> });
    mark_as_read_at_the_end(study.clone(), id.clone());
    mount_at("lesson-end", move || view! { <LessonEnd id=id /> });
}

/// What reads aloud is large and seldom wanted: the boot script loads it at the first
/// click, and it takes this place.
#[component]
fn ReadAloudTool() -> impl IntoView {
    view! {
        <div data-mount="read-aloud">
            <button type="button" id="read-aloud" class="quiet tool">{EN.aloud.read}</button>
        </div>
    }
}

/// A lesson without questions is done when it is left by its end.
fn mark_as_read_at_the_end(study: Study, id: String) {
    let Some(link) = page::first("a[rel=next]") else { return };
    page::listen(&link, "click", move |_| {
        let waits = study.outline.lesson(&id).is_some_and(|lesson| {
            let state = study.progress.with_untracked(|progress| progress.lesson(lesson));
            lesson.questions.is_empty() && state != LessonState::Done
        });
        if waits {
            study.record(What::Read { lesson: id.clone() });
        }
    });
}

#[component]
fn LessonEnd(id: String) -> impl IntoView {
    let study = use_study();
    let words = move || {
        let lesson = study.outline.lesson(&id)?;
        if lesson.questions.is_empty() {
            return Some(EN.lesson.read.to_owned());
        }
        let open = study.progress.with(|progress| progress.still_open(lesson));
        Some(if open > 0 { (EN.lesson.still_open)(open) } else { EN.lesson.all_answered.to_owned() })
    };
    view! { <p class="lesson-end">{words}</p> }
}
