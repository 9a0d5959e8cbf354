//! Assigned to me: a link is shown before anything is accepted; then what of it is left,
//! until when, and receipts. Nothing leaves the browser but by what the learner does.

mod held;
mod offer;
mod receipt;

use leptos::prelude::*;

use self::held::HeldAssignment;
use self::offer::{Offered, OfferedLink, Paste};
use self::receipt::MakeReceipt;
use crate::app::components::folded::Folded;
use crate::app::mount_at;
use crate::app::study::{Study, calendar, display_name, use_study};
use crate::browser::page;
use crate::learning::event::What;
use crate::records::held::{AllHeld, Held};
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("assigned", || view! { <AssignedPage /> });
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Parts {
    study: StoredValue<Study>,
    all: Memo<AllHeld>,
    offered: RwSignal<Offered>,
}

#[component]
fn AssignedPage() -> impl IntoView {
    let study = use_study();
    let progress = study.progress;
    let all = Memo::new(move |_| progress.with(|progress| AllHeld::of(progress, calendar())));
    let parts = Parts { study: StoredValue::new(study), all, offered: RwSignal::new(Offered::Nothing) };
    parts.open_address();
    page::on_fragment_change(move || parts.open_address());
    let none = move || {
        let has_none = all.with(|all| all.assignments.is_empty()) && parts.offered.get() == Offered::Nothing;
        has_none.then(|| view! { <p>{EN.assigned.none}</p> })
    };
    view! {
        <p class="lead">{EN.assigned.lead}</p>
        <WhoStudies />
        <OfferedLink parts=parts />
        {none}
        <Current parts=parts />
        <Paste parts=parts />
        <Folded class="card" summary=EN.receipt.unasked open=false content=|| {
            view! { <p>{EN.receipt.unasked_text}</p> <MakeReceipt accepted=None place="unasked".to_owned() /> }.into_any()
        } />
        <PutAway parts=parts />
    }
}

/// Names the learner who accepts, where several study in this browser.
#[component]
fn WhoStudies() -> impl IntoView {
    let study = use_study();
    let learner = study.this_learner;
    (study.learners().len() > 1).then(|| {
        view! {
            <p>
                {move || (EN.assigned.studies)(&learner.with(display_name))} " "
                <a href=page::from_root("my-data.html")>{EN.assigned.other_learner}</a>
            </p>
        }
    })
}

#[component]
fn Current(parts: Parts) -> impl IntoView {
    let newer = move || {
        let newer = parts.all.with(|all| all.newer);
        (newer > 0).then(|| view! { <p class="card">{(EN.assigned.newer)(newer)}</p> })
    };
    let articles = move || {
        let current: Vec<Held> = parts.all.with(|all| all.current().cloned().collect());
        let article = |(index, held)| view! { <HeldAssignment held=held place=place_of(index) /> };
        current.into_iter().enumerate().map(article).collect::<Vec<_>>()
    };
    view! {
        {newer}
        {articles}
    }
}

/// The id of the heading of an assignment.
fn place_of(index: usize) -> String {
    format!("assignment-{index}")
}

/// Those that were put away stay to be found.
#[component]
fn PutAway(parts: Parts) -> impl IntoView {
    let study = use_study();
    move || {
        let away: Vec<Held> =
            parts.all.with(|all| all.assignments.iter().filter(|held| held.is_put_away).cloned().collect());
        let line = |held: Held| {
            let study = study.clone();
            let title = (EN.assigned.held.title)(&held.accepted.assignment.by);
            let made = held::written_made(&held.accepted);
            let take_back = move |_| {
                let opened = study.opened(&held.link);
                study.record(What::Assigned { link: held.link.clone(), opened, set: true });
                study.announce(EN.assigned.offer.accepted);
                parts.focus_on(&held.link);
            };
            view! {
                <li>
                    {title} " " <span class="facts">{made}</span> " "
                    <button type="button" class="quiet" on:click=take_back>{EN.assigned.held.take_back}</button>
                </li>
            }
        };
        (!away.is_empty()).then(|| {
            view! {
                <h2 id="put-away">{EN.assigned.held.put_away_title}</h2>
                <ul class="learners" aria-labelledby="put-away">{away.into_iter().map(line).collect::<Vec<_>>()}</ul>
            }
        })
    }
}

impl Parts {
    /// Moves the focus to the assignment that came with this link.
    fn focus_on(self, link: &str) {
        let place = self.all.with_untracked(|all| all.current().position(|held| held.link == link));
        if let Some(index) = place {
            page::focus_later(place_of(index));
        }
    }
}
