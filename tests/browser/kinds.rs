//! Each way to answer: what it looks like to assistive technology, what it takes, what it says.

use serde_json::json;
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Look, Screen, Workshop};

const KINDS: &str = "start/kinds.html";

/// A lesson with one question of each kind that has fields of its own.
const LESSON: &str = r"---
id: kinds
title: Ways to answer
minutes: 5
---

## Which word comes first? {#word .quiz .text clause=DSC-1}

The hashtag for a paid post.

- [x] ad
- [x] advertisement
- [ ] sponsored
  > Some readers do not know it.

## How many stars? {#stars .quiz .number tolerance=1}

- [x] 23
  > Counted twice.
- [ ] 280
  > That was another place.

## The account is lost {#lost .quiz .order}

1. {#lock} Lock the account
2. {#tell} Tell the team
3. {#change} Change the password
4. {#learn} Write down what was learnt

### Why {.why}
Nobody else must post meanwhile.

## Who says so? {#who .quiz .match}

| Words | Speaker |
| --- | --- |
| {#we} We are hiring | The company |
| {#i} I like it here | An employee |
| {#you} You should work there | A friend |

## Do you post at all? {#post .quiz .poll}

- {#often} Often
- {#never} Never
";

fn workshop() -> Workshop {
    Workshop::of(&Course::new().file("01-start/01-kinds.md", LESSON))
}

const WORD: &str = "Which word comes first?";
const STARS: &str = "How many stars?";
const LOST: &str = "The account is lost";
const WHO: &str = "Who says so?";
const POST: &str = "Do you post at all?";

/// The steps as they lie on the screen.
fn steps(screen: &Screen) -> Vec<String> {
    let words = "return [...document.querySelectorAll('.to-order .step')].map(step => step.textContent)";
    let words = screen.script(words);
    words.as_array().into_iter().flatten().filter_map(|step| step.as_str().map(str::to_owned)).collect()
}

const RIGHT_ORDER: [&str; 4] =
    ["Lock the account", "Tell the team", "Change the password", "Write down what was learnt"];

/// Puts the steps in the right order by their buttons.
fn put_in_order(screen: &Screen, press: impl Fn(&str)) {
    for (place, step) in RIGHT_ORDER.iter().enumerate() {
        let at = |screen: &Screen| steps(screen).iter().position(|found| found == step).expect("the step");
        for now in (place + 1..=at(screen)).rev() {
            press(&format!("Move up {step}"));
            screen.wait_until("the step has moved", || at(screen) == now - 1);
        }
    }
}

fn click_in_order(screen: &Screen) {
    put_in_order(screen, |button| screen.region(LOST).button(button).click());
}

#[test]
fn a_typed_word_is_right_whatever_its_case_and_accents() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(WORD);
    question.button("Check").click();
    question.says("Type your answer first.");
    question.textbox("Which word comes first? Your answer").fill(" Ád. ");
    screen.press(Key::Enter);
    question.group("Right.").has_focus();
    screen.announces("Right.");
    question.says("Your answer: Ád.");
    screen.reload();
    question.says("Your answer: Ád.");
}

#[test]
fn a_known_mistake_is_answered_with_its_reason() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(WORD);
    question.textbox("Which word comes first? Your answer").fill("SPONSORED");
    screen.press(Key::Enter);
    question.group("Not quite.").says("Some readers do not know it.");
    screen.says_nothing_of("advertisement");
    question.disclosure("Accepted answers and known mistakes").click();
    question.says("advertisement");
    question.button("Try again").click();
    question.textbox("Which word comes first? Your answer").has_focus();
}

#[test]
fn a_number_is_taken_as_people_write_it() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(STARS);
    let field = question.textbox("How many stars? Your answer, a number");
    field.fill("many");
    screen.press(Key::Enter);
    question.says("Type a number, as in 12 or 3.5.");
    field.fill("280");
    screen.press(Key::Enter);
    question.group("Not quite.").says("That was another place.");
    question.button("Try again").click();
    field.fill("23,5");
    screen.press(Key::Enter);
    question.group("Right.").says("Counted twice.");
}

#[test]
fn steps_are_put_in_order_by_buttons_and_each_move_is_announced() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(LOST);
    question.group("The account is lost Put the steps in order").appears();
    assert_ne!(steps(screen), RIGHT_ORDER);
    question.button("Check").click();
    question.says("Put the steps in order first.");
    let second = steps(screen)[1].clone();
    question.button(&format!("Move up {second}")).click();
    screen.announces(&format!("“{second}”: 1 of 4"));
    // At the upper end there is only one way to go on.
    question.button(&format!("Move down {second}")).has_focus();
    assert!(!question.button(&format!("Move up {second}")).is_enabled());
    screen.press(' ');
    screen.announces(&format!("“{second}”: 2 of 4"));
    question.button(&format!("Move down {second}")).has_focus();
    click_in_order(screen);
    question.button("Check").click();
    question.group("Right.").has_focus();
    question.says("Nobody else must post meanwhile.");
}

#[test]
fn steps_are_put_in_order_with_the_keyboard_alone() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    put_in_order(screen, |button| {
        for _ in 0..80 {
            if screen.focused() == ("button".to_owned(), button.to_owned()) {
                return screen.press(Key::Enter);
            }
            screen.press(Key::Tab);
        }
        panic!("Tab does not reach “{button}”\n{}", screen.state());
    });
    screen.region(LOST).button("Check").click();
    screen.region(LOST).group("Right.").appears();
}

#[test]
fn some_steps_in_order_earn_some_of_the_points() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(LOST);
    click_in_order(screen);
    question.button("Move down Lock the account").click();
    screen.wait_until("the step has moved", || steps(screen)[1] == "Lock the account");
    question.button("Check").click();
    question.group("Partly right: 1 of 3 steps follow each other as they should.").has_focus();
    question.says("Your order");
    question.says("Rightly follows");
    question.disclosure("The right order").click();
    let shown = question.text();
    let own = shown.find("Tell the team").expect("the learner’s order");
    let right = shown.rfind("Tell the team").expect("the right order");
    assert!(own < right, "both orders are shown");
}

#[test]
fn a_step_is_dragged_by_its_grip() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let before = steps(screen);
    drag(screen, mouse, 0, 2);
    let expected = [&before[1], &before[2], &before[0], &before[3]].map(Clone::clone);
    screen.wait_until("the step lies in the third place", || steps(screen) == expected);
    screen.announces(&format!("“{}”: 3 of 4", before[0]));
    drag(screen, mouse, 3, 0);
    screen.wait_until("the last step lies in the first place", || steps(screen)[0] == before[3]);
}

#[test]
fn a_step_is_dragged_with_a_finger() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    screen.open(KINDS);
    let before = steps(screen);
    drag(screen, finger, 3, 1);
    screen.wait_until("the last step lies in the second place", || steps(screen)[1] == before[3]);
}

#[test]
fn steps_are_put_in_order_by_tapping() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }));
    screen.open(KINDS);
    let before = steps(screen);
    let down = "const button = document.querySelector('.to-order .down');
                button.scrollIntoView({ block: 'center' });
                const box = button.getBoundingClientRect();
                return [box.x + box.width / 2, box.y + box.height / 2]";
    let place = screen.script(down);
    let at = (place[0].as_f64().expect("a place"), place[1].as_f64().expect("a place"));
    finger(screen, "Pressed", at);
    finger(screen, "Released", at);
    screen.wait_until("the first step lies in the second place", || steps(screen)[1] == before[0]);
}

