//! A link that was opened: who assigns what to whom until when, before it is accepted.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Parts;
use crate::app::components::next_recall::written;
use crate::app::lrs;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::{address, clock, intl, page, signing};
use crate::course::outline::{Outline, OutlineModule};
use crate::learning::event::What;
use crate::records::assignment::{Assignment, Due};
use crate::records::digest::from_base64;
use crate::records::held::days_until;
use crate::records::link::{self, LinkRefusal, Opened};
use crate::words::EN;

/// What stands before the payload in the page's fragment.
const MARK: &str = "a=";
const TITLE: &str = "offer";
const PROBLEM: &str = "link-problem";

/// The link that was opened last.
#[derive(Debug, Clone, PartialEq)]
pub enum Offered {
    Nothing,
    Refused(LinkRefusal),
    /// It is among the accepted ones.
    Known {
        link: String,
    },
    Offer(Box<Offer>),
}

/// A link that is not accepted yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its payload.
    link: String,
    opened: Opened,
    /// Milliseconds since 1970.
    at: i64,
}

impl Study {
    /// When the link with this payload was first seen: now, if it never was.
    pub fn opened(&self, link: &str) -> i64 {
        let known = self.progress.with_untracked(|progress| {
            progress.assigned().iter().find(|known| known.link == link).map(|known| known.opened)
        });
        known.unwrap_or_else(clock::now)
    }
}

impl Parts {
    /// Opens the link by which the page was opened, if there is one.
    pub(super) fn open_address(self) {
        let fragment = address::written_fragment();
        if fragment.starts_with(MARK) {
            self.open(&fragment);
        }
    }

    /// Opens a link, or a text that holds one.
    fn open(self, text: &str) {
        let study = self.study.get_value();
        let read = link::read(text).and_then(|opened| {
            link::check_course(&opened.assignment, &study.outline)?;
            Ok(opened)
        });
        self.offered.set(match read {
            Err(refusal) => Offered::Refused(refusal),
            Ok(opened) => {
                let link = link::to_payload(&opened.assignment, opened.signature.as_ref());
                match self.all.with_untracked(|all| all.current().any(|held| held.link == link)) {
                    true => Offered::Known { link },
                    false => Offered::Offer(Box::new(Offer { at: study.opened(&link), link, opened })),
                }
            }
        });
    }

    /// Keeps what the learner decided, and takes the link out of the address: a reload asks no more.
    fn decide(self, offer: &Offer, set: bool) {
        let study = self.study.get_value();
        study.record(What::Assigned { link: offer.link.clone(), opened: offer.at, set });
        self.offered.set(Offered::Nothing);
        address::write_fragment("");
        if set {
            study.announce(EN.assigned.offer.accepted);
            self.focus_on(&offer.link);
        } else {
            study.announce(EN.assigned.offer.put_away);
            page::focus_later("content".to_owned());
        }
    }
}

/// What was opened, or why it was not.
#[component]
pub fn OfferedLink(parts: Parts) -> impl IntoView {
    let words = EN.assigned.offer;
    move || match parts.offered.get() {
        Offered::Nothing => ().into_any(),
        Offered::Refused(refusal) => view! {
            <div class="card warning" role="alert">
                <p id=PROBLEM tabindex="-1"><strong>{words.refused}</strong>" "{refusal.to_string()}</p>
            </div>
        }
        .into_any(),
        Offered::Known { link } => {
            parts.focus_on(&link);
            view! { <p role="status" class="card">{words.known}</p> }.into_any()
        }
        Offered::Offer(offer) => view! { <OfferCard parts=parts offer=*offer /> }.into_any(),
    }
}

/// What accepting means: with a person's id, and in a course that names an LRS, what is
/// done from then on is reported.
fn said_before(assignment: &Assignment) -> String {
    let id = assignment.to.id.trim();
    match lrs::of_page().filter(|_| !id.is_empty()) {
        Some(lrs) => (EN.lrs.accepting)(lrs::server(&lrs), id),
        None => EN.assigned.offer.before.to_owned(),
    }
}

#[component]
fn OfferCard(parts: Parts, offer: Offer) -> impl IntoView {
    let words = EN.assigned.offer;
    let facts = parts.study.with_value(|study| facts(&offer, &study.outline));
    let signature = offer.opened.signature.map(|_| words.signature);
    let note = offer.opened.assignment.note.clone();
    let before = said_before(&offer.opened.assignment);
    let (accepted, declined) = (offer.clone(), offer.clone());
    view! {
        <section class="card" aria-labelledby=TITLE>
            <h2 id=TITLE tabindex="-1">{words.title}</h2>
            {facts}
            {(!note.is_empty()).then(|| view! {
                <p class="eyebrow">{words.note}</p>
                <blockquote class="note-text">{note}</blockquote>
            })}
            {signature.is_none().then(|| view! { <p>{words.not_signed}</p> })}
            {signature.is_some().then(|| view! { <Signature opened=offer.opened.clone() /> })}
            <p class="soft">{before}</p>
            <p class="actions">
                <button type="button" on:click=move |_| parts.decide(&accepted, true)>
                    {words.accept}
                </button>
                <button type="button" class="quiet" on:click=move |_| parts.decide(&declined, false)>
                    {words.not_now}
                </button>
            </p>
        </section>
    }
}

