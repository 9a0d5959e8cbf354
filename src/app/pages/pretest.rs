//! The pretest: eight questions before the first lesson, and what they tell.

use leptos::prelude::*;

use crate::app::components::session::Session;
use crate::app::mount_at;
use crate::app::study::{Study, use_study};
use crate::browser::page;
use crate::course::outline::OutlineModule;
use crate::learning::event::{Occasion, What};
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("pretest", || view! { <Pretest /> });
}

#[component]
fn Pretest() -> impl IntoView {
    let study = use_study();
    let (drawn, length) = study.draw(|draw| (draw.pretest(), draw.pretest_length()));
    let is_done = length > 0 && drawn.is_empty();
    let (begun, done) = (RwSignal::new(false), RwSignal::new(is_done));
    let answered_before = length - drawn.len();
    let finish = Callback::new({
        let study = study.clone();
        move |()| {
            study.record(What::Pretested { skipped: false });
            done.set(true);
            page::focus_later("content".to_owned());
        }
    });
    if is_done && !study.progress.with_untracked(|progress| progress.is_pretested()) {
        study.record(What::Pretested { skipped: false });
    }
    move || {
        match (length, begun.get(), done.get()) {
        (0, ..) => view! { <p class="lead">{EN.pretest.nothing}</p> }.into_any(),
        (.., true) => view! { <Outcome /> }.into_any(),
        (_, false, false) => view! {
            <p class="lead">{(EN.pretest.lead)(length)}</p>
            <p>{EN.pretest.why}</p>
            <p class="actions">
                <button type="button" on:click=move |_| begun.set(true)>
                    {if answered_before > 0 { EN.pretest.go_on } else { EN.pretest.start }}
                </button>
            </p>
        }
        .into_any(),
        (_, true, false) => view! {
            <Session drawn=drawn.clone() answered_before=answered_before occasion=Occasion::Pretest on_finished=finish />
        }
        .into_any(),
    }
    }
}

/// What the pretest tells, module by module.
#[component]
fn Outcome() -> impl IntoView {
    let study = use_study();
    let modules = study.outline.modules.iter().filter(|module| !module.choose_any);
    let lines: Vec<_> = modules.filter_map(|module| Some(line(module, known(&study, module)?))).collect();
    view! {
        <p class="lead">{EN.pretest.done}</p>
        <ul class="plain">{lines}</ul>
        <p class="actions"><a class="button" href=page::from_root("index.html")>{EN.home.go_on}</a></p>
    }
}

/// Whether what was asked about a module's clauses was right; none where nothing was.
fn known(study: &Study, module: &OutlineModule) -> Option<bool> {
    let clauses = crate::learning::drawing::clauses_of_module(&study.outline, &module.id);
    study.progress.with(|progress| {
        let on_its_clauses = study
            .outline
            .questions()
            .filter(|question| question.clause.as_deref().is_some_and(|clause| clauses.contains(clause)));
        let answers = on_its_clauses.flat_map(|question| progress.attempts(question));
        let pretested: Vec<bool> = answers
            .filter(|attempt| attempt.occasion == Occasion::Pretest)
            .map(|attempt| attempt.is_right())
            .collect();
        (!pretested.is_empty()).then(|| pretested.iter().all(|right| *right))
    })
}

fn line(module: &OutlineModule, known: bool) -> impl IntoView + use<> {
    let (state, words, address) = if known {
        (EN.pretest.known, EN.pretest.check_module, format!("practice.html?module={}", module.id))
    } else {
        let first = module.lessons.first().map(|lesson| lesson.address.clone());
        (EN.pretest.not_yet, EN.pretest.read_module, first.unwrap_or_default())
    };
    view! {
        <li>
            <strong>{module.title.clone()}</strong>
            <span class="facts"><span>{state}</span><a href=page::from_root(&address)>{words}</a></span>
        </li>
    }
}
