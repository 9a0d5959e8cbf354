//! `workshop export`: a course as a package for a learning system (LMS).
//!
//! The package is the ordinary site in a folder, and around it one page that speaks SCORM or
//! cmi5 in plain JavaScript. Everything a learner does stays in the LMS.

mod links;
mod manifest;
mod pages;
mod structure;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use zip::write::{SimpleFileOptions, ZipWriter};

use super::check::Found;
use super::site::{Making, Site};
use super::{Stop, front_end};
use crate::course::diagnostic::nearest;
use crate::course::model::Course;
use crate::course::page;
use crate::records::lms_state::{self, LIMIT, ROOM};

/// The page that the LMS opens.
const LAUNCH: &str = "launch.html";
/// Where the site is in the package.
const SITE: &str = "site";
/// The colours of the site, and the page around it.
const STYLE: &str = concat!(include_str!("../../../style/1-tokens.css"), include_str!("launch.css"));
/// What a learner in an LMS has no use for: the trainer's pages, and data that the LMS keeps.
const UNWANTED: [&str; 8] = [
    "present",
    "projector.html",
    "assign",
    "records.html",
    "my-data.html",
    "404.html",
    "_workshop/slides.",
    "_workshop/room.",
];

/// What a package is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Standard {
    /// SCORM 1.2: what every LMS takes
    Scorm12,
    /// SCORM 2004, 4th edition
    Scorm2004,
    /// cmi5, for systems with xAPI
    Cmi5,
}

impl Standard {
    fn name(self) -> &'static str {
        match self {
            Standard::Scorm12 => "scorm12",
            Standard::Scorm2004 => "scorm2004",
            Standard::Cmi5 => "cmi5",
        }
    }

    /// The script that speaks to the LMS.
    fn adapter(self) -> &'static str {
        match self {
            Standard::Scorm12 | Standard::Scorm2004 => include_str!("scorm.js"),
            Standard::Cmi5 => include_str!("cmi5.js"),
        }
    }
}

#[derive(Debug, Args)]
pub struct Export {
    /// What the learning system takes
    #[arg(value_enum)]
    standard: Standard,
    /// The course folder
    #[arg(default_value = "lessons")]
    dir: PathBuf,
    /// The package to write; a file with this name is replaced
    #[arg(short = 'o', long = "output", value_name = "COURSE.zip")]
    output: PathBuf,
    /// A module of the course, by its id; without any, all of them
    #[arg(long = "module", value_name = "ID")]
    modules: Vec<String>,
    /// Percent of the clauses that must be mastered, in place of the course's own mark
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u32).range(1..=100))]
    pass: Option<u32>,
}

impl Export {
    pub fn run(&self) -> Result<(), Stop> {
        if self.output.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("zip")) {
            return Err(Stop::NoZip { path: self.output.clone() });
        }
        let found = Found::in_folder(&self.dir);
        eprint!("{}", found.text(std::io::stderr().is_terminal()));
        if found.stops_build() {
            eprintln!("{}", found.closing_line());
            return Err(Stop::Mistakes);
        }
        let course = self.part(found.course)?;
        let worst = prove_state(&course)?;
        let front_end = front_end::compile_every_page(&front_end::source()?)?;
        let making = Making {
            front_end: &front_end,
            dir: &self.dir,
            base: "",
            notes: false,
            script: None,
            in_lms: true,
        };
        let site = Site::make(&course, making)?;
        let files = package(&course, &self.id(&course), self.standard, site)?;
        write(&files, &self.output)?;
        println!(
            "The package is {}: {} files. Modules: {}. Pass mark: {} %. What the learning system keeps of a \
             learner is at most {worst} letters.",
            self.output.display(),
            files.len(),
            course.modules.len(),
            course.settings.pass
        );
        Ok(())
    }

    /// By what an LMS tells packages apart: one of some modules is not one of the whole course.
    fn id(&self, course: &Course) -> String {
        let modules: Vec<&str> = course.modules.iter().map(|module| module.id.as_str()).collect();
        let id = &course.settings.id;
        if self.modules.is_empty() { id.clone() } else { format!("{id}.{}", modules.join(".")) }
    }

    /// The modules that were named, for everybody; or the whole course.
    fn part(&self, mut course: Course) -> Result<Course, Stop> {
        course.settings.pass = self.pass.unwrap_or(course.settings.pass);
        if self.modules.is_empty() {
            return Ok(course);
        }
        let known: Vec<String> = course.modules.iter().map(|module| module.id.clone()).collect();
        if let Some(id) = self.modules.iter().find(|id| !known.contains(id)) {
            let nearest = nearest(id, known.iter().map(String::as_str));
            return Err(Stop::UnknownModule { id: id.clone(), of: "course", known, nearest });
        }
        course.modules.retain(|module| self.modules.contains(&module.id));
        course.modules.iter_mut().for_each(|module| module.choose_any = false);
        Ok(course)
    }
}

