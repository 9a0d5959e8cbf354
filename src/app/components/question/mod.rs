//! A question to answer: its form, and what came of it.
//!
//! `open` shows the form, `answered` the feedback, each with one file for each way to
//! answer; `answering` holds what both follow.

mod answered;
pub mod answering;
mod attempts;
mod choices;
mod open;
mod pairs;
mod steps;
mod typed;
mod verdict;
pub mod wording;

pub use attempts::answer_words;
pub use verdict::verdict_words;

use leptos::prelude::*;
use web_sys::HtmlElement;

use crate::app::study::use_study;
use crate::browser::page;
use crate::course::model::Question;
use crate::words::EN;
use answering::{Answering, title_id};

/// The form of the question on the screen, or what came of it.
#[component]
pub fn Form(answering: Answering) -> impl IntoView {
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        answering.submit();
    };
    view! {
        <form on:submit=submit>
            {move || {
                let question = answering.question();
                match answering.shown() {
                    None => open::view(&question, answering),
                    Some(attempt) => answered::view(&question, &attempt, answering),
                }
            }}
        </form>
    }
}

/// A question in its lesson, whose `section` asks it in the first of these wordings.
/// Another one stands in its place while it is drawn.
#[component]
pub fn QuestionForm(family: Vec<Question>, section: HtmlElement) -> impl IntoView {
    let answering = Answering::in_lesson(use_study(), family);
    let level = page::heading_level(&section);
    Effect::new(move |_| {
        let title = title_id(&answering.question());
        page::set_attribute(&section, "aria-labelledby", &title);
        if let Some(asked) = page::first_in(&section, "[data-asked]") {
            asked.set_hidden(answering.wording() > 0);
        }
    });
    let other_wording = move || {
        let is_other = answering.wording() > 0;
        is_other.then(|| wording::view(&answering.question(), level, Some(EN.question.other_words)))
    };
    view! {
        {other_wording}
        <Form answering=answering />
    }
}
