//! What a trainer needs beside a stage that fills the screen: in a small window that floats, or in a drawer.

use std::any::Any;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlElement;

use super::key_presses;
use super::notes::NotesPanel;
use super::stage::Stage;
use super::time::TimeBar;
use super::vote::VotePanel;
use crate::app::use_live;
use crate::browser::windows;
use crate::live::keys::WindowCommand;
use crate::live::room::Command;
use crate::words::EN;

/// Time, notes, votes and the next step, one below the other.
#[component]
pub fn Companion() -> impl IntoView {
    let live = use_live();
    let (next, previous) = (live.clone(), live.clone());
    view! {
        <div class="companion">
            <TimeBar />
            <p class="actions">
                <button type="button" class="quiet" on:click=move |_| previous.command(Command::Previous)>
                    {EN.present.previous}
                </button>
                <button type="button" on:click=move |_| next.command(Command::Next)>
                    {EN.present.next}
                </button>
            </p>
            <VotePanel />
            <NotesPanel />
            <NextStep />
        </div>
    }
}

/// What the next step would show.
#[component]
pub fn NextStep() -> impl IntoView {
    let next = use_live().next;
    let is_end = Memo::new(move |_| next.with(Option::is_none));
    let shown = Signal::derive(move || next.get().unwrap_or_default());
    view! {
        <section class="next-step" aria-labelledby="next-step-title">
            <h2 id="next-step-title">{EN.present.next_step}</h2>
            {move || match is_end.get() {
                true => view! { <p class="facts">{EN.present.end}</p> }.into_any(),
                false => view! { <div inert=true><Stage shown=shown /></div> }.into_any(),
            }}
        </section>
    }
}

/// Where the companion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Away,
    Drawer,
    Window,
}

/// The body of a window, and what keeps its content alive.
type Mounted = (HtmlElement, Box<dyn Any>);

/// The companion of a stage that fills the tab.
#[derive(Clone, Copy)]
pub struct Floating {
    place: RwSignal<Place>,
    /// Where it was made: a key is pressed outside of all components.
    owner: StoredValue<Option<Owner>>,
    /// What keeps it alive in its window, and an element of that window.
    mounted: StoredValue<Option<Mounted>, LocalStorage>,
}

impl Floating {
    pub fn new() -> Self {
        Self {
            place: RwSignal::new(Place::Away),
            owner: StoredValue::new(Owner::current()),
            mounted: StoredValue::new_local(None),
        }
    }

    pub fn is_drawer(&self) -> bool {
        self.place.get() == Place::Drawer
    }

    /// Shows it, or takes it away.
    pub fn toggle(self) {
        match self.place.get_untracked() {
            Place::Away if windows::can_float() => self.float(),
            Place::Away => self.place.set(Place::Drawer),
            _ => self.close(),
        }
    }

    pub fn close(self) {
        self.place.set(Place::Away);
        let mounted = self.mounted.try_update_value(Option::take).flatten();
        if let Some((body, _)) = mounted {
            windows::close_window_of(&body);
        }
    }

    fn float(self) {
        let Some(owner) = self.owner.get_value() else { return };
        let context = || (use_live(), expect_context::<RwSignal<String>>(), expect_context());
        let (live, typed, on_window): (_, _, Callback<WindowCommand>) = owner.with(context);
        spawn_local(async move {
            let Some(body) = windows::float(460, 760, move || self.close()).await else {
                // Without a click the browser makes no such window.
                self.place.set(Place::Drawer);
                return;
            };
            if let Some(document) = body.owner_document() {
                key_presses::listen(&live, &document, typed, on_window);
            }
            let element = body.clone();
            let handle = owner.with(|| leptos::mount::mount_to(element, || view! { <Companion /> }));
            self.mounted.set_value(Some((body, Box::new(handle))));
            self.place.set(Place::Window);
        });
    }
}
