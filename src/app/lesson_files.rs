//! The questions of lessons other than the page's own, loaded when they are asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::app::study::Study;
use crate::browser::fetch;
use crate::course::model::Question;
use crate::course::outline::LessonFile;

thread_local! {
    static LOADED: RefCell<BTreeMap<String, Rc<LessonFile>>> = const { RefCell::new(BTreeMap::new()) };
}

/// A question and its variants. None where its file cannot be loaded, or does not hold it.
pub async fn family(study: &Study, lesson: &str, question: &str) -> Option<Vec<Question>> {
    let file = lesson_file(study, lesson).await?;
    let is_part = |known: &&Question| known.id == question || known.variant_of.as_deref() == Some(question);
    let family: Vec<Question> = file.questions.iter().filter(is_part).cloned().collect();
    Some(family).filter(|family| family.first().is_some_and(|first| first.id == question))
}

/// The questions of a lesson, where they are loaded already.
pub fn loaded(study: &Study, lesson: &str) -> Option<Rc<LessonFile>> {
    let address = &study.outline.lesson(lesson)?.file;
    LOADED.with_borrow(|loaded| loaded.get(address).cloned())
}

/// The questions of a lesson. None where they cannot be loaded.
pub async fn lesson_file(study: &Study, lesson: &str) -> Option<Rc<LessonFile>> {
    if let Some(known) = loaded(study, lesson) {
        return Some(known);
    }
    let address = study.outline.lesson(lesson)?.file.clone();
    let text = fetch::text(&address).await.ok()?;
    let file: Rc<LessonFile> = Rc::new(serde_json::from_str(&text).ok()?);
    LOADED.with_borrow_mut(|loaded| loaded.insert(address, file.clone()));
    Some(file)
}
