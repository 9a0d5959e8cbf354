//! My notes on a lesson: a field that saves itself.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::study::{Study, use_study};
use crate::browser::storage::Kept;
use crate::browser::{intl, page};
use crate::learning::notes::{self, Draft};
use crate::words::EN;

/// A pause this long in typing saves.
const PAUSE: Duration = Duration::from_millis(1500);

#[component]
pub fn Notes(lesson: String) -> impl IntoView {
    let writing = Writing::new(use_study(), lesson);
    page::on_leave(move || writing.save());
    page::on_hide(move || writing.save());
    let state = move || {
        let text = writing.text.get();
        if let Some(left) = notes::left(&text) {
            return (EN.notes.left)(&intl::number(left));
        }
        let words = match (writing.is_saved(), writing.study.with_value(|study| study.kept.get())) {
            _ if text.is_empty() && writing.is_saved() => EN.notes.hint,
            (false, _) => EN.notes.saves_soon,
            (true, Kept::Browser) => EN.notes.saved,
            (true, _) => EN.saving.not_saved,
        };
        words.to_owned()
    };
    view! {
        <section class="notes" aria-labelledby="notes-title">
            <h2 id="notes-title"><label for="notes">{EN.notes.title}</label></h2>
            <textarea
                id="notes"
                rows="3"
                maxlength=notes::LONGEST.to_string()
                aria-describedby="notes-state"
                prop:value=move || writing.text.get()
                on:input=move |event| writing.type_text(event_target_value(&event))
                on:blur=move |_| writing.leave()
            ></textarea>
            <p class="facts">
                <span id="notes-state">{state}</span>
                <a href=page::from_root("notes.html")>{EN.notes.all}</a>
            </p>
        </section>
    }
}

/// What is being written, and when it is saved.
#[derive(Clone, Copy)]
struct Writing {
    study: StoredValue<Study>,
    lesson: StoredValue<String>,
    /// None unless the learner has typed since the field was entered: what others write
    /// is shown then, and nothing typed is overwritten.
    draft: RwSignal<Option<Draft>>,
    text: Memo<String>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// Whether something was saved that nobody was told of.
    untold: StoredValue<bool>,
}

impl Writing {
    fn new(study: Study, lesson: String) -> Self {
        let draft = RwSignal::new(None::<Draft>);
        let progress = study.progress;
        let id = lesson.clone();
        let text = Memo::new(move |_| match draft.get() {
            Some(draft) => draft.text,
            None => progress.with(|progress| notes::joined(progress, &id)),
        });
        Self {
            study: StoredValue::new(study),
            lesson: StoredValue::new(lesson),
            draft,
            text,
            timer: StoredValue::new(None),
            untold: StoredValue::new(false),
        }
    }

    fn is_saved(self) -> bool {
        self.draft.with(|draft| draft.as_ref().is_none_or(Draft::is_saved))
    }

    fn type_text(self, text: String) {
        let had_room = self.text.with_untracked(|text| notes::left(text).is_none());
        let fresh = || {
            let progress = self.study.with_value(|study| study.progress);
            progress.with_untracked(|progress| self.lesson.with_value(|lesson| Draft::on(progress, lesson)))
        };
        self.draft.update(|draft| draft.get_or_insert_with(fresh).text = text);
        if let (true, Some(left)) = (had_room, self.text.with_untracked(|text| notes::left(text))) {
            self.study.with_value(|study| study.announce(&(EN.notes.left)(&intl::number(left))));
        }
        self.wait();
    }

    /// Saves after a pause in typing.
    fn wait(self) {
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.save(), PAUSE).ok();
        });
    }

    fn save(self) {
        let Some(what) = self.draft.with_untracked(|draft| draft.as_ref().and_then(Draft::to_record)) else {
            return;
        };
        self.untold.set_value(true);
        self.study.with_value(|study| {
            let event = study.record(what);
            let mut silent = None;
            self.draft.update(|draft| silent = draft.as_mut().and_then(|draft| draft.recorded(event)));
            // What is in this tab alone may still be lost; what it replaces stays until then.
            if let Some(silent) = silent.filter(|_| study.kept.get_untracked() == Kept::Browser) {
                study.forget(&silent);
            }
        });
    }

    /// Saves, and shows again what others write.
    fn leave(self) {
        self.save();
        self.draft.set(None);
        if self.untold.get_value() {
            self.untold.set_value(false);
            let kept = self.study.with_value(|study| study.kept.get_untracked());
            let words = if kept == Kept::Browser { EN.notes.saved } else { EN.saving.not_saved };
            self.study.with_value(|study| study.announce(words));
        }
    }
}
