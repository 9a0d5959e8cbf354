//! Every screen can be used by everyone: axe-core in light and dark, a window of
//! 320 px, text of twice the size, targets that a finger hits.

use std::path::PathBuf;
use std::sync::OnceLock;

use serde_json::{Value, json};

use crate::harness::{Course, Look, Screen, Workshop};
use crate::samples::{POSTS, TEA, answer, answer_by_first_options, course, drink_coffee, drink_tea};
use crate::setup;
use crate::storage::BLOCKED;

/// Fails the test with all barriers of the screen as it is.
pub(crate) fn has_no_barriers(screen: &Screen) {
    let mut barriers = Vec::new();
    for scheme in ["light", "dark"] {
        let feature = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        screen.devtools("Emulation.setEmulatedMedia", json!({ "features": feature }));
        barriers.extend(axe(screen).into_iter().map(|found| format!("{scheme}: {found}")));
    }
    barriers.extend(small_targets(screen));

    set_width(screen, 640);
    screen.script("document.documentElement.style.fontSize = '200%'");
    barriers.extend(too_wide(screen).map(|found| format!("text of 200 %: {found}")));
    screen.script("document.documentElement.style.fontSize = ''");
    set_width(screen, 320);
    barriers.extend(too_wide(screen).map(|found| format!("320 px: {found}")));
    barriers.extend(small_targets(screen).into_iter().map(|found| format!("320 px: {found}")));
    assert!(barriers.is_empty(), "{}\n{}", barriers.join("\n"), screen.state());
}

fn set_width(screen: &Screen, width: u32) {
    let metrics = json!({ "width": width, "height": 640, "deviceScaleFactor": 1, "mobile": false });
    screen.devtools("Emulation.setDeviceMetricsOverride", metrics);
}

/// What axe-core finds: rule, element, reason.
fn axe(screen: &Screen) -> Vec<String> {
    const RUN: &str = "
        const done = arguments[0];
        const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
        const words = found => found.nodes.map(node =>
            `${found.id}: ${node.html.slice(0, 200)} (${node.failureSummary.replaceAll('\\n', ' ')})`);
        axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
            .then(result => done(result.violations.flatMap(words)), error => done([String(error)]));";
    if screen.script("return typeof axe") == "undefined" {
        screen.script(axe_core());
    }
    let found = screen.must("run axe-core", async {
        Ok(screen.driver().execute_async(RUN, Vec::new()).await?.json().clone())
    });
    strings(&found)
}

/// The text of axe-core.
fn axe_core() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        let installed = || PathBuf::from("target/node/node_modules/axe-core/axe.min.js");
        let path = std::env::var_os("AXE_CORE").map_or_else(installed, PathBuf::from);
        std::fs::read_to_string(&path).unwrap_or_else(|error| {
            panic!("{}: {error}. Run `npm install --prefix target/node axe-core`", path.display())
        })
    })
}

/// What sticks out of the window to the right.
fn too_wide(screen: &Screen) -> Option<String> {
    const WIDEST: &str = "
        const wide = document.documentElement.scrollWidth;
        if (wide <= innerWidth) return null;
        const out = [...document.body.querySelectorAll('*')].filter(element =>
            element.getBoundingClientRect().right > innerWidth + 0.5 && !element.closest('pre'));
        return `${wide} of ${innerWidth} px wide: ` + out.map(element => element.outerHTML.slice(0, 120)).join(' | ');";
    screen.script(WIDEST).as_str().map(str::to_owned)
}

/// Buttons, fields, and links that stand alone, of less than 24 px. The target of
/// a choice is its whole label.
fn small_targets(screen: &Screen) -> Vec<String> {
    const SMALL: &str = "
        const targets = document.querySelectorAll('button, input, summary, nav a, .lessons a, a.button, dialog[open] button');
        return [...targets].map(target => target.closest('label') ?? target)
            .filter(target => target.checkVisibility())
            .map(target => [target, target.getBoundingClientRect()])
            .filter(([, box]) => box.width < 24 || box.height < 24)
            .map(([target, box]) => `target of ${box.width} × ${box.height}: ${target.outerHTML.slice(0, 120)}`);";
    strings(&screen.script(SMALL))
}

fn strings(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[test]
fn home_has_no_barriers_for_a_new_learner() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open("index.html");
    has_no_barriers(screen);
}

#[test]
fn home_has_no_barriers_for_a_learner_who_comes_back() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&workshop.longest_lesson());
    answer_by_first_options(screen);
    screen.open("index.html");
    screen.link("Continue").appears();
    has_no_barriers(screen);
}

#[test]
fn a_module_has_no_barriers() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    let module = workshop.pages().into_iter().find(|page| page.ends_with("/index.html"));
    screen.open(&module.expect("a module"));
    has_no_barriers(screen);
}

