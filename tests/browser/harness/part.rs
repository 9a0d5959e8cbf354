//! Parts of a screen, found by role and name as assistive technology has them.
//!
//! A part is only a description: each action looks it up anew, and waits for it.

use axum::http::Method;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::error::WebDriverResult;
use thirtyfour::{By, ElementId, RequestData, SessionId, WebElement};

use super::screen::Screen;

/// What something is to assistive technology.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Button,
    Checkbox,
    Combobox,
    Dialog,
    /// The line of a `details` that opens it.
    Disclosure,
    Figure,
    Group,
    Heading,
    Link,
    Radio,
    Region,
    Searchbox,
    /// A field for a number.
    Spinbutton,
    Table,
    Textbox,
}

impl Role {
    /// The role as WebDriver reports it, and the elements that may have it.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Role::Button => ("button", "button, input[type=file]"),
            Role::Checkbox => ("checkbox", "input[type=checkbox]"),
            Role::Combobox => ("combobox", "select"),
            Role::Dialog => ("dialog", "dialog, [role=dialog]"),
            Role::Disclosure => ("DisclosureTriangle", "summary"),
            Role::Figure => ("figure", "figure"),
            Role::Group => ("group", "fieldset, [role=group]"),
            Role::Heading => ("heading", "h1, h2, h3, h4"),
            Role::Link => ("link", "a[href]"),
            Role::Radio => ("radio", "input[type=radio]"),
            Role::Region => ("region", "section"),
            Role::Searchbox => ("searchbox", "input[type=search]"),
            Role::Spinbutton => ("spinbutton", "input[type=number]"),
            Role::Table => ("table", "table"),
            Role::Textbox => ("textbox", "input[type=text], textarea"),
        }
    }
}

/// A part of a screen, inside others.
#[derive(Debug, Clone)]
pub struct Part<'s> {
    screen: &'s Screen,
    path: Vec<(Role, String)>,
}

/// Where parts can be looked for: a screen, or another part.
pub trait Look<'s> {
    fn part(&self, role: Role, name: &str) -> Part<'s>;

    fn button(&self, name: &str) -> Part<'s> {
        self.part(Role::Button, name)
    }
    fn checkbox(&self, name: &str) -> Part<'s> {
        self.part(Role::Checkbox, name)
    }
    fn combobox(&self, name: &str) -> Part<'s> {
        self.part(Role::Combobox, name)
    }
    fn dialog(&self, name: &str) -> Part<'s> {
        self.part(Role::Dialog, name)
    }
    fn disclosure(&self, name: &str) -> Part<'s> {
        self.part(Role::Disclosure, name)
    }
    fn figure(&self) -> Part<'s> {
        self.part(Role::Figure, "")
    }
    fn group(&self, name: &str) -> Part<'s> {
        self.part(Role::Group, name)
    }
    fn heading(&self, name: &str) -> Part<'s> {
        self.part(Role::Heading, name)
    }
    fn link(&self, name: &str) -> Part<'s> {
        self.part(Role::Link, name)
    }
    fn radio(&self, name: &str) -> Part<'s> {
        self.part(Role::Radio, name)
    }
    fn region(&self, name: &str) -> Part<'s> {
        self.part(Role::Region, name)
    }
    fn searchbox(&self, name: &str) -> Part<'s> {
        self.part(Role::Searchbox, name)
    }
    fn spinbutton(&self, name: &str) -> Part<'s> {
        self.part(Role::Spinbutton, name)
    }
    fn table(&self, name: &str) -> Part<'s> {
        self.part(Role::Table, name)
    }
    fn textbox(&self, name: &str) -> Part<'s> {
        self.part(Role::Textbox, name)
    }
}

impl<'s> Look<'s> for &'s Screen {
    fn part(&self, role: Role, name: &str) -> Part<'s> {
        Part { screen: self, path: vec![(role, name.to_owned())] }
    }
}

impl<'s> Look<'s> for Part<'s> {
    fn part(&self, role: Role, name: &str) -> Part<'s> {
        let mut path = self.path.clone();
        path.push((role, name.to_owned()));
        Part { screen: self.screen, path }
    }
}

