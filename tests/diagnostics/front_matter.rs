//! The front matter of lessons and modules, and their titles.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn a_lesson_may_have_its_title_in_a_heading_but_front_matter_is_missed() {
    assert_snapshot!(course().lesson("# Why\n\nText.\n").diagnostics(), @"
    warning[no-front-matter]: this lesson has no front matter
     --> 01-start/01-why.md:1:1
      |
    1 | # Why
      | ^
      |
      = help: begin the file with lines `---`, `title: …`, `minutes: …`, `---`
    ");
}

#[test]
fn an_empty_file_is_a_lesson_without_a_title() {
    assert_snapshot!(course().lesson("").diagnostics(), @"
    warning[no-front-matter]: this lesson has no front matter
     --> 01-start/01-why.md:1:1
      |
    1 |
      | ^
      |
      = help: begin the file with lines `---`, `title: …`, `minutes: …`, `---`

    error[no-title]: this page has no title
     --> 01-start/01-why.md:1:1
      |
    1 |
      | ^
      |
      = help: add `title: …` to the front matter, or a first heading `# …`
    ");
}

#[test]
fn front_matter_without_a_title_is_pointed_at() {
    assert_snapshot!(course().lesson("---\nminutes: 6\n---\nText.\n").diagnostics(), @"
    error[no-title]: this page has no title
     --> 01-start/01-why.md:1:1
      |
    1 | ---
      | ^^^
      |
      = help: add `title: …` to the front matter, or a first heading `# …`
    ");
}

#[test]
fn front_matter_needs_an_end_and_nothing_else_is_noted() {
    assert_snapshot!(course().lesson("---\ntitle: Why\n\nText.\n").diagnostics(), @"
    error[unclosed-front-matter]: the front matter has no end
     --> 01-start/01-why.md:1:1
      |
    1 | ---
      | ^^^
      |
      = help: close it with a line `---`
    ");
    assert_eq!(course().lesson("---").codes(), ["unclosed-front-matter"]);
}

#[test]
fn blank_lines_before_front_matter_and_blanks_behind_its_dashes_do_no_harm() {
    let (course, found) = course().lesson("\n \n---  \ntitle: Why\nminutes: 7\n--- \nText.\n").read();
    assert_eq!(found, []);
    assert_eq!(course.modules[0].lessons[0].minutes, 7);
}

#[test]
fn a_misspelt_key_names_the_nearest() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nminuts: 6\n---\n").diagnostics(), @"
    error[unknown-key]: unknown key `minuts`
     --> 01-start/01-why.md:3:1
      |
    3 | minuts: 6
      | ^^^^^^
      |
      = help: did you mean `minutes`? Possible: id, title, minutes, objectives, clauses, sources, platforms, present
    ");
}

#[test]
fn a_key_stands_once() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nminutes: 6\ntitle: How\n---\n").diagnostics(), @"
    error[duplicate-key]: the key `title` stands here twice
     --> 01-start/01-why.md:4:1
      |
    4 | title: How
      | ^^^^^
      |
      = help: keep one of the two
    ");
}

#[test]
fn a_colon_in_a_title_is_pointed_at_behind_letters_of_several_bytes() {
    assert_snapshot!(course().lesson("---\ntitle: Größe: Maß\n---\n").diagnostics(), @"
    error[bad-yaml]: this front matter cannot be read: mapping values are not allowed in this context
     --> 01-start/01-why.md:2:13
      |
    2 | title: Größe: Maß
      |             ^
      |
      = help: write one `key: value` a line; a value that holds `: ` needs quotation marks
    ");
}

#[test]
fn front_matter_is_keys_and_values() {
    assert_snapshot!(course().lesson("---\n- title\n---\n").diagnostics(), @"
    error[bad-yaml]: this front matter cannot be read: it is not a list of keys and values
     --> 01-start/01-why.md:2:1
      |
    2 | - title
      | ^^^^^^^
      |
      = help: write one `key: value` a line; a value that holds `: ` needs quotation marks
    ");
}

#[test]
fn front_matter_is_one_document() {
    assert_snapshot!(course().lesson("---\ntitle: Why\n...\nminutes: 6\n---\n").diagnostics(), @"
    error[bad-yaml]: this front matter cannot be read: it ends above, and goes on here
     --> 01-start/01-why.md:4:1
      |
    4 | minutes: 6
      | ^^^^^^^^^^
      |
      = help: write one `key: value` a line; a value that holds `: ` needs quotation marks
    ");
}

#[test]
fn a_value_of_the_wrong_kind_is_pointed_at() {
    assert_snapshot!(course().lesson("---\ntitle: \"Why\"\nminutes: six\n---\n").diagnostics(), @"
    error[wrong-type]: `minutes` must be a whole number of minutes, 1 or more
     --> 01-start/01-why.md:3:10
      |
    3 | minutes: six
      |          ^^^
      |
      = help: write `minutes` as a whole number of minutes, 1 or more
    ");
}

#[test]
fn a_key_without_a_value_is_pointed_at() {
    assert_snapshot!(course().lesson("---\ntitle:\n---\n").diagnostics(), @"
    error[wrong-type]: `title` must be a text
     --> 01-start/01-why.md:2:6
      |
    2 | title:
      |      ^
      |
      = help: write `title` as a text
    ");
}

#[test]
fn an_objective_with_a_colon_is_no_text() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nobjectives:\n  - Recognise: a tie\n---\n").diagnostics(), @"
    error[wrong-type]: `objectives` must be a list of texts, in quotation marks where they hold `: `
     --> 01-start/01-why.md:4:5
      |
    4 |   - Recognise: a tie
      |     ^^^^^^^^^^^^^^^^
      |
      = help: write `objectives` as a list of texts, in quotation marks where they hold `: `
    ");
}

#[test]
fn minutes_are_one_or_more() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nminutes: 0\n---\n").diagnostics(), @"
    error[bad-value]: this value of `minutes` is not possible
     --> 01-start/01-why.md:3:10
      |
    3 | minutes: 0
      |          ^
      |
      = help: write a whole number of minutes, 1 or more
    ");
}

#[test]
fn an_id_is_in_lower_case() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nid: Why Now\n---\n").diagnostics(), @"
    error[bad-id]: `Why Now` is not an id
     --> 01-start/01-why.md:3:5
      |
    3 | id: Why Now
      |     ^^^^^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`
    ");
}

#[test]
fn a_clause_in_front_matter_is_one_of_the_policy() {
    assert_snapshot!(course().lesson("---\ntitle: Why\nclauses: [DSC-1, DSC-22]\n---\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DSC-22`
     --> 01-start/01-why.md:3:18
      |
    3 | clauses: [DSC-1, DSC-22]
      |                  ^^^^^^
      |
      = help: did you mean `DSC-2`?
    ");
}

#[test]
fn a_misspelt_way_to_project_names_the_nearest() {
    assert_snapshot!(course().lesson("---\ntitle: Why\npresent: outlin\n---\n").diagnostics(), @"
    error[unknown-value]: unknown value of `present`
     --> 01-start/01-why.md:3:10
      |
    3 | present: outlin
      |          ^^^^^^
      |
      = help: did you mean `outline`? Possible: outline, full, skip
    ");
    for way in ["outline", "full", "skip"] {
        assert_eq!(course().lesson(&format!("---\ntitle: Why\npresent: {way}\n---\n")).codes(), [""; 0]);
    }
}

#[test]
fn a_page_has_one_title() {
    assert_snapshot!(course().lesson("---\nminutes: 1\n---\n# Why\n\nText.\n\n# How\n").diagnostics(), @"
    error[second-title]: a page has one heading of level 1, and it comes first
     --> 01-start/01-why.md:8:1
      |
    8 | # How
      | ^^^^^
      |
      = help: make this a heading of level 2 (`##`)
    ");
}

#[test]
fn a_heading_that_is_not_the_title_is_not_lost_without_a_word() {
    assert_snapshot!(course().body("# How\n").diagnostics(), @"
    error[second-title]: a page has one heading of level 1, and it comes first
     --> 01-start/01-why.md:4:1
      |
    4 | # How
      | ^^^^^
      |
      = help: make this a heading of level 2 (`##`)
    ");
    assert_eq!(course().body("# Why\n").diagnostics(), "");
}

#[test]
fn a_module_lets_choose_any_of_its_lessons_or_says_nothing() {
    let index = "---\ntitle: Start\nchoose: all\n---\n";
    assert_snapshot!(course().file("01-start/index.md", index).diagnostics(), @"
    error[bad-value]: this value of `choose` is not possible
     --> 01-start/index.md:3:9
      |
    3 | choose: all
      |         ^^^
      |
      = help: write `any`, or leave it out
    ");
}

#[test]
fn a_modules_page_has_a_title_and_known_keys() {
    let index = "---\nminutes: 3\n---\n";
    assert_snapshot!(course().file("01-start/index.md", index).diagnostics(), @"
    error[no-title]: this page has no title
     --> 01-start/index.md:1:1
      |
    1 | ---
      | ^^^
      |
      = help: add `title: …` to the front matter, or a first heading `# …`

    error[unknown-key]: unknown key `minutes`
     --> 01-start/index.md:2:1
      |
    2 | minutes: 3
      | ^^^^^^^
      |
      = help: possible: title, choose
    ");
}

#[test]
fn a_number_is_the_text_it_was_written_as() {
    for version in ["1.10", "010", "2026_11", "0x10"] {
        let (course, found) = course().policy(&format!("---\nversion: {version}\n---\n")).read();
        assert_eq!(found, []);
        assert_eq!(course.policy.expect("a policy").version, version);
    }
}
