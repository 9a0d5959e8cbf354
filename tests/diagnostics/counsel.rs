//! What counsel is asked about a policy.

use insta::assert_snapshot;

use crate::course::course;

/// Says all that a careful policy says.
const CAREFUL: &str = "\
---
version: 1
review_by: 2027-05-01
---

## Rights {#RGT}

### Talk about pay {#RGT-1 .yours}
Ask the people team. Nothing limits reports to an authority. Say so in the post itself.
";

#[test]
fn a_careful_policy_raises_no_question() {
    assert_eq!(course().policy(CAREFUL).questions_for_counsel(), "");
}

#[test]
fn wording_that_reaches_too_far_is_pointed_at_with_its_reason() {
    let policy = format!("{CAREFUL}\n### Größe {{#RGT-2}}\nÜber uns: never post *negative* comments.\n");
    assert_snapshot!(course().policy(&policy).questions_for_counsel(), @"
    warning[overbroad-wording]: ask counsel about “negative” in RGT-2: it can be read to forbid criticism of pay or working conditions; name narrow things, such as statements known to be false
      --> policy.md:12:23
       |
    12 | Über uns: never post *negative* comments.
       |                       ^^^^^^^^
       |
       = help: this is a pointer, not a verdict: counsel knows the law where your people work
    ");
}

#[test]
fn a_word_without_a_meaning_is_pointed_at_behind_letters_that_change_their_length() {
    let policy = format!("{CAREFUL}\nİİİ ẞẞẞ: Confidential things stay inside.\n");
    assert_snapshot!(course().policy(&policy).questions_for_counsel(), @"
    warning[overbroad-wording]: ask counsel about “confidential” in this policy: it is not defined, so it can be read to cover pay and working conditions; say what it means and what not
      --> policy.md:11:10
       |
    11 | İİİ ẞẞẞ: Confidential things stay inside.
       |          ^^^^^^^^^^^^
       |
       = help: this is a pointer, not a verdict: counsel knows the law where your people work
    ");
}

#[test]
fn a_word_that_is_cut_by_markup_is_found_too() {
    let policy = format!("{CAREFUL}\nÜber *confi*dential things.\n");
    assert_snapshot!(course().policy(&policy).questions_for_counsel(), @"
    warning[overbroad-wording]: ask counsel about “confidential” in this policy: it is not defined, so it can be read to cover pay and working conditions; say what it means and what not
     --> policy.md:1:1
      |
    1 | ---
      | ^
      |
      = help: this is a pointer, not a verdict: counsel knows the law where your people work
    ");
}

#[test]
fn what_a_policy_lacks_is_said_with_its_reason() {
    assert_snapshot!(course().policy("---\nversion: 1\nreview_by: 2027-05-01\n---\nAsk us. See the post itself. No authority.\n").questions_for_counsel(), @"
    warning[policy-lacks]: ask counsel: this policy has no clause that protects the employee (`.yours`); say that nothing limits talk about pay and working conditions, and that this wins over all else
     --> policy.md:1:1
      |
    1 | ---
      | ^
      |
      = help: add it, or have counsel confirm that it can be left out
    ");
}
