//! Where links and images lead.

use insta::assert_snapshot;

use crate::course::course;

#[test]
fn links_lead_to_pages_clauses_headings_mails_and_secure_sites() {
    let text = "\
[a](https://a.org) [b](mailto:a@b.org) <a@b.org> [c](#d) [e](../policy.md#DSC-2) [DSC-2] [f][DSC-1]
[g](02-über.md) [h](02-%C3%BCber.md) [i](#gr%C3%B6%C3%9Fe) ![A badge](img/a.png) [j](../02-end/index.md)

## D

## Größe
";
    let course = course()
        .body(text)
        .file("01-start/02-über.md", "---\ntitle: Über\n---\n")
        .file("02-end/index.md", "# The end\n")
        .file("02-end/01-end.md", "---\ntitle: End\n---\n")
        .other("01-start/img/a.png");
    assert_eq!(course.diagnostics(), "");
}

#[test]
fn a_link_that_runs_a_program_is_refused_however_it_is_written() {
    let text = "\
[a](javascript:alert(1)) <javascript:alert(1)>
[b][ref] ![an image](data:text/html,x) [c](JaVaScRiPt&colon;alert(1))

[ref]: <java\u{1}script:alert(1)>
";
    let course = course().body(text);
    assert_snapshot!(course.diagnostics(), @"
    error[bad-scheme]: a link cannot begin with `javascript:`
     --> 01-start/01-why.md:4:1
      |
    4 | [a](javascript:alert(1)) <javascript:alert(1)>
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[bad-scheme]: a link cannot begin with `javascript:`
     --> 01-start/01-why.md:4:26
      |
    4 | [a](javascript:alert(1)) <javascript:alert(1)>
      |                          ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[bad-scheme]: a link cannot begin with `javascript:`
     --> 01-start/01-why.md:5:1
      |
    5 | [b][ref] ![an image](data:text/html,x) [c](JaVaScRiPt&colon;alert(1))
      | ^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[bad-scheme]: a link cannot begin with `data:`
     --> 01-start/01-why.md:5:10
      |
    5 | [b][ref] ![an image](data:text/html,x) [c](JaVaScRiPt&colon;alert(1))
      |          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[bad-scheme]: a link cannot begin with `javascript:`
     --> 01-start/01-why.md:5:40
      |
    5 | [b][ref] ![an image](data:text/html,x) [c](JaVaScRiPt&colon;alert(1))
      |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder
    ");
    assert!(!course.html().contains("href"), "{}", course.html());
}

#[test]
fn a_link_names_a_secure_address_in_full() {
    assert_snapshot!(course().body("[a](http://a.org) [b](//a.org)\n").diagnostics(), @"
    error[bad-scheme]: a link cannot begin with `http:`
     --> 01-start/01-why.md:4:1
      |
    4 | [a](http://a.org) [b](//a.org)
      | ^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder

    error[bad-scheme]: a link cannot begin with `//`
     --> 01-start/01-why.md:4:19
      |
    4 | [a](http://a.org) [b](//a.org)
      |                   ^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder
    ");
}

#[test]
fn a_clause_is_linked_by_its_brackets_alone() {
    assert_snapshot!(course().body("[the rule](clause:DSC-2)\n").diagnostics(), @"
    error[bad-scheme]: a link cannot begin with `clause:`
     --> 01-start/01-why.md:4:1
      |
    4 | [the rule](clause:DSC-2)
      | ^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: use `https:`, `mailto:`, `#…` or a file of this folder
    ");
}

#[test]
fn a_misspelt_file_names_the_nearest_as_seen_from_the_page() {
    assert_snapshot!(course().body("Größe: [our policy](../polcy.md#DSC-2).\n").diagnostics(), @"
    error[missing-target]: this leads nowhere: there is no `../polcy.md`
     --> 01-start/01-why.md:4:8
      |
    4 | Größe: [our policy](../polcy.md#DSC-2).
      |        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `../policy.md`?
    ");
}

#[test]
fn a_clause_with_a_target_is_an_ordinary_link() {
    assert_snapshot!(course().body("[DSC-2](x)\n").diagnostics(), @"
    error[missing-target]: this leads nowhere: there is no `x`
     --> 01-start/01-why.md:4:1
      |
    4 | [DSC-2](x)
      | ^^^^^^^^^^
      |
      = help: name a file of this folder, as seen from this file
    ");
}

#[test]
fn a_link_with_blanks_in_its_target_is_not_read_as_text() {
    assert_snapshot!(course().body("See [our list](my file.pdf).\n").other("01-start/my file.pdf").diagnostics(), @"
    error[missing-target]: this leads nowhere: there is no `my file.pdf`
     --> 01-start/01-why.md:4:5
      |
    4 | See [our list](my file.pdf).
      |     ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `my%20file.pdf`?
    ");
}

#[test]
fn a_link_by_a_name_that_is_defined_nowhere_is_not_read_as_text() {
    assert_snapshot!(course().body("See [our list][rules] or \\[not\\]\\[this\\].\n").diagnostics(), @r"
    error[missing-target]: this leads nowhere: there is no `rules`
     --> 01-start/01-why.md:4:5
      |
    4 | See [our list][rules] or \[not\]\[this\].
      |     ^^^^^^^^^^^^^^^^^
      |
      = help: name a file of this folder, as seen from this file
    ");
}

#[test]
fn a_link_has_a_target() {
    assert_snapshot!(course().body("See [our list]().\n").diagnostics(), @"
    error[missing-target]: this leads nowhere
     --> 01-start/01-why.md:4:5
      |
    4 | See [our list]().
      |     ^^^^^^^^^^^^
      |
      = help: name a file of this folder, as seen from this file
    ");
}

#[test]
fn a_heading_that_is_linked_exists() {
    assert_snapshot!(course().body("[a](#wher) [b](../policy.md#dsc-2)\n\n## Where\n").diagnostics(), @"
    error[missing-anchor]: this leads nowhere: there is no heading `#wher` there
     --> 01-start/01-why.md:4:1
      |
    4 | [a](#wher) [b](../policy.md#dsc-2)
      | ^^^^^^^^^^
      |
      = help: did you mean `#where`?

    error[missing-anchor]: this leads nowhere: there is no heading `#dsc-2` there
     --> 01-start/01-why.md:4:12
      |
    4 | [a](#wher) [b](../policy.md#dsc-2)
      |            ^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `#DSC-2`?
    ");
}

#[test]
fn a_target_stays_in_the_folder() {
    assert_snapshot!(course().body("[a](../../policy.md) [b](/policy.md)\n").diagnostics(), @"
    error[target-leaves-folder]: this target is outside the course folder
     --> 01-start/01-why.md:4:1
      |
    4 | [a](../../policy.md) [b](/policy.md)
      | ^^^^^^^^^^^^^^^^^^^^
      |
      = help: copy the file into the course folder, and name it as seen from this file

    error[target-leaves-folder]: this target is outside the course folder
     --> 01-start/01-why.md:4:22
      |
    4 | [a](../../policy.md) [b](/policy.md)
      |                      ^^^^^^^^^^^^^^^
      |
      = help: copy the file into the course folder, and name it as seen from this file
    ");
}

#[test]
fn an_image_has_a_text_alternative() {
    assert_snapshot!(course().body("![](a.png)\n").other("01-start/a.png").diagnostics(), @"
    error[image-without-alt]: this image has no text alternative
     --> 01-start/01-why.md:4:1
      |
    4 | ![](a.png)
      | ^^^^^^^^^^
      |
      = help: say in the brackets what it shows: `![A badge with its barcode covered](…)`
    ");
}

#[test]
fn an_image_is_a_file_that_exists() {
    assert_snapshot!(course().body("![A badge](bagde.png)\n").other("01-start/badge.png").diagnostics(), @"
    error[missing-target]: this leads nowhere: there is no `bagde.png`
     --> 01-start/01-why.md:4:1
      |
    4 | ![A badge](bagde.png)
      | ^^^^^^^^^^^^^^^^^^^^^
      |
      = help: did you mean `badge.png`?
    ");
}

#[test]
fn an_image_is_no_page() {
    assert_snapshot!(course().body("![Our policy](../policy.md) ![A mail](mailto:a@b.org)\n").diagnostics(), @"
    error[bad-value]: this value of `image` is not possible
     --> 01-start/01-why.md:4:1
      |
    4 | ![Our policy](../policy.md) ![A mail](mailto:a@b.org)
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write the file of an image, such as `badge.png`

    error[bad-value]: this value of `image` is not possible
     --> 01-start/01-why.md:4:29
      |
    4 | ![Our policy](../policy.md) ![A mail](mailto:a@b.org)
      |                             ^^^^^^^^^^^^^^^^^^^^^^^^^
      |
      = help: write the file of an image, such as `badge.png`
    ");
}

#[test]
fn a_clause_in_brackets_is_one_of_the_policy() {
    assert_snapshot!(course().body("**Größe**: [DSC-22]\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DSC-22`
     --> 01-start/01-why.md:4:12
      |
    4 | **Größe**: [DSC-22]
      |            ^^^^^^^^
      |
      = help: did you mean `DSC-2`?
    ");
}

#[test]
fn a_clause_in_another_spelling_is_not_read_as_text() {
    let text = "[dsc-2] [DSC2] [DSC 2] [DSC–2] [dsc-9]\n";
    assert_eq!(course().body(text).codes(), ["unknown-clause"; 5]);
    assert_snapshot!(course().body("See [dsc-2].\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `dsc-2`
     --> 01-start/01-why.md:4:5
      |
    4 | See [dsc-2].
      |     ^^^^^^^
      |
      = help: did you mean `DSC-2`?
    ");
}

#[test]
fn brackets_around_other_words_are_text() {
    assert_eq!(course().body("He wrote [sic] and [covid-19] and \\[DSC-9].\n").diagnostics(), "");
}

#[test]
fn a_course_without_a_policy_has_no_clauses() {
    assert_snapshot!(course().without("policy.md").body("See [DSC-2].\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DSC-2`
     --> 01-start/01-why.md:4:5
      |
    4 | See [DSC-2].
      |     ^^^^^^^
      |
      = help: this course has no policy.md; write the clause there first
    ");
}
