//! The parts of a question: hints, why, fixed, notes.

use insta::assert_snapshot;
use social_workshop::course::model::Block;
use social_workshop::course::page::{self, FileNames};

use crate::course::{TestCourse, course};

/// A question on lines 4 to 9, and parts from line 11 on.
fn with_parts(parts: &str) -> TestCourse {
    course().body(&format!("## Where? {{.quiz}}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\n{parts}"))
}

#[test]
fn a_question_may_have_several_hints_and_one_why() {
    let parts = "### Hint {.hint}\nOne.\n\n### Hint {.hint}\nTwo.\n\n### Why {.why}\nSo.\n";
    assert_eq!(with_parts(parts).diagnostics(), "");
}

#[test]
fn a_heading_in_a_question_is_one_of_its_parts() {
    assert_snapshot!(with_parts("### More\nText.\n").diagnostics(), @"
    error[stray-heading]: a question holds only `.hint`, `.why`, `.fixed` and `.notes` headings
      --> 01-start/01-why.md:11:1
       |
    11 | ### More
       | ^^^^^^^^
       |
       = help: give it one of these classes, or end the question with a heading of its own level
    ");
}

#[test]
fn a_misspelt_part_names_the_nearest() {
    assert_snapshot!(with_parts("### Hint {.hnt}\nText.\n").diagnostics(), @"
    error[unknown-class]: unknown class `.hnt`
      --> 01-start/01-why.md:11:11
       |
    11 | ### Hint {.hnt}
       |           ^^^^
       |
       = help: did you mean `.hint`? Possible: .hint, .why, .fixed, .notes
    ");
}

#[test]
fn a_question_does_not_stand_in_a_question() {
    assert_snapshot!(with_parts("### And where not? {.quiz}\n").diagnostics(), @"
    error[misplaced-class]: `.quiz` has no meaning here
      --> 01-start/01-why.md:11:21
       |
    11 | ### And where not? {.quiz}
       |                     ^^^^^
       |
       = help: `.quiz` belongs on a heading of a lesson: below its title, and outside questions, quotes and lists
    ");
}

#[test]
fn a_part_has_a_text() {
    assert_snapshot!(with_parts("### Hint {.hint}\n\n### Why {.why}\nSo.\n").diagnostics(), @"
    error[empty-part]: this `.hint` part is empty
      --> 01-start/01-why.md:11:1
       |
    11 | ### Hint {.hint}
       | ^^^^^^^^^^^^^^^^
       |
       = help: write its text below the heading, or delete it
    ");
}

#[test]
fn a_question_has_one_why() {
    assert_snapshot!(with_parts("### Why {.why}\nSo.\n\n### And {.why}\nSo.\n").diagnostics(), @"
    error[duplicate-part]: this question has two `.why` parts
      --> 01-start/01-why.md:14:1
       |
    14 | ### And {.why}
       | ^^^^^^^^^^^^^^
       |
       = help: make one of the two
    ");
}

#[test]
fn a_part_has_one_class() {
    assert_snapshot!(with_parts("### Hint {.hint .why}\nText.\n").diagnostics(), @"
    error[classes-clash]: `.hint` and `.why` cannot stand on one heading
      --> 01-start/01-why.md:11:1
       |
    11 | ### Hint {.hint .why}
       | ^^^^^^^^^^^^^^^^^^^^^
       |
       = help: keep one of the two
    ");
}

#[test]
fn a_part_has_no_attributes() {
    assert_snapshot!(with_parts("### Hint {.hint minutes=2}\nText.\n").diagnostics(), @"
    error[unknown-attribute]: unknown attribute `minutes`
      --> 01-start/01-why.md:11:17
       |
    11 | ### Hint {.hint minutes=2}
       |                 ^^^^^^^^^
       |
       = help: take it away; nothing of the kind is possible here
    ");
}

#[test]
fn a_question_has_no_repaired_post() {
    assert_snapshot!(with_parts("### Fixed {.fixed}\n> A post.\n").diagnostics(), @"
    error[fixed-without-fix]: there is a repaired post, but `FIX` is not the right verdict
      --> 01-start/01-why.md:11:1
       |
    11 | ### Fixed {.fixed}
       | ^^^^^^^^^^^^^^^^^^
       |
       = help: delete the part `.fixed`, or mark `FIX` with `[x]`
    ");
}

#[test]
fn notes_are_checked_and_no_learner_sees_them() {
    let course = with_parts("### Notes {.notes}\nSay *wait*.\n\n## More {.notes}\nAsk.\n");
    assert_eq!(course.diagnostics(), "");
    let (read, _) = course.read();
    let blocks = &read.modules[0].lessons[0].blocks;
    assert!(matches!(blocks[..], [Block::Question(_), Block::Notes(_), Block::Notes(_)]), "{blocks:?}");
    let pages = page::all(&read, &FileNames::default(), "{body}", "/");
    let lesson = pages.iter().find(|(path, _)| path == "start/why.html").expect("the lesson's page");
    assert!(lesson.1.contains("Where?") && !lesson.1.contains("wait") && !lesson.1.contains("Ask."));
    assert_eq!(
        with_parts("### Notes {.notes}\n<b>\n\n## More {.notes}\n[DSC-9]\n").codes(),
        ["raw-html", "unknown-clause"]
    );
    let deeper = with_parts("## More {.notes}\nAsk.\n\n### Which? {.quiz}\n[step]\n\n[stpe]\n");
    assert_eq!(deeper.codes(), ["misplaced-class"]);
}
