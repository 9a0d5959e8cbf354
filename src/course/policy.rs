//! `policy.md`: the company's policy, clause by clause.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag};

use super::attributes;
use super::diagnostic::Report;
use super::front_matter;
use super::id;
use super::lesson;
use super::markdown::{self, Heading, Placed, Section, children, inner, plain_text};
use super::mistake::Mistake;
use super::model::{Clause, ClauseGroup, Policy};
use super::render::Page;

const KEYS: [&str; 4] = ["version", "owner", "review_by", "title"];

/// The ids of the clauses, and whether each protects the employee, before anything is rendered.
pub fn clause_ids(text: &str) -> BTreeMap<String, bool> {
    let mut report = Report::on("");
    let start = front_matter::read(text, &mut report).body_start;
    let document = markdown::parse(text, start, &BTreeMap::new());
    let headings = document.sections().into_iter().filter_map(|section| section.heading);
    headings
        .filter_map(|heading| {
            let id = heading.id.clone().filter(|id| id::is_clause_id(id))?;
            Some((id, heading.has("yours")))
        })
        .collect()
}

/// Reads the policy.
pub fn read(page: &mut Page, default_title: &str) -> Policy {
    let front = front_matter::read(page.text, &mut page.report);
    let fields = front.fields.unwrap_or_default();
    fields.check_keys(&KEYS, &mut page.report);
    let version = fields.text("version", &mut page.report);
    if fields.lacks("version") {
        page.report.add(fields.span.clone(), Mistake::MissingKey { key: "version" });
    }
    let document = markdown::parse(page.text, front.body_start, &page.surroundings.clauses);
    page.expect_footnotes(&document);
    let (title, sections) = lesson::title(&fields, &document, page);
    let mut policy = Policy {
        title: title.unwrap_or(default_title.to_owned()),
        version: version.map(|version| version.value).unwrap_or_default(),
        owner: fields.text("owner", &mut page.report).map(|owner| owner.value),
        review_by: fields.date("review_by", &mut page.report),
        ..Policy::default()
    };
    for section in &sections {
        read_section(section, &mut policy, page);
    }
    let footnotes = page.footnotes(&document);
    if !footnotes.is_empty() {
        policy.introduction.0.push_str(&footnotes.0);
    }
    policy
}

fn read_section(section: &Section, policy: &mut Policy, page: &mut Page) {
    let Some(heading) = &section.heading else {
        let html = page.prose(section.body);
        policy.introduction.0.push_str(&html.0);
        return;
    };
    match heading.id.as_deref() {
        Some(id) if id::is_clause_id(id) => read_clause(id, heading, section, policy, page),
        Some(id) if id::is_group_id(id) => read_group(id, heading, section, policy, page),
        Some(id) => {
            attributes::check(heading, attributes::CLAUSE, page.text, &mut page.report);
            let mistake = Mistake::BadClauseId { id: id.to_owned() };
            page.report.add(heading.place_of(page.text, &format!("#{id}")), mistake);
        }
        None => {
            attributes::check(heading, attributes::PLAIN, page.text, &mut page.report);
            let mut html = page.heading(heading).0;
            html.push_str(&page.prose(section.body).0);
            continued(policy).push_str(&html);
            if let Some(clause) = policy.groups.last_mut().and_then(|group| group.clauses.last_mut()) {
                clause.words.push('\n');
                clause.words.push_str(&words(&heading.plain_text(), section.body));
            }
        }
    }
}

/// Title and text without markup, a line a block or item of a list.
fn words(title: &str, body: &[Placed]) -> String {
    let lines = children(body).into_iter().flat_map(|block| match block.first() {
        Some((Event::Start(Tag::List(_)), _)) => children(inner(block)),
        _ => vec![block],
    });
    let lines = lines.map(plain_text).filter(|words| !words.is_empty());
    std::iter::once(title.to_owned()).chain(lines).collect::<Vec<_>>().join("\n")
}

/// The text that a heading without an id belongs to.
fn continued(policy: &mut Policy) -> &mut String {
    let Some(group) = policy.groups.last_mut() else {
        return &mut policy.introduction.0;
    };
    match group.clauses.last_mut() {
        Some(clause) => &mut clause.text.0,
        None => &mut group.introduction.0,
    }
}

fn read_group(id: &str, heading: &Heading, section: &Section, policy: &mut Policy, page: &mut Page) {
    attributes::check(heading, attributes::PLAIN, page.text, &mut page.report);
    page.check_title(heading);
    page.take_unique("group", id, heading.place_of(page.text, &format!("#{id}")));
    let introduction = page.prose(section.body);
    let title = heading.plain_text();
    policy.groups.push(ClauseGroup { id: id.to_owned(), title, introduction, clauses: Vec::new() });
}

fn read_clause(id: &str, heading: &Heading, section: &Section, policy: &mut Policy, page: &mut Page) {
    attributes::check(heading, attributes::CLAUSE, page.text, &mut page.report);
    page.check_title(heading);
    page.take_unique("clause", id, heading.place_of(page.text, &format!("#{id}")));
    let clause = Clause {
        id: id.to_owned(),
        title: heading.plain_text(),
        text: page.prose(section.body),
        words: words(&heading.plain_text(), section.body),
        critical: heading.has("critical"),
        yours: heading.has("yours"),
        guidance: heading.has("guidance"),
    };
    let letters = id.split('-').next().unwrap_or_default();
    match policy.groups.last_mut() {
        Some(group) if group.id == letters => group.clauses.push(clause),
        _ => page.report.add(heading.line(page.text), Mistake::ClauseOutsideGroup { id: id.to_owned() }),
    }
}
