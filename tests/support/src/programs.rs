//! Programs of the workspace that tests run.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{fs, io};

use serde_json::Value;

/// The paths of programs by their names.
pub type Programs = BTreeMap<String, PathBuf>;

/// Returns the paths of the crate's example programs.
///
/// # Errors
/// Returns the messages of the compiler if they cannot be built.
pub fn examples() -> Result<&'static Programs, String> {
    static BUILT: OnceLock<Result<Programs, String>> = OnceLock::new();
    let programs = BUILT.get_or_init(|| build(&mut command(&["--examples"])));
    programs.as_ref().map_err(Clone::clone)
}

/// Returns the path of a program of `tests/programs`, for which a test has written the file
/// of this name.
///
/// # Errors
/// Returns the messages of the compiler if it cannot be built.
pub fn written(
    name: &str,
    file: &str,
    text: &str,
    folder: &Path,
) -> Result<PathBuf, String> {
    let code = folder.join("written");
    save(&code.join(file), text).map_err(|error| error.to_string())?;
    // With the examples come the features that their dependencies need.
    let targets = ["--bin", name, "--examples", "--features", "test-programs/written"];
    let found = build(command(&targets).env("WRITTEN_CODE", code))?.remove(name);
    found.ok_or_else(|| format!("there is no program `{name}`"))
}

/// Writes a file unless it is up to date, so that Cargo does not rebuild.
fn save(file: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::create_dir_all(file.parent().unwrap_or(file))?;
    fs::write(file, text)
}

/// Returns the command that builds programs. It is about all packages at once: their
/// dependencies then have the same features as in `cargo test --workspace`, so that what
/// this has compiled is used again.
fn command(targets: &[&str]) -> Command {
    let mut command = crate::cargo();
    command.args(["build", "--workspace", "--message-format", "json"]);
    command.args(targets).current_dir(crate::workspace());
    command
}

fn build(command: &mut Command) -> Result<Programs, String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let messages = messages.lines().filter_map(|line| serde_json::from_str(line).ok());
    Ok(messages.filter_map(|message| program(&message)).collect())
}

/// Returns the program that a message of Cargo is about.
fn program(message: &Value) -> Option<(String, PathBuf)> {
    let name = message.pointer("/target/name")?.as_str()?;
    Some((name.to_owned(), message.get("executable")?.as_str()?.into()))
}
