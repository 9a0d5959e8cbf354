//! What a trainer projects: the slides of a course and their notes.

use insta::assert_snapshot;
use social_workshop::course::model::Course;
use social_workshop::course::page::{self, FileNames};
use social_workshop::course::read::read;
use social_workshop::course::slides::build::{notes, slides};
use social_workshop::course::slides::{Content, LessonSlides, Part};
use social_workshop::course::source::{SourceFile, SourceFolder};

const POLICY: &str = "---\nversion: 1\n---\n## Say who you are {#DSC}\n### In the post {#DSC-2}\nText.\n";
const GLOSSARY: &str = "Feed\n: Posts in a row.\n";
const QUESTION: &str = "{.quiz}\nAsked [here](#where).\n- [x] A\n  > Yes: [DSC-2].\n- [ ] B\n  > No.\n\n";

/// A course without mistakes whose one lesson is this file.
fn course(lesson: &str) -> Course {
    let files = [
        ("course.toml", "title = \"T\"\n"),
        ("policy.md", POLICY),
        ("glossary.md", GLOSSARY),
        ("01-start/01-why.md", lesson),
    ];
    let (course, found) = read(&SourceFolder::from_texts("c", files));
    assert_eq!(found, []);
    course
}

/// The slides of a lesson with this text.
fn of(text: &str) -> LessonSlides {
    with("", text)
}

/// The slides of a lesson with these further keys, and this text.
fn with(keys: &str, text: &str) -> LessonSlides {
    let course = course(&format!("---\ntitle: Why & how\n{keys}---\n{text}"));
    slides(&course).lessons.pop().expect("a lesson's slides")
}

/// Each slide on a line: id, seconds, title, and its parts; a `-` stands before what is said.
fn lines(lesson: &LessonSlides) -> String {
    let part = |part: &Part| {
        let said = if part.script { "-" } else { "" };
        format!(" {said}{:?}*{}", part.kind, part.items.len())
    };
    let slide = |slide: &social_workshop::course::slides::Slide| {
        let content = match &slide.content {
            Content::Title { minutes, .. } => format!(" Title {minutes} min"),
            Content::Question(question) => format!(" Question {}", question.id),
            Content::Text(parts) => parts.iter().map(part).collect(),
        };
        format!("{} {}s “{}”{content}\n", slide.id, slide.seconds, slide.title.0)
    };
    lesson.slides.iter().map(slide).collect()
}

/// The ids of the slides of a lesson with this text.
fn ids(text: &str) -> Vec<String> {
    of(text).slides.into_iter().map(|slide| slide.id).collect()
}

