//! Questions and scenarios in a lesson.
//!
//! ```text
//! question  = heading{.quiz} text options part*
//! scenario  = heading{.scenario clause=X-1} text [quote] options part*
//! options   = list of ( "[ ]" | "[x]" ) [{#id}] text quote
//! part      = heading{.hint | .why | .fixed | .notes} text
//! ```

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag};

use super::attributes;
use super::diagnostic::nearest;
use super::id;
use super::markdown::{Heading, Placed, Section, children, inner, place, trimmed};
use super::mistake::Mistake;
use super::model::{Choice, Html, Kind, Question, Verdict};
use super::option::{self, Given, WrittenOption};
use super::platform_of_question;
use super::render::Page;
use super::target;

/// Kinds of questions that the format knows and this version does not show.
const LATER_KINDS: [&str; 5] = ["text", "number", "order", "match", "poll"];

/// Reads a question from its heading, what follows it, and its deeper sections.
/// None where too much is missing, or where a later version will show it.
pub fn read(heading: &Heading, body: &[Placed], parts: &[Section], page: &mut Page) -> Option<Question> {
    let is_scenario = heading.has("scenario");
    let allowed = match is_scenario {
        true => attributes::SCENARIO,
        false if heading.has("number") => attributes::NUMBER,
        false => attributes::QUIZ,
    };
    attributes::check(heading, allowed, page.text, &mut page.report);
    page.check_title(heading);
    if not_yet(heading, page) {
        return None;
    }
    let id = question_id(heading, page);
    let (situation, list, rest) = split(body);
    let options = match list {
        Some(list) => options(list, rest, page),
        None => {
            let shape = "`- [x] Right option` and `- [ ] Wrong option`, each with a quote below it";
            page.report.add(heading.line(page.text), Mistake::NoOptions { shape });
            Vec::new()
        }
    };
    let mut question = blank(id, heading, page);
    question.platform = platform_of_question::name(heading, page);
    question.options =
        if is_scenario { verdicts(options, heading, page) } else { choices(options, heading, page) };
    question.kind = kind(&question.options, heading);
    read_situation(situation, &mut question, page);
    read_parts(parts, &mut question, page);
    check_clause(heading, &mut question, page);
    check_fixed(heading, parts, &question, page);
    platform_of_question::fact_holds(heading, page).then_some(question)
}

fn not_yet(heading: &Heading, page: &mut Page) -> bool {
    if let Some(kind) = LATER_KINDS.iter().find(|kind| heading.has(kind)) {
        let mistake = Mistake::NotSupportedYet {
            feature: format!("`.{kind}` questions"),
            consequence: "this question is left out",
        };
        page.report.add(heading.place_of(page.text, &format!(".{kind}")), mistake);
        return true;
    }
    if heading.has_attribute("variant-of") {
        let mistake = Mistake::NotSupportedYet {
            feature: "variants of questions".to_owned(),
            consequence: "this variant is left out",
        };
        page.report.add(heading.place_of(page.text, "variant-of"), mistake);
        return true;
    }
    false
}

/// The id of a question. A bad one is noted by `Page::reserve_ids`; it is used so that reading goes on.
fn question_id(heading: &Heading, page: &mut Page) -> String {
    let id = heading.id.clone().unwrap_or_else(|| id::slug(&heading.plain_text()));
    if id.is_empty() {
        page.report.add(heading.line(page.text), Mistake::NoSlug { what: "question" });
        return id;
    }
    let place = heading.place_of(page.text, &format!("#{id}"));
    page.questions.push((id.clone(), place));
    page.anchors.take(id)
}

/// The options of a list, and of further ones that should be part of it.
fn options(list: &[Placed], rest: &[Placed], page: &mut Page) -> Vec<WrittenOption> {
    let mut options = option::read(list, page);
    // A reason that is not indented cuts a list in two; it was noted as missing.
    let mut cut = false;
    for part in children(rest) {
        let span = trimmed(page.text, place(part));
        if option::is_list(part) {
            if !cut {
                page.report.add(span, Mistake::SecondOptionList);
            }
            options.extend(option::read(part, page));
            cut = false;
        } else if !cut && option::is_quote(part) && options.last().is_some_and(|last| last.reason.is_empty())
        {
            cut = true;
        } else {
            page.report.add(span, Mistake::TextAfterOptions);
        }
    }
    options
}

/// The text before the list of options, the list, and what follows it.
fn split<'d, 'a>(body: &'d [Placed<'a>]) -> (&'d [Placed<'a>], Option<&'d [Placed<'a>]>, &'d [Placed<'a>]) {
    let parts = children(body);
    let list = parts.iter().position(|part| option::is_list(part));
    let Some(index) = list.or_else(|| parts.iter().position(|part| option::is_meant_as_list(part))) else {
        return (body, None, &[]);
    };
    let start: usize = parts[..index].iter().map(|part| part.len()).sum();
    (&body[..start], Some(parts[index]), &body[start + parts[index].len()..])
}

fn blank(id: String, heading: &Heading, page: &mut Page) -> Question {
    let (text, report) = (page.text, &mut page.report);
    Question {
        id,
        kind: Kind::One,
        title: heading.plain_text(),
        level: heading.level,
        prompt: Html::default(),
        draft: None,
        platform: None,
        options: Vec::new(),
        fixed: None,
        hints: Vec::new(),
        why: None,
        clause: None,
        weight: attributes::number(heading, "weight", 0, text, report).unwrap_or(1),
        attempts: attributes::number(heading, "attempts", 1, text, report),
        revision: attributes::number(heading, "revision", 1, text, report).unwrap_or(1),
        critical: heading.has("critical") || heading.has_attribute("critical"),
        variant_of: None,
        tolerance: 0.0,
    }
}

