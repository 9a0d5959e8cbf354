//! What slides are planned to take: minutes that headings give, and estimates.
//!
//! The minutes of a lesson's front matter are what a learner takes to read it. They plan no room.

/// Words that a trainer speaks in a minute.
const WORDS_A_MINUTE: usize = 130;
pub const TITLE: u32 = 20;
pub const QUESTION: u32 = 90;
pub const CODE: u32 = 45;
pub const FIGURE: u32 = 20;
/// No slide takes less, however few its words are.
const SHORTEST: u32 = 10;

/// Seconds in which some words are spoken.
pub fn spoken(words: usize) -> u32 {
    u32::try_from((words * 60).div_ceil(WORDS_A_MINUTE)).unwrap_or(u32::MAX)
}

/// What headings plan, and what stands below each.
#[derive(Debug, Default)]
pub struct Plans {
    plans: Vec<Plan>,
    /// The plans that hold for what comes next, the outermost first.
    open: Vec<usize>,
    /// Slide, plan and estimate of everything that takes time.
    parts: Vec<(usize, Option<usize>, u32)>,
}

#[derive(Debug)]
struct Plan {
    /// Of the heading; the plan ends with the next heading of this level or a higher one.
    level: usize,
    /// Without what headings below it plan.
    seconds: u32,
}

impl Plans {
    /// A heading that may plan its time.
    pub fn heading(&mut self, level: usize, minutes: Option<u32>) {
        self.open.retain(|open| self.plans[*open].level < level);
        let Some(seconds) = minutes.map(|minutes| minutes.saturating_mul(60)) else { return };
        if let Some(outer) = self.open.last() {
            let outer = &mut self.plans[*outer].seconds;
            *outer = outer.saturating_sub(seconds);
        }
        self.open.push(self.plans.len());
        self.plans.push(Plan { level, seconds });
    }

    /// Something on a slide that would take so long.
    pub fn add(&mut self, slide: usize, estimate: u32) {
        self.parts.push((slide, self.open.last().copied(), estimate));
    }

    /// The seconds of each of so many slides.
    pub fn seconds(&self, slides: usize) -> Vec<u32> {
        let mut planned = vec![0_u32; slides];
        for (index, plan) in self.plans.iter().enumerate() {
            let below: Vec<_> = self.parts.iter().filter(|(_, of, _)| *of == Some(index)).collect();
            let weights: Vec<u32> = below.iter().map(|(.., estimate)| *estimate).collect();
            for ((slide, ..), seconds) in below.iter().zip(share(plan.seconds, &weights)) {
                planned[*slide] += seconds;
            }
        }
        let mut estimates = vec![0_u32; slides];
        for (slide, of, estimate) in &self.parts {
            estimates[*slide] += if of.is_none() { *estimate } else { 0 };
        }
        for (slide, estimate) in estimates.iter_mut().enumerate() {
            let is_planned = self.parts.iter().any(|(at, of, _)| *at == slide && of.is_some());
            *estimate = if is_planned { *estimate } else { (*estimate).max(SHORTEST) };
        }
        planned.iter().zip(estimates).map(|(planned, estimate)| planned + estimate).collect()
    }
}

/// `total` in shares as large as their weights, which together are `total` exactly.
fn share(total: u32, weights: &[u32]) -> Vec<u32> {
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let (all, even) = if all == 0 { (weights.len() as u64, 1) } else { (all, 0) };
    let mut before = 0_u64;
    let upto = |weight: u64| u32::try_from(u64::from(total) * weight / all).unwrap_or(u32::MAX);
    weights
        .iter()
        .map(|weight| {
            let start = before;
            before += u64::from(*weight) + even;
            upto(before) - upto(start)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_heading_plans_all_below_it_but_what_plans_itself() {
        let mut plans = Plans::default();
        plans.add(0, TITLE);
        plans.heading(2, Some(5));
        plans.add(1, 30);
        plans.heading(3, Some(2));
        plans.add(1, 99);
        plans.heading(3, None);
        plans.add(2, 60);
        plans.heading(2, None);
        plans.add(3, 4);
        assert_eq!(plans.seconds(4), [20, 60 + 120, 120, SHORTEST]);
    }

    proptest! {
        #[test]
        fn shares_are_the_whole(total in 0..1_000_000_u32, weights in prop::collection::vec(0..10_000_u32, 1..20)) {
            let shares = share(total, &weights);
            prop_assert_eq!(shares.iter().sum::<u32>(), total);
            let all: u32 = weights.iter().sum();
            for (share, weight) in shares.iter().zip(&weights).filter(|_| all > 0) {
                let exact = f64::from(total) * f64::from(*weight) / f64::from(all);
                prop_assert!((f64::from(*share) - exact).abs() <= 1.0);
            }
        }
    }
}
