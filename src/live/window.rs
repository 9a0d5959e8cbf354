//! A window of a room: it leads, and says what is on the screen, or follows the one that leads.
//!
//! A presenter leads before a projector; a projector leads where no presenter is. Whoever
//! begins to lead begins the next epoch, and of two that lead the one of the earlier
//! epoch gives way. Does not know: how windows reach each other, where a room is kept, or
//! how high a slide is; all are arguments.

use super::deck::Deck;
use super::follower::{Follower, Reaction};
use super::kept::{self, KeptRoom};
use super::room::{Command, Room};
use super::snapshot::{Message, Snapshot, SnapshotHead};
use super::split::Page;
use super::stage_height::StageHeight;
use super::watch::{ProjectorState, Watch};

/// How long a presenter waits for another one's word before it leads, in milliseconds.
pub const WAIT: i64 = 250;
/// How often a window speaks when nothing happens.
const BEAT: i64 = 900;

/// What a window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The trainer's.
    Presenter,
    /// The audience's.
    Projector,
}

/// What a window does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It has just come, and listens whether another one leads.
    Joining,
    Leads,
    Follows,
}

/// What there is around a window.
pub struct Around<'a> {
    pub deck: &'a Deck,
    /// The file of slides.
    pub slides: &'a str,
    /// The pages of a slide in a room, on a stage of this height.
    pub pages: &'a mut dyn FnMut(&Room, usize, u32) -> Vec<Page>,
    /// The room as any window kept it last.
    pub kept: &'a dyn Fn() -> Option<KeptRoom>,
    /// Milliseconds since 1970.
    pub now: i64,
}

/// What a window wants to be done, in this order.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    Say(Message),
    /// Keep the room.
    Keep,
}

/// One window.
#[derive(Debug)]
pub struct Window {
    id: String,
    kind: Kind,
    standing: Standing,
    /// As far as it is known to a window that follows.
    room: Room,
    shown: Snapshot,
    follower: Follower,
    watch: Watch,
    height: StageHeight,
    hidden: bool,
    /// Whether the window that leads was heard and did not close.
    has_leader: bool,
    opened: i64,
    spoke: i64,
    is_of_other_slides: bool,
    /// It said that it closes. Browsers tell a window that closes of more than that.
    has_left: bool,
}

impl Window {
    /// A window that has just come. It shows the room as it was kept.
    pub fn open(id: String, kind: Kind, around: &mut Around) -> (Self, Vec<Effect>) {
        let kept = (around.kept)().unwrap_or_default();
        let mut window = Self {
            id,
            kind,
            standing: Standing::Joining,
            room: kept.room,
            shown: Snapshot { epoch: kept.epoch, number: kept.number, ..Snapshot::default() },
            follower: Follower::new(around.now),
            watch: Watch::default(),
            height: StageHeight::default(),
            hidden: false,
            has_leader: false,
            opened: around.now,
            spoke: around.now,
            is_of_other_slides: false,
            has_left: false,
        };
        window.shown = window.snapshot(kept.epoch, kept.number, around);
        let hello = window.hello();
        (window, vec![hello])
    }

    pub fn shown(&self) -> &Snapshot {
        &self.shown
    }

    pub fn room(&self) -> &Room {
        &self.room
    }

    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Whether the window that leads shows another course, or another version of this one.
    pub fn is_of_other_slides(&self) -> bool {
        self.is_of_other_slides
    }

    /// Whether anybody sees what this window shows.
    pub fn projectors(&self, now: i64) -> ProjectorState {
        self.watch.state(now, self.shown.epoch, self.shown.number)
    }

    /// Does what somebody wants in this window, or asks the one that leads to do it.
    pub fn command(&mut self, command: &Command, around: &mut Around) -> Vec<Effect> {
        if self.standing != Standing::Leads {
            if self.has_leader && !self.follower.writer_is_lost(around.now) {
                return vec![Effect::Say(Message::Wanted(command.clone()))];
            }
            self.begin_to_lead(around);
            self.act(command, around);
            return self.post(around);
        }
        if self.act(command, around) { self.post(around) } else { Vec::new() }
    }

    /// Takes what another window said.
    pub fn hear(&mut self, message: Message, around: &mut Around) -> Vec<Effect> {
        match message {
            Message::Hello { .. } if self.standing == Standing::Leads => {
                let shown = Effect::Say(Message::Shown(Box::new(self.shown.clone())));
                vec![shown, self.newest(around.now)]
            }
            Message::Hello { .. } => Vec::new(),
            Message::Wanted(command) if self.standing == Standing::Leads => self.command(&command, around),
            Message::Wanted(_) => Vec::new(),
            Message::Here { window, epoch, number, height, hidden } => {
                self.watch.heard(&window, epoch, number, height, hidden, around.now);
                self.answer_projector(epoch, around)
            }
            Message::Bye { window } => {
                self.watch.gone(&window);
                self.has_leader &= self.shown.writer != window;
                self.follow_height(around)
            }
            Message::Newest { .. } | Message::Shown(_) => self.follow(message, around),
        }
    }

