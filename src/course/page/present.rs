//! The pages with which a trainer projects the course: all of them is the app's.

use maud::html;

use super::home::app_page;
use super::shell::{Content, Site};
use crate::words::EN;

/// The page where a workshop is planned, and its two windows.
pub fn pages(site: &Site) -> [(String, String); 3] {
    let words = EN.present;
    [
        ("present.html".to_owned(), app_page(site, "present", words.title)),
        ("presenter.html".to_owned(), window(site, "presenter", words.presenter)),
        ("projector.html".to_owned(), window(site, "projector", words.projector)),
    ]
}

/// A page that is all slides.
fn window(site: &Site, page: &'static str, title: &str) -> String {
    let main = html! {
        div data-mount=(page) {
            noscript { p { (EN.site.needs_javascript) } }
        }
    };
    site.page(Content { page, title, root: "", lesson: None, bare: true, main })
}
