//! The words of HR's signing key and its backup.

#[derive(Debug)]
pub struct Signing {
    pub not_secure: &'static str,
    pub not_known: &'static str,
    pub not_kept: &'static str,
    pub wrong_passphrase: &'static str,
    pub not_a_backup: &'static str,
    pub newer_backup: &'static str,
    pub damaged_backup: &'static str,
}
