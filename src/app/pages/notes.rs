//! My notes and bookmarks: every lesson that has one.

use leptos::prelude::*;

use crate::app::mount_at;
use crate::app::study::use_study;
use crate::browser::page;
use crate::learning::notes::joined;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("notes", || view! { <NotesList /> });
}

/// What a lesson has.
#[derive(Debug, Clone, PartialEq)]
struct Marked {
    title: String,
    module: String,
    /// None where the lesson is no longer in the course.
    address: Option<String>,
    bookmarked: bool,
    note: String,
}

#[component]
fn NotesList() -> impl IntoView {
    let study = use_study();
    let outline = study.outline.clone();
    let marked = Memo::new(move |_| {
        study.progress.with(|progress| {
            let of = |id: &str| (progress.has_bookmark(id), joined(progress, id));
            let mut gone = progress.noted_or_bookmarked();
            let mut marked = Vec::new();
            for module in &outline.modules {
                for lesson in module.lessons.iter().filter(|lesson| gone.remove(lesson.id.as_str())) {
                    let (bookmarked, note) = of(&lesson.id);
                    let (title, module) = (lesson.title.clone(), module.title.clone());
                    marked.push(Marked {
                        title,
                        module,
                        address: Some(lesson.address.clone()),
                        bookmarked,
                        note,
                    });
                }
            }
            marked.extend(gone.into_iter().map(|id| {
                let (bookmarked, note) = of(id);
                Marked {
                    title: id.to_owned(),
                    module: EN.notes.gone.to_owned(),
                    address: None,
                    bookmarked,
                    note,
                }
            }));
            marked
        })
    });
    move || {
        let marked = marked.get();
        if marked.is_empty() {
            return view! { <p class="lead">{EN.notes.none}</p> }.into_any();
        }
        let lessons: Vec<_> = marked.into_iter().map(lesson_view).collect();
        view! {
            <p class="lead">{EN.notes.lead}</p>
            <p class="actions"><button type="button" class="quiet" on:click=|_| page::print()>{EN.notes.print}</button></p>
            {lessons}
        }
        .into_any()
    }
}

fn lesson_view(marked: Marked) -> impl IntoView {
    let Marked { title, module, address, bookmarked, note } = marked;
    let heading = match address {
        Some(address) => view! { <a href=page::from_root(&address)>{title}</a> }.into_any(),
        None => title.into_any(),
    };
    view! {
        <article class="noted">
            <h2>{heading}</h2>
            <p class="facts">
                <span>{module}</span>
                {bookmarked.then(|| view! { <span class="mark">{EN.notes.bookmarked}</span> })}
            </p>
            {(!note.is_empty()).then(|| view! { <p class="note">{note}</p> })}
        </article>
    }
}
