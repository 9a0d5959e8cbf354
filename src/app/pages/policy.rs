//! The policy: acknowledged as a whole once, then only what has changed.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::marked_words::marked_line;
use crate::app::study::{Study, use_study};
use crate::app::{load, mount_at};
use crate::browser::{intl, page};
use crate::course::outline::PolicyFile;
use crate::learning::acknowledgement::{Received, compare, received};
use crate::learning::event::What;
use crate::learning::progress::Acknowledgement;
use crate::words::EN;

/// Where the line stands that says what was acknowledged.
const FIRST: &str = "acknowledged-first";
const LAST: &str = "acknowledged-last";
/// The end of the page, where the whole is acknowledged.
const END: &str = "#acknowledge";

/// Takes over the page of the policy.
pub fn mount(study: &Study) {
    let receiving = Receiving::open(study);
    mount_at("acknowledge-first", move || view! { <First receiving=receiving /> });
    mount_at("acknowledge-last", move || view! { <Last receiving=receiving /> });
}

/// What both ends of the page share.
#[derive(Clone, Copy)]
struct Receiving {
    state: Memo<State>,
    words: RwSignal<Words>,
    /// The learner has just acknowledged the policy at its end.
    at_the_end: RwSignal<bool>,
}

/// Where the learner stands.
#[derive(Debug, Clone, Default, PartialEq)]
struct State {
    /// Ids of the clauses, with the words that were received before.
    waiting: Vec<(String, Option<String>)>,
    latest: Option<Acknowledgement>,
}

/// The words of each clause, by its id. They are loaded once a clause waits.
#[derive(Debug, Clone, PartialEq)]
enum Words {
    NotAsked,
    Asked,
    Failed,
    Loaded(BTreeMap<String, String>),
}

impl State {
    fn of(received: &Received) -> Self {
        let waiting = received
            .waiting
            .iter()
            .map(|waiting| (waiting.clause.id.clone(), waiting.before.map(|before| before.words.clone())));
        Self { waiting: waiting.collect(), latest: received.latest.cloned() }
    }
}

impl Receiving {
    fn open(study: &Study) -> Self {
        let (outline, progress) = (study.outline.clone(), study.progress);
        let state = Memo::new(move |_| progress.with(|progress| State::of(&received(&outline, progress))));
        let words = RwSignal::new(Words::NotAsked);
        Effect::new(move |_| {
            if state.with(|state| state.waiting.is_empty()) || words.get_untracked() != Words::NotAsked {
                return;
            }
            words.set(Words::Asked);
            spawn_local(async move { words.set(Words::of(load("policy").await.ok())) });
        });
        Self { state, words, at_the_end: RwSignal::new(false) }
    }

    /// Whether the whole policy is new to the learner.
    fn is_first(self) -> bool {
        self.state.with(|state| state.latest.is_none())
    }

    fn waiting(self) -> usize {
        self.state.with(|state| state.waiting.len())
    }

    /// Keeps that the learner received every clause that waits, and moves the focus to where that is said.
    fn acknowledge(self, study: &Study, said_at: &str) {
        let Words::Loaded(words) = self.words.get_untracked() else { return };
        for (clause, _) in self.state.get_untracked().waiting {
            let (version, words) = (study.outline.policy_version.clone(), words.get(&clause).cloned());
            if let Some(words) = words {
                study.record(What::Acknowledged { clause, version, words });
            }
        }
        page::focus_later(said_at.to_owned());
    }
}

impl Words {
    fn of(file: Option<PolicyFile>) -> Self {
        match file {
            Some(file) => {
                Self::Loaded(file.clauses.into_iter().map(|clause| (clause.id, clause.words)).collect())
            }
            None => Self::Failed,
        }
    }
}

/// At the top: what has changed, or where the whole is acknowledged, or when it was.
#[component]
fn First(receiving: Receiving) -> impl IntoView {
    move || match (receiving.waiting(), receiving.is_first()) {
        (0, _) => view! { <Acknowledged receiving=receiving id=FIRST /> }.into_any(),
        (waiting, true) => view! {
            <p>
                {(EN.acknowledgement.waits_first)(waiting)} " "
                <a href=END>{EN.acknowledgement.to_the_end}</a>
            </p>
        }
        .into_any(),
        (_, false) => view! { <Changes receiving=receiving /> }.into_any(),
    }
}

