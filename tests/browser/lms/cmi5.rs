//! A cmi5 package in a small LMS that knows the rules of the standard, and refuses what breaks them.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, post};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower_http::services::ServeDir;

use super::cmi5_rules::{Launch, broken, verb};
use super::frame::{COURSE, enter, enter_course, open_in_course};
use super::package::{package, unpack};

use crate::harness::{Look, Screen, Server};
use crate::learning_course::answer;

const FRAMES: [&str; 1] = [COURSE];
const ACTOR: &str = r#"{"objectType":"Agent","account":{"homePage":"https://lms.example","name":"emp-42"}}"#;
const REGISTRATION: &str = "760e3480-ba55-4991-94b0-01820dbd23a2";
const ACTIVITY: &str = "https://lms.example/courses/1/units/1";

#[derive(Default)]
struct Records {
    /// By the number of the session.
    launches: Vec<Launch>,
    /// Whether the token of each session was fetched.
    fetched: Vec<bool>,
    /// By state id: a document and how often it was written.
    states: BTreeMap<String, (String, usize)>,
    statements: Vec<Value>,
    violations: Vec<String>,
    /// Requests for statements that are answered with an error first.
    failures: usize,
}

type Kept = Arc<Mutex<Records>>;

fn lock(kept: &Kept) -> MutexGuard<'_, Records> {
    kept.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The LMS, with the package in it.
struct Lms {
    server: Server,
    kept: Kept,
    _folder: TempDir,
}

impl Lms {
    fn start() -> Self {
        let folder = TempDir::new().expect("make a folder");
        unpack(&package("cmi5"), folder.path());
        let kept = Kept::default();
        let routes = Router::new()
            .route("/fetch/{session}", post(fetch))
            .route("/xapi/activities/state", any(state))
            .route("/xapi/agents/profile", any(profile))
            .route("/xapi/statements", any(statements))
            .with_state(kept.clone())
            .nest_service("/content", ServeDir::new(folder.path()));
        Self { server: Server::of(routes), kept, _folder: folder }
    }

    fn visit(&self) -> Screen {
        let screen = Screen::new(format!("{}/", self.server.origin()));
        // Documents that are not there yet.
        screen.expects_error("404 (Not Found)");
        screen
    }

    /// A new session: the address that the LMS opens.
    fn launch(&self, mode: &str) -> String {
        let session = {
            let mut kept = lock(&self.kept);
            let session = kept.launches.len();
            kept.launches.push(Launch {
                actor: serde_json::from_str(ACTOR).expect("JSON"),
                activity: ACTIVITY.to_owned(),
                registration: REGISTRATION.to_owned(),
                session: format!("session-{session}"),
                mode: mode.to_owned(),
                mastery: 0.8,
                knows_preferences: false,
            });
            kept.fetched.push(false);
            session
        };
        let origin = self.server.origin();
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        format!(
            "content/launch.html?endpoint={}&fetch={}&actor={}&registration={REGISTRATION}&activityId={}",
            encoded(&format!("{origin}/xapi")),
            encoded(&format!("{origin}/fetch/{session}")),
            encoded(ACTOR),
            encoded(ACTIVITY),
        )
    }

    /// The verbs that cmi5 defines, as they came; other statements are left out.
    fn verbs(&self) -> Vec<String> {
        let kept = lock(&self.kept);
        assert_eq!(kept.violations, Vec::<String>::new());
        let verbs = kept.statements.iter().map(verb).filter(|verb| *verb != "answered");
        verbs.map(str::to_owned).collect()
    }

    fn has_verbs(&self, screen: &Screen, expected: &[&str]) {
        screen.wait_for("the statements are there", || {
            let verbs = self.verbs();
            if verbs == expected { Ok(()) } else { Err(format!("{verbs:?}")) }
        });
    }
}

async fn fetch(State(kept): State<Kept>, Path(session): Path<usize>) -> Response {
    let mut kept = lock(&kept);
    let answer = match kept.fetched.get_mut(session) {
        Some(fetched) if !*fetched => {
            *fetched = true;
            json!({ "auth-token": format!("token-{session}") })
        }
        _ => json!({ "error-code": "1", "error-text": "the token was fetched already" }),
    };
    answer.to_string().into_response()
}

/// The parameters of a request.
fn asked(uri: &Uri) -> BTreeMap<String, String> {
    let decoded = |text: &str| percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned();
    let pairs = uri.query().unwrap_or_default().split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), decoded(value))).collect()
}

