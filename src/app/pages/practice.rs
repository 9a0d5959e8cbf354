//! Practice: what is missing for the pass, or for skipping a module.

use leptos::prelude::*;

use crate::app::components::pass_sentence::PassSentence;
use crate::app::components::session::Session;
use crate::app::mount_at;
use crate::app::study::{Study, use_study};
use crate::browser::{address, page};
use crate::learning::drawing::clauses_of_module;
use crate::learning::event::Occasion;
use crate::learning::mastery::Mastery;
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
        let drawn = study.draw(|draw| draw.practice(module_id.as_deref()));
        if drawn.is_empty() {
            let words = nothing_to_ask(&study, module_id.as_deref());
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
        {module.map(|module| view! { <ModuleSentence id=module.id title=module.title /> }.into_any())
            .unwrap_or_else(|| view! { <PassSentence /> }.into_any())}
        {content}
    }
}

/// Why there is nothing to ask.
fn nothing_to_ask(study: &Study, module: Option<&str>) -> &'static str {
    let missing = match module {
        Some(module) => !study.may_skip(module),
        None => study.standing.with(|standing| standing.missing().next().is_some()),
    };
    if missing { EN.practice.not_today } else { EN.practice.nothing_missing }
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
