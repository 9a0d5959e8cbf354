//! The page on which HR sees who has learned what.

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
    Files::new().with("saved.json", &saved(done, receipts)).choose(screen);
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
        "return [...document.querySelectorAll('.matrix tbody.people tr')].map(row =>
            [row.querySelector('button'), ...row.querySelectorAll('.state')].map(part => part.textContent).join(' | '))",
    );
    rows.as_array().expect("rows").iter().map(|row| row.as_str().unwrap_or_default().to_owned()).collect()
}

fn has_rows(screen: &Screen, expected: &[&str]) {
    screen.wait_for("the rows are so", || {
        let found = rows(screen);
        if found == expected { Ok(()) } else { Err(format!("{found:#?}")) }
    });
}

#[test]
fn an_empty_page_says_what_to_do_first() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(RECORDS);
    screen.region("Nothing is here yet").says("First assign modules, or bring in your roster below.");
    has_no_barriers(screen);
}

#[test]
fn without_a_name_nothing_is_done() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(RECORDS);
    Files::new().with("people.csv", "id,name\n1,Ada\n").choose(screen);
    screen.says("Give your name first");
    screen.textbox("Your name").has_focus();
    screen.says("Nothing is here yet");
}

#[test]
fn each_receipt_is_shown_for_what_it_is_and_taken_once_hr_says_so() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let version = {
        screen.open(RECORDS);
        version(screen)
    };
    let made = assignment("a", "1", &["start"], Due::Open);
    let general = assignment("g", "", &["start"], Due::Open);
    let roster = vec![person("1", "Ada", "Sales"), person("2", "Bob", "IT")];
    let done = What::Assigned { assignments: vec![made.clone(), general.clone()], people: roster };
    let known = receipt(&version, &made, |_| {});
    open_saved(screen, vec![done], &[("1", known.clone())]);

    let right = sign(screen, receipt(&version, &made, passed(Day(20_100))));
    let mut wrong = sign(screen, receipt(&version, &made, |receipt| receipt.attempts = 9));
    wrong.signature = right.signature.clone();
    let old = receipt(&version, &made, |receipt| receipt.course.version = "0123".to_owned());
    let other = receipt(&version, &made, |receipt| {
        receipt.course =
            CourseVersion { id: "knots".into(), title: "Knots".into(), ..CourseVersion::default() };
    });
    let stranger = receipt(&version, &general, |receipt| receipt.learner = "Robert".to_owned());
    let foreign = receipt(&version, &assignment("theirs", "2", &["start"], Due::Open), |_| {});
    let edited = known.to_text().replace("\"attempts\":4", "\"attempts\":5");
    let files = Files::new()
        .with("right.json", &right.to_text())
        .with("again.json", &right.to_text())
        .with("known.json", &known.to_text())
        .with("wrong.json", &wrong.to_text())
        .with("old.json", &old.to_text())
        .with("other.json", &other.to_text())
        .with("stranger.json", &stranger.to_text())
        .with("foreign.json", &foreign.to_text())
        .with("edited.json", &edited)
        .with("list.json", "a shopping list");
    files.choose(screen);
    let found = screen.region("What was found");
    found.says("6 receipts cannot be taken");
    found.says("2 receipts need your word");
    found.says("2 receipts can be taken");
    for (file, said) in [
        ("again.json", "It stands twice in what you chose."),
        ("known.json", "Already here; it was taken before."),
        ("wrong.json", "Its signature is wrong"),
        ("old.json", "The course had another version."),
        ("other.json", "It belongs to another course: “Knots”."),
        ("stranger.json", "Nobody here is called so."),
        ("foreign.json", "Its assignment is not in these records; it says “People team” made it."),
    ] {
        let line = format!(
            "return [...document.querySelectorAll('.found-receipts li')].find(line => line.textContent.includes('({file})'))?.textContent"
        );
        let line = screen.script(&line);
        assert!(line.as_str().unwrap_or_default().contains(said), "{file}: {line}");
    }
    has_no_barriers(screen);
    found.button("Take 2 receipts").appears();
    screen.says_nothing_of("Passed");

    screen.script("document.querySelector('.found-receipts [list]').scrollIntoView({ block: 'center' })");
    screen.script(
        "const field = document.querySelector('.found-receipts [list]');
         field.value = 'bob';
         field.dispatchEvent(new Event('change', { bubbles: true }))",
    );
    found.checkbox("Take it all the same").click();
    found.button("Take 4 receipts").click();
    screen.announces("4 receipts taken.");
    has_rows(screen, &["Ada | Passed | Not assigned", "Bob | In progress | Not assigned"]);
    screen.reload();
    has_rows(screen, &["Ada | Passed | Not assigned", "Bob | In progress | Not assigned"]);
    files.choose(screen);
    screen.region("What was found").says("10 receipts cannot be taken");
}

