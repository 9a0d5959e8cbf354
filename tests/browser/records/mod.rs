//! The page on which HR sees who has learned what.

mod bring_in;
mod log;
mod matrix;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use social_workshop::course::outline::Outline;
use social_workshop::learning::day::Day;
use social_workshop::records::assignment::{Assignment, Due, Recipient};
use social_workshop::records::book::Texts;
use social_workshop::records::book_file::export;
use social_workshop::records::digest::{sha256_hex, to_base64};
use social_workshop::records::link;
use social_workshop::records::log::{Signature, Source, Taken, What, record};
use social_workshop::records::receipt::{Accepted, CourseVersion, ModuleScore, Receipt, Signed, State};
use social_workshop::records::roster::Person;
use tempfile::TempDir;
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Look, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::samples::course;
use crate::storage::downloads;

const RECORDS: &str = "records.html";
const CHOOSE: &str = "Choose files, or drop them here";

/// Takes away the database, as a browser does that blocks site data.
const NO_DATABASE: &str = "Object.defineProperty(window, 'indexedDB', { value: {
    open() { throw new DOMException('Access is denied.', 'SecurityError'); } } });";

fn open(screen: &Screen) {
    screen.open(RECORDS);
    screen.textbox("Your name").fill("Hal");
    screen.press(Key::Tab);
}

fn today(screen: &Screen) -> Day {
    let now = screen.script("return Date.now() - new Date().getTimezoneOffset() * 60000");
    Day(now.as_f64().expect("a time") as i64 / 86_400_000)
}

/// The course as the page knows it.
fn version(screen: &Screen) -> CourseVersion {
    let outline = screen.script(
        "const { root, outline } = document.documentElement.dataset;
         return fetch(new URL((root ?? '') + outline, document.baseURI)).then(file => file.text())",
    );
    let outline: Outline = serde_json::from_str(outline.as_str().expect("a file")).expect("an outline");
    CourseVersion::of(&outline)
}

fn person(id: &str, name: &str, department: &str) -> Person {
    Person {
        id: id.to_owned(),
        name: name.to_owned(),
        email: format!("{id}@example.com"),
        department: department.to_owned(),
        manager: "Meg".to_owned(),
    }
}

/// Modules for somebody, until a day.
fn assignment(id: &str, to: &str, modules: &[&str], due: Due) -> Assignment {
    Assignment {
        id: id.to_owned(),
        course: "small-course".to_owned(),
        modules: modules.iter().map(|id| (*id).to_owned()).collect(),
        by: "People team".to_owned(),
        to: Recipient { id: to.to_owned(), ..Recipient::default() },
        made: Day(20_000),
        due,
        ..Assignment::default()
    }
}

/// A receipt of an assignment, without a signature.
fn receipt(course: &CourseVersion, assignment: &Assignment, change: impl FnOnce(&mut Receipt)) -> Signed {
    let module = |id: &String| ModuleScore {
        id: id.clone(),
        lessons: 2,
        lessons_done: 1,
        questions: 3,
        right: 2,
        right_at_first_try: 1,
    };
    let accepted = Accepted { assignment: assignment.clone(), opened: Day(20_001), due: None };
    let mut receipt = Receipt {
        form: 1,
        course: course.clone(),
        state: State::InProgress,
        pass: 80,
        assigned: 3,
        needed: 2,
        mastered: 1,
        attempts: 4,
        modules: assignment.modules.iter().map(module).collect(),
        assignment: Some(accepted),
        begun: Some(1_764_000_000_000),
        latest: Some(1_764_000_600_000),
        engine: "0.1.0".to_owned(),
        ..Receipt::default()
    };
    change(&mut receipt);
    receipt.id = receipt.id_of_content();
    Signed { receipt, signature: String::new() }
}

fn passed(day: Day) -> impl FnOnce(&mut Receipt) {
    move |receipt| {
        receipt.state = State::Passed;
        receipt.mastered = 3;
        receipt.passed = Some(day);
    }
}

/// Signs in the browser, with a key that is made for it.
fn sign(screen: &Screen, mut signed: Signed) -> Signed {
    let bytes = |script: &str| -> Vec<u8> {
        let bytes = screen.script(script);
        bytes.as_array().expect("bytes").iter().map(|byte| byte.as_u64().expect("a byte") as u8).collect()
    };
    let key = bytes(
        "return (async () => {
             window.pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
             return [...new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))];
         })()",
    );
    signed.receipt.key = to_base64(&key);
    signed.receipt.id = signed.receipt.id_of_content();
    let message = json!(signed.signed_bytes());
    let signature = bytes(&format!(
        "return crypto.subtle.sign('Ed25519', window.pair.privateKey, new Uint8Array({message}))
             .then(signature => [...new Uint8Array(signature)])"
    ));
    signed.signature = to_base64(&signature);
    signed
}

