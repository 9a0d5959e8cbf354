//! The site as files in memory: pages, course files, front end.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;

use super::Stop;
use super::front_end::{FrontEnd, content_hash};
use crate::course::model::Course;
use crate::course::page::{self, FileNames, Variants};
use crate::course::search;
use crate::course::slides;
use crate::course::target::FILES;

/// Where everything but the pages is.
const FOLDER: &str = "_workshop";

/// Files by their path, `/` between its parts.
#[derive(Debug, Default)]
pub struct Site {
    pub files: BTreeMap<String, Vec<u8>>,
}

/// How a site is made.
#[derive(Debug, Clone, Copy)]
pub struct Making<'a> {
    pub front_end: &'a FrontEnd,
    /// Where the course folder is, for its images.
    pub dir: &'a Path,
    /// Where the site's root will be: `/` or `/some/path/`.
    pub base: &'a str,
    /// Whether the trainer's notes are among the files.
    pub notes: bool,
    /// A further script for every page.
    pub script: Option<&'a str>,
    /// Whether the site is for a package that an LMS opens.
    pub in_lms: bool,
}

impl Site {
    /// Makes the site of a course without errors.
    pub fn make(course: &Course, making: Making) -> Result<Self, Stop> {
        let mut site = Self::default();
        let names = site.shared_files(course, making)?;
        for asset in &course.assets {
            let path = making.dir.join(asset);
            let bytes = fs::read(&path).map_err(Stop::io(format!("read {}", path.display())))?;
            site.files.insert(format!("{FILES}/{asset}"), bytes);
        }
        for (path, html) in page::all(course, &names, &making.front_end.template, making.base) {
            site.files.insert(path, html.into_bytes());
        }
        Ok(site)
    }

    fn shared_files(&mut self, course: &Course, making: Making) -> Result<FileNames, Stop> {
        let front_end = making.front_end;
        let mut names = FileNames {
            style: self.add("style", "css", front_end.style.clone()),
            room_style: self.add("room", "css", front_end.room_style.clone()),
            boot: self.add("boot", "js", front_end.boot.clone()),
            preferences: self.add("preferences", "js", front_end.preferences.clone()),
            app: self.add("app", "js", front_end.every_page.script.clone()),
            wasm: self.add("app", "wasm", front_end.every_page.wasm.clone()),
            in_lms: making.in_lms,
            ..FileNames::default()
        };
        // The small module of lessons knows no LMS.
        (names.lesson_app, names.lesson_wasm) = match making.in_lms {
            true => (names.app.clone(), names.wasm.clone()),
            false => (
                self.add("lesson", "js", front_end.lesson.script.clone()),
                self.add("lesson", "wasm", front_end.lesson.wasm.clone()),
            ),
        };
        if let Some(script) = making.script {
            names.scripts.push(self.add("script", "js", script.as_bytes().to_vec()));
        }
        let variants = Variants::of(course);
        for (_, lesson) in course.lessons().filter(|(_, lesson)| lesson.asked().next().is_some()) {
            let bytes = json(&page::lesson_file(lesson, &variants))?;
            let name = self.add(&format!("lessons/{}", lesson.id), "json", bytes);
            names.lessons.insert(lesson.id.clone(), name);
        }
        if let Some(policy) = &course.policy {
            names.policy = Some(self.add("policy", "json", json(&page::policy_file(policy))?));
        }
        if let Some(glossary) = &course.glossary {
            names.glossary = Some(self.add("glossary", "json", json(&page::glossary_file(glossary))?));
        }
        names.slides = self.add("slides", "json", json(&slides::build::slides(course))?);
        let notes = slides::build::notes(course);
        if making.notes && !notes.notes.is_empty() {
            names.notes = Some(self.add("notes", "json", json(&notes)?));
        }
        names.search = self.add("search", "bin", search::build::index(course));
        names.outline = self.add("outline", "json", json(&page::outline(course, &names.lessons))?);
        Ok(names)
    }

    /// Adds a file under a name that changes with its content, and gives that name.
    fn add(&mut self, stem: &str, ending: &str, bytes: Vec<u8>) -> String {
        let name = format!("{FOLDER}/{stem}.{}.{ending}", content_hash(&bytes));
        self.files.insert(name.clone(), bytes);
        name
    }
}

