//! The site on any web server, under any path, with or without all of its files.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;

use serde_json::Value;

use crate::harness::{Look, Screen, Workshop};
use crate::samples::{TEA, answer_by_first_options, course};

/// A first visit may load this much, compressed.
const BUDGET: usize = 260_000;

#[test]
fn every_page_starts_under_a_path_and_its_links_lead_somewhere() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    let mut broken = BTreeSet::new();
    for page in workshop.pages() {
        screen.open(&page);
        let links = screen.script("return [...document.links].map(link => link.href)");
        for link in links.as_array().expect("a list").iter().filter_map(Value::as_str) {
            if !link.starts_with("mailto:") && !leads_somewhere(&workshop, link) {
                broken.insert(format!("{page}: {link}"));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

fn leads_somewhere(workshop: &Workshop, link: &str) -> bool {
    let Some(text) = workshop.file(link).and_then(|file| fs::read_to_string(file).ok()) else {
        return false;
    };
    // `name=value` is for the page, and no place on it.
    let id = link.split_once('#').map(|(_, id)| id).filter(|id| !id.contains('='));
    id.is_none_or(|id| text.contains(&format!("id=\"{id}\"")))
}

#[test]
fn a_wrong_address_leads_back_to_the_workshop() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open("no/such/page.html");
    screen.heading("This page does not exist").appears();
    screen.link("To the start of the workshop").follow();
    assert_eq!(screen.address(), "index.html");
}

#[test]
fn nothing_is_asked_of_another_origin() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&workshop.longest_lesson());
    answer_by_first_options(screen);
    for page in workshop.pages() {
        screen.open(&page);
    }
    let requests = requests(screen);
    assert!(requests.len() > workshop.pages().len(), "{requests:?}");
    let base = workshop.address();
    let away: Vec<&String> = requests
        .iter()
        .filter(|address| !address.starts_with(&base) && !address.starts_with("data:"))
        .collect();
    assert!(away.is_empty(), "{away:?}");
}

/// Addresses of all that the browser asked for.
pub(crate) fn requests(screen: &Screen) -> BTreeSet<String> {
    let log = screen.must("read the log", screen.driver().get_log("performance"));
    let requests = log.iter().filter_map(|entry| {
        let event: Value = serde_json::from_str(&entry.message).ok()?;
        let message = &event["message"];
        let is_request = message["method"] == "Network.requestWillBeSent";
        is_request.then(|| message["params"]["request"]["url"].as_str().map(str::to_owned)).flatten()
    });
    requests.collect()
}

#[test]
fn a_first_visit_stays_within_its_budget() {
    let workshop = Workshop::shipped();
    let size =
        |page: &String| fs::metadata(workshop.file(&format!("{}{page}", workshop.address())).expect("ours"));
    let longest = workshop.pages().into_iter().filter(|page| page.contains('/'));
    let longest = longest.max_by_key(|page| size(page).expect("a file").len()).expect("a lesson");
    let screen = &workshop.visit();
    screen.open(&longest);
    let loaded: BTreeSet<_> = requests(screen).iter().filter_map(|address| workshop.file(address)).collect();
    assert!(loaded.len() >= 7, "{loaded:?}");
    let sizes: Vec<usize> = loaded.iter().map(|file| compressed(&fs::read(file).expect("a file"))).collect();
    let sum: usize = sizes.iter().sum();
    // Not captured: the number is for those who run the tests.
    let _ = writeln!(
        std::io::stderr(),
        "A first visit to {longest} loads {sum} bytes in {} files (brotli 9).",
        sizes.len()
    );
    assert!(sum < BUDGET, "{sum} bytes: {loaded:?} {sizes:?}");
}

fn compressed(bytes: &[u8]) -> usize {
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 4096, 9, 22).write_all(bytes).expect("compress");
    out.len()
}

#[test]
fn an_app_that_cannot_start_says_so_and_the_lesson_can_be_read() {
    let workshop = Workshop::of(&course());
    workshop.lose(".wasm");
    let screen = &workshop.visit();
    screen.expects_error(".wasm");
    screen.expects_error("/_workshop/boot.");
    screen.open_page(TEA);
    screen.says("The questions cannot start here");
    screen.says("Tea came first.");
    screen.region("What do you drink?").says("Coffee");
    screen.script("window.isBeingLeft = true");
    screen.button("Reload").click();
    screen.wait_for_script("the page is loaded anew", "return !window.isBeingLeft");
    screen.says("The questions cannot start here");
}

#[test]
fn a_lesson_whose_questions_are_missing_says_that_it_cannot_start() {
    let workshop = Workshop::of(&course());
    workshop.lose("/lessons/tea.");
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.expects_error("/_workshop/boot.");
    screen.open_page(TEA);
    screen.says("The questions cannot start here");
    screen.says("Tea came first.");
}
