//! The workshop as people use it: built by the command, served by a plain web
//! server, opened in Chromium.

mod access;
mod acknowledgement;
mod again;
mod assign;
mod assigned;
mod changed_course;
mod feedback;
mod first_visit;
mod harness;
mod hosting;
mod keyboard;
mod kinds;
mod learning_course;
mod lms;
mod lrs;
mod lrs_double;
mod my_data;
mod notes;
mod packs;
mod papers;
mod preferences;
mod print;
#[path = "../ralph/mod.rs"]
mod ralph;
mod read_aloud;
mod records;
mod room;
mod round;
mod samples;
mod search;
mod serve;
mod sessions;
mod setup;
mod storage;
mod terms;
mod walk;
mod without_javascript;
