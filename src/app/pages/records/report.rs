//! The report as a file, for people or for another system.

use leptos::prelude::*;

use super::Desk;
use crate::app::study::use_study;
use crate::browser::file;
use crate::records::report::{Dates, Mapping, PRESETS, columns, csv};
use crate::words::EN;

/// The mapping as HR edits it.
#[derive(Clone, Copy)]
struct Edited {
    columns: RwSignal<String>,
    dates: RwSignal<Dates>,
    mark: RwSignal<bool>,
    completed_only: RwSignal<bool>,
    problem: RwSignal<Option<String>>,
}

impl Edited {
    fn of_preset(self, place: usize) {
        let Some(preset) = PRESETS.get(place) else { return };
        self.columns.set(preset.written());
        self.dates.set(preset.dates);
        self.mark.set(preset.byte_order_mark);
        self.completed_only.set(preset.completed_only);
        self.problem.set(None);
    }

    /// None where a line is no column, which is then shown.
    fn mapping(self) -> Option<Mapping> {
        let read = columns(&self.columns.read_untracked());
        self.problem.set(read.as_ref().err().map(ToString::to_string));
        Some(Mapping {
            columns: read.ok()?,
            dates: self.dates.get_untracked(),
            byte_order_mark: self.mark.get_untracked(),
            completed_only: self.completed_only.get_untracked(),
        })
    }
}

#[component]
pub fn Report(desk: Desk) -> impl IntoView {
    let words = EN.records.report;
    let study = use_study();
    let edited = Edited {
        columns: RwSignal::new(String::new()),
        dates: RwSignal::new(Dates::Iso),
        mark: RwSignal::new(true),
        completed_only: RwSignal::new(false),
        problem: RwSignal::new(None),
    };
    edited.of_preset(0);
    let save = move |_| {
        let Some(mapping) = edited.mapping() else { return };
        let today = desk.today.get_untracked();
        let table = desk
            .book
            .with_untracked(|book| desk.outline.with_value(|outline| csv(book, outline, today, &mapping)));
        if file::save(&format!("records-{}-{today}.csv", desk.course()), "text/csv", &table) {
            study.announce(words.saved);
        }
    };
    view! {
        <section aria-labelledby="report-title">
            <h2 id="report-title">{words.title}</h2>
            <details>
                <summary>{words.more}</summary>
                <Options edited=edited />
            </details>
            <p role="alert" class="problem">{move || edited.problem.get()}</p>
            <p><button type="button" on:click=save>{words.save}</button></p>
        </section>
    }
}

#[component]
fn Options(edited: Edited) -> impl IntoView {
    let words = EN.records.report;
    let presets = PRESETS.iter().enumerate().map(|(place, preset)| {
        let name = if preset.name.is_empty() { words.everything } else { preset.name };
        view! { <option value=place.to_string()>{name}</option> }
    });
    let dates = Dates::ALL.iter().enumerate().map(|(place, dates)| {
        let name = match dates {
            Dates::Iso => words.iso,
            Dates::DayFirst => words.day_first,
            Dates::MonthFirst => words.month_first,
            Dates::Dotted => words.dotted,
        };
        let chosen = *dates;
        view! { <option value=place.to_string() selected=move || edited.dates.get() == chosen>{name}</option> }
    });
    let choose_preset = move |event| {
        edited.of_preset(event_target_value(&event).parse().unwrap_or_default());
    };
    let choose_dates = move |event| {
        let place: usize = event_target_value(&event).parse().unwrap_or_default();
        edited.dates.set(Dates::ALL.get(place).copied().unwrap_or_default());
    };
    view! {
        <div class="inline">
            <label>
                {words.system}
                <select on:change=choose_preset>{presets.collect::<Vec<_>>()}</select>
            </label>
            <label>
                {words.dates}
                <select on:change=choose_dates>{dates.collect::<Vec<_>>()}</select>
            </label>
        </div>
        <p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=edited.mark
                    on:change=move |event| edited.mark.set(event_target_checked(&event))
                />
                {words.mark}
            </label>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=edited.completed_only
                    on:change=move |event| edited.completed_only.set(event_target_checked(&event))
                />
                {words.completed_only}
            </label>
        </p>
        <label for="columns">{words.columns}</label>
        <textarea
            id="columns"
            rows="8"
            spellcheck="false"
            aria-describedby="columns-text"
            prop:value=edited.columns
            on:input=move |event| edited.columns.set(event_target_value(&event))
        ></textarea>
        <p id="columns-text" class="soft">{words.columns_text}</p>
    }
}
