//! The platforms a scenario's draft can be meant for.

/// Id, as in `platform=linkedin`, and name, as a learner reads it.
pub const KNOWN: [(&str, &str); 10] = [
    ("linkedin", "LinkedIn"),
    ("x", "X"),
    ("facebook", "Facebook"),
    ("instagram", "Instagram"),
    ("threads", "Threads"),
    ("tiktok", "TikTok"),
    ("youtube", "YouTube"),
    ("reddit", "Reddit"),
    ("bluesky", "Bluesky"),
    ("mastodon", "Mastodon"),
];

/// The name of the platform with this id.
pub fn name(id: &str) -> Option<&'static str> {
    KNOWN.iter().find(|(known, _)| *known == id).map(|(_, name)| *name)
}
