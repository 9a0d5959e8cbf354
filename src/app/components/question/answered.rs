//! What came of a question: the learner's answer, the verdict, the reasons, what can be done next.

use std::sync::Arc;

use leptos::prelude::*;

use super::answering::{Answering, Retry};
use super::attempts::Attempts;
use super::{choices, pairs, steps, typed};
use crate::app::components::post_card::PostCard;
use crate::app::components::reasons::Reasons;
use crate::course::model::{Html, Kind, Question};
use crate::learning::progress::Attempt;
use crate::words::EN;

/// An answer and all that is said about it.
pub fn view(question: &Arc<Question>, attempt: &Attempt, answering: Answering) -> AnyView {
    let own = match question.kind {
        Kind::Text | Kind::Number => typed::answered(question, attempt),
        Kind::Order => steps::answered(question, attempt),
        Kind::Match => pairs::answered(question, attempt),
        Kind::One | Kind::Many | Kind::Scenario | Kind::Poll => choices::answered(question, attempt),
    };
    let repaired = question.fixed.clone().map(|fixed| {
        view! { <PostCard caption=EN.question.repaired.to_owned() text=fixed /> }
    });
    let is_graded = question.kind.is_graded();
    let reasons = is_graded.then(|| {
        view! { <Reasons question=question.clone() chosen=attempt.chosen.clone() open=attempt.is_unknown() /> }
    });
    let attempts =
        (is_graded && answering.has_attempts()).then(|| view! { <Attempts answering=answering /> });
    view! {
        {own}
        {repaired}
        {question.why.clone().map(why)}
        {next(question, attempt, answering)}
        {reasons}
        {attempts}
    }
    .into_any()
}

fn why(why: Html) -> impl IntoView {
    view! {
        <div class="why">
            <p class="eyebrow">{EN.question.why}</p>
            <div inner_html=why.0></div>
        </div>
    }
}

/// A button where something can be done about the answer.
fn next(question: &Question, attempt: &Attempt, answering: Answering) -> AnyView {
    if question.kind == Kind::Poll {
        return view! {
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| answering.change()>
                    {EN.question.poll.change}
                </button>
            </p>
        }
        .into_any();
    }
    match answering.retry(attempt) {
        Retry::None => ().into_any(),
        Retry::Possible => view! {
            <p class="actions">
                <button type="button" on:click=move |_| answering.try_again()>{EN.question.try_again}</button>
            </p>
        }
        .into_any(),
        Retry::UsedUp(limit) => view! { <p>{(EN.question.no_attempts_left)(limit)}</p> }.into_any(),
    }
}
