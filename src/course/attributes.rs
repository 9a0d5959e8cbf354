//! What may stand in the braces of a heading, and what it means there.

use pulldown_cmark::Event;

use super::diagnostic::{Report, nearest};
use super::id;
use super::markdown::{Heading, Word, unescaped};
use super::mistake::Mistake;
use super::source::Span;

/// Classes and keys that a kind of heading allows.
#[derive(Debug, Clone, Copy)]
pub struct Allowed {
    pub classes: &'static [&'static str],
    pub keys: &'static [&'static str],
}

/// A heading of prose in a lesson.
pub const PROSE: Allowed = Allowed { classes: &["quiz", "scenario", "notes"], keys: &["minutes"] };

/// A question.
pub const QUIZ: Allowed = Allowed {
    classes: &["quiz", "many", "text", "number", "order", "match", "poll", "critical"],
    keys: &[
        "clause",
        "weight",
        "attempts",
        "revision",
        "variant-of",
        "critical",
        "platform",
        "fact",
        "minutes",
    ],
};

/// A question for a number.
pub const NUMBER: Allowed = Allowed {
    classes: QUIZ.classes,
    keys: &[
        "clause",
        "weight",
        "attempts",
        "revision",
        "variant-of",
        "critical",
        "platform",
        "fact",
        "minutes",
        "tolerance",
    ],
};

/// A scenario.
pub const SCENARIO: Allowed = Allowed { classes: &["scenario", "critical"], keys: QUIZ.keys };

/// A part of a question.
pub const PART: Allowed = Allowed { classes: &["hint", "why", "fixed", "notes"], keys: &[] };

/// A clause, or a group of clauses.
pub const CLAUSE: Allowed = Allowed { classes: &["critical", "yours", "guidance"], keys: &[] };

/// A heading in the glossary or on a module's own page.
pub const PLAIN: Allowed = Allowed { classes: &[], keys: &[] };

/// Where each class of a course belongs, for one that stands elsewhere.
const PLACES: [(&str, &str); 15] = [
    ("quiz", "on a heading of a lesson: below its title, and outside questions, quotes and lists"),
    ("scenario", "on a heading of a lesson: below its title, and outside questions, quotes and lists"),
    ("many", "beside `.quiz`"),
    ("text", "beside `.quiz`"),
    ("number", "beside `.quiz`"),
    ("order", "beside `.quiz`"),
    ("match", "beside `.quiz`"),
    ("poll", "beside `.quiz`"),
    ("hint", "on a heading inside a question"),
    ("why", "on a heading inside a question"),
    ("fixed", "on a heading inside a scenario"),
    ("notes", "on a heading of a lesson"),
    ("critical", "on a question of a lesson, or beside the id of a clause"),
    ("yours", "beside the id of a clause, in the policy"),
    ("guidance", "beside the id of a clause, in the policy"),
];

/// Notes what in the braces of a heading is not allowed on it, stands twice or
/// cannot be read, and braces that were not read as attributes.
pub fn check(heading: &Heading, allowed: Allowed, text: &str, report: &mut Report) {
    if heading.plain_text().is_empty() && heading.content.is_empty() {
        report.add(heading.line(text), Mistake::EmptyHeading);
    }
    let texts = heading.content.iter().filter(|(event, _)| matches!(event, Event::Text(_)));
    let mut braces = texts.flat_map(|(_, span)| unescaped(text, span, &["{", "}"]));
    if let Some(brace) = braces.next() {
        let line = text[brace..heading.line(text).end].lines().next().unwrap_or_default();
        report.add(brace..brace + line.trim_end().len(), Mistake::BadHeadingAttributes);
    }
    let words = heading.words(text);
    for (index, word) in words.iter().enumerate() {
        let is_id = |word: &Word| word.name.starts_with('#');
        if words[..index].iter().any(|earlier| earlier.name == word.name || is_id(earlier) && is_id(word)) {
            let key = if is_id(word) { "id" } else { word.name };
            report.add(word.span.clone(), Mistake::DuplicateKey { key: key.to_owned() });
        } else if matches!(word.name, "" | "#" | ".") {
            report.add(word.span.clone(), Mistake::BadHeadingAttributes);
        } else if let Some(class) = word.name.strip_prefix('.') {
            check_class(class, &word.span, allowed, report);
        } else if !is_id(word) {
            check_key(word, allowed, report);
        }
    }
    if allowed.keys.contains(&"minutes") {
        let written = heading.attribute("minutes").is_some();
        if written && minutes(heading).is_none() {
            let expected = "a whole number of minutes, 1 to 600";
            report.add(
                heading.place_of(text, "minutes"),
                Mistake::BadValue { key: "minutes".to_owned(), expected },
            );
        }
    }
}

fn check_class(class: &str, span: &Span, allowed: Allowed, report: &mut Report) {
    if allowed.classes.contains(&class) {
        return;
    }
    let place = PLACES.iter().find(|(known, _)| *known == class).map(|(_, place)| *place);
    let mistake = match place {
        Some(place) => Mistake::MisplacedClass { class: class.to_owned(), place },
        None => {
            let nearest = nearest(class, PLACES.iter().map(|(known, _)| *known));
            Mistake::UnknownClass { class: class.to_owned(), known: allowed.classes.to_vec(), nearest }
        }
    };
    report.add(span.clone(), mistake);
}

fn check_key(word: &Word, allowed: Allowed, report: &mut Report) {
    let key = word.name.to_owned();
    if !allowed.keys.contains(&word.name) {
        let nearest = nearest(&key, allowed.keys.iter().copied()).or_else(|| meant(word));
        report
            .add(word.span.clone(), Mistake::UnknownAttribute { key, known: allowed.keys.to_vec(), nearest });
    } else if word.name == "critical" {
        if word.value.is_some() {
            let expected = "`critical` alone, or leave it out";
            report.add(word.span.clone(), Mistake::BadValue { key, expected });
        }
    } else if word.value.is_none_or(str::is_empty) {
        let expected = "its value behind it without blanks, as in `clause=DSC-2`";
        report.add(word.span.clone(), Mistake::BadValue { key, expected });
    }
}

/// What a word that is no key was meant to be: `quiz` a class, `dsc-where` an id.
fn meant(word: &Word) -> Option<String> {
    match (word.name, word.value) {
        ("id", Some(value)) => Some(format!("#{value}")),
        ("class", Some(value)) => Some(format!(".{value}")),
        (_, Some(_)) => None,
        (name, None) => match nearest(name, PLACES.iter().map(|(known, _)| *known)) {
            Some(class) => Some(format!(".{class}")),
            None if id::is_id(name) || id::is_clause_id(name) => Some(format!("#{name}")),
            None => None,
        },
    }
}

/// The minutes that a heading plans for what stands below it.
pub fn minutes(heading: &Heading) -> Option<u32> {
    let value = heading.attribute("minutes")?;
    value.parse().ok().filter(|minutes| (1..=600).contains(minutes))
}

/// The whole number of an attribute, at least `least`.
pub fn number(heading: &Heading, key: &str, least: u32, text: &str, report: &mut Report) -> Option<u32> {
    let value = heading.attribute(key)?;
    let number = value.parse().ok().filter(|number| *number >= least);
    if number.is_none() {
        let expected = if least == 0 { "a whole number, 0 or more" } else { "a whole number, 1 or more" };
        report.add(heading.place_of(text, key), Mistake::BadValue { key: key.to_owned(), expected });
    }
    number
}
