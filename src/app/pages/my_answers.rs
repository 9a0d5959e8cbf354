//! My answers: every question that was answered, with all answers, the right one, the
//! reasons and the learner's notes. To be read or printed.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::components::question::{answer_words, verdict_words, wording};
use crate::app::components::reasons::Reasons;
use crate::app::study::use_study;
use crate::app::{lesson_files, mount_at};
use crate::browser::{intl, page};
use crate::course::model::{Kind, Question};
use crate::learning::answers::{AnsweredLesson, AnsweredQuestion, Answers};
use crate::learning::progress::Attempt;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("my-answers", || view! { <MyAnswers /> });
}

/// The questions of each lesson by its id; none where they could not be loaded.
type Questions = BTreeMap<String, Option<Vec<Question>>>;

#[component]
fn MyAnswers() -> impl IntoView {
    let study = use_study();
    let (outline, progress) = (study.outline.clone(), study.progress);
    let answers = Memo::new(move |_| progress.with(|progress| Answers::of(&outline, progress)));
    let loaded = RwSignal::new(Questions::new());
    Effect::new(move |_| {
        let wanted = answers.with(|answers| answers.lessons_to_load().map(str::to_owned).collect::<Vec<_>>());
        let study = study.clone();
        spawn_local(async move {
            for lesson in wanted {
                if loaded.with_untracked(|loaded| !loaded.contains_key(&lesson)) {
                    let file = lesson_files::lesson_file(&study, &lesson).await;
                    let questions = file.map(|file| file.questions.clone());
                    loaded.update(|loaded| drop(loaded.insert(lesson, questions)));
                }
            }
        });
    });
    move || {
        let answers = answers.get();
        if answers.is_empty() {
            return view! { <p class="lead">{EN.answers.none}</p> }.into_any();
        }
        let all = answers.lessons_to_load().count();
        let ready =
            loaded.with(|loaded| answers.lessons_to_load().filter(|id| loaded.contains_key(*id)).count());
        if ready < all {
            return loading(ready, all);
        }
        loaded.with(|loaded| answers_view(&answers, loaded))
    }
}

fn loading(ready: usize, all: usize) -> AnyView {
    view! {
        <p id="loading">{EN.answers.loading}</p>
        <progress aria-labelledby="loading" max=all.to_string() value=ready.to_string()></progress>
    }
    .into_any()
}

fn answers_view(answers: &Answers, loaded: &Questions) -> AnyView {
    let modules: Vec<_> = answers
        .lessons
        .chunk_by(|one, other| one.module == other.module)
        .map(|lessons| {
            let title = lessons[0].module.clone();
            let lessons: Vec<_> = lessons.iter().map(|lesson| lesson_view(lesson, loaded)).collect();
            view! { <h2>{title}</h2> {lessons} }
        })
        .collect();
    view! {
        <p class="lead">{EN.answers.lead}</p>
        <p class="actions"><button type="button" class="quiet" on:click=|_| page::print()>{EN.answers.print}</button></p>
        {modules}
        {(!answers.gone.is_empty()).then(|| gone_view(&answers.gone))}
    }
    .into_any()
}

fn lesson_view(lesson: &AnsweredLesson, loaded: &Questions) -> impl IntoView + use<> {
    let questions = loaded.get(&lesson.id).and_then(Option::as_ref);
    let questions: Vec<_> = lesson
        .questions
        .iter()
        .map(|answered| {
            let found = questions.and_then(|known| known.iter().find(|known| known.id == answered.id));
            match found {
                Some(question) => question_view(question, answered),
                None => without_question(answered),
            }
        })
        .collect();
    let note = (!lesson.note.is_empty()).then(|| {
        view! {
            <section class="my-note" aria-label=EN.answers.note>
                <p class="eyebrow">{EN.answers.note}</p>
                <p class="note-text">{lesson.note.clone()}</p>
            </section>
        }
    });
    view! { <h3>{lesson.title.clone()}</h3> {questions} {note} }
}

fn question_view(question: &Question, answered: &AnsweredQuestion) -> AnyView {
    let attempts: Vec<_> = answered
        .attempts
        .iter()
        .map(|attempt| {
            view! { <li>{attempt_facts(attempt, verdict_words(question, attempt))}{answer_words(question, attempt)}</li> }
        })
        .collect();
    let fixed = question.fixed.clone().map(|fixed| {
        view! {
            <p class="eyebrow">{EN.question.repaired}</p>
            <blockquote inner_html=fixed.0></blockquote>
        }
    });
    let why = question.why.clone().map(|why| view! { <div class="why" inner_html=why.0></div> });
    let chosen = answered.attempts.last().map(|latest| latest.chosen.clone()).unwrap_or_default();
    let reasons = (question.kind != Kind::Poll)
        .then(|| view! { <Reasons question=Arc::new(question.clone()) chosen=chosen open=true /> });
    view! {
        <section class="answered" aria-label=question.title.clone()>
            {wording::view(question, 4, None)}
            <p class="eyebrow">{EN.answers.yours}</p>
            <ol class="own-answers">{attempts}</ol>
            {reasons}
            {fixed}
            {why}
        </section>
    }
    .into_any()
}

/// The file of a lesson could not be loaded.
fn without_question(answered: &AnsweredQuestion) -> AnyView {
    let attempts: Vec<_> = answered
        .attempts
        .iter()
        .map(|attempt| view! { <li>{attempt_facts(attempt, marked(attempt))}</li> })
        .collect();
    view! {
        <section class="answered" aria-label=answered.id.clone()>
            <p class="problem">{EN.answers.not_loaded}</p>
            <ol class="own-answers">{attempts}</ol>
        </section>
    }
    .into_any()
}

fn gone_view(gone: &[Attempt]) -> impl IntoView + use<> {
    let attempts: Vec<_> = gone
        .iter()
        .map(|attempt| {
            let name = attempt.question.clone();
            view! { <li>{attempt_facts(attempt, marked(attempt))}<p>{name}</p></li> }
        })
        .collect();
    view! {
        <h2>{EN.answers.gone_title}</h2>
        <p>{EN.answers.gone}</p>
        <ol class="own-answers">{attempts}</ol>
    }
}

/// Day, verdict, and how sure the learner was.
fn attempt_facts(attempt: &Attempt, verdict: String) -> impl IntoView + use<> {
    let sure = attempt.sure.map(|sure| if sure { EN.answers.sure } else { EN.answers.unsure });
    view! {
        <p class="facts">
            <span>{intl::day(attempt.at)}</span>
            <span class="mark" class:wrong=!attempt.is_right()>{verdict}</span>
            {sure.map(|sure| view! { <span>{sure}</span> })}
        </p>
    }
}

/// The verdict where the question is not known.
fn marked(attempt: &Attempt) -> String {
    let words = &EN.question;
    let verdict = match (attempt.is_unknown(), attempt.is_right()) {
        (true, _) => words.unknown.verdict,
        (false, true) => words.right,
        (false, false) => words.wrong,
    };
    verdict.to_owned()
}
