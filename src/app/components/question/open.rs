//! A question that waits for its answer.

use std::sync::Arc;

use leptos::prelude::*;

use super::answering::{Answering, title_id};
use super::{choices, pairs, steps, typed};
use crate::course::model::{Kind, Question};
use crate::words::EN;

/// Its fields, how sure the learner is, and the buttons.
pub fn view(question: &Arc<Question>, answering: Answering) -> AnyView {
    let fields = match question.kind {
        Kind::Text | Kind::Number => typed::open(question, answering),
        Kind::Order => steps::open(question, answering),
        Kind::Match => pairs::open(question, answering),
        Kind::One | Kind::Many | Kind::Scenario | Kind::Poll => choices::open(question, answering),
    };
    let is_graded = question.kind.is_graded();
    let check = if is_graded { EN.question.check } else { EN.question.poll.answer };
    view! {
        {answering.is_outdated().then(|| view! { <p class="card">{EN.question.earlier_version}</p> })}
        {fields}
        {is_graded.then(|| confidence(question, answering))}
        <p role="alert" class="problem">{move || answering.problem.get()}</p>
        <p class="actions">
            <button type="submit">{check}</button>
            {is_graded.then(|| view! {
                <button type="button" class="quiet" on:click=move |_| answering.give_up()>
                    {EN.question.unknown.button}
                </button>
            })}
        </p>
        {hints(question)}
    }
    .into_any()
}

/// A group of fields, called by the question and by what is to be done.
pub fn group(question: &Question, legend: &'static str, fields: impl IntoView + 'static) -> AnyView {
    let legend_id = format!("{}-legend", question.id);
    let labelled_by = format!("{} {legend_id}", title_id(question));
    view! {
        <fieldset aria-labelledby=labelled_by>
            <legend id=legend_id>{legend}</legend>
            {fields}
        </fieldset>
    }
    .into_any()
}

fn confidence(question: &Question, answering: Answering) -> impl IntoView + use<> {
    let name = format!("{}-sure", question.id);
    let choice = |sure: bool, words: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name=name.clone()
                    prop:checked=move || answering.sure.get() == Some(sure)
                    on:change=move |_| answering.sure.set(Some(sure))
                />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="confidence">
            <legend>{EN.question.confidence.legend}</legend>
            <div class="sureness">
                {choice(true, EN.question.confidence.sure)}
                {choice(false, EN.question.confidence.unsure)}
            </div>
        </fieldset>
    }
}

fn hints(question: &Question) -> Vec<impl IntoView + use<>> {
    let hint = |(index, hint): (usize, &crate::course::model::Html)| {
        view! {
            <details class="hint">
                <summary>{(EN.question.hint)(index + 1)}</summary>
                <div inner_html=hint.0.clone()></div>
            </details>
        }
    };
    question.hints.iter().enumerate().map(hint).collect()
}
