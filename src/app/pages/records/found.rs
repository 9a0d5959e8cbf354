//! What was found: each receipt for what it is, and what HR has to say about it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use super::bring_in::Brought;
use crate::app::study::use_study;
use crate::browser::{intl, page};
use crate::records::book::name_in;
use crate::records::import::{self, Doubt, Judged, Refusal, new_person_id};
use crate::records::log::What;
use crate::words::EN;

/// Lines that are shown of each kind.
const SHOWN: usize = 200;

#[component]
pub fn Found(desk: Desk, brought: RwSignal<Option<Brought>>) -> impl IntoView {
    let study = use_study();
    let is_there = Memo::new(move |_| brought.with(Option::is_some));
    Effect::new(move |_| {
        if is_there.get() {
            page::focus_later("found".to_owned());
        }
    });
    let leave = move |_| {
        brought.set(None);
        page::focus_later("bring-in".to_owned());
    };
    let take = Callback::new(move |()| {
        let study = study.clone();
        spawn_local(async move {
            let taken = brought.with_untracked(|brought| {
                brought.as_ref().map(|found| (import::taken(&found.judged), found.source))
            });
            let Some(((receipts, texts), source)) = taken else { return };
            let number = receipts.len();
            if desk.write(What::Imported { receipts, source }, texts, Vec::new()).await {
                brought.set(None);
                study.announce(&(EN.records.import.taken)(number, &intl::number(number)));
                page::focus_later("bring-in".to_owned());
            }
        });
    });
    let count = Memo::new(move |_| number_of(brought, Judged::is_taken));
    let lists = move || view! { <Lists desk=desk brought=brought /> };
    view! {
        <Show when=move || is_there.get()>
            <section class="found-receipts" aria-labelledby="found">
                <h3 id="found" tabindex="-1">{EN.records.import.found}</h3>
                {lists()}
                <p class="actions">
                    <button type="button" disabled=move || count.get() == 0 on:click=move |_| take.run(())>
                        {move || (EN.records.import.take)(count.get(), &intl::number(count.get()))}
                    </button>
                    <button type="button" class="quiet" on:click=leave>{EN.records.import.leave}</button>
                </p>
            </section>
        </Show>
    }
}

fn number_of(brought: RwSignal<Option<Brought>>, is: impl Fn(&Judged) -> bool) -> usize {
    brought.with(|brought| brought.iter().flat_map(|found| &found.judged).filter(|one| is(one)).count())
}

/// The receipts by what is to be done about them. What HR says changes no line's place.
#[component]
fn Lists(desk: Desk, brought: RwSignal<Option<Brought>>) -> impl IntoView {
    let words = EN.records.import;
    let judged = brought
        .with_untracked(|brought| brought.as_ref().map(|found| found.judged.clone()).unwrap_or_default());
    let places = |is: fn(&Judged) -> bool| -> Vec<usize> {
        judged.iter().enumerate().filter(|(_, one)| is(one)).map(|(place, _)| place).collect()
    };
    let refused = places(|one| one.refusal.is_some());
    let open = places(Judged::is_open);
    let ready = places(|one| one.refusal.is_none() && !one.is_open());
    let line = |place: &usize| line(desk, &judged[*place]);
    let lines = |places: &[usize]| places.iter().take(SHOWN).map(line).collect::<Vec<_>>();
    let rest = |places: &[usize]| {
        let rest = places.len().saturating_sub(SHOWN);
        (rest > 0).then(|| view! { <p class="soft">{(words.more)(&intl::number(rest))}</p> })
    };
    let head =
        |places: &[usize], say: fn(usize, &str) -> String| say(places.len(), &intl::number(places.len()));
    let asks = open.iter().take(SHOWN).map(|place| {
        let one = &judged[*place];
        let decide = view! { <Decide desk=desk brought=brought place=*place judged=one.clone() /> };
        view! { <li>{facts(desk, one)}{decide}</li> }
    });
    let needs_people = open.iter().any(|place| judged[*place].person.is_none());
    view! {
        {(!refused.is_empty()).then(|| view! {
            <h4>{head(&refused, words.refused)}</h4>
            <ul class="plain receipts">{lines(&refused)}</ul>
            {rest(&refused)}
        })}
        {(!open.is_empty()).then(|| view! {
            <h4>{head(&open, words.open)}</h4>
            <ul class="plain receipts">{asks.collect::<Vec<_>>()}</ul>
            {rest(&open)}
        })}
        {needs_people.then(|| people_list(desk))}
        {(!ready.is_empty()).then(|| view! {
            <details open=ready.len() <= 20>
                <summary>{head(&ready, words.ready)}</summary>
                <ul class="plain receipts">{lines(&ready)}</ul>
                {rest(&ready)}
            </details>
        })}
    }
}

fn line(desk: Desk, judged: &Judged) -> AnyView {
    view! { <li>{facts(desk, judged)}</li> }.into_any()
}