/// The session that a request belongs to.
fn session(headers: &HeaderMap) -> Result<usize, StatusCode> {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if header("x-experience-api-version") != "1.0.3" {
        return Err(StatusCode::BAD_REQUEST);
    }
    let number = header("authorization").strip_prefix("Basic token-").and_then(|number| number.parse().ok());
    number.ok_or(StatusCode::UNAUTHORIZED)
}

async fn state(
    State(kept): State<Kept>,
    uri: Uri,
    method: Method,
    headers: HeaderMap,
    body: String,
) -> Result<Response, StatusCode> {
    let (session, asked) = (session(&headers)?, asked(&uri));
    let mut kept = lock(&kept);
    let is_ours = asked.get("activityId").is_some_and(|id| id == ACTIVITY)
        && asked.get("agent").is_some_and(|agent| agent == ACTOR)
        && asked.get("registration").is_some_and(|id| id == REGISTRATION);
    let id = asked.get("stateId").filter(|_| is_ours).ok_or(StatusCode::BAD_REQUEST)?;
    let is_put = method == Method::PUT;
    if id == "LMS.LaunchData" {
        let launch = &kept.launches[session];
        let data = json!({
            "contextTemplate": launch.context_template(),
            "launchMode": launch.mode,
            "masteryScore": launch.mastery,
            "moveOn": "CompletedOrPassed",
        });
        return if is_put { Err(StatusCode::FORBIDDEN) } else { Ok(data.to_string().into_response()) };
    }
    let known = kept.states.get(id).cloned();
    let tag = |count: usize| [("etag", format!("\"{count}\""))];
    if !is_put {
        let (document, count) = known.ok_or(StatusCode::NOT_FOUND)?;
        return Ok((tag(count), document).into_response());
    }
    let expected = headers.get("if-match").and_then(|value| value.to_str().ok());
    let count = known.map_or(0, |(_, count)| count);
    match expected {
        None if count > 0 => return Err(StatusCode::CONFLICT),
        Some(expected) if expected != format!("\"{count}\"") => return Err(StatusCode::PRECONDITION_FAILED),
        _ => {}
    }
    kept.states.insert(id.clone(), (body, count + 1));
    Ok((StatusCode::NO_CONTENT, tag(count + 1)).into_response())
}

async fn profile(State(kept): State<Kept>, uri: Uri, headers: HeaderMap) -> Result<Response, StatusCode> {
    let (session, asked) = (session(&headers)?, asked(&uri));
    if asked.get("profileId").is_some_and(|id| id == "cmi5LearnerPreferences") {
        lock(&kept).launches[session].knows_preferences = true;
    }
    Err(StatusCode::NOT_FOUND)
}

async fn statements(
    State(kept): State<Kept>,
    uri: Uri,
    method: Method,
    headers: HeaderMap,
    body: Bytes,
) -> Result<StatusCode, StatusCode> {
    let (session, asked) = (session(&headers)?, asked(&uri));
    let mut kept = lock(&kept);
    if kept.failures > 0 {
        kept.failures -= 1;
        return Err(StatusCode::INTERNAL_SERVER_ERROR);
    }
    let id = asked.get("statementId").ok_or(StatusCode::BAD_REQUEST)?;
    let known = kept.statements.iter().find(|statement| statement["id"] == id.as_str()).cloned();
    if method != Method::PUT {
        return known.map(|_| StatusCode::OK).ok_or(StatusCode::NOT_FOUND);
    }
    let statement: Value = serde_json::from_slice(&body).map_err(|_| StatusCode::BAD_REQUEST)?;
    if let Some(known) = known {
        return if known == statement { Ok(StatusCode::NO_CONTENT) } else { Err(StatusCode::CONFLICT) };
    }
    let found = broken(&kept.launches[session], &kept.statements, &statement);
    if statement["id"] != id.as_str() || !found.is_empty() {
        kept.violations.push(format!("{}: {found:?}", verb(&statement)));
        return Err(StatusCode::FORBIDDEN);
    }
    kept.statements.push(statement);
    Ok(StatusCode::NO_CONTENT)
}

fn answer_lesson(screen: &Screen, lesson: &str, title: &str) {
    open_in_course(screen, &FRAMES, &format!("{lesson}/{lesson}.html"));
    answer(screen, &format!("{title}, first?"), "Yes");
    answer(screen, &format!("{title}, second?"), "Yes");
}

fn open(screen: &Screen, lms: &Lms, mode: &str) {
    screen.open_page(&lms.launch(mode));
    enter_course(screen, &FRAMES);
}

