//! What HR takes out: the link, its QR code, a calendar file, a mail.
//!
//! The moment at which something is copied or saved is the one at which it counts as assigned.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::people::People;
use super::{Desk, Made, kept};
use crate::app::study::{Study, use_study};
use crate::browser::{clipboard, clock, file};
use crate::records::assignment::Due;
use crate::records::calendar::{Said, of_due};
use crate::records::draft::Draft;
use crate::records::mail_text::mailto;
use crate::records::qr::Qr;
use crate::words::EN;

#[component]
pub fn Sent(desk: Desk) -> impl IntoView {
    let words = EN.assign.result;
    let gaps =
        Memo::new(move |_| desk.assignment.with(|found| found.as_ref().err().cloned().unwrap_or_default()));
    let is_for_roster = Memo::new(move |_| desk.draft.with(Draft::is_for_roster));
    let is_made = Memo::new(move |_| desk.made.with(Option::is_some));
    let missing = move || {
        let lines: Vec<_> = gaps.get().iter().map(|gap| view! { <li>{gap.to_string()}</li> }).collect();
        (!lines.is_empty()).then(|| view! { <p>{words.missing}</p><ul>{lines}</ul> })
    };
    let sent = move || match (is_made.get(), is_for_roster.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! { <People desk=desk /> }.into_any(),
        (true, false) => view! { <One desk=desk /> }.into_any(),
    };
    view! {
        <section class="sent" aria-labelledby="sent-title">
            <h2 id="sent-title">{words.title}</h2>
            <div role="status">{missing}</div>
            {sent}
        </section>
    }
}

/// One link for all who get it.
#[component]
fn One(desk: Desk) -> impl IntoView {
    let is_too_long =
        Memo::new(move |_| desk.made.with(|made| made.as_ref().is_some_and(|made| made.is_too_long)));
    let parts = move || match is_too_long.get() {
        true => view! { <p role="alert" class="problem">{EN.assign.result.too_long}</p> }.into_any(),
        false => view! {
            <Link desk=desk />
            <Code desk=desk />
            <CalendarFile desk=desk />
            <MailText desk=desk />
        }
        .into_any(),
    };
    view! { {parts} }
}

impl Desk {
    /// The link as it was last made, while it is shown.
    fn link(self) -> String {
        self.made.with(|made| made.as_ref().map(|made| made.link.clone()).unwrap_or_default())
    }

    /// Says that the link was taken out.
    fn assigned(self) {
        if let Some(made) = self.made.get_untracked() {
            kept::assigned(vec![made.assignment], Vec::new());
        }
    }
}

/// Says whether a file was saved.
pub fn say_saved(study: &Study, is_saved: bool) {
    let words = EN.assign.result;
    study.announce(if is_saved { words.downloaded } else { words.not_downloaded });
}

#[component]
fn Link(desk: Desk) -> impl IntoView {
    let words = EN.assign.result;
    let link = Memo::new(move |_| desk.link());
    let is_signed = move || desk.made.with(|made| made.as_ref().is_some_and(|made| made.is_signed));
    view! {
        <h3 id="link-title">{words.link}</h3>
        <p class="soft">{words.link_text}</p>
        <CopyLine labelled="link-title" text=link copy=words.copy_link class="" copied=move || desk.assigned() />
        <p role="status">{move || if is_signed() { words.signed } else { words.unsigned }}</p>
    }
}

/// A line that can be copied, by a button or by hand.
#[component]
pub fn CopyLine(
    labelled: &'static str,
    text: Memo<String>,
    copy: &'static str,
    #[prop(default = "quiet")] class: &'static str,
    copied: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    view! {
        <div class="inline copied">
            <input
                type="text"
                readonly
                aria-labelledby=labelled
                node_ref=field
                prop:value=text
                on:focus=move |_| select()
                on:copy=move |_| copied()
            />
            <CopyButton text=text copy=copy class=class select=select copied=copied />
        </div>
    }
}

/// A button that copies; where the browser refuses, the text is selected.
#[component]
fn CopyButton(
    text: Memo<String>,
    copy: &'static str,
    #[prop(default = "quiet")] class: &'static str,
    select: impl Fn() + Copy + 'static,
    copied: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let words = EN.assign.result;
    let is_copied = RwSignal::new(None::<bool>);
    Effect::new(move |_| {
        text.track();
        is_copied.set(None);
    });
    let on_click = move |_| {
        is_copied.set(None);
        let text = text.get_untracked();
        spawn_local(async move {
            let was_copied = clipboard::copy(&text).await;
            if was_copied {
                copied()
            } else {
                select()
            }
            is_copied.set(Some(was_copied));
        });
    };
    let said = move || is_copied.get().map(|copied| if copied { words.copied } else { words.not_copied });
    view! {
        <button type="button" class=class on:click=on_click>{copy}</button>
        <span role="status">{said}</span>
    }
}

