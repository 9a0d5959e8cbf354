//! A course in which three clauses can be mastered, and a learner on other days.

use crate::harness::{Course, Lesson, Look, Question, Screen};

/// A question with a right and a wrong option.
pub fn ask(id: &str, title: &str, clause: &str) -> Question {
    let right = format!("Because of {id}.");
    Question::quiz(id, title)
        .set(&format!("clause={clause}"))
        .right("{#yes} Yes", &right)
        .wrong("{#no} No", "It is the other way round.")
}

/// Three modules with a clause each. The first question of each has a variant.
pub fn course() -> Course {
    let module = |id: &str, title: &str, clause: &str| {
        let variant = ask(&format!("{id}-other"), &format!("{title}, in other words?"), clause);
        Lesson::new(id, title)
            .ask(ask(&format!("{id}-one"), &format!("{title}, first?"), clause))
            .ask(variant.set(&format!("variant-of={id}-one")))
            .ask(ask(&format!("{id}-two"), &format!("{title}, second?"), clause))
    };
    Course::new()
        .lesson("01-say/01-say.md", module("say", "Say it", "DSC-1"))
        .lesson("02-stars/01-stars.md", module("stars", "No stars", "DSC-2"))
        .lesson("03-rights/01-rights.md", module("rights", "Your rights", "RGT-1"))
}

/// Answers the question with this title.
pub fn answer(screen: &Screen, title: &str, option: &str) {
    let question = screen.region(title);
    question.radio(option).click();
    question.button("Check").click();
    question.group(if option == "Yes" { "Right." } else { "Not quite." }).appears();
}

/// Answers whatever questions are asked one after the other; gives their titles.
pub fn answer_all(screen: &Screen, option: impl Fn(&str) -> &'static str) -> Vec<String> {
    let mut titles = Vec::new();
    loop {
        let title = screen.wait_for("a question is asked", || {
            let title =
                screen.try_script("return document.querySelector('section.question h2')?.textContent");
            let title = title.and_then(|title| title.as_str().map(str::to_owned));
            title.filter(|title| titles.last() != Some(title)).ok_or("there is none".to_owned())
        });
        answer(screen, &title, option(&title));
        titles.push(title);
        if screen.button("Finish").is_there() {
            screen.button("Finish").click();
            return titles;
        }
        screen.button("Next question").click();
    }
}

/// From the next page on it is so many days later than it was.
pub fn days_pass(screen: &Screen, days: u32) {
    screen.before_each_page(&format!(
        "{{
            const Earlier = Date;
            const later = {days} * 86400000;
            window.Date = class extends Earlier {{
                constructor(...given) {{ given.length ? super(...given) : super(Earlier.now() + later); }}
                static now() {{ return Earlier.now() + later; }}
            }};
        }}"
    ));
}
