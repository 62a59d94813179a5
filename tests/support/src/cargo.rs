//! Cargo, run by tests.

use std::process::Command;

/// What the Cargo that runs a test tells it about its package.
const ABOUT_THE_TEST: [&str; 5] =
    ["CARGO_BIN_", "CARGO_CRATE_", "CARGO_MANIFEST_", "CARGO_PKG_", "OUT_DIR"];

/// Returns the command Cargo, without the variables about the package of the test: some
/// build scripts read them, and Cargo would run these again, with all that depends on
/// them.
pub fn cargo() -> Command {
    let mut command = Command::new(env!("CARGO"));
    for (name, _) in std::env::vars_os() {
        let told = name.to_str().unwrap_or_default();
        if ABOUT_THE_TEST.iter().any(|start| told.starts_with(start)) {
            command.env_remove(name);
        }
    }
    command
}
