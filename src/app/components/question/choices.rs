//! Options to choose from: one, all that apply, a verdict, or one of a poll.

use std::sync::Arc;

use leptos::prelude::*;

use super::answering::{Answering, field_id};
use super::open::group;
use super::verdict::Feedback;
use crate::app::components::option_label::option_label;
use crate::course::model::{Choice, Kind, Question};
use crate::learning::progress::Attempt;
use crate::words::EN;

fn legend(question: &Question) -> &'static str {
    match question.kind {
        Kind::Many => EN.question.many,
        Kind::Scenario => EN.question.would_you_post_it,
        Kind::Poll => EN.question.poll.legend,
        _ => EN.question.one,
    }
}

fn input_type(question: &Question) -> &'static str {
    if question.kind == Kind::Many { "checkbox" } else { "radio" }
}

/// The options to choose from.
pub fn open(question: &Arc<Question>, answering: Answering) -> AnyView {
    let options = 0..question.options.len();
    let options: Vec<_> = options.map(|index| open_option(question, index, answering)).collect();
    group(question, legend(question), options)
}

fn open_option(question: &Question, index: usize, answering: Answering) -> impl IntoView + use<> {
    let option = &question.options[index];
    let many = question.kind == Kind::Many;
    let id = option.id.clone();
    let is_chosen = move || answering.chosen.with(|chosen| chosen.contains(&id));
    let id = option.id.clone();
    let on_change = move |event: web_sys::Event| {
        let mut chosen = if many { answering.chosen.get_untracked() } else { Vec::new() };
        chosen.retain(|known| *known != id);
        if !many || event_target_checked(&event) {
            chosen.push(id.clone());
        }
        answering.choose(chosen);
    };
    view! {
        <div class="option">
            <label>
                <input
                    type=input_type(question)
                    id=field_id(question, index)
                    name=question.id.clone()
                    value=option.id.clone()
                    prop:checked=is_chosen
                    on:change=on_change
                />
                {option_label(question, option)}
            </label>
        </div>
    }
}

/// The options once they are answered, with the reason beside each one chosen.
pub fn answered(question: &Arc<Question>, attempt: &Attempt) -> AnyView {
    let is_single = matches!(question.kind, Kind::One | Kind::Scenario);
    let beside = is_single && question.options.iter().any(|option| attempt.chosen.contains(&option.id));
    let options: Vec<_> = question
        .options
        .iter()
        .map(|option| {
            let chosen = attempt.chosen.contains(&option.id);
            let reason = chosen.then(|| match beside {
                true => feedback(question, attempt, Some(option)),
                false => reason_beside(question, option),
            });
            answered_option(question, option, chosen, reason)
        })
        .collect();
    let summary = (!beside).then(|| feedback(question, attempt, None));
    view! {
        {group(question, legend(question), options)}
        {summary}
    }
    .into_any()
}

fn answered_option(
    question: &Question,
    option: &Choice,
    chosen: bool,
    reason: Option<AnyView>,
) -> impl IntoView + use<> {
    view! {
        <div class="option" class:chosen=chosen>
            <label>
                <input type=input_type(question) name=question.id.clone() checked=chosen disabled=true />
                {option_label(question, option)}
            </label>
            {reason}
        </div>
    }
}

fn feedback(question: &Arc<Question>, attempt: &Attempt, option: Option<&Choice>) -> AnyView {
    let reason = option.map(reason);
    view! { <Feedback question=question.clone() attempt=attempt.clone() reason=reason /> }.into_any()
}

fn reason(option: &Choice) -> AnyView {
    view! { <div class="reason" inner_html=option.reason.0.clone()></div> }.into_any()
}

/// Where several can be chosen, each says for itself whether it is right.
fn reason_beside(question: &Question, option: &Choice) -> AnyView {
    if question.kind == Kind::Poll {
        return ().into_any();
    }
    let mark = if option.right { EN.question.right_option } else { EN.question.wrong_option };
    view! {
        <div class="feedback" class:right=option.right>
            <p class="verdict">{mark}</p>
            {reason(option)}
        </div>
    }
    .into_any()
}
