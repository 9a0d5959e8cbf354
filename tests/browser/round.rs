//! The whole round: a roster becomes links, links become learning, and what was learned
//! comes back to HR.

use std::fs;
use std::path::Path;

use social_workshop::records::receipt::State;
use social_workshop::records::receipt::reading::read_all;
use tempfile::TempDir;
use thirtyfour::Key;

use crate::harness::{Look, Screen, Workshop};
use crate::learning_course::{answer, course};
use crate::records::has_rows;
use crate::storage::downloads;

const ROSTER: &str = "Employee ID,Full name,E-mail,Department\n\
                      7,Ada Lovelace,ada@example.com,Sales\n\
                      8,=Bob,bob@example.com,IT\n\
                      9,李雷,lei@example.com,IT\n";

/// The text of the file that comes in a folder under a name that ends so.
fn saved(screen: &Screen, folder: &Path, ending: &str) -> String {
    screen.wait_for("the file is there", || {
        let files = fs::read_dir(folder).map_err(|error| error.to_string())?;
        let mut paths = files.flatten().map(|file| file.path());
        let path = paths.find(|path| path.to_string_lossy().ends_with(ending)).ok_or("there is none")?;
        let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
        if text.is_empty() {
            return Err("it is empty".to_owned());
        }
        fs::remove_file(path).map_err(|error| error.to_string())?;
        Ok(text)
    })
}

fn written(folder: &TempDir, name: &str, text: &str) -> std::path::PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("write a file");
    path
}

/// HR assigns the whole course to the people of the roster; gives each one's link, seen from
/// the site's root.
fn hand_out(hr: &Screen, workshop: &Workshop, files: &TempDir, folder: &Path) -> Vec<String> {
    hr.open("assign.html");
    hr.textbox("Assigned by").fill("People team");
    hr.radio("People on a roster: one link each").click();
    hr.button("Open a roster").choose(&written(files, "people.csv", ROSTER));
    hr.says("3 people, one link each");
    hr.button("Download the mail-merge CSV").click();
    let table = saved(hr, folder, ".csv");
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let column = reader.headers().expect("a head").iter().position(|name| name == "Link").expect("links");
    let links = reader.records().map(|row| row.expect("a row")[column].to_owned());
    links.map(|link| link.strip_prefix(&workshop.address()).expect("a link to the site").to_owned()).collect()
}

/// A learner with a browser of their own opens a link and accepts it.
fn accepts(workshop: &Workshop, link: &str) -> Screen {
    let learner = workshop.visit();
    let screen = &learner;
    screen.open(link);
    screen.region("An assignment for you").button("Accept").click();
    screen.heading("Assigned by People team").has_focus();
    learner
}

/// Ada answers everything, right; her receipt is a file.
fn ada_passes(workshop: &Workshop, link: &str) -> String {
    let ada = &accepts(workshop, link);
    for (lesson, title) in [("say", "Say it"), ("stars", "No stars"), ("rights", "Your rights")] {
        ada.open(&format!("{lesson}/{lesson}.html"));
        answer(ada, &format!("{title}, first?"), "Yes");
        answer(ada, &format!("{title}, second?"), "Yes");
    }
    ada.open("assigned.html");
    ada.says("This receipt says: passed.");
    let folder = downloads(ada);
    ada.button("Save the receipt as a file").click();
    saved(ada, folder.path(), ".training-receipt.json")
}

/// Bob begins; his receipt is the text of a mail.
fn bob_begins(workshop: &Workshop, link: &str) -> String {
    let bob = &accepts(workshop, link);
    bob.open("say/say.html");
    answer(bob, "Say it, first?", "Yes");
    bob.open("assigned.html");
    bob.disclosure("Receipt").click();
    bob.says("This receipt says: in progress.");
    bob.disclosure("Show the text").click();
    bob.textbox("The receipt as text").value()
}

// The one test in which two browsers are open at the same time: HR's stays what it is while
// the learners come and go.
#[test]
fn three_learners_go_the_whole_round() {
    let workshop = Workshop::of(&course());
    let hr = &workshop.visit();
    let (files, folder) = (TempDir::new().expect("make a folder"), downloads(hr));
    let links = hand_out(hr, &workshop, &files, folder.path());
    assert_eq!(links.len(), 3);

    let file = ada_passes(&workshop, &links[0]);
    let mail = bob_begins(&workshop, &links[1]);
    let [ada] = &read_all(&file).receipts[..] else { panic!("{file}") };
    assert_eq!((ada.receipt.state, ada.receipt.key.is_empty()), (State::Passed, false));

    hr.open("records.html");
    hr.textbox("Your name").fill("Hal");
    hr.press(Key::Tab);
    let nothing = "Not started | Not started | Not started";
    has_rows(
        hr,
        &[&format!("=Bob | {nothing}"), &format!("Ada Lovelace | {nothing}"), &format!("李雷 | {nothing}")],
    );
    hr.button("Choose files, or drop them here").choose(&written(&files, "ada.json", &file));
    hr.says("1 receipt can be taken");
    hr.button("Take 1 receipt").click();
    hr.textbox("Or paste here").fill(&format!("Hello Hal,\n> here it is\n{mail}\nBob\n"));
    hr.button("Read it").click();
    hr.button("Take 1 receipt").click();
    has_rows(
        hr,
        &[
            "=Bob | In progress | Not started | Not started",
            "Ada Lovelace | Passed | Passed | Passed",
            &format!("李雷 | {nothing}"),
        ],
    );

    hr.button("Save as CSV").click();
    let table = saved(hr, folder.path(), ".csv");
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().expect("a head").clone();
    let column = |name: &str| head.iter().position(|known| known == name).expect("a column");
    let mut rows: Vec<[String; 3]> = reader
        .records()
        .map(|row| {
            let row = row.expect("a row");
            ["person_id", "name", "status"].map(|name| row[column(name)].to_owned())
        })
        .collect();
    rows.sort();
    rows.dedup();
    // No cell is a formula.
    let expected =
        [["7", "Ada Lovelace", "passed"], ["8", "'=Bob", "in_progress"], ["9", "李雷", "not_started"]];
    assert_eq!(rows, expected.map(|row| row.map(str::to_owned)));
}
