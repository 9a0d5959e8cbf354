//! Preferences: they count at once, on every page, before it is seen.

use serde_json::json;
use thirtyfour::Key;

use crate::access::has_no_barriers;
use crate::harness::{Look, Screen, Workshop};
use crate::keyboard::tab_to;
use crate::read_aloud::VOICES;
use crate::samples::{TEA, course};
use crate::storage::BLOCKED;

/// Notes what the root element says when the first of a page's body arrives.
const AT_FIRST: &str = "
    new MutationObserver((_, observer) => {
        if (!document.body) return;
        window.atFirst = { ...document.documentElement.dataset };
        observer.disconnect();
    }).observe(document, { childList: true, subtree: true });";

fn ground(screen: &Screen) -> String {
    screen.script("return getComputedStyle(document.body).backgroundColor").to_string()
}

fn device_prefers(screen: &Screen, feature: &str, value: &str) {
    let features = json!([{ "name": feature, "value": value }]);
    screen.devtools("Emulation.setEmulatedMedia", json!({ "features": features }));
}

#[test]
fn a_theme_counts_at_once_and_on_the_next_page_before_it_is_seen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(AT_FIRST);
    screen.open("index.html");
    device_prefers(screen, "prefers-color-scheme", "light");
    let light = ground(screen);
    screen.link("Preferences").follow();
    assert!(screen.group("Theme").radio("As the device").is_checked());
    screen.group("Theme").radio("Dark").click();
    screen.wait_until("the page is dark", || ground(screen) != light);
    screen.link("Home").follow();
    assert_ne!(ground(screen), light);
    assert_eq!(screen.script("return window.atFirst.theme"), "dark");

    device_prefers(screen, "prefers-color-scheme", "dark");
    let dark = ground(screen);
    screen.link("Preferences").follow();
    screen.group("Theme").radio("Light").click();
    screen.wait_until("the page is light", || ground(screen) == light && light != dark);
}

#[test]
fn a_dark_page_is_printed_on_white() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    screen.group("Theme").radio("Dark").click();
    let colour = "return getComputedStyle(document.body).color";
    let dark = screen.script(colour);
    screen.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }));
    screen.wait_until("the text is dark on paper", || screen.script(colour) != dark);
}

#[test]
fn text_has_the_size_that_was_chosen() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    let size =
        || screen.script("return parseFloat(getComputedStyle(document.documentElement).fontSize)").as_f64();
    let mut sizes = Vec::new();
    for name in ["Small", "Normal", "Large", "Larger", "Largest"] {
        let before = size();
        screen.group("Text size").radio(name).click();
        screen.wait_until("the size has changed", || size() != before);
        sizes.push(size());
    }
    assert!(sizes.is_sorted() && sizes.first() < sizes.last(), "{sizes:?}");
    screen.open(TEA);
    assert_eq!(size(), sizes[4]);
}

#[test]
fn reduced_motion_wins_over_the_device() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    device_prefers(screen, "prefers-reduced-motion", "no-preference");
    let scrolling = "return getComputedStyle(document.documentElement).scrollBehavior";
    assert_eq!(screen.script(scrolling), "smooth");
    screen.group("Motion").radio("Always reduced").click();
    screen.wait_until("nothing moves", || screen.script(scrolling) == "auto");
    screen.reload();
    assert_eq!(screen.script(scrolling), "auto");
    let moving = "document.body.style.transition = 'color 5s';
                  return getComputedStyle(document.querySelector('main')).transitionDuration";
    assert_eq!(screen.script(moving), "0s");
}

#[test]
fn other_tabs_follow() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    let lesson = screen.tab();
    screen.open(TEA);
    let form = screen.new_tab();
    screen.open("preferences.html");
    screen.new_tab();
    screen.open("preferences.html");
    screen.group("Theme").radio("Dark").click();
    screen.look_at(&form);
    screen.wait_until("the form follows", || screen.group("Theme").radio("Dark").is_checked());
    screen.look_at(&lesson);
    screen.wait_for_script("the lesson follows", "return document.documentElement.dataset.theme === 'dark'");
}

