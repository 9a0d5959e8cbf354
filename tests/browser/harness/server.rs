//! A plain web server for a folder: no rewrite rules, right types, 404.html; or for routes.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::thread::JoinHandle;

use axum::Router;
use axum::http::{HeaderValue, Response, header};
use axum::middleware::map_response;
use tokio::sync::oneshot;
use tower_http::services::{ServeDir, ServeFile};

/// Serves until it is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder under a path such as `/some/path`.
    pub fn start(folder: PathBuf, path: &str) -> Self {
        let files = ServeDir::new(&folder).not_found_service(ServeFile::new(folder.join("404.html")));
        Self::of(Router::new().nest_service(path, files).layer(map_response(always_fresh)))
    }

    /// Serves what these routes say.
    pub fn of(routes: Router) -> Self {
        let (stop, stopped) = oneshot::channel();
        let (tell, told) = std::sync::mpsc::channel();
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("start the server").block_on(async {
                let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("find a port");
                tell.send(listener.local_addr().expect("know the port")).expect("tell the port");
                tokio::select! {
                    served = axum::serve(listener, routes) => served.expect("serve"),
                    _ = stopped => {}
                }
            });
        });
        let address = told.recv().expect("learn the port");
        Self { address, stop: Some(stop), thread: Some(thread) }
    }

    /// `http://127.0.0.1:PORT`
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// Two sites that are published within a second have files of the same date.
async fn always_fresh<B>(mut response: Response<B>) -> Response<B> {
    let headers = response.headers_mut();
    headers.remove(header::LAST_MODIFIED);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
