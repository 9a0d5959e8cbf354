//! What a trainer has chosen so far: a plan in the making, which may still be empty.

use std::collections::BTreeMap;

use super::Plan;

/// The modules chosen, and how they are divided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// In the order in which they are given.
    pub modules: Vec<String>,
    /// Minutes that all of it may take.
    pub target: Option<u32>,
    /// By the module before them, also where that is not chosen now. None: the usual ones.
    breaks: Option<BTreeMap<String, u32>>,
}

impl Choice {
    /// These modules, with the usual breaks.
    pub fn of(modules: Vec<String>) -> Self {
        Self { modules, target: None, breaks: None }
    }

    /// What a plan holds. Breaks that are the usual ones follow what is chosen later.
    pub fn of_plan(plan: Plan, minutes: &[(String, u32)]) -> Self {
        let mut choice = Self { modules: plan.modules, target: plan.target, breaks: None };
        if choice.plan(minutes).breaks != plan.breaks {
            choice.breaks = Some(plan.breaks);
        }
        choice
    }

    /// Chooses a module, or leaves it out. All of them come in the order of the course
    /// then: `minutes` of each of its modules.
    pub fn toggle(&mut self, module: &str, minutes: &[(String, u32)]) {
        let was_chosen = self.modules.iter().any(|chosen| chosen == module);
        let is_chosen = |id: &String| {
            if id == module { !was_chosen } else { self.modules.contains(id) }
        };
        self.modules = minutes.iter().map(|(id, _)| id).filter(|id| is_chosen(id)).cloned().collect();
    }

    /// Sets the break after a module. From then on no break is set or moved by itself.
    pub fn set_break(&mut self, module: &str, length: Option<u32>, minutes: &[(String, u32)]) {
        let mut breaks = self.breaks.take().unwrap_or_else(|| self.plan(minutes).breaks);
        match length {
            Some(length) => breaks.insert(module.to_owned(), length),
            None => breaks.remove(module),
        };
        self.breaks = Some(breaks);
    }

    /// The plan, which has no modules where none is chosen. `minutes` of each module of the course.
    pub fn plan(&self, minutes: &[(String, u32)]) -> Plan {
        let planned = match &self.breaks {
            Some(breaks) => Plan { modules: self.modules.clone(), breaks: breaks.clone(), target: None },
            None => {
                let of = |id: &String| minutes.iter().find(|(known, _)| known == id).map_or(0, |(_, of)| *of);
                let chosen = self.modules.iter().map(|id| (id.clone(), of(id)));
                Plan::with_usual_breaks(&chosen.collect::<Vec<_>>())
            }
        };
        let breaks = planned.breaks_between().map(|(module, length)| (module.to_owned(), length)).collect();
        Plan { breaks, target: self.target, ..planned }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Vec<(String, u32)> {
        [("a", 30), ("b", 20), ("c", 30), ("d", 5)].map(|(id, minutes)| (id.to_owned(), minutes)).to_vec()
    }

    fn chosen(link: &str) -> Choice {
        Choice::of_plan(Plan::from_link(link).expect("a plan"), &course())
    }

    fn link(choice: &Choice) -> String {
        choice.plan(&course()).to_link()
    }

    #[test]
    fn usual_breaks_follow_what_is_chosen() {
        let mut choice = Choice::of(vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]);
        assert_eq!(link(&choice), "modules=a,b,c&breaks=b:10");
        choice.toggle("b", &course());
        assert_eq!(link(&choice), "modules=a,c&breaks=a:10");
        choice = chosen(&link(&choice));
        choice.toggle("b", &course());
        assert_eq!(
            link(&choice),
            "modules=a,b,c&breaks=b:10",
            "a link with the usual breaks holds no others"
        );
    }

    #[test]
    fn breaks_of_the_trainers_own_stay_where_they_are() {
        let mut choice = chosen("modules=a,b,c,d&breaks=b:10");
        choice.set_break("a", Some(5), &course());
        assert_eq!(link(&choice), "modules=a,b,c,d&breaks=a:5,b:10");
        choice.set_break("b", None, &course());
        choice.toggle("a", &course());
        assert_eq!(link(&choice), "modules=b,c,d");
        choice.toggle("a", &course());
        assert_eq!(link(&choice), "modules=a,b,c,d&breaks=a:5", "a module comes back with its break");
        let mut without = chosen("modules=a,c");
        without.toggle("b", &course());
        assert_eq!(link(&without), "modules=a,b,c", "a link without breaks wants none");
    }

    #[test]
    fn an_order_of_its_own_stays_until_the_choice_changes() {
        let mut choice = chosen("modules=c,a,b&target=90");
        choice.set_break("c", Some(7), &course());
        choice.target = Some(60);
        assert_eq!(link(&choice), "modules=c,a,b&breaks=c:7&target=60");
        choice.toggle("d", &course());
        assert_eq!(link(&choice), "modules=a,b,c,d&breaks=c:7&target=60");
    }

    #[test]
    fn nothing_chosen_is_no_workshop() {
        let mut choice = chosen("modules=a,b&breaks=a:10");
        choice.toggle("a", &course());
        assert_eq!(link(&choice), "modules=b", "no break after the last module");
        choice.toggle("b", &course());
        assert!(choice.plan(&course()).modules.is_empty());
    }
}
