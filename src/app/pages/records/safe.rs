//! For how long a pass is good; a copy of all records, and their deletion.

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlDialogElement;

use super::Desk;
use crate::app::book;
use crate::app::study::use_study;
use crate::browser::{file, page};
use crate::records::book_file;
use crate::records::log::What;
use crate::words::EN;

/// What can be chosen, in months; 0 means for good.
const MONTHS: [u32; 6] = [0, 6, 12, 18, 24, 36];

#[component]
pub fn Renewal(desk: Desk) -> impl IntoView {
    let words = EN.records.safe;
    let study = use_study();
    let months = Memo::new(move |_| desk.book.with(|book| book.renewal_months));
    let chosen = RwSignal::new(months.get_untracked());
    let options = MONTHS.iter().map(|number| {
        let (number, name) =
            (*number, if *number == 0 { words.for_good.to_owned() } else { (words.months)(*number) });
        view! { <option value=number.to_string() selected=move || months.get() == number>{name}</option> }
    });
    let set = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let study = study.clone();
        let what = What::RenewalSet { months: chosen.get_untracked() };
        desk.act(what, move || study.announce(EN.records.kept));
    };
    let choose = move |event| chosen.set(event_target_value(&event).parse().unwrap_or_default());
    view! {
        <section aria-labelledby="renewal-title">
            <h2 id="renewal-title">{words.renewal}</h2>
            <p>{words.renewal_text}</p>
            <form class="inline" on:submit=set>
                <label>
                    {words.good_for}
                    <select on:change=choose>{options.collect::<Vec<_>>()}</select>
                </label>
                <button type="submit" class="quiet">{words.set}</button>
            </form>
        </section>
    }
}

#[component]
pub fn Safe(desk: Desk) -> impl IntoView {
    let words = EN.records.safe;
    let study = use_study();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let with_dialog = move |act: fn(&HtmlDialogElement)| {
        if let Some(dialog) = dialog.get_untracked() {
            act(&dialog);
        }
    };
    let announced = study.clone();
    let save = move |_| {
        let title = desk.outline.with_value(|outline| outline.title.clone());
        let text = desk.records.with_value(|records| {
            desk.texts.with_value(|texts| book_file::export(&desk.course(), &title, records, texts))
        });
        let name = format!("records-{}-{}.json", desk.course(), desk.today.get_untracked());
        if file::save(&name, "application/json", &text) {
            announced.announce(EN.records.report.saved);
        }
    };
    // A dialog that is open already cannot be opened again, and need not be.
    let ask = move |_| with_dialog(|dialog| drop(dialog.show_modal()));
    let delete = move |_| {
        with_dialog(HtmlDialogElement::close);
        let study = study.clone();
        spawn_local(async move {
            let deleted = book::delete(&desk.course()).await;
            if desk.show(deleted).await {
                study.announce(EN.records.safe.deleted);
                page::focus_later("content".to_owned());
            }
        });
    };
    view! {
        <section aria-labelledby="safe-title">
            <h2 id="safe-title">{words.title}</h2>
            <p>{words.text}</p>
            <p class="actions">
                <button type="button" class="quiet" on:click=save>{words.save}</button>
                <button type="button" class="danger" on:click=ask>{words.delete}</button>
            </p>
            <dialog node_ref=dialog aria-labelledby="delete-records">
                <p id="delete-records"><strong>{words.delete_ask}</strong></p>
                <p>{words.delete_text}</p>
                <p class="actions">
                    <button type="button" class="quiet" on:click=move |_| with_dialog(HtmlDialogElement::close)>
                        {EN.records.cancel}
                    </button>
                    <button type="button" class="danger" on:click=delete>{words.delete_yes}</button>
                </p>
            </dialog>
        </section>
    }
}
