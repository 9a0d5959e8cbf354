//! What leaves the browser: assignments and receipts, statements for an LRS, recalls as a
//! calendar, a workshop's times as a table.
//!
//! Pure: time and chance are arguments, and files are texts or bytes. Knows what a
//! learner did; does not know how a browser saves a file, nor who signs.

pub mod assignment;
pub mod book;
pub mod book_file;
pub mod calendar;
pub mod csv;
pub mod digest;
pub mod draft;
pub mod held;
pub mod import;
pub mod key_backup;
pub mod link;
pub mod lms;
pub mod lms_state;
pub mod log;
pub mod mail_merge;
pub mod mail_text;
pub mod matrix;
pub mod moment;
pub mod qr;
pub mod receipt;
pub mod renewal;
pub mod report;
pub mod roster;
pub mod scope;
pub mod times;
pub mod xapi;
