//! Small outlines and events for the tests of this room.

use proptest::prelude::*;

use super::event::{Event, EventId, Occasion, What};
use crate::course::outline::{
    Outline, OutlineClause, OutlineLesson, OutlineModule, OutlineQuestion, OutlineVariant,
};

/// Milliseconds of a day.
pub const DAY: i64 = 86_400_000;

pub fn event(counter: u64, what: What) -> Event {
    Event { id: EventId { counter, device: "d".into(), tab: "t".into() }, at: 0, what }
}

/// An answer before it is an event.
#[derive(Debug, Clone)]
pub struct Answer {
    question: String,
    right: bool,
    unknown: bool,
    revision: u32,
    day: i64,
    occasion: Occasion,
    sure: Option<bool>,
}

impl Answer {
    pub fn right(question: &str) -> Self {
        Self {
            question: question.to_owned(),
            right: true,
            unknown: false,
            revision: 1,
            day: 0,
            occasion: Occasion::Lesson,
            sure: None,
        }
    }

    pub fn wrong(question: &str) -> Self {
        Self { right: false, ..Self::right(question) }
    }

    pub fn unknown(question: &str) -> Self {
        Self { unknown: true, ..Self::wrong(question) }
    }

    pub fn revision(self, revision: u32) -> Self {
        Self { revision, ..self }
    }

    pub fn on(self, day: i64) -> Self {
        Self { day, ..self }
    }

    pub fn at(self, occasion: Occasion) -> Self {
        Self { occasion, ..self }
    }

    pub fn sure(self, sure: bool) -> Self {
        Self { sure: Some(sure), ..self }
    }

    pub fn event(self, counter: u64) -> Event {
        let what = What::Answered {
            question: self.question,
            revision: self.revision,
            chosen: if self.unknown { vec![] } else { vec!["a".to_owned()] },
            earned: u32::from(self.right),
            possible: 1,
            occasion: self.occasion,
            sure: self.sure,
        };
        Event { at: self.day * DAY, ..event(counter, what) }
    }
}

/// Answers one after the other.
pub fn events(answers: impl IntoIterator<Item = Answer>) -> Vec<Event> {
    answers.into_iter().zip(1..).map(|(answer, counter)| answer.event(counter)).collect()
}

pub fn question(id: &str) -> OutlineQuestion {
    OutlineQuestion { id: id.into(), weight: 1, revision: 1, ..OutlineQuestion::default() }
}

/// A question on a clause, with variants.
pub fn on_clause(id: &str, clause: &str, variants: &[&str]) -> OutlineQuestion {
    let variants = variants.iter().map(|id| OutlineVariant { id: (*id).into(), revision: 1 }).collect();
    OutlineQuestion { clause: Some(clause.into()), variants, ..question(id) }
}

pub fn lesson(id: &str, questions: Vec<OutlineQuestion>) -> OutlineLesson {
    OutlineLesson { id: id.into(), questions, ..OutlineLesson::default() }
}

/// A course of one module, in which the clauses are those that are asked about.
pub fn outline(lessons: Vec<OutlineLesson>) -> Outline {
    let asked =
        lessons.iter().flat_map(|lesson| &lesson.questions).filter_map(|question| question.clause.clone());
    let mut clauses: Vec<OutlineClause> =
        asked.map(|id| OutlineClause { id, ..OutlineClause::default() }).collect();
    clauses.sort_by(|one, other| one.id.cmp(&other.id));
    clauses.dedup_by(|one, other| one.id == other.id);
    let module = OutlineModule { id: "m".into(), lessons, ..OutlineModule::default() };
    Outline { modules: vec![module], clauses, pass: 80, ..Outline::default() }
}

/// Any event of a small course.
pub fn any_event() -> impl Strategy<Value = Event> {
    let name = prop::sample::select(vec!["a", "b", "c"]);
    let chosen = prop::collection::vec(prop::sample::select(vec!["x", "y"]), 0..3);
    let occasion = prop::sample::select(Occasion::ALL.to_vec());
    let answered = (name.clone(), 1..3_u32, 0..3_u32, chosen, occasion, prop::option::of(any::<bool>()));
    let what = prop_oneof![
        name.clone().prop_map(|lesson| What::Opened { lesson: lesson.into() }),
        name.clone().prop_map(|lesson| What::Read { lesson: lesson.into() }),
        answered.prop_map(|(question, revision, earned, chosen, occasion, sure)| What::Answered {
            question: question.into(),
            revision,
            chosen: chosen.into_iter().map(str::to_owned).collect(),
            earned,
            possible: 2,
            occasion,
            sure,
        }),
        any::<bool>().prop_map(|skipped| What::Pretested { skipped }),
        Just(What::Recalled),
        (name.clone(), "[vw]").prop_map(|(clause, version)| What::Acknowledged {
            clause: clause.into(),
            words: format!("{clause} {version}"),
            version
        }),
        (name.clone(), any_id()).prop_map(|(lesson, id)| What::Noted {
            lesson: lesson.into(),
            text: lesson.into(),
            replaces: vec![id.to_string()]
        }),
        (name.clone(), any::<bool>())
            .prop_map(|(lesson, set)| What::Bookmarked { lesson: lesson.into(), set }),
        (name, 0..9_i64, any::<bool>()).prop_map(|(link, opened, set)| What::Assigned {
            link: link.into(),
            opened,
            set
        }),
    ];
    (any_id(), 0..40_i64, what).prop_map(|(id, day, what)| Event { id, at: day * DAY / 2, what })
}

fn any_id() -> impl Strategy<Value = EventId> {
    (0..12_u64, "[ab]", "[xy]").prop_map(|(counter, device, tab)| EventId { counter, device, tab })
}
