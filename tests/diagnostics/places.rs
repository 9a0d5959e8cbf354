//! Lines and columns: of people, of tools, and in files of every form.

use insta::assert_snapshot;
use social_workshop::course::diagnostic::render_json;
use social_workshop::course::mistake::Mistake;

use crate::course::course;

const BODY: &str = "Größe 🚀 日本: [DSC-9]\n\n## Größe {.quizz}\n\nText[^a] <b>\n";

#[test]
fn a_caret_stands_under_the_word_behind_wide_letters_tabs_and_marks() {
    assert_snapshot!(course().body("日本 🚀 e\u{301}\t[DSC-9]\n").diagnostics(), @"
    error[unknown-clause]: the policy has no clause `DSC-9`
     --> 01-start/01-why.md:4:9
      |
    4 | 日本 🚀 é    [DSC-9]
      |              ^^^^^^^
      |
      = help: did you mean `DSC-1`?
    ");
}

#[test]
fn columns_count_characters_and_lines_count_front_matter() {
    let course = course().body(BODY);
    let list: serde_json::Value =
        serde_json::from_str(&render_json(&course.read().1, course.folder(), "my-course/")).expect("JSON");
    let places: Vec<String> = list
        .as_array()
        .expect("a list")
        .iter()
        .map(|found| {
            let field = |name| found[name].to_string();
            let places = ["line", "column", "end_line", "end_column"].map(field).join(" ");
            format!("{} {} {places} {}", field("severity"), field("file"), field("code"))
        })
        .collect();
    assert_snapshot!(places.join("\n"), @r#"
    "error" "my-course/01-start/01-why.md" 4 13 4 20 "unknown-clause"
    "error" "my-course/01-start/01-why.md" 6 11 6 17 "unknown-class"
    "error" "my-course/01-start/01-why.md" 8 5 8 9 "missing-footnote"
    "error" "my-course/01-start/01-why.md" 8 10 8 13 "raw-html"
    "#);
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_move_no_place() {
    let stored = format!("\u{feff}---\ntitle: Why\n---\n{BODY}").replace('\n', "\r\n");
    let is_note = |mistake: &Mistake| matches!(mistake, Mistake::ByteOrderMark | Mistake::WindowsLineEnds);
    let (_, mut found) = course().lesson(&stored).read();
    found.retain(|found| !is_note(&found.mistake));
    assert_eq!(found, course().body(BODY).read().1);
    assert_eq!(found.len(), 4);
}

#[test]
fn a_diagnostic_over_several_lines_shows_the_first() {
    let course =
        course().body("## Where? {.quiz}\n\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\nOne\ntwo\nthree.\n");
    assert_snapshot!(course.diagnostics(), @"
    error[text-after-options]: a question’s text stands before its options
      --> 01-start/01-why.md:11:1
       |
    11 | One
       | ^^^
       |
       = help: move it up, or into a part `### Why {.why}`
    ");
}
