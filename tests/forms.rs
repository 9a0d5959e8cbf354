//! Every form in which something was ever stored or exchanged keeps loading.
//! `tests/forms` holds a file of each; none of them is ever changed.

use social_workshop::course::decomposed::decomposed;
use social_workshop::course::model::Kind;
use social_workshop::course::outline::{GlossaryFile, LessonFile, Outline, PolicyFile};
use social_workshop::course::search::form::Index;
use social_workshop::course::search::lookup::Query;
use social_workshop::course::slides::{Content, NotesFile, PartKind, SlidesFile};
use social_workshop::learning::day::Day;
use social_workshop::learning::event::{Event, Occasion, What};
use social_workshop::learning::pack::Pack;
use social_workshop::learning::preferences::{Motion, Preferences, Speed, TextSize, Theme};
use social_workshop::learning::transfer;
use social_workshop::live::kept::KeptRoom;
use social_workshop::live::poll::Stage;
use social_workshop::live::room::Cover;
use social_workshop::records::assignment::Due;
use social_workshop::records::book_file;
use social_workshop::records::draft::{Draft, To};
use social_workshop::records::key_backup::KeyBackup;
use social_workshop::records::link;
use social_workshop::records::log::{self, Log, Signature, Source};
use social_workshop::records::receipt::reading::read_all;
use social_workshop::records::receipt::{ClauseMastery, State};
use social_workshop::records::roster::kept::KeptRoster;

#[test]
fn exported_progress_of_form_1_loads() {
    let records = transfer::import("social-workshop", include_str!("forms/progress-1.json")).expect("form 1");
    let events: Vec<Event> = records
        .iter()
        .map(|(id, record)| Event::from_record(id, record).expect("an event of form 1"))
        .collect();
    assert_eq!(events[0].what, What::Opened { lesson: "where-to-put-it".into() });
    assert_eq!(
        events[1].what,
        What::Answered {
            question: "dsc-where".into(),
            revision: 1,
            chosen: vec!["first-line".into()],
            earned: 1,
            possible: 1,
            occasion: Occasion::Lesson,
            sure: None,
        }
    );
    assert_eq!(events[2].what, What::Read { lesson: "welcome".into() });
    assert_eq!(events[2].at, 1_795_442_520_000);
}

#[test]
fn an_outline_of_form_1_loads() {
    let outline: Outline = serde_json::from_str(include_str!("forms/outline-1.json")).expect("form 1");
    let questions = &outline.modules[0].lessons[0].questions;
    assert_eq!((questions[0].weight, questions[0].revision, questions[0].critical), (2, 2, true));
    assert_eq!((questions[1].weight, questions[1].revision, questions[1].critical), (1, 1, false));
}

#[test]
fn a_lesson_of_form_1_loads() {
    let lesson: LessonFile = serde_json::from_str(include_str!("forms/lesson-1.json")).expect("form 1");
    assert_eq!(lesson.questions[0].kind, Kind::Scenario);
    assert!(lesson.questions[0].options[1].right);
}

#[test]
fn a_policy_of_form_2_loads() {
    let policy: PolicyFile = serde_json::from_str(include_str!("forms/policy-2.json")).expect("form 2");
    assert_eq!(policy.clauses[0].id, "DSC-1");
    assert_eq!(policy.clauses[0].words, "Put it in the post itself\nSay that you work here.");
}

#[test]
fn a_glossary_of_form_2_loads() {
    let glossary: GlossaryFile = serde_json::from_str(include_str!("forms/glossary-2.json")).expect("form 2");
    assert_eq!(glossary.terms[0].id, "alt-text");
    assert_eq!(glossary.terms[0].meaning.0, "A short description of a picture.");
}

#[test]
fn slides_of_form_1_load() {
    let file: SlidesFile = serde_json::from_str(include_str!("forms/slides-1.json")).expect("form 1");
    let slides = &file.lessons[0].slides;
    assert_eq!(slides[0].content, Content::Title { objectives: vec!["Say why".into()], minutes: 3 });
    assert_eq!((slides[1].seconds, slides[1].script().len()), (70, 1));
    let list = slides[1].parts(false)[0];
    assert_eq!((list.kind, list.items.len(), list.first_number), (PartKind::List, 2, Some(3)));
    assert!(slides[2].question().is_some_and(|question| question.options[0].right));
}

