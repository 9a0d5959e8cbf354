//! Signatures (Ed25519) by the browser's own cryptography: HR's key for assignments, and
//! one of this browser profile for receipts. Both are kept so that no script can read them.
//!
//! A page without HTTPS has no such cryptography (`localhost` has), and browsers from before
//! 2025 do not know Ed25519.

use std::fmt;

use js_sys::{Array, ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{CryptoKey, CryptoKeyPair, SubtleCrypto};

use super::key_store::{self, KeptKey};
use super::{chance, page};
use crate::records::digest::{from_base64, to_base64};
use crate::records::key_backup::{ITERATIONS, KeyBackup, NONCE, SALT};
use crate::words::EN;

const ALGORITHM: &str = "Ed25519";
const PRIVATE_FORM: &str = "pkcs8";
/// Of HR, on this site.
const ASSIGNING: &str = "assigning";
/// Of this browser profile, on this site.
const DEVICE: &str = "device";

/// A key that signs.
#[derive(Debug, Clone)]
pub struct SigningKey {
    /// The public key, base64url: 43 letters.
    pub public: String,
    /// The text of its backup file; empty for the one of the browser profile.
    pub backup: String,
    private: CryptoKey,
}

/// Why there is no key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyProblem {
    /// The page came without HTTPS.
    NotSecure,
    /// The browser does not know Ed25519.
    NotKnown,
    /// The browser does not keep it.
    NotKept,
    WrongPassphrase,
}

impl fmt::Display for KeyProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            KeyProblem::NotSecure => EN.signing.not_secure,
            KeyProblem::NotKnown => EN.signing.not_known,
            KeyProblem::NotKept => EN.signing.not_kept,
            KeyProblem::WrongPassphrase => EN.signing.wrong_passphrase,
        })
    }
}

impl SigningKey {
    /// The signature of a message, 64 bytes. None where the browser refuses.
    pub async fn sign(&self, message: &[u8]) -> Option<Vec<u8>> {
        let signed = subtle()?.sign_with_str_and_u8_array(ALGORITHM, &self.private, message);
        Some(bytes(&promised(signed).await.ok()?)).filter(|signature| signature.len() == 64)
    }

    fn of_kept(kept: KeptKey) -> Self {
        Self { public: kept.public, backup: kept.backup, private: kept.private }
    }
}

/// Whether the holder of a key signed a message. None where this browser cannot tell.
pub async fn verify(public_key: &[u8], signature: &[u8], message: &[u8]) -> Option<bool> {
    let subtle = subtle()?;
    if public_key.len() != 32 {
        return Some(false);
    }
    let (data, to_verify) = (Uint8Array::from(public_key), usages(&["verify"]));
    let imported = promised(subtle.import_key_with_str("raw", &data, ALGORITHM, true, &to_verify)).await;
    let Ok(key) = imported.and_then(JsCast::dyn_into::<CryptoKey>) else {
        // Where the browser can make a key, it would have taken one: this is none.
        return make(&subtle, false).await.is_ok().then_some(false);
    };
    let verified = subtle.verify_with_str_and_u8_array_and_u8_array(ALGORITHM, &key, signature, message);
    promised(verified).await.ok()?.as_bool()
}

/// What [`verify`] says of each of these (the key, the signature, the message), all asked at
/// the same time: a browser has more than one thread for it.
pub async fn verify_all(signed: Vec<(Vec<u8>, Vec<u8>, Vec<u8>)>) -> Vec<Option<bool>> {
    let asked = signed.into_iter().map(|(key, signature, message)| {
        future_to_promise(async move {
            let verified = verify(&key, &signature, &message).await;
            Ok(verified.map_or(JsValue::NULL, JsValue::from_bool))
        })
    });
    // None of them is refused.
    let verified = JsFuture::from(Promise::all(&asked.collect::<Array>())).await.unwrap_or_default();
    Array::from(&verified).iter().map(|verified| verified.as_bool()).collect()
}

/// The key of this browser profile, made at its first use. None where the browser has or
/// keeps none.
pub async fn device_key() -> Option<SigningKey> {
    if let Some(kept) = key_store::get(DEVICE).await {
        return Some(SigningKey::of_kept(kept));
    }
    let (private, public) = make(&subtle()?, false).await.ok()?;
    key_store::put(DEVICE, &KeptKey { private, public, backup: String::new() }).await?;
    // Where two tabs made one at the same time, both go on with the one that is kept.
    key_store::get(DEVICE).await.map(SigningKey::of_kept)
}

/// HR's key, where one was made or restored in this browser.
pub async fn assigning_key() -> Option<SigningKey> {
    subtle()?;
    key_store::get(ASSIGNING).await.map(SigningKey::of_kept)
}

/// Whether a key can be made on this page.
pub fn is_possible() -> bool {
    subtle().is_some()
}

/// Makes HR's key and keeps it, with its backup under a passphrase.
///
/// # Errors
/// Where the browser has no such cryptography, or does not keep the key.
pub async fn make_assigning_key(passphrase: &str) -> Result<SigningKey, KeyProblem> {
    let subtle = subtle().ok_or(KeyProblem::NotSecure)?;
    let (readable, public) = make(&subtle, true).await.map_err(|_| KeyProblem::NotKnown)?;
    let backup = wrap(&subtle, &readable, public, passphrase).await.map_err(|_| KeyProblem::NotKnown)?;
    restore_assigning_key(&backup, passphrase).await
}

