use proptest::prelude::*;

use super::super::assignment::{Due, Recipient};
use super::*;
use crate::course::outline::OutlineModule;
use crate::learning::day::Day;

const PAGE_ADDRESS: &str = "https://training.example.com/workshop/assigned.html";

/// The longest ids of the shipped course's modules.
const LONG: [&str; 8] = [
    "everyone-can-read-it",
    "people-in-pictures",
    "share-without-spam",
    "say-who-you-are",
    "regulated-roles",
    "account-safety",
    "more-practice",
    "why-advocacy",
];

fn assignment() -> Assignment {
    Assignment {
        id: "k3hd8v5wq2pt".to_owned(),
        course: "social-workshop".to_owned(),
        modules: LONG.map(str::to_owned).to_vec(),
        by: "People team".to_owned(),
        to: Recipient {
            id: "E-104233".to_owned(),
            name: "Annemarie Oberhuber-Núñez".to_owned(),
            group: String::new(),
        },
        made: Day(20_785),
        due: Due::On(Day(20_833)),
        pass: Some(85),
        valid_months: 12,
        note: "Ask Jo if anything is unclear.".to_owned(),
    }
}

fn signature() -> [u8; 64] {
    let (first, second) = (sha256(b"one"), sha256(b"two"));
    std::array::from_fn(|index| if index < 32 { first[index] } else { second[index - 32] })
}

fn refusal(text: &str) -> LinkRefusal {
    read(text).expect_err("refused")
}

#[test]
fn an_assignment_comes_back() {
    for signed in [None, Some(signature())] {
        let payload = to_payload(&assignment(), signed.as_ref());
        let opened = read(&payload).expect("whole");
        assert_eq!(opened.assignment, assignment());
        assert_eq!(opened.signature, signed);
        assert_eq!(opened.signed_bytes, signed_bytes(&assignment()));
        assert_eq!(read(&address(PAGE_ADDRESS, &payload)), Ok(opened));
    }
}

#[test]
fn links_of_eight_modules_are_short() {
    let length = |signature| address(PAGE_ADDRESS, &to_payload(&assignment(), signature)).len();
    let (unsigned, signed) = (length(None), length(Some(&signature())));
    assert!(unsigned < 300, "{unsigned}");
    assert!(signed < 400, "{signed}");
}

#[test]
fn a_link_of_another_course_is_a_little_longer() {
    let ids = [
        "warehouse-forklifts",
        "lone-working",
        "manual-handling",
        "chemical-storage",
        "visitors",
        "night-shifts",
        "emergency-exits",
        "machine-guards",
    ];
    let modules = ids.map(str::to_owned).to_vec();
    let other = Assignment { course: "site-induction".to_owned(), modules, ..assignment() };
    let length = |signature| address(PAGE_ADDRESS, &to_payload(&other, signature)).len();
    let (unsigned, signed) = (length(None), length(Some(&signature())));
    assert!(unsigned < 400, "{unsigned}");
    assert!(signed < 500, "{signed}");
}

#[test]
fn what_mail_programs_make_of_a_link_is_read() {
    let payload = to_payload(&assignment(), Some(&signature()));
    let link = address(PAGE_ADDRESS, &payload);
    let (head, tail) = link.split_at(120);
    let encoded = "https%3A%2F%2Ftraining.example.com%2Fworkshop%2Fassigned.html%23a%3D";
    let (a, rest) = payload.split_at(70);
    let (b, c) = rest.split_at(76);
    for text in [
        format!("  {link}\r\n"),
        format!("<{link}>"),
        format!("Please open {link} until Friday.\nYour People team"),
        format!("{head}\r\n{tail}"),
        format!("> {head}\n> {tail}\n> Regards"),
        format!("{head} {tail}"),
        format!("https://eur01.safelinks.protection.outlook.com/?url={encoded}{payload}&data=05%7C01%7C"),
        format!("https://www.google.com/url?q={encoded}{payload}&sa=D"),
        format!("{}#a=3D{a}=\r\n{b}=\r\n{c}\r\n", PAGE_ADDRESS),
        format!("{a}\u{200b}{b}").split('\u{200b}').collect::<String>() + c,
        format!("a={payload}"),
        format!("#a={payload}"),
        format!("{a}\r\n{b}\r\n{c}"),
    ] {
        assert_eq!(read(&text).map(|opened| opened.assignment), Ok(assignment()), "{text}");
    }
}

#[test]
fn each_damage_is_told_for_what_it_is() {
    let payload = to_payload(&assignment(), None);
    let link = address(PAGE_ADDRESS, &payload);
    assert_eq!(refusal(&link[..link.len() - 5]), LinkRefusal::Cut);
    assert_eq!(refusal(&link[..PAGE_ADDRESS.len() + MARK.len()]), LinkRefusal::Cut);
    let last = if payload.ends_with('A') { "B" } else { "A" };
    assert_eq!(refusal(&format!("{}{last}", &link[..link.len() - 1])), LinkRefusal::Changed);
    assert_eq!(refusal(&format!("{PAGE_ADDRESS}#a={}", "A".repeat(LONGEST + 1))), LinkRefusal::TooLong);
    assert_eq!(refusal(&" ".repeat(LONGEST_PASTED + 1)), LinkRefusal::TooLong);
    for text in ["", "hello", "https://example.com/", "assigned.html", "%", "Ünïcode 🎉"] {
        assert_eq!(refusal(text), LinkRefusal::NotOurs, "{text}");
    }
}

