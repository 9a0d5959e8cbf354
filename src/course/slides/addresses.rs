//! HTML of a lesson's page as a page at the site's root shows it.

use crate::course::model::{Choice, Html, Question};

/// HTML whose links lead from the site's root to where they led from `page`, a page one
/// folder below it. Ids are left out: they are anchors of that page.
///
/// HTML is read tag by tag. In what `course` renders, a `<` begins a tag and nothing
/// else, and the value of an attribute stands in quotation marks and holds neither
/// `<` nor `>`.
pub fn from_root(html: &str, page: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        out.push_str(text);
        let (tag, after) = after.split_once('>').unwrap_or((after, ""));
        out.push('<');
        add_tag(tag, page, &mut out);
        out.push('>');
        rest = after;
    }
    out.push_str(rest);
    out
}

fn add_tag(tag: &str, page: &str, out: &mut String) {
    let (name, mut rest) = tag.split_at(tag.find(' ').unwrap_or(tag.len()));
    out.push_str(name);
    while !rest.is_empty() {
        let blanks = rest.len() - rest.trim_start().len();
        let key_end = rest[blanks..].find(['=', ' ']).map_or(rest.len(), |at| blanks + at);
        let key = &rest[blanks..key_end];
        let value = rest[key_end..].strip_prefix("=\"").and_then(|value| value.split_once('"'));
        let Some((value, after)) = value else {
            out.push_str(&rest[..key_end.max(1)]);
            rest = &rest[key_end.max(1)..];
            continue;
        };
        match key {
            "id" => {}
            "href" | "src" => {
                let (start, end) = address(value, page);
                out.push_str(&format!("{}{key}=\"{start}{end}\"", &rest[..blanks]));
            }
            _ => out.push_str(&rest[..rest.len() - after.len()]),
        }
        rest = after;
    }
}

/// Both halves of an address as it is seen from the root.
fn address<'h>(value: &'h str, page: &'h str) -> (&'h str, &'h str) {
    match value.strip_prefix("../") {
        Some(from_root) => ("", from_root),
        None if value.starts_with('#') => (page, value),
        None => ("", value),
    }
}

/// A question with all its HTML seen from the root.
pub fn question_from_root(question: &Question, page: &str) -> Question {
    let html = |html: &Html| Html(from_root(&html.0, page));
    let option =
        |option: &Choice| Choice { text: html(&option.text), reason: html(&option.reason), ..option.clone() };
    Question {
        prompt: html(&question.prompt),
        draft: question.draft.as_ref().map(html),
        options: question.options.iter().map(option).collect(),
        fixed: question.fixed.as_ref().map(html),
        hints: question.hints.iter().map(html).collect(),
        why: question.why.as_ref().map(html),
        ..question.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::html_tags::OpenTags;
    use crate::course::render::escape;
    use proptest::prelude::*;

    const PAGE: &str = "start/why.html";

    #[test]
    fn links_lead_from_the_root_and_ids_stay_behind() {
        for (html, from_the_root) in [
            (
                "<a class=\"term\" href=\"../glossary.html#feed\">",
                "<a class=\"term\" href=\"glossary.html#feed\">",
            ),
            ("<a id=\"fnref-1\" href=\"#fn-1\" role=\"x\">", "<a href=\"start/why.html#fn-1\" role=\"x\">"),
            (
                "<a href=\"https://example.com/../a\" rel=\"noreferrer\">",
                "<a href=\"https://example.com/../a\" rel=\"noreferrer\">",
            ),
            (
                "<img src=\"../_workshop/files/a.png\" alt=\"id=&quot;a&quot; ../b\">",
                "<img src=\"_workshop/files/a.png\" alt=\"id=&quot;a&quot; ../b\">",
            ),
            ("<h3 id=\"a\">id=\"b\" href=\"../c\"</h3>", "<h3>id=\"b\" href=\"../c\"</h3>"),
            ("<details open lang=\"en\"><br>", "<details open lang=\"en\"><br>"),
            ("<hr />\n", "<hr />\n"),
        ] {
            assert_eq!(from_root(html, PAGE), from_the_root);
        }
    }

    proptest! {
        #[test]
        fn words_and_allowed_tags_stay_as_they_are(words in any::<String>(), html in "[<>/a-z =\"'!-]{0,60}") {
            let text = escape(&words);
            prop_assert_eq!(from_root(&text, PAGE), text);
            let mut report = crate::course::diagnostic::Report::on("a.md");
            let mut tags = OpenTags::default();
            let safe = tags.read(&html, &(0..html.len()), &mut report);
            prop_assert_eq!(from_root(&safe, PAGE), safe);
        }
    }
}
