//! Statements to the company's learning record store (LRS): all arrive, each once, whatever
//! happens on the way.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::access::has_no_barriers;
use crate::harness::{Course, Look, Screen, Workshop};
use crate::lrs_double::{Does, Double};
use crate::ralph::{PASSWORD, Port, Ralph, USER, mistakes};
use crate::samples::{POSTS, TEA, answer, course, drink_coffee, drink_tea};
use social_workshop::records::assignment::{Assignment, Recipient};
use social_workshop::records::{digest, link};

fn reporting_to(endpoint: &str, key: &str) -> Course {
    let settings = format!(
        "title = \"A small course\"\nid = \"small-course\"\n\n[lrs]\nendpoint = \"{endpoint}\"\n\
         homepage = \"https://people.example.com/\"\nkey = \"{key}\"\n"
    );
    course().file("course.toml", &settings)
}

/// A page as the company's own system links to it.
fn launched(page: &str, name: &str) -> String {
    let launch =
        json!({ "actor": { "account": { "homePage": "https://people.example.com/", "name": name } } });
    format!("{page}#lrs={}", digest::to_base64(launch.to_string().as_bytes()))
}

fn double() -> (Double, Workshop) {
    let double = Double::start();
    let workshop = Workshop::of(&reporting_to(&double.endpoint(), "writer:secret"));
    (double, workshop)
}

fn keeps(screen: &Screen, double: &Double, expected: &[&str]) {
    let mut found = Vec::new();
    screen.wait_for(&format!("the LRS keeps {expected:?}"), || {
        found = double.kept();
        if found == expected { Ok(()) } else { Err(format!("it keeps {found:?}")) }
    });
}

fn is_offline(screen: &Screen, offline: bool) {
    let network =
        json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    screen.devtools("Network.enable", json!({}));
    screen.devtools("Network.emulateNetworkConditions", network);
}

/// Answers on three pages, one of them closed at once, one of them without a connection.
#[test]
fn a_whole_visit_arrives_at_ralph_once_and_valid() {
    let port = Port::free();
    let workshop = Workshop::of(&reporting_to(&port.endpoint(), &format!("{USER}:{PASSWORD}")));
    let site = workshop.address();
    let ralph = Ralph::start(port, site.trim_end_matches("/some/path/"));
    let screen = &workshop.visit();
    let arrived = |count: usize| {
        screen.wait_for(&format!("{count} statements are there"), || {
            let found = ralph.statements().len();
            if found == count { Ok(()) } else { Err(format!("there are {found}")) }
        });
    };
    screen.open(&launched(TEA, "0042"));
    assert_eq!(screen.address(), TEA);
    drink_tea(screen);
    arrived(2);

    let first = screen.tab();
    screen.new_tab();
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Post – fine as it is");
    screen.close_tab(&first);
    arrived(4);

    screen.expects_error("ERR_INTERNET_DISCONNECTED");
    is_offline(screen, true);
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Oat").click();
    biscuits.checkbox("Rye").click();
    biscuits.button("Check").click();
    biscuits.group("Right.").appears();
    assert_eq!(ralph.statements().len(), 4);
    is_offline(screen, false);
    // The answer, and with it the first module.
    arrived(6);

    screen.open("my-data.html");
    screen.says("Sent as: 0042");
    screen.says("6 sent, 0 waiting, 0 refused. Everything has arrived.");
    has_no_barriers(screen);
    let statements = ralph.statements();
    let ids: BTreeSet<&str> = statements.iter().filter_map(|found| found["id"].as_str()).collect();
    assert_eq!((statements.len(), ids.len()), (6, 6));
    assert_eq!(mistakes(&statements), [String::new(), String::new()]);
    let is_ours = |found: &Value| found["actor"]["account"]["name"] == "0042";
    assert!(statements.iter().all(is_ours));
    hr_reads_it(screen);
}

/// HR takes from the LRS what others take from files.
fn hr_reads_it(screen: &Screen) {
    screen.open("records.html");
    screen.textbox("Your name").fill("Grace");
    screen.disclosure("Read the record store").click();
    let sign_in = |password: &str| {
        screen.textbox("Name for the record store").fill(USER);
        screen.script("document.querySelector('[type=password]').focus()");
        screen.type_text(password);
        screen.button("Read").click();
    };
    screen.expects_error("status of 401");
    sign_in("wrong");
    screen.says("The record store did not accept this name and password for reading. Nothing was taken.");
    has_no_barriers(screen);
    sign_in(PASSWORD);
    screen.says("1 receipt needs your word");
    screen.checkbox("Add as a new person").click();
    screen.button("Take 1 receipt").click();
    screen.announces("1 receipt taken.");
    screen.says("1 of 1 people");
    screen.says("In progress");
    sign_in(PASSWORD);
    screen.says("Already here; it was taken before.");
}

#[test]
fn what_an_lrs_does_not_take_now_it_gets_later_and_once() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.expects_error("status of 5");
    screen.expects_error("status of 429");
    double.now(Does::Falls(503));
    screen.open(&launched(TEA, "0042"));
    drink_coffee(screen);
    screen.open("my-data.html");
    screen.says("0 sent, 2 waiting, 0 refused. The record store does not answer.");
    has_no_barriers(screen);
    double.now(Does::Falls(429));
    screen.button("Try again").click();
    screen.says("0 sent, 2 waiting");
    double.now(Does::KeepsAndFalls);
    screen.button("Try again").click();
    keeps(screen, &double, &["answered drink", "attempted tea"]);
    double.now(Does::Slow);
    // By itself, after a pause.
    screen.says("2 sent, 0 waiting, 0 refused. Everything has arrived.");
    keeps(screen, &double, &["answered drink", "attempted tea"]);
}

