//! What a long history costs in Chromium: the start of a page, and answer to feedback
//! on a slow device. Each figure is a ratio to the same without a history, in the same
//! run. Run with `cargo bench --bench study`; needs what the browser tests need.

#[path = "../tests/browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use more of it")]
mod harness;

use harness::{Screen, Workshop};
use serde_json::{Value, json};
use social_workshop::learning::event::{Event, EventId, Occasion, What};
use social_workshop::learning::pack::{EVENTS, Pack};

const RUNS: usize = 9;
/// A device so many times slower than this one.
const SLOWER: u32 = 4;
const LESSON: &str = "say-who-you-are/where-to-put-it.html";
const HOME: &str = "index.html";

fn main() {
    let workshop = Workshop::shipped();
    println!("{:<52} {:>9} {:>9} {:>7}", "", "none", "history", "ratio");
    for (page, events) in [(HOME, 20_000), (LESSON, 20_000)] {
        let (without, with) = compare(&workshop, events, |screen| start(screen, page));
        row(&format!("start of {page}, {events} events"), without, with);
        println!("{:<52} {:>19.1} ms more", "", with - without);
    }
    for (which, second) in [("first", false), ("second", true)] {
        let (without, with) = compare(&workshop, 5_000, |screen| answer(screen, second));
        row(&format!("{which} answer to feedback, 5000 events, {SLOWER}x slower"), without, with);
        println!("{:<52} {:>19.2} of a frame of 16 ms", "", with / 16.0);
    }
}

fn row(what: &str, without: f64, with: f64) {
    println!("{what:<52} {without:>6.1} ms {with:>6.1} ms {:>7.2}", with / without);
}

/// Medians without and with so many events, measured in turns.
fn compare(workshop: &Workshop, events: usize, measure: impl Fn(&Screen) -> f64) -> (f64, f64) {
    let (new, old) = (workshop.visit(), workshop.visit());
    for screen in [&new, &old] {
        screen.before_each_page(OBSERVE);
        screen.open(HOME);
    }
    keep(&old, events);
    let (mut without, mut with) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        without.push(measure(&new));
        with.push(measure(&old));
    }
    (median(without), median(with))
}

/// Notes when the app has started, and when feedback is there.
const OBSERVE: &str = "
    addEventListener('DOMContentLoaded', () => new MutationObserver(() => {
        if ('started' in document.documentElement.dataset) window.startedAt ??= performance.now();
        if (window.answeredAt && document.querySelector('#answered-now .feedback')) {
            document.body.getBoundingClientRect();
            window.feedbackAt ??= performance.now();
        }
    }).observe(document, { subtree: true, childList: true, attributes: true }));";

/// Milliseconds from the call of a page until the app has started on it.
fn start(screen: &Screen, page: &str) -> f64 {
    screen.open(page);
    number(screen.script("return window.startedAt"))
}

/// Milliseconds from the click on Check until the feedback is laid out: for the first
/// answer on a page, for which the browser compiles what it runs, or for the second.
fn answer(screen: &Screen, second: bool) -> f64 {
    screen.open(LESSON);
    let slower = |rate| screen.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
    slower(SLOWER);
    let mut time = answer_next(screen);
    if second {
        time = answer_next(screen);
    }
    slower(1);
    // The next run finds the questions open again.
    screen.script(
        "for (const key of Object.keys(localStorage)) if (/event.first.[0-9]/.test(key)) localStorage.removeItem(key)",
    );
    time
}

fn answer_next(screen: &Screen) -> f64 {
    // The option was chosen, and shown as chosen, some time before.
    screen.script(
        "document.querySelector('#answered-now')?.removeAttribute('id');
         const open = [...document.querySelectorAll('[data-question]')].find(question => question.querySelector('.option input:enabled'));
         open.id = 'answered-now';
         open.querySelector('.option input').click();
         window.feedbackAt = window.answeredAt = undefined;",
    );
    screen.script("return new Promise(shown => requestAnimationFrame(() => setTimeout(shown)))");
    screen.script(
        "const check = document.querySelector('#answered-now button[type=submit]');
         window.answeredAt = performance.now();
         check.click();",
    );
    screen.wait_for_script("feedback is there", "return window.feedbackAt > 0");
    number(screen.script("return window.feedbackAt - window.answeredAt"))
}

/// Keeps a history as the app keeps it: in packs.
fn keep(screen: &Screen, events: usize) {
    let questions = screen.script(
        "return fetch(new URL(document.documentElement.dataset.root + document.documentElement.dataset.outline, document.baseURI))
            .then(file => file.json())
            .then(outline => outline.modules.flatMap(module => module.lessons).filter(lesson => lesson.id !== 'where-to-put-it')
                .flatMap(lesson => lesson.questions ?? []).map(question => question.id))",
    );
    let questions: Vec<&str> = questions.as_array().expect("ids").iter().filter_map(Value::as_str).collect();
    let event = |counter: usize| Event {
        id: EventId { counter: counter as u64, device: "bench".into(), tab: "b".into() },
        at: 1_600_000_000_000 + counter as i64 * 8_640_000,
        what: What::Answered {
            question: questions[counter * 7 % questions.len()].to_owned(),
            revision: 1,
            chosen: vec!["post".to_owned()],
            earned: u32::from(!counter.is_multiple_of(3)),
            possible: 1,
            occasion: Occasion::Recall,
            sure: Some(counter.is_multiple_of(2)),
        },
    };
    let events: Vec<Event> = (0..events).map(event).collect();
    for pack in events.chunks(EVENTS).map(Pack::of) {
        let key = format!("workshop/social-workshop/event/first/{}", pack.id);
        screen.script(&format!("localStorage.setItem({}, {})", json!(key), json!(pack.record)));
    }
}

fn number(value: Value) -> f64 {
    value.as_f64().expect("a time")
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
