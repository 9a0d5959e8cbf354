//! The part of a course that is assigned: an outline that holds no more.

use crate::course::outline::{Outline, OutlineModule};

/// The outline of these modules alone, all of them for everybody, passed at `pass` percent.
/// Without modules it is the whole course; without `pass`, the course's own mark holds.
/// Ids that the course does not have are left out.
pub fn of_modules(outline: &Outline, modules: &[String], pass: Option<u32>) -> Outline {
    let mut scope = Outline { pass: pass.unwrap_or(outline.pass), ..outline.clone() };
    if modules.is_empty() {
        return scope;
    }
    scope.modules = outline
        .modules
        .iter()
        .filter(|module| modules.contains(&module.id))
        .map(|module| OutlineModule { choose_any: false, ..module.clone() })
        .collect();
    scope
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline() -> Outline {
        let module = |id: &str, choose_any| OutlineModule {
            id: id.to_owned(),
            choose_any,
            ..OutlineModule::default()
        };
        Outline {
            pass: 80,
            modules: vec![module("start", false), module("platforms", true)],
            ..Outline::default()
        }
    }

    fn ids(scope: &Outline) -> Vec<(&str, bool)> {
        scope.modules.iter().map(|module| (module.id.as_str(), module.choose_any)).collect()
    }

    #[test]
    fn what_is_assigned_is_for_everybody() {
        let scope = of_modules(&outline(), &["platforms".to_owned(), "gone".to_owned()], Some(100));
        assert_eq!(ids(&scope), [("platforms", false)]);
        assert_eq!(scope.pass, 100);
    }

    #[test]
    fn without_modules_it_is_the_whole_course() {
        let scope = of_modules(&outline(), &[], None);
        assert_eq!(scope, outline());
    }
}
