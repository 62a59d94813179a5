//! Writes single files.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Place, Result};
use crate::input::load;

/// Writes a text file atomically: afterwards it is either the old file or the complete
/// new one.
///
/// # Errors
/// Returns an error if the file cannot be written.
pub fn text(path: &Path, text: &str) -> Result<()> {
    replace(path, text).map_err(|error| {
        let fault = match error.kind() {
            ErrorKind::NotFound => "cannot write the file: no such folder".to_owned(),
            kind => format!("cannot write the file: {kind}"),
        };
        Diagnostic::new(load::name(path), Place::File, fault)
            .help("choose another path, or remove what is in the way")
            .into()
    })
}

/// The new file is created in a temporary folder next to the target: only there is a
/// rename certain to be atomic, and only a regular file gets regular permissions.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let staging = tempfile::tempdir_in(folder.unwrap_or(Path::new(".")))?;
    let staged = staging.path().join("staged");
    fs::write(&staged, text)?;
    fs::rename(staged, path)
}