#[test]
fn pasted_blocks_are_read_and_may_be_left() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, _) = company(screen);
    let made = assignment("next", "3", &["more"], Due::Open);
    let sent = receipt(&version(screen), &made, passed(Day(20_100)));
    open_saved(screen, done, &[]);
    screen.textbox("Or paste here").fill(&format!("Hello,\n\n{}\n\nBye", sent.to_block()));
    screen.button("Read it").click();
    screen.region("What was found").says("1 receipt can be taken");
    screen.button("Take nothing").click();
    screen.says_nothing_of("What was found");
    screen.textbox("Or paste here").fill(&sent.to_block());
    screen.button("Read it").click();
    screen.button("Take 1 receipt").click();
    screen.announces("1 receipt taken.");
    screen.wait_until("it counts", || rows(screen).last().is_some_and(|row| row.ends_with("Passed")));
}

#[test]
fn the_matrix_says_where_everybody_stands_in_colour_and_word() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    has_rows(
        screen,
        &["Ada | Overdue | In progress", "Bob | Expiring | Expired", "李雷 | Passed | Not started"],
    );
    screen.says("due 2025-11-08");
    let colours = screen.script(
        "return new Set([...document.querySelectorAll('.matrix .state')].map(state => getComputedStyle(state).backgroundColor)).size",
    );
    assert_eq!(colours, 5);
    has_no_barriers(screen);
}

#[test]
fn filters_show_whom_they_name() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let ada = "Ada | Overdue | In progress";
    let lei = "李雷 | Passed | Not started";
    screen.combobox("State").select("Overdue");
    screen.announces("1 of 3 people");
    has_rows(screen, &[ada]);
    screen.combobox("State").select("All");
    screen.combobox("Department").select("IT");
    screen.textbox("Name, e-mail or id").fill("李");
    has_rows(screen, &[lei]);
    screen.textbox("Name, e-mail or id").fill("nobody");
    screen.says("Nobody fits. Choose less.");
}

#[test]
fn a_person_is_looked_into_exempted_and_the_exemption_ends() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.button("Ada").click();
    let dialog = screen.dialog("Ada");
    dialog.says("Department: Sales");
    dialog.disclosure("In progress, November 24, 2025 at 4:10 PM").click();
    dialog.says("Mastered: 1 of 3; needed: 2. 4 attempts.");
    dialog.says("Assigned by People team on");
    dialog.says("Not signed. Came in on");
    has_no_barriers(screen);

    dialog.button("Exempt").click();
    dialog.says("Say why: the reason stands in the log.");
    dialog.textbox("Reason").fill("On leave");
    dialog.button("Exempt").click();
    dialog.says("All modules: On leave (Hal)");
    screen.press(Key::Escape);
    dialog.is_gone();
    screen.button("Ada").has_focus();
    screen.wait_until("the matrix says so", || rows(screen)[0] == "Ada | Exempt | Exempt");
    screen.button("Ada").click();
    dialog.button("End all exemptions").click();
    screen.says_nothing_of("All modules: On leave");
    dialog.button("Close").click();
    screen.wait_until("the matrix says so", || rows(screen)[0] == "Ada | Overdue | In progress");
}

#[test]
fn somebody_who_is_removed_is_gone_with_their_receipts() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.button("Bob").click();
    let dialog = screen.dialog("Bob");
    dialog.disclosure("Remove this person …").click();
    dialog.button("Remove for good").click();
    screen.announces("Removed.");
    screen.wait_until("Bob is gone", || rows(screen).len() == 2);
    assert_eq!(count(screen, "receipts"), 2);
    screen.says("The chain is unbroken: 3 entries");
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

#[test]
fn the_log_shows_where_its_chain_breaks() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.combobox("A pass is good").select("for 12 months");
    screen.button("Set").click();
    screen.announces("Kept.");
    let log = screen.region("Log");
    log.says("The chain is unbroken: 3 entries, seal ");
    log.disclosure("What").click();
    log.says("Renewal: a pass is good for 12 months");
    log.says("Taken: 4 receipts");

    screen.script(
        "return new Promise(done => {
             indexedDB.open('workshop/small-course/records').onsuccess = event => {
                 const database = event.target.result;
                 const log = database.transaction('log', 'readwrite').objectStore('log');
                 log.get(2).onsuccess = event =>
                     log.put(event.target.result.replace('Hal', 'Eve'), 2).onsuccess = () => { database.close(); done(); };
             };
         })",
    );
    screen.reload();
    log.says("The chain breaks. Entry 2 was changed after it was written.");
    screen.button("Ada").appears();
}

