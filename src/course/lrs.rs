//! The company's learning record store, to which statements go, as pages name it.

use serde::{Deserialize, Serialize};

/// The company's LRS. Its JSON is on every page of a course that has one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lrs {
    /// The address below which `statements` is. Ends with a slash.
    pub endpoint: String,
    /// Whose accounts the learners have, and what the ids of the course's parts begin with.
    pub homepage: String,
    /// `user:password`, which everybody can read on the site.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Of xAPI: `1.0.3` or `2.0.0`.
    pub version: String,
}

impl Lrs {
    /// Scheme, host and port of the address.
    pub fn origin(&self) -> &str {
        origin(&self.endpoint)
    }
}

/// Scheme, host and port of an address: `https://lrs.example.com:8100`.
pub fn origin(address: &str) -> &str {
    let host = address.find("://").map_or(0, |scheme| scheme + 3);
    let end = address[host..].find('/').map_or(address.len(), |slash| host + slash);
    &address[..end]
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_all_before_the_path() {
        assert_eq!(origin("https://lrs.example.com:8100/xapi/"), "https://lrs.example.com:8100");
        assert_eq!(origin("https://lrs.example.com"), "https://lrs.example.com");
    }
}
