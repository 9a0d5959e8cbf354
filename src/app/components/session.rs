//! Questions one after the other, outside their lessons: pretest, practice, recall.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::asked::Asked;
use crate::app::lesson_files;
use crate::app::study::use_study;
use crate::browser::{intl, page};
use crate::course::model::Question;
use crate::learning::drawing::Drawn;
use crate::learning::event::Occasion;
use crate::words::EN;

/// Where the focus goes when the next question is there.
const PLACE: &str = "session-place";

/// A question on its way.
#[derive(Debug, Clone, PartialEq)]
enum Loading {
    Waits,
    Failed,
    /// The question and its variants, and which of them is asked.
    Loaded(Vec<Question>, usize),
}

/// Asks the questions that were drawn. `answered_before` is how many of the same
/// session were answered on an earlier visit.
#[component]
pub fn Session(
    drawn: Vec<Drawn>,
    #[prop(default = 0)] answered_before: usize,
    occasion: Occasion,
    on_finished: Callback<()>,
) -> impl IntoView {
    let study = use_study();
    let all = drawn.len();
    let drawn = StoredValue::new(drawn);
    let current = RwSignal::new(0_usize);
    let answered = RwSignal::new(false);
    let loading = RwSignal::new(Loading::Waits);
    let load = move |index: usize| {
        let Some(next) = drawn.with_value(|drawn| drawn.get(index).cloned()) else { return };
        let study = study.clone();
        loading.set(Loading::Waits);
        spawn_local(async move {
            let family = lesson_files::family(&study, &next.lesson, &next.question).await;
            let loaded = family.and_then(|family| {
                let wording = family.iter().position(|question| question.id == next.wording)?;
                Some(Loading::Loaded(family, wording))
            });
            loading.set(loaded.unwrap_or(Loading::Failed));
        });
    };
    let again = load.clone();
    load(0);
    let go_on = move |_| {
        if current.get_untracked() + 1 >= all {
            on_finished.run(());
            return;
        }
        answered.set(false);
        current.update(|current| *current += 1);
        load(current.get_untracked());
        page::focus_later(PLACE.to_owned());
    };
    let place = move || {
        let number = intl::number(answered_before + current.get() + 1);
        (EN.session.question_of)(&number, &intl::number(answered_before + all))
    };
    let question = move || match loading.get() {
        Loading::Waits => view! { <p role="status">{EN.session.loading}</p> }.into_any(),
        Loading::Failed => {
            let again = again.clone();
            view! {
                <div class="card warning" role="alert">
                    <p>{EN.session.cannot_load}</p>
                    <p><button type="button" on:click=move |_| again(current.get_untracked())>{EN.session.try_loading}</button></p>
                </div>
            }
            .into_any()
        }
        Loading::Loaded(family, wording) => view! {
            <Asked family=family wording=wording occasion=occasion on_answered=move |_| answered.set(true) />
        }
        .into_any(),
    };
    let is_last = move || current.get() + 1 >= all;
    view! {
        <p class="session-place" id=PLACE tabindex="-1">{place}</p>
        <progress
            max=(answered_before + all).to_string()
            value=move || (answered_before + current.get() + usize::from(answered.get())).to_string()
            aria-labelledby=PLACE
        ></progress>
        {question}
        <p class="actions session-next">
            <button type="button" class:hidden=move || !answered.get() on:click=go_on>
                {move || if is_last() { EN.session.finish } else { EN.session.next }}
            </button>
            <a class="leave" href=page::from_root("index.html")>{EN.session.leave}</a>
        </p>
    }
}
