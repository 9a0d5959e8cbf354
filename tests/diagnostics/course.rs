//! A course in memory with nothing wrong, to be changed by one test.

use social_workshop::course::diagnostic::{Diagnostic, render};
use social_workshop::course::model::Course;
use social_workshop::course::policy_lint::lint;
use social_workshop::course::read::read_on;
use social_workshop::course::source::{SourceFile, SourceFolder, Unreadable};

const SETTINGS: &str = "title = \"Be yourself\"\n";

const POLICY: &str = "\
---
version: \"1\"
---

## Say who you are {#DSC}

### Say it at all {#DSC-1}
Text.

### Put it in the post itself {#DSC-2 .critical}
Text.

## Your rights {#RGT}

### Talk about pay {#RGT-1 .yours}
Text.
";

/// The front matter of the lesson that `body` writes: its text begins on line 4.
const FRONT_MATTER: &str = "---\ntitle: Why\n---\n";

#[derive(Debug, Clone)]
pub struct TestCourse {
    folder: SourceFolder,
    today: &'static str,
}

/// A course with settings, a policy and one lesson, `01-start/01-why.md`.
pub fn course() -> TestCourse {
    let files = [("course.toml", SETTINGS), ("policy.md", POLICY), ("01-start/01-why.md", FRONT_MATTER)];
    TestCourse { folder: SourceFolder::from_texts("my-course", files), today: "2027-01-01" }
}

impl TestCourse {
    pub fn file(mut self, path: &str, stored: &str) -> Self {
        self.folder.texts.insert(path.to_owned(), SourceFile::new(path, stored));
        self
    }

    /// The whole file of the lesson.
    pub fn lesson(self, text: &str) -> Self {
        self.file("01-start/01-why.md", text)
    }

    /// The text of the lesson, from line 4 of its file on.
    pub fn body(self, text: &str) -> Self {
        self.lesson(&format!("{FRONT_MATTER}{text}"))
    }

    pub fn policy(self, text: &str) -> Self {
        self.file("policy.md", text)
    }

    pub fn glossary(self, text: &str) -> Self {
        self.file("glossary.md", text)
    }

    pub fn settings(self, text: &str) -> Self {
        self.file("course.toml", text)
    }

    pub fn platforms(self, text: &str) -> Self {
        self.file("platforms.toml", text)
    }

    /// An image or another file that is not text.
    pub fn other(mut self, path: &str) -> Self {
        self.folder.others.push(path.to_owned());
        self
    }

    pub fn unreadable(mut self, path: &str, reason: Unreadable) -> Self {
        self.folder.texts.remove(path);
        self.folder.unreadable.push((path.to_owned(), reason));
        self
    }

    pub fn without(mut self, path: &str) -> Self {
        self.folder.texts.remove(path);
        self
    }

    pub fn folder(&self) -> &SourceFolder {
        &self.folder
    }

    pub fn read(&self) -> (Course, Vec<Diagnostic>) {
        read_on(&self.folder, self.today)
    }

    /// The same course with each of its files stored in another form.
    pub fn stored(self, form: impl Fn(&str) -> String) -> Self {
        let files: Vec<(String, String)> =
            self.folder.texts.values().map(|file| (file.path.clone(), form(&file.text))).collect();
        files.iter().fold(self, |course, (path, stored)| course.file(path, stored))
    }

    /// What an author sees.
    pub fn diagnostics(&self) -> String {
        render(&self.read().1, &self.folder, "", false)
    }

    /// What counsel is asked about the policy.
    pub fn questions_for_counsel(&self) -> String {
        render(&lint(&self.folder.texts["policy.md"]), &self.folder, "", false)
    }

    /// The codes alone, for what must not be noted, or not twice.
    pub fn codes(&self) -> Vec<&'static str> {
        self.read().1.iter().map(|found| found.mistake.code()).collect()
    }

    /// All HTML of the course, one piece after the other.
    pub fn html(&self) -> String {
        html(&self.read().0)
    }
}

/// All HTML of a course, one piece after the other.
pub fn html(course: &Course) -> String {
    format!("{course:?}")
        .split("Html(\"")
        .skip(1)
        .filter_map(|piece| piece.split_once("\")").map(|(html, _)| html.replace("\\\"", "\"")))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn the_course_of_these_tests_has_no_mistake() {
    assert_eq!(course().diagnostics(), "");
}
