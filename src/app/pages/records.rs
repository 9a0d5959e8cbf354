//! Records: HR brings in receipts and sees who has learned what.
//!
//! All of it follows from the log and the receipts that this browser keeps
//! (`browser::record_store`); what HR does here is an entry of the log (`app::book`).

mod bring_in;
mod found;
mod from_lrs;
mod log;
mod matrix;
mod person;
mod receipts;
mod report;
mod safe;
mod table;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::study::{Study, use_study};
use crate::app::{book, mount_at};
use crate::browser::channel::Channel;
use crate::browser::record_store::{self, StoreError};
use crate::browser::{clock, page};
use crate::course::outline::Outline;
use crate::learning::day::{Calendar, Day};
use crate::records::book::{Book, Texts};
use crate::records::log::{Log, What};
use crate::records::matrix::{self as lines, Row};
use crate::records::receipt::CourseVersion;
use crate::words::EN;

/// Fills the page.
pub fn mount(study: &Study) {
    let outline = study.outline.clone();
    mount_at("records", move || {
        let desk = Desk::open(outline);
        view! { <Records desk=desk /> }
    });
}

/// Whether the records were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Loading {
    Waiting,
    Failed(StoreError),
    Ready,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    outline: StoredValue<Arc<Outline>>,
    loading: RwSignal<Loading>,
    /// The log's records and the receipts' texts, as they are kept.
    records: StoredValue<Vec<String>>,
    texts: StoredValue<Texts>,
    log: RwSignal<Arc<Log>>,
    book: RwSignal<Arc<Book>>,
    today: RwSignal<Day>,
    rows: Memo<Arc<Vec<Row>>>,
    name: RwSignal<String>,
    /// Why the latest thing was not done.
    problem: RwSignal<Option<&'static str>>,
    /// The person whose dialog is open.
    person: RwSignal<Option<String>>,
}

impl Desk {
    fn open(outline: Arc<Outline>) -> Self {
        let modules: Vec<String> = outline.modules.iter().map(|module| module.id.clone()).collect();
        let book = RwSignal::new(Arc::new(Book::default()));
        let today = RwSignal::new(today());
        let rows = move |_: Option<&Arc<Vec<Row>>>| {
            Arc::new(book.with(|book| lines::rows(book, &modules, today.get())))
        };
        let desk = Self {
            loading: RwSignal::new(Loading::Waiting),
            records: StoredValue::new(Vec::new()),
            texts: StoredValue::new(Texts::new()),
            log: RwSignal::new(Arc::new(Log::default())),
            book,
            today,
            rows: Memo::new(rows),
            name: RwSignal::new(book::name(&outline.id)),
            problem: RwSignal::new(None),
            person: RwSignal::new(None),
            outline: StoredValue::new(outline),
        };
        desk.read_again();
        // The channel lives as long as the page.
        let _ = Channel::open(&book::channel_name(&desk.course()), move |_| desk.read_again());
        page::on_return(move || desk.read_again());
        desk
    }

    /// The id of the course.
    fn course(self) -> String {
        self.outline.with_value(|outline| outline.id.clone())
    }

    /// The course as it is now.
    fn version(self) -> CourseVersion {
        self.outline.with_value(|outline| CourseVersion::of(outline))
    }

    /// The name of a module; its id where the course has it no more.
    fn module_title(self, id: &str) -> String {
        self.outline.with_value(|outline| {
            let module = outline.modules.iter().find(|module| module.id == id);
            module.map_or_else(|| id.to_owned(), |module| module.title.clone())
        })
    }

    fn read_again(self) {
        spawn_local(async move {
            if let Err(error) = self.load().await {
                self.loading.set(Loading::Failed(error));
            }
        });
    }

    /// Reads what is kept, and works out all that follows.
    async fn load(self) -> Result<(), StoreError> {
        book::write_waiting(&self.course()).await?;
        let contents = record_store::read(&book::database(&self.course())).await?;
        let is_new = self.loading.get_untracked() != Loading::Ready
            || self.records.with_value(|records| *records != contents.log)
            || self.texts.with_value(|texts| *texts != contents.receipts);
        if is_new {
            let log = Log::read(&contents.log);
            self.book.set(Arc::new(Book::of(&log, &contents.receipts)));
            self.log.set(Arc::new(log));
            self.records.set_value(contents.log);
            self.texts.set_value(contents.receipts);
        }
        if self.today.get_untracked() != today() {
            self.today.set(today());
        }
        // What HR has begun on the page stays.
        if self.loading.get_untracked() != Loading::Ready {
            self.loading.set(Loading::Ready);
        }
        Ok(())
    }

