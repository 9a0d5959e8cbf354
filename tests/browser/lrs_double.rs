//! A learning record store (LRS) that answers as a test wants it to. What it keeps, it keeps
//! as xAPI says: all of a batch or nothing, the same again changes nothing, something else
//! under the same id is a conflict.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, Response, Uri};
use axum::routing::{get, options};
use serde_json::Value;

use crate::harness::Server;

/// What it does with a batch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Does {
    #[default]
    Keeps,
    Falls(u16),
    /// Keeps it, and its answer is a failure.
    KeepsAndFalls,
    /// Keeps it, and takes a second to say so.
    Slow,
}

#[derive(Debug, Default)]
struct Inside {
    does: Does,
    /// The header that it wants to see; empty where anybody may write.
    authorization: String,
    /// It takes statements on things whose ids end like this for wrong.
    refused: Option<&'static str>,
    kept: BTreeMap<String, Value>,
    batches: usize,
}

#[derive(Debug)]
pub struct Double {
    server: Server,
    inside: Arc<Mutex<Inside>>,
}

type Shared = Arc<Mutex<Inside>>;

impl Double {
    pub fn start() -> Self {
        let inside = Shared::default();
        let routes = Router::new()
            .route("/xapi/statements", get(one).post(many).merge(options(preflight)))
            .with_state(inside.clone());
        Self { server: Server::of(routes), inside }
    }

    pub fn endpoint(&self) -> String {
        format!("{}/xapi/", self.server.origin())
    }

    pub fn now(&self, does: Does) {
        self.change(|inside| inside.does = does);
    }

    pub fn wants(&self, authorization: &str) {
        self.change(|inside| authorization.clone_into(&mut inside.authorization));
    }

    pub fn refuses(&self, ending: &'static str) {
        self.change(|inside| inside.refused = Some(ending));
    }

    /// Has something else under the id of every statement that comes.
    pub fn forget_words(&self) {
        self.change(|inside| {
            for kept in inside.kept.values_mut() {
                kept["object"]["definition"] = Value::Null;
            }
        });
    }

    pub fn batches(&self) -> usize {
        self.change(|inside| inside.batches)
    }

    /// Verb and object of what it keeps, by their last words.
    pub fn kept(&self) -> Vec<String> {
        let last =
            |text: &Value| text.as_str().and_then(|text| text.rsplit('/').next()).unwrap_or("").to_owned();
        let line = |kept: &Value| format!("{} {}", last(&kept["verb"]["id"]), last(&kept["object"]["id"]));
        self.change(|inside| {
            let mut lines: Vec<String> = inside.kept.values().map(line).collect();
            lines.sort();
            lines
        })
    }

    /// The names of all accounts.
    pub fn accounts(&self) -> Vec<String> {
        let name = |kept: &Value| kept["actor"]["account"]["name"].as_str().unwrap_or("").to_owned();
        self.change(|inside| {
            let mut names: Vec<String> = inside.kept.values().map(name).collect();
            names.sort();
            names.dedup();
            names
        })
    }

    fn change<T>(&self, change: impl FnOnce(&mut Inside) -> T) -> T {
        change(&mut self.inside.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn answer(status: u16, body: &str) -> Response<Body> {
    Response::builder()
        .status(status)
        .header("Access-Control-Allow-Origin", "*")
        .header("Access-Control-Allow-Headers", "authorization,content-type,x-experience-api-version")
        .body(Body::from(body.to_owned()))
        .expect("an answer")
}

async fn preflight() -> Response<Body> {
    answer(204, "")
}

async fn one(State(inside): State<Shared>, asked: Uri) -> Response<Body> {
    let inside = inside.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = asked.query().and_then(|query| inside.kept.get(query.strip_prefix("statementId=")?));
    kept.map_or_else(|| answer(404, ""), |kept| answer(200, &kept.to_string()))
}

async fn many(State(inside): State<Shared>, headers: HeaderMap, body: String) -> Response<Body> {
    let (answer, does) = {
        let mut inside = inside.lock().unwrap_or_else(PoisonError::into_inner);
        (take(&mut inside, &headers, &body), inside.does)
    };
    if does == Does::Slow {
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    answer
}

fn take(inside: &mut Inside, headers: &HeaderMap, body: &str) -> Response<Body> {
    let given = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !inside.authorization.is_empty() && inside.authorization != given {
        return answer(401, "who are you?");
    }
    if let Does::Falls(status) = inside.does {
        return answer(status, "not now");
    }
    let batch: Vec<Value> = serde_json::from_str(body).expect("a batch");
    let id = |found: &Value| found["id"].as_str().expect("an id").to_owned();
    let ending =
        |found: &Value, ending| found["object"]["id"].as_str().is_some_and(|id| id.ends_with(ending));
    if inside.refused.is_some_and(|wrong| batch.iter().any(|found| ending(found, wrong))) {
        return answer(400, "no such thing");
    }
    if batch.iter().any(|found| inside.kept.get(&id(found)).is_some_and(|kept| kept != found)) {
        return answer(409, "another one is here");
    }
    inside.batches += 1;
    inside.kept.extend(batch.into_iter().map(|found| (id(&found), found)));
    if inside.does == Does::KeepsAndFalls { answer(500, "oh") } else { answer(200, "[]") }
}
