//! The crate in memory, and its comparison with the crate on disk.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::{Diagnostic, Place, Result};
use crate::input::exchange::exchange;
use crate::input::load;

/// The list of generated files, which is a generated file itself.
const LIST: &str = "files.txt";

/// Files that Cargo writes next to a manifest.
const CARGO_FILES: &[&str] = &["Cargo.lock", "target"];

/// The maximum number of lines of a list of files.
const LISTED: usize = 20;

/// The maximum number of lines of a diff.
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

/// A difference between the files and a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// A report for users.
    pub text: String,
    /// `true` if the folder has to be written again, `false` if it only has files of others.
    pub is_outdated: bool,
}

/// The files that writing the crate changes.
#[derive(Clone, Debug)]
pub struct Changes<'a> {
    /// The crate's folder.
    out: &'a Path,
    /// The paths below the folder of the files to write, with their contents.
    files: Vec<(&'a str, &'a str)>,
    /// The paths below the folder of the files to remove.
    stale: Vec<String>,
    /// Other files to write, with their contents.
    others: Vec<(PathBuf, &'a str)>,
}

impl Changes<'_> {
    /// Lists the files, those that are written first, and those outside of the crate last.
    fn list(&self) -> Vec<String> {
        let added = self.files.iter().map(|(path, _)| format!("wrote {path}"));
        let removed = self.stale.iter().map(|path| format!("removed {path}"));
        let mut list = capped(added.chain(removed).collect(), LISTED);
        let others = self.others.iter().map(|(path, _)| load::name(path));
        list.extend(others.map(|path| format!("wrote {path}")));
        list
    }

    /// Lists all files, with their whole paths: first those outside of the crate.
    pub fn paths(&self) -> Vec<String> {
        let name = |path: &str| load::name(&self.out.join(path));
        let others = self.others.iter().map(|(path, _)| load::name(path));
        let written = self.files.iter().map(|(path, _)| name(path));
        let removed = self.stale.iter().map(|path| format!("{} (removed)", name(path)));
        others.chain(written).chain(removed).collect()
    }

    /// Writes and removes the files. A failure leaves all of them as they were.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written or removed.
    pub fn write(&self) -> Result<()> {
        let in_folder =
            self.files.iter().map(|(path, text)| (self.out.join(path), *text));
        let files: Vec<(PathBuf, &str)> =
            in_folder.chain(self.others.iter().cloned()).collect();
        let stale: Vec<PathBuf> =
            self.stale.iter().map(|path| self.out.join(path)).collect();
        exchange(self.out, &files, &stale)
            .map_err(|error| unwritable(self.out, &error))?;
        for path in &self.stale {
            remove_empty_folders(self.out, path);
        }
        Ok(())
    }
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

    /// Returns paths and contents, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, file)| (path.as_str(), file.text.as_str()))
    }

    /// Adds the list of all files, which is what a later run may remove.
    pub fn close(&mut self) {
        let mut names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        names.push(LIST);
        names.sort_unstable();
        let list = names.join("\n") + "\n";
        self.add(LIST, "generator/src/input/folder.rs", list);
    }

    /// Updates the folder, and writes each of `others` with its contents. Returns the changes.
    ///
    /// A failed write leaves all files as they were.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read or written.
    pub fn write(
        &self,
        out: &Path,
        others: &[(PathBuf, String)],
    ) -> Result<Vec<String>> {
        let changes = self.changes(out, others)?;
        changes.write()?;
        Ok(changes.list())
    }

    /// Returns what is to be written so that the folder has these files, and each of `others` its
    /// contents.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read.
    pub fn changes<'a>(
        &'a self,
        out: &'a Path,
        others: &'a [(PathBuf, String)],
    ) -> Result<Changes<'a>> {
        let mut files = Vec::new();
        for (path, text) in self.iter() {
            if differs(&out.join(path), text)? {
                files.push((path, text));
            }
        }
        let mut changed = Vec::new();
        for (path, text) in others {
            if differs(path, text)? {
                changed.push((path.clone(), text.as_str()));
            }
        }
        Ok(Changes { out, files, stale: self.stale(out)?, others: changed })
    }

    /// Returns a short report of how the folder differs: what to do about each file, then the
    /// beginning of the differences. `None` if nothing differs.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub fn compare(&self, out: &Path) -> Result<Option<Difference>> {
        if !out.exists() {
            let text = format!("{} does not exist\n", out.display());
            return Ok(Some(Difference { text, is_outdated: true }));
        }
        let differences = self.differences(out)?;
        let mut lines = self.list(out, &differences);
        let stale = self.stale(out)?;
        let stray = self.stray(out)?;
        let is_outdated = !lines.is_empty() || !stale.is_empty();
        lines.extend(stale.iter().map(|path| format!("no longer generated: {path}")));
        lines.extend(
            stray.iter().map(|path| {
                format!("not generated: {path} (move it out of the folder)")
            }),
        );
        if lines.is_empty() {
            return Ok(None);
        }
        let list: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let text = list + &self.diff(out, &differences)?;
        Ok(Some(Difference { text, is_outdated }))
    }

    /// Lists files that differ, with their sources. A long list has one line for all files with the
    /// same source.
    fn list(&self, out: &Path, paths: &[String]) -> Vec<String> {
        // A file that is missing only has to be generated; its source is fine.
        let state = |path: &String| match out.join(path).exists() {
            true => ("differs", format!(" (edit {})", self.0[path].source)),
            false => ("missing", String::new()),
        };
        if paths.len() <= LISTED {
            let line = |path: &String| {
                let (state, hint) = state(path);
                format!("{state}: {path}{hint}")
            };
            return paths.iter().map(line).collect();
        }
        let mut groups: BTreeMap<(&str, String), Vec<&String>> = BTreeMap::new();
        for path in paths {
            groups.entry(state(path)).or_default().push(path);
        }
        let line = |((state, hint), paths): (&(&str, String), &Vec<&String>)| {
            let more = match paths.len() {
                1 => String::new(),
                count => format!(" and {} more", count - 1),
            };
            format!("{state}: {}{more}{hint}", paths[0])
        };
        capped(groups.iter().map(line).collect(), LISTED)
    }

    /// Returns the beginning of a unified diff.
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
            lines.extend(text.lines().map(str::to_owned));
        }
        let lines = capped(lines, SHOWN);
        Ok(lines.iter().map(|line| format!("{line}\n")).collect())
    }

    fn differences(&self, out: &Path) -> Result<Vec<String>> {
        let mut paths = Vec::new();
        for (path, file) in &self.0 {
            if differs(&out.join(path), &file.text)? {
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
}

/// Returns at most `limit` lines, and the number of the others in one line more.
fn capped(mut lines: Vec<String>, limit: usize) -> Vec<String> {
    let rest = lines.len().saturating_sub(limit);
    lines.truncate(limit);
    if rest > 0 {
        lines.push(format!("… and {rest} more"));
    }
    lines
}

/// Removes the folders of a removed file that are empty now; removing any other folder fails,
/// which is not an error.
fn remove_empty_folders(out: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(parent) = folder.filter(|p| !p.as_os_str().is_empty()) {
        if fs::remove_dir(out.join(parent)).is_err() {
            break;
        }
        folder = parent.parent();
    }
}

fn differs(path: &Path, text: &str) -> Result<bool> {
    Ok(read(path)?.as_deref() != Some(text))
}

fn read(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unwritable(path, &error).into()),
    }
}

