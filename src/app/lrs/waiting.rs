//! What waits to be sent, as statements that are made once.

use leptos::prelude::*;

use super::Delivery;
use crate::app::lesson_files;
use crate::app::study::calendar;
use crate::learning::event::{Event, What};
use crate::records::xapi::making::{Making, is_told};
use crate::records::xapi::marks::{Key, Marks};
use crate::records::xapi::milestones;
use crate::records::xapi::queue::Ready;
use crate::records::xapi::statement::Actor;

/// So many are made ahead: some batches.
const AHEAD: usize = 200;

/// Statements that wait.
#[derive(Debug, Default)]
pub(super) struct Waiting {
    /// The first ones.
    pub ready: Vec<Ready>,
    /// All of them.
    pub count: usize,
    /// Whether the questions of some answers could not be loaded.
    pub lacks_questions: bool,
}

impl Delivery {
    /// What waits, once the questions that it is about are loaded.
    pub(super) async fn waiting(&self, actor: Actor, marks: &Marks) -> Waiting {
        let events = self.waiting_events(marks);
        let outline = self.study.outline.clone();
        let making = self.making(&outline, actor.clone());
        for event in events.iter().take(AHEAD) {
            if let Some(lesson) = lesson_of(&making, event) {
                lesson_files::lesson_file(&self.study, lesson).await;
            }
        }
        self.loaded_waiting(actor, marks)
    }

    /// What waits, as far as its questions are loaded.
    pub(super) fn loaded_waiting(&self, actor: Actor, marks: &Marks) -> Waiting {
        let events = self.waiting_events(marks);
        let outline = self.study.outline.clone();
        let making = self.making(&outline, actor);
        let first: Vec<&Event> = events.iter().take(AHEAD).collect();
        let mut ready: Vec<Ready> = first.iter().filter_map(|event| self.of_event(&making, event)).collect();
        let lacks_questions = ready.len() < first.len();
        let reached = self.study.events.with_untracked(|events| {
            milestones::reached(&outline, events.values(), calendar(), |name| {
                !marks.is_waiting(&Key::Milestone(name.to_owned()))
            })
        });
        let count = events.len() + reached.len();
        ready.extend(reached.iter().map(|milestone| Ready::of(making.of_milestone(milestone))));
        Waiting { ready, count, lacks_questions }
    }

    fn waiting_events(&self, marks: &Marks) -> Vec<Event> {
        self.study.events.with_untracked(|events| {
            let told = events.values().filter(|event| is_told(&event.what));
            told.filter(|event| marks.is_waiting(&Key::Event(event.id.clone()))).cloned().collect()
        })
    }

    fn making<'o>(&self, outline: &'o crate::course::outline::Outline, actor: Actor) -> Making<'o> {
        let registration = self.launch.with_untracked(|launch| launch.registration.clone());
        Making::new(outline, &self.lrs.homepage, actor, &registration)
    }

    /// None where its question is not loaded.
    fn of_event(&self, making: &Making, event: &Event) -> Option<Ready> {
        let key = Key::Event(event.id.clone());
        if let Some(known) = self.made.with_value(|made| made.get(&key).cloned()) {
            return Some(known);
        }
        let file = match lesson_of(making, event) {
            Some(lesson) => Some(lesson_files::loaded(&self.study, lesson)?),
            None => None,
        };
        let question = file
            .as_ref()
            .zip(question_of(event))
            .and_then(|(file, id)| file.questions.iter().find(|question| question.id == id));
        let ready = Ready::of(making.of_event(event, question)?);
        self.made.update_value(|made| drop(made.insert(key, ready.clone())));
        Some(ready)
    }
}

fn question_of(event: &Event) -> Option<&str> {
    match &event.what {
        What::Answered { question, .. } => Some(question),
        _ => None,
    }
}

fn lesson_of<'o>(making: &Making<'o>, event: &Event) -> Option<&'o str> {
    making.lesson_of(question_of(event)?)
}
