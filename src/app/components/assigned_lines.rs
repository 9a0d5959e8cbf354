//! What was assigned, on the home page: one line each, the most urgent first, and the
//! lesson with which to go on there.

use leptos::prelude::*;

use super::next_recall::written;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::page;
use crate::course::outline::OutlineLesson;
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
        current.into_iter().filter_map(|held| Line::of(&study, held)).collect::<Vec<Line>>()
    });
    move || {
        let lines = lines.get();
        let next = lines.iter().find_map(|line| line.next.clone()).map(|lesson| {
            let (address, words) = (page::from_root(&lesson.address), (EN.assigned.line_next)(&lesson.title));
            view! { <a href=address>{words}</a> }
        });
        let link = if next.is_none() && lines.iter().any(|line| line.is_passed) {
            EN.assigned.line_receipt
        } else {
            EN.assigned.line_link
        };
        (!lines.is_empty()).then(|| {
            view! {
                <div class="card">
                    {lines.into_iter().map(|line| view! { <p>{line.words}</p> }).collect::<Vec<_>>()}
                    <p class="actions">
                        {next}
                        <a href=page::from_root("assigned.html")>{link}</a>
                    </p>
                </div>
            }
        })
    }
}

/// One assignment, and the lesson with which to go on.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    words: String,
    next: Option<OutlineLesson>,
    is_passed: bool,
}

impl Line {
    fn of(study: &Study, held: &Held) -> Option<Self> {
        let (today, by) = (calendar().today, &held.accepted.assignment.by);
        let place = study.place(&held.accepted);
        if let Some(passed) = place.passed {
            let is_news = days_until(passed, today) > -NEWS;
            let words = (EN.assigned.line_passed)(by, &written(passed));
            return is_news.then_some(Self { words, next: None, is_passed: true });
        }
        let due = held.accepted.due;
        let days = due.map_or(0, |due| days_until(due, today));
        let line = (EN.assigned.line)(by, due.map(written).as_deref(), days);
        let left = (EN.assigned.left)(place.open.len(), place.to_practise());
        Some(Self { words: format!("{line}: {left}"), next: place.next, is_passed: false })
    }
}
