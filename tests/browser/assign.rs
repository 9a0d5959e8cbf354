//! The page on which HR assigns.

use std::fs;
use std::path::{Path, PathBuf};

use social_workshop::learning::day::Day;
use social_workshop::records::assignment::{Due, Recipient};
use social_workshop::records::digest::to_base64;
use social_workshop::records::link::{self, Opened};
use tempfile::TempDir;
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::storage::downloads;

const ASSIGN: &str = "assign.html";
const PASSPHRASE: &str = "correct horse battery";

fn course() -> Course {
    let lesson = |id: &str, title: &str| Lesson::new(id, title).text("Words.");
    Course::new()
        .lesson("01-start/01-why.md", lesson("why", "Why"))
        .lesson("02-respect/01-kind.md", lesson("kind", "Be kind"))
}

/// What the link holds, once it is so.
fn link_when(screen: &Screen, what: &str, is_so: impl Fn(&Opened) -> bool) -> Opened {
    let field = screen.textbox("Link");
    field.appears();
    screen.wait_for(what, || {
        let link = field.value();
        let opened = link::read(&link).map_err(|refusal| refusal.to_string())?;
        if is_so(&opened) { Ok(opened) } else { Err(format!("{opened:?}")) }
    })
}

fn fill_day(screen: &Screen, day: &str) {
    screen.script(&format!(
        "const day = document.getElementById('day');
         day.value = '{day}';
         day.dispatchEvent(new Event('input', {{ bubbles: true }}))"
    ));
}

/// Writes who assigns, without which there is no link.
fn by_hr(screen: &Screen) {
    screen.textbox("Assigned by").fill("People team");
}

fn file(folder: &TempDir, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, bytes).expect("write a file");
    path
}

/// A file that was saved, once it is there.
fn saved(screen: &Screen, folder: &Path, name: &str) -> Vec<u8> {
    let path = folder.join(name);
    screen.wait_until("the file is there", || fs::metadata(&path).is_ok_and(|file| file.len() > 0));
    let bytes = fs::read(&path).expect("read the file");
    fs::remove_file(&path).expect("remove the file");
    bytes
}

/// Opens a roster, which is there for as long as what is returned.
#[must_use]
fn open_roster(screen: &Screen, bytes: &[u8]) -> TempDir {
    let folder = TempDir::new().expect("make a folder");
    screen.button("Open a roster").choose(&file(&folder, "people.csv", bytes));
    folder
}

#[test]
fn home_leads_hr_to_the_page() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.link("Assign this course").follow();
    screen.heading("Assign").appears();
    assert_eq!(screen.address(), ASSIGN);
}

#[test]
fn a_link_for_a_person_holds_what_was_chosen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    screen.says("Write who assigns it.");
    screen.radio("Some of its modules").click();
    screen.says("Choose at least one module.");
    screen.checkbox("Respect").click();
    screen.radio("One person").click();
    screen.says("Write the person’s id or name.");
    screen.textbox("Id in your own system").fill("E-7");
    screen.textbox("Name").fill("Jürgen Groß");
    screen.radio("A day").click();
    screen.says("Choose the day on which it is due.");
    fill_day(screen, "2001-01-01");
    screen.says("is over; choose a later one.");
    fill_day(screen, "2099-01-15");
    screen.textbox("Pass mark in percent").fill("110");
    by_hr(screen);
    screen.says("The pass mark is a whole number from 0 to 100, or empty.");
    screen.textbox("Pass mark in percent").fill("90");
    screen.textbox("Months for which a pass is good").fill("12");
    screen.textbox("Note").fill("Ask Jo.");
    screen.says_nothing_of("Before there is a link:");
    let opened = link_when(screen, "the note is in the link", |opened| opened.assignment.note == "Ask Jo.");
    let made = opened.assignment;
    assert_eq!(
        (made.course.as_str(), made.modules.as_slice()),
        ("small-course", &["respect".to_owned()][..])
    );
    let to = Recipient { id: "E-7".into(), name: "Jürgen Groß".into(), group: String::new() };
    assert_eq!((made.to, made.by.as_str()), (to, "People team"));
    assert_eq!((Some(made.due), made.pass), (Day::parse("2099-01-15").map(Due::On), Some(90)));
    assert_eq!((made.valid_months, made.id.len(), opened.signature), (12, 12, None));
    screen.says("Not signed");
    let mail = screen.textbox("Text").value();
    assert!(mail.starts_with("Hello Jürgen Groß,\n\nPeople team asks you to take this part"), "{mail}");
    assert!(mail.contains("by January 15, 2099:\n\n- Respect") && mail.contains("#a="), "{mail}");
}

