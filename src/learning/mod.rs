//! What a learner did: events, grading, and the progress that follows from them.
//!
//! Pure: time and random names are arguments. Nothing else computes progress,
//! and nothing stores it. Knows the course's outline; does not know storage,
//! though `record` says under which key each event would be kept.

pub mod acknowledgement;
pub mod aloud;
pub mod answers;
pub mod day;
pub mod drawing;
pub mod event;
pub mod grading;
pub mod mastery;
pub mod notes;
pub mod pack;
pub mod pass;
pub mod preferences;
pub mod progress;
pub mod recall;
pub mod record;
pub mod shuffle;
pub mod transfer;
pub mod typed;
pub mod wording;

#[cfg(test)]
mod progress_tests;
#[cfg(test)]
pub(crate) mod samples;
