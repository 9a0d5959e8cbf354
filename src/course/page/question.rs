//! A question as plain HTML, which the app turns into a form.
//!
//! Nothing in it tells the answer before a reader asks for it: what is to be put in order
//! or together stands in alphabetical order, and foreseen answers do not stand there at all.

use maud::{Markup, PreEscaped, html};

use super::shell::prose;
use crate::course::model::{Choice, Kind, Question, Verdict};
use crate::words::{EN, draft_caption};

/// A question of a lesson's page.
pub fn question(question: &Question) -> Markup {
    let title_id = format!("{}-title", question.id);
    let scenario = question.kind == Kind::Scenario;
    html! {
        section.question.scenario[scenario] #(question.id) aria-labelledby=(title_id) data-question=(question.id) {
            p.eyebrow {
                (if scenario { EN.question.scenario } else { EN.question.question })
                @if question.critical { " · " (EN.question.critical) }
            }
            div.asked data-asked { (asked(question, &title_id)) }
            div.answer data-answer {
                (to_choose_from(question))
                @if question.kind.is_graded() { noscript { (answers(question)) } }
            }
        }
    }
}

/// What is asked: it makes room for a variant when the app draws one.
fn asked(question: &Question, title_id: &str) -> Markup {
    let heading = html! { (question.title) }.into_string();
    html! {
        (PreEscaped(format!("<h{0} id=\"{title_id}\">{heading}</h{0}>", question.level)))
        @if !question.prompt.is_empty() { div.prose { (prose(&question.prompt)) } }
        @if let Some(draft) = &question.draft {
            figure.post {
                figcaption { (draft_caption(question.platform.as_deref())) }
                div.post-text { (prose(draft)) }
            }
        }
    }
}

/// What a learner can choose from, put in order or put together.
fn to_choose_from(question: &Question) -> Markup {
    let options = question.options.iter();
    let texts = options.clone().map(|option| option_text(question, option));
    match question.kind {
        Kind::Text | Kind::Number => html! {},
        Kind::Order => list(alphabetical(texts)),
        Kind::Match => {
            let partners = options.map(|pair| html! { (pair.partner) });
            html! { (list(texts.collect())) (list(alphabetical(partners))) }
        }
        _ => list(texts.collect()),
    }
}

fn list(items: Vec<Markup>) -> Markup {
    html! { ul.options { @for item in items { li { (item) } } } }
}

/// Sorted by the words that are seen.
fn alphabetical(items: impl Iterator<Item = Markup>) -> Vec<Markup> {
    let seen = |item: &Markup| {
        let pieces = item.0.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, seen)| seen));
        pieces.collect::<String>().to_lowercase()
    };
    let mut items: Vec<Markup> = items.collect();
    items.sort_by_cached_key(seen);
    items
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

/// For readers without JavaScript: what is right, and why.
fn answers(question: &Question) -> Markup {
    html! {
        details {
            summary { (EN.question.answers) }
            @match question.kind {
                Kind::Order => ol { @for step in &question.options { li { (prose(&step.text)) } } },
                Kind::Match => dl {
                    @for pair in &question.options { dt { (prose(&pair.text)) } dd { (pair.partner) } }
                },
                _ => ul { @for option in &question.options { li { (option_answer(question, option)) } } },
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

fn option_answer(question: &Question, option: &Choice) -> Markup {
    html! {
        (option_text(question, option))
        @if option.right && question.tolerance > 0.0 { " ± " (question.tolerance) }
        " (" (if option.right { EN.question.right_option } else { EN.question.wrong_option }) ")"
        @if !option.reason.is_empty() { div.reason { (prose(&option.reason)) } }
    }
}
