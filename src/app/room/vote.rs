//! Counting hands: a counter for each option, and the people in the room.

use leptos::prelude::*;

use crate::app::use_live;
use crate::course::model::Question;
use crate::course::slides::asked::{letter, option_html};
use crate::live::poll::{Shape, Stage};
use crate::live::room::Command;
use crate::words::EN;

/// The counters of the question on the screen; nothing on other slides.
#[component]
pub fn VotePanel() -> impl IntoView {
    let live = use_live();
    let question = {
        let live = live.clone();
        Memo::new(move |_| {
            let question =
                live.room.with(|room| room.slide(&live.deck).and_then(|slide| slide.question()).cloned());
            question.filter(|question| Shape::of_question(question).options > 0)
        })
    };
    move || question.get().map(|question| view! { <Counters question=question /> })
}

#[component]
fn Counters(question: Question) -> impl IntoView {
    let live = use_live();
    let shape = Shape::of_question(&question);
    let stage = {
        let live = live.clone();
        Memo::new(move |_| live.poll().map(|(poll, _)| poll.stage).unwrap_or_default())
    };
    let counts = {
        let live = live.clone();
        Memo::new(move |_| live.poll().map(|(poll, shape)| poll.counts(shape)).unwrap_or_default())
    };
    let people = {
        let live = live.clone();
        Memo::new(move |_| live.room.with(|room| room.people))
    };
    let is_open = move || matches!(stage.get(), Stage::Open | Stage::Closed);
    let total =
        move || counts.with(|counts| counts.iter().fold(0_u32, |sum, hands| sum.saturating_add(*hands)));
    let options: Vec<_> = question
        .options
        .iter()
        .enumerate()
        .map(|(index, option)| {
            let hands = Memo::new(move |_| counts.with(|counts| counts.get(index).copied().unwrap_or(0)));
            view! { <Counter index=index words=option_html(&question, option) hands=hands is_open=Signal::derive(is_open) /> }
        })
        .collect();
    let (one, again, reveal) = (live.clone(), live.clone(), live.clone());
    let can_vote_again = move || matches!(stage.get(), Stage::Bars | Stage::Answer);
    let is_revealed = move || stage.get() == Stage::Answer;
    view! {
        <section class="vote-panel" aria-labelledby="vote-title">
            <h2 id="vote-title">{EN.present.vote}</h2>
            <ul class="counters">{options}</ul>
            <label class="field people">
                <span>{EN.present.people}</span>
                <input
                    type="number"
                    min="0"
                    max="9999"
                    inputmode="numeric"
                    prop:value=move || people.get().to_string()
                    on:change=move |event| one.command(Command::People(number(&event_target_value(&event))))
                />
            </label>
            <p class="facts" role="status">
                {move || match is_open() {
                    true => (EN.present.answered)(total(), people.get()),
                    false if stage.get() < Stage::Open => EN.present.open_first.to_owned(),
                    false => (EN.present.answered)(total(), people.get()),
                }}
                {move || {
                    (people.get() > 0 && total() > people.get() && !matches!(question.kind, crate::course::model::Kind::Many))
                        .then(|| format!(" · {}", EN.present.more_than_people))
                }}
            </p>
            <p class="actions">
                {shape
                    .graded
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="quiet"
                                disabled=is_revealed
                                on:click=move |_| reveal.command(Command::Reveal)
                            >
                                {EN.present.reveal}
                            </button>
                        }
                    })}
                <button
                    type="button"
                    class="quiet"
                    disabled=move || !can_vote_again()
                    on:click=move |_| again.command(Command::VoteAgain)
                >
                    {EN.present.vote_again}
                </button>
            </p>
        </section>
    }
}

#[component]
fn Counter(index: usize, words: String, hands: Memo<u32>, is_open: Signal<bool>) -> impl IntoView {
    let live = use_live();
    let letter = letter(index);
    let by = {
        let live = live.clone();
        move |by: i32| live.command(Command::Count { option: index, by })
    };
    let (more, less) = (by.clone(), by);
    let set = move |event| {
        let hands = number(&event_target_value(&event));
        live.command(Command::SetCount { option: index, hands });
    };
    view! {
        <li>
            <span class="letter" aria-hidden="true">{letter.clone()}</span>
            <span class="words" inner_html=words></span>
            <button
                type="button"
                class="quiet"
                aria-label=(EN.present.one_less)(&letter)
                disabled=move || !is_open.get() || hands.get() == 0
                on:click=move |_| less(-1)
            >
                "−"
            </button>
            <input
                type="number"
                min="0"
                max="9999"
                inputmode="numeric"
                aria-label=(EN.present.count_for)(&letter)
                disabled=move || !is_open.get()
                prop:value=move || hands.get().to_string()
                on:change=set
            />
            <button
                type="button"
                class="quiet"
                aria-label=(EN.present.one_more)(&letter)
                disabled=move || !is_open.get()
                on:click=move |_| more(1)
            >
                "+"
            </button>
        </li>
    }
}

/// What was typed; what is no number counts nobody.
fn number(typed: &str) -> u32 {
    typed.trim().parse().unwrap_or(0).min(9999)
}
