//! Random names and bytes.

use wasm_bindgen::JsCast;

/// Letters and digits that are hard to take for one another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// A random name of `length` letters and digits.
pub fn name(length: usize) -> String {
    let mut bytes = vec![0_u8; length];
    if !fill(&mut bytes) {
        #[allow(clippy::disallowed_methods, reason = "this is the place that draws random numbers")]
        bytes.iter_mut().for_each(|byte| *byte = (js_sys::Math::random() * 256.0) as u8);
    }
    bytes.iter().map(|byte| ALPHABET[usize::from(byte % 32)] as char).collect()
}

/// A number from 0 to 1 by chance, for what is no secret.
pub fn fraction() -> f64 {
    #[allow(clippy::disallowed_methods, reason = "this is the place that draws random numbers")]
    js_sys::Math::random()
}

/// Bytes that nobody can foresee. None where the browser has none.
pub fn bytes(length: usize) -> Option<Vec<u8>> {
    let mut bytes = vec![0_u8; length];
    fill(&mut bytes).then_some(bytes)
}

fn fill(bytes: &mut [u8]) -> bool {
    let global = js_sys::global();
    let window: Option<&web_sys::Window> = global.dyn_ref();
    let crypto = window.and_then(|window| window.crypto().ok());
    crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok())
}
