//! `workshop serve`: the site on this machine, built anew whenever a file is saved.

use std::convert::Infallible;
use std::io::{ErrorKind, IsTerminal};
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock, mpsc};
use std::time::Duration;

use axum::Router;
use axum::extract::{Path as UrlPath, State};
use axum::http::{StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use clap::Args;
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use tokio::sync::watch;
use tower_http::compression::CompressionLayer;

use super::check::Found;
use super::front_end::FrontEnd;
use super::site::{Making, Site, content_type};
use super::{Stop, front_end};

/// The script that reloads a page when its site was built anew.
const SCRIPT: &str = include_str!("reload.js");
/// How long files must be quiet before the site is built again.
const QUIET: Duration = Duration::from_millis(120);

#[derive(Debug, Args)]
pub struct Serve {
    /// The course folder
    #[arg(default_value = "lessons")]
    dir: PathBuf,
    /// The port on this machine
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

/// What pages are told over the event stream.
#[derive(Debug, Clone, Default)]
struct News {
    /// Counts the builds.
    build: u64,
    /// The mistakes that keep the last good version in place; empty when there are none.
    mistakes: String,
}

/// What the server and the builder share.
#[derive(Debug)]
struct Shared {
    site: RwLock<Option<Site>>,
    news: watch::Sender<News>,
}

impl Serve {
    pub fn run(&self) -> Result<(), Stop> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(Stop::io("start the server"))?;
        runtime.block_on(self.serve())
    }

    async fn serve(&self) -> Result<(), Stop> {
        // The port comes first: nobody waits for a build to learn that it is taken.
        let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, self.port)).await;
        let listener = listener.map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => Stop::PortInUse { port: self.port },
            _ => Stop::Io { doing: format!("listen on port {}", self.port), error },
        })?;
        let address = listener.local_addr().map_err(Stop::io("listen"))?;
        let source = front_end::source()?;
        if !self.dir.is_dir() {
            eprint!("{}", Found::in_folder(&self.dir).text(std::io::stderr().is_terminal()));
            return Err(Stop::Mistakes);
        }
        let front_end = front_end::compile(&source)?;
        let shared = Arc::new(Shared { site: RwLock::new(None), news: watch::Sender::new(News::default()) });
        let mut builder = Builder { dir: self.dir.clone(), source, front_end, shared: Arc::clone(&shared) };
        builder.build();
        let _watcher = watch_files(builder)?;
        let url = format!("http://{address}/");
        println!("The workshop is at {url} (stop with Ctrl+C)");
        if self.open {
            open(&url);
        }
        let routes = Router::new()
            .route("/_workshop/news", get(news))
            .route("/", get(root))
            .route("/{*path}", get(file))
            .layer(CompressionLayer::new())
            .with_state(shared);
        // Not a graceful shutdown: that waits for open pages, whose event streams never end.
        tokio::select! {
            ended = axum::serve(listener, routes).into_future() => ended.map_err(Stop::io("serve")),
            () = interrupted() => Ok(()),
        }
    }
}

/// Builds the site and keeps the last good one.
struct Builder {
    dir: PathBuf,
    source: PathBuf,
    front_end: FrontEnd,
    shared: Arc<Shared>,
}

impl Builder {
    fn build(&mut self) {
        let build = self.shared.news.borrow().build + 1;
        let found = Found::in_folder(&self.dir);
        eprint!("{}", found.text(std::io::stderr().is_terminal()));
        eprintln!("{}", found.closing_line());
        let made = if found.stops_build() { Err(Stop::Mistakes) } else { self.make(&found, build) };
        let mistakes = match made {
            Ok(site) => {
                if let Ok(mut current) = self.shared.site.write() {
                    *current = Some(site);
                }
                String::new()
            }
            Err(Stop::Mistakes) => format!("{}{}", found.text(false), found.closing_line()),
            Err(stop) => {
                eprintln!("error: {stop}");
                stop.to_string()
            }
        };
        self.shared.news.send_replace(News { build, mistakes });
    }

    fn make(&mut self, found: &Found, build: u64) -> Result<Site, Stop> {
        self.front_end.style = front_end::style(&self.source.join("style"))?;
        self.front_end.room_style = front_end::style(&self.source.join("style/room"))?;
        let script = script(build);
        let making = Making {
            front_end: &self.front_end,
            dir: &self.dir,
            base: "/",
            notes: true,
            script: Some(&script),
            in_lms: false,
        };
        Site::make(&found.course, making)
    }
}

