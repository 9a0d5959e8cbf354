//! What a workshop consists of: its modules, its breaks, and how long it may take.
//!
//! A plan is written in a link's fragment, readable by people:
//! `modules=start,respect&breaks=respect:10&target=90`.

use std::collections::BTreeMap;
use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::words::EN;

pub mod choice;

const USUAL_BREAK: u32 = 10;
const MOST_WORK: u32 = 50;
const LONGEST: u32 = 600;
/// What has no meaning in a fragment nor in a plan stays as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'_').remove(b'.').remove(b'~').remove(b'-');

/// A workshop as its trainer planned it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// Ids of modules, in the order they are given.
    pub modules: Vec<String>,
    /// Minutes of the break after a module, by its id.
    pub breaks: BTreeMap<String, u32>,
    /// Minutes that all of it may take, breaks included.
    pub target: Option<u32>,
}

impl Plan {
    /// Reads the fragment's value; unknown keys are passed over.
    pub fn from_link(text: &str) -> Result<Self, PlanError> {
        let mut plan = Self::default();
        for (key, value) in text.trim_start_matches('#').split('&').filter_map(|part| part.split_once('=')) {
            match key {
                "modules" => plan.add_modules(value),
                "breaks" => plan.add_breaks(value)?,
                "target" => plan.target = Some(minutes(value)?),
                _ => {}
            }
        }
        if plan.modules.is_empty() {
            return Err(PlanError::NoModules);
        }
        plan.breaks = plan.breaks_between().map(|(module, minutes)| (module.to_owned(), minutes)).collect();
        Ok(plan)
    }

    /// As a link holds it.
    pub fn to_link(&self) -> String {
        let modules: Vec<String> = self.modules.iter().map(|module| encoded(module)).collect();
        let mut link = format!("modules={}", modules.join(","));
        let breaks: Vec<String> =
            self.breaks_between().map(|(module, minutes)| format!("{}:{minutes}", encoded(module))).collect();
        if !breaks.is_empty() {
            link.push_str(&format!("&breaks={}", breaks.join(",")));
        }
        if let Some(target) = self.target {
            link.push_str(&format!("&target={target}"));
        }
        link
    }

    /// Breaks of ten minutes, each before the module with which the work since the last
    /// break would take more than fifty minutes. `minutes` of each module, in order.
    pub fn with_usual_breaks(modules: &[(String, u32)]) -> Self {
        let mut plan = Self::default();
        let mut work = 0_u32;
        for (module, minutes) in modules {
            if plan.modules.contains(module) {
                continue;
            }
            work = work.saturating_add(*minutes);
            if let Some(before) = plan.modules.last()
                && work > MOST_WORK
            {
                plan.breaks.insert(before.clone(), USUAL_BREAK);
                work = *minutes;
            }
            plan.modules.push(module.clone());
        }
        plan
    }

    /// The breaks that stand between two modules, in the order of the plan.
    fn breaks_between(&self) -> impl Iterator<Item = (&str, u32)> {
        let all_but_last = self.modules.len().saturating_sub(1);
        let modules = self.modules.iter().take(all_but_last);
        modules.filter_map(|module| Some((module.as_str(), *self.breaks.get(module)?)))
    }

    fn add_modules(&mut self, value: &str) {
        for module in value.split(',').map(decoded) {
            if !module.is_empty() && !self.modules.contains(&module) {
                self.modules.push(module);
            }
        }
    }

    fn add_breaks(&mut self, value: &str) -> Result<(), PlanError> {
        for written in value.split(',').filter(|written| !written.is_empty()) {
            let (module, length) = written.split_once(':').unwrap_or((written, ""));
            self.breaks.insert(decoded(module), minutes(length)?);
        }
        Ok(())
    }
}

/// Why a link holds no plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// It names no module.
    NoModules,
    /// A number of minutes that is none.
    BadMinutes(String),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = &EN.plan_refusals;
        match self {
            PlanError::NoModules => f.write_str(words.no_modules),
            PlanError::BadMinutes(written) => f.write_str(&(words.bad_minutes)(written)),
        }
    }
}

impl std::error::Error for PlanError {}

fn minutes(written: &str) -> Result<u32, PlanError> {
    let written = decoded(written);
    match written.parse() {
        Ok(minutes @ 1..=LONGEST) => Ok(minutes),
        _ => Err(PlanError::BadMinutes(written)),
    }
}

