//! Handouts: the slides on paper, with and without notes, and a lesson on paper.

use crate::harness::{Course, Lesson, Look, Screen, Sheet, Workshop};
use crate::samples::{TEA, biscuits, drink, drink_tea};

const SLIDES: &str = "projector.html#session=paper&modules=start&print=slides";
const NOTES: &str = "presenter.html#session=paper&modules=start&print=notes";
const PIXELS_TO_MILLIMETRES: f64 = 25.4 / 96.0;
const A4: (u32, u32) = (210, 297);

/// A lesson with a drawing, notes, and two questions.
fn course() -> Course {
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='320'/>";
    let tea = Lesson::new("tea", "All about tea")
        .text("Tea came first.\n\nThe trainer says why.\n\n### Notes {.notes}\n\nAsk who had tea today.")
        .text("## A pot {#pot}\n\n![A pot](pot.svg)\n\nIt is [blue](https://example.org/blue).\n\nIt holds [a litre](https://example.org/litre).")
        .ask(drink().part("notes", "Nobody has to tell."))
        .ask(biscuits());
    Course::new().lesson("01-start/01-tea.md", tea).file("01-start/pot.svg", drawing)
}

/// A window that only counts how often it would print.
fn opened(workshop: &Workshop, page: &str) -> Screen {
    let screen = workshop.visit();
    screen.before_each_page("window.printed = 0; window.print = () => { window.printed += 1; };");
    screen.open(page);
    screen
}

/// The sheets of a page that a link has asked to print.
fn printed(workshop: &Workshop, page: &str) -> Vec<Sheet> {
    let screen = opened(workshop, page);
    screen.wait_for_script("the page is printed", "return window.printed === 1");
    screen.print()
}

/// Whether any of the sheets says this.
fn any_says(sheets: &[Sheet], words: &str) -> bool {
    sheets.iter().any(|sheet| sheet.says(words))
}

#[test]
fn slides_are_printed_one_a_page_with_the_questions_answers_and_without_notes() {
    let workshop = Workshop::of(&course());
    let sheets = printed(&workshop, SLIDES);
    let titles = [
        "All about tea",
        "All about tea",
        "A pot",
        "What do you drink?",
        "What do you drink?",
        "Which biscuits?",
        "Which biscuits?",
    ];
    assert_eq!(sheets.len(), titles.len(), "{sheets:?}");
    for (sheet, title) in sheets.iter().zip(titles) {
        assert!(sheet.begins_with(title), "{title}: {sheet:?}");
        let millimetres = |pixels: f64| (pixels * PIXELS_TO_MILLIMETRES).round() as u32;
        assert_eq!(sheet.size, (millimetres(1280.0), millimetres(720.0)));
        for words in ["Ask who had tea", "The trainer says", "Nobody has to tell", "example.org"] {
            assert!(!sheet.says(words), "{words}: {sheet:?}");
        }
    }
    let (asked, answered) = (&sheets[3], &sheets[4]);
    assert!(asked.says("Coffee") && !asked.says("Beans in hot water."), "{asked:?}");
    assert!(answered.says("Coffee") && answered.says("Beans in hot water."), "{answered:?}");
}

#[test]
fn the_trainers_slides_are_printed_with_notes_and_with_what_there_is_to_say() {
    let workshop = Workshop::of(&course());
    let sheets = printed(&workshop, NOTES);
    assert!(sheets.iter().all(|sheet| sheet.size == A4), "{sheets:?}");
    let together = [
        ["Tea came first.", "Ask who had tea today.", "The trainer says why."],
        ["A pot", "It holds a litre", "https://example.org/litre"],
        ["What do you drink?", "Nobody has to tell.", "Coffee"],
    ];
    for words in together {
        let is_there = |sheet: &Sheet| words.iter().all(|words| sheet.says(words));
        assert!(sheets.iter().any(is_there), "{words:?}: {sheets:?}");
    }
    assert!(any_says(&sheets, "Beans in hot water."), "{sheets:?}");
    // Each slide is whole, down to its number: the questions with options, then with answers.
    for (number, times) in [("1 / 5", 1), ("2 / 5", 1), ("3 / 5", 1), ("4 / 5", 2), ("5 / 5", 2)] {
        let found: usize = sheets.iter().map(|sheet| sheet.times(number)).sum();
        assert_eq!(found, times, "{number}: {sheets:?}");
    }
}

