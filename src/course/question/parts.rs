//! What stands below a question's answers, and what it must agree with: parts, clause, repaired post.

use pulldown_cmark::{Event, Tag};

use super::super::attributes;
use super::super::markdown::{Heading, Placed, Section, children, inner, place, trimmed};
use super::super::mistake::Mistake;
use super::super::model::{Html, Kind, Question, Verdict};
use super::super::render::Page;
use super::super::target;
use super::super::trainer_notes;

/// Reads the parts of a question.
pub fn read(parts: &[Section], question: &mut Question, page: &mut Page) {
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
                let notes = trainer_notes::steps(part.body, page);
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

/// Reads the deciding clause of a question.
pub fn check_clause(heading: &Heading, question: &mut Question, page: &mut Page) {
    let Some(clause) = heading.attribute("clause") else {
        // A variant takes the clause of its question.
        let decided = heading.has_attribute("clause") || question.variant_of.is_some();
        if question.kind == Kind::Scenario && !decided {
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

/// Notes a repaired post that is missing, or that repairs nothing.
pub fn check_fixed(heading: &Heading, parts: &[Section], question: &Question, page: &mut Page) {
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
