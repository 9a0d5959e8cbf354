//! What receipts of the course that comes with the project need: a mail's link, a QR code.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use social_workshop::course::outline::Outline;
use social_workshop::course::page;
use social_workshop::course::read::read_on;
use social_workshop::course::source::SourceFolder;
use social_workshop::learning::day::{Calendar, Day};
use social_workshop::learning::event::{Event, EventId, Occasion, What};
use social_workshop::records::assignment::{Assignment, Due, Recipient};
use social_workshop::records::receipt::making::Making;
use social_workshop::records::receipt::reading::read_all;
use social_workshop::records::receipt::{Accepted, Receipt, Signed, State};

const DAY: i64 = 86_400_000;

fn shipped() -> Outline {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons");
    let mut texts = Vec::new();
    read_texts(&root, &root, &mut texts);
    let texts = texts.iter().map(|(path, text)| (path.as_str(), text.as_str()));
    page::outline(&read_on(&SourceFolder::from_texts("lessons", texts), "2026-11-28").0, &BTreeMap::new())
}

fn read_texts(root: &Path, folder: &Path, texts: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("read the lessons").flatten() {
        let path = entry.path();
        if path.is_dir() {
            read_texts(root, &path, texts);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let inside = path.strip_prefix(root).expect("a file of the lessons");
            texts.push((inside.to_string_lossy().replace('\\', "/"), text));
        }
    }
}

/// Somebody who answers everything twice, and acknowledges the whole policy.
fn everything(outline: &Outline) -> Vec<Event> {
    let answered = |id: &str| What::Answered {
        question: id.to_owned(),
        revision: 9,
        chosen: vec!["a".into()],
        earned: 1,
        possible: 1,
        occasion: Occasion::Lesson,
        sure: None,
    };
    let acknowledged = outline.clauses.iter().map(|clause| What::Acknowledged {
        clause: clause.id.clone(),
        version: outline.policy_version.clone(),
        words: format!("The words of {}", clause.id),
    });
    let twice = [(20_786, 0), (20_788, 1)].into_iter().flat_map(|(day, _)| {
        outline.questions().map(move |question| (day, answered(&question.id))).collect::<Vec<_>>()
    });
    let all = twice.chain(acknowledged.map(|what| (20_789, what)));
    let event = |(counter, (day, what)): (u64, (i64, What))| Event {
        id: EventId { counter, device: "ab12cd".into(), tab: "wxyz".into() },
        at: day * DAY + counter as i64 * 4_321,
        what,
    };
    (1..).zip(all).map(event).collect()
}

fn receipt(outline: &Outline, events: &[Event], modules: &[&str]) -> Signed {
    let assignment = Assignment {
        id: "k3hd8v5wq2pt".into(),
        course: outline.id.clone(),
        modules: modules.iter().map(|id| (*id).to_owned()).collect(),
        by: "People team".into(),
        to: Recipient {
            id: "E-104233".into(),
            name: "Annemarie Oberhuber-Núñez".into(),
            group: String::new(),
        },
        made: Day(20_780),
        due: Due::On(Day(20_799)),
        ..Assignment::default()
    };
    let accepted = Accepted { assignment, opened: Day(20_785), due: Some(Day(20_799)) };
    let making = Making {
        outline,
        accepted: Some(accepted),
        learner: "Annemarie Oberhuber-Núñez",
        calendar: Calendar { today: Day(20_790), minutes_ahead: 60 },
        engine: "0.1.0",
        key: &"k".repeat(43),
    };
    let signature: String = "aZ9_-".chars().cycle().take(85).chain(['g']).collect();
    Signed { receipt: Receipt::of(events, making), signature }
}

#[test]
fn a_receipt_of_the_whole_course_is_short_enough_for_a_mail() {
    let outline = shipped();
    let events = everything(&outline);
    let whole = receipt(&outline, &events, &[]);
    assert_eq!(whole.receipt.state, State::Passed);
    assert_eq!(read_all(&whole.to_block()).receipts, std::slice::from_ref(&whole));
    for (what, signed) in [
        ("the whole course", whole),
        ("three modules", receipt(&outline, &events, &["why-advocacy", "say-who-you-are", "your-rights"])),
        ("one module", receipt(&outline, &events, &["say-who-you-are"])),
        ("nothing begun", receipt(&outline, &[], &["say-who-you-are"])),
    ] {
        println!(
            "{what}: file {}, block {}, line {:?}",
            signed.to_text().len(),
            signed.to_block().len(),
            signed.to_compact().map(|l| l.len())
        );
    }
}
