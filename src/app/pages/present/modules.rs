//! The modules of the workshop, its breaks, and how long all of it is.

use leptos::html::Input;
use leptos::prelude::*;

use super::Setup;
use crate::browser::intl;
use crate::live::schedule::{Schedule, ScheduledModule};
use crate::words::EN;

#[component]
pub fn Modules(setup: Setup) -> impl IntoView {
    let titles = setup.titles.get_value();
    let row = |(id, title)| view! { <Row setup=setup id=id title=title /> };
    let rows: Vec<_> = titles.into_iter().map(row).collect();
    view! {
        <fieldset class="workshop">
            <legend>{EN.setup.modules}</legend>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{EN.setup.module}</th>
                        <th scope="col" class="right">{EN.setup.minutes}</th>
                        <th scope="col">{EN.setup.break_after}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </fieldset>
    }
}

#[component]
fn Row(setup: Setup, id: String, title: String) -> impl IntoView {
    let minutes = setup.minutes.with_value(|minutes| {
        minutes.iter().find(|(known, _)| *known == id).map_or(0, |(_, minutes)| *minutes)
    });
    let field = format!("break-{id}");
    let label = format!("{}: {title}", EN.setup.break_after);
    let id = StoredValue::new(id);
    let is_chosen = move || setup.plan.with(|plan| id.with_value(|id| plan.modules.contains(id)));
    let has_break = Memo::new(move |_| {
        is_chosen() && setup.plan.with(|plan| id.with_value(|id| plan.modules.last() != Some(id)))
    });
    let length = Memo::new(move |_| setup.plan.with(|plan| id.with_value(|id| plan.breaks.get(id).copied())));
    let toggle = move |_| setup.change(|choice, minutes| id.with_value(|id| choice.toggle(id, minutes)));
    let set = Callback::new(move |length: Option<u32>| {
        setup.change(|choice, minutes| id.with_value(|id| choice.set_break(id, length, minutes)));
    });
    let break_field = move || {
        let (field, label) = (field.clone(), label.clone());
        has_break.get().then(|| {
            view! {
                <label class="visually-hidden" for=field.clone()>{label}</label>
                <MinutesField id=field minutes=length set=set />
            }
        })
    };
    view! {
        <tr>
            <th scope="row">
                <label>
                    <input type="checkbox" prop:checked=is_chosen on:change=toggle />
                    <span>{title}</span>
                </label>
            </th>
            <td class="right">{intl::number(minutes as usize)}</td>
            <td>{break_field}</td>
        </tr>
    }
}

/// A field for minutes; nothing and 0 are none. What is no number of minutes changes nothing.
#[component]
fn MinutesField(
    id: String,
    #[prop(into)] minutes: Signal<Option<u32>>,
    set: Callback<Option<u32>>,
) -> impl IntoView {
    let field = NodeRef::<Input>::new();
    let is_wrong = RwSignal::new(false);
    let typed = |field: &web_sys::HtmlInputElement| {
        Some(field.value_as_number()).filter(|minutes| *minutes >= 1.0).map(|minutes| minutes as u32)
    };
    Effect::new(move |_| {
        let minutes = minutes.get();
        // Where it says so in other words, it stays as it was typed.
        if let Some(field) = field.get().filter(|field| typed(field) != minutes) {
            field.set_value(&minutes.map(|minutes| minutes.to_string()).unwrap_or_default());
            is_wrong.set(false);
        }
    });
    let on_input = move |_| {
        let Some(field) = field.get_untracked() else { return };
        is_wrong.set(!field.check_validity());
        if field.check_validity() {
            set.run(typed(&field));
        }
    };
    let problem = format!("{id}-problem");
    view! {
        <input
            type="number"
            id=id
            min="0"
            max="600"
            step="1"
            inputmode="numeric"
            autocomplete="off"
            aria-invalid=move || is_wrong.get().then_some("true")
            aria-describedby=problem.clone()
            node_ref=field
            on:input=on_input
        />
        <span id=problem role="alert" class="problem">
            {move || is_wrong.get().then_some(EN.setup.bad_minutes)}
        </span>
    }
}

/// What it takes, against what it may take.
#[component]
pub fn Total(setup: Setup) -> impl IntoView {
    let target = Memo::new(move |_| setup.choice.with(|choice| choice.target));
    let set = Callback::new(move |minutes| setup.change(|choice, _| choice.target = minutes));
    let schedule = Memo::new(move |_| setup.schedule());
    let total = move || schedule.with(|schedule| (!schedule.modules.is_empty()).then(|| total(schedule)));
    view! {
        <div class="inline total">
            <label for="minutes-available">{EN.setup.available}</label>
            <MinutesField id="minutes-available".to_owned() minutes=target set=set />
            <p role="status">{total}</p>
        </div>
    }
}

fn total(schedule: &Schedule) -> impl IntoView + use<> {
    let written = |minutes: u64| intl::number(minutes as usize);
    let breaks = match schedule.breaks {
        0 => EN.setup.without_breaks.to_owned(),
        minutes => (EN.setup.breaks)(&written(minutes.into())),
    };
    let verdict = schedule.spare.map(|spare| match spare {
        ..0 => (EN.setup.too_long)(&written(spare.unsigned_abs())),
        0 => EN.setup.fits_exactly.to_owned(),
        _ => (EN.setup.fits)(&written(spare.unsigned_abs())),
    });
    let is_too_long = schedule.is_too_long();
    let verdict = verdict.map(|words| {
        view! { " "<span class:problem=is_too_long>{words}"."</span> }
    });
    view! {
        <strong>{(EN.setup.total)(&written(schedule.total.into()))}</strong>", "{breaks}"."{verdict}
    }
}

/// The lessons of the workshop, with their minutes.
#[component]
pub fn ByLesson(setup: Setup) -> impl IntoView {
    let rows = move || setup.schedule().modules.iter().map(module).collect::<Vec<_>>();
    view! {
        <details class="by-lesson">
            <summary>{EN.setup.by_lesson}</summary>
            <table>{rows}</table>
        </details>
    }
}

fn module(module: &ScheduledModule) -> impl IntoView + use<> {
    let lessons: Vec<_> =
        module.lessons.iter().map(|lesson| line(lesson.title.clone(), lesson.minutes)).collect();
    let pause = module.break_after.map(|minutes| {
        view! { <tbody class="pause">{line(EN.setup.pause.to_owned(), minutes)}</tbody> }
    });
    view! {
        <tbody>
            <tr>
                <th scope="rowgroup">{module.title.clone()}</th>
                <th class="right">{(EN.setup.total)(&intl::number(module.minutes as usize))}</th>
            </tr>
            {lessons}
        </tbody>
        {pause}
    }
}

fn line(title: String, minutes: u32) -> impl IntoView {
    view! {
        <tr>
            <td>{title}</td>
            <td class="right">{(EN.setup.total)(&intl::number(minutes as usize))}</td>
        </tr>
    }
}
