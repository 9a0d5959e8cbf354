//! One learner, from the pretest to the certificate, and back for the recalls.

use crate::harness::{Look, Workshop};
use crate::learning_course::{answer, answer_all, course, days_pass};

#[test]
fn from_pretest_to_certificate_and_recalls() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();

    screen.open("index.html");
    screen.link("Take the 3 questions").follow();
    screen.button("Begin").click();
    answer_all(screen, |title| if title.starts_with("Your rights") { "Yes" } else { "No" });
    screen.link("Continue").follow();

    screen.link("Start").follow();
    let first = screen.region("Say it, first?");
    first.radio("No").click();
    first.radio("Sure").click();
    first.button("Check").click();
    first.group("Not quite.").appears();
    answer(screen, "Say it, second?", "Yes");
    screen.link("Next No stars").follow();
    answer(screen, "No stars, first?", "Yes");
    answer(screen, "No stars, second?", "Yes");
    screen.open("index.html");
    screen.says("Next: Your rights");
    screen.link("Continue").follow();
    // The first one counts already: it was right in the pretest, in other words.
    answer(screen, "Your rights, second?", "Yes");

    screen.open("progress.html");
    screen.says("You master 2 of 3 clauses; you pass with 3, if DSC-1 is among them.");
    screen.link("Certificate").follow();
    screen.says("You master 2 of 3 clauses");
    screen.button("Print").is_gone();

    days_pass(screen, 1);
    screen.open("index.html");
    screen.link("Practise what is missing").follow();
    screen.button("Start: 2 questions").click();
    let practised = answer_all(screen, |_| "Yes");
    assert_eq!(practised[0], "Say it, in other words?", "what was sure but wrong comes first");
    screen.says("You passed on ");
    screen.open("progress.html");
    screen.link("Certificate").follow();
    screen.textbox("Your name").fill("Ada Lovelace");
    screen.says("Ada Lovelace");
    screen.button("Print").appears();

    days_pass(screen, 2);
    screen.open("index.html");
    screen.link("Recall").follow();
    screen.button("Start: 6 questions").click();
    answer_all(screen, |_| "Yes");
    screen.says("That was the recall.");

    days_pass(screen, 11);
    screen.open("index.html");
    screen.link("Recall").follow();
    screen.button("Start: 6 questions").click();
    answer_all(screen, |_| "Yes");
    screen.open("progress.html");
    screen.says("You passed on ");
}
