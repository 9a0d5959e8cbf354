//! The certificate: one page to print, once the course is passed.

use leptos::prelude::*;

use crate::app::components::next_recall::written;
use crate::app::components::pass_sentence::pass_words;
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::{clock, intl, page};
use crate::course::outline::Outline;
use crate::learning::drawing::clauses_of_module;
use crate::learning::pass::Standing;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("certificate", || view! { <CertificatePage /> });
}

#[component]
fn CertificatePage() -> impl IntoView {
    let study = use_study();
    let learner = study.this_learner;
    let name = RwSignal::new(learner.with_untracked(|learner| learner.name.clone()));
    let outline = study.outline.clone();
    move || {
        study.standing.with(|standing| match standing.passed {
            Some(_) => view! {
                <Name name=name />
                {certificate(standing, &outline, name)}
            }
            .into_any(),
            None => {
                let missing = pass_words(standing, &outline);
                view! {
                    <p class="lead">{missing.unwrap_or_else(|| EN.certificate.no_pass.to_owned())}</p>
                    <p><a href=page::from_root("progress.html")>{EN.site.progress}</a></p>
                }
                .into_any()
            }
        })
    }
}

/// The field for the name, and what can be done.
#[component]
fn Name(name: RwSignal<String>) -> impl IntoView {
    let study = use_study();
    let learner = study.this_learner;
    let is_other = move || learner.with(|learner| learner.name != name.get().trim());
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        study.rename(&name.get_untracked());
        study.announce(EN.certificate.kept);
    };
    view! {
        <p class="lead">{EN.certificate.lead}</p>
        <form class="inline certificate-tools" on:submit=keep>
            <label>
                {EN.certificate.name} " "
                <input
                    type="text"
                    maxlength="60"
                    autocomplete="name"
                    prop:value=name
                    on:input=move |event| name.set(event_target_value(&event))
                />
            </label>
            <button type="button" on:click=|_| page::print()>{EN.certificate.print}</button>
            <button type="submit" class="quiet" disabled=move || !is_other()>{EN.certificate.keep}</button>
        </form>
    }
}

fn certificate(standing: &Standing, outline: &Outline, name: RwSignal<String>) -> impl IntoView + use<> {
    let day = standing.passed.map(written).unwrap_or_default();
    let version = outline.policy_version.clone();
    let version = (!version.is_empty()).then(|| fact(EN.certificate.policy, version));
    let issuer = page::data("issuer").map(|issuer| fact(EN.certificate.issuer, issuer));
    let today = intl::day(clock::now());
    let modules: Vec<_> = mastered_by_module(standing, outline)
        .into_iter()
        .map(|(title, mastered, all)| {
            let counted = (EN.progress.of)(&intl::number(mastered), &intl::number(all));
            view! { <li><span>{title}</span>" "<span class="count">{counted}</span></li> }
        })
        .collect();
    let by_clause = !standing.clauses.is_empty();
    let unit = if by_clause { EN.certificate.clauses } else { EN.certificate.questions };
    let reached = unit(standing.mastered, standing.assigned);
    view! {
        <article class="certificate" aria-labelledby="certificate-of">
            <p class="eyebrow">{EN.certificate.title}</p>
            <p class="holder">{move || name.get().trim().to_owned()}</p>
            <p class="passed">{EN.certificate.has_passed}</p>
            <h2 id="certificate-of">{outline.title.clone()}</h2>
            <p class="passed">{(EN.certificate.on)(&day)}</p>
            <dl>
                {fact(EN.certificate.mastered, reached)}
                {version}
                {issuer}
            </dl>
            {(!modules.is_empty()).then(|| view! {
                <p class="eyebrow" id="by-part">{EN.certificate.by_module}</p>
                <ul aria-labelledby="by-part">{modules}</ul>
            })}
            <p class="small-print">{(EN.certificate.small_print)(&today)}</p>
        </article>
    }
}

fn fact(name: &'static str, words: String) -> impl IntoView {
    view! { <div><dt>{name}</dt><dd>{words}</dd></div> }
}

/// The modules for everybody of which clauses are mastered: title, how many, of how many.
fn mastered_by_module(standing: &Standing, outline: &Outline) -> Vec<(String, usize, usize)> {
    let core = outline.modules.iter().filter(|module| !module.choose_any);
    let counted = core.map(|module| {
        let asked = clauses_of_module(outline, &module.id);
        let assigned = standing.clauses.iter().filter(|clause| asked.contains(clause.id.as_str()));
        let (mastered, all) = assigned.fold((0, 0), |(mastered, all), clause| {
            (mastered + usize::from(standing.masters(&clause.id)), all + 1)
        });
        (module.title.clone(), mastered, all)
    });
    counted.filter(|(_, mastered, _)| *mastered > 0).collect()
}
