//! `workshop serve` while an author writes.

use std::io::{BufRead, BufReader, Read as _};
use std::net::TcpListener;
use std::process::{Child, ChildStdout, Stdio};

use tempfile::TempDir;

use crate::harness::{Lesson, Look, Screen, program};
use crate::samples::{course, drink, drink_coffee};

/// The command at work on a course of its own.
struct Serving {
    folder: TempDir,
    child: Child,
    _output: BufReader<ChildStdout>,
    address: String,
}

impl Serving {
    fn start(first: &Lesson) -> Self {
        let folder = TempDir::new().expect("make a folder");
        course().lesson("01-start/01-tea.md", first.clone()).write(folder.path());
        let mut command = program();
        command.arg("serve").arg(folder.path()).args(["--port", "0"]);
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("run the program");
        let mut line = String::new();
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        output.read_line(&mut line).expect("a line");
        let address = line.split_whitespace().find(|word| word.starts_with("http://"));
        let address = address.unwrap_or_else(|| panic!("no address in “{line}”")).to_owned();
        Self { folder, child, _output: output, address }
    }

    fn save(&self, lesson: &Lesson) {
        course().lesson("01-start/01-tea.md", lesson.clone()).write(self.folder.path());
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A lesson that is longer than a window.
fn lesson(last: &str) -> Lesson {
    let long = "A sentence of a long lesson.\n\n".repeat(60);
    Lesson::new("tea", "All about tea").ask(drink()).text(&format!("## A long end\n\n{long}{last}"))
}

#[test]
fn a_saved_lesson_is_shown_at_the_same_place_with_its_answers() {
    let serving = Serving::start(&lesson("The first wording."));
    let screen = &Screen::new(serving.address.clone());
    screen.open("start/tea.html");
    drink_coffee(screen);
    screen.says("The first wording.");
    screen.script("scrollTo({ top: document.body.scrollHeight - innerHeight - 200, behavior: 'instant' })");
    let place = screen.script("return scrollY").as_f64().expect("a number");
    assert!(place > 500.0);

    serving.save(&lesson("The second wording."));
    screen.says("The second wording.");
    screen.region("What do you drink?").group("Right.").appears();
    screen.wait_until("the place is the same", || {
        let now = screen.try_script("return scrollY").and_then(|now| now.as_f64());
        now.is_some_and(|now| (now - place).abs() <= 2.0)
    });
}

#[test]
fn mistakes_are_shown_over_the_last_good_version_until_they_are_mended() {
    let serving = Serving::start(&lesson("The first wording."));
    let screen = &Screen::new(serving.address.clone());
    screen.open("start/tea.html");
    serving.save(&lesson("A wrong link: [DSC-99]."));
    screen.says("The course has mistakes. This is the last good version.");
    screen.says("DSC-99");
    screen.says("01-start/01-tea.md");
    screen.says("The first wording.");
    let alert = "return document.querySelector('[role=alert]#course-mistakes') !== null";
    assert_eq!(screen.script(alert), true);

    serving.save(&lesson("The mended wording."));
    screen.says("The mended wording.");
    screen.says_nothing_of("The course has mistakes.");
}

#[test]
fn a_course_that_begins_with_mistakes_is_shown_once_they_are_mended() {
    let serving = Serving::start(&lesson("A wrong link: [DSC-99]."));
    let screen = &Screen::new(serving.address.clone());
    screen.expects_error("503 (Service Unavailable)");
    screen.open_page("index.html");
    screen.says("DSC-99");
    serving.save(&lesson("The mended wording."));
    screen.link("Start").appears();
}

#[cfg(unix)]
#[test]
fn it_stops_with_control_c_while_a_page_is_open() {
    let mut serving = Serving::start(&lesson("The first wording."));
    let screen = &Screen::new(serving.address.clone());
    screen.open("start/tea.html");
    let number = serving.child.id().to_string();
    let sent = std::process::Command::new("kill").args(["-INT", &number]).status().expect("run kill");
    assert!(sent.success());
    screen.wait_until("the command has ended", || matches!(serving.child.try_wait(), Ok(Some(_))));
    screen.expects_error("_workshop/news");
}

#[test]
fn a_port_in_use_is_said_clearly() {
    let taken = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let folder = TempDir::new().expect("make a folder");
    course().write(folder.path());
    let mut command = program();
    command.arg("serve").arg(folder.path()).args(["--port", &port]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("run the program");
    let mut said = String::new();
    child.stderr.take().expect("its messages").read_to_string(&mut said).expect("read them");
    let status = child.wait().expect("its end");
    assert_eq!(status.code(), Some(1));
    assert!(said.contains(&format!("error: port {port} is in use.")), "{said}");
}
