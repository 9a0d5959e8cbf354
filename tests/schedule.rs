//! `workshop schedule`, as a trainer and CI use it.

use std::fs;
use std::process::{Command, Output};

use insta::assert_snapshot;
use tempfile::TempDir;

const FILES: [(&str, &str); 6] = [
    ("course.toml", "title = \"T\"\n"),
    ("01-start/01-why.md", "---\ntitle: Why\n---\nText.\n\n## First {minutes=5}\nText.\n"),
    ("01-start/02-how.md", "---\ntitle: How\n---\nText.\n\n## More {minutes=2}\nText.\n"),
    (
        "02-respect/01-be-kind.md",
        "---\ntitle: Be kind\nminutes: 3\n---\nText.\n\n## First {minutes=19}\nText.\n",
    ),
    ("03-read-it/01-alone.md", "---\ntitle: Alone\npresent: skip\n---\nText.\n"),
    ("04-extra/index.md", "---\ntitle: Extra\nchoose: any\n---\n"),
];

fn schedule(arguments: &[&str], files: &[(&str, &str)]) -> Output {
    let folder = TempDir::new().expect("a folder");
    for (path, text) in files {
        let path = folder.path().join("lessons").join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, text).expect("written");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_workshop"));
    command.arg("schedule").args(arguments).current_dir(folder.path()).output().expect("the command runs")
}

/// Exit status, then what was printed for people, then what was printed for pipes.
fn seen(output: &Output) -> String {
    let status = output.status.code().map_or("none".to_owned(), |code| code.to_string());
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    format!("status {status}\n{}{}", text(&output.stderr), text(&output.stdout))
}

/// What is seen of the course above, with one lesson in the module to choose from.
fn of_course(arguments: &[&str]) -> String {
    let extra = ("04-extra/01-extra.md", "---\ntitle: An extra\n---\nText.\n");
    seen(&schedule(arguments, &[&FILES[..], &[extra]].concat()))
}

#[test]
fn a_schedule_names_modules_lessons_breaks_and_the_whole() {
    assert_snapshot!(of_course(&["--breaks", "start:10"]), @"
    status 0
       8 min  Start (start)
                 6 min  Why
                 3 min  How
      10 min  break
      20 min  Respect (respect)
                20 min  Be kind
       0 min  Read it (read-it): nothing is projected
      38 min  in all, 10 min of them breaks
    ");
}

#[test]
fn modules_come_in_the_order_in_which_they_are_named() {
    assert_snapshot!(of_course(&["--modules", "extra,start", "--breaks", "none", "--target", "10"]), @"
    status 0
       1 min  Extra (extra)
                 1 min  An extra
       8 min  Start (start)
                 6 min  Why
                 3 min  How
       9 min  in all, without breaks
      10 min  target: fits, 1 min to spare
    ");
}

#[test]
fn a_workshop_that_is_too_long_fails() {
    assert_snapshot!(of_course(&["--modules", "respect", "--breaks", "none", "--target", "8"]), @"
    status 1
      20 min  Respect (respect)
                20 min  Be kind
      20 min  in all, without breaks
       8 min  target: 12 min too long
    ");
}

#[test]
fn an_unknown_module_names_the_nearest() {
    assert_snapshot!(of_course(&["--modules", "start,respekt"]), @"
    status 1
    error: this course has no module `respekt`. Did you mean `respect`? Possible: start, respect, read-it, extra
    ");
    assert_snapshot!(of_course(&["--modules", "start", "--breaks", "respect:10"]), @"
    status 1
    error: this workshop has no module `respect`. Possible: start
    ");
}

#[test]
fn a_break_has_a_module_and_minutes() {
    for wrong in ["start", "start:0", "start:ten", "start:10,", "none,start:10", "start:601"] {
        let output = of_course(&["--breaks", wrong]);
        assert!(
            output.starts_with("status 2\n") && output.contains("`start:10,respect:15`, or `none`"),
            "{output}"
        );
    }
}

#[test]
fn a_schedule_can_be_read_by_tools() {
    let output = schedule(&["--breaks", "start:10", "--target", "30", "--json"], &FILES);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(found["modules"][0]["lessons"][1]["title"], "How");
    assert_eq!((&found["total"], &found["spare"]), (&38.into(), &(-8).into()));
}

#[test]
fn a_course_with_mistakes_has_no_schedule() {
    assert_snapshot!(seen(&schedule(&[], &[("01-start/01-why.md", "---\ntitle: Why\n---\nText.\n")])), @r#"
    status 1
    error[no-course-file]: this course folder has no `course.toml`
    --> lessons/course.toml
     = help: write a file `course.toml` with at least the line `title = "…"`

    1 lesson, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    "#);
}
