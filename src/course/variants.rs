//! Variants of questions: the same objective in other words, in whatever file they stand.
//!
//! A variant has its clause, weight, attempts and importance from the question that it
//! varies. What does not agree is noted, and no course keeps it.

use std::collections::{BTreeMap, BTreeSet};

use super::diagnostic::{Diagnostic, nearest};
use super::mistake::Mistake;
use super::model::{Block, Course, Kind, Question, Verdict};
use super::source::Span;

/// What a lesson says of a variant.
#[derive(Debug)]
pub struct WrittenVariant {
    pub id: String,
    /// The id of the question that it varies.
    pub original: String,
    /// Where that id stands.
    pub place: Span,
    /// Where its own clause stands, if it names one.
    pub clause: Option<Span>,
    pub heading: Span,
}

/// Gives every variant what it has from its question. `known` are the ids of all
/// questions that were written, also of those that the course had to leave out.
pub fn settle(
    course: &mut Course,
    variants: &[(String, WrittenVariant)],
    known: &BTreeSet<&str>,
) -> Vec<Diagnostic> {
    let asked = course.questions().filter(|question| question.variant_of.is_none());
    let originals: BTreeMap<String, Question> =
        asked.map(|question| (question.id.clone(), question.clone())).collect();
    let varying: BTreeSet<&str> = variants.iter().map(|(_, variant)| variant.id.as_str()).collect();
    let settling = Settling { originals, varying, known, not_yours: clauses_not_yours(course) };
    let mut found = Vec::new();
    let mut sound: BTreeMap<&str, &Question> = BTreeMap::new();
    for (path, variant) in variants {
        match settling.original(variant) {
            Ok(original) => sound.extend(original.map(|original| (variant.id.as_str(), original))),
            Err(mistake) => {
                found.push(Diagnostic { mistake, path: path.clone(), span: variant.place.clone() })
            }
        }
    }
    for lesson in course.modules.iter_mut().flat_map(|module| &mut module.lessons) {
        lesson.blocks.retain_mut(|block| {
            let Block::Question(question) = block else { return true };
            if question.variant_of.is_none() {
                return true;
            }
            let Some(original) = sound.get(question.id.as_str()) else { return false };
            let written = variants.iter().find(|(_, variant)| variant.id == question.id);
            if let Some((path, variant)) = written {
                let disagreement = settling.inherit(question, original, variant);
                found.extend(disagreement.map(|(span, mistake)| Diagnostic {
                    mistake,
                    path: path.clone(),
                    span,
                }));
            }
            true
        });
    }
    found
}

/// What variants are held against.
struct Settling<'k> {
    originals: BTreeMap<String, Question>,
    varying: BTreeSet<&'k str>,
    known: &'k BTreeSet<&'k str>,
    not_yours: BTreeSet<String>,
}

impl Settling<'_> {
    /// The question that a variant varies; none where the course had to leave it out.
    fn original(&self, variant: &WrittenVariant) -> Result<Option<&Question>, Mistake> {
        let id = variant.original.as_str();
        if id == variant.id {
            return Err(Mistake::BadVariant { reason: "a question cannot be a variant of itself" });
        }
        if self.varying.contains(id) {
            return Err(Mistake::BadVariant { reason: "a variant cannot vary a variant" });
        }
        if !self.known.contains(id) {
            let others = self.known.iter().copied().filter(|other| !self.varying.contains(other));
            return Err(Mistake::UnknownQuestion { id: id.to_owned(), nearest: nearest(id, others) });
        }
        match self.originals.get(id) {
            Some(original) if !original.kind.is_graded() => {
                Err(Mistake::BadVariant { reason: "a poll has no variants" })
            }
            original => Ok(original),
        }
    }

    /// Takes over what the original has; gives what does not agree with it.
    fn inherit(
        &self,
        variant: &mut Question,
        original: &Question,
        written: &WrittenVariant,
    ) -> Option<(Span, Mistake)> {
        let own = variant.clause.take();
        variant.clause.clone_from(&original.clause);
        variant.weight = original.weight;
        variant.attempts = original.attempts;
        variant.critical = original.critical;
        if let (Some(clause), Some(place)) = (own, &written.clause) {
            if original.clause.as_ref() != Some(&clause) {
                let mistake = Mistake::VariantClause { clause, original: original.clause.clone() };
                return Some((place.clone(), mistake));
            }
            return None;
        }
        if variant.kind != Kind::Scenario || written.clause.is_some() {
            return None;
        }
        let Some(clause) = &variant.clause else {
            return Some((written.heading.clone(), Mistake::NoDecidingClause));
        };
        let yours = variant.options.iter().any(|option| option.right && option.id == Verdict::Yours.id());
        let mistake = Mistake::ClauseNotYours { id: clause.clone() };
        (yours && self.not_yours.contains(clause)).then(|| (written.place.clone(), mistake))
    }
}

fn clauses_not_yours(course: &Course) -> BTreeSet<String> {
    let clauses = course.policy.iter().flat_map(|policy| policy.clauses());
    clauses.filter(|clause| !clause.yours).map(|clause| clause.id.clone()).collect()
}