/// Files that are there for as long as it is.
struct Files {
    folder: TempDir,
    paths: Vec<PathBuf>,
}

impl Files {
    fn new() -> Self {
        Self { folder: TempDir::new().expect("make a folder"), paths: Vec::new() }
    }

    fn with(mut self, name: &str, text: &str) -> Self {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("write a file");
        self.paths.push(path);
        self
    }

    /// Chooses all of them at once.
    fn choose(&self, screen: &Screen) {
        let paths: Vec<_> = self.paths.iter().map(|path| path.to_string_lossy()).collect();
        screen.button(CHOOSE).choose(Path::new(&paths.join("\n")));
    }
}

/// Saved records of what was done, as another computer has them.
fn saved(done: Vec<What>, receipts: &[(&str, Signed)]) -> String {
    let taken = |(person, signed): &(&str, Signed)| Taken {
        receipt: signed.receipt.id.clone(),
        person: (*person).to_owned(),
        signature: Signature::None,
        text: sha256_hex(signed.to_text().as_bytes()),
    };
    let imported = What::Imported { receipts: receipts.iter().map(taken).collect(), source: Source::File };
    let (mut records, mut last) = (Vec::new(), None);
    for what in done.into_iter().chain((!receipts.is_empty()).then_some(imported)) {
        let (sealed, text) = record(last.as_ref(), 1_764_000_000_000, "Hal", what);
        last = Some(sealed);
        records.push(text);
    }
    let texts: Texts =
        receipts.iter().map(|(_, signed)| (signed.receipt.id.clone(), signed.to_text())).collect();
    export("small-course", "A small course", &records, &texts)
}

/// Opens the page with saved records.
fn open_saved(screen: &Screen, done: Vec<What>, receipts: &[(&str, Signed)]) {
    open(screen);
    let number = done.len() + usize::from(!receipts.is_empty());
    let files = Files::new().with("saved.json", &saved(done, receipts));
    files.choose(screen);
    let entries = if number == 1 { "1 entry".to_owned() } else { format!("{number} entries") };
    screen.says(&format!("{entries} of the saved records taken."));
}

/// Three people in all the states that there are.
fn company(screen: &Screen) -> (Vec<What>, Vec<(&'static str, Signed)>) {
    screen.open(RECORDS);
    let (today, version) = (today(screen), version(screen));
    let late = assignment("late", "1", &["start"], Due::On(Day(20_400)));
    let begun = assignment("begun", "1", &["more"], Due::On(Day(90_000)));
    let good = Assignment { valid_months: 12, ..assignment("good", "2", &["start"], Due::Open) };
    let old = Assignment { valid_months: 12, ..assignment("old", "2", &["more"], Due::Open) };
    let kept = Assignment { valid_months: 1200, ..assignment("kept", "3", &["start"], Due::Open) };
    let next = assignment("next", "3", &["more"], Due::Open);
    let people = vec![person("1", "Ada", "Sales"), person("2", "Bob", "IT"), person("3", "李雷", "IT")];
    let assignments = vec![late, begun.clone(), good.clone(), old.clone(), kept.clone(), next];
    // A year ago tomorrow, and long ago.
    let receipts = vec![
        ("1", receipt(&version, &begun, |_| {})),
        ("2", receipt(&version, &good, passed(Day(today.0 - 360)))),
        ("2", receipt(&version, &old, passed(Day(19_000)))),
        ("3", receipt(&version, &kept, passed(Day(20_100)))),
    ];
    (vec![What::Assigned { assignments, people }], receipts)
}

/// The rows of the matrix: the person and the states, without days.
fn rows(screen: &Screen) -> Vec<String> {
    let rows = screen.script(
        "return [...document.querySelectorAll('.matrix tbody.person-rows tr')].map(row =>
            [row.querySelector('button'), ...row.querySelectorAll('.standing')].map(part => part.textContent).join(' | '))",
    );
    rows.as_array().expect("rows").iter().map(|row| row.as_str().unwrap_or_default().to_owned()).collect()
}

/// Waits until the matrix has these rows.
pub fn has_rows(screen: &Screen, expected: &[&str]) {
    screen.wait_for("the rows are so", || {
        let found = rows(screen);
        if found == expected { Ok(()) } else { Err(format!("{found:#?}")) }
    });
}

/// How many records a store of the database has.
fn count(screen: &Screen, store: &str) -> i64 {
    let script = format!(
        "return new Promise(done => {{
             indexedDB.open('workshop/small-course/records').onsuccess = event => {{
                 const database = event.target.result;
                 const request = database.transaction('{store}').objectStore('{store}').count();
                 request.onsuccess = () => {{ database.close(); done(request.result); }};
             }};
         }})"
    );
    screen.script(&script).as_i64().expect("a number")
}
