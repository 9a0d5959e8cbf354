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
    assert_snapshot!(seen(&workshop(&here, &["new", "my/course"])), @"");
    let checked = workshop(&here, &["check", "my/course"]);
    assert!(checked.status.success() && checked.stderr.is_empty(), "{}", seen(&checked));
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
    assert_snapshot!(seen(&workshop(&here, &["new", "course"])), @"");
    assert_eq!(workshop(&here, &["new", "a file"]).status.code(), Some(1));
    assert_eq!(files(here.path()), before);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    assert_snapshot!(seen(&workshop(&folder(&[]), &["check", "lesons"])), @"");
}

#[test]
fn a_file_is_no_course_folder() {
    let here = folder(&[("course.toml", b"title = \"T\"\n")]);
    assert_eq!(workshop(&here, &["check", "course.toml"]).status.code(), Some(1));
}

#[test]
fn without_a_name_the_folder_is_lessons() {
    assert_snapshot!(seen(&workshop(&folder(&[]), &["check"])), @"");
}

#[test]
fn an_empty_folder_holds_no_lesson() {
    let here = folder(&[]);
    fs::create_dir(here.path().join("lessons")).expect("made");
    assert_snapshot!(seen(&workshop(&here, &["check"])), @"");
}

#[test]
fn a_file_that_is_not_utf8_names_the_first_wrong_place() {
    let here = folder(&[
        ("lessons/course.toml", b"title = \"T\"\n"),
        ("lessons/01-start/01-why.md", b"---\ntitle: \xc3\xbcber Gr\xf6\xdfe\n---\n"),
    ]);
    assert_snapshot!(seen(&workshop(&here, &["check"])), @"");
}

#[test]
fn hidden_and_backup_files_are_passed_over() {
    let here = folder(&[
        ("lessons/course.toml", b"title = \"T\"\n"),
        ("lessons/01-start/01-why.md", LESSON.as_bytes()),
        ("lessons/01-start/01-why.md~", b"\xff"),
        ("lessons/.git/01-a.md", b"\xff"),
    ]);
    assert!(workshop(&here, &["check"]).status.success());
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused_and_one_inside_is_followed() {
    let here = folder(&[
        ("lessons/course.toml", b"title = \"T\"\n"),
        ("lessons/01-start/01-why.md", LESSON.as_bytes()),
        ("secret.md", b"# Secret\n"),
    ]);
    let module = here.path().join("lessons/01-start");
    std::os::unix::fs::symlink("../../secret.md", module.join("02-secret.md")).expect("linked");
    std::os::unix::fs::symlink("01-why.md", module.join("03-again.md")).expect("linked");
    std::os::unix::fs::symlink("nowhere.md", module.join("04-gone.md")).expect("linked");
    std::os::unix::fs::symlink("/", module.join("05-root")).expect("linked");
    let output = seen(&workshop(&here, &["check"]));
    assert!(!output.contains("Secret"));
    assert_snapshot!(output, @"");
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
    let lesson = "---\ntitle: Why\n---\n\nSay it: [DSC-9].\n";
    let here = folder(&[
        ("lessons/course.toml", b"title = \"T\"\n"),
        ("lessons/policy.md", b"---\nversion: 1\n---\n## Say it {#DSC}\n### First {#DSC-1}\nText.\n"),
        ("lessons/01-start/01-why.md", lesson.as_bytes()),
    ]);
    assert_snapshot!(seen(&workshop(&here, &["check"])), @"");
    let list = workshop(&here, &["check", "lessons/", "--format", "json"]);
    assert_eq!((list.status.code(), list.stderr.len()), (Some(1), 0));
    let found: serde_json::Value = serde_json::from_slice(&list.stdout).expect("JSON");
    assert_eq!(found.as_array().map(Vec::len), Some(1));
    assert_eq!((&found[0]["file"], &found[0]["code"]), (&"lessons/01-start/01-why.md".into(), &"unknown-clause".into()));
    assert_eq!((&found[0]["line"], &found[0]["column"]), (&5.into(), &9.into()));
    assert_eq!((&found[0]["end_line"], &found[0]["end_column"]), (&5.into(), &16.into()));
}

#[test]
fn a_warning_does_not_stop() {
    let here =
        folder(&[("lessons/course.toml", b"title = \"T\"\n"), ("lessons/01-start/01-why.md", b"# Why\n\nText.\n")]);
    let output = workshop(&here, &["check"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(seen(&output).contains("warning[no-front-matter]"), "{}", seen(&output));
}

#[test]
fn a_course_without_mistakes_is_an_empty_list_of_json() {
    let here = folder(&[]);
    workshop(&here, &["new", "course"]);
    let output = workshop(&here, &["check", "course", "--format", "json"]);
    assert_eq!((output.status.code(), String::from_utf8_lossy(&output.stdout).trim()), (Some(0), "[]"));
}

#[test]
fn a_code_is_explained_and_a_misspelt_one_names_the_nearest() {
    let here = folder(&[]);
    let explained = workshop(&here, &["check", "--explain", "missing-folder"]);
    assert!(explained.status.success() && explained.stdout.len() > 100, "{}", seen(&explained));
    assert_snapshot!(seen(&workshop(&here, &["check", "--explain", "mising-folder"])), @"");
}

#[test]
fn the_course_of_this_project_has_no_mistakes() {
    let output = Command::new(env!("CARGO_BIN_EXE_workshop"))
        .args(["check", "lessons"])
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
    let windows = format!("\u{feff}{}", WITHOUT_IDS.replace('\n', "\r\n").replace("go*?", "stand*?").replace("Post", "Again"));
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
    assert_snapshot!(seen(&workshop(&here, &["build", "-o", "thesis"])), @"");
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
    assert_snapshot!(seen(&workshop(&here, &["build", "-o", "dist"])), @"");
    assert_eq!(files(here.path()), before);
}
