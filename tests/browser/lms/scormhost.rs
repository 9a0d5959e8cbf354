//! Packages in an LMS of others: scormhost imports the zip, plays it and keeps the results.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, Command, Stdio};

use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::Value;
use tempfile::TempDir;

use super::frame::{COURSE, enter, enter_course, open_in_course};
use super::package::{package, tools};
use crate::harness::{Look, Screen};
use crate::learning_course::answer;

/// Serves until the other end of its input is closed: that is when this program ends.
const UNTIL_WE_END: &str = "\"$0\" app:app --host 127.0.0.1 --port 0 & read -r _; kill $!; wait $!";
const APP: &str = "from scormhost import create_scorm_app\napp = create_scorm_app(data_dir='./data', secret_key='x' * 40)\n";
const FRAMES: [&str; 2] = ["scormhost-content", COURSE];

/// The LMS, until it is dropped.
struct Host {
    address: String,
    shell: Child,
    lifeline: Option<ChildStdin>,
    _log: BufReader<ChildStderr>,
    _folder: TempDir,
}

impl Host {
    fn start() -> Self {
        let folder = TempDir::new().expect("make a folder");
        fs::write(folder.path().join("app.py"), APP).expect("write the app");
        let mut shell = Command::new("sh")
            .args(["-c", UNTIL_WE_END])
            .arg(tools().join("bin/uvicorn"))
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("start a shell");
        let lifeline = shell.stdin.take();
        let mut log = BufReader::new(shell.stderr.take().expect("its log"));
        let mut line = String::new();
        while log.read_line(&mut line).is_ok_and(|length| length > 0) {
            if let Some((_, rest)) = line.split_once("running on ") {
                let address = rest.split_whitespace().next().unwrap_or_default().to_owned();
                return Self { address, shell, lifeline, _log: log, _folder: folder };
            }
            line.clear();
        }
        drop(lifeline);
        let _ = shell.wait();
        panic!("scormhost did not start");
    }

    /// A browser whose learner has imported a package.
    fn visit(&self, zip: &Path) -> Screen {
        let screen = Screen::new(format!("{}/", self.address));
        screen.expects_error("404 (Not Found)");
        screen.open_page("register");
        let zip = BASE64_STANDARD.encode(fs::read(zip).expect("the package"));
        screen.script(&format!(
            "const json = {{ 'content-type': 'application/json' }};
             const who = {{ username: 'admin1', email: 'a@example.org', display_name: 'Ada', password: 'secret-pass-123' }};
             const form = new FormData();
             const bytes = Uint8Array.from(atob('{zip}'), letter => letter.charCodeAt(0));
             form.append('file', new File([bytes], 'course.zip', {{ type: 'application/zip' }}));
             fetch('/api/auth/register', {{ method: 'POST', headers: json, body: JSON.stringify(who) }})
                 .then(() => fetch('/api/packages', {{ method: 'POST', body: form }}))
                 .then(answer => answer.json()).then(answer => window.imported = answer);"
        ));
        screen.wait_for_script("the package is imported", "return Boolean(window.imported)");
        assert_eq!(screen.script("return window.imported.launch_url"), "/launch/course");
        screen
    }

    /// What it keeps of the learner.
    fn kept(screen: &Screen) -> Value {
        screen.script(
            "const asked = new XMLHttpRequest();
             asked.open('GET', '/api/scorm/course/cmi?launch=launch.html', false);
             asked.send();
             return JSON.parse(asked.responseText).elements",
        )
    }

    /// Waits until it keeps this.
    fn keeps(screen: &Screen, element: &str, value: &str) {
        screen.wait_until(&format!("{element} is {value}"), || Self::kept(screen)[element] == value);
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let _ = self.shell.wait();
    }
}

fn launch(screen: &Screen) {
    screen.open_page("launch/course");
    enter_course(screen, &FRAMES);
}

/// Answers both questions of a lesson right.
fn answer_lesson(screen: &Screen, lesson: &str, title: &str) {
    open_in_course(screen, &FRAMES, &format!("{lesson}/{lesson}.html"));
    answer(screen, &format!("{title}, first?"), "Yes");
    answer(screen, &format!("{title}, second?"), "Yes");
}

/// From the import to the pass, with the tab closed in the middle.
fn round(standard: &str, open: (&str, &str), passed: &[(&str, &str)], state: &str) {
    let host = Host::start();
    let screen = &host.visit(&package(standard));
    let first = screen.tab();
    screen.new_tab();
    launch(screen);
    Host::keeps(screen, open.0, open.1);
    answer_lesson(screen, "say", "Say it");
    screen.close_tab(&first);

    launch(screen);
    assert!(
        screen
            .script("return location.pathname")
            .as_str()
            .is_some_and(|path| path.ends_with("/say/say.html"))
    );
    screen.region("Say it, second?").group("Right.").appears();
    Host::keeps(screen, open.0, open.1);
    answer_lesson(screen, "stars", "No stars");
    answer_lesson(screen, "rights", "Your rights");
    for (element, value) in passed {
        Host::keeps(screen, element, value);
    }
    let kept = Host::kept(screen);
    assert!(kept[state].as_str().is_some_and(|state| state.len() < 100), "{kept:#}");

    enter(screen, &FRAMES[..1]);
    screen.button("Exit").click();
    screen.says("Saved. You can close this window.");
    launch(screen);
    open_in_course(screen, &FRAMES, "progress.html");
    screen.says("You passed on ");
    for (element, value) in passed {
        Host::keeps(screen, element, value);
    }
}

#[test]
fn a_scorm_12_package_is_imported_passed_and_resumed() {
    let passed = [("cmi.core.lesson_status", "passed"), ("cmi.core.score.raw", "100")];
    round("scorm12", ("cmi.core.lesson_status", "incomplete"), &passed, "cmi.suspend_data");
}

#[test]
fn a_scorm_2004_package_is_imported_passed_and_resumed() {
    let passed = [
        ("cmi.success_status", "passed"),
        ("cmi.completion_status", "completed"),
        ("cmi.score.scaled", "1"),
        ("cmi.progress_measure", "1"),
    ];
    round("scorm2004", ("cmi.completion_status", "incomplete"), &passed, "cmi.suspend_data");
}
