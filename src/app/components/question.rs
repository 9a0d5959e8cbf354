//! A question to answer: options, feedback beside the one chosen, all reasons afterwards.

use leptos::prelude::*;

use super::clause_link::ClauseLink;
use super::option_label::option_label;
use super::post_card::PostCard;
use super::reasons::Reasons;
use crate::app::study::{Study, use_study};
use crate::browser::storage::Kept;
use crate::browser::{intl, page};
use crate::course::model::{Choice, Kind, Question};
use crate::learning::event::{Occasion, What};
use crate::learning::grading::grade;
use crate::learning::progress::{Attempt, Progress};
use crate::words::EN;

/// The form of a question, or what came of it.
#[component]
pub fn QuestionForm(question: Question) -> impl IntoView {
    let study = use_study();
    let answering = Answering::new(&study, &question);
    let question = StoredValue::new(question);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        question.with_value(|question| answering.submit(question, &study));
    };
    view! {
        <form on:submit=submit>
            {move || {
                question.with_value(|question| {
                    match answering.shown() {
                        None => open_view(question, answering).into_any(),
                        Some(attempt) => answered_view(question, &attempt, answering).into_any(),
                    }
                })
            }}
        </form>
    }
}

/// What has been chosen, and which answer is shown.
#[derive(Clone, Copy)]
struct Answering {
    chosen: RwSignal<Vec<String>>,
    /// The learner tries again: the latest answer is not shown.
    again: RwSignal<bool>,
    /// Check was pressed with nothing chosen.
    nothing_chosen: RwSignal<bool>,
    latest: Memo<Option<Attempt>>,
    attempts: Memo<usize>,
    outdated: Memo<bool>,
}

impl Answering {
    fn new(study: &Study, question: &Question) -> Self {
        let progress = study.progress;
        let asked = StoredValue::new(study.outline.question(&question.id).cloned().unwrap_or_default());
        let attempts = move |progress: &Progress| {
            asked.with_value(|asked| progress.attempts(asked).into_iter().cloned().collect::<Vec<_>>())
        };
        Self {
            chosen: RwSignal::new(Vec::new()),
            again: RwSignal::new(false),
            nothing_chosen: RwSignal::new(false),
            latest: Memo::new(move |_| progress.with(attempts).pop()),
            attempts: Memo::new(move |_| progress.with(attempts).len()),
            outdated: Memo::new(move |_| {
                progress.with(|progress| asked.with_value(|asked| progress.is_outdated(asked)))
            }),
        }
    }

    fn shown(self) -> Option<Attempt> {
        if self.again.get() { None } else { self.latest.get() }
    }

    fn choose(self, question: &Question, option: &str, checked: bool) {
        self.nothing_chosen.set(false);
        self.chosen.update(|chosen| {
            if question.kind != Kind::Many {
                chosen.clear();
            }
            chosen.retain(|id| id != option);
            if checked {
                chosen.push(option.to_owned());
            }
        });
    }

    fn submit(self, question: &Question, study: &Study) {
        let chosen = self.chosen.get_untracked();
        if chosen.is_empty() {
            self.nothing_chosen.set(true);
            return;
        }
        let grade = grade(question, &chosen, &str::to_lowercase);
        self.again.set(false);
        self.chosen.set(Vec::new());
        study.record(What::Answered {
            question: question.id.clone(),
            revision: question.revision,
            chosen,
            earned: grade.earned,
            possible: grade.possible,
            occasion: Occasion::Lesson,
            sure: None,
        });
        let verdict = self.latest.get_untracked().map(|attempt| verdict_words(&attempt)).unwrap_or_default();
        study.announce(&verdict);
        page::focus_later(feedback_id(question));
    }

    fn try_again(self, question: &Question) {
        self.again.set(true);
        page::focus_later(option_id(question, 0));
    }

    fn may_try_again(self, question: &Question) -> bool {
        let left = question.attempts.is_none_or(|limit| self.attempts.get() < limit as usize);
        left && self.latest.get().is_some_and(|attempt| !attempt.is_right())
    }
}

fn feedback_id(question: &Question) -> String {
    format!("{}-feedback", question.id)
}

fn option_id(question: &Question, index: usize) -> String {
    format!("{}-option-{index}", question.id)
}

fn legend(question: &Question) -> &'static str {
    match question.kind {
        Kind::One => EN.question.one,
        Kind::Many => EN.question.many,
        Kind::Scenario => EN.question.would_you_post_it,
        _ => "",
    }
}

fn fieldset(question: &Question, options: Vec<AnyView>) -> impl IntoView + use<> {
    let legend_id = format!("{}-legend", question.id);
    let labelled_by = format!("{}-title {legend_id}", question.id);
    view! {
        <fieldset aria-labelledby=labelled_by>
            <legend id=legend_id>{legend(question)}</legend>
            {options}
        </fieldset>
    }
}

