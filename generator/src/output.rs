//! The crate in memory, and the same crate on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Place, Result};

/// The list of the files that the generator wrote, among them.
const LIST: &str = "files.txt";

/// How many lines of a difference are worth showing.
const SHOWN: usize = 40;

/// Files by their path below the crate's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTree(BTreeMap<String, String>);

impl FileTree {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) {
        self.0.insert(path.into(), text.into());
    }

    /// The files, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// Adds the list of all files, which is what a later run may remove.
    pub fn close(&mut self) {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        names.push(LIST);
        names.sort_unstable();
        let list = names.join("\n") + "\n";
        self.add(LIST, list);
    }

    /// Brings the folder to this state; returns the paths that changed.
    ///
    /// Everything is written beside the folder first and then moved, so that a failure to write
    /// leaves the old files.
    ///
    /// # Errors
    /// The folder cannot be read or written.
    pub fn write(&self, out: &Path) -> Result<Vec<String>> {
        let changed = self.differences(out)?;
        let stale = self.stale(out)?;
        self.move_in(out, &changed).map_err(|error| unwritable(out, &error))?;
        for path in &stale {
            remove(out, path).map_err(|error| unwritable(&out.join(path), &error))?;
        }
        let added = changed.into_iter().map(|path| format!("wrote {path}"));
        Ok(added
            .chain(stale.into_iter().map(|path| format!("removed {path}")))
            .collect())
    }

    /// A short account of how the folder differs; none if it does not.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn compare(&self, out: &Path) -> Result<Option<String>> {
        let mut lines: Vec<String> = Vec::new();
        for path in self.differences(out)? {
            let old = read(&out.join(&path))?.unwrap_or_default();
            let diff = TextDiff::from_lines(old.as_str(), &self.0[&path]);
            let text = diff
                .unified_diff()
                .context_radius(1)
                .header(&path, "regenerated")
                .to_string();
            lines.extend(text.lines().map(str::to_owned));
        }
        lines.extend(
            self.stale(out)?.into_iter().map(|path| format!("{path}: to be removed")),
        );
        if lines.is_empty() {
            return Ok(None);
        }
        let rest = lines.len().saturating_sub(SHOWN);
        lines.truncate(SHOWN);
        if rest > 0 {
            lines.push(format!("… and {rest} lines more"));
        }
        Ok(Some(lines.join("\n") + "\n"))
    }

    fn differences(&self, out: &Path) -> Result<Vec<String>> {
        let mut paths = Vec::new();
        for (path, text) in &self.0 {
            if read(&out.join(path))?.as_ref() != Some(text) {
                paths.push(path.clone());
            }
        }
        Ok(paths)
    }

    /// Files of an earlier run that this one does not have. Nothing else is ever removed.
    fn stale(&self, out: &Path) -> Result<Vec<String>> {
        let list = read(&out.join(LIST))?.unwrap_or_default();
        let is_inside = |path: &&str| {
            Path::new(path)
                .components()
                .all(|part| matches!(part, std::path::Component::Normal(_)))
        };
        Ok(list
            .lines()
            .filter(is_inside)
            .filter(|path| !self.0.contains_key(*path) && out.join(path).is_file())
            .map(str::to_owned)
            .collect())
    }

    fn move_in(&self, out: &Path, paths: &[String]) -> io::Result<()> {
        fs::create_dir_all(out)?;
        let staging = tempfile::tempdir_in(out)?;
        let mut moves: Vec<(PathBuf, PathBuf)> = Vec::new();
        for (index, path) in paths.iter().enumerate() {
            let staged = staging.path().join(index.to_string());
            fs::write(&staged, &self.0[path])?;
            moves.push((staged, out.join(path)));
        }
        for (staged, path) in moves {
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::rename(staged, path)?;
        }
        Ok(())
    }
}

fn remove(out: &Path, path: &str) -> io::Result<()> {
    fs::remove_file(out.join(path))?;
    // Folders that are empty now go too; others stay, which is not an error.
    let mut folder = Path::new(path).parent();
    while let Some(parent) = folder.filter(|p| !p.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(parent)).is_err() {
            break;
        }
        folder = parent.parent();
    }
    Ok(())
}

fn read(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unwritable(path, &error).into()),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    Diagnostic::new(path.display().to_string(), Place::File)
        .expected("a file or folder that can be read and written")
        .found(error.kind().to_string())
        .help("give another folder with `--out`, or free this one")
}
