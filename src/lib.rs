//! Social Workshop: a course folder of Markdown as a workshop in the browser.
//!
//! ```text
//! lessons/*.md ─► course ─► command: check · build · serve
//!                   │
//!                   ▼ pages, outline, questions
//!                 browser: app ─► learning events ─► progress
//! ```
//!
//! `course`, `learning` and `records` are pure: text and events in, types out. `browser`
//! is the only place that touches the browser, `command` the only one that
//! touches the disk.

#![cfg_attr(
    all(target_arch = "wasm32", not(feature = "every-page")),
    allow(dead_code, unused_imports, reason = "the front end of lessons leaves out what other pages use")
)]

pub mod course;
pub mod learning;
pub mod live;
pub mod records;
pub mod words;

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod command;
