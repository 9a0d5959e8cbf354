//! Home: where to go on, and what is due.

use leptos::prelude::*;

use crate::app::components::assigned_lines::AssignedLines;
use crate::app::components::next_recall::NextRecall;
use crate::app::components::pass_sentence::PassSentence;
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::course::outline::OutlineLesson;
use crate::learning::event::What;
use crate::words::EN;

/// Says where to start, and once something has been done, where to go on.
pub fn mount() {
    mount_at("continue", || view! { <AssignedLines /> <RecallDue /> <GoOn /> <PretestOffer /> });
}

#[component]
fn GoOn() -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    move || {
        let is_new = study.progress.with(|progress| progress.last_lesson().is_none());
        let next = study
            .progress
            .with(|progress| progress.go_on(&outline, |module| study.may_skip(module)).cloned());
        match next {
            Some(lesson) if is_new => lesson_button(&lesson, EN.home.start).into_any(),
            Some(lesson) => view! {
                <p class="next-lesson">{(EN.home.next)(&lesson.title)}</p>
                {lesson_button(&lesson, EN.home.go_on)}
            }
            .into_any(),
            None => view! { <AllDone /> }.into_any(),
        }
    }
}

fn lesson_button(lesson: &OutlineLesson, words: &'static str) -> impl IntoView + use<> {
    view! { <p><a class="button" href=page::from_root(&lesson.address)>{words}</a></p> }
}

/// After the last lesson: the pass, what is missing for it, and the recalls.
#[component]
fn AllDone() -> impl IntoView {
    let study = use_study();
    let to_practise =
        move || study.standing.with(|standing| standing.passed.is_none() && !standing.has_no_pass());
    let button = move || match to_practise() {
        true => view! { <a class="button" href=page::from_root("practice.html")>{EN.pass.practise}</a> },
        false => view! { <a class="button" href=page::from_root("progress.html")>{EN.home.see_progress}</a> },
    };
    let has_recalls = move || !study.outline.recall_days.is_empty();
    view! {
        <p class="next-lesson">{EN.home.all_done}</p>
        <PassSentence />
        <p class="actions">{button}</p>
        {has_recalls().then(|| view! { <NextRecall /> })}
    }
}

/// A recall that waits.
#[component]
fn RecallDue() -> impl IntoView {
    let study = use_study();
    move || {
        (!study.recalls().due().is_empty()).then(|| {
            view! {
                <div class="card">
                    <p><strong>{EN.recall.due}</strong>" "{EN.recall.why}</p>
                    <p><a class="button" href=page::from_root("recall.html")>{EN.recall.title}</a></p>
                </div>
            }
        })
    }
}

/// Questions before the first lesson, until they are taken or declined.
#[component]
fn PretestOffer() -> impl IntoView {
    let study = use_study();
    let length = study.draw(|draw| draw.pretest_length());
    let is_offered = {
        let study = study.clone();
        Memo::new(move |_| {
            study.progress.with(|progress| {
                !progress.is_pretested() && length > 0 && progress.core_lessons_done(&study.outline) == 0
            })
        })
    };
    move || {
        let study = study.clone();
        let skip = move |_| drop(study.record(What::Pretested { skipped: true }));
        is_offered.get().then(|| {
            view! {
                <section class="card" aria-labelledby="pretest-offer">
                    <h2 id="pretest-offer">{(EN.pretest.offer)(length)}</h2>
                    <p>{EN.pretest.why}</p>
                    <p class="actions">
                        <a class="button quiet" href=page::from_root("pretest.html")>{(EN.pretest.take)(length)}</a>
                        <button type="button" class="plain" on:click=skip>{EN.pretest.skip}</button>
                    </p>
                </section>
            }
        })
    }
}
