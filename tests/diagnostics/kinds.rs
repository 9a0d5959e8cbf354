//! One example of each kind of question, from the guide for authors, and its misspellings.

use social_workshop::course::mistake::Severity;
use social_workshop::course::source::line_and_column;

use crate::course::{TestCourse, course};

const GUIDE: &str = include_str!("../../docs/authoring.md");

/// The guide's example whose heading has this word between its braces.
fn example(word: &str) -> &'static str {
    let examples = GUIDE.split("```markdown\n").skip(1).filter_map(|rest| rest.split("```").next());
    let has_word = |example: &&str| {
        let braces = example.lines().next().and_then(|heading| heading.split_once('{'));
        braces.is_some_and(|(_, words)| words.trim_end_matches('}').split(' ').any(|found| found == word))
    };
    examples.into_iter().find(has_word).unwrap_or_else(|| panic!("no example of {word}"))
}

/// A course with one lesson more, whose question is `where`.
fn with_original() -> TestCourse {
    course().file("02-end/01-end.md", &format!("---\ntitle: End\n---\n{}", example("#where")))
}

/// Code and place of each mistake in the lesson: `4:18 unknown-class`.
fn found(test: &TestCourse) -> String {
    let (_, found) = test.read();
    let errors = found.iter().filter(|found| found.mistake.severity() == Severity::Error);
    let lines = errors.map(|found| {
        let text = &test.folder().texts[&found.path].text;
        let (line, column) = line_and_column(text, found.span.start);
        let folder = if found.path.starts_with("01-start") { "" } else { "02-end " };
        format!("{folder}{line}:{column} {}", found.mistake.code())
    });
    lines.collect::<Vec<_>>().join(", ")
}

