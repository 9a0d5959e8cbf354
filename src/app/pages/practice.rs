//! Practice: what is missing for the pass, for an assignment, or for skipping a module.

use leptos::prelude::*;

use crate::app::components::next_recall::written;
use crate::app::components::pass_sentence::{PassSentence, pass_words};
use crate::app::components::session::Session;
use crate::app::mount_at;
use crate::app::study::{Study, calendar, use_study};
use crate::browser::{address, page};
use crate::learning::drawing::{Draw, Drawn, clauses_of_module};
use crate::learning::event::Occasion;
use crate::learning::mastery::Mastery;
use crate::records::held::{AllHeld, to_draw_from};
use crate::records::receipt::Accepted;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("practice", || view! { <Practice /> });
}

#[component]
fn Practice() -> impl IntoView {
    let study = use_study();
    let named = address::parameter("module");
    let module = study.outline.modules.iter().find(|module| named.as_deref() == Some(&module.id)).cloned();
    let module_id = module.as_ref().map(|module| module.id.clone());
    let accepted = address::parameter("assignment").and_then(|id| accepted(&study, &id));
    let assignment = accepted.clone();
    let lead = match &module {
        Some(module) => (EN.practice.lead_module)(&module.title),
        None => EN.practice.lead.to_owned(),
    };
    let (round, begun) = (RwSignal::new(0_usize), RwSignal::new(false));
    let finish = Callback::new(move |()| {
        begun.set(false);
        round.update(|round| *round += 1);
        page::focus_later("content".to_owned());
    });
    let content = move || {
        let rounds = round.get();
        let drawn = match &accepted {
            Some(accepted) => drawn_for(&study, accepted),
            None => study.draw(|draw| draw.practice(module_id.as_deref())),
        };
        if drawn.is_empty() {
            let words = match &accepted {
                Some(accepted) => said_of_nothing(study.place(accepted).standing.missing().next().is_some()),
                None => nothing_to_ask(&study, module_id.as_deref()),
            };
            return view! { <p>{words}</p> }.into_any();
        }
        if begun.get() {
            return view! { <Session drawn=drawn occasion=Occasion::Practice on_finished=finish /> }
                .into_any();
        }
        let start = if rounds > 0 { EN.practice.more.to_owned() } else { (EN.practice.start)(drawn.len()) };
        view! {
            {(rounds > 0).then(|| view! { <p>{EN.practice.done}</p> })}
            <p class="actions"><button type="button" on:click=move |_| begun.set(true)>{start}</button></p>
        }
        .into_any()
    };
    view! {
        <p class="lead">{lead}</p>
        {match (module, assignment) {
            (Some(module), _) => view! { <ModuleSentence id=module.id title=module.title /> }.into_any(),
            (None, Some(accepted)) => view! { <AssignmentSentence accepted=accepted /> }.into_any(),
            (None, None) => view! { <PassSentence /> }.into_any(),
        }}
        {content}
    }
}

/// Why there is nothing to ask.
fn nothing_to_ask(study: &Study, module: Option<&str>) -> &'static str {
    let missing = match module {
        Some(module) => !study.may_skip(module),
        None => study.standing.with(|standing| standing.missing().next().is_some()),
    };
    said_of_nothing(missing)
}

fn said_of_nothing(is_missing: bool) -> &'static str {
    if is_missing { EN.practice.not_today } else { EN.practice.nothing_missing }
}

/// The assignment with this id, where the learner holds it.
fn accepted(study: &Study, id: &str) -> Option<Accepted> {
    let all = study.progress.with_untracked(|progress| AllHeld::of(progress, calendar()));
    all.assignments.into_iter().map(|held| held.accepted).find(|accepted| accepted.assignment.id == id)
}

/// What an assignment still needs, of the answers that count for it.
fn drawn_for(study: &Study, accepted: &Accepted) -> Vec<Drawn> {
    let (calendar, seed) = (calendar(), study.seed());
    let (outline, progress) = study.progress.with_untracked(|progress| {
        study.events.with_untracked(|events| {
            to_draw_from(&study.outline, accepted, progress, events.values(), calendar)
        })
    });
    Draw { outline: &outline, progress: &progress, calendar, seed: &seed }.practice(None)
}

/// What the pass of an assignment still needs.
#[component]
fn AssignmentSentence(accepted: Accepted) -> impl IntoView {
    let study = use_study();
    move || {
        let place = study.place(&accepted);
        let words = match place.passed {
            Some(day) => Some((EN.pass.passed)(&written(day))),
            None => pass_words(&place.standing, &place.scope),
        };
        words.map(|words| view! { <p class="pass">{words}</p> })
    }
}

#[component]
fn ModuleSentence(id: String, title: String) -> impl IntoView {
    let study = use_study();
    let sentence = move || {
        let clauses = clauses_of_module(&study.outline, &id);
        let mastered = study.mastery.with(|mastery| {
            clauses.iter().filter(|clause| mastery.get(**clause) == Some(&Mastery::Mastered)).count()
        });
        match mastered == clauses.len() && mastered > 0 {
            true => (EN.practice.module_mastered)(&title),
            false => (EN.practice.module_missing)(mastered, clauses.len()),
        }
    };
    view! { <p>{sentence}</p> }
}
