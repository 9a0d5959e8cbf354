//! Ralph, a learning record store (LRS) that others wrote, and two validators of statements.
//! `tests/run` installs them.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

/// The only ones that it lets in.
pub const USER: &str = "lrs";
pub const PASSWORD: &str = "secret123";

/// A port of this machine that nobody uses at this moment.
#[derive(Debug, Clone, Copy)]
pub struct Port(u16);

impl Port {
    pub fn free() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("find a port");
        Self(listener.local_addr().expect("know the port").port())
    }

    pub fn endpoint(self) -> String {
        format!("http://127.0.0.1:{}/xAPI/", self.0)
    }
}

/// An LRS that runs until it is dropped, and forgets everything then.
#[derive(Debug)]
pub struct Ralph {
    port: Port,
    process: Child,
    _folder: TempDir,
}

fn installed(path: &str) -> PathBuf {
    let found = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/xapi").join(path);
    assert!(found.exists(), "{} is missing: tests/run installs it", found.display());
    found
}

fn beside(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ralph").join(file)
}

impl Ralph {
    /// Starts an LRS which pages of `site` may talk to.
    pub fn start(port: Port, site: &str) -> Self {
        let folder = TempDir::new().expect("make a folder");
        let (app, data) = (folder.path().join("app"), folder.path().join("data"));
        for made in [&app, &data] {
            std::fs::create_dir(made).expect("make a folder");
        }
        let command = |program: &str| {
            let mut command = Command::new(installed(program));
            command
                .env("RALPH_APP_DIR", &app)
                .env("RALPH_RUNSERVER_BACKEND", "fs")
                .env("RALPH_BACKENDS__LRS__FS__DEFAULT_DIRECTORY_PATH", &data)
                .env("RALPH_RUNSERVER_CORS_ALLOW_ORIGINS", format!("[\"{site}\"]"))
                .current_dir(folder.path());
            command
        };
        let user = [
            "auth",
            "-u",
            USER,
            "-p",
            PASSWORD,
            "-s",
            "all",
            "-M",
            "mailto:lrs@example.org",
            "-N",
            "LRS",
            "-w",
        ];
        let added = command("bin/ralph").args(user).output().expect("run ralph");
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        let process = command("bin/uvicorn")
            .args([
                "lrs_app:app",
                "--host",
                "127.0.0.1",
                "--port",
                &port.0.to_string(),
                "--log-level",
                "warning",
            ])
            .args(["--app-dir", &beside("").to_string_lossy()])
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdout(Stdio::null())
            .spawn()
            .expect("start ralph");
        let ralph = Self { port, process, _folder: folder };
        for _ in 0..200 {
            if ralph.try_request("GET", "/__lbheartbeat__", "").is_some_and(|(status, _)| status == 200) {
                return ralph;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("ralph did not start");
    }

    /// Sends a request below the endpoint: the status, and the body.
    pub fn request(&self, method: &str, path: &str, body: &str) -> (u16, String) {
        self.try_request(method, &format!("/xAPI/{path}"), body).expect("an answer")
    }

    fn try_request(&self, method: &str, path: &str, body: &str) -> Option<(u16, String)> {
        // "lrs:secret123" (RFC 7617).
        let head = format!(
            "{method} {path} HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Basic bHJzOnNlY3JldDEyMw==\r\n\
             X-Experience-API-Version: 1.0.3\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(("127.0.0.1", self.port.0)).ok()?;
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        let (head, body) = answer.split_once("\r\n\r\n")?;
        Some((head.split(' ').nth(1)?.parse().ok()?, body.to_owned()))
    }

    /// All statements that it has.
    pub fn statements(&self) -> Vec<Value> {
        let (mut all, mut path) = (Vec::new(), "statements?limit=500&ascending=true".to_owned());
        loop {
            let (status, body) = self.request("GET", &path, "");
            assert_eq!(status, 200, "{body}");
            let mut page: Value = serde_json::from_str(&body).expect("JSON");
            all.append(page["statements"].as_array_mut().expect("statements"));
            match page["more"].as_str().and_then(|more| more.strip_prefix("/xAPI/")) {
                Some(more) => path = more.to_owned(),
                None => return all,
            }
        }
    }
}

impl Drop for Ralph {
    fn drop(&mut self) {
        // One that has ended already needs no end.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What is wrong with statements, as two validators see it that others wrote: a line each.
pub fn mistakes(statements: &[Value]) -> [String; 2] {
    let text = Value::from(statements).to_string();
    let strict = run(Command::new(installed("bin/python")).arg(beside("strict.py")), &text);
    let modules = installed("node_modules");
    let mut second = Command::new("node");
    second.arg(beside("second_opinion.cjs")).env("NODE_PATH", modules);
    [strict, run(&mut second, &text)]
}

fn run(command: &mut Command, input: &str) -> String {
    let mut running =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("start a validator");
    running.stdin.take().expect("its input").write_all(input.as_bytes()).expect("write");
    let output = running.wait_with_output().expect("an end");
    assert!(output.status.success(), "the validator failed");
    String::from_utf8_lossy(&output.stdout).into_owned()
}
