//! Assigned to me: a link is opened, accepted, worked off; the receipt says so.

use std::fs;
use std::path::Path;

use social_workshop::learning::day::Day;
use social_workshop::records::assignment::{Assignment, Due, Recipient};
use social_workshop::records::link;
use social_workshop::records::receipt::reading::read_all;
use social_workshop::records::receipt::{Signed, State};
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Look, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::learning_course::{answer, course, days_pass};
use crate::my_data::import;
use crate::storage::{downloads, exported};

const PAGE: &str = "assigned.html";

fn assignment(modules: &[&str]) -> Assignment {
    Assignment {
        id: "k3hd8v5wq2pt".into(),
        course: "small-course".into(),
        modules: modules.iter().map(|id| (*id).to_owned()).collect(),
        by: "People team".into(),
        to: Recipient { id: "E-17".into(), name: "Zoë".into(), group: "Sales".into() },
        made: Day(20_700),
        due: Due::After(14),
        pass: Some(100),
        valid_months: 12,
        note: "Until the fair, please.".into(),
    }
}

/// The address of an assignment's link, seen from the site's root.
fn address(assignment: &Assignment) -> String {
    link::address(PAGE, &link::to_payload(assignment, None))
}

/// Opens a link as a click in a mail does: the page is loaded anew.
fn follow(screen: &Screen, address: &str) {
    screen.open("index.html");
    screen.open(address);
}

fn accept(screen: &Screen, assignment: &Assignment) {
    follow(screen, &address(assignment));
    screen.region("An assignment for you").button("Accept").click();
    screen.heading("Assigned by People team").has_focus();
}

/// Answers both questions of the first module, right.
fn answer_say(screen: &Screen) {
    screen.open("say/say.html");
    answer(screen, "Say it, first?", "Yes");
    answer(screen, "Say it, second?", "Yes");
}

fn saved_receipt(screen: &Screen, folder: &Path) -> Signed {
    screen.button("Save the receipt as a file").click();
    screen.announces("The receipt is in your downloads.");
    let text = screen.wait_for("the receipt is there", || {
        let files = fs::read_dir(folder).map_err(|error| error.to_string())?;
        let mut names = files.flatten().map(|file| file.path());
        let path = names.find(|path| path.to_string_lossy().ends_with(".training-receipt.json"));
        let text = fs::read_to_string(path.ok_or("there is none")?).map_err(|error| error.to_string())?;
        if text.ends_with('}') { Ok(text) } else { Err("it is not whole".to_owned()) }
    });
    only(&text)
}

fn only(text: &str) -> Signed {
    let mut reading = read_all(text);
    assert_eq!((reading.receipts.len(), reading.refusals.len()), (1, 0), "{text}");
    reading.receipts.remove(0)
}

#[test]
fn a_link_says_what_it_assigns_before_anything_is_kept() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    follow(screen, &address(&assignment(&["say", "rights"])));
    let offer = screen.region("An assignment for you");
    for words in [
        "People team",
        "Zoë · E-17 · Sales",
        "in 14 days (14 days after you first opened the link)",
        "100% of the clauses",
        "12 months",
        "Say",
        "Rights",
        "Until the fair, please.",
        "Not signed",
    ] {
        offer.says(words);
    }
    screen.open("my-data.html");
    screen.says("Records: 0.");
}

#[test]
fn an_accepted_assignment_is_worked_off_and_its_receipt_says_so() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    accept(screen, &assignment(&["say"]));
    screen.says("in 14 days");
    screen.says("0 of 1 lessons done. You master 0 of 1 clause; you pass with 1, if DSC-1 is among them.");
    screen.reload();
    screen.says("0 of 1 lessons done.");
    screen.open("index.html");
    screen.says("Assigned by People team, due");
    screen.says(": 1 lesson left");
    screen.link("Next: Say it").follow();
    answer_say(screen);

    screen.open(PAGE);
    screen.says("Passed on");
    screen.says("Good until");
    screen.says("This receipt says: passed.");
    assert_eq!(screen.textbox("Name on the receipt").value(), "Zoë");
    let folder = downloads(screen);
    let signed = saved_receipt(screen, folder.path());
    let receipt = &signed.receipt;
    assert_eq!((receipt.state, receipt.mastered, receipt.attempts), (State::Passed, 1, 2));
    assert_eq!(receipt.learner, "Zoë");
    let accepted = receipt.assignment.as_ref().expect("the assignment");
    assert_eq!(accepted.assignment, assignment(&["say"]));
    assert_eq!(accepted.due, Some(accepted.opened.plus(14)));
    is_signed_by_its_own_key(screen, &signed);

    screen.disclosure("Show a QR code").click();
    screen.wait_for_script(
        "the code is drawn",
        "return document.querySelector('svg[aria-label=\"The receipt as a QR code\"] path') !== null",
    );
    screen.disclosure("Show the text").click();
    let text = only(&screen.textbox("The receipt as text").value());
    assert_eq!((text.receipt, text.signature.len()), (signed.receipt, 86));
    screen.open("index.html");
    screen.says("Assigned by People team: passed on");
    screen.link("Your receipt").follow();
    screen.says("This receipt says: passed.");
}