#[test]
fn everything_that_holds_the_link_can_be_taken_out() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    by_hr(screen);
    let id =
        link_when(screen, "there is a link", |opened| opened.assignment.by == "People team").assignment.id;
    assert!(!screen.button("Download the calendar file").is_there());
    screen.button("Copy the link").click();
    screen.announces("Copied");
    let folder = downloads(screen);
    screen.button("Download the QR code").click();
    assert!(saved(screen, folder.path(), "assignment-qr.png").starts_with(b"\x89PNG"));
    screen.radio("A day").click();
    fill_day(screen, "2099-01-15");
    let dated = link_when(screen, "the day is in the link", |opened| opened.assignment.due != Due::Open);
    assert_ne!(dated.assignment.id, id, "it is another assignment");
    screen.button("Download the calendar file").click();
    let calendar = String::from_utf8(saved(screen, folder.path(), "assignment.ics")).expect("text");
    assert!(calendar.contains(&format!("UID:{}@social-workshop\r\n", dated.assignment.id)), "{calendar}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20990115\r\n"), "{calendar}");
    let address = screen.script("return document.querySelector('a[href^=\"mailto:\"]').href.length");
    assert!(address.as_u64().is_some_and(|length| length <= 1500), "{address}");
}

#[test]
fn a_reload_keeps_the_form_and_the_link() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    by_hr(screen);
    screen.radio("A group").click();
    screen.textbox("Name of the group").fill("Sales");
    screen.radio("Days after the link is first opened").click();
    screen.textbox("Days").fill("14");
    let before =
        link_when(screen, "the days are in the link", |opened| opened.assignment.due == Due::After(14));
    screen.reload();
    assert_eq!(link_when(screen, "the link is there", |_| true), before);
    assert!(screen.radio("A group").is_checked());
    assert_eq!(screen.textbox("Name of the group").value(), "Sales");
    screen.textbox("Days").fill("soon");
    screen.says("Write in how many days it is due");
    screen.reload();
    assert_eq!(screen.textbox("Days").value(), "soon");
    screen.button("Start again").click();
    screen.announces("The form is empty again.");
    assert!(screen.radio("Whoever opens the link").is_checked());
}

#[test]
fn a_roster_becomes_one_link_a_person() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let folder = downloads(screen);
    screen.open(ASSIGN);
    by_hr(screen);
    screen.radio("People on a roster: one link each").click();
    screen.says("Open a roster.");
    // As old spreadsheets write it: Latin-1, with semicolons.
    let _file = open_roster(
        screen,
        b"Personalnummer;Vorname;Name;E-Mail\n7;J\xfcrgen;Gro\xdf;j@example.com\n8;Ann;Lee;\n7;Again;;\n;;;\n",
    );
    screen.announces("2 people from “people.csv”.");
    screen.says("If a name looks wrong");
    screen.says("Row 4: “7” is in row 2 already, so this row is left out.");
    screen.says("2 people, one link each");
    let merge = |screen: &Screen| {
        screen.button("Download the mail-merge CSV").click();
        String::from_utf8(saved(screen, folder.path(), "assignments.csv")).expect("text")
    };
    let text = merge(screen);
    let rows: Vec<_> =
        text.lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect::<Vec<_>>()).collect();
    assert_eq!(rows[0][..3], ["7", "Jürgen Groß", "j@example.com"]);
    let made: Vec<_> = rows.iter().map(|row| link::read(&row[8]).expect("a link").assignment).collect();
    assert_eq!((made[0].to.id.as_str(), made[0].to.name.as_str()), ("7", "Jürgen Groß"));
    assert_eq!((made[1].to.id.as_str(), made[1].by.as_str()), ("8", "People team"));
    assert_ne!(made[0].id, made[1].id);
    screen.reload();
    screen.says("2 people from “people.csv”.");
    assert_eq!(merge(screen), text, "the same people get the same links");
    screen.button("Forget the roster").click();
    screen.announces("The roster is forgotten.");
    screen.says("Open a roster.");
}

