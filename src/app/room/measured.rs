//! How high slides are: a stage that nobody sees, and what was measured on it.

use std::collections::HashMap;

use web_sys::HtmlElement;

use super::sheet::{self, Sheet, type_size};
use crate::browser::{measure, page};
use crate::course::slides::asked::Asked;
use crate::live::deck::Deck;
use crate::live::room::{Room, View};
use crate::live::snapshot::PollShown;
use crate::live::split::{MeasuredPart, Page, split, units};

/// What the height of a slide depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Case {
    index: usize,
    full: bool,
    zoom: i8,
    height: u32,
    /// Hands among it: a longer number may need another line.
    asked: Asked,
}

/// Measures slides, each case once.
pub struct Measured {
    stage: Option<HtmlElement>,
    known: HashMap<Case, Vec<Page>>,
}

impl Measured {
    pub fn new() -> Self {
        Self { stage: None, known: HashMap::new() }
    }

    /// The pages of a slide in a room, on a stage of this height.
    pub fn pages(&mut self, deck: &Deck, room: &Room, index: usize, height: u32) -> Vec<Page> {
        let asked = room.poll_shown(deck).as_ref().map(PollShown::asked).unwrap_or_default();
        let case = Case { index, full: room.view.full, zoom: room.view.zoom, height, asked };
        if let Some(pages) = self.known.get(&case) {
            return pages.clone();
        }
        let pages = self.measure(deck, room.view, &case.asked, index, height);
        self.known.insert(case, pages.clone());
        pages
    }

    /// Forgets all: something is another size now.
    pub fn forget(&mut self) {
        self.known.clear();
    }

    fn measure(&mut self, deck: &Deck, view: View, asked: &Asked, index: usize, height: u32) -> Vec<Page> {
        let Some(slide) = deck.slides.get(index) else { return vec![Page::usual(0, 0)] };
        let Some(stage) = self.stage() else { return vec![Page::usual(0, usize::MAX)] };
        let Sheet { class, title, body, .. } = sheet::whole(slide, view.full, asked);
        page::set_attribute(&stage, "class", &format!("stage measured {class}"));
        page::set_property(&stage, "--height", &format!("{height}px"));
        page::set_property(&stage, "--zoomed", &format!("{}px", type_size(view, 100)));
        let (Some(head), Some(frame), Some(rows)) = (
            page::first_in(&stage, ".stage-title"),
            page::first_in(&stage, ".stage-body"),
            page::first_in(&stage, ".stage-rows"),
        ) else {
            return vec![Page::usual(0, usize::MAX)];
        };
        page::write_html(&head, &title);
        page::write_html(&rows, &body);
        let (_, room_for_body) = measure::inner_size(&frame);
        let pages = split(room_for_body, |percent| {
            page::set_property(&stage, "--type", &format!("{}px", type_size(view, percent)));
            let stacked = measure::stack(&rows, "data-unit", ["data-joined", "data-together"]).into_iter();
            let parts = stacked.map(|part| MeasuredPart {
                top: part.top,
                bottom: part.bottom,
                joined: part.has[0],
                together: part.has[1],
                units: part.marked,
                last: part.last,
            });
            units(&parts.collect::<Vec<_>>())
        });
        rows.set_text_content(None);
        pages
    }

    /// The stage that nobody sees, made when it is first needed.
    fn stage(&mut self) -> Option<HtmlElement> {
        if self.stage.is_none() {
            self.stage = page::hidden_element(
                "<h2 class=\"stage-title\"></h2><div class=\"stage-body\"><div class=\"stage-rows\"></div></div>\
                 <div class=\"stage-foot\"></div>",
            );
        }
        self.stage.clone()
    }
}
