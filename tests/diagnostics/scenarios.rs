//! Scenarios: would you post it?

use insta::assert_snapshot;

use crate::course::{TestCourse, course};

/// A scenario on line 4, with its verdicts and parts from line 8 on.
fn scenario(attributes: &str, verdicts: &str) -> TestCourse {
    course().body(&format!("## Proud {{.scenario {attributes}}}\n\n> Love it!\n\n{verdicts}"))
}

const POST_OR_NOT: &str = "- [x] POST\n  > Yes.\n- [ ] DON’T\n  > No.\n";
const FIX: &str = "- [ ] POST\n  > No.\n- [x] FIX\n  > Yes.\n";

#[test]
fn a_scenario_without_mistakes_has_no_diagnostics() {
    assert_eq!(scenario("clause=DSC-2 platform=linkedin", POST_OR_NOT).diagnostics(), "");
}

#[test]
fn an_option_of_a_scenario_is_a_verdict() {
    let verdicts = "- [x] POST\n  > Yes.\n- [ ] Dont\n  > No.\n- [ ] Maybe\n  > No.\n";
    assert_snapshot!(scenario("clause=DSC-2", verdicts).diagnostics(), @"
    error[unknown-verdict]: `Dont` is not a verdict
      --> 01-start/01-why.md:10:7
       |
    10 | - [ ] Dont
       |       ^^^^
       |
       = help: did you mean `DON'T`? Possible: POST, FIX, DON'T, YOURS

    error[unknown-verdict]: `Maybe` is not a verdict
      --> 01-start/01-why.md:12:7
       |
    12 | - [ ] Maybe
       |       ^^^^^
       |
       = help: possible: POST, FIX, DON'T, YOURS
    ");
}

#[test]
fn a_misspelt_right_verdict_is_one_mistake() {
    let verdicts = "- [ ] POST\n  > No.\n- [x] Fix\n  > Yes.\n\n### Fixed {.fixed}\n> A post.\n";
    assert_eq!(scenario("clause=DSC-2", verdicts).codes(), ["unknown-verdict"]);
}

#[test]
fn a_verdict_stands_once() {
    let verdicts = format!("{POST_OR_NOT}- [ ] DON'T\n  > No.\n");
    assert_snapshot!(scenario("clause=DSC-2", &verdicts).diagnostics(), @"
    error[duplicate-verdict]: the verdict DON'T stands here twice
      --> 01-start/01-why.md:12:7
       |
    12 | - [ ] DON'T
       |       ^^^^^
       |
       = help: keep one of the two
    ");
}

#[test]
fn a_verdict_has_no_id() {
    let verdicts = "- [x] {#post} POST\n  > Yes.\n- [ ] DON'T\n  > No.\n";
    assert_snapshot!(scenario("clause=DSC-2", verdicts).diagnostics(), @"
    error[verdict-id]: a verdict has its own id
     --> 01-start/01-why.md:8:7
      |
    8 | - [x] {#post} POST
      |       ^^^^^^^
      |
      = help: take the id away: a verdict is known by its word
    ");
}

#[test]
fn one_verdict_is_right() {
    let both = "- [x] POST\n  > Yes.\n- [x] DON'T\n  > Yes.\n";
    assert_snapshot!(scenario("clause=DSC-2", both).diagnostics(), @"
    error[several-verdicts-right]: a scenario has one right verdict
     --> 01-start/01-why.md:4:1
      |
    4 | ## Proud {.scenario clause=DSC-2}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: mark one option with `[x]`; name the deciding clause if two seem right
    ");
    let none = "- [ ] POST\n  > No.\n- [ ] DON'T\n  > No.\n";
    assert_eq!(scenario("clause=DSC-2", none).codes(), ["no-right-option"]);
}

#[test]
fn a_scenario_names_its_deciding_clause() {
    assert_snapshot!(scenario("platform=x", POST_OR_NOT).diagnostics(), @"
    error[no-deciding-clause]: this scenario names no deciding clause
     --> 01-start/01-why.md:4:1
      |
    4 | ## Proud {.scenario platform=x}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add `clause=…` to its heading
    ");
}

#[test]
fn a_clause_without_a_value_is_noted_once() {
    assert_eq!(scenario("clause", POST_OR_NOT).codes(), ["bad-value"]);
    assert_eq!(scenario("clause = DSC-2", POST_OR_NOT).codes(), ["bad-value"]);
}

#[test]
fn only_a_clause_that_protects_the_employee_decides_for_yours() {
    let verdicts = "- [ ] POST\n  > No.\n- [x] YOURS\n  > Yes.\n";
    assert_snapshot!(scenario("clause=DSC-2", verdicts).diagnostics(), @"
    error[clause-not-yours]: `YOURS` is right, but clause DSC-2 does not protect the employee
     --> 01-start/01-why.md:4:21
      |
    4 | ## Proud {.scenario clause=DSC-2}
      |                     ^^^^^^^^^^^^
      |
      = help: cite a clause marked `.yours` in the policy, or choose another verdict
    ");
    assert_eq!(scenario("clause=RGT-1", verdicts).diagnostics(), "");
}

#[test]
fn a_misspelt_platform_names_the_nearest() {
    assert_snapshot!(scenario("clause=DSC-2 platform=LinkedIn", POST_OR_NOT).diagnostics(), @"
    error[unknown-platform]: unknown platform `LinkedIn`
     --> 01-start/01-why.md:4:34
      |
    4 | ## Proud {.scenario clause=DSC-2 platform=LinkedIn}
      |                                  ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `linkedin`? Possible: linkedin, x, facebook, instagram, threads, tiktok, youtube, reddit, bluesky, mastodon
    ");
}

#[test]
fn a_post_to_be_fixed_is_shown_fixed() {
    assert_snapshot!(scenario("clause=DSC-2", FIX).diagnostics(), @"
    error[fixed-missing]: `FIX` is right, but nothing shows how to fix it
     --> 01-start/01-why.md:4:1
      |
    4 | ## Proud {.scenario clause=DSC-2}
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add `### Fixed {.fixed}` with the repaired post as a quote
    ");
}

#[test]
fn a_post_that_is_fine_is_not_fixed() {
    let verdicts = format!("{POST_OR_NOT}\n### Fixed {{.fixed}}\n> A post.\n");
    assert_snapshot!(scenario("clause=DSC-2", &verdicts).diagnostics(), @"
    error[fixed-without-fix]: there is a repaired post, but `FIX` is not the right verdict
      --> 01-start/01-why.md:13:1
       |
    13 | ### Fixed {.fixed}
       | ^^^^^^^^^^^^^^^^^^
       |
       = help: delete the part `.fixed`, or mark `FIX` with `[x]`
    ");
}

#[test]
fn a_fixed_post_is_a_quote() {
    let verdicts = format!("{FIX}\n### Fixed {{.fixed}}\nI work here.\n");
    assert_snapshot!(scenario("clause=DSC-2", &verdicts).diagnostics(), @"
    error[fixed-not-a-quote]: a repaired post is a quote
      --> 01-start/01-why.md:14:1
       |
    14 | I work here.
       | ^^^^^^^^^^^^
       |
       = help: begin its lines with `> `
    ");
}

#[test]
fn a_scenario_is_not_several_choice() {
    assert_snapshot!(course().body(&format!("## Proud {{.scenario .many clause=DSC-2}}\n\n{POST_OR_NOT}")).diagnostics(), @"
    error[misplaced-class]: `.many` has no meaning here
     --> 01-start/01-why.md:4:21
      |
    4 | ## Proud {.scenario .many clause=DSC-2}
      |                     ^^^^^
      |
      = help: `.many` belongs beside `.quiz`
    ");
}
