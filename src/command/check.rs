//! `workshop check`: finds the mistakes in a course.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use super::{Format, Stop, explain, folder, today, write_ids};
use crate::course::coverage::{self, Gap};
use crate::course::diagnostic::{Diagnostic, render, render_json};
use crate::course::mistake::{Mistake, Severity};
use crate::course::model::{Confidence, Course, Kind, Verdict};
use crate::course::source::SourceFolder;
use crate::course::{placeholders, policy_lint, read};

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
    /// Show where each clause is taught and asked about, and fail where that is too little
    #[arg(long)]
    coverage: bool,
    /// Fail where something is still to be filled in
    #[arg(long)]
    release: bool,
    /// The day on which facts must still hold
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = today::parse)]
    today: Option<String>,
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
        let today = self.today.clone().unwrap_or_else(today::today);
        let mut found = Found::on_day(&self.dir, &today);
        found.lint_policy();
        if self.release {
            found.find_placeholders();
        }
        let gaps = if self.coverage { coverage::gaps(&found.course) } else { Vec::new() };
        match self.format {
            Format::Json => println!("{}", found.json()),
            Format::Text => self.print(&found, &gaps),
        }
        if found.has_mistakes() || !gaps.is_empty() { Err(Stop::Mistakes) } else { Ok(()) }
    }

    fn print(&self, found: &Found, gaps: &[Gap]) {
        eprint!("{}", found.text(std::io::stderr().is_terminal()));
        if self.coverage {
            println!("{}", coverage::table(&coverage::matrix(&found.course)));
            for gap in gaps {
                eprintln!("error[coverage]: {gap}");
            }
            println!("{}", counts(&found.course));
        }
        println!("{}", found.closing_line());
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
    /// Reads the folder as of today.
    pub fn in_folder(dir: &std::path::Path) -> Self {
        Self::on_day(dir, &today::today())
    }

    /// Reads the folder as of a day, `YYYY-MM-DD`.
    pub fn on_day(dir: &std::path::Path, day: &str) -> Self {
        let shown_folder = dir.to_string_lossy().replace('\\', "/");
        match folder::read(dir) {
            Ok(folder) => {
                let (course, diagnostics) = read::read_on(&folder, day);
                Self { folder, course, diagnostics, shown_folder }
            }
            Err(diagnostic) => Self { diagnostics: vec![diagnostic], shown_folder, ..Self::default() },
        }
    }

    fn lint_policy(&mut self) {
        let policy = self.folder.texts.get("policy.md");
        self.diagnostics.extend(policy.into_iter().flat_map(policy_lint::lint));
    }

    fn find_placeholders(&mut self) {
        for file in self.folder.texts.values() {
            for span in placeholders::find(file) {
                let mistake = Mistake::Placeholder { text: file.text[span.clone()].to_owned() };
                self.diagnostics.push(Diagnostic { mistake, path: file.path.clone(), span });
            }
        }
    }

    /// Whether the course cannot be built.
    pub fn stops_build(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::stops_build)
    }

    fn has_mistakes(&self) -> bool {
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
        let (variants, asked): (Vec<_>, Vec<_>) =
            self.course.questions().partition(|question| question.variant_of.is_some());
        let scenarios = asked.iter().filter(|question| question.kind == Kind::Scenario).count();
        let questions = asked.len() - scenarios;
        let clauses = self.course.policy.iter().flat_map(|policy| policy.clauses()).count();
        let lessons = self.course.lessons().count();
        let mut held = vec![(lessons, "lesson"), (questions, "question"), (scenarios, "scenario")];
        held.extend(Some((variants.len(), "variant")).filter(|(number, _)| *number > 0));
        held.push((clauses, "clause"));
        let wrong = [(count(Severity::Error), "error"), (count(Severity::Warning), "warning")];
        format!("{}: {}", counted(&held), counted(&wrong))
    }
}

/// `2 lessons, 1 question`.
fn counted(things: &[(usize, &str)]) -> String {
    let words = things
        .iter()
        .map(|(number, thing)| format!("{number} {thing}{}", if *number == 1 { "" } else { "s" }));
    words.collect::<Vec<_>>().join(", ")
}

/// What the course holds, line by line.
fn counts(course: &Course) -> String {
    let minutes: u32 = course.core_lessons().map(|(_, lesson)| lesson.minutes).sum();
    let verdicts = Verdict::ALL.map(|verdict| {
        let ends_in = |question: &&_| coverage::right_verdict(question) == Some(verdict);
        let count = course.lessons().flat_map(|(_, lesson)| lesson.asked()).filter(ends_in).count();
        format!("{} {count}", verdict.word())
    });
    let facts = |confidence: Confidence| {
        course
            .platforms
            .iter()
            .flat_map(|platform| &platform.facts)
            .filter(|fact| fact.confidence == confidence)
            .count()
    };
    format!(
        "{} modules; core path: {} lessons, {minutes} minutes\nscenarios: {}\nfacts: {} verified, {} in conflict, {} unverified",
        course.modules.len(),
        course.core_lessons().count(),
        verdicts.join(", "),
        facts(Confidence::Verified),
        facts(Confidence::Conflict),
        facts(Confidence::Unverified),
    )
}
