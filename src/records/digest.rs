//! SHA-256 (FIPS 180-4), by which texts and files are told apart.

use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};

/// The digest of some bytes.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The digest of some bytes in lower-case hexadecimal digits, 64 of them.
pub fn sha256_hex(bytes: &[u8]) -> String {
    sha256(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes as letters, digits, `-` and `_` (RFC 4648, base64url without padding).
pub fn to_base64(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// Reads what [`to_base64`] wrote. None where it is something else.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_the_one_of_the_standard() {
        // FIPS 180-4, the example "abc".
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256_hex(b"abc"), expected);
    }

    #[test]
    fn bytes_come_back_from_their_letters() {
        let bytes = [0, 255, 62, 63, 7];
        assert_eq!(from_base64(&to_base64(&bytes)), Some(bytes.to_vec()));
        assert_eq!(from_base64("a+b/"), None);
    }
}