/// Letters of any script stay readable; everything else is written in percent.
fn encoded(id: &str) -> String {
    let mut written = String::new();
    for letter in id.chars() {
        match letter.is_ascii() || !letter.is_alphanumeric() {
            true => written.extend(utf8_percent_encode(letter.encode_utf8(&mut [0; 4]), ENCODED)),
            false => written.push(letter),
        }
    }
    written
}

/// What is no UTF-8 stays as it was written.
fn decoded(written: &str) -> String {
    match percent_decode_str(written).decode_utf8() {
        Ok(text) => text.into_owned(),
        Err(_) => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plan(modules: &[&str], breaks: &[(&str, u32)], target: Option<u32>) -> Plan {
        Plan {
            modules: modules.iter().map(|&module| module.to_owned()).collect(),
            breaks: breaks.iter().map(|&(module, minutes)| (module.to_owned(), minutes)).collect(),
            target,
        }
    }

    #[test]
    fn a_plan_is_readable_in_its_link() {
        let link = "modules=start,respect,böse&breaks=respect:10&target=90";
        let read = Plan::from_link(link).expect("a plan");
        assert_eq!(read, plan(&["start", "respect", "böse"], &[("respect", 10)], Some(90)));
        assert_eq!(read.to_link(), link);
    }

    #[test]
    fn a_link_may_hold_more_than_the_plan() {
        let read = Plan::from_link("#modules=b,a,b,,&room=4&lonely&breaks=a:5,gone:5,b:7");
        assert_eq!(read, Ok(plan(&["b", "a"], &[("b", 7)], None)), "no break after the last module");
    }

    #[test]
    fn browsers_may_write_a_link_in_percent() {
        let read = Plan::from_link("modules=b%C3%B6se%2Ca,%FF&breaks=b%C3%B6se%2Ca:%31%30");
        assert_eq!(read, Ok(plan(&["böse,a", "%FF"], &[("böse,a", 10)], None)));
    }

    #[test]
    fn a_link_without_modules_is_no_plan() {
        for link in ["", "#", "modules=", "modules=,,", "breaks=a:10", "target=90"] {
            assert_eq!(Plan::from_link(link), Err(PlanError::NoModules), "{link}");
        }
    }

    #[test]
    fn minutes_are_whole_and_not_too_many() {
        for written in ["0", "601", "-5", "1.5", "ten", "", "99999999999"] {
            let bad = Err(PlanError::BadMinutes(written.to_owned()));
            assert_eq!(Plan::from_link(&format!("modules=a,b&breaks=a:{written}")), bad);
            assert_eq!(Plan::from_link(&format!("modules=a,b&target={written}")), bad);
        }
        assert!(PlanError::BadMinutes("ten".into()).to_string().starts_with("“ten” in this link"));
    }

    #[test]
    fn nobody_works_much_longer_than_fifty_minutes() {
        let modules = [("a", 30), ("b", 20), ("c", 1), ("d", 80), ("e", 10), ("f", 40)];
        let modules = modules.map(|(id, minutes)| (id.to_owned(), minutes));
        let planned = Plan::with_usual_breaks(&modules);
        assert_eq!(planned.modules, ["a", "b", "c", "d", "e", "f"]);
        let breaks: Vec<&str> = planned.breaks.keys().map(String::as_str).collect();
        assert_eq!(breaks, ["b", "c", "d"]);
        assert_eq!(Plan::with_usual_breaks(&[]), Plan::default());
    }

    proptest! {
        #[test]
        fn every_plan_comes_back_from_its_link(
            ids in prop::collection::btree_set(any::<String>().prop_filter("has a name", |id| !id.is_empty()), 1..6),
            lengths in prop::collection::vec(prop::option::of(1..=600_u32), 6),
            target in prop::option::of(1..=600_u32),
        ) {
            let modules: Vec<String> = ids.into_iter().rev().collect();
            let mut breaks = BTreeMap::new();
            for (module, length) in modules.iter().zip(lengths).take(modules.len() - 1) {
                breaks.extend(length.map(|length| (module.clone(), length)));
            }
            let plan = Plan { modules, breaks, target };
            let link = plan.to_link();
            prop_assert_eq!(Plan::from_link(&link), Ok(plan), "{}", link);
        }

        #[test]
        fn any_text_is_a_plan_or_says_why_not(text in any::<String>(), keyed in "(modules|breaks|target)=[a-c,:%0-9&=]{0,20}") {
            for link in [text, format!("modules=a,b&{keyed}")] {
                if let Ok(plan) = Plan::from_link(&link) {
                    prop_assert_eq!(Plan::from_link(&plan.to_link()), Ok(plan));
                }
            }
        }
    }
}