#[test]
fn a_receipt_that_was_changed_where_it_is_kept_does_not_count() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    screen.script(
        "return new Promise(done => {
             indexedDB.open('workshop/small-course/records').onsuccess = event => {
                 const database = event.target.result;
                 const receipts = database.transaction('receipts', 'readwrite').objectStore('receipts');
                 receipts.openCursor().onsuccess = event => {
                     const cursor = event.target.result;
                     if (!cursor) { database.close(); return done(); }
                     cursor.update(cursor.value.replace('in_progress', 'passed'));
                     cursor.continue();
                 };
             };
         })",
    );
    screen.reload();
    screen.region("Log").says("1 receipt of the log cannot be found as it was taken");
    screen.wait_until("it does not count", || rows(screen)[0] == "Ada | Overdue | Not started");
}

#[test]
fn the_report_is_saved_for_people_and_for_other_systems() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let folder = downloads(screen);
    let csv = |screen: &Screen| {
        screen.wait_for("the file is there", || {
            let file = fs::read_dir(folder.path()).ok().and_then(|mut files| files.next()?.ok());
            let file = file.filter(|file| file.file_name().to_string_lossy().ends_with(".csv"));
            let path = file.ok_or("there is none")?.path();
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            if text.is_empty() {
                return Err("it is empty".to_owned());
            }
            fs::remove_file(path).map_err(|error| error.to_string())?;
            Ok(text)
        })
    };
    screen.button("Save as CSV").click();
    screen.announces("The file is in your downloads.");
    let text = csv(screen);
    assert!(text.starts_with("\u{feff}person_id,name,email,"), "{text}");
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(text.contains(",2025-11-08,overdue,"), "{text}");

    let report = screen.region("Report as CSV");
    report.disclosure("For another system").click();
    report.combobox("System").select("LearnUpon");
    screen.button("Save as CSV").click();
    let text = csv(screen);
    assert!(text.starts_with("Login ID,Course Name,"), "{text}");
    assert!(text.contains("3@example.com,A small course,04/10/2024,"), "{text}");
    assert_eq!(text.lines().count(), 4, "{text}");
    report.textbox("Columns").fill("nmae = Name");
    screen.button("Save as CSV").click();
    report.says("Line 1 of the columns: there is no column “nmae”.");
}

#[test]
fn two_tabs_write_into_one_log() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done, &receipts);
    let first = screen.tab();
    let second = screen.new_tab();
    screen.open(RECORDS);
    let set = |months: &str| {
        screen.combobox("A pass is good").select(months);
        screen.button("Set").click();
    };
    set("for 6 months");
    screen.region("Log").says("3 entries");
    screen.look_at(&first);
    screen.region("Log").says("3 entries");
    set("for 24 months");
    screen.region("Log").says("The chain is unbroken: 4 entries");
    screen.look_at(&second);
    screen.region("Log").says("The chain is unbroken: 4 entries");
}

#[test]
fn two_computers_that_went_their_own_ways_are_joined_once() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let roster = What::RosterTaken { people: vec![person("1", "Ada", "Sales")] };
    open_saved(screen, vec![roster.clone()], &[]);
    screen.combobox("A pass is good").select("for 6 months");
    screen.button("Set").click();
    screen.region("Log").says("2 entries");
    let theirs = What::RosterTaken { people: vec![person("2", "Bob", "IT")] };
    let files = Files::new().with("theirs.json", &saved(vec![roster, theirs], &[]));
    files.choose(screen);
    screen.says("Both computers went on after entry 1, each in its own way.");
    has_rows(screen, &["Ada | Not assigned | Not assigned", "Bob | Not assigned | Not assigned"]);
    screen.region("Log").says("The chain is unbroken: 3 entries");
    files.choose(screen);
    screen.says("These saved records hold nothing that is not here already.");
}

#[test]
fn a_roster_and_a_mail_merge_are_taken_as_they_are() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    open(screen);
    Files::new().with("people.csv", "Employee ID;Name;Team\n1;Ada;Sales\n1;Ada;Sales\n").choose(screen);
    screen.says("The roster is here: 1 person.");
    screen.says("3: ");
    has_rows(screen, &["Ada | Not assigned | Not assigned"]);
    let made = assignment("a", "2", &["start"], Due::On(Day(90_000)));
    let link = link::address("https://example.com/assigned.html", &link::to_payload(&made, None));
    let table = format!("id,name,email,link\n2,Bob,bob@example.com,{link}\n");
    Files::new().with("merge.csv", &table).choose(screen);
    screen.says("1 assignment taken from links.");
    has_rows(screen, &["Ada | Not assigned | Not assigned", "Bob | Not started | Not assigned"]);
    Files::new().with("other.csv", "a,b\n1,2\n").choose(screen);
    screen.says("“other.csv” was not taken. No column says who is who.");
}

