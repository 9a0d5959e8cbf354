//! A course folder as a course: which file is what, and what must agree between files.
//!
//! Reading never fails: it gives a course and the mistakes that were found.

use std::collections::{BTreeMap, BTreeSet};

use super::attributes;
use super::diagnostic::{Diagnostic, Report, nearest};
use super::front_matter;
use super::glossary::{self, TermFinder};
use super::id;
use super::lesson;
use super::markdown;
use super::mistake::Mistake;
use super::model::{Course, Module, Platform, Settings};
use super::platforms;
use super::policy;
use super::render::{Page, Surroundings};
use super::settings;
use super::source::{SourceFile, SourceFolder, Span, Unreadable, location};
use super::target::{self, Anchors};
use super::variants::{self, WrittenVariant};
use crate::words::EN;

/// Files beside the modules.
const PAGES: [&str; 5] = ["course.toml", "policy.md", "glossary.md", "platforms.toml", "README.md"];

/// Reads a course folder on a day on which every fact still holds.
pub fn read(folder: &SourceFolder) -> (Course, Vec<Diagnostic>) {
    read_on(folder, "")
}

/// Reads a course folder as of `today`, `YYYY-MM-DD`: facts past their review decide no question.
pub fn read_on(folder: &SourceFolder, today: &str) -> (Course, Vec<Diagnostic>) {
    let mut reading = Reading::default();
    reading.files(folder);
    let layout = reading.layout(folder);
    let platforms = reading.platforms(folder, today);
    let mut course = reading.pages(surroundings(folder, &layout, platforms, today), &layout);
    course.settings = reading.settings(folder);
    let known = reading.questions.keys().map(String::as_str).collect();
    reading.diagnostics.extend(variants::settle(&mut course, &reading.variants, &known));
    course.assets = std::mem::take(&mut reading.assets).into_iter().collect();
    reading.diagnostics.extend(target::check_anchors(&reading.anchors));
    if course.lessons().next().is_none() && folder.unreadable.is_empty() {
        reading.note("", Mistake::EmptyCourse);
    }
    reading
        .diagnostics
        .sort_by(|a, b| (&a.path, a.span.start, a.span.end).cmp(&(&b.path, b.span.start, b.span.end)));
    (course, reading.diagnostics)
}

/// A module's folder.
#[derive(Debug)]
struct ModuleFiles<'a> {
    id: String,
    index: Option<&'a SourceFile>,
    /// Id and file of each lesson.
    lessons: Vec<(String, &'a SourceFile)>,
}

#[derive(Debug, Default)]
struct Reading {
    diagnostics: Vec<Diagnostic>,
    anchors: BTreeMap<String, Anchors>,
    assets: BTreeSet<String>,
    /// Where each question stands, by its id.
    questions: BTreeMap<String, String>,
    /// With the paths of their files.
    variants: Vec<(String, WrittenVariant)>,
}

impl Reading {
    fn note(&mut self, path: &str, mistake: Mistake) {
        self.diagnostics.push(Diagnostic { mistake, path: path.to_owned(), span: 0..0 });
    }

    /// What can be said of each file before it is parsed.
    fn files(&mut self, folder: &SourceFolder) {
        for (path, reason) in &folder.unreadable {
            self.note(
                path,
                match reason {
                    Unreadable::NotUtf8 { line, column, .. } => {
                        Mistake::NotUtf8 { line: *line, column: *column }
                    }
                    Unreadable::LeavesFolder => Mistake::LeavesFolder,
                    Unreadable::System(reason) => Mistake::UnreadableFile { reason: reason.clone() },
                },
            );
        }
        for (path, file) in &folder.texts {
            if file.had_byte_order_mark {
                self.note(path, Mistake::ByteOrderMark);
            }
            if let Some(at) = file.first_windows_line_end {
                let span = at..at;
                self.diagnostics.push(Diagnostic {
                    mistake: Mistake::WindowsLineEnds,
                    path: path.clone(),
                    span,
                });
            }
            self.place(path);
        }
        for path in &folder.others {
            if let Some(meant) = with_known_ending(path) {
                self.note(path, Mistake::UnknownFile { nearest: Some(meant) });
            }
        }
    }

    /// Notes a file that has no place in a course folder.
    fn place(&mut self, path: &str) {
        let parts: Vec<&str> = path.split('/').collect();
        match parts[..] {
            [name] if PAGES.contains(&name) => {}
            [name] => self.note(path, Mistake::UnknownFile { nearest: nearest(name, PAGES) }),
            ["shelf", name] if name.ends_with(".md") => {
                self.note(path, not_yet("shelf items", "this one is left out"))
            }
            [_, name] if name.ends_with(".md") => {}
            _ => self.note(path, Mistake::UnknownFile { nearest: None }),
        }
    }

