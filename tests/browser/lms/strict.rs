//! Packages in the runtime of others, scorm-again, with the limits of SCORM 1.2 that it lets
//! pass: what it is told is what a strict LMS takes. It commits to a server of this test.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};
use serde_json::{Value, json};
use tempfile::TempDir;
use tower_http::services::ServeDir;

use super::frame::{COURSE, enter, enter_course, open_in_course};
use super::package::{package, tools, unpack};

use crate::access::has_no_barriers;
use crate::harness::{Look, Screen, Server};
use crate::learning_course::answer;

const FRAMES: [&str; 2] = ["content", COURSE];

/// The LMS: a page with the runtime around the package, and what was committed.
struct Lms {
    server: Server,
    commits: Arc<Mutex<Vec<Value>>>,
    _folder: TempDir,
}

/// What a strict LMS refuses and scorm-again does not.
const LIMITS: &str = r"
    const limits = [
        [/^cmi\.suspend_data$/, /^[\u0020-\u007e]{0,4096}$/],
        [/^cmi\.core\.lesson_location$/, /^[\u0020-\u007e]{0,255}$/],
        [/^cmi\.core\.lesson_status$/, /^(passed|completed|failed|incomplete|browsed)$/],
        [/^cmi\.core\.exit$/, /^(time-out|suspend|logout|)$/],
        [/^cmi\.core\.session_time$/, /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/],
        [/^cmi\.core\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,2})?$/],
        [/^cmi\.(interactions|objectives)\.\d+\.id$/, /^[\u0021-\u007e]{1,255}$/],
        [/^cmi\.interactions\.\d+\.type$/, /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/],
        [/^cmi\.interactions\.\d+\.time$/, /^\d\d:\d\d:\d\d(\.\d{1,2})?$/],
        [/^cmi\.interactions\.\d+\.result$/, /^(correct|wrong|unanticipated|neutral|\d{1,3}(\.\d{1,2})?)$/],
        [/^cmi\.interactions\.\d+\.student_response$/, /^[\u0020-\u007e]{0,255}$/],
        [/^cmi\.objectives\.\d+\.status$/, /^(passed|completed|failed|incomplete|browsed|not attempted)$/],
        [/^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, /^\d{1,3}(\.\d{1,2})?$/],
    ];";

impl Lms {
    fn start(standard: &str, before: &Value) -> Self {
        Self::with_headers(standard, before, |_| {})
    }

    /// The same, serving the package with other headers.
    fn with_headers(standard: &str, before: &Value, change: fn(&mut HeaderMap)) -> Self {
        let folder = TempDir::new().expect("make a folder");
        unpack(&package(standard), folder.path());
        let commits: Arc<Mutex<Vec<Value>>> = Arc::default();
        let page = page(standard, before);
        let kept = commits.clone();
        let keep = move |body: String| async move {
            kept.lock()
                .unwrap_or_else(PoisonError::into_inner)
                .push(serde_json::from_str(&body).expect("JSON"));
            r#"{"result":true,"errorCode":0}"#
        };
        let runtime = ServeDir::new(tools().join("node_modules/scorm-again/dist"));
        let content = Router::new().fallback_service(ServeDir::new(folder.path()));
        let content = content.layer(map_response(move |mut response: Response| async move {
            change(response.headers_mut());
            response
        }));
        let routes = Router::new()
            .route("/lms.html", get(|| async { axum::response::Html(page) }))
            .route("/commit", post(keep))
            .nest_service("/runtime", runtime)
            .nest("/content", content);
        Self { server: Server::of(routes), commits, _folder: folder }
    }

    fn visit(&self) -> Screen {
        let screen = Screen::new(format!("{}/", self.server.origin()));
        screen.expects_error("favicon");
        screen
    }

    /// What was committed last.
    fn last(&self) -> Value {
        let commits = self.commits.lock().unwrap_or_else(PoisonError::into_inner);
        commits.last().cloned().unwrap_or_default()
    }

    /// Waits until a value was committed.
    fn keeps(&self, screen: &Screen, path: &str, value: &Value) {
        screen.wait_for(&format!("{path} is {value}"), || {
            let last = self.last();
            let found = last.pointer(path).cloned().unwrap_or_default();
            if found == *value { Ok(()) } else { Err(format!("{found} in {last:#}")) }
        });
    }
}

