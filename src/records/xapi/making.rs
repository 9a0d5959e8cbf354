//! Statements made from learning events and from what was reached.
//!
//! Notes and bookmarks are the learner's own and never sent, nor is what was chosen in a poll. Of a pretest and of recalls the
//! answers are sent, with what they were given in.

use std::collections::BTreeMap;

use serde_json::json;

use super::interaction::{self, said};
use super::marks::Key;
use super::milestones::Milestone;
use super::names::{self, Names, Thing, uuid};
use super::statement::{
    Activity, Actor, Context, ContextActivities, Definition, Score, Statement, StatementResult, Verb,
};
use crate::course::model::Question;
use crate::course::outline::Outline;
use crate::learning::event::{Event, Occasion, What};
use crate::learning::mastery::wordings;
use crate::records::{digest, moment};

const PLATFORM: &str = "Social Workshop";

/// A statement, and what it is known by here.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    pub key: Key,
    pub statement: Statement,
}

/// What is needed to make the statements of one person on one course.
#[derive(Debug, Clone)]
pub struct Making<'a> {
    outline: &'a Outline,
    names: Names,
    actor: Actor,
    registration: String,
    /// The lesson of each question and variant.
    lessons: BTreeMap<&'a str, &'a str>,
}

/// Whether an event becomes a statement.
pub fn is_told(what: &What) -> bool {
    match what {
        What::Opened { .. } | What::Read { .. } | What::Answered { .. } | What::Acknowledged { .. } => true,
        What::Pretested { .. }
        | What::Recalled
        | What::Noted { .. }
        | What::Bookmarked { .. }
        | What::Assigned { .. } => false,
    }
}

impl<'a> Making<'a> {
    /// `homepage` is the address of the course's owner; `registration` a UUID, or empty.
    pub fn new(outline: &'a Outline, homepage: &str, actor: Actor, registration: &str) -> Self {
        let lessons = outline.lessons().flat_map(|lesson| {
            let asked = lesson.questions.iter().flat_map(wordings);
            asked.map(|(question, _)| (question, lesson.id.as_str()))
        });
        Self {
            names: Names::of(homepage, &outline.id),
            actor,
            registration: registration.to_owned(),
            lessons: lessons.collect(),
            outline,
        }
    }

