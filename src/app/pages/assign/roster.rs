//! The roster: opened or pasted, its columns told apart, its rows looked at.

use std::sync::Arc;

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Desk, kept};
use crate::app::study::use_study;
use crate::browser::{file, intl, page};
use crate::records::roster::columns::{Column, Columns};
use crate::records::roster::table::{self, Table};
use crate::records::roster::{Finding, people};
use crate::words::EN;

/// So many findings are shown one by one.
const SHOWN: usize = 100;

/// A table that was read since the page was opened.
#[derive(Clone, Copy)]
struct Opened {
    desk: Desk,
    table: RwSignal<Option<Arc<Table>>>,
    columns: RwSignal<Columns>,
    findings: RwSignal<Vec<Finding>>,
    /// Why a file was not read, or what is to be done first.
    problem: RwSignal<Option<String>>,
    is_kept: RwSignal<bool>,
}

impl Opened {
    fn new(desk: Desk) -> Self {
        Self {
            desk,
            table: RwSignal::new(None),
            columns: RwSignal::new(Columns::default()),
            findings: RwSignal::new(Vec::new()),
            problem: RwSignal::new(None),
            is_kept: RwSignal::new(true),
        }
    }

    /// Takes a file whole, or leaves all as it was.
    fn read(self, file: String, bytes: &[u8]) {
        match table::read(bytes) {
            Ok(table) => {
                let names = kept::column_names(&self.desk.course());
                self.columns.set(Columns::of(&table.head, &names));
                self.table.set(Some(Arc::new(table)));
                self.desk.file.set(file);
                self.take();
            }
            Err(refusal) => self.problem.set(Some(refusal.to_string())),
        }
    }

    /// Takes the people of the table.
    fn take(self) {
        let Some(table) = self.table.get_untracked() else { return };
        let columns = self.columns.get_untracked();
        let roster = if columns.identify() { people(&table, &columns) } else { Default::default() };
        self.problem.set(match (columns.identify(), roster.people.is_empty()) {
            (false, _) => Some(EN.assign.whom.unidentified.to_owned()),
            (true, true) => Some(EN.assign.whom.nobody.to_owned()),
            (true, false) => None,
        });
        let file = self.desk.file.get_untracked();
        self.is_kept.set(kept::keep_roster(&self.desk.course(), &file, &roster.people));
        self.findings.set(roster.findings);
        self.desk.people.set(Arc::new(roster.people));
    }

    fn set_column(self, column: Column, at: Option<usize>) {
        self.columns.update(|columns| columns.set(column, at));
        if let Some(table) = self.table.get_untracked() {
            let names = self.columns.with_untracked(|columns| columns.names(&table.head));
            kept::keep_column_names(&self.desk.course(), &names);
        }
        self.take();
    }

    fn forget(self) {
        kept::forget_roster(&self.desk.course());
        self.table.set(None);
        self.findings.set(Vec::new());
        self.problem.set(None);
        self.desk.people.set(Arc::default());
    }
}

