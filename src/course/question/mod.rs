//! Questions and scenarios in a lesson.
//!
//! ```text
//! question  = heading{.quiz} text options part*
//! scenario  = heading{.scenario clause=X-1} text [quote] options part*
//! options   = list of ( "[ ]" | "[x]" ) [{#id}] text quote
//!           | list of ( "[ ]" | "[x]" ) [{#id}] answer [quote]     .text .number
//!           | list of [{#id}] text                                 .order .poll
//!           | table of ( [{#id}] text, text )                      .match
//! part      = heading{.hint | .why | .fixed | .notes} text
//! ```

mod apart;
mod choices;
pub mod kind;
mod listed;
pub mod pairs;
mod parts;
pub mod shape;
mod typed;

use pulldown_cmark::{Event, Tag};

use super::attributes;
use super::id;
use super::markdown::{Heading, Placed, Section, children, inner};
use super::mistake::Mistake;
use super::model::{Choice, Html, Kind, Question};
use super::platform_of_question;
use super::render::Page;
use super::variants::WrittenVariant;

/// What stands between a question's heading and its parts.
pub struct Body<'a> {
    /// The text before the answers.
    situation: Vec<Placed<'a>>,
    options: Vec<Choice>,
}

/// Whether a heading starts a question, or was meant to.
pub fn starts(heading: &Heading) -> bool {
    let meant = kind::is_named(heading) && !heading.has("notes");
    heading.has("quiz") || heading.has("scenario") || meant
}

/// Reads a question from its heading, what follows it, and its deeper sections.
/// None where too much is missing, or where the fact that decides it no longer holds.
pub fn read(heading: &Heading, body: &[Placed], parts: &[Section], page: &mut Page) -> Option<Question> {
    attributes::check(heading, kind::allowed(heading), page.text, &mut page.report);
    page.check_title(heading);
    let kind = kind::named(heading);
    kind::check_place(heading, page);
    kind::check_keys(heading, kind, page);
    let id = question_id(heading, page);
    if !kind::is_clear(heading, page) {
        return None;
    }
    let mut question = blank(id, kind, heading, page);
    question.platform = platform_of_question::name(heading, page);
    let Body { situation, options } = match kind {
        Kind::One | Kind::Many | Kind::Scenario => choices::read(heading, body, kind, page),
        Kind::Text | Kind::Number => typed::read(heading, body, kind, question.tolerance, page),
        Kind::Order | Kind::Poll => listed::read(heading, body, kind, page),
        Kind::Match => pairs::read(heading, body, page),
    };
    question.options = options;
    if kind == Kind::One && question.options.iter().filter(|option| option.right).count() > 1 {
        question.kind = Kind::Many;
    }
    read_situation(&situation, &mut question, page);
    parts::read(parts, &mut question, page);
    parts::check_clause(heading, &mut question, page);
    parts::check_fixed(heading, parts, &question, page);
    note_variant(heading, &question, page);
    platform_of_question::fact_holds(heading, page).then_some(question)
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
    if heading.has_attribute("variant-of") {
        // No page shows a variant, so nothing can lead to it.
        return id;
    }
    page.anchors.take(id)
}

fn blank(id: String, kind: Kind, heading: &Heading, page: &mut Page) -> Question {
    let tolerance = kind::tolerance(heading, page);
    let (text, report) = (page.text, &mut page.report);
    Question {
        id,
        kind,
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
        variant_of: heading.attribute("variant-of").filter(|_| kind.is_graded()).map(str::to_owned),
        tolerance,
    }
}

/// The text before the answers; the first quote of a scenario is its draft.
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
    // The first use of a term must stand on the page; a variant does not.
    question.prompt = if question.variant_of.is_some() { page.plain(&prompt) } else { page.prose(&prompt) };
}

/// Keeps what must agree with the question that a variant varies, which may stand in another file.
fn note_variant(heading: &Heading, question: &Question, page: &mut Page) {
    let Some(original) = &question.variant_of else { return };
    page.variants.push(WrittenVariant {
        id: question.id.clone(),
        original: original.clone(),
        place: heading.place_of(page.text, "variant-of"),
        clause: heading.has_attribute("clause").then(|| heading.place_of(page.text, "clause")),
        heading: heading.line(page.text),
    });
}

/// Notes a question with one step, option or pair.
fn too_few(what: &'static str, heading: &Heading, page: &mut Page) {
    page.report.add(heading.line(page.text), Mistake::TooFewItems { what });
}
