//! Search: finds words in lessons, questions, policy and glossary, as they are typed.

use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::found_words::PARAMETER;
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::{address, fetch, intl, page, text};
use crate::course::search::form::Index;
use crate::course::search::lookup::{Found, Query};
use crate::words::EN;

/// How many places are shown.
const SHOWN: usize = 20;
/// What is typed has settled when no key was pressed for so long.
const SETTLED: Duration = Duration::from_millis(500);
/// The name of the query in the page's address.
const QUERY: &str = "q";

/// Fills the page.
pub fn mount() {
    mount_at("search", || view! { <Search /> });
}

/// The index on its way.
#[derive(Clone)]
enum Loading {
    Waiting,
    Failed,
    Ready(Arc<Index>),
}

/// What is shown for what is typed.
#[derive(Clone, PartialEq)]
enum Shown {
    /// Nothing is typed.
    Empty,
    Waiting,
    Failed,
    Nothing,
    Places {
        all: usize,
        lines: Vec<Line>,
    },
}

/// A place that was found.
#[derive(Clone, PartialEq)]
struct Line {
    address: String,
    title: String,
    marks: Vec<Range<usize>>,
    kind: &'static str,
    trail: String,
}

#[component]
fn Search() -> impl IntoView {
    let study = use_study();
    let typed = RwSignal::new(address::in_fragment(QUERY).unwrap_or_default());
    let index = RwSignal::new(Loading::Waiting);
    let guess = RwSignal::new(None::<String>);
    let input = NodeRef::<leptos::html::Input>::new();
    let shown = Memo::new(move |_| typed.with(|typed| index.with(|index| look_up(index, typed))));

    let settle = move || {
        address::set_fragment(QUERY, &typed.get_untracked());
        let words = shown.with_untracked(|shown| told(shown, &typed.read_untracked()));
        guess.set(
            shown.with_untracked(|shown| guessed(shown, &index.read_untracked(), &typed.read_untracked())),
        );
        if let Some(words) = words {
            study.announce(&words);
        }
    };
    let mut settle_later = {
        let settle = settle.clone();
        debounce(SETTLED, move |()| settle())
    };
    let settle_loaded = settle.clone();
    spawn_local(async move {
        index.set(load().await);
        if !typed.read_untracked().is_empty() {
            settle_loaded();
        }
    });
    page::on_fragment_change(move || typed.set(address::in_fragment(QUERY).unwrap_or_default()));
    let start = typed.read_untracked().is_empty();
    page::later(move || {
        if let Some(input) = input.get_untracked().filter(|_| start) {
            let _ = input.focus();
        }
    });

    let type_in = Callback::new(move |words: String| {
        guess.set(None);
        typed.set(words);
    });
    let leave = settle.clone();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        settle();
    };
    let on_input = move |event| {
        type_in.run(event_target_value(&event));
        settle_later(());
    };
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !typed.read_untracked().is_empty() {
            event.prevent_default();
            type_in.run(String::new());
            address::set_fragment(QUERY, "");
        }
    };
    view! {
        <form role="search" on:submit=submit>
            <label for="search-words">{EN.search.label}</label>
            <input
                id="search-words"
                type="search"
                maxlength="200"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                enterkeyhint="search"
                node_ref=input
                prop:value=typed
                on:input=on_input
                on:keydown=on_key
            />
        </form>
        <div class="found" on:click=move |_| leave()>
            {move || shown.with(|shown| results(shown, &typed.read_untracked()))}
            {move || guess.get().map(|words| view! { <Guess words=words type_in=type_in input=input /> })}
        </div>
    }
}

async fn load() -> Loading {
    let bytes = fetch::bytes(&page::data("search").unwrap_or_default()).await;
    match bytes.ok().and_then(|bytes| Index::read(&bytes).ok()) {
        Some(index) => Loading::Ready(Arc::new(index)),
        None => Loading::Failed,
    }
}

