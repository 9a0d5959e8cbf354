//! Front matter: the YAML between two lines `---` at the start of a page.

use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

use super::diagnostic::Report;
use super::fields::{Fields, Placed, Value};
use super::mistake::Mistake;
use super::source::Span;

/// A page's front matter, and where its Markdown begins.
#[derive(Debug, Default)]
pub struct FrontMatter {
    /// None where the page has no front matter.
    pub fields: Option<Fields>,
    pub body_start: usize,
}

/// Reads the front matter of a page, if it has one. Blank lines may stand before it.
pub fn read(text: &str, report: &mut Report) -> FrontMatter {
    let blank: usize =
        text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    let first = text[blank..].split_inclusive('\n').next().unwrap_or_default();
    if first.trim_end() != "---" {
        return FrontMatter::default();
    }
    let dashes = blank..blank + 3;
    let start = blank + first.len();
    let rest = &text[start..];
    let Some(length) = closing_line(rest) else {
        report.add(dashes.clone(), Mistake::UnclosedFrontMatter);
        return FrontMatter { fields: Some(broken(dashes)), body_start: text.len() };
    };
    let after = &rest[length..];
    let body_start = text.len() - after.find('\n').map_or(0, |at| after.len() - at - 1);
    FrontMatter { fields: Some(read_yaml(&rest[..length], start, dashes, report)), body_start }
}

fn broken(span: Span) -> Fields {
    Fields { broken: true, span, ..Fields::default() }
}

/// The offset of the line `---` that ends the front matter.
fn closing_line(rest: &str) -> Option<usize> {
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

fn read_yaml(yaml: &str, base: usize, dashes: Span, report: &mut Report) -> Fields {
    let places = Places::of(yaml, base);
    let documents = match MarkedYaml::load_from_str(yaml) {
        Ok(documents) => documents,
        Err(error) => {
            let at = places.byte(error.marker().index());
            let key = yaml[at - base..].split([':', '\n']).next().unwrap_or_default().trim();
            match error.info() {
                "duplicated key in mapping" => {
                    report.add(at..at + key.len(), Mistake::DuplicateKey { key: key.to_owned() });
                }
                reason => report.add(at..at, Mistake::BadYaml { reason: reason.to_owned() }),
            }
            return broken(dashes);
        }
    };
    let reason =
        match documents.iter().map(|document| value(document, &places)).collect::<Vec<_>>().as_slice() {
            [] => return Fields { span: dashes, ..Fields::default() },
            [Placed { value: Value::Table(fields), .. }] => return Fields { span: dashes, ..fields.clone() },
            [other] => (other.span.clone(), "it is not a list of keys and values"),
            [_, second, ..] => (second.span.clone(), "it ends above, and goes on here"),
        };
    report.add(reason.0, Mistake::BadYaml { reason: reason.1.to_owned() });
    broken(dashes)
}

fn value(node: &MarkedYaml, places: &Places) -> Placed<Value> {
    let span = places.span(node);
    let value = match &node.data {
        YamlData::Value(Scalar::String(text)) => Value::Text(text.to_string()),
        YamlData::Value(Scalar::Integer(number)) if number.to_string() == places.text(&span) => {
            Value::Whole(*number)
        }
        // A text without quotation marks that YAML takes for something else, such as `1.0` or `010`.
        YamlData::Value(Scalar::Integer(_) | Scalar::FloatingPoint(_)) => {
            Value::Text(places.text(&span).to_owned())
        }
        YamlData::Sequence(items) => {
            Value::List(items.iter().map(|item| self::value(item, places)).collect())
        }
        YamlData::Mapping(entries) => Value::Table(Fields {
            entries: entries
                .iter()
                .map(|(key, entry)| {
                    let span = places.span(key);
                    let name = places.text(&span).trim_matches(['"', '\'']).to_owned();
                    (Placed { value: name, span }, self::value(entry, places))
                })
                .collect(),
            span: span.clone(),
            broken: false,
        }),
        _ => Value::Other,
    };
    Placed { value, span }
}

/// YAML markers count characters; spans count bytes of the whole file.
struct Places<'a> {
    yaml: &'a str,
    base: usize,
    byte_of_character: Vec<usize>,
}

impl<'a> Places<'a> {
    fn of(yaml: &'a str, base: usize) -> Self {
        let byte_of_character = yaml.char_indices().map(|(at, _)| at).chain([yaml.len()]).collect();
        Self { yaml, base, byte_of_character }
    }

    fn byte(&self, character: usize) -> usize {
        self.base + self.byte_of_character.get(character).copied().unwrap_or(self.yaml.len())
    }

    fn span(&self, node: &MarkedYaml) -> Span {
        let start = self.byte(node.span.start.index());
        let end = self.byte(node.span.end.index()).max(start);
        let marked = &self.yaml[start - self.base..end - self.base];
        start..start + marked.trim_end().len()
    }

    fn text(&self, span: &Span) -> &'a str {
        &self.yaml[span.start - self.base..span.end - self.base]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> (Fields, usize) {
        let mut report = Report::on("a.md");
        let found = read(text, &mut report);
        assert_eq!(report.into_diagnostics(), []);
        (found.fields.unwrap_or_default(), found.body_start)
    }

    #[test]
    fn values_keep_their_places() {
        let text = "---\ntitle: Über uns\nclauses: [DSC-1, DSC-2]\n# a comment\nminutes: 6\n---\nText\n";
        let (fields, body) = fields(text);
        assert_eq!(&text[body..], "Text\n");
        let title = fields.get("title").expect("title");
        assert_eq!((&title.value, &text[title.span.clone()]), (&Value::Text("Über uns".into()), "Über uns"));
        let mut report = Report::on("a.md");
        let clauses = fields.texts("clauses", &mut report);
        assert_eq!(&text[clauses[1].span.clone()], "DSC-2");
        assert_eq!(fields.whole("minutes", 1..=600, "a whole number", &mut report), Some(6));
    }

    #[test]
    fn a_date_stays_the_text_it_is() {
        let (fields, _) = fields("---\nreview_by: 2027-05-01\nversion: \"2026-11\"\n---\n");
        let mut report = Report::on("a.md");
        assert_eq!(fields.date("review_by", &mut report).as_deref(), Some("2027-05-01"));
        assert_eq!(fields.text("version", &mut report).expect("version").value, "2026-11");
    }

    #[test]
    fn front_matter_without_end_takes_the_whole_page() {
        let mut report = Report::on("a.md");
        let found = read("---\ntitle: x\n", &mut report);
        assert_eq!(found.body_start, 13);
        assert_eq!(report.into_diagnostics()[0].mistake, Mistake::UnclosedFrontMatter);
    }
}
