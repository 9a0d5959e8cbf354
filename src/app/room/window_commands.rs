//! What keys do to a window alone: its dialogs, its screen.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::Live;
use crate::browser::{page, screen};
use crate::live::keys::WindowCommand;

/// The dialogs of keys and of all slides, and whether the latter is open.
pub fn dialogs() -> (NodeRef<Dialog>, NodeRef<Dialog>, RwSignal<bool>) {
    (NodeRef::new(), NodeRef::new(), RwSignal::new(false))
}

/// Does what a window that has these dialogs does alone.
pub fn on_window_command(
    command: WindowCommand,
    help: NodeRef<Dialog>,
    overview: NodeRef<Dialog>,
    is_open: RwSignal<bool>,
    typed: RwSignal<String>,
) {
    let show = |dialog: NodeRef<Dialog>| {
        // A dialog that is open already stays so.
        let _ = dialog.get_untracked().map(|dialog| dialog.show_modal());
    };
    match command {
        WindowCommand::Overview | WindowCommand::GoTo => {
            is_open.set(true);
            show(overview);
        }
        WindowCommand::Help => show(help),
        WindowCommand::FullScreen => screen::toggle_full_screen(),
        WindowCommand::Close => typed.update(String::clear),
        WindowCommand::Digit(_) | WindowCommand::Enter | WindowCommand::Notes => {}
    }
}

/// Tells the room how high this window is, now and whenever that changes, while a stage fills it.
pub fn follow_shape(live: &Live, fills: impl Fn() -> bool + Clone + 'static) {
    live.fill(fills());
    let changed = live.clone();
    page::on_shape_change(move || changed.fill(fills()));
}
