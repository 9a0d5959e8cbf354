//! The table of the matrix: of thousands of rows, those that are in sight.
//!
//! The rows before and behind them are two blank rows of their height. Each row says its
//! place among all (`aria-rowindex`).

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use super::matrix::{state_class, state_name};
use super::person::opener;
use crate::browser::{measure, page};
use crate::records::matrix::{Cell, Row, State};
use crate::words::EN;

/// Rows that are there beyond each edge, so that scrolling never shows a gap.
const MORE: usize = 20;
/// The window moves by so many rows at a time.
const STEP: usize = 10;
/// Rows that are there before anything was measured.
const FIRST: usize = 60;
/// The height of a row in pixels, where none was measured.
const USUAL_HEIGHT: f64 = 44.0;

/// The heads of the columns: the titles of the modules.
#[derive(Debug, Clone, PartialEq)]
pub struct Columns(Arc<Vec<String>>);

impl Columns {
    pub fn of(desk: Desk) -> Self {
        let titles = |outline: &Arc<crate::course::outline::Outline>| {
            outline.modules.iter().map(|module| module.title.clone()).collect()
        };
        Self(Arc::new(desk.outline.with_value(titles)))
    }
}

/// The rows that are there: the first, and how many.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Window {
    first: usize,
    count: usize,
    /// Pixels.
    height: f64,
}

#[component]
pub fn Table(desk: Desk, shown: Memo<Arc<Vec<Row>>>, columns: Columns) -> impl IntoView {
    let region = NodeRef::<leptos::html::Div>::new();
    let window = RwSignal::new(Window { first: 0, count: FIRST, height: USUAL_HEIGHT });
    let look = move || {
        // The window may change when the table is gone.
        let Some(element) = region.try_get_untracked().flatten() else { return };
        let row = page::first_in(&element, "tbody.person-rows tr");
        let height = row.map_or(0.0, |row| row.get_bounding_client_rect().height());
        let height = if height > 0.0 { height } else { USUAL_HEIGHT };
        let at = (f64::from(element.scroll_top()) / height) as usize;
        let fit = (measure::inner_size(&element).1 / height) as usize + 1;
        let first = at.saturating_sub(MORE) / STEP * STEP;
        let next = Window { first, count: fit + 2 * MORE + STEP, height };
        if window.get_untracked() != next {
            window.set(next);
        }
    };
    // Other rows are another table: it begins at its top.
    let generation = Memo::new(move |was: Option<&usize>| {
        shown.track();
        was.map_or(0, |was| was + 1)
    });
    Effect::new(move |_| {
        generation.track();
        page::later(look);
    });
    page::on_shape_change(look);
    let all = Memo::new(move |_| shown.with(|shown| shown.len()));
    let range = move || {
        let (window, all) = (window.get(), all.get());
        let first = window.first.min(all);
        first..(first + window.count).min(all)
    };
    let keys = move || range().map(|place| (generation.get(), place)).collect::<Vec<_>>();
    let above = move || format!("{}px", range().start as f64 * window.get().height);
    let below = move || format!("{}px", (all.get() - range().end) as f64 * window.get().height);
    let count = columns.0.len() + 1;
    view! {
        <div class="matrix" role="region" tabindex="0" aria-label=EN.records.matrix.region node_ref=region on:scroll=move |_| look()>
            <table aria-rowcount=move || all.get() + 1 aria-labelledby="matrix-title">
                {head(&columns)}
                <tbody class="blank" aria-hidden="true"><tr><td colspan=count style:height=above></td></tr></tbody>
                <tbody class="person-rows">
                    <For each=keys key=|key| *key children=move |(_, place)| row(desk, shown, place) />
                </tbody>
                <tbody class="blank" aria-hidden="true"><tr><td colspan=count style:height=below></td></tr></tbody>
            </table>
            {move || (all.get() == 0).then(|| view! { <p class="soft nobody">{EN.records.matrix.nobody}</p> })}
        </div>
    }
}

fn head(columns: &Columns) -> impl IntoView + use<> {
    let titles =
        columns.0.iter().map(|title| view! { <th scope="col">{title.clone()}</th> }).collect::<Vec<_>>();
    view! { <thead><tr aria-rowindex="1"><th scope="col">{EN.records.matrix.person}</th>{titles}</tr></thead> }
}

fn row(desk: Desk, shown: Memo<Arc<Vec<Row>>>, place: usize) -> impl IntoView {
    shown.with_untracked(|rows| {
        rows.get(place).map(|row| {
            let id = row.person.id.clone();
            let opener = opener(&id);
            let open = move |_| desk.person.set(Some(id.clone()));
            view! {
                <tr aria-rowindex=place + 2>
                    <th scope="row">
                        <button type="button" id=opener class="plain" aria-haspopup="dialog" on:click=open>{called(row)}</button>
                        <span class="soft">{row.person.department.clone()}</span>
                    </th>
                    {row.cells.iter().map(cell).collect::<Vec<_>>()}
                </tr>
            }
        })
    })
}

/// A person's name; where there is none, the id.
fn called(row: &Row) -> String {
    if row.person.name.is_empty() { row.person.id.clone() } else { row.person.name.clone() }
}

fn cell(cell: &Cell) -> impl IntoView + use<> {
    let day = day(cell).map(|words| view! { " "<span class="day">{words}</span> });
    view! { <td><span class=state_class(cell.state)>{state_name(cell.state)}</span>{day}</td> }
}

/// The day that matters in a state, as it cannot be mistaken: `2026-11-28`.
fn day(cell: &Cell) -> Option<String> {
    let words = EN.records.matrix;
    match cell.state {
        State::NotStarted | State::InProgress | State::Overdue => {
            cell.due.map(|day| (words.due)(&day.to_string()))
        }
        State::Expiring => cell.good_until().map(|day| (words.until)(&day.to_string())),
        State::Expired => cell.expires.map(|day| (words.expired_on)(&day.to_string())),
        State::Passed => cell.passed.map(|day| day.to_string()),
        State::Exempt | State::NotAssigned => None,
    }
}

/// All rows, as they are printed.
pub fn printed_table(rows: &[Row], columns: &Columns, seal: &str) -> impl IntoView + use<> {
    let rows = rows.iter().map(|row| {
        let cells = row.cells.iter().map(cell).collect::<Vec<_>>();
        view! {
            <tr>
                <th scope="row">{called(row)}" "<span class="soft">{row.person.department.clone()}</span></th>
                {cells}
            </tr>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! {
        <p>{seal.to_owned()}</p>
        <table>{head(columns)}<tbody>{rows}</tbody></table>
    }
}