#[test]
fn a_room_of_form_1_loads() {
    let kept = KeptRoom::from_record(include_str!("forms/room-1.json").trim()).expect("form 1");
    let room = &kept.room;
    assert_eq!((kept.epoch, kept.slide, kept.of), (2, 4, 25));
    assert_eq!((room.at.slide.as_str(), room.people, room.cover), ("not-sure", 18, Cover::Black));
    assert_eq!((room.view.zoom, room.view.dark), (1, true));
    assert_eq!((room.polls["not-sure"].stage, room.polls["not-sure"].rounds.len()), (Stage::Bars, 2));
    assert_eq!(room.clock.elapsed(1_795_599_160_000), 100_000);
    assert_eq!(kept.to_record(), include_str!("forms/room-1.json").trim());
}

#[test]
fn notes_of_form_1_load() {
    let file: NotesFile = serde_json::from_str(include_str!("forms/notes-1.json")).expect("form 1");
    assert_eq!(file.notes["why"]["steps.2"][2].0, "<p>Then.</p>");
}

#[test]
fn preferences_of_form_1_load() {
    let preferences = Preferences::from_record(include_str!("forms/preferences-1.json"));
    assert_eq!(
        preferences,
        Preferences {
            theme: Theme::Dark,
            size: TextSize::Larger,
            motion: Motion::Reduced,
            speed: Speed::Fast,
            voice: "urn:voice:ada".to_owned(),
        }
    );
}

#[test]
fn a_search_index_of_form_1_loads() {
    let index = Index::read(include_bytes!("forms/search-1.bin")).expect("form 1");
    let titles = |text: &str| -> Vec<String> {
        let results = index.find(&Query::read(text, decomposed), 9);
        results
            .first
            .iter()
            .map(|found| format!("{}: {}#{}", found.title, found.page, found.anchor.unwrap_or_default()))
            .collect()
    };
    assert_eq!(titles("dsc-2")[0], "DSC-2: Put it in the post itself: policy.html#DSC-2");
    assert_eq!(titles("uber"), ["Über “cafés”: start/where.html#über-cafés"]);
    assert_eq!(
        titles("where")[..2],
        ["Where to put it: start/where.html#", "Where does it go?: start/where.html#dsc-where"]
    );
    assert_eq!(titles("row"), ["Feed: glossary.html#feed"]);
}

#[test]
fn records_of_form_2_load() {
    let records = transfer::import("social-workshop", include_str!("forms/progress-2.json")).expect("form 2");
    let events: Vec<Event> = records
        .iter()
        .map(|(id, record)| Event::from_record(id, record).expect("an event of form 2"))
        .collect();
    let what: Vec<&What> = events.iter().map(|event| &event.what).collect();
    let answered = What::Answered {
        question: "q".into(),
        revision: 1,
        chosen: vec![],
        earned: 0,
        possible: 1,
        occasion: Occasion::Recall,
        sure: Some(true),
    };
    let acknowledged =
        What::Acknowledged { clause: "DSC-1".into(), version: "1".into(), words: "Say it".into() };
    let noted = What::Noted { lesson: "l".into(), text: "Mine".into(), replaces: vec!["4-e-t".into()] };
    let expected = [
        &answered,
        &What::Pretested { skipped: true },
        &What::Recalled,
        &acknowledged,
        &noted,
        &What::Bookmarked { lesson: "l".into(), set: true },
    ];
    assert_eq!(what, expected);
}

#[test]
fn a_pack_of_form_2_loads() {
    let events = Pack::events(include_str!("forms/pack-2.json")).expect("form 2");
    let ids: Vec<String> = events.iter().map(|event| event.id.to_string()).collect();
    assert_eq!(ids, ["1-d-t", "2-d-t", "4-d-t", "9-d-t"]);
    assert_eq!(events[2].at, 1_795_442_520_500);
    let answered = What::Answered {
        question: "q".into(),
        revision: 1,
        chosen: vec!["a".into(), "b".into()],
        earned: 1,
        possible: 2,
        occasion: Occasion::Recall,
        sure: Some(true),
    };
    assert_eq!(events[1].what, answered);
    assert_eq!(events[3].what, What::Recalled);
}

#[test]
fn an_outline_of_form_2_loads() {
    let outline: Outline = serde_json::from_str(include_str!("forms/outline-2.json")).expect("form 2");
    let questions = &outline.modules[0].lessons[0].questions;
    let variants = questions[0].variants.iter().map(|variant| (variant.id.as_str(), variant.revision));
    assert_eq!(variants.collect::<Vec<_>>(), [("q-other", 1), ("q-third", 3)]);
    assert!(questions[1].poll && outline.recall_days == [3, 14, 35]);
    assert_eq!(outline.clauses[0].text, "00000000000000aa");
}

