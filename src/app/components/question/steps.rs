//! Steps to be put in order: by buttons, or by dragging.
//!
//! A place in the list stays where it is and the steps wander through the places, so
//! that neither the pointer nor the focus loses what it holds.

use std::sync::Arc;

use leptos::prelude::*;
use web_sys::PointerEvent;

use super::answering::{Answering, field_id};
use super::open::group;
use super::verdict::Feedback;
use crate::browser::{intl, page};
use crate::course::model::{Choice, Question};
use crate::learning::grading::follows_rightly;
use crate::learning::progress::Attempt;
use crate::words::EN;

/// The list of steps while it is being put in order.
#[derive(Clone, Copy)]
struct List {
    question: StoredValue<Arc<Question>>,
    answering: Answering,
    /// Indices of the steps as they lie now.
    order: Memo<Vec<usize>>,
    /// Where the step lies that is being dragged, and where it lay first.
    dragged: RwSignal<Option<(usize, usize)>>,
}

/// The steps to be put in order.
pub fn open(question: &Arc<Question>, answering: Answering) -> AnyView {
    let begin = answering.shuffled(question);
    let options = StoredValue::new(question.clone());
    let order = Memo::new(move |_| {
        let index = |id: &String| {
            options.with_value(|question| question.options.iter().position(|option| option.id == *id))
        };
        answering.chosen.with(|chosen| match chosen.is_empty() {
            true => begin.clone(),
            false => chosen.iter().filter_map(index).collect(),
        })
    });
    let list = List { question: options, answering, order, dragged: RwSignal::new(None) };
    let places: Vec<_> = (0..question.options.len()).map(|place| place_view(question, place, list)).collect();
    group(question, EN.question.order.legend, view! { <ol class="to-order">{places}</ol> })
}

fn place_view(question: &Question, place: usize, list: List) -> impl IntoView + use<> {
    let last = question.options.len().saturating_sub(1);
    let (up, down) = (button_id(question, place, true), button_id(question, place, false));
    let step_id = step_id(question, place);
    let is_dragged = move || list.dragged.get().is_some_and(|(now, _)| now == place);
    view! {
        <li id=place_id(question, place) class:dragged=is_dragged>
            <span
                class="grip"
                aria-hidden="true"
                on:pointerdown=move |event| list.take_up(place, &event)
                on:pointermove=move |event| list.drag(&event)
                on:pointerup=move |_| list.let_go()
                on:pointercancel=move |_| list.let_go()
            ></span>
            <span class="step" id=step_id.clone() inner_html=move || list.words_at(place)></span>
            <span class="moves">
                <button
                    type="button"
                    class="quiet up"
                    id=up.clone()
                    aria-labelledby=format!("{up} {step_id}")
                    aria-label=EN.question.order.move_up
                    disabled=place == 0
                    on:click=move |_| list.move_by_button(place, place.saturating_sub(1))
                ></button>
                <button
                    type="button"
                    class="quiet down"
                    id=down.clone()
                    aria-labelledby=format!("{down} {step_id}")
                    aria-label=EN.question.order.move_down
                    disabled=place == last
                    on:click=move |_| list.move_by_button(place, place + 1)
                ></button>
            </span>
        </li>
    }
}

impl List {
    fn words_at(self, place: usize) -> String {
        let index = self.order.with(|order| order.get(place).copied());
        let words = |question: &Arc<Question>| Some(question.options.get(index?)?.text.0.clone());
        self.question.with_value(words).unwrap_or_default()
    }

    fn last(self) -> usize {
        self.question.with_value(|question| question.options.len().saturating_sub(1))
    }

    fn move_step(self, from: usize, to: usize) {
        let mut order = self.order.get_untracked();
        if from >= order.len() || to >= order.len() {
            return;
        }
        let step = order.remove(from);
        order.insert(to, step);
        let id = |index: usize| self.question.with_value(|question| question.options[index].id.clone());
        self.answering.choose(order.into_iter().map(id).collect());
    }

