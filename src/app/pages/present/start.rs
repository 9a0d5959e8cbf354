//! Three ways to begin, a link that holds the plan, and what can be printed.

use leptos::html::Input;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Setup;
use crate::browser::{address, clipboard, page};
use crate::words::{EN, Way};

impl Setup {
    /// The address of a window of this page's room.
    fn window(self, page: &str, more: &str) -> String {
        let session = self.session.with_value(|session| address::encoded(session));
        page::from_root(&format!("{page}#session={session}{more}&{}", self.link()))
    }
}

#[component]
pub fn Start(setup: Setup) -> impl IntoView {
    let is_planned = Memo::new(move |_| setup.plan.with(|plan| !plan.modules.is_empty()));
    let planned = move || match is_planned.get() {
        true => view! { <Ways setup=setup /> <PlanLink setup=setup /> <Print setup=setup /> }.into_any(),
        false => view! { <p>{EN.setup.nothing_chosen}</p> }.into_any(),
    };
    view! {
        <h2>{EN.setup.start}</h2>
        {planned}
    }
}

#[component]
fn Ways(setup: Setup) -> impl IntoView {
    let way = move |way: Way, class: &'static str, page: &'static str, more: &'static str| {
        view! {
            <li>
                <a class=class href=move || setup.window(page, more)>{way.name}</a>
                <p>{way.when}</p>
            </li>
        }
    };
    view! {
        <ul class="starts">
            {way(EN.setup.two_screens, "button", "presenter.html", "")}
            {way(EN.setup.one_screen, "button quiet", "presenter.html", "&screen=one")}
            {way(EN.setup.projector_only, "button quiet", "projector.html", "")}
        </ul>
    }
}

#[component]
fn PlanLink(setup: Setup) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let is_copied = RwSignal::new(None::<bool>);
    let link = Memo::new(move |_| format!("{}#{}", page::absolute("present.html"), setup.link()));
    Effect::new(move |_| {
        link.track();
        is_copied.set(None);
    });
    let select = move || {
        if let Some(field) = field.get_untracked() {
            field.select();
        }
    };
    let copy = move |_| {
        is_copied.set(None);
        let text = link.get_untracked();
        spawn_local(async move {
            let copied = clipboard::copy(&text).await;
            if !copied {
                select();
            }
            is_copied.set(Some(copied));
        });
    };
    let said =
        move || is_copied.get().map(|copied| if copied { EN.setup.copied } else { EN.setup.not_copied });
    view! {
        <h2 id="plan-link">{EN.setup.plan_link}</h2>
        <p class="soft">{EN.setup.plan_link_text}</p>
        <div class="inline plan-link">
            <input
                type="text"
                readonly
                aria-labelledby="plan-link"
                node_ref=field
                prop:value=link
                on:focus=move |_| select()
            />
            <button type="button" class="quiet" on:click=copy>{EN.setup.copy}</button>
            <span role="status">{said}</span>
        </div>
    }
}

#[component]
fn Print(setup: Setup) -> impl IntoView {
    let slides = move || setup.window("projector.html", "&print=slides");
    let notes = move || setup.window("presenter.html", "&print=notes");
    view! {
        <h2>{EN.setup.print}</h2>
        <ul class="ways">
            <li><a href=slides>{EN.setup.print_slides}</a></li>
            <li><a href=notes>{EN.setup.print_notes}</a></li>
        </ul>
        <p class="soft">{EN.setup.print_text}</p>
    }
}
