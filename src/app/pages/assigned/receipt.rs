//! Makes a receipt, and gives it to the learner: as a file, as text for a mail.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::folded::Folded;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::{clipboard, file, page, signing};
use crate::records::digest::to_base64;
use crate::records::mail_text::Mail;
use crate::records::qr::Qr;
use crate::records::receipt::making::Making;
use crate::records::receipt::writing::mail_to;
use crate::records::receipt::{Accepted, Receipt, Signed};
use crate::words::EN;

const ENGINE: &str = env!("CARGO_PKG_VERSION");

impl Study {
    /// The receipt as things are now, signed where the browser can.
    async fn receipt(&self, accepted: Option<Accepted>, name: &str) -> Signed {
        let key = signing::device_key().await;
        let public = key.as_ref().map(|key| key.public.clone()).unwrap_or_default();
        let receipt = self.events.with_untracked(|events| {
            let making = Making {
                outline: &self.outline,
                accepted,
                learner: name,
                calendar: calendar(),
                engine: ENGINE,
                key: &public,
            };
            Receipt::of(events.values(), making)
        });
        let unsigned = Signed { receipt, signature: String::new() };
        let Some(key) = key else { return unsigned };
        let signature = key.sign(&unsigned.signed_bytes()).await;
        Signed { signature: signature.map(|bytes| to_base64(&bytes)).unwrap_or_default(), ..unsigned }
    }
}

/// The name, what the receipt says, and the ways in which it leaves. `place` begins the
/// ids of its elements.
#[component]
pub fn MakeReceipt(accepted: Option<Accepted>, place: String) -> impl IntoView {
    let study = use_study();
    let words = EN.receipt;
    let known = study.this_learner.with_untracked(|learner| learner.name.clone());
    let given = accepted.as_ref().map(|accepted| accepted.assignment.to.name.clone()).unwrap_or_default();
    let name = RwSignal::new(if known.is_empty() { given } else { known });
    let signed = RwSignal::new(None::<Signed>);
    let round = StoredValue::new(0_u32);
    Effect::new(move |_| {
        study.events.track();
        let (study, accepted, name) = (study.clone(), accepted.clone(), name.get());
        round.update_value(|round| *round += 1);
        let this = round.get_value();
        spawn_local(async move {
            let made = study.receipt(accepted, &name).await;
            // Something newer may be on its way, or the page may show it no more.
            if round.try_get_value() == Some(this) {
                signed.set(Some(made));
            }
        });
    });
    let is_made = Memo::new(move |_| signed.with(Option::is_some));
    let made = Signal::derive(move || signed.get().unwrap_or_default());
    let contents: Vec<_> = words.contents.iter().map(|line| view! { <li>{*line}</li> }).collect();
    view! {
        <p>{words.lead}</p>
        <p>
            <label>
                {words.name} " "
                <input
                    type="text"
                    maxlength="60"
                    autocomplete="name"
                    prop:value=name
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </label>
        </p>
        {move || match is_made.get() {
            true => view! { <Ways signed=made place=place.clone() /> }.into_any(),
            false => view! { <p>{words.making}</p> }.into_any(),
        }}
        <details>
            <summary>{words.contents_title}</summary>
            <ul>{contents}</ul>
            <p>{words.proves}</p>
        </details>
    }
}

/// The ways in which a receipt leaves the browser.
#[component]
fn Ways(signed: Signal<Signed>, place: String) -> impl IntoView {
    let study = StoredValue::new(use_study());
    let words = EN.receipt;
    let is_copied = RwSignal::new(None::<bool>);
    let save = move |_| {
        let (name, text) =
            signed.with_untracked(|signed| (signed.file_name(calendar().today), signed.to_text()));
        if file::save(&name, "application/json", &text) {
            study.with_value(|study| study.announce(words.saved));
        }
    };
    let copy = move |_| {
        let text = signed.with_untracked(Signed::to_block);
        is_copied.set(None);
        spawn_local(async move { is_copied.set(Some(clipboard::copy(&text).await)) });
    };
    let said = move || is_copied.get().map(|copied| if copied { words.copied } else { words.copy_failed });
    let says = move || signed.with(|signed| (words.says)(words.states[signed.receipt.state as usize]));
    let mail = move || match signed.with(mail_address) {
        Some(address) => view! { <p><a href=address>{words.mail}</a></p> }.into_any(),
        None => view! { <p class="soft">{words.mail_too_long}</p> }.into_any(),
    };
    let text = format!("text-of-{place}");
    view! {
        <div class="receipt-ways">
        <p>{says}</p>
        {move || signed.with(|signed| signed.signature.is_empty())
            .then(|| view! { <p class="soft">{words.not_signed}</p> })}
        <p class="actions">
            <button type="button" on:click=save>{words.save}</button>
            <button type="button" class="quiet" on:click=copy>{words.copy}</button>
            <span role="status">{said}</span>
        </p>
        {mail}
        <Folded class="" summary=words.qr open=false content=move || view! { <QrCode signed=signed /> }.into_any() />
        <details open=move || is_copied.get() == Some(false)>
            <summary>{words.text}</summary>
            <label for=text.clone() class="visually-hidden">{words.text_label}</label>
            <textarea id=text readonly rows="6" spellcheck="false" prop:value=move || signed.with(Signed::to_block)></textarea>
        </details>
        </div>
    }
}

/// A mail to whom learners ask, with the receipt in it. None where it would be too long.
fn mail_address(signed: &Signed) -> Option<String> {
    let words = EN.receipt;
    let receipt = &signed.receipt;
    let text = format!("{}\n\n{}", (words.body)(&receipt.course.title), signed.to_block());
    let mail = Mail { subject: (words.subject)(&receipt.course.title, &receipt.learner), text };
    mail_to(&page::data("contactEmail").unwrap_or_default(), &mail)
}

/// The receipt as a QR code; where it does not fit into one, that is said.
#[component]
fn QrCode(signed: Signal<Signed>) -> impl IntoView {
    let words = EN.receipt;
    move || match signed.with(Signed::to_compact).and_then(|line| Qr::of(&line)) {
        Some(code) => view! {
            <svg
                class="qr"
                role="img"
                aria-label=words.qr_picture
                viewBox=format!("0 0 {0} {0}", code.size)
                shape-rendering="crispEdges"
            >
                <rect width="100%" height="100%" fill="#fff" />
                <path d=code.path() fill="#000" />
            </svg>
        }
        .into_any(),
        None => view! { <p class="soft">{words.qr_too_long}</p> }.into_any(),
    }
}
