//! A course's edit history replayed over answered questions. The rule for each edit
//! stands in its test: every credit stays that its meaning still deserves.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use social_workshop::course::outline::Outline;
use social_workshop::course::page;
use social_workshop::course::read::read;
use social_workshop::course::source::SourceFolder;
use social_workshop::learning::day::Calendar;
use social_workshop::learning::event::{Event, EventId, Occasion, What};
use social_workshop::learning::mastery::{self, Mastery};
use social_workshop::learning::progress::{LessonState, Progress};

/// A question as an author has it.
#[derive(Debug, Clone)]
struct Question {
    id: &'static str,
    clause: &'static str,
    revision: u32,
    variant_of: Option<&'static str>,
    /// Changes with each rewording.
    wording: u32,
    /// Further wrong options.
    options: usize,
}

#[derive(Debug, Clone)]
struct Lesson {
    id: &'static str,
    file: String,
    questions: Vec<Question>,
}

/// A course as an author has it: lessons in one module.
#[derive(Debug, Clone)]
struct Course(Vec<Lesson>);

fn question(id: &'static str) -> Question {
    Question { id, clause: "ABC-1", revision: 1, variant_of: None, wording: 0, options: 1 }
}

fn lesson(id: &'static str, questions: &[&'static str]) -> Lesson {
    Lesson { id, file: id.to_owned(), questions: questions.iter().map(|id| question(id)).collect() }
}

/// `first` asks a and b, `second` asks c and d.
fn course() -> Course {
    Course(vec![lesson("first", &["a", "b"]), lesson("second", &["c", "d"])])
}

impl Question {
    fn markdown(&self) -> String {
        let Question { id, clause, revision, wording, .. } = self;
        let variant = self.variant_of.map(|id| format!(" variant-of={id}")).unwrap_or_default();
        let mut text = format!(
            "## Question {id} in wording {wording} {{#{id} .quiz clause={clause} revision={revision}{variant}}}\n\n\
             What about it, the {wording}. time?\n\n- [x] {{#yes}} Yes {wording}\n  > Right {wording}.\n"
        );
        for option in 0..self.options {
            text += &format!("- [ ] {{#no-{option}}} No {option} {wording}\n  > Wrong {wording}.\n");
        }
        text
    }
}

impl Course {
    fn outline(&self) -> Outline {
        let policy = "---\nversion: \"1\"\n---\n\n## Letters {#ABC}\n\n### One {#ABC-1}\n\nText.\n\n### Two {#ABC-2}\n\nText.\n";
        let mut files = vec![
            ("course.toml".to_owned(), "title = \"Edited\"\n".to_owned()),
            ("policy.md".to_owned(), policy.to_owned()),
        ];
        for (index, lesson) in self.0.iter().enumerate() {
            let questions: Vec<String> = lesson.questions.iter().map(Question::markdown).collect();
            let text =
                format!("---\nid: {}\ntitle: Lesson\n---\n\nText.\n\n{}", lesson.id, questions.join("\n"));
            files.push((format!("01-m/{index:02}-{}.md", lesson.file), text));
        }
        let folder = SourceFolder::from_texts(
            "edited",
            files.iter().map(|(path, text)| (path.as_str(), text.as_str())),
        );
        let (course, diagnostics) = read(&folder);
        assert!(diagnostics.is_empty(), "{diagnostics:?}");
        page::outline(&course, &BTreeMap::new())
    }

    fn edited(mut self, edit: impl FnOnce(&mut Vec<Lesson>)) -> Outline {
        edit(&mut self.0);
        self.outline()
    }
}

/// A right answer to each question, in this order.
fn answered(questions: &[&str]) -> Progress {
    let events: Vec<Event> =
        questions.iter().zip(1..).map(|(question, counter)| right(question, counter)).collect();
    Progress::of(&events)
}

fn right(question: &str, counter: u64) -> Event {
    let what = What::Answered {
        question: question.to_owned(),
        revision: 1,
        chosen: vec!["yes".into()],
        earned: 1,
        possible: 1,
        occasion: Occasion::Lesson,
        sure: None,
    };
    Event { id: EventId { counter, device: "d".into(), tab: "t".into() }, at: 0, what }
}

fn states(outline: &Outline, progress: &Progress) -> Vec<(String, LessonState)> {
    outline.lessons().map(|lesson| (lesson.id.clone(), progress.lesson(lesson))).collect()
}

