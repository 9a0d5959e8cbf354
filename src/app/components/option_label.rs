//! An option's words.

use leptos::prelude::*;

use crate::course::model::{Choice, Kind, Question, Verdict};
use crate::words::EN;

/// An option as a learner reads it; a verdict with its meaning.
pub fn option_label(question: &Question, option: &Choice) -> AnyView {
    let verdict = Verdict::from_id(&option.id).filter(|_| question.kind == Kind::Scenario);
    match verdict {
        Some(verdict) => {
            const VERDICTS: [(&str, &str); 4] = EN.question.verdicts;
            let (word, meaning) = VERDICTS[verdict as usize];
            view! { <span><strong>{word}</strong>" – "{meaning}</span> }.into_any()
        }
        // Text is set far faster than HTML, and most options are nothing else.
        None if option.text.is_plain() => view! { <span>{option.text.0.clone()}</span> }.into_any(),
        None => view! { <span inner_html=option.text.0.clone()></span> }.into_any(),
    }
}
