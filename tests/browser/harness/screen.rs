//! A browser, and what a person sees and does in it.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use serde_json::Value;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebDriver, WebElement};
use tokio::runtime::{Builder, Runtime};

use super::driver::{self, Permit, Popups};
use super::part::computed;

/// How long something may take to happen.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long between two looks.
const PAUSE: Duration = Duration::from_millis(20);

/// A browser with a fresh profile. When a test is through, it fails if the
/// browser noted an error that the test did not expect.
#[derive(Debug)]
pub struct Screen {
    driver: WebDriver,
    runtime: Runtime,
    /// The address of the site's home page.
    base: String,
    expected: RefCell<Vec<String>>,
    _permit: Permit,
}

impl Screen {
    pub fn new(base: String) -> Self {
        Self::with(base, Popups::Allowed)
    }

    pub fn with(base: String, popups: Popups) -> Self {
        let permit = driver::permit();
        let runtime = Builder::new_current_thread().enable_all().build().expect("start a runtime");
        let driver = runtime.block_on(driver::open(1000, 800, popups));
        Self { driver, runtime, base, expected: RefCell::default(), _permit: permit }
    }

    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    pub fn run<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> WebDriverResult<T> {
        self.runtime.block_on(work)
    }

    /// Does what cannot fail in a browser that works.
    pub fn must<T>(&self, doing: &str, work: impl Future<Output = WebDriverResult<T>>) -> T {
        self.run(work).unwrap_or_else(|error| panic!("cannot {doing}: {error}\n{}", self.state()))
    }

    /// Opens a page of the site and waits for the app.
    pub fn open(&self, page: &str) {
        self.open_page(page);
        self.is_ready();
    }

    /// Opens a page of the site on which the app will not start.
    pub fn open_page(&self, page: &str) {
        let address = format!("{}{page}", self.base);
        self.must("open a page", self.driver.goto(address));
    }

    pub fn reload(&self) {
        self.must("reload", self.driver.refresh());
        self.is_ready();
    }

    pub fn go_back(&self) {
        self.must("go back", self.driver.back());
        self.is_ready();
    }

    fn is_ready(&self) {
        let ready =
            "return document.readyState === 'complete' && 'started' in document.documentElement.dataset";
        self.wait_until("the app has started", || self.try_script(ready) == Some(Value::Bool(true)));
    }

    /// Waits for a page that is not the one marked by `isBeingLeft`.
    pub fn is_ready_anew(&self) {
        let left = "return !window.isBeingLeft";
        self.wait_until("another page is there", || self.try_script(left) == Some(Value::Bool(true)));
        self.is_ready();
    }

    /// The page's address, seen from the site's root.
    pub fn address(&self) -> String {
        let address = self.must("read the address", self.driver.current_url()).to_string();
        address.strip_prefix(&self.base).unwrap_or(&address).to_owned()
    }

    /// All text that can be seen.
    pub fn text(&self) -> String {
        let text = self.try_script("return document.body.innerText");
        text.and_then(|text| text.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// Waits until this can be read somewhere on the page.
    pub fn says(&self, words: &str) {
        self.wait_until(&format!("the page says “{words}”"), || self.text().contains(words));
    }

    /// Checks that this cannot be read anywhere on the page.
    pub fn says_nothing_of(&self, words: &str) {
        assert!(!self.text().contains(words), "the page says “{words}”\n{}", self.state());
    }

    /// Waits until a screen reader is told this.
    pub fn announces(&self, words: &str) {
        let told = "return [...document.querySelectorAll('[role=status]')].map(place => place.textContent)";
        self.wait_until(&format!("“{words}” is announced"), || {
            self.try_script(told).is_some_and(|told| {
                told.as_array().is_some_and(|told| told.iter().any(|place| place.as_str() == Some(words)))
            })
        });
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str) -> Value {
        self.must("run a script", self.execute(script))
    }

    /// The same while the page may be changing.
    pub fn try_script(&self, script: &str) -> Option<Value> {
        self.run(self.execute(script)).ok()
    }

    async fn execute(&self, script: &str) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, Vec::new()).await?.json().clone())
    }

    /// Waits until a script gives true.
    pub fn wait_for_script(&self, what: &str, script: &str) {
        self.wait_until(what, || self.try_script(script) == Some(Value::Bool(true)));
    }

    /// Tells the browser something that WebDriver has no word for.
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.must(command, self.driver.cdp().send_raw(command, parameters))
    }

    /// Has a script run in this tab before any of a page's own.
    pub fn before_each_page(&self, script: &str) {
        let parameters = serde_json::json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", parameters);
    }

    /// Presses a key where the focus is.
    pub fn press(&self, key: impl Into<char>) {
        let keys = self.driver.action_chain().send_keys(key.into());
        self.must("press a key", async { keys.perform().await });
    }

    /// Types into what has the focus.
    pub fn type_text(&self, text: &str) {
        let keys = self.driver.action_chain().send_keys(text);
        self.must("type", async { keys.perform().await });
    }

    /// Presses a key while another one is held.
    pub fn press_with(&self, held: Key, key: impl Into<char>) {
        let held: char = held.into();
        let keys = self.driver.action_chain().key_down(held).send_keys(key.into()).key_up(held);
        self.must("press two keys", async { keys.perform().await });
    }

    /// Role and name of what has the focus.
    pub fn focused(&self) -> (String, String) {
        self.must("find the focus", async {
            let element = self.driver.active_element().await?;
            Ok((computed(&element, "role").await?, computed(&element, "label").await?))
        })
    }

    pub fn is_focused(&self, element: &WebElement) -> bool {
        let focused = self.run(async { self.driver.active_element().await });
        focused.is_ok_and(|focused| focused.element_id() == element.element_id())
    }

    /// Waits until something is so.
    pub fn wait_until(&self, what: &str, mut so: impl FnMut() -> bool) {
        self.wait_for(what, || if so() { Ok(()) } else { Err("it is not so".to_owned()) });
    }

    /// Waits until something can be had; until then it says why not.
    pub fn wait_for<T>(&self, what: &str, mut get: impl FnMut() -> Result<T, String>) -> T {
        #[expect(clippy::disallowed_methods, reason = "a browser takes its time")]
        let start = Instant::now();
        loop {
            match get() {
                Ok(value) => return value,
                Err(_) if start.elapsed() < PATIENCE => std::thread::sleep(PAUSE),
                Err(reason) => panic!("waited in vain until {what}: {reason}\n{}", self.state()),
            }
        }
    }

    /// The test causes an error with these words, which the browser will note.
    pub fn expects_error(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    fn unexpected_errors(&self) -> Vec<String> {
        let noted = self.run(self.driver.browser_log()).unwrap_or_default();
        let expected = self.expected.borrow();
        let errors = noted.into_iter().filter(|entry| entry.level == "SEVERE").map(|entry| entry.message);
        errors.filter(|error| !expected.iter().any(|words| error.contains(words))).collect()
    }

    /// What is on the screen, for the message of a test that fails.
    pub fn state(&self) -> String {
        let address = self.run(self.driver.current_url()).map(|address| address.to_string());
        let errors = self.unexpected_errors().join("\n");
        format!(
            "--- {} says:\n{}\n--- the browser’s errors:\n{errors}",
            address.unwrap_or_default(),
            self.text()
        )
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let errors = if std::thread::panicking() { Vec::new() } else { self.unexpected_errors() };
        let quit = self.run(self.driver.clone().quit());
        assert!(errors.is_empty(), "the browser noted errors:\n{}", errors.join("\n"));
        if !std::thread::panicking() {
            quit.expect("close the browser");
        }
    }
}
