//! Expected texts that stand in files.

use std::fs;
use std::path::Path;

/// Whether expected texts are to be written.
pub fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// Compares a text with the file that holds what is expected, or with `UPDATE_GOLDEN` writes
/// that file.
///
/// # Errors
/// They differ; the text shows where.
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
