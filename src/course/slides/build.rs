//! The slides of a course and the trainer's notes, from its blocks.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::{from_root, question_from_root};
use super::time::{self, Plans};
use super::{Content, FORM, LessonSlides, NotesFile, Part, PartKind, Slide, SlidesFile};
use crate::course::html_text::text_of;
use crate::course::model::{Block, Course, Html, Lesson, Module, Piece, PieceKind, Present, Question};
use crate::course::read::lesson_address;
use crate::course::render::escape;
use crate::course::trainer_notes;

/// The slide with a lesson's title.
const TITLE: &str = "title";
/// The slide of what stands before the first heading.
const OPENING: &str = "opening";
/// The level of the headings that start a slide.
const SLIDE_LEVEL: usize = 2;

/// The slides of every lesson that is projected.
pub fn slides(course: &Course) -> SlidesFile {
    let lesson = |(module, lesson): (&Module, &Lesson)| LessonSlides {
        id: lesson.id.clone(),
        title: lesson.title.clone(),
        module: module.id.clone(),
        slides: drafts(module, lesson).into_iter().map(|draft| draft.slide).collect(),
    };
    SlidesFile { form: FORM, lessons: projected(course).map(lesson).collect() }
}

/// The notes of every lesson that is projected.
pub fn notes(course: &Course) -> NotesFile {
    let mut notes = BTreeMap::new();
    for (module, lesson) in projected(course) {
        let slides = drafts(module, lesson).into_iter().filter(|draft| !draft.notes.is_empty());
        let slides: BTreeMap<_, _> = slides.map(|draft| (draft.slide.id, draft.notes)).collect();
        if !slides.is_empty() {
            notes.insert(lesson.id.clone(), slides);
        }
    }
    NotesFile { form: FORM, notes }
}

fn projected(course: &Course) -> impl Iterator<Item = (&Module, &Lesson)> {
    course.lessons().filter(|(_, lesson)| lesson.present != Present::Skip)
}

/// A slide with its notes.
struct Draft {
    slide: Slide,
    notes: Vec<Html>,
}

/// What stands below a heading of the slides' level, as far as it is read.
struct Section {
    id: String,
    title: Html,
    level: usize,
    slides: usize,
    has_questions: bool,
}

impl Section {
    /// Whether its heading would be lost: one over questions alone is.
    fn is_bare(&self) -> bool {
        self.slides == 0 && !self.has_questions && self.id != OPENING
    }
}

struct Drafting<'l> {
    lesson: &'l Lesson,
    /// The address of its page.
    page: String,
    drafts: Vec<Draft>,
    ids: BTreeSet<String>,
    plans: Plans,
    section: Section,
    /// What comes next stands on the last slide.
    goes_on: bool,
}

fn drafts(module: &Module, lesson: &Lesson) -> Vec<Draft> {
    let title = Html(escape(&lesson.title));
    let section =
        Section { id: OPENING.to_owned(), title: title.clone(), level: 1, slides: 0, has_questions: false };
    let mut drafting = Drafting {
        lesson,
        page: lesson_address(&module.id, &lesson.id),
        drafts: Vec::new(),
        ids: BTreeSet::new(),
        plans: Plans::default(),
        section,
        goes_on: false,
    };
    drafting.start(TITLE, title, Content::Title { objectives: lesson.objectives.clone(), minutes: 0 });
    drafting.takes(time::TITLE);
    for block in &lesson.blocks {
        match block {
            Block::Prose(piece) => drafting.piece(piece),
            Block::Question(question) if question.variant_of.is_none() => drafting.question(question),
            Block::Question(_) => {}
            Block::Notes(notes) => drafting.notes(notes),
        }
    }
    drafting.finish()
}

