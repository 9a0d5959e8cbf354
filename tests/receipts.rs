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
use social_workshop::records::digest::{sha256, to_base64};
use social_workshop::records::mail_text::Mail;
use social_workshop::records::qr::Qr;
use social_workshop::records::receipt::making::Making;
use social_workshop::records::receipt::reading::read_all;
use social_workshop::records::receipt::writing::mail_to;
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
        key: &to_base64(&sha256(b"key")),
    };
    let signature: String = "aZ9_-".chars().cycle().take(85).chain(['g']).collect();
    Signed { receipt: Receipt::of(events, making), signature }
}

#[test]
fn a_receipt_of_the_whole_course_comes_back_from_its_block() {
    let outline = shipped();
    let whole = receipt(&outline, &everything(&outline), &[]);
    assert_eq!(whole.receipt.state, State::Passed);
    assert_eq!(whole.receipt.acknowledged.len(), outline.clauses.len());
    let block = whole.to_block();
    assert!(block.len() < 2_500, "{}", block.len());
    assert_eq!(whole.to_compact(), None);
    assert_eq!(read_all(&block).receipts, [whole]);
}

#[test]
fn a_receipt_of_three_modules_fits_into_a_link_that_opens_a_mail() {
    let outline = shipped();
    let signed =
        receipt(&outline, &everything(&outline), &["why-advocacy", "say-who-you-are", "your-rights"]);
    let mail = Mail {
        subject: "Training receipt: Be yourself, say who you are, Annemarie Oberhuber-Núñez".to_owned(),
        text: format!("Here is my receipt for “Be yourself, say who you are”.\n\n{}", signed.to_block()),
    };
    assert!(mail_to("people@example.com", &mail).is_some());
}

#[test]
fn a_receipt_of_one_module_fits_into_a_qr_code() {
    let outline = shipped();
    for events in [everything(&outline), Vec::new()] {
        let signed = receipt(&outline, &events, &["say-who-you-are"]);
        let line = signed.to_compact().expect("a short line");
        assert!(Qr::of(&line).is_some());
        assert_eq!(read_all(&line).receipts, [signed]);
    }
}
