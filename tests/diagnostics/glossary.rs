//! `glossary.md`.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn a_glossary_has_terms() {
    assert_snapshot!(course().glossary("# Words\n\nhandle - a name\n").diagnostics(), @"
    warning[no-terms]: this glossary has no terms
     --> glossary.md:1:1
      |
    1 | # Words
      | ^
      |
      = help: write the term on one line and `: its meaning` on the next
    ");
    assert_eq!(course().glossary("").codes(), ["no-terms"]);
}

#[test]
fn a_term_stands_once_in_the_whole_glossary() {
    assert_snapshot!(course().glossary("handle\n: name\n\n## More\n\nHandle\n: again\n").diagnostics(), @"
    error[duplicate-id]: two terms have the id `handle`; the first is at glossary.md:1:1
     --> glossary.md:6:1
      |
    6 | Handle
      | ^^^^^^
      |
      = help: join the two
    ");
}

#[test]
fn a_term_has_a_letter_or_a_digit() {
    assert_snapshot!(course().glossary("Größe\n: x\n\n🚀\n: x\n").diagnostics(), @"
    error[no-slug]: this term needs an id: no id can be made of its text
     --> glossary.md:4:1
      |
    4 | 🚀
      | ^^
      |
      = help: write it with a letter or a digit
    ");
}

#[test]
fn a_term_without_letters_is_linked_nowhere() {
    assert!(!course().glossary("🚀\n: x\n").body("A 🚀 flies.\n").html().contains("class=\"term\""));
}

#[test]
fn a_term_in_a_quote_is_no_term() {
    let course = course().glossary("handle\n: name\n\n> feed\n> : posts\n").body("A feed and a handle.\n");
    assert_eq!(course.html().matches("class=\"term\"").count(), 1);
}

#[test]
fn a_glossary_has_a_title_and_no_other_key() {
    assert_snapshot!(course().glossary("---\ntitel: Words\n---\nhandle\n: name\n").diagnostics(), @"
    error[unknown-key]: unknown key `titel`
     --> glossary.md:2:1
      |
    2 | titel: Words
      | ^^^^^
      |
      = help: did you mean `title`? Possible: title
    ");
}

#[test]
fn a_heading_of_a_glossary_has_no_class() {
    assert_snapshot!(course().glossary("## Words {.quiz}\n\nhandle\n: name\n").diagnostics(), @"
    error[misplaced-class]: `.quiz` has no meaning here
     --> glossary.md:1:11
      |
    1 | ## Words {.quiz}
      |           ^^^^^
      |
      = help: `.quiz` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists
    ");
}

#[test]
fn details_may_stand_between_terms() {
    assert_eq!(course().glossary("<details>\n\nText.\n\n</details>\n\nhandle\n: name\n").diagnostics(), "");
}