fn unwritable(path: &Path, error: &io::Error) -> Diagnostic {
    let fault = format!("cannot read or write the crate: {}", error.kind());
    Diagnostic::new(path.display().to_string(), Place::File, fault)
        .help("choose another folder with `--out`, or remove what is in the way")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_have_a_line_for_each_source() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = FileTree::default();
        for index in 0..30 {
            files.add(format!("src/t{index:02}.rs"), "emit/types.rs", "new\n");
        }
        files.add("Cargo.toml", "scope.toml", "new\n");
        files.add("README.md", "lib.md", "same\n");
        let out = folder.path();
        fs::create_dir(out.join("src")).unwrap();
        for index in 0..10 {
            fs::write(out.join(format!("src/t{index:02}.rs")), "old\n").unwrap();
        }
        fs::write(out.join("README.md"), "same\n").unwrap();
        let difference = files.compare(out).unwrap().unwrap();
        let beginning = "differs: src/t00.rs and 9 more (edit emit/types.rs)\n\
            missing: Cargo.toml and 20 more\n--- Cargo.toml\n";
        assert!(difference.text.starts_with(beginning), "{}", difference.text);
        assert!(difference.is_outdated);
        let written = files.write(out, &[]).unwrap();
        assert_eq!(written.len(), LISTED + 1);
        assert_eq!(written.last().unwrap(), "… and 11 more");
    }

    #[test]
    fn files_of_others_do_not_make_a_crate_outdated() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = FileTree::default();
        files.add("a.rs", "emit/types.rs", "");
        files.write(folder.path(), &[]).unwrap();
        for path in ["b.rs", ".hidden", "Cargo.lock"] {
            fs::write(folder.path().join(path), "").unwrap();
        }
        let difference = files.compare(folder.path()).unwrap().unwrap();
        assert_eq!(difference.text, "not generated: b.rs (move it out of the folder)\n");
        assert!(!difference.is_outdated);
    }

    #[test]
    fn only_files_of_an_earlier_run_are_removed() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path();
        let write = |paths: &[&str]| {
            let mut files = FileTree::default();
            paths.iter().for_each(|path| files.add(*path, "origin", "text\n"));
            files.close();
            files.write(out, &[]).unwrap()
        };
        assert_eq!(
            write(&["a/b/c.rs", "d.rs"]),
            ["wrote a/b/c.rs", "wrote d.rs", "wrote files.txt"]
        );
        fs::write(out.join("own.rs"), "").unwrap();
        assert_eq!(write(&["d.rs"]), ["wrote files.txt", "removed a/b/c.rs"]);
        assert!(!out.join("a").exists() && out.join("own.rs").exists());
        assert!(write(&["d.rs"]).is_empty());
    }

    #[test]
    fn a_list_cannot_lead_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("out");
        fs::create_dir(&out).unwrap();
        fs::write(folder.path().join("mine.rs"), "").unwrap();
        fs::write(out.join(LIST), "../mine.rs\n/etc/hostname\n").unwrap();
        assert!(FileTree::default().write(&out, &[]).unwrap().is_empty());
        assert!(folder.path().join("mine.rs").exists());
    }

    #[test]
    fn a_difference_names_the_file_to_edit() {
        let folder = tempfile::tempdir().unwrap();
        let mut files = FileTree::default();
        files.add("a.rs", "spec/scope.toml", "new\n");
        assert_eq!(
            files.compare(folder.path()).unwrap().unwrap().text.lines().next(),
            Some("missing: a.rs")
        );
        fs::write(folder.path().join("a.rs"), "old\n").unwrap();
        let text = files.compare(folder.path()).unwrap().unwrap().text;
        assert_eq!(
            text,
            "differs: a.rs (edit spec/scope.toml)\n--- a.rs\n+++ regenerated\n@@ -1 +1 @@\n-old\n+new\n"
        );
        files.write(folder.path(), &[]).unwrap();
        assert_eq!(files.compare(folder.path()).unwrap(), None);
    }
}
