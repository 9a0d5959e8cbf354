//! `platforms.toml`: dated facts, as of 2027-01-01.

use insta::assert_snapshot;

use crate::course::{TestCourse, course};

/// A platform whose fact has these lines from line 8 on.
fn fact(lines: &str) -> TestCourse {
    course().platforms(&format!(
        "[[platform]]\nid = \"mastodon\"\nname = \"Mastodon\"\n\n[[platform.fact]]\nid = \"seen\"\ntext = \"Größe.\"\n{lines}"
    ))
}

const HOLDS: &str =
    "source = \"a.org\"\nas_of = 2026-07-01\nreview_by = 2027-01-01\nconfidence = \"verified\"\n";
const QUIZ: &str = "## Who? {.quiz fact=mastodon.seen}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n";

#[test]
fn a_fact_holds_up_to_its_day_of_review() {
    assert_eq!(fact(HOLDS).body(QUIZ).diagnostics(), "");
}

#[test]
fn a_fact_past_its_review_is_pointed_at_and_decides_nothing() {
    assert_snapshot!(fact(&HOLDS.replace("2027-01-01", "2026-12-31")).body(QUIZ).diagnostics(), @"
    error[expired-fact]: the fact `mastodon.seen` was to be reviewed by 2026-12-31, so no question may turn on it
     --> 01-start/01-why.md:4:16
      |
    4 | ## Who? {.quiz fact=mastodon.seen}
      |                ^^^^^^^^^^^^^^^^^^
      |
      = help: review the fact in platforms.toml; until then this question is left out of the site

    warning[stale-fact]: the fact `mastodon.seen` was to be reviewed by 2026-12-31
      --> platforms.toml:10:13
       |
    10 | review_by = 2026-12-31
       |             ^^^^^^^^^^
       |
       = help: look it up, then change text, source, as_of and review_by; until then it decides no question
    ");
}

#[test]
fn only_a_verified_fact_decides() {
    assert_snapshot!(fact(&HOLDS.replace("verified", "conflict")).body(QUIZ).diagnostics(), @r#"
    error[ungradable-fact]: the fact `mastodon.seen` is not verified, so no question may turn on it
     --> 01-start/01-why.md:4:16
      |
    4 | ## Who? {.quiz fact=mastodon.seen}
      |                ^^^^^^^^^^^^^^^^^^
      |
      = help: verify it and set its confidence to "verified", or ask about something else
    "#);
}

#[test]
fn a_misspelt_fact_names_the_nearest() {
    assert_snapshot!(fact(HOLDS).body(&QUIZ.replace("seen", "sen")).diagnostics(), @"
    error[unknown-fact]: platforms.toml has no fact `mastodon.sen`
     --> 01-start/01-why.md:4:16
      |
    4 | ## Who? {.quiz fact=mastodon.sen}
      |                ^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `mastodon.seen`?
    ");
    assert_eq!(course().body(QUIZ).codes(), ["unknown-fact"]);
}

#[test]
fn a_fact_is_whole() {
    assert_snapshot!(fact("").diagnostics(), @"
    error[missing-key]: the key `source` is missing
     --> platforms.toml:5:1
      |
    5 | [[platform.fact]]
      | ^^^^^^^^^^^^^^^^^
      |
      = help: add `source`

    error[missing-key]: the key `as_of` is missing
     --> platforms.toml:5:1
      |
    5 | [[platform.fact]]
      | ^^^^^^^^^^^^^^^^^
      |
      = help: add `as_of`

    error[missing-key]: the key `review_by` is missing
     --> platforms.toml:5:1
      |
    5 | [[platform.fact]]
      | ^^^^^^^^^^^^^^^^^
      |
      = help: add `review_by`

    error[missing-key]: the key `confidence` is missing
     --> platforms.toml:5:1
      |
    5 | [[platform.fact]]
      | ^^^^^^^^^^^^^^^^^
      |
      = help: add `confidence`
    ");
}

#[test]
fn each_impossible_value_of_a_fact_is_pointed_at() {
    let lines = "source = 3\nas_of = \"July\"\nreview_by = 2027-02-30\nconfidence = \"sure\"\nsize = 1\n";
    assert_snapshot!(fact(&lines.replace("2027-02-30", "\"2027-02-30\"")).diagnostics(), @r#"
    error[bad-value]: this value of `as_of` is not possible
     --> platforms.toml:9:9
      |
    9 | as_of = "July"
      |         ^^^^^^
      |
      = help: write a date as in 2027-05-01

    error[bad-value]: this value of `review_by` is not possible
      --> platforms.toml:10:13
       |
    10 | review_by = "2027-02-30"
       |             ^^^^^^^^^^^^
       |
       = help: write a date as in 2027-05-01

    error[bad-value]: this value of `confidence` is not possible
      --> platforms.toml:11:14
       |
    11 | confidence = "sure"
       |              ^^^^^^
       |
       = help: write `verified`, `conflict` or `unverified`

    error[unknown-key]: unknown key `size`
      --> platforms.toml:12:1
       |
    12 | size = 1
       | ^^^^
       |
       = help: possible: id, text, source, as_of, review_by, confidence
    "#);
    assert_eq!(fact(lines).codes(), ["bad-toml"]);
}

#[test]
fn a_platform_is_named_once_and_counts_in_a_known_way() {
    let text = "\
[[platform]]
id = \"X\"
[[platform]]
id = \"x\"
name = \"X\"
counting = { unit = \"letter\", limt = 280 }
[[platform]]
id = \"x\"
name = \"X\"
[platfrom]
";
    assert_snapshot!(course().platforms(text).diagnostics(), @r#"
    error[missing-key]: the key `name` is missing
     --> platforms.toml:1:1
      |
    1 | [[platform]]
      | ^^^^^^^^^^^^
      |
      = help: add `name`

    error[bad-id]: `X` is not an id
     --> platforms.toml:2:6
      |
    2 | id = "X"
      |      ^^^
      |
      = help: an id has letters and digits in lower case, with hyphens between: `my-question`

    error[missing-key]: the key `limit` is missing
     --> platforms.toml:6:12
      |
    6 | counting = { unit = "letter", limt = 280 }
      |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: add `limit`

    error[bad-value]: this value of `unit` is not possible
     --> platforms.toml:6:21
      |
    6 | counting = { unit = "letter", limt = 280 }
      |                     ^^^^^^^^
      |
      = help: write `character`, `grapheme`, `utf16` or `weighted`

    error[unknown-key]: unknown key `limt`
     --> platforms.toml:6:31
      |
    6 | counting = { unit = "letter", limt = 280 }
      |                               ^^^^
      |
      = help: did you mean `limit`? Possible: unit, limit, link

    error[duplicate-id]: two platforms have the id `x`; the first is at platforms.toml:4:6
     --> platforms.toml:8:6
      |
    8 | id = "x"
      |      ^^^
      |
      = help: give one of them another id

    error[unknown-key]: unknown key `platfrom`
      --> platforms.toml:10:2
       |
    10 | [platfrom]
       |  ^^^^^^^^
       |
       = help: did you mean `platform`? Possible: platform
    "#);
}

#[test]
fn a_lesson_and_a_scenario_name_platforms_that_the_course_has() {
    let lesson = "---\ntitle: Why\nplatforms: [mastodon, mastodn]\n---\n## Q {.quiz platform=x}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n";
    assert_snapshot!(fact(HOLDS).lesson(lesson).diagnostics(), @"
    error[unknown-platform]: unknown platform `mastodn`
     --> 01-start/01-why.md:3:23
      |
    3 | platforms: [mastodon, mastodn]
      |                       ^^^^^^^
      |
      = help: did you mean `mastodon`? Possible: mastodon

    error[unknown-platform]: unknown platform `x`
     --> 01-start/01-why.md:5:13
      |
    5 | ## Q {.quiz platform=x}
      |             ^^^^^^^^^^
      |
      = help: possible: mastodon
    ");
}
