//! How large the search index of a course is, as a share of its text, and how long a key
//! takes, as a ratio to reading through all of the text. Run with `cargo bench --bench search`.
//!
//! The texts are drawn: words as frequent as in a language (the n-th most frequent one 1/n
//! as often as the first), parts as many and as long as in the lessons that come with the project.

use std::hint::black_box;
use std::time::{Duration, Instant};

use social_workshop::course::decomposed::decomposed;
use social_workshop::course::read::read;
use social_workshop::course::search::build;
use social_workshop::course::search::form::Index;
use social_workshop::course::search::lookup::Query;
use social_workshop::course::search::places::{self, PageText};
use social_workshop::course::search::words::words;
use social_workshop::course::source::SourceFolder;

const LESSONS: usize = 1_000;
/// Different words to draw from: what a million words of prose have.
const WORDS: f64 = 30_000.0;
const QUERIES: usize = 120;
/// What one key may take.
const BUDGET: Duration = Duration::from_millis(20);
const RUNS: usize = 9;

fn main() {
    let mut chance = Chance(7);
    let folder = big_course(&mut chance);
    let written: usize = folder.texts.values().map(|file| file.text.len()).sum();
    let (course, diagnostics) = read(&folder);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let pages = places::of(&course);
    let searched: usize = pages.iter().map(searched_bytes).sum();
    let bytes = build::of_pages(&pages);
    let index = Index::read(&bytes).expect("an index");
    let places: usize = pages.iter().map(|page| page.places.len()).sum();
    println!("{LESSONS} lessons, {places} places, {:.1} MB written", written as f64 / 1e6);
    println!("index                        {:.0} kB", bytes.len() as f64 / 1e3);
    println!("  of all that is written     {:.1} %  (at most 15)", percent(bytes.len(), written));
    println!("  of what can be found       {:.1} %", percent(bytes.len(), searched));
    println!(
        "made in                      {:.0?}",
        times((0..RUNS).map(|_| time(|| build::of_pages(&pages)))).0
    );
    println!("read in                      {:.1?}", times((0..RUNS).map(|_| time(|| Index::read(&bytes)))).0);
    keys(&index, &pages, &mut chance);
    assert!(bytes.len() * 100 < written * 15, "the index is too large");
}

/// Types many queries letter by letter, and holds each key against reading all of the text.
fn keys(index: &Index, pages: &[PageText], chance: &mut Chance) {
    // Folded beforehand, so that reading is as quick as it can be.
    let fold =
        |text: &str| words(text, decomposed).map(|word| format!(" {}", word.folded)).collect::<String>();
    let places = pages.iter().flat_map(|page| page.places.iter().map(move |place| (page, place)));
    let texts: Vec<String> = places
        .map(|(page, place)| fold(place.title.as_ref().unwrap_or(&page.title)) + &fold(&place.text) + " ")
        .collect();
    let queries: Vec<String> = (0..QUERIES).map(|number| sentence(1 + number % 3, chance)).collect();
    let begun = queries.iter().flat_map(|query| (1..=query.len()).map(|end| &query[..end]));
    let typed: Vec<&str> = begun.filter(|typed| !typed.ends_with(' ')).collect();
    let by_reading = |typed: &str| {
        let mut wanted: Vec<String> = typed.split(' ').map(|word| format!(" {word} ")).collect();
        wanted.iter_mut().rev().take(1).for_each(|last| last.truncate(last.len() - 1));
        texts.iter().filter(|text| wanted.iter().all(|word| text.contains(word))).count()
    };
    let by_index = |typed: &str| index.find(&Query::read(typed, decomposed), 20).all;
    for typed in typed.iter().step_by(40) {
        assert_eq!(by_index(typed), by_reading(typed), "{typed}");
    }
    let reading = times(typed.iter().step_by(10).map(|typed| once(|| by_reading(typed))));
    let finding = times(typed.iter().map(|typed| once(|| by_index(typed))));
    let misspelt = once(|| index.did_you_mean(&Query::read("gravestax", decomposed)));
    println!("{} keys, as a ratio to reading all of the text for the same keys", typed.len());
    println!(
        "  median                     {:.3}  ({:.1?} to {:.1?})",
        ratio(finding.0, reading.0),
        finding.0,
        reading.0
    );
    println!(
        "  worst                      {:.3}  ({:.1?} to {:.1?})",
        ratio(finding.1, reading.1),
        finding.1,
        reading.1
    );
    println!("  nearest word, once settled {:.3}  ({misspelt:.1?})", ratio(misspelt, reading.0));
    assert!(finding.1 < BUDGET, "a key takes {:?}", finding.1);
}

