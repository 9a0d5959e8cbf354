//! One link a person: a table to look at, and the file from which mails are written.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::mail::due;
use super::result::{MailFields, say_saved};
use super::{Desk, Key, Made, kept};
use crate::app::study::use_study;
use crate::browser::{file, intl, page};
use crate::records::assignment::{Assignment, Due, Recipient};
use crate::records::draft::of_person;
use crate::records::mail_merge::{Letter, table};
use crate::records::roster::Person;
use crate::words::EN;

/// So many people are shown.
const SHOWN: usize = 20;
/// The page can be used again after so many links.
const AT_ONCE: usize = 50;

#[component]
pub fn People(desk: Desk) -> impl IntoView {
    let words = EN.assign.people;
    let count = Memo::new(move |_| desk.people.with(|people| people.len()));
    let rows = move || {
        let people = desk.people.get();
        people.iter().take(SHOWN).map(row).collect::<Vec<_>>()
    };
    let first = move || {
        let all = count.get();
        (all > SHOWN).then(|| {
            view! { <p class="soft">{(words.first)(&intl::number(SHOWN), &intl::number(all))}</p> }
        })
    };
    view! {
        <h3 id="people-title">{move || (words.title)(&intl::number(count.get()))}</h3>
        <p>{words.text}</p>
        <Download desk=desk />
        <div class="wide" role="region" aria-labelledby="people-title" tabindex="0">
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.id}</th>
                        <th scope="col">{words.name}</th>
                        <th scope="col">{words.email}</th>
                        <th scope="col">{words.department}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {first}
        <Template desk=desk />
    }
}

fn row(person: &Person) -> impl IntoView + use<> {
    let Person { id, name, email, department, .. } = person.clone();
    view! {
        <tr>
            <th scope="row">{id}</th>
            <td>{name}</td>
            <td>{email}</td>
            <td>{department}</td>
        </tr>
    }
}

#[component]
fn Download(desk: Desk) -> impl IntoView {
    let words = EN.assign.people;
    let study = use_study();
    let done = RwSignal::new(None::<usize>);
    let download = move |_| {
        let Some(made) = desk.made.get_untracked().filter(|_| done.get_untracked().is_none()) else { return };
        let study = study.clone();
        done.set(Some(0));
        spawn_local(async move {
            let is_saved = save(desk, &made.assignment, done).await;
            done.set(None);
            say_saved(&study, is_saved);
        });
    };
    let all = move || intl::number(desk.people.with(|people| people.len()));
    let said = move || done.get().map(|done| (words.making)(&intl::number(done), &all()));
    view! {
        <p>
            <button type="button" aria-disabled=move || done.get().map(|_| "true") on:click=download>
                {words.download}
            </button>
        </p>
        <p aria-live="off">{said}</p>
    }
}

/// Makes the links of all people, and saves them as a table.
async fn save(desk: Desk, assignment: &Assignment, done: RwSignal<Option<usize>>) -> bool {
    let people = desk.people.get_untracked();
    let key = match desk.key.get_untracked() {
        Key::There(key) => Some(key),
        Key::None | Key::Unknown => None,
    };
    let mut links = Vec::with_capacity(people.len());
    for (index, person) in people.iter().enumerate() {
        links.push(Made::of(of_person(assignment, person), key.as_ref()).await);
        if index % AT_ONCE == AT_ONCE - 1 {
            done.set(Some(index + 1));
            page::turn().await;
        }
    }
    let titles: Vec<_> = desk.modules(assignment).into_iter().map(|module| module.title).collect();
    let letters: Vec<_> = people
        .iter()
        .zip(&links)
        .map(|(person, made)| Letter { person, assignment: &made.assignment, link: made.link.clone() })
        .collect();
    let text = table(&letters, &desk.title(), &titles.join("; "), &due_cell(assignment.due));
    let is_saved = file::save("assignments.csv", "text/csv", &text);
    kept::assigned(links.into_iter().map(|made| made.assignment).collect(), people.to_vec());
    is_saved
}

/// A day as every spreadsheet and mail program reads it, else words.
fn due_cell(of: Due) -> String {
    match of {
        Due::On(day) => day.to_string(),
        Due::Open | Due::After(_) => due(of),
    }
}

/// The mail in which the columns of the file stand.
#[component]
fn Template(desk: Desk) -> impl IntoView {
    let words = EN.assign.people;
    let mail = Memo::new(move |_| {
        let assignment = desk.made.get().map(|made| made.assignment).unwrap_or_default();
        let to = Recipient { name: words.name_field.to_owned(), ..Recipient::default() };
        desk.mail(&Assignment { to, ..assignment }, words.link_field)
    });
    view! {
        <h3>{EN.assign.result.mail}</h3>
        <p class="soft">{words.mail_hint}</p>
        <MailFields
            subject=Memo::new(move |_| mail.get().subject)
            text=Memo::new(move |_| mail.get().text)
            copied=|| ()
        />
    }
}