#[test]
fn a_lesson_has_no_barriers_before_it_is_answered() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&workshop.longest_lesson());
    screen.script("document.querySelectorAll('details').forEach(details => details.open = true)");
    has_no_barriers(screen);
}

#[test]
fn a_lesson_has_no_barriers_once_it_is_answered() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&workshop.longest_lesson());
    answer_by_first_options(screen);
    has_no_barriers(screen);
}

#[test]
fn a_request_for_a_choice_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let question = screen.region("What do you drink?");
    question.disclosure("Hint").click();
    question.button("Check").click();
    question.says("Choose an option first.");
    has_no_barriers(screen);
}

#[test]
fn a_right_answer_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_coffee(screen);
    screen.region("What do you drink?").disclosure("All options and their reasons").click();
    screen.says("Your choice");
    has_no_barriers(screen);
}

#[test]
fn a_wrong_answer_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    drink_tea(screen);
    screen.region("What do you drink?").disclosure("All options and their reasons").click();
    screen.says("Your choice");
    has_no_barriers(screen);
}

#[test]
fn a_question_with_several_right_options_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(TEA);
    let biscuits = screen.region("Which biscuits?");
    biscuits.checkbox("Oat").click();
    biscuits.checkbox("Nut").click();
    biscuits.button("Check").click();
    biscuits.disclosure("All options and their reasons").click();
    has_no_barriers(screen);
}

#[test]
fn the_policy_has_no_barriers() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open("policy.html");
    has_no_barriers(screen);
}

#[test]
fn the_glossary_has_no_barriers() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open("glossary.html");
    has_no_barriers(screen);
}

#[test]
fn my_progress_has_no_barriers() {
    let workshop = Workshop::shipped();
    let screen = &workshop.visit();
    screen.open(&workshop.longest_lesson());
    answer_by_first_options(screen);
    screen.open("progress.html");
    screen.table("By clause of the policy").appears();
    has_no_barriers(screen);
}

#[test]
fn my_data_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    screen.button("Start as a new learner").follow();
    screen.button("Switch to Learner 1").appears();
    screen.script("localStorage['workshop/small-course/event/' + localStorage['workshop/small-course/active'] + '/1-a-b'] = '{'");
    screen.reload();
    screen.says("Damaged records: 1.");
    has_no_barriers(screen);
}

#[test]
fn the_dialog_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    screen.button("Delete my progress …").click();
    screen.dialog("Delete all progress of Learner 1 in this browser?").appears();
    has_no_barriers(screen);
}

#[test]
fn a_wrong_address_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.expects_error("404 (Not Found)");
    screen.open("no/such/page.html");
    has_no_barriers(screen);
}

#[test]
fn a_lesson_that_cannot_start_has_no_barriers() {
    let workshop = Workshop::of(&course());
    workshop.lose(".wasm");
    let screen = &workshop.visit();
    screen.expects_error(".wasm");
    screen.expects_error("/_workshop/boot.");
    screen.open_page(TEA);
    screen.says("The questions cannot start here");
    has_no_barriers(screen);
}

#[test]
fn the_warning_of_blocked_storage_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(BLOCKED);
    screen.open(TEA);
    drink_coffee(screen);
    screen.says("This browser blocks storage for this site.");
    has_no_barriers(screen);
}

#[test]
fn a_repaired_post_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open(POSTS);
    answer(screen, "Proud of the release", "Fix – change it, then post");
    screen.says("Repaired");
    has_no_barriers(screen);
}

#[test]
fn the_facts_of_a_platform_have_no_barriers() {
    let lesson =
        "---\ntitle: Places\nminutes: 2\nplatforms: [mastodon]\n---\n\nEach place has its own rules.\n";
    let platforms = r#"
[[platform]]
id = "mastodon"
name = "Mastodon"
handle = "@user@server"
counting = { unit = "grapheme", limit = 500, link = 23 }
[[platform.fact]]
id = "visibility"
text = "Public, quiet public, followers, or mentioned people: chosen per post."
source = "docs.joinmastodon.org"
as_of = 2026-07-02
review_by = 2099-01-01
confidence = "conflict"
"#;
    let course = Course::new().file("01-start/01-places.md", lesson).file("platforms.toml", platforms);
    let workshop = Workshop::of(&course);
    let screen = &workshop.visit();
    screen.open("start/places.html");
    screen.says("chosen per post");
    has_no_barriers(screen);
}

#[test]
fn planning_a_workshop_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("my-data.html");
    setup::keep_rooms(screen);
    screen.open("present.html#modules=more,start&breaks=more:10&target=ten");
    screen.disclosure("Schedule by lesson").click();
    screen.spinbutton("Minutes available").fill("700");
    screen.says("Whole minutes, 0 to 600");
    screen.says("Workshops on this device");
    has_no_barriers(screen);
}
