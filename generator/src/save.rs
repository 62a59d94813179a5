//! Writes a single file that a command was asked for.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::{Diagnostic, Place, Result};
use crate::load;

/// Writes a text file in one step: afterwards it is the old one or the whole new one.
///
/// # Errors
/// The file cannot be written.
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

/// The new file is made in a folder beside the old one, because only there is a move certain
/// to be one step, and only a file made in the ordinary way has the ordinary permissions.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let staging = tempfile::tempdir_in(folder.unwrap_or(Path::new(".")))?;
    let staged = staging.path().join("staged");
    fs::write(&staged, text)?;
    fs::rename(staged, path)
}
