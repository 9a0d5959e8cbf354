//! Pairs to be put together: a list to choose from for each item.

use std::sync::Arc;

use leptos::prelude::*;

use super::answering::{Answering, field_id};
use super::open::group;
use super::verdict::Feedback;
use crate::course::model::{Choice, Question};
use crate::learning::grading::{pair, partner};
use crate::learning::progress::Attempt;
use crate::words::EN;

/// The items, each with the words to choose from. Words may be chosen twice, and say so.
pub fn open(question: &Arc<Question>, answering: Answering) -> AnyView {
    let offered: Vec<Choice> =
        answering.shuffled(question).into_iter().map(|index| question.options[index].clone()).collect();
    let on_paper: Vec<_> = offered.iter().map(|option| option.partner.as_str()).collect();
    let on_paper = view! { <p class="offered" hidden>{on_paper.join(" · ")}</p> };
    let rows = question.options.iter().enumerate();
    let rows: Vec<_> = rows
        .map(|(index, row)| {
            let left = row.id.clone();
            let on_change = move |event: web_sys::Event| {
                let right = event_target_value(&event);
                let mut chosen = answering.chosen.get_untracked();
                chosen.retain(|pair| pair.split_once('=').is_none_or(|(id, _)| id != left));
                if !right.is_empty() {
                    chosen.push(pair(&left, &right));
                }
                answering.choose(chosen);
            };
            let words: Vec<_> = offered.iter().map(|option| offer(option, &row.id, answering)).collect();
            view! {
                <p class="pair">
                    <label for=field_id(question, index) inner_html=row.text.0.clone()></label>
                    <select id=field_id(question, index) on:change=on_change>
                        <option value="">{EN.question.pairs.choose}</option>
                        {words}
                    </select>
                </p>
            }
        })
        .collect();
    group(question, EN.question.pairs.legend, (rows, on_paper))
}

fn offer(option: &Choice, left: &str, answering: Answering) -> impl IntoView + use<> {
    let (id, words, left) = (option.id.clone(), option.partner.clone(), left.to_owned());
    let is_taken = Memo::new(move |_| {
        answering.chosen.with(|chosen| {
            let mut pairs = chosen.iter().filter_map(|pair| pair.split_once('='));
            pairs.any(|(row, right)| row != left && right == id)
        })
    });
    let label = move || if is_taken.get() { (EN.question.pairs.taken)(&words) } else { words.clone() };
    view! { <option value=option.id.clone()>{label}</option> }
}

/// Both columns as they were put together.
pub fn answered(question: &Arc<Question>, attempt: &Attempt) -> AnyView {
    let feedback = view! { <Feedback question=question.clone() attempt=attempt.clone() reason=None /> };
    if attempt.is_unknown() {
        return feedback.into_any();
    }
    let rows = question.options.iter().map(|row| {
        let chosen = partner(&attempt.chosen, &row.id);
        let right = chosen == Some(&row.id);
        let mark = if right { EN.question.right_option } else { EN.question.wrong_option };
        view! {
            <tr>
                <th scope="row" inner_html=row.text.0.clone()></th>
                <td>
                    {words_of(question, chosen)}
                    <span class="mark" class:wrong=!right>{mark}</span>
                </td>
            </tr>
        }
    });
    view! {
        <table class="own-answer">
            <thead>
                <tr>
                    <th scope="col">{EN.question.pairs.item}</th>
                    <th scope="col">{EN.question.pairs.your_partner}</th>
                </tr>
            </thead>
            <tbody>{rows.collect::<Vec<_>>()}</tbody>
        </table>
        {feedback}
    }
    .into_any()
}

/// The right-hand words of a row.
pub fn words_of(question: &Question, row: Option<&str>) -> String {
    let found = row.and_then(|row| question.options.iter().find(|option| option.id == row));
    found.map_or_else(|| EN.question.attempts.gone.to_owned(), |option| option.partner.clone())
}