#[test]
fn what_hr_hands_out_on_the_assign_page_is_in_the_records() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("assign.html");
    screen.textbox("Assigned by").fill("People team");
    screen.textbox("Link").appears();
    let folder = downloads(screen);
    screen.button("Download the QR code").click();
    screen.wait_until("the file is there", || {
        fs::read_dir(folder.path()).is_ok_and(|mut files| files.next().is_some())
    });
    screen.open(RECORDS);
    screen.region("Log").says("The chain is unbroken: 1 entry");
}

#[test]
fn all_records_can_be_saved_and_deleted() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let (done, receipts) = company(screen);
    open_saved(screen, done.clone(), &receipts);
    let folder = downloads(screen);
    screen.button("Save all records").click();
    let text = screen.wait_for("the file is there", || {
        let file = fs::read_dir(folder.path()).ok().and_then(|mut files| files.next()?.ok());
        let file = file.filter(|file| file.file_name().to_string_lossy().ends_with(".json"));
        let text = file.and_then(|file| fs::read_to_string(file.path()).ok());
        text.filter(|text| text.ends_with('}')).ok_or_else(|| "there is none".to_owned())
    });
    assert_eq!(text, saved(done, &receipts));
    screen.button("Delete all records …").click();
    let dialog = screen.dialog("Delete all records of this course in this browser?");
    dialog.button("Cancel").click();
    screen.button("Ada").appears();
    screen.button("Delete all records …").click();
    dialog.button("Delete for good").click();
    screen.announces("All records were deleted.");
    screen.says("Nothing is here yet");
    assert_eq!((count(screen, "log"), count(screen, "receipts")), (0, 0));
}

#[test]
fn blocked_storage_is_said() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(NO_DATABASE);
    screen.open(RECORDS);
    screen.says("This browser blocks storage for this site, so records cannot be kept here.");
}

#[test]
fn five_thousand_people_scroll_to_the_last_one() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let people =
        (1..=5000).map(|number| person(&format!("p{number:04}"), &format!("Person {number:04}"), "All"));
    open_saved(screen, vec![What::RosterTaken { people: people.collect() }], &[]);
    screen.says("5,000 of 5,000 people");
    let rendered = "return document.querySelectorAll('.matrix tbody.people tr').length";
    assert!(screen.script(rendered).as_i64().expect("a number") < 100);
    assert_eq!(screen.script("return document.querySelector('.matrix table').ariaRowCount ?? document.querySelector('.matrix table').getAttribute('aria-rowcount')"), "5001");
    tab_to(screen, "region", "People and modules");
    screen.press(Key::End);
    screen.button("Person 5000").appears();
    let last = "return [...document.querySelectorAll('.matrix tbody.people tr')].at(-1).getAttribute('aria-rowindex')";
    assert_eq!(screen.script(last), "5001");
    // Its row is in sight, and where it belongs.
    let gap = screen.script(
        "const region = document.querySelector('.matrix');
         return region.getBoundingClientRect().bottom - [...region.querySelectorAll('tbody.people tr')].at(-1).getBoundingClientRect().bottom",
    );
    assert!((-2.0..40.0).contains(&gap.as_f64().expect("pixels")), "{gap}");
    screen.script("document.querySelector('.matrix').scrollTop = 2500 * 44");
    screen
        .wait_until("the middle is there", || rows(screen).iter().any(|row| row.starts_with("Person 2500")));
    assert!(screen.script(rendered).as_i64().expect("a number") < 100);
}

#[test]
fn the_whole_matrix_is_printed_on_landscape() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let people =
        (1..=200).map(|number| person(&format!("p{number:04}"), &format!("Person {number:04}"), "All"));
    open_saved(screen, vec![What::RosterTaken { people: people.collect() }], &[]);
    screen.button("Person 0001").appears();
    let sheets = screen.print();
    assert!(sheets.len() > 3 && sheets.iter().all(|sheet| sheet.size == (297, 210)), "{sheets:?}");
    assert!(sheets[0].says("Log entry 1, seal "));
    for name in ["Person 0001", "Person 0100", "Person 0200"] {
        assert_eq!(sheets.iter().map(|sheet| sheet.times(name)).sum::<usize>(), 1, "{name}");
    }
    assert!(sheets.iter().all(|sheet| !sheet.says("Bring in")));
    assert!(sheets.iter().all(|sheet| sheet.says("Not assigned")));
}