/// The page of the LMS, in which `before` was kept by an earlier session.
fn page(standard: &str, before: &Value) -> String {
    let (script, class, api, set) = match standard {
        "scorm12" => ("scorm12.min.js", "Scorm12API", "API", "LMSSetValue"),
        _ => ("scorm2004.min.js", "Scorm2004API", "API_1484_11", "SetValue"),
    };
    let limits = if standard == "scorm12" { LIMITS } else { "const limits = [];" };
    let get_error = if standard == "scorm12" { "LMSGetLastError" } else { "GetLastError" };
    format!(
        "<!doctype html><link rel=icon href='data:,'><script src='/runtime/{script}'></script><script>
        {limits}
        window.refused = [];
        const runtime = new {class}({{ lmsCommitUrl: '/commit', dataCommitFormat: 'json', logLevel: 5 }});
        runtime.loadFromFlattenedJSON({before});
        const set = runtime.{set}.bind(runtime);
        runtime.{set} = (element, value) => {{
            const limit = limits.find(([name]) => name.test(element));
            const answer = set(element, value);
            if (typeof value !== 'string' || limit && !limit[1].test(value) || String(answer) !== 'true')
                window.refused.push(`${{element}} = ${{value}}: ${{runtime.{get_error}()}}`);
            return answer;
        }};
        window.{api} = runtime;
        </script><iframe id=content src='/content/launch.html' width=900 height=700></iframe>"
    )
}

fn launch(screen: &Screen) {
    screen.open_page("lms.html");
    enter_course(screen, &FRAMES);
}

fn answer_all_lessons(screen: &Screen) {
    for (lesson, title) in [("say", "Say it"), ("stars", "No stars"), ("rights", "Your rights")] {
        open_in_course(screen, &FRAMES, &format!("{lesson}/{lesson}.html"));
        answer(screen, &format!("{title}, first?"), "No");
        screen.region(&format!("{title}, first?")).button("Try again").click();
        answer(screen, &format!("{title}, in other words?"), "Yes");
        answer(screen, &format!("{title}, second?"), "Yes");
    }
}

/// What the LMS refused, of all that it was told.
fn refused(screen: &Screen) -> Value {
    enter(screen, &[]);
    screen.script("return window.refused")
}

#[test]
fn a_strict_scorm_12_system_refuses_nothing_from_start_to_pass() {
    let lms = Lms::start("scorm12", &json!({}));
    let screen = &lms.visit();
    launch(screen);
    lms.keeps(screen, "/cmi/core/lesson_status", &json!("incomplete"));
    lms.keeps(screen, "/cmi/core/exit", &json!("suspend"));
    answer_all_lessons(screen);
    lms.keeps(screen, "/cmi/core/lesson_status", &json!("passed"));
    lms.keeps(screen, "/cmi/core/score/raw", &json!("100"));
    assert_eq!(refused(screen), json!([]));
}

#[test]
fn a_strict_scorm_2004_system_refuses_nothing_from_start_to_pass() {
    let lms = Lms::start("scorm2004", &json!({}));
    let screen = &lms.visit();
    launch(screen);
    lms.keeps(screen, "/cmi/completion_status", &json!("incomplete"));
    answer_all_lessons(screen);
    lms.keeps(screen, "/cmi/success_status", &json!("passed"));
    lms.keeps(screen, "/cmi/completion_status", &json!("completed"));
    lms.keeps(screen, "/cmi/score/scaled", &json!("1"));
    assert_eq!(refused(screen), json!([]));
}