fn mastery_of(outline: &Outline, progress: &Progress, clause: &str) -> Mastery {
    mastery::of_clauses(outline, progress, Calendar::default()).get(clause).copied().unwrap_or_default()
}

fn state(id: &str, state: LessonState) -> (String, LessonState) {
    (id.to_owned(), state)
}

#[test]
fn rewording_keeps_all_credit() {
    let progress = answered(&["a", "b"]);
    let reworded = course().edited(|lessons| {
        lessons[0].questions.iter_mut().for_each(|question| question.wording += 1);
    });
    assert_eq!(states(&reworded, &progress)[0], state("first", LessonState::Done));
    assert_eq!(mastery_of(&reworded, &progress, "ABC-1"), Mastery::Mastered);
}

#[test]
fn a_new_revision_says_that_earlier_answers_do_not_count() {
    let progress = answered(&["a", "b"]);
    let revised = course().edited(|lessons| lessons[0].questions[0].revision = 2);
    assert_eq!(progress.still_open(revised.lesson("first").expect("first")), 1);
    assert_eq!(mastery_of(&revised, &progress, "ABC-1"), Mastery::Once);
}

#[test]
fn an_inserted_question_is_open_and_takes_nothing_from_the_others() {
    let progress = answered(&["a", "b"]);
    let longer = course().edited(|lessons| lessons[0].questions.insert(0, question("new")));
    assert_eq!(states(&longer, &progress)[0], state("first", LessonState::Begun));
    assert_eq!(progress.still_open(longer.lesson("first").expect("first")), 1);
    assert_eq!(mastery_of(&longer, &progress, "ABC-1"), Mastery::Mastered);
}

#[test]
fn an_inserted_option_takes_no_credit() {
    let progress = answered(&["a", "b"]);
    let longer = course().edited(|lessons| lessons[0].questions[0].options = 3);
    assert_eq!(states(&longer, &progress)[0], state("first", LessonState::Done));
}

#[test]
fn a_deleted_question_is_archived_and_counts_again_when_it_comes_back() {
    let progress = answered(&["a", "b"]);
    let shorter = course().edited(|lessons| {
        lessons[0].questions.remove(0);
    });
    assert_eq!(states(&shorter, &progress)[0], state("first", LessonState::Done));
    assert_eq!(progress.archived(&shorter), 1);
    assert_eq!(mastery_of(&shorter, &progress, "ABC-1"), Mastery::Once, "what is gone stands for nothing");
    assert_eq!(mastery_of(&course().outline(), &progress, "ABC-1"), Mastery::Mastered);
}

#[test]
fn reordering_changes_nothing() {
    let progress = answered(&["a", "b", "c"]);
    let reordered = course().edited(|lessons| {
        lessons.reverse();
        lessons.iter_mut().for_each(|lesson| lesson.questions.reverse());
    });
    let expected = [state("second", LessonState::Begun), state("first", LessonState::Done)];
    assert_eq!(states(&reordered, &progress), expected);
    assert_eq!(mastery_of(&reordered, &progress, "ABC-1"), Mastery::Mastered);
}

#[test]
fn a_renamed_file_or_lesson_keeps_the_credit_of_its_questions() {
    let progress = answered(&["a", "b"]);
    let file = course().edited(|lessons| lessons[0].file = "quite-another".into());
    assert_eq!(states(&file, &progress)[0], state("first", LessonState::Done));
    let id = course().edited(|lessons| lessons[0].id = "renamed");
    assert_eq!(states(&id, &progress)[0], state("renamed", LessonState::Done));
}

#[test]
fn a_renamed_question_is_a_new_one() {
    let progress = answered(&["a", "b"]);
    let renamed = course().edited(|lessons| lessons[0].questions[0].id = "other");
    assert_eq!(progress.still_open(renamed.lesson("first").expect("first")), 1);
    assert_eq!(progress.archived(&renamed), 1);
}

#[test]
fn a_lesson_split_in_two_gives_each_part_its_own_credit() {
    let progress = answered(&["a"]);
    let split = course().edited(|lessons| {
        let rest = lessons[0].questions.split_off(1);
        lessons.insert(1, Lesson { questions: rest, ..lesson("rest", &[]) });
    });
    let expected = [state("first", LessonState::Done), state("rest", LessonState::New)];
    assert_eq!(states(&split, &progress)[..2], expected);
}

