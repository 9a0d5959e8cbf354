//! How long a course of 1,000 lessons and 10,000 questions takes, as a ratio to
//! pulldown-cmark alone over the same text. Run with `cargo bench --bench build`.

use std::collections::BTreeMap;
use std::hint::black_box;
use std::time::{Duration, Instant};

use social_workshop::course::page::{self, FileNames, Variants};
use social_workshop::course::read::read;
use social_workshop::course::source::SourceFolder;

const LESSONS: usize = 1_000;
const QUESTIONS_A_LESSON: usize = 10;
const RUNS: usize = 7;

fn main() {
    let folder = big_course();
    let bytes: usize = folder.texts.values().map(|file| file.text.len()).sum();
    let (mut alone, mut course, mut site) = (Vec::new(), Vec::new(), Vec::new());
    // Taken in turns, so that a busy machine is slow for all three.
    for _ in 0..RUNS {
        alone.push(time(|| parse_alone(&folder)));
        course.push(time(|| read(&folder).0.questions().count()));
        site.push(time(|| make_site(&folder)));
    }
    let (alone, course, site) = (median(alone), median(course), median(site));
    println!(
        "{LESSONS} lessons, {} questions, {:.1} MB of text",
        LESSONS * QUESTIONS_A_LESSON,
        bytes as f64 / 1e6
    );
    println!("pulldown-cmark alone        1.0   ({alone:.0?})");
    println!("folder to course, checked   {:.1}   ({course:.0?})", ratio(course, alone));
    println!("folder to pages and files   {:.1}   ({site:.0?})", ratio(site, alone));
    if let Some(peak) = peak_memory() {
        println!("peak memory                 {peak}");
    }
}

fn big_course() -> SourceFolder {
    let mut files: Vec<(String, String)> = vec![
        ("course.toml".to_owned(), "title = \"Big\"\n".to_owned()),
        (
            "policy.md".to_owned(),
            "---\nversion: 1\n---\n## Say it {#DSC}\n### In the post {#DSC-1}\nText.\n".to_owned(),
        ),
        (
            "glossary.md".to_owned(),
            "disclosure\n: Saying it.\n\nadvocate\n: A colleague who speaks up.\n".to_owned(),
        ),
    ];
    files.extend(
        (0..LESSONS).map(|lesson| (format!("{:02}-m/{lesson:04}-l.md", lesson / 50), lesson_text(lesson))),
    );
    // Modules of the same name would share an id.
    let files: Vec<(String, String)> = files
        .into_iter()
        .map(|(path, text)| (path.replace("-m/", &format!("-m{}/", &path[..2])), text))
        .collect();
    SourceFolder::from_texts("big", files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn lesson_text(lesson: usize) -> String {
    let mut text =
        format!("---\nid: l{lesson}\ntitle: Lesson {lesson}\nminutes: 6\nclauses: [DSC-1]\n---\n\n");
    for paragraph in 0..6 {
        text.push_str(&format!("## Part {paragraph}\n\nReaders want to know it **before** they weigh your words: [DSC-1]. An advocate makes a disclosure, *in the post*.\n\n- one\n- two\n\n"));
    }
    for question in 0..QUESTIONS_A_LESSON {
        text.push_str(&format!(
            "## Where does it go? {{#q-{lesson}-{question} .quiz clause=DSC-1}}\n\nYou recommend the app.\n\n"
        ));
        for option in 0..4 {
            let mark = if option == 1 { "x" } else { " " };
            text.push_str(&format!(
                "- [{mark}] {{#o{option}}} Option number {option}\n  > The reason for it, in a sentence.\n"
            ));
        }
        text.push_str("\n### Why {.why}\n\nBecause readers want to know.\n\n");
    }
    text
}

fn parse_alone(folder: &SourceFolder) -> usize {
    folder
        .texts
        .values()
        .map(|file| {
            let mut html = String::new();
            pulldown_cmark::html::push_html(
                &mut html,
                pulldown_cmark::Parser::new_ext(&file.text, pulldown_cmark::Options::all()),
            );
            html.len()
        })
        .sum()
}

fn make_site(folder: &SourceFolder) -> usize {
    let (course, diagnostics) = read(folder);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = page::all(&course, &FileNames::default(), "<title>{title}</title>{body}", "/");
    let outline =
        serde_json::to_string(&page::outline(&course, &BTreeMap::new())).map_or(0, |json| json.len());
    let variants = Variants::of(&course);
    let lessons: usize = course
        .lessons()
        .map(|(_, lesson)| {
            serde_json::to_string(&page::lesson_file(lesson, &variants)).map_or(0, |json| json.len())
        })
        .sum();
    pages.iter().map(|(_, html)| html.len()).sum::<usize>() + outline + lessons
}

#[allow(clippy::disallowed_methods, reason = "a bench measures time")]
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn ratio(time: Duration, to: Duration) -> f64 {
    time.as_secs_f64() / to.as_secs_f64()
}

/// As Linux counts it; other systems say nothing here.
fn peak_memory() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(format!("{} MB", kilobytes / 1000))
}
