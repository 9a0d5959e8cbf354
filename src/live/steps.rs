//! One step on or back: a screen of a scrolled page, a page, a stage of a question, a slide.
//!
//! Back goes through the same steps as on, while nothing is counted in between.

use super::deck::Deck;
use super::poll::Poll;
use super::room::Room;
use super::split::Page;

/// The deck, and how its slides are measured.
pub(super) struct Measure<'m> {
    pub deck: &'m Deck,
    pub pages: &'m mut dyn FnMut(&Room, usize) -> Vec<Page>,
}

impl Measure<'_> {
    /// The pages of the slide on the screen.
    fn of(&mut self, room: &Room) -> Vec<Page> {
        match room.index(self.deck) {
            index if index < self.deck.slides.len() => (self.pages)(room, index),
            _ => Vec::new(),
        }
    }
}

pub(super) fn next(room: &mut Room, measure: &mut Measure, now: i64) {
    let pages = measure.of(room);
    let (index, page) = room.page(&pages);
    if room.scroll < page.scrolls {
        room.scroll += 1;
        return;
    }
    if let Some(next) = pages.iter().skip(index + 1).find(|next| next.from > page.from) {
        (room.unit, room.scroll) = (next.from, 0);
        return;
    }
    if room.poll(measure.deck).is_some_and(|(poll, shape)| poll.next(shape).is_some()) {
        room.vote(measure.deck, Poll::advance);
        return;
    }
    room.go(measure.deck, room.index(measure.deck).saturating_add(1), now);
}

pub(super) fn previous(room: &mut Room, measure: &mut Measure, now: i64) {
    let pages = measure.of(room);
    let (index, page) = room.page(&pages);
    // Larger type may have been scrolled further.
    let scroll = room.scroll.min(page.scrolls);
    if scroll > 0 {
        room.scroll = scroll - 1;
        return;
    }
    if let Some(previous) = pages.iter().take(index).rfind(|previous| previous.from < page.from) {
        (room.unit, room.scroll) = (previous.from, previous.scrolls);
        return;
    }
    let has_stage = room.poll(measure.deck).is_some_and(|(poll, shape)| poll.previous(shape).is_some());
    match room.index(measure.deck).checked_sub(1) {
        _ if has_stage => room.vote(measure.deck, Poll::go_back),
        Some(index) => room.go(measure.deck, index, now),
        None => return,
    }
    if let Some(last) = measure.of(room).last() {
        (room.unit, room.scroll) = (last.from, last.scrolls);
    }
}