#[test]
fn two_merged_lessons_are_done_when_both_were() {
    let merged = course().edited(|lessons| {
        let second = lessons.remove(1);
        lessons[0].questions.extend(second.questions);
    });
    let state_after = |questions: &[&str]| answered(questions).lesson(&merged.modules[0].lessons[0]);
    assert_eq!(state_after(&["a", "b", "c", "d"]), LessonState::Done);
    assert_eq!(state_after(&["a", "b"]), LessonState::Begun);
}

#[test]
fn a_question_moved_to_another_clause_counts_there() {
    let progress = answered(&["a", "b"]);
    let moved = course().edited(|lessons| {
        lessons[0].questions.iter_mut().for_each(|question| question.clause = "ABC-2");
    });
    assert_eq!(mastery_of(&moved, &progress, "ABC-1"), Mastery::New);
    assert_eq!(mastery_of(&moved, &progress, "ABC-2"), Mastery::Mastered);
}

#[test]
fn a_question_that_becomes_a_variant_gives_its_credit_to_the_question_it_varies() {
    let progress = answered(&["b"]);
    let joined = course().edited(|lessons| lessons[0].questions[1].variant_of = Some("a"));
    assert_eq!(states(&joined, &progress)[0], state("first", LessonState::Done));
}

/// An edit that a generator can draw; numbers pick lessons and questions.
#[derive(Debug, Clone)]
enum Edit {
    Reword(usize),
    Insert(usize),
    Delete(usize),
    Reorder(usize),
    Move(usize, usize),
    RenameFile(usize),
    Split(usize),
    Merge(usize),
}

const NEW: [&str; 12] = ["n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "n10", "n11"];
const PARTS: [&str; 12] = ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11"];

fn any_edit() -> impl Strategy<Value = Edit> {
    let any = || 0..8_usize;
    prop_oneof![
        any().prop_map(Edit::Reword),
        any().prop_map(Edit::Insert),
        any().prop_map(Edit::Delete),
        any().prop_map(Edit::Reorder),
        (any(), any()).prop_map(|(from, to)| Edit::Move(from, to)),
        any().prop_map(Edit::RenameFile),
        any().prop_map(Edit::Split),
        any().prop_map(Edit::Merge),
    ]
}

fn apply(lessons: &mut Vec<Lesson>, edit: &Edit, step: usize) {
    let count = lessons.len();
    let at = |place: usize| place % count;
    match *edit {
        Edit::Reword(place) => {
            lessons[at(place)].questions.iter_mut().for_each(|question| question.wording += 1)
        }
        Edit::Insert(place) => lessons[at(place)].questions.insert(0, question(NEW[step])),
        Edit::Delete(place) => drop(lessons[at(place)].questions.pop()),
        Edit::Reorder(place) => lessons[at(place)].questions.reverse(),
        Edit::Move(from, to) => {
            let moved = lessons[at(from)].questions.pop();
            lessons[at(to)].questions.extend(moved);
        }
        Edit::RenameFile(place) => lessons[at(place)].file = format!("renamed-{step}"),
        Edit::Split(place) => {
            let half = lessons[at(place)].questions.len() / 2;
            let rest = lessons[at(place)].questions.split_off(half);
            lessons.push(Lesson { questions: rest, ..lesson(PARTS[step], &[]) });
        }
        Edit::Merge(place) if count > 1 => {
            let merged = lessons.remove(at(place));
            lessons[0].questions.extend(merged.questions);
        }
        Edit::Merge(_) => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_history_keeps_the_credit_of_every_question_that_is_still_there(
        edits in prop::collection::vec((any_edit(), any::<bool>()), 1..12),
    ) {
        let mut course = course();
        let mut events: Vec<Event> = Vec::new();
        let mut credit: BTreeSet<String> = BTreeSet::new();
        for (step, (edit, answers)) in edits.iter().enumerate() {
            if let Some(question) = course.outline().questions().next().filter(|_| *answers) {
                events.push(right(&question.id, events.len() as u64 + 1));
                credit.insert(question.id.clone());
            }
            apply(&mut course.0, edit, step);
            let outline = course.outline();
            let progress = Progress::of(&events);
            for lesson in outline.lessons() {
                let open = lesson.questions.iter().filter(|question| !credit.contains(&question.id)).count();
                prop_assert_eq!(progress.still_open(lesson), open);
                for question in &lesson.questions {
                    prop_assert_eq!(progress.is_right(question), credit.contains(&question.id));
                }
            }
            let known: BTreeSet<&String> = outline.questions().map(|question| &question.id).collect();
            prop_assert_eq!(progress.archived(&outline), credit.iter().filter(|id| !known.contains(id)).count());
        }
    }
}
