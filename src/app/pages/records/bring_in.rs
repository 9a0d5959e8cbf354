//! Bringing in: files and pasted texts, told apart by what is in them.
//!
//! A roster, links and saved records are taken at once, each as a whole; receipts are
//! shown first (`found`).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use super::found::Found;
use super::from_lrs::FromLrs;
use crate::app::book;
use crate::app::pages::assign::kept::column_names;
use crate::app::study::use_study;
use crate::browser::file::{self, Chosen};
use crate::browser::record_store::Change;
use crate::browser::{intl, signing};
use crate::records::assignment::Assignment;
use crate::records::book_file::{self, Merge};
use crate::records::digest::from_base64;
use crate::records::import::{self, Judged, Verdict};
use crate::records::link;
use crate::records::log::{Source, What};
use crate::records::receipt::Signed;
use crate::records::receipt::reading::ReceiptRefusal;
use crate::records::roster::columns::{ColumnNames, Columns};
use crate::records::roster::table::{self, Table};
use crate::records::roster::{Finding, Person, people};
use crate::words::EN;

/// What stands in a link before its payload.
const LINK: &str = "#a=";
/// Findings about a roster that are told; more of them are counted.
const TOLD: usize = 5;

/// What is to be shown of an import.
#[derive(Clone, Default)]
pub struct Brought {
    pub judged: Vec<Judged>,
    pub source: Source,
}

#[component]
pub fn BringIn(desk: Desk) -> impl IntoView {
    let study = use_study();
    let brought = RwSignal::new(None::<Brought>);
    let told = RwSignal::new(Vec::<String>::new());
    let is_reading = RwSignal::new(false);
    let pasted = RwSignal::new(String::new());
    let take_in = Callback::new(move |(files, source): (Vec<Chosen>, Source)| {
        spawn_local(async move {
            brought.set(None);
            let bag = sort(desk, files).await;
            told.set(bag.told);
            let judged = judge(desk, bag.receipts).await;
            is_reading.set(false);
            brought.set((!judged.is_empty()).then_some(Brought { judged, source }));
        });
    });
    let take_from_lrs = Callback::new(move |found: Vec<import::Found>| {
        spawn_local(async move {
            told.set(Vec::new());
            let judged = judge(desk, found).await;
            brought.set(Some(Brought { judged, source: Source::Lrs }));
        });
    });
    let input = NodeRef::<leptos::html::Input>::new();
    let choose = move |_| {
        let Some(element) = input.get_untracked() else { return };
        if !desk.is_named() {
            element.set_value("");
            return;
        }
        is_reading.set(true);
        spawn_local(async move {
            let files = file::all_chosen(&element).await;
            // The same files can be chosen again.
            element.set_value("");
            take_in.run((files, Source::File));
        });
    };
    let paste = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if text.trim().is_empty() || !desk.is_named() {
            return;
        }
        is_reading.set(true);
        pasted.set(String::new());
        take_in.run((vec![(String::new(), Some(text.into_bytes()))], Source::Paste));
    };
    let announced = study.clone();
    Effect::new(move |_| {
        if let Some(words) = told.with(|told| (!told.is_empty()).then(|| told.join(" "))) {
            announced.announce(&words);
        }
    });
    view! {
        <section aria-labelledby="bring-in">
            <h2 id="bring-in">{EN.records.import.title}</h2>
            <p>{EN.records.import.text}</p>
            <label class="file drop">
                {EN.records.import.choose} " "
                <input type="file" multiple node_ref=input on:change=choose />
            </label>
            <form on:submit=paste>
                <label for="pasted">{EN.records.import.paste}</label>
                <textarea
                    id="pasted"
                    rows="3"
                    aria-describedby="pasted-text"
                    prop:value=pasted
                    on:input=move |event| pasted.set(event_target_value(&event))
                ></textarea>
                <p id="pasted-text" class="soft">{EN.records.import.paste_text}</p>
                <p><button type="submit" class="quiet">{EN.records.import.read}</button></p>
            </form>
            <p role="status">{move || is_reading.get().then_some(EN.records.import.reading)}</p>
            {move || told.get().into_iter().map(|words| view! { <p class="card">{words}</p> }).collect::<Vec<_>>()}
            <FromLrs desk=desk take=take_from_lrs />
            <Found desk=desk brought=brought />
        </section>
    }
}

/// What was found in files: receipts, and what is to be told about the rest.
#[derive(Default)]
struct Bag {
    receipts: Vec<import::Found>,
    told: Vec<String>,
}

/// Looks into each file, and takes at once what is no receipt.
async fn sort(desk: Desk, files: Vec<Chosen>) -> Bag {
    let mut bag = Bag::default();
    for (name, bytes) in files {
        let Some(bytes) = bytes else {
            bag.told.push((EN.records.import.unreadable_file)(&name));
            continue;
        };
        let text = String::from_utf8_lossy(&bytes);
        if book_file::is_book(&text) {
            bag.told.extend(take_book(desk, &text).await);
            continue;
        }
        let found = import::found(&name, &text);
        let is_none = |found: &import::Found| {
            matches!(found.what, Err(ReceiptRefusal::NotAReceipt | ReceiptRefusal::Empty))
        };
        if !found.iter().all(is_none) {
            bag.receipts.extend(found);
        } else if text.contains(LINK) {
            bag.told.extend(take_links(desk, &bytes, &text).await);
        } else if is_table(&name) {
            bag.told.extend(take_roster(desk, &name, &bytes).await);
        } else {
            bag.receipts.extend(found);
        }
    }
    bag
}

fn is_table(name: &str) -> bool {
    let name = name.to_lowercase();
    [".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods"].iter().any(|end| name.ends_with(end))
}

