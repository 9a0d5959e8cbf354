//! Sends what waits, batch by batch, and notes what came of it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Delivery, State};
use crate::browser::network::{self, Reply, Request};
use crate::browser::{chance, clock, page};
use crate::records::xapi::marks::Marks;
use crate::records::xapi::queue::{self, Answer, LARGEST, Next, Ready, Stop};
use crate::records::xapi::requests;

/// Milliseconds until another tab, which sends, is asked again.
const ANOTHER_TAB: i32 = 3_000;

impl Delivery {
    /// Sends all that waits, unless this tab or another one is at it.
    pub(super) fn send_now(&self) {
        if self.is_sending.get_value() {
            self.more_has_come.set_value(true);
            return;
        }
        self.is_sending.set_value(true);
        self.more_has_come.set_value(false);
        let delivery = self.clone();
        spawn_local(async move {
            let name = format!("{} sends", delivery.marks_key());
            let sending = delivery.clone();
            let was_alone = network::alone(&name, async move { sending.send_all().await }).await;
            delivery.is_sending.set_value(false);
            if !was_alone {
                delivery.read_marks();
                let again = delivery.clone();
                page::after(ANOTHER_TAB, move || again.send_soon());
            } else if delivery.more_has_come.get_value() {
                delivery.send_soon();
            }
        });
    }

    async fn send_all(&self) {
        self.read_launch();
        loop {
            let mut marks = self.kept_marks();
            let Some(actor) = untrack(|| self.actor()) else {
                self.show(State::Nobody, 0, marks);
                return;
            };
            let waiting = self.waiting(actor, &marks).await;
            let (ready, now) = (&waiting.ready, clock::now());
            let next = self.queue.try_update_value(|queue| queue.next(ready, now)).unwrap_or(Next::Idle);
            match next {
                Next::Send(places) => {
                    let batch: Vec<&Ready> = places.iter().filter_map(|place| ready.get(*place)).collect();
                    self.show(State::Sending, waiting.count, marks);
                    let answer = self.post(&batch).await;
                    marks = self.kept_marks();
                    self.note(|queue, now, chance| queue.sent(&batch, answer, now, chance, &mut marks));
                }
                Next::Ask(place) => {
                    let Some(about) = ready.get(place) else { return };
                    let answer = self.get(about).await;
                    marks = self.kept_marks();
                    self.note(|queue, now, chance| queue.asked(about, answer, now, chance, &mut marks));
                }
                rest => {
                    self.show(self.rested(&rest, waiting.lacks_questions), waiting.count, marks);
                    if let Next::Wait(until) = rest {
                        let again = self.clone();
                        page::after(i32::try_from(until - now).unwrap_or(i32::MAX), move || {
                            again.send_soon()
                        });
                    }
                    return;
                }
            }
            self.keep_marks(marks);
        }
    }

    fn rested(&self, next: &Next, lacks_questions: bool) -> State {
        match next {
            Next::Stopped(Stop::Credentials) => State::Credentials,
            Next::Stopped(Stop::NoLrs(status)) => State::NoLrs(*status),
            Next::Wait(_) if network::is_offline() => State::Offline,
            Next::Wait(_) => State::Waits,
            _ if lacks_questions => State::QuestionsMissing,
            _ => State::AllSent,
        }
    }

    fn note(&self, note: impl FnOnce(&mut queue::Queue, i64, f64)) {
        self.queue.update_value(|queue| note(queue, clock::now(), chance::fraction()));
    }

    fn show(&self, state: State, waiting: usize, marks: Marks) {
        self.state.set(state);
        self.waiting.set(waiting);
        self.marks.set(marks);
    }

    async fn post(&self, batch: &[&Ready]) -> Answer {
        let request = self.request("POST", &self.statements(), Some(queue::body(batch.iter().copied())));
        let keys: BTreeSet<_> = batch.iter().map(|ready| ready.made.key.clone()).collect();
        self.in_flight.set_value(keys);
        let reply = network::send(&request).await;
        self.in_flight.set_value(BTreeSet::new());
        answer(reply)
    }

    async fn get(&self, about: &Ready) -> Answer {
        let endpoint = self.launch.with_untracked(|launch| launch.endpoint(&self.lrs));
        let address = requests::one(&endpoint, &about.made.statement.id);
        answer(network::send(&self.request("GET", &address, None)).await)
    }

    /// Sends what it can while the page is being left. Nothing is noted, so that the next page
    /// sends it once more, and the LRS knows it by its ids.
    pub(super) fn send_off(&self) {
        let failing = self.queue.with_value(queue::Queue::is_failing);
        let (Some(actor), false) = (untrack(|| self.actor()), failing) else { return };
        let waiting = self.loaded_waiting(actor, &self.kept_marks());
        let under_way = self.in_flight.get_value();
        let rest: Vec<Ready> =
            waiting.ready.into_iter().filter(|ready| !under_way.contains(&ready.made.key)).collect();
        // Together with what is under way it must not be more than browsers let go out.
        let room = if under_way.is_empty() { LARGEST } else { LARGEST / 4 };
        let batch = queue::batch(&rest, room);
        let body = queue::body(batch.iter().filter_map(|place| rest.get(*place)));
        if !batch.is_empty() && body.len() <= room {
            network::send_off(&self.request("POST", &self.statements(), Some(body)));
        }
    }

    fn statements(&self) -> String {
        self.launch.with_untracked(|launch| format!("{}statements", launch.endpoint(&self.lrs)))
    }

    fn request(&self, method: &'static str, address: &str, body: Option<String>) -> Request {
        let mut headers = vec![("X-Experience-API-Version", self.lrs.version.clone())];
        let authorization = self.launch.with_untracked(|launch| launch.authorization(&self.lrs));
        headers.extend(authorization.map(|credentials| ("Authorization", credentials)));
        if body.is_some() {
            headers.push(("Content-Type", "application/json".to_owned()));
        }
        let outlives_page = body.as_ref().is_some_and(|body| body.len() <= LARGEST);
        Request { method, address: address.to_owned(), headers, body, outlives_page }
    }
}

fn answer(reply: Option<Reply>) -> Answer {
    match reply {
        None => Answer::Nothing,
        Some(Reply { status, retry_after, body }) => Answer::Status { status, retry_after, body },
    }
}
