//! The slides of one workshop in their order, its breaks among them.

use std::collections::BTreeSet;

use super::plan::Plan;
use crate::course::html_text::text_of;
use crate::course::slides::{LessonSlides, Slide, SlidesFile};

/// The lesson under which breaks are known.
pub const BREAK: &str = "break";

/// All that is shown in one workshop. No two slides have the same place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Deck {
    pub slides: Vec<DeckSlide>,
    /// Modules of the plan that the course does not have, or has nothing to show of.
    pub unknown: Vec<String>,
}

/// A slide and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct DeckSlide {
    pub module: String,
    /// `BREAK` for a break, whose slide's id is the module before it.
    pub lesson: String,
    pub lesson_title: String,
    pub shows: Shows,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Shows {
    Slide(Slide),
    Break { minutes: u32 },
}

/// What a slide is known by, wherever it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Place {
    pub lesson: String,
    pub slide: String,
}

impl Deck {
    /// The slides of a plan. A break stands between slides: where none follow, there is none.
    pub fn of(file: &SlidesFile, plan: &Plan) -> Self {
        let mut deck = Self::default();
        let mut seen = BTreeSet::new();
        let mut before: Option<DeckSlide> = None;
        for module in &plan.modules {
            let lessons = file.lessons.iter().filter(|lesson| lesson.module == *module);
            let slides: Vec<DeckSlide> = lessons.flat_map(slides_of).collect();
            if slides.is_empty() {
                deck.unknown.push(module.clone());
                continue;
            }
            let all = before.take().into_iter().chain(slides);
            deck.slides.extend(all.filter(|slide| seen.insert(slide.place())));
            before = plan.breaks.get(module).map(|&minutes| break_after(module, minutes));
        }
        deck
    }

    /// The index of a slide. Where it is gone: its lesson's first slide, else 0. Where a
    /// break is gone: the last slide before it.
    pub fn index(&self, place: &Place) -> usize {
        let position = |is_it: &dyn Fn(&DeckSlide) -> bool| self.slides.iter().position(is_it);
        let found = position(&|slide| slide.is_at(place));
        let instead = || match place.lesson == BREAK {
            true => self.slides.iter().rposition(|slide| slide.module == place.slide),
            false => position(&|slide| slide.lesson == place.lesson),
        };
        found.or_else(instead).unwrap_or(0)
    }

    /// The slide's place. Of the last slide, where there are not so many.
    pub fn place(&self, index: usize) -> Place {
        self.slides.get(index).or(self.slides.last()).map(DeckSlide::place).unwrap_or_default()
    }
}

impl DeckSlide {
    /// Seconds that it is planned to take.
    pub fn seconds(&self) -> u32 {
        match &self.shows {
            Shows::Slide(slide) => slide.seconds,
            Shows::Break { minutes } => minutes.saturating_mul(60),
        }
    }

    pub fn place(&self) -> Place {
        Place { lesson: self.lesson.clone(), slide: self.id().to_owned() }
    }

    /// Its title without markup; empty for a break.
    pub fn title(&self) -> String {
        match &self.shows {
            Shows::Slide(slide) => text_of(&slide.title.0),
            Shows::Break { .. } => String::new(),
        }
    }

    pub fn is_break(&self) -> bool {
        matches!(self.shows, Shows::Break { .. })
    }

    fn id(&self) -> &str {
        match &self.shows {
            Shows::Slide(slide) => &slide.id,
            Shows::Break { .. } => &self.module,
        }
    }

    fn is_at(&self, place: &Place) -> bool {
        self.lesson == place.lesson && self.id() == place.slide
    }
}

fn slides_of(lesson: &LessonSlides) -> impl Iterator<Item = DeckSlide> {
    lesson.slides.iter().map(|slide| DeckSlide {
        module: lesson.module.clone(),
        lesson: lesson.id.clone(),
        lesson_title: lesson.title.clone(),
        shows: Shows::Slide(slide.clone()),
    })
}

fn break_after(module: &str, minutes: u32) -> DeckSlide {
    DeckSlide {
        module: module.to_owned(),
        lesson: BREAK.to_owned(),
        lesson_title: String::new(),
        shows: Shows::Break { minutes },
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{lesson, plan, text};
    use super::*;

    fn file() -> SlidesFile {
        let lessons = vec![
            lesson("a", "one", vec![text("title", 30), text("end", 31)]),
            lesson("b", "two", vec![text("title", 60)]),
            lesson("c", "one", vec![text("title", 60)]),
            lesson("d", "three", vec![]),
        ];
        SlidesFile { form: 1, lessons }
    }

    fn places(deck: &Deck) -> Vec<String> {
        let places = deck.slides.iter().map(DeckSlide::place);
        places.map(|place| format!("{}/{}", place.lesson, place.slide)).collect()
    }

    #[test]
    fn modules_come_as_planned_and_their_lessons_as_in_the_course() {
        let deck = Deck::of(&file(), &plan("modules=two,one&breaks=two:10"));
        assert_eq!(places(&deck), ["b/title", "break/two", "a/title", "a/end", "c/title"]);
        assert_eq!(deck.slides.iter().map(DeckSlide::seconds).collect::<Vec<_>>(), [60, 600, 30, 31, 60]);
        assert_eq!(deck.unknown, [""; 0]);
    }

    #[test]
    fn no_break_stands_where_no_slide_follows() {
        let deck = Deck::of(&file(), &plan("modules=two,gone,three&breaks=two:10,gone:10"));
        assert_eq!(places(&deck), ["b/title"]);
        assert_eq!(deck.unknown, ["gone", "three"]);
        let deck = Deck::of(&file(), &plan("modules=gone,two,gone2,one&breaks=gone:5,two:10,gone2:5"));
        assert_eq!(places(&deck), ["b/title", "break/two", "a/title", "a/end", "c/title"]);
    }

    #[test]
    fn no_two_slides_have_one_place() {
        let mut twice = file();
        twice.lessons.extend(file().lessons);
        let deck = Deck::of(&twice, &plan("modules=one"));
        assert_eq!(places(&deck), ["a/title", "a/end", "c/title"]);
    }

    #[test]
    fn a_slide_is_found_where_it_stands_or_near_where_it_stood() {
        let deck = Deck::of(&file(), &plan("modules=two,one&breaks=two:10"));
        for index in 0..deck.slides.len() {
            assert_eq!(deck.index(&deck.place(index)), index);
        }
        let index = |lesson: &str, slide: &str| {
            deck.index(&Place { lesson: lesson.to_owned(), slide: slide.to_owned() })
        };
        assert_eq!(index("a", "gone"), 2);
        assert_eq!(index("gone", "title"), 0);
        assert_eq!(index(BREAK, "one"), 4, "the end of the module that the break followed");
        assert_eq!(deck.place(99), deck.place(4));
        assert_eq!(Deck::default().place(0), Place::default());
        assert_eq!(Deck::default().index(&deck.place(3)), 0);
    }

    #[test]
    fn a_title_loses_its_markup() {
        assert_eq!(text_of("R&amp;D, <code>a &lt; b</code> &amp;lt; <em>“x”</em>"), "R&D, a < b &lt; “x”");
    }
}