#[test]
fn headings_dashes_and_questions_start_slides() {
    let text = format!(
        "Before.\n\nMore.\n\n---\n\nStill before.\n\n## One *thing* {{#one}}\nText.\n\n### Deeper\n\n- a\n- b\n\n\
         ***\n\n---\n\nOn.\n\n### Asked {QUESTION}### After it\nText.\n\n## Where? {{#where}}\n\
         ### Only asked {QUESTION}## Last\n"
    );
    assert_snapshot!(lines(&of(&text)), @r"
    title 20s “Why &amp; how” Title 5 min
    opening 10s “Why &amp; how” Paragraph*1 -Paragraph*1
    opening.2 10s “Why &amp; how” Paragraph*1
    one 10s “One <em>thing</em>” Paragraph*1 Heading*1 List*2 Other*1
    one.2 10s “One <em>thing</em>” Paragraph*1
    asked 90s “Asked” Question asked
    one.3 10s “One <em>thing</em>” Heading*1 Paragraph*1
    only-asked 90s “Only asked” Question only-asked
    last 10s “Last”
    ");
}

#[test]
fn dashes_show_nothing_on_the_page_and_asterisks_a_rule() {
    let course = course(
        "---\ntitle: Why\n---\nOne.\n\n---\n\nTwo.\n\n***\n\nThree.\n\n---\n\n## End\n> A\n>\n> ---\n",
    );
    let pages = page::all(&course, &FileNames::default(), "{body}", "/");
    let lesson = &pages.iter().find(|(path, _)| path == "start/why.html").expect("a page").1;
    let prose = lesson.split_once("<div class=\"prose\">").and_then(|(_, rest)| rest.split_once("</div>"));
    assert_snapshot!(prose.expect("prose").0, @r#"
    <p>One.</p>
    <p>Two.</p>
    <hr />
    <p>Three.</p>
    <h2 id="end">End</h2>
    <blockquote>
    <p>A</p>
    <hr />
    </blockquote>
    "#);
    assert_eq!(
        ids("---\n\n---\n\n## A\ntext\n\n---\n\n---\n\n## B\n\n---\n\ntext\n"),
        ["title", "a", "b", "b.2"]
    );
}

#[test]
fn no_two_slides_of_a_lesson_have_one_id() {
    assert_eq!(
        ids("Text.\n\n## Title\n\n## Opening\ntext\n\n---\n\nmore\n"),
        ["title", "opening", "title.2", "opening.2", "opening.3"]
    );
}

#[test]
fn a_block_knows_where_it_can_be_divided() {
    let lesson = of(
        "3. c\n4. d\n\n   more\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\n```rust\nfn a() {\n\n}\n```\n\n\
         > quote\n\n> [!TIP]\n> tip\n\n![alt](https://example.com/a.png)\n\nword\n: meaning\n",
    );
    let shown: String = lesson.slides[1]
        .parts(true)
        .into_iter()
        .map(|part| {
            let Part { kind, before, items, after, first_number, .. } = part;
            format!("{kind:?} {first_number:?} {before:?}\n    {items:?}\n    {after:?}\n")
        })
        .collect();
    assert_snapshot!(shown, @r#"
    List Some(3) "<ol start=\"3\">"
        ["<li>\n<p>c</p>\n</li>", "<li>\n<p>d</p>\n<p>more</p>\n</li>"]
        "</ol>"
    Table None "<table><thead><tr><th scope=\"col\">a</th><th scope=\"col\" class=\"right\">b</th></tr></thead><tbody>"
        ["<tr><td>1</td><td class=\"right\">2</td></tr>", "<tr><td>3</td><td class=\"right\">4</td></tr>"]
        "</tbody></table>"
    Code None "<pre><code class=\"language-rust\">"
        ["fn a() {\n", "\n", "}\n"]
        "</code></pre>"
    Quote None ""
        ["<blockquote>\n<p>quote</p>\n</blockquote>"]
        ""
    Callout None ""
        ["<aside class=\"callout tip\"><p class=\"callout-title\">Tip</p>\n<p>tip</p>\n</aside>"]
        ""
    Figure None ""
        ["<p><img src=\"https://example.com/a.png\" alt=\"alt\"></p>"]
        ""
    List None "<dl>"
        ["<dt>word</dt>\n<dd>meaning</dd>"]
        "</dl>"
    "#);
}

#[test]
fn raw_html_stays_in_one_piece() {
    let lesson = of(
        "Press <kbd>A</kbd>.\n\n<details><summary>More</summary>\n\n- a\n- b\n\n---\n\nText.\n\n</details>\n\nEnd.\n",
    );
    assert_snapshot!(lines(&lesson), @r"
    title 20s “Why &amp; how” Title 1 min
    opening 10s “Why &amp; how” Paragraph*1 Other*1 -Paragraph*1
    ");
    // Two slides cannot share an element.
    assert_eq!(of("- <kbd>a\n- b</kbd>\n- c\n").slides[1].parts(true)[0].items.len(), 1);
}

#[test]
fn links_lead_from_the_sites_root_and_no_id_is_repeated() {
    let text = format!(
        "A feed by [DSC-2][^1], [there](#where), [away](https://example.com/../x), “href=\"../a\"”.\n\n\
         ## Where? {{#where}}\n### In [DSC-2]\n> # Quoted\n\n## Asked {QUESTION}[^1]: Foot.\n"
    );
    let json = serde_json::to_string(&of(&text)).expect("JSON").replace("\\\"", "\"");
    for expected in [
        "<a class=\"term\" href=\"glossary.html#feed\">feed</a>",
        "<a class=\"clause\" href=\"policy.html#DSC-2\">DSC-2</a>",
        "<a href=\"start/why.html#fn-1\" role=\"doc-noteref\" aria-label=",
        "<a href=\"start/why.html#where\">there</a>",
        "<a href=\"https://example.com/../x\" rel=\"noreferrer\">away</a>",
        "“href=\"../a\"”",
        "Asked <a href=\"start/why.html#where\">here</a>",
        "Yes: <a class=\"clause\" href=\"policy.html#DSC-2\">",
        "<h1>Quoted</h1>",
    ] {
        assert!(json.contains(expected), "{expected}\n{json}");
    }
    assert!(!json.contains(" id=\""), "{json}");
}

#[test]
fn a_lesson_says_how_it_is_projected() {
    let text = "One.\n\nTwo.\n\n- a\n\n---\n\nThree.\n\nFour.\n";
    let script = |lesson: LessonSlides| -> Vec<usize> {
        lesson.slides.iter().map(|slide| slide.script().len()).collect()
    };
    assert_eq!(script(with("present: outline\n", text)), [0, 1, 1]);
    assert_eq!(script(with("present: full\n", text)), [0, 0, 0]);
    let skipped = course("---\ntitle: Why\npresent: skip\n---\nText.\n\n### Notes {.notes}\nSecret.\n");
    assert_eq!(slides(&skipped).lessons, []);
    assert!(notes(&skipped).notes.is_empty());
    assert!(
        page::all(&skipped, &FileNames::default(), "{body}", "/")
            .iter()
            .any(|page| page.1.contains("<p>Text.</p>"))
    );
}

#[test]
fn slides_take_the_minutes_of_their_headings_and_estimates() {
    let text = format!(
        "Text.\n\n## A {{minutes=3}}\nText.\n\n---\n\nMore text.\n\n## B\n```\ncode\n```\n\n\
         ## C {{#c .quiz minutes=2}}\nAsked.\n- [x] A\n  > Yes.\n- [ ] B\n  > No.\n\n## D {QUESTION}## Where? {{#where}}\n"
    );
    let seconds =
        |lesson: LessonSlides| -> Vec<u32> { lesson.slides.iter().map(|slide| slide.seconds).collect() };
    assert_eq!(seconds(of(&text)), [20, 10, 90, 90, 46, 120, 90, 10]);
    // What a learner takes to read it plans no room.
    assert_eq!(seconds(with("minutes: 4\n", &text)), seconds(of(&text)));
    assert!(matches!(of(&text).slides[0].content, Content::Title { minutes: 8, .. }));
}

#[test]
fn notes_belong_to_the_slide_on_which_they_stand() {
    let note = |words: &str| format!("### Notes {{.notes}}\n{words}\n\n");
    let text = format!(
        "{}## A\nText.\n\n---\n\nMore.\n\n{}### Asked {QUESTION}{}{}## Bare\n{}## Again {QUESTION}#### Notes {{.notes}}\nIn it.\n\n\
         ## Where? {{#where}}\n",
        note("On the title."),
        note("Now.\n\n[step]\n\nThen [DSC-2].\n\n#### If asked\nSay [stpe].\n\n[step]\n\n[step]\n\nLast."),
        note("After the question."),
        note("And."),
        note("Alone."),
    );
    let course = course(&format!("---\ntitle: Why\n---\n{text}"));
    let lines: String = notes(&course).notes["why"]
        .iter()
        .map(|(slide, steps)| {
            let steps: Vec<_> = steps.iter().map(|step| step.0.replace('\n', " ")).collect();
            format!("{slide}: {}\n", steps.join(" | "))
        })
        .collect();
    assert_snapshot!(lines, @r#"
    a.2: <p>Now.</p> | <p>Then <a class="clause" href="policy.html#DSC-2">DSC-2</a>.</p> <h4>If asked</h4> <p>Say [stpe].</p> |  | <p>Last.</p>
    again: <p>In it.</p>
    asked: <p>After the question.</p> <p>And.</p>
    bare: <p>Alone.</p>
    title: <p>On the title.</p>
    "#);
}

#[test]
fn the_guide_shows_what_becomes_of_a_section() {
    let guide = include_str!("../docs/authoring.md");
    let example = guide.split("```markdown\n").find(|rest| rest.starts_with("## Readers decide fast"));
    let text = example.and_then(|rest| rest.split("```").next()).expect("the example");
    let mut folder = SourceFolder::from_texts("c", [("course.toml", "title = \"T\"\n")]);
    let file = SourceFile::new("01-start/01-why.md", &format!("---\ntitle: Why\n---\n{text}"));
    folder.texts.insert(file.path.clone(), file);
    folder.others.push("01-start/first-line.png".to_owned());
    let (course, found) = read(&folder);
    assert_eq!(found, []);
    assert_snapshot!(lines(&slides(&course).lessons[0]), @"
    title 20s “Why” Title 4 min
    decide-fast 83s “Readers decide fast” Paragraph*1 -Paragraph*1 List*2
    decide-fast.2 97s “Readers decide fast” Figure*1
    ");
    assert_eq!(notes(&course).notes["why"]["decide-fast.2"].len(), 2);
}