fn json<T: Serialize>(value: &T) -> Result<Vec<u8>, Stop> {
    serde_json::to_vec(value)
        .map_err(|error| Stop::Io { doing: "write the course files".to_owned(), error: error.into() })
}

/// The type that a file is served with.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "gif" => "image/gif",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::front_end::Module;
    use crate::course::read::read;
    use crate::course::source::SourceFolder;

    /// The files of a small course as text, by their path.
    fn files(notes: bool) -> BTreeMap<String, String> {
        let lesson = "---\ntitle: Why\n---\nText.\n\n### Notes {.notes}\nAsk the room about xylophones.\n\n\
                      ## Where? {.quiz}\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\n### Notes {.notes}\nNo zither.\n";
        let texts = [("course.toml", "title = \"T\"\n"), ("01-start/01-why.md", lesson)];
        let (course, found) = read(&SourceFolder::from_texts("c", texts));
        assert_eq!(found, []);
        let front_end = FrontEnd { template: "<html{data}>{body}".to_owned(), ..FrontEnd::default() };
        let making = Making {
            front_end: &front_end,
            dir: Path::new("."),
            base: "/",
            notes,
            script: None,
            in_lms: false,
        };
        let site = Site::make(&course, making).expect("a site");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        site.files.into_iter().map(|(path, bytes)| (path, text(bytes))).collect()
    }

    fn name(files: &BTreeMap<String, String>, start: &str) -> Option<String> {
        files.keys().find(|path| path.starts_with(start)).cloned()
    }

    #[test]
    fn notes_are_in_one_file_which_the_presenter_alone_names() {
        let files = files(true);
        let notes = name(&files, "_workshop/notes.").expect("notes");
        for word in ["xylophones", "zither"] {
            let holding: Vec<_> = files.iter().filter(|(_, text)| text.contains(word)).collect();
            assert_eq!(holding.iter().map(|(path, _)| *path).collect::<Vec<_>>(), [&notes]);
        }
        let naming = files.iter().filter(|(_, text)| text.contains(&notes)).map(|(path, _)| path.as_str());
        assert_eq!(naming.collect::<Vec<_>>(), ["presenter.html"]);
        let slides = name(&files, "_workshop/slides.").expect("slides");
        let naming = files.iter().filter(|(_, text)| text.contains(&slides)).map(|(path, _)| path.as_str());
        assert_eq!(naming.collect::<Vec<_>>(), ["present.html", "presenter.html", "projector.html"]);
    }

    #[test]
    fn without_notes_no_file_holds_a_word_of_them() {
        let files = files(false);
        assert_eq!(name(&files, "_workshop/notes."), None);
        for word in ["xylophones", "zither", "data-notes"] {
            assert!(!files.values().any(|text| text.contains(word)), "{word}");
        }
        assert!(files.values().any(|text| text.contains("data-slides")));
    }

    #[test]
    fn pages_may_talk_to_the_lrs_that_the_course_names_and_to_no_other() {
        let page = |settings: &str| {
            let texts = [("course.toml", settings), ("01-start/01-why.md", "---\ntitle: Why\n---\nText.\n")];
            let (course, found) = read(&SourceFolder::from_texts("c", texts));
            assert_eq!(found, []);
            let template = include_str!("../../index.html").to_owned();
            let lesson = Module { script: b"l".to_vec(), ..Module::default() };
            let front_end = FrontEnd { template, lesson, ..FrontEnd::default() };
            let making = Making {
                front_end: &front_end,
                dir: Path::new("."),
                base: "/",
                notes: false,
                script: None,
                in_lms: false,
            };
            let site = Site::make(&course, making).expect("a site");
            String::from_utf8_lossy(&site.files["start/why.html"]).into_owned()
        };
        let without = page("title = \"T\"\n");
        assert!(without.contains("connect-src 'self';") && without.contains("_workshop/lesson."));
        assert!(!without.contains("data-lrs"));
        let lrs = "[lrs]\nendpoint = \"https://lrs.example.com/xapi\"\nhomepage = \"https://people.example.com/\"\n";
        let with = page(&format!("title = \"T\"\n{lrs}"));
        assert!(with.contains("connect-src 'self' https://lrs.example.com;"));
        assert!(with.contains("data-lrs=\"{&quot;endpoint&quot;:&quot;https://lrs.example.com/xapi/&quot;"));
        // What sends is not in the small module of lessons.
        assert!(!with.contains("_workshop/lesson."));
    }
}
