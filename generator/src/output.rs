//! The crate in memory, and its comparison with the crate on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Place, Result};

/// The list of generated files, which is a generated file itself.
const LIST: &str = "files.txt";

/// Files that Cargo writes next to a manifest.
const CARGO_FILES: &[&str] = &["Cargo.lock", "target"];

/// The number of lines of a difference that are shown.
const SHOWN: usize = 40;

/// Files by their path below the crate's folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileTree(BTreeMap<String, File>);

/// A file, and the file to edit in order to change it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct File {
    text: String,
    source: String,
}

impl FileTree {
    /// Adds a file. `source` is the file to edit in order to change it.
    pub fn add(
        &mut self,
        path: impl Into<String>,
        source: impl Into<String>,
        text: impl Into<String>,
    ) {
        self.0.insert(path.into(), File { text: text.into(), source: source.into() });
    }

    /// Returns paths and texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file.text.as_str()))
    }

    /// Adds the list of all files, which is what a later run may remove.
    pub fn close(&mut self) {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        names.push(LIST);
        names.sort_unstable();
        let list = names.join("\n") + "\n";
        self.add(LIST, "generator/src/output.rs", list);
    }

    /// Updates the folder, and returns the changes.
    ///
    /// Everything is staged in the folder first and then moved, so that a failed write
    /// leaves the old files.
    ///
    /// # Errors
    /// Returns an error if the folder cannot be read or written.
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

    /// Returns a short report of how the folder differs: what to do about each file, then the
    /// beginning of the differences. `None` if nothing differs.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn compare(&self, out: &Path) -> Result<Option<String>> {
        let differences = self.differences(out)?;
        let mut report = String::new();
        for path in &differences {
            let source = &self.0[path].source;
            report += &format!("{path} differs; to change it, edit {source}\n");
        }
        for path in self.stale(out)? {
            report += &format!("{path} is no longer generated\n");
        }
        for path in self.stray(out)? {
            report += &format!("{path} is not generated; move it away\n");
        }
        if report.is_empty() {
            return Ok(None);
        }
        Ok(Some(report + &self.diff(out, &differences)?))
    }

    /// Returns the beginning of the differences.
    fn diff(&self, out: &Path, paths: &[String]) -> Result<String> {
        let mut lines: Vec<String> = Vec::new();
        for path in paths {
            let old = read(&out.join(path))?.unwrap_or_default();
            let diff = TextDiff::from_lines(old.as_str(), &self.0[path].text);
            let text = diff
                .unified_diff()
                .context_radius(1)
                .header(path, "regenerated")
                .to_string();
            lines.extend(text.lines().map(|line| format!("{line}\n")));
        }
        let rest = lines.len().saturating_sub(SHOWN);
        lines.truncate(SHOWN);
        if rest > 0 {
            lines.push(format!("… and {rest} more lines\n"));
        }
        Ok(lines.concat())
    }

    fn differences(&self, out: &Path) -> Result<Vec<String>> {
        let mut paths = Vec::new();
        for (path, file) in &self.0 {
            if read(&out.join(path))?.as_ref() != Some(&file.text) {
                paths.push(path.clone());
            }
        }
        Ok(paths)
    }

    /// Returns files of an earlier run that are no longer generated. Nothing else is
    /// ever removed.
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

    /// Returns files that are not generated, except for files that Cargo writes.
    fn stray(&self, out: &Path) -> Result<Vec<String>> {
        let list = read(&out.join(LIST))?.unwrap_or_default();
        let mut stray = Vec::new();
        let mut folders = vec![String::new()];
        while let Some(folder) = folders.pop() {
            let at = out.join(&folder);
            let entries = match fs::read_dir(&at) {
                Err(error) if error.kind() == ErrorKind::NotFound => continue,
                entries => entries.map_err(|error| unwritable(&at, &error))?,
            };
            for entry in entries {
                let entry = entry.map_err(|error| unwritable(&at, &error))?;
                let name = entry.file_name().to_string_lossy().into_owned();
                let path = format!("{folder}{name}");
                if name.starts_with('.') || CARGO_FILES.contains(&path.as_str()) {
                    continue;
                }
                if entry.path().is_dir() {
                    folders.push(format!("{path}/"));
                } else if !self.0.contains_key(&path) && list.lines().all(|l| l != path)
                {
                    stray.push(path);
                }
            }
        }
        stray.sort();
        Ok(stray)
    }

    fn move_in(&self, out: &Path, paths: &[String]) -> io::Result<()> {
        fs::create_dir_all(out)?;
        let staging = tempfile::tempdir_in(out)?;
        let mut moves: Vec<(PathBuf, PathBuf)> = Vec::new();
        for (index, path) in paths.iter().enumerate() {
            let staged = staging.path().join(index.to_string());
            fs::write(&staged, &self.0[path].text)?;
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
    // Empty folders are removed, too; removing any other folder fails, which is not an
    // error.
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
    let fault = format!("cannot be read or written: {}", error.kind());
    Diagnostic::new(path.display().to_string(), Place::File, fault)
        .help("choose another folder with `--out`, or remove what is in the way")
}
