//! Runs the generator as its users do.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the generator in a folder, with an empty `PATH`: it needs no other program. Only the
/// tests know where Cargo put it.
///
/// # Errors
/// Returns an error if the generator cannot be started.
pub fn run(program: &str, folder: &Path, arguments: &[&str]) -> Result<Output, String> {
    Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env_remove("PATH")
        .output()
        .map_err(|error| error.to_string())
}
