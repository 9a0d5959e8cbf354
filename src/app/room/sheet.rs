//! What stands on a stage: from a snapshot, or to be measured.

use crate::course::escape::escape;
use crate::course::model::Html;
use crate::course::slides::asked::Asked;
use crate::course::slides::{Content, html};
use crate::live::deck::{Deck, DeckSlide, Shows};
use crate::live::poll::Stage;
use crate::live::room::View;
use crate::live::snapshot::{PollShown, Snapshot};
use crate::words::EN;

/// The width of every stage, in pixels; it is scaled to where it is shown.
pub const WIDTH: f64 = 1280.0;
/// Type of the usual size. Made as small as it ever is to fit, it is still 28.8 pixels.
const TYPE: f64 = 36.0;
/// No type is smaller: it is read from the last row.
const SMALLEST: f64 = 28.0;
const STEP: f64 = 1.12;

/// The size of type, in pixels, at this zoom and percentage.
pub fn type_size(view: View, percent: u32) -> f64 {
    (TYPE * STEP.powi(i32::from(view.zoom)) * f64::from(percent) / 100.0).max(SMALLEST)
}

/// The text of a stage.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sheet {
    /// What kind of slide it is.
    pub class: &'static str,
    pub title: String,
    pub body: String,
    /// What is said of a vote.
    pub vote: String,
    pub lesson: String,
}

/// What a snapshot shows.
pub fn sheet(deck: &Deck, shown: &Snapshot) -> Sheet {
    let Some(slide) = deck.slides.get(deck.index(&shown.at)) else { return Sheet::default() };
    let asked = shown.poll.as_ref().map(PollShown::asked).unwrap_or_default();
    let units = shown.page.from..shown.page.to;
    let mut sheet = of_slide(slide, shown.view.full, &asked, Some(units));
    if shown.pages > 1 {
        sheet.title.push_str(&part_of(shown.page_index + 1, shown.pages));
    }
    if let Some(poll) = &shown.poll {
        sheet.vote = vote(poll);
    }
    sheet
}

/// All of a slide, as it is measured.
pub fn whole(slide: &DeckSlide, full: bool, asked: &Asked) -> Sheet {
    let mut sheet = of_slide(slide, full, asked, None);
    // Room for what is said where it has to be cut.
    sheet.title.push_str(&part_of(9, 9));
    sheet
}

fn of_slide(slide: &DeckSlide, full: bool, asked: &Asked, units: Option<std::ops::Range<usize>>) -> Sheet {
    let lesson = slide.lesson_title.clone();
    match &slide.shows {
        Shows::Break { minutes } => Sheet {
            class: "is-break",
            title: escape(EN.times.break_title),
            body: format!("<p data-unit=\"0\" class=\"part\">{}</p>", (EN.present.break_minutes)(*minutes)),
            lesson,
            ..Sheet::default()
        },
        Shows::Slide(slide) => {
            let parts = html::parts(slide, full, asked);
            let units = units.unwrap_or(0..html::units(&parts));
            let class = match &slide.content {
                Content::Title { .. } => "is-title",
                Content::Text(parts) if parts.is_empty() => "is-title",
                Content::Text(_) => "is-text",
                Content::Question(_) => "is-question",
            };
            let Html(title) = slide.title.clone();
            Sheet { class, title, body: html::html(&parts, &units), lesson, ..Sheet::default() }
        }
    }
}

fn part_of(number: usize, of: usize) -> String {
    format!(" <span class=\"part-of\">{}</span>", (EN.present.part_of)(number, of))
}

fn vote(poll: &PollShown) -> String {
    let words = &EN.present;
    let answered = (words.answered)(poll.voted, poll.people);
    match poll.stage {
        Stage::Open if poll.round > 1 => (words.vote_again_now)(&answered),
        Stage::Open => (words.vote_now)(&answered),
        Stage::Closed => (words.closed)(&answered),
        Stage::Bars | Stage::Answer if poll.voted > 0 => answered,
        _ => String::new(),
    }
}
