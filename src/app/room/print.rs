//! All slides on paper: with the options of questions, and then with their answers.
//!
//! The browser lays a page out for print as soon as it has told that it will, so the slides
//! are there at once: text, without signals. Their images have to be there before.

use std::collections::{BTreeMap, BTreeSet};

use leptos::html::Div;
use leptos::prelude::*;

use super::Live;
use super::notes::{AllNotes, script_of};
use super::sheet::{Sheet, sheet, whole};
use crate::app::use_live;
use crate::browser::{address, page};
use crate::course::escape::escape;
use crate::course::slides::asked::Asked;
use crate::live::deck::{Deck, DeckSlide, Shows};
use crate::live::poll::{Poll, Shape, Stage};
use crate::live::room::{Room, View};
use crate::live::snapshot::{Snapshot, SnapshotHead};
use crate::live::stage_height::USUAL_HEIGHT;
use crate::words::EN;

/// How long a link that asks for paper waits for what is to be printed, in milliseconds.
const PATIENCE: i32 = 5000;
/// How long it waits between two looks.
const PAUSE: i32 = 100;

/// Where the slides stand while the page is printed. With `notes`, those stand below each.
#[component]
pub fn PrintedSlides(#[prop(optional_no_strip)] notes: Option<AllNotes>) -> impl IntoView {
    let live = use_live();
    let (node, loaded) = (NodeRef::<Div>::new(), NodeRef::<Div>::new());
    let images = images(&live.deck);
    measure_with_images(&live, loaded);
    print_if_asked(loaded, notes);
    let fill = move || {
        if let Some(element) = node.get_untracked() {
            page::write_html(&element, &html(&live, notes.as_ref()));
        }
    };
    let clear = move || {
        if let Some(element) = node.get_untracked() {
            page::clear(&element);
        }
    };
    page::on_print(fill, clear);
    view! {
        <div hidden inner_html=images node_ref=loaded></div>
        <div class="print-slides" class:with-notes=notes.is_some() node_ref=node></div>
    }
}

/// All images of the slides: an image that has not come has no height.
fn images(deck: &Deck) -> String {
    let asked = Asked { options: true, answer: true, ..Asked::default() };
    let slides = deck.slides.iter().map(|slide| whole(slide, true, &asked).body);
    let images: BTreeSet<String> = slides.flat_map(|html| images_in(&html)).collect();
    images.into_iter().collect()
}

fn images_in(html: &str) -> Vec<String> {
    let tags = html.split("<img ").skip(1).filter_map(|rest| rest.split_once('>'));
    tags.map(|(tag, _)| format!("<img {tag}>")).collect()
}

fn measure_with_images(live: &Live, images: NodeRef<Div>) {
    let live = live.clone();
    Effect::new(move |_| {
        let live = live.clone();
        if let Some(images) = images.get() {
            page::on_image(&images, move || live.measure_again());
        }
    });
}

/// A link may ask for paper. It has to wait for images, and for notes.
fn print_if_asked(images: NodeRef<Div>, notes: Option<AllNotes>) {
    if address::in_fragment("print").is_none() {
        return;
    }
    let lacks_notes = StoredValue::new(notes.is_some() && page::data("notes").is_some());
    Effect::new(move |before: Option<()>| {
        notes.map(|notes| notes.of("", ""));
        // Notes come once.
        if before.is_some() {
            lacks_notes.set_value(false);
        }
    });
    let is_ready = move || {
        let images = images.get_untracked();
        !lacks_notes.get_value() && images.is_some_and(|images| page::has_images(&images))
    };
    print_when(is_ready, PATIENCE);
}

fn print_when(is_ready: impl Fn() -> bool + 'static, patience: i32) {
    page::after(PAUSE, move || match is_ready() || patience <= 0 {
        true => page::print(),
        false => print_when(is_ready, patience - PAUSE),
    });
}

fn html(live: &Live, notes: Option<&AllNotes>) -> String {
    let slides = live.deck.slides.iter().enumerate().filter(|(_, slide)| !slide.is_break());
    slides.map(|(index, slide)| slide_html(live, index, slide, notes)).collect()
}

fn slide_html(live: &Live, index: usize, slide: &DeckSlide, notes: Option<&AllNotes>) -> String {
    let mut html = String::new();
    let mut first = " first";
    let full = live.shown.with_untracked(|shown| shown.view.full);
    let mut notes = notes.map(|notes| notes_html(slide, full, notes)).unwrap_or_default();
    for stage in stages(slide) {
        for shown in pages(live, index, slide, stage, full) {
            let tall = if shown.page.scrolls > 0 { " tall" } else { "" };
            let Sheet { class, title, body, lesson, .. } = sheet(&live.deck, &shown);
            html.push_str(&format!(
                "<article class=\"print-page{}\"><div class=\"print-frame{tall}\">\
                 <div class=\"stage {class} size-{}{tall}\"><h2 class=\"stage-title\">{title}</h2>\
                 <div class=\"stage-body\"><div class=\"stage-rows\">{body}</div></div>\
                 <div class=\"stage-foot\"><span class=\"stage-lesson\">{}</span>\
                 <span class=\"stage-number\">{} / {}</span></div></div></div>{}</article>",
                std::mem::take(&mut first),
                shown.page.percent,
                escape(&lesson),
                shown.slide,
                shown.of,
                std::mem::take(&mut notes),
            ));
        }
    }
    html
}

fn stages(slide: &DeckSlide) -> Vec<Stage> {
    let Shows::Slide(slide) = &slide.shows else { return Vec::new() };
    match slide.question().map(Shape::of_question) {
        None => vec![Stage::Ask],
        Some(shape) if shape.graded => vec![Stage::Options, Stage::Answer],
        Some(_) => vec![Stage::Options],
    }
}

/// A snapshot of each page.
fn pages(live: &Live, index: usize, slide: &DeckSlide, stage: Stage, full: bool) -> Vec<Snapshot> {
    let mut polls = BTreeMap::new();
    if let Shows::Slide(slide) = &slide.shows
        && let Some(question) = slide.question()
    {
        polls.insert(question.id.clone(), Poll { stage, rounds: Vec::new() });
    }
    let view = View { full, ..View::default() };
    let mut room = Room { at: slide.place(), view, polls, ..Room::default() };
    let pages = live.pages(&room, index, USUAL_HEIGHT);
    let snapshots = pages.iter().map(|page| {
        room.unit = page.from;
        let head = SnapshotHead { height: USUAL_HEIGHT, ..SnapshotHead::default() };
        room.snapshot(&live.deck, &pages, head)
    });
    snapshots.collect()
}

fn notes_html(slide: &DeckSlide, full: bool, notes: &AllNotes) -> String {
    let place = slide.place();
    let steps: String = notes.of(&place.lesson, &place.slide).into_iter().map(|html| html.0).collect();
    let script = if full { String::new() } else { script_of(slide) };
    let titled = |title: &str, html: String| match html.is_empty() {
        true => String::new(),
        false => format!("<h3>{}</h3>{html}", escape(title)),
    };
    let html = titled(EN.present.notes, steps) + &titled(EN.present.script, script);
    format!("<div class=\"print-notes\">{html}</div>")
}
