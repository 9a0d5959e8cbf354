//! An answer that is typed: a few words, or a number.

use std::sync::Arc;

use leptos::prelude::*;

use super::answering::{Answering, field_id, title_id};
use super::verdict::Feedback;
use crate::browser::text;
use crate::course::model::{Kind, Question};
use crate::learning::grading::{LONGEST, foreseen};
use crate::learning::progress::Attempt;
use crate::words::EN;

/// The field to type in.
pub fn open(question: &Arc<Question>, answering: Answering) -> AnyView {
    let number = question.kind == Kind::Number;
    let label = if number { EN.question.typed.number_label } else { EN.question.typed.label };
    let label_id = format!("{}-label", question.id);
    let labelled_by = format!("{} {label_id}", title_id(question));
    view! {
        <p class="typed">
            <label id=label_id for=field_id(question, 0)>{label}</label>
            <input
                type="text"
                id=field_id(question, 0)
                aria-labelledby=labelled_by
                inputmode=if number { "decimal" } else { "text" }
                maxlength=LONGEST.to_string()
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                prop:value=move || answering.chosen.with(|chosen| chosen.first().cloned().unwrap_or_default())
                on:input=move |event| answering.choose(vec![event_target_value(&event)])
            />
        </p>
    }
    .into_any()
}

/// What was typed, and what is said of it.
pub fn answered(question: &Arc<Question>, attempt: &Attempt) -> AnyView {
    let typed = attempt.chosen.first().cloned();
    let own = typed.clone().map(|typed| {
        view! { <p class="own-answer">{EN.question.typed.yours}" "<strong>{typed}</strong></p> }
    });
    let found = typed.and_then(|typed| foreseen(question, &typed, text::decomposed).cloned());
    let reason = found
        .filter(|option| !option.reason.is_empty())
        .map(|option| view! { <div class="reason" inner_html=option.reason.0></div> }.into_any());
    view! {
        {own}
        <Feedback question=question.clone() attempt=attempt.clone() reason=reason />
    }
    .into_any()
}
