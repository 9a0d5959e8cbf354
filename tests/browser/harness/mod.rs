//! What the browser tests stand on: courses, sites, browsers, and a screen that
//! is read as people read it.

mod course;
mod driver;
mod paper;
mod part;
mod screen;
mod server;
mod tabs;
mod workshop;

pub use course::{Course, Lesson, POLICY, Question};
pub use paper::Sheet;
pub use part::{Look, Part};
pub use screen::Screen;
pub use server::Server;
pub use tabs::Tab;
pub use workshop::{Workshop, program};
