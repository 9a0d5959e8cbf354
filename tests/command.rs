//! The `workshop` command, as somebody at a terminal uses it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use insta::assert_snapshot;
use social_workshop::course::read::read;
use social_workshop::course::source::SourceFolder;
use tempfile::TempDir;

const LESSON: &str = "---\ntitle: Why\n---\n\nText.\n";

/// A folder for one test, with these files in it.
fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = TempDir::new().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, bytes).expect("written");
    }
    folder
}

/// A folder that holds a small course without mistakes, and these files.
fn small_course(files: &[(&str, &[u8])]) -> TempDir {
    let course: [(&str, &[u8]); 2] =
        [("lessons/course.toml", b"title = \"T\"\n"), ("lessons/01-start/01-why.md", LESSON.as_bytes())];
    folder(&[&course, files].concat())
}

/// Runs the command in a folder.
fn workshop(folder: &TempDir, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_workshop"))
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .expect("the command runs")
}

/// Exit status, then what was printed for people, then what was printed for pipes.
fn seen(output: &Output) -> String {
    let status = output.status.code().map_or("none".to_owned(), |code| code.to_string());
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    format!("status {status}\n{}{}", text(&output.stderr), text(&output.stdout))
}

/// What was printed as JSON by a command that found mistakes.
fn listed(output: &Output) -> serde_json::Value {
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Every file below a folder, with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(inner, bytes)| (format!("{name}/{inner}"), bytes)));
        } else {
            found.insert(name, fs::read(&path).expect("a file"));
        }
    }
    found
}

