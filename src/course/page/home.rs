//! The pages around the lessons: home, a module, my progress, my data, not found.

use maud::{Markup, html};

use super::shell::{Content, Site, prose};
use crate::course::model::{Lesson, Module};
use crate::course::read::lesson_address;
use crate::words::EN;

/// The home page: what the course is, its modules, where to go on.
pub fn home(site: &Site) -> String {
    let course = site.course;
    let minutes: u32 = course.core_lessons().map(|(_, lesson)| lesson.minutes).sum();
    let lessons = course.core_lessons().count();
    let main = html! {
        h1 { (course.settings.title) }
        @let lead = match &course.settings.lrs {
            _ if site.names.in_lms => EN.lms.lead,
            Some(_) => EN.lrs.home_lead,
            None => EN.home.lead,
        };
        p.lead { (lead(lessons, &(EN.home.minutes)(&minutes.to_string()))) }
        div.go-on data-mount="continue" {
            @if let Some((module, lesson)) = course.core_lessons().next().or_else(|| course.lessons().next()) {
                p { a.button href=(lesson_address(&module.id, &lesson.id)) { (EN.home.start) } }
            }
        }
        @if course.policy.is_some() { div data-mount="acknowledgement" {} }
        h2 { (EN.home.modules) }
        @for module in &course.modules { (module_card(module)) }
        @if !site.names.in_lms {
            p.soft { (EN.setup.for_trainers) " " a href="present.html" { (EN.setup.link) } }
            p.soft {
                (EN.assign.for_hr) " " a href="assign.html" { (EN.assign.link_here) }
                " · " a href="records.html" { (EN.assign.records) }
            }
        }
    };
    site.page(Content {
        page: "home",
        title: &course.settings.title,
        root: "",
        lesson: None,
        bare: false,
        main,
    })
}

fn module_card(module: &Module) -> Markup {
    html! {
        section.module aria-labelledby={ "module-" (module.id) } {
            h3 id={ "module-" (module.id) } {
                a href={ (crate::course::target::in_address(&module.id)) "/index.html" } { (module.title) }
            }
            // One lesson says for itself how long it is.
            @if module.lessons.len() != 1 { (module_facts(module)) }
            @if module.choose_any {
                details { summary { (EN.home.show_lessons) } (lesson_list(module, "")) }
            } @else { (lesson_list(module, "")) }
        }
    }
}

fn module_facts(module: &Module) -> Markup {
    let minutes: u32 = module.lessons.iter().map(|lesson| lesson.minutes).sum();
    html! {
        p.facts {
            span { ((EN.home.lessons)(module.lessons.len())) }
            span { ((EN.home.minutes)(&minutes.to_string())) }
            @if module.choose_any { span { (EN.home.choose_any) } }
            span data-module-state=(module.id) {}
        }
    }
}

fn lesson_list(module: &Module, root: &str) -> Markup {
    html! {
        ol.lessons {
            @for lesson in &module.lessons { (lesson_line(module, lesson, root)) }
        }
    }
}

fn lesson_line(module: &Module, lesson: &Lesson, root: &str) -> Markup {
    html! {
        li {
            a href={ (root) (lesson_address(&module.id, &lesson.id)) } { (lesson.title) }
            span.facts {
                span { ((EN.home.minutes)(&lesson.minutes.to_string())) }
                span data-lesson-state=(lesson.id) {}
            }
        }
    }
}

/// A module's own page.
pub fn module(site: &Site, module: &Module) -> String {
    let main = html! {
        nav.trail { a href="../index.html" { (EN.site.home) } }
        h1 { (module.title) }
        (module_facts(module))
        div.test-out data-test-out=(module.id) {}
        div.prose { (prose(&module.introduction)) }
        section.module { (lesson_list(module, "../")) }
    };
    site.page(Content { page: "module", title: &module.title, root: "../", lesson: None, bare: false, main })
}

/// My progress: all of it is the app's.
pub fn progress(site: &Site) -> String {
    app_page(site, "progress", EN.progress.title)
}

/// Questions outside their lessons: all of it is the app's.
pub fn sessions(site: &Site) -> [(String, String); 3] {
    let page = |name, title| (format!("{name}.html"), app_page(site, name, title));
    [page("pretest", EN.pretest.title), page("practice", EN.practice.title), page("recall", EN.recall.title)]
}

/// My data: all of it is the app's.
pub fn my_data(site: &Site) -> String {
    app_page(site, "my-data", EN.my_data.title)
}

/// Assigned to me: all of it is the app's.
pub fn assigned(site: &Site) -> String {
    app_page(site, "assigned", EN.assigned.title)
}

/// My answers: all of it is the app's.
pub fn my_answers(site: &Site) -> String {
    app_page(site, "my-answers", EN.answers.title)
}

/// The certificate: all of it is the app's.
pub fn certificate(site: &Site) -> String {
    app_page(site, "certificate", EN.certificate.title)
}

/// My notes and bookmarks: all of it is the app's.
pub fn notes(site: &Site) -> String {
    app_page(site, "notes", EN.notes.page_title)
}

/// Preferences: all of it is the app's.
pub fn preferences(site: &Site) -> String {
    app_page(site, "preferences", EN.preferences.title)
}

/// Records: all of it is the app's.
pub fn records(site: &Site) -> String {
    app_page(site, "records", EN.records.title)
}

/// Where HR assigns: all of it is the app's.
pub fn assign(site: &Site) -> String {
    app_page(site, "assign", EN.assign.title)
}

/// A page of which all is the app's.
pub fn app_page(site: &Site, page: &'static str, title: &str) -> String {
    let main = html! {
        h1 { (title) }
        div data-mount=(page) {
            noscript { p { (EN.site.needs_javascript) } }
        }
    };
    site.page(Content { page, title, root: "", lesson: None, bare: false, main })
}

/// The page of an address that does not exist. It is shown at any depth, so it
/// must know where the site's root is.
pub fn not_found(site: &Site, base: &str) -> String {
    let main = html! {
        h1 { (EN.site.not_found_title) }
        p { (EN.site.not_found) }
        p { a.button href={ (base) "index.html" } { (EN.site.to_home) } }
    };
    site.page(Content {
        page: "not-found",
        title: EN.site.not_found_title,
        root: base,
        lesson: None,
        bare: false,
        main,
    })
}
