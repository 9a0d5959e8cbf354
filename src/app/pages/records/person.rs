//! All that is known of one person, and what HR can do about them.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use super::matrix::{state_class, state_name};
use super::receipts::Receipts;
use crate::app::study::use_study;
use crate::browser::{intl, page};
use crate::learning::day::Day;
use crate::records::book::Exemption;
use crate::records::log::What;
use crate::records::matrix::{Cell, Row};
use crate::words::EN;

#[component]
pub fn PersonDialog(desk: Desk) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        let is_open = desk.person.with(Option::is_some);
        if let Some(dialog) = dialog.get_untracked() {
            match is_open {
                // A dialog that is open already cannot be opened again, and need not be.
                true => drop(dialog.show_modal()),
                false => dialog.close(),
            }
        }
    });
    let row = Memo::new(move |_| {
        let id = desk.person.get()?;
        desk.rows.with(|rows| rows.iter().find(|row| row.person.id == id).cloned())
    });
    let closed = move |_| {
        // The row may be another element by now than the one that opened the dialog.
        if let Some(id) = desk.person.get_untracked() {
            page::focus_later(opener(&id));
        }
        desk.person.set(None);
    };
    let close = move |_| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    let content = move || row.get().map(|row| view! { <Person desk=desk row=row /> });
    view! {
        <dialog
            class="person"
            aria-labelledby="person-name"
            node_ref=dialog
            on:close=closed
        >
            {content}
            <p class="actions">
                <button
                    type="button"
                    class="quiet"
                    on:click=close
                >
                    {EN.records.close}
                </button>
            </p>
        </dialog>
    }
}

/// The id of the button that opens a person's dialog.
pub fn opener(person: &str) -> String {
    format!("open-{person}")
}

#[component]
fn Person(desk: Desk, row: Row) -> impl IntoView {
    let words = EN.records.person;
    let person = row.person.clone();
    let name = if person.name.is_empty() { person.id.clone() } else { person.name.clone() };
    let line =
        |say: fn(&str) -> String, value: &str| (!value.is_empty()).then(|| view! { <li>{say(value)}</li> });
    let email = (!person.email.is_empty()).then(|| {
        view! { <li><a href=format!("mailto:{}", person.email)>{person.email.clone()}</a></li> }
    });
    view! {
        <h2 id="person-name" tabindex="-1" autofocus>{name}</h2>
        <ul class="plain facts-of-person">
            {line(words.id, &person.id)}
            {email}
            {line(words.department, &person.department)}
            {line(words.manager, &person.manager)}
        </ul>
        <h3 id="standing">{words.standing}</h3>
        <div class="scrolls" role="region" tabindex="0" aria-labelledby="standing">{standing(desk, &row)}</div>
        <Exemptions desk=desk person=person.id.clone() />
        <Receipts desk=desk person=person.id.clone() />
        <Remove desk=desk person=person.id />
    }
}

/// Where the person stands in each module.
fn standing(desk: Desk, row: &Row) -> impl IntoView + use<> {
    let words = EN.records.person;
    let ids = desk
        .outline
        .with_value(|outline| outline.modules.iter().map(|module| module.title.clone()).collect::<Vec<_>>());
    let day = |day: Option<Day>| day.map(|day| intl::written_day(&day.to_string()).unwrap_or_default());
    let line = |(title, cell): (String, &Cell)| {
        view! {
            <tr>
                <th scope="row">{title}</th>
                <td><span class=state_class(cell.state)>{state_name(cell.state)}</span></td>
                <td>{day(cell.due)}</td>
                <td>{day(cell.passed)}</td>
                <td>{day(cell.good_until())}</td>
            </tr>
        }
    };
    let lines = ids.into_iter().zip(&row.cells).map(line).collect::<Vec<_>>();
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words.module}</th>
                    <th scope="col">{words.state}</th>
                    <th scope="col">{words.due}</th>
                    <th scope="col">{words.passed}</th>
                    <th scope="col">{words.until}</th>
                </tr>
            </thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

