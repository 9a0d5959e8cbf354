//! The right answer, and all reasons.

use std::sync::Arc;

use leptos::prelude::*;

use super::folded::Folded;
use super::option_label::option_label;
use crate::browser::text;
use crate::course::model::{Choice, Kind, Question};
use crate::learning::grading::foreseen;
use crate::words::EN;

/// A list to open: what each option was, and why; the right order; the right pairs.
#[component]
pub fn Reasons(question: Arc<Question>, chosen: Vec<String>, open: bool) -> impl IntoView {
    let summary = match question.kind {
        Kind::Order => EN.question.order.right,
        Kind::Match => EN.question.pairs.right,
        Kind::Text | Kind::Number => EN.question.typed.all_reasons,
        _ => EN.question.all_reasons,
    };
    let content = move || match question.kind {
        Kind::Order => right_order(&question),
        Kind::Match => right_pairs(&question),
        Kind::Text | Kind::Number => {
            let found = chosen.first().and_then(|typed| foreseen(&question, typed, text::decomposed));
            options(&question, |option| found.is_some_and(|found| found.id == option.id))
        }
        _ => options(&question, |option| chosen.contains(&option.id)),
    };
    view! { <Folded class="all-reasons" summary=summary open=open content=content /> }
}

fn options(question: &Question, is_own: impl Fn(&Choice) -> bool) -> AnyView {
    let items: Vec<_> = question
        .options
        .iter()
        .map(|option| {
            view! {
                <li class:right=option.right>
                    <p class="option-text">{option_label(question, option)}</p>
                    <p class="facts">
                        <span class="mark" class:wrong=!option.right>{mark(option)}</span>
                        {is_own(option).then(|| view! { <span>{EN.question.your_choice}</span> })}
                    </p>
                    {reason(option)}
                </li>
            }
        })
        .collect();
    view! { <ul>{items}</ul> }.into_any()
}

fn right_order(question: &Question) -> AnyView {
    let step = |option: &Choice| {
        view! { <li><span inner_html=option.text.0.clone()></span>{reason(option)}</li> }
    };
    let steps: Vec<_> = question.options.iter().map(step).collect();
    view! { <ol>{steps}</ol> }.into_any()
}

fn right_pairs(question: &Question) -> AnyView {
    let row = |option: &Choice| {
        view! {
            <tr>
                <th scope="row" inner_html=option.text.0.clone()></th>
                <td>{option.partner.clone()}{reason(option)}</td>
            </tr>
        }
    };
    let rows: Vec<_> = question.options.iter().map(row).collect();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{EN.question.pairs.item}</th>
                    <th scope="col">{EN.question.pairs.partner}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn reason(option: &Choice) -> Option<impl IntoView + use<>> {
    let reason = option.reason.clone();
    (!reason.is_empty()).then(|| view! { <div class="reason" inner_html=reason.0></div> })
}

fn mark(option: &Choice) -> &'static str {
    if option.right { EN.question.right_option } else { EN.question.wrong_option }
}
