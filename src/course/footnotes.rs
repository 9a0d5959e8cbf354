//! The footnotes of a page: numbered as they are referred to, shown at its end.

use super::markdown::Document;
use super::mistake::Mistake;
use super::model::Html;
use super::render::{Page, escape};
use super::source;
use crate::words::EN;

impl Page<'_> {
    /// The footnotes that were referred to, in the order of their numbers.
    pub fn footnotes(&mut self, document: &Document) -> Html {
        let mut items = String::new();
        let mut number = 0;
        // A footnote's text may refer to a further one.
        while number < self.footnotes.len() {
            let label = self.footnotes[number].clone();
            number += 1;
            let Some((_, _, events)) = document.footnotes.iter().find(|(found, _, _)| *found == label) else {
                continue;
            };
            let text = self.plain(events);
            let label = escape(&(EN.lesson.back_to_footnote)(number));
            let back =
                format!("<a href=\"#fnref-{number}\" role=\"doc-backlink\" aria-label=\"{label}\">↩</a>");
            items.push_str(&format!("<li id=\"fn-{number}\">{} {back}</li>\n", text.0));
        }
        for (index, (label, span, _)) in document.footnotes.iter().enumerate() {
            let end = self.text[span.clone()].find(']').map_or(span.start, |at| span.start + at + 1);
            if let Some((_, first, _)) =
                document.footnotes[..index].iter().find(|(earlier, ..)| earlier == label)
            {
                let first = source::location(self.path, self.text, first.start);
                let mistake = Mistake::DuplicateId { what: "footnote", id: label.clone(), first };
                self.report.add(span.start..end, mistake);
            } else if !self.footnotes.contains(label) {
                self.report.add(span.start..end, Mistake::UnusedFootnote { label: label.clone() });
            }
        }
        Html(if items.is_empty() { items } else { format!("<ol>{items}</ol>") })
    }

    pub(super) fn footnote_number(&mut self, label: &str) -> (usize, bool) {
        match self.footnotes.iter().position(|found| found == label) {
            Some(index) => (index + 1, false),
            None => {
                self.footnotes.push(label.to_owned());
                (self.footnotes.len(), true)
            }
        }
    }
}