#[component]
fn Code(desk: Desk) -> impl IntoView {
    let words = EN.assign.result;
    let study = use_study();
    let code = Memo::new(move |_| Qr::of(&desk.link()));
    let save = move |_| {
        if let Some(qr) = code.get_untracked() {
            let is_saved = file::save_bytes("assignment-qr.png", "image/png", &qr.png());
            desk.assigned();
            say_saved(&study, is_saved);
        }
    };
    let picture = move || match code.get() {
        Some(qr) => view! {
            <svg class="qr" role="img" aria-label=words.qr viewBox=format!("0 0 {0} {0}", qr.size)>
                <path d=qr.path() />
            </svg>
        }
        .into_any(),
        None => view! { <p>{words.qr_too_long}</p> }.into_any(),
    };
    view! {
        <h3>{words.qr}</h3>
        <p class="soft">{words.qr_text}</p>
        {picture}
        <p>
            <button type="button" class="quiet" disabled=move || code.with(Option::is_none) on:click=save>
                {words.save_qr}
            </button>
        </p>
    }
}

#[component]
fn CalendarFile(desk: Desk) -> impl IntoView {
    let words = EN.assign.result;
    let study = use_study();
    let day =
        Memo::new(move |_| match desk.made.with(|made| made.as_ref().map(|made| made.assignment.due)) {
            Some(Due::On(day)) => Some(day),
            _ => None,
        });
    let save = move |_| {
        let (Some(day), Some(made)) = (day.get_untracked(), desk.made.get_untracked()) else { return };
        let (title, mail) = ((words.calendar_title)(&desk.title()), desk.mail(&made.assignment, &made.link));
        let said = Said { title: &title, text: &mail.text, address: &made.link };
        let text = of_due(&made.assignment.id, day, &said, clock::now());
        let is_saved = file::save("assignment.ics", "text/calendar", &text);
        desk.assigned();
        say_saved(&study, is_saved);
    };
    let button = move || match day.get() {
        Some(_) => {
            let save = save.clone();
            view! {
                <p class="soft">{words.calendar_text}</p>
                <p><button type="button" class="quiet" on:click=save>{words.save_calendar}</button></p>
            }
            .into_any()
        }
        None => view! { <p class="soft">{words.no_calendar}</p> }.into_any(),
    };
    view! {
        <h3>{words.calendar}</h3>
        {button}
    }
}

#[component]
fn MailText(desk: Desk) -> impl IntoView {
    let words = EN.assign.result;
    let mail = Memo::new(move |_| {
        desk.made.with(|made| made.as_ref().map(|Made { assignment, link, .. }| desk.mail(assignment, link)))
    });
    let program = move || match mail.get().and_then(|mail| mailto(&mail)) {
        Some(address) => view! {
            <p>
                <a class="button quiet" href=address on:click=move |_| desk.assigned()>{words.open_mail}</a>
            </p>
        }
        .into_any(),
        None => view! { <p class="soft">{words.mail_too_long}</p> }.into_any(),
    };
    view! {
        <h3>{words.mail}</h3>
        <MailFields
            subject=Memo::new(move |_| mail.get().map(|mail| mail.subject).unwrap_or_default())
            text=Memo::new(move |_| mail.get().map(|mail| mail.text).unwrap_or_default())
            copied=move || desk.assigned()
        />
        {program}
    }
}

/// A mail that can be copied.
#[component]
pub fn MailFields(
    subject: Memo<String>,
    text: Memo<String>,
    copied: impl Fn() + Copy + 'static,
) -> impl IntoView {
    let words = EN.assign.result;
    let field = NodeRef::<Textarea>::new();
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    view! {
        <p class="field">
            <label for="mail-subject">{words.subject}</label>
            <input type="text" id="mail-subject" readonly prop:value=subject />
        </p>
        <p class="field">
            <label for="mail-text">{words.mail_text}</label>
            <textarea
                id="mail-text"
                rows="10"
                readonly
                node_ref=field
                prop:value=text
                on:copy=move |_| copied()
            ></textarea>
        </p>
        <div class="inline copied">
            <CopyButton text=text copy=words.copy_mail select=select copied=copied />
        </div>
    }
}
