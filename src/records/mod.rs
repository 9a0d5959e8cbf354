//! What leaves the browser: so far, recalls as a calendar, and a workshop's
//! times as a table.
//!
//! Pure: time is an argument, and files are texts. Knows what a learner did; does
//! not know how a browser saves a file.

pub mod calendar;
pub mod csv;
pub mod times;
