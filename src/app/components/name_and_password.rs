//! A name and a password for the company's LRS: nothing of them is remembered by the browser.

use leptos::prelude::*;

use crate::words::EN;

/// Two fields of a form.
#[component]
pub fn NameAndPassword(user: RwSignal<String>, password: RwSignal<String>) -> impl IntoView {
    view! {
        <p>
            <label>
                {EN.lrs.user} " " <input type="text" required autocomplete="off" bind:value=user />
            </label>
        </p>
        <p>
            <label>
                {EN.lrs.password} " "
                <input type="password" required autocomplete="off" bind:value=password />
            </label>
        </p>
    }
}
