//! Kinds of questions, and variants: each diagnostic as authors read it. `kinds` has all misspellings.

use insta::assert_snapshot;

use crate::course::{TestCourse, course};

const WHERE: &str = "## Where? {#where .quiz clause=DSC-2}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\n";

fn question(classes: &str, body: &str) -> TestCourse {
    course().body(&format!("## Which? {{#which .quiz {classes}}}\n\n{body}"))
}

#[test]
fn steps_are_a_numbered_list() {
    assert_snapshot!(question(".order", "- First\n- Then\n").diagnostics(), @"
    error[wrong-shape]: a `.order` question is not written as a list without brackets or numbers
     --> 01-start/01-why.md:6:1
      |
    6 | - First
      | ^^^^^^^
      |
      = help: write one numbered list in the right order: `1. First`, `2. Then`
    ");
}

#[test]
fn pairs_have_two_sides() {
    assert_snapshot!(question(".match", "| a | b | c |\n|---|---|---|\n| d | e | f |\n").diagnostics(), @"
    error[wrong-shape]: a `.match` question is not written as a table with 3 columns
     --> 01-start/01-why.md:6:1
      |
    6 | | a | b | c |
      | ^^^^^^^^^^^^^
      |
      = help: write one table with two columns, a pair a row: `| left | right |`
    ");
}

#[test]
fn an_option_of_a_poll_has_no_brackets() {
    assert_snapshot!(question(".poll", "- Here\n- [x] There\n").diagnostics(), @"
    error[wrong-shape]: a `.poll` question is not written as a list with brackets
     --> 01-start/01-why.md:7:3
      |
    7 | - [x] There
      |   ^^^
      |
      = help: write one list without brackets: `- One option`, `- Another`
    ");
}

#[test]
fn one_step_is_no_order() {
    assert_snapshot!(question(".order", "1. First\n").diagnostics(), @"
    error[too-few-items]: a question needs at least two steps
     --> 01-start/01-why.md:4:1
      |
    4 | ## Which? {#which .quiz .order}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add a step
    ");
}

#[test]
fn both_sides_of_a_pair_have_words() {
    assert_snapshot!(question(".match", "| a | b |\n|---|---|\n| c | d |\n| e | |\n").diagnostics(), @"
    error[empty-item]: this cell is empty
     --> 01-start/01-why.md:9:1
      |
    9 | | e | |
      | ^^^^^^^
      |
      = help: write its words, or delete it
    ");
}

#[test]
fn two_answers_say_two_things() {
    assert_snapshot!(question(".text", "- [x] Café\n- [ ] cafe.\n  > No.\n").diagnostics(), @"
    error[says-the-same]: two options say the same; the first is at 01-start/01-why.md:6:7
     --> 01-start/01-why.md:7:7
      |
    7 | - [ ] cafe.
      |       ^^^^^
      |
      = help: reword one of the two, or delete it; learners could not tell them apart
    ");
}

#[test]
fn a_step_has_no_reason() {
    assert_snapshot!(question(".order", "1. First\n   > Because.\n2. Then\n").diagnostics(), @"
    error[stray-reason]: what a `.order` question lists has no reasons of its own
     --> 01-start/01-why.md:7:4
      |
    7 |    > Because.
      |    ^^^^^^^^^^
      |
      = help: move it into a part `### Why {.why}`
    ");
}

#[test]
fn a_number_is_written_in_digits() {
    assert_snapshot!(question(".number", "- [x] 23 people\n").diagnostics(), @"
    error[not-a-number]: “23 people” is not a number
     --> 01-start/01-why.md:6:7
      |
    6 | - [x] 23 people
      |       ^^^^^^^^^
      |
      = help: write digits alone, as in `23`, `-4` or `2.5`; a unit belongs into the question’s text
    ");
}

#[test]
fn a_number_has_one_meaning() {
    assert_snapshot!(question(".number", "- [x] 1,000\n").diagnostics(), @"
    error[not-a-number]: “1,000” can be read as two different numbers
     --> 01-start/01-why.md:6:7
      |
    6 | - [x] 1,000
      |       ^^^^^
      |
      = help: write `1000` for a thousand, `1.0` for one
    ");
}

#[test]
fn a_known_mistake_is_no_right_answer() {
    let body = "- [x] 320\n- [ ] 280\n  > The first 40 read it too.\n";
    assert_snapshot!(question(".number tolerance=50", body).diagnostics(), @"
    error[mistake-within-tolerance]: this known mistake counts as right: it is within the tolerance of 320
     --> 01-start/01-why.md:7:7
      |
    7 | - [ ] 280
      |       ^^^
      |
      = help: make `tolerance` smaller, or delete this mistake
    ");
}

#[test]
fn a_poll_is_not_graded() {
    assert_snapshot!(question(".poll weight=2", "- Here\n- There\n").diagnostics(), @"
    error[key-without-meaning]: `weight` means nothing on a poll
     --> 01-start/01-why.md:4:31
      |
    4 | ## Which? {#which .quiz .poll weight=2}
      |                               ^^^^^^^^
      |
      = help: take it away: no answer to a poll is right, and nothing is graded
    ");
}

#[test]
fn a_variant_counts_as_its_question() {
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=where critical");
    assert_snapshot!(course().body(&format!("{WHERE}{variant}")).diagnostics(), @"
    error[key-without-meaning]: `critical` means nothing on a variant
      --> 01-start/01-why.md:11:38
       |
    11 | ## Where? {#b .quiz variant-of=where critical}
       |                                      ^^^^^^^^
       |
       = help: take it away: a variant counts as the question that it varies
    ");
}

#[test]
fn a_variant_names_a_question_of_the_course() {
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=were");
    assert_snapshot!(course().body(&format!("{variant}{WHERE}")).diagnostics(), @"
    error[unknown-question]: this course has no question `were`
     --> 01-start/01-why.md:4:21
      |
    4 | ## Where? {#b .quiz variant-of=were}
      |                     ^^^^^^^^^^^^^^^
      |
      = help: did you mean `where`?
    ");
}

#[test]
fn a_variant_varies_no_variant() {
    let first = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=where");
    let second = WHERE.replace("#where .quiz clause=DSC-2", "#c .quiz variant-of=b");
    assert_snapshot!(course().body(&format!("{WHERE}{first}{second}")).diagnostics(), @"
    error[bad-variant]: a variant cannot vary a variant
      --> 01-start/01-why.md:18:21
       |
    18 | ## Where? {#c .quiz variant-of=b}
       |                     ^^^^^^^^^^^^
       |
       = help: name the question of which all variants are other wordings
    ");
}

#[test]
fn a_poll_has_no_variants() {
    let poll = "## Which? {#which .quiz .poll}\n\n- Here\n- There\n\n";
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=which");
    assert_snapshot!(course().body(&format!("{poll}{variant}")).diagnostics(), @"
    error[bad-variant]: a poll has no variants
     --> 01-start/01-why.md:9:21
      |
    9 | ## Where? {#b .quiz variant-of=which}
      |                     ^^^^^^^^^^^^^^^^
      |
      = help: name the question of which all variants are other wordings
    ");
}

#[test]
fn a_variant_has_the_clause_of_its_question() {
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=where clause=DSC-1");
    assert_snapshot!(course().body(&format!("{WHERE}{variant}")).diagnostics(), @"
    error[variant-clause]: this variant turns on DSC-1, but its question turns on DSC-2
      --> 01-start/01-why.md:11:38
       |
    11 | ## Where? {#b .quiz variant-of=where clause=DSC-1}
       |                                      ^^^^^^^^^^^^
       |
       = help: leave `clause` out: a variant takes the clause of its question
    ");
}

#[test]
fn a_scenario_that_varies_a_question_without_a_clause_is_undecided() {
    let question = WHERE.replace(" clause=DSC-2", "");
    let scenario = "## Post? {.scenario variant-of=where}\n\n- [x] POST\n  > Yes.\n- [ ] DON'T\n  > No.\n";
    assert_snapshot!(course().body(&format!("{question}{scenario}")).diagnostics(), @"
    error[no-deciding-clause]: this scenario names no deciding clause
      --> 01-start/01-why.md:11:1
       |
    11 | ## Post? {.scenario variant-of=where}
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
       |
       = help: add `clause=…` to its heading
    ");
}

#[test]
fn yours_is_right_only_where_the_clause_of_the_varied_question_protects() {
    let scenario = "## Post? {.scenario variant-of=where}\n\n- [x] YOURS\n  > Yes.\n- [ ] DON'T\n  > No.\n";
    assert_snapshot!(course().body(&format!("{WHERE}{scenario}")).diagnostics(), @"
    error[clause-not-yours]: `YOURS` is right, but clause DSC-2 does not protect the employee
      --> 01-start/01-why.md:11:21
       |
    11 | ## Post? {.scenario variant-of=where}
       |                     ^^^^^^^^^^^^^^^^
       |
       = help: cite a clause marked `.yours` in the policy, or choose another verdict
    ");
}

#[test]
fn a_variant_takes_what_counts_from_its_question_wherever_it_stands() {
    let variant =
        "---\ntitle: End\n---\n## Again? {.quiz variant-of=where}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n";
    let question = WHERE.replace("clause=DSC-2", "clause=DSC-2 weight=3 attempts=2 critical");
    let test = course().body(&question).file("00-before/01-again.md", variant);
    let (course, found) = test.read();
    assert_eq!(found, []);
    let variant = course.questions().find(|question| question.id == "again").expect("the variant");
    assert_eq!(variant.variant_of.as_deref(), Some("where"));
    assert_eq!(variant.clause.as_deref(), Some("DSC-2"));
    assert_eq!((variant.weight, variant.attempts, variant.critical), (3, Some(2), true));
}

#[test]
fn a_question_that_time_leaves_out_takes_its_variants_with_it() {
    let platforms = "[[platform]]\nid = \"x\"\nname = \"X\"\n[[platform.fact]]\nid = \"f\"\ntext = \"T\"\nsource = \"s.org\"\n\
                     as_of = 2026-01-01\nreview_by = 2026-06-01\nconfidence = \"verified\"\n";
    let question = WHERE.replace("clause=DSC-2", "clause=DSC-2 fact=x.f");
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=where");
    let test = course().platforms(platforms).body(&format!("{question}{variant}"));
    assert_eq!(test.codes(), ["expired-fact", "stale-fact"]);
    assert_eq!(test.read().0.questions().count(), 0);
}

#[test]
fn nothing_leads_to_a_variant() {
    let variant = WHERE.replace("#where .quiz clause=DSC-2", "#b .quiz variant-of=where");
    let test = course().body(&format!("{WHERE}{variant}## More\n\n[Above](#b)\n"));
    assert_eq!(test.codes(), ["missing-anchor"]);
}
