//! What has been chosen so far, which wording is asked, and which answer is shown.
//!
//! Follows the attempts at one question and its variants, and nothing else of the
//! learner's progress.

use std::sync::Arc;

use leptos::prelude::*;

use super::verdict::verdict_words;
use crate::app::study::Study;
use crate::browser::{page, text};
use crate::course::model::{Kind, Question};
use crate::course::outline::{OutlineQuestion, OutlineVariant};
use crate::learning::event::{Occasion, What};
use crate::learning::grading::{self, grade};
use crate::learning::progress::{Attempt, Progress};
use crate::learning::shuffle::shuffled;
use crate::learning::wording;
use crate::words::EN;

/// A question and its variants, being answered.
#[derive(Clone, Copy)]
pub struct Answering {
    study: StoredValue<Study>,
    wordings: StoredValue<Vec<Arc<Question>>>,
    /// The same as progress knows it.
    family: StoredValue<OutlineQuestion>,
    occasion: Occasion,
    on_answered: Option<Callback<Attempt>>,
    /// As it will be kept; what is typed may have blanks around it.
    pub chosen: RwSignal<Vec<String>>,
    pub sure: RwSignal<Option<bool>>,
    /// Why Check did not check.
    pub problem: RwSignal<Option<&'static str>>,
    /// The wording to be answered. None: the latest answer is shown, if there is one.
    asked: RwSignal<Option<usize>>,
    latest: Memo<Option<Attempt>>,
    wording: Memo<usize>,
}

impl Answering {
    /// The question in its lesson: the latest answer is shown.
    pub fn in_lesson(study: Study, family: Vec<Question>) -> Self {
        Self::new(study, family, None, Occasion::Lesson, None)
    }

    /// The question elsewhere, in one of its wordings: asked anew, whatever was answered before.
    pub fn anew(
        study: Study,
        family: Vec<Question>,
        wording: usize,
        occasion: Occasion,
        on_answered: Callback<Attempt>,
    ) -> Self {
        Self::new(study, family, Some(wording), occasion, Some(on_answered))
    }

    fn new(
        study: Study,
        family: Vec<Question>,
        asked: Option<usize>,
        occasion: Occasion,
        on_answered: Option<Callback<Attempt>>,
    ) -> Self {
        let progress = study.progress;
        let wordings: Vec<_> = family.into_iter().map(Arc::new).collect();
        let family = StoredValue::new(as_progress_knows(&wordings));
        let wordings = StoredValue::new(wordings);
        let asked = RwSignal::new(asked);
        let latest = Memo::new(move |_| {
            progress.with(|progress| family.with_value(|family| latest(progress, family, occasion)))
        });
        let wording = Memo::new(move |_| {
            let of_latest = || {
                latest.with(|latest| {
                    let id = &latest.as_ref()?.question;
                    wordings.with_value(|wordings| wordings.iter().position(|wording| wording.id == *id))
                })
            };
            asked.get().or_else(of_latest).unwrap_or(0)
        });
        Self {
            study: StoredValue::new(study),
            wordings,
            family,
            occasion,
            on_answered,
            chosen: RwSignal::new(Vec::new()),
            sure: RwSignal::new(None),
            problem: RwSignal::new(None),
            asked,
            latest,
            wording,
        }
    }

    /// The index of the wording on the screen; the question itself is 0.
    pub fn wording(self) -> usize {
        self.wording.get()
    }

    /// The wording on the screen.
    pub fn question(self) -> Arc<Question> {
        self.wording_at(self.wording.get())
    }

    fn wording_at(self, index: usize) -> Arc<Question> {
        // Only the question itself is certain to be there.
        self.wordings.with_value(|wordings| wordings.get(index).unwrap_or(&wordings[0]).clone())
    }

    /// The wording with this id.
    pub fn wording_of(self, attempt: &Attempt) -> Option<Arc<Question>> {
        self.wordings
            .with_value(|wordings| wordings.iter().find(|wording| wording.id == attempt.question).cloned())
    }

    /// The answer that is shown. None: the question is asked.
    pub fn shown(self) -> Option<Attempt> {
        if self.asked.get().is_some() { None } else { self.latest.get() }
    }

    /// Every answer that counts, oldest first, as of now.
    pub fn attempts(self) -> Vec<Attempt> {
        self.with_progress(|progress, family| progress.attempts(family).into_iter().cloned().collect())
    }

    /// Whether there are several answers.
    pub fn has_attempts(self) -> bool {
        self.with_progress(|progress, family| progress.attempts(family).len() > 1)
    }

    /// Whether there are answers, but to an earlier revision.
    pub fn is_outdated(self) -> bool {
        self.with_progress(Progress::is_outdated)
    }

    /// Where steps and right-hand words begin for this learner.
    pub fn shuffled(self, question: &Question) -> Vec<usize> {
        let seed = self.study.with_value(Study::seed);
        shuffled(question.options.len(), &seed, &question.id)
    }

    /// Says something to a screen reader.
    pub fn announce(self, text: &str) {
        self.study.with_value(|study| study.announce(text));
    }

    fn with_progress<T>(self, look: impl FnOnce(&Progress, &OutlineQuestion) -> T) -> T {
        let progress = self.study.with_value(|study| study.progress);
        progress.with_untracked(|progress| self.family.with_value(|family| look(progress, family)))
    }

    /// Takes over what is chosen now.
    pub fn choose(self, chosen: Vec<String>) {
        self.problem.set(None);
        self.chosen.set(chosen);
    }

