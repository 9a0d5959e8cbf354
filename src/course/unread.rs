//! What was meant as markup and is plain text: Markdown passes over it without a word.

use super::diagnostic::Report;
use super::markdown::unescaped;
use super::mistake::Mistake;
use super::source::Span;

/// Begin and end of each, as it stands in a text that Markdown did not read as markup.
const KINDS: [(&str, char); 6] =
    [("{#", '}'), ("{.", '}'), ("[^", ']'), ("[!", ']'), ("](", ')'), ("][", ']')];

/// Notes it in a stretch of text. `with_braces`: also attributes, which headings check themselves.
pub fn check(text: &str, span: &Span, with_braces: bool, report: &mut Report) {
    for open in unescaped(text, span, &KINDS.map(|(begin, _)| begin)) {
        let Some((begin, end)) = KINDS.into_iter().find(|(begin, _)| text[open..].starts_with(begin)) else {
            continue;
        };
        let Some(length) = text[open + 2..span.end].find(end) else { continue };
        let inside = &text[open + 2..open + 2 + length];
        let starts_with_word = inside.starts_with(char::is_alphanumeric);
        let mistake = match begin {
            "{#" | "{." if with_braces && starts_with_word => Mistake::BadHeadingAttributes,
            "[^" if !inside.is_empty() => Mistake::MissingFootnote { label: inside.to_owned() },
            "[!" if starts_with_word => {
                let expected = "[!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]";
                Mistake::BadValue { key: "callout".to_owned(), expected }
            }
            "](" | "][" => {
                let nearest = inside.contains(' ').then(|| inside.trim().replace(' ', "%20"));
                Mistake::MissingTarget { target: inside.to_owned(), nearest }
            }
            _ => continue,
        };
        let start = match begin {
            "](" | "][" => text[span.start..open].rfind('[').map_or(open, |at| span.start + at),
            _ => open,
        };
        report.add(start..open + 2 + length + end.len_utf8(), mistake);
    }
}
