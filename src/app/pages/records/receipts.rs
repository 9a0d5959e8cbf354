//! The receipts of one person, the latest first: each with all that it says.

use leptos::prelude::*;

use super::Desk;
use crate::browser::{file, intl};
use crate::records::book::Evidence;
use crate::records::log::{Signature, Source};
use crate::records::receipt::{ClauseMastery, Receipt, State};
use crate::words::EN;

#[component]
pub fn Receipts(desk: Desk, person: String) -> impl IntoView {
    let words = EN.records.person;
    let lines = desk.book.with(|book| {
        let all = book.evidence_of(&person).iter().rev();
        all.map(|evidence| receipt(desk, evidence)).collect::<Vec<_>>()
    });
    let none = lines.is_empty().then(|| view! { <p class="soft">{words.no_receipts}</p> });
    view! {
        <h3>{words.receipts}</h3>
        {none}
        {lines}
    }
}

fn receipt(desk: Desk, evidence: &Evidence) -> impl IntoView + use<> {
    let words = EN.records.person;
    let receipt = &evidence.receipt;
    let number = |number: usize| intl::number(number);
    let when = receipt.latest.map(intl::moment).unwrap_or_default();
    let modules = receipt.modules.iter().map(|score| {
        let title = desk.module_title(&score.id);
        let lessons = (words.lessons)(&number(score.lessons_done), &number(score.lessons));
        let right = (words.right)(&number(score.right), &number(score.questions));
        let right = (score.questions > 0).then(|| format!(", {right}"));
        view! { <li>{title}": "{lessons}{right}</li> }
    });
    let (modules, id) = (modules.collect::<Vec<_>>(), receipt.id.clone());
    let save = move |_| {
        let text = desk.texts.with_value(|texts| texts.get(&id).cloned()).unwrap_or_default();
        file::save(&format!("{id}.training-receipt.json"), "application/json", &text);
    };
    let came_in = (words.came_in)(
        &intl::moment(evidence.imported),
        &evidence.imported_by,
        match evidence.source {
            Source::File => words.file,
            Source::Paste => words.paste,
            Source::Lrs => words.lrs,
        },
    );
    let mastered =
        (words.mastered)(&number(receipt.mastered), &number(receipt.assigned), &number(receipt.needed));
    view! {
        <details class="receipt">
            <summary>{(words.receipt)(state_name(receipt.state), &when)}</summary>
            <p>{mastered}" "{(words.attempts)(receipt.attempts, &number(receipt.attempts))}"."</p>
            <ul>{modules}</ul>
            {clauses(receipt)}
            {acknowledged(receipt)}
            <p>{assigned_by(receipt)}" "{(words.version)(&receipt.course.version, &receipt.course.policy_version)}</p>
            <p>{signature(evidence.signature)}" "{came_in}</p>
            <p><button type="button" class="quiet" on:click=save>{words.save_receipt}</button></p>
        </details>
    }
}

fn state_name(state: State) -> &'static str {
    match state {
        State::NotStarted => EN.records.matrix.not_started,
        State::InProgress => EN.records.matrix.in_progress,
        State::Passed => EN.records.matrix.passed,
    }
}

fn signature(signature: Signature) -> &'static str {
    let words = EN.records.person;
    match signature {
        Signature::Valid => words.signature_valid,
        Signature::UnknownKey => words.signature_unknown_key,
        Signature::None => words.signature_none,
        Signature::Unchecked => words.signature_unchecked,
    }
}

fn assigned_by(receipt: &Receipt) -> String {
    let words = EN.records.person;
    match &receipt.assignment {
        Some(accepted) => {
            let made = accepted.assignment.made.to_string();
            let made = intl::written_day(&made).unwrap_or(made);
            (words.assigned_by)(&accepted.assignment.by, &made)
        }
        None => words.unasked.to_owned(),
    }
}

fn clauses(receipt: &Receipt) -> Option<impl IntoView + use<>> {
    let words = EN.records.person;
    let line = |id: &str, mastery: ClauseMastery| {
        let words = match mastery {
            ClauseMastery::New => words.clause_new,
            ClauseMastery::Missed => words.clause_missed,
            ClauseMastery::Once => words.clause_once,
            ClauseMastery::Mastered => words.clause_mastered,
        };
        view! { <li>{id.to_owned()}": "{words}</li> }
    };
    let lines = receipt.clauses.iter().map(|clause| line(&clause.id, clause.mastery)).collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <h4>{words.clauses}</h4><ul>{lines}</ul> })
}

fn acknowledged(receipt: &Receipt) -> Option<impl IntoView + use<>> {
    let words = EN.records.person;
    let lines = receipt.acknowledged.iter().map(|one| {
        view! { <li>{(words.acknowledged_line)(&one.clause, &one.version, &intl::moment(one.at))}</li> }
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <h4>{words.acknowledged}</h4><ul>{lines}</ul> })
}
