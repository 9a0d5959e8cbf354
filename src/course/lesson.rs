//! A lesson's file.

use super::attributes;
use super::diagnostic::{Report, nearest};
use super::fields::{Fields, Placed};
use super::front_matter;
use super::id;
use super::markdown::{self, Document, Section};
use super::mistake::Mistake;
use super::model::{Block, Lesson, Piece, PieceKind, Present};
use super::question;
use super::render::Page;
use super::target;
use super::trainer_notes;

const KEYS: [&str; 8] =
    ["id", "title", "minutes", "objectives", "clauses", "sources", "platforms", "present"];
/// Words that a person reads in a minute: slow, for a second language.
const WORDS_A_MINUTE: usize = 180;

/// The id of a lesson: of its front matter, else of its file's name.
pub fn id_of(path: &str, fields: Option<&Fields>, report: &mut Report) -> Placed<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let from_name = Placed { value: id::from_file_name(name), span: 0..0 };
    let given = fields.and_then(|fields| fields.text("id", report));
    let is_given = given.is_some();
    let id = match given {
        Some(given) if !id::is_id(&given.value) => {
            report.add(given.span, Mistake::BadId { id: given.value });
            from_name
        }
        given => given.unwrap_or(from_name),
    };
    if id.value.is_empty() && !is_given {
        report.add(0..0, Mistake::NoSlug { what: "file" });
    }
    if id.value == "index" {
        report.add(id.span.clone(), Mistake::ReservedId { id: id.value.clone() });
    }
    id
}

/// Reads a lesson whose id is known.
pub fn read(id: String, page: &mut Page) -> Lesson {
    let front = front_matter::read(page.text, &mut page.report);
    if front.fields.is_none() {
        page.report.add(0..0, Mistake::NoFrontMatter);
    }
    let fields = front.fields.unwrap_or_default();
    fields.check_keys(&KEYS, &mut page.report);
    let document = markdown::parse(page.text, front.body_start, &page.surroundings.clauses);
    page.expect_footnotes(&document);
    let (title, sections) = title(&fields, &document, page);
    if title.is_none() && fields.lacks("title") {
        page.report.add(fields.span.clone(), Mistake::NoTitle);
    }
    page.reserve_ids(&sections);
    let clauses = clauses(&fields, page);
    let platforms = platforms(&fields, page);
    let blocks = blocks(&sections, page);
    let footnotes = page.footnotes(&document);
    let minutes = fields.whole("minutes", 1..=600, "a whole number of minutes, 1 or more", &mut page.report);
    Lesson {
        id,
        path: page.path.to_owned(),
        title: title.unwrap_or_default(),
        present: present(&fields, page),
        planned: std::mem::take(&mut page.planned),
        minutes: minutes.unwrap_or_else(|| estimate(&page.text[front.body_start..])),
        objectives: values(&fields, "objectives", page),
        clauses,
        sources: values(&fields, "sources", page),
        platforms,
        blocks,
        footnotes,
    }
}

/// The title of a page, and the page's sections without the heading that may give it.
pub fn title<'d, 'a>(
    fields: &Fields,
    document: &'d Document<'a>,
    page: &mut Page,
) -> (Option<String>, Vec<Section<'d, 'a>>) {
    let mut title = fields.text("title", &mut page.report).map(|title| title.value);
    let mut sections = document.sections();
    let is_title =
        |section: &&mut Section| section.heading.as_ref().is_some_and(|heading| heading.level == 1);
    if let Some(heading) = sections.first_mut().filter(is_title).and_then(|first| first.heading.take()) {
        attributes::check(&heading, attributes::PLAIN, page.text, &mut page.report);
        page.check_title(&heading);
        let words = Some(heading.plain_text()).filter(|words| !words.is_empty());
        if title.is_some() && title != words {
            page.report.add(heading.line(page.text), Mistake::SecondTitle);
        }
        title = title.or(words);
    }
    for heading in sections.iter().filter_map(|section| section.heading.as_ref()) {
        if heading.level == 1 {
            page.report.add(heading.line(page.text), Mistake::SecondTitle);
        }
    }
    (title, sections)
}

