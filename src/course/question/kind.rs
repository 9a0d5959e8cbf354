//! How a question is answered, as the classes of its heading say, and which keys make sense for it.

use super::super::attributes;
use super::super::diagnostic::nearest;
use super::super::markdown::Heading;
use super::super::mistake::Mistake;
use super::super::model::Kind;
use super::super::render::Page;
use crate::learning::typed;

/// The classes beside `.quiz` of which a heading has one at most.
const CLASSES: [(&str, Kind); 6] = [
    ("many", Kind::Many),
    ("text", Kind::Text),
    ("number", Kind::Number),
    ("order", Kind::Order),
    ("match", Kind::Match),
    ("poll", Kind::Poll),
];

/// What only a graded question can have.
const OF_GRADED: [&str; 7] = ["clause", "weight", "attempts", "critical", ".critical", "fact", "variant-of"];
/// What a variant has from the question that it varies.
const OF_ORIGINALS: [&str; 4] = ["weight", "attempts", "critical", ".critical"];

/// The kind that a heading names, also by a misspelt class, so that its body is read as it is
/// meant; of a task list without one, [`Kind::One`].
pub fn named(heading: &Heading) -> Kind {
    if heading.has("scenario") {
        return Kind::Scenario;
    }
    if let Some((_, kind)) = CLASSES.iter().find(|(class, _)| heading.has(class)) {
        return *kind;
    }
    let is_word = |(_, value): &&(String, Option<String>)| value.as_deref().unwrap_or_default().is_empty();
    let without_dot = heading.attributes.iter().filter(is_word).map(|(key, _)| key);
    let unknown = heading.classes.iter().filter(|class| !attributes::QUIZ.classes.contains(&class.as_str()));
    let mut unknown = unknown.chain(without_dot);
    let meant = unknown.find_map(|word| nearest(word, CLASSES.map(|(class, _)| class)));
    CLASSES.iter().find(|(class, _)| meant.as_deref() == Some(*class)).map_or(Kind::One, |(_, kind)| *kind)
}

/// Whether a heading has a class that belongs beside `.quiz`.
pub fn is_named(heading: &Heading) -> bool {
    CLASSES.iter().any(|(class, _)| heading.has(class))
}

/// Notes a kind that does not stand beside `.quiz`.
pub fn check_place(heading: &Heading, page: &mut Page) {
    if heading.has("quiz") || heading.has("scenario") {
        return;
    }
    for (class, _) in CLASSES.iter().filter(|(class, _)| heading.has(class)) {
        let mistake = Mistake::MisplacedClass { class: (*class).to_owned(), place: "beside `.quiz`" };
        page.report.add(heading.place_of(page.text, &format!(".{class}")), mistake);
    }
}

/// Whether a heading names one kind at most; notes the second one.
pub fn is_clear(heading: &Heading, page: &mut Page) -> bool {
    let mut named = heading.classes.iter().filter(|class| CLASSES.iter().any(|(kind, _)| kind == class));
    let Some(first) = named.next().filter(|_| !heading.has("scenario")) else { return true };
    let Some(second) = named.find(|second| *second != first) else { return true };
    let place = heading.place_of(page.text, &format!(".{second}"));
    page.report.add(place, Mistake::ClassesClash { first: first.clone(), second: second.clone() });
    false
}

/// Notes the keys that a poll or a variant cannot have.
pub fn check_keys(heading: &Heading, kind: Kind, page: &mut Page) {
    let (on, meaningless, reason) = match kind {
        Kind::Poll => ("a poll", &OF_GRADED[..], "no answer to a poll is right, and nothing is graded"),
        _ if heading.has_attribute("variant-of") => {
            ("a variant", &OF_ORIGINALS[..], "a variant counts as the question that it varies")
        }
        _ => return,
    };
    let words = heading.words(page.text);
    for word in words.iter().filter(|word| meaningless.contains(&word.name)) {
        let mistake = Mistake::KeyWithoutMeaning { key: word.name.to_owned(), on, reason };
        page.report.add(word.span.clone(), mistake);
    }
}

/// How far from a right number an answer may be.
pub fn tolerance(heading: &Heading, page: &mut Page) -> f64 {
    let Some(value) = heading.attribute("tolerance").filter(|_| named(heading) == Kind::Number) else {
        return 0.0;
    };
    let tolerance = typed::number(value).filter(|tolerance| *tolerance >= 0.0);
    if tolerance.is_none() {
        let expected = "a number, 0 or more";
        let mistake = Mistake::BadValue { key: "tolerance".to_owned(), expected };
        page.report.add(heading.place_of(page.text, "tolerance"), mistake);
    }
    tolerance.unwrap_or_default()
}

/// What the heading of a question of this kind allows.
pub fn allowed(heading: &Heading) -> attributes::Allowed {
    match named(heading) {
        Kind::Scenario => attributes::SCENARIO,
        Kind::Number => attributes::NUMBER,
        _ => attributes::QUIZ,
    }
}
