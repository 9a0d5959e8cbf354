//! The file that holds HR's signing key, under a passphrase. This is the only place that
//! says its form.
//!
//! Form 1: `{"kind":"social-workshop signing key","form":1,"public":…,"iterations":…,"salt":…,
//! "nonce":…,"wrapped":…}`, all bytes in base64url. `wrapped` is the private key (PKCS #8)
//! under AES-256-GCM with `nonce`, its key drawn from the passphrase by PBKDF2 (SHA-256, with
//! `salt` and so many `iterations`). The public key is authenticated with it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::digest::from_base64;
use crate::words::EN;

const KIND: &str = "social-workshop signing key";
const FORM: u32 = 1;
/// OWASP, "Password Storage Cheat Sheet", for PBKDF2 with SHA-256.
pub const ITERATIONS: u32 = 600_000;
/// More would keep a browser busy for a minute.
const MOST_ITERATIONS: u32 = 5_000_000;
/// Shorter passphrases are found by trying.
pub const SHORTEST_PASSPHRASE: usize = 12;
pub const SALT: usize = 16;
pub const NONCE: usize = 12;
const LARGEST: usize = 4096;

/// The wrapped key, with what is needed to unwrap it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyBackup {
    /// The public key, base64url.
    pub public: String,
    pub iterations: u32,
    pub salt: Vec<u8>,
    pub nonce: Vec<u8>,
    pub wrapped: Vec<u8>,
}

#[derive(Debug, Serialize, Deserialize)]
struct BackupFile {
    kind: String,
    form: u32,
    public: String,
    iterations: u32,
    salt: String,
    nonce: String,
    wrapped: String,
}

/// Why a file holds no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackupRefusal {
    NotOurs,
    NewerForm,
    Damaged,
}

impl fmt::Display for BackupRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            BackupRefusal::NotOurs => EN.signing.not_a_backup,
            BackupRefusal::NewerForm => EN.signing.newer_backup,
            BackupRefusal::Damaged => EN.signing.damaged_backup,
        })
    }
}

impl KeyBackup {
    /// The text of the file.
    pub fn to_file(&self) -> String {
        let bytes = super::digest::to_base64;
        let file = BackupFile {
            kind: KIND.to_owned(),
            form: FORM,
            public: self.public.clone(),
            iterations: self.iterations,
            salt: bytes(&self.salt),
            nonce: bytes(&self.nonce),
            wrapped: bytes(&self.wrapped),
        };
        serde_json::to_string_pretty(&file).unwrap_or_default()
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Where it is another one, or was changed.
    pub fn from_file(text: &str) -> Result<Self, BackupRefusal> {
        #[derive(Deserialize)]
        struct Head {
            kind: String,
            form: u32,
        }
        let head: Option<Head> =
            Some(text).filter(|text| text.len() <= LARGEST).and_then(|text| serde_json::from_str(text).ok());
        let head = head.filter(|head| head.kind == KIND).ok_or(BackupRefusal::NotOurs)?;
        if head.form > FORM {
            return Err(BackupRefusal::NewerForm);
        }
        Self::from_form_1(text).ok_or(BackupRefusal::Damaged)
    }

    fn from_form_1(text: &str) -> Option<Self> {
        let file: BackupFile = serde_json::from_str(text).ok()?;
        let of_length = |text: &str, length: usize| from_base64(text).filter(|bytes| bytes.len() == length);
        of_length(&file.public, 32)?;
        let is_possible = (1..=MOST_ITERATIONS).contains(&file.iterations);
        is_possible.then_some(Self {
            salt: of_length(&file.salt, SALT)?,
            nonce: of_length(&file.nonce, NONCE)?,
            wrapped: from_base64(&file.wrapped)?,
            public: file.public,
            iterations: file.iterations,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::digest::to_base64;
    use super::*;

    fn backup() -> KeyBackup {
        KeyBackup {
            public: to_base64(&[1; 32]),
            iterations: ITERATIONS,
            salt: vec![2; SALT],
            nonce: vec![3; NONCE],
            wrapped: vec![4; 64],
        }
    }

    #[test]
    fn a_backup_comes_back() {
        let file = backup().to_file();
        assert!(file.contains("\n  \"form\": 1,\n"));
        assert_eq!(KeyBackup::from_file(&file), Ok(backup()));
    }

    #[test]
    fn other_files_are_told_for_what_they_are() {
        let file = backup().to_file();
        let read = |from: &str, to: &str| KeyBackup::from_file(&file.replace(from, to)).expect_err("refused");
        assert_eq!(read("signing key", "door key"), BackupRefusal::NotOurs);
        assert_eq!(read("\"form\": 1", "\"form\": 2"), BackupRefusal::NewerForm);
        assert_eq!(read("600000", "0"), BackupRefusal::Damaged);
        assert_eq!(read("600000", "4000000000"), BackupRefusal::Damaged);
        assert_eq!(read("\"salt\": \"", "\"salt\": \"AA"), BackupRefusal::Damaged);
        assert_eq!(read("\"public\": \"", "\"public\": \"AA"), BackupRefusal::Damaged);
        for text in ["", "{}", "[]", &"x".repeat(LARGEST + 1)] {
            assert_eq!(KeyBackup::from_file(text), Err(BackupRefusal::NotOurs));
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,200}") {
            prop_assert!(KeyBackup::from_file(&text).is_err());
        }
    }
}