impl Part<'_> {
    /// Waits until it is there.
    pub fn appears(&self) {
        self.act("appears", async |_| Ok(()));
    }

    /// Waits until it is not there.
    pub fn is_gone(&self) {
        self.screen.wait_until(&format!("{} is gone", self.words()), || !self.is_there());
    }

    /// Whether it is there at this moment.
    pub fn is_there(&self) -> bool {
        self.screen.run(self.find()).is_ok_and(|found| found.is_some())
    }

    pub fn click(&self) {
        self.act("can be clicked", async |element| element.click().await);
    }

    /// Clicks a link and waits until the page it leads to is ready.
    pub fn follow(&self) {
        self.screen.script("window.isBeingLeft = true");
        self.click();
        self.screen.is_ready_anew();
    }

    /// Replaces what stands in a field.
    pub fn fill(&self, text: &str) {
        self.act("can be filled", async |element| {
            element.clear().await?;
            element.send_keys(text).await
        });
    }

    /// Chooses an option of a list by its words.
    pub fn select(&self, option: &str) {
        self.act("has the option", async |element| {
            let options = element.find_all(By::Tag("option")).await?;
            for found in options {
                if found.text().await? == option {
                    return found.click().await;
                }
            }
            Err(thirtyfour::error::WebDriverError::NotFound(option.to_owned(), "an option".to_owned()))
        });
    }

    /// Chooses a file.
    pub fn choose(&self, file: &std::path::Path) {
        let path = file.to_string_lossy().into_owned();
        self.act("takes a file", async |element| element.send_keys(path.as_str()).await);
    }

    /// Its text as it is shown.
    pub fn text(&self) -> String {
        self.act("has a text", async |element| element.text().await)
    }

    /// Waits until its text holds this.
    pub fn says(&self, words: &str) {
        self.screen.wait_until(&format!("{} says “{words}”", self.words()), || {
            self.screen.run(async { self.text_now().await }).is_ok_and(|text| text.contains(words))
        });
    }

    /// What stands in a field.
    pub fn value(&self) -> String {
        self.act("has a value", async |element| Ok(element.value().await?.unwrap_or_default()))
    }

    pub fn is_checked(&self) -> bool {
        self.act("is there", async |element| element.is_selected().await)
    }

    pub fn is_enabled(&self) -> bool {
        self.act("is there", async |element| element.is_enabled().await)
    }

    /// Waits until it has the focus.
    pub fn has_focus(&self) {
        self.screen.wait_until(&format!("{} has the focus", self.words()), || {
            let element = self.screen.run(self.find()).ok().flatten();
            element.is_some_and(|element| self.screen.is_focused(&element))
        });
    }

    /// How far its upper edge is below the window's.
    pub fn top(&self) -> f64 {
        let script = "return arguments[0].getBoundingClientRect().top";
        self.act("is there", async |element| {
            let value = element.handle().execute(script, vec![element.to_json()?]).await?;
            Ok(value.json().as_f64().unwrap_or_default())
        })
    }

    async fn text_now(&self) -> WebDriverResult<String> {
        match self.find().await? {
            Some(element) => element.text().await,
            None => Ok(String::new()),
        }
    }

    /// Does something as soon as it can be done, and fails the test where it never can.
    fn act<T>(&self, what: &str, action: impl AsyncFn(WebElement) -> WebDriverResult<T>) -> T {
        self.screen.wait_for(&format!("{} {what}", self.words()), || {
            let found = self.screen.run(async {
                match self.find().await? {
                    Some(element) => action(element).await.map(Some),
                    None => Ok(None),
                }
            });
            found.map_err(|error| error.to_string())?.ok_or_else(|| "it is not there".to_owned())
        })
    }

    async fn find(&self) -> WebDriverResult<Option<WebElement>> {
        let mut found: Option<WebElement> = None;
        for (role, name) in &self.path {
            let (word, css) = role.words();
            let candidates = match &found {
                Some(outer) => outer.find_all(By::Css(css)).await?,
                None => self.screen.driver().find_all(By::Css(css)).await?,
            };
            found = None;
            for candidate in candidates {
                if computed(&candidate, "label").await? == *name
                    && computed(&candidate, "role").await? == word
                {
                    found = Some(candidate);
                    break;
                }
            }
            if found.is_none() {
                return Ok(None);
            }
        }
        Ok(found)
    }

    fn words(&self) -> String {
        let words: Vec<String> = self.path.iter().map(|(role, name)| format!("{role:?} “{name}”")).collect();
        words.join(", in it ")
    }
}

/// What an element is, or what it is called, to assistive technology.
pub async fn computed(element: &WebElement, what: &'static str) -> WebDriverResult<String> {
    let answer = element.handle().cmd(Computed { element: element.element_id(), what }).await?;
    let words: String = answer.value()?;
    Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A WebDriver command that thirtyfour does not have.
#[derive(Debug)]
struct Computed {
    element: ElementId,
    what: &'static str,
}

impl FormatRequestData for Computed {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let address = format!("session/{session}/element/{}/computed{}", self.element, self.what);
        RequestData::new(Method::GET, address)
    }
}
