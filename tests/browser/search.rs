//! Search finds places as one types, and leads to them.

use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Course, Lesson, Look, Question, Screen, Workshop};
use crate::hosting::requests;
use crate::keyboard::tab_to;
use crate::samples::{TEA, course};

const SEARCH: &str = "search.html";
const FIELD: &str = "Words, or a clause such as DSC-2";

/// The course of most tests, and a lesson that is longer than a window.
fn long_course() -> Course {
    let filler = "Water boils and leaves wait. ".repeat(60);
    let lesson = Lesson::new("history", "A long history")
        .text("Nobody knows who drank first.")
        .text(&format!("## Long ago\n\n{filler}"))
        .text("## The crème brûlée\n\nA **pudding** came to the table of the Empress.")
        .ask(
            Question::quiz("serve", "Who serves?")
                .right("The host", "By custom.")
                .wrong("The guest", "Never."),
        )
        .text("## In the end\n\nThe empress of puddings had left.");
    course().lesson("02-more/02-history.md", lesson)
}

fn type_in(screen: &Screen, words: &str) {
    screen.searchbox(FIELD).fill(words);
}

/// The text of each result, best first.
fn results(screen: &Screen) -> Vec<String> {
    let texts = screen.script(
        "return [...document.querySelectorAll('[aria-label=Results] li')].map(line => line.innerText)",
    );
    let lines = texts.as_array().into_iter().flatten().filter_map(|text| text.as_str());
    lines.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_lesson_is_found_by_a_word_of_its_text() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    screen.says("Searches all lessons");
    type_in(screen, "pudding");
    screen.says("Found in 2 places");
    assert_eq!(
        results(screen),
        ["The crème brûlée Lesson More › A long history", "In the end Lesson More › A long history"]
    );
    screen.link("The crème brûlée").follow();
    assert!(screen.address().starts_with("more/history.html"), "{}", screen.address());
}

#[test]
fn a_clause_a_question_and_a_term_are_found() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    for (words, result) in [
        ("dsc 2", "DSC-2: No reviews of our own Policy Our policy"),
        ("DSC-2", "DSC-2: No reviews of our own Policy Our policy"),
        ("biscuits", "Which biscuits? Question Start › All about tea"),
        ("company", "Acme Glossary"),
        ("only read", "Only to read Lesson More"),
    ] {
        type_in(screen, words);
        screen.wait_until(&format!("{words} finds “{result}” first"), || {
            results(screen).first().is_some_and(|first| first == result)
        });
    }
    // What the right answer is, is nobody's to find.
    type_in(screen, "leaves hot water");
    screen.says("Nothing found for “leaves hot water”.");
}

#[test]
fn a_word_is_found_while_it_is_typed_whatever_its_case_and_accents() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    screen.searchbox(FIELD).has_focus();
    for key in "CREME bru".chars() {
        screen.press(key);
    }
    screen.says("Found in 1 place");
    screen.link("The crème brûlée").appears();
    let marked =
        screen.script("return [...document.querySelectorAll('mark')].map(mark => mark.textContent).join()");
    assert_eq!(marked, "crème,brûlée");
}

#[test]
fn nothing_found_says_what_to_try_and_offers_the_nearest_word() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    type_in(screen, "puding empress");
    screen.says("Nothing found for “puding empress”.");
    screen.says("Try fewer words");
    screen.button("Did you mean “pudding empress”?").click();
    screen.says("Found in 1 place");
    screen.searchbox(FIELD).has_focus();
}

#[test]
fn the_number_of_places_is_announced_once_typing_has_settled() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    screen.script(
        "window.told = [];
         new MutationObserver(changes => changes.forEach(change => change.target.textContent && window.told.push(change.target.textContent)))
            .observe(document.querySelector('[role=status].visually-hidden'), { childList: true, characterData: true, subtree: true })",
    );
    // In one go: what a driver types key by key may pause for as long as it takes to settle.
    screen.script(
        "const input = document.querySelector('[role=search] input');
         for (const key of 'pudding') {
             input.value += key;
             input.dispatchEvent(new InputEvent('input', { bubbles: true }));
         }",
    );
    screen.announces("Found in 2 places");
    assert_eq!(screen.script("return window.told.join()"), "Found in 2 places");
}

