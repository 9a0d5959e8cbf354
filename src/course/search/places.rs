//! The places of a course with their words.
//!
//! Reads the HTML that `course` rendered itself, so that a place has the words that its
//! page shows, and an anchor that the page has.

use super::Kind;
use crate::course::html_text::{add_text, unescape};
use crate::course::model::{Block, Course, Glossary, Html, Lesson, Module, Policy};
use crate::course::read::lesson_address;
use crate::words::EN;

/// A page with its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageText {
    /// What the page is part of; may be empty.
    pub trail: String,
    pub title: String,
    /// Seen from the site's root.
    pub address: String,
    pub places: Vec<PlaceText>,
}

/// A place with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceText {
    pub kind: Kind,
    /// None: the page's.
    pub title: Option<String>,
    /// None: the top of the page.
    pub anchor: Option<String>,
    /// Without the title.
    pub text: String,
}

/// Every page that can be searched, in course order.
pub fn of(course: &Course) -> Vec<PageText> {
    let lessons = course.lessons().map(|(module, found)| lesson(module, found));
    let policy = course.policy.iter().map(policy);
    lessons.chain(policy).chain(course.glossary.iter().map(glossary)).collect()
}

fn lesson(module: &Module, lesson: &Lesson) -> PageText {
    let mut places = vec![PlaceText { kind: Kind::Lesson, title: None, anchor: None, text: String::new() }];
    for block in &lesson.blocks {
        match block {
            Block::Prose(piece) => add_sections(&piece.html, Kind::Lesson, &mut places),
            Block::Question(question) if question.variant_of.is_none() => {
                let mut text = String::new();
                add_text(&question.prompt.0, &mut text);
                let (title, anchor) = (Some(question.title.clone()), Some(question.id.clone()));
                places.push(PlaceText { kind: Kind::Question, title, anchor, text });
            }
            Block::Question(_) | Block::Notes(_) => {}
        }
    }
    let (trail, title) = (module.title.clone(), lesson.title.clone());
    PageText { trail, title, address: lesson_address(&module.id, &lesson.id), places }
}

fn policy(policy: &Policy) -> PageText {
    let mut places = vec![PlaceText { kind: Kind::Clause, title: None, anchor: None, text: String::new() }];
    add_sections(&policy.introduction, Kind::Clause, &mut places);
    for group in &policy.groups {
        let (title, anchor) = (Some(group.title.clone()), Some(group.id.clone()));
        places.push(PlaceText { kind: Kind::Clause, title, anchor, text: String::new() });
        add_sections(&group.introduction, Kind::Clause, &mut places);
        for clause in &group.clauses {
            let title = Some((EN.question.clause)(&clause.id, &clause.title));
            let mut text = String::new();
            add_text(&clause.text.0, &mut text);
            places.push(PlaceText { kind: Kind::Clause, title, anchor: Some(clause.id.clone()), text });
        }
    }
    let title = policy.title.clone();
    PageText { trail: String::new(), title, address: "policy.html".to_owned(), places }
}

fn glossary(glossary: &Glossary) -> PageText {
    let place = |term: &crate::course::model::Term| {
        let mut text = String::new();
        add_text(&term.meaning.0, &mut text);
        let (title, anchor) = (Some(term.name.clone()), Some(term.id.clone()));
        PlaceText { kind: Kind::Term, title, anchor, text }
    };
    PageText {
        trail: String::new(),
        title: glossary.title.clone(),
        address: "glossary.html".to_owned(),
        places: glossary.terms.iter().map(place).collect(),
    }
}

/// Adds prose: each heading starts a place; what stands before the first belongs to the place before.
fn add_sections(html: &Html, kind: Kind, places: &mut Vec<PlaceText>) {
    let mut rest = html.0.as_str();
    loop {
        let heading = next_heading(rest);
        let before = &rest[..heading.as_ref().map_or(rest.len(), |heading| heading.start)];
        if let Some(place) = places.iter_mut().rev().find(|place| place.kind == kind) {
            place.text.push(' ');
            add_text(before, &mut place.text);
        }
        let Some(heading) = heading else { return };
        let mut title = String::new();
        add_text(heading.title, &mut title);
        let (title, anchor) = (Some(tidy(&title)), Some(unescape(heading.id)));
        places.push(PlaceText { kind, title, anchor, text: String::new() });
        rest = &rest[heading.end..];
    }
}

struct HeadingFound<'h> {
    start: usize,
    end: usize,
    id: &'h str,
    /// HTML.
    title: &'h str,
}

/// The next `<h2 id="…">…</h2>`, as `Page::heading` writes it.
fn next_heading(html: &str) -> Option<HeadingFound<'_>> {
    let mut from = 0;
    loop {
        let start = from + html[from..].find("<h")?;
        from = start + 2;
        let level = html[from..].chars().next().filter(char::is_ascii_digit);
        let Some(rest) = level.and_then(|_| html[from + 1..].strip_prefix(" id=\"")) else { continue };
        let Some((id, rest)) = rest.split_once("\">") else { continue };
        let Some((title, after)) = rest.split_once("</h") else { continue };
        let end = html.len() - after.len() + after.find('>').map_or(0, |at| at + 1);
        return Some(HeadingFound { start, end, id, title });
    }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
