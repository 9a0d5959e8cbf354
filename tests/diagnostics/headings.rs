//! Headings and what stands in their braces.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn a_misspelt_class_names_the_nearest() {
    assert_snapshot!(course().body("## Größe? {#size .quizz}\n").diagnostics(), @"
    error[unknown-class]: unknown class `.quizz`
     --> 01-start/01-why.md:4:18
      |
    4 | ## Größe? {#size .quizz}
      |                  ^^^^^^
      |
      = help: did you mean `.quiz`? Possible: .quiz, .scenario, .notes
    ");
}

#[test]
fn a_class_is_pointed_at_even_where_another_begins_like_it() {
    assert_snapshot!(course().body("## A text {.te .notes .text}\n").diagnostics(), @"
    error[unknown-class]: unknown class `.te`
     --> 01-start/01-why.md:4:12
      |
    4 | ## A text {.te .notes .text}
      |            ^^^
      |
      = help: did you mean `.text`?

    error[misplaced-class]: `.text` has no meaning here
     --> 01-start/01-why.md:4:23
      |
    4 | ## A text {.te .notes .text}
      |                       ^^^^^
      |
      = help: `.text` belongs beside `.quiz`
    ");
}

#[test]
fn a_class_without_its_dot_is_an_unknown_attribute() {
    assert_snapshot!(course().body("## Where? {quiz}\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `quiz`
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {quiz}
      |            ^^^^
      |
      = help: did you mean `.quiz`?
    ");
}

#[test]
fn an_id_without_its_hash_is_an_unknown_attribute() {
    assert_snapshot!(course().body("## Where? {dsc-where minutes=2}\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `dsc-where`
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {dsc-where minutes=2}
      |            ^^^^^^^^^
      |
      = help: did you mean `#dsc-where`?
    ");
}

#[test]
fn attributes_of_html_name_their_markdown() {
    assert_snapshot!(course().body("## Where? {id=where class=quiz}\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `id`
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {id=where class=quiz}
      |            ^^^^^^^^
      |
      = help: did you mean `#where`?

    error[unknown-attribute]: unknown attribute `class`
     --> 01-start/01-why.md:4:21
      |
    4 | ## Where? {id=where class=quiz}
      |                     ^^^^^^^^^^
      |
      = help: did you mean `.quiz`?
    ");
}

#[test]
fn a_misspelt_attribute_names_the_nearest() {
    assert_snapshot!(course().body("## Where? {minuts=2}\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `minuts`
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {minuts=2}
      |            ^^^^^^^^
      |
      = help: did you mean `minutes`? Possible: minutes
    ");
}

#[test]
fn blanks_around_the_sign_take_an_attribute_its_value() {
    assert_snapshot!(course().body("## Where? {minutes = 2}\n").diagnostics(), @"
    error[bad-value]: this value of `minutes` is not possible
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {minutes = 2}
      |            ^^^^^^^^^^^
      |
      = help: write its value behind it without blanks, as in `clause=DSC-2`
    ");
    assert_eq!(course().body("## Where? {minutes= 2}\n").codes(), ["bad-value"]);
    assert_eq!(course().body("## Where? {minutes =2}\n").codes(), ["bad-value"]);
}

#[test]
fn an_attribute_has_a_possible_value() {
    assert_snapshot!(course().body("## Where? {minutes=two}\n").diagnostics(), @"
    error[bad-value]: this value of `minutes` is not possible
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {minutes=two}
      |            ^^^^^^^^^^^
      |
      = help: write a whole number of minutes, 1 to 600
    ");
    assert_eq!(course().body("## Where? {minutes=0}\n").codes(), ["bad-value"]);
    assert_eq!(course().body("## Where? {minutes=601}\n").codes(), ["bad-value"]);
    assert_eq!(course().body("## Where? {minutes=600}\n").codes(), [""; 0]);
}

#[test]
fn an_attribute_without_a_value_is_pointed_at() {
    assert_snapshot!(course().body("## Where? {minutes}\n").diagnostics(), @"
    error[bad-value]: this value of `minutes` is not possible
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {minutes}
      |            ^^^^^^^
      |
      = help: write its value behind it without blanks, as in `clause=DSC-2`
    ");
}

#[test]
fn a_heading_has_one_id_and_each_key_once() {
    assert_snapshot!(course().body("## Where? {#a #b minutes=1 minutes=2}\n").diagnostics(), @"
    error[duplicate-key]: the key `id` stands here twice
     --> 01-start/01-why.md:4:15
      |
    4 | ## Where? {#a #b minutes=1 minutes=2}
      |               ^^
      |
      = help: keep one of the two

    error[duplicate-key]: the key `minutes` stands here twice
     --> 01-start/01-why.md:4:28
      |
    4 | ## Where? {#a #b minutes=1 minutes=2}
      |                            ^^^^^^^^^
      |
      = help: keep one of the two
    ");
}

#[test]
fn a_brace_that_is_not_closed_is_pointed_at() {
    assert_snapshot!(course().body("## Where? {.quiz clause=DSC-2\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:11
      |
    4 | ## Where? {.quiz clause=DSC-2
      |           ^^^^^^^^^^^^^^^^^^^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
    assert_eq!(course().body("## Where? {minutes=2\n").codes(), ["bad-heading-attributes"]);
    assert_eq!(course().body("## Where? .quiz}\n").codes(), ["bad-heading-attributes"]);
}

#[test]
fn braces_stand_at_the_end() {
    assert_snapshot!(course().body("## Where {.quiz} does it go?\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:10
      |
    4 | ## Where {.quiz} does it go?
      |          ^^^^^^^^^^^^^^^^^^^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
    assert_eq!(course().body("## Where? {.quiz} ##\n").codes(), ["bad-heading-attributes"]);
}

#[test]
fn a_heading_has_one_pair_of_braces() {
    assert_snapshot!(course().body("## Where? {#where} {minutes=2}\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:11
      |
    4 | ## Where? {#where} {minutes=2}
      |           ^^^^^^^^^^^^^^^^^^^^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
}

#[test]
fn braces_below_a_heading_are_not_read_as_text() {
    assert_snapshot!(course().body("## What I say here\n{.notes}\n\nFor the trainer alone.\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:5:1
      |
    5 | {.notes}
      | ^^^^^^^^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
}

#[test]
fn bold_text_is_no_heading() {
    assert_snapshot!(course().body("**Where?** {.quiz}\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:12
      |
    4 | **Where?** {.quiz}
      |            ^^^^^^^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
}

#[test]
fn an_empty_id_or_class_is_pointed_at() {
    assert_snapshot!(course().body("## Where? {# .}\n").diagnostics(), @"
    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {# .}
      |            ^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`

    error[bad-heading-attributes]: these braces are not read as attributes
     --> 01-start/01-why.md:4:14
      |
    4 | ## Where? {# .}
      |              ^
      |
      = help: write them at the end of the heading’s line, closed: `{#id .quiz clause=DSC-2}`
    ");
}

#[test]
fn a_heading_without_words_is_pointed_at() {
    assert_snapshot!(course().body("## {#where}\n\nText.\n").diagnostics(), @"
    error[empty-heading]: this heading has no words
     --> 01-start/01-why.md:4:1
      |
    4 | ## {#where}
      | ^^^^^^^^^^^
      |
      = help: write its text in front of the braces, or delete it
    ");
}

#[test]
fn braces_in_code_and_escaped_ones_are_text() {
    assert_eq!(
        course().body("## Write `{.quiz}`, \\{name\\}\n\nOr `{#id}` or \\{.a}.\n\n    {.b}\n").diagnostics(),
        ""
    );
}

#[test]
fn an_id_that_holds_a_class_is_pointed_at() {
    assert_snapshot!(course().body("## Where? {#where.quiz}\n").diagnostics(), @"
    error[bad-id]: `where.quiz` is not an id
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {#where.quiz}
      |            ^^^^^^^^^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`
    ");
}

#[test]
fn two_headings_of_a_page_have_two_ids() {
    assert_snapshot!(course().body("## A {#same}\n\n## B {#same}\n").diagnostics(), @"
    error[duplicate-id]: two headings have the id `same`; the first is at 01-start/01-why.md:4:7
     --> 01-start/01-why.md:6:7
      |
    6 | ## B {#same}
      |       ^^^^^
      |
      = help: give one of them another id
    ");
}

#[test]
fn a_heading_without_an_id_gets_one_that_nobody_gave() {
    let html = course().body("## Same\n\n## Other {#same}\n").html();
    assert!(html.contains("<h2 id=\"same-2\">Same") && html.contains("<h2 id=\"same\">Other"), "{html}");
}

#[test]
fn a_class_has_its_place() {
    assert_snapshot!(course().body("## A thought {.hint}\n\nText.\n").diagnostics(), @"
    error[misplaced-class]: `.hint` has no meaning here
     --> 01-start/01-why.md:4:15
      |
    4 | ## A thought {.hint}
      |               ^^^^^
      |
      = help: `.hint` belongs on a heading inside a question
    ");
}

#[test]
fn the_title_is_no_question() {
    assert_snapshot!(course().body("# Why {.quiz}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n").diagnostics(), @"
    error[misplaced-class]: `.quiz` has no meaning here
     --> 01-start/01-why.md:4:8
      |
    4 | # Why {.quiz}
      |        ^^^^^
      |
      = help: `.quiz` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists

    error[task-list-outside-question]: options stand outside a question
     --> 01-start/01-why.md:6:3
      |
    6 | - [x] A
      |   ^^^
      |
      = help: add `{.quiz}` or `{.scenario}` to the heading above
    ");
}

#[test]
fn a_heading_in_a_quote_or_a_list_is_no_question() {
    let course = course().body("> ## Where? {#a .quiz onclick=alert(1)}\n\n- ## Where? {.scenario}\n");
    assert_snapshot!(course.diagnostics(), @"
    error[misplaced-class]: `.quiz` has no meaning here
     --> 01-start/01-why.md:4:17
      |
    4 | > ## Where? {#a .quiz onclick=alert(1)}
      |                 ^^^^^
      |
      = help: `.quiz` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists

    error[unknown-attribute]: unknown attribute `onclick`
     --> 01-start/01-why.md:4:23
      |
    4 | > ## Where? {#a .quiz onclick=alert(1)}
      |                       ^^^^^^^^^^^^^^^^
      |
      = help: take it away; nothing of the kind is possible here

    error[misplaced-class]: `.scenario` has no meaning here
     --> 01-start/01-why.md:6:14
      |
    6 | - ## Where? {.scenario}
      |              ^^^^^^^^^
      |
      = help: `.scenario` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists
    ");
    assert!(!course.html().contains("onclick"));
}

#[test]
fn an_underlined_heading_is_checked_too() {
    assert_snapshot!(course().body("Where does\nit go? {.quizz}\n-----------\n").diagnostics(), @"
    error[unknown-class]: unknown class `.quizz`
     --> 01-start/01-why.md:5:9
      |
    5 | it go? {.quizz}
      |         ^^^^^^
      |
      = help: did you mean `.quiz`? Possible: .quiz, .scenario, .notes
    ");
}
