//! `glossary.md`, and finding its terms in a text.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use pulldown_cmark::{Event, Tag};

use super::attributes;
use super::diagnostic::Report;
use super::front_matter;
use super::id;
use super::lesson;
use super::markdown::{self, Placed, children, inner, place, plain_text, trimmed};
use super::mistake::Mistake;
use super::model::{Glossary, Html, Term};
use super::render::Page;

/// Finds the terms of a glossary in texts, as whole words, plurals in -s included.
#[derive(Debug, Default)]
pub struct TermFinder {
    automaton: Option<AhoCorasick>,
    ids: Vec<String>,
}

/// A term in a text.
#[derive(Debug, PartialEq, Eq)]
pub struct FoundTerm<'f> {
    /// Index among the glossary's terms.
    pub term: usize,
    pub id: &'f str,
    pub span: Range<usize>,
}

impl TermFinder {
    /// A finder for the terms with these names.
    pub fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let names: Vec<&str> = names.into_iter().collect();
        let automaton = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(&names)
            .ok()
            .filter(|_| !names.is_empty());
        Self { automaton, ids: names.iter().map(|name| term_id(name)).collect() }
    }

    /// The terms in `text`, from left to right.
    pub fn find<'f>(&'f self, text: &'f str) -> impl Iterator<Item = FoundTerm<'f>> {
        let matches = self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text));
        matches.filter_map(move |found| {
            let term = found.pattern().as_usize();
            let span = whole_word(text, found.start()..found.end())?;
            Some(FoundTerm { term, id: &self.ids[term], span })
        })
    }
}

/// The word that `span` is, or of which it is the singular.
fn whole_word(text: &str, span: Range<usize>) -> Option<Range<usize>> {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    if is_letter(text[..span.start].chars().next_back()) {
        return None;
    }
    let mut after = text[span.end..].chars();
    let next = after.next();
    if !is_letter(next) {
        return Some(span);
    }
    (next == Some('s') && !is_letter(after.next())).then_some(span.start..span.end + 1)
}

/// The names of the terms, before anything is rendered.
pub fn names(text: &str) -> Vec<String> {
    let mut report = Report::on("");
    let start = front_matter::read(text, &mut report).body_start;
    let document = markdown::parse(text, start, &Default::default());
    let sections = document.sections();
    let lists = sections.iter().flat_map(|section| children(section.body)).filter(|child| is_list(child));
    let parts = lists.flat_map(|list| children(inner(list)));
    parts.filter(|part| is_name(part)).map(plain_text).filter(|name| !term_id(name).is_empty()).collect()
}

fn is_list(element: &[Placed]) -> bool {
    matches!(element.first(), Some((Event::Start(Tag::DefinitionList), _)))
}

fn is_name(element: &[Placed]) -> bool {
    matches!(element.first(), Some((Event::Start(Tag::DefinitionListTitle), _)))
}

fn term_id(name: &str) -> String {
    id::slug(name)
}

/// Reads the glossary.
pub fn read(page: &mut Page, default_title: &str) -> Glossary {
    let front = front_matter::read(page.text, &mut page.report);
    let fields = front.fields.unwrap_or_default();
    fields.check_keys(&["title"], &mut page.report);
    let document = markdown::parse(page.text, front.body_start, &page.surroundings.clauses);
    page.expect_footnotes(&document);
    let (title, sections) = lesson::title(&fields, &document, page);
    page.reserve_ids(&sections);
    let mut glossary = Glossary { title: title.unwrap_or(default_title.to_owned()), ..Glossary::default() };
    for section in &sections {
        if let Some(heading) = &section.heading {
            attributes::check(heading, attributes::PLAIN, page.text, &mut page.report);
            let heading = page.heading(heading);
            glossary.introduction.0.push_str(&heading.0);
        }
        for run in children(section.body).chunk_by(|a, b| !is_list(a) && !is_list(b)) {
            if is_list(run[0]) {
                read_terms(inner(run[0]), &mut glossary, page);
            } else {
                let html = page.plain(&run.concat());
                glossary.introduction.0.push_str(&html.0);
            }
        }
    }
    if glossary.terms.is_empty() {
        page.report.add(0..0, Mistake::NoTerms);
    }
    let footnotes = page.footnotes(&document);
    glossary.introduction.0.push_str(&footnotes.0);
    glossary.terms.sort_by_key(|term| term.name.to_lowercase());
    glossary
}

fn read_terms(list: &[Placed], glossary: &mut Glossary, page: &mut Page) {
    for child in children(list) {
        if is_name(child) {
            let name = plain_text(child);
            let id = term_id(&name);
            let span = trimmed(page.text, place(child));
            if id.is_empty() {
                page.report.add(span, Mistake::NoSlug { what: "term" });
            } else {
                page.take_unique("term", &id, span);
            }
            page.plain(inner(child));
            glossary.terms.push(Term { id, name, meaning: Html::default() });
        } else {
            let meaning = page.plain(inner(child));
            if let Some(term) = glossary.terms.last_mut() {
                term.meaning.0.push_str(&meaning.0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let finder = TermFinder::new(["engagement", "engagement fatigue", "alt text", "handle"]);
        finder.find(text).map(|found| &text[found.span]).collect::<Vec<_>>()
    }

    #[test]
    fn terms_are_whole_words_and_the_longest_wins() {
        assert_eq!(found("Engagement fatigue and engagement."), ["Engagement fatigue", "engagement"]);
        assert_eq!(found("handles, but not handled or mishandle or handle-bar"), ["handles"]);
        assert_eq!(found("“alt text”"), ["alt text"]);
    }

    #[test]
    fn no_terms_find_nothing() {
        assert_eq!(TermFinder::default().find("a").count(), 0);
        assert_eq!(TermFinder::new([]).find("a").count(), 0);
    }
}
