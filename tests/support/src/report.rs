//! Tests that need something from outside the repository.

use std::path::{Path, PathBuf};

use libtest_mimic::{Failed, Trial};

/// Creates a test that needs a file or a program. If it is missing, the test is reported
/// as ignored with the reason; in the project's checks it fails.
pub fn needing<F>(name: &str, needed: Result<PathBuf, String>, test: F) -> Trial
where
    F: FnOnce(&Path) -> Result<(), String> + Send + 'static,
{
    match needed {
        Ok(needed) => Trial::test(name, move || test(&needed).map_err(Failed::from)),
        Err(reason) if crate::ci() => {
            Trial::test(name, move || Err(Failed::from(reason)))
        }
        Err(reason) => {
            Trial::test(name, || Ok(())).with_kind(reason).with_ignored_flag(true)
        }
    }
}

/// Creates a test that needs nothing.
pub fn test<F>(name: &str, test: F) -> Trial
where
    F: FnOnce() -> Result<(), String> + Send + 'static,
{
    Trial::test(name, || test().map_err(Failed::from))
}
