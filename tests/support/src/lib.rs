//! Support for the tests of all packages.

#![allow(missing_docs, reason = "names say it; comments are for what they do not say")]
#![allow(clippy::expect_used, reason = "tests")]

mod cargo;
pub mod official;
pub mod programs;
#[cfg(feature = "report")]
pub mod report;
#[cfg(feature = "server")]
pub mod server;

use std::path::{Path, PathBuf};

pub use self::cargo::cargo;

/// Returns the root of the workspace.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// Returns Cargo's target folder, from a folder in the one for the files of tests in it.
pub fn target(folder: &Path) -> &Path {
    let tmp = folder.ancestors().find(|above| above.ends_with("tmp"));
    tmp.and_then(Path::parent).unwrap_or(folder)
}

/// Returns `true` in the project's checks, which must not skip any test.
pub fn ci() -> bool {
    std::env::var_os("CI").is_some()
}