/// A way to press, move and release at a place of the window.
type Pointer = fn(&Screen, &str, (f64, f64));

fn mouse(screen: &Screen, what: &str, (x, y): (f64, f64)) {
    let event = json!({
        "type": format!("mouse{what}"), "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1,
    });
    screen.devtools("Input.dispatchMouseEvent", event);
}

fn finger(screen: &Screen, what: &str, (x, y): (f64, f64)) {
    let (kind, points) = match what {
        "Pressed" => ("touchStart", json!([{ "x": x, "y": y }])),
        "Moved" => ("touchMove", json!([{ "x": x, "y": y }])),
        _ => ("touchEnd", json!([])),
    };
    screen.devtools("Input.dispatchTouchEvent", json!({ "type": kind, "touchPoints": points }));
}

/// Drags the step at one place to another.
fn drag(screen: &Screen, pointer: Pointer, from: usize, to: usize) {
    screen.script("document.querySelector('.to-order').scrollIntoView({ block: 'center' })");
    let grip = |place: usize| {
        let script = format!(
            "const box = document.querySelectorAll('.to-order .grip')[{place}].getBoundingClientRect();
             return [box.x + box.width / 2, box.y + box.height / 2]"
        );
        let found = screen.script(&script);
        (found[0].as_f64().expect("a place"), found[1].as_f64().expect("a place"))
    };
    let ((x, start), (_, end)) = (grip(from), grip(to));
    // A bit farther than the middle of the place.
    let end = if to > from { end + 6.0 } else { end - 6.0 };
    pointer(screen, "Pressed", (x, start));
    for part in 1..=8 {
        pointer(screen, "Moved", (x, start + (end - start) * f64::from(part) / 8.0));
    }
    pointer(screen, "Released", (x, end));
}

