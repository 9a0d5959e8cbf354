//! Fields of the form: what is typed is in the draft at once.

use leptos::prelude::*;

use super::Desk;
use crate::records::draft::Draft;

/// A part of the draft that is typed.
pub type Typed = fn(&mut Draft) -> &mut String;

/// A line of text.
#[component]
pub fn Field(
    desk: Desk,
    id: &'static str,
    label: &'static str,
    #[prop(default = String::new())] hint: String,
    #[prop(default = "text")] kind: &'static str,
    /// Few letters or digits.
    #[prop(default = false)]
    is_short: bool,
    typed: Typed,
) -> impl IntoView {
    let value = Memo::new(move |_| desk.draft.with(|draft| typed(&mut draft.clone()).clone()));
    let described = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let hint = (!hint.is_empty()).then(|| view! { <span id=described.clone() class="soft">{hint}</span> });
    view! {
        <p class="field" class:short=is_short>
            <label for=id>{label}</label>
            <input
                type=kind
                id=id
                maxlength=if is_short { "10" } else { "100" }
                inputmode=(is_short && kind == "text").then_some("numeric")
                autocomplete="off"
                aria-describedby=described
                prop:value=value
                on:input=move |event| desk.change(|draft| *typed(draft) = event_target_value(&event))
            />
            {hint}
        </p>
    }
}

/// One of several ways, and what it asks for.
#[component]
pub fn Way<T, V, F>(
    desk: Desk,
    name: &'static str,
    label: &'static str,
    way: T,
    chosen: fn(&mut Draft) -> &mut T,
    more: F,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
    V: IntoView + 'static,
    F: Fn() -> V + Send + Sync + 'static,
{
    let is_chosen = Memo::new(move |_| desk.draft.with(|draft| *chosen(&mut draft.clone()) == way));
    view! {
        <label class="way">
            <input
                type="radio"
                name=name
                prop:checked=is_chosen
                on:change=move |_| desk.change(|draft| *chosen(draft) = way)
            />
            <span>{label}</span>
        </label>
        {move || is_chosen.get().then(|| view! { <div class="asked">{more()}</div> })}
    }
}
