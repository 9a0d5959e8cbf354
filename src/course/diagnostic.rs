//! Diagnostics: a mistake with its place, and how it is shown to people and tools.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use super::mistake::{Mistake, Severity};
use super::source::{SourceFolder, Span, line_and_column};

/// A mistake in a file of the course folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub mistake: Mistake,
    /// Path inside the course folder; empty for the folder itself.
    pub path: String,
    /// Bytes of the file's text; empty at 0 for the file as a whole.
    pub span: Span,
}

impl Diagnostic {
    /// Whether an author must mend it.
    pub fn is_error(&self) -> bool {
        self.mistake.severity() == Severity::Error
    }

    /// Whether the course cannot be built because of it. A fact that has expired
    /// does not stop a build: time alone must not take a course down, and its
    /// question is left out.
    pub fn stops_build(&self) -> bool {
        self.is_error() && !matches!(self.mistake, Mistake::ExpiredFact { .. })
    }
}

/// Collects the diagnostics of one file.
#[derive(Debug)]
pub struct Report<'a> {
    path: &'a str,
    found: Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    /// An empty report on the file with this path.
    pub fn on(path: &'a str) -> Self {
        Self { path, found: Vec::new() }
    }

    /// Notes a mistake.
    pub fn add(&mut self, span: Span, mistake: Mistake) {
        self.found.push(Diagnostic { mistake, path: self.path.to_owned(), span });
    }

    /// All that was noted.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}

/// The one of `known` that `word` was most likely meant to be.
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<String> {
    let lower = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= 1 + candidate.chars().count() / 4)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Diagnostics as people read them: place, source line with a caret, code, help.
/// `shown_folder` is put before each path; `colour` adds terminal colours.
pub fn render(diagnostics: &[Diagnostic], folder: &SourceFolder, shown_folder: &str, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    diagnostics
        .iter()
        .map(|diagnostic| {
            let mut text =
                renderer.render(&groups(diagnostic, folder, &shown_path(shown_folder, &diagnostic.path)));
            text.push_str("\n\n");
            text
        })
        .collect()
}

fn shown_path(folder: &str, path: &str) -> String {
    match (folder.is_empty(), path.is_empty()) {
        (true, _) => path.to_owned(),
        (false, true) => folder.to_owned(),
        (false, false) => format!("{}/{path}", folder.trim_end_matches('/')),
    }
}

fn groups<'a>(diagnostic: &'a Diagnostic, folder: &'a SourceFolder, path: &str) -> Vec<Group<'a>> {
    let level = match diagnostic.mistake.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(diagnostic.mistake.to_string()).id(diagnostic.mistake.code());
    let help = Level::HELP.message(diagnostic.mistake.help());
    if path.is_empty() {
        return vec![title.element(help)];
    }
    let Some(source) = folder.texts.get(&diagnostic.path) else {
        let origin = Origin::path(path.to_owned());
        let origin = match diagnostic.mistake {
            Mistake::NotUtf8 { line, column } => origin.line(line).char_column(column),
            _ => origin,
        };
        return vec![title.element(origin).element(help)];
    };
    let span = visible_span(&source.text, &diagnostic.span);
    let snippet =
        Snippet::source(&source.text).path(path.to_owned()).annotation(AnnotationKind::Primary.span(span));
    vec![title.element(snippet).element(help)]
}

/// The part of a span that a caret line can point at: its first line.
fn visible_span(text: &str, span: &Span) -> Span {
    let start = span.start.min(text.len());
    let end = span.end.clamp(start, text.len());
    let first_line = text.get(start..end).and_then(|marked| marked.find('\n')).map_or(end, |at| start + at);
    start..first_line
}

/// A diagnostic as editors and CI read it: `check --format json` prints a list of these.
#[derive(Debug, Serialize)]
struct JsonDiagnostic<'a> {
    code: &'a str,
    severity: &'a str,
    file: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    help: String,
}

/// Diagnostics as one JSON list; lines and columns count from 1.
pub fn render_json(diagnostics: &[Diagnostic], folder: &SourceFolder, shown_folder: &str) -> String {
    let list: Vec<JsonDiagnostic> = diagnostics
        .iter()
        .map(|diagnostic| {
            let text = folder.texts.get(&diagnostic.path).map_or("", |file| &file.text);
            let place = |offset| match diagnostic.mistake {
                Mistake::NotUtf8 { line, column } => (line, column),
                _ => line_and_column(text, offset),
            };
            let (line, column) = place(diagnostic.span.start);
            let (end_line, end_column) = place(diagnostic.span.end);
            JsonDiagnostic {
                code: diagnostic.mistake.code(),
                severity: diagnostic.mistake.severity().word(),
                file: shown_path(shown_folder, &diagnostic.path),
                line,
                column,
                end_line,
                end_column,
                message: diagnostic.mistake.to_string(),
                help: diagnostic.mistake.help(),
            }
        })
        .collect();
    serde_json::to_string_pretty(&list).unwrap_or_else(|_| "[]".to_owned())
}