/// The browser that made the receipt finds its signature right.
fn is_signed_by_its_own_key(screen: &Screen, signed: &Signed) {
    let verify = format!(
        "const [key, signature, text] = {};
        const bytes = letters => Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), c => c.charCodeAt(0));
        window.isRight = undefined;
        crypto.subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify'])
            .then(key => crypto.subtle.verify('Ed25519', key, bytes(signature), new TextEncoder().encode(text)))
            .then(right => window.isRight = right);",
        serde_json::json!([signed.receipt.key, signed.signature, signed.receipt.to_text()])
    );
    screen.script(&verify);
    screen.wait_for_script("the signature is right", "return window.isRight === true");
}

#[test]
fn the_receipt_follows_the_name_and_can_be_mailed() {
    let contact = "title = \"A small course\"\nid = \"small-course\"\n[contact]\nname = \"People team\"\nemail = \"people@example.com\"\n";
    let workshop = Workshop::of(&course().file("course.toml", contact));
    let screen = &workshop.visit();
    screen.open(PAGE);
    screen.disclosure("A receipt for the whole course").click();
    screen.says("This receipt says: not started.");
    screen.textbox("Name on the receipt").fill("Ada");
    let link = screen.wait_for("the mail names her", || {
        let link = screen.try_script("return document.querySelector('a[href^=\"mailto:people%40\"]')?.href");
        let link = link.and_then(|link| link.as_str().map(str::to_owned)).unwrap_or_default();
        if link.contains("Ada") { Ok(link) } else { Err(link) }
    });
    assert!(link.len() <= 1_500, "{}", link.len());
    let body = percent_encoding::percent_decode_str(&link).decode_utf8_lossy().into_owned();
    assert_eq!(only(&body).receipt.learner, "Ada");
}

#[test]
fn a_link_that_is_no_assignment_of_this_course_says_what_to_do() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let whole = address(&assignment(&["say"]));
    let other = address(&Assignment { course: "knots".into(), ..assignment(&[]) });
    let changed: String = whole.replace("#a=A", "#a=B");
    for (link, reason) in [
        (&whole[..whole.len() - 9], "The end of this link is missing"),
        (changed.as_str(), "This link does not open."),
        (&other, "knots"),
        (&address(&assignment(&["gone"])), "gone"),
    ] {
        follow(screen, link);
        screen.says(reason);
        assert!(!screen.button("Accept").is_there(), "{reason}");
    }
    screen.open("my-data.html");
    screen.says("Records: 0.");
}

#[test]
fn a_link_that_a_mail_broke_can_be_pasted() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let link = format!("https://example.com/{}", address(&assignment(&["say"])));
    let (one, other) = link.split_at(link.len() - 30);
    screen.open(PAGE);
    screen.disclosure("A link that does not open").click();
    screen.textbox("The link").fill("no link");
    screen.button("Open it").click();
    screen.says("This link does not open.");
    screen.textbox("The link").fill("");
    screen.script(&format!(
        "const field = document.querySelector('textarea');
        field.value = {};
        field.dispatchEvent(new Event('input'));",
        serde_json::json!(format!("Dear Zoë,\n> {one}\n> {other}\nBest wishes"))
    ));
    screen.button("Open it").click();
    screen.heading("An assignment for you").has_focus();
}