    /// Which files make which module and lesson; ids must differ.
    fn layout<'a>(&mut self, folder: &'a SourceFolder) -> Vec<ModuleFiles<'a>> {
        let mut modules: BTreeMap<&str, ModuleFiles> = BTreeMap::new();
        let mut module_ids: BTreeMap<String, &str> = BTreeMap::new();
        let mut lesson_ids: BTreeMap<String, &str> = BTreeMap::new();
        for (path, file) in &folder.texts {
            let Some((directory, name)) = path.split_once('/') else { continue };
            if directory == "shelf" || name.contains('/') || !name.ends_with(".md") {
                continue;
            }
            if !modules.contains_key(directory) {
                let id = id::from_file_name(directory);
                if id.is_empty() {
                    self.note(directory, Mistake::NoSlug { what: "module" });
                }
                self.unique("module", &id, directory, 0..0, &mut module_ids);
                modules.insert(directory, ModuleFiles { id, index: None, lessons: Vec::new() });
            }
            let Some(module) = modules.get_mut(directory) else { continue };
            if name == "index.md" {
                module.index = Some(file);
                continue;
            }
            let mut quiet = Report::on(path);
            let fields = front_matter::read(&file.text, &mut quiet).fields;
            let mut report = Report::on(path);
            let id = lesson::id_of(path, fields.as_ref(), &mut report);
            self.diagnostics.extend(report.into_diagnostics());
            self.unique("lesson", &id.value, path, id.span, &mut lesson_ids);
            module.lessons.push((id.value, file));
        }
        modules.into_values().collect()
    }

    fn unique<'a>(
        &mut self,
        what: &'static str,
        id: &str,
        path: &'a str,
        span: Span,
        seen: &mut BTreeMap<String, &'a str>,
    ) {
        match seen.get(id) {
            Some(first) => {
                let mistake = Mistake::DuplicateId { what, id: id.to_owned(), first: (*first).to_owned() };
                self.diagnostics.push(Diagnostic { mistake, path: path.to_owned(), span });
            }
            None => {
                seen.insert(id.to_owned(), path);
            }
        }
    }

    fn settings(&mut self, folder: &SourceFolder) -> Settings {
        let Some(file) = folder.texts.get("course.toml") else {
            if !folder.is_unreadable("course.toml") {
                self.note("course.toml", Mistake::NoCourseFile);
            }
            let id = settings::default_id(&folder.name);
            return Settings { id, ..Settings::default() };
        };
        let mut report = Report::on(&file.path);
        let settings = settings::read(&file.text, &folder.name, &mut report);
        self.diagnostics.extend(report.into_diagnostics());
        settings
    }

    fn platforms(&mut self, folder: &SourceFolder, today: &str) -> Option<Vec<Platform>> {
        let file = folder.texts.get("platforms.toml")?;
        let mut report = Report::on(&file.path);
        let platforms = platforms::read(&file.text, today, &mut report);
        self.diagnostics.extend(report.into_diagnostics());
        Some(platforms)
    }

    fn pages(&mut self, surroundings: Surroundings, layout: &[ModuleFiles]) -> Course {
        let folder = surroundings.folder;
        let mut course = Course::default();
        if let Some(file) = folder.texts.get("policy.md") {
            course.policy =
                Some(self.page(&surroundings, file, "", |page| policy::read(page, EN.policy.title)));
        }
        if let Some(file) = folder.texts.get("glossary.md") {
            course.glossary =
                Some(self.page(&surroundings, file, "", |page| glossary::read(page, EN.glossary.title)));
        }
        for files in layout {
            let mut module = Module { id: files.id.clone(), ..Module::default() };
            match files.index {
                Some(file) => self.page(&surroundings, file, "../", |page| read_index(&mut module, page)),
                None => module.title = title_of_folder(files),
            }
            for (id, file) in &files.lessons {
                let lesson = self.page(&surroundings, file, "../", |page| lesson::read(id.clone(), page));
                module.lessons.push(lesson);
            }
            if module.lessons.is_empty() {
                let path = files.index.map_or("", |file| file.path.as_str());
                self.note(path, Mistake::EmptyModule);
            }
            course.modules.push(module);
        }
        course.platforms = surroundings.platforms.unwrap_or_default();
        course
    }

    fn page<T>(
        &mut self,
        surroundings: &Surroundings,
        file: &SourceFile,
        root: &'static str,
        read: impl FnOnce(&mut Page) -> T,
    ) -> T {
        let mut page = Page::new(surroundings, &file.path, &file.text, root);
        let result = read(&mut page);
        self.diagnostics.extend(page.report.into_diagnostics());
        self.anchors.insert(file.path.clone(), page.anchors);
        self.assets.extend(page.assets);
        self.variants.extend(page.variants.into_iter().map(|variant| (file.path.clone(), variant)));
        for (id, span) in page.questions {
            self.unique_question(id, span, file);
        }
        result
    }

    /// Progress is kept under a question's id: it stands once in a course.
    fn unique_question(&mut self, id: String, span: Span, file: &SourceFile) {
        match self.questions.get(&id) {
            Some(first) => {
                let mistake = Mistake::DuplicateId { what: "question", id, first: first.clone() };
                self.diagnostics.push(Diagnostic { mistake, path: file.path.clone(), span });
            }
            None => {
                self.questions.insert(id, location(&file.path, &file.text, span.start));
            }
        }
    }
}

