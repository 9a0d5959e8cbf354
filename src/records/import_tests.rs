use super::*;
use crate::records::assignment::Due;
use crate::records::book::tests::{assignment, book, imported, person, receipt};
use crate::records::log::{Source, What};
use crate::records::receipt::State;

fn course() -> CourseVersion {
    CourseVersion { id: "small".to_owned(), version: "now".to_owned(), ..CourseVersion::default() }
}

/// A receipt as a learner sends it, for the assignment of this id.
fn sent(assignment: &str, to: &str, learner: &str, change: impl FnOnce(&mut Receipt)) -> Signed {
    let mut receipt = receipt("", assignment, State::Passed, Some(110));
    receipt.course = course();
    receipt.learner = learner.to_owned();
    receipt.key = "key".to_owned();
    if let Some(accepted) = &mut receipt.assignment {
        accepted.assignment.to.id = to.to_owned();
    }
    change(&mut receipt);
    receipt.id = receipt.id_of_content();
    Signed { receipt, signature: "s".to_owned() }
}

fn company() -> Vec<What> {
    let people = vec![person("1", "Ada", "Sales"), person("2", "Bob", "IT"), person("3", "Bob", "HR")];
    vec![What::Assigned { assignments: vec![assignment("a", "", Due::Open)], people }]
}

fn judged(book: &Book, all: &[Signed], verdicts: &[Verdict]) -> Vec<Judged> {
    let found = all.iter().map(|signed| Found { file: "f".to_owned(), what: Ok(signed.clone()) });
    judge(book, &course(), found.collect(), verdicts)
}

#[test]
fn a_receipt_without_a_doubt_is_taken() {
    let all = [sent("a", "1", "", |_| {})];
    let judged = judged(&book(company(), &[]), &all, &[Verdict::Right]);
    assert_eq!((judged[0].person.as_deref(), judged[0].doubts.as_slice()), (Some("1"), &[][..]));
    assert!(judged[0].is_taken() && !judged[0].is_open());
    let (taken, texts) = taken(&judged);
    assert_eq!((taken[0].signature, taken[0].receipt == all[0].receipt.id), (Signature::Valid, true));
    assert_eq!(texts, [(all[0].receipt.id.clone(), all[0].to_text())]);
}

#[test]
fn each_is_refused_for_what_it_is() {
    let known = sent("a", "1", "", |_| {});
    let other = sent("a", "1", "", |receipt| receipt.course.id = "knots".to_owned());
    let wrong = sent("a", "1", "", |receipt| receipt.attempts = 9);
    let twice = sent("a", "1", "", |receipt| receipt.attempts = 3);
    let done = [company(), vec![imported("1", std::slice::from_ref(&known.receipt))]].concat();
    let book = book(done, std::slice::from_ref(&known.receipt));
    let right = Verdict::Right;
    let verdicts = [right, right, Verdict::Wrong, right, right];
    let judged = judged(&book, &[known, other, wrong, twice.clone(), twice], &verdicts);
    let refusals: Vec<_> = judged.iter().map(|judged| judged.refusal.clone()).collect();
    let other = Refusal::OtherCourse(String::new());
    assert_eq!(
        refusals,
        [Some(Refusal::Duplicate), Some(other), Some(Refusal::WrongSignature), None, Some(Refusal::Twice)]
    );
    assert_eq!(taken(&judged).0.len(), 1);
}

#[test]
fn an_edited_one_is_told_and_its_neighbours_are_taken() {
    let text = sent("a", "1", "", |_| {}).to_text();
    let edited = text.replace("\"mastered\":0", "\"mastered\":7");
    assert_ne!(text, edited);
    let found = found("mails.txt", &format!("{edited}\n{text}"));
    let judged = judge(&book(company(), &[]), &course(), found, &[Verdict::Right]);
    let edited = Refusal::Unreadable(ReceiptRefusal::Edited);
    assert!(judged.iter().any(|judged| judged.refusal == Some(edited.clone())));
    assert_eq!(taken(&judged).0.len(), 1);
}

#[test]
fn doubts_are_told_and_do_not_hide_the_receipt() {
    let unsigned = sent("a", "1", "", |receipt| receipt.attempts = 1);
    let old = sent("a", "1", "", |receipt| receipt.course.version = "old".to_owned());
    let verdicts = [Verdict::Missing, Verdict::Right];
    let judged = judged(&book(company(), &[]), &[unsigned, old], &verdicts);
    assert_eq!(judged[0].doubts, [Doubt::Unsigned]);
    assert_eq!(judged[1].doubts, [Doubt::OtherVersion]);
    assert!(judged.iter().all(Judged::is_taken));
}

#[test]
fn the_browser_of_the_first_receipt_is_known_again() {
    let first = sent("a", "1", "", |_| {});
    let again = sent("a", "1", "", |receipt| receipt.attempts = 2);
    let other = sent("a", "1", "", |receipt| receipt.key = "another".to_owned());
    let done = [company(), vec![imported("1", std::slice::from_ref(&first.receipt))]].concat();
    let book = book(done, std::slice::from_ref(&first.receipt));
    let judged = judged(&book, &[again, other], &[Verdict::Right, Verdict::Right]);
    assert_eq!((judged[0].signature, judged[1].signature), (Signature::Valid, Signature::UnknownKey));
    assert_eq!(judged[1].doubts, [Doubt::OtherKey]);
}

#[test]
fn a_name_finds_one_person_or_nobody() {
    let book = book(company(), &[]);
    let of = |learner: &str| {
        let all = [sent("a", "", learner, |_| {})];
        judged(&book, &all, &[Verdict::Right])[0].person.clone()
    };
    assert_eq!(of(" ada "), Some("1".to_owned()));
    assert_eq!(of("Bob"), None, "two are called so");
    assert_eq!(of("Eve"), None);
    assert_eq!(of(""), None);
}

#[test]
fn an_assignment_that_nobody_here_made_waits_for_a_word() {
    let mut judged = judged(&book(company(), &[]), &[sent("theirs", "1", "", |_| {})], &[Verdict::Right]);
    assert!(judged[0].is_open() && !judged[0].is_taken());
    judged[0].wanted = true;
    assert!(judged[0].is_taken());
}

#[test]
fn a_receipt_of_the_whole_course_needs_no_assignment() {
    let judged = judged(&book(company(), &[]), &[sent("", "", "Ada", |_| {})], &[Verdict::Right]);
    assert!(judged[0].is_taken());
}

#[test]
fn what_is_taken_is_in_the_book() {
    let all = [sent("a", "1", "", |_| {})];
    let judged = judged(&book(company(), &[]), &all, &[Verdict::Right]);
    let import = What::Imported { receipts: taken(&judged).0, source: Source::File };
    // The texts are kept as they were taken.
    let (sealed, record) = crate::records::log::record(None, 1, "Hal", import);
    assert_eq!(sealed.entry.n, 1);
    let texts = taken(&judged).1.into_iter().collect();
    let book = Book::of(&crate::records::log::Log::read([record]), &texts);
    assert_eq!((book.damaged.len(), book.evidence_of("1").len()), (0, 1));
}
