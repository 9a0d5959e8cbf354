//! What is printed, as it comes out of a printer.

use base64::prelude::{BASE64_STANDARD, Engine};
use pdf_extract::{Document, ObjectId, extract_text_from_mem_by_pages};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use super::screen::Screen;

/// A page whose style says nothing of its size is A4; in inches.
const A4: (f64, f64) = (8.27, 11.69);

/// A sheet of paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its letters without blanks: on paper, words are apart because they stand apart.
    letters: String,
    /// Width and height in millimetres.
    pub size: (u32, u32),
}

impl Sheet {
    pub fn says(&self, words: &str) -> bool {
        self.times(words) > 0
    }

    /// How often it says this.
    pub fn times(&self, words: &str) -> usize {
        self.letters.matches(&letters(words)).count()
    }

    pub fn begins_with(&self, words: &str) -> bool {
        self.letters.starts_with(&letters(words))
    }

    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }
}

impl Screen {
    /// The sheets that come out for the page that is open.
    pub fn print(&self) -> Vec<Sheet> {
        let (width, height) = A4;
        let given = json!({ "preferCSSPageSize": true, "paperWidth": width, "paperHeight": height });
        let printed = self.devtools("Page.printToPDF", given);
        let bytes = BASE64_STANDARD.decode(printed["data"].as_str().expect("a PDF")).expect("base64");
        let paper = Document::load_mem(&bytes).expect("a PDF");
        let texts = extract_text_from_mem_by_pages(&bytes).expect("the text of the pages");
        let sizes = paper.get_pages().into_values().map(|page| size(&paper, page));
        let sheets = texts.iter().zip(sizes);
        sheets.map(|(text, size)| Sheet { letters: letters(text), size }).collect()
    }
}

fn size(paper: &Document, page: ObjectId) -> (u32, u32) {
    let page = paper.get_dictionary(page).expect("a page");
    let size = page.get(b"MediaBox").and_then(|size| size.as_array()).expect("the size of a page");
    let millimetres = |index: usize| (size[index].as_float().expect("points") * 25.4 / 72.0).round() as u32;
    (millimetres(2), millimetres(3))
}

/// Letters that are printed as one, as ff is, are two all the same.
fn letters(text: &str) -> String {
    text.nfkc().filter(|letter| !letter.is_whitespace()).collect()
}
