//! Preferences: how the workshop looks on this device.

use leptos::prelude::*;

use crate::app::study::use_study;
use crate::app::{mount_at, preferences};
use crate::browser::storage;
use crate::learning::preferences::{Motion, Preference, Preferences, TextSize, Theme};
use crate::learning::record::PREFERENCES;
use crate::words::EN;

/// Fills the page.
pub fn mount() {
    mount_at("preferences", || view! { <PreferencesPage /> });
}

/// Changes one of the preferences.
type Change = fn(&mut Preferences, &str);

#[component]
fn PreferencesPage() -> impl IntoView {
    let study = use_study();
    let preferred = RwSignal::new(preferences::read());
    storage::on_change_elsewhere(move |key, _| {
        if key.is_none_or(|key| key == PREFERENCES) {
            preferred.set(preferences::read());
        }
    });
    let kept = study.kept;
    let keep = move |changed: Preferences| {
        kept.set(preferences::keep(&changed));
        preferred.set(changed);
    };
    let change = Callback::new(move |(change, name): (Change, String)| {
        // Another tab may have changed something else.
        let mut changed = preferences::read();
        change(&mut changed, &name);
        keep(changed);
    });
    let reset = move |_| {
        keep(Preferences::default());
        study.announce(EN.preferences.reset_done);
    };
    let words = &EN.preferences;
    let (themes, sizes) = (choices::<Theme>(&words.themes), choices::<TextSize>(&words.sizes));
    let motions = choices::<Motion>(&words.motions);
    view! {
        <p class="lead">{words.lead}</p>
        <Choices
            name="theme"
            legend=words.theme
            choices=themes
            chosen=Signal::derive(move || preferred.with(|preferred| preferred.theme.name()))
            on_choose=move |name| change.run((|changed, name| changed.theme = Theme::from_name(name), name))
        />
        <Choices
            name="size"
            legend=words.size
            choices=sizes
            chosen=Signal::derive(move || preferred.with(|preferred| preferred.size.name()))
            on_choose=move |name| change.run((|changed, name| changed.size = TextSize::from_name(name), name))
        />
        <Choices
            name="motion"
            legend=words.motion
            choices=motions
            chosen=Signal::derive(move || preferred.with(|preferred| preferred.motion.name()))
            on_choose=move |name| change.run((|changed, name| changed.motion = Motion::from_name(name), name))
        />
        <p class="actions"><button type="button" class="quiet" on:click=reset>{words.reset}</button></p>
    }
}

/// Names in storage with their words.
fn choices<P: Preference>(words: &[&'static str]) -> Vec<(&'static str, &'static str)> {
    P::ALL.iter().map(|value| value.name()).zip(words.iter().copied()).collect()
}

#[component]
fn Choices(
    name: &'static str,
    legend: &'static str,
    choices: Vec<(&'static str, &'static str)>,
    chosen: Signal<&'static str>,
    #[prop(into)] on_choose: Callback<String>,
) -> impl IntoView {
    let radios: Vec<_> = choices
        .into_iter()
        .map(|(value, words)| {
            view! {
                <label class=format!("{name}-{value}")>
                    <input
                        type="radio"
                        name=name
                        value=value
                        prop:checked=move || chosen.get() == value
                        on:change=move |_| on_choose.run(value.to_owned())
                    />
                    <span>{words}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            <div>{radios}</div>
        </fieldset>
    }
}
