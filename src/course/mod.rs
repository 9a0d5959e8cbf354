//! What a course says: a folder of Markdown as a typed course, its mistakes, and its pages.
//!
//! Knows nothing but text: no disk, no clock, no browser. Parsing never fails:
//! `read::read` gives a course and the diagnostics. The browser needs the types alone.

pub mod block;
pub mod escape;
pub mod fingerprint;
pub mod html_text;
pub mod id;
pub mod lrs;
pub mod model;
pub mod outline;
pub mod search;
pub mod slides;

#[cfg(not(target_arch = "wasm32"))]
mod attributes;
#[cfg(not(target_arch = "wasm32"))]
pub mod coverage;
#[cfg(not(target_arch = "wasm32"))]
mod cut;
#[cfg(not(target_arch = "wasm32"))]
pub mod decomposed;
#[cfg(not(target_arch = "wasm32"))]
pub mod diagnostic;
#[cfg(not(target_arch = "wasm32"))]
mod fields;
#[cfg(not(target_arch = "wasm32"))]
mod footnotes;
#[cfg(not(target_arch = "wasm32"))]
mod front_matter;
#[cfg(not(target_arch = "wasm32"))]
mod given_ids;
#[cfg(not(target_arch = "wasm32"))]
mod glossary;
#[cfg(not(target_arch = "wasm32"))]
mod html_tags;
#[cfg(not(target_arch = "wasm32"))]
mod lesson;
#[cfg(not(target_arch = "wasm32"))]
mod markdown;
#[cfg(not(target_arch = "wasm32"))]
pub mod missing_ids;
#[cfg(not(target_arch = "wasm32"))]
pub mod mistake;
#[cfg(not(target_arch = "wasm32"))]
mod option;
#[cfg(not(target_arch = "wasm32"))]
mod overbreadth;
#[cfg(not(target_arch = "wasm32"))]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod placeholders;
#[cfg(not(target_arch = "wasm32"))]
mod platform_of_question;
#[cfg(not(target_arch = "wasm32"))]
pub mod platforms;
#[cfg(not(target_arch = "wasm32"))]
mod policy;
#[cfg(not(target_arch = "wasm32"))]
pub mod policy_lint;
#[cfg(not(target_arch = "wasm32"))]
mod question;
#[cfg(not(target_arch = "wasm32"))]
pub mod read;
#[cfg(not(target_arch = "wasm32"))]
mod render;
#[cfg(not(target_arch = "wasm32"))]
mod settings;
#[cfg(not(target_arch = "wasm32"))]
pub mod source;
#[cfg(not(target_arch = "wasm32"))]
pub mod target;
#[cfg(not(target_arch = "wasm32"))]
mod trainer_notes;
#[cfg(not(target_arch = "wasm32"))]
mod unread;
#[cfg(not(target_arch = "wasm32"))]
mod variants;
#[cfg(not(target_arch = "wasm32"))]
mod wording;
