//! The workshop as people use it: built by the command, served by a plain web
//! server, opened in Chromium.

mod access;
mod acknowledgement;
mod again;
mod changed_course;
mod feedback;
mod first_visit;
mod harness;
mod hosting;
mod keyboard;
mod kinds;
mod learning_course;
mod lms;
mod my_data;
mod notes;
mod packs;
mod papers;
mod preferences;
mod print;
mod read_aloud;
mod room;
mod samples;
mod search;
mod serve;
mod sessions;
mod setup;
mod storage;
mod terms;
mod walk;
mod without_javascript;