#[test]
fn another_last_letter_is_told_even_where_it_means_the_same_bytes() {
    for note in ["", "a", "ab", "abc"] {
        let payload = to_payload(&Assignment { note: note.to_owned(), ..assignment() }, None);
        let (before, last) = payload.split_at(payload.len() - 1);
        for letter in ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['-', '_']) {
            if !last.starts_with(letter) {
                assert_eq!(refusal(&format!("{before}{letter}")), LinkRefusal::Changed);
            }
        }
    }
}

#[test]
fn a_link_of_a_newer_version_is_told_from_a_damaged_one() {
    let mut bytes = vec![FORM + 1, 7, 7, 7];
    bytes.extend(checksum(&bytes));
    assert_eq!(refusal(&to_base64(&bytes)), LinkRefusal::NewerForm);
    bytes[2] = 8;
    assert_eq!(refusal(&to_base64(&bytes)), LinkRefusal::NotOurs);
}

#[test]
fn a_whole_payload_of_something_else_is_not_ours() {
    for text in [&b""[..], b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", &[0; 16_000]] {
        let mut bytes = vec![FORM];
        bytes.extend(deflate(text));
        bytes.extend(checksum(&bytes));
        assert_eq!(refusal(&to_base64(&bytes)), LinkRefusal::NotOurs);
    }
}

#[test]
fn an_assignment_of_another_course_is_refused() {
    let module = |id: &str| OutlineModule { id: id.to_owned(), ..OutlineModule::default() };
    let mut outline = Outline {
        id: "social-workshop".to_owned(),
        modules: LONG.map(module).to_vec(),
        ..Outline::default()
    };
    assert_eq!(check_course(&assignment(), &outline), Ok(()));
    outline.modules.truncate(6);
    let gone = vec!["more-practice".to_owned(), "why-advocacy".to_owned()];
    assert_eq!(check_course(&assignment(), &outline), Err(LinkRefusal::UnknownModules(gone)));
    outline.id = "knots".to_owned();
    let other = LinkRefusal::OtherCourse("social-workshop".to_owned());
    assert_eq!(check_course(&assignment(), &outline), Err(other));
}

#[test]
fn every_refusal_says_what_to_do() {
    let all = [
        LinkRefusal::Cut,
        LinkRefusal::Changed,
        LinkRefusal::TooLong,
        LinkRefusal::NewerForm,
        LinkRefusal::NotOurs,
        LinkRefusal::OtherCourse("knots".to_owned()),
        LinkRefusal::UnknownModules(vec!["a".to_owned(), "b".to_owned()]),
    ];
    let words: Vec<_> = all.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(words.join("\n"), @r"
    The end of this link is missing, as if a mail program had cut it. Copy all of it, to the last letter, or ask for it again.
    Some letters of this link were changed on the way. Copy it once more from where you got it, or ask for it again.
    This is too long for a link of an assignment. Copy the link alone.
    This link was made by a newer version of the workshop. Open it where the newer version is, or ask for a new one.
    This is no link of an assignment. It has “assigned.html#a=” in the middle; copy all of it.
    This link is about the course “knots”, which is not the one here. Open it on that course’s site.
    This link is about modules that this course does not have: “a”, “b”. Ask for a new one.
    ");
}

prop_compose! {
    fn any_assignment()(
        id in "[a-z2-9]{12}",
        modules in proptest::collection::vec("[a-z]{1,9}(-[a-z]{1,9}){0,3}", 0..10),
        texts in proptest::array::uniform5("\\PC{0,40}"),
        days in (-800_000_i64..3_000_000, -800_000_i64..3_000_000),
        due in 0_u32..3,
        pass in proptest::option::of(0_u32..=100),
        valid_months in 0_u32..120,
    ) -> Assignment {
        let [by, person, name, group, note] = texts;
        let due = match due {
            0 => Due::Open,
            1 => Due::On(Day(days.1)),
            _ => Due::After(14),
        };
        Assignment {
            id, course: "course".to_owned(), modules, by, to: Recipient { id: person, name, group },
            made: Day(days.0), due, pass, valid_months, note,
        }
    }
}

proptest! {
    #[test]
    fn any_assignment_comes_back(assignment in any_assignment(), is_signed: bool) {
        let payload = to_payload(&assignment, is_signed.then(signature).as_ref());
        let opened = read(&payload).expect("whole");
        prop_assert_eq!(&opened.assignment, &assignment);
        prop_assert_eq!(opened.signature.is_some(), is_signed);
    }

    #[test]
    fn any_changed_character_is_refused(
        assignment in any_assignment(),
        is_signed: bool,
        at: prop::sample::Index,
        other in "[A-Za-z0-9_ %=&<>#\\-\\.\u{e9}]",
        in_link: bool,
    ) {
        let payload = to_payload(&assignment, is_signed.then(signature).as_ref());
        let at = at.index(payload.len());
        prop_assume!(payload[at..=at] != other);
        let changed = format!("{}{other}{}", &payload[..at], &payload[at + 1..]);
        let text = if in_link { address(PAGE_ADDRESS, &changed) } else { changed };
        prop_assert!(read(&text).is_err(), "{}", text);
    }

    #[test]
    fn any_cut_is_told(assignment in any_assignment(), is_signed: bool, at: prop::sample::Index) {
        let payload = to_payload(&assignment, is_signed.then(signature).as_ref());
        let cut = &payload[..at.index(payload.len())];
        prop_assert_eq!(read(&address(PAGE_ADDRESS, cut)), Err(LinkRefusal::Cut));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,300}", mark: bool) {
        let _ = read(&text);
        if mark {
            let _ = read(&format!("#a={text}"));
            let _ = read(&format!("%23a%3D{text}"));
        }
    }
}
