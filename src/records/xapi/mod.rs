//! Learning events as statements of the Experience API (xAPI 1.0.3, which IEEE 9274.1.1 calls
//! 2.0.0 and did not change for these), and the way to the company's record store (LRS) and back.
//!
//! Nothing is queued: what waits is all that follows from the events and is not marked as
//! delivered ([`marks`]). A statement's id follows from its event, so that whatever stops
//! between any two steps, the same statement is sent again, and the LRS knows it by its id.
//!
//! Pure: time and chance are arguments. Knows events, outlines and questions; does not
//! know how anything is sent, nor who the learner is but by an account's name.

pub mod interaction;
pub mod launch;
pub mod making;
pub mod marks;
pub mod milestones;
pub mod names;
pub mod queue;
pub mod read;
pub mod receipts;
pub mod requests;
pub mod statement;

#[cfg(test)]
mod making_tests;
#[cfg(test)]
mod queue_tests;
