//! When the next recall is, and how it gets into the learner's calendar.

use leptos::prelude::*;

use crate::app::study::{Study, use_study};
use crate::browser::{clock, file, intl, page};
use crate::learning::day::Day;
use crate::records::calendar::{self, Entry};
use crate::words::EN;

/// One sentence, and a calendar file where there are recalls to come.
#[component]
pub fn NextRecall() -> impl IntoView {
    let study = use_study();
    move || {
        let days = study.recalls().to_come();
        let Some(next) = days.first() else {
            return view! { <p>{EN.recall.none}</p> }.into_any();
        };
        let sentence = (EN.recall.next)(&written(*next));
        let study = study.clone();
        let save = move |_| {
            if save_calendar(&study, &days) {
                study.announce(EN.recall.calendar_saved);
            }
        };
        view! {
            <p>{sentence}</p>
            <p class="actions"><button type="button" class="quiet" on:click=save>{EN.recall.calendar}</button></p>
        }
        .into_any()
    }
}

/// A day as the page's language writes it.
pub fn written(day: Day) -> String {
    intl::written_day(&day.to_string()).unwrap_or_else(|| day.to_string())
}

fn save_calendar(study: &Study, days: &[Day]) -> bool {
    let address = page::absolute("recall.html");
    let title = (EN.recall.entry_title)(&study.outline.title);
    let text = (EN.recall.entry_text)(&address);
    let entry = Entry { course: &study.outline.id, title: &title, text: &text, address: &address };
    let file = calendar::of_recalls(days, entry, clock::now());
    file::save(&format!("recalls-{}.ics", study.outline.id), "text/calendar", &file)
}
