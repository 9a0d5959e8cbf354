//! Facts about platforms: what may decide a question, and when it may no longer.

use social_workshop::course::diagnostic::Diagnostic;
use social_workshop::course::model::Course;
use social_workshop::course::page::{self, FileNames};
use social_workshop::course::read::read_on;
use social_workshop::course::source::SourceFolder;

const PLATFORMS: &str = r#"
[[platform]]
id = "mastodon"
name = "Mastodon"
handle = "@user@server"
counting = { unit = "grapheme", limit = 500, link = 23 }
[[platform.fact]]
id = "visibility"
text = "Chosen per post."
source = "docs.joinmastodon.org"
as_of = 2026-07-02
review_by = 2027-01-01
confidence = "verified"
[[platform.fact]]
id = "alt-text"
text = "Sources differ."
source = "two pages"
as_of = 2026-07-02
review_by = 2027-01-01
confidence = "conflict"
"#;

fn course_on(today: &str, platforms: &str, fact: &str) -> (Course, Vec<Diagnostic>) {
    let lesson = format!(
        "---\ntitle: L\nplatforms: [mastodon]\n---\nText.\n\n## Who sees it? {{#who .quiz fact={fact}}}\n\n- [x] {{#a}} All\n  > Yes.\n- [ ] {{#b}} None\n  > No.\n"
    );
    let files =
        [("course.toml", "title = \"C\""), ("platforms.toml", platforms), ("01-m/01-l.md", lesson.as_str())];
    read_on(&SourceFolder::from_texts("c", files), today)
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|found| found.mistake.code()).collect()
}

#[test]
fn a_verified_fact_decides_a_question_until_its_review() {
    let (course, diagnostics) = course_on("2027-01-01", PLATFORMS, "mastodon.visibility");
    assert_eq!(codes(&diagnostics), Vec::<&str>::new());
    assert_eq!(course.questions().count(), 1);
}

#[test]
fn an_expired_fact_takes_its_question_out_but_does_not_stop_a_build() {
    let (course, diagnostics) = course_on("2027-01-02", PLATFORMS, "mastodon.visibility");
    assert_eq!(codes(&diagnostics), ["expired-fact", "stale-fact", "stale-fact"]);
    assert_eq!(course.questions().count(), 0);
    assert!(diagnostics.iter().any(Diagnostic::is_error) && !diagnostics.iter().any(Diagnostic::stops_build));
}

#[test]
fn a_fact_that_is_not_verified_decides_nothing() {
    let (_, diagnostics) = course_on("2026-12-01", PLATFORMS, "mastodon.alt-text");
    assert_eq!(codes(&diagnostics), ["ungradable-fact"]);
    assert!(diagnostics[0].stops_build());
}

#[test]
fn a_misspelt_fact_names_the_nearest() {
    let (_, diagnostics) = course_on("2026-12-01", PLATFORMS, "mastodon.visiblity");
    assert_eq!(codes(&diagnostics), ["unknown-fact"]);
    assert_eq!(diagnostics[0].mistake.help(), "did you mean `mastodon.visibility`?");
}

#[test]
fn mistakes_in_platforms_toml_are_named_with_their_place() {
    let wrong = PLATFORMS
        .replace("\"grapheme\"", "\"graphem\"")
        .replace("review_by", "reviewby")
        .replace("\"conflict\"", "\"sure\"");
    let (_, diagnostics) = course_on("2026-12-01", &wrong, "mastodon.visibility");
    let found = codes(&diagnostics);
    for code in ["bad-value", "unknown-key", "missing-key"] {
        assert!(found.contains(&code), "{found:?}");
    }
    let bad = diagnostics.iter().filter(|found| found.mistake.code() == "bad-value");
    let written: Vec<&str> = bad.map(|found| &wrong[found.span.clone()]).collect();
    assert_eq!(written, ["\"graphem\"", "\"sure\""]);
}

#[test]
fn a_lesson_shows_the_facts_of_its_platforms_with_their_dates() {
    let (course, _) = course_on("2026-12-01", PLATFORMS, "mastodon.visibility");
    let pages = page::all(&course, &FileNames::default(), "{body}", "/");
    let (_, lesson) = pages.iter().find(|(address, _)| address == "m/l.html").expect("the lesson's page");
    for part in
        ["Mastodon at a glance", "@user@server", "500", "Chosen per post.", "2026-07-02", "Sources differ"]
    {
        assert!(lesson.contains(part), "{part}");
    }
}