    /// To be called each second, and [`WAIT`] after opening.
    pub fn tick(&mut self, around: &mut Around) -> Vec<Effect> {
        let may_lead = self.kind == Kind::Presenter && around.now.abs_diff(self.opened) >= WAIT as u64;
        match self.standing {
            Standing::Joining if may_lead => self.lead(around),
            Standing::Leads => {
                let mut effects = self.follow_height(around);
                effects.push(self.newest(around.now));
                effects
            }
            _ => self.here().into_iter().collect(),
        }
    }

    /// The window has another shape, or came into sight or out of it. `height` is that of
    /// a stage which fills it and is 1280 wide; None where no stage does.
    pub fn shape(&mut self, height: Option<u32>, hidden: bool, around: &mut Around) -> Vec<Effect> {
        let comes_back = self.hidden && !hidden;
        self.height.fills_window(height);
        self.hidden = hidden;
        let mut effects = if comes_back { self.wake(around.now) } else { Vec::new() };
        effects.extend(self.follow_height(around));
        if self.standing != Standing::Leads {
            effects.extend(self.here());
        }
        effects
    }

    /// The browser let this window sleep: another one may lead meanwhile.
    pub fn wake(&mut self, now: i64) -> Vec<Effect> {
        self.has_left = false;
        match self.standing {
            Standing::Leads => vec![self.hello(), self.newest(now)],
            _ => vec![self.hello()],
        }
    }

    /// Leads from now on.
    pub fn lead(&mut self, around: &mut Around) -> Vec<Effect> {
        self.begin_to_lead(around);
        self.post(around)
    }

    /// What is shown may be higher or lower than it was: an image has come.
    pub fn measure_again(&mut self, around: &mut Around) -> Vec<Effect> {
        let (epoch, number) = (self.shown.epoch, self.shown.number);
        let measured = self.snapshot(epoch, number, around);
        if measured == self.shown || self.standing == Standing::Follows {
            return Vec::new();
        }
        if self.standing == Standing::Leads {
            return self.post(around);
        }
        self.shown = measured;
        Vec::new()
    }

    /// The window closes, or is left for another page; the browser may still bring it back.
    pub fn close(&mut self) -> Effect {
        self.has_left = true;
        Effect::Say(Message::Bye { window: self.id.clone() })
    }

    /// What the next step would show; None at the end.
    pub fn preview(&self, around: &mut Around) -> Option<Snapshot> {
        let mut room = self.room.clone();
        room.cover = super::room::Cover::None;
        let height = self.shown.height;
        let mut pages = |room: &Room, index: usize| (around.pages)(room, index, height);
        if !room.act(&Command::Next, around.deck, &mut pages, around.now) {
            return None;
        }
        let pages = pages(&room, room.index(around.deck));
        Some(room.snapshot(around.deck, &pages, SnapshotHead { height, ..SnapshotHead::default() }))
    }

    /// The room as it is to be kept.
    pub fn to_keep(&self, plan: String, now: i64) -> KeptRoom {
        KeptRoom {
            form: kept::FORM,
            plan,
            kept: now,
            epoch: self.shown.epoch,
            number: self.shown.number,
            slide: self.shown.slide,
            of: self.shown.of,
            room: self.room.clone(),
        }
    }

    fn act(&mut self, command: &Command, around: &mut Around) -> bool {
        let height = self.height(around.now);
        let mut pages = |room: &Room, index: usize| (around.pages)(room, index, height);
        self.room.act(command, around.deck, &mut pages, around.now)
    }

    fn follow(&mut self, message: Message, around: &mut Around) -> Vec<Effect> {
        let (epoch, writer) = match &message {
            Message::Shown(snapshot) => (snapshot.epoch, snapshot.writer.clone()),
            Message::Newest { epoch, writer, .. } => (*epoch, writer.clone()),
            _ => return Vec::new(),
        };
        if self.standing == Standing::Leads {
            if (epoch, &writer) < (self.shown.epoch, &self.id) {
                // It must hear that it leads no more.
                return vec![self.newest(around.now)];
            }
            self.standing = Standing::Follows;
        }
        let is_of_presenter = match &message {
            Message::Newest { presenter, .. } => Some(*presenter),
            _ => None,
        };
        let reaction = self.follower.take(message, around.now);
        // A window that forgot its epoch is not followed; it will hear of the later one.
        self.has_leader |= epoch >= self.follower.last().0;
        let effects = match reaction {
            Reaction::Show(snapshot) => {
                self.is_of_other_slides = snapshot.slides != around.slides;
                self.room.adopt(&snapshot, around.deck);
                self.shown = *snapshot;
                self.here().into_iter().collect()
            }
            Reaction::AskAgain => vec![self.hello()],
            Reaction::Nothing => Vec::new(),
        };
        match (self.kind, is_of_presenter) {
            // A presenter that is still joining leads when its wait is over.
            (Kind::Presenter, Some(false)) if self.standing == Standing::Follows => self.lead(around),
            (Kind::Presenter, None | Some(false)) => effects,
            _ => {
                self.standing = Standing::Follows;
                effects
            }
        }
    }

