//! The only place that touches the browser: page, storage, network, clock, chance, files.
//!
//! Knows nothing of courses or learners. Every call that can fail says so; none panics.

pub mod address;
pub mod chance;
pub mod channel;
pub mod clipboard;
pub mod clock;
pub mod fetch;
pub mod file;
#[cfg(feature = "every-page")]
pub mod host;
pub mod intl;
#[cfg(feature = "every-page")]
pub mod key_store;
pub mod keys;
pub mod marks;
pub mod measure;
pub mod network;
pub mod page;
pub mod passages;
pub mod place;
pub mod popover;
#[cfg(feature = "every-page")]
pub mod record_store;
pub mod screen;
#[cfg(feature = "every-page")]
pub mod signing;
pub mod speech;
pub mod storage;
pub mod text;
pub mod windows;
