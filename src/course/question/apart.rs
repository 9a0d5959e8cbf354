//! What keeps the options of one question apart: each has its id, and no two say the same.

use std::collections::BTreeMap;

use super::super::id;
use super::super::mistake::Mistake;
use super::super::option::Given;
use super::super::render::Page;
use super::super::source::{Span, location};

/// The ids and words of a question's options, as far as they are read.
#[derive(Debug)]
pub struct Apart {
    /// What an option is called: `option`, `step`, `pair`.
    what: &'static str,
    ids: BTreeMap<String, usize>,
    said: BTreeMap<String, usize>,
}

impl Apart {
    /// Nothing is read yet.
    pub fn of(what: &'static str) -> Self {
        Self { what, ids: BTreeMap::new(), said: BTreeMap::new() }
    }

    /// The id of an option: the given one, or the slug of its words. Notes one that stands twice.
    pub fn id(&mut self, given: Option<Given>, words: &str, span: &Span, page: &mut Page) -> Option<String> {
        let made = || Given { value: id::slug(words), span: span.clone() };
        let Given { value: id, span } = given.unwrap_or_else(made);
        if id.is_empty() {
            page.report.add(span, Mistake::NoSlug { what: self.what });
            return None;
        }
        match self.ids.get(&id) {
            Some(first) => {
                let first = location(page.path, page.text, *first);
                page.report.add(span, Mistake::DuplicateId { what: self.what, id: id.clone(), first });
            }
            None => {
                self.ids.insert(id.clone(), span.start);
            }
        }
        Some(id)
    }

    /// Whether no option said the same before; notes one that did.
    pub fn says_something_new(&mut self, meaning: String, span: &Span, page: &mut Page) -> bool {
        if let Some(first) = self.said.get(&meaning) {
            let first = location(page.path, page.text, *first);
            page.report.add(span.clone(), Mistake::SaysTheSame { what: self.what, first });
            return false;
        }
        self.said.insert(meaning, span.start);
        true
    }
}
