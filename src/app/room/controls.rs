//! What a pointer finds on a stage that fills its window, and for how long.

use leptos::prelude::*;
use web_sys::PointerEvent;

use crate::app::use_live;
use crate::browser::page;
use crate::live::keys::WindowCommand;
use crate::live::room::Command;
use crate::words::EN;

/// How long controls stay once the pointer rests, in milliseconds.
const REST: i32 = 3000;

/// Whether controls are shown: at first, and while the pointer moves.
#[derive(Clone, Copy)]
pub struct Awake {
    is_awake: RwSignal<bool>,
    moves: StoredValue<u32>,
    /// Where the pointer was last.
    at: StoredValue<(i32, i32)>,
}

impl Awake {
    pub fn new() -> Self {
        let awake =
            Self { is_awake: RwSignal::new(true), moves: StoredValue::new(0), at: StoredValue::default() };
        awake.stay();
        awake
    }

    pub fn get(&self) -> bool {
        self.is_awake.get()
    }

    /// The pointer moved, perhaps. Browsers say so too when something new is below one that rests.
    pub fn pointer(self, event: &PointerEvent) {
        let at = (event.client_x(), event.client_y());
        if self.at.get_value() != at {
            self.at.set_value(at);
            self.stay();
        }
    }

    /// Controls stay for a while.
    fn stay(self) {
        if !self.is_awake.get_untracked() {
            self.is_awake.set(true);
        }
        self.moves.update_value(|moves| *moves = moves.wrapping_add(1));
        let moves = self.moves.get_value();
        page::after(REST, move || {
            if self.moves.get_value() == moves {
                self.is_awake.set(false);
            }
        });
    }
}

/// What a pointer finds at the lower edge of a stage that fills its window.
#[component]
pub fn StageControls(on_window: Callback<WindowCommand>) -> impl IntoView {
    let live = use_live();
    let (next, previous) = (live.clone(), live);
    view! {
        <nav class="stage-controls" aria-label=EN.present.controls>
            <button type="button" class="quiet" on:click=move |_| previous.command(Command::Previous)>
                {EN.present.previous}
            </button>
            <button type="button" class="quiet" on:click=move |_| next.command(Command::Next)>
                {EN.present.next}
            </button>
            <button type="button" class="quiet" on:click=move |_| on_window.run(WindowCommand::Overview)>
                {EN.present.overview}
            </button>
            <button type="button" class="quiet" on:click=move |_| on_window.run(WindowCommand::FullScreen)>
                {EN.present.full_screen}
            </button>
            <button type="button" class="quiet" on:click=move |_| on_window.run(WindowCommand::Help)>
                {EN.present.help}
            </button>
        </nav>
    }
}
