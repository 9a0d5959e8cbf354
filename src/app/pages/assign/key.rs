//! HR's signing key: made, backed up, restored, forgotten.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlDialogElement;

use super::result::{CopyLine, say_saved};
use super::{Desk, Key};
use crate::app::study::use_study;
use crate::browser::signing::{self, KeyProblem, SigningKey};
use crate::browser::{file, page};
use crate::records::key_backup::{BackupRefusal, KeyBackup, SHORTEST_PASSPHRASE};
use crate::words::EN;

#[component]
pub fn SigningKeys(desk: Desk) -> impl IntoView {
    let words = EN.assign.key;
    let state = move || match desk.key.get() {
        Key::Unknown => ().into_any(),
        Key::None if !signing::is_possible() => {
            view! { <p>{KeyProblem::NotSecure.to_string()}</p> }.into_any()
        }
        Key::None => view! { <Make desk=desk /><Restore desk=desk /> }.into_any(),
        Key::There(key) => view! { <Made desk=desk key=key /> }.into_any(),
    };
    view! {
        <section aria-labelledby="key-title">
            <h2 id="key-title" tabindex="-1">{words.title}</h2>
            <p>{words.why}</p>
            {state}
        </section>
    }
}

impl Desk {
    /// Takes up a key, or says why there is none.
    fn take_key(self, found: Result<SigningKey, KeyProblem>, problem: RwSignal<Option<String>>) -> bool {
        match found {
            Ok(key) => {
                // The form gives way to the key.
                page::focus_later("key-title".to_owned());
                self.key.set(Key::There(key));
                true
            }
            Err(reason) => {
                problem.set(Some(reason.to_string()));
                false
            }
        }
    }
}

#[component]
fn Make(desk: Desk) -> impl IntoView {
    let words = EN.assign.key;
    let study = use_study();
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let make = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = passphrase.get_untracked();
        if typed.chars().count() < SHORTEST_PASSPHRASE {
            problem.set(Some(words.short.to_owned()));
            return;
        }
        if is_busy.get_untracked() {
            return;
        }
        problem.set(None);
        is_busy.set(true);
        let study = study.clone();
        spawn_local(async move {
            let made = signing::make_assigning_key(&typed).await;
            is_busy.set(false);
            if desk.take_key(made, problem) {
                study.announce(words.made);
            }
        });
    };
    view! {
        <form on:submit=make>
            <p class="field">
                <label for="passphrase">{words.passphrase}</label>
                <input
                    type="text"
                    id="passphrase"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="passphrase-hint passphrase-problem"
                    prop:value=passphrase
                    on:input=move |event| passphrase.set(event_target_value(&event))
                />
                <span id="passphrase-hint" class="soft">{words.passphrase_hint}</span>
            </p>
            <p id="passphrase-problem" role="alert" class="problem">{move || problem.get()}</p>
            <p><button type="submit" class="quiet">{words.make}</button></p>
            <p role="status">{move || is_busy.get().then_some(words.making)}</p>
        </form>
    }
}

#[component]
fn Restore(desk: Desk) -> impl IntoView {
    let words = EN.assign.key;
    let study = use_study();
    let passphrase = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<String>);
    let is_busy = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let restore = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(element) = input.get_untracked().filter(|_| !is_busy.get_untracked()) else { return };
        problem.set(None);
        is_busy.set(true);
        let (study, typed) = (study.clone(), passphrase.get_untracked());
        spawn_local(async move {
            let is_chosen = element.files().is_some_and(|files| files.length() > 0);
            let text = file::chosen(&element).await;
            let backup = text.ok_or(BackupRefusal::NotOurs).and_then(|text| KeyBackup::from_file(&text));
            let taken = match backup {
                Ok(backup) => desk.take_key(signing::restore_assigning_key(&backup, &typed).await, problem),
                Err(_) if !is_chosen => {
                    problem.set(Some(words.no_file.to_owned()));
                    false
                }
                Err(refusal) => {
                    problem.set(Some(refusal.to_string()));
                    false
                }
            };
            is_busy.set(false);
            if taken {
                study.announce(words.restored);
            }
        });
    };
    view! {
        <details>
            <summary>{words.restore}</summary>
            <p>{words.restore_text}</p>
            <form on:submit=restore>
                <p>
                    <label class="file">
                        {words.backup_file} " "
                        <input type="file" accept=".json,application/json" node_ref=input />
                    </label>
                </p>
                <p class="field">
                    <label for="old-passphrase">{words.old_passphrase}</label>
                    <input
                        type="text"
                        id="old-passphrase"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=passphrase
                        on:input=move |event| passphrase.set(event_target_value(&event))
                    />
                </p>
                <p role="alert" class="problem">{move || problem.get()}</p>
                <p><button type="submit" class="quiet">{words.restore_button}</button></p>
                <p role="status">{move || is_busy.get().then_some(words.making)}</p>
            </form>
        </details>
    }
}

#[component]
fn Made(desk: Desk, key: SigningKey) -> impl IntoView {
    let words = EN.assign.key;
    let study = use_study();
    let is_named = desk.outline.with_value(|outline| outline.keys.contains(&key.public));
    let line = format!("assigned_by = [\"{}\"]", key.public);
    let name = format!("signing-key-{}.json", key.public.get(..8).unwrap_or_default());
    let backup = key.backup;
    let save = move |_| say_saved(&study, file::save(&name, "application/json", &backup));
    view! {
        <h3 id="public-key">{words.public}</h3>
        <p>{if is_named { words.named } else { words.not_named }}</p>
        <p class="soft">{words.public_text}</p>
        <CopyLine labelled="public-key" text=Memo::new(move |_| line.clone()) copy=words.copy copied=|| () />
        <p class="actions">
            <button type="button" class="quiet" on:click=save>{words.save_backup}</button>
            <Forget desk=desk />
        </p>
    }
}

#[component]
fn Forget(desk: Desk) -> impl IntoView {
    let words = EN.assign.key;
    let study = use_study();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let with_dialog = move |act: fn(&HtmlDialogElement)| {
        if let Some(dialog) = dialog.get_untracked() {
            act(&dialog);
        }
    };
    // A dialog that is open already cannot be opened again, and need not be.
    let open = move |_| with_dialog(|dialog| drop(dialog.show_modal()));
    let forget = move |_| {
        with_dialog(HtmlDialogElement::close);
        let study = study.clone();
        spawn_local(async move {
            if signing::forget_assigning_key().await {
                page::focus_later("key-title".to_owned());
                desk.key.set(Key::None);
                study.announce(words.forgotten);
            }
        });
    };
    view! {
        <button type="button" class="plain" on:click=open>{words.forget}</button>
        <dialog node_ref=dialog aria-labelledby="forget-key">
            <p id="forget-key">{words.forget_ask}</p>
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| with_dialog(HtmlDialogElement::close)>
                    {words.cancel}
                </button>
                <button type="button" class="danger" on:click=forget>{words.forget_yes}</button>
            </p>
        </dialog>
    }
}
