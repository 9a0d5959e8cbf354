//! English, for HR's signing key.

use super::signing::Signing;

pub(super) const SIGNING: Signing = Signing {
    not_secure: "This page came without HTTPS, so the browser lets it sign nothing. Links are made without a \
                 signature; open the site by an address that begins with https:// to sign them.",
    not_known: "This browser cannot sign (it does not know Ed25519). Links are made without a signature; a \
                current Chrome, Edge, Firefox or Safari can sign them.",
    not_kept: "This browser keeps no keys, perhaps because its window is a private one. Nothing was changed; \
               try again in an ordinary window.",
    wrong_passphrase: "This passphrase does not open the backup, or the file was changed. Nothing was changed; \
                       try the passphrase again.",
    not_a_backup: "This file is no backup of a signing key. Choose the file “signing-key-….json” that was saved \
                   when the key was made.",
    newer_backup: "This backup was made by a newer version of the workshop. Restore it where the newer version is.",
    damaged_backup: "This backup is damaged. Choose another copy of it.",
};
