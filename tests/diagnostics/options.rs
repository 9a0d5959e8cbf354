//! The options of a question.

use insta::assert_snapshot;

use crate::course::{TestCourse, course};

/// A question on line 4 with these options from line 6 on, and a right one behind them.
fn with_options(options: &str) -> TestCourse {
    course().body(&format!("## Where? {{.quiz}}\n\n{options}- [x] Right\n  > Yes.\n- [ ] Wrong\n  > No.\n"))
}

#[test]
fn an_option_has_a_reason() {
    assert_snapshot!(with_options("- [ ] Größe\n").diagnostics(), @"
    error[option-without-reason]: the option “Größe” has no reason
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] Größe
      |       ^^^^^
      |
      = help: add a quote below it, its `>` under the `[`: `  > Why it is right or wrong.`
    ");
}

#[test]
fn a_reason_stands_under_the_brackets() {
    assert_snapshot!(with_options("- [ ] A\n> No.\n\n").diagnostics(), @"
    error[option-without-reason]: the option “A” has no reason
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] A
      |       ^
      |
      = help: add a quote below it, its `>` under the `[`: `  > Why it is right or wrong.`
    ");
}

#[test]
fn a_reason_that_is_no_quote_is_text_of_the_option() {
    assert_snapshot!(with_options("- [ ] A\n  No, it is not.\n").diagnostics(), @"
    error[option-without-reason]: the option “A No, it is not.” has no reason
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] A
      |       ^
      |
      = help: add a quote below it, its `>` under the `[`: `  > Why it is right or wrong.`
    ");
}

#[test]
fn blanks_before_the_text_and_blank_lines_between_options_do_no_harm() {
    assert_eq!(with_options("- [ ]  Two blanks\n\n  > No.\n\n").diagnostics(), "");
}

#[test]
fn an_option_ends_with_its_reason() {
    assert_snapshot!(with_options("- [ ] A\n  > No.\n\n  And more.\n").diagnostics(), @"
    error[text-after-reason]: an option ends with its reason
     --> 01-start/01-why.md:9:3
      |
    9 |   And more.
      |   ^^^^^^^^^
      |
      = help: write all of the reason into one quote
    ");
}

#[test]
fn an_option_has_a_text() {
    assert_snapshot!(with_options("- [ ]\n  > No.\n- [ ] {#b}\n  > No.\n").diagnostics(), @"
    error[empty-option]: this option has no text
     --> 01-start/01-why.md:6:1
      |
    6 | - [ ]
      | ^^^^^
      |
      = help: write its text behind the brackets

    error[empty-option]: this option has no text
     --> 01-start/01-why.md:8:1
      |
    8 | - [ ] {#b}
      | ^^^^^^^^^^
      |
      = help: write its text behind the brackets
    ");
}

#[test]
fn an_item_without_brackets_is_pointed_at() {
    assert_snapshot!(with_options("- Größe\n  > No.\n").diagnostics(), @"
    error[not-an-option]: this list item is not an option
     --> 01-start/01-why.md:6:1
      |
    6 | - Größe
      | ^^^^^^^
      |
      = help: begin it with `[ ]` and a blank, or with `[x]` and a blank where it is right
    ");
}

#[test]
fn brackets_hold_one_blank_or_one_x() {
    let course = with_options("- [] A\n  > No.\n- [  ] B\n  > No.\n- [*] C\n  > No.\n- [x]D\n  > No.\n");
    assert_eq!(course.codes(), ["not-an-option"; 4]);
}

#[test]
fn an_item_with_options_below_it_is_none_itself() {
    assert_snapshot!(with_options("- A\n  - [x] B\n    > Yes.\n").diagnostics(), @"
    error[not-an-option]: this list item is not an option
     --> 01-start/01-why.md:6:1
      |
    6 | - A
      | ^^^
      |
      = help: begin it with `[ ]` and a blank, or with `[x]` and a blank where it is right

    error[second-option-list]: a question has one list of options
     --> 01-start/01-why.md:7:3
      |
    7 |   - [x] B
      |   ^^^^^^^
      |
      = help: join the two lists, or start a new question
    ");
}

#[test]
fn an_id_in_braces_is_closed_and_begins_with_a_hash() {
    assert_snapshot!(with_options("- [ ] {bio} A\n  > No.\n- [ ] {#b B\n  > No.\n").diagnostics(), @"
    error[bad-option-id]: this option’s id cannot be read
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] {bio} A
      |       ^^^^^
      |
      = help: write it before the text, closed: `{#my-id} Text`

    error[bad-option-id]: this option’s id cannot be read
     --> 01-start/01-why.md:8:7
      |
    8 | - [ ] {#b B
      |       ^^^
      |
      = help: write it before the text, closed: `{#my-id} Text`
    ");
}

#[test]
fn an_id_stands_before_the_text_and_once() {
    assert_snapshot!(with_options("- [ ] Größe {#a}\n  > No.\n- [ ] {#b} {#c} B\n  > No.\n").diagnostics(), @"
    error[bad-option-id]: this option’s id cannot be read
     --> 01-start/01-why.md:6:13
      |
    6 | - [ ] Größe {#a}
      |             ^^^^
      |
      = help: write it before the text, closed: `{#my-id} Text`

    error[bad-option-id]: this option’s id cannot be read
     --> 01-start/01-why.md:8:12
      |
    8 | - [ ] {#b} {#c} B
      |            ^^^^
      |
      = help: write it before the text, closed: `{#my-id} Text`
    ");
}

#[test]
fn an_id_of_an_option_is_in_lower_case() {
    assert_snapshot!(with_options("- [ ] {#Bio} A\n  > No.\n").diagnostics(), @"
    error[bad-id]: `Bio` is not an id
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] {#Bio} A
      |       ^^^^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`
    ");
}

#[test]
fn an_id_may_hold_what_markdown_might_read_as_markup() {
    let (course, found) = with_options("- [ ] {#a_b_c} Größe \\*1\\* &amp; ü\n  > No.\n").read();
    assert_eq!(found, []);
    let question = course.questions().next().expect("a question");
    assert_eq!(
        (question.options[0].id.as_str(), question.options[0].text.0.as_str()),
        ("a_b_c", "Größe *1* &amp; ü")
    );
}

#[test]
fn an_escaped_brace_is_text() {
    assert_eq!(with_options("- [ ] \\{#b} A\n  > No.\n").diagnostics(), "");
}

#[test]
fn two_options_of_a_question_have_two_ids() {
    assert_snapshot!(with_options("- [ ] {#a} Größe\n  > No.\n- [ ] {#a} ü\n  > No.\n- [ ] A!\n  > No.\n").diagnostics(), @"
    error[duplicate-id]: two options have the id `a`; the first is at 01-start/01-why.md:6:7
     --> 01-start/01-why.md:8:7
      |
    8 | - [ ] {#a} ü
      |       ^^^^
      |
      = help: give one of them another id; progress is kept under it

    error[duplicate-id]: two options have the id `a`; the first is at 01-start/01-why.md:6:7
      --> 01-start/01-why.md:10:7
       |
    10 | - [ ] A!
       |       ^^
       |
       = help: give one of them another id; progress is kept under it
    ");
}

#[test]
fn an_option_without_letters_needs_an_id() {
    assert_snapshot!(with_options("- [ ] 👍\n  > No.\n").diagnostics(), @"
    error[no-slug]: this option needs an id: no id can be made of its text
     --> 01-start/01-why.md:6:7
      |
    6 | - [ ] 👍
      |       ^^
      |
      = help: write one yourself: `{#my-id}`
    ");
}
