//! One assignment that was accepted: until when, what of it is left, its receipt.

use leptos::prelude::*;

use super::offer::{modules_list, recipient};
use super::receipt::MakeReceipt;
use crate::app::components::folded::Folded;
use crate::app::components::next_recall::written;
use crate::app::components::pass_sentence::pass_words;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::{address, clock, file, intl, page};
use crate::course::outline::OutlineLesson;
use crate::learning::day::Day;
use crate::learning::event::What;
use crate::records::calendar::{Said, of_due};
use crate::records::held::{Held, Place, days_until};
use crate::records::link;
use crate::records::receipt::Accepted;
use crate::words::EN;

impl Study {
    /// Where the learner stands with an assignment; follows what is done.
    pub fn place(&self, accepted: &Accepted) -> Place {
        self.progress.with(|progress| {
            self.events
                .with(|events| Place::of(&self.outline, accepted, progress, events.values(), calendar()))
        })
    }
}

/// The day on which an assignment was made, in words.
pub fn written_made(accepted: &Accepted) -> String {
    (EN.assigned.held.made)(&written(accepted.assignment.made))
}

#[component]
pub fn HeldAssignment(held: Held, place: String) -> impl IntoView {
    let study = use_study();
    let words = EN.assigned.held;
    let accepted = held.accepted.clone();
    let stand = {
        let (study, accepted) = (study.clone(), accepted.clone());
        Memo::new(move |_| study.place(&accepted))
    };
    let is_passed = Memo::new(move |_| stand.with(|stand| stand.passed.is_some()));
    let passed_at_first = is_passed.get_untracked();
    let title = (words.title)(&accepted.assignment.by);
    let (details, receipt) = (accepted.clone(), accepted.clone());
    let id = accepted.assignment.id.clone();
    let outline = study.outline.clone();
    let receipt_place = format!("receipt-of-{place}");
    view! {
        <article class="assignment" aria-labelledby=place.clone()>
            <h2 id=place.clone() tabindex="-1">{title}</h2>
            <p class="facts"><span>{written_made(&accepted)}</span>{for_whom(&accepted)}</p>
            <State stand=stand accepted=accepted.clone() />
            {move || (!is_passed.get()).then(|| view! { <Left stand=stand id=id.clone() /> })}
            <Actions held=held passed=is_passed />
            <Folded class="assigned-details" summary=words.details open=false content=move || {
                let note = details.assignment.note.clone();
                view! {
                    {modules_list(&details.assignment, &outline)}
                    {(!note.is_empty()).then(|| view! { <blockquote class="note-text">{note}</blockquote> })}
                }
                .into_any()
            } />
            <Folded class="receipt" summary=EN.receipt.title open=passed_at_first content=move || {
                view! { <MakeReceipt accepted=Some(receipt.clone()) place=receipt_place.clone() /> }.into_any()
            } />
        </article>
    }
}

fn for_whom(accepted: &Accepted) -> Option<impl IntoView + use<>> {
    let to = &accepted.assignment.to;
    let is_named = !(to.name.is_empty() && to.id.is_empty() && to.group.is_empty());
    is_named.then(|| view! { <span>{recipient(&accepted.assignment)}</span> })
}

/// Passed and when, or until when it is due.
#[component]
fn State(stand: Memo<Place>, accepted: Accepted) -> impl IntoView {
    let words = EN.assigned.held;
    move || {
        if let Some(passed) = stand.with(|stand| stand.passed) {
            let late = accepted.due.map_or(0, |due| days_until(passed, due));
            let months = accepted.assignment.valid_months;
            let until = (months > 0).then(|| (words.good_until)(&written(passed.plus_months(months))));
            return view! {
                <p class="pass"><strong class="state done">{(words.passed)(&written(passed), late)}</strong></p>
                {until.map(|until| view! { <p>{until}</p> })}
            }
            .into_any();
        }
        let due = accepted.due.map(|due| (due, days_until(due, calendar().today)));
        let is_over = due.is_some_and(|(_, days)| days < 0);
        view! { <p class="pass"><strong class:problem=is_over>{due_words(due)}</strong></p> }.into_any()
    }
}