#[test]
fn what_an_lrs_has_already_in_other_words_has_arrived() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.expects_error("status of 409");
    screen.open(&launched(TEA, "0042"));
    drink_coffee(screen);
    keeps(screen, &double, &["answered drink", "attempted tea"]);
    double.forget_words();
    screen.open("my-data.html");
    screen.says("2 sent, 0 waiting");
    screen.script("Object.keys(localStorage).filter(key => key.endsWith('/marks')).forEach(key => localStorage.removeItem(key))");
    screen.reload();
    screen.says("2 sent, 0 waiting, 0 refused. Everything has arrived.");
}

#[test]
fn what_an_lrs_takes_for_wrong_is_set_aside_with_its_reason() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.expects_error("status of 400");
    double.refuses("/drink");
    screen.open(&launched(TEA, "0042"));
    drink_coffee(screen);
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Post – fine as it is");
    screen.open("my-data.html");
    screen.says("3 sent, 0 waiting, 1 refused.");
    screen.says("answered: What do you drink? – refused with 400: no such thing");
    has_no_barriers(screen);
    keeps(screen, &double, &["answered release", "attempted posts", "attempted tea"]);
    double.refuses("/nothing");
    screen.button("Try again").click();
    screen.says("4 sent, 0 waiting, 0 refused. Everything has arrived.");
}

#[test]
fn an_lrs_that_wants_other_credentials_is_asked_for_on_every_page_and_gets_everything() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.expects_error("status of 401");
    // user:good
    double.wants("Basic dXNlcjpnb29k");
    screen.open(&launched(TEA, "0042"));
    drink_coffee(screen);
    screen.says("The record store asks who sends this.");
    has_no_barriers(screen);
    screen.open("my-data.html");
    screen.says("0 sent, 2 waiting, 0 refused.");
    screen.textbox("Name for the record store").fill("user");
    screen.script("document.querySelector('[type=password]').focus()");
    screen.type_text("good");
    has_no_barriers(screen);
    screen.button("Send").click();
    screen.says("2 sent, 0 waiting, 0 refused. Everything has arrived.");
    screen.open(POSTS);
    keeps(screen, &double, &["answered drink", "attempted posts", "attempted tea"]);
}

#[test]
fn without_an_account_nothing_is_sent_and_the_page_says_so() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.open("my-data.html");
    screen.says("Nothing is sent yet");
    assert_eq!(double.batches(), 0);
    screen.open(&launched("index.html", "0042"));
    keeps(screen, &double, &["answered drink", "attempted tea"]);
}

#[test]
fn what_one_person_did_is_never_sent_as_another() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.open(&launched(TEA, "ada"));
    drink_coffee(screen);
    keeps(screen, &double, &["answered drink", "attempted tea"]);
    screen.open_page(&launched("index.html", "bo"));
    screen.wait_until("somebody else begins", || {
        screen.text().contains("Start") && !screen.address().contains('#')
    });
    screen.open(POSTS);
    keeps(screen, &double, &["answered drink", "attempted posts", "attempted tea"]);
    assert_eq!(double.accounts(), ["ada", "bo"]);
    screen.open("my-data.html");
    screen.says("Sent as: bo");
    screen.says("Learner 2 – studying now");
}

#[test]
fn a_link_of_no_use_is_said_and_changes_nothing() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.open(&format!("{TEA}#lrs=eyJ"));
    screen.says("The link said who you are in a way that cannot be used: It is cut off or damaged.");
    has_no_barriers(screen);
    drink_coffee(screen);
    assert_eq!((screen.address().as_str(), double.batches()), (TEA, 0));
}

#[test]
fn deleted_progress_takes_account_and_credentials_along() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    screen.open(&launched(TEA, "0042"));
    drink_coffee(screen);
    keeps(screen, &double, &["answered drink", "attempted tea"]);
    screen.open("my-data.html");
    screen.button("Delete my progress …").click();
    screen.dialog("Delete all progress of Learner 1 in this browser?").button("Delete for good").click();
    screen.says("Your progress was deleted.");
    let left = screen.script("return Object.keys(localStorage).filter(key => key.includes('/lrs/')).length");
    assert_eq!(left, 0);
    screen.says("Nothing is sent yet");
}

#[test]
fn an_assignment_says_that_it_reports_before_it_is_accepted() {
    let (double, workshop) = double();
    let screen = &workshop.visit();
    let assignment = Assignment {
        id: "k3hd8v5wq2pt".to_owned(),
        course: "small-course".to_owned(),
        by: "People team".to_owned(),
        to: Recipient { id: "E-17".to_owned(), ..Recipient::default() },
        ..Assignment::default()
    };
    screen.open(&link::address("assigned.html", &link::to_payload(&assignment, None)));
    let offer = screen.region("An assignment for you");
    offer.says("this course reports to your company’s learning record store at 127.0.0.1");
    offer.says("under “E-17”");
    assert_eq!(double.kept(), [""; 0]);
    offer.button("Accept").click();
    screen.heading("Assigned by People team").has_focus();
    screen.open(TEA);
    drink_tea(screen);
    screen.wait_until("something has arrived", || !double.kept().is_empty());
    screen.open("my-data.html");
    screen.says("Part of it goes to your company, as said below");
    screen.says("Sent as: E-17");
}