fn choose_pairs(screen: &Screen, partners: [&str; 3]) {
    let question = screen.region(WHO);
    for (item, partner) in ["We are hiring", "I like it here", "You should work there"].iter().zip(partners) {
        question.combobox(item).select(partner);
    }
}

#[test]
fn pairs_are_chosen_from_lists_and_earn_a_point_each() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(WHO);
    question.group("Who says so? Choose what belongs together").appears();
    question.combobox("We are hiring").select("A friend");
    question.button("Check").click();
    question.says("Choose a partner for each first.");
    choose_pairs(screen, ["The company", "The company (already chosen)", "A friend"]);
    question.says("The company (already chosen)");
    question.button("Check").click();
    question.group("Partly right: 2 of 3 pairs are right.").has_focus();
    question.says("Your choice");
    question.disclosure("The right pairs").click();
    question.says("An employee");
    question.button("Try again").click();
    question.combobox("We are hiring").has_focus();
    choose_pairs(screen, ["The company", "An employee", "A friend"]);
    question.button("Check").click();
    question.group("Right.").appears();
}

#[test]
fn pairs_are_chosen_with_the_keyboard_alone() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let tab_to = |role: &str, name: &str| {
        for _ in 0..80 {
            if screen.focused() == (role.to_owned(), name.to_owned()) {
                return;
            }
            screen.press(Key::Tab);
        }
        panic!("Tab does not reach the {role} “{name}”\n{}", screen.state());
    };
    for (item, letter) in [("We are hiring", 'T'), ("I like it here", 'A'), ("You should work there", 'A')] {
        tab_to("combobox", item);
        screen.press(letter);
    }
    screen.press(Key::Tab);
    tab_to("button", "Check");
    screen.press(Key::Enter);
    screen.wait_until("there is a verdict", || screen.text().contains("pairs are right."));
}

#[test]
fn a_poll_thanks_grades_nothing_and_can_be_changed() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let question = screen.region(POST);
    question.group("How sure are you?").is_gone();
    question.button("I don’t know").is_gone();
    question.radio("Often").click();
    question.button("Answer").click();
    question.group("Thank you.").has_focus();
    question.says("Nothing is graded here, and only you see your answer.");
    assert!(question.radio("Often").is_checked());
    question.button("Change my answer").click();
    question.radio("Often").has_focus();
    question.radio("Never").click();
    question.button("Answer").click();
    question.group("Thank you.").appears();
    screen.reload();
    assert!(question.radio("Never").is_checked());
    screen.open("progress.html");
    screen.table("By module").appears();
    screen.says("0 of 4");
}

#[test]
fn the_same_learner_sees_the_same_order_every_time() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    let before = steps(screen);
    screen.reload();
    assert_eq!(steps(screen), before);
}

/// Answers every question, none of them quite right.
fn answer_all(screen: &Screen) {
    for (question, field, text) in [
        (WORD, "Which word comes first? Your answer", "sponsored"),
        (STARS, "How many stars? Your answer, a number", "280"),
    ] {
        screen.region(question).textbox(field).fill(text);
        screen.region(question).radio("Sure").click();
    }
    click_in_order(screen);
    screen.region(LOST).button("Move down Lock the account").click();
    choose_pairs(screen, ["The company", "The company (already chosen)", "A friend"]);
    screen.region(POST).radio("Never").click();
    for question in [WORD, STARS, LOST, WHO] {
        screen.region(question).button("Check").click();
    }
    screen.region(POST).button("Answer").click();
    screen.says("All questions answered. This lesson is done.");
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
}

#[test]
fn no_kind_has_barriers_before_it_is_answered() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    has_no_barriers(screen);
}

#[test]
fn no_kind_has_barriers_once_it_is_answered() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    answer_all(screen);
    has_no_barriers(screen);
}

#[test]
fn no_request_for_an_answer_has_barriers() {
    let workshop = workshop();
    let screen = &workshop.visit();
    screen.open(KINDS);
    for question in [WORD, STARS, LOST, WHO] {
        screen.region(question).button("Check").click();
    }
    screen.says("Choose a partner for each first.");
    has_no_barriers(screen);
}
