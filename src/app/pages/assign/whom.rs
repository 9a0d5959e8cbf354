//! To whom, until when, and what else the link says.

use leptos::html::Textarea;
use leptos::prelude::*;

use super::fields::{Field, Way};
use super::roster::RosterField;
use super::{Desk, kept};
use crate::app::study::use_study;
use crate::browser::{intl, page};
use crate::records::draft::{Draft, To, Until as UntilWay};
use crate::words::EN;

#[component]
pub fn Whom(desk: Desk) -> impl IntoView {
    let words = EN.assign.whom;
    let group = move || {
        view! { <Field desk=desk id="group" label=words.group_name typed=|draft| &mut draft.group /> }
    };
    let person = move || {
        view! {
            <Field desk=desk id="person-id" label=words.person_id typed=|draft| &mut draft.person_id />
            <Field desk=desk id="person-name" label=words.person_name typed=|draft| &mut draft.person_name />
            <p class="soft">{words.person_hint}</p>
        }
    };
    view! {
        <fieldset class="assign">
            <legend>{words.legend}</legend>
            <Way desk=desk name="to" label=words.anyone way=To::Anyone chosen=to more=|| () />
            <Way desk=desk name="to" label=words.group way=To::Group chosen=to more=group />
            <Way desk=desk name="to" label=words.person way=To::Person chosen=to more=person />
            <Way
                desk=desk
                name="to"
                label=words.roster
                way=To::Roster
                chosen=to
                more=move || view! { <RosterField desk=desk /> }
            />
        </fieldset>
    }
}

fn to(draft: &mut Draft) -> &mut To {
    &mut draft.to
}

#[component]
pub fn Until(desk: Desk) -> impl IntoView {
    let words = EN.assign.until;
    let day = move || {
        view! {
            <Field desk=desk id="day" label=words.day_field kind="date" is_short=true typed=|draft| &mut draft.day />
        }
    };
    let days = move || {
        view! { <Field desk=desk id="days" label=words.days_field is_short=true typed=|draft| &mut draft.days /> }
    };
    view! {
        <fieldset class="assign">
            <legend>{words.legend}</legend>
            <Way desk=desk name="until" label=words.open way=UntilWay::Open chosen=until more=|| () />
            <Way desk=desk name="until" label=words.day way=UntilWay::Day chosen=until more=day />
            <Way desk=desk name="until" label=words.after way=UntilWay::After chosen=until more=days />
        </fieldset>
    }
}

fn until(draft: &mut Draft) -> &mut UntilWay {
    &mut draft.until
}

#[component]
pub fn More(desk: Desk) -> impl IntoView {
    let study = use_study();
    let words = EN.assign.more;
    let pass = desk.outline.with_value(|outline| intl::percent(f64::from(outline.pass) / 100.0));
    let note = NodeRef::<Textarea>::new();
    let written = Memo::new(move |_| desk.draft.with(|draft| draft.note.clone()));
    let start_again = move |_| {
        desk.change(|draft| *draft = Draft::default());
        kept::forget_roster(&desk.course());
        desk.people.set(Default::default());
        page::focus_later("content".to_owned());
        study.announce(words.started_again);
    };
    view! {
        <fieldset class="assign">
            <legend>{words.legend}</legend>
            <Field desk=desk id="by" label=words.by hint=words.by_hint.to_owned() typed=|draft| &mut draft.by />
            <Field
                desk=desk
                id="pass"
                label=words.pass
                hint=(words.pass_hint)(&pass)
                is_short=true
                typed=|draft| &mut draft.pass
            />
            <Field
                desk=desk
                id="months"
                label=words.months
                hint=words.months_hint.to_owned()
                is_short=true
                typed=|draft| &mut draft.months
            />
            <p class="field">
                <label for="note">{words.note}</label>
                <textarea
                    id="note"
                    rows="2"
                    maxlength="500"
                    aria-describedby="note-hint"
                    node_ref=note
                    prop:value=written
                    on:input=move |event| desk.change(|draft| draft.note = event_target_value(&event))
                ></textarea>
                <span id="note-hint" class="soft">{words.note_hint}</span>
            </p>
            <p><button type="button" class="quiet" on:click=start_again>{words.start_again}</button></p>
        </fieldset>
    }
}
