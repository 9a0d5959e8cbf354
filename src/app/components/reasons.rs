//! All options of an answered question with their reasons.

use leptos::prelude::*;

use super::option_label::option_label;
use crate::course::model::{Choice, Question};
use crate::words::EN;

/// A list to open: what each option was, and why.
#[component]
pub fn Reasons(question: Question, chosen: Vec<String>) -> impl IntoView {
    let items: Vec<_> = question
        .options
        .iter()
        .map(|option| {
            let was_chosen = chosen.contains(&option.id);
            view! {
                <li class:right=option.right>
                    <p class="option-text">{option_label(&question, option)}</p>
                    <p class="facts">
                        <span class="mark">{mark(option)}</span>
                        {was_chosen.then(|| view! { <span>{EN.question.your_choice}</span> })}
                    </p>
                    <div class="reason" inner_html=option.reason.0.clone()></div>
                </li>
            }
        })
        .collect();
    view! {
        <details class="all-reasons">
            <summary>{EN.question.all_reasons}</summary>
            <ul>{items}</ul>
        </details>
    }
}

fn mark(option: &Choice) -> &'static str {
    if option.right { EN.question.right_option } else { EN.question.wrong_option }
}
