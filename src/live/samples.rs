//! Small decks for the tests of this room.

use super::deck::Deck;
use super::plan::Plan;
use crate::course::model::{Choice, Html, Kind, Question};
use crate::course::slides::{Content, LessonSlides, Slide, SlidesFile};

/// A minute in milliseconds.
pub const MINUTE: i64 = 60_000;

pub fn plan(link: &str) -> Plan {
    Plan::from_link(link).expect("a plan")
}

pub fn text(id: &str, seconds: u32) -> Slide {
    let title = Html(format!("The <em>{id}</em>"));
    Slide { id: id.to_owned(), title, seconds, content: Content::Text(Vec::new()) }
}

pub fn question(id: &str, kind: Kind, options: usize) -> Slide {
    let question = Question {
        id: id.to_owned(),
        kind,
        title: id.to_owned(),
        level: 2,
        prompt: Html::default(),
        draft: None,
        platform: None,
        options: vec![Choice::default(); options],
        fixed: None,
        hints: Vec::new(),
        why: None,
        clause: None,
        weight: 1,
        attempts: None,
        revision: 1,
        critical: false,
        variant_of: None,
        tolerance: 0.0,
    };
    Slide { content: Content::Question(Box::new(question)), ..text(id, 60) }
}

pub fn lesson(id: &str, module: &str, slides: Vec<Slide>) -> LessonSlides {
    LessonSlides { id: id.to_owned(), title: format!("Lesson {id}"), module: module.to_owned(), slides }
}

/// Two modules with a break of ten minutes between them; each slide is planned for a minute.
pub fn deck() -> Deck {
    let first = vec![text("title", 60), question("q", Kind::One, 3), text("t", 60)];
    let second = vec![question("p", Kind::Poll, 2), question("w", Kind::Text, 2), text("end", 60)];
    let lessons = vec![lesson("a", "one", first), lesson("b", "two", second)];
    Deck::of(&SlidesFile { form: 1, lessons }, &plan("modules=one,two&breaks=one:10"))
}
