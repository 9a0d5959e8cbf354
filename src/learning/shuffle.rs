//! Shuffling: the same for the same learner and question every time.
//!
//! Knows a seed and a name. Does not know what is shuffled.

use crate::course::fingerprint::hash;

/// The indices below `count` in another order: one that depends on `seed` and `name`
/// alone, and never the one they come in where there are two or more.
pub fn shuffled(count: usize, seed: &str, name: &str) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let draw = hash(&format!("{seed}\n{name}\n{last}"));
        // The remainder is at most `last`.
        order.swap(last, (draw % (last as u64 + 1)) as usize);
    }
    if order.is_sorted() && count > 1 {
        order.rotate_left(1);
    }
    order
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_stays_as_it_was(count in 0_usize..40, seed in ".*", name in ".*") {
            let order = shuffled(count, &seed, &name);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &(0..count).collect::<Vec<_>>());
            prop_assert!(count < 2 || order != sorted, "{:?} is the order it came in", order);
            prop_assert_eq!(order, shuffled(count, &seed, &name));
        }
    }

    #[test]
    fn learners_and_questions_differ() {
        let orders: BTreeSet<_> = (0..50).map(|learner| shuffled(6, &learner.to_string(), "q")).collect();
        assert!(orders.len() > 40, "50 learners see {} orders", orders.len());
        let orders: BTreeSet<_> = (0..50).map(|question| shuffled(6, "me", &question.to_string())).collect();
        assert!(orders.len() > 40, "50 questions have {} orders", orders.len());
    }

    #[test]
    fn every_order_comes_up_about_as_often_but_the_right_one() {
        let mut seen = std::collections::BTreeMap::new();
        for learner in 0..6000 {
            *seen.entry(shuffled(3, &learner.to_string(), "q")).or_insert(0) += 1;
        }
        assert_eq!(seen.len(), 5);
        assert!(seen.values().all(|times| *times > 800), "{seen:?}");
    }
}
