//! What every page has: head, header, footer, and the card for an app that cannot start.

use maud::{Markup, PreEscaped, html};

use super::FileNames;
use crate::course::model::{Course, Html};
use crate::course::render::escape;
use crate::words::EN;

/// What pages are made from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    pub course: &'a Course,
    pub names: &'a FileNames,
    pub template: &'a str,
}

/// A page before it is in its shell.
#[derive(Debug)]
pub struct Content<'a> {
    /// The kind of page, as `data-page` tells the app.
    pub page: &'static str,
    pub title: &'a str,
    /// From the page to the site's root.
    pub root: &'a str,
    /// The lesson, on its page.
    pub lesson: Option<&'a str>,
    /// Without the site's header and footer: all of the window is the page's own.
    pub bare: bool,
    pub main: Markup,
}

/// Prose that `course` rendered.
pub fn prose(html: &Html) -> PreEscaped<&str> {
    PreEscaped(&html.0)
}

impl Site<'_> {
    /// A whole page.
    pub fn page(&self, content: Content) -> String {
        let settings = &self.course.settings;
        let title = match content.page {
            "home" => settings.title.clone(),
            _ => format!("{} · {}", content.title, settings.title),
        };
        let slots = [
            ("{lang}", escape(&settings.language)),
            ("{root}", escape(content.root)),
            ("{page}", content.page.to_owned()),
            ("{title}", escape(&title)),
            ("{connect}", self.connect()),
            ("{style}", self.names.style.clone()),
            ("{preferences}", self.names.preferences.clone()),
            ("{data}", self.data(&content)),
            ("{head}", self.head(&content).into_string()),
            ("{body}", self.body(&content).into_string()),
        ];
        fill(self.template, &slots)
    }

    /// The origin of the company's LRS, the only other one to which a page may talk.
    fn connect(&self) -> String {
        let lrs = self.course.settings.lrs.as_ref();
        lrs.map(|lrs| format!(" {}", escape(lrs.origin()))).unwrap_or_default()
    }

    /// The script and the WebAssembly with which a page starts. What sends statements is not in
    /// the small module of lessons.
    fn modules(&self, content: &Content) -> (&str, &str) {
        match content.lesson.filter(|_| self.course.settings.lrs.is_none()) {
            Some(_) => (&self.names.lesson_app, &self.names.lesson_wasm),
            None => (&self.names.app, &self.names.wasm),
        }
    }

    /// What the app needs to know first, as attributes of the root element.
    fn data(&self, content: &Content) -> String {
        let names = self.names;
        let (app, wasm) = self.modules(content);
        let mut data = format!(
            " data-app=\"{}\" data-wasm=\"{}\" data-outline=\"{}\"",
            escape(app),
            escape(wasm),
            escape(&names.outline)
        );
        if let Some(file) = names.policy.as_ref().filter(|_| content.page == "policy" || names.in_lms) {
            data.push_str(&format!(" data-policy=\"{}\"", escape(file)));
        }
        if let Some(file) = names.glossary.as_ref().filter(|_| content.page != "glossary") {
            data.push_str(&format!(" data-glossary=\"{}\"", escape(file)));
        }
        // No other page loads it.
        if content.page == "search" {
            data.push_str(&format!(" data-search=\"{}\"", escape(&names.search)));
        }
        if matches!(content.page, "present" | "presenter" | "projector") {
            data.push_str(&format!(" data-slides=\"{}\"", escape(&names.slides)));
        }
        // The audience's page does not know where they are.
        if let Some(file) = names.notes.as_ref().filter(|_| content.page == "presenter") {
            data.push_str(&format!(" data-notes=\"{}\"", escape(file)));
        }
        if let Some(lrs) = self.course.settings.lrs.as_ref().and_then(|lrs| serde_json::to_string(lrs).ok()) {
            data.push_str(&format!(" data-lrs=\"{}\"", escape(&lrs)));
        }
        let contact = self.course.settings.contact.as_ref();
        if let Some(contact) = contact.filter(|_| content.page == "certificate") {
            data.push_str(&format!(" data-issuer=\"{}\"", escape(&contact.name)));
        }
        let email = contact.and_then(|contact| contact.email.as_ref());
        if let Some(email) = email.filter(|_| content.page == "assigned") {
            data.push_str(&format!(" data-contact-email=\"{}\"", escape(email)));
        }
        if let Some(lesson) = content.lesson {
            let (tools, wasm) = (escape(&names.app), escape(&names.wasm));
            data.push_str(&format!(" data-tools=\"{tools}\" data-tools-wasm=\"{wasm}\""));
            data.push_str(&format!(" data-lesson=\"{}\"", escape(lesson)));
            if let Some(file) = names.lessons.get(lesson) {
                data.push_str(&format!(" data-lesson-file=\"{}\"", escape(file)));
            }
        }
        data
    }

    fn head(&self, content: &Content) -> Markup {
        let (names, root) = (self.names, content.root);
        html! {
            link rel="modulepreload" href={ (root) (self.modules(content).0) };
            script type="module" src={ (root) (names.boot) } {}
            @if matches!(content.page, "assign" | "assigned" | "present" | "presenter" | "projector" | "records") {
                link rel="stylesheet" href={ (root) (names.room_style) };
            }
            @for script in &names.scripts {
                script type="module" src={ (root) (script) } {}
            }
        }
    }

    fn body(&self, content: &Content) -> Markup {
        html! {
            @if !content.bare { (self.header(content)) }
            main #content tabindex="-1" { (content.main) }
            @if !content.bare { (self.footer()) }
            template #cannot-start {
                div.card.warning role="alert" {
                    p { strong { (EN.site.cannot_start_title) } }
                    p { (EN.site.cannot_start) }
                    p { button type="button" { (EN.site.reload) } }
                }
            }
            template #slow { p.card role="status" { (EN.site.slow) } }
        }
    }

    fn header(&self, content: &Content) -> Markup {
        html! {
            a.skip href="#content" { (EN.site.skip_to_content) }
            header.site {
                a.brand href={ (content.root) "index.html" } { (self.course.settings.title) }
                nav aria-label=(EN.site.navigation) {
                    ul {
                        @for (page, address, words) in self.navigation() {
                            li { a href={ (content.root) (address) } aria-current=[(page == content.page).then_some("page")] { (words) } }
                        }
                    }
                }
                // Around a package, the page that the LMS opens says it.
                @if !self.names.in_lms { div data-mount="save-state" {} }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! {
            footer.site {
                @if let Some(contact) = &self.course.settings.contact {
                    p {
                        (EN.site.questions_to) " "
                        @if let Some(email) = &contact.email {
                            a href={ "mailto:" (email) } { (contact.name) }
                        } @else { (contact.name) }
                    }
                }
                p { (EN.home.voluntary) }
            }
        }
    }

    fn navigation(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let mut pages = vec![("home", "index.html", EN.site.home)];
        if self.course.policy.is_some() {
            pages.push(("policy", "policy.html", EN.site.policy));
        }
        if self.course.glossary.is_some() {
            pages.push(("glossary", "glossary.html", EN.site.glossary));
        }
        pages.push(("search", "search.html", EN.search.title));
        pages.push(("progress", "progress.html", EN.site.progress));
        if !self.names.in_lms {
            pages.push(("my-data", "my-data.html", EN.site.my_data));
        }
        pages.push(("preferences", "preferences.html", EN.preferences.title));
        pages
    }
}

/// Fills the slots of a template in one pass, so that a filled text is never a slot.
fn fill(template: &str, slots: &[(&str, String)]) -> String {
    let mut page =
        String::with_capacity(template.len() + slots.iter().map(|(_, text)| text.len()).sum::<usize>());
    let mut rest = template;
    while let Some(at) = rest.find('{') {
        page.push_str(&rest[..at]);
        rest = &rest[at..];
        match slots.iter().find(|(slot, _)| rest.starts_with(slot)) {
            Some((slot, text)) => {
                page.push_str(text);
                rest = &rest[slot.len()..];
            }
            None => {
                page.push('{');
                rest = &rest[1..];
            }
        }
    }
    page.push_str(rest);
    page
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_filled_text_is_never_a_slot() {
        let slots = [("{a}", "{b}".to_owned()), ("{b}", "x".to_owned())];
        assert_eq!(fill("<{a}{b}{c}>", &slots), "<{b}x{c}>");
    }
}
