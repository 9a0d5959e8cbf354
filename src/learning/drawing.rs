//! Which questions are asked next: in the pretest, in practice, in a recall.
//!
//! All is drawn from the learner's own answers and a seed: the same answers draw the
//! same questions. What was sure but wrong comes first, then what is weakest.

use std::collections::{BTreeMap, BTreeSet};

use super::day::Calendar;
use super::event::Occasion;
use super::mastery::{self, Mastery, wordings};
use super::pass::assigned_clauses;
use super::progress::{Attempt, Progress};
use super::recall::Recalls;
use crate::course::fingerprint::hash;
use crate::course::outline::{Outline, OutlineQuestion};

/// Questions of a pretest, and at most of a practice or a recall: about five minutes.
pub const AT_ONCE: usize = 8;

/// A question to ask.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Drawn {
    /// The lesson whose file holds the question and its variants.
    pub lesson: String,
    pub question: String,
    /// The wording: the question's own id, or a variant's.
    pub wording: String,
}

/// Everything that drawing looks at.
#[derive(Debug, Clone, Copy)]
pub struct Draw<'d> {
    pub outline: &'d Outline,
    pub progress: &'d Progress,
    pub calendar: Calendar,
    pub seed: &'d str,
}

/// How much a question needs to be asked again: the first comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Weakness {
    SureButWrong,
    Wrong,
    Unknown,
    Unsure,
    Right,
}

/// A question with its place in the course.
#[derive(Debug, Clone, Copy)]
struct Candidate<'d> {
    place: usize,
    lesson: &'d str,
    question: &'d OutlineQuestion,
    is_core: bool,
}

impl<'d> Draw<'d> {
    /// Eight questions before the first lesson, on as many different clauses, critical
    /// ones first, and not in the words of a lesson where there are others. What was
    /// answered in the pretest already is left out.
    pub fn pretest(&self) -> Vec<Drawn> {
        let assigned = assigned_clauses(self.outline);
        let critical = self.critical_clauses();
        let mut by_topic: BTreeMap<(bool, u64, &str), Vec<Candidate>> = BTreeMap::new();
        for candidate in self.candidates() {
            let topic = candidate.question.clause.as_deref().unwrap_or(candidate.lesson);
            if !assigned.is_empty() && !assigned.contains(topic) {
                continue;
            }
            let key = (!critical.contains(topic), self.chance(topic), topic);
            by_topic.entry(key).or_default().push(candidate);
        }
        let drawn = by_topic.into_values().take(AT_ONCE).filter_map(|mut candidates| {
            candidates.sort_by_key(|candidate| {
                (
                    candidate.is_core && candidate.question.variants.is_empty(),
                    self.chance(&candidate.question.id),
                )
            });
            let candidate = *candidates.first()?;
            let answered = candidates.iter().any(|candidate| self.was_pretested(candidate.question));
            (!answered).then(|| self.drawn(candidate, candidate.is_core))
        });
        drawn.collect()
    }

    /// How many questions the whole pretest has.
    pub fn pretest_length(&self) -> usize {
        let nothing = Progress::default();
        Draw { progress: &nothing, ..*self }.pretest().len()
    }

