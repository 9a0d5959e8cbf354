//! The verdict on an answer, in words.

use leptos::prelude::*;

use super::answering::feedback_id;
use crate::app::components::clause_link::ClauseLink;
use crate::app::study::use_study;
use crate::browser::intl;
use crate::browser::storage::Kept;
use crate::course::model::{Kind, Question};
use crate::learning::progress::Attempt;
use crate::words::EN;

/// What is said first.
pub fn verdict_words(question: &Question, attempt: &Attempt) -> String {
    let words = EN.question;
    if question.kind == Kind::Poll {
        return words.poll.thanks.to_owned();
    }
    if attempt.is_unknown() {
        return words.unknown.verdict.to_owned();
    }
    if attempt.is_right() {
        return words.right.to_owned();
    }
    if attempt.earned == 0 {
        return words.wrong.to_owned();
    }
    let partly = match question.kind {
        Kind::Order => words.order.partly,
        Kind::Match => words.pairs.partly,
        _ => words.partly,
    };
    partly(&intl::number(attempt.earned as usize), &intl::number(attempt.possible as usize))
}

/// The verdict with what explains it, where the focus goes.
#[component]
pub fn Feedback(
    question: std::sync::Arc<Question>,
    attempt: Attempt,
    /// Why, as far as the answer itself has a reason.
    reason: Option<AnyView>,
) -> impl IntoView {
    let verdict = verdict_words(&question, &attempt);
    let is_poll = question.kind == Kind::Poll;
    let remark = if is_poll {
        Some(EN.question.poll.not_graded)
    } else if attempt.is_unknown() {
        Some(EN.question.unknown.never_counts)
    } else if attempt.is_sure_but_wrong() {
        Some(EN.question.confidence.sure_but_wrong)
    } else {
        None
    };
    view! {
        <div
            class="feedback"
            class:right=attempt.is_right()
            class:unknown=attempt.is_unknown()
            id=feedback_id(&question)
            tabindex="-1"
            role="group"
            aria-label=verdict.clone()
        >
            <p class="verdict">{verdict.clone()}</p>
            {reason}
            {remark.map(|remark| view! { <p class="remark">{remark}</p> })}
            <ClauseAndSaved clause=question.clause.clone() />
        </div>
    }
}

/// The clause that decides, and whether the answer is saved.
#[component]
fn ClauseAndSaved(clause: Option<String>) -> impl IntoView {
    let kept = use_study().kept;
    view! {
        <p class="facts">
            {clause.map(|id| view! { <span><ClauseLink id=id /></span> })}
            <span class="saved">
                {move || if kept.get() == Kept::Browser { EN.saving.saved } else { EN.saving.not_saved }}
            </span>
        </p>
    }
}
