//! A whole question outside its lesson's page.

use leptos::prelude::*;

use super::question::answering::{Answering, title_id};
use super::question::{Form, wording};
use crate::app::study::use_study;
use crate::course::model::{Kind, Question};
use crate::learning::event::Occasion;
use crate::learning::progress::Attempt;
use crate::words::EN;

/// Asks a question anew, whatever was answered before, then says what came of it.
///
/// `family` is the question and behind it its variants; `wording` is the index of the
/// one to ask. `on_answered` is called with each answer, once it is kept: more than one
/// where the occasion lets a learner try again, which a pretest and a recall do not.
#[component]
pub fn Asked(
    family: Vec<Question>,
    wording: usize,
    occasion: Occasion,
    #[prop(into)] on_answered: Callback<Attempt>,
) -> impl IntoView {
    let is_critical = family.first().is_some_and(|question| question.critical);
    let answering = Answering::anew(use_study(), family, wording, occasion, on_answered);
    let is_scenario = move || answering.question().kind == Kind::Scenario;
    let eyebrow = move || {
        let kind = if is_scenario() { EN.question.scenario } else { EN.question.question };
        let critical = is_critical.then(|| format!(" · {}", EN.question.critical));
        view! { {kind}{critical} }
    };
    view! {
        <section
            class="question"
            class:scenario=is_scenario
            aria-labelledby=move || title_id(&answering.question())
        >
            <p class="eyebrow">{eyebrow}</p>
            {move || wording::view(&answering.question(), 2, None)}
            <Form answering=answering />
        </section>
    }
}
