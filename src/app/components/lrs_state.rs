//! What went to the company's LRS, what waits, and what was refused and why.

use leptos::prelude::*;

use super::name_and_password::NameAndPassword;
use crate::app::lrs::{Delivery, State, server};
use crate::browser::intl;
use crate::words::EN;

#[component]
pub fn LrsState(delivery: Delivery) -> impl IntoView {
    let counts = {
        let delivery = delivery.clone();
        move || {
            let (sent, refused) = delivery.marks.with(|marks| (marks.delivered(), marks.refused().len()));
            let waiting = delivery.waiting.get();
            (EN.lrs.state)(&intl::number(sent), &intl::number(waiting), &intl::number(refused))
        }
    };
    let state = delivery.state;
    let who = {
        let delivery = delivery.clone();
        move || delivery.actor().map(|actor| (EN.lrs.as_account)(&actor.account.name))
    };
    let lrs = delivery.lrs.clone();
    view! {
        <h2>{EN.lrs.title}</h2>
        <p>{(EN.lrs.sent_text)(server(&lrs))}" "{EN.lrs.never_text}</p>
        <p>{who}</p>
        <p role="status">{counts}" "{move || said(state.get())}</p>
        <RefusedStatements delivery=delivery.clone() />
        {move || (state.get() == State::Credentials).then(|| view! { <Credentials delivery=delivery.clone() /> })}
    }
}

fn said(state: State) -> String {
    match state {
        State::AllSent => EN.lrs.all_sent.to_owned(),
        State::Sending => EN.lrs.sending.to_owned(),
        State::Waits => EN.lrs.waits.to_owned(),
        State::Offline => EN.lrs.offline.to_owned(),
        State::Credentials => String::new(),
        State::NoLrs(status) => (EN.lrs.no_lrs)(status),
        State::QuestionsMissing => EN.lrs.questions_missing.to_owned(),
        State::Nobody => EN.lrs.nobody.to_owned(),
    }
}

#[component]
fn RefusedStatements(delivery: Delivery) -> impl IntoView {
    let marks = delivery.marks;
    let lines = move || {
        marks.with(|marks| {
            let lines = marks.refused().map(|(_, refused)| {
                let words = (EN.lrs.refused)(&refused.about, refused.status, &refused.reason);
                view! { <li>{words}</li> }
            });
            lines.collect::<Vec<_>>()
        })
    };
    let waits = move || matches!(delivery.state.get(), State::Waits | State::Offline | State::NoLrs(_));
    let has_refused = move || marks.with(|marks| marks.refused().len() > 0);
    let again = StoredValue::new(delivery.clone());
    view! {
        <Show when=has_refused>
            <h3>{EN.lrs.refused_title}</h3>
            <p>{EN.lrs.refused_text}</p>
            <ul>{lines}</ul>
        </Show>
        <Show when=move || has_refused() || waits()>
            <p>
                <button type="button" class="quiet" on:click=move |_| again.with_value(Delivery::try_again)>
                    {EN.lrs.try_again}
                </button>
            </p>
        </Show>
    }
}

#[component]
fn Credentials(delivery: Delivery) -> impl IntoView {
    let (user, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let (user, password) = (user.get_untracked(), password.get_untracked());
        delivery.use_credentials(user.trim(), &password);
    };
    view! {
        <form class="card" on:submit=send>
            <h3>{EN.lrs.credentials_title}</h3>
            <p>{EN.lrs.credentials_text}</p>
            <NameAndPassword user=user password=password />
            <p><button type="submit">{EN.lrs.send}</button></p>
        </form>
    }
}
