//! `policy.md`.

use insta::assert_snapshot;

use crate::course::{TestCourse, course};

/// A policy whose text begins on line 4.
fn policy(text: &str) -> TestCourse {
    course().policy(&format!("---\nversion: \"1\"\n---\n{text}"))
}

#[test]
fn a_policy_has_a_version() {
    assert_snapshot!(course().policy("---\nowner: People team\n---\n").diagnostics(), @"
    error[missing-key]: the key `version` is missing
     --> policy.md:1:1
      |
    1 | ---
      | ^^^
      |
      = help: add `version`
    ");
    assert_eq!(course().policy("").codes(), ["missing-key"]);
    assert_eq!(course().policy("---\n- version\n---\n").codes(), ["bad-yaml"]);
}

#[test]
fn a_day_of_review_is_in_the_calendar() {
    assert_snapshot!(course().policy("---\nversion: 1\nreview_by: 2027-02-30\n---\n").diagnostics(), @"
    error[bad-value]: this value of `review_by` is not possible
     --> policy.md:3:12
      |
    3 | review_by: 2027-02-30
      |            ^^^^^^^^^^
      |
      = help: write a date as in 2027-05-01
    ");
}

#[test]
fn a_clause_has_capital_letters_and_a_number() {
    assert_snapshot!(policy("## Say it {#DSC}\n\n### Größe {#dsc-2 .critcal}\n").diagnostics(), @"
    error[bad-clause-id]: `dsc-2` is not the id of a clause
     --> policy.md:6:12
      |
    6 | ### Größe {#dsc-2 .critcal}
      |            ^^^^^^
      |
      = help: a clause’s id is LETTERS-NUMBER, as in `DSC-2`; a group’s is LETTERS

    error[unknown-class]: unknown class `.critcal`
     --> policy.md:6:19
      |
    6 | ### Größe {#dsc-2 .critcal}
      |                   ^^^^^^^^
      |
      = help: did you mean `.critical`? Possible: .critical, .yours, .guidance
    ");
}

#[test]
fn a_clause_without_its_hash_names_it() {
    assert_snapshot!(policy("## Say it {#DSC}\n\n### In the post {DSC-2}\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `DSC-2`
     --> policy.md:6:18
      |
    6 | ### In the post {DSC-2}
      |                  ^^^^^
      |
      = help: did you mean `#DSC-2`?
    ");
}

#[test]
fn a_clause_stands_in_its_group() {
    assert_snapshot!(policy("## Say it {#DSC}\n\n### Pay {#RGT-1}\n").diagnostics(), @"
    error[clause-outside-group]: clause RGT-1 stands outside its group
     --> policy.md:6:1
      |
    6 | ### Pay {#RGT-1}
      | ^^^^^^^^^^^^^^^^
      |
      = help: put it below a heading `## … {#LETTERS}` with the same letters
    ");
}

#[test]
fn a_clause_whose_group_has_no_id_stands_outside() {
    assert_eq!(policy("## Say it\n\n### In the post {#DSC-2}\n").codes(), ["clause-outside-group"]);
}

#[test]
fn two_clauses_have_two_ids_and_the_first_one_is_found() {
    let text = "## Say it {#DSC}\nSee #DSC-1.\n\n### A {#DSC-10}\n\n### B {#DSC-1}\n\n### C {#DSC-1}\n";
    assert_snapshot!(policy(text).diagnostics(), @"
    error[duplicate-id]: two clauses have the id `DSC-1`; the first is at policy.md:9:8
      --> policy.md:11:8
       |
    11 | ### C {#DSC-1}
       |        ^^^^^^
       |
       = help: give one of them another id
    ");
}

#[test]
fn two_groups_have_two_ids() {
    assert_snapshot!(policy("## Say it {#DSC}\n\n## Again {#DSC}\n").diagnostics(), @"
    error[duplicate-id]: two groups have the id `DSC`; the first is at policy.md:4:12
     --> policy.md:6:11
      |
    6 | ## Again {#DSC}
      |           ^^^^
      |
      = help: give one of them another id
    ");
}

#[test]
fn a_clause_without_an_id_is_not_read_as_text_of_the_one_before() {
    assert_snapshot!(policy("## Your rights {#RGT}\n\n### Pay {.yours}\n").diagnostics(), @"
    error[misplaced-class]: `.yours` has no meaning here
     --> policy.md:6:10
      |
    6 | ### Pay {.yours}
      |          ^^^^^^
      |
      = help: `.yours` belongs beside the id of a clause, in the policy
    ");
}

#[test]
fn clauses_and_not_groups_are_critical() {
    assert_snapshot!(policy("## Say it {#DSC .critical}\n").diagnostics(), @"
    error[misplaced-class]: `.critical` has no meaning here
     --> policy.md:4:17
      |
    4 | ## Say it {#DSC .critical}
      |                 ^^^^^^^^^
      |
      = help: `.critical` belongs on a question of a lesson, or beside the id of a clause
    ");
}

#[test]
fn a_policy_has_no_questions() {
    assert_snapshot!(policy("## Say it {#DSC}\n\n### Where? {#DSC-1 .quiz weight=2}\n").diagnostics(), @"
    error[misplaced-class]: `.quiz` has no meaning here
     --> policy.md:6:20
      |
    6 | ### Where? {#DSC-1 .quiz weight=2}
      |                    ^^^^^
      |
      = help: `.quiz` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists

    error[unknown-attribute]: unknown attribute `weight`
     --> policy.md:6:26
      |
    6 | ### Where? {#DSC-1 .quiz weight=2}
      |                          ^^^^^^^^
      |
      = help: take it away; nothing of the kind is possible here
    ");
}

#[test]
fn the_words_of_a_clause_are_checked_as_any_text() {
    assert_eq!(
        policy("## Say <b> it {#DSC}\n\n### In [DSC-9] {#DSC-1}\n").codes(),
        ["raw-html", "unknown-clause"]
    );
}
