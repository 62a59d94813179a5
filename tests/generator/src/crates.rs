//! Generated crates on disk, and what Cargo says about them.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Runs Cargo on a crate that stands alone. All crates share one target folder.
///
/// # Errors
/// Cargo reports a failure; the text is its report.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Result<(), String> {
    // Nothing is resolved anew: the versions are those of the workspace.
    let lock = crate::workspace().join("Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map_err(|error| error.to_string())?;
    let target = folder.parent().unwrap_or(folder).join("target");
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("RUSTDOCFLAGS", "-D warnings")
        .output()
        .map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    let report = String::from_utf8_lossy(&output.stderr);
    let shown = String::from_utf8_lossy(&output.stdout);
    let report: Vec<&str> = report.lines().chain(shown.lines()).take(120).collect();
    Err(format!("cargo {}\n{}", arguments.join(" "), report.join("\n")))
}

/// Checks that a crate is formatted, and free of warnings of the compiler, of clippy under the
/// crate's own lints, and of rustdoc.
///
/// # Errors
/// It is not.
pub fn clean(folder: &Path) -> Result<(), String> {
    cargo(folder, &["fmt", "--check"])?;
    // Without transports fewer dependencies are built; they do not touch what is emitted.
    let features = ["--no-default-features", "--features", "serialize"];
    let deny = ["--", "-D", "warnings"];
    cargo(folder, &[["clippy", "-q"].as_slice(), &features, &deny].concat())?;
    cargo(folder, &[["clippy", "-q"].as_slice(), &features[..1], &deny].concat())?;
    cargo(folder, &[["doc", "-q", "--no-deps"].as_slice(), &features].concat())
}
