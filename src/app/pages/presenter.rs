//! The trainer's page: what is shown and what comes next, notes, time, votes. On one
//! screen it is the audience's stage instead, and all that floats above it.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::app::room::Live;
use crate::app::room::announcement::{Announcement, OtherSlides, Refusal};
use crate::app::room::companion::{Companion, Floating};
use crate::app::room::controls::{Awake, StageControls};
use crate::app::room::desk::Desk;
use crate::app::room::help::Help;
use crate::app::room::key_presses::{self, TypedNumber};
use crate::app::room::notes::AllNotes;
use crate::app::room::overview::Overview;
use crate::app::room::print::PrintedSlides;
use crate::app::room::stage::Stage;
use crate::app::room::window_commands::{dialogs, follow_shape, on_window_command};
use crate::app::{mount_at, use_live};
use crate::browser::{address, page, screen};
use crate::course::slides::SlidesFile;
use crate::live::keys::WindowCommand;
use crate::live::window::Kind;
use crate::words::EN;

/// Fills the page.
pub fn mount(slides: &SlidesFile, course: &str) {
    match Live::open(slides, course, Kind::Presenter) {
        Ok(live) => {
            provide_context(live);
            provide_context(AllNotes::load());
            mount_at("presenter", || view! { <Presenter /> });
        }
        Err(error) => mount_at("presenter", move || view! { <Refusal error=error /> }),
    }
}

#[component]
fn Presenter() -> impl IntoView {
    let live = use_live();
    let notes = expect_context::<AllNotes>();
    screen::keep_awake();
    let typed = RwSignal::new(String::new());
    let (help, overview, is_open) = dialogs();
    let is_one = RwSignal::new(address::in_fragment("screen").as_deref() == Some("one"));
    let floating = Floating::new();
    let on_window = Callback::new(move |command| match command {
        WindowCommand::Notes if is_one.get_untracked() => floating.toggle(),
        WindowCommand::Notes => page::focus_later("notes-text".to_owned()),
        command => on_window_command(command, help, overview, is_open, typed),
    });
    provide_context(typed);
    provide_context(on_window);
    if let Some(document) = page::document() {
        key_presses::listen(&live, &document, typed, on_window);
    }
    follow_shape(&live, move || is_one.get_untracked());
    Effect::new(move |_| live.fill(is_one.get()));
    view! {
        <h1 class="visually-hidden">{EN.present.presenter}</h1>
        <Announcement />
        <OtherSlides />
        {move || match is_one.get() {
            true => view! { <OneScreen is_one=is_one floating=floating on_window=on_window /> }.into_any(),
            false => view! { <Desk is_one=is_one on_window=on_window /> }.into_any(),
        }}
        <TypedNumber typed=typed />
        <Dialogs help=help overview=overview is_open=is_open />
        <PrintedSlides notes=Some(notes) />
    }
}

#[component]
fn Dialogs(help: NodeRef<Dialog>, overview: NodeRef<Dialog>, is_open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Help node=help />
        <Overview node=overview is_open=is_open />
    }
}

/// The stage fills the tab; what only the trainer sees floats, or stands beside it.
#[component]
fn OneScreen(
    is_one: RwSignal<bool>,
    floating: Floating,
    on_window: Callback<WindowCommand>,
) -> impl IntoView {
    let live = use_live();
    let awake = Awake::new();
    let leave = move |_| {
        floating.close();
        is_one.set(false);
    };
    view! {
        <div
            class="projector"
            class:dark=move || live.shown.with(|shown| shown.view.dark)
            class:with-drawer=move || floating.is_drawer()
            class:awake=move || awake.get()
            on:pointermove=move |event| awake.pointer(&event)
        >
            <Stage shown=live.shown fills=true />
            <StageControls on_window=on_window />
            <p class="one-screen-controls">
                <button type="button" class="quiet" on:click=move |_| floating.toggle()>
                    {EN.present.notes_window}
                </button>
                <button type="button" class="quiet" on:click=leave>
                    {EN.present.presenter_view}
                </button>
            </p>
            {move || {
                floating
                    .is_drawer()
                    .then(|| view! { <aside class="drawer" aria-label=EN.present.notes><Companion /></aside> })
            }}
        </div>
    }
}