/// What is replaced in an example, by what, and what is found then.
type Misspelling = (&'static str, &'static str, &'static str);

fn check(word: &str, misspellings: &[Misspelling]) {
    let good = example(word);
    let test = |body: &str| if word == "#where" { course().body(body) } else { with_original().body(body) };
    assert_eq!(test(good).diagnostics(), "", "{good}");
    let mut wrong = Vec::new();
    for (right, misspelt, expected) in misspellings {
        assert!(good.contains(right), "{right:?} is not in the example of {word}");
        let found = found(&test(&good.replacen(right, misspelt, 1)));
        if found != *expected {
            wrong.push(format!("{right:?} -> {misspelt:?}:\n  found    {found}\n  expected {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{word}\n{}", wrong.join("\n"));
}

/// All that follows a part of an example.
fn all_behind(word: &str, part: &str) -> &'static str {
    let example = example(word);
    &example[example.find(part).expect("a part of the example")..]
}

#[test]
fn choices() {
    check(
        "#where",
        &[
            (
                ".quiz",
                ".quizz",
                "4:30 unknown-class, 4:37 unknown-attribute, 8:3 task-list-outside-question, 13:10 misplaced-class",
            ),
            (
                ".quiz",
                "quiz",
                "4:30 unknown-attribute, 4:35 unknown-attribute, 8:3 task-list-outside-question, 13:10 misplaced-class",
            ),
            ("clause=", "claus=", "4:36 unknown-attribute"),
            ("=DSC-2", "=DSC-9", "4:36 unknown-clause"),
            ("clause=DSC-2", "tolerance=1", "4:36 unknown-attribute"),
            ("clause=DSC-2", "variant-of=where", "4:36 bad-variant"),
            ("[x]", "[y]", "4:1 too-few-options, 4:1 no-right-option, 10:1 not-an-option"),
            ("[x]", "[ ]", "4:1 no-right-option"),
            ("- [x]", "-", "4:1 too-few-options, 4:1 no-right-option, 10:1 not-an-option"),
            ("- [x]", "1. [x]", "10:1 second-option-list, 10:17 option-without-reason"),
            ("{#start}", "{start}", "10:7 bad-option-id"),
            ("{#start}", "{#Start}", "10:7 bad-id"),
            ("{#start}", "{#profile}", "10:7 duplicate-id"),
            ("  > Few readers open a profile.\n", "", "8:18 option-without-reason"),
            (".why", ".wy", "13:10 unknown-class"),
        ],
    );
}

#[test]
fn all_that_apply() {
    check(
        ".many",
        &[
            (".many", ".mny", "4:37 unknown-class"),
            (".many", ".many .text", "4:43 classes-clash"),
            (".quiz .many", ".many", "4:31 misplaced-class"),
            (
                ".quiz .many",
                ".scenario .many",
                "4:1 no-deciding-clause, 4:41 misplaced-class, 8:7 verdict-id, 8:18 unknown-verdict, 10:7 verdict-id, 10:22 unknown-verdict",
            ),
            ("[x]", "[ ]", "4:1 no-right-option"),
            ("  > Each of them can pass it on.\n", "", "10:22 option-without-reason"),
        ],
    );
}

#[test]
fn words() {
    check(
        ".text",
        &[
            (".text", ".txt", "4:48 unknown-class"),
            (".text", "text", "4:48 unknown-attribute"),
            (".quiz .text", ".text", "4:42 misplaced-class"),
            (".quiz .text", ".quiz .text .number", "4:54 classes-clash"),
            (".quiz .text", ".quiz .text tolerance=1", "4:54 unknown-attribute"),
            ("- [x] {#work} work\n- [x] {#am-employed} am employed\n- [ ]", "- [ ]", "4:1 no-right-option"),
            ("[x] {#work} work", "{#work} work", "8:1 not-an-option"),
            ("  > That says that you have left.\n", "", "10:17 option-without-reason"),
            ("  > That", "> That", "10:17 option-without-reason"),
            ("{#worked} worked", "{#worked} Wòrk.", "10:17 says-the-same"),
            ("{#worked}", "{#work}", "10:7 duplicate-id"),
            ("{#worked} worked", "worked {#worked}", "10:14 bad-option-id"),
            ("{#work} work", "{#work}", "8:1 empty-option"),
            ("{#work} work", "{#work} .", "8:15 empty-option"),
            (all_behind(".text", "- [x] {#work}"), "- work\n- am employed\n", "8:1 wrong-shape"),
            (all_behind(".text", "- [x] {#work}"), "1. work\n2. am employed\n", "8:1 wrong-shape"),
            (all_behind(".text", "- [x] {#work}"), "work\n", "4:1 no-options"),
            (all_behind(".text", "- [x] {#work}"), "| a | b |\n|---|---|\n| c | d |\n", "8:1 wrong-shape"),
            ("have left.\n", "have left.\n\nMore text.\n", "13:1 text-after-options"),
        ],
    );
}

#[test]
fn numbers() {
    check(
        ".number",
        &[
            (".number", ".numbr", "4:49 unknown-class"),
            (".number", ".number .order", "4:57 classes-clash"),
            ("tolerance=1", "tolerance=-1", "4:57 bad-value"),
            ("tolerance=1", "tolerance=x", "4:57 bad-value"),
            ("tolerance=1", "tolerance", "4:57 bad-value"),
            ("tolerance=1", "tolerence=1", "4:57 unknown-attribute"),
            ("tolerance=1", "tolerance=50", "9:14 mistake-within-tolerance"),
            ("tolerance=1", "tolerance=1,000", "4:57 bad-value"),
            ("320} 320", "320} about 320", "8:14 not-a-number"),
            ("320} 320", "320} 1,000", "8:14 not-a-number"),
            ("320} 320", "320} 320 people", "8:14 not-a-number"),
            ("320} 320", "320} 280.0", "9:14 says-the-same"),
            ("  > The first 40 read it too.\n", "", "9:14 option-without-reason"),
            ("[x]", "[ ]", "4:1 no-right-option, 8:14 option-without-reason"),
            (all_behind(".number", "- [x]"), "- 320\n", "8:1 wrong-shape"),
            (all_behind(".number", "- [x]"), "320\n", "4:1 no-options"),
        ],
    );
}

#[test]
fn steps() {
    check(
        ".order",
        &[
            (".order", ".ordr", "4:47 unknown-class"),
            (".order", ".order .match", "4:54 classes-clash"),
            (".order", ".order .order", "4:54 duplicate-key"),
            (".quiz .order", ".order", "4:41 misplaced-class"),
            (
                ".quiz .order",
                ".scenario .order",
                "4:1 no-options, 4:1 no-deciding-clause, 4:51 misplaced-class, 6:4 bad-heading-attributes, 7:4 bad-heading-attributes, 8:4 bad-heading-attributes",
            ),
            (".order", ".order tolerance=1", "4:54 unknown-attribute"),
            (all_behind(".order", "1."), "1. Change it\n", "4:1 too-few-items"),
            (all_behind(".order", "1."), "- Change it\n- Say so\n", "6:1 wrong-shape"),
            (all_behind(".order", "1."), "- [x] Change it\n- [x] Say so\n", "6:3 wrong-shape"),
            (all_behind(".order", "1."), "1. Change it\n2. [ ] Say so\n", "7:4 wrong-shape"),
            (all_behind(".order", "1."), "1. Change it\n2. [] Say so\n", "7:4 wrong-shape"),
            (all_behind(".order", "1."), "| a | b |\n|---|---|\n| c | d |\n", "6:1 wrong-shape"),
            (all_behind(".order", "1."), "Change it, then say so.\n", "4:1 no-options"),
            (all_behind(".order", "1."), "", "4:1 no-options"),
            (all_behind(".order", "1."), "1. Change it\n2. Say so\n\nMore text.\n", "9:1 text-after-options"),
            (all_behind(".order", "1."), "1. Change it\n2. Say so\n\n- More\n", "9:1 wrong-shape"),
            (
                all_behind(".order", "1."),
                "1. Change it\n2. Say so\n\nMore:\n\n1. More\n",
                "9:1 text-after-options, 11:1 wrong-shape",
            ),
            (all_behind(".order", "1."), "- [ ] Not\n\n1. Change it\n2. Say so\n", "6:3 wrong-shape"),
            (all_behind(".order", "1."), "1. Change it\n   - with care\n2. Say so\n", "7:4 wrong-shape"),
            (all_behind(".order", "1."), "1. Change it\n   > At once.\n2. Say so\n", "7:4 stray-reason"),
            (all_behind(".order", "1."), "1. Change it\n2.\n3. Say so\n", "7:1 empty-item"),
            (all_behind(".order", "1."), "1. Change it\n2. change it.\n", "7:4 says-the-same"),
            (all_behind(".order", "1."), "1. Change it\n2. 🚀\n", "7:4 no-slug"),
            ("{#say}", "{#change}", "7:4 duplicate-id"),
            ("{#say}", "{#Say}", "7:4 bad-id"),
            ("{#say}", "{say}", "7:4 bad-option-id"),
            ("{#say} Say below it", "Say below {#say} it", "7:14 bad-option-id"),
            (".why", ".fixed", "10:1 fixed-without-fix, 11:1 fixed-not-a-quote"),
        ],
    );
}

#[test]
fn pairs() {
    check(
        ".match",
        &[
            (".match", ".mach", "4:46 unknown-class"),
            (".match", ".match .poll", "4:53 classes-clash"),
            (".quiz .match", ".match", "4:40 misplaced-class"),
            ("| {#replies} Replies | Answers below it |\n", "", "4:1 too-few-items"),
            ("| {#replies} Replies | Answers below it |\n", "| Replies |\n", "9:1 empty-item"),
            (
                "| {#replies} Replies | Answers below it |\n",
                "| Replies | Answers | below it |\n",
                "9:1 wrong-shape",
            ),
            ("| {#replies} Replies | Answers below it |\n", "| | Answers below it |\n", "9:1 empty-item"),
            ("| {#replies} Replies | Answers below it |\n", "| Replies | ![](x.png) |\n", "9:1 empty-item"),
            ("{#replies} Replies", "{#replies} reach", "9:14 says-the-same"),
            ("Answers below it", "people who  saw it.", "9:24 says-the-same"),
            ("{#replies}", "{#reach}", "9:3 duplicate-id"),
            ("{#replies}", "{#Reach}", "9:3 bad-id"),
            ("{#replies} Replies", "Replies {#replies}", "9:11 bad-option-id"),
            ("Answers below it", "{#answers} Answers below it", "9:24 bad-option-id"),
            ("Answers below it", "Answers <b>below</b> it", "9:32 raw-html, 9:40 raw-html"),
            ("Answers below it |\n", "Answers below it |\n\nMore text.\n", "11:1 text-after-options"),
            (
                "Answers below it |\n",
                "Answers below it |\n\n| a | b |\n|---|---|\n| c | d |\n",
                "11:1 wrong-shape",
            ),
            ("Answers below it |\n", "Answers below it |\n\n- [ ] More\n", "11:3 wrong-shape"),
            (
                all_behind(".match", "| Word"),
                "| a | b | c |\n|---|---|---|\n| d | e | f |\n",
                "6:1 wrong-shape",
            ),
            (all_behind(".match", "| Word"), "| a |\n|---|\n| d |\n", "6:1 wrong-shape"),
            (all_behind(".match", "| Word"), "- [x] Reach: people who saw it\n", "6:3 wrong-shape"),
            (all_behind(".match", "| Word"), "- Reach: people who saw it\n", "6:1 wrong-shape"),
            (all_behind(".match", "| Word"), "1. Reach: people who saw it\n", "6:1 wrong-shape"),
            (all_behind(".match", "| Word"), "Reach: people who saw it\n", "4:1 no-options"),
            ("|------|---------|\n", "", "6:1 wrong-shape"),
        ],
    );
}

#[test]
fn polls() {
    check(
        ".poll",
        &[
            (".poll", ".pol", "4:48 unknown-class"),
            (".poll", ".poll .many", "4:54 classes-clash"),
            (".quiz .poll", ".poll", "4:42 misplaced-class"),
            (".poll", ".poll clause=DSC-2", "4:54 key-without-meaning"),
            (".poll", ".poll weight=2", "4:54 key-without-meaning"),
            (".poll", ".poll critical", "4:54 key-without-meaning"),
            (".poll", ".poll .critical", "4:54 key-without-meaning"),
            (".poll", ".poll attempts=1", "4:54 key-without-meaning"),
            (".poll", ".poll variant-of=where", "4:54 key-without-meaning"),
            (".poll", ".poll tolerance=1", "4:54 unknown-attribute"),
            ("- {#photos}", "- [ ] {#photos}", "6:3 wrong-shape"),
            ("- {#work}", "- [x] {#work}", "7:3 wrong-shape"),
            ("- {#work}", "- [] {#work}", "7:3 wrong-shape"),
            ("photos are\n", "photos are\n  > Nice.\n", "7:3 stray-reason"),
            ("- {#work} Where people of my trade are\n", "", "4:1 too-few-items"),
            ("- {#work} Where people of my trade are\n", "-\n", "7:1 empty-item"),
            ("{#work} Where people of my trade are", "where MY photos are.", "7:3 says-the-same"),
            ("{#work}", "{#photos}", "7:3 duplicate-id"),
            (all_behind(".poll", "- {#photos}"), "There or there?\n", "4:1 no-options"),
            (all_behind(".poll", "- {#photos}"), "| a | b |\n|---|---|\n| c | d |\n", "6:1 wrong-shape"),
            (all_behind(".poll", "- {#photos}"), "- Here\n- There\n\n* Or there\n", "9:1 wrong-shape"),
            (all_behind(".poll", "- {#photos}"), "- Here\n- There\n\nOr there?\n", "9:1 text-after-options"),
        ],
    );
}

#[test]
fn variants() {
    check(
        "variant-of=where",
        &[
            ("variant-of", "variant", "4:40 unknown-attribute"),
            ("=where", "=were", "4:40 unknown-question"),
            ("=where", "=elsewhere-else", "4:40 unknown-question"),
            ("=where", "=where-video", "4:40 bad-variant"),
            ("=where", "", "4:40 bad-value"),
            ("=where", "=where clause=DSC-1", "4:57 variant-clause"),
            ("=where", "=where clause=DSC-9", "4:57 unknown-clause"),
            ("=where", "=where weight=2", "4:57 key-without-meaning"),
            ("=where", "=where attempts=1", "4:57 key-without-meaning"),
            ("=where", "=where critical", "4:57 key-without-meaning"),
            ("=where", "=where .critical", "4:57 key-without-meaning"),
            ("#where-video", "#where", "4:34 bad-variant, 02-end 4:23 duplicate-id"),
            (
                ".quiz",
                ".scenario",
                "8:7 verdict-id, 8:19 unknown-verdict, 10:7 verdict-id, 10:16 unknown-verdict",
            ),
        ],
    );
}
