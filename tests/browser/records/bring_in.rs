//! Receipts, rosters, links and saved records are brought in.

use super::*;

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
    let files = Files::new().with("people.csv", "id,name\n1,Ada\n");
    files.choose(screen);
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
    has_rows(screen, &["Ada | In progress | Not assigned", "Bob | Not assigned | Not assigned"]);

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
fn a_roster_and_a_mail_merge_are_taken_as_they_are() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    open(screen);
    let files = Files::new().with("people.csv", "Employee ID;Name;Team\n1;Ada;Sales\n1;Ada;Sales\n");
    files.choose(screen);
    screen.says("The roster is here: 1 person.");
    screen.says("3: ");
    has_rows(screen, &["Ada | Not assigned | Not assigned"]);
    let made = assignment("a", "2", &["start"], Due::On(Day(90_000)));
    let link = link::address("https://example.com/assigned.html", &link::to_payload(&made, None));
    let table = format!("id,name,email,link\n2,Bob,bob@example.com,{link}\n");
    let files = Files::new().with("merge.csv", &table);
    files.choose(screen);
    screen.says("1 assignment taken from links.");
    has_rows(screen, &["Ada | Not assigned | Not assigned", "Bob | Not started | Not assigned"]);
    let files = Files::new().with("other.csv", "a,b\n1,2\n");
    files.choose(screen);
    screen.says("“other.csv” was not taken. No column says who is who.");
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
fn blocked_storage_is_said() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(NO_DATABASE);
    screen.open(RECORDS);
    screen.says("This browser blocks storage for this site, so records cannot be kept here.");
}