/// The median and the largest.
fn times(times: impl Iterator<Item = Duration>) -> (Duration, Duration) {
    let mut times: Vec<Duration> = times.collect();
    times.sort();
    (times[times.len() / 2], times[times.len() - 1])
}

/// The least of three: what else the machine does is not ours.
fn once<T>(mut work: impl FnMut() -> T) -> Duration {
    (0..3).map(|_| time(&mut work)).min().unwrap_or_default()
}

fn searched_bytes(page: &PageText) -> usize {
    let own = |title: &Option<String>| title.as_ref().map_or(page.title.len(), String::len);
    page.places.iter().map(|place| own(&place.title) + place.text.len()).sum()
}

/// Numbers that only look random (xorshift).
struct Chance(u64);

impl Chance {
    /// From 0 to 1.
    fn draw(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn word(&mut self) -> String {
        spell((self.draw() * WORDS.ln()).exp() as usize)
    }
}

/// The n-th most frequent word: longer, the rarer it is.
fn spell(mut number: usize) -> String {
    const SYLLABLES: [&str; 24] = [
        "a", "to", "of", "in", "is", "re", "on", "it", "er", "ti", "me", "al", "o", "sta", "di", "ve", "su",
        "li", "gra", "ne", "po", "sha", "ky", "mu",
    ];
    const ENDINGS: [&str; 5] = ["", "s", "", "ed", "n"];
    let ending = if number < SYLLABLES.len() { "" } else { ENDINGS[number % ENDINGS.len()] };
    let mut word = String::new();
    loop {
        word.push_str(SYLLABLES[number % SYLLABLES.len()]);
        number /= SYLLABLES.len();
        if number == 0 {
            return word + ending;
        }
    }
}

fn sentence(length: usize, chance: &mut Chance) -> String {
    (0..length).map(|_| chance.word()).collect::<Vec<_>>().join(" ")
}

fn prose(words: usize, chance: &mut Chance) -> String {
    let sentences: Vec<String> = (0..words.div_ceil(13)).map(|_| sentence(13, chance) + ".").collect();
    sentences.join(" ")
}

fn big_course(chance: &mut Chance) -> SourceFolder {
    let policy = "---\nversion: 1\n---\n## Say it {#DSC}\n### In the post {#DSC-1}\nText.\n";
    let mut files = vec![
        ("course.toml".to_owned(), "title = \"Big\"\n".to_owned()),
        ("policy.md".to_owned(), policy.to_owned()),
    ];
    files.extend((0..LESSONS).map(|number| {
        let module = number / 50;
        (format!("{module:02}-m{module}/{number:04}-l.md"), lesson_text(number, chance))
    }));
    SourceFolder::from_texts("big", files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

fn lesson_text(lesson: usize, chance: &mut Chance) -> String {
    let mut text =
        format!("---\nid: l{lesson}\ntitle: {}\nminutes: 6\nclauses: [DSC-1]\n---\n\n", sentence(4, chance));
    text.push_str(&format!("{}\n\n", prose(39, chance)));
    for _ in 0..2 {
        text.push_str(&format!("## {}\n\n{}\n\n", sentence(4, chance), prose(65, chance)));
    }
    for question in 0..5 {
        let title = sentence(4, chance);
        text.push_str(&format!(
            "## {title} {{#q-{lesson}-{question} .quiz clause=DSC-1}}\n\n{}\n\n",
            prose(26, chance)
        ));
        for option in 0..4 {
            let mark = if option == 1 { "x" } else { " " };
            text.push_str(&format!(
                "- [{mark}] {{#o{option}}} {}\n  > {}\n",
                sentence(8, chance),
                prose(26, chance)
            ));
        }
        text.push_str(&format!("\n### Why {{.why}}\n\n{}\n\n", prose(26, chance)));
    }
    text
}

#[allow(clippy::disallowed_methods, reason = "a bench measures time")]
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

fn ratio(time: Duration, to: Duration) -> f64 {
    time.as_secs_f64() / to.as_secs_f64()
}

fn percent(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64 * 100.0
}
