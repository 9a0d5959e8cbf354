//! The `workshop` command: everything that touches the disk, the clock and the network.
//!
//! Knows: all rooms but the browser's. Each file is one command or one thing that commands share.

mod build;
mod check;
mod explain;
mod export;
pub mod folder;
mod front_end;
mod new;
mod schedule;
mod serve;
mod site;
mod strip;
mod today;
mod write_ids;

use std::fmt;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// A training workshop from one folder of Markdown.
#[derive(Debug, Parser)]
#[command(name = "workshop", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write a small sample course into a new folder
    New {
        /// The folder to make
        dir: PathBuf,
    },
    /// Find the mistakes in a course
    Check(check::Check),
    /// Build the site: a folder of static files
    Build(build::Build),
    /// Build the site, serve it on this machine, and rebuild it whenever a file is saved
    Serve(serve::Serve),
    /// Write the course as a package for a learning system (LMS)
    Export(export::Export),
    /// Show what a workshop takes, module by module, against what it may take
    Schedule(schedule::ScheduleCommand),
}

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people: the source line with a caret
    Text,
    /// For editors and CI: one JSON list
    Json,
}

/// Why a command stopped.
#[derive(Debug)]
pub enum Stop {
    /// The course has mistakes; they have been printed.
    Mistakes,
    /// The file system said no.
    Io { doing: String, error: std::io::Error },
    /// The folder to write holds something that this command did not write.
    Occupied { path: PathBuf, advice: &'static str },
    /// Another program listens on the port.
    PortInUse { port: u16 },
    /// The project's own source is gone, so the front end cannot be compiled.
    NoSource { path: PathBuf },
    /// cargo could not compile the front end; it has said why.
    FrontEnd { reason: String },
    /// There is no explanation for such a code.
    UnknownCode { code: String, nearest: Option<String> },
    /// A workshop or a course has no such module.
    UnknownModule { id: String, of: &'static str, known: Vec<String>, nearest: Option<String> },
    /// The file to write is not named as a package is.
    NoZip { path: PathBuf },
    /// An LMS cannot keep what a learner may do in this course.
    StateTooLong { worst: usize, limit: usize },
    /// A workshop takes more than it may; its schedule has been printed.
    TooLong,
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Stop::Mistakes => f.write_str("the course has mistakes"),
            Stop::Io { doing, error } => write!(f, "cannot {doing}: {error}"),
            Stop::Occupied { path, advice } => {
                write!(f, "`{}` holds something else; nothing was written. {advice}", path.display())
            }
            Stop::PortInUse { port } => {
                let other = port.checked_add(1).unwrap_or(8080);
                write!(f, "port {port} is in use. Choose another one: --port {other}")
            }
            Stop::NoSource { path } => write!(
                f,
                "the source of the front end is not at `{}` any more. Run the command from a checkout of the project",
                path.display()
            ),
            Stop::FrontEnd { reason } => write!(f, "the front end could not be compiled: {reason}"),
            Stop::UnknownCode { code, nearest: Some(nearest) } => {
                write!(f, "there is no diagnostic `{code}`. Did you mean `{nearest}`?")
            }
            Stop::UnknownCode { code, nearest: None } => {
                write!(f, "there is no diagnostic `{code}`. `workshop check` prints codes in square brackets")
            }
            Stop::UnknownModule { id, of, known, nearest } => {
                let meant = nearest.as_ref().map(|nearest| format!(" Did you mean `{nearest}`?"));
                let known = known.join(", ");
                write!(f, "this {of} has no module `{id}`.{} Possible: {known}", meant.unwrap_or_default())
            }
            Stop::NoZip { path } => write!(
                f,
                "`{}` is no name of a package; nothing was written. Name a file that ends with .zip: -o course.zip",
                path.display()
            ),
            Stop::StateTooLong { worst, limit } => write!(
                f,
                "a learner's answers in this course can take {worst} letters, and a learning system keeps {limit}. \
                 Make packages of fewer modules: --module ID, once for each"
            ),
            Stop::TooLong => f.write_str("the workshop takes more than its target"),
        }
    }
}

impl Stop {
    fn io(doing: impl Into<String>) -> impl FnOnce(std::io::Error) -> Stop {
        let doing = doing.into();
        move |error| Stop::Io { doing, error }
    }
}

/// Runs the command that the program was started with.
pub fn run() -> ExitCode {
    let result = match Arguments::parse().command {
        Command::New { dir } => new::run(&dir),
        Command::Check(check) => check.run(),
        Command::Build(build) => build.run(),
        Command::Serve(serve) => serve.run(),
        Command::Export(export) => export.run(),
        Command::Schedule(schedule) => schedule.run(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Mistakes | Stop::TooLong) => ExitCode::FAILURE,
        Err(stop) => {
            eprintln!("error: {stop}");
            ExitCode::FAILURE
        }
    }
}
