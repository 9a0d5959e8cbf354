//! A room on the screen: one window of it, whichever it is, and what both kinds show.
//!
//! All rules are in `crate::live`; this carries its messages, measures its slides and
//! keeps its room.

pub mod announcement;
pub mod companion;
pub mod controls;
pub mod desk;
pub mod help;
pub mod key_presses;
mod measured;
pub mod notes;
pub mod overview;
pub mod print;
pub mod sheet;
pub mod stage;
pub mod time;
pub mod vote;
pub mod window_commands;

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::channel::Channel;
use crate::browser::{address, chance, clock, measure, page, storage};
use crate::course::slides::SlidesFile;
use crate::live::deck::Deck;
use crate::live::kept::{self, KeptRoom};
use crate::live::plan::{Plan, PlanError};
use crate::live::poll::{Poll, Shape};
use crate::live::room::{Command, Room};
use crate::live::snapshot::{Message, Snapshot};
use crate::live::watch::ProjectorState;
use crate::live::window::{Around, Effect, Kind, Standing, WAIT, Window};
use measured::Measured;

/// A window of a room, for all components of a page.
#[derive(Clone)]
pub struct Live {
    machine: StoredValue<RefCell<Machine>, LocalStorage>,
    pub deck: Arc<Deck>,
    pub plan: Arc<Plan>,
    pub session: Arc<str>,
    /// What is on the screen.
    pub shown: RwSignal<Snapshot>,
    /// What the next step would show. Only where it is wanted.
    pub next: RwSignal<Option<Snapshot>>,
    pub room: RwSignal<Room>,
    pub standing: RwSignal<Standing>,
    pub projectors: RwSignal<ProjectorState>,
    pub is_of_other_slides: RwSignal<bool>,
    /// Milliseconds since 1970, each second.
    pub now: RwSignal<i64>,
}

struct Machine {
    window: Option<Window>,
    measured: Measured,
    channel: Option<Channel>,
    deck: Arc<Deck>,
    slides: String,
    plan: String,
    key: String,
    /// Whether the next step is wanted, and nobody measures it already.
    may_look_ahead: bool,
}

/// Why there is nothing to show.
#[derive(Debug, Clone)]
pub enum NoRoom {
    Plan(PlanError),
    /// The course has none of the plan's modules.
    Empty,
}

impl Live {
    /// Opens the room that the page's address names, and follows what happens to it.
    pub fn open(file: &SlidesFile, course: &str, kind: Kind) -> Result<Self, NoRoom> {
        let fragment = address::written_fragment();
        let plan = Plan::from_link(&fragment).map_err(NoRoom::Plan)?;
        let deck = Arc::new(Deck::of(file, &plan));
        if deck.slides.is_empty() {
            return Err(NoRoom::Empty);
        }
        let session = address::in_fragment("session").unwrap_or_else(|| {
            let session = chance::name(8);
            address::write_fragment(&format!("session={session}&{fragment}"));
            session
        });
        let machine = Machine {
            window: None,
            measured: Measured::new(),
            channel: None,
            deck: deck.clone(),
            slides: page::data("slides").unwrap_or_default(),
            plan: plan.to_link(),
            key: format!("{}{session}", kept::keys(course)),
            may_look_ahead: kind == Kind::Presenter,
        };
        let live = Self {
            machine: StoredValue::new_local(RefCell::new(machine)),
            deck,
            plan: Arc::new(plan),
            session: session.as_str().into(),
            shown: RwSignal::default(),
            next: RwSignal::default(),
            room: RwSignal::default(),
            standing: RwSignal::new(Standing::Joining),
            projectors: RwSignal::new(ProjectorState::None),
            is_of_other_slides: RwSignal::new(false),
            now: RwSignal::new(clock::now()),
        };
        live.begin(kind);
        Ok(live)
    }

    fn begin(&self, kind: Kind) {
        let heard = self.clone();
        let channel = Channel::open(&format!("workshop-room:{}", self.session), move |text| {
            if let Some(message) = Message::from_text(&text) {
                heard.with_window(|window, around| window.hear(message, around));
            }
        });
        let effects = self.machine(|machine| {
            machine.channel = channel;
            machine.open(kind)
        });
        self.carry_out(effects);
        self.tick_later(WAIT as i32 + 10);
        self.tick_each_second();
        let live = self.clone();
        page::on_return(move || live.with_window(|window, around| window.wake(around.now)));
        let live = self.clone();
        page::on_leave(move || live.with_window(|window, _| vec![window.close()]));
    }

    /// Does what somebody wants in this window.
    pub fn command(&self, command: Command) {
        self.with_window(|window, around| window.command(&command, around));
    }

    /// Leads from now on.
    pub fn lead(&self) {
        self.with_window(Window::lead);
    }

    /// A stage fills the window; its height follows the window's shape. None: no stage does.
    pub fn fill(&self, fills: bool) {
        let (width, height) = measure::window_size();
        let height = (fills && width > 0.0).then(|| (height * sheet::WIDTH / width) as u32);
        self.with_window(|window, around| window.shape(height, page::is_hidden(), around));
    }