#[test]
fn notes_that_need_more_than_a_page_go_on_on_the_next() {
    let notes: String = (1..=60).map(|number| format!("Thought {number} of sixty.\n\n")).collect();
    let lesson = Lesson::new("tea", "Tea").text(&format!("Tea.\n\n### Notes {{.notes}}\n\n{notes}"));
    let sheets = printed(&Workshop::of(&Course::new().lesson("01-start/01-tea.md", lesson)), NOTES);
    for number in 1..=60 {
        let thought = format!("Thought {number} of sixty.");
        assert!(any_says(&sheets, &thought), "{thought}: {sheets:?}");
    }
    assert!(sheets.len() > 2 && !sheets.iter().any(Sheet::is_empty), "{sheets:?}");
}

#[test]
fn what_is_longer_than_a_slide_is_printed_whole() {
    let long: String = (1..=150).map(|number| format!("word{number} and so on ")).collect();
    let lesson = Lesson::new("tea", "Tea").text(&format!("## Long {{#long}}\n\n{long}"));
    let sheets = printed(&Workshop::of(&Course::new().lesson("01-start/01-tea.md", lesson)), SLIDES);
    for number in 1..=150 {
        let word = format!("word{number} and");
        assert!(any_says(&sheets, &word), "{word}: {sheets:?}");
    }
    assert!(!sheets.iter().any(Sheet::is_empty), "{sheets:?}");
}

#[test]
fn only_a_link_that_asks_for_it_prints() {
    let workshop = Workshop::of(&course());
    let screen = &opened(&workshop, "projector.html#session=paper&modules=start");
    screen.says("All about tea");
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert_eq!(screen.script("return window.printed"), 0);
}

#[test]
fn a_lesson_is_a_handout_with_its_questions_and_none_of_the_reasons() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.region("What do you drink?").button("Check").appears();
    let sheets = screen.print();
    for words in [
        "All about tea",
        "Tea came first.",
        "The trainer says why.",
        "a litre (https://example.org/litre)",
        "Coffee",
        "Water",
        "Choose all that apply",
        "Nut",
    ] {
        assert!(any_says(&sheets, words), "{words}: {sheets:?}");
    }
    for words in [
        "Beans in hot water.",
        "Beans win",
        "keeps you awake",
        "Ask who had tea",
        "Check",
        "How sure",
        "Hint",
        "Home /",
        "My progress",
        "My notes",
        "Started",
        "Bookmark",
        "Read aloud",
    ] {
        assert!(!any_says(&sheets, words), "{words}: {sheets:?}");
    }
    let asks = |sheet: &&Sheet| sheet.says("What do you drink?");
    assert!(sheets.iter().find(asks).is_some_and(|sheet| sheet.says("Water")), "{sheets:?}");
}

#[test]
fn what_was_answered_is_printed_as_it_is_on_the_screen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    let sheets = screen.print();
    for words in ["Not quite.", "Leaves in hot water.", "Beans win every time."] {
        assert!(any_says(&sheets, words), "{words}: {sheets:?}");
    }
    for words in ["Nothing in cold water.", "Oats are grain.", "Try again"] {
        assert!(!any_says(&sheets, words), "{words}: {sheets:?}");
    }
}

#[test]
fn what_belongs_together_can_be_written_down_on_paper() {
    let pairs = "## Who says what? {#pairs .quiz .match}\n\n| Who | What |\n|---|---|\n\
        | {#cat} The cat | Miaow |\n| {#dog} The dog | Woof |\n";
    let lesson = Lesson::new("tea", "Tea").text(pairs);
    let workshop = Workshop::of(&Course::new().lesson("01-start/01-tea.md", lesson));
    let screen = &workshop.visit();
    screen.open(TEA);
    screen.region("Who says what?").button("Check").appears();
    let sheets = screen.print();
    for words in ["The cat", "The dog", "Miaow", "Woof"] {
        assert!(any_says(&sheets, words), "{words}: {sheets:?}");
    }
}