fn not_yet(feature: &str, consequence: &'static str) -> Mistake {
    Mistake::NotSupportedYet { feature: feature.to_owned(), consequence }
}

fn surroundings<'a>(
    folder: &'a SourceFolder,
    layout: &[ModuleFiles],
    platforms: Option<Vec<Platform>>,
    today: &str,
) -> Surroundings<'a> {
    let mut addresses = BTreeMap::new();
    for page in ["policy.md", "glossary.md"] {
        if folder.texts.contains_key(page) {
            addresses.insert(page.to_owned(), page.replace(".md", ".html"));
        }
    }
    for module in layout {
        if let Some(index) = module.index {
            addresses.insert(index.path.clone(), format!("{}/index.html", target::in_address(&module.id)));
        }
        for (id, file) in &module.lessons {
            addresses.insert(file.path.clone(), lesson_address(&module.id, id));
        }
    }
    let policy = folder.texts.get("policy.md");
    let terms = folder.texts.get("glossary.md").map(|file| glossary::names(&file.text)).unwrap_or_default();
    Surroundings {
        folder,
        addresses,
        clauses: policy.map(|file| policy::clause_ids(&file.text)).unwrap_or_default(),
        has_policy: policy.is_some() || folder.is_unreadable("policy.md"),
        platforms,
        today: today.to_owned(),
        terms: TermFinder::new(terms.iter().map(String::as_str)),
    }
}

/// The path of a text file whose ending is another than the course's: `01-why.MD`, `01-why.markdown`.
fn with_known_ending(path: &str) -> Option<String> {
    let (stem, ending) = path.rsplit_once('.')?;
    match ending.to_lowercase().as_str() {
        "md" | "markdown" => Some(format!("{stem}.md")),
        "toml" => Some(format!("{stem}.toml")),
        _ => None,
    }
}

/// The address of a lesson's page, seen from the site's root.
pub fn lesson_address(module: &str, lesson: &str) -> String {
    format!("{}/{}.html", target::in_address(module), target::in_address(lesson))
}

/// A module's own page: title and what it gives.
fn read_index(module: &mut Module, page: &mut Page) {
    let front = front_matter::read(page.text, &mut page.report);
    let fields = front.fields.unwrap_or_default();
    fields.check_keys(&["title", "choose"], &mut page.report);
    let document = markdown::parse(page.text, front.body_start, &page.surroundings.clauses);
    page.expect_footnotes(&document);
    let (title, sections) = lesson::title(&fields, &document, page);
    if title.is_none() && fields.lacks("title") {
        page.report.add(fields.span.clone(), Mistake::NoTitle);
    }
    page.reserve_ids(&sections);
    module.title = title.unwrap_or_default();
    if let Some(choose) = fields.text("choose", &mut page.report) {
        module.choose_any = choose.value == "any";
        if !module.choose_any {
            let mistake = Mistake::BadValue { key: "choose".to_owned(), expected: "`any`, or leave it out" };
            page.report.add(choose.span, mistake);
        }
    }
    for section in &sections {
        if let Some(heading) = &section.heading {
            attributes::check(heading, attributes::PLAIN, page.text, &mut page.report);
            let html = page.heading(heading);
            module.introduction.0.push_str(&html.0);
        }
        let html = page.prose(section.body);
        module.introduction.0.push_str(&html.0);
    }
    let footnotes = page.footnotes(&document);
    module.introduction.0.push_str(&footnotes.0);
}

/// `why-advocacy` as a title.
fn title_of_folder(files: &ModuleFiles) -> String {
    let words = files.id.replace(['-', '_'], " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
