//! A trainer's notes, with a text for each step of the slide on which they stand.
//!
//! ```text
//! notes = text { step text }
//! step  = a paragraph that is [step]
//! ```

use pulldown_cmark::{Event, Tag};

use super::attributes;
use super::markdown::{self, Placed, Section, children, inner, place, plain_text};
use super::model::Html;
use super::render::Page;
use super::source::Span;

const STEP: &str = "[step]";

/// Reads the notes below a heading, with its deeper sections; the first step is when the slide appears.
pub fn read(section: &Section, deeper: &[Section], page: &mut Page) -> Vec<Html> {
    let mut steps = steps(section.body, page);
    for section in deeper {
        let mut more = match &section.heading {
            Some(heading) => {
                attributes::check(heading, attributes::PLAIN, page.text, &mut page.report);
                let title = page.in_heading(heading);
                format!("<h{0}>{1}</h{0}>\n", heading.level, title.0)
            }
            None => String::new(),
        };
        let mut read = self::steps(section.body, page).into_iter();
        more.push_str(&read.next().unwrap_or_default().0);
        match steps.last_mut() {
            Some(last) => last.0.push_str(&format!("\n{more}")),
            None => steps.push(Html(more)),
        }
        steps.extend(read);
    }
    steps
}

/// The texts of some notes, step by step.
pub fn steps(body: &[Placed], page: &mut Page) -> Vec<Html> {
    let children = children(body);
    children.split(|child| is_step(child)).map(|step| page.plain(&step.concat())).collect()
}

/// Adds the notes of a slide to those that it has: step by step.
pub fn join(notes: &mut Vec<Html>, more: &[Html]) {
    for (index, html) in more.iter().enumerate() {
        match notes.get_mut(index) {
            Some(there) if there.is_empty() => *there = html.clone(),
            Some(there) => there.0.push_str(&format!("\n{}", html.0)),
            None => notes.push(html.clone()),
        }
    }
}

fn is_step(child: &[Placed]) -> bool {
    let is_paragraph = matches!(child.first(), Some((Event::Start(Tag::Paragraph), _)));
    let is_text = inner(child).iter().all(|(event, _)| matches!(event, Event::Text(_)));
    is_paragraph && is_text && plain_text(child).eq_ignore_ascii_case(STEP)
}

/// Where the steps of a page's notes are marked.
pub fn marks(text: &str, start: usize) -> Vec<Span> {
    let document = markdown::parse(text, start, &Default::default());
    let mut marks = Vec::new();
    let mut notes_level = None;
    for section in document.sections() {
        if let Some(heading) = &section.heading {
            notes_level = match notes_level {
                Some(level) if heading.level > level => notes_level,
                _ => heading.has("notes").then_some(heading.level),
            };
        }
        if notes_level.is_some() {
            let steps = children(section.body).into_iter().filter(|child| is_step(child));
            marks.extend(steps.map(place));
        }
    }
    marks
}
