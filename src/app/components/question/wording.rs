//! What a question asks: its heading, its situation, its draft.

use leptos::prelude::*;

use super::answering::title_id;
use crate::app::components::post_card::PostCard;
use crate::course::model::{Html, Question};
use crate::words::draft_caption;

/// The question in its own words. The heading can take the focus.
pub fn view(question: &Question, level: u32, remark: Option<&'static str>) -> AnyView {
    let prompt = (!question.prompt.is_empty())
        .then(|| view! { <div class="prose" inner_html=question.prompt.0.clone()></div> });
    let draft = question.draft.clone().map(|draft| draft_card(question, draft));
    view! {
        <div class="asked">
            {heading(question, level)}
            {remark.map(|remark| view! { <p class="facts">{remark}</p> })}
            {prompt}
            {draft}
        </div>
    }
    .into_any()
}

fn heading(question: &Question, level: u32) -> AnyView {
    let (id, title) = (title_id(question), question.title.clone());
    match level {
        2 => view! { <h2 id=id tabindex="-1">{title}</h2> }.into_any(),
        3 => view! { <h3 id=id tabindex="-1">{title}</h3> }.into_any(),
        _ => view! { <h4 id=id tabindex="-1">{title}</h4> }.into_any(),
    }
}

fn draft_card(question: &Question, draft: Html) -> impl IntoView + use<> {
    let caption = draft_caption(question.platform.as_deref());
    view! { <PostCard caption=caption text=draft /> }
}
