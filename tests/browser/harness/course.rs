//! Small courses that a test writes itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

pub const POLICY: &str = "\
---
version: \"1\"
---

# Our policy

## Say who you are {#DSC}

### Put it in the post itself {#DSC-1 .critical}

Say that you work here.

### No reviews of our own {#DSC-2}

Leave stars to customers.

## Your rights {#RGT}

### You may talk about work {#RGT-1 .yours}

Pay, hours, safety.
";

/// A course folder.
#[derive(Debug, Clone)]
pub struct Course {
    files: BTreeMap<String, String>,
}

impl Course {
    /// A course with a policy of three clauses: DSC-1, DSC-2, RGT-1.
    pub fn new() -> Self {
        let course = Self { files: BTreeMap::new() };
        course.titled("small-course", "A small course").file("policy.md", POLICY)
    }

    pub fn titled(self, id: &str, title: &str) -> Self {
        self.file("course.toml", &format!("title = \"{title}\"\nid = \"{id}\"\n"))
    }

    pub fn file(mut self, path: &str, text: &str) -> Self {
        self.files.insert(path.to_owned(), text.to_owned());
        self
    }

    /// A lesson in the file with this path.
    pub fn lesson(self, path: &str, lesson: Lesson) -> Self {
        self.file(path, &lesson.markdown)
    }

    /// Writes the files; what else is in the folder stays.
    pub fn write(&self, folder: &Path) {
        for (path, text) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().expect("a file in a folder")).expect("make the folder");
            fs::write(path, text).expect("write the course");
        }
    }
}

/// A lesson as its author writes it.
#[derive(Debug, Clone)]
pub struct Lesson {
    markdown: String,
}

impl Lesson {
    pub fn new(id: &str, title: &str) -> Self {
        Self { markdown: format!("---\nid: {id}\ntitle: {title}\nminutes: 2\n---\n\n") }
    }

    pub fn text(mut self, text: &str) -> Self {
        self.markdown += &format!("{text}\n\n");
        self
    }

    pub fn ask(mut self, question: Question) -> Self {
        let Question { heading, attributes, prompt, options, parts } = question;
        let attributes = attributes.join(" ");
        self.markdown += &format!("## {heading} {{{attributes}}}\n\n{prompt}\n{options}\n{parts}\n");
        self
    }
}

/// A question as its author writes it.
#[derive(Debug, Clone)]
pub struct Question {
    heading: String,
    attributes: Vec<String>,
    prompt: String,
    options: String,
    parts: String,
}

impl Question {
    pub fn quiz(id: &str, heading: &str) -> Self {
        Self {
            heading: heading.to_owned(),
            attributes: vec![format!("#{id}"), ".quiz".to_owned()],
            prompt: String::new(),
            options: String::new(),
            parts: String::new(),
        }
    }

    /// A scenario that turns on DSC-1.
    pub fn scenario(id: &str, heading: &str, draft: &str) -> Self {
        let mut scenario = Self::quiz(id, heading).set("clause=DSC-1");
        scenario.attributes[1] = ".scenario".to_owned();
        scenario.prompt = format!("You work at Acme.\n\n> {draft}\n");
        scenario
    }

    /// Adds an attribute to the heading.
    pub fn set(mut self, attribute: &str) -> Self {
        self.attributes.push(attribute.to_owned());
        self
    }

    pub fn right(self, option: &str, reason: &str) -> Self {
        self.option('x', option, reason)
    }

    pub fn wrong(self, option: &str, reason: &str) -> Self {
        self.option(' ', option, reason)
    }

    fn option(mut self, mark: char, option: &str, reason: &str) -> Self {
        let _ = writeln!(self.options, "- [{mark}] {option}\n  > {reason}");
        self
    }

    /// Adds a `.hint`, `.why` or `.fixed`.
    pub fn part(mut self, class: &str, text: &str) -> Self {
        let _ = writeln!(self.parts, "### Part {{.{class}}}\n\n{text}\n");
        self
    }
}
