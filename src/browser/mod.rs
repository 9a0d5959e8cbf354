//! The only place that touches the browser: page, storage, network, clock, chance, files.
//!
//! Knows nothing of courses or learners. Every call that can fail says so; none panics.

pub mod address;
pub mod chance;
pub mod clock;
pub mod fetch;
pub mod file;
pub mod intl;
pub mod marks;
pub mod page;
pub mod passages;
pub mod place;
pub mod popover;
pub mod speech;
pub mod storage;
pub mod text;
