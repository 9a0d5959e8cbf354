//! What authors read: every diagnostic as `workshop check` prints it.
//!
//! To change the wording of one, change it and run `cargo insta review`.

mod answers;
mod any_text;
mod codes;
mod counsel;
mod course;
mod files;
mod footnotes;
mod front_matter;
mod glossary;
mod headings;
mod html;
mod kinds;
mod links;
mod options;
mod parts;
mod places;
mod platforms;
mod policy;
mod questions;
mod same_course;
mod scenarios;
mod settings;