/// Proves that an LMS can keep whatever a learner will do. Gives the letters that it takes at most.
fn prove_state(course: &Course) -> Result<usize, Stop> {
    let outline = page::outline(course, &BTreeMap::new());
    let worst = lms_state::worst_case(&outline);
    if worst > LIMIT {
        return Err(Stop::StateTooLong { worst, limit: LIMIT });
    }
    if worst > ROOM {
        eprintln!(
            "warning: what a learning system keeps of a learner may grow to {worst} letters. SCORM 1.2 keeps \
             {LIMIT}, some systems fewer. Choose modules with --module to stay below {ROOM}."
        );
    }
    Ok(worst)
}

/// All files of a package, by their path in it.
fn package(
    course: &Course,
    id: &str,
    standard: Standard,
    site: Site,
) -> Result<BTreeMap<String, Vec<u8>>, Stop> {
    let is_app = |path: &&String| path.starts_with("_workshop/app.") && path.ends_with(".wasm");
    let wasm = site.files.keys().find(is_app).map(|path| format!("{SITE}/{path}")).unwrap_or_default();
    let is_wanted = |path: &str| !UNWANTED.iter().any(|start| path.starts_with(start));
    let wanted = site.files.into_iter().filter(|(path, _)| is_wanted(path));
    let mut files: BTreeMap<String, Vec<u8>> =
        wanted.map(|(path, bytes)| (format!("{SITE}/{path}"), bytes)).collect();
    links::loosen(&mut files);
    let around = [
        (LAUNCH, pages::launch(course, standard)),
        ("self-test.html", pages::self_test(course, standard, &wasm)),
        ("launch.css", STYLE.to_owned()),
        ("lms.js", include_str!("host.js").to_owned()),
        ("adapter.js", standard.adapter().to_owned()),
        ("self-test.js", include_str!("self-test.js").to_owned()),
    ];
    files.extend(around.map(|(path, text)| (path.to_owned(), text.into_bytes())));
    let listed: Vec<&str> = files.keys().map(String::as_str).collect();
    let (name, xml) = match standard {
        Standard::Cmi5 => ("cmi5.xml", structure::structure(course, id)),
        _ => ("imsmanifest.xml", manifest::manifest(course, id, standard, &listed)),
    };
    files.insert(name.to_owned(), xml.map_err(Stop::io("write the manifest"))?);
    Ok(files)
}

/// Writes the zip beside the output first: a stop in the middle leaves the old one whole.
fn write(files: &BTreeMap<String, Vec<u8>>, output: &Path) -> Result<(), Stop> {
    let doing = || format!("write {}", output.display());
    let bytes = zipped(files).map_err(|error| Stop::Io { doing: doing(), error: error.into() })?;
    let beside = output.with_extension("zip.writing");
    fs::write(&beside, bytes).map_err(Stop::io(doing()))?;
    fs::rename(&beside, output).map_err(Stop::io(doing()))
}

/// The same files give the same bytes: no entry says when it was made.
fn zipped(files: &BTreeMap<String, Vec<u8>>) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    for (path, bytes) in files {
        zip.start_file(path.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
