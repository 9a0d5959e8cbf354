//! A question on a slide, as far as it has come: what is asked, its options, how many chose what, what is right.

use super::html::blocks;
use super::{Part, PartKind};
use crate::course::escape::escape;
use crate::course::model::{Choice, Html, Kind, Question, Verdict};
use crate::words::{EN, draft_caption};

/// How far a question has come. The least is the question alone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Asked {
    pub options: bool,
    /// Hands by option, a list a round; empty while nobody may know.
    pub bars: Vec<Vec<u32>>,
    /// What is right, and why.
    pub answer: bool,
}

/// The parts of a question. What is asked comes first; once it is answered it makes room.
pub fn parts(question: &Question, asked: &Asked) -> Vec<Part> {
    let mut parts = match asked.answer || !asked.bars.is_empty() {
        true => Vec::new(),
        false => wording(question),
    };
    match question.kind {
        _ if asked.answer => parts.extend(answer(question, &asked.bars)),
        Kind::Order if asked.options => parts.push(steps(question)),
        Kind::Match if asked.options => parts.extend(pairs(question)),
        Kind::Text | Kind::Number => {}
        _ if !asked.bars.is_empty() => parts.push(bars(question, &asked.bars)),
        _ if asked.options => parts.push(options(question)),
        _ => {}
    }
    parts
}

/// How many units stand before the options.
pub fn before_options(question: &Question) -> usize {
    wording(question).iter().map(|part| part.items.len()).sum()
}

/// Whether there is more to show than what is asked before it is answered.
pub fn has_options(question: &Question) -> bool {
    !matches!(question.kind, Kind::Text | Kind::Number)
}

/// The letter of an option: A, B …, behind Z its number.
pub fn letter(index: usize) -> String {
    match u8::try_from(index).ok().filter(|index| *index < 26) {
        Some(index) => char::from(b'A' + index).to_string(),
        None => (index + 1).to_string(),
    }
}

/// The words of an option; a verdict with its meaning.
pub fn option_html(question: &Question, option: &Choice) -> String {
    match Verdict::from_id(&option.id).filter(|_| question.kind == Kind::Scenario) {
        Some(verdict) => {
            let (word, meaning) = EN.question.verdicts[verdict as usize];
            format!("<strong>{word}</strong> – {meaning}")
        }
        None => option.text.0.clone(),
    }
}

fn wording(question: &Question) -> Vec<Part> {
    let mut parts: Vec<Part> = blocks(&question.prompt.0).into_iter().map(block).collect();
    if let Some(draft) = &question.draft {
        let caption = draft_caption(question.platform.as_deref());
        parts.push(post(&caption, draft));
    }
    parts
}

fn block(html: String) -> Part {
    Part { kind: PartKind::Question, items: vec![html], ..Part::default() }
}

fn post(caption: &str, text: &Html) -> Part {
    let before = format!(
        "<figure class=\"post\"><figcaption>{}</figcaption><div class=\"post-text\">",
        escape(caption)
    );
    let items = blocks(&text.0);
    let after = "</div></figure>".to_owned();
    Part { kind: PartKind::Question, before, items, after, together: true, ..Part::default() }
}

fn list(class: &str, items: Vec<String>) -> Part {
    let before = format!("<ul class=\"{class}\">");
    let after = "</ul>".to_owned();
    Part { kind: PartKind::Question, before, items, after, together: true, ..Part::default() }
}

fn lettered(question: &Question, index: usize, option: &Choice) -> String {
    let (letter, words) = (letter(index), option_html(question, option));
    format!("<span class=\"letter\">{letter}</span> <span class=\"words\">{words}</span>")
}

fn options(question: &Question) -> Part {
    let options = question.options.iter().enumerate();
    let items = options.map(|(index, option)| format!("<li>{}</li>", lettered(question, index, option)));
    list("options", items.collect())
}

/// How many chose each option: the round's bars one below the other, with the number of hands.
fn bars(question: &Question, rounds: &[Vec<u32>]) -> Part {
    let options = question.options.iter().enumerate();
    let items = options.map(|(index, option)| {
        let (words, bars) = (lettered(question, index, option), bars_of(rounds, index));
        format!("<li>{words}<span class=\"rounds\">{bars}</span></li>")
    });
    list("options bars", items.collect())
}

fn bars_of(rounds: &[Vec<u32>], option: usize) -> String {
    let several = rounds.len() > 1;
    let bar = |(index, round): (usize, &Vec<u32>)| {
        let hands = round.get(option).copied().unwrap_or(0);
        let all = round.iter().fold(0_u32, |all, hands| all.saturating_add(*hands)).max(1);
        let percent = (f64::from(hands) * 100.0 / f64::from(all)).round();
        let name = (EN.present.hands)(hands, percent);
        let round = if several { format!("{} ", (EN.present.round)(index + 1)) } else { String::new() };
        format!(
            "<span class=\"bar\"><progress max=\"{all}\" value=\"{hands}\" aria-hidden=\"true\"></progress> \
             <span class=\"hands\">{round}{name}</span></span>"
        )
    };
    rounds.iter().enumerate().map(bar).collect()
}

fn answer(question: &Question, rounds: &[Vec<u32>]) -> Vec<Part> {
    let mut parts = vec![match question.kind {
        Kind::Order => right_order(question),
        Kind::Match => right_pairs(question),
        _ => reasons(question, rounds),
    }];
    if let Some(why) = &question.why {
        parts.extend(blocks(&why.0).into_iter().map(block));
    }
    if let Some(fixed) = &question.fixed {
        parts.push(post(EN.question.repaired, fixed));
    }
    parts
}

