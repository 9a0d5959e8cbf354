//! Which wording of a question is asked when it is asked again.
//!
//! Knows the attempts at a question and its variants. Does not know their words.

use super::progress::Progress;
use super::shuffle::shuffled;
use crate::course::outline::OutlineQuestion;

/// The index of the next wording, the question itself being 0: the one attempted least
/// often; among equals not the one just attempted; else by chance from the seed.
pub fn next(progress: &Progress, question: &OutlineQuestion, seed: &str) -> usize {
    let own = std::iter::once((question.id.as_str(), question.revision));
    let variants = question.variants.iter().map(|variant| (variant.id.as_str(), variant.revision));
    let wordings: Vec<(&str, u32)> = own.chain(variants).collect();
    let latest = progress.attempts(question).last().map(|attempt| attempt.question.as_str());
    let by_chance = shuffled(wordings.len(), seed, &question.id);
    let least = by_chance.into_iter().min_by_key(|index| {
        let (id, revision) = wordings[*index];
        (progress.attempts_at(id, revision).count(), latest == Some(id))
    });
    least.unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::outline::OutlineVariant;
    use crate::learning::event::{Event, EventId, Occasion, What};

    fn question(variants: usize) -> OutlineQuestion {
        let variant = |index| OutlineVariant { id: format!("v{index}"), revision: 1 };
        let variants = (1..=variants).map(variant).collect();
        OutlineQuestion { id: "v0".into(), revision: 1, variants, ..OutlineQuestion::default() }
    }

    fn answered(counter: usize, wording: usize) -> Event {
        let id = EventId { counter: counter as u64, device: "d".into(), tab: "t".into() };
        let what = What::Answered {
            question: format!("v{wording}"),
            revision: 1,
            chosen: vec!["a".into()],
            earned: 0,
            possible: 1,
            occasion: Occasion::Lesson,
            sure: None,
        };
        Event { id, at: 0, what }
    }

    fn next_after(variants: usize, wordings: &[usize]) -> usize {
        let events: Vec<Event> =
            wordings.iter().enumerate().map(|(at, wording)| answered(at + 1, *wording)).collect();
        next(&Progress::of(&events), &question(variants), "seed")
    }

    #[test]
    fn a_question_without_variants_is_asked_in_its_own_words() {
        assert_eq!(next_after(0, &[0, 0]), 0);
    }

    #[test]
    fn two_wordings_take_turns() {
        assert_eq!(next_after(1, &[0]), 1);
        assert_eq!(next_after(1, &[0, 1]), 0);
        assert_eq!(next_after(1, &[1, 0]), 1);
    }

    proptest! {
        #[test]
        fn every_wording_comes_before_one_comes_twice(variants in 1_usize..6, first in 0_usize..6) {
            let mut asked = vec![first % (variants + 1)];
            while asked.len() <= variants {
                let next = next_after(variants, &asked);
                prop_assert!(!asked.contains(&next), "{next} once more after {asked:?}");
                asked.push(next);
            }
            prop_assert_ne!(next_after(variants, &asked), asked[variants]);
        }
    }
}
