//! The small course of most tests, and what a learner does in it.

use crate::harness::{Course, Lesson, Look, Question, Screen};

/// One right option of three.
pub fn drink() -> Question {
    Question::quiz("drink", "What do you drink?")
        .set("clause=DSC-1")
        .wrong("{#tea} Tea", "Leaves in hot water.")
        .right("{#coffee} Coffee", "Beans in hot water.")
        .wrong("{#water} Water", "Nothing in cold water.")
        .part("hint", "It keeps you awake.")
        .part("why", "Beans win every time.")
}

/// Two right options of three.
pub fn biscuits() -> Question {
    Question::quiz("biscuits", "Which biscuits?")
        .right("{#oat} Oat", "Oats are grain.")
        .right("{#rye} Rye", "Rye is grain too.")
        .wrong("{#nut} Nut", "A nut is no grain.")
}

pub fn release() -> Question {
    Question::scenario("release", "Proud of the release", "Love how fast the new Acme app is!")
        .set("platform=linkedin")
        .wrong("POST", "Readers cannot see that you work there.")
        .right("FIX", "One sentence at the start is enough.")
        .wrong("DON'T", "You may be proud aloud.")
        .wrong("YOURS", "It promotes a product.")
        .part("fixed", "> I work at Acme, and I love how fast our app is!")
}

pub fn tea() -> Lesson {
    Lesson::new("tea", "All about tea").text("Tea came first.").ask(drink()).ask(biscuits())
}

/// Two modules, three lessons: two questions, a scenario, nothing but text.
pub fn course() -> Course {
    Course::new()
        .lesson("01-start/01-tea.md", tea())
        .lesson("01-start/02-posts.md", Lesson::new("posts", "Your first post").ask(release()))
        .lesson(
            "02-more/01-reading.md",
            Lesson::new("reading", "Only to read").text("Nothing is asked here."),
        )
        .file("glossary.md", "# Glossary\n\nAcme\n: The company.\n")
}

/// One lesson with three questions.
pub fn one_lesson() -> Course {
    let all = Lesson::new("all", "All at once").ask(drink()).ask(biscuits()).ask(release());
    Course::new().lesson("01-start/01-all.md", all)
}

pub const ALL: &str = "start/all.html";
pub const TEA: &str = "start/tea.html";
pub const POSTS: &str = "start/posts.html";

/// Chooses an option of a question with one right option, and checks it.
pub fn answer(screen: &Screen, question: &str, option: &str) {
    screen.region(question).radio(option).click();
    screen.region(question).button("Check").click();
}

pub fn drink_tea(screen: &Screen) {
    answer(screen, "What do you drink?", "Tea");
    screen.region("What do you drink?").group("Not quite.").appears();
}

pub fn drink_coffee(screen: &Screen) {
    answer(screen, "What do you drink?", "Coffee");
    screen.region("What do you drink?").group("Right.").appears();
}

/// Answers every question of any lesson by its first option, and opens whatever can be opened.
pub fn answer_by_first_options(screen: &Screen) {
    screen.script(
        "for (const form of document.querySelectorAll('[data-question] form')) {
            form.querySelector('input').click();
            form.querySelector('button[type=submit]').click();
        }",
    );
    screen.says("All questions answered. This lesson is done.");
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
}

/// All that My progress says.
pub fn progress(screen: &Screen) -> String {
    screen.open("progress.html");
    screen.table("By module").appears();
    screen.text()
}
