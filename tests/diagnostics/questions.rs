//! Questions as a whole.

use insta::assert_snapshot;

use crate::course::course;

const OPTIONS: &str = "\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n";

#[test]
fn a_question_without_mistakes_has_no_diagnostics() {
    let quiz = format!("## Where? {{#where .quiz clause=DSC-2 weight=2 critical}}\n{OPTIONS}");
    assert_eq!(course().body(&quiz).diagnostics(), "");
}

#[test]
fn a_question_has_options() {
    assert_snapshot!(course().body("## Where? {.quiz}\n\n- At the start\n- At the end\n").diagnostics(), @"
    error[no-options]: this question has no options
     --> 01-start/01-why.md:4:1
      |
    4 | ## Where? {.quiz}
      | ^^^^^^^^^^^^^^^^^
      |
      = help: write `- [x] Right option` and `- [ ] Wrong option`, each with a quote below it
    ");
}

#[test]
fn options_whose_brackets_slipped_are_pointed_at_one_by_one() {
    assert_snapshot!(course().body("## Where? {.quiz}\n\n- [] A\n  > No.\n- [x]B\n  > Yes.\n").diagnostics(), @"
    error[not-an-option]: this list item is not an option
     --> 01-start/01-why.md:6:1
      |
    6 | - [] A
      | ^^^^^^
      |
      = help: begin it with `[ ]` and a blank, or with `[x]` and a blank where it is right

    error[not-an-option]: this list item is not an option
     --> 01-start/01-why.md:8:1
      |
    8 | - [x]B
      | ^^^^^^
      |
      = help: begin it with `[ ]` and a blank, or with `[x]` and a blank where it is right
    ");
}

#[test]
fn a_question_has_two_options_and_a_right_one() {
    assert_snapshot!(course().body("## Where? {.quiz}\n\n- [ ] A\n  > No.\n").diagnostics(), @"
    error[too-few-options]: a question needs at least two options
     --> 01-start/01-why.md:4:1
      |
    4 | ## Where? {.quiz}
      | ^^^^^^^^^^^^^^^^^
      |
      = help: add an option, each wrong one a mistake that people really make

    error[no-right-option]: no option is marked as right
     --> 01-start/01-why.md:4:1
      |
    4 | ## Where? {.quiz}
      | ^^^^^^^^^^^^^^^^^
      |
      = help: mark one with `[x]`
    ");
}

#[test]
fn a_capital_x_marks_an_option_too() {
    assert_eq!(course().body("## Where? {.quiz}\n\n- [X] A\n  > Yes.\n- [ ] B\n  > No.\n").diagnostics(), "");
}

#[test]
fn a_clause_is_one_of_the_policy() {
    assert_snapshot!(course().body(&format!("## Where? {{.quiz clause=DCS-2}}\n{OPTIONS}")).diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DCS-2`
     --> 01-start/01-why.md:4:18
      |
    4 | ## Where? {.quiz clause=DCS-2}
      |                  ^^^^^^^^^^^^
      |
      = help: did you mean `DSC-2`?
    ");
}

#[test]
fn numbers_on_a_heading_are_whole() {
    let quiz = format!("## Where? {{.quiz weight=-1 attempts=0 revision=x critical=no}}\n{OPTIONS}");
    assert_snapshot!(course().body(&quiz).diagnostics(), @"
    error[bad-value]: this value of `weight` is not possible
     --> 01-start/01-why.md:4:18
      |
    4 | ## Where? {.quiz weight=-1 attempts=0 revision=x critical=no}
      |                  ^^^^^^^^^
      |
      = help: write a whole number, 0 or more

    error[bad-value]: this value of `attempts` is not possible
     --> 01-start/01-why.md:4:28
      |
    4 | ## Where? {.quiz weight=-1 attempts=0 revision=x critical=no}
      |                            ^^^^^^^^^^
      |
      = help: write a whole number, 1 or more

    error[bad-value]: this value of `revision` is not possible
     --> 01-start/01-why.md:4:39
      |
    4 | ## Where? {.quiz weight=-1 attempts=0 revision=x critical=no}
      |                                       ^^^^^^^^^^
      |
      = help: write a whole number, 1 or more

    error[bad-value]: this value of `critical` is not possible
     --> 01-start/01-why.md:4:50
      |
    4 | ## Where? {.quiz weight=-1 attempts=0 revision=x critical=no}
      |                                                  ^^^^^^^^^^^
      |
      = help: write `critical` alone, or leave it out
    ");
}

#[test]
fn only_a_question_for_a_number_has_a_tolerance() {
    assert_snapshot!(course().body(&format!("## Where? {{.quiz tolerance=1}}\n{OPTIONS}")).diagnostics(), @"
    error[unknown-attribute]: unknown attribute `tolerance`
     --> 01-start/01-why.md:4:18
      |
    4 | ## Where? {.quiz tolerance=1}
      |                  ^^^^^^^^^^^
      |
      = help: possible: clause, weight, attempts, revision, variant-of, critical, platform, fact, minutes
    ");
}

#[test]
fn text_stands_before_the_options() {
    let quiz = format!("## Where? {{.quiz}}\n{OPTIONS}\nMore\ntext.\n\n> And a quote.\n");
    assert_snapshot!(course().body(&quiz).diagnostics(), @"
    error[text-after-options]: a question’s text stands before its options
      --> 01-start/01-why.md:11:1
       |
    11 | More
       | ^^^^
       |
       = help: move it up, or into a part `### Why {.why}`

    error[text-after-options]: a question’s text stands before its options
      --> 01-start/01-why.md:14:1
       |
    14 | > And a quote.
       | ^^^^^^^^^^^^^^
       |
       = help: move it up, or into a part `### Why {.why}`
    ");
}

#[test]
fn another_bullet_starts_a_second_list() {
    assert_snapshot!(course().body(&format!("## Where? {{.quiz}}\n{OPTIONS}* [ ] C\n  > No.\n")).diagnostics(), @"
    error[second-option-list]: a question has one list of options
      --> 01-start/01-why.md:10:1
       |
    10 | * [ ] C
       | ^^^^^^^
       |
       = help: join the two lists, or start a new question
    ");
}

#[test]
fn options_do_not_stand_inside_options() {
    let quiz = "## Where? {.quiz}\n\n- [x] A\n  - [ ] Below A\n  > Yes.\n- [ ] B\n  > No.\n";
    assert_snapshot!(course().body(quiz).diagnostics(), @"
    error[second-option-list]: a question has one list of options
     --> 01-start/01-why.md:7:3
      |
    7 |   - [ ] Below A
      |   ^^^^^^^^^^^^^
      |
      = help: join the two lists, or start a new question
    ");
}

#[test]
fn a_list_before_the_options_is_part_of_the_question() {
    let quiz = format!("## Where? {{.quiz}}\n\n1. First\n2. Then\n{OPTIONS}");
    assert_eq!(course().body(&quiz).diagnostics(), "");
}

#[test]
fn options_outside_a_question_are_noted_once() {
    assert_snapshot!(course().body(&format!("## Where?\n{OPTIONS}")).diagnostics(), @"
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
fn a_question_without_letters_needs_an_id() {
    assert_snapshot!(course().body(&format!("## ??? {{.quiz}}\n{OPTIONS}")).diagnostics(), @"
    error[no-slug]: this question needs an id: no id can be made of its text
     --> 01-start/01-why.md:4:1
      |
    4 | ## ??? {.quiz}
      | ^^^^^^^^^^^^^^
      |
      = help: write one yourself: `{#my-id}`
    ");
}

#[test]
fn an_id_is_pointed_at_and_the_rest_of_the_question_is_checked_too() {
    let quiz = "## Where? {#Where .quiz}\n\n- [x] A\n- [ ] B\n  > No.\n";
    assert_snapshot!(course().body(quiz).diagnostics(), @"
    error[bad-id]: `Where` is not an id
     --> 01-start/01-why.md:4:12
      |
    4 | ## Where? {#Where .quiz}
      |            ^^^^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`

    error[option-without-reason]: the option “A” has no reason
     --> 01-start/01-why.md:6:7
      |
    6 | - [x] A
      |       ^
      |
      = help: add a quote below it, its `>` under the `[`: `  > Why it is right or wrong.`
    ");
}

#[test]
fn two_questions_of_a_course_have_two_ids() {
    let quiz = format!("## Where? {{#where .quiz}}\n{OPTIONS}");
    let second = format!("---\ntitle: How\n---\n## Größe 🚀 {{#where .quiz}}\n{OPTIONS}");
    assert_snapshot!(course().body(&quiz).file("02-end/01-how.md", &second).diagnostics(), @"
    error[duplicate-id]: two questions have the id `where`; the first is at 01-start/01-why.md:4:12
     --> 02-end/01-how.md:4:13
      |
    4 | ## Größe 🚀 {#where .quiz}
      |              ^^^^^^
      |
      = help: give one of them another id; progress is kept under it
    ");
}

#[test]
fn two_questions_of_a_page_with_the_same_text_have_two_ids() {
    let quiz = format!("## Where? {{.quiz}}\n{OPTIONS}\n");
    assert_snapshot!(course().body(&quiz.repeat(2)).diagnostics(), @"
    error[duplicate-id]: two questions have the id `where`; the first is at 01-start/01-why.md:4:1
      --> 01-start/01-why.md:11:1
       |
    11 | ## Where? {.quiz}
       | ^^^^^^^^^^^^^^^^^
       |
       = help: give one of them another id; progress is kept under it
    ");
}

#[test]
fn a_question_and_a_heading_of_a_page_have_two_ids() {
    assert_snapshot!(course().body(&format!("## Where {{#where}}\n\n## Where? {{.quiz}}\n{OPTIONS}")).diagnostics(), @"
    error[duplicate-id]: two headings have the id `where`; the first is at 01-start/01-why.md:4:11
     --> 01-start/01-why.md:6:1
      |
    6 | ## Where? {.quiz}
      | ^^^^^^^^^^^^^^^^^
      |
      = help: give one of them another id
    ");
}

#[test]
fn a_heading_is_a_question_or_a_scenario() {
    assert_snapshot!(course().body(&format!("## Where? {{.quiz .scenario}}\n{OPTIONS}")).diagnostics(), @"
    error[classes-clash]: `.quiz` and `.scenario` cannot stand on one heading
     --> 01-start/01-why.md:4:1
      |
    4 | ## Where? {.quiz .scenario}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: keep one of the two
    ");
}

#[test]
fn the_words_of_a_question_are_checked_as_any_text() {
    let quiz = format!("## Press <b>A</b> [here](http://a.org) [DSC-9] {{#a .quiz}}\n{OPTIONS}");
    assert_snapshot!(course().body(&quiz).diagnostics(), @"
    error[raw-html]: raw HTML is not allowed: <b>
     --> 01-start/01-why.md:4:10
      |
    4 | ## Press <b>A</b> [here](http://a.org) [DSC-9] {#a .quiz}
      |          ^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible

    error[raw-html]: raw HTML is not allowed: </b>
     --> 01-start/01-why.md:4:14
      |
    4 | ## Press <b>A</b> [here](http://a.org) [DSC-9] {#a .quiz}
      |              ^^^^
      |
      = help: write it as Markdown; only kbd, sub, sup, abbr, details, summary and br are possible

    error[bad-scheme]: a link cannot begin with `http:`
     --> 01-start/01-why.md:4:19
      |
    4 | ## Press <b>A</b> [here](http://a.org) [DSC-9] {#a .quiz}
      |                   ^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[unknown-clause]: the policy has no clause `DSC-9`
     --> 01-start/01-why.md:4:40
      |
    4 | ## Press <b>A</b> [here](http://a.org) [DSC-9] {#a .quiz}
      |                                        ^^^^^^^
      |
      = help: did you mean `DSC-1`?
    ");
}

#[test]
fn details_may_stand_in_a_question() {
    let quiz = format!("## Where? {{.quiz}}\n\n<details>\n\nThe *post*.\n\n</details>\n{OPTIONS}");
    assert_eq!(course().body(&quiz).diagnostics(), "");
}
