//! A slide as it is projected.

use leptos::html::Div;
use leptos::prelude::*;

use super::Live;
use super::sheet::{self, Sheet, WIDTH, type_size};
use crate::app::use_live;
use crate::browser::{intl, measure, page};
use crate::live::room::Cover;
use crate::live::snapshot::Snapshot;
use crate::words::EN;

/// A slide, scaled to the room that it is given.
#[component]
pub fn Stage(
    #[prop(into)] shown: Signal<Snapshot>,
    /// Whether it fills all of its room, as on a projector.
    #[prop(optional)]
    fills: bool,
) -> impl IntoView {
    let live = use_live();
    let sheet = {
        let live = live.clone();
        Memo::new(move |_| shown.with(|shown| sheet::sheet(&live.deck, shown)))
    };
    let part = move |get: fn(&Sheet) -> String| move || sheet.with(get);
    let scale = RwSignal::new((1.0_f64, 0.0_f64, 0.0_f64));
    let frame = NodeRef::<Div>::new();
    let size = RwSignal::new((0.0, 0.0));
    Effect::new(move |_| {
        if let Some(frame) = frame.get() {
            measure::on_resize(&frame, move |width, height| size.set((width, height)));
        }
    });
    Effect::new(move |_| {
        let ((width, height), stage) = (size.get(), shown.with(|shown| f64::from(shown.height)));
        let fitted = if fills { (width / WIDTH).min(height / stage.max(1.0)) } else { width / WIDTH };
        let left = ((width - WIDTH * fitted) / 2.0).max(0.0);
        let top = if fills { ((height - stage * fitted) / 2.0).max(0.0) } else { 0.0 };
        scale.set((fitted, left, top));
    });
    let transform = move || {
        let (scale, left, top) = scale.get();
        format!("translate({left}px, {top}px) scale({scale})")
    };
    let pixels = move |value: f64| format!("{value}px");
    let scrolled = move || {
        shown.with(|shown| match shown.scroll {
            0 => String::new(),
            scroll => format!("translateY(calc(var(--room) * -0.8 * {scroll}))"),
        })
    };
    let goes_on = move || shown.with(|shown| shown.scroll < shown.page.scrolls);
    let until = move || {
        let until = shown.with(|shown| shown.break_until)?;
        Some(view! { <p>{(EN.present.break_until)(&intl::written_time(until))}</p> })
    };
    let body = NodeRef::<Div>::new();
    keep_room_known(body, shown);
    measure_images_again(&live, body);
    view! {
        <div
            class="stage-frame"
            class:fills=fills
            node_ref=frame
            style:aspect-ratio=move || shown.with(|shown| format!("1280 / {}", shown.height.max(1)))
        >
            <div
                class=move || format!("stage {}", sheet.with(|sheet| sheet.class))
                class:dark=move || shown.with(|shown| shown.view.dark)
                style:--height=move || pixels(shown.with(|shown| f64::from(shown.height)))
                style:--type=move || pixels(shown.with(|shown| type_size(shown.view, shown.page.percent.max(1))))
                style:--zoomed=move || pixels(shown.with(|shown| type_size(shown.view, 100)))
                style:transform=transform
                on:click=|event| page::open_link_beside(&event)
            >
                <h2 class="stage-title" inner_html=part(|sheet| sheet.title.clone())></h2>
                <div class="stage-body" node_ref=body>
                    <div
                        class="stage-rows"
                        style:transform=scrolled
                        inner_html=part(|sheet| sheet.body.clone())
                    ></div>
                    {until}
                </div>
                <div class="stage-foot">
                    <span class="stage-lesson">{part(|sheet| sheet.lesson.clone())}</span>
                    <span class="stage-vote">{part(|sheet| sheet.vote.clone())}</span>
                    <span>{move || goes_on().then_some(EN.present.goes_on)}</span>
                    <span class="stage-number">
                        {move || shown.with(|shown| format!("{} / {}", shown.slide, shown.of))}
                    </span>
                </div>
                {move || cover(shown)}
            </div>
        </div>
    }
}

/// A step of scrolling is a part of what the body can show.
fn keep_room_known(body: NodeRef<Div>, shown: Signal<Snapshot>) {
    Effect::new(move |_| {
        shown.track();
        if let Some(body) = body.get() {
            let (_, height) = measure::inner_size(&body);
            page::set_property(&body, "--room", &format!("{height}px"));
        }
    });
}

fn measure_images_again(live: &Live, body: NodeRef<Div>) {
    let live = live.clone();
    Effect::new(move |_| {
        let live = live.clone();
        if let Some(body) = body.get() {
            page::on_image(&body, move || live.measure_again());
        }
    });
}

fn cover(shown: Signal<Snapshot>) -> Option<impl IntoView> {
    let class = match shown.with(|shown| shown.cover) {
        Cover::None => return None,
        Cover::Black => "stage-cover black",
        Cover::White => "stage-cover white",
    };
    Some(view! { <div class=class></div> })
}