    /// Grades and keeps what is chosen, if it is enough.
    pub fn submit(self) {
        let question = self.question_untracked();
        let mut chosen = self.chosen.get_untracked();
        if !grading::is_complete(&question, &chosen) {
            self.problem.set(Some(lacking(&question, &chosen)));
            return;
        }
        if matches!(question.kind, Kind::Text | Kind::Number) {
            chosen.iter_mut().for_each(|text| *text = grading::typed(text).into_owned());
        }
        self.record(&question, chosen, self.sure.get_untracked());
    }

    /// The learner does not know, and says so.
    pub fn give_up(self) {
        self.record(&self.question_untracked(), Vec::new(), None);
    }

    fn record(self, question: &Question, chosen: Vec<String>, sure: Option<bool>) {
        let grade = grade(question, &chosen, text::decomposed);
        self.begin_anew(None);
        let study = self.study.get_value();
        study.record(What::Answered {
            question: question.id.clone(),
            revision: question.revision,
            chosen,
            earned: grade.earned,
            possible: grade.possible,
            occasion: self.occasion,
            sure,
        });
        let Some(attempt) = self.latest.get_untracked() else { return };
        study.announce(&verdict_words(question, &attempt));
        page::focus_later(feedback_id(question));
        if let Some(on_answered) = self.on_answered {
            on_answered.run(attempt);
        }
    }

    /// Asks again, in other words where there are some.
    pub fn try_again(self) {
        let study = self.study.get_value();
        let before = self.wording.get_untracked();
        let next = self.with_progress(|progress, family| wording::next(progress, family, &study.seed()));
        self.begin_anew(Some(next));
        let question = self.wording_at(next);
        if next == before {
            page::focus_later(field_id(&question, 0));
        } else {
            study.announce(EN.question.other_words);
            page::focus_later(title_id(&question));
        }
    }

    /// Asks a poll again, with the earlier answer chosen.
    pub fn change(self) {
        let chosen = self.latest.get_untracked().map(|attempt| attempt.chosen).unwrap_or_default();
        self.begin_anew(Some(self.wording.get_untracked()));
        let question = self.question_untracked();
        let index = question.options.iter().position(|option| chosen.contains(&option.id));
        self.chosen.set(chosen);
        page::focus_later(field_id(&question, index.unwrap_or(0)));
    }

    fn begin_anew(self, asked: Option<usize>) {
        // The form that shows these is about to be replaced: it need not hear of them.
        self.problem.update_untracked(|problem| *problem = None);
        self.chosen.update_untracked(Vec::clear);
        self.sure.update_untracked(|sure| *sure = None);
        self.asked.set(asked);
    }

    /// What may be done about an answer that is not right.
    pub fn retry(self, attempt: &Attempt) -> Retry {
        let may_retry = matches!(self.occasion, Occasion::Lesson | Occasion::Practice);
        if !may_retry || attempt.is_right() {
            return Retry::None;
        }
        // The answer "I don't know" never counts against anyone.
        let counts = |attempt: &&Attempt| attempt.occasion != Occasion::Pretest && !attempt.is_unknown();
        let used = self
            .with_progress(|progress, family| progress.attempts(family).into_iter().filter(counts).count());
        // A variant is limited as the question that it varies.
        match self.wording_at(0).attempts {
            Some(limit) if used >= limit as usize => Retry::UsedUp(limit),
            _ => Retry::Possible,
        }
    }

    fn question_untracked(self) -> Arc<Question> {
        self.wording_at(self.wording.get_untracked())
    }
}

/// Whether a question may be tried again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Retry {
    /// There is no reason to, or this is not the place.
    None,
    Possible,
    /// It could be answered so often.
    UsedUp(u32),
}

fn as_progress_knows(wordings: &[Arc<Question>]) -> OutlineQuestion {
    let variant =
        |variant: &Arc<Question>| OutlineVariant { id: variant.id.clone(), revision: variant.revision };
    let Some((question, variants)) = wordings.split_first() else { return OutlineQuestion::default() };
    OutlineQuestion {
        id: question.id.clone(),
        revision: question.revision,
        variants: variants.iter().map(variant).collect(),
        ..OutlineQuestion::default()
    }
}

/// The answer to show. A lesson shows nothing of what went wrong before it began.
fn latest(progress: &Progress, family: &OutlineQuestion, occasion: Occasion) -> Option<Attempt> {
    let shows = |attempt: &&&Attempt| {
        occasion != Occasion::Lesson || attempt.occasion != Occasion::Pretest || attempt.is_right()
    };
    progress.attempts(family).iter().rev().find(shows).map(|attempt| (*attempt).clone())
}

fn lacking(question: &Question, chosen: &[String]) -> &'static str {
    match question.kind {
        Kind::Number if chosen.iter().any(|text| !text.trim().is_empty()) => EN.question.typed.not_a_number,
        Kind::Text | Kind::Number => EN.question.typed.type_first,
        Kind::Order => EN.question.order.move_first,
        Kind::Match => EN.question.pairs.choose_all,
        _ => EN.question.choose_first,
    }
}

/// The element with the question's heading.
pub fn title_id(question: &Question) -> String {
    format!("{}-title", question.id)
}

/// The element that the focus goes to when an answer was checked.
pub fn feedback_id(question: &Question) -> String {
    format!("{}-feedback", question.id)
}

/// A field of the question: of an option, of a row, or the only one.
pub fn field_id(question: &Question, index: usize) -> String {
    format!("{}-field-{index}", question.id)
}