/// Whether one of the course's keys signed it.
#[component]
fn Signature(opened: Opened) -> impl IntoView {
    let words = EN.assigned.offer;
    let said = RwSignal::new(words.checking);
    let keys = use_study().outline.keys.clone();
    spawn_local(async move {
        let Some(signature) = opened.signature else { return };
        let mut result = words.other_key;
        for key in keys.iter().filter_map(|key| from_base64(key)) {
            match signing::verify(&key, &signature, &opened.signed_bytes).await {
                Some(true) => {
                    result = words.signed;
                    break;
                }
                Some(false) => {}
                None => result = words.cannot_verify,
            }
        }
        said.set(result);
    });
    view! { <p role="status">{said}</p> }
}

fn facts(offer: &Offer, outline: &Outline) -> impl IntoView + use<> {
    let words = EN.assigned.offer;
    let assignment = &offer.opened.assignment;
    let fact = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
    };
    let pass = assignment.pass.map(|pass| (words.pass_mark)(&intl::percent(f64::from(pass) / 100.0)));
    let months = assignment.valid_months;
    let valid = if months > 0 { (words.months)(months) } else { String::new() };
    view! {
        <dl class="offer-facts">
            {fact(words.by, assignment.by.clone())}
            {fact(words.to, recipient(assignment))}
            {fact(words.due, due_words(assignment, offer.at))}
            {fact(words.pass, pass.unwrap_or_default())}
            {fact(words.valid, valid)}
        </dl>
        <p class="eyebrow">{words.what}</p>
        {modules_list(assignment, outline)}
    }
}

/// For whom it is, as HR knows them.
pub fn recipient(assignment: &Assignment) -> String {
    let to = &assignment.to;
    let known: Vec<&str> = [&to.name, &to.id, &to.group]
        .into_iter()
        .map(String::as_str)
        .filter(|text| !text.is_empty())
        .collect();
    if known.is_empty() { EN.assigned.offer.to_whoever.to_owned() } else { known.join(" · ") }
}

fn due_words(assignment: &Assignment, opened: i64) -> String {
    let calendar = calendar();
    let Some(day) = assignment.due.day(calendar.day(opened)) else { return EN.assigned.no_due.to_owned() };
    let until = (EN.assigned.offer.until)(&written(day), days_until(day, calendar.today));
    match assignment.due {
        Due::After(days) => format!("{until} ({})", (EN.assigned.offer.days_after)(days)),
        _ => until,
    }
}

/// The assigned modules with the time they take.
pub fn modules_list(assignment: &Assignment, outline: &Outline) -> impl IntoView + use<> {
    let words = EN.assigned.offer;
    let minutes =
        |module: &OutlineModule| -> u32 { module.lessons.iter().map(|lesson| lesson.minutes).sum() };
    let line = |title: String, minutes: u32| {
        view! { <li>{title} " " <span class="facts">{(words.minutes)(minutes)}</span></li> }
    };
    let lines: Vec<_> = if assignment.modules.is_empty() {
        let all = outline.core_lessons().map(|lesson| lesson.minutes).sum();
        vec![line((words.whole_course)(&outline.title), all)]
    } else {
        let chosen = outline.modules.iter().filter(|module| assignment.modules.contains(&module.id));
        chosen.map(|module| line(module.title.clone(), minutes(module))).collect()
    };
    view! { <ul aria-label=words.what>{lines}</ul> }
}

/// A field for a link that a mail program broke.
#[component]
pub fn Paste(parts: Parts) -> impl IntoView {
    let words = EN.assigned.paste;
    let typed = RwSignal::new(String::new());
    let open = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        parts.open(&typed.get_untracked());
        let place = parts.offered.with_untracked(|offered| match offered {
            Offered::Offer(_) => TITLE,
            _ => PROBLEM,
        });
        page::focus_later(place.to_owned());
    };
    view! {
        <details class="card paste" prop:open=move || matches!(parts.offered.get(), Offered::Refused(_))>
            <summary>{words.title}</summary>
            <p>{words.text}</p>
            <form on:submit=open>
                <label>
                    {words.label}
                    <textarea
                        rows="3"
                        autocomplete="off"
                        spellcheck="false"
                        prop:value=typed
                        on:input=move |event| typed.set(event_target_value(&event))
                    ></textarea>
                </label>
                <p><button type="submit" class="quiet">{words.open}</button></p>
            </form>
        </details>
    }
}
