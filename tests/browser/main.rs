//! The workshop as people use it: built by the command, served by a plain web
//! server, opened in Chromium.

mod access;
mod acknowledgement;
mod changed_course;
mod feedback;
mod first_visit;
mod harness;
mod hosting;
mod keyboard;
mod my_data;
mod notes;
mod preferences;
mod read_aloud;
mod samples;
mod search;
mod serve;
mod storage;
mod terms;
mod without_javascript;
