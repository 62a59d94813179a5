//! Runs the generator as its users do.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;

/// Runs the generator in a folder, with an empty `PATH`: it needs no other program.
///
/// # Errors
/// Returns an error if the generator cannot be built or started.
pub fn run(folder: &Path, arguments: &[&str]) -> Result<Output, String> {
    static PROGRAM: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let program = PROGRAM.get_or_init(build).clone()?;
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env_remove("PATH")
        .output()
        .map_err(|error| error.to_string())
}

/// Builds the program, because the tests of one package do not build those of another.
fn build() -> Result<PathBuf, String> {
    let output = Command::new(env!("CARGO"))
        .args(["build", "--package", "generator", "--bin", "generator"])
        .args(["--message-format", "json"])
        .current_dir(crate::workspace())
        .output()
        .map_err(|error| error.to_string())?;
    let messages = String::from_utf8_lossy(&output.stdout);
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .find_map(|message| Some(PathBuf::from(message.get("executable")?.as_str()?)))
        .ok_or_else(|| String::from_utf8_lossy(&output.stderr).into_owned())
}
