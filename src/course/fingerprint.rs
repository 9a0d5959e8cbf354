//! Short names and numbers for texts, the same on every machine and in every browser.

/// A short name of a text, the same on every machine.
pub fn fingerprint(text: &str) -> String {
    format!("{:016x}", hash(text))
}

/// A number for a text, the same on every machine: FNV-1a with 64 bits, its bits mixed
/// once more (as in SplitMix64), so that texts of one beginning lie far apart.
pub fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

/// The fingerprint of a text's words, however they stand on lines.
pub fn fingerprint_of_words(text: &str) -> String {
    fingerprint(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
