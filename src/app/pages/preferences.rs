//! Preferences: how the workshop looks and sounds on this device.

use leptos::prelude::*;

use crate::app::study::use_study;
use crate::app::{mount_at, preferences};
use crate::browser::speech::{self, Speaker, Utterance};
use crate::browser::{page, storage};
use crate::learning::aloud::{self, Voice};
use crate::learning::preferences::{Motion, Preference, Preferences, Speed, TextSize, Theme};
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
        <h2>{words.aloud}</h2>
        {if speech::is_there() {
            view! { <Speech preferred=preferred change=change /> }.into_any()
        } else {
            view! { <p>{words.no_aloud}</p> }.into_any()
        }}
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

#[component]
fn Speech(preferred: RwSignal<Preferences>, change: Callback<(Change, String)>) -> impl IntoView {
    let words = &EN.preferences;
    let voices = RwSignal::new(speech::voices());
    speech::on_voices(move || voices.set(speech::voices()));
    let language = StoredValue::new(page::language());
    let fitting = Memo::new(move |_| {
        let mut fitting = voices.get();
        fitting.retain(|voice| language.with_value(|language| voice.speaks(language)));
        fitting.sort_by_key(|voice| !voice.local);
        fitting
    });
    let speaker = StoredValue::new_local(Speaker::new(|_| {}));
    page::on_leave(move || speaker.with_value(Speaker::stop));
    let try_it = move |_| {
        let preferred = preferred.get_untracked();
        let voices = speech::voices();
        let language = language.get_value();
        let voice = aloud::voice(&voices, &preferred.voice, &language);
        let voice = voice.map(|voice| voice.id.as_str()).unwrap_or_default();
        speaker.with_value(|speaker| {
            speaker.say(Utterance {
                text: words.sample,
                language: &language,
                voice,
                rate: preferred.speed.rate(),
            });
        });
    };
    let speeds: Vec<_> = choices::<Speed>(&words.speeds)
        .into_iter()
        .map(|(value, words)| {
            let selected = move || preferred.with(|preferred| preferred.speed.name() == value);
            view! { <option value=value prop:selected=selected>{words}</option> }
        })
        .collect();
    let options =
        move || fitting.get().into_iter().map(|voice| voice_option(voice, preferred)).collect::<Vec<_>>();
    let has_online = move || fitting.with(|fitting| fitting.iter().any(|voice| !voice.local));
    view! {
        <div class="inline">
            <label>
                {words.speed} " "
                <select on:change=move |event| {
                    change.run((|changed, name| changed.speed = Speed::from_name(name), event_target_value(&event)));
                }>{speeds}</select>
            </label>
            <label>
                {words.voice} " "
                <select on:change=move |event| {
                    change.run((|changed, name| name.clone_into(&mut changed.voice), event_target_value(&event)));
                }>
                    <option value="">{words.device_voice}</option>
                    {options}
                </select>
            </label>
            <button type="button" class="quiet" on:click=try_it>{words.try_it}</button>
        </div>
        {move || has_online().then(|| view! { <p class="hint">{words.online_text}</p> })}
    }
}

fn voice_option(voice: Voice, preferred: RwSignal<Preferences>) -> impl IntoView {
    let words = if voice.local { voice.name } else { (EN.preferences.online_voice)(&voice.name) };
    let id = voice.id.clone();
    let selected = move || preferred.with(|preferred| preferred.voice == id);
    view! { <option value=voice.id prop:selected=selected>{words}</option> }
}
