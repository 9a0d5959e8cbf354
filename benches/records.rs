//! What 5,000 receipts cost: read and judged, then folded into the matrix, each as a ratio
//! to parsing the same texts as JSON of any kind. Run with `cargo bench --bench records`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use social_workshop::learning::day::Day;
use social_workshop::records::assignment::{Assignment, Due, Recipient};
use social_workshop::records::book::{Book, Texts};
use social_workshop::records::import::{Verdict, found, judge, taken};
use social_workshop::records::log::{Log, Source, What, record};
use social_workshop::records::matrix::rows;
use social_workshop::records::receipt::{
    Accepted, ClauseMastery, ClauseScore, CourseVersion, ModuleScore, Receipt, Signed, State,
};
use social_workshop::records::roster::Person;

const PEOPLE: usize = 5_000;
const MODULES: usize = 8;
const CLAUSES: usize = 30;
const RUNS: usize = 5;
/// Times the cost of parsing alone. The id of each receipt is worked out anew, from a text
/// that is written for it.
const MOST: f64 = 10.0;

fn main() {
    let course = CourseVersion {
        id: "course".into(),
        title: "Course".into(),
        version: "0".repeat(16),
        ..Default::default()
    };
    let texts: Vec<String> = (0..PEOPLE).map(|number| receipt(&course, number).to_text()).collect();
    let modules: Vec<String> = (0..MODULES).map(module).collect();
    let log = Log::read([assigned()]);
    let book = Book::of(&log, &Texts::new());

    let is_json = |text: &&String| serde_json::from_str::<serde_json::Value>(text).is_ok();
    let parsed = time(|| texts.iter().filter(is_json).count());
    let judged = time(|| judged_all(&book, &course, &texts).len());
    let (receipts, kept) = taken(&judged_all(&book, &course, &texts));
    assert_eq!(receipts.len(), PEOPLE);
    let last = log.last().cloned();
    let (_, imported) = record(last.as_ref(), 2, "Hal", What::Imported { receipts, source: Source::File });
    let (records, kept) = ([assigned(), imported], kept.into_iter().collect::<Texts>());
    let folded = time(|| Book::of(&Log::read(&records), &kept).people.len());
    let whole = Book::of(&Log::read(&records), &kept);
    let lines = time(|| rows(&whole, &modules, Day(20_800)).len());

    println!("{:<52} {:>9} {:>7}", format!("{PEOPLE} receipts of {} bytes", texts[0].len()), "", "ratio");
    for (what, cost) in [
        ("parsed as JSON of any kind", parsed),
        ("read and judged", judged),
        ("log verified, receipts folded into the book", folded),
        ("matrix", lines),
    ] {
        let ratio = cost.as_secs_f64() / parsed.as_secs_f64();
        println!("{what:<52} {:>6.1} ms {ratio:>7.2}", cost.as_secs_f64() * 1000.0);
        assert!(ratio < MOST, "{what} takes {ratio:.1} times as long as parsing alone");
    }
}

fn module(number: usize) -> String {
    format!("module-{number}")
}

fn person(number: usize) -> String {
    format!("E-{number:05}")
}

fn assignment(number: usize) -> Assignment {
    Assignment {
        id: format!("assignment-{number}"),
        course: "course".to_owned(),
        by: "People team".to_owned(),
        to: Recipient { id: person(number), ..Recipient::default() },
        due: Due::On(Day(20_900)),
        valid_months: 12,
        ..Assignment::default()
    }
}

fn assigned() -> String {
    let people = (0..PEOPLE).map(|number| Person {
        id: person(number),
        name: format!("Person {number}"),
        ..Person::default()
    });
    let what =
        What::Assigned { assignments: (0..PEOPLE).map(assignment).collect(), people: people.collect() };
    record(None, 1, "Hal", what).1
}

fn receipt(course: &CourseVersion, number: usize) -> Signed {
    let score = |module: String| ModuleScore {
        id: module,
        lessons: 4,
        lessons_done: 4,
        questions: 6,
        right: 6,
        right_at_first_try: 5,
    };
    let clause = |number: usize| ClauseScore {
        id: format!("CLS-{number}"),
        text: format!("{number:016x}"),
        mastery: ClauseMastery::Mastered,
    };
    let mut receipt = Receipt {
        form: 1,
        course: course.clone(),
        assignment: Some(Accepted {
            assignment: assignment(number),
            opened: Day(20_700),
            due: Some(Day(20_900)),
        }),
        state: State::Passed,
        passed: Some(Day(20_750)),
        modules: (0..MODULES).map(module).map(score).collect(),
        clauses: (0..CLAUSES).map(clause).collect(),
        engine: "0.1.0".to_owned(),
        ..Receipt::default()
    };
    receipt.id = receipt.id_of_content();
    Signed { receipt, signature: String::new() }
}

fn judged_all(
    book: &Book,
    course: &CourseVersion,
    texts: &[String],
) -> Vec<social_workshop::records::import::Judged> {
    let all: Vec<_> = texts.iter().flat_map(|text| found("file.json", text)).collect();
    let verdicts = vec![Verdict::Missing; all.len()];
    judge(book, course, all, &verdicts)
}

/// The median of some runs.
fn time(mut work: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<_> = (0..RUNS)
        .map(|_| {
            #[allow(clippy::disallowed_methods, reason = "a bench reads the clock")]
            let start = Instant::now();
            black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
