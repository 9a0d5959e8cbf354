//! A lesson's page: prose and questions in their order, and the way to the lessons beside it.

use maud::{Markup, html};

use super::platform;
use super::question::question;
use super::shell::{Content, Site, prose};
use crate::course::model::{Block, Lesson, Module, Piece, Question};
use crate::course::read::lesson_address;
use crate::words::EN;

/// The lessons beside a lesson, in course order.
#[derive(Debug, Clone, Copy)]
pub struct Neighbours<'a> {
    pub before: Option<(&'a Module, &'a Lesson)>,
    pub after: Option<(&'a Module, &'a Lesson)>,
}

/// A lesson's page.
pub fn lesson(site: &Site, module: &Module, lesson: &Lesson, neighbours: &Neighbours) -> String {
    let number = module.lessons.iter().position(|other| other.id == lesson.id).map_or(1, |index| index + 1);
    let shown: Vec<&Block> = lesson.blocks.iter().filter(|block| !matches!(block, Block::Notes(_))).collect();
    let first_question = shown.iter().position(|block| asked(block).is_some()).unwrap_or(shown.len());
    let (before, from_question) = shown.split_at(first_question);
    let main = html! {
        nav.trail {
            a href="../index.html" { (EN.site.home) }
            a href="index.html" { (module.title) }
        }
        h1 { (lesson.title) }
        p.facts {
            span { ((EN.lesson.lesson_of)(number, module.lessons.len())) }
            span { ((EN.home.minutes)(&lesson.minutes.to_string())) }
            span data-lesson-state=(lesson.id) {}
        }
        div.lesson-tools data-mount="lesson-tools" {}
        @if !lesson.objectives.is_empty() {
            details.objectives {
                summary { (EN.lesson.objectives) }
                ul { @for objective in &lesson.objectives { li { (objective) } } }
            }
        }
        (blocks(before))
        (platforms(site, lesson))
        (blocks(from_question))
        (endnotes(lesson))
        // Notes do not fit into what an LMS keeps.
        @if !site.names.in_lms { div data-mount="notes" {} }
        (steps(module, neighbours))
    };
    site.page(Content {
        page: "lesson",
        title: &lesson.title,
        root: "../",
        lesson: Some(&lesson.id),
        bare: false,
        main,
    })
}

fn blocks(shown: &[&Block]) -> Markup {
    html! {
        @for stretch in shown.chunk_by(|a, b| piece(a).is_some() && piece(b).is_some()) {
            @if stretch.iter().filter_map(|block| piece(block)).any(|piece| !piece.html.is_empty()) {
                div.prose { @for piece in stretch.iter().filter_map(|block| piece(block)) { (prose(&piece.html)) } }
            }
            @for asked in stretch.iter().filter_map(|block| asked(block)) { (question(asked)) }
        }
    }
}

fn piece(block: &Block) -> Option<&Piece> {
    match block {
        Block::Prose(piece) => Some(piece),
        _ => None,
    }
}

/// The question that a block shows: a variant is not on the page.
fn asked(block: &Block) -> Option<&Question> {
    match block {
        Block::Question(question) if question.variant_of.is_none() => Some(question),
        _ => None,
    }
}

/// The facts of the platforms that a lesson is about, before its first question.
fn platforms(site: &Site, lesson: &Lesson) -> Markup {
    let known = |id: &String| site.course.platforms.iter().find(|platform| platform.id == *id);
    html! { @for platform in lesson.platforms.iter().filter_map(known) { (platform::card(platform)) } }
}

fn endnotes(lesson: &Lesson) -> Markup {
    html! {
        @if !lesson.footnotes.is_empty() {
            section.footnotes aria-label=(EN.lesson.footnotes) role="doc-endnotes" { (prose(&lesson.footnotes)) }
        }
        @if !lesson.sources.is_empty() {
            details.sources {
                summary { (EN.lesson.sources) }
                ul { @for source in &lesson.sources { li { (source) } } }
            }
        }
    }
}

fn steps(module: &Module, neighbours: &Neighbours) -> Markup {
    html! {
        nav.steps aria-label=(EN.lesson.steps) {
            div data-mount="lesson-end" {}
            @match neighbours.after {
                Some((module, lesson)) => a.button rel="next" href={ "../" (lesson_address(&module.id, &lesson.id)) } {
                    span.small { (EN.lesson.next) } (lesson.title)
                },
                None if module.choose_any => {
                    p { (EN.lesson.end_of_module) }
                    a.button rel="next" href="../index.html" { (EN.site.to_home) }
                },
                None => {
                    p { (EN.lesson.end_of_course) }
                    a.button rel="next" href="../progress.html" { (EN.home.see_progress) }
                },
            }
            @if let Some((module, lesson)) = neighbours.before {
                a.back rel="prev" href={ "../" (lesson_address(&module.id, &lesson.id)) } {
                    span.small { (EN.lesson.previous) } (lesson.title)
                }
            }
        }
    }
}