#[component]
pub fn RosterField(desk: Desk) -> impl IntoView {
    let opened = Opened::new(desk);
    let words = EN.assign.whom;
    let study = use_study();
    let input = NodeRef::<Input>::new();
    let choose = move |_| {
        let Some(element) = input.get_untracked() else { return };
        opened.problem.set(None);
        spawn_local(async move {
            let chosen = file::chosen_bytes(&element).await;
            // The same file can be chosen again.
            element.set_value("");
            match chosen {
                Some((name, bytes)) => opened.read(format!("“{name}”"), &bytes),
                None => opened.problem.set(Some(words.unreadable.to_owned())),
            }
        });
    };
    let forget = move |_| {
        opened.forget();
        page::focus_later("roster-file".to_owned());
        study.announce(words.forgotten);
    };
    let count = Memo::new(move |_| desk.people.with(|people| people.len()));
    let found = move || match count.get() {
        0 => None,
        count => Some((words.found)(&intl::number(count), &desk.file.get())),
    };
    let is_guessed = move || opened.table.with(|table| table.as_ref().is_some_and(|table| table.is_guessed));
    let note = |words: &'static str| view! { <p class="card">{words}</p> };
    view! {
        <p class="soft" id="roster-hint">{words.roster_hint}</p>
        <p>
            <label class="file">
                {words.open} " "
                <input
                    type="file"
                    id="roster-file"
                    accept=".csv,.tsv,.txt,text/csv,text/plain"
                    aria-describedby="roster-hint"
                    node_ref=input
                    on:change=choose
                />
            </label>
        </p>
        <Paste opened=opened />
        <p role="alert" class="problem">{move || opened.problem.get()}</p>
        <p role="status">{found}</p>
        {move || is_guessed().then(|| note(words.guessed_letters))}
        {move || (!opened.is_kept.get()).then(|| note(words.not_kept))}
        <ColumnFields opened=opened />
        <Findings findings=opened.findings />
        {move || {
            (count.get() > 0)
                .then(|| view! { <p><button type="button" class="quiet" on:click=forget.clone()>{words.forget}</button></p> })
        }}
    }
}

#[component]
fn Paste(opened: Opened) -> impl IntoView {
    let words = EN.assign.whom;
    let text = RwSignal::new(String::new());
    let read = move |_| text.with_untracked(|text| opened.read(words.pasted.to_owned(), text.as_bytes()));
    view! {
        <details>
            <summary>{words.paste}</summary>
            <p class="field">
                <label for="roster-text">{words.paste_field}</label>
                <textarea
                    id="roster-text"
                    rows="5"
                    spellcheck="false"
                    prop:value=text
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
            </p>
            <p><button type="button" class="quiet" on:click=read>{words.read}</button></p>
        </details>
    }
}

#[component]
fn ColumnFields(opened: Opened) -> impl IntoView {
    let words = EN.assign.whom;
    let fields = move || {
        let table = opened.table.get()?;
        let fields: Vec<_> = Column::ALL
            .into_iter()
            .zip(words.column_names)
            .map(|(column, label)| {
                view! { <ColumnField opened=opened head=table.head.clone() column=column label=label /> }
            })
            .collect();
        Some(view! {
            <fieldset class="columns">
                <legend>{words.columns}</legend>
                <p class="soft">{words.columns_hint}</p>
                {fields}
            </fieldset>
        })
    };
    view! { {fields} }
}

#[component]
fn ColumnField(opened: Opened, head: Vec<String>, column: Column, label: &'static str) -> impl IntoView {
    let words = EN.assign.whom;
    let chosen = Memo::new(move |_| opened.columns.with(|columns| columns.get(column)));
    let choices: Vec<_> = head
        .into_iter()
        .enumerate()
        .map(|(at, name)| {
            let name = if name.is_empty() { (words.unnamed_column)(&intl::number(at + 1)) } else { name };
            view! { <option value=at.to_string() selected=move || chosen.get() == Some(at)>{name}</option> }
        })
        .collect();
    let change = move |event| opened.set_column(column, event_target_value(&event).parse().ok());
    view! {
        <label>
            <span>{label}</span>
            <select on:change=change>
                <option value="" selected=move || chosen.get().is_none()>{words.no_column}</option>
                {choices}
            </select>
        </label>
    }
}

#[component]
fn Findings(findings: RwSignal<Vec<Finding>>) -> impl IntoView {
    let words = EN.assign.whom;
    let list = move || {
        let all = findings.get();
        let lines: Vec<_> =
            all.iter().take(SHOWN).map(|finding| view! { <li>{finding.to_string()}</li> }).collect();
        let more = all.len().saturating_sub(SHOWN);
        let more = (more > 0).then(|| view! { <li>{(words.more_findings)(&intl::number(more))}</li> });
        (!all.is_empty()).then(|| {
            view! {
                <details open>
                    <summary>{(words.findings)(&intl::number(all.len()))}</summary>
                    <ul>{lines}{more}</ul>
                </details>
            }
        })
    };
    view! { {list} }
}
