//! What may stand in the braces of a heading, and what it means there.

use super::diagnostic::{Report, nearest};
use super::markdown::Heading;
use super::mistake::Mistake;

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
        "tolerance",
        "minutes",
        "platform",
    ],
};

/// A scenario.
pub const SCENARIO: Allowed = Allowed {
    classes: &["scenario", "critical"],
    keys: &["clause", "weight", "attempts", "revision", "variant-of", "critical", "platform", "minutes"],
};

/// A part of a question.
pub const PART: Allowed = Allowed { classes: &["hint", "why", "fixed", "notes"], keys: &[] };

/// A clause, or a group of clauses.
pub const CLAUSE: Allowed = Allowed { classes: &["critical", "yours", "guidance"], keys: &[] };

/// A heading in the glossary or on a module's own page.
pub const PLAIN: Allowed = Allowed { classes: &[], keys: &[] };

/// Where each class of a course belongs, for one that stands elsewhere.
const PLACES: [(&str, &str); 15] = [
    ("quiz", "on a heading of a lesson"),
    ("scenario", "on a heading of a lesson"),
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
    ("critical", "on a question of a lesson or a clause of the policy"),
    ("yours", "on a clause of the policy"),
    ("guidance", "on a clause of the policy"),
];

/// Notes every class and key of a heading that is not allowed on it, and
/// braces that were not read as attributes.
pub fn check(heading: &Heading, allowed: Allowed, text: &str, report: &mut Report) {
    let words = heading.plain_text();
    if words.ends_with('}') || words.contains("{#") || words.contains("{.") {
        report.add(heading.line(text), Mistake::BadHeadingAttributes);
    }
    for class in heading.classes.iter().filter(|class| !allowed.classes.contains(&class.as_str())) {
        let place = PLACES.iter().find(|(known, _)| known == class).map(|(_, place)| *place);
        let mistake = match place {
            Some(place) => Mistake::MisplacedClass { class: class.clone(), place },
            None => {
                let nearest = nearest(class, PLACES.iter().map(|(known, _)| *known));
                Mistake::UnknownClass { class: class.clone(), known: allowed.classes.to_vec(), nearest }
            }
        };
        report.add(heading.place_of(text, &format!(".{class}")), mistake);
    }
    for (key, _) in heading.attributes.iter().filter(|(key, _)| !allowed.keys.contains(&key.as_str())) {
        let nearest = nearest(key, allowed.keys.iter().copied());
        let mistake = Mistake::UnknownAttribute { key: key.clone(), known: allowed.keys.to_vec(), nearest };
        report.add(heading.place_of(text, key), mistake);
    }
}

/// The whole number of an attribute, at least `least`; `otherwise` where it is not given.
pub fn number(heading: &Heading, key: &str, least: u32, text: &str, report: &mut Report) -> Option<u32> {
    let value = heading.attribute(key)?;
    let number = value.and_then(|value| value.parse().ok()).filter(|number| *number >= least);
    if number.is_none() {
        let expected = if least == 0 { "a whole number, 0 or more" } else { "a whole number, 1 or more" };
        report.add(heading.place_of(text, key), Mistake::BadValue { key: key.to_owned(), expected });
    }
    number
}