    /// Whether HR gave a name; says so where they did not.
    fn is_named(self) -> bool {
        let is_named = !self.name.with_untracked(String::is_empty);
        self.problem.set((!is_named).then_some(EN.records.name_missing));
        if !is_named {
            page::focus_later("hr-name".to_owned());
        }
        is_named
    }

    /// Appends what HR does, and shows what follows. False where nothing was kept, with the reason shown.
    async fn write(self, what: What, receipts: Vec<(String, String)>, removed: Vec<String>) -> bool {
        if !self.is_named() {
            return false;
        }
        let by = self.name.get_untracked();
        let written = book::append(&self.course(), &by, what, receipts, removed).await;
        self.show(written).await
    }

    /// Shows what follows from something that was written, or why it was not.
    async fn show(self, written: Result<(), StoreError>) -> bool {
        let shown = match written {
            Ok(()) => self.load().await,
            Err(error) => Err(error),
        };
        self.problem.set(shown.err().map(book::words));
        shown.is_ok()
    }

    /// Does something that needs nothing but the log.
    fn act(self, what: What, then: impl FnOnce() + 'static) {
        spawn_local(async move {
            if self.write(what, Vec::new(), Vec::new()).await {
                then();
            }
        });
    }
}

fn today() -> Day {
    Calendar::at(clock::now(), clock::minutes_ahead()).today
}

#[component]
fn Records(desk: Desk) -> impl IntoView {
    let content = move || match desk.loading.get() {
        Loading::Waiting => view! { <p class="soft">{EN.records.loading}</p> }.into_any(),
        Loading::Failed(error) => {
            view! { <p role="alert" class="card warning">{book::words(error)}</p> }.into_any()
        }
        Loading::Ready => view! { <Ready desk=desk /> }.into_any(),
    };
    view! {
        <p class="lead">{EN.records.lead}</p>
        {content}
    }
}

#[component]
fn Ready(desk: Desk) -> impl IntoView {
    let has_people = Memo::new(move |_| desk.rows.with(|rows| !rows.is_empty()));
    let has_log = Memo::new(move |_| desk.log.with(|log| !log.entries.is_empty() || log.broken.is_some()));
    let empty = move || (!has_people.get()).then(|| view! { <Empty /> });
    let matrix = move || has_people.get().then(|| view! { <matrix::Matrix desk=desk /> });
    let rest = move || {
        has_log.get().then(|| {
            view! {
                <report::Report desk=desk />
                <safe::Renewal desk=desk />
                <log::LogView desk=desk />
                <safe::Safe desk=desk />
            }
        })
    };
    let problem = move || desk.problem.get().map(|words| view! { <p class="card warning">{words}</p> });
    view! {
        <div role="alert" class="record-problem">{problem}</div>
        {empty}
        <Name desk=desk />
        <bring_in::BringIn desk=desk />
        {matrix}
        {rest}
        <person::PersonDialog desk=desk />
    }
}

/// What to do first.
#[component]
fn Empty() -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="records-empty">
            <h2 id="records-empty">{EN.records.empty_title}</h2>
            <p>{EN.records.empty}</p>
            <p><a class="button quiet" href=page::from_root("assign.html")>{EN.records.to_assign}</a></p>
        </section>
    }
}

/// The name of whoever works here, for the log.
#[component]
fn Name(desk: Desk) -> impl IntoView {
    let study = use_study();
    let keep = move |event| {
        let name = event_target_value(&event).trim().to_owned();
        book::keep_name(&desk.course(), &name);
        if !name.is_empty() {
            desk.problem.set(None);
            study.announce(EN.records.kept);
        }
        desk.name.set(name);
    };
    view! {
        <div class="hr-name">
            <label for="hr-name">{EN.records.name}</label>
            <input
                type="text"
                id="hr-name"
                maxlength="80"
                autocomplete="name"
                aria-describedby="hr-name-text"
                prop:value=desk.name
                on:change=keep
            />
            <p id="hr-name-text" class="soft">{EN.records.name_text}</p>
        </div>
    }
}
