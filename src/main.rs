//! The `workshop` command.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    social_workshop::command::run()
}

/// The front end is the library alone.
#[cfg(target_arch = "wasm32")]
fn main() {}