#[test]
fn days_count_from_the_first_opening_and_an_overdue_assignment_says_so() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    follow(screen, &address(&assignment(&["say"])));
    screen.region("An assignment for you").button("Not now").click();
    screen.announces("Put away. You find it at the end of this page.");
    days_pass(screen, 16);
    follow(screen, &address(&assignment(&["say"])));
    screen.region("An assignment for you").says("2 days ago");
    screen.region("An assignment for you").button("Accept").click();
    screen.says("2 days overdue");
    screen.open("index.html");
    screen.says("Assigned by People team, overdue since");
}

#[test]
fn a_newer_assignment_stands_above_the_older_one_and_each_can_be_put_away() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    accept(screen, &assignment(&["say"]));
    let newer = Assignment { made: Day(20_710), by: "Legal".into(), ..assignment(&["rights"]) };
    follow(screen, &address(&newer));
    screen.region("An assignment for you").button("Accept").click();
    screen.heading("Assigned by Legal").has_focus();
    assert!(screen.heading("Assigned by Legal").top() < screen.heading("Assigned by People team").top());

    screen.button("Put away").click();
    screen.heading("Assigned by Legal").is_gone();
    screen.reload();
    screen.heading("Put away").appears();
    screen.heading("Assigned by People team").appears();
    screen.button("Take it back").click();
    screen.heading("Assigned by Legal").has_focus();
    follow(screen, &address(&newer));
    screen.says("You have accepted this assignment already.");
}

#[test]
fn two_devices_share_an_assignment_by_export_and_import() {
    let workshop = Workshop::of(&course());
    let file = {
        let screen = &workshop.visit();
        accept(screen, &assignment(&["say"]));
        let folder = downloads(screen);
        screen.open("my-data.html");
        screen.button("Export my progress").click();
        exported(screen, folder.path())
    };
    let screen = &workshop.visit();
    answer_say(screen);
    import(screen, &file);
    screen.says("New records: 1.");
    screen.open(PAGE);
    screen.says("Passed on");
    screen.open("my-data.html");
    screen.button("Delete my progress …").click();
    screen.dialog("Delete all progress of Learner 1 in this browser?").button("Delete for good").click();
    screen.says("Records: 0.");
    screen.open(PAGE);
    screen.says("Nothing is assigned to you in this browser.");
}

#[test]
fn another_tab_sees_what_was_accepted_and_done() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(PAGE);
    let first = screen.tab();
    let second = screen.new_tab();
    accept(screen, &assignment(&["say"]));
    screen.look_at(&first);
    screen.says("0 of 1 lessons done.");
    screen.look_at(&second);
    answer_say(screen);
    screen.look_at(&first);
    screen.says("Passed on");
}

#[test]
fn it_names_the_learner_who_accepts_where_there_are_several() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    accept(screen, &assignment(&["say"]));
    screen.says_nothing_of("studies here now");
    screen.open("my-data.html");
    screen.button("Start as a new learner").follow();
    screen.open(PAGE);
    screen.says("Learner 2 studies here now, so what you accept is Learner 2’s.");
    screen.says("Nothing is assigned to you in this browser.");
}

#[test]
fn an_assignment_is_accepted_with_the_keyboard_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    follow(screen, &address(&assignment(&["say"])));
    screen.button("Accept").appears();
    tab_to(screen, "button", "Accept");
    screen.press(Key::Enter);
    screen.heading("Assigned by People team").has_focus();
    tab_to(screen, "link", "Next: Say it");
    tab_to(screen, "button", "Put the due day into my calendar");
    tab_to(screen, "DisclosureTriangle", "Receipt");
    screen.press(Key::Enter);
    screen.says("This receipt says: not started.");
    tab_to(screen, "button", "Save the receipt as a file");
}

#[test]
fn the_page_has_no_barriers() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    follow(screen, &address(&assignment(&["say", "rights"])));
    screen.button("Accept").appears();
    has_no_barriers(screen);
    screen.button("Accept").click();
    screen.heading("Assigned by People team").appears();
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
    screen.says("This receipt says: not started.");
    has_no_barriers(screen);
    follow(screen, "assigned.html#a=broken");
    screen.says("This link does not open.");
    has_no_barriers(screen);
    screen.open("index.html");
    screen.link("Assigned to me").appears();
    has_no_barriers(screen);
}

fn long_course() -> Course {
    course().titled("small-course", "Social-media-policy-for-everybody: A small course")
}
