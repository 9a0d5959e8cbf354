//! How what waits goes out: in which batches, and what follows from each answer.
//!
//! The queue holds no statement. It is asked what to do next with those that wait now, and
//! told what came of it. It can be dropped at any moment and begun anew.

use std::collections::BTreeSet;

use super::making::Made;
use super::marks::{Key, Marks, Refused};
use super::statement::Statement;

/// Statements of a batch at most.
pub const MOST: usize = 50;
/// Bytes of a batch at most: browsers send 64 KiB, and no more, for a page that is gone.
pub const LARGEST: usize = 48 * 1024;
/// The first pause after a failure, in milliseconds; each further one is twice as long.
const PAUSE: i64 = 2_000;
const LONGEST_PAUSE: i64 = 600_000;
/// However long an LRS asks to wait, it is tried after an hour.
const LONGEST_ASKED: i64 = 3_600_000;

/// A statement as it is sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Ready {
    pub made: Made,
    pub json: String,
}

impl Ready {
    pub fn of(made: Made) -> Self {
        Self { json: serde_json::to_string(&made.statement).unwrap_or_default(), made }
    }

    fn about(&self) -> String {
        let statement = &self.made.statement;
        let first =
            |words: &super::statement::LanguageMap| words.values().next().cloned().unwrap_or_default();
        let name = statement.object.definition.as_ref().map(|definition| first(&definition.name));
        let name = name.filter(|name| !name.is_empty()).unwrap_or_else(|| statement.object.id.clone());
        format!("{}: {name}", first(&statement.verb.display))
    }
}

/// What to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// POST these, by their places among those that wait.
    Send(Vec<usize>),
    /// GET the one with this place by its id: the LRS says that it has another one under it.
    Ask(usize),
    /// Nothing before this moment, in milliseconds since 1970.
    Wait(i64),
    /// Nothing before [`Queue::go_on`].
    Stopped(Stop),
    /// All have arrived, or were refused.
    Idle,
}

/// Why nothing is sent any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stop {
    /// The LRS wants other credentials.
    Credentials,
    /// What answers with this status is no LRS.
    NoLrs(u16),
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing: no connection, or a server that does not let this site in.
    Nothing,
    Status {
        status: u16,
        /// Seconds, where the server asked to wait.
        retry_after: Option<u32>,
        body: String,
    },
}

/// Where sending stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Queue {
    /// Parts of a batch that was refused: one of each is wrong, or was.
    suspects: Vec<BTreeSet<Key>>,
    /// The LRS has something under its id.
    conflict: Option<Key>,
    failures: u32,
    waits_until: i64,
    stopped: Option<Stop>,
}

impl Queue {
    /// What to do with those that wait.
    pub fn next(&mut self, waiting: &[Ready], now: i64) -> Next {
        if waiting.is_empty() {
            return Next::Idle;
        }
        if let Some(stop) = self.stopped {
            return Next::Stopped(stop);
        }
        if now < self.waits_until {
            return Next::Wait(self.waits_until);
        }
        let place_of = |key: &Key| waiting.iter().position(|ready| ready.made.key == *key);
        if let Some(place) = self.conflict.as_ref().and_then(place_of) {
            return Next::Ask(place);
        }
        self.conflict = None;
        while let Some(suspects) = self.suspects.last() {
            let places: Vec<usize> = suspects.iter().filter_map(place_of).collect();
            if !places.is_empty() {
                return Next::Send(places);
            }
            self.suspects.pop();
        }
        Next::Send(batch(waiting, LARGEST))
    }

    /// Takes over what came of [`Next::Send`]. `chance` is from 0 to 1.
    pub fn sent(&mut self, batch: &[&Ready], answer: Answer, now: i64, chance: f64, marks: &mut Marks) {
        match answer {
            Answer::Status { status: 200..=299, .. } => {
                self.failures = 0;
                batch.iter().for_each(|ready| marks.deliver(&ready.made.key));
            }
            Answer::Status { status: status @ (400 | 409 | 413 | 422), body, .. } => {
                self.failures = 0;
                self.refused(batch, status, body, marks);
            }
            answer => self.failed(&answer, now, chance),
        }
    }

