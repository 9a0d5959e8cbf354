//! My progress: by module and by clause.

use leptos::prelude::*;

use crate::app::components::clause_link::ClauseLink;
use crate::app::components::next_recall::NextRecall;
use crate::app::components::pass_sentence::PassSentence;
use crate::app::components::states::{on_clause, tally_words};
use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::{host, intl, page};
use crate::course::outline::{OutlineClause, OutlineModule};
use crate::learning::mastery::Mastery;
use crate::learning::progress::Tally;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("progress", || view! { <MyProgress /> });
}

#[component]
fn MyProgress() -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    let lessons = outline.core_lessons().count();
    let done = {
        let outline = outline.clone();
        Memo::new(move |_| study.progress.with(|progress| progress.core_lessons_done(&outline)))
    };
    let archived = {
        let outline = outline.clone();
        move || {
            let archived = study.progress.with(|progress| progress.archived(&outline));
            (archived > 0).then(|| view! { <p>{(EN.progress.archived)(archived)}</p> })
        }
    };
    let overall = move || (EN.progress.overall)(&intl::number(done.get()), &intl::number(lessons));
    let modules: Vec<_> =
        outline.modules.iter().map(|module| view! { <ModuleRow module=module.clone() /> }).collect();
    view! {
        <p class="lead">{EN.progress.lead}</p>
        <p id="overall">{overall}</p>
        <progress max=lessons.to_string() value=move || done.get().to_string() aria-labelledby="overall"></progress>
        <Pass />
        {archived}
        <h2 id="by-module">{EN.progress.by_module}</h2>
        <table aria-labelledby="by-module">
            <thead>
                <tr>
                    <th scope="col">{EN.progress.module}</th>
                    <th scope="col">{EN.progress.lessons}</th>
                    <th scope="col">{EN.progress.questions}</th>
                </tr>
            </thead>
            <tbody>{modules}</tbody>
        </table>
        {(!outline.clauses.is_empty()).then(|| view! { <ByClause /> })}
    }
}

/// The pass in one sentence, and what can be done about it.
#[component]
fn Pass() -> impl IntoView {
    let study = use_study();
    let sure_but_wrong = study.draw(|draw| draw.sure_but_wrong().len());
    let has_clauses = !study.outline.clauses.is_empty();
    let has_recalls = !study.outline.recall_days.is_empty();
    let link =
        |address: &str, words: &'static str| view! { <li><a href=page::from_root(address)>{words}</a></li> };
    view! {
        <PassSentence />
        {has_clauses.then(|| view! { <p class="soft">{EN.pass.what_mastered_means}</p> })}
        {(sure_but_wrong > 0).then(|| view! { <p>{(EN.pass.sure_but_wrong)(sure_but_wrong)}</p> })}
        <ul class="ways">
            {link("practice.html", EN.pass.practise)}
            {link("certificate.html", EN.pass.certificate)}
            {link("my-answers.html", EN.pass.my_answers)}
            // What a learning system assigns is on its own pages.
            {(!host::is_there()).then(|| link("assigned.html", EN.assigned.title))}
        </ul>
        {has_recalls.then(|| view! { <NextRecall /> })}
    }
}

#[component]
fn ByClause() -> impl IntoView {
    let outline = use_study().outline;
    let is_asked = |clause: &&OutlineClause| on_clause(outline.questions(), &clause.id).next().is_some();
    let rows: Vec<_> = outline
        .clauses
        .iter()
        .filter(is_asked)
        .map(|clause| view! { <ClauseRow clause=clause.clone() /> })
        .collect();
    let others = outline.clauses.len() - rows.len();
    view! {
        <h2 id="by-clause">{EN.progress.by_clause}</h2>
        <table aria-labelledby="by-clause">
            <thead>
                <tr>
                    <th scope="col">{EN.progress.clause}</th>
                    <th scope="col">{EN.progress.state}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        {(others > 0).then(|| view! { <p>{(EN.progress.without_questions)(others)}</p> })}
    }
}

#[component]
fn ModuleRow(module: OutlineModule) -> impl IntoView {
    let progress = use_study().progress;
    let title = module.title.clone();
    let address = page::from_root(&format!("{}/index.html", module.id));
    let cells = move || {
        let (done, tally) = progress.with(|progress| {
            let questions = module.lessons.iter().flat_map(|lesson| &lesson.questions);
            (progress.lessons_done(&module), progress.tally(questions))
        });
        let lessons = part_of(done, module.lessons.len());
        view! {
            <td>{lessons}</td>
            <td>
                {right(tally)}
                <br />
                <span class="facts">{(EN.progress.first_try)(&intl::number(tally.right_at_first_try))}</span>
            </td>
        }
    };
    view! { <tr><th scope="row"><a href=address>{title}</a></th>{cells}</tr> }
}

/// `8 of 10 · 80%`, the share by the questions' weights.
fn right(tally: Tally) -> String {
    let counted = part_of(tally.right, tally.questions);
    if tally.weight == 0 {
        return counted;
    }
    let share = f64::from(tally.weight_right) / f64::from(tally.weight);
    format!("{counted} · {}", intl::percent(share))
}

fn part_of(part: usize, all: usize) -> String {
    (EN.progress.of)(&intl::number(part), &intl::number(all))
}

#[component]
fn ClauseRow(clause: OutlineClause) -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    let id = clause.id.clone();
    let tally = Memo::new(move |_| {
        study.progress.with(|progress| progress.tally(on_clause(outline.questions(), &id)))
    });
    let id = clause.id.clone();
    let mastery =
        Memo::new(move |_| study.mastery.with(|mastery| mastery.get(&id).copied().unwrap_or_default()));
    view! {
        <tr>
            <th scope="row">
                <ClauseLink id=clause.id />
                {clause.critical.then(|| view! { <p class="facts"><span class="mark">{EN.policy.critical}</span></p> })}
            </th>
            <td>
                <span class:mark=move || mastery.get() == Mastery::Mastered>
                    {move || EN.pass.mastery[mastery.get() as usize]}
                </span>
                <br />
                <span class="facts">{move || tally_words(tally.get())}</span>
            </td>
        </tr>
    }
}
