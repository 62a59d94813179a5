//! Expected output in files.

use std::fs;
use std::path::Path;

/// Returns `true` if the expected files are to be overwritten.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// Compares a string with the contents of a file, or overwrites the file if
/// `UPDATE_GOLDEN` is set.
///
/// # Errors
/// Returns the differences.
pub fn compare(path: &Path, found: &str) -> Result<(), String> {
    if updating() {
        return fs::write(path, found)
            .map_err(|error| format!("{}: {error}", path.display()));
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == found {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(expected.as_str(), found);
    Err(format!(
        "{}\nrun the tests with UPDATE_GOLDEN=1 if the change is meant",
        diff.unified_diff().header("expected", "found")
    ))
}
