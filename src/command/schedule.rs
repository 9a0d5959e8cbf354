//! `workshop schedule`: what a workshop takes, against what it may take.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;

use super::Stop;
use super::check::Found;
use crate::course::diagnostic::nearest;
use crate::course::model::Course;
use crate::course::slides::SlidesFile;
use crate::course::slides::build::slides;
use crate::live::plan::Plan;
use crate::live::schedule::{Schedule, module_minutes};

/// The longest break, in minutes.
const LONGEST_BREAK: u32 = 600;

#[derive(Debug, Args)]
pub struct ScheduleCommand {
    /// The course folder
    #[arg(default_value = "lessons")]
    dir: PathBuf,
    /// The modules of the workshop, in their order; without it, those that everybody takes
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    modules: Vec<String>,
    /// Breaks after modules, as in `start:10,respect:15`, or `none`; without it, ten minutes after at most fifty of work
    #[arg(long, value_name = "BREAKS", value_parser = breaks)]
    breaks: Option<Breaks>,
    /// Minutes that all of it may take; fail where it takes more
    #[arg(long, value_name = "MINUTES")]
    target: Option<u32>,
    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Minutes of the break after a module, by its id.
#[derive(Debug, Clone)]
struct Breaks(BTreeMap<String, u32>);

/// Reads the breaks of the command line.
fn breaks(text: &str) -> Result<Breaks, String> {
    if text == "none" {
        return Ok(Breaks(BTreeMap::new()));
    }
    let written = text.split(',').map(|part| {
        let (module, minutes) = part.rsplit_once(':')?;
        let minutes = minutes.parse().ok().filter(|minutes| (1..=LONGEST_BREAK).contains(minutes))?;
        Some((module.to_owned(), minutes))
    });
    written.collect::<Option<_>>().map(Breaks).ok_or_else(|| {
        format!("write a module and minutes, 1 to {LONGEST_BREAK}, as in `start:10,respect:15`, or `none`")
    })
}

impl ScheduleCommand {
    pub fn run(&self) -> Result<(), Stop> {
        let found = Found::in_folder(&self.dir);
        eprint!("{}", found.text(std::io::stderr().is_terminal()));
        if found.stops_build() {
            eprintln!("{}", found.closing_line());
            return Err(Stop::Mistakes);
        }
        let slides = slides(&found.course);
        let plan = self.plan(&found.course, &slides)?;
        let titles: Vec<_> =
            found.course.modules.iter().map(|module| (module.id.clone(), module.title.clone())).collect();
        let schedule = Schedule::of(&slides, &titles, &plan);
        match self.json {
            true => println!("{}", serde_json::to_string_pretty(&schedule).unwrap_or_default()),
            false => print!("{}", table(&schedule)),
        }
        if schedule.is_too_long() { Err(Stop::TooLong) } else { Ok(()) }
    }

    fn plan(&self, course: &Course, slides: &SlidesFile) -> Result<Plan, Stop> {
        let core = course.modules.iter().filter(|module| !module.choose_any);
        let mut modules: Vec<String> = Vec::new();
        for id in &self.modules {
            known(id, course.modules.iter().map(|module| module.id.as_str()), "course")?;
            if !modules.contains(id) {
                modules.push(id.clone());
            }
        }
        if self.modules.is_empty() {
            modules.extend(core.map(|module| module.id.clone()));
        }
        let plan = match &self.breaks {
            Some(Breaks(breaks)) => {
                for id in breaks.keys() {
                    known(id, modules.iter().map(String::as_str), "workshop")?;
                }
                Plan { modules, breaks: breaks.clone(), target: None }
            }
            None => {
                let minutes = modules.into_iter().map(|id| (id.clone(), module_minutes(slides, &id)));
                Plan::with_usual_breaks(&minutes.collect::<Vec<_>>())
            }
        };
        Ok(Plan { target: self.target, ..plan })
    }
}

/// Stops at a module that `of` does not have.
fn known<'m>(id: &str, known: impl Iterator<Item = &'m str>, of: &'static str) -> Result<(), Stop> {
    let known: Vec<&str> = known.collect();
    if known.contains(&id) {
        return Ok(());
    }
    let nearest = nearest(id, known.iter().copied());
    let known = known.into_iter().map(str::to_owned).collect();
    Err(Stop::UnknownModule { id: id.to_owned(), of, known, nearest })
}

/// The schedule as people read it.
fn table(schedule: &Schedule) -> String {
    let mut text = String::new();
    for module in &schedule.modules {
        let read_only = if module.lessons.is_empty() { ": nothing is projected" } else { "" };
        let _ = writeln!(text, "{:>4} min  {} ({}){read_only}", module.minutes, module.title, module.id);
        for lesson in &module.lessons {
            let _ = writeln!(text, "          {:>4} min  {}", lesson.minutes, lesson.title);
        }
        if let Some(minutes) = module.break_after {
            let _ = writeln!(text, "{minutes:>4} min  break");
        }
    }
    let breaks = match schedule.breaks {
        0 => "without breaks".to_owned(),
        minutes => format!("{minutes} min of them breaks"),
    };
    let _ = writeln!(text, "{:>4} min  in all, {breaks}", schedule.total);
    if let (Some(target), Some(spare)) = (schedule.target, schedule.spare) {
        let verdict = match spare {
            0.. => format!("fits, {spare} min to spare"),
            over => format!("{} min too long", -over),
        };
        let _ = writeln!(text, "{target:>4} min  target: {verdict}");
    }
    text
}