    /// The focus goes with the step: to the same button, or to the other one at either end.
    fn move_by_button(self, from: usize, to: usize) {
        let up = match to {
            0 => false,
            end if end == self.last() => true,
            _ => to < from,
        };
        let words = self.words_on_screen(from);
        self.move_step(from, to);
        self.announce(&words, to);
        page::focus_later(self.question.with_value(|question| button_id(question, to, up)));
    }

    fn words_on_screen(self, place: usize) -> String {
        self.question.with_value(|question| page::text_of(&step_id(question, place)))
    }

    fn announce(self, words: &str, place: usize) {
        let (place, all) = (intl::number(place + 1), intl::number(self.last() + 1));
        self.answering.announce(&(EN.question.order.moved)(words, &place, &all));
    }

    fn take_up(self, place: usize, event: &PointerEvent) {
        // Dragging would mark text instead.
        event.prevent_default();
        page::hold_pointer(event);
        self.dragged.set(Some((place, place)));
    }

    fn drag(self, event: &PointerEvent) {
        let Some((now, first)) = self.dragged.get_untracked() else { return };
        let y = f64::from(event.client_y());
        let is_passed = |place: &usize| {
            let middle = self.question.with_value(|question| page::middle_of(&place_id(question, *place)));
            *place != now && middle.is_some_and(|middle| middle < y)
        };
        let to = (0..=self.last()).filter(is_passed).count();
        if to != now {
            self.move_step(now, to);
            self.dragged.set(Some((to, first)));
        }
    }

    fn let_go(self) {
        let Some((now, first)) = self.dragged.get_untracked() else { return };
        self.dragged.set(None);
        if now != first {
            self.announce(&self.words_on_screen(now), now);
        }
    }
}

/// The steps as they were put, with what follows as it should.
pub fn answered(question: &Arc<Question>, attempt: &Attempt) -> AnyView {
    let feedback = view! { <Feedback question=question.clone() attempt=attempt.clone() reason=None /> };
    if attempt.is_unknown() {
        return feedback.into_any();
    }
    let steps: Vec<_> = attempt
        .chosen
        .iter()
        .enumerate()
        .map(|(place, id)| answered_step(question, attempt, place, id))
        .collect();
    let title_id = format!("{}-own-order", question.id);
    view! {
        <p class="eyebrow" id=title_id.clone()>{EN.question.order.yours}</p>
        <ol class="own-answer" aria-labelledby=title_id>{steps}</ol>
        {feedback}
    }
    .into_any()
}

fn answered_step(question: &Question, attempt: &Attempt, place: usize, id: &str) -> impl IntoView + use<> {
    let index = question.options.iter().position(|option| option.id == id);
    let follows = index.is_some_and(|index| follows_rightly(question, &attempt.chosen, index));
    // The first step follows nothing.
    let mark = (place > 0 && !attempt.is_right()).then(|| match follows {
        true => view! { <span class="mark">{EN.question.order.follows}</span> },
        false => view! { <span class="mark wrong">{EN.question.order.another_before}</span> },
    });
    let option: Option<&Choice> = index.map(|index| &question.options[index]);
    let text = option.map_or_else(|| EN.question.attempts.gone.to_owned(), |option| option.text.0.clone());
    view! { <li><span inner_html=text></span>{mark}</li> }
}

fn place_id(question: &Question, place: usize) -> String {
    format!("{}-place-{place}", question.id)
}

fn step_id(question: &Question, place: usize) -> String {
    format!("{}-step-{place}", question.id)
}

/// The first place's only button is the question's first field.
fn button_id(question: &Question, place: usize, up: bool) -> String {
    let direction = if up { "up" } else { "down" };
    if place == 0 && !up { field_id(question, 0) } else { format!("{}-{place}-{direction}", question.id) }
}
