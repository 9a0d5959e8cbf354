//! The pages to look things up in: policy and glossary.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::shell::{Content, Site, prose};
use crate::course::model::{Clause, ClauseGroup, Course, Glossary, Lesson, Module, Policy};
use crate::course::read::lesson_address;
use crate::words::EN;

type Teaching<'a> = BTreeMap<&'a str, Vec<(&'a Module, &'a Lesson)>>;

/// The policy: each clause can be linked to, and says which lessons teach it.
pub fn policy(site: &Site, policy: &Policy) -> String {
    let teaching = teaching(site.course);
    let main = html! {
        h1 { (policy.title) }
        p.facts {
            span { (EN.policy.version) " " (policy.version) }
            @if let Some(owner) = &policy.owner { span { (EN.policy.owner) ": " (owner) } }
            @if let Some(date) = &policy.review_by {
                span { (EN.policy.review_by) " " time datetime=(date) { (date) } }
            }
        }
        div data-mount="acknowledge-first" {}
        div.prose { (prose(&policy.introduction)) }
        nav.contents aria-label=(EN.policy.contents) {
            ul { @for group in &policy.groups { li { a href={ "#" (group.id) } { (group.title) } } } }
        }
        @for group in &policy.groups { (clause_group(group, &teaching)) }
        div #acknowledge data-mount="acknowledge-last" {}
    };
    site.page(Content { page: "policy", title: &policy.title, root: "", lesson: None, bare: false, main })
}

fn clause_group(group: &ClauseGroup, teaching: &Teaching) -> Markup {
    html! {
        section.clause-group aria-labelledby=(group.id) {
            h2 #(group.id) { (group.title) }
            div.prose { (prose(&group.introduction)) }
            @for found in &group.clauses { (clause(found, teaching)) }
        }
    }
}

fn clause(clause: &Clause, teaching: &Teaching) -> Markup {
    html! {
        article.clause aria-labelledby=(clause.id) {
            h3 #(clause.id) {
                a.number href={ "#" (clause.id) } { (clause.id) } " " (clause.title)
            }
            p.facts {
                @if clause.critical { span.mark { (EN.policy.critical) } }
                @if clause.yours { span.mark { (EN.policy.yours) } }
                @if clause.guidance { span.mark { (EN.policy.guidance) } }
                span data-clause-state=(clause.id) {}
            }
            div.prose { (prose(&clause.text)) }
            p.taught {
                @match teaching.get(clause.id.as_str()) {
                    Some(lessons) => {
                        (EN.policy.taught_in) ": "
                        @for (index, (module, lesson)) in lessons.iter().enumerate() {
                            @if index > 0 { ", " }
                            a href=(lesson_address(&module.id, &lesson.id)) { (lesson.title) }
                        }
                    },
                    None => (EN.policy.not_taught),
                }
            }
        }
    }
}

/// Which lessons teach a clause: those that name it, and those whose questions turn on it.
fn teaching(course: &Course) -> Teaching<'_> {
    let mut teaching = Teaching::new();
    for (module, lesson) in course.lessons() {
        let named = lesson.clauses.iter().map(String::as_str);
        let asked = lesson.asked().filter_map(|question| question.clause.as_deref());
        for clause in named.chain(asked) {
            let lessons = teaching.entry(clause).or_default();
            if !lessons.iter().any(|(_, known)| known.id == lesson.id) {
                lessons.push((module, lesson));
            }
        }
    }
    teaching
}

/// The glossary.
pub fn glossary(site: &Site, glossary: &Glossary) -> String {
    let main = html! {
        h1 { (glossary.title) }
        div.prose { (prose(&glossary.introduction)) }
        dl.glossary {
            @for term in &glossary.terms {
                div #(term.id) {
                    dt { (term.name) }
                    dd { (prose(&term.meaning)) }
                }
            }
        }
    };
    site.page(Content { page: "glossary", title: &glossary.title, root: "", lesson: None, bare: false, main })
}
