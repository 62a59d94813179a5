//! Support for the tests of all packages: paths, and tests that are ignored when
//! something from outside the repository is missing.

pub mod official;
pub mod report;

use std::path::{Path, PathBuf};

/// Returns the root of the workspace.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Returns `true` in the project's checks, which must not skip any test.
pub fn ci() -> bool {
    std::env::var_os("CI").is_some()
}
