//! One chromedriver for the whole run, and at most two browsers at once.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::{Condvar, Mutex, MutexGuard, OnceLock, PoisonError};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

/// Browsers that may be open at once.
const BROWSERS: usize = 2;

/// Runs chromedriver until the other end of its own input is closed: that is when
/// this program ends, in whatever way. Then it stops the browsers that are still
/// open, chromedriver itself, and removes the folder of their files.
const UNTIL_WE_END: &str = "
\"$0\" --port=0 &
exec >/dev/null
read -r _
pkill -P $!
kill $!
wait $!
rm -rf \"$TMPDIR\"";

struct Driver {
    address: String,
    /// Waits for the end of its input; `_lifeline` is the other end.
    _shell: Child,
    _lifeline: ChildStdin,
    _output: BufReader<ChildStdout>,
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

fn start() -> Driver {
    let program = std::env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
    let files = TempDir::with_prefix("workshop-browser-").expect("make a folder").keep();
    let mut shell = Command::new("sh")
        .args(["-c", UNTIL_WE_END, &program])
        .env("TMPDIR", files)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("start a shell");
    let mut output = BufReader::new(shell.stdout.take().expect("its output"));
    let lifeline = shell.stdin.take().expect("its input");
    let mut line = String::new();
    while output.read_line(&mut line).is_ok_and(|length| length > 0) {
        if let Some((_, port)) = line.trim().rsplit_once("successfully on port ") {
            let address = format!("http://127.0.0.1:{}", port.trim_end_matches('.'));
            return Driver { address, _shell: shell, _lifeline: lifeline, _output: output };
        }
        line.clear();
    }
    drop(lifeline);
    let _ = shell.wait();
    panic!("`{program}` did not start; the browser tests need chromium and chromedriver");
}

/// Whether a page may open windows that nobody asked for. A WebDriver's browser usually
/// lets it; a person's does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Popups {
    Allowed,
    Blocked,
}

fn capabilities(width: u32, height: u32, popups: Popups) -> Capabilities {
    let size = format!("--window-size={width},{height}");
    let arguments = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // A click on something that still scrolls would miss it.
        "--force-prefers-reduced-motion",
        "--remote-debugging-port=0",
        &size,
    ];
    let mut options = json!({ "args": arguments });
    if popups == Popups::Blocked {
        options["excludeSwitches"] = json!(["disable-popup-blocking"]);
    }
    let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    if Path::new(&program).exists() {
        options["binary"] = Value::String(program);
    }
    let mut capabilities = Capabilities::new();
    for (name, value) in [
        ("browserName", json!("chrome")),
        ("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" })),
        ("goog:chromeOptions", options),
    ] {
        capabilities.set(name, value).expect("plain JSON");
    }
    capabilities
}

/// Opens a browser with a fresh profile.
pub async fn open(width: u32, height: u32, popups: Popups) -> WebDriver {
    let address = &DRIVER.get_or_init(start).address;
    WebDriver::new(address, capabilities(width, height, popups)).await.expect("open a browser")
}

/// The right to have a browser open.
#[derive(Debug)]
pub struct Permit(());

static OPEN: Mutex<usize> = Mutex::new(0);
static CLOSED: Condvar = Condvar::new();

fn open_browsers() -> MutexGuard<'static, usize> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Waits until another browser may be opened.
pub fn permit() -> Permit {
    let full = |open: &mut usize| *open >= BROWSERS;
    *CLOSED.wait_while(open_browsers(), full).unwrap_or_else(PoisonError::into_inner) += 1;
    Permit(())
}

impl Drop for Permit {
    fn drop(&mut self) {
        *open_browsers() -= 1;
        CLOSED.notify_one();
    }
}
