//! Texts that stand for something that a company has still to fill in.

use super::diagnostic::Report;
use super::front_matter;
use super::source::{SourceFile, Span};
use super::trainer_notes;

const WORDS: [&str; 6] = ["TODO", "TBD", "FIXME", "XXX", "lorem ipsum", "Lorem ipsum"];
/// Domains that belong to nobody.
const NOBODYS: [&str; 3] = ["example.com", "example.org", "example.net"];

/// The placeholders of a file. Square brackets have a meaning of their own in
/// front matter and TOML, so they are looked for in Markdown alone.
pub fn find(file: &SourceFile) -> Vec<Span> {
    let text = file.text.as_str();
    let mut found = Vec::new();
    for word in WORDS.iter().chain(&NOBODYS) {
        found.extend(
            text.match_indices(word)
                .map(|(at, word)| at..at + word.len())
                .filter(|span| is_whole(text, span)),
        );
    }
    if file.path.ends_with(".md") {
        let body = front_matter::read(text, &mut Report::on(&file.path)).body_start;
        let brackets = brackets(&text[body..]).into_iter().map(|span| span.start + body..span.end + body);
        let steps = if text.contains("[step]") { trainer_notes::marks(text, body) } else { Vec::new() };
        let is_step = |span: &Span| steps.iter().any(|step| step.start <= span.start && span.end <= step.end);
        found.extend(brackets.filter(|span| !is_step(span)));
    }
    found.sort_by_key(|span| span.start);
    found
}

fn is_whole(text: &str, span: &Span) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(text[..span.start].chars().next_back()) && !is_letter(text[span.end..].chars().next())
}

/// `[contact]` and the like: words in square brackets that Markdown makes nothing of.
fn brackets(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|offset| at + offset) {
        at = open + 1;
        let Some(close) = text[at..].find([']', '[', '\n']).map(|offset| at + offset) else { break };
        let inside = &text[at..close];
        let is_closed = text[close..].starts_with(']');
        let is_link = text[close..].starts_with("](")
            || text[close..].starts_with("][")
            || text[close..].starts_with("]:");
        let is_words = inside.starts_with(|c: char| c.is_lowercase())
            && inside != "x"
            && inside.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '_'));
        let after_break = text[..open].chars().next_back().is_none_or(|c| c.is_whitespace() || c == '(');
        if is_closed && !is_link && is_words && after_break {
            found.push(open..close + 1);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let file = SourceFile::new("01-m/01-l.md", text);
        find(&file).into_iter().map(|span| file.text[span].to_owned()).collect()
    }

    #[test]
    fn what_is_still_to_be_filled_in_is_found() {
        let text = "Ask [contact] or people@example.com.\nAt most [n] a week. TODO: more.";
        assert_eq!(found(text), ["[contact]", "example.com", "[n]", "TODO"]);
    }

    #[test]
    fn the_steps_of_notes_are_no_placeholders() {
        let notes = "### Notes {.notes}\n\nSay [step].\n\n[step]\n\nAsk [stpe].\n\n## Next\n\n[step]\n";
        assert_eq!(found(notes), ["[step]", "[stpe]", "[step]"]);
        assert_eq!(found("### Notes {.notes}\n\n#### Ask\n\n[step]\n"), Vec::<&str>::new());
    }

    #[test]
    fn links_lists_clauses_and_options_are_no_placeholders() {
        assert_eq!(
            found("[a link](x.md) [DSC-2] [^note] - [x] yes\n> [!TIP]\nclauses: [DSC-1]\n"),
            Vec::<&str>::new()
        );
    }
}
