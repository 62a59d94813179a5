//! What the tests of all packages share: where things are, and how a test says that
//! something from outside is missing.

pub mod official;
pub mod report;

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Whether this is a run of the project's checks, in which nothing may be left out.
pub fn ci() -> bool {
    std::env::var_os("CI").is_some()
}
