//! The log, and whether its chain is unbroken.

use leptos::prelude::*;

use super::Desk;
use crate::browser::intl;
use crate::records::log::{Entry, Log, Sealed, What};
use crate::words::EN;

/// Entries that are shown at first, and with each click more.
const SHOWN: usize = 50;

#[component]
pub fn LogView(desk: Desk) -> impl IntoView {
    let words = EN.records.log;
    let shown = RwSignal::new(SHOWN);
    let state = move || desk.log.with(|log| chain(log));
    let is_broken = move || desk.log.with(|log| log.broken.is_some());
    let damaged = move || {
        let number = desk.book.with(|book| book.damaged.len());
        (number > 0).then(|| {
            view! { <p class="card warning">{(words.damaged)(number, &intl::number(number))}</p> }
        })
    };
    let lines = move || {
        desk.log.with(|log| {
            log.entries.iter().rev().take(shown.get()).map(|sealed| line(desk, sealed)).collect::<Vec<_>>()
        })
    };
    let more = move || {
        let all = desk.log.with(|log| log.entries.len());
        (all > shown.get()).then(|| {
            let show = move |_| shown.update(|shown| *shown += SHOWN);
            view! { <p><button type="button" class="quiet" on:click=show>{words.more}</button></p> }
        })
    };
    view! {
        <section aria-labelledby="log-title">
            <h2 id="log-title">{words.title}</h2>
            <p>{words.text}</p>
            <p class="card" class:warning=is_broken>{state}</p>
            {damaged}
            <details>
                <summary>{words.entries}</summary>
                <div class="scrolls" role="region" tabindex="0" aria-labelledby="log-title">
                    <table class="log">
                        <thead>
                            <tr>
                                <th scope="col">{words.entry}</th>
                                <th scope="col">{words.when}</th>
                                <th scope="col">{words.who}</th>
                                <th scope="col">{words.what}</th>
                            </tr>
                        </thead>
                        <tbody>{lines}</tbody>
                    </table>
                </div>
                {more}
            </details>
        </section>
    }
}

fn chain(log: &Log) -> String {
    let words = EN.records.log;
    match log.broken {
        Some(broken) => (words.broken)(&broken.to_string()),
        None => {
            let number = log.entries.len();
            (words.whole)(number, &intl::number(number), log.last().map_or("", |last| last.seal()))
        }
    }
}

fn line(desk: Desk, sealed: &Sealed) -> impl IntoView + use<> {
    let Entry { n, at, by, what, .. } = &sealed.entry;
    view! {
        <tr>
            <th scope="row">{intl::number(*n)}</th>
            <td>{intl::moment(*at)}</td>
            <td>{by.clone()}</td>
            <td>{told(desk, what)}</td>
        </tr>
    }
}

fn told(desk: Desk, what: &What) -> String {
    let words = EN.records.log;
    let person = |id: &String| {
        let name = desk.book.with_untracked(|book| book.people.get(id).map(|person| person.name.clone()));
        name.filter(|name| !name.is_empty()).unwrap_or_else(|| id.clone())
    };
    let counted = |say: fn(usize, &str) -> String, number: usize| say(number, &intl::number(number));
    match what {
        What::Assigned { assignments, .. } => counted(words.assigned, assignments.len()),
        What::RosterTaken { people } => counted(words.roster, people.len()),
        What::Imported { receipts, .. } => counted(words.imported, receipts.len()),
        What::Exempted { person: id, reason, .. } => (words.exempted)(&person(id), reason),
        What::ExemptionEnded { person: id } => (words.exemption_ended)(&person(id)),
        What::RenewalSet { months } => (words.renewal)(*months),
        What::PersonRemoved { person: id } => (words.person_removed)(&person(id)),
        What::Joined { after, records } => {
            (words.joined)(records.len(), &intl::number(records.len()), &intl::number(*after))
        }
    }
}