/// The script of the pages of a build: it must know which one its page is from.
fn script(build: u64) -> String {
    format!("const built = {build};\n{SCRIPT}")
}

/// Builds again whenever a file of the course, or a style sheet, has changed.
fn watch_files(mut builder: Builder) -> Result<RecommendedWatcher, Stop> {
    let failed = |error: notify::Error| Stop::Io {
        doing: "watch the course folder".to_owned(),
        error: std::io::Error::other(error),
    };
    let watched = [builder.dir.clone(), builder.source.join("style")];
    let (changed, changes) = mpsc::channel();
    let on_event = move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        // Reading the files is an event too, and is no change.
        let is_change = !matches!(event.kind, EventKind::Access(_));
        if is_change && event.paths.iter().any(|path| !is_passing(path)) {
            // Nobody listens any more once the server has stopped.
            let _ = changed.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(on_event).map_err(failed)?;
    for path in watched.iter().filter(|path| path.is_dir()) {
        watcher.watch(path, RecursiveMode::Recursive).map_err(failed)?;
    }
    std::thread::spawn(move || {
        while changes.recv().is_ok() {
            while changes.recv_timeout(QUIET).is_ok() {}
            builder.build();
        }
    });
    Ok(watcher)
}

/// Editors' files that come and go.
fn is_passing(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    name.starts_with('.') || name.ends_with('~') || name.chars().all(|c| c.is_ascii_digit())
}

async fn root(state: State<Arc<Shared>>) -> Response {
    file(state, UrlPath("index.html".to_owned())).await
}

async fn file(State(shared): State<Arc<Shared>>, UrlPath(path): UrlPath<String>) -> Response {
    let path = if path.ends_with('/') { format!("{path}index.html") } else { path };
    let site = shared.site.read();
    let Some(site) = site.as_ref().ok().and_then(|site| site.as_ref()) else {
        return nothing_yet(&shared.news.borrow().mistakes, &path);
    };
    let (status, found) = match site.files.get(&path) {
        Some(bytes) => (StatusCode::OK, Some(bytes)),
        None => (StatusCode::NOT_FOUND, site.files.get("404.html")),
    };
    let kind = if status == StatusCode::OK { content_type(&path) } else { "text/html; charset=utf-8" };
    let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")];
    (status, headers, found.cloned().unwrap_or_default()).into_response()
}

/// The page of a course that has not been built yet because of its mistakes.
fn nothing_yet(mistakes: &str, path: &str) -> Response {
    let headers = |kind| [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    if path == "_workshop/reload.js" {
        return (headers("text/javascript; charset=utf-8"), script(0)).into_response();
    }
    let page = maud::html! {
        (maud::DOCTYPE)
        html lang="en" data-root="/" {
            head {
                meta charset="utf-8";
                title { "The course has mistakes" }
                script type="module" src="/_workshop/reload.js" {}
            }
            body {
                h1 { "The course has mistakes" }
                p { "This page shows the workshop as soon as they are mended." }
                pre { (mistakes) }
            }
        }
    };
    (StatusCode::SERVICE_UNAVAILABLE, headers("text/html; charset=utf-8"), page.into_string()).into_response()
}

/// Tells a page about every build.
async fn news(State(shared): State<Arc<Shared>>) -> impl IntoResponse {
    let news = shared.news.subscribe();
    let stream = futures_util::stream::unfold((news, true), |(mut news, first)| async move {
        if !first {
            news.changed().await.ok()?;
        }
        let (build, mistakes) = {
            let latest = news.borrow_and_update();
            (latest.build, latest.mistakes.clone())
        };
        // Browsers drop an event without data, hence JSON: "no mistakes" is data too.
        let data = serde_json::json!({ "build": build, "mistakes": mistakes }).to_string();
        let event = Event::default().event("build").data(data);
        Some((Ok::<_, Infallible>(event), (news, false)))
    });
    Sse::new(stream).keep_alive(KeepAlive::default())
}

/// Waits for Ctrl+C; for ever where the system cannot tell.
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn open(url: &str) {
    let opener = match std::env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    if std::process::Command::new(opener).arg(url).spawn().is_err() {
        eprintln!("No browser could be started; open {url} yourself.");
    }
}
