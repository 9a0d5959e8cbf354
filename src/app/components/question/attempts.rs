//! Every answer to a question so far.

use leptos::prelude::*;

use super::answering::Answering;
use super::pairs::words_of;
use super::verdict::verdict_words;
use crate::app::components::folded::Folded;
use crate::app::components::option_label::option_label;
use crate::browser::intl;
use crate::course::model::{Kind, Question};
use crate::learning::grading::partner;
use crate::learning::progress::Attempt;
use crate::words::EN;

/// A list to open, the latest first.
#[component]
pub fn Attempts(answering: Answering) -> impl IntoView {
    let list = move || {
        let items: Vec<_> =
            answering.attempts().iter().rev().map(|attempt| item(attempt, answering)).collect();
        view! { <ol reversed=true>{items}</ol> }.into_any()
    };
    view! { <Folded class="attempts" summary=EN.question.attempts.title open=false content=list /> }
}

fn item(attempt: &Attempt, answering: Answering) -> impl IntoView + use<> {
    let question = answering.wording_of(attempt);
    let verdict = question.as_ref().map(|question| verdict_words(question, attempt));
    let answer = question.as_ref().map(|question| answer_words(question, attempt));
    let title = question.map(|question| question.title.clone());
    view! {
        <li>
            <p class="facts">
                <span>{intl::day(attempt.at)}</span>
                <span class="mark" class:wrong=!attempt.is_right()>{verdict}</span>
            </p>
            <p class="option-text">{title}</p>
            {answer}
        </li>
    }
}

/// An answer in the words of its question.
pub fn answer_words(question: &Question, attempt: &Attempt) -> AnyView {
    let chosen = &attempt.chosen;
    let option = |id: &str| question.options.iter().find(|option| option.id == *id);
    let words = |id: &str| option(id).map_or_else(gone, |option| option_label(question, option));
    if attempt.is_unknown() {
        return view! { <p>{EN.question.unknown.button}</p> }.into_any();
    }
    match question.kind {
        Kind::Text | Kind::Number => view! { <p>{chosen.join(" ")}</p> }.into_any(),
        Kind::Order => {
            let steps: Vec<_> = chosen.iter().map(|id| view! { <li>{words(id)}</li> }).collect();
            view! { <ol>{steps}</ol> }.into_any()
        }
        Kind::Match => {
            let pair = |id: &str| words_of(question, partner(chosen, id));
            let rows = question.options.iter();
            let rows: Vec<_> =
                rows.map(|row| view! { <li>{words(&row.id)}" – "{pair(&row.id)}</li> }).collect();
            view! { <ul>{rows}</ul> }.into_any()
        }
        _ => {
            let options: Vec<_> = chosen.iter().map(|id| view! { <li>{words(id)}</li> }).collect();
            view! { <ul>{options}</ul> }.into_any()
        }
    }
}

fn gone() -> AnyView {
    view! { <span>{EN.question.attempts.gone}</span> }.into_any()
}
