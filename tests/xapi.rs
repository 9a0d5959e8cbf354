//! Statements of a whole walk through the shipped course, in an LRS that others wrote.

#[path = "ralph/mod.rs"]
mod ralph;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::{Value, json};

use ralph::{Port, Ralph, mistakes};
use social_workshop::command::folder;
use social_workshop::course::decomposed::decomposed;
use social_workshop::course::model::{Course, Kind, Question};
use social_workshop::course::outline::Outline;
use social_workshop::course::page;
use social_workshop::course::read::read;
use social_workshop::learning::day::{Calendar, Day};
use social_workshop::learning::event::{Event, EventId, Occasion, What};
use social_workshop::learning::grading::{grade, pair};
use social_workshop::learning::progress::Progress;
use social_workshop::records::xapi::making::{Making, is_told};
use social_workshop::records::xapi::marks::{Key, Marks};
use social_workshop::records::xapi::milestones;
use social_workshop::records::xapi::names::{Names, PASSED};
use social_workshop::records::xapi::queue::{Answer, Next, Queue, Ready, body};
use social_workshop::records::xapi::read as from_lrs;
use social_workshop::records::xapi::requests;
use social_workshop::records::xapi::statement::{Account, Actor};

const HOME: &str = "https://people.example.com/";
/// 26 November 2026.
const DAY: Day = Day(20_783);

fn shipped() -> (Course, Outline) {
    let folder = folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("lessons")).expect("the course");
    let (course, _) = read(&folder);
    let outline = page::outline(&course, &BTreeMap::new());
    (course, outline)
}

/// Somebody who does everything that the course has, each thing in a way of its own.
#[derive(Debug, Default)]
struct Learner {
    events: Vec<Event>,
}

impl Learner {
    fn does(&mut self, day: u32, what: What) {
        let counter = self.events.len() as u64 + 1;
        let id = EventId { counter, device: "device".into(), tab: format!("tab{day}") };
        let at = DAY.plus(day).start() + 30_000 * i64::try_from(counter).expect("few");
        self.events.push(Event { id, at, what });
    }

    fn answers(&mut self, day: u32, question: &Question, chosen: Vec<String>, occasion: Occasion) {
        let grade = grade(question, &chosen, decomposed);
        let what = What::Answered {
            question: question.id.clone(),
            revision: question.revision,
            chosen,
            earned: grade.earned,
            possible: grade.possible,
            occasion,
            sure: [None, Some(true), Some(false)][self.events.len() % 3],
        };
        self.does(day, what);
    }
}

fn right(question: &Question) -> Vec<String> {
    let options = question.options.iter();
    let ids = options.clone().filter(|option| option.right || question.kind == Kind::Order);
    match question.kind {
        Kind::Match => options.map(|option| pair(&option.id, &option.id)).collect(),
        Kind::Text | Kind::Number => ids.take(1).map(|option| option.accepts.clone()).collect(),
        Kind::Poll => options.take(1).map(|option| option.id.clone()).collect(),
        _ => ids.map(|option| option.id.clone()).collect(),
    }
}

fn wrong(question: &Question) -> Vec<String> {
    match question.kind {
        Kind::Text | Kind::Number => vec!["something “else” – 7,5 🦀".to_owned()],
        Kind::Match => right(question).into_iter().take(1).collect(),
        Kind::Order => right(question).into_iter().rev().collect(),
        _ => question.options.iter().map(|option| option.id.clone()).collect(),
    }
}

/// A pretest, every lesson and every question (wrong, of most kinds "I don't know", then right), every
/// clause of the policy, and every question once more on a later day, as practice and recalls.
fn walk(course: &Course) -> Vec<Event> {
    let mut learner = Learner::default();
    for question in course.questions().filter(|question| question.kind.is_graded()).take(12) {
        learner.answers(0, question, wrong(question), Occasion::Pretest);
    }
    learner.does(0, What::Pretested { skipped: false });
    for (_, lesson) in course.lessons() {
        learner.does(1, What::Opened { lesson: lesson.id.clone() });
        for question in lesson.questions() {
            learner.answers(1, question, wrong(question), Occasion::Lesson);
            if question.kind != Kind::One {
                learner.answers(1, question, vec![], Occasion::Lesson);
            }
            learner.answers(1, question, right(question), Occasion::Lesson);
        }
        learner.does(1, What::Read { lesson: lesson.id.clone() });
        learner.does(1, What::Bookmarked { lesson: lesson.id.clone(), set: true });
    }
    let policy = course.policy.as_ref().expect("a policy");
    for clause in policy.clauses() {
        let (clause, words) = (clause.id.clone(), clause.words.clone());
        learner.does(1, What::Acknowledged { clause, version: policy.version.clone(), words });
    }
    for (day, occasion, most) in [(9, Occasion::Practice, usize::MAX), (30, Occasion::Recall, 40)] {
        for question in course.questions().filter(|question| question.kind.is_graded()).take(most) {
            learner.answers(day, question, right(question), occasion);
        }
        learner.does(day, What::Recalled);
    }
    learner.events
}

