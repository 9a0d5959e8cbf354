//! How a file is stored changes nothing in what it says.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use social_workshop::course::missing_ids::{self, Edit};

use crate::any_text::{configuration, fragments, in_every_role};
use crate::course::course;

const TITLES: &[&str] =
    &["Where?", "*Größe* and `code`", "\\*stars\\* 🚀 x", "[DSC-1] first", "1. Over", "<kbd>K</kbd>"];
const OPTIONS: &[&str] = &[
    "In my profile",
    "**Bold** and *more*",
    "`code` first",
    "[A link](https://a.org) leads",
    "\\{escaped\\} braces",
    "\\* star",
    "ü &amp; 🚀",
    "Over\n  two lines",
    "<kbd>Key</kbd>",
    "{#given} An id",
    " Two blanks",
];

/// A question of each kind without brackets, with some of the options.
fn unbracketed() -> impl Strategy<Value = String> {
    let texts = || {
        subsequence(OPTIONS, 2..=4)
            .prop_filter("one line", |texts| texts.iter().all(|text| !text.contains('\n')))
    };
    (texts(), texts(), texts()).prop_map(|(steps, pairs, options)| {
        let steps: String = steps.iter().map(|step| format!("1. {step}\n")).collect();
        let pairs = pairs.iter().enumerate().map(|(index, pair)| format!("| {pair} | partner {index} |\n"));
        let pairs = pairs.collect::<String>();
        let options: String = options.iter().map(|option| format!("- {option}\n\n")).collect();
        format!(
            "## Order {{.quiz .order}}\n\n{steps}\n## Match {{.quiz .match}}\n\n| a | b |\n|---|---|\n{pairs}\n\
             ## Poll {{.quiz .poll}}\n\n{options}"
        )
    })
}

/// A lesson with some questions in which nothing is wrong.
fn questions() -> impl Strategy<Value = String> {
    let options = (subsequence(OPTIONS, 2..=5), any::<bool>()).prop_map(|(options, loose)| {
        let between = if loose { "\n\n" } else { "\n" };
        let options = options.iter().enumerate().map(|(index, option)| {
            let brackets = if index == 0 { "[x]" } else { "[ ]" };
            format!("- {brackets} {option}{between}  > Why.{between}")
        });
        options.collect::<String>()
    });
    (subsequence(TITLES, 1..=4), vec(options, 4)).prop_map(|(titles, options)| {
        let questions = titles.iter().zip(options);
        questions.map(|(title, options)| format!("## {title} {{.quiz weight=2}}\n\n{options}\n\n")).collect()
    })
}

proptest! {
    #![proptest_config(configuration())]

    #[test]
    fn line_ends_and_a_byte_order_mark_change_nothing(text in fragments()) {
        let (plain, _) = in_every_role(&text).read();
        let marked = |text: &str| format!("\u{feff}{text}");
        let windows = |text: &str| text.replace('\n', "\r\n");
        prop_assert_eq!(&in_every_role(&text).stored(marked).read().0, &plain);
        prop_assert_eq!(&in_every_role(&text).stored(windows).read().0, &plain);
        prop_assert_eq!(&in_every_role(&text).stored(|text| marked(&windows(text))).read().0, &plain);
    }

    #[test]
    fn written_ids_are_the_ids_in_use(text in questions(), unbracketed in unbracketed()) {
        let lesson = format!("---\ntitle: Why\n---\n{text}{unbracketed}");
        let written = Edit::apply(&missing_ids::find(&lesson), &lesson);
        prop_assert_eq!(course().lesson(&written).diagnostics(), "");
        prop_assert_eq!(course().lesson(&written).read().0, course().lesson(&lesson).read().0);
        prop_assert_eq!(missing_ids::find(&written), []);
    }

    #[test]
    fn ids_are_written_once(text in fragments()) {
        let written = Edit::apply(&missing_ids::find(&text), &text);
        prop_assert_eq!(missing_ids::find(&written), []);
    }
}
