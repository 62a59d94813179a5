//! Exchanges files: all of them, or none.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Writes `files` and removes the files `stale`. After a failure, all of them are as they were.
///
/// Everything is staged in the folder `out` first, which is created if it is missing.
///
/// # Errors
/// Returns an error if a file cannot be written or removed.
pub(super) fn exchange(
    out: &Path,
    files: &[(PathBuf, &str)],
    stale: &[PathBuf],
) -> io::Result<()> {
    let mut exchange = Exchange::default();
    let result = exchange.create(out).and_then(|()| {
        let staging = tempfile::tempdir_in(out)?;
        let result = exchange.run(staging.path(), files, stale);
        if result.is_err() && exchange.undo().is_err() {
            // The only copies of some files are in it.
            let _ = staging.keep();
        }
        result
    });
    if result.is_err() {
        exchange.remove_folders();
    }
    result
}

/// The changes so far.
#[derive(Default)]
struct Exchange {
    /// The files, with the copies of what they were.
    files: Vec<(PathBuf, Option<PathBuf>)>,
    /// The created folders.
    folders: Vec<PathBuf>,
}

impl Exchange {
    fn run(
        &mut self,
        staging: &Path,
        files: &[(PathBuf, &str)],
        stale: &[PathBuf],
    ) -> io::Result<()> {
        for (index, (_, text)) in files.iter().enumerate() {
            fs::write(staging.join(format!("new{index}")), text)?;
        }
        for (index, (path, _)) in files.iter().enumerate() {
            let backup = staging.join(format!("old{index}"));
            self.replace(&staging.join(format!("new{index}")), path, backup)?;
        }
        for (index, file) in stale.iter().enumerate() {
            let backup = staging.join(format!("stale{index}"));
            move_to(file, &backup)?;
            self.files.push((file.clone(), Some(backup)));
        }
        Ok(())
    }

    /// Moves a file into place. The old one is copied, not moved, so that there is one at any
    /// time.
    fn replace(&mut self, new: &Path, file: &Path, backup: PathBuf) -> io::Result<()> {
        self.create(file.parent().unwrap_or(file))?;
        let is_old = file.exists();
        if is_old {
            fs::copy(file, &backup)?;
        }
        move_to(new, file)?;
        self.files.push((file.to_owned(), is_old.then_some(backup)));
        Ok(())
    }

    /// Creates a folder and those around it.
    fn create(&mut self, folder: &Path) -> io::Result<()> {
        let missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
        let missing: Vec<&Path> = folder.ancestors().take_while(missing).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        Ok(())
    }

    /// Restores all files that it can.
    fn undo(&self) -> io::Result<()> {
        let restored = self.files.iter().rev().map(|(file, backup)| match backup {
            Some(backup) => move_to(backup, file),
            None => fs::remove_file(file),
        });
        restored.fold(Ok(()), io::Result::and)
    }

    /// Removes the created folders. One that is not empty stays.
    fn remove_folders(&self) {
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Moves a file. To another file system it is copied first, next to its target: only there is a
/// rename certain to be atomic.
fn move_to(from: &Path, to: &Path) -> io::Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            let staging = tempfile::tempdir_in(to.parent().unwrap_or(to))?;
            let copy = staging.path().join("copy");
            fs::copy(from, &copy)?;
            fs::rename(copy, to)?;
            fs::remove_file(from)
        }
        result => result,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Returns everything below a folder, with the contents of files.
    fn tree(folder: &Path) -> BTreeMap<PathBuf, Option<String>> {
        let mut tree = BTreeMap::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                tree.extend(self::tree(&path));
                tree.insert(path, None);
            } else {
                let text = fs::read_to_string(&path).unwrap();
                tree.insert(path, Some(text));
            }
        }
        tree
    }

    #[test]
    fn a_failure_in_the_middle_leaves_the_old_files() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path();
        fs::write(out.join("kept"), "old").unwrap();
        fs::write(out.join("changed"), "old").unwrap();
        fs::write(out.join("stale"), "old").unwrap();
        let before = tree(out);
        let stale = [out.join("stale")];
        let files = [(out.join("changed"), "new"), (out.join("a/b/added"), "new")];
        // No file system has names of this length.
        let long = out.join(format!("a/c/{}", "x".repeat(300)));
        let failing = [files.as_slice(), &[(long, "new")]].concat();
        exchange(out, &failing, &stale).unwrap_err();
        assert_eq!(tree(out), before);
        exchange(out, &files, &[out.join("missing")]).unwrap_err();
        assert_eq!(tree(out), before);

        exchange(out, &files, &stale).unwrap();
        assert!(!out.join("stale").exists());
        for (path, text) in files {
            assert_eq!(fs::read_to_string(path).unwrap(), text);
        }
        assert_eq!(tree(out).len(), 5);
    }

    /// On most systems `/dev/shm` is a file system of its own.
    #[test]
    fn files_of_another_file_system_are_exchanged_too() {
        let folder = tempfile::tempdir().unwrap();
        let elsewhere = Path::new("/dev/shm");
        let elsewhere = if elsewhere.is_dir() { elsewhere } else { folder.path() };
        let other = tempfile::tempdir_in(elsewhere).unwrap();
        let file = other.path().join("names.lock");
        fs::write(&file, "old").unwrap();
        let long = other.path().join("x".repeat(300));
        let failing = [(file.clone(), "new"), (long, "new")];
        exchange(folder.path(), &failing, &[]).unwrap_err();
        assert_eq!(fs::read_to_string(&file).unwrap(), "old");
        exchange(folder.path(), &failing[..1], &[]).unwrap();
        assert_eq!(fs::read_to_string(&file).unwrap(), "new");
        assert_eq!(tree(other.path()).len() + tree(folder.path()).len(), 1);
    }

    #[test]
    fn a_failure_leaves_no_new_folder() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("new/crate");
        let files = [(out.join("a/b"), "new"), (out.join("x".repeat(300)), "new")];
        exchange(&out, &files, &[]).unwrap_err();
        assert!(tree(folder.path()).is_empty());
    }
}