/// Asks the browser about each signature, then judges.
async fn judge(desk: Desk, found: Vec<import::Found>) -> Vec<Judged> {
    let signed = || found.iter().filter_map(|found| found.what.as_ref().ok());
    let verified = signing::verify_all(signed().filter_map(asked).collect()).await;
    let mut verified = verified.into_iter();
    let verdicts: Vec<_> = signed()
        .map(|signed| match signed.signature_bytes() {
            None if signed.signature.is_empty() => Verdict::Missing,
            None => Verdict::Wrong,
            Some(_) => match verified.next().flatten() {
                Some(true) => Verdict::Right,
                Some(false) => Verdict::Wrong,
                None => Verdict::Unchecked,
            },
        })
        .collect();
    desk.book.with_untracked(|book| import::judge(book, &desk.version(), found, &verdicts))
}

/// What a browser is asked about a receipt: the key, the signature, and what was signed. None
/// where it has no signature, or something else in its place.
fn asked(signed: &Signed) -> Option<(Vec<u8>, Vec<u8>, Vec<u8>)> {
    let signature = signed.signature_bytes()?;
    let key = from_base64(&signed.receipt.key).unwrap_or_default();
    Some((key, signature.to_vec(), signed.signed_bytes()))
}

/// Takes records that another computer saved. Gives what is to be told; nothing where the
/// page tells why nothing was kept.
async fn take_book(desk: Desk, text: &str) -> Option<String> {
    let words = EN.records.import;
    let (log, receipts) = match book_file::import(&desk.course(), text) {
        Ok(read) => read,
        Err(refusal) => return Some(refusal.to_string()),
    };
    let ours = desk.records.get_value();
    let receipts: Vec<_> = desk
        .texts
        .with_value(|texts| receipts.into_iter().filter(|(id, _)| !texts.contains_key(id)).collect());
    match book_file::merge(&ours, &log) {
        Merge::Nothing => Some(words.book_nothing.to_owned()),
        Merge::GoesOn(entries) => {
            let number = entries.len();
            let change = Change { after: ours.len(), entries, receipts, removed: Vec::new() };
            let written = book::append_as_written(&desk.course(), &change).await;
            desk.show(written).await.then(|| (words.book_taken)(number, &intl::number(number)))
        }
        Merge::Fork { after, records } => {
            let told = (words.book_fork)(&intl::number(after), &intl::number(records.len()));
            let joined = What::Joined { after, records };
            desk.write(joined, receipts, Vec::new()).await.then_some(told)
        }
    }
}

async fn take_roster(desk: Desk, name: &str, bytes: &[u8]) -> Vec<String> {
    let refused = |why: &str| vec![(EN.records.import.roster_refused)(name, why)];
    let read = match table::read(bytes) {
        Ok(read) => read,
        Err(refusal) => return refused(&refusal.to_string()),
    };
    let columns = Columns::of(&read.head, &column_names(&desk.course()));
    if !columns.identify() {
        return refused(EN.records.import.no_person_column);
    }
    let roster = people(&read, &columns);
    let number = roster.people.len();
    if number == 0 {
        return refused(EN.records.import.no_person_column);
    }
    let taken = What::RosterTaken { people: roster.people };
    if !desk.write(taken, Vec::new(), Vec::new()).await {
        return Vec::new();
    }
    let told = (EN.records.import.roster_taken)(number, &intl::number(number));
    std::iter::once(told).chain(findings(&roster.findings)).collect()
}

fn findings(findings: &[Finding]) -> Vec<String> {
    let told = findings.iter().take(TOLD).map(ToString::to_string);
    let rest = findings.len().saturating_sub(TOLD);
    let rest = (rest > 0).then(|| (EN.records.import.more)(&intl::number(rest)));
    told.chain(rest).collect()
}

/// Takes assignments from links: of a mail-merge table, whose people are taken as well, or
/// of any text.
async fn take_links(desk: Desk, bytes: &[u8], text: &str) -> Vec<String> {
    let (mut assignments, mut told) = (Vec::<Assignment>::new(), Vec::new());
    for line in text.lines().filter(|line| line.contains(LINK)) {
        let checked = link::read(line).and_then(|opened| {
            desk.outline.with_value(|outline| link::check_course(&opened.assignment, outline))?;
            Ok(opened.assignment)
        });
        match checked {
            Ok(assignment) => assignments.push(assignment),
            Err(refusal) => told.push(refusal.to_string()),
        }
    }
    told.dedup();
    told.truncate(TOLD);
    if assignments.is_empty() {
        return told;
    }
    let people = people_of(&assignments, table::read(bytes).ok(), &column_names(&desk.course()));
    let number = assignments.len();
    if desk.write(What::Assigned { assignments, people }, Vec::new(), Vec::new()).await {
        told.insert(0, (EN.records.import.links_taken)(number, &intl::number(number)));
    }
    told
}

/// Whom assignments are for: as the table says, else as the links do.
fn people_of(assignments: &[Assignment], table: Option<Table>, chosen: &ColumnNames) -> Vec<Person> {
    let in_table = table.map(|table| {
        let columns = Columns::of(&table.head, chosen);
        people(&table, &columns).people
    });
    let mut found = in_table.unwrap_or_default();
    let named = |assignment: &&Assignment| !assignment.to.id.is_empty();
    for assignment in assignments.iter().filter(named) {
        let to = &assignment.to;
        if !found.iter().any(|person| person.id == to.id) {
            found.push(Person { id: to.id.clone(), name: to.name.clone(), ..Person::default() });
        }
    }
    found.retain(|person| assignments.iter().any(|assignment| assignment.to.id == person.id));
    found
}
