//! What was assigned, on the home page: one line each, the most urgent first.

use leptos::prelude::*;

use super::next_recall::written;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::page;
use crate::records::held::{AllHeld, Held, days_until, urgency};
use crate::words::EN;

/// Days for which a pass is still news.
const NEWS: i64 = 14;

/// The lines; nothing where nothing is assigned.
#[component]
pub fn AssignedLines() -> impl IntoView {
    let study = use_study();
    let lines = Memo::new(move |_| {
        let all = study.progress.with(|progress| AllHeld::of(progress, calendar()));
        let mut current: Vec<&Held> = all.current().collect();
        current.sort_by_key(|held| urgency(&held.accepted));
        current.into_iter().filter_map(|held| line(&study, held)).collect::<Vec<String>>()
    });
    move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            view! {
                <div class="card">
                    {lines.into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>()}
                    <p><a href=page::from_root("assigned.html")>{EN.assigned.line_link}</a></p>
                </div>
            }
        })
    }
}

fn line(study: &Study, held: &Held) -> Option<String> {
    let (today, by) = (calendar().today, &held.accepted.assignment.by);
    let place = study.place(&held.accepted);
    if let Some(passed) = place.passed {
        let is_news = days_until(passed, today) > -NEWS;
        return is_news.then(|| (EN.assigned.line_passed)(by, &written(passed)));
    }
    let due = held.accepted.due;
    let line =
        (EN.assigned.line)(by, due.map(written).as_deref(), due.map_or(0, |due| days_until(due, today)));
    let left = (EN.assigned.left)(place.open.len(), place.to_practise());
    Some(format!("{line}: {left}"))
}