fn reasons(question: &Question, rounds: &[Vec<u32>]) -> Part {
    let is_typed = matches!(question.kind, Kind::Text | Kind::Number);
    let options = question.options.iter().enumerate();
    let items = options.map(|(index, option)| {
        let (class, sign, mark) = match option.right {
            true => ("right", "✓", EN.question.right_option),
            false => ("wrong", "✗", EN.question.wrong_option),
        };
        let words = match is_typed {
            true => format!("<span class=\"words\">{}</span>", option.text.0),
            false => lettered(question, index, option),
        };
        let last = rounds.last().and_then(|round| round.get(index));
        let hands = last.map(|hands| format!(" · {hands}")).unwrap_or_default();
        format!(
            "<li class=\"{class}\">{words} <div class=\"reason\"><span class=\"mark\">{sign} {mark}{hands}</span> \
             {}</div></li>",
            option.reason.0
        )
    });
    Part { together: false, ..list("options reasons", items.collect()) }
}

fn reason(option: &Choice) -> String {
    match option.reason.is_empty() {
        true => String::new(),
        false => format!("<div class=\"reason\">{}</div>", option.reason.0),
    }
}

/// The steps in another order than the right one, always the same.
fn steps(question: &Question) -> Part {
    let steps = shuffled(&question.options).into_iter().enumerate();
    let items = steps.map(|(index, option)| format!("<li>{}</li>", lettered(question, index, option)));
    list("options", items.collect())
}

fn right_order(question: &Question) -> Part {
    let items = question.options.iter().map(|step| format!("<li>{}{}</li>", step.text.0, reason(step)));
    Part {
        kind: PartKind::List,
        before: "<ol>".to_owned(),
        items: items.collect(),
        after: "</ol>".to_owned(),
        first_number: Some(1),
        ..Part::default()
    }
}

/// What is to be paired: items with letters, and partners in another order.
fn pairs(question: &Question) -> Vec<Part> {
    let partners = shuffled(&question.options).into_iter();
    let partners = partners.map(|option| format!("<li><span>{}</span></li>", escape(&option.partner)));
    vec![options(question), list("partners", partners.collect())]
}

fn right_pairs(question: &Question) -> Part {
    let row = |option: &Choice| {
        let (item, partner) = (&option.text.0, escape(&option.partner));
        format!("<tr><th scope=\"row\">{item}</th><td>{partner}{}</td></tr>", reason(option))
    };
    let pairs = &EN.question.pairs;
    let before = format!(
        "<table><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>",
        pairs.item, pairs.partner
    );
    Part {
        kind: PartKind::Table,
        before,
        items: question.options.iter().map(row).collect(),
        after: "</tbody></table>".to_owned(),
        ..Part::default()
    }
}

/// Every second one first: no order that an author wrote, and the same on every screen.
fn shuffled(options: &[Choice]) -> Vec<&Choice> {
    let odd = options.iter().skip(1).step_by(2);
    odd.chain(options.iter().step_by(2)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: &str) -> Question {
        let json = format!(
            r#"{{"id":"q","kind":"{kind}","title":"Q","weight":1,"revision":1,"critical":false,
                "prompt":"<p>Who?</p>\n<p>Why?</p>","draft":"<p>Look!</p>","why":"<p>Because.</p>",
                "options":[{{"id":"a","text":"One","reason":"<p>No.</p>","right":false,"partner":"1 < 2"}},
                {{"id":"b","text":"Two","reason":"<p>Yes.</p>","right":true,"partner":"2"}}]}}"#
        );
        serde_json::from_str(&json).expect("a question")
    }

    fn text(kind: &str, asked: Asked) -> String {
        let parts = parts(&question(kind), &asked);
        parts.iter().flat_map(|part| [&part.before].into_iter().chain(&part.items)).cloned().collect()
    }

    fn at(options: bool, bars: &[[u32; 2]], answer: bool) -> Asked {
        Asked { options, bars: bars.iter().map(|round| round.to_vec()).collect(), answer }
    }

    const KINDS: [&str; 8] = ["one", "many", "scenario", "poll", "text", "number", "order", "match"];

    #[test]
    fn no_reason_and_no_answer_is_in_what_is_shown_before() {
        for kind in KINDS {
            for asked in [at(false, &[], false), at(true, &[], false), at(true, &[[3, 4]], false)] {
                let text = text(kind, asked);
                for hidden in ["Yes.", "No.", "Because.", "✓", "right"] {
                    assert!(!text.contains(hidden), "{kind}: {hidden} in {text}");
                }
            }
            let answer = text(kind, at(true, &[], true));
            assert!(answer.contains("Yes.") && answer.contains("Because."), "{kind}: {answer}");
        }
    }

    #[test]
    fn options_come_when_they_are_asked_for() {
        assert!(!text("one", at(false, &[], false)).contains("Two"));
        let options = text("one", at(true, &[], false));
        assert!(options.contains("Who?") && options.contains("<span class=\"letter\">B</span>"), "{options}");
        assert_eq!(before_options(&question("one")), 3);
    }

    #[test]
    fn bars_say_how_many_in_each_round() {
        let text = text("one", at(true, &[[1, 3], [0, 2]], false));
        assert!(text.contains("<progress max=\"4\" value=\"3\""), "{text}");
        assert!(text.contains("2 (100%)") && text.contains("3 (75%)"), "{text}");
    }

    #[test]
    fn steps_and_partners_stand_in_another_order() {
        let steps = text("order", at(true, &[], false));
        assert!(steps.find("Two") < steps.find("One"), "{steps}");
        let pairs = text("match", at(true, &[], false));
        assert!(pairs.contains("1 &lt; 2"), "{pairs}");
    }

    #[test]
    fn options_have_letters_and_many_have_numbers() {
        assert_eq!([0, 5, 25, 26].map(letter), ["A", "F", "Z", "27"]);
    }
}
