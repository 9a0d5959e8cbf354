//! The audience's page: the slides, and nothing else until somebody moves the pointer.

use leptos::prelude::*;

use crate::app::room::Live;
use crate::app::room::announcement::{Announcement, OtherSlides, Refusal};
use crate::app::room::controls::{Awake, StageControls};
use crate::app::room::help::Help;
use crate::app::room::key_presses::{self, TypedNumber};
use crate::app::room::overview::Overview;
use crate::app::room::print::PrintedSlides;
use crate::app::room::stage::Stage;
use crate::app::room::window_commands::{dialogs, follow_shape, on_window_command};
use crate::app::{mount_at, use_live};
use crate::browser::{page, screen, windows};
use crate::course::slides::SlidesFile;
use crate::live::keys::WindowCommand;
use crate::live::window::Kind;
use crate::words::EN;

/// Fills the page.
pub fn mount(slides: &SlidesFile, course: &str) {
    match Live::open(slides, course, Kind::Projector) {
        Ok(live) => {
            provide_context(live);
            mount_at("projector", || view! { <Projector /> });
        }
        Err(error) => mount_at("projector", move || view! { <Refusal error=error /> }),
    }
}

#[component]
fn Projector() -> impl IntoView {
    let live = use_live();
    screen::keep_awake();
    let typed = RwSignal::new(String::new());
    let (help, overview, is_open) = dialogs();
    let presenter = live.link_to("presenter.html");
    let on_window = Callback::new(move |command| match command {
        WindowCommand::Notes => {
            // A browser that blocks the window says so itself.
            let _ = windows::open(&presenter, "");
        }
        command => on_window_command(command, help, overview, is_open, typed),
    });
    if let Some(document) = page::document() {
        key_presses::listen(&live, &document, typed, on_window);
    }
    follow_shape(&live, || true);
    let awake = Awake::new();
    view! {
        <div
            class="projector"
            class:dark=move || live.shown.with(|shown| shown.view.dark)
            class:awake=move || awake.get()
            on:pointermove=move |event| awake.pointer(&event)
        >
            <h1 class="visually-hidden">{EN.present.projector}</h1>
            <Stage shown=live.shown fills=true />
            <Announcement />
            <OtherSlides />
            <StageControls on_window=on_window />
            <TypedNumber typed=typed />
        </div>
        <Help node=help />
        <Overview node=overview is_open=is_open />
        <PrintedSlides notes=None />
    }
}
