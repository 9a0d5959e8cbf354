//! The Leptos app: takes over a page of the site where it has something to say.
//!
//! Every page is complete without it. The app finds its places by attribute (see
//! `course::page`), and mounts a component in each; all of them share one [`Study`].

#[cfg(feature = "every-page")]
mod book;
mod components;
mod lesson_files;
#[cfg(feature = "every-page")]
mod lms;
#[cfg(feature = "every-page")]
mod lrs;
mod pages;
mod preferences;
#[cfg(feature = "every-page")]
mod room;
mod study;

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use crate::browser::{fetch, intl, page};
use crate::course::outline::{LessonFile, Outline};
#[cfg(feature = "every-page")]
use crate::course::slides::SlidesFile;
use study::Study;

/// Starts the app on this page. Fails where the course's files cannot be loaded.
#[wasm_bindgen]
pub async fn start() -> Result<(), JsValue> {
    console_error_panic_hook::set_once();
    #[cfg_attr(not(feature = "every-page"), expect(unused_mut, reason = "an LMS may change its pass mark"))]
    let mut outline: Outline = load("outline").await?;
    #[cfg(feature = "every-page")]
    lms::take_over(&mut outline).await;
    let lesson: Option<LessonFile> = match page::data("lessonFile") {
        Some(_) => Some(load("lessonFile").await?),
        None => None,
    };
    #[cfg(feature = "every-page")]
    let slides: SlidesFile = match page::data("page").as_deref() {
        Some("presenter" | "projector") => load("slides").await?,
        _ => SlidesFile::default(),
    };
    let owner = Owner::new();
    owner.with(|| {
        let study = Study::open(Arc::new(outline));
        provide_context(study.clone());
        study.follow_other_tabs();
        study.follow_returns();
        study.pack_old_events_later();
        write_dates();
        components::save_state::mount();
        components::announcer::mount();
        components::states::mount(&study);
        #[cfg(feature = "every-page")]
        lrs::start(&study);
        match (page::data("page").as_deref(), lesson) {
            (Some("lesson"), lesson) => pages::lesson::mount(&study, lesson.unwrap_or_default()),
            #[cfg(feature = "every-page")]
            (Some(name), _) => mount_page(name, &study, &slides),
            _ => {}
        }
        #[cfg(feature = "every-page")]
        lms::follow(&study);
    });
    // The app lives as long as its page.
    std::mem::forget(owner);
    Ok(())
}

/// Reads a lesson aloud: a tool that a lesson's page loads when it is wanted.
#[cfg(feature = "every-page")]
#[wasm_bindgen]
pub fn read_aloud() {
    mount_at("read-aloud", || view! { <components::read_aloud::ReadAloud /> });
}

/// Explains the terms of a lesson: a tool that a lesson's page loads when it is wanted.
#[cfg(feature = "every-page")]
#[wasm_bindgen]
pub fn explain_terms() {
    components::term_popover::mount();
}

/// Marks the words by which search led to a lesson.
#[cfg(feature = "every-page")]
#[wasm_bindgen]
pub fn mark_found_words() {
    components::found_words::mount();
}

/// Fills a page that is no lesson.
#[cfg(feature = "every-page")]
fn mount_page(name: &str, study: &Study, slides: &SlidesFile) {
    components::states::mount_modules(study);
    components::acknowledgement_line::mount();
    components::term_popover::mount();
    components::found_words::mount();
    match name {
        "home" => pages::home::mount(),
        "assign" => pages::assign::mount(study),
        "progress" => pages::progress::mount(),
        "pretest" => pages::pretest::mount(),
        "practice" => pages::practice::mount(),
        "recall" => pages::recall::mount(),
        "my-answers" => pages::my_answers::mount(),
        "assigned" => pages::assigned::mount(),
        "certificate" => pages::certificate::mount(),
        "my-data" => pages::my_data::mount(),
        "policy" => pages::policy::mount(study),
        "notes" => pages::notes::mount(),
        "preferences" => pages::preferences::mount(),
        "present" => pages::present::mount(study),
        "records" => pages::records::mount(study),
        "search" => pages::search::mount(),
        "presenter" => pages::presenter::mount(slides, &study.outline.id),
        "projector" => pages::projector::mount(slides, &study.outline.id),
        _ => {}
    }
}

/// The room whose window this page is.
#[cfg(feature = "every-page")]
fn use_live() -> room::Live {
    expect_context::<room::Live>()
}

/// Loads the JSON file that the page names in this `data-` attribute.
async fn load<T: serde::de::DeserializeOwned>(name: &str) -> Result<T, JsValue> {
    let address = page::data(name).unwrap_or_default();
    let text =
        fetch::text(&address).await.map_err(|error| JsValue::from_str(&format!("{address}: {error:?}")))?;
    serde_json::from_str(&text).map_err(|error| JsValue::from_str(&format!("{address}: {error}")))
}

/// Puts a component into an element, whose content it replaces.
fn mount_in<V: IntoView>(element: web_sys::HtmlElement, view: impl FnOnce() -> V + 'static) {
    page::clear(&element);
    leptos::mount::mount_to(element, view).forget();
}

/// Puts a component into the place with this name, if the page has it.
fn mount_at<V: IntoView>(name: &str, view: impl FnOnce() -> V + 'static) {
    if let Some(element) = page::first(&format!("[data-mount=\"{name}\"]")) {
        mount_in(element, view);
    }
}

/// Writes the page's dates as its language does.
fn write_dates() {
    for element in page::all("time[datetime]") {
        let written = element.get_attribute("datetime").and_then(|date| intl::written_day(&date));
        if let Some(date) = written {
            element.set_text_content(Some(&date));
        }
    }
}