    /// What was sure but wrong, then what is missing for the pass, or for the clauses of
    /// one module: for each clause as many questions as it takes to master it, critical
    /// clauses first. What was asked today in the same words is left for another day.
    pub fn practice(&self, module: Option<&str>) -> Vec<Drawn> {
        let mastery = mastery::of_clauses(self.outline, self.progress, self.calendar);
        let wanted: BTreeSet<&str> = match module {
            Some(module) => clauses_of_module(self.outline, module),
            None => assigned_clauses(self.outline),
        };
        let critical = self.critical_clauses();
        let mut by_clause: BTreeMap<(bool, &str), Vec<Candidate>> = BTreeMap::new();
        for candidate in self.candidates() {
            let Some(clause) = candidate.question.clause.as_deref().filter(|clause| wanted.contains(clause))
            else {
                continue;
            };
            let standing = mastery.get(clause).copied().unwrap_or_default();
            if standing != Mastery::Mastered && self.fresh_wordings(candidate.question).next().is_some() {
                by_clause.entry((!critical.contains(clause), clause)).or_default().push(candidate);
            }
        }
        let mut drawn = if module.is_none() { self.made_good_next() } else { Vec::new() };
        for ((_, clause), mut candidates) in by_clause {
            candidates.sort_by_key(|candidate| {
                let seen = !self.progress.attempts(candidate.question).is_empty();
                (self.weakness(candidate.question), seen, self.chance(&candidate.question.id))
            });
            let lacking = if mastery.get(clause) == Some(&Mastery::Once) { 1 } else { 2 };
            let is_new = |candidate: &Candidate| {
                !drawn.iter().any(|drawn: &Drawn| drawn.question == candidate.question.id)
            };
            let further: Vec<Candidate> = candidates.into_iter().filter(is_new).take(lacking).collect();
            drawn.extend(further.into_iter().map(|candidate| self.drawn(candidate, true)));
        }
        drawn.truncate(AT_ONCE);
        drawn
    }

    /// What was sure but wrong, where it can be asked today in words that are new today.
    fn made_good_next(&self) -> Vec<Drawn> {
        let candidates = self.candidates().into_iter().filter(|candidate| {
            self.weakness(candidate.question) == Some(Weakness::SureButWrong)
                && self.fresh_wordings(candidate.question).next().is_some()
        });
        candidates.map(|candidate| self.drawn(candidate, true)).collect()
    }

    /// What is due for a recall today: the weakest first, in other words where there are
    /// some, at most so many, less what this recall has asked already.
    pub fn recall(&self) -> Vec<Drawn> {
        let due = Recalls::of(self.outline, self.progress, self.calendar).due();
        let left = AT_ONCE.saturating_sub(self.recalled_today());
        let mut candidates: Vec<Candidate> = self.candidates();
        candidates.retain(|candidate| {
            due.contains(&candidate.place) && !self.was_recalled_today(candidate.question)
        });
        candidates.sort_by_key(|candidate| {
            let last = self
                .progress
                .attempts(candidate.question)
                .last()
                .map(|attempt| self.calendar.day(attempt.at));
            (self.weakness(candidate.question), last, self.chance(&candidate.question.id))
        });
        // Two questions on one clause in a row would answer each other: spread them.
        let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
        let mut ranked: Vec<(usize, Candidate)> = Vec::new();
        for candidate in candidates {
            let topic = candidate.question.clause.as_deref().unwrap_or(candidate.lesson);
            let turn = turns.entry(topic).or_default();
            let sure_but_wrong = self.weakness(candidate.question) == Some(Weakness::SureButWrong);
            ranked.push((if sure_but_wrong { 0 } else { *turn }, candidate));
            *turn += 1;
        }
        ranked.sort_by_key(|(turn, _)| *turn);
        ranked.into_iter().take(left).map(|(_, candidate)| self.drawn(candidate, true)).collect()
    }

    /// How many questions were asked in a recall today.
    pub fn recalled_today(&self) -> usize {
        self.candidates().iter().filter(|candidate| self.was_recalled_today(candidate.question)).count()
    }

