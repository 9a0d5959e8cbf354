//! The page to search the course: the app looks the words up.

use maud::html;

use super::shell::{Content, Site};
use crate::words::EN;

/// The search page.
pub fn search(site: &Site) -> String {
    let main = html! {
        h1 { (EN.search.title) }
        div.search data-mount="search" {
            noscript { p { (EN.site.needs_javascript) } }
        }
    };
    site.page(Content { page: "search", title: EN.search.title, root: "", lesson: None, bare: false, main })
}
