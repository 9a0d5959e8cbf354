//! A trainer's desk while the slides are on another screen.

use leptos::prelude::*;

use super::companion::NextStep;
use super::notes::NotesPanel;
use super::stage::Stage;
use super::time::{Agenda, TimeBar};
use super::vote::VotePanel;
use crate::app::use_live;
use crate::browser::{page, windows};
use crate::live::keys::WindowCommand;
use crate::live::poll::Stage as PollStage;
use crate::live::room::{Command, Cover};
use crate::live::watch::ProjectorState;
use crate::live::window::Standing;
use crate::words::EN;

/// The whole desk.
#[component]
pub fn Desk(is_one: RwSignal<bool>, on_window: Callback<WindowCommand>) -> impl IntoView {
    let live = use_live();
    let shown = live.shown;
    let position = move || shown.with(|shown| format!("{} / {}", shown.slide, shown.of));
    let covered = move || {
        shown.with(|shown| match shown.cover {
            Cover::None => None,
            Cover::Black => Some(EN.present.black),
            Cover::White => Some(EN.present.white),
        })
    };
    view! {
        <div class="desk">
            <header class="desk-head">
                <TimeBar />
                <ProjectorChip />
            </header>
            <section class="desk-now" aria-labelledby="now-title">
                <h2 id="now-title">
                    {EN.present.now_shown} <span class="facts">{position}</span>
                    {move || covered().map(|words| view! { <span class="facts covered">{words}</span> })}
                </h2>
                <Stage shown=shown />
                <div class="desk-tools">
                    <Steps />
                    <Tools is_one=is_one on_window=on_window />
                </div>
                <MoreTools />
                <Agenda />
            </section>
            <div class="desk-side">
                <VotePanel />
                <NotesPanel />
                <NextStep />
            </div>
        </div>
    }
}

/// Back and next; the button says what the next step does to a question.
#[component]
fn Steps() -> impl IntoView {
    let live = use_live();
    let label = {
        let live = live.clone();
        Memo::new(move |_| {
            live.shown.track();
            let next = live.poll().and_then(|(poll, shape)| poll.next(shape));
            let is_last_page = live.shown.with(|shown| shown.page_index + 1 >= shown.pages);
            match next.filter(|_| is_last_page) {
                None | Some(PollStage::Ask) => EN.present.next,
                Some(stage) => EN.present.next_stage[stage as usize],
            }
        })
    };
    let (next, previous) = (live.clone(), live);
    view! {
        <p class="actions steps">
            <button type="button" class="quiet" on:click=move |_| previous.command(Command::Previous)>
                {EN.present.previous}
            </button>
            <button type="button" class="next" on:click=move |_| next.command(Command::Next)>
                {label}
            </button>
        </p>
    }
}

#[component]
fn Tools(is_one: RwSignal<bool>, on_window: Callback<WindowCommand>) -> impl IntoView {
    let live = use_live();
    let shown = live.shown;
    let is_black = move || shown.with(|shown| shown.cover == Cover::Black).to_string();
    let window = move |command| move |_| on_window.run(command);
    view! {
        <p class="actions tools">
            <button type="button" class="quiet" on:click=window(WindowCommand::Overview)>
                {EN.present.overview}
            </button>
            <button
                type="button"
                class="quiet"
                aria-pressed=is_black
                on:click=move |_| live.command(Command::Black)
            >
                {EN.present.black}
            </button>
            <button type="button" class="quiet" on:click=window(WindowCommand::Help)>
                {EN.present.help}
            </button>
            <button type="button" class="quiet" on:click=move |_| is_one.set(true)>
                {EN.present.share_tab}
            </button>
        </p>
    }
}

/// What is seldom wanted.
#[component]
fn MoreTools() -> impl IntoView {
    let live = use_live();
    let shown = live.shown;
    let tool = move |words: &'static str, command: Command| {
        let live = live.clone();
        view! {
            <button type="button" class="quiet" on:click=move |_| live.command(command.clone())>
                {words}
            </button>
        }
    };
    let is_dark = move || shown.with(|shown| shown.view.dark).to_string();
    let is_full = move || shown.with(|shown| shown.view.full).to_string();
    let is_white = move || shown.with(|shown| shown.cover == Cover::White).to_string();
    view! {
        <details class="more-tools">
            <summary>{EN.present.more}</summary>
            <p class="actions">
                {tool(EN.present.smaller, Command::Smaller)} {tool(EN.present.usual_size, Command::UsualSize)}
                {tool(EN.present.larger, Command::Larger)}
                {tool(EN.present.dark, Command::Dark).attr("aria-pressed", is_dark)}
                {tool(EN.present.all_text, Command::Full).attr("aria-pressed", is_full)}
                {tool(EN.present.white, Command::White).attr("aria-pressed", is_white)}
                <button type="button" class="quiet" on:click=|_| page::print()>
                    {EN.present.print_with_notes}
                </button>
            </p>
        </details>
    }
}

/// Whether anybody sees what is shown, and the window for it.
#[component]
fn ProjectorChip() -> impl IntoView {
    let live = use_live();
    let (state, standing) = (live.projectors, live.standing);
    let is_blocked = RwSignal::new(false);
    let address = live.link_to("projector.html");
    let name = format!("projector-{}", live.session);
    let open = {
        let address = address.clone();
        move |_| is_blocked.set(!windows::open(&address, &name))
    };
    let needs_window = move || matches!(state.get(), ProjectorState::None | ProjectorState::Lost);
    let words = move || match state.get() {
        ProjectorState::None => EN.present.no_projector,
        ProjectorState::Lost => EN.present.lost,
        ProjectorState::Listening { hidden: true, .. } => EN.present.hidden,
        ProjectorState::Listening { behind: true, .. } => EN.present.behind,
        ProjectorState::Listening { .. } => EN.present.listening,
    };
    let is_well = move || state.get() == ProjectorState::Listening { behind: false, hidden: false };
    let has_started = {
        let room = live.room;
        Memo::new(move |_| room.with(|room| room.clock.has_started()))
    };
    let hint = move || (is_well() && !has_started.get()).then_some(EN.present.drag_it);
    let follows = move || standing.get() == Standing::Follows;
    let lead = live.clone();
    view! {
        <div class="projector-chip">
            {move || match follows() {
                true => {
                    let lead = lead.clone();
                    view! {
                        <p role="status">{EN.present.another_leads}</p>
                        <button type="button" on:click=move |_| lead.lead()>
                            {EN.present.take_over}
                        </button>
                    }
                        .into_any()
                }
                false => view! { <p role="status" class:well=is_well>{words}</p> }.into_any(),
            }}
            {move || hint().map(|words| view! { <p class="facts">{words}</p> })}
            <button type="button" class="quiet" hidden=move || !needs_window() || follows() on:click=open>
                {EN.present.open_projector}
            </button>
            {move || {
                (is_blocked.get() && needs_window())
                    .then(|| {
                        view! {
                            <p class="blocked" role="alert">
                                {EN.present.blocked} " "
                                <a href=address.clone() target="_blank">
                                    {EN.present.projector_link}
                                </a>
                            </p>
                        }
                    })
            }}
        </div>
    }
}
