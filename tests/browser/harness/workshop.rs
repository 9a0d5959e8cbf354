//! Sites: built by the program under test, served as any web server would.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};

use tempfile::TempDir;

use super::course::Course;
use super::driver::Popups;
use super::screen::Screen;
use super::server::Server;

/// Sites are served here, to see that they run anywhere.
const PATH: &str = "/some/path";

/// The program under test, with its front end compiled.
pub fn program() -> Command {
    shipped_site();
    command()
}

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_workshop"))
}

/// A site on a web server.
#[derive(Debug)]
pub struct Workshop {
    server: Server,
    site: PathBuf,
    /// Holds course and site of a test's own course.
    folder: Option<TempDir>,
}

impl Workshop {
    /// The course that comes with the project.
    pub fn shipped() -> Self {
        Self::serving(shipped_site().to_owned(), None)
    }

    /// A course of the test's own.
    pub fn of(course: &Course) -> Self {
        Self::built(course, &[])
    }

    /// The same, built with further arguments.
    pub fn built(course: &Course, arguments: &[&str]) -> Self {
        let folder = TempDir::new().expect("make a folder");
        let workshop = Self::serving(folder.path().join("site"), Some(folder));
        workshop.build(course, arguments);
        workshop
    }

    fn serving(site: PathBuf, folder: Option<TempDir>) -> Self {
        Self { server: Server::start(site.clone(), PATH), site, folder }
    }

    /// Replaces the site by one of this course, at the same address.
    pub fn publish(&self, course: &Course) {
        self.build(course, &[]);
    }

    fn build(&self, course: &Course, arguments: &[&str]) {
        shipped_site();
        let written = TempDir::new_in(self.folder.as_ref().expect("a course of the test's own").path());
        let written = written.expect("make a folder");
        course.write(written.path());
        build(written.path(), &self.site, arguments);
    }

    /// Takes the files whose path holds these words from the web server.
    pub fn lose(&self, words: &str) {
        assert!(self.folder.is_some(), "the shipped course is for all tests");
        walk(&self.site, &mut |path| {
            if path.to_string_lossy().contains(words) {
                fs::remove_file(path).expect("remove a file");
            }
        });
    }

    /// Where the site's home page is.
    pub fn address(&self) -> String {
        format!("{}{PATH}/", self.server.origin())
    }

    /// The file that is served at an address. None for another origin.
    pub fn file(&self, address: &str) -> Option<PathBuf> {
        let path = address.strip_prefix(&self.address())?;
        Some(self.site.join(path.split(['?', '#']).next().unwrap_or_default()))
    }

    /// Addresses of all pages, seen from the site's root.
    pub fn pages(&self) -> Vec<String> {
        let mut pages = Vec::new();
        walk(&self.site, &mut |path| {
            let inside = path.strip_prefix(&self.site).expect("a file of the site").to_string_lossy();
            if inside.ends_with(".html") {
                pages.push(inside.replace('\\', "/"));
            }
        });
        pages.sort();
        pages
    }

    /// The lesson whose page is the largest.
    pub fn longest_lesson(&self) -> String {
        let size = |page: &String| fs::metadata(self.site.join(page)).expect("a page").len();
        let lessons = self.pages().into_iter().filter(|page| page.contains('/'));
        lessons.max_by_key(size).expect("a lesson")
    }

    /// A new browser that nobody has studied in. It has no page open yet.
    pub fn visit(&self) -> Screen {
        Screen::new(self.address())
    }

    /// The same in a browser that blocks windows which nobody asked for.
    pub fn visit_without_popups(&self) -> Screen {
        Screen::with(self.address(), Popups::Blocked)
    }
}

/// The site of the shipped course, built once a run. Compiles the front end.
fn shipped_site() -> &'static Path {
    static SITE: OnceLock<PathBuf> = OnceLock::new();
    SITE.get_or_init(|| {
        let site = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser/site");
        fs::create_dir_all(site.parent().expect("a folder")).expect("make the folder");
        build(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons"), &site, &[]);
        site
    })
}

fn build(course: &Path, site: &Path, arguments: &[&str]) {
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut building = command();
    building.arg("build").arg(course).arg("-o").arg(site).args(["--base", PATH]).args(arguments);
    let built = building.output().expect("run the program");
    assert!(built.status.success(), "the course is not built:\n{}", String::from_utf8_lossy(&built.stderr));
}

fn walk(folder: &Path, visit: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("read the site").flatten() {
        let path = entry.path();
        if path.is_dir() { walk(&path, visit) } else { visit(&path) }
    }
}
