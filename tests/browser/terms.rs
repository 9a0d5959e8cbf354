//! A term says what it means where it stands.

use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Screen, Workshop};
use crate::samples::biscuits;

const LESSON: &str = "start/words.html";

fn course() -> Course {
    let text = "At **Acme** nobody has to post. Advocacy is something that you choose.\n\n".repeat(20);
    Course::new()
        .lesson("01-start/01-words.md", Lesson::new("words", "Words").text(&text).ask(biscuits()))
        .file("glossary.md", "# Glossary\n\nAcme\n: The company. See [DSC-1] and [our page](policy.md).\n\nAdvocacy\n: Speaking well of it, *freely*.\n")
}

fn focus_on_term(screen: &Screen, name: &str) {
    screen.script(&format!(
        "[...document.querySelectorAll('a.term')].find(link => link.textContent === '{name}').focus()"
    ));
}

#[test]
fn a_click_on_a_term_says_what_it_means_without_leaving_the_page() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    screen.says_nothing_of("The company.");
    screen.link("Acme").click();
    let meaning = screen.dialog("Acme");
    meaning.says("The company.");
    meaning.has_focus();
    assert_eq!(screen.address(), LESSON);
    assert!(meaning.top() > screen.link("Acme").top());
    screen.heading("Words").click();
    meaning.is_gone();
    screen.link("Advocacy").click();
    screen.dialog("Advocacy").says("Speaking well of it, freely.");
    screen.says_nothing_of("The company.");
    screen.dialog("Advocacy").button("Close").click();
    screen.dialog("Advocacy").is_gone();
}

#[test]
fn the_keyboard_opens_and_closes_a_term_and_comes_back_to_it() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    focus_on_term(screen, "Acme");
    screen.press(Key::Enter);
    let meaning = screen.dialog("Acme");
    meaning.has_focus();
    screen.press(Key::Tab);
    meaning.link("DSC-1").has_focus();
    screen.press(Key::Escape);
    meaning.is_gone();
    screen.link("Acme").has_focus();
    screen.press(Key::Tab);
    screen.link("Advocacy").has_focus();
    screen.press(Key::Enter);
    screen.dialog("Advocacy").has_focus();
}

#[test]
fn a_screen_reader_is_told_name_and_meaning() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    screen.link("Acme").click();
    screen.dialog("Acme").has_focus();
    let described = "
        const dialog = document.activeElement;
        return dialog.getAttribute('role') + ': '
            + document.getElementById(dialog.getAttribute('aria-describedby')).textContent.trim()";
    assert_eq!(screen.script(described), "dialog: The company. See DSC-1 and our page.");
    let announced =
        "return [...document.querySelectorAll('a.term')].every(link => link.ariaHasPopup === 'dialog')";
    assert_eq!(screen.script(announced), true);
}

#[test]
fn the_popover_leads_to_the_glossary_and_to_what_a_meaning_links_to() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    screen.link("Acme").click();
    screen.dialog("Acme").link("DSC-1").follow();
    assert_eq!(screen.address(), "policy.html#DSC-1");
    screen.open(LESSON);
    for _ in 0..2 {
        screen.link("Acme").click();
        screen.dialog("Acme").link("our page").appears();
        screen.press(Key::Escape);
        screen.dialog("Acme").is_gone();
    }
    screen.link("Acme").click();
    screen.dialog("Acme").link("our page").follow();
    assert_eq!(screen.address(), "policy.html");
    screen.open(LESSON);
    screen.link("Acme").click();
    screen.dialog("Acme").link("Open the glossary").follow();
    assert_eq!(screen.address(), "glossary.html#acme");
}

#[test]
fn a_click_with_a_key_held_down_stays_a_link() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    let stays = "
        const link = document.querySelector('a.term');
        let prevented;
        addEventListener('click', event => { prevented = event.defaultPrevented; event.preventDefault(); });
        const pressed = keys => {
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }));
            return prevented;
        };
        return [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, {}].map(pressed).join()";
    assert_eq!(screen.script(stays), "false,false,false,true");
}

#[test]
fn a_glossary_that_cannot_be_loaded_is_opened_as_a_page() {
    let workshop = Workshop::of(&course());
    workshop.lose("_workshop/glossary.");
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open(LESSON);
    screen.link("Acme").follow();
    assert_eq!(screen.address(), "glossary.html#acme");
}

#[test]
fn a_term_that_is_open_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(LESSON);
    screen.link("Acme").click();
    screen.dialog("Acme").has_focus();
    has_no_barriers(screen);
}