#[component]
fn Exemptions(desk: Desk, person: String) -> impl IntoView {
    let words = EN.records.person;
    let study = use_study();
    let known = desk.book.with(|book| book.exemptions.get(&person).cloned().unwrap_or_default());
    let has_some = !known.is_empty();
    let lines = known
        .iter()
        .map(|exemption| view! { <li>{exemption_line(desk, exemption)}</li> })
        .collect::<Vec<_>>();
    let module = RwSignal::new(String::new());
    let reason = RwSignal::new(String::new());
    let until = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let exempted = person.clone();
    let announced = study.clone();
    let exempt = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let given = reason.get_untracked().trim().to_owned();
        is_missing.set(given.is_empty());
        if given.is_empty() {
            return;
        }
        let modules = Some(module.get_untracked()).filter(|module| !module.is_empty()).into_iter().collect();
        let until = Day::parse(&until.get_untracked());
        let what = What::Exempted { person: exempted.clone(), modules, reason: given, until };
        let study = announced.clone();
        desk.act(what, move || study.announce(EN.records.kept));
    };
    let end = move |_| {
        let study = study.clone();
        let what = What::ExemptionEnded { person: person.clone() };
        desk.act(what, move || study.announce(EN.records.kept));
    };
    let modules = desk.outline.with_value(|outline| {
        let option = |module: &crate::course::outline::OutlineModule| {
            view! { <option value=module.id.clone()>{module.title.clone()}</option> }
        };
        outline.modules.iter().map(option).collect::<Vec<_>>()
    });
    view! {
        <h3>{words.exemptions}</h3>
        <ul class="plain">{lines}</ul>
        {has_some.then(|| view! { <p><button type="button" class="quiet" on:click=end>{words.end}</button></p> })}
        <form class="inline" on:submit=exempt>
            <label>
                {words.from}
                <select on:change=move |event| module.set(event_target_value(&event))>
                    <option value="">{words.all_modules}</option>
                    {modules}
                </select>
            </label>
            <label>
                {words.reason}
                <input
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    aria-invalid=move || is_missing.get().then_some("true")
                    on:input=move |event| reason.set(event_target_value(&event))
                />
            </label>
            <label>
                {words.last_day}
                <input type="date" on:input=move |event| until.set(event_target_value(&event)) />
            </label>
            <button type="submit" class="quiet">{words.exempt}</button>
        </form>
        <p role="status" class="problem">{move || is_missing.get().then_some(words.reason_missing)}</p>
    }
}

fn exemption_line(desk: Desk, exemption: &Exemption) -> String {
    let words = EN.records.person;
    let titles: Vec<_> = exemption.modules.iter().map(|id| desk.module_title(id)).collect();
    let what = if titles.is_empty() { words.all_modules.to_owned() } else { titles.join(", ") };
    let line = (words.exempted)(&what, &exemption.reason, &exemption.by);
    let until = exemption.until.and_then(|day| intl::written_day(&day.to_string()));
    match until {
        Some(day) => format!("{line}, {}", (words.exempted_until)(&day)),
        None => line,
    }
}

/// Removes the person and their receipts, after a second word.
#[component]
fn Remove(desk: Desk, person: String) -> impl IntoView {
    let words = EN.records.person;
    let study = use_study();
    let remove = move |_| {
        let (study, person) = (study.clone(), person.clone());
        let receipts = desk.book.with_untracked(|book| {
            book.evidence_of(&person).iter().map(|evidence| evidence.receipt.id.clone()).collect::<Vec<_>>()
        });
        spawn_local(async move {
            if desk.write(What::PersonRemoved { person }, Vec::new(), receipts).await {
                desk.person.set(None);
                study.announce(EN.records.person.removed);
                page::focus_later("content".to_owned());
            }
        });
    };
    view! {
        <details class="remove">
            <summary>{words.remove}</summary>
            <p>{words.remove_text}</p>
            <p><button type="button" class="danger" on:click=remove>{words.remove_yes}</button></p>
        </details>
    }
}
