//! The policy is acknowledged once, and after that only where its words change.

use crate::access::has_no_barriers;
use crate::harness::{Course, Look, POLICY, Screen, Workshop};
use crate::my_data::import;
use crate::samples::{TEA, course, drink_coffee};
use crate::storage::{downloads, exported};

const CHANGES: &str = "What has changed: 2 clauses";

/// The course with another policy.
fn with_policy(policy: &str) -> Course {
    course().file("policy.md", policy)
}

/// Version 2: one clause reworded, one retitled, one as it was.
fn second_version() -> String {
    POLICY
        .replace("version: \"1\"", "version: \"2\"")
        .replace("Say that you work here.", "Say that you work at Acme.")
        .replace("Pay, hours, safety.", "Pay, hours, safety, and **more**.")
}

fn acknowledge_all(screen: &Screen) {
    screen.open("policy.html");
    screen.says("3 clauses to read and acknowledge.");
    screen.button("I have received these 3 clauses").click();
    screen.says("Acknowledged on ");
}

/// A learner who acknowledged version 1 and has begun a lesson.
fn learner_of_version_1(workshop: &Workshop) -> Screen {
    let screen = workshop.visit();
    screen.open(TEA);
    drink_coffee(&screen);
    acknowledge_all(&screen);
    screen
}

#[test]
fn the_whole_policy_is_acknowledged_once() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    acknowledge_all(screen);
    screen.says(", version 1.");
    screen.button("I have received these 3 clauses").is_gone();
    screen.reload();
    screen.says("Acknowledged on ");
    screen.says_nothing_of("to read and acknowledge");
    screen.button("I have received these 3 clauses").is_gone();
}

#[test]
fn acknowledging_says_that_it_is_no_waiver_and_moves_the_focus_to_what_came_of_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("policy.html");
    screen.link("Acknowledge at the end").click();
    let end = screen.region("Acknowledge the policy");
    end.says(
        "you received these words and know whom to ask. It is no waiver, and no agreement to anything else.",
    );
    end.button("I have received these 3 clauses").click();
    screen.says("Acknowledged on ");
    screen.wait_for_script(
        "the focus is where the date stands",
        "return document.activeElement.textContent.startsWith('Acknowledged on ')",
    );
}

#[test]
fn a_new_version_shows_exactly_what_changed_and_asks_for_nothing_else() {
    let workshop = Workshop::of(&course());
    let screen = &learner_of_version_1(&workshop);
    workshop.publish(&with_policy(&second_version()));
    screen.open("policy.html");
    let changes = screen.region(CHANGES);
    changes.heading("DSC-1 Put it in the post itself").appears();
    changes.heading("RGT-1 You may talk about work").appears();
    changes.heading("DSC-2 No reviews of our own").is_gone();
    let marks = "return [...document.querySelectorAll('del, ins')].map(mark => `${mark.localName}:${mark.textContent.replace(/\\s+/g, ' ').trim()}`).join('|')";
    let marks = screen.script(marks);
    assert_eq!(
        marks,
        "del:removed: here.|ins:added: at Acme. end of change|del:removed: safety.|ins:added: safety, and more. end of change"
    );
    changes.button("I have received these 2 clauses").click();
    screen.says(", version 2.");
    screen.region(CHANGES).is_gone();
    screen.reload();
    screen.says(", version 2.");
    screen.region(CHANGES).is_gone();
}

#[test]
fn a_clause_that_is_new_is_shown_as_new() {
    let workshop = Workshop::of(&course());
    let screen = &learner_of_version_1(&workshop);
    let policy =
        POLICY.replace("## Your rights", "### Name the company {#DSC-3}\n\nAll of it.\n\n## Your rights");
    workshop.publish(&with_policy(&policy));
    screen.open("policy.html");
    let changes = screen.region("What has changed: 1 clause");
    changes.heading("DSC-3 Name the company").appears();
    changes.says("All of it.");
    changes.says("New");
    changes.button("I have received this clause").click();
    screen.says("Acknowledged on ");
    changes.is_gone();
}

#[test]
fn a_new_version_with_the_same_words_asks_for_nothing() {
    let workshop = Workshop::of(&course());
    let screen = &learner_of_version_1(&workshop);
    let policy = "---\nversion: \"2\"\n---\n\n# Our policy\n\n## Your rights {#RGT}\n\n\
        ### You may talk about work {#RGT-1 .yours}\n\n*Pay*,\nhours, safety.\n\n\
        ## Say who you are {#DSC}\n\n### No reviews of our own {#DSC-2 .guidance}\n\nLeave stars to customers.\n\n\
        ### Put it in the **post** itself {#DSC-1 .critical}\n\nSay that you [work](https://example.com) here.\n";
    workshop.publish(&with_policy(policy));
    screen.open("policy.html");
    screen.says(", version 1.");
    screen.says_nothing_of("What has changed");
    screen.open("index.html");
    screen.says_nothing_of("of the policy");
}

#[test]
fn home_says_when_clauses_wait() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("index.html");
    screen.says_nothing_of("The policy waits for you");
    screen.open(TEA);
    drink_coffee(screen);
    screen.open("index.html");
    screen.says("The policy waits for you: 3 clauses.");
    acknowledge_all(screen);
    screen.open("index.html");
    screen.says_nothing_of("The policy waits for you");
    workshop.publish(&with_policy(&second_version()));
    screen.open("index.html");
    screen.says("2 clauses of the policy have changed.");
    screen.link("Read and acknowledge").follow();
    screen.region(CHANGES).appears();
}

#[test]
fn what_was_acknowledged_stays_so_on_another_device() {
    let workshop = Workshop::of(&course());
    let file = {
        let screen = &learner_of_version_1(&workshop);
        let folder = downloads(screen);
        screen.open("my-data.html");
        screen.button("Export my progress").click();
        screen.announces("The file is in your downloads.");
        exported(screen, folder.path())
    };
    workshop.publish(&with_policy(&second_version()));
    let screen = &workshop.visit();
    import(screen, &file);
    screen.open("policy.html");
    screen.region(CHANGES).button("I have received these 2 clauses").appears();
    screen.says("removed:");
    screen.says("here.");
}

#[test]
fn words_that_cannot_be_loaded_are_not_acknowledged() {
    let workshop = Workshop::of(&course());
    workshop.lose("_workshop/policy.");
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open("policy.html");
    screen.says("The words of the policy could not be loaded");
}

#[test]
fn a_policy_to_acknowledge_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("policy.html");
    screen.button("I have received these 3 clauses").appears();
    has_no_barriers(screen);
}

#[test]
fn changes_of_the_policy_have_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &learner_of_version_1(&workshop);
    workshop.publish(&with_policy(&second_version()));
    screen.open("policy.html");
    screen.region(CHANGES).button("I have received these 2 clauses").appears();
    has_no_barriers(screen);
    screen.open("index.html");
    screen.link("Read and acknowledge").appears();
    has_no_barriers(screen);
}
