//! Files and folders: which of them mean something.

use insta::assert_snapshot;
use social_workshop::course::source::{SourceFolder, Unreadable};

use crate::course::course;

#[test]
fn an_empty_folder_holds_no_lesson_and_no_settings() {
    let folder = SourceFolder::default();
    let (_, found) = social_workshop::course::read::read(&folder);
    let shown = social_workshop::course::diagnostic::render(&found, &folder, "my-course", false);
    assert_snapshot!(shown, @r#"
    error[empty-course]: this folder holds no lesson
    --> my-course
     = help: put a lesson into a module folder, such as `01-start/01-welcome.md`; `workshop new DIR` writes an example

    error[no-course-file]: this course folder has no `course.toml`
    --> my-course/course.toml
     = help: write a file `course.toml` with at least the line `title = "…"`
    "#);
}

#[test]
fn a_folder_without_course_toml_names_what_it_needs() {
    assert_snapshot!(course().without("course.toml").diagnostics(), @r#"
    error[no-course-file]: this course folder has no `course.toml`
    --> course.toml
     = help: write a file `course.toml` with at least the line `title = "…"`
    "#);
}

#[test]
fn a_file_in_another_encoding_names_the_first_wrong_place() {
    let reason = Unreadable::NotUtf8 { valid_up_to: 40, line: 3, column: 8 };
    assert_snapshot!(course().unreadable("01-start/01-why.md", reason).diagnostics(), @"
    error[not-utf8]: this file is not UTF-8 text, from line 3, column 8 on
    --> 01-start/01-why.md:3:8
     = help: save it again with the encoding UTF-8
    ");
}

#[test]
fn settings_that_cannot_be_read_are_not_called_missing() {
    let reason = Unreadable::NotUtf8 { valid_up_to: 0, line: 1, column: 1 };
    assert_eq!(course().unreadable("course.toml", reason).codes(), ["not-utf8"]);
}

#[test]
fn a_link_out_of_the_folder_is_refused() {
    assert_snapshot!(course().unreadable("01-start/02-how.md", Unreadable::LeavesFolder).diagnostics(), @"
    error[leaves-folder]: this symbolic link leads out of the course folder
    --> 01-start/02-how.md
     = help: copy the file into the course folder
    ");
}

#[test]
fn a_file_without_permission_gives_the_reason_of_the_system() {
    let reason = Unreadable::System("permission denied".to_owned());
    assert_snapshot!(course().unreadable("01-start/02-how.md", reason).diagnostics(), @"
    error[unreadable-file]: this file cannot be read: permission denied
    --> 01-start/02-how.md
     = help: check its permissions
    ");
}

#[test]
fn a_byte_order_mark_is_a_note() {
    assert_snapshot!(course().lesson("\u{feff}---\ntitle: Why\n---\n").diagnostics(), @"
    note[byte-order-mark]: this file begins with a byte order mark; it was passed over
     --> 01-start/01-why.md:1:1
      |
    1 | ---
      | ^
      |
      = help: save it as UTF-8 without a byte order mark (BOM)
    ");
}

#[test]
fn windows_line_ends_are_a_note_at_the_first_one() {
    assert_snapshot!(course().lesson("---\r\ntitle: Why\r\n---\r\n").diagnostics(), @"
    note[windows-line-ends]: this file has Windows line ends; they were read as plain ones
     --> 01-start/01-why.md:1:4
      |
    1 | ---
      |    ^
      |
      = help: nothing needs to be done; to be rid of this note, save it with LF line ends
    ");
}

#[test]
fn a_lesson_beside_the_modules_has_no_place() {
    assert_snapshot!(course().file("why.md", "# Why\n").diagnostics(), @"
    error[unknown-file]: this file has no place in a course folder
     --> why.md:1:1
      |
    1 | # Why
      | ^
      |
      = help: lessons stand in module folders, such as `01-start/01-why.md`; beside them stand course.toml, policy.md and glossary.md
    ");
}

#[test]
fn a_misspelt_file_name_names_the_nearest() {
    assert_snapshot!(course().file("Glosary.md", "# Words\n").diagnostics(), @"
    error[unknown-file]: this file has no place in a course folder
     --> Glosary.md:1:1
      |
    1 | # Words
      | ^
      |
      = help: did you mean `glossary.md`?
    ");
}

#[test]
fn a_lesson_in_a_folder_of_its_module_has_no_place() {
    assert_snapshot!(course().file("01-start/more/02-how.md", "# How\n").diagnostics(), @"
    error[unknown-file]: this file has no place in a course folder
     --> 01-start/more/02-how.md:1:1
      |
    1 | # How
      | ^
      |
      = help: lessons stand in module folders, such as `01-start/01-why.md`; beside them stand course.toml, policy.md and glossary.md
    ");
}

#[test]
fn settings_in_a_module_have_no_place() {
    assert_eq!(course().file("01-start/course.toml", "").codes(), ["unknown-file"]);
}

#[test]
fn a_lesson_with_another_ending_is_not_passed_over() {
    let course =
        course().other("01-start/02-how.MD").other("01-start/03-what.markdown").other("01-start/a.png");
    assert_snapshot!(course.diagnostics(), @"
    error[unknown-file]: this file has no place in a course folder
    --> 01-start/02-how.MD
     = help: did you mean `01-start/02-how.md`?

    error[unknown-file]: this file has no place in a course folder
    --> 01-start/03-what.markdown
     = help: did you mean `01-start/03-what.md`?
    ");
}

#[test]
fn a_module_without_a_lesson_is_a_warning() {
    assert_snapshot!(course().file("02-end/index.md", "# The end\n").diagnostics(), @"
    warning[empty-module]: this module has no lesson
     --> 02-end/index.md:1:1
      |
    1 | # The end
      | ^
      |
      = help: add a lesson beside this file, such as `01-first-steps.md`
    ");
}

#[test]
fn two_modules_have_two_ids_whatever_their_numbers() {
    assert_snapshot!(course().file("02-start/02-how.md", "---\ntitle: How\n---\n").diagnostics(), @"
    error[duplicate-id]: two modules have the id `start`; the first is at 01-start
    --> 02-start
     = help: rename one of the two folders; the number in front is no part of the id
    ");
}

#[test]
fn two_lessons_have_two_ids_even_in_two_modules() {
    assert_snapshot!(course().file("02-end/01-why.md", "---\ntitle: Again\n---\n").diagnostics(), @"
    error[duplicate-id]: two lessons have the id `why`; the first is at 01-start/01-why.md
     --> 02-end/01-why.md:1:1
      |
    1 | ---
      | ^
      |
      = help: give one of them another id; progress is kept under it
    ");
}

#[test]
fn a_second_id_in_front_matter_is_pointed_at() {
    assert_snapshot!(course().file("02-end/01-x.md", "---\ntitle: Again\nid: why\n---\n").diagnostics(), @"
    error[duplicate-id]: two lessons have the id `why`; the first is at 01-start/01-why.md
     --> 02-end/01-x.md:3:5
      |
    3 | id: why
      |     ^^^
      |
      = help: give one of them another id; progress is kept under it
    ");
}

#[test]
fn no_lesson_has_the_name_of_its_modules_page() {
    assert_snapshot!(course().file("01-start/02-index.md", "---\ntitle: How\n---\n").diagnostics(), @"
    error[reserved-id]: the id `index` is taken by a page of the app
     --> 01-start/02-index.md:1:1
      |
    1 | ---
      | ^
      |
      = help: choose another id
    ");
    assert_eq!(
        course().file("01-start/02-how.md", "---\ntitle: How\nid: index\n---\n").codes(),
        ["reserved-id"]
    );
}

#[test]
fn a_name_without_letters_gives_no_id() {
    assert_snapshot!(course().file("02-🎉/01-🚀.md", "---\ntitle: Up\n---\n").diagnostics(), @"
    error[no-slug]: this module needs an id: no id can be made of its name
    --> 02-🎉
     = help: rename the folder: `01-my-module`

    error[no-slug]: this file needs an id: no id can be made of its name
     --> 02-🎉/01-🚀.md:1:1
      |
    1 | ---
      | ^
      |
      = help: write one into its front matter: `id: my-id`
    ");
}

#[test]
fn a_later_version_will_show_the_shelf() {
    assert_snapshot!(course().file("shelf/a.md", "# A thing\n").diagnostics(), @"
    warning[not-supported-yet]: shelf items are not supported yet; this one is left out
     --> shelf/a.md:1:1
      |
    1 | # A thing
      | ^
      |
      = help: the format allows it, and a later version will show it
    ");
}
