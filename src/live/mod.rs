//! A room: what a trainer shows, counts and plans while a course is projected.
//!
//! Knows the slides of a course. Does not know: windows, heights, keys as a browser
//! names its events, or what time it is; all of these are arguments. Never touches a
//! learner's progress.

pub mod clock;
pub mod deck;
pub mod follower;
pub mod kept;
pub mod keys;
pub mod pace;
pub mod plan;
pub mod poll;
pub mod room;
pub mod schedule;
pub mod snapshot;
pub mod split;
pub mod stage_height;
mod steps;
pub mod watch;
pub mod window;

#[cfg(test)]
mod samples;
