//! Compiles the front end: this crate's library as WebAssembly, and what a page loads with it.
//!
//! A fresh machine needs Rust and nothing else: the missing target is added with
//! rustup, and wasm-bindgen is a library of this program. `wasm-opt` is used
//! when it is there.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use wasm_bindgen_cli_support::Bindgen;

use super::{Stop, strip};

const TARGET: &str = "wasm32-unknown-unknown";
/// The profile of Cargo.toml that the front end is compiled with.
const PROFILE: &str = "web";
const LIBRARY: &str = "social_workshop";

/// The files that a page needs beside its course.
#[derive(Debug, Clone, Default)]
pub struct FrontEnd {
    /// What the page of a lesson starts with.
    pub lesson: Module,
    /// What every other page starts with.
    pub every_page: Module,
    pub boot: Vec<u8>,
    /// The script that shows a page as the learner prefers it.
    pub preferences: Vec<u8>,
    pub style: Vec<u8>,
    /// What the pages of a trainer and of a room need besides: no learner loads it.
    pub room_style: Vec<u8>,
    /// The shell of every page.
    pub template: String,
}

/// WebAssembly, and the script that loads it.
#[derive(Debug, Clone, Default)]
pub struct Module {
    pub wasm: Vec<u8>,
    pub script: Vec<u8>,
}

/// Where the project's source is: the front end is compiled from it.
pub fn source() -> Result<PathBuf, Stop> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    if path.join("Cargo.toml").is_file() { Ok(path) } else { Err(Stop::NoSource { path }) }
}

/// Compiles what has changed and reads the files. cargo's progress goes to the terminal.
pub fn compile(source: &Path) -> Result<FrontEnd, Stop> {
    let every_page = compile_every_page(source)?;
    Ok(FrontEnd { lesson: module(source, "lesson", &["--no-default-features"])?, ..every_page })
}

/// The same without the small module of lessons, which no LMS needs.
pub fn compile_every_page(source: &Path) -> Result<FrontEnd, Stop> {
    ensure_target()?;
    eprintln!("Compiling the front end (the first time takes a few minutes) …");
    Ok(FrontEnd {
        lesson: Module::default(),
        every_page: module(source, "every-page", &[])?,
        boot: script(&source.join("src/app/boot.js"))?,
        preferences: script(&source.join("src/app/preferences.js"))?,
        style: style(&source.join("style"))?,
        room_style: style(&source.join("style/room"))?,
        template: text(&source.join("index.html"))?,
    })
}

/// Compiles the library with these features and makes a module of it.
///
/// Each module has a target folder of its own: in one, cargo would give both the same
/// file, and compile each of them anew whenever the other was asked for.
fn module(source: &Path, name: &str, features: &[&str]) -> Result<Module, Stop> {
    let folder = target_directory(source).join("front-end").join(name);
    cargo_build(source, &folder, features)?;
    let compiled = folder.join(TARGET).join(PROFILE).join(format!("{LIBRARY}.wasm"));
    let bundle = folder.join("bundle");
    let stamp = stamp(&read(&compiled)?);
    if fs::read_to_string(bundle.join("stamp")).ok().as_deref() != Some(&stamp) {
        bind(&compiled, &bundle)?;
        optimise(&bundle)?;
        fs::write(bundle.join("stamp"), &stamp).map_err(Stop::io("write the front end"))?;
    }
    Ok(Module { wasm: read(&bundle.join("app_bg.wasm"))?, script: script(&bundle.join("app.js"))? })
}

/// All style sheets of a folder as one, in the order of their names.
pub fn style(directory: &Path) -> Result<Vec<u8>, Stop> {
    let entries = fs::read_dir(directory).map_err(Stop::io("read the style sheets"))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort();
    let mut style = String::new();
    for path in paths {
        style += &strip::style(&text(&path)?);
    }
    Ok(style.into_bytes())
}

/// A script without what no browser reads.
fn script(path: &Path) -> Result<Vec<u8>, Stop> {
    Ok(strip::script(&text(path)?).into_bytes())
}

fn text(path: &Path) -> Result<String, Stop> {
    Ok(String::from_utf8_lossy(&read(path)?).into_owned())
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    fs::read(path).map_err(Stop::io(format!("read {}", path.display())))
}

fn ensure_target() -> Result<(), Stop> {
    let sysroot =
        Command::new(tool("rustc")).args(["--print", "sysroot"]).output().map_err(Stop::io("run rustc"))?;
    let sysroot = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if sysroot.join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    eprintln!("Adding the Rust target {TARGET} …");
    let added = Command::new("rustup").args(["target", "add", TARGET]).status();
    match added {
        Ok(status) if status.success() => Ok(()),
        _ => Err(Stop::FrontEnd {
            reason: format!("the target {TARGET} is missing; run `rustup target add {TARGET}`"),
        }),
    }
}

fn cargo_build(source: &Path, folder: &Path, features: &[&str]) -> Result<(), Stop> {
    let status = Command::new(tool("cargo"))
        .args(["build", "--lib", "--locked", "--target", TARGET, "--profile", PROFILE])
        .args(features)
        .arg("--target-dir")
        .arg(folder)
        .arg("--manifest-path")
        .arg(source.join("Cargo.toml"))
        // Else rustup looks for the toolchain that each dependency names for itself.
        .env("RUSTC", tool("rustc"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(Stop::io("run cargo"))?;
    if status.success() { Ok(()) } else { Err(Stop::FrontEnd { reason: "cargo says why above".to_owned() }) }
}

/// A tool of the toolchain that compiled this program; the one on PATH where that is gone.
fn tool(name: &str) -> PathBuf {
    let beside = |cargo| Path::new(cargo).with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    option_env!("CARGO").map(beside).filter(|tool| tool.is_file()).unwrap_or_else(|| PathBuf::from(name))
}

fn target_directory(source: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| source.join("target"), |named| source.join(named))
}

/// What the bundle was made of: the module and the tool at hand.
fn stamp(module: &[u8]) -> String {
    format!("{} {}", content_hash(module), if wasm_opt_is_there() { "wasm-opt" } else { "plain" })
}

fn bind(compiled: &Path, bundle: &Path) -> Result<(), Stop> {
    let mut bindgen = Bindgen::new();
    let result = bindgen
        .input_path(compiled)
        .out_name("app")
        .web(true)
        .map(|bindgen| bindgen.typescript(false).remove_name_section(true).remove_producers_section(true))
        .and_then(|bindgen| bindgen.generate(bundle));
    result.map_err(|error| Stop::FrontEnd { reason: format!("{error:#}") })
}

fn wasm_opt_is_there() -> bool {
    Command::new("wasm-opt")
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Makes the module smaller where wasm-opt can; an older wasm-opt that cannot read it leaves it as it is.
fn optimise(bundle: &Path) -> Result<(), Stop> {
    if !wasm_opt_is_there() {
        return Ok(());
    }
    let module = bundle.join("app_bg.wasm");
    let smaller = bundle.join("app_bg.opt.wasm");
    let status = Command::new("wasm-opt")
        .arg("-Oz")
        .arg(&module)
        .arg("-o")
        .arg(&smaller)
        .stderr(Stdio::null())
        .status();
    if status.is_ok_and(|status| status.success()) {
        fs::rename(&smaller, &module).map_err(Stop::io("replace the front end"))?;
    }
    Ok(())
}

/// A short name for some bytes, for addresses that change when the bytes do.
pub fn content_hash(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    format!("{:016x}", hasher.finish())
}