    /// A part of the batch is wrong: halves it, until the wrong one stands alone.
    fn refused(&mut self, batch: &[&Ready], status: u16, reason: String, marks: &mut Marks) {
        match batch {
            [] => {}
            [one] if status == 409 => self.conflict = Some(one.made.key.clone()),
            [one] => marks.refuse(&one.made.key, Refused { status, reason, about: one.about() }),
            _ => {
                let keys: BTreeSet<Key> = batch.iter().map(|ready| ready.made.key.clone()).collect();
                self.suspects.retain(|suspects| *suspects != keys);
                let (first, second) = batch.split_at(batch.len() / 2);
                for half in [second, first] {
                    self.suspects.push(half.iter().map(|ready| ready.made.key.clone()).collect());
                }
            }
        }
    }

    /// Takes over what came of [`Next::Ask`].
    ///
    /// A write-only key may not look. The id follows from the person and the event by SHA-256,
    /// so that what is there is ours, in the words of an earlier version of the course.
    pub fn asked(&mut self, about: &Ready, answer: Answer, now: i64, chance: f64, marks: &mut Marks) {
        let key = &about.made.key;
        let refuse = |marks: &mut Marks, status, reason| {
            marks.refuse(key, Refused { status, reason, about: about.about() });
        };
        match answer {
            Answer::Status { status: 200, body, .. } => {
                let found = serde_json::from_str(&body).ok();
                match found.is_some_and(|found: Statement| found.says_the_same(&about.made.statement)) {
                    true => marks.deliver(key),
                    false => refuse(marks, 409, body),
                }
            }
            Answer::Status { status: 401 | 403, .. } => marks.deliver(key),
            Answer::Status { status: 400 | 404, body, .. } => refuse(marks, 409, body),
            answer => return self.failed(&answer, now, chance),
        }
        self.conflict = None;
    }

    fn failed(&mut self, answer: &Answer, now: i64, chance: f64) {
        let asked = match answer {
            Answer::Nothing => None,
            Answer::Status { status: 408 | 425 | 429 | 500..=599, retry_after, .. } => *retry_after,
            Answer::Status { status: 401 | 403, .. } => {
                self.stopped = Some(Stop::Credentials);
                return;
            }
            Answer::Status { status, .. } => {
                self.stopped = Some(Stop::NoLrs(*status));
                return;
            }
        };
        let pause = PAUSE.saturating_mul(1 << self.failures.min(20)).min(LONGEST_PAUSE);
        self.failures += 1;
        // Half of it by chance, so that all who were cut off at once do not come back at once.
        let pause = pause / 2 + (pause as f64 / 2.0 * chance.clamp(0.0, 1.0)) as i64;
        let asked = asked.map_or(0, |seconds| (i64::from(seconds) * 1000).min(LONGEST_ASKED));
        self.waits_until = now + pause.max(asked);
    }

    /// Tries again now: there is a connection again, other credentials, or somebody asks for it.
    pub fn go_on(&mut self) {
        (self.failures, self.waits_until, self.stopped) = (0, 0, None);
    }

    /// Whether the last try failed, so that one more would as well.
    pub fn is_failing(&self) -> bool {
        self.failures > 0 || self.stopped.is_some()
    }
}

/// The first statements that fit into one batch; one of them, however large it is.
pub fn batch(waiting: &[Ready], largest: usize) -> Vec<usize> {
    let mut bytes = 1;
    let fits = waiting.iter().take(MOST).take_while(|ready| {
        bytes += ready.json.len() + 1;
        bytes <= largest
    });
    (0..fits.count().max(1).min(waiting.len())).collect()
}

/// The body of a batch.
pub fn body<'r>(batch: impl IntoIterator<Item = &'r Ready>) -> String {
    let statements: Vec<&str> = batch.into_iter().map(|ready| ready.json.as_str()).collect();
    format!("[{}]", statements.join(","))
}
