//! The ids that authors give on a page: valid, and each once.

use std::collections::BTreeSet;

use super::id;
use super::markdown::Section;
use super::mistake::Mistake;
use super::render::Page;
use super::source::Span;
use super::source::location;

impl Page<'_> {
    /// Keeps the ids that authors gave free for them; notes bad ones and those that stand twice.
    pub fn reserve_ids(&mut self, sections: &[Section]) {
        let mut questions = BTreeSet::new();
        for heading in sections.iter().filter_map(|section| section.heading.as_ref()) {
            let is_question = heading.has("quiz") || heading.has("scenario");
            let made = is_question.then(|| id::slug(&heading.plain_text()));
            let Some(id) = heading.id.clone().or(made).filter(|id| !id.is_empty()) else { continue };
            let place = heading.place_of(self.text, &format!("#{id}"));
            if !id::is_id(&id) {
                self.report.add(place, Mistake::BadId { id });
                continue;
            }
            // Questions must differ in the whole course; `course::read` sees to that.
            if !(is_question && questions.contains(&id)) {
                self.check_unique("heading", &id, place);
            }
            self.anchors.reserve(&id);
            if is_question {
                questions.insert(id);
            }
        }
    }

    /// Takes an id that stands on `place`; notes it where it stood before.
    pub fn take_unique(&mut self, what: &'static str, id: &str, place: Span) {
        self.check_unique(what, id, place);
        self.anchors.take(id.to_owned());
    }

    fn check_unique(&mut self, what: &'static str, id: &str, place: Span) {
        match self.given_ids.get(id) {
            Some(first) => {
                let first = location(self.path, self.text, *first);
                self.report.add(place, Mistake::DuplicateId { what, id: id.to_owned(), first });
            }
            None => {
                self.given_ids.insert(id.to_owned(), place.start);
            }
        }
    }
}
