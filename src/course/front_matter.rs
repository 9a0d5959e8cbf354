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

/// Reads the front matter of a page, if it has one.
pub fn read(text: &str, report: &mut Report) -> FrontMatter {
    let Some(rest) = text.strip_prefix("---\n") else {
        return FrontMatter::default();
    };
    let Some(length) = closing_line(rest) else {
        report.add(0..3, Mistake::UnclosedFrontMatter);
        return FrontMatter { fields: Some(Fields::default()), body_start: text.len() };
    };
    let yaml = &rest[..length];
    let after = &rest[length..];
    let body_start = text.len() - after.find('\n').map_or(0, |at| after.len() - at - 1);
    FrontMatter { fields: Some(read_yaml(yaml, 4, report)), body_start }
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

fn read_yaml(yaml: &str, base: usize, report: &mut Report) -> Fields {
    let places = Places::of(yaml, base);
    let documents = match MarkedYaml::load_from_str(yaml) {
        Ok(documents) => documents,
        Err(error) => {
            let at = places.byte(error.marker().index());
            report.add(at..at, Mistake::BadYaml { reason: error.info().to_owned() });
            return Fields { entries: Vec::new(), span: 0..3 };
        }
    };
    match documents.first().map(|document| value(document, &places)) {
        Some(Placed { value: Value::Table(mut fields), .. }) => {
            fields.span = 0..3;
            fields
        }
        None => Fields { entries: Vec::new(), span: 0..3 },
        Some(other) => {
            let reason = "it is not a list of keys and values".to_owned();
            report.add(other.span, Mistake::BadYaml { reason });
            Fields { entries: Vec::new(), span: 0..3 }
        }
    }
}

fn value(node: &MarkedYaml, places: &Places) -> Placed<Value> {
    let span = places.span(node);
    let value = match &node.data {
        YamlData::Value(Scalar::String(text)) => Value::Text(text.to_string()),
        YamlData::Value(Scalar::Integer(number)) => Value::Whole(*number),
        // A text without quotation marks that YAML takes for something else, such as `1.0`.
        YamlData::Value(Scalar::FloatingPoint(_)) => Value::Text(places.text(&span).to_owned()),
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
