//! A course that is given in a room: a presenter's window and a projector's, side by side.

mod barriers;
mod keys;
mod notes;
mod questions;
mod slides;
mod windows;

use crate::harness::{Course, Lesson, Look, Question, Screen, Tab};

pub const PRESENTER: &str = "presenter.html#session=one&modules=first,second&breaks=first:10";
pub const PROJECTOR: &str = "projector.html#session=one&modules=first,second&breaks=first:10";

/// Eight slides: a title, leaves, kettles, a question, pots; a break; a title, saucers.
pub fn course() -> Course {
    let pots: String = (1..=9).map(|number| format!("- Pot number {number} is for tea alone.\n")).collect();
    let tea = Lesson::new("tea", "All about tea")
        .text("## Leaves\n\nGreen or black.\n\n### Notes {.notes}\n\nPass the tin round.")
        .text("## Kettles\n\nWater boils in them.\n\nSteam is a sign of it.")
        .ask(drink())
        .text(&format!("## Pots\n\n{pots}"));
    let cups = Lesson::new("cups", "Cups").text("## Saucers\n\nThey stand below.");
    Course::new().lesson("01-first/01-tea.md", tea).lesson("02-second/01-cups.md", cups)
}

fn drink() -> Question {
    Question::quiz("drink", "What do you drink?")
        .wrong("{#tea} Tea", "Leaves in hot water.")
        .right("{#coffee} Coffee", "Beans in hot water.")
        .part("notes", "Let them think first.\n\n[step]\n\nRead the options aloud.")
}

/// Waits until this slide is on the screen, and a screen reader was told of it.
pub fn shows(screen: &Screen, slide: &str) {
    screen.announces(&format!("Slide {slide}"));
    let (_, title) = slide.split_once(": ").expect("a slide with its title");
    screen.heading(title).appears();
}

/// A presenter and a projector.
pub struct Windows<'s> {
    screen: &'s Screen,
    presenter: Tab,
    projector: Tab,
}

impl<'s> Windows<'s> {
    /// Opens both, and waits until they have found each other.
    pub fn open(screen: &'s Screen) -> Self {
        Self::open_at(screen, PRESENTER, PROJECTOR)
    }

    pub fn open_at(screen: &'s Screen, presenter: &str, projector: &str) -> Self {
        screen.open(presenter);
        let presenter = screen.tab();
        let projector_tab = screen.new_window();
        screen.open(projector);
        let windows = Self { screen, presenter, projector: projector_tab };
        windows.presenter().announces("The projector shows this");
        windows
    }

    /// Looks at the presenter.
    pub fn presenter(&self) -> &'s Screen {
        self.screen.look_at(&self.presenter);
        self.screen
    }

    /// Looks at the projector.
    pub fn projector(&self) -> &'s Screen {
        self.screen.look_at(&self.projector);
        self.screen
    }

    /// Waits until both show this slide.
    pub fn show(&self, slide: &str) {
        shows(self.presenter(), slide);
        shows(self.projector(), slide);
    }
}