/// Whose a receipt is, where it came from, and what is to be known about it.
fn facts(desk: Desk, judged: &Judged) -> AnyView {
    let file = if judged.file.is_empty() { EN.records.import.pasted.to_owned() } else { judged.file.clone() };
    let said: Vec<String> = match &judged.refusal {
        Some(refusal) => vec![refused(refusal)],
        None => judged.doubts.iter().map(|doubt| doubted(*doubt, judged)).collect(),
    };
    let class = if judged.refusal.is_some() { "problem" } else { "soft" };
    view! {
        <p><strong>{called(desk, judged)}</strong>" "<span class="soft">"("{file}")"</span></p>
        {said.into_iter().map(|words| view! { <p class=class>{words}</p> }).collect::<Vec<_>>()}
    }
    .into_any()
}

/// What the person is called: as the roster does, else as the receipt does.
fn called(desk: Desk, judged: &Judged) -> String {
    let known = desk.book.with_untracked(|book| {
        judged.person.as_ref().and_then(|id| book.people.get(id)).map(|person| person.name.clone())
    });
    let in_receipt = || judged.signed.as_ref().map(|signed| name_in(&signed.receipt).to_owned());
    let name = known.filter(|name| !name.is_empty()).or_else(in_receipt).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| EN.records.import.without_name.to_owned())
}

fn refused(refusal: &Refusal) -> String {
    let words = EN.records.import;
    match refusal {
        Refusal::Unreadable(refusal) => refusal.to_string(),
        Refusal::Duplicate => words.duplicate.to_owned(),
        Refusal::Twice => words.twice.to_owned(),
        Refusal::WrongSignature => words.wrong_signature.to_owned(),
        Refusal::OtherCourse(title) => (words.other_course)(title),
    }
}

fn doubted(doubt: Doubt, judged: &Judged) -> String {
    let words = EN.records.import;
    let accepted = judged.signed.as_ref().and_then(|signed| signed.receipt.assignment.as_ref());
    match doubt {
        Doubt::UnknownAssignment => {
            (words.unknown_assignment)(accepted.map_or("", |accepted| &accepted.assignment.by))
        }
        Doubt::OtherVersion => words.other_version.to_owned(),
        Doubt::Unsigned => words.unsigned.to_owned(),
        Doubt::OtherKey => words.other_key.to_owned(),
        Doubt::Unchecked => words.unchecked.to_owned(),
    }
}

/// What HR has to say about a receipt: whose it is, and whether it is taken all the same.
#[component]
fn Decide(desk: Desk, brought: RwSignal<Option<Brought>>, place: usize, judged: Judged) -> impl IntoView {
    let words = EN.records.import;
    let is_unknown = judged.person.is_none();
    let is_foreign = judged.doubts.contains(&Doubt::UnknownAssignment);
    let new_id = judged.signed.as_ref().map(|signed| new_person_id(&signed.receipt)).unwrap_or_default();
    let is_missed = RwSignal::new(false);
    let change = move |act: &dyn Fn(&mut Judged)| {
        brought.update(|brought| {
            if let Some(one) = brought.as_mut().and_then(|found| found.judged.get_mut(place)) {
                act(one);
            }
        });
    };
    let name = move |event| {
        let typed = event_target_value(&event);
        let person = desk.book.with_untracked(|book| book.person_called(&typed));
        is_missed.set(person.is_none() && !typed.trim().is_empty());
        change(&|one| one.person.clone_from(&person));
    };
    let add = move |event| {
        let person = event_target_checked(&event).then(|| new_id.clone());
        is_missed.set(false);
        change(&|one| one.person.clone_from(&person));
    };
    let take = move |event| {
        let wanted = event_target_checked(&event);
        change(&|one| one.wanted = wanted);
    };
    let whose = is_unknown.then(|| {
        view! {
            <p>{words.unknown_person}</p>
            <p class="inline">
                <label>{words.whose}" "<input type="text" list="people" autocomplete="off" on:change=name /></label>
                <label class="check"><input type="checkbox" on:change=add />{words.add_person}</label>
            </p>
            <p role="status" class="problem">{move || is_missed.get().then_some(words.not_found)}</p>
        }
    });
    let foreign = is_foreign.then(|| {
        view! { <label class="check"><input type="checkbox" on:change=take />{words.take_anyway}</label> }
    });
    view! {
        {whose}
        {foreign}
    }
}

/// What can be typed where HR says whose a receipt is.
fn people_list(desk: Desk) -> impl IntoView {
    let options = desk.book.with_untracked(|book| {
        let option = |person: &crate::records::roster::Person| {
            view! { <option value=person.id.clone()>{person.name.clone()}</option> }
        };
        book.people.values().map(option).collect::<Vec<_>>()
    });
    view! { <datalist id="people">{options}</datalist> }
}