#[test]
fn form_and_page_agree_on_any_record_and_keep_it_until_a_change() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    let records = [
        (
            r#"{"form":1,"theme":"dark","size":"large","motion":"reduced"}"#,
            ["Dark", "Large", "Always reduced"],
        ),
        (r#"{"form":1,"size":"largest"}"#, ["As the device", "Largest", "As the device"]),
        (
            r#"{"form":1,"theme":7,"size":"huge","motion":"reduced"}"#,
            ["As the device", "Normal", "Always reduced"],
        ),
        (r#"{"form":2,"theme":"dark"}"#, ["As the device", "Normal", "As the device"]),
        (r#"{"theme":"dark"}"#, ["As the device", "Normal", "As the device"]),
        (r#"{"form":1,"theme":"da"#, ["As the device", "Normal", "As the device"]),
        ("null", ["As the device", "Normal", "As the device"]),
        ("", ["As the device", "Normal", "As the device"]),
    ];
    for (record, [theme, size, motion]) in records {
        screen.script(&format!("localStorage['workshop/preferences'] = '{record}'"));
        screen.reload();
        assert!(screen.group("Theme").radio(theme).is_checked(), "{record}");
        assert!(screen.group("Text size").radio(size).is_checked(), "{record}");
        assert!(screen.group("Motion").radio(motion).is_checked(), "{record}");
        let shown = screen.script(
            "const root = document.documentElement, style = getComputedStyle(root);
             return [style.colorScheme, style.fontSize, root.matches('[data-motion=reduced]')].join()",
        );
        let scheme = if theme == "Dark" { "dark" } else { "light dark" };
        let pixels = match size {
            "Large" => "19px",
            "Largest" => "24px",
            _ => "17px",
        };
        assert_eq!(shown, format!("{scheme},{pixels},{}", motion == "Always reduced"), "{record}");
        assert_eq!(screen.script("return localStorage['workshop/preferences']"), record);
    }
    screen.group("Theme").radio("Light").click();
    let kept = r#"return localStorage['workshop/preferences'] === '{"form":1,"theme":"light"}'"#;
    screen.wait_for_script("the change is kept", kept);
}

#[test]
fn without_storage_preferences_last_as_long_as_the_tab() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(BLOCKED);
    screen.before_each_page(AT_FIRST);
    screen.open("preferences.html");
    screen.group("Text size").radio("Largest").click();
    screen.wait_for_script("the page follows", "return document.documentElement.dataset.size === 'largest'");
    screen.link("Home").follow();
    assert_eq!(screen.script("return window.atFirst.size"), "largest");
}

#[test]
fn speed_and_voice_are_chosen_tried_and_kept() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open("preferences.html");
    let offered = "return [...document.querySelectorAll('select')].map(select => [...select.options].map(option => option.text).join())";
    assert_eq!(
        screen.script(offered),
        json!(["Slowest,Slow,Normal,Fast,Faster,Fastest", "As the device,Ada,Grace,Cloud (online)"])
    );
    screen.says("It is only used when you choose it.");
    screen.combobox("Speed").select("Faster");
    screen.combobox("Voice").select("Grace");
    screen.button("Try it").click();
    let said = "const { text, rate, voice } = window.spoken.at(-1); return [text, rate, voice.name]";
    screen.wait_until("it is tried", || {
        screen.try_script(said) == Some(json!(["This is how a lesson will sound.", 1.5, "Grace"]))
    });
    screen.reload();
    let chosen =
        "return [...document.querySelectorAll('select')].map(select => select.selectedOptions[0].text)";
    assert_eq!(screen.script(chosen), json!(["Faster", "Grace"]));
    screen.button("Back to how it came").click();
    screen.announces("Everything is as it came.");
    assert_eq!(screen.script(chosen), json!(["Normal", "As the device"]));
}

#[test]
fn a_browser_without_speech_says_so() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page("Object.defineProperty(window, 'speechSynthesis', { value: undefined })");
    screen.open("preferences.html");
    screen.says("This browser cannot read aloud.");
    screen.open(TEA);
    screen.button("Bookmark").appears();
    assert!(!screen.button("Read aloud").is_there());
}

#[test]
fn preferences_are_chosen_with_the_keyboard_alone() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    tab_to(screen, "radio", "As the device");
    screen.press(Key::Down);
    screen.press(Key::Down);
    screen.group("Theme").radio("Dark").has_focus();
    screen.wait_for_script("the page is dark", "return document.documentElement.dataset.theme === 'dark'");
}

#[test]
fn preferences_have_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.before_each_page(VOICES);
    screen.open("preferences.html");
    has_no_barriers(screen);
}

#[test]
fn a_lesson_in_the_largest_text_has_no_barriers() {
    let workshop = Workshop::of(&course());
    let screen = &workshop.visit();
    screen.open("preferences.html");
    screen.group("Text size").radio("Largest").click();
    screen.group("Theme").radio("Dark").click();
    screen.open(TEA);
    has_no_barriers(screen);
}