/// At the end: the whole policy is acknowledged.
#[component]
fn Last(receiving: Receiving) -> impl IntoView {
    move || {
        if receiving.waiting() > 0 && receiving.is_first() {
            return view! {
                <section class="acknowledge" aria-labelledby="acknowledge-title">
                    <h2 id="acknowledge-title">{EN.acknowledgement.title}</h2>
                    <Acknowledge receiving=receiving said_at=LAST />
                </section>
            }
            .into_any();
        }
        let said = receiving.at_the_end.get();
        said.then(|| view! { <Acknowledged receiving=receiving id=LAST /> }).into_any()
    }
}

/// When which version was acknowledged; nothing where none ever was.
#[component]
fn Acknowledged(receiving: Receiving, id: &'static str) -> impl IntoView {
    let words = move || {
        let latest = receiving.state.with(|state| state.latest.clone());
        latest.map(|latest| (EN.acknowledgement.done)(&intl::day(latest.at), &latest.version))
    };
    view! { <p id=id class="acknowledged" tabindex="-1">{words}</p> }
}

/// The clauses that changed since, each with its changes marked.
#[component]
fn Changes(receiving: Receiving) -> impl IntoView {
    let changes = move || {
        let Words::Loaded(words) = receiving.words.get() else { return Vec::new() };
        let waiting = receiving.state.with(|state| state.waiting.clone());
        let change = |(id, before): (String, Option<String>)| {
            let now = words.get(&id).cloned().unwrap_or_default();
            change_view(id, before, &now)
        };
        waiting.into_iter().map(change).collect()
    };
    view! {
        <section class="acknowledge" aria-labelledby="changes-title">
            <h2 id="changes-title">{move || (EN.acknowledgement.changes)(receiving.waiting())}</h2>
            {changes}
            <Acknowledge receiving=receiving said_at=FIRST />
        </section>
    }
}

fn change_view(id: String, before: Option<String>, now: &str) -> impl IntoView + use<> {
    let mark = if before.is_some() { EN.acknowledgement.changed } else { EN.acknowledgement.new };
    // New words are not marked: all of them would be.
    let before = before.unwrap_or_else(|| now.to_owned());
    let (old_title, old_text) = title_and_text(&before);
    let (title, text) = title_and_text(now);
    let title: Vec<_> = compare(old_title, title).into_iter().map(marked_line).collect();
    let text: Vec<_> =
        compare(old_text, text).into_iter().map(|line| view! { <p>{marked_line(line)}</p> }).collect();
    let (heading, address) = (format!("change-{id}"), format!("#{id}"));
    view! {
        <article class="change" aria-labelledby=heading.clone()>
            <h3 id=heading.clone()><a class="number" href=address>{id}</a>" "<span>{title}</span></h3>
            <p class="facts"><span class="mark">{mark}</span></p>
            {text}
        </article>
    }
}

fn title_and_text(words: &str) -> (&str, &str) {
    words.split_once('\n').unwrap_or((words, ""))
}

/// The button, with what it means.
#[component]
fn Acknowledge(receiving: Receiving, said_at: &'static str) -> impl IntoView {
    let study = StoredValue::new(use_study());
    let acknowledge = move |_| {
        receiving.at_the_end.set(said_at == LAST);
        study.with_value(|study| receiving.acknowledge(study, said_at));
    };
    let button = move || match receiving.words.get() {
        Words::Loaded(_) => Some(
            view! {
                <p>
                    <button type="button" aria-describedby="acknowledge-meaning" on:click=acknowledge>
                        {move || (EN.acknowledgement.button)(receiving.waiting())}
                    </button>
                </p>
            }
            .into_any(),
        ),
        Words::Failed => {
            Some(view! { <p role="alert" class="problem">{EN.acknowledgement.unavailable}</p> }.into_any())
        }
        Words::NotAsked | Words::Asked => None,
    };
    view! {
        <p id="acknowledge-meaning">{EN.acknowledgement.meaning}</p>
        {button}
    }
}