fn due_words(due: Option<(Day, i64)>) -> String {
    due.map_or_else(|| EN.assigned.no_due.to_owned(), |(day, days)| (EN.assigned.due)(&written(day), days))
}

/// The lessons that are left, and what the pass still needs.
#[component]
fn Left(stand: Memo<Place>, id: String) -> impl IntoView {
    let words = EN.assigned.held;
    let counted = move || {
        stand.with(|stand| {
            let done = stand.lessons - stand.open.len();
            (words.lessons)(&intl::number(done), &intl::number(stand.lessons))
        })
    };
    let lesson = |lesson: &OutlineLesson| {
        let address = page::from_root(&lesson.address);
        let minutes = (EN.assigned.offer.minutes)(lesson.minutes);
        view! { <li><a href=address>{lesson.title.clone()}</a><span class="facts">{minutes}</span></li> }
    };
    let open = move || {
        stand.with(|stand| {
            (!stand.open.is_empty()).then(|| {
                view! {
                    <ol class="lessons" aria-label=words.lessons_left>
                        {stand.open.iter().map(lesson).collect::<Vec<_>>()}
                    </ol>
                }
            })
        })
    };
    let sentence = move || stand.with(|stand| pass_words(&stand.standing, &stand.scope));
    let renewal = move || stand.with(|stand| stand.is_renewal).then(|| view! { <p>{words.renewal}</p> });
    let gone = move || {
        let gone = stand.with(|stand| stand.gone.len());
        (gone > 0).then(|| view! { <p class="soft">{(words.gone)(gone)}</p> })
    };
    view! {
        {renewal}
        <p>{counted}". "{sentence}</p>
        {open}
        {gone}
        <Next stand=stand id=id />
    }
}

/// The next lesson; when all are done, practice.
#[component]
fn Next(stand: Memo<Place>, id: String) -> impl IntoView {
    let words = EN.assigned.held;
    move || {
        stand.with(|stand| {
            let (address, words) = match &stand.next {
                Some(lesson) => (page::from_root(&lesson.address), (words.next)(&lesson.title)),
                None if stand.standing.has_no_pass() => return None,
                None => {
                    let practice = format!("practice.html?assignment={}", address::encoded(&id));
                    (page::from_root(&practice), words.practise.to_owned())
                }
            };
            Some(view! { <p><a class="button" href=address>{words}</a></p> })
        })
    }
}

#[component]
fn Actions(held: Held, passed: Memo<bool>) -> impl IntoView {
    let study = StoredValue::new(use_study());
    let words = EN.assigned.held;
    let accepted = StoredValue::new(held.accepted);
    let save = move |due: Day| {
        study.with_value(|study| {
            if accepted.with_value(|accepted| save_calendar(accepted, due, &study.outline.title)) {
                study.announce(words.calendar_saved);
            }
        });
    };
    let due = move || accepted.with_value(|accepted| accepted.due).filter(|_| !passed.get());
    let calendar = move || {
        let button = |due| {
            view! { <button type="button" class="quiet" on:click=move |_| save(due)>{words.calendar}</button> }
        };
        due().map(button)
    };
    let put_away = move |_| {
        study.with_value(|study| {
            let opened = study.opened(&held.link);
            study.record(What::Assigned { link: held.link.clone(), opened, set: false });
            study.announce(EN.assigned.offer.put_away);
        });
        page::focus_later("content".to_owned());
    };
    view! {
        <p class="actions">
            {calendar}
            <button type="button" class="quiet" on:click=put_away>{words.put_away}</button>
        </p>
    }
}

/// The due day as a calendar file.
fn save_calendar(accepted: &Accepted, due: Day, course: &str) -> bool {
    let words = EN.assigned.held;
    let assignment = &accepted.assignment;
    let (address, title) = (page::absolute(link::PAGE), (words.entry_title)(course));
    let text = (words.entry_text)(&assignment.by, &address);
    let said = Said { title: &title, text: &text, address: &address };
    let file = of_due(&assignment.id, due, &said, clock::now());
    file::save(&format!("due-{}.ics", assignment.id), "text/calendar", &file)
}
