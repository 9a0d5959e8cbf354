//! A question as an xAPI interaction: its definition, and an answer to it as a response.
//!
//! xAPI joins ids by `[,]`, the two of a pair by `[.]`, and the ends of a range by `[:]`.

use super::names;
use super::statement::{Component, Definition, LanguageMap};
use crate::course::html_text::text_of;
use crate::course::model::{Choice, Html, Kind, Question};
use crate::learning::typed;

const AND: &str = "[,]";

/// What a question is.
pub fn definition(question: &Question, language: &str) -> Definition {
    let said = |text: &str| said(language, text);
    let options = &question.options;
    let components = |text: fn(&Choice) -> String| -> Vec<Component> {
        let component =
            |option: &Choice| Component { id: option.id.clone(), description: said(&text(option)) };
        options.iter().map(component).collect()
    };
    let words = |option: &Choice| plain(&option.text);
    let asked = match &question.draft {
        Some(draft) => format!("{} {}", plain(&question.prompt), plain(draft)),
        None => plain(&question.prompt),
    };
    let definition = Definition {
        kind: names::INTERACTION.to_owned(),
        name: said(&question.title),
        description: said(asked.trim()),
        interaction_type: interaction_type(question.kind).to_owned(),
        correct_responses_pattern: patterns(question),
        ..Definition::default()
    };
    match question.kind {
        Kind::Text | Kind::Number => definition,
        Kind::Match => {
            let partners = components(|option| option.partner.clone());
            Definition { source: components(words), target: partners, ..definition }
        }
        _ => Definition { choices: components(words), ..definition },
    }
}

fn interaction_type(kind: Kind) -> &'static str {
    match kind {
        Kind::One | Kind::Many | Kind::Poll | Kind::Scenario => "choice",
        Kind::Text => "fill-in",
        Kind::Number => "numeric",
        Kind::Order => "sequencing",
        Kind::Match => "matching",
    }
}

/// The right answers. None of a poll, in which no answer is right.
fn patterns(question: &Question) -> Vec<String> {
    let options = question.options.iter();
    let right = options.clone().filter(|option| option.right);
    let ids = |options: &mut dyn Iterator<Item = &Choice>| -> String {
        options.map(|option| option.id.as_str()).collect::<Vec<_>>().join(AND)
    };
    let patterns = match question.kind {
        Kind::Poll => Vec::new(),
        Kind::One | Kind::Scenario | Kind::Many => vec![ids(&mut right.clone())],
        Kind::Order => vec![ids(&mut options.clone())],
        Kind::Match => {
            let pairs = options.map(|option| format!("{}[.]{}", option.id, option.id));
            vec![pairs.collect::<Vec<_>>().join(AND)]
        }
        Kind::Text => right.map(|option| format!("{{case_matters=false}}{}", plain(&option.text))).collect(),
        Kind::Number => {
            let numbers = right.filter_map(|option| typed::number(&option.accepts));
            numbers.map(|number| range(number, question.tolerance)).collect()
        }
    };
    patterns.into_iter().filter(|pattern| !pattern.is_empty()).collect()
}

fn range(number: f64, tolerance: f64) -> String {
    match tolerance > 0.0 {
        true => format!("{}[:]{}", number - tolerance, number + tolerance),
        false => number.to_string(),
    }
}

/// An answer, as an event keeps it. Empty where the learner did not know.
pub fn response(question: Option<&Question>, chosen: &[String]) -> String {
    match question.map(|question| question.kind) {
        Some(Kind::Match) => {
            let pair = |pair: &String| pair.replacen('=', "[.]", 1);
            chosen.iter().map(pair).collect::<Vec<_>>().join(AND)
        }
        // A number stands as it was understood, whatever sign its author uses for thousands.
        Some(Kind::Number) => {
            let typed = chosen.first().map(String::as_str).unwrap_or_default();
            typed::number(typed).map_or_else(|| typed.to_owned(), |number| number.to_string())
        }
        _ => chosen.join(AND),
    }
}

/// A text in one language; nothing for no text, since statements hold no empty ones.
pub fn said(language: &str, text: &str) -> LanguageMap {
    let pair = (!text.is_empty()).then(|| (language.to_owned(), text.to_owned()));
    pair.into_iter().collect()
}

/// HTML of ours as its words, on one line.
fn plain(html: &Html) -> String {
    text_of(&html.0).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: Kind, options: Vec<Choice>) -> Question {
        Question {
            id: "q".into(),
            kind,
            title: "What?".into(),
            level: 2,
            prompt: Html::default(),
            draft: None,
            platform: None,
            options,
            fixed: None,
            hints: vec![],
            why: None,
            clause: None,
            weight: 1,
            attempts: None,
            revision: 1,
            critical: false,
            variant_of: None,
            tolerance: 0.0,
        }
    }

    fn option(id: &str, right: bool, accepts: &str) -> Choice {
        Choice {
            id: id.into(),
            text: Html(format!("<p>Say <em>{id}</em>.</p>")),
            right,
            accepts: accepts.into(),
            partner: format!("with {id}"),
            ..Choice::default()
        }
    }

    fn patterns_of(kind: Kind) -> (Vec<String>, String) {
        let options = vec![option("a", true, "1,5"), option("b", false, "2"), option("c", true, "3")];
        let chosen = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        let chosen = match kind {
            Kind::Match => chosen(&["a=b", "b=a"]),
            Kind::Number => chosen(&["1,5"]),
            Kind::Text => chosen(&["Say a"]),
            _ => chosen(&["b", "c"]),
        };
        let question = question(kind, options);
        (definition(&question, "en").correct_responses_pattern, response(Some(&question), &chosen))
    }

    #[test]
    fn every_kind_has_its_pattern_and_its_response() {
        let texts = |kind| {
            let (patterns, response) = patterns_of(kind);
            format!("{} | {response}", patterns.join(" or "))
        };
        assert_eq!(texts(Kind::Many), "a[,]c | b[,]c");
        assert_eq!(texts(Kind::Order), "a[,]b[,]c | b[,]c");
        assert_eq!(texts(Kind::Match), "a[.]a[,]b[.]b[,]c[.]c | a[.]b[,]b[.]a");
        assert_eq!(texts(Kind::Text), "{case_matters=false}Say a. or {case_matters=false}Say c. | Say a");
        assert_eq!(texts(Kind::Poll), " | b[,]c");
        let number = Question { tolerance: 0.5, ..question(Kind::Number, vec![option("a", true, "1.5")]) };
        assert_eq!(definition(&number, "en").correct_responses_pattern, ["1[:]2"]);
    }

    #[test]
    fn pairs_have_two_lists_and_words_without_markup() {
        let pairs = definition(&question(Kind::Match, vec![option("a", true, "")]), "en");
        assert_eq!(pairs.source[0].description["en"], "Say a.");
        assert_eq!(pairs.target[0].description["en"], "with a");
        assert!(pairs.choices.is_empty());
    }

    #[test]
    fn one_who_does_not_know_gives_no_response() {
        assert_eq!(response(None, &[]), "");
    }
}