/// Whether the page around the course has saved all that it was told.
fn is_saved(screen: &Screen) -> bool {
    screen.try_script("return 'saved' in document.documentElement.dataset") == Some(json!(true))
}

fn exit(screen: &Screen) {
    enter(screen, &[]);
    screen.button("Exit").click();
    screen.says("Saved. You can close this window.");
}

#[test]
fn a_session_goes_on_when_its_page_is_loaded_anew_and_ends_passed() {
    let lms = Lms::start();
    let screen = &lms.visit();
    open(screen, &lms, "Normal");
    lms.has_verbs(screen, &["initialized"]);
    answer_lesson(screen, "say", "Say it");
    screen.wait_until("the state is kept", || lock(&lms.kept).states.contains_key("suspendData"));
    enter(screen, &[]);
    screen.wait_until("all is saved", || is_saved(screen));
    screen.must("reload", screen.driver().refresh());
    enter_course(screen, &FRAMES);
    screen.region("Say it, second?").group("Right.").appears();
    answer_lesson(screen, "stars", "No stars");
    answer_lesson(screen, "rights", "Your rights");
    lms.has_verbs(screen, &["initialized", "completed", "passed"]);
    exit(screen);
    lms.has_verbs(screen, &["initialized", "completed", "passed", "terminated"]);
    assert_eq!(lock(&lms.kept).statements.iter().filter(|said| verb(said) == "answered").count(), 6);

    // Once more: what a registration has once does not come again.
    open(screen, &lms, "Normal");
    open_in_course(screen, &FRAMES, "progress.html");
    screen.says("You passed on ");
    exit(screen);
    let again = ["initialized", "completed", "passed", "terminated", "initialized", "terminated"];
    lms.has_verbs(screen, &again);
}

#[test]
fn a_tab_that_was_closed_loses_nothing() {
    let lms = Lms::start();
    let screen = &lms.visit();
    let first = screen.tab();
    screen.new_tab();
    open(screen, &lms, "Normal");
    answer_lesson(screen, "say", "Say it");
    enter(screen, &[]);
    screen.wait_until("all is saved", || is_saved(screen));
    screen.close_tab(&first);
    open(screen, &lms, "Normal");
    screen.region("Say it, second?").group("Right.").appears();
    lms.has_verbs(screen, &["initialized", "initialized"]);
}

#[test]
fn who_leaves_without_the_pass_has_failed() {
    let lms = Lms::start();
    let screen = &lms.visit();
    open(screen, &lms, "Normal");
    for (lesson, title) in [("say", "Say it"), ("stars", "No stars"), ("rights", "Your rights")] {
        open_in_course(screen, &FRAMES, &format!("{lesson}/{lesson}.html"));
        answer(screen, &format!("{title}, first?"), "No");
        answer(screen, &format!("{title}, second?"), "Yes");
    }
    lms.has_verbs(screen, &["initialized"]);
    exit(screen);
    lms.has_verbs(screen, &["initialized", "failed", "terminated"]);
}

#[test]
fn looking_back_says_nothing_but_that_one_was_there() {
    let lms = Lms::start();
    let screen = &lms.visit();
    open(screen, &lms, "Review");
    answer_lesson(screen, "say", "Say it");
    enter(screen, &[]);
    screen.says("You are looking back.");
    exit(screen);
    lms.has_verbs(screen, &["initialized", "terminated"]);
    assert!(!lock(&lms.kept).states.contains_key("suspendData"));
}

#[test]
fn a_system_that_fails_for_a_while_gets_every_statement_once() {
    let lms = Lms::start();
    let screen = &lms.visit();
    screen.expects_error("500 (Internal Server Error)");
    open(screen, &lms, "Normal");
    lms.has_verbs(screen, &["initialized"]);
    lock(&lms.kept).failures = 2;
    answer_lesson(screen, "say", "Say it");
    enter(screen, &[]);
    screen.wait_until("all is saved", || {
        let answered = lock(&lms.kept).statements.iter().filter(|said| verb(said) == "answered").count();
        answered == 2 && is_saved(screen)
    });
    lms.has_verbs(screen, &["initialized"]);
}

#[test]
fn the_self_test_leaves_the_session_to_the_course() {
    let lms = Lms::start();
    let screen = &lms.visit();
    let address = lms.launch("Normal");
    screen.open_page(&address.replace("launch.html", "self-test.html"));
    screen.says("All that the course needs is there.");
    screen.open_page(&address);
    enter_course(screen, &FRAMES);
    answer_lesson(screen, "say", "Say it");
    exit(screen);
    lms.has_verbs(screen, &["initialized", "terminated"]);
}