impl Drafting<'_> {
    /// Starts a slide with an id that is like `wish` and free.
    fn start(&mut self, wish: &str, title: Html, content: Content) {
        let numbered = (2..).map(|number| format!("{wish}.{number}"));
        let mut wishes = std::iter::once(wish.to_owned()).chain(numbered);
        let id = wishes.find(|id| !self.ids.contains(id)).unwrap_or_default();
        self.ids.insert(id.clone());
        let title = Html(from_root(&title.0, &self.page));
        self.drafts.push(Draft { slide: Slide { id, title, seconds: 0, content }, notes: Vec::new() });
    }

    fn takes(&mut self, seconds: u32) {
        self.plans.add(self.drafts.len().saturating_sub(1), seconds);
    }

    /// Starts a slide of the section where the last one does not go on.
    fn text_slide(&mut self) {
        if self.goes_on {
            return;
        }
        self.section.slides += 1;
        self.goes_on = true;
        let (id, title) = (self.section.id.clone(), self.section.title.clone());
        let words = words_in(&title);
        self.start(&id, title, Content::Text(Vec::new()));
        self.takes(time::spoken(words));
    }

    /// Ends a section; a heading alone is a slide.
    fn end_section(&mut self) {
        if self.section.is_bare() {
            self.text_slide();
        }
        self.goes_on = false;
    }

    fn piece(&mut self, piece: &Piece) {
        match &piece.kind {
            PieceKind::Heading { level, id, title } if *level <= SLIDE_LEVEL => {
                self.end_section();
                self.plans.heading(*level, self.lesson.planned.get(id).copied());
                let (id, title, level) = (id.clone(), title.clone(), *level);
                self.section = Section { id, title, level, slides: 0, has_questions: false };
            }
            PieceKind::Heading { level, id, .. } => {
                self.plans.heading(*level, self.lesson.planned.get(id).copied());
                self.part(piece, PartKind::Heading);
            }
            PieceKind::Break => self.end_section(),
            PieceKind::Part(kind) => self.part(piece, *kind),
        }
    }

    fn part(&mut self, piece: &Piece, kind: PartKind) {
        if piece.html.is_empty() {
            return;
        }
        self.text_slide();
        self.takes(match kind {
            PartKind::Code => time::CODE,
            PartKind::Figure => time::FIGURE,
            _ => time::spoken(words_in(&piece.html)),
        });
        let mut part = part_of(piece, kind, &self.page);
        let Some(Draft { slide: Slide { content: Content::Text(parts), .. }, .. }) = self.drafts.last_mut()
        else {
            return;
        };
        let is_outline = self.lesson.present == Present::Outline;
        let is_further =
            kind == PartKind::Paragraph && parts.iter().any(|part| part.kind == PartKind::Paragraph);
        part.script = is_outline && is_further;
        parts.push(part);
    }

    fn question(&mut self, question: &Question) {
        if question.level <= self.section.level {
            self.end_section();
        }
        self.section.has_questions = true;
        self.goes_on = false;
        self.plans.heading(question.level, self.lesson.planned.get(&question.id).copied());
        let content = Content::Question(Box::new(question_from_root(question, &self.page)));
        self.start(&question.id, Html(escape(&question.title)), content);
        self.takes(time::QUESTION);
    }

    /// Notes belong to the slide that is shown when they are reached.
    fn notes(&mut self, notes: &[Html]) {
        if self.section.is_bare() {
            self.text_slide();
        }
        let notes: Vec<Html> = notes.iter().map(|html| Html(from_root(&html.0, &self.page))).collect();
        if let Some(draft) = self.drafts.last_mut() {
            trainer_notes::join(&mut draft.notes, &notes);
        }
    }

    fn finish(mut self) -> Vec<Draft> {
        self.end_section();
        let seconds = self.plans.seconds(self.drafts.len());
        let all: u32 = seconds.iter().sum();
        for (draft, seconds) in self.drafts.iter_mut().zip(seconds) {
            draft.slide.seconds = seconds;
            if let Content::Title { minutes, .. } = &mut draft.slide.content {
                *minutes = all.div_ceil(60);
            }
        }
        self.drafts
    }
}

fn words_in(html: &Html) -> usize {
    text_of(&html.0).split_whitespace().count()
}

fn part_of(piece: &Piece, kind: PartKind, page: &str) -> Part {
    let html = piece.html.0.as_str();
    let shown = |html: &str| from_root(html, page);
    let (Some(first), Some(last)) = (piece.items.first(), piece.items.last()) else {
        return Part { kind, items: vec![shown(html.trim())], ..Part::default() };
    };
    let item = |range: &std::ops::Range<usize>| {
        let item = &html[range.clone()];
        // Blanks count in code alone.
        shown(if kind == PartKind::Code { item } else { item.trim() })
    };
    Part {
        kind,
        before: shown(html[..first.start].trim()),
        items: piece.items.iter().map(item).collect(),
        after: shown(html[last.end..].trim()),
        first_number: piece.first_number,
        ..Part::default()
    }
}