#[test]
fn what_was_passed_stays_passed_though_the_state_is_gone() {
    let before =
        json!({ "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "92", "cmi.core.entry": "resume" });
    let lms = Lms::start("scorm12", &before);
    let screen = &lms.visit();
    launch(screen);
    open_in_course(screen, &FRAMES, "say/say.html");
    answer(screen, "Say it, second?", "No");
    lms.keeps(screen, "/cmi/objectives/0/id", &json!("say"));
    lms.keeps(screen, "/cmi/core/lesson_status", &json!("passed"));
    lms.keeps(screen, "/cmi/core/score/raw", &json!("92"));
}

#[test]
fn the_mark_of_the_system_counts_and_no_score_below_it_is_told() {
    let before =
        json!({ "cmi.student_data.mastery_score": "60", "cmi.core.lesson_location": "gone/gone.html" });
    let lms = Lms::start("scorm12", &before);
    let screen = &lms.visit();
    screen.expects_error("404 (Not Found)");
    launch(screen);
    open_in_course(screen, &FRAMES, "say/say.html");
    answer(screen, "Say it, first?", "Yes");
    answer(screen, "Say it, second?", "Yes");
    lms.keeps(screen, "/cmi/objectives/0/status", &json!("completed"));
    lms.keeps(screen, "/cmi/core/score/raw", &json!(""));
    open_in_course(screen, &FRAMES, "stars/stars.html");
    answer(screen, "No stars, first?", "Yes");
    answer(screen, "No stars, second?", "Yes");
    lms.keeps(screen, "/cmi/core/lesson_status", &json!("passed"));
    lms.keeps(screen, "/cmi/core/score/raw", &json!("66"));
    assert_eq!(refused(screen), json!([]));
}

#[test]
fn looking_back_changes_nothing() {
    let before = json!({ "cmi.core.lesson_mode": "review", "cmi.core.lesson_status": "passed" });
    let lms = Lms::start("scorm12", &before);
    let screen = &lms.visit();
    launch(screen);
    open_in_course(screen, &FRAMES, "say/say.html");
    answer(screen, "Say it, second?", "No");
    enter(screen, &FRAMES[..1]);
    screen.says("You are looking back.");
    enter(screen, &[]);
    assert_eq!(screen.script("return window.API.cmi.suspend_data"), json!(""));
    assert_eq!(screen.script("return window.API.cmi.core.lesson_status"), json!("passed"));
}

#[test]
fn a_system_that_does_not_answer_is_said_and_asked_again() {
    let lms = Lms::start("scorm12", &json!({}));
    let screen = &lms.visit();
    launch(screen);
    enter(screen, &[]);
    screen.script("window.commit = API.LMSCommit; API.LMSCommit = () => 'false'");
    enter_course(screen, &FRAMES);
    open_in_course(screen, &FRAMES, "say/say.html");
    answer(screen, "Say it, second?", "Yes");
    enter(screen, &FRAMES[..1]);
    screen.says("Not saved yet.");
    screen.button("Download my progress").appears();
    enter(screen, &[]);
    screen.script("API.LMSCommit = window.commit");
    enter(screen, &FRAMES[..1]);
    screen.button("Try again now").click();
    screen.says("Saved");
    screen.button("Download my progress").is_gone();
}

#[test]
fn the_self_test_says_that_all_is_fine() {
    let lms = Lms::start("scorm12", &json!({}));
    let screen = &lms.visit();
    screen.open_page("lms.html");
    screen.script("document.getElementById('content').src = '/content/self-test.html'");
    screen.wait_until("the test is through", || {
        enter(screen, &FRAMES[..1]);
        screen.try_script("return document.documentElement.dataset.tested") == Some(json!("fine"))
    });
    screen.says("All that the course needs is there.");
    assert_eq!(refused(screen), json!([]));
}

#[test]
fn without_an_lms_the_page_says_so_and_the_course_can_be_read() {
    let lms = Lms::start("scorm12", &json!({}));
    let screen = &lms.visit();
    screen.open_page("content/launch.html");
    screen.heading("The course cannot start here").appears();
    screen.says("This page was not opened by a learning system");
    screen.button("Read on without a record").click();
    enter_course(screen, &[COURSE]);
    screen.says("A small course");
}

#[test]
fn a_system_that_forbids_webassembly_is_told_what_to_allow() {
    let lms = Lms::with_headers("scorm12", &json!({}), |headers| {
        let policy = HeaderValue::from_static("script-src 'self' 'unsafe-inline'");
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    });
    let screen = &lms.visit();
    screen.expects_error("WebAssembly");
    screen.open_page("lms.html");
    enter(screen, &FRAMES[..1]);
    screen.heading("The course cannot start here").appears();
    screen.says("its Content-Security-Policy needs 'wasm-unsafe-eval' in script-src");
    lms.keeps(screen, "/cmi/core/lesson_status", &json!("incomplete"));
}

#[test]
fn a_system_that_does_not_know_webassembly_files_starts_the_course_all_the_same() {
    let lms = Lms::with_headers("scorm12", &json!({}), |headers| {
        if headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/wasm") {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("document/unknown"));
        }
    });
    let screen = &lms.visit();
    launch(screen);
    open_in_course(screen, &FRAMES, "say/say.html");
    answer(screen, "Say it, second?", "Yes");
}

#[test]
fn the_pages_around_the_course_have_no_barriers() {
    let lms = Lms::start("scorm12", &json!({}));
    let screen = &lms.visit();
    for page in ["content/launch.html", "content/self-test.html"] {
        screen.open_page(page);
        screen.says("This page was not opened by a learning system");
        has_no_barriers(screen);
    }
    screen.before_each_page(
        "window.API = { LMSInitialize: () => 'true', LMSGetValue: () => '', LMSSetValue: () => 'true',
             LMSCommit: () => 'false', LMSFinish: () => 'false', LMSGetLastError: () => '0' };",
    );
    screen.open_page("content/launch.html");
    screen.says("Not saved yet.");
    has_no_barriers(screen);
}