    /// Measures everything again: an image has come.
    pub fn measure_again(&self) {
        self.machine(|machine| machine.measured.forget());
        self.with_window(Window::measure_again);
    }

    /// The address of another window of this room.
    pub fn link_to(&self, page: &str) -> String {
        format!("{}#session={}&{}", page::from_root(page), self.session, self.plan.to_link())
    }

    /// The question on the screen, as far as this window knows.
    pub fn poll(&self) -> Option<(Poll, Shape)> {
        self.room.with(|room| room.poll(&self.deck))
    }

    /// Pages of a slide of a room that need not be this one.
    pub fn pages(&self, room: &Room, index: usize, height: u32) -> Vec<crate::live::split::Page> {
        self.machine(|machine| machine.measured.pages(&self.deck, room, index, height))
    }

    fn tick_later(&self, pause: i32) {
        let live = self.clone();
        page::after(pause, move || live.with_window(Window::tick));
    }

    fn tick_each_second(&self) {
        let live = self.clone();
        page::after(1000, move || {
            live.with_window(Window::tick);
            live.tick_each_second();
        });
    }

    /// Lets something happen to the window, and does and shows what follows from it. All
    /// of it at once: a window that is out of sight draws nothing, and must not wait for it.
    fn with_window(&self, happen: impl FnOnce(&mut Window, &mut Around) -> Vec<Effect>) {
        let effects = self.machine(|machine| machine.with_window(happen));
        self.carry_out(effects);
    }

    fn carry_out(&self, effects: Vec<Effect>) {
        let now = clock::now();
        let seen = self.machine(|machine| {
            machine.carry_out(effects, now);
            machine.seen(now)
        });
        let Some(seen) = seen else { return };
        let is_other = self.shown.with_untracked(|drawn| *drawn != seen.shown);
        set(self.room, seen.room);
        set(self.shown, seen.shown);
        set(self.standing, seen.standing);
        set(self.projectors, seen.projectors);
        set(self.is_of_other_slides, seen.is_of_other_slides);
        set(self.now, now);
        if is_other {
            self.look_ahead_later();
        }
    }

    /// The next step is measured once this one is drawn, and once however many there were.
    fn look_ahead_later(&self) {
        if !self.machine(|machine| std::mem::replace(&mut machine.may_look_ahead, false)) {
            return;
        }
        let live = self.clone();
        page::after(0, move || {
            let next = live.machine(|machine| {
                machine.may_look_ahead = true;
                machine.with_window(|window, around| window.preview(around))
            });
            set(live.next, next);
        });
    }

    fn machine<T>(&self, act: impl FnOnce(&mut Machine) -> T) -> T {
        self.machine.with_value(|machine| act(&mut machine.borrow_mut()))
    }
}

/// What a window shows of itself.
struct Seen {
    shown: Snapshot,
    room: Room,
    standing: Standing,
    projectors: ProjectorState,
    is_of_other_slides: bool,
}

impl Machine {
    fn open(&mut self, kind: Kind) -> Vec<Effect> {
        let key = self.key.clone();
        let kept = || storage::get(&key).and_then(|record| KeptRoom::from_record(&record));
        let deck = self.deck.clone();
        let measured = &mut self.measured;
        let mut pages = |room: &Room, index: usize, height: u32| measured.pages(&deck, room, index, height);
        let mut around = Around {
            deck: &self.deck,
            slides: &self.slides,
            pages: &mut pages,
            kept: &kept,
            now: clock::now(),
        };
        let (window, effects) = Window::open(chance::name(8), kind, &mut around);
        self.window = Some(window);
        effects
    }

    fn with_window<T: Default>(&mut self, act: impl FnOnce(&mut Window, &mut Around) -> T) -> T {
        let kept = || storage::get(&self.key).and_then(|record| KeptRoom::from_record(&record));
        let measured = &mut self.measured;
        let deck = &self.deck;
        let mut pages = |room: &Room, index: usize, height: u32| measured.pages(deck, room, index, height);
        let mut around =
            Around { deck, slides: &self.slides, pages: &mut pages, kept: &kept, now: clock::now() };
        match &mut self.window {
            Some(window) => act(window, &mut around),
            None => T::default(),
        }
    }

    fn seen(&self, now: i64) -> Option<Seen> {
        let window = self.window.as_ref()?;
        Some(Seen {
            shown: window.shown().clone(),
            room: window.room().clone(),
            standing: window.standing(),
            projectors: window.projectors(now),
            is_of_other_slides: window.is_of_other_slides(),
        })
    }

    fn carry_out(&self, effects: Vec<Effect>, now: i64) {
        let Some(window) = &self.window else { return };
        for effect in effects {
            match effect {
                Effect::Say(message) => {
                    // Without the channel this window is alone, and goes on so.
                    let _ = self.channel.as_ref().map(|channel| channel.post(&message.to_text()));
                }
                Effect::Keep => {
                    // Where nothing can be kept, the other windows still know all of it.
                    let _ = storage::set(&self.key, &window.to_keep(self.plan.clone(), now).to_record());
                }
            }
        }
    }
}

/// Tells only of what is another value.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|before| *before != value) {
        signal.set(value);
    }
}
