//! The clock of a workshop: how it stands against its plan, its agenda, and its times as a file.

use leptos::prelude::*;

use super::Live;
use crate::app::study::use_study;
use crate::app::use_live;
use crate::browser::{clock, file, intl};
use crate::learning::day::Calendar;
use crate::live::deck::{DeckSlide, Place};
use crate::live::pace::{Pace, pace, times};
use crate::live::room::Command;
use crate::records;
use crate::words::EN;

const MINUTE: i64 = 60_000;

/// The time of day, how it stands, and the pause.
#[component]
pub fn TimeBar() -> impl IntoView {
    let live = use_live();
    let now = live.now;
    let stand = {
        let live = live.clone();
        Memo::new(move |_| {
            live.room.with(|room| pace(&live.deck, room.index(&live.deck), &room.clock, now.get()))
        })
    };
    let (has_started, is_paused) = {
        let room = live.room;
        (
            Memo::new(move |_| room.with(|room| room.clock.has_started())),
            Memo::new(move |_| room.with(|room| room.clock.is_paused())),
        )
    };
    let planned = live.deck.slides.iter().map(|slide| i64::from(slide.seconds())).sum::<i64>() * 1000;
    let sentence = move || match has_started.get() {
        false => (EN.present.planned)(minutes_up(planned)),
        true => stand.with(|stand| sentence(stand, is_paused.get())),
    };
    let press = move |_| {
        let command = if has_started.get_untracked() { Command::Pause } else { Command::Start };
        live.command(command);
    };
    let button = move || match (has_started.get(), is_paused.get()) {
        (false, _) => EN.present.start,
        (true, false) => EN.present.pause,
        (true, true) => EN.present.go_on,
    };
    view! {
        <section class="time-bar" aria-label=EN.present.time>
            <p class="clock">{move || intl::written_time(now.get())}</p>
            <p class="pace">{sentence}</p>
            <button type="button" class="quiet" on:click=press>
                {button}
            </button>
            <p class="budget">
                <progress
                    aria-hidden="true"
                    max=move || stand.with(|stand| stand.planned.max(1).to_string())
                    value=move || stand.with(|stand| stand.spent.min(stand.planned).to_string())
                ></progress>
                <span>
                    {move || {
                        stand.with(|stand| (EN.present.slide_budget)(&written(stand.spent), &written(stand.planned)))
                    }}
                </span>
            </p>
        </section>
    }
}

/// "1:02:30 so far · 3 min behind, at this pace you finish 16:42 · break in 12 min".
fn sentence(stand: &Pace, is_paused: bool) -> String {
    let words = &EN.present;
    let minutes = stand.behind / MINUTE;
    let behind = match minutes {
        0 => words.on_time.to_owned(),
        minutes if minutes > 0 => (words.minutes_behind)(minutes),
        minutes => (words.minutes_ahead)(-minutes),
    };
    let mut parts = vec![(words.elapsed)(&written(stand.elapsed))];
    if is_paused {
        parts.insert(0, words.paused.to_owned());
    }
    parts.push(format!("{behind}, {}", (words.finish)(&intl::written_time(stand.finish))));
    parts.extend(stand.break_in.map(|left| (words.break_in)(minutes_up(left))));
    parts.join(" · ")
}

/// Minutes and seconds, with hours where there are any.
fn written(milliseconds: i64) -> String {
    let seconds = milliseconds.max(0) / 1000;
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{seconds:02}"),
        hours => format!("{hours}:{minutes:02}:{seconds:02}"),
    }
}

fn minutes_up(milliseconds: i64) -> i64 {
    (milliseconds.max(0) + MINUTE - 1) / MINUTE
}

/// A module, or a break.
#[derive(Debug, Clone, PartialEq)]
struct Stretch {
    title: String,
    is_break: bool,
    start: Place,
    /// Of slides.
    from: usize,
    to: usize,
    planned: i64,
}

/// What is planned, what it took, and where one is.
#[component]
pub fn Agenda() -> impl IntoView {
    let live = use_live();
    let rows: Vec<_> =
        stretches(&live).into_iter().map(|stretch| view! { <AgendaRow stretch=stretch /> }).collect();
    let (save, reset) = (live.clone(), live.clone());
    let asked = RwSignal::new(false);
    view! {
        <details class="agenda">
            <summary>{EN.present.agenda}</summary>
            <ol>{rows}</ol>
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| save_times(&save)>
                    {EN.present.save_times}
                </button>
                <button
                    type="button"
                    class="quiet"
                    on:blur=move |_| asked.set(false)
                    on:click=move |_| {
                        if asked.get_untracked() {
                            reset.command(Command::ResetClock);
                        }
                        asked.update(|asked| *asked = !*asked);
                    }
                >
                    {move || if asked.get() { EN.present.really_reset } else { EN.present.reset }}
                </button>
            </p>
        </details>
    }
}

#[component]
fn AgendaRow(stretch: Stretch) -> impl IntoView {
    let live = use_live();
    let (from, to, planned) = (stretch.from, stretch.to, stretch.planned);
    let is_now = {
        let shown = live.shown;
        Memo::new(move |_| shown.with(|shown| (from + 1..=to).contains(&shown.slide)))
    };
    let actual = {
        let live = live.clone();
        Memo::new(move |_| {
            let now = live.now.get();
            let slides = live.deck.slides.get(from..to).unwrap_or_default();
            live.room.with(|room| {
                slides.iter().map(|slide| room.clock.spent_on(&slide.place(), now)).sum::<i64>() / MINUTE
            })
        })
    };
    let go = {
        let place = stretch.start.clone();
        move |_| live.command(Command::GoTo(place.clone()))
    };
    view! {
        <li class:now=is_now class:break=stretch.is_break aria-current=move || is_now.get().then_some("true")>
            <button type="button" class="link" on:click=go>
                {stretch.title.clone()}
            </button>
            <span class="facts">{move || (EN.present.agenda_row)(minutes_up(planned), actual.get())}</span>
        </li>
    }
}

fn stretches(live: &Live) -> Vec<Stretch> {
    let study = use_study();
    let title = |slide: &DeckSlide| match slide.is_break() {
        true => EN.times.break_title.to_owned(),
        false => {
            let module = study.outline.modules.iter().find(|module| module.id == slide.module);
            module.map_or_else(|| slide.module.clone(), |module| module.title.clone())
        }
    };
    let mut stretches: Vec<(String, Stretch)> = Vec::new();
    for (index, slide) in live.deck.slides.iter().enumerate() {
        let planned = i64::from(slide.seconds()) * 1000;
        let is_break = slide.is_break();
        match stretches.last_mut() {
            Some((module, last)) if *module == slide.module && last.is_break == is_break => {
                last.to = index + 1;
                last.planned += planned;
            }
            _ => {
                let (from, to) = (index, index + 1);
                let start = slide.place();
                let stretch = Stretch { title: title(slide), is_break, start, from, to, planned };
                stretches.push((slide.module.clone(), stretch));
            }
        }
    }
    stretches.into_iter().map(|(_, stretch)| stretch).collect()
}

fn save_times(live: &Live) {
    let now = clock::now();
    let lines = live.room.with_untracked(|room| times(&live.deck, &room.clock, now));
    let csv = records::times::csv(&lines, &EN.times);
    let today = Calendar::at(now, clock::minutes_ahead()).today;
    file::save(&format!("times-{today}.csv"), "text/csv;charset=utf-8", &csv);
}