fn kind(options: &[Choice], heading: &Heading) -> Kind {
    if heading.has("scenario") {
        return Kind::Scenario;
    }
    let several_right = options.iter().filter(|option| option.right).count() > 1;
    if several_right || heading.has("many") { Kind::Many } else { Kind::One }
}

fn choices(options: Vec<WrittenOption>, heading: &Heading, page: &mut Page) -> Vec<Choice> {
    let mut seen: BTreeMap<String, super::source::Span> = BTreeMap::new();
    let mut choices = Vec::new();
    for option in options {
        let made = || Given { value: id::slug(&option.words), span: option.span.clone() };
        let Given { value: id, span } = option.id.unwrap_or_else(made);
        if id.is_empty() {
            page.report.add(span, Mistake::NoSlug { what: "option" });
            continue;
        }
        match seen.get(&id) {
            Some(first) => {
                let first = super::source::location(page.path, page.text, first.start);
                page.report.add(span, Mistake::DuplicateId { what: "option", id: id.clone(), first });
            }
            None => {
                seen.insert(id.clone(), span);
            }
        }
        choices.push(Choice {
            id,
            text: option.text,
            reason: option.reason,
            right: option.right,
            ..Choice::default()
        });
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
        let text = Html(super::render::escape(verdict.word()));
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

/// The text before the options; the first quote of a scenario is its draft.
fn read_situation(situation: &[Placed], question: &mut Question, page: &mut Page) {
    let mut prompt = Vec::new();
    for child in children(situation) {
        let is_quote = matches!(child.first(), Some((Event::Start(Tag::BlockQuote(None)), _)));
        if question.kind == Kind::Scenario && is_quote && question.draft.is_none() {
            question.draft = Some(page.plain(inner(child)));
        } else {
            prompt.extend_from_slice(child);
        }
    }
    question.prompt = page.prose(&prompt);
}

fn read_parts(parts: &[Section], question: &mut Question, page: &mut Page) {
    for part in parts {
        let Some(heading) = &part.heading else { continue };
        attributes::check(heading, attributes::PART, page.text, &mut page.report);
        let mut classes =
            heading.classes.iter().filter(|class| attributes::PART.classes.contains(&class.as_str()));
        let Some(class) = classes.next() else {
            if heading.classes.is_empty() {
                page.report.add(heading.line(page.text), Mistake::StrayHeading);
            }
            continue;
        };
        if let Some(second) = classes.find(|second| *second != class) {
            let mistake = Mistake::ClassesClash { first: class.clone(), second: second.clone() };
            page.report.add(heading.line(page.text), mistake);
        }
        if part.body.is_empty() {
            page.report.add(heading.line(page.text), Mistake::EmptyPart { class: class.clone() });
            continue;
        }
        let twice = match class.as_str() {
            "hint" => {
                question.hints.push(page.plain(part.body));
                None
            }
            "notes" => {
                let notes = page.plain(part.body);
                page.notes.push(notes);
                None
            }
            "why" => question.why.replace(page.plain(part.body)).map(|_| "why"),
            _ => question.fixed.replace(fixed(part.body, page)).map(|_| "fixed"),
        };
        if let Some(class) = twice {
            page.report.add(heading.line(page.text), Mistake::DuplicatePart { class });
        }
    }
}

fn fixed(body: &[Placed], page: &mut Page) -> Html {
    let mut html = String::new();
    for child in children(body) {
        if matches!(child.first(), Some((Event::Start(Tag::BlockQuote(None)), _))) {
            html.push_str(&page.plain(inner(child)).0);
        } else {
            let span = trimmed(page.text, place(child));
            page.report.add(span, Mistake::FixedNotAQuote);
        }
    }
    Html(html)
}

fn check_clause(heading: &Heading, question: &mut Question, page: &mut Page) {
    let Some(clause) = heading.attribute("clause") else {
        if question.kind == Kind::Scenario && !heading.has_attribute("clause") {
            page.report.add(heading.line(page.text), Mistake::NoDecidingClause);
        }
        return;
    };
    let span = heading.place_of(page.text, "clause");
    if !target::check_clause(clause, page, &span) {
        return;
    }
    question.clause = Some(clause.to_owned());
    let yours = question.options.iter().any(|option| option.right && option.id == Verdict::Yours.id());
    if question.kind == Kind::Scenario && yours && page.surroundings.clauses.get(clause) == Some(&false) {
        page.report.add(span, Mistake::ClauseNotYours { id: clause.to_owned() });
    }
}

fn check_fixed(heading: &Heading, parts: &[Section], question: &Question, page: &mut Page) {
    let written = parts.iter().filter_map(|part| part.heading.as_ref()).find(|heading| heading.has("fixed"));
    let mut right = question.options.iter().filter(|option| option.right).peekable();
    // Where the right verdict is misspelt, it may be `FIX`.
    let unknown = right.peek().is_none();
    let fix = right.any(|option| option.id == Verdict::Fix.id());
    match written {
        Some(_) if question.kind == Kind::Scenario && (fix || unknown) => {}
        Some(part) => page.report.add(part.line(page.text), Mistake::FixedWithoutFix),
        None if question.kind == Kind::Scenario && fix => {
            page.report.add(heading.line(page.text), Mistake::FixedMissing);
        }
        None => {}
    }
}
