//! The workshops that were begun in this browser: gone on with, timed, forgotten.

use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use crate::app::study::use_study;
use crate::browser::{address, clock, file, intl, page, storage};
use crate::course::slides::SlidesFile;
use crate::learning::day::Calendar;
use crate::live::deck::{Deck, DeckSlide};
use crate::live::kept::{KeptRoom, keys};
use crate::live::pace::times;
use crate::live::plan::Plan;
use crate::records::times::csv;
use crate::words::EN;

/// A workshop that was begun. None of its record where that cannot be read.
#[derive(Debug, Clone, PartialEq)]
struct Begun {
    session: String,
    room: Option<(KeptRoom, Plan)>,
}

impl Begun {
    /// All of a course, the newest first, then what cannot be read.
    fn all(course: &str) -> Vec<Self> {
        let read = |record: &str| {
            let room = KeptRoom::from_record(record)?;
            let plan = Plan::from_link(&room.plan).ok()?;
            Some((room, plan))
        };
        let records = storage::with_prefix(&keys(course)).into_iter();
        let mut all: Vec<Self> =
            records.map(|(session, record)| Self { session, room: read(&record) }).collect();
        all.sort_by_key(|begun| std::cmp::Reverse(begun.room.as_ref().map(|(room, _)| room.kept)));
        all
    }

    /// When it was shown last.
    fn when(&self) -> Option<String> {
        self.room.as_ref().map(|(room, _)| intl::moment(room.kept))
    }

    fn address(&self, plan: &Plan) -> String {
        let session = address::encoded(&self.session);
        page::from_root(&format!("presenter.html#session={session}&{}", plan.to_link()))
    }
}

#[component]
pub fn Kept(slides: StoredValue<SlidesFile>, course: String) -> impl IntoView {
    let study = use_study();
    let prefix = StoredValue::new(keys(&course));
    let course = StoredValue::new(course);
    let begun = RwSignal::new(course.with_value(|course| Begun::all(course)));
    let read_again = move || begun.set(course.with_value(|course| Begun::all(course)));
    page::on_return(read_again);
    storage::on_change_elsewhere(move |key, _| {
        if key.is_none_or(|key| prefix.with_value(|prefix| key.starts_with(prefix))) {
            read_again();
        }
    });

    let asked = RwSignal::new(None::<Begun>);
    let ask = Callback::new(move |begun: Begun| asked.set(Some(begun)));
    let forget = Callback::new(move |forgotten: Begun| {
        storage::remove(&prefix.with_value(|prefix| format!("{prefix}{}", forgotten.session)));
        read_again();
        let is_last = begun.with_untracked(Vec::is_empty);
        page::focus_later(if is_last { "content" } else { "kept-title" }.to_owned());
        study.announce(EN.setup.forgotten);
    });
    let list = move || {
        let all = begun.get();
        (!all.is_empty()).then(|| {
            let lines: Vec<_> = all.into_iter().map(|begun| line(begun, slides, ask)).collect();
            view! {
                <section aria-labelledby="kept-title">
                    <h2 id="kept-title" tabindex="-1">{EN.setup.kept}</h2>
                    <p class="soft">{EN.setup.kept_text}</p>
                    <ul class="plain">{lines}</ul>
                </section>
            }
        })
    };
    view! {
        {list}
        <Forget asked=asked forget=forget />
    }
}

/// Asks before a workshop is forgotten.
#[component]
fn Forget(asked: RwSignal<Option<Begun>>, forget: Callback<Begun>) -> impl IntoView {
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let with_dialog = move |act: fn(&HtmlDialogElement)| {
        if let Some(dialog) = dialog.get_untracked() {
            act(&dialog);
        }
    };
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            // A dialog that is open already cannot be opened again, and need not be.
            with_dialog(|dialog| drop(dialog.show_modal()));
        }
    });
    let close = move |_| with_dialog(HtmlDialogElement::close);
    let yes = move |_| {
        with_dialog(HtmlDialogElement::close);
        if let Some(begun) = asked.get_untracked() {
            forget.run(begun);
        }
    };
    let question = move || {
        asked.get().map(|begun| match begun.when() {
            Some(when) => (EN.setup.forget_ask)(&when),
            None => EN.setup.forget_damaged_ask.to_owned(),
        })
    };
    view! {
        <dialog node_ref=dialog aria-labelledby="forget-question">
            <p id="forget-question">{question}</p>
            <p class="actions">
                <button type="button" class="quiet" on:click=close>{EN.setup.cancel}</button>
                <button type="button" class="danger" on:click=yes>{EN.setup.forget_yes}</button>
            </p>
        </dialog>
    }
}

fn line(begun: Begun, slides: StoredValue<SlidesFile>, ask: Callback<Begun>) -> impl IntoView {
    let study = use_study();
    let title = format!("kept-{}", begun.session);
    let name = begun.when().unwrap_or_else(|| EN.setup.damaged.to_owned());
    let number = |number: usize| intl::number(number);
    let place =
        begun.room.as_ref().map(|(room, _)| (EN.setup.slide_of)(&number(room.slide), &number(room.of)));
    let tools = begun.room.clone().map(|(room, plan)| {
        let address = begun.address(&plan);
        let download = move |_| {
            if slides.with_value(|slides| save_times(slides, &room, &plan)) {
                study.announce(EN.setup.downloaded);
            }
        };
        view! {
            <a class="button quiet" href=address aria-describedby=title.clone()>{EN.setup.go_on}</a>
            <button type="button" class="quiet" aria-describedby=title.clone() on:click=download>
                {EN.setup.times}
            </button>
        }
    });
    view! {
        <li>
            <p id=title.clone()><strong>{name}</strong>{place.map(|place| format!(", {place}"))}</p>
            <p class="actions">
                {tools}
                <button type="button" class="plain" aria-describedby=title on:click=move |_| ask.run(begun.clone())>
                    {EN.setup.forget}
                </button>
            </p>
        </li>
    }
}

/// Offers what the slides took as a file. The slide that was on the screen counts for no
/// longer than was planned after its last change: the trainer may have gone home since.
fn save_times(slides: &SlidesFile, kept: &KeptRoom, plan: &Plan) -> bool {
    let deck = Deck::of(slides, plan);
    let planned = deck.slides.get(kept.room.index(&deck)).map_or(0, DeckSlide::seconds);
    let until = kept.kept.saturating_add(i64::from(planned) * 1000).min(clock::now());
    let titles = EN.times;
    let table = csv(&times(&deck, &kept.room.clock, until), &titles);
    let day = Calendar::at(kept.kept, clock::minutes_ahead()).today;
    file::save(&format!("times-{day}.csv"), "text/csv", &table)
}