fn look_up(index: &Loading, typed: &str) -> Shown {
    let query = Query::read(typed, text::decomposed);
    let index = match index {
        Loading::Failed => return Shown::Failed,
        _ if query.is_empty() => return Shown::Empty,
        Loading::Waiting => return Shown::Waiting,
        Loading::Ready(index) => index,
    };
    let results = index.find(&query, SHOWN);
    if results.all == 0 {
        return Shown::Nothing;
    }
    let find = address::encoded(typed.trim());
    let lines = results.first.iter().map(|found| line(found, &query, &find)).collect();
    Shown::Places { all: results.all, lines }
}

fn line(found: &Found, query: &Query, find: &str) -> Line {
    let anchor = found.anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    let kind = EN.search.kinds[found.kind as usize];
    let trail: Vec<&str> = found.trail.into_iter().filter(|part| !part.is_empty() && *part != kind).collect();
    Line {
        address: page::from_root(&format!("{}?{PARAMETER}={find}{anchor}", found.page)),
        title: found.title.to_owned(),
        marks: query.marks(found.title, text::decomposed),
        kind,
        trail: trail.join(" › "),
    }
}

/// What a screen reader is told.
fn told(shown: &Shown, typed: &str) -> Option<String> {
    match shown {
        Shown::Places { all, .. } => Some((EN.search.found)(*all, &intl::number(*all))),
        Shown::Nothing => Some((EN.search.nothing)(typed.trim())),
        Shown::Failed => Some(EN.search.failed.to_owned()),
        Shown::Empty | Shown::Waiting => None,
    }
}

/// What may have been meant where nothing is found.
fn guessed(shown: &Shown, index: &Loading, typed: &str) -> Option<String> {
    match index {
        Loading::Ready(index) if *shown == Shown::Nothing => {
            index.did_you_mean(&Query::read(typed, text::decomposed))
        }
        _ => None,
    }
}

fn results(shown: &Shown, typed: &str) -> AnyView {
    match shown {
        Shown::Empty => view! { <p class="hint">{EN.search.what}</p> }.into_any(),
        Shown::Waiting => view! { <p class="hint">{EN.search.loading}</p> }.into_any(),
        Shown::Failed => view! { <p class="problem">{EN.search.failed}</p> }.into_any(),
        Shown::Nothing => view! {
            <p class="count">{(EN.search.nothing)(typed.trim())}</p>
            <p class="hint">{EN.search.advice}</p>
        }
        .into_any(),
        Shown::Places { all, lines } => {
            let more = (*all > lines.len()).then(|| (EN.search.first)(&intl::number(lines.len())));
            view! {
                <p class="count">{(EN.search.found)(*all, &intl::number(*all))}</p>
                <ol class="results" aria-label=EN.search.results>
                    {lines.iter().map(result).collect::<Vec<_>>()}
                </ol>
                {more.map(|more| view! { <p class="hint">{more}</p> })}
            }
            .into_any()
        }
    }
}

fn result(line: &Line) -> impl IntoView + use<> {
    view! {
        <li>
            <a href=line.address.clone()>{marked(&line.title, &line.marks)}</a>
            <p class="facts">
                <span class="kind">{line.kind}</span>
                <span>{line.trail.clone()}</span>
            </p>
        </li>
    }
}

/// A text with its found words marked.
fn marked(text: &str, marks: &[Range<usize>]) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut at = 0;
    for mark in marks {
        parts.push(text[at..mark.start].to_owned().into_any());
        parts.push(view! { <mark>{text[mark.clone()].to_owned()}</mark> }.into_any());
        at = mark.end;
    }
    parts.push(text[at..].to_owned().into_any());
    parts
}

/// Offers another query.
#[component]
fn Guess(words: String, type_in: Callback<String>, input: NodeRef<leptos::html::Input>) -> impl IntoView {
    let name = format!("{} “{words}”?", EN.search.did_you_mean);
    let take = move |_| {
        type_in.run(words.clone());
        if let Some(input) = input.get_untracked() {
            let _ = input.focus();
        }
    };
    view! { <p><button type="button" class="quiet" on:click=take>{name}</button></p> }
}
