//! The matrix with its filters, and what is printed of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use super::table::{Columns, Table, printed_table};
use crate::app::mount_in;
use crate::app::study::use_study;
use crate::browser::{intl, page};
use crate::records::matrix::{Filter, Row, State};
use crate::records::roster::Person;
use crate::words::EN;

/// What a state is called.
pub fn state_name(state: State) -> &'static str {
    let words = EN.records.matrix;
    match state {
        State::NotStarted => words.not_started,
        State::InProgress => words.in_progress,
        State::Passed => words.passed,
        State::Overdue => words.overdue,
        State::Expiring => words.expiring,
        State::Expired => words.expired,
        State::Exempt => words.exempt,
        State::NotAssigned => words.not_assigned,
    }
}

/// The class by which a state is coloured.
pub fn state_class(state: State) -> &'static str {
    match state {
        State::NotStarted => "standing not-started",
        State::InProgress => "standing in-progress",
        State::Passed => "standing passed",
        State::Overdue => "standing overdue",
        State::Expiring => "standing expiring",
        State::Expired => "standing expired",
        State::Exempt => "standing exempt",
        State::NotAssigned => "standing not-assigned",
    }
}

#[component]
pub fn Matrix(desk: Desk) -> impl IntoView {
    let study = use_study();
    let filter = RwSignal::new(Filter::default());
    let shown = Memo::new(move |_| {
        Arc::new(filter.with(|filter| {
            desk.rows.with(|rows| rows.iter().filter(|row| filter.shows(row)).cloned().collect::<Vec<Row>>())
        }))
    });
    let count = move || {
        let number = |number: usize| intl::number(number);
        let shown = shown.with(|shown| number(shown.len()));
        (EN.records.matrix.shown)(&shown, &desk.rows.with(|rows| number(rows.len())))
    };
    Effect::new(move |was: Option<()>| {
        filter.track();
        if was.is_some() {
            study.announce(&untrack(count));
        }
    });
    let columns = Columns::of(desk);
    let paper = NodeRef::<leptos::html::Div>::new();
    print_all(desk, shown, columns.clone(), paper);
    view! {
        <section class="matrix-part" aria-labelledby="matrix-title">
            <h2 id="matrix-title">{EN.records.matrix.title}</h2>
            <Filters desk=desk filter=filter />
            <p class="matrix-tools">
                <span>{count}</span>
                <button type="button" class="quiet" on:click=move |_| page::print()>{EN.records.matrix.print}</button>
            </p>
            <Table desk=desk shown=shown columns=columns />
            <div class="matrix-paper" node_ref=paper></div>
        </section>
    }
}

/// Puts every row on paper: the browser lays the page out as soon as it has told that it will.
fn print_all(desk: Desk, shown: Memo<Arc<Vec<Row>>>, columns: Columns, paper: NodeRef<leptos::html::Div>) {
    let before = move || {
        // The page may be printed when the matrix is gone.
        let Some(element) = paper.try_get_untracked().flatten() else { return };
        let (rows, columns) = (shown.get_untracked(), columns.clone());
        mount_in((*element).clone(), move || printed_table(&rows, &columns, &seal(desk)));
    };
    let after = move || {
        if let Some(element) = paper.try_get_untracked().flatten() {
            page::clear(&element);
        }
    };
    page::on_print(before, after);
}

/// Of which day and which entry of the log a paper is.
fn seal(desk: Desk) -> String {
    let day = desk.today.get_untracked().to_string();
    let day = intl::written_day(&day).unwrap_or(day);
    desk.log.with_untracked(|log| {
        let last = log.last();
        let entry = last.map_or(0, |last| last.entry.n);
        (EN.records.matrix.printed)(&day, &intl::number(entry), last.map_or("", |last| last.seal()))
    })
}

#[component]
fn Filters(desk: Desk, filter: RwSignal<Filter>) -> impl IntoView {
    let words = EN.records.matrix;
    let values = move |of: fn(&Person) -> &String| {
        Memo::new(move |_| {
            desk.rows.with(|rows| {
                let values = rows.iter().map(|row| of(&row.person)).filter(|value| !value.is_empty());
                values.cloned().collect::<BTreeSet<_>>()
            })
        })
    };
    let departments = values(|person| &person.department);
    let managers = values(|person| &person.manager);
    let wanted = |value: String| (!value.is_empty()).then_some(value);
    let options = |values: BTreeSet<String>| {
        values
            .into_iter()
            .map(|value| view! { <option value=value.clone()>{value.clone()}</option> })
            .collect::<Vec<_>>()
    };
    let list = move |label, values: Memo<BTreeSet<String>>, set: fn(&mut Filter, Option<String>)| {
        let change = move |event| filter.update(|filter| set(filter, wanted(event_target_value(&event))));
        move || {
            let values = values.get();
            (!values.is_empty()).then(|| {
                view! {
                    <label>
                        {label}
                        <select on:change=change><option value="">{words.all}</option>{options(values)}</select>
                    </label>
                }
            })
        }
    };
    let states = State::ALL.iter().enumerate().map(|(place, state)| {
        view! { <option value=place.to_string()>{state_name(*state)}</option> }
    });
    let state = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        filter.update(|filter| filter.state = place.and_then(|place| State::ALL.get(place)).copied());
    };
    view! {
        <fieldset class="filters">
            <legend>{words.filter}</legend>
            <label>
                {words.name}
                <input
                    type="text"
                    autocomplete="off"
                    on:input=move |event| filter.update(|filter| filter.name = event_target_value(&event))
                />
            </label>
            {list(words.department, departments, |filter, value| filter.department = value)}
            {list(words.manager, managers, |filter, value| filter.manager = value)}
            <label>
                {words.state}
                <select on:change=state><option value="">{words.all}</option>{states.collect::<Vec<_>>()}</select>
            </label>
        </fieldset>
    }
}