fn statements(course: &Course, outline: &Outline, events: &[Event]) -> Vec<Ready> {
    let actor = Actor { account: Account { home_page: HOME.into(), name: "Zoë 0042".into() } };
    let making = Making::new(outline, HOME, actor, "5d0a5d4c-9a6c-4f43-8b52-6d3a9d6b3f10");
    let questions: BTreeMap<&str, &Question> =
        course.questions().map(|question| (question.id.as_str(), question)).collect();
    let of_event = |event: &Event| match &event.what {
        What::Answered { question, .. } => making.of_event(event, questions.get(question.as_str()).copied()),
        _ => making.of_event(event, None),
    };
    let reached = milestones::reached(outline, events, Calendar::at(DAY.plus(31).start(), 60), |_| false);
    let reached = reached.iter().map(|milestone| making.of_milestone(milestone));
    events.iter().filter_map(of_event).chain(reached).map(Ready::of).collect()
}

fn values(ready: &[Ready]) -> Vec<Value> {
    ready.iter().map(|ready| serde_json::from_str(&ready.json).expect("JSON")).collect()
}

#[test]
fn the_validators_find_mistakes() {
    let (course, outline) = shipped();
    let mut wrong = values(&statements(&course, &outline, &walk(&course)[..3]));
    wrong[0]["result"]["score"]["scaled"] = json!(2);
    wrong[1]["verb"]["id"] = json!("answered");
    wrong[2]["timestamp"] = json!("yesterday");
    for found in mistakes(&wrong) {
        for statement in &wrong {
            assert!(found.contains(statement["id"].as_str().expect("an id")), "{found}");
        }
    }
}

#[test]
fn every_statement_of_a_whole_walk_is_in_the_lrs_once_and_valid() {
    let (course, outline) = shipped();
    let events = walk(&course);
    let ready = statements(&course, &outline, &events);
    let told = events.iter().filter(|event| is_told(&event.what)).count();
    let lessons = outline.modules.len();
    assert!(ready.len() > told + lessons, "{} statements of {told} events", ready.len());
    assert_eq!(mistakes(&values(&ready)), [String::new(), String::new()]);

    let port = Port::free();
    let ralph = Ralph::start(port, "http://127.0.0.1");
    let (mut queue, mut marks) = (Queue::default(), Marks::default());
    let mut requests = 0;
    loop {
        let waiting: Vec<Ready> =
            ready.iter().filter(|one| marks.is_waiting(&one.made.key)).cloned().collect();
        let Next::Send(places) = queue.next(&waiting, 0) else { break };
        let batch: Vec<&Ready> = places.iter().map(|place| &waiting[*place]).collect();
        let text = body(batch.iter().copied());
        assert!(text.len() <= 48 * 1024);
        requests += 1;
        let (status, said) = ralph.request("POST", "statements", &text);
        // Every third answer is lost on its way.
        let answer = match requests % 3 {
            0 => Answer::Nothing,
            _ => Answer::Status { status, retry_after: None, body: said },
        };
        queue.sent(&batch, answer, 0, 0.0, &mut marks);
        queue.go_on();
    }
    assert_eq!(marks.refused().collect::<Vec<_>>(), []);
    let kept = ralph.statements();
    let id = |statement: &Value| statement["id"].as_str().expect("an id").to_owned();
    let ids: BTreeSet<String> = kept.iter().map(id).collect();
    assert_eq!((kept.len(), ids.len()), (ready.len(), ready.len()));
    assert_eq!(ids, values(&ready).iter().map(id).collect());
    assert_eq!(mistakes(&kept), [String::new(), String::new()]);
    hr_reads(&ralph, &port.endpoint(), &outline, &events);
}

/// What HR reads from the LRS is what the learner did.
fn hr_reads(ralph: &Ralph, endpoint: &str, outline: &Outline, events: &[Event]) {
    let names = Names::of(HOME, &outline.id);
    let get = |address: &str| {
        let path = address.strip_prefix(endpoint).expect("an address of the LRS");
        let (status, body) = ralph.request("GET", path, "");
        assert_eq!(status, 200, "{body}");
        from_lrs::page(&body).expect("a page")
    };
    let mut reading = from_lrs::Reading::default();
    let mut next = Some(requests::first(endpoint, &names, None, None));
    while let Some(address) = next {
        let page = get(&address);
        next = requests::further(endpoint, &page.more);
        reading.take(&page.statements, &names);
    }
    let people = reading.people();
    let [person] = &people[..] else { panic!("one person") };
    assert_eq!(person.account.name, "Zoë 0042");
    assert_eq!(person.acknowledged.len(), outline.clauses.len());
    assert!(person.passed.contains_key("") && person.completed.contains_key(""));
    let progress = Progress::of(events);
    let read = Progress::of(&person.events);
    assert_eq!(read.tally(outline.questions()), progress.tally(outline.questions()));
    assert_eq!(read.core_lessons_done(outline), progress.core_lessons_done(outline));

    let passed = get(&requests::first(endpoint, &names, Some(PASSED), Some(0)));
    assert_eq!(passed.statements.len(), person.passed.len());
}

#[test]
fn keys_of_events_and_of_what_was_reached_are_never_the_same() {
    let (course, outline) = shipped();
    let ready = statements(&course, &outline, &walk(&course));
    let keys: BTreeSet<&Key> = ready.iter().map(|ready| &ready.made.key).collect();
    let texts: BTreeSet<String> = keys.iter().map(ToString::to_string).collect();
    assert_eq!((keys.len(), texts.len()), (ready.len(), ready.len()));
}
