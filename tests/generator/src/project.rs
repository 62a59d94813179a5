//! Copies of projects, in which tests run the generator as users do.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use tempfile::TempDir;

use crate::{binary, workspace};

type Outcome = Result<(), String>;

/// The contents of files by their paths.
pub type Tree = BTreeMap<String, String>;

/// The parts of the repository that a crate is generated from, and the crate.
const REPOSITORY: [&str; 6] =
    ["spec", "generated", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE"];

/// A copy of a project.
#[derive(Debug)]
pub struct Project {
    folder: TempDir,
    generator: &'static str,
}

impl Project {
    /// Copies a folder. `generator` is the path of the generator.
    ///
    /// # Errors
    /// Returns an error if a file cannot be copied.
    pub fn copy(generator: &'static str, from: &Path) -> Result<Self, String> {
        let project = Self::empty(generator, &std::env::temp_dir())?;
        copy(from, &project.path())?;
        Ok(project)
    }

    /// Copies the parts of the repository that belong to the crate.
    ///
    /// # Errors
    /// Returns an error if a file cannot be copied.
    pub fn of_workspace(generator: &'static str) -> Result<Self, String> {
        Self::of_workspace_in(generator, &std::env::temp_dir())
    }

    /// Copies the parts of the repository that belong to the crate to a place below `folder`.
    ///
    /// # Errors
    /// Returns an error if a file cannot be copied.
    pub fn of_workspace_in(
        generator: &'static str,
        folder: &Path,
    ) -> Result<Self, String> {
        let project = Self::empty(generator, folder)?;
        for part in REPOSITORY {
            let (from, to) = (workspace().join(part), project.path().join(part));
            if from.is_dir() {
                copy(&from, &to)?;
            } else {
                fs::copy(from, to).map_err(|error| format!("{part}: {error}"))?;
            }
        }
        Ok(project)
    }

    fn empty(generator: &'static str, folder: &Path) -> Result<Self, String> {
        let folder = tempfile::tempdir_in(folder).map_err(|error| error.to_string())?;
        let project = Self { folder, generator };
        fs::create_dir(project.path()).map_err(|error| error.to_string())?;
        Ok(project)
    }

    /// Returns the folder of the copy.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("project")
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Returns an error if it cannot be read.
    pub fn read(&self, file: &str) -> Result<String, String> {
        let path = self.path().join(file);
        fs::read_to_string(&path).map_err(|error| format!("{file}: {error}"))
    }

    /// Writes a file.
    ///
    /// # Errors
    /// Returns an error if it cannot be written.
    pub fn write(&self, file: &str, text: &str) -> Outcome {
        fs::write(self.path().join(file), text)
            .map_err(|error| format!("{file}: {error}"))
    }

    /// Replaces a part of a file.
    ///
    /// # Errors
    /// Returns an error if the file does not have the part exactly once.
    pub fn edit(&self, file: &str, part: &str, by: &str) -> Outcome {
        let text = self.read(file)?;
        match text.matches(part).count() {
            1 => self.write(file, &text.replacen(part, by, 1)),
            count => Err(format!("{file} has `{part}` {count} times")),
        }
    }

    /// Runs the generator with the scope in the project's folder, or in `spec`.
    ///
    /// # Errors
    /// Returns an error if the generator cannot be started.
    pub fn run(&self, arguments: &[&str]) -> Result<Output, String> {
        let path = self.path();
        let scope = ["scope.toml", "spec/scope.toml"];
        let scope = scope.into_iter().find(|file| path.join(file).exists());
        let scope = ["--scope", scope.unwrap_or_default()];
        let scope = if arguments.contains(&"--scope") { &[][..] } else { &scope };
        binary::run(self.generator, &path, &[arguments, scope].concat())
    }

    /// Runs the generator. Returns what it printed.
    ///
    /// # Errors
    /// Returns an error if it fails.
    pub fn succeed(&self, arguments: &[&str]) -> Result<String, String> {
        expect(&self.run(arguments)?, 0)
    }

    /// Returns all files.
    ///
    /// # Errors
    /// Returns an error if one cannot be read.
    pub fn tree(&self) -> Result<Tree, String> {
        tree(&self.path())
    }
}

/// Returns what a command printed, if it ended with `code`.
///
/// # Errors
/// Returns what it printed if it ended otherwise.
pub fn expect(output: &Output, code: i32) -> Result<String, String> {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let found = text(&output.stdout);
    match output.status.code() == Some(code) {
        true => Ok(found),
        false => Err(format!("{}\n{found}{}", output.status, text(&output.stderr))),
    }
}

/// Compares files.
///
/// # Errors
/// Returns the names of those that differ.
pub fn same(found: &Tree, expected: &Tree) -> Outcome {
    let differs = |path: &&String| found.get(*path) != expected.get(*path);
    let paths: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
    let differing: Vec<&str> =
        paths.iter().filter(|path| differs(path)).map(|path| path.as_str()).collect();
    match differing.is_empty() {
        true => Ok(()),
        false => Err(format!("differ: {}", differing.join(", "))),
    }
}

fn copy(from: &Path, to: &Path) -> Outcome {
    for (path, text) in tree(from)? {
        let to = to.join(path);
        let folder = to.parent().unwrap_or(&to);
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        fs::write(to, text).map_err(|error| error.to_string())?;
    }
    Ok(())
}

fn tree(root: &Path) -> Result<Tree, String> {
    let mut tree = Tree::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).map_err(|error| error.to_string())?.flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy();
            let text = fs::read_to_string(&path);
            let text = text.map_err(|error| format!("{name}: {error}"))?;
            tree.insert(name.replace('\\', "/"), text);
        }
    }
    Ok(tree)
}