fn open_view(question: &Question, answering: Answering) -> impl IntoView + use<> {
    let options = (0..question.options.len()).map(|index| open_option(question, index, answering)).collect();
    let hints: Vec<_> = question
        .hints
        .iter()
        .enumerate()
        .map(|(index, hint)| {
            view! {
                <details class="hint">
                    <summary>{(EN.question.hint)(index + 1)}</summary>
                    <div inner_html=hint.0.clone()></div>
                </details>
            }
        })
        .collect();
    view! {
        {move || answering.outdated.get().then(|| view! { <p class="card">{EN.question.earlier_version}</p> })}
        {fieldset(question, options)}
        <p role="alert" class="problem">
            {move || answering.nothing_chosen.get().then_some(EN.question.choose_first)}
        </p>
        <p class="actions"><button type="submit">{EN.question.check}</button></p>
        {hints}
    }
}

fn open_option(question: &Question, index: usize, answering: Answering) -> AnyView {
    let option = &question.options[index];
    let input_type = if question.kind == Kind::Many { "checkbox" } else { "radio" };
    let kind = question.kind;
    let question_stub = StoredValue::new(question.clone());
    let id = StoredValue::new(option.id.clone());
    let checked = move || answering.chosen.with(|chosen| id.with_value(|id| chosen.contains(id)));
    let on_change = move |event| {
        let checked = kind != Kind::Many || event_target_checked(&event);
        question_stub.with_value(|question| id.with_value(|id| answering.choose(question, id, checked)));
    };
    view! {
        <div class="option">
            <label>
                <input
                    type=input_type
                    id=option_id(question, index)
                    name=question.id.clone()
                    value=option.id.clone()
                    prop:checked=checked
                    on:change=on_change
                />
                {option_label(question, option)}
            </label>
        </div>
    }
    .into_any()
}

fn answered_view(question: &Question, attempt: &Attempt, answering: Answering) -> impl IntoView + use<> {
    let many = question.kind == Kind::Many;
    let options = question.options.iter().map(|option| answered_option(question, option, attempt)).collect();
    let summary = many.then(|| {
        let reasons = view! { <ClauseAndSaved question=question.clone() /> };
        feedback(question, attempt, reasons.into_any())
    });
    let repaired = question.fixed.clone().map(|fixed| {
        view! { <PostCard caption=EN.question.repaired.to_owned() text=fixed /> }
    });
    let why = question.why.clone().map(|why| {
        view! {
            <div class="why">
                <p class="eyebrow">{EN.question.why}</p>
                <div inner_html=why.0></div>
            </div>
        }
    });
    let used_up = question.attempts.is_some() && !attempt.is_right();
    let stored = StoredValue::new(question.clone());
    let again = move || {
        let may = stored.with_value(|question| answering.may_try_again(question));
        let try_again = move |_| stored.with_value(|question| answering.try_again(question));
        match may {
            true => Some(view! { <p class="actions"><button type="button" on:click=try_again>{EN.question.try_again}</button></p> }.into_any()),
            false if used_up => Some(view! { <p>{EN.question.no_attempts_left}</p> }.into_any()),
            false => None,
        }
    };
    view! {
        {fieldset(question, options)}
        {summary}
        {repaired}
        {why}
        {again}
        <Reasons question=question.clone() chosen=attempt.chosen.clone() />
    }
}

fn answered_option(question: &Question, option: &Choice, attempt: &Attempt) -> AnyView {
    let chosen = attempt.chosen.contains(&option.id);
    let many = question.kind == Kind::Many;
    let input_type = if many { "checkbox" } else { "radio" };
    let reason = move |question: &Question| {
        let text = option.reason.0.clone();
        let reason = view! { <div class="reason" inner_html=text></div> };
        if many {
            let mark = if option.right { EN.question.right_option } else { EN.question.wrong_option };
            return view! { <div class="feedback" class:right=option.right><p class="verdict">{mark}</p>{reason}</div> }.into_any();
        }
        let content = view! { {reason}<ClauseAndSaved question=question.clone() /> };
        feedback(question, attempt, content.into_any()).into_any()
    };
    view! {
        <div class="option" class:chosen=chosen>
            <label>
                <input type=input_type name=question.id.clone() checked=chosen disabled=true />
                {option_label(question, option)}
            </label>
            {chosen.then(|| reason(question))}
        </div>
    }
    .into_any()
}

/// The verdict on an answer, where the focus goes.
fn feedback(question: &Question, attempt: &Attempt, content: AnyView) -> impl IntoView + use<> {
    let verdict = verdict_words(attempt);
    view! {
        <div class="feedback" class:right=attempt.is_right() id=feedback_id(question) tabindex="-1" role="group" aria-label=verdict.clone()>
            <p class="verdict">{verdict.clone()}</p>
            {content}
        </div>
    }
}

fn verdict_words(attempt: &Attempt) -> String {
    if attempt.is_right() {
        EN.question.right.to_owned()
    } else if attempt.earned > 0 {
        let (earned, possible) =
            (intl::number(attempt.earned as usize), intl::number(attempt.possible as usize));
        (EN.question.partly)(&earned, &possible)
    } else {
        EN.question.wrong.to_owned()
    }
}

/// The clause that decides, and whether the answer is saved.
#[component]
fn ClauseAndSaved(question: Question) -> impl IntoView {
    let kept = use_study().kept;
    view! {
        <p class="facts">
            {question.clause.map(|id| view! { <span><ClauseLink id=id /></span> })}
            <span class="saved">
                {move || if kept.get() == Kept::Browser { EN.saving.saved } else { EN.saving.not_saved }}
            </span>
        </p>
    }
}
