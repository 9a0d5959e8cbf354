//! A lesson's page: prose, and each question as a list that the app turns into a form.

use maud::{Markup, PreEscaped, html};

use super::platform;
use super::shell::{Content, Site, prose};
use crate::course::model::{Block, Choice, Kind, Lesson, Module, Question, Verdict};
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
    let is_question = |block: &Block| matches!(block, Block::Question(_));
    let first_question = lesson.blocks.iter().position(is_question).unwrap_or(lesson.blocks.len());
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
        @for (index, block) in lesson.blocks.iter().enumerate() {
            @if index == first_question { (platforms(site, lesson)) }
            @match block {
                Block::Prose(html) => div.prose { (prose(html)) },
                Block::Question(found) if found.variant_of.is_none() => (question(found)),
                Block::Question(_) => {},
            }
        }
        @if first_question >= lesson.blocks.len() { (platforms(site, lesson)) }
        (endnotes(lesson))
        div data-mount="notes" {}
        (steps(module, neighbours))
    };
    site.page(Content { page: "lesson", title: &lesson.title, root: "../", lesson: Some(&lesson.id), main })
}

/// The facts of the platforms that a lesson is about, before its first question.
fn platforms(site: &Site, lesson: &Lesson) -> Markup {
    let known = |id: &String| site.course.platforms.iter().find(|platform| platform.id == *id);
    html! { @for platform in lesson.platforms.iter().filter_map(known) { (platform::card(platform)) } }
}

fn question(question: &Question) -> Markup {
    let title_id = format!("{}-title", question.id);
    let heading = html! { (question.title) };
    let scenario = question.kind == Kind::Scenario;
    html! {
        section.question.scenario[scenario] #(question.id) aria-labelledby=(title_id) data-question=(question.id) {
            p.eyebrow {
                (if scenario { EN.question.scenario } else { EN.question.question })
                @if question.critical { " · " (EN.question.critical) }
            }
            (PreEscaped(format!("<h{} id=\"{title_id}\">{}</h{}>", question.level, heading.into_string(), question.level)))
            @if !question.prompt.is_empty() { div.prose { (prose(&question.prompt)) } }
            @if let Some(draft) = &question.draft {
                figure.post {
                    figcaption {
                        @match &question.platform {
                            Some(platform) => ((EN.question.draft_on)(platform)),
                            None => (EN.question.draft),
                        }
                    }
                    div.post-text { (prose(draft)) }
                }
            }
            div.answer data-answer {
                ul.options { @for option in &question.options { li { (option_text(question, option)) } } }
                noscript { (answers(question)) }
            }
        }
    }
}

/// An option as a learner reads it; a verdict with its meaning.
fn option_text(question: &Question, option: &Choice) -> Markup {
    let verdict = Verdict::from_id(&option.id).filter(|_| question.kind == Kind::Scenario);
    match verdict {
        Some(verdict) => {
            let (word, meaning) = EN.question.verdicts[verdict as usize];
            html! { strong { (word) } " – " (meaning) }
        }
        None => html! { (prose(&option.text)) },
    }
}

/// For readers without JavaScript: which options are right, and why.
fn answers(question: &Question) -> Markup {
    html! {
        details {
            summary { (EN.question.answers) }
            ul {
                @for option in &question.options {
                    li {
                        (option_text(question, option)) " ("
                        (if option.right { EN.question.right_option } else { EN.question.wrong_option }) ")"
                        div.reason { (prose(&option.reason)) }
                    }
                }
            }
            @if let Some(fixed) = &question.fixed {
                figure.post { figcaption { (EN.question.repaired) } div.post-text { (prose(fixed)) } }
            }
            @if let Some(why) = &question.why { div.why { (prose(why)) } }
            @if let Some(clause) = &question.clause {
                p { a.clause href={ "../policy.html#" (clause) } { (clause) } }
            }
        }
    }
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
