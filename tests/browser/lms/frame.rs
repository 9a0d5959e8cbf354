//! Frames in frames: an LMS shows a package, and the package its course.

use serde_json::Value;
use thirtyfour::By;

use crate::harness::Screen;

/// The frame of the course, in the page that the LMS opens.
pub const COURSE: &str = "course";

/// Goes into frames, each with this id in the one before, from the page itself on.
pub fn enter(screen: &Screen, frames: &[&str]) {
    screen.wait_for("the frames are there", || {
        let found = screen.run(async {
            screen.driver().enter_default_frame().await?;
            for id in frames {
                screen.driver().find(By::Id(*id)).await?.enter_frame().await?;
            }
            Ok(())
        });
        found.map_err(|error| error.to_string())
    });
}

/// The same once the course in the last of them has started.
pub fn enter_course(screen: &Screen, frames: &[&str]) {
    screen.wait_until("the course has started in its frame", || {
        enter(screen, frames);
        screen.try_script("return 'started' in document.documentElement.dataset") == Some(Value::Bool(true))
    });
}

/// Leads the course to one of its pages.
pub fn open_in_course(screen: &Screen, frames: &[&str], page: &str) {
    screen.script(&format!(
        "window.isBeingLeft = true; location.assign(document.documentElement.dataset.root + '{page}')"
    ));
    screen.wait_until("another page is there", || {
        enter(screen, frames);
        let there = "return !window.isBeingLeft && 'started' in document.documentElement.dataset";
        screen.try_script(there) == Some(Value::Bool(true))
    });
}
