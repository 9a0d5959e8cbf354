//! The few HTML tags that a course may write, checked and written anew.

use super::diagnostic::Report;
use super::mistake::Mistake;
use super::source::Span;

const TAGS: [&str; 7] = ["kbd", "sub", "sup", "abbr", "details", "summary", "br"];
const ATTRIBUTES: [&str; 4] = ["title", "open", "lang", "dir"];

/// Tags that are open in one section.
#[derive(Debug, Default)]
pub struct OpenTags {
    open: Vec<(String, Span)>,
}

impl OpenTags {
    /// Whether a tag is open.
    pub fn is_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// Checks a piece of raw HTML that stands on `place`, and gives it back in a safe form.
    pub fn read(&mut self, html: &str, place: &Span, report: &mut Report) -> String {
        // In a quote, the marks at the begin of its lines are no part of it.
        let as_written = html.len() == place.len();
        let mut safe = String::new();
        let mut at = 0;
        while let Some(open) = html[at..].find('<') {
            safe.push_str(&escape_text(&html[at..at + open]));
            at += open;
            let length = tag_length(&html[at..]);
            let span = if as_written { place.start + at..place.start + at + length } else { place.clone() };
            safe.push_str(&self.tag(&html[at..at + length], span, report));
            at += length;
        }
        safe.push_str(&escape_text(&html[at..]));
        safe
    }

    fn tag(&mut self, tag: &str, span: Span, report: &mut Report) -> String {
        let Some((closing, name, rest)) = split_tag(tag) else {
            report.add(span, Mistake::RawHtml { tag: shortened(tag) });
            return String::new();
        };
        if !TAGS.contains(&name.as_str()) {
            let slash = if closing { "/" } else { "" };
            report.add(span, Mistake::RawHtml { tag: format!("<{slash}{name}>") });
            return String::new();
        }
        if name == "br" {
            attributes(tag, rest, &span, report);
            return "<br>".to_owned();
        }
        if closing {
            return self.close(&name, span, report);
        }
        let attributes = attributes(tag, rest, &span, report);
        self.open.push((name.clone(), span));
        format!("<{name}{attributes}>")
    }

    fn close(&mut self, name: &str, span: Span, report: &mut Report) -> String {
        if self.open.last().is_some_and(|(open, _)| open == name) {
            self.open.pop();
            return format!("</{name}>");
        }
        report.add(span, Mistake::UnbalancedHtml { tag: format!("/{name}") });
        String::new()
    }

    /// Ends the section: notes what is still open and closes it.
    pub fn finish(self, report: &mut Report) -> String {
        let mut closing = String::new();
        for (name, span) in self.open.into_iter().rev() {
            closing.push_str(&format!("</{name}>"));
            report.add(span, Mistake::UnbalancedHtml { tag: name });
        }
        closing
    }
}

/// The length of the tag or comment at the start of `html`; all of it where it has no end.
fn tag_length(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |at| at + 3);
    }
    let mut quote = None;
    for (at, c) in html.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    html.len()
}

/// Whether it closes, its name, and the rest. None for comments and the like.
fn split_tag(tag: &str) -> Option<(bool, String, &str)> {
    let inside = tag.strip_prefix('<')?.strip_suffix('>')?;
    let (closing, inside) = match inside.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, inside.strip_suffix('/').unwrap_or(inside)),
    };
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, rest) = inside.split_at(end);
    (!name.is_empty()).then(|| (closing, name.to_ascii_lowercase(), rest))
}

/// The attributes in `rest`, which ends the tag on `span`.
fn attributes(tag: &str, mut rest: &str, span: &Span, report: &mut Report) -> String {
    let mut safe = String::new();
    let rest_end = tag.rfind(rest).map_or(tag.len(), |at| at + rest.len());
    loop {
        rest = rest.trim_start();
        if rest.is_empty() {
            return safe;
        }
        let end = rest.find(|c: char| c.is_whitespace() || c == '=').unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        let start = span.start + rest_end - rest.len();
        let place = if tag.len() == span.len() { start..start + end } else { span.clone() };
        rest = rest[end..].trim_start();
        let value = match rest.strip_prefix('=') {
            Some(after) => {
                let (value, after) = attribute_value(after.trim_start());
                rest = after;
                Some(value)
            }
            None => None,
        };
        if !ATTRIBUTES.contains(&name.as_str()) {
            report.add(place, Mistake::HtmlAttribute { attribute: name });
            continue;
        }
        safe.push_str(&match value {
            Some(value) => format!(" {name}=\"{}\"", escape_text(value).replace('"', "&quot;")),
            None => format!(" {name}"),
        });
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    let Some(quote) = text.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
        return text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    };
    let inside = &text[1..];
    match inside.find(quote) {
        Some(end) => (&inside[..end], &inside[end + 1..]),
        None => (inside, ""),
    }
}

fn shortened(tag: &str) -> String {
    let line = tag.lines().next().unwrap_or_default();
    if line.chars().count() <= 24 && line.len() == tag.len() {
        return line.to_owned();
    }
    format!("{}…", line.chars().take(24).collect::<String>())
}

/// Text as HTML; entities stay as they are.
fn escape_text(text: &str) -> String {
    text.replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(html: &str) -> (String, Vec<&'static str>) {
        let mut report = Report::on("a.md");
        let mut tags = OpenTags::default();
        let mut safe = tags.read(html, &(0..html.len()), &mut report);
        safe.push_str(&tags.finish(&mut report));
        (safe, report.into_diagnostics().iter().map(|found| found.mistake.code()).collect())
    }

    #[test]
    fn the_allowed_tags_pass() {
        let html = r#"<details open lang="en"><summary>More</summary>Press <kbd>A</kbd><br/></details>"#;
        assert_eq!(read(html), (html.replace("<br/>", "<br>"), vec![]));
    }

    #[test]
    fn all_else_is_refused() {
        assert_eq!(read("<script>alert(1)</script>").1, ["raw-html", "raw-html"]);
        assert_eq!(read("<!-- a > b -->"), (String::new(), vec!["raw-html"]));
        assert_eq!(read("<kbd onclick=x>A</kbd>"), ("<kbd>A</kbd>".into(), vec!["html-attribute"]));
        assert_eq!(read("<br onclick=x>"), ("<br>".into(), vec!["html-attribute"]));
        assert_eq!(read("<sub>1"), ("<sub>1</sub>".into(), vec!["unbalanced-html"]));
        assert_eq!(read("</sub>1"), ("1".into(), vec!["unbalanced-html"]));
    }

    proptest! {
        #[test]
        fn any_text_gives_only_allowed_tags(html in "[<>/a-z =\"'!-]{0,60}|.{0,60}") {
            let (safe, _) = read(&html);
            for tag in safe.split('<').skip(1) {
                let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
                prop_assert!(TAGS.contains(&name.as_str()), "{safe:?}");
            }
        }
    }
}
