//! Foreseen answers to what learners type: words of `.text`, numbers of `.number`.

use super::super::decomposed::decomposed;
use super::super::markdown::{Heading, Placed};
use super::super::mistake::Mistake;
use super::super::model::{Choice, Kind};
use super::super::option::WrittenOption;
use super::super::render::Page;
use super::Body;
use super::apart::Apart;
use super::choices;
use super::shape;
use crate::learning::typed;

/// Reads the body of a question of this kind. A right answer may go without a reason; a mistake may not.
pub fn read<'a>(
    heading: &Heading,
    body: &[Placed<'a>],
    kind: Kind,
    tolerance: f64,
    page: &mut Page,
) -> Body<'a> {
    let (situation, list, rest) = choices::split(body);
    let Some(list) = list else {
        let (situation, _) = shape::wanted(kind).split(heading, body, page);
        return Body { situation, options: Vec::new() };
    };
    let written = choices::options(list, rest, |option| !option.right, page);
    let lacks_right = !written.is_empty() && written.iter().all(|option| !option.right);
    let mut apart = Apart::of("option");
    let read = written.into_iter().filter_map(|option| {
        let accepts = if kind == Kind::Number { number(&option, page) } else { words(&option, page) }?;
        if !apart.says_something_new(accepts.clone(), &option.span, page) {
            return None;
        }
        let id = apart.id(option.id, &option.words, &option.span, page)?;
        let WrittenOption { text, reason, right, span, .. } = option;
        Some((Choice { id, text, reason, right, accepts, ..Choice::default() }, span))
    });
    let read: Vec<_> = read.collect();
    let rights = || read.iter().filter(|(option, _)| option.right);
    for (option, span) in read.iter().filter(|(option, _)| kind == Kind::Number && !option.right) {
        if let Some((right, _)) = rights().find(|(right, _)| is_near(option, right, tolerance)) {
            let right = right.accepts.clone();
            page.report.add(span.clone(), Mistake::MistakeWithinTolerance { right });
        }
    }
    if lacks_right {
        page.report.add(heading.line(page.text), Mistake::NoRightOption);
    }
    Body { situation: situation.to_vec(), options: read.into_iter().map(|(option, _)| option).collect() }
}

fn words(option: &WrittenOption, page: &mut Page) -> Option<String> {
    let folded = typed::fold(&decomposed(&option.words));
    if folded.is_empty() {
        page.report.add(option.span.clone(), Mistake::EmptyOption);
        return None;
    }
    Some(folded)
}

fn number(option: &WrittenOption, page: &mut Page) -> Option<String> {
    let number = typed::number(&option.words);
    if number.is_none() {
        let unclear = typed::numbers(&option.words).len() > 1;
        page.report.add(option.span.clone(), Mistake::NotANumber { written: option.words.clone(), unclear });
    }
    number.map(|number| number.to_string())
}

fn is_near(option: &Choice, right: &Choice, tolerance: f64) -> bool {
    match (option.accepts.parse(), right.accepts.parse()) {
        (Ok(number), Ok(right)) => typed::are_near(number, right, tolerance),
        _ => false,
    }
}
