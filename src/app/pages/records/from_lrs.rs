//! Reading what learners did from the company's LRS, where the course names one, in place of
//! files.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::app::components::name_and_password::NameAndPassword;
use crate::app::lrs::{self, server};
use crate::browser::network::{self, Reply, Request};
use crate::browser::{clock, intl};
use crate::course::lrs::Lrs;
use crate::learning::day::Calendar;
use crate::records::import::Found;
use crate::records::xapi::launch::Launch;
use crate::records::xapi::names::Names;
use crate::records::xapi::read::{self, Person, Reading};
use crate::records::xapi::receipts::receipts;
use crate::records::xapi::requests;
use crate::words::EN;

/// Asks for credentials, reads, and hands over what was found.
#[component]
pub fn FromLrs(desk: Desk, take: Callback<Vec<Found>>) -> impl IntoView {
    let found = lrs::of_page()?;
    let words = EN.lrs.reading;
    let (user, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let said = RwSignal::new(None::<String>);
    let problem = RwSignal::new(false);
    let is_reading = RwSignal::new(false);
    let text = (words.text)(server(&found));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if is_reading.get_untracked() || !desk.is_named() {
            return;
        }
        let launch = Launch::default().with_password(user.get_untracked().trim(), &password.get_untracked());
        password.set(String::new());
        problem.set(false);
        is_reading.set(true);
        let lrs = found.clone();
        spawn_local(async move {
            match read_all(desk, &lrs, &launch, said).await {
                Ok(people) if people.is_empty() => said.set(Some(words.nobody.to_owned())),
                Ok(people) => {
                    said.set(None);
                    take.run(as_receipts(desk, &people, server(&lrs)));
                }
                Err(reason) => {
                    problem.set(true);
                    said.set(Some(reason));
                }
            }
            is_reading.set(false);
        });
    };
    Some(view! {
        <details>
            <summary>{words.title}</summary>
            <form on:submit=send>
                <p>{text}</p>
                <NameAndPassword user=user password=password />
                <p><button type="submit" class="quiet">{words.read}</button></p>
            </form>
            <p role="status" class:problem=problem>{said}</p>
        </details>
    })
}

/// Everybody of whom the LRS knows something on this course; or what to say where it could
/// not be read to the end.
async fn read_all(
    desk: Desk,
    lrs: &Lrs,
    launch: &Launch,
    said: RwSignal<Option<String>>,
) -> Result<Vec<Person>, String> {
    let words = EN.lrs.reading;
    let names = Names::of(&lrs.homepage, &desk.course());
    let (mut reading, mut count) = (Reading::default(), 0);
    let mut next = Some(requests::first(&lrs.endpoint, &names, None, None));
    while let Some(address) = next {
        said.set(Some((words.reading)(count, &intl::number(count))));
        let page = match get(&address, lrs, launch).await {
            None | Some(Reply { status: 429 | 500..=599, .. }) => return Err(words.no_answer.to_owned()),
            Some(Reply { status: 401 | 403, .. }) => return Err(words.wrong_credentials.to_owned()),
            Some(Reply { status, body, .. }) => read::page(&body).ok_or_else(|| (words.no_lrs)(status))?,
        };
        reading.take(&page.statements, &names);
        count += page.statements.len() + page.foreign;
        next = requests::further(&lrs.endpoint, &page.more).filter(|next| *next != address);
    }
    Ok(reading.people())
}

async fn get(address: &str, lrs: &Lrs, launch: &Launch) -> Option<Reply> {
    let mut headers = vec![("X-Experience-API-Version", lrs.version.clone())];
    headers.extend(launch.authorization(lrs).map(|credentials| ("Authorization", credentials)));
    let address = address.to_owned();
    network::send(&Request { method: "GET", address, headers, body: None, outlives_page: false }).await
}

/// Receipts as if they had come in a file with the server's name.
fn as_receipts(desk: Desk, people: &[Person], server: &str) -> Vec<Found> {
    let calendar = Calendar::at(clock::now(), clock::minutes_ahead());
    let engine = env!("CARGO_PKG_VERSION");
    let found = desk.book.with_untracked(|book| {
        desk.outline.with_value(|outline| receipts(people, outline, book, calendar, engine))
    });
    found.into_iter().map(|signed| Found { file: server.to_owned(), what: Ok(signed) }).collect()
}
