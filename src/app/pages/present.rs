//! Present: a workshop is planned here, started, printed, and gone on with.
//!
//! What is chosen stands in the page's address, so that a reload keeps it. Nothing here
//! touches what a learner did.

mod kept;
mod modules;
mod start;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::study::{Study, use_study};
use crate::app::{load, mount_at};
use crate::browser::{address, chance, page};
use crate::course::outline::Outline;
use crate::course::slides::SlidesFile;
use crate::live::plan::Plan;
use crate::live::plan::choice::Choice;
use crate::live::schedule::{Schedule, module_minutes};
use crate::words::EN;

/// Fills the page.
pub fn mount(study: &Study) {
    let outline = study.outline.clone();
    mount_at("present", move || {
        let loading = RwSignal::new(Loading::Waiting);
        spawn_local(async move {
            loading.set(load("slides").await.map_or(Loading::Failed, Loading::Ready));
        });
        move || match loading.get() {
            Loading::Waiting => view! { <p class="soft">{EN.setup.loading}</p> }.into_any(),
            Loading::Failed => view! { <p role="alert" class="problem">{EN.setup.failed}</p> }.into_any(),
            Loading::Ready(slides) => {
                let setup = Setup::open(slides, &outline);
                view! { <Present setup=setup /> }.into_any()
            }
        }
    });
}

/// The slides on their way.
#[derive(Clone)]
enum Loading {
    Waiting,
    Failed,
    Ready(SlidesFile),
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Setup {
    slides: StoredValue<SlidesFile>,
    /// Ids and titles of the modules of which something can be projected, in course order.
    titles: StoredValue<Vec<(String, String)>>,
    /// Their minutes.
    minutes: StoredValue<Vec<(String, u32)>>,
    /// Those that everybody takes.
    core: StoredValue<Vec<String>>,
    choice: RwSignal<Choice>,
    /// Why the page's link is not followed, or not as a whole.
    refusal: RwSignal<Option<String>>,
    plan: Memo<Plan>,
    /// The room that is started from this page.
    session: StoredValue<String>,
}

impl Setup {
    fn open(slides: SlidesFile, outline: &Outline) -> Self {
        let is_projected = |id: &str| slides.lessons.iter().any(|lesson| lesson.module == id);
        let known: Vec<_> = outline.modules.iter().filter(|module| is_projected(&module.id)).collect();
        let core = known.iter().filter(|module| !module.choose_any).map(|module| module.id.clone()).collect();
        let titles = known.iter().map(|module| (module.id.clone(), module.title.clone())).collect();
        let minutes = known.iter().map(|module| (module.id.clone(), module_minutes(&slides, &module.id)));
        let minutes = StoredValue::new(minutes.collect::<Vec<_>>());
        let choice = RwSignal::new(Choice::default());
        let setup = Self {
            slides: StoredValue::new(slides),
            titles: StoredValue::new(titles),
            minutes,
            core: StoredValue::new(core),
            choice,
            refusal: RwSignal::new(None),
            plan: Memo::new(move |_| {
                minutes.with_value(|minutes| choice.with(|choice| choice.plan(minutes)))
            }),
            session: StoredValue::new(chance::name(8)),
        };
        setup.follow_link();
        setup.keep_in_address();
        setup
    }

    /// Chooses what the page's link holds, or the usual plan where it holds none.
    fn follow_link(self) {
        let written = address::written_fragment();
        let usual = || Choice::of(self.core.get_value());
        let (choice, refusal) = match Plan::from_link(&written) {
            Ok(plan) => self.choice_of(plan),
            Err(_) if !is_link(&written) => (usual(), None),
            Err(error) => (usual(), Some(format!("{error} {}", EN.setup.usual_instead))),
        };
        self.choice.set(choice);
        self.refusal.set(refusal);
    }

    /// What a plan holds of this course, and what is to be said about the rest.
    fn choice_of(self, mut plan: Plan) -> (Choice, Option<String>) {
        let is_known =
            |id: &String| self.titles.with_value(|titles| titles.iter().any(|(known, _)| known == id));
        let (known, unknown): (Vec<_>, Vec<_>) = plan.modules.into_iter().partition(is_known);
        let unknown: Vec<_> = unknown.iter().map(|id| format!("“{id}”")).collect();
        let left_out = (!unknown.is_empty()).then(|| (EN.setup.left_out)(&unknown.join(", ")));
        if known.is_empty() {
            let words = format!("{} {}", left_out.unwrap_or_default(), EN.setup.usual_instead);
            return (Choice::of(self.core.get_value()), Some(words));
        }
        plan.modules = known;
        (self.minutes.with_value(|minutes| Choice::of_plan(plan, minutes)), left_out)
    }

    fn keep_in_address(self) {
        Effect::new(move |was_kept: Option<()>| {
            let link = self.link();
            if was_kept.is_some() {
                address::write_fragment(&link);
            }
        });
        page::on_fragment_change(move || match is_link(&address::written_fragment()) {
            true => self.follow_link(),
            // A place on the page, which needs no address.
            false => address::write_fragment(&untrack(|| self.link())),
        });
    }

    fn change(self, change: impl FnOnce(&mut Choice, &[(String, u32)])) {
        self.refusal.set(None);
        self.minutes.with_value(|minutes| self.choice.update(|choice| change(choice, minutes)));
    }

    /// The plan as a link holds it; empty where nothing is chosen.
    fn link(self) -> String {
        self.plan.with(|plan| if plan.modules.is_empty() { String::new() } else { plan.to_link() })
    }

    fn schedule(self) -> Schedule {
        let of = |slides: &SlidesFile, titles: &Vec<(String, String)>| {
            self.plan.with(|plan| Schedule::of(slides, titles, plan))
        };
        self.slides.with_value(|slides| self.titles.with_value(|titles| of(slides, titles)))
    }
}

/// Whether a fragment is more than the id of a place on the page.
fn is_link(fragment: &str) -> bool {
    fragment.contains('=')
}

#[component]
fn Present(setup: Setup) -> impl IntoView {
    let study = use_study();
    let refusal =
        move || setup.refusal.get().map(|words| view! { <p role="alert" class="card warning">{words}</p> });
    view! {
        <p class="lead">{EN.setup.lead}</p>
        {refusal}
        <modules::Modules setup=setup />
        <modules::Total setup=setup />
        <modules::ByLesson setup=setup />
        <start::Start setup=setup />
        <kept::Kept slides=setup.slides course=study.outline.id.clone() />
    }
}
