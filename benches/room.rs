//! How long a slide takes from a key in the presenter's window to the projector's, in
//! Chromium, as a ratio to a bare message that goes there and back between the same two
//! windows. Run with `cargo bench --bench room`; needs what the browser tests need.

#[path = "../tests/browser/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the tests use more of it")]
mod harness;

use harness::{Screen, Tab, Workshop};
use serde_json::{Value, json};
use thirtyfour::Key;

/// Slides that are gone through, and messages that are sent.
const STEPS: usize = 80;
/// What an audience does not notice, in milliseconds.
const BUDGET: f64 = 50.0;
const PLAN: &str = "session=bench&modules=say-who-you-are,information,your-rights,respect";

fn main() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&format!("presenter.html#{PLAN}"));
    let presenter = screen.tab();
    let projector = screen.new_window();
    screen.open(&format!("projector.html#{PLAN}"));
    screen.script(ECHO);
    screen.script(OBSERVE);
    screen.look_at(&presenter);
    screen.announces("The projector shows this");
    screen.script(OBSERVE);

    let message = sorted(round_trips(screen));
    let (own, other) = steps(screen, &presenter, &projector);
    row("message there and back", &message, &message);
    row("key to the projector’s slide", &other, &message);
    row("key to the presenter’s slide", &own.times, &message);
    println!("{:<36} {} of {STEPS}", "presenter’s slide in the key’s task", own.at_once);
    let worst = other.last().copied().unwrap_or_default();
    assert!(worst < BUDGET, "the projector took {worst:.1} ms: more than {BUDGET} ms");
}

fn row(what: &str, times: &[f64], message: &[f64]) {
    let (median, worst) = (median(times), times.last().copied().unwrap_or_default());
    let ratio = median / self::median(message);
    println!("{what:<36} median {median:>6.2} ms  worst {worst:>6.2} ms  {ratio:>6.1} messages");
}

/// Answers bare messages.
const ECHO: &str = "
    const echo = new BroadcastChannel('bench-there');
    const back = new BroadcastChannel('bench-back');
    echo.onmessage = message => back.postMessage(message.data);";

/// Notes when the slide on the screen is another one, and when a key was pressed: before
/// all that the page does about it, and, by a task of its own, after it.
const OBSERVE: &str = "
    const now = () => performance.timeOrigin + performance.now();
    const stage = document.querySelector('.stage:not(.measured)');
    window.shown = [];
    new MutationObserver(() => window.shown.push(now()))
        .observe(stage, { subtree: true, childList: true, characterData: true, attributes: true });
    const state = () => stage.textContent;
    addEventListener('keydown', () => {
        const before = state();
        window.pressed = now();
        const after = new MessageChannel();
        after.port1.onmessage = () => { window.changedAtOnce = state() !== before; };
        after.port2.postMessage('');
    }, { capture: true });";

/// Milliseconds that bare messages take there and back.
fn round_trips(screen: &Screen) -> Vec<f64> {
    let trips = screen.script(&format!(
        "const there = new BroadcastChannel('bench-there');
         const back = new BroadcastChannel('bench-back');
         const trip = () => new Promise(done => {{
             const start = performance.now();
             back.onmessage = () => done(performance.now() - start);
             there.postMessage('x'.repeat(600));
         }});
         return (async () => {{
             const trips = [];
             for (let number = 0; number < {STEPS}; number++) trips.push(await trip());
             return trips;
         }})()"
    ));
    trips.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// What the presenter's own window took.
struct Own {
    times: Vec<f64>,
    /// How often its slide was another one by the end of the key's task.
    at_once: usize,
}

/// Goes through slides with a clicker: what both windows took from each key on.
fn steps(screen: &Screen, presenter: &Tab, projector: &Tab) -> (Own, Vec<f64>) {
    let (mut own, mut other) = (Own { times: Vec::new(), at_once: 0 }, Vec::new());
    for _ in 0..STEPS {
        screen.look_at(projector);
        screen.script("window.shown = []");
        screen.look_at(presenter);
        screen.script("window.shown = []");
        screen.press(Key::PageDown);
        let pressed = number(screen.script("return window.pressed"));
        own.times.push(first_shown(screen) - pressed);
        own.at_once += usize::from(screen.script("return window.changedAtOnce") == json!(true));
        screen.look_at(projector);
        other.push(first_shown(screen) - pressed);
    }
    own.times = sorted(own.times);
    (own, sorted(other))
}

fn first_shown(screen: &Screen) -> f64 {
    screen.wait_for_script("a slide has come", "return window.shown.length > 0");
    number(screen.script("return window.shown[0]"))
}

fn number(value: Value) -> f64 {
    value.as_f64().expect("a time")
}

fn sorted(mut times: Vec<f64>) -> Vec<f64> {
    times.sort_by(f64::total_cmp);
    times
}

fn median(times: &[f64]) -> f64 {
    times.get(times.len() / 2).copied().unwrap_or_default()
}