#[test]
fn a_new_course_has_no_mistakes() {
    let here = folder(&[]);
    assert_snapshot!(seen(&workshop(&here, &["new", "my/course"])), @"
    status 0
    A sample course is in my/course. See it with: workshop serve my/course
    ");
    let checked = workshop(&here, &["check", "my/course"]);
    assert!(checked.status.success(), "{}", seen(&checked));
    assert!(seen(&checked).contains(" clauses: 0 errors, "), "{}", seen(&checked));
}

#[test]
fn a_new_course_may_go_into_an_empty_folder() {
    let here = folder(&[]);
    assert!(workshop(&here, &["new", "."]).status.success());
    assert!(workshop(&here, &["check", "."]).status.success());
}

#[test]
fn a_new_course_replaces_nothing() {
    let here = folder(&[("course/notes.txt", b"mine"), ("a file", b"mine too")]);
    let before = files(here.path());
    assert_snapshot!(seen(&workshop(&here, &["new", "course"])), @"
    status 1
    error: `course` holds something else; nothing was written. Name a new folder.
    ");
    assert_eq!(workshop(&here, &["new", "a file"]).status.code(), Some(1));
    assert_eq!(files(here.path()), before);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    assert_snapshot!(seen(&workshop(&folder(&[]), &["check", "lesons"])), @"
    status 1
    error[missing-folder]: there is no folder `lesons`
    --> lesons
     = help: name the course folder, or make a new one with `workshop new lesons`

    0 lessons, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    ");
}

#[test]
fn a_file_is_no_course_folder() {
    let here = folder(&[("course.toml", b"title = \"T\"\n")]);
    assert_eq!(workshop(&here, &["check", "course.toml"]).status.code(), Some(1));
}

#[test]
fn without_a_name_the_folder_is_lessons() {
    assert_snapshot!(seen(&workshop(&folder(&[]), &["check"])), @"
    status 1
    error[missing-folder]: there is no folder `lessons`
    --> lessons
     = help: name the course folder, or make a new one with `workshop new lessons`

    0 lessons, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    ");
}

#[test]
fn an_empty_folder_holds_no_lesson() {
    let here = folder(&[]);
    fs::create_dir(here.path().join("lessons")).expect("made");
    assert_snapshot!(seen(&workshop(&here, &["check"])), @r#"
    status 1
    error[empty-course]: this folder holds no lesson
    --> lessons
     = help: put a lesson into a module folder, such as `01-start/01-welcome.md`; `workshop new DIR` writes an example

    error[no-course-file]: this course folder has no `course.toml`
    --> lessons/course.toml
     = help: write a file `course.toml` with at least the line `title = "…"`

    0 lessons, 0 questions, 0 scenarios, 0 clauses: 2 errors, 0 warnings
    "#);
}

#[test]
fn a_file_that_is_not_utf8_names_the_first_wrong_place() {
    let here = small_course(&[("lessons/01-start/02-how.md", b"---\ntitle: \xc3\xbcber Gr\xf6\xdfe\n---\n")]);
    assert_snapshot!(seen(&workshop(&here, &["check"])), @"
    status 1
    error[not-utf8]: this file is not UTF-8 text, from line 2, column 15 on
    --> lessons/01-start/02-how.md:2:15
     = help: save it again with the encoding UTF-8

    1 lesson, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    ");
}

#[test]
fn hidden_and_backup_files_are_passed_over() {
    let here = small_course(&[("lessons/01-start/01-why.md~", b"\xff"), ("lessons/.git/01-a.md", b"\xff")]);
    assert!(workshop(&here, &["check"]).status.success());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_and_one_inside_is_followed() {
    let here = small_course(&[("secret.md", b"# Secret\n")]);
    let module = here.path().join("lessons/01-start");
    for (target, name) in
        [("../../secret.md", "02-secret.md"), ("01-why.md", "03-again.md"), ("/", "04-root")]
    {
        std::os::unix::fs::symlink(target, module.join(name)).expect("linked");
    }
    let output = seen(&workshop(&here, &["check"]));
    assert_snapshot!(output, @"
    status 1
    error[leaves-folder]: this symbolic link leads out of the course folder
    --> lessons/01-start/02-secret.md
     = help: copy the file into the course folder

    error[leaves-folder]: this symbolic link leads out of the course folder
    --> lessons/01-start/04-root
     = help: copy the file into the course folder

    2 lessons, 0 questions, 0 scenarios, 0 clauses: 2 errors, 0 warnings
    ");
}

#[cfg(unix)]
#[test]
fn a_link_to_nothing_is_named() {
    let here = small_course(&[]);
    std::os::unix::fs::symlink("gone.md", here.path().join("lessons/01-start/02-gone.md")).expect("linked");
    let output = seen(&workshop(&here, &["check"]));
    assert!(
        output.contains("error[unreadable-file]") && output.contains("lessons/01-start/02-gone.md"),
        "{output}"
    );
}

#[cfg(unix)]
#[test]
fn links_in_a_ring_come_to_an_end() {
    let here = folder(&[("lessons/course.toml", b"title = \"T\"\n")]);
    std::os::unix::fs::symlink("..", here.path().join("lessons/ring")).expect("linked");
    std::os::unix::fs::symlink(".", here.path().join("lessons/self")).expect("linked");
    let output = workshop(&here, &["check"]);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn a_mistake_stops_with_status_1_and_its_place() {
    let lesson = "---\ntitle: Why\n---\n\n## Größe {.quizz}\n";
    let here = small_course(&[("lessons/01-start/01-why.md", lesson.as_bytes())]);
    assert_snapshot!(seen(&workshop(&here, &["check"])), @"
    status 1
    error[unknown-class]: unknown class `.quizz`
     --> lessons/01-start/01-why.md:5:11
      |
    5 | ## Größe {.quizz}
      |           ^^^^^^
      |
      = help: did you mean `.quiz`? Possible: .quiz, .scenario, .notes

    1 lesson, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    ");
    let found = listed(&workshop(&here, &["check", "lessons/", "--format", "json"]));
    let expected = serde_json::json!([{
        "code": "unknown-class", "severity": "error", "file": "lessons/01-start/01-why.md",
        "line": 5, "column": 11, "end_line": 5, "end_column": 17,
        "message": "unknown class `.quizz`", "help": "did you mean `.quiz`? Possible: .quiz, .scenario, .notes",
    }]);
    assert_eq!(found, expected);
}

#[test]
fn a_file_that_is_not_utf8_has_its_place_in_json_too() {
    let here = small_course(&[("lessons/01-start/02-how.md", b"---\ntitle: \xc3\xbcber Gr\xf6\xdfe\n---\n")]);
    let found = listed(&workshop(&here, &["check", "--format", "json"]));
    assert_eq!(
        (&found[0]["code"], &found[0]["line"], &found[0]["column"]),
        (&"not-utf8".into(), &2.into(), &15.into())
    );
}

#[test]
fn a_warning_does_not_stop() {
    let here = small_course(&[("lessons/01-start/02-how.md", b"# How\n\nText.\n")]);
    let output = workshop(&here, &["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(seen(&output).contains("warning[no-front-matter]"), "{}", seen(&output));
}

#[test]
fn a_course_without_mistakes_is_an_empty_list_of_json() {
    let output = workshop(&small_course(&[]), &["check", "--format", "json"]);
    assert_eq!(seen(&output), "status 0\n[]\n");
}

#[test]
fn what_is_still_to_be_filled_in_stops_a_release_alone() {
    let lesson = "---\ntitle: Why\n---\n\nGröße: ask [contact].\n";
    let here = small_course(&[("lessons/01-start/01-why.md", lesson.as_bytes())]);
    assert!(workshop(&here, &["check"]).status.success());
    assert_snapshot!(seen(&workshop(&here, &["check", "--release"])), @"
    status 1
    error[placeholder]: `[contact]` is still to be filled in
     --> lessons/01-start/01-why.md:5:12
      |
    5 | Größe: ask [contact].
      |            ^^^^^^^^^
      |
      = help: write what holds for your company

    1 lesson, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    ");
}

#[test]
fn a_code_is_explained_and_a_misspelt_one_names_the_nearest() {
    let here = folder(&[]);
    let explained = workshop(&here, &["check", "--explain", "missing-folder"]);
    assert!(explained.status.success() && explained.stdout.len() > 100, "{}", seen(&explained));
    assert_snapshot!(seen(&workshop(&here, &["check", "--explain", "mising-folder"])), @"
    status 1
    error: there is no diagnostic `mising-folder`. Did you mean `missing-folder`?
    ");
}

#[test]
fn the_course_of_this_project_has_no_mistakes() {
    let output = Command::new(env!("CARGO_BIN_EXE_workshop"))
        .args(["check", "lessons", "--today", "2026-11-23"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("the command runs");
    assert!(output.status.success() && output.stderr.is_empty(), "{}", seen(&output));
    let line = String::from_utf8_lossy(&output.stdout);
    assert!(line.contains(" lessons, ") && line.ends_with(": 0 errors, 0 warnings\n"), "{line}");
}

const WITHOUT_IDS: &str = "\
---
title: Größe
---

## Where does it *go*? 🚀 {.quiz weight=2}

- [ ] In my **profile**
  > No.
- [x] {#start} At the start
  > Yes.

## Post {.scenario clause=DSC-1}

- [x] POST
  > Yes.
- [ ] DON’T
  > No.
";

fn course_in(folder: &Path) -> social_workshop::course::model::Course {
    let files = files(folder);
    let texts = files.iter().map(|(path, bytes)| (path.as_str(), std::str::from_utf8(bytes).expect("UTF-8")));
    read(&SourceFolder::from_texts("lessons", texts)).0
}

#[test]
fn written_ids_change_the_ids_alone() {
    let windows = format!(
        "\u{feff}{}",
        WITHOUT_IDS.replace('\n', "\r\n").replace("go*?", "stand*?").replace("Post", "Again")
    );
    let here = folder(&[
        ("lessons/course.toml", b"title = \"T\"\n"),
        ("lessons/policy.md", b"---\nversion: 1\n---\n## Say it {#DSC}\n### First {#DSC-1}\nText.\n"),
        ("lessons/01-start/01-why.md", WITHOUT_IDS.as_bytes()),
        ("lessons/01-start/02-how.md", windows.as_bytes()),
        ("lessons/01-start/03-prose.md", LESSON.as_bytes()),
    ]);
    let lessons = here.path().join("lessons");
    let (course, before) = (course_in(&lessons), files(&lessons));

    let first = workshop(&here, &["check", "--write-ids"]);
    assert!(first.status.success() && seen(&first).contains("6 ids written"), "{}", seen(&first));
    assert_eq!(course_in(&lessons), course);

    let after = files(&lessons);
    let text = |name: &str| String::from_utf8(after[name].clone()).expect("UTF-8");
    let plain = WITHOUT_IDS
        .replace("{.quiz", "{#where-does-it-go .quiz")
        .replace("[ ] In my", "[ ] {#in-my-profile} In my")
        .replace("{.scenario", "{#post .scenario");
    assert_eq!(text("01-start/01-why.md"), plain);
    let written = plain.replace("does-it-go", "does-it-stand").replace("go*?", "stand*?");
    let written = written.replace("Post", "Again").replace("#post", "#again");
    assert_eq!(text("01-start/02-how.md"), format!("\u{feff}{}", written.replace('\n', "\r\n")));
    assert_eq!(after.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
    assert_eq!(after["01-start/03-prose.md"], before["01-start/03-prose.md"]);

    let second = workshop(&here, &["check", "--write-ids"]);
    assert!(seen(&second).contains("0 ids written"), "{}", seen(&second));
    assert_eq!(files(&lessons), after);
}

#[test]
fn a_site_replaces_only_a_site() {
    let here = folder(&[("thesis/chapter.txt", b"mine"), ("a file", b"mine too")]);
    workshop(&here, &["new", "lessons"]);
    let before = files(here.path());
    assert_snapshot!(seen(&workshop(&here, &["build", "-o", "thesis"])), @"
    status 1
    error: `thesis` holds something else; nothing was written. Name a new folder, or one that an earlier build wrote.
    ");
    for occupied in [".", "lessons", "a file"] {
        let output = workshop(&here, &["build", "-o", occupied]);
        assert_eq!(output.status.code(), Some(1), "{}", seen(&output));
        assert!(seen(&output).contains("holds something else; nothing was written"), "{}", seen(&output));
    }
    assert_eq!(files(here.path()), before);
}

#[test]
fn a_course_with_mistakes_is_not_built() {
    let here = folder(&[("lessons/01-start/01-why.md", LESSON.as_bytes())]);
    let before = files(here.path());
    assert_snapshot!(seen(&workshop(&here, &["build", "-o", "dist"])), @r#"
    status 1
    error[no-course-file]: this course folder has no `course.toml`
    --> lessons/course.toml
     = help: write a file `course.toml` with at least the line `title = "…"`

    1 lesson, 0 questions, 0 scenarios, 0 clauses: 1 error, 0 warnings
    "#);
    assert_eq!(files(here.path()), before);
}

#[test]
fn a_course_that_no_learning_system_can_keep_is_not_exported() {
    let question = |number: usize| {
        format!(
            "## Which, {number}? {{#q-{number} .quiz}}\n\n- [x] {{#a}} A\n  > Yes.\n- [ ] {{#b}} B\n  > No.\n\n"
        )
    };
    let lesson = |number: usize| {
        let questions: String = (number * 100..number * 100 + 100).map(question).collect();
        format!("---\ntitle: Lesson {number}\n---\n\n{questions}")
    };
    let here = folder(&[("lessons/course.toml", b"title = \"T\"\n")]);
    for number in 0..12 {
        let path = here.path().join(format!("lessons/{number:02}-m{number}/01-l{number}.md"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(path, lesson(number)).expect("written");
    }
    assert_snapshot!(seen(&workshop(&here, &["export", "scorm12", "-o", "course.zip"])), @"
    status 1
    error: a learner's answers in this course can take 5483 letters, and a learning system keeps 4096. Make packages of fewer modules: --module ID, once for each
    ");
    assert!(!here.path().join("course.zip").exists());
}