/// Keeps HR's key as a backup holds it, in place of one that is there.
///
/// # Errors
/// Where the passphrase is another one, the backup was changed, or the browser does not
/// keep the key.
pub async fn restore_assigning_key(backup: &KeyBackup, passphrase: &str) -> Result<SigningKey, KeyProblem> {
    let subtle = subtle().ok_or(KeyProblem::NotSecure)?;
    let wrapping = wrapping_key(&subtle, passphrase, &backup.salt, backup.iterations)
        .await
        .map_err(|_| KeyProblem::NotKnown)?;
    let private = unwrap(&subtle, &wrapping, backup).await.map_err(|_| KeyProblem::WrongPassphrase)?;
    let kept = KeptKey { private, public: backup.public.clone(), backup: backup.to_file() };
    let key = SigningKey::of_kept(kept.clone());
    let message = backup.salt.as_slice();
    let signature = key.sign(message).await.unwrap_or_default();
    let public = from_base64(&key.public).unwrap_or_default();
    if verify(&public, &signature, message).await != Some(true) {
        return Err(KeyProblem::NotKnown);
    }
    key_store::put(ASSIGNING, &kept).await.ok_or(KeyProblem::NotKept)?;
    Ok(key)
}

/// Forgets HR's key in this browser. False where that failed.
pub async fn forget_assigning_key() -> bool {
    key_store::remove(ASSIGNING).await.is_some()
}

/// None where the page came without HTTPS.
fn subtle() -> Option<SubtleCrypto> {
    let window = page::window().filter(|window| window.is_secure_context())?;
    let subtle: JsValue = window.crypto().ok()?.subtle().into();
    subtle.dyn_into().ok()
}

/// A new pair: the private key, and the public one in base64url.
async fn make(subtle: &SubtleCrypto, is_readable: bool) -> Result<(CryptoKey, String), JsValue> {
    let made = subtle.generate_key_with_str(ALGORITHM, is_readable, &usages(&["sign", "verify"]));
    let pair: CryptoKeyPair = promised(made).await?.unchecked_into();
    let public = promised(subtle.export_key("raw", &pair.get_public_key())).await?;
    Ok((pair.get_private_key(), to_base64(&bytes(&public))))
}

/// A private key under a passphrase.
async fn wrap(
    subtle: &SubtleCrypto,
    private: &CryptoKey,
    public: String,
    passphrase: &str,
) -> Result<KeyBackup, JsValue> {
    let salt = chance::bytes(SALT).ok_or(JsValue::NULL)?;
    let nonce = chance::bytes(NONCE).ok_or(JsValue::NULL)?;
    let wrapping = wrapping_key(subtle, passphrase, &salt, ITERATIONS).await?;
    let algorithm = wrapping_algorithm(&nonce, &public)?;
    let wrapped = promised(subtle.wrap_key_with_object(PRIVATE_FORM, private, &wrapping, &algorithm)).await?;
    Ok(KeyBackup { public, iterations: ITERATIONS, salt, nonce, wrapped: bytes(&wrapped) })
}

/// The private key of a backup, such that no script can read it.
async fn unwrap(
    subtle: &SubtleCrypto,
    wrapping: &CryptoKey,
    backup: &KeyBackup,
) -> Result<CryptoKey, JsValue> {
    let algorithm = wrapping_algorithm(&backup.nonce, &backup.public)?;
    let unwrapped = subtle.unwrap_key_with_buffer_source_and_object_and_str(
        PRIVATE_FORM,
        &Uint8Array::from(backup.wrapped.as_slice()),
        wrapping,
        &algorithm,
        ALGORITHM,
        false,
        &usages(&["sign"]),
    );
    promised(unwrapped).await?.dyn_into()
}

/// The AES key that is drawn from a passphrase.
async fn wrapping_key(
    subtle: &SubtleCrypto,
    passphrase: &str,
    salt: &[u8],
    iterations: u32,
) -> Result<CryptoKey, JsValue> {
    let passphrase = Uint8Array::from(passphrase.as_bytes());
    let typed = subtle.import_key_with_str("raw", &passphrase, "PBKDF2", false, &usages(&["deriveKey"]));
    let typed: CryptoKey = promised(typed).await?.dyn_into()?;
    let drawing = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", iterations.into()),
    ])?;
    let drawn = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let usages = usages(&["wrapKey", "unwrapKey"]);
    let key = subtle.derive_key_with_object_and_object(&drawing, &typed, &drawn, false, &usages);
    promised(key).await?.dyn_into()
}

fn wrapping_algorithm(nonce: &[u8], public: &str) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(public.as_bytes()).into()),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (name, value) in fields {
        Reflect::set(&object, &(*name).into(), value)?;
    }
    Ok(object)
}

fn usages(names: &[&str]) -> JsValue {
    names.iter().map(|name| JsValue::from_str(name)).collect::<Array>().into()
}

async fn promised(promise: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(promise?).await
}

fn bytes(buffer: &JsValue) -> Vec<u8> {
    let buffer: Option<&ArrayBuffer> = buffer.dyn_ref();
    buffer.map(|buffer| Uint8Array::new(buffer).to_vec()).unwrap_or_default()
}