#[test]
fn the_place_is_in_view_with_its_words_highlighted_and_the_focus_at_its_heading() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    type_in(screen, "empress pud");
    screen.link("In the end").follow();
    screen.wait_for_script(
        "the words are highlighted",
        "return [...CSS.highlights.get('found') ?? []].map(String).join() === 'empress,puddings'",
    );
    screen.heading("In the end").has_focus();
    let top = screen.heading("In the end").top();
    assert!((0.0..700.0).contains(&top), "{top}");
    assert!(screen.address().ends_with("#in-the-end"));
}

#[test]
fn questions_clauses_and_terms_are_places_too() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    for (words, link, heading, highlighted) in [
        ("drink", "What do you drink?", "What do you drink?", "drink"),
        ("stars", "DSC-2: No reviews of our own", "DSC-2 No reviews of our own", "stars"),
        ("tea first", "All about tea", "All about tea", "tea,Tea,first"),
    ] {
        screen.open(SEARCH);
        type_in(screen, words);
        screen.link(link).follow();
        let found =
            format!("return [...CSS.highlights.get('found') ?? []].map(String).join() === '{highlighted}'");
        screen.wait_for_script(&format!("“{highlighted}” is highlighted"), &found);
        screen.heading(heading).has_focus();
    }
    screen.open(SEARCH);
    type_in(screen, "acme company");
    screen.link("Acme").follow();
    screen.wait_for_script("the term is highlighted", "return CSS.highlights.get('found')?.size === 2");
    assert_eq!(screen.script("return document.activeElement.id"), "acme");
}

#[test]
fn a_browser_without_highlights_leads_to_the_place_all_the_same() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.before_each_page("delete globalThis.Highlight; delete CSS.highlights");
    screen.open("more/history.html?find=empress#in-the-end");
    screen.heading("In the end").has_focus();
}

#[test]
fn what_is_to_be_found_is_only_text() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("search.html#q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
    screen.says("Nothing found for “<img src=x onerror=alert(1)>”.");
    for odd in ["%", "%E0%A4%A", "", "%3Cb%3E", "&find=&=&"] {
        screen.open(&format!("{TEA}?find={odd}#tea%"));
        screen.says("Tea came first.");
    }
}

#[test]
fn search_is_used_with_the_keyboard_alone() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(TEA);
    tab_to(screen, "link", "Search");
    screen.script("window.isBeingLeft = true");
    screen.press(Key::Enter);
    screen.is_ready_anew();
    screen.searchbox(FIELD).has_focus();
    for key in "nobody".chars() {
        screen.press(key);
    }
    screen.says("Found in 1 place");
    screen.press(Key::Escape);
    screen.says("Searches all lessons");
    screen.searchbox(FIELD).has_focus();
    for key in "empress".chars() {
        screen.press(key);
    }
    screen.says("Found in 2 places");
    screen.press(Key::Enter);
    screen.announces("Found in 2 places");
    tab_to(screen, "link", "In the end");
    screen.script("window.isBeingLeft = true");
    screen.press(Key::Enter);
    screen.is_ready_anew();
    screen.heading("In the end").has_focus();
}

#[test]
fn back_brings_the_results_back() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    type_in(screen, "crème & empress");
    screen.link("The crème brûlée").follow();
    screen.go_back();
    screen.says("Found in 1 place");
    assert_eq!(screen.script("return document.querySelector('input[type=search]').value"), "crème & empress");
    screen.reload();
    screen.says("Found in 1 place");
    assert_eq!(screen.address(), "search.html#q=cr%C3%A8me%20%26%20empress");
}

#[test]
fn the_index_is_loaded_by_the_search_page_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    for page in workshop.pages().iter().filter(|page| *page != SEARCH) {
        screen.open(page);
    }
    let is_index = |address: &String| address.ends_with(".bin");
    assert_eq!(requests(screen).iter().find(|address| is_index(address)), None);
    screen.open(SEARCH);
    assert!(requests(screen).iter().any(is_index));
}

#[test]
fn an_index_that_is_missing_is_said() {
    let workshop = Workshop::of(&course());
    workshop.lose("_workshop/search.");
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open(SEARCH);
    screen.says("The search could not be loaded.");
}

#[test]
fn search_has_no_barriers() {
    let workshop = Workshop::of(&long_course());
    let screen = &workshop.visit();
    screen.open(SEARCH);
    has_no_barriers(screen);
    type_in(screen, "empress");
    screen.says("Found in 2 places");
    has_no_barriers(screen);
    type_in(screen, "emprss");
    screen.button("Did you mean “empress”?").appears();
    has_no_barriers(screen);
    screen.open("more/history.html?find=empress#in-the-end");
    has_no_barriers(screen);
}
