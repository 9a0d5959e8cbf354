//! Which modules are assigned.

use leptos::prelude::*;

use super::Desk;
use super::fields::Way;
use crate::browser::intl;
use crate::course::outline::{OutlineLesson, OutlineModule};
use crate::words::EN;

#[component]
pub fn Modules(desk: Desk) -> impl IntoView {
    let words = EN.assign.what;
    view! {
        <fieldset class="assign">
            <legend>{words.legend}</legend>
            <Way desk=desk name="what" label=words.whole way=false chosen=|draft| &mut draft.is_part more=|| () />
            <Way
                desk=desk
                name="what"
                label=words.part
                way=true
                chosen=|draft| &mut draft.is_part
                more=move || view! { <Chosen desk=desk /> }
            />
        </fieldset>
    }
}

#[component]
fn Chosen(desk: Desk) -> impl IntoView {
    let words = EN.assign.what;
    let modules = desk.outline.with_value(|outline| outline.modules.clone());
    let lengths: Vec<_> = modules.iter().map(|module| (module.id.clone(), minutes(module))).collect();
    let total = Memo::new(move |_| {
        let is_chosen = |(id, _): &&(String, u32)| desk.draft.with(|draft| draft.modules.contains(id));
        lengths.iter().filter(is_chosen).map(|(_, minutes)| minutes).sum::<u32>()
    });
    let rows: Vec<_> = modules.into_iter().map(|module| view! { <Row desk=desk module=module /> }).collect();
    view! {
        <p class="soft">{words.some_hint}</p>
        <table>
            <thead>
                <tr>
                    <th scope="col">{words.module}</th>
                    <th scope="col" class="right">{words.minutes}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p role="status" class="right">{move || (words.total)(&intl::number(total.get() as usize))}</p>
    }
}

#[component]
fn Row(desk: Desk, module: OutlineModule) -> impl IntoView {
    let minutes = minutes(&module);
    let id = StoredValue::new(module.id);
    let is_chosen =
        Memo::new(move |_| desk.draft.with(|draft| id.with_value(|id| draft.modules.contains(id))));
    let toggle = move |_| {
        let (id, course) = (id.get_value(), desk.outline.get_value());
        desk.change(|draft| {
            let mut chosen = std::mem::take(&mut draft.modules);
            match chosen.iter().position(|known| *known == id) {
                Some(at) => drop(chosen.remove(at)),
                None => chosen.push(id),
            }
            // In the order of the course, without what it no longer has.
            let ids = course.modules.iter().map(|module| module.id.clone());
            draft.modules = ids.filter(|id| chosen.contains(id)).collect();
        });
    };
    view! {
        <tr>
            <th scope="row">
                <label class="way">
                    <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                    <span>{module.title}</span>
                </label>
            </th>
            <td class="right">{intl::number(minutes as usize)}</td>
        </tr>
    }
}

/// How long a module takes.
pub fn minutes(module: &OutlineModule) -> u32 {
    module.lessons.iter().map(|lesson: &OutlineLesson| lesson.minutes).sum()
}
