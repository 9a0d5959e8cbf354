//! Footnotes.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn a_footnote_that_is_defined_nowhere_is_not_read_as_text() {
    assert_snapshot!(course().body("Größe[^size] and `[^code]` and \\[^no].\n").diagnostics(), @r"
    error[missing-footnote]: the footnote `size` is not defined
     --> 01-start/01-why.md:4:6
      |
    4 | Größe[^size] and `[^code]` and \[^no].
      |      ^^^^^^^
      |
      = help: add a line `[^size]: …`
    ");
}

#[test]
fn capital_letters_count_in_a_footnote() {
    assert_snapshot!(course().body("Size[^Size].\n\n[^size]: Text.\n").diagnostics(), @"
    error[missing-footnote]: the footnote `Size` is not defined
     --> 01-start/01-why.md:4:5
      |
    4 | Size[^Size].
      |     ^^^^^^^
      |
      = help: add a line `[^Size]: …`

    warning[unused-footnote]: nothing refers to the footnote `size`
     --> 01-start/01-why.md:6:1
      |
    6 | [^size]: Text.
      | ^^^^^^^
      |
      = help: refer to it with `[^size]`, or delete it
    ");
}

#[test]
fn a_footnote_that_nothing_refers_to_is_a_warning() {
    assert_snapshot!(course().body("Text.\n\n[^größe]: Text\n    over lines.\n").diagnostics(), @"
    warning[unused-footnote]: nothing refers to the footnote `größe`
     --> 01-start/01-why.md:6:1
      |
    6 | [^größe]: Text
      | ^^^^^^^^
      |
      = help: refer to it with `[^größe]`, or delete it
    ");
}

#[test]
fn a_footnote_is_defined_once() {
    assert_snapshot!(course().body("Text[^1].\n\n[^1]: One.\n\n[^1]: Two.\n").diagnostics(), @"
    error[duplicate-id]: two footnotes have the id `1`; the first is at 01-start/01-why.md:6:1
     --> 01-start/01-why.md:8:1
      |
    8 | [^1]: Two.
      | ^^^^
      |
      = help: give one of them another id
    ");
}

#[test]
fn what_stands_in_a_footnote_is_checked_at_its_place() {
    assert_snapshot!(course().body("Text[^1].\n\n[^1]: One.\n\n    See [DSC-9].\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DSC-9`
     --> 01-start/01-why.md:8:9
      |
    8 |     See [DSC-9].
      |         ^^^^^^^
      |
      = help: did you mean `DSC-1`?
    ");
}

#[test]
fn a_footnote_may_be_defined_in_a_quote_and_refer_to_another() {
    let course = course().body("> Text[^1].\n>\n> [^1]: One[^2].\n\n[^2]: Two.\n");
    assert_eq!(course.diagnostics(), "");
    assert!(course.html().contains("One") && course.html().contains("Two"));
}

#[test]
fn footnotes_of_every_page_are_shown() {
    let text = "Text[^1].\n\n[^1]: The note.\n";
    let pages = [
        course().file("01-start/index.md", &format!("# Start\n\n{text}")),
        course().policy(&format!("---\nversion: 1\n---\n{text}")),
        course().glossary(&format!("term\n: meaning[^1]\n\n{text}")),
    ];
    for page in pages {
        assert_eq!(page.diagnostics(), "");
        assert!(page.html().contains("The note."), "{}", page.html());
    }
}
