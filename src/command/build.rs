//! `workshop build`: the site as a folder of static files.

use std::fs;
use std::io::IsTerminal;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::Found;
use super::site::{Making, Site};
use super::{Stop, front_end};

/// The file by which a folder is known to be written by this command.
const MARK: &str = "_workshop/site.txt";

#[derive(Debug, Args)]
pub struct Build {
    /// The course folder
    #[arg(default_value = "lessons")]
    dir: PathBuf,
    /// The folder to write; what an earlier build wrote there is replaced
    #[arg(short = 'o', long = "output", value_name = "DIST")]
    output: PathBuf,
    /// The path of the site on its server, for the page of a wrong address
    #[arg(long, default_value = "/", value_name = "PATH")]
    base: String,
    /// Leave the trainer's notes out of the site
    #[arg(long)]
    no_notes: bool,
}

impl Build {
    pub fn run(&self) -> Result<(), Stop> {
        ensure_ours(&self.output)?;
        let found = Found::in_folder(&self.dir);
        eprint!("{}", found.text(std::io::stderr().is_terminal()));
        if found.stops_build() {
            eprintln!("{}", found.closing_line());
            return Err(Stop::Mistakes);
        }
        let front_end = front_end::compile(&front_end::source()?)?;
        let base = format!("/{}/", self.base.trim_matches('/')).replace("//", "/");
        let notes = !self.no_notes;
        let making =
            Making { front_end: &front_end, dir: &self.dir, base: &base, notes, script: None, in_lms: false };
        let site = Site::make(&found.course, making)?;
        write(&site, &self.output)?;
        println!("{}", found.closing_line());
        println!(
            "The site is in {}: {} files. Put the folder on any web server.",
            self.output.display(),
            site.files.len()
        );
        Ok(())
    }
}

/// Whether the folder may be replaced: it is not there, empty, or an earlier build.
fn ensure_ours(output: &Path) -> Result<(), Stop> {
    let advice = "Name a new folder, or one that an earlier build wrote.";
    let occupied = || Stop::Occupied { path: output.to_owned(), advice };
    if !output.exists() {
        return Ok(());
    }
    let mut entries = fs::read_dir(output).map_err(|_| occupied())?;
    if entries.next().is_none() || output.join(MARK).is_file() { Ok(()) } else { Err(occupied()) }
}

/// Writes the site beside the output folder first: a stop in the middle leaves the old one whole.
fn write(site: &Site, output: &Path) -> Result<(), Stop> {
    let doing = || format!("write {}", output.display());
    let beside = with_ending(output, ".writing");
    let old = with_ending(output, ".old");
    remove(&beside).map_err(Stop::io(doing()))?;
    remove(&old).map_err(Stop::io(doing()))?;
    for (path, bytes) in &site.files {
        let full = beside.join(path);
        if let Some(parent) = full.parent() {
            fs::create_dir_all(parent).map_err(Stop::io(doing()))?;
        }
        fs::write(&full, bytes).map_err(Stop::io(doing()))?;
    }
    let mark = "Written by `workshop build`. The next build replaces this folder.\n";
    fs::write(beside.join(MARK), mark).map_err(Stop::io(doing()))?;
    if output.exists() {
        fs::rename(output, &old).map_err(Stop::io(doing()))?;
    }
    fs::rename(&beside, output).map_err(Stop::io(doing()))?;
    remove(&old).map_err(Stop::io(doing()))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

fn remove(path: &Path) -> std::io::Result<()> {
    if path.exists() { fs::remove_dir_all(path) } else { Ok(()) }
}