#[test]
fn a_lesson_of_form_2_loads() {
    let lesson: LessonFile = serde_json::from_str(include_str!("forms/lesson-2.json")).expect("form 2");
    let [number, pair] = &lesson.questions[..] else { panic!("two questions") };
    assert_eq!((number.kind, number.tolerance), (Kind::Number, 1.5));
    assert_eq!((number.prompt.0.as_str(), number.options[0].accepts.as_str()), ("<p>About.</p>", "23"));
    assert_eq!((pair.variant_of.as_deref(), pair.options[0].partner.as_str()), (Some("how-many"), "Two"));
}

#[test]
fn a_receipt_of_form_1_loads() {
    let file = include_str!("forms/receipt-1.json").trim();
    let reading = read_all(file);
    let [signed] = &reading.receipts[..] else { panic!("{:?}", reading.refusals) };
    let receipt = &signed.receipt;
    assert_eq!((receipt.state, receipt.pass, receipt.passed), (State::Passed, 100, Some(Day(20_787))));
    assert_eq!(receipt.clauses[1].mastery, ClauseMastery::Mastered);
    let accepted = receipt.assignment.as_ref().expect("an assignment");
    assert_eq!((accepted.assignment.due, accepted.due), (Due::After(14), Some(Day(20_799))));
    assert_eq!(signed.signature_bytes(), Some([7; 64]));
    // What is signed is the text itself.
    assert!(file.contains(&receipt.to_text()) && signed.to_text() == file);
}

#[test]
fn a_link_of_form_1_opens() {
    let opened = link::read(include_str!("forms/link-1.txt")).expect("form 1");
    let assignment = opened.assignment;
    assert_eq!((assignment.id.as_str(), assignment.course.as_str()), ("k3hd8v5wq2pt", "social-workshop"));
    assert_eq!((assignment.modules.len(), assignment.modules[3].as_str()), (8, "say-who-you-are"));
    assert_eq!(
        (assignment.to.id.as_str(), assignment.to.name.as_str()),
        ("E-104233", "Annemarie Oberhuber-Núñez")
    );
    let Due::On(due) = assignment.due else { panic!("a day") };
    assert_eq!(
        (assignment.made.to_string(), due.to_string()),
        ("2026-11-28".to_owned(), "2027-01-15".to_owned())
    );
    assert_eq!((assignment.pass, assignment.valid_months), (Some(85), 12));
    assert_eq!(opened.signature.map(|signature| signature[0]), Some(0x76));
    assert!(opened.signed_bytes.starts_with(link::SIGNED_AS));
}

#[test]
fn a_draft_of_form_1_loads() {
    let draft = Draft::from_record(include_str!("forms/draft-1.json")).expect("form 1");
    assert_eq!((draft.to, draft.person_name.as_str()), (To::Person, "Annemarie Oberhuber-Núñez"));
    let assignment = draft.assignment("social-workshop", draft.made).expect("nothing is missing");
    assert_eq!((assignment.id.as_str(), assignment.modules.len()), ("k3hd8v5wq2pt", 2));
    assert_eq!((assignment.pass, assignment.valid_months), (Some(85), 12));
}

#[test]
fn a_roster_of_form_1_loads() {
    let roster = KeptRoster::from_record(include_str!("forms/roster-1.json")).expect("form 1");
    assert_eq!((roster.file.as_str(), roster.people[0].name.as_str()), ("“people.csv”", "李小龍"));
}

#[test]
fn a_signing_key_of_form_1_loads() {
    let backup = KeyBackup::from_file(include_str!("forms/signing-key-1.json")).expect("form 1");
    assert_eq!((backup.iterations, backup.wrapped.len()), (600_000, 64));
}

#[test]
fn saved_records_of_form_1_load() {
    let (records, receipts) =
        book_file::import("small-course", include_str!("forms/records-1.json")).expect("form 1");
    assert_eq!(receipts.len(), 1);
    let book = Log::read(&records);
    assert_eq!((book.broken, book.entries.len()), (None, 8));
    let log::What::Assigned { assignments, people } = &book.entries[0].entry.what else {
        panic!("an assignment")
    };
    assert_eq!((assignments[0].due, people[0].name.as_str()), (Due::On(Day(20_800)), "Zoë"));
    let log::What::Imported { receipts, source } = &book.entries[2].entry.what else { panic!("an import") };
    assert_eq!((receipts[0].signature, *source), (Signature::UnknownKey, Source::Paste));
    let exempted = log::What::Exempted {
        person: "7".to_owned(),
        modules: vec!["start".to_owned()],
        reason: "On leave".to_owned(),
        until: Some(Day(20_800)),
    };
    assert_eq!(book.entries[3].entry.what, exempted);
    assert_eq!(book.entries[5].entry.what, log::What::RenewalSet { months: 12 });
}