    /// The lesson whose file holds a question, for which its statement waits. None where the
    /// course asks it no more: then its statement has an id and no words.
    pub fn lesson_of(&self, question: &str) -> Option<&'a str> {
        self.lessons.get(question).copied()
    }

    /// The statement of an event; `question` is the one that it answers. None where the event
    /// is not told.
    pub fn of_event(&self, event: &Event, question: Option<&Question>) -> Option<Made> {
        let thing = |thing, kind, title: Option<&str>| self.activity(thing, kind, title.unwrap_or_default());
        let lesson_title = |id: &str| self.outline.lesson(id).map(|lesson| lesson.title.as_str());
        let statement = match &event.what {
            What::Opened { lesson } => Statement {
                verb: self.verb(names::ATTEMPTED, "attempted"),
                object: thing(Thing::Lesson(lesson), names::LESSON, lesson_title(lesson)),
                context: self.context(self.module_of(lesson)),
                ..Statement::default()
            },
            What::Read { lesson } => Statement {
                verb: self.verb(names::EXPERIENCED, "experienced"),
                object: thing(Thing::Lesson(lesson), names::LESSON, lesson_title(lesson)),
                result: Some(StatementResult { completion: Some(true), ..StatementResult::default() }),
                context: self.context(self.module_of(lesson)),
                ..Statement::default()
            },
            What::Answered { .. } => self.answered(&event.what, question)?,
            What::Acknowledged { clause, version, words } => self.acknowledged(clause, version, words),
            What::Pretested { .. }
            | What::Recalled
            | What::Noted { .. }
            | What::Bookmarked { .. }
            | What::Assigned { .. } => return None,
        };
        let mut made = self.made(Key::Event(event.id.clone()), event.at, statement);
        let id = json!(event.id.to_string());
        made.statement.context.extensions.insert(self.names.extension("event"), id);
        Some(made)
    }

    /// The statement of what was reached.
    pub fn of_milestone(&self, milestone: &Milestone) -> Made {
        let object = match &milestone.module {
            None => self.course(),
            Some(id) => {
                let title = self.outline.modules.iter().find(|module| module.id == *id);
                let title = title.map(|module| module.title.as_str()).unwrap_or_default();
                self.activity(Thing::Module(id), names::MODULE, title)
            }
        };
        let (verb, result) = match milestone.passing {
            Some(passing) => (
                self.verb(names::PASSED, "passed"),
                StatementResult {
                    score: Score::of(passing.reached, passing.counted),
                    success: Some(true),
                    ..StatementResult::default()
                },
            ),
            None => {
                let result = StatementResult { completion: Some(true), ..StatementResult::default() };
                (self.verb(names::COMPLETED, "completed"), result)
            }
        };
        let parent = milestone.module.is_some().then_some(Thing::Course);
        let context = self.context(parent);
        let statement = Statement { verb, object, result: Some(result), context, ..Statement::default() };
        self.made(Key::Milestone(milestone.name()), milestone.at, statement)
    }

    fn made(&self, key: Key, at: i64, statement: Statement) -> Made {
        let (account, course) = (&self.actor.account, self.names.of_thing(Thing::Course));
        let texts = [&course, &account.home_page, &account.name, &self.registration, &key.to_string()];
        let statement = Statement {
            id: uuid(&texts.map(String::as_str)),
            actor: self.actor.clone(),
            timestamp: moment::utc(at),
            ..statement
        };
        Made { key, statement }
    }

    fn answered(&self, what: &What, question: Option<&Question>) -> Option<Statement> {
        let What::Answered { question: id, revision, chosen, earned, possible, occasion, sure } = what else {
            return None;
        };
        // Of a poll, only the learner sees the answer: it is told that there is one.
        let chosen = if *possible == 0 { &[][..] } else { chosen.as_slice() };
        let language = &self.outline.language;
        let iri = self.names.of_thing(Thing::Question(id));
        let definition = question.map(|question| interaction::definition(question, language));
        // Without a definition it is no less an interaction, of a kind that nobody knows any more.
        let definition = definition.unwrap_or_else(|| Definition {
            kind: names::INTERACTION.to_owned(),
            interaction_type: "other".to_owned(),
            ..Definition::default()
        });
        let score = Score::of(*earned as usize, *possible as usize);
        let is_right = earned >= possible && !chosen.is_empty();
        let parent = self.lesson_of(id).map(Thing::Lesson);
        let mut context = Context { revision: revision.to_string(), ..self.context(parent) };
        let mut note = |name: &str, value| drop(context.extensions.insert(self.names.extension(name), value));
        note("chosen", json!(chosen));
        if *occasion != Occasion::Lesson {
            note("occasion", json!(occasion));
        }
        if let Some(sure) = sure {
            note("sure", json!(sure));
        }
        let result = StatementResult {
            success: score.is_some().then_some(is_right),
            score,
            response: interaction::response(question, chosen),
            ..StatementResult::default()
        };
        Some(Statement {
            verb: self.verb(names::ANSWERED, "answered"),
            object: Activity { id: iri, definition: Some(definition) },
            // Of a poll that was not answered there is none, and an empty one is not allowed.
            result: Some(result).filter(|result| *result != StatementResult::default()),
            context,
            ..Statement::default()
        })
    }

    /// Which words were received, their digest says: the words themselves are in the policy.
    fn acknowledged(&self, clause: &str, version: &str, words: &str) -> Statement {
        let title = self.outline.clause(clause).map(|clause| clause.title.as_str());
        let extensions = [
            (self.names.extension("policy-version"), json!(version)),
            (self.names.extension("words-sha256"), json!(digest::sha256_hex(words.as_bytes()))),
        ];
        let object = self.activity(Thing::Clause(clause), names::CLAUSE, title.unwrap_or_default());
        Statement {
            verb: self.verb(names::ACKNOWLEDGED, "acknowledged"),
            object,
            result: Some(StatementResult { extensions: extensions.into(), ..StatementResult::default() }),
            context: self.context(None),
            ..Statement::default()
        }
    }

    /// `display` is English in every course: some systems look for it.
    fn verb(&self, id: &str, display: &str) -> Verb {
        Verb { id: id.to_owned(), display: said("en", display) }
    }

    fn activity(&self, thing: Thing, kind: &str, title: &str) -> Activity {
        let name = said(&self.outline.language, title);
        let definition = Definition { kind: kind.to_owned(), name, ..Definition::default() };
        Activity { id: self.names.of_thing(thing), definition: Some(definition) }
    }

    fn course(&self) -> Activity {
        self.activity(Thing::Course, names::COURSE, &self.outline.title)
    }

    fn module_of(&self, lesson: &str) -> Option<Thing<'a>> {
        self.outline.module_of(lesson).map(|module| Thing::Module(&module.id))
    }

    fn context(&self, parent: Option<Thing>) -> Context {
        // What they are is said where they are the object.
        let by_id = |thing| Activity { id: self.names.of_thing(thing), definition: None };
        Context {
            registration: self.registration.clone(),
            context_activities: ContextActivities {
                parent: parent.into_iter().map(by_id).collect(),
                grouping: vec![by_id(Thing::Course)],
            },
            platform: PLATFORM.to_owned(),
            language: self.outline.language.clone(),
            ..Context::default()
        }
    }
}
