//! Who learns here, and with which credentials: what a company's system hands over when it
//! opens the workshop, `page.html#lrs=…`.
//!
//! Form 1: JSON in base64url,
//! `{"auth":"Basic …","actor":{"account":{"homePage":…,"name":…}},"endpoint":…,"registration":…}`;
//! the last two may be missing. It is kept as `{"form":1,…}` with the same fields. The fragment
//! of an address is sent to no server.

use std::fmt;

use base64::prelude::{BASE64_STANDARD, Engine};
use serde::{Deserialize, Serialize};

use super::statement::{Account, Actor};
use crate::course::lrs::{Lrs, origin};
use crate::records::digest;
use crate::words::EN;

const FORM: u32 = 1;
/// Nothing that a company's system hands over is longer.
const LONGEST: usize = 8_000;

/// Who learns here, and with which credentials. All of it may be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Launch {
    #[serde(default)]
    form: u32,
    /// Another address at the LRS's origin.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub endpoint: String,
    /// The value of the header `Authorization`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub auth: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// A UUID by which the company's system knows this course of this person.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub registration: String,
}

/// Why what was handed over is of no use. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Cut, changed, or never meant for us.
    Unreadable,
    /// The credentials are for an LRS that the course does not name.
    OtherLrs,
    /// The person is not named by an account.
    NoAccount,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Refusal::Unreadable => EN.lrs.launch_unreadable,
            Refusal::OtherLrs => EN.lrs.launch_other_lrs,
            Refusal::NoAccount => EN.lrs.launch_no_account,
        })
    }
}

impl Launch {
    /// Reads what stands behind `#lrs=`.
    pub fn read(text: &str, lrs: &Lrs) -> Result<Self, Refusal> {
        let bytes = Some(text).filter(|text| text.len() <= LONGEST);
        let bytes = bytes.and_then(|text| digest::from_base64(text.trim_end_matches('=')));
        let launch: Self = bytes
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .filter(Self::is_possible)
            .ok_or(Refusal::Unreadable)?;
        if !launch.endpoint.is_empty() && origin(&launch.endpoint) != lrs.origin() {
            return Err(Refusal::OtherLrs);
        }
        if launch.account().is_none() {
            return Err(Refusal::NoAccount);
        }
        Ok(Self { form: FORM, ..launch })
    }

    /// Whether a header and a statement can hold it.
    fn is_possible(&self) -> bool {
        let is_header = self.auth.bytes().all(|byte| (b' '..=b'~').contains(&byte));
        let is_uuid = |text: &str| {
            text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
        };
        is_header && (self.registration.is_empty() || is_uuid(&self.registration))
    }

    fn account(&self) -> Option<&Account> {
        let account = self.actor.as_ref().map(|actor| &actor.account)?;
        (account.home_page.contains("://") && !account.name.trim().is_empty()).then_some(account)
    }

    /// Reads what [`Launch::to_record`] wrote; nothing where it is something else.
    pub fn from_record(record: &str) -> Self {
        let launch: Option<Self> = serde_json::from_str(record).ok();
        launch.filter(|launch| launch.form <= FORM && launch.is_possible()).unwrap_or_default()
    }

    pub fn to_record(&self) -> String {
        serde_json::to_string(&Self { form: FORM, ..self.clone() }).unwrap_or_default()
    }

    /// The same with a name and a password that were typed.
    pub fn with_password(self, user: &str, password: &str) -> Self {
        Self { auth: basic(&format!("{user}:{password}")), ..self }
    }

    /// The header `Authorization`: what was handed over or typed, else the course's key.
    pub fn authorization(&self, lrs: &Lrs) -> Option<String> {
        match self.auth.is_empty() {
            true => lrs.key.as_deref().map(basic),
            false => Some(self.auth.clone()),
        }
    }

    /// The address below which `statements` is.
    pub fn endpoint(&self, lrs: &Lrs) -> String {
        match self.endpoint.is_empty() || origin(&self.endpoint) != lrs.origin() {
            true => lrs.endpoint.clone(),
            false => format!("{}/", self.endpoint.trim_end_matches('/')),
        }
    }

    /// Who learns here: the account that was handed over, else the person that an accepted
    /// assignment names. Without either nothing is sent.
    pub fn actor(&self, lrs: &Lrs, assigned_to: Option<&str>) -> Option<Actor> {
        if let Some(account) = self.account() {
            return Some(Actor { account: account.clone() });
        }
        let name = assigned_to.map(str::trim).filter(|name| !name.is_empty())?;
        Some(Actor { account: Account { home_page: lrs.homepage.clone(), name: name.to_owned() } })
    }
}

/// RFC 7617.
fn basic(key: &str) -> String {
    format!("Basic {}", BASE64_STANDARD.encode(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lrs() -> Lrs {
        Lrs {
            endpoint: "https://lrs.example.com/xapi/".into(),
            homepage: "https://people.example.com/".into(),
            key: Some("lrs:secret".into()),
            version: "1.0.3".into(),
        }
    }

    fn read(json: &str) -> Result<Launch, Refusal> {
        Launch::read(&digest::to_base64(json.as_bytes()), &lrs())
    }

    const ACTOR: &str = r#""actor":{"account":{"homePage":"https://hr.example.com","name":"0042"}}"#;

    #[test]
    fn what_is_handed_over_wins_over_the_course() {
        let launch =
            read(&format!(r#"{{"auth":"Bearer x","endpoint":"https://lrs.example.com/other",{ACTOR}}}"#));
        let launch = launch.expect("readable");
        assert_eq!(launch.authorization(&lrs()).as_deref(), Some("Bearer x"));
        assert_eq!(launch.endpoint(&lrs()), "https://lrs.example.com/other/");
        let actor = launch.actor(&lrs(), Some("7")).expect("somebody");
        assert_eq!(
            (actor.account.home_page.as_str(), actor.account.name.as_str()),
            ("https://hr.example.com", "0042")
        );
        assert_eq!(Launch::from_record(&launch.to_record()), launch);
    }

    #[test]
    fn without_it_the_course_and_the_assignment_say_it() {
        let launch = Launch::default();
        assert_eq!(launch.authorization(&lrs()).as_deref(), Some("Basic bHJzOnNlY3JldA=="));
        assert_eq!(launch.endpoint(&lrs()), "https://lrs.example.com/xapi/");
        assert_eq!(launch.actor(&lrs(), Some(" 7 ")).map(|actor| actor.account.name).as_deref(), Some("7"));
        assert_eq!(launch.actor(&lrs(), None), None);
    }

    #[test]
    fn what_cannot_be_right_is_refused_with_its_reason() {
        assert_eq!(Launch::read("e30*", &lrs()), Err(Refusal::Unreadable));
        assert_eq!(read("{\"auth\""), Err(Refusal::Unreadable));
        assert_eq!(read(&format!(r#"{{"auth":"a\r\nb",{ACTOR}}}"#)), Err(Refusal::Unreadable));
        assert_eq!(read(&format!(r#"{{"registration":"7",{ACTOR}}}"#)), Err(Refusal::Unreadable));
        assert_eq!(
            read(&format!(r#"{{"endpoint":"https://lrs.example.com.evil/",{ACTOR}}}"#)),
            Err(Refusal::OtherLrs)
        );
        assert_eq!(read(r#"{"actor":{"mbox":"mailto:a@example.com"}}"#), Err(Refusal::NoAccount));
        assert_eq!(read("{}"), Err(Refusal::NoAccount));
    }
}
