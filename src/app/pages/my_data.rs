//! My data: what is stored, export, import, delete, learners.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlDialogElement;

use crate::app::components::export_button::ExportButton;
use crate::app::components::lrs_state::LrsState;
use crate::app::lrs::use_delivery;
use crate::app::mount_at;
use crate::app::study::{Study, display_name, use_study};
use crate::browser::{file, intl, page};
use crate::learning::record::Learner;
use crate::learning::transfer;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("my-data", || view! { <MyData /> });
}

#[component]
fn MyData() -> impl IntoView {
    let delivery = use_delivery();
    let lead = if delivery.is_some() { EN.lrs.my_data_lead } else { EN.my_data.lead };
    view! {
        <p class="lead">{lead}</p>
        <Stored />
        {delivery.map(|delivery| view! { <LrsState delivery=delivery /> })}
        <h2>{EN.my_data.export_title}</h2>
        <p>{EN.my_data.export_text}</p>
        <p><ExportButton /></p>
        <p><a href=page::from_root("notes.html")>{EN.notes.all}</a></p>
        <p><a href=page::from_root("my-answers.html")>{EN.answers.title}</a></p>
        <p><a href=page::from_root("certificate.html")>{EN.certificate.title}</a></p>
        <p><a href=page::from_root("assigned.html")>{EN.assigned.title}</a></p>
        <Import />
        <Learners />
        <Delete />
    }
}

#[component]
fn Stored() -> impl IntoView {
    let study = use_study();
    let summary = move || {
        study.events.with(|events| {
            let since = events.values().map(|event| event.at).min();
            let since = since.map(|first| (EN.my_data.since)(&intl::day(first))).unwrap_or_default();
            format!("{}. {since}", (EN.my_data.records)(&intl::number(events.len())))
        })
    };
    let unreadable = move || {
        let found = study.unreadable.get();
        let damaged = (found.damaged > 0).then(|| (EN.my_data.damaged)(&intl::number(found.damaged)));
        let newer = (found.newer > 0).then(|| (EN.my_data.newer)(&intl::number(found.newer)));
        [damaged, newer]
            .into_iter()
            .flatten()
            .map(|words| view! { <p class="card">{words}</p> })
            .collect::<Vec<_>>()
    };
    view! {
        <h2>{EN.my_data.what}</h2>
        <p>{summary}</p>
        {unreadable}
    }
}

#[component]
fn Import() -> impl IntoView {
    let study = use_study();
    let outcome = RwSignal::new(None::<Result<String, String>>);
    let input = NodeRef::<leptos::html::Input>::new();
    let on_change = move |_| {
        let study = study.clone();
        let Some(element) = input.get_untracked() else { return };
        outcome.set(None);
        spawn_local(async move {
            let text = file::chosen(&element).await;
            // The same file can be chosen again.
            element.set_value("");
            outcome.set(Some(import(&study, text)));
        });
    };
    view! {
        <h2>{EN.my_data.import_title}</h2>
        <p>{EN.my_data.import_text}</p>
        <p>
            <label class="file">
                {EN.my_data.import} " "
                <input type="file" accept=".json,application/json" node_ref=input on:change=on_change />
            </label>
        </p>
        <p role="status" class:problem=move || matches!(outcome.get(), Some(Err(_)))>
            {move || {
                outcome
                    .get()
                    .map(|outcome| match outcome {
                        Ok(words) => words,
                        Err(reason) => format!("{} {reason}", EN.my_data.not_imported),
                    })
            }}
        </p>
    }
}

fn import(study: &Study, text: Option<String>) -> Result<String, String> {
    let text = text.ok_or_else(|| transfer::Refusal::NotOurs.to_string())?;
    let records = transfer::import(&study.outline.id, &text).map_err(|refusal| refusal.to_string())?;
    let (new, known) = study.add_records(records).map_err(|_| EN.my_data.no_room.to_owned())?;
    Ok((EN.my_data.imported)(&intl::number(new), &intl::number(known)))
}

#[component]
fn Delete() -> impl IntoView {
    let study = use_study();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let deleted = RwSignal::new(false);
    let learner = study.this_learner;
    let with_dialog = move |act: fn(&HtmlDialogElement)| {
        if let Some(dialog) = dialog.get_untracked() {
            act(&dialog);
        }
    };
    let open = move |_| {
        deleted.set(false);
        // A dialog that is open already cannot be opened again, and need not be.
        with_dialog(|dialog| drop(dialog.show_modal()));
    };
    let delete = move |_| {
        study.delete();
        deleted.set(true);
        with_dialog(HtmlDialogElement::close);
    };
    view! {
        <h2>{EN.my_data.delete_title}</h2>
        <p>{EN.my_data.delete_text}</p>
        <p><button type="button" class="quiet" on:click=open>{EN.my_data.delete}</button></p>
        <p role="status">{move || deleted.get().then_some(EN.my_data.deleted)}</p>
        <dialog node_ref=dialog aria-labelledby="delete-question">
            <p id="delete-question">{move || (EN.my_data.delete_ask)(&learner.with(display_name))}</p>
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| with_dialog(HtmlDialogElement::close)>
                    {EN.my_data.cancel}
                </button>
                <button type="button" class="danger" on:click=delete>{EN.my_data.delete_yes}</button>
            </p>
        </dialog>
    }
}

#[component]
fn Learners() -> impl IntoView {
    let study = use_study();
    let named = RwSignal::new(false);
    // None while nothing else than the learner's name stands in the field.
    let typed = RwSignal::new(None::<String>);
    let learner = study.this_learner;
    let name = move || typed.get().unwrap_or_else(|| learner.get().name);
    let learners: Vec<_> =
        study.learners().into_iter().map(|(id, learner)| learner_line(&study, id, &learner)).collect();
    let adding = study.clone();
    let rename = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        study.rename(&untrack(name));
        typed.set(None);
        named.set(true);
    };
    view! {
        <h2>{EN.my_data.learners_title}</h2>
        <p>{EN.my_data.learners_text}</p>
        <ul class="learners">{learners}</ul>
        <form class="inline" on:submit=rename>
            <label>
                {EN.my_data.learner_name} " "
                <input
                    type="text"
                    maxlength="60"
                    autocomplete="off"
                    prop:value=name
                    on:input=move |event| {
                        named.set(false);
                        typed.set(Some(event_target_value(&event)));
                    }
                />
            </label>
            <button type="submit" class="quiet">{EN.my_data.save_name}</button>
            <span role="status">{move || named.get().then_some(EN.my_data.name_saved)}</span>
        </form>
        <p><button type="button" class="quiet" on:click=move |_| adding.add_learner()>{EN.my_data.add_learner}</button></p>
    }
}

fn learner_line(study: &Study, id: String, learner: &Learner) -> impl IntoView + use<> {
    if id == study.learner {
        let learner = study.this_learner;
        let name = move || learner.with(display_name);
        return view! { <li><strong>{name}</strong>" – "{EN.my_data.studying}</li> }.into_any();
    }
    let study = study.clone();
    let words = (EN.my_data.switch)(&display_name(learner));
    view! { <li><button type="button" class="quiet" on:click=move |_| study.switch_to(&id)>{words}</button></li> }.into_any()
}