fn values(fields: &Fields, key: &str, page: &mut Page) -> Vec<String> {
    fields.texts(key, &mut page.report).into_iter().map(|text| text.value).collect()
}

fn clauses(fields: &Fields, page: &mut Page) -> Vec<String> {
    let named = fields.texts("clauses", &mut page.report);
    named
        .into_iter()
        .filter(|clause| target::check_clause(&clause.value, page, &clause.span))
        .map(|clause| clause.value)
        .collect()
}

/// The platforms of platforms.toml whose facts a lesson shows.
fn platforms(fields: &Fields, page: &mut Page) -> Vec<String> {
    let known = page.surroundings.platforms.as_deref().unwrap_or_default();
    let mut platforms = Vec::new();
    for named in fields.texts("platforms", &mut page.report) {
        if known.iter().any(|platform| platform.id == named.value) {
            platforms.push(named.value);
            continue;
        }
        let known: Vec<String> = known.iter().map(|platform| platform.id.clone()).collect();
        let nearest = nearest(&named.value, known.iter().map(String::as_str));
        page.report.add(named.span, Mistake::UnknownPlatform { id: named.value, known, nearest });
    }
    platforms
}

/// How it is projected.
fn present(fields: &Fields, page: &mut Page) -> Present {
    let Some(written) = fields.text("present", &mut page.report) else {
        return Present::default();
    };
    if let Some((_, present)) = Present::WORDS.into_iter().find(|(word, _)| *word == written.value) {
        return present;
    }
    let known = Present::WORDS.map(|(word, _)| word).to_vec();
    let nearest = nearest(&written.value, known.iter().copied());
    page.report.add(written.span, Mistake::UnknownValue { key: "present", known, nearest });
    Present::default()
}

/// Nobody reads ids, so writing the missing ones changes nothing.
fn estimate(text: &str) -> u32 {
    let words = text.split_whitespace().filter(|word| !word.starts_with("{#")).count();
    u32::try_from(words.div_ceil(WORDS_A_MINUTE)).unwrap_or(u32::MAX).max(1)
}

fn blocks(sections: &[Section], page: &mut Page) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    while at < sections.len() {
        let section = &sections[at];
        at += 1;
        let Some(heading) = &section.heading else {
            push_prose(&mut blocks, page.pieces(section.body));
            continue;
        };
        let deeper = sections[at..]
            .iter()
            .take_while(|next| next.heading.as_ref().is_some_and(|next| next.level > heading.level))
            .count();
        let deeper = &sections[at..at + deeper];
        if heading.has("quiz") && heading.has("scenario") {
            let mistake = Mistake::ClassesClash { first: "quiz".into(), second: "scenario".into() };
            page.report.add(heading.line(page.text), mistake);
            at += deeper.len();
        } else if question::starts(heading) {
            let question = question::read(heading, section.body, deeper, page);
            let notes = std::mem::take(&mut page.notes);
            if let Some(question) = question {
                page.plan(&question.id, heading);
                blocks.push(Block::Question(Box::new(question)));
                blocks.extend(notes.into_iter().map(Block::Notes));
            }
            at += deeper.len();
        } else if heading.has("notes") {
            attributes::check(heading, attributes::PROSE, page.text, &mut page.report);
            blocks.push(Block::Notes(trainer_notes::read(section, deeper, page)));
            at += deeper.len();
        } else {
            attributes::check(heading, attributes::PROSE, page.text, &mut page.report);
            let heading = page.heading_piece(heading);
            let body = page.pieces(section.body);
            push_prose(&mut blocks, [vec![heading], body].concat());
        }
    }
    blocks
}

/// Adds a section; a line ends between what stands in a row.
fn push_prose(blocks: &mut Vec<Block>, pieces: Vec<Piece>) {
    let is_shown = pieces.iter().any(|piece| !piece.html.is_empty());
    let before = blocks.iter_mut().rev().take_while(|block| !matches!(block, Block::Question(_)));
    let last = before.filter_map(|block| match block {
        Block::Prose(piece) if piece.kind != PieceKind::Break => Some(piece),
        _ => None,
    });
    if let Some(last) = last.take(usize::from(is_shown)).next() {
        last.html.0.push('\n');
    }
    blocks.extend(pieces.into_iter().map(Block::Prose));
}
