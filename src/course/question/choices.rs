//! Options with brackets before them: the choices of `.quiz`, the verdicts of `.scenario`.

use super::super::diagnostic::nearest;
use super::super::markdown::{Heading, Placed, children, place, trimmed};
use super::super::mistake::Mistake;
use super::super::model::{Choice, Html, Kind, Verdict};
use super::super::option::{self, WrittenOption};
use super::super::render::{self, Page};
use super::Body;
use super::apart::Apart;
use super::shape;

/// Reads the body of a question of this kind; every option has its reason.
pub fn read<'a>(heading: &Heading, body: &[Placed<'a>], kind: Kind, page: &mut Page) -> Body<'a> {
    let (situation, list, rest) = split(body);
    let written = match list {
        Some(list) => options(list, rest, |_| true, page),
        None => {
            let shape = shape::wanted(kind).example;
            page.report.add(heading.line(page.text), Mistake::NoOptions { shape });
            Vec::new()
        }
    };
    let options = match kind {
        Kind::Scenario => verdicts(written, heading, page),
        _ => choices(written, heading, page),
    };
    Body { situation: situation.to_vec(), options }
}

/// The options of a list, and of further ones that should be part of it.
pub fn options(
    list: &[Placed],
    rest: &[Placed],
    needs_reason: impl Fn(&WrittenOption) -> bool,
    page: &mut Page,
) -> Vec<WrittenOption> {
    let mut options = read_list(list, &needs_reason, page);
    // A reason that is not indented cuts a list in two; it was noted as missing.
    let mut cut = false;
    for part in children(rest) {
        let span = trimmed(page.text, place(part));
        if option::is_list(part) {
            if !cut {
                page.report.add(span, Mistake::SecondOptionList);
            }
            options.extend(read_list(part, &needs_reason, page));
            cut = false;
        } else if !cut
            && option::is_quote(part)
            && options.last().is_some_and(|last| last.reason.is_empty() && needs_reason(last))
        {
            cut = true;
        } else {
            page.report.add(span, Mistake::TextAfterOptions);
        }
    }
    options
}

fn read_list(
    list: &[Placed],
    needs_reason: impl Fn(&WrittenOption) -> bool,
    page: &mut Page,
) -> Vec<WrittenOption> {
    let options = option::read(list, page);
    for option in options.iter().filter(|option| option.reason.is_empty() && needs_reason(option)) {
        let mistake = Mistake::OptionWithoutReason { option: option.words.clone() };
        page.report.add(option.span.clone(), mistake);
    }
    options
}

/// The text before the list of options, the list, and what follows it.
pub fn split<'d, 'a>(
    body: &'d [Placed<'a>],
) -> (&'d [Placed<'a>], Option<&'d [Placed<'a>]>, &'d [Placed<'a>]) {
    let parts = children(body);
    let list = parts.iter().position(|part| option::is_list(part));
    let Some(index) = list.or_else(|| parts.iter().position(|part| option::is_meant_as_list(part))) else {
        return (body, None, &[]);
    };
    let start: usize = parts[..index].iter().map(|part| part.len()).sum();
    (&body[..start], Some(parts[index]), &body[start + parts[index].len()..])
}

fn choices(options: Vec<WrittenOption>, heading: &Heading, page: &mut Page) -> Vec<Choice> {
    let mut apart = Apart::of("option");
    let mut choices = Vec::new();
    for option in options {
        let Some(id) = apart.id(option.id, &option.words, &option.span, page) else { continue };
        let WrittenOption { text, reason, right, .. } = option;
        choices.push(Choice { id, text, reason, right, ..Choice::default() });
    }
    if choices.is_empty() {
        return choices;
    }
    if choices.len() < 2 {
        page.report.add(heading.line(page.text), Mistake::TooFewOptions);
    }
    if choices.iter().all(|choice| !choice.right) {
        page.report.add(heading.line(page.text), Mistake::NoRightOption);
    }
    choices
}

fn verdicts(options: Vec<WrittenOption>, heading: &Heading, page: &mut Page) -> Vec<Choice> {
    let mut found: Vec<(Verdict, Choice)> = Vec::new();
    let written = options.len();
    let right = options.iter().filter(|option| option.right).count();
    for option in options {
        if let Some(id) = option.id {
            page.report.add(id.span, Mistake::VerdictId);
        }
        let Some(verdict) = Verdict::from_word(&option.words) else {
            let nearest = nearest(&option.words, Verdict::ALL.map(Verdict::word));
            page.report.add(option.span, Mistake::UnknownVerdict { word: option.words, nearest });
            continue;
        };
        if found.iter().any(|(earlier, _)| *earlier == verdict) {
            page.report.add(option.span, Mistake::DuplicateVerdict { verdict: verdict.word() });
            continue;
        }
        let text = Html(render::escape(verdict.word()));
        let id = verdict.id().to_owned();
        let choice = Choice { id, text, reason: option.reason, right: option.right, ..Choice::default() };
        found.push((verdict, choice));
    }
    if written == 1 {
        page.report.add(heading.line(page.text), Mistake::TooFewOptions);
    }
    match right {
        0 if written > 0 => page.report.add(heading.line(page.text), Mistake::NoRightOption),
        0 | 1 => {}
        _ => page.report.add(heading.line(page.text), Mistake::SeveralVerdictsRight),
    }
    found.sort_by_key(|(verdict, _)| *verdict);
    found.into_iter().map(|(_, choice)| choice).collect()
}