#[test]
fn a_roster_that_is_none_changes_nothing() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    by_hr(screen);
    screen.radio("People on a roster: one link each").click();
    let _file = open_roster(screen, "id,name\n1,Ann\n".as_bytes());
    screen.announces("1 person from “people.csv”.");
    let many: String = (0..100_000).map(|number| format!("{number},N\n")).collect();
    for (bytes, words) in [
        (&b"PK\x03\x04"[..], "This is a workbook."),
        (b"id,name\n", "This roster has one row only."),
        (b"i\0d\0", "This is no table of text."),
        (format!("id,name\n{many}").as_bytes(), "This roster has more than 50,000 people."),
    ] {
        let _file = open_roster(screen, bytes);
        screen.says(words);
        screen.says("1 person from “people.csv”.");
    }
}

#[test]
fn columns_that_hr_chose_are_remembered() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    by_hr(screen);
    screen.radio("People on a roster: one link each").click();
    screen.disclosure("Or paste it").click();
    screen.textbox("Rows of a table, the names of the columns first").fill("Nr;Wer\n7;Ann\n");
    screen.button("Read these rows").click();
    screen.says("Choose the column with the id or with the e-mail address");
    screen.combobox("Id").select("Nr");
    screen.announces("1 person from what was pasted.");
    screen.combobox("Name, or first name").select("Wer");
    screen.table("").says("Ann");
    screen.reload();
    let _file = open_roster(screen, b"Wer;Nr\nBob;8\n");
    screen.announces("1 person from “people.csv”.");
    screen.table("").says("Bob");
}

#[test]
fn a_key_signs_and_its_backup_brings_it_back() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let folder = downloads(screen);
    screen.open(ASSIGN);
    by_hr(screen);
    screen.textbox("Passphrase for the backup").fill("short");
    screen.button("Make a key").click();
    screen.says("The passphrase needs at least 12 characters.");
    screen.textbox("Passphrase for the backup").fill(PASSPHRASE);
    screen.button("Make a key").click();
    screen.announces("The key is made. Download its backup now, and keep it where your passwords are.");
    screen.says("This course does not name your key yet");
    let line = screen.textbox("Public key").value();
    let signed = link_when(screen, "the link is signed", |opened| opened.signature.is_some());
    assert!(is_signed_by(screen, &line, &signed), "the signature is of that key");
    screen.says("Signed with your key.");
    screen.button("Download the backup").click();
    let name = format!("signing-key-{}.json", &line["assigned_by = [\"".len()..][..8]);
    let backup = saved(screen, folder.path(), &name);
    screen.reload();
    assert_eq!(screen.textbox("Public key").value(), line, "the browser keeps it");

    screen.button("Forget the key").click();
    screen.button("Forget for good").click();
    screen.announces("The key is forgotten.");
    link_when(screen, "the link is not signed", |opened| opened.signature.is_none());
    screen.disclosure("Restore from a backup").click();
    screen.button("Restore the key").click();
    screen.says("Choose the backup first.");
    let files = TempDir::new().expect("make a folder");
    screen.button("Backup").choose(&file(&files, "other.json", b"{}"));
    screen.button("Restore the key").click();
    screen.says("This file is no backup of a signing key.");
    screen.button("Backup").choose(&file(&files, "backup.json", &backup));
    screen.textbox("Its passphrase").fill("another passphrase");
    screen.button("Restore the key").click();
    screen.says("This passphrase does not open the backup");
    screen.textbox("Its passphrase").fill(PASSPHRASE);
    screen.button("Restore the key").click();
    screen.announces("The key is here again.");
    assert_eq!(screen.textbox("Public key").value(), line);
    link_when(screen, "the link is signed again", |opened| opened.signature.is_some());

    let key = line.trim_start_matches("assigned_by = ").to_owned();
    workshop.publish(&course().file("course.toml", &format!("{SETTINGS}assigned_by = {key}\n")));
    screen.reload();
    screen.says("This course names your key");
}