    /// The questions whose latest answer that tells something was sure but wrong.
    pub fn sure_but_wrong(&self) -> Vec<&'d OutlineQuestion> {
        let is_wanted =
            |candidate: &Candidate| self.weakness(candidate.question) == Some(Weakness::SureButWrong);
        self.candidates().into_iter().filter(is_wanted).map(|candidate| candidate.question).collect()
    }

    fn candidates(&self) -> Vec<Candidate<'d>> {
        let lessons = self
            .outline
            .modules
            .iter()
            .flat_map(|module| module.lessons.iter().map(move |lesson| (lesson, !module.choose_any)));
        let questions = lessons.flat_map(|(lesson, is_core)| {
            lesson.questions.iter().map(move |question| (lesson.id.as_str(), question, is_core))
        });
        let candidate = |(place, (lesson, question, is_core))| Candidate { place, lesson, question, is_core };
        questions.enumerate().map(candidate).filter(|candidate| !candidate.question.poll).collect()
    }

    fn critical_clauses(&self) -> BTreeSet<&'d str> {
        let critical = self.outline.clauses.iter().filter(|clause| clause.critical);
        critical.map(|clause| clause.id.as_str()).collect()
    }

    /// The wording asked least often, not one of today where another is left; the
    /// question's own words come last where others are wanted.
    fn drawn(&self, candidate: Candidate<'d>, in_other_words: bool) -> Drawn {
        let question = candidate.question;
        let fresh: BTreeSet<&str> = self.fresh_wordings(question).collect();
        let wording = wordings(question)
            .min_by_key(|(id, revision)| {
                let times = self.progress.attempts_at(id, *revision).count();
                let own = in_other_words && *id == question.id;
                (!fresh.contains(id), times, own, self.chance(id))
            })
            .map_or(question.id.as_str(), |(id, _)| id);
        Drawn {
            lesson: candidate.lesson.to_owned(),
            question: question.id.clone(),
            wording: wording.to_owned(),
        }
    }

    /// The wordings that were not answered today: a further answer is a new encounter.
    fn fresh_wordings(&self, question: &'d OutlineQuestion) -> impl Iterator<Item = &'d str> {
        let today = |attempt: &Attempt| self.calendar.day(attempt.at) == self.calendar.today;
        let is_fresh =
            move |(id, revision): &(&str, u32)| !self.progress.attempts_at(id, *revision).any(today);
        wordings(question).filter(is_fresh).map(|(id, _)| id)
    }

    /// None for a question that was never answered.
    fn weakness(&self, question: &OutlineQuestion) -> Option<Weakness> {
        let attempts = self.progress.attempts(question);
        let last = attempts.last()?;
        let sure_but_wrong = attempts.iter().rposition(|attempt| attempt.is_sure_but_wrong());
        let is_made_good = |wrong: &Attempt, later: &Attempt| {
            // The same words right after the answer was shown prove nothing.
            let other =
                later.question != wrong.question || self.calendar.day(later.at) > self.calendar.day(wrong.at);
            later.is_right() && other
        };
        let is_open =
            |index: usize| !attempts[index + 1..].iter().any(|later| is_made_good(attempts[index], later));
        if sure_but_wrong.is_some_and(is_open) {
            return Some(Weakness::SureButWrong);
        }
        let first_of_last_encounter = attempts
            .iter()
            .find(|attempt| {
                attempt.question == last.question
                    && self.calendar.day(attempt.at) == self.calendar.day(last.at)
            })
            .unwrap_or(last);
        Some(match first_of_last_encounter {
            attempt if attempt.is_right() && attempt.sure == Some(false) => Weakness::Unsure,
            attempt if attempt.is_right() => Weakness::Right,
            attempt if attempt.is_unknown() => Weakness::Unknown,
            _ => Weakness::Wrong,
        })
    }

    fn was_pretested(&self, question: &OutlineQuestion) -> bool {
        self.progress.attempts(question).iter().any(|attempt| attempt.occasion == Occasion::Pretest)
    }

    fn was_recalled_today(&self, question: &OutlineQuestion) -> bool {
        self.progress.attempts(question).iter().any(|attempt| {
            attempt.occasion == Occasion::Recall && self.calendar.day(attempt.at) == self.calendar.today
        })
    }

    /// The same for the same learner and text, and else as good as random.
    fn chance(&self, text: &str) -> u64 {
        hash(&format!("{}\n{text}", self.seed))
    }
}

/// The clauses that a module's questions turn on.
pub fn clauses_of_module<'o>(outline: &'o Outline, module: &str) -> BTreeSet<&'o str> {
    let lessons =
        outline.modules.iter().filter(|known| known.id == module).flat_map(|module| &module.lessons);
    let graded = lessons.flat_map(|lesson| &lesson.questions).filter(|question| !question.poll);
    graded.filter_map(|question| question.clause.as_deref()).collect()
}

#[cfg(test)]
#[path = "drawing_tests.rs"]
mod tests;
