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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::faults;

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("names.lock");
        fs::write(&path, "old").unwrap();
        text(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_cannot_be_written_is_a_fault_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let fault = "cannot write the file: no such folder";
        assert_eq!(faults(text(&folder.path().join("gone/names.lock"), "new")), [fault]);
        let taken = folder.path().join("taken");
        fs::create_dir_all(taken.join("inside")).unwrap();
        assert_eq!(faults(text(&taken, "new")).len(), 1);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