    /// A projector that shows a later epoch than this window's would not listen to it.
    fn answer_projector(&mut self, epoch: u64, around: &mut Around) -> Vec<Effect> {
        if self.standing != Standing::Leads {
            return Vec::new();
        }
        if epoch > self.shown.epoch {
            return self.lead(around);
        }
        let mut effects = self.follow_height(around);
        // Browsers slow the clock of a window that is out of sight, and not its messages.
        if around.now.abs_diff(self.spoke) >= BEAT as u64 {
            effects.push(self.newest(around.now));
        }
        effects
    }

    fn begin_to_lead(&mut self, around: &mut Around) {
        let shown = (self.shown.epoch, self.shown.number);
        let kept = (around.kept)().unwrap_or_default();
        if (kept.epoch, kept.number) >= shown && kept.form == kept::FORM {
            self.room = kept.room;
        }
        let known = [shown.0, kept.epoch, self.watch.latest_epoch().unwrap_or(0), self.follower.last().0];
        self.shown.epoch = known.into_iter().max().unwrap_or(0).saturating_add(1);
        self.shown.number = 0;
        self.standing = Standing::Leads;
        self.has_leader = false;
        self.is_of_other_slides = false;
    }

    /// Says what is shown now.
    fn post(&mut self, around: &mut Around) -> Vec<Effect> {
        let number = self.shown.number.saturating_add(1);
        self.shown = self.snapshot(self.shown.epoch, number, around);
        self.spoke = around.now;
        vec![Effect::Say(Message::Shown(Box::new(self.shown.clone()))), Effect::Keep]
    }

    /// Says what is shown where it must fit another height.
    fn follow_height(&mut self, around: &mut Around) -> Vec<Effect> {
        if self.height(around.now) == self.shown.height {
            return Vec::new();
        }
        match self.standing {
            Standing::Leads => self.post(around),
            Standing::Joining => {
                self.shown = self.snapshot(self.shown.epoch, self.shown.number, around);
                Vec::new()
            }
            Standing::Follows => Vec::new(),
        }
    }

    fn height(&mut self, now: i64) -> u32 {
        self.height.for_audience(self.watch.height(now))
    }

    fn snapshot(&mut self, epoch: u64, number: u64, around: &mut Around) -> Snapshot {
        let height = self.height(around.now);
        let index = self.room.index(around.deck);
        let pages = match around.deck.slides.is_empty() {
            true => Vec::new(),
            false => (around.pages)(&self.room, index, height),
        };
        let head =
            SnapshotHead { epoch, number, writer: self.id.clone(), slides: around.slides.to_owned(), height };
        let break_until = self.break_until(around.deck, index, around.now);
        Snapshot { break_until, ..self.room.snapshot(around.deck, &pages, head) }
    }

    fn break_until(&self, deck: &Deck, index: usize, now: i64) -> Option<i64> {
        let slide =
            deck.slides.get(index).filter(|slide| slide.is_break() && self.room.clock.is_running())?;
        let left = i64::from(slide.seconds()) * 1000 - self.room.clock.spent_on(&slide.place(), now);
        Some(now.saturating_add(left))
    }

    fn hello(&self) -> Effect {
        let presenter = self.kind == Kind::Presenter;
        Effect::Say(Message::Hello { window: self.id.clone(), presenter })
    }

    fn newest(&mut self, now: i64) -> Effect {
        self.spoke = now;
        Effect::Say(Message::Newest {
            epoch: self.shown.epoch,
            number: self.shown.number,
            writer: self.id.clone(),
            presenter: self.kind == Kind::Presenter,
        })
    }

    /// What a projector says of itself; nothing while it leads, or once it said goodbye.
    fn here(&self) -> Option<Effect> {
        let says = self.kind == Kind::Projector && self.standing != Standing::Leads && !self.has_left;
        says.then(|| {
            let (epoch, number) = self.follower.last();
            let height = self.height.own().unwrap_or(0);
            Effect::Say(Message::Here { window: self.id.clone(), epoch, number, height, hidden: self.hidden })
        })
    }
}

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
