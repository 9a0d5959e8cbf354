//! `workshop check`: finds the mistakes in a course.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use super::{Format, Stop, explain, folder, write_ids};
use crate::course::diagnostic::{Diagnostic, render, render_json};
use crate::course::mistake::Severity;
use crate::course::model::{Course, Kind};
use crate::course::read;
use crate::course::source::SourceFolder;

#[derive(Debug, Args)]
pub struct Check {
    /// The course folder
    #[arg(default_value = "lessons")]
    dir: PathBuf,
    /// How to print what was found
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Explain a diagnostic by its code, and do nothing else
    #[arg(long, value_name = "CODE")]
    explain: Option<String>,
    /// Write an id at every question and option that has none
    #[arg(long)]
    write_ids: bool,
}

impl Check {
    pub fn run(&self) -> Result<(), Stop> {
        if let Some(code) = &self.explain {
            println!("{}", explain::explain(code)?);
            return Ok(());
        }
        if self.write_ids {
            let written = write_ids::run(&self.dir)?;
            eprintln!("{written} ids written");
        }
        let found = Found::in_folder(&self.dir);
        match self.format {
            Format::Json => println!("{}", found.json()),
            Format::Text => {
                eprint!("{}", found.text(std::io::stderr().is_terminal()));
                println!("{}", found.closing_line());
            }
        }
        if found.has_errors() { Err(Stop::Mistakes) } else { Ok(()) }
    }
}

/// A course folder, read, with all that was found.
#[derive(Debug, Default)]
pub struct Found {
    pub folder: SourceFolder,
    pub course: Course,
    pub diagnostics: Vec<Diagnostic>,
    shown_folder: String,
}

impl Found {
    /// Reads the folder.
    pub fn in_folder(dir: &std::path::Path) -> Self {
        let shown_folder = dir.to_string_lossy().replace('\\', "/");
        match folder::read(dir) {
            Ok(folder) => {
                let (course, diagnostics) = read::read(&folder);
                Self { folder, course, diagnostics, shown_folder }
            }
            Err(diagnostic) => Self { diagnostics: vec![diagnostic], shown_folder, ..Self::default() },
        }
    }

    /// Whether the course cannot be built.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The diagnostics as people read them.
    pub fn text(&self, colour: bool) -> String {
        render(&self.diagnostics, &self.folder, &self.shown_folder, colour)
    }

    /// The diagnostics as one JSON list.
    pub fn json(&self) -> String {
        render_json(&self.diagnostics, &self.folder, &self.shown_folder)
    }

    /// What was counted, and how many mistakes there are.
    pub fn closing_line(&self) -> String {
        let count =
            |severity| self.diagnostics.iter().filter(|found| found.mistake.severity() == severity).count();
        let scenarios = self.course.questions().filter(|question| question.kind == Kind::Scenario).count();
        let questions = self.course.questions().count() - scenarios;
        let clauses = self.course.policy.iter().flat_map(|policy| policy.clauses()).count();
        format!(
            "{} lessons, {questions} questions, {scenarios} scenarios, {clauses} clauses: {} errors, {} warnings",
            self.course.lessons().count(),
            count(Severity::Error),
            count(Severity::Warning),
        )
    }
}