/// The settings of a small course.
const SETTINGS: &str = "title = \"A small course\"\nid = \"small-course\"\n";

/// Whether the key in a line of course.toml signed what a link holds.
fn is_signed_by(screen: &Screen, line: &str, opened: &Opened) -> bool {
    let key = line.split('"').nth(1).expect("a key");
    let (signature, message) =
        (to_base64(&opened.signature.expect("signed")), to_base64(&opened.signed_bytes));
    let verified = screen.script(&format!(
        "const bytes = text => Uint8Array.from(
             atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0));
         return crypto.subtle.importKey('raw', bytes('{key}'), 'Ed25519', true, ['verify'])
             .then(key => crypto.subtle.verify('Ed25519', key, bytes('{signature}'), bytes('{message}')))"
    ));
    verified == true
}

#[test]
fn a_page_without_https_says_why_nothing_is_signed() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page("Object.defineProperty(window, 'isSecureContext', { value: false })");
    screen.open(ASSIGN);
    by_hr(screen);
    screen.says("This page came without HTTPS");
    let opened = link_when(screen, "there is a link", |_| true);
    assert_eq!(opened.signature, None);
}

#[test]
fn the_page_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    screen.radio("Some of its modules").click();
    screen.radio("One person").click();
    has_no_barriers(screen);
    screen.checkbox("Respect").click();
    screen.radio("A day").click();
    fill_day(screen, "2099-01-15");
    screen.textbox("Name").fill("Ann");
    by_hr(screen);
    link_when(screen, "there is a link", |_| true);
    has_no_barriers(screen);
}

#[test]
fn the_roster_and_the_key_have_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    by_hr(screen);
    screen.textbox("Passphrase for the backup").fill(PASSPHRASE);
    screen.button("Make a key").click();
    screen.announces("The key is made. Download its backup now, and keep it where your passwords are.");
    screen.radio("People on a roster: one link each").click();
    let _file = open_roster(screen, b"id;name;email\n7;Ann;ann@example.com\n7;Again;\n");
    screen.says("1 person, one link each");
    has_no_barriers(screen);
    screen.button("Forget the key").click();
    screen.button("Forget for good").appears();
    has_no_barriers(screen);
}

#[test]
fn an_assignment_is_made_with_the_keyboard_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(ASSIGN);
    tab_to(screen, "radio", "The whole course");
    screen.press(Key::Down);
    tab_to(screen, "checkbox", "Respect");
    screen.press(' ');
    tab_to(screen, "radio", "Whoever opens the link");
    screen.press(Key::Down);
    tab_to(screen, "textbox", "Name of the group");
    screen.type_text("Sales");
    tab_to(screen, "textbox", "Assigned by");
    screen.type_text("HR");
    let opened = link_when(screen, "all of it is in the link", |opened| opened.assignment.by == "HR");
    assert_eq!((opened.assignment.to.group.as_str(), opened.assignment.modules.len()), ("Sales", 1));
    tab_to(screen, "button", "Copy the link");
    screen.press(Key::Enter);
    screen.announces("Copied");
}
