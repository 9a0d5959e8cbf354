//! What leaves the browser: assignments and receipts, recalls as a calendar, a
//! workshop's times as a table.
//!
//! Pure: time and chance are arguments, and files are texts or bytes. Knows what a
//! learner did; does not know how a browser saves a file, nor who signs.

pub mod assignment;
pub mod calendar;
pub mod csv;
pub mod digest;
pub mod lms;
pub mod lms_state;
pub mod moment;
pub mod receipt;
pub mod roster;
pub mod scope;
pub mod times;
