//! Words with their changes marked: for eyes by line and ground, for ears by words.

use leptos::prelude::*;

use crate::learning::acknowledgement::{Change, Part};
use crate::words::EN;

/// One line of a comparison.
pub fn marked_line(parts: Vec<Part>) -> impl IntoView {
    let changes: Vec<Change> = parts.iter().map(|part| part.change).collect();
    let is_end = |index: usize| match changes[index] {
        Change::Kept => false,
        Change::Added => true,
        Change::Removed => changes.get(index + 1) != Some(&Change::Added),
    };
    parts
        .into_iter()
        .enumerate()
        .map(|(index, part)| view! { {(index > 0).then_some(" ")}{marked_part(part, is_end(index))} })
        .collect::<Vec<_>>()
}

fn marked_part(part: Part, is_end: bool) -> AnyView {
    let words = &EN.acknowledgement;
    let aside = |words: &'static str| view! { <span class="visually-hidden">" "{words}" "</span> };
    let end = is_end.then(|| aside(words.end));
    match part.change {
        Change::Kept => part.words.into_any(),
        Change::Removed => view! { <del>{aside(words.removed)}{part.words}{end}</del> }.into_any(),
        Change::Added => view! { <ins>{aside(words.added)}{part.words}{end}</ins> }.into_any(),
    }
}
