//! The files that cases change: the repository's own inputs, and small ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use toml::Table;

use super::{parse, slashes};

/// The document of the base, for commands that compare two.
pub(super) const UNCHANGED: &str = "unchanged.json";

/// The inputs of a crate in memory.
#[derive(Clone, Debug)]
pub struct Base {
    /// What it is called.
    pub name: String,
    /// The files by their paths, without the document.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The document.
    pub document: Value,
    /// `true` if the document's file is not the printed document.
    pub is_raw: bool,
    /// The path of the scope.
    pub scope: String,
    /// The path of the document.
    pub api: String,
    /// The path of the lock.
    pub lock: String,
    /// The paths of the overlays.
    pub overlays: Vec<String>,
    /// The path prefixes of the scope.
    pub prefixes: Vec<String>,
    /// The options that its commands need.
    pub options: Vec<String>,
}

impl Base {
    /// Reads the inputs of a scope. All files below `root`, but for those of `skipped` folders, belong
    /// to it.
    ///
    /// # Errors
    /// Returns an error if a file is missing or malformed.
    pub fn read(
        name: &str,
        root: &Path,
        scope: &str,
        skipped: &[&str],
    ) -> Result<Self, String> {
        let mut files = BTreeMap::new();
        add(root, root, skipped, &mut files)?;
        let text = files.get(scope).ok_or("no scope")?;
        let table: Table = String::from_utf8_lossy(text)
            .parse()
            .map_err(|error| format!("{scope}: {error}"))?;
        let folder = Path::new(scope).parent().unwrap_or(Path::new(""));
        let path = |value: &toml::Value| {
            slashes(&folder.join(value.as_str().unwrap_or_default()))
        };
        let inputs = &table["inputs"];
        let overlays = inputs.get("overlays").and_then(toml::Value::as_array);
        let strings = |all: &toml::Value| {
            let all = all.as_array().into_iter().flatten();
            all.filter_map(|one| one.as_str().map(str::to_owned)).collect()
        };
        let api = path(&inputs["document"]);
        let document = files.remove(&api).ok_or("no document")?;
        let mut document =
            parse(&String::from_utf8_lossy(&document)).ok_or("no tree")?;
        // With it, the crate does not depend on how the document is printed.
        document["info"]["x-source-sha256"] = "0".repeat(64).into();
        files.insert(UNCHANGED.to_owned(), document.to_string().into_bytes());
        Ok(Self {
            name: name.to_owned(),
            overlays: overlays.into_iter().flatten().map(path).collect(),
            lock: path(inputs.get("lock").unwrap_or(&"names.lock".into())),
            prefixes: strings(&table["paths"]),
            options: Vec::new(),
            scope: scope.to_owned(),
            is_raw: false,
            files,
            document,
            api,
        })
    }

    /// Replaces the document with one of which every path is selected.
    ///
    /// # Errors
    /// Returns an error if it is no document.
    pub fn with_document(mut self, name: &str, text: &str) -> Result<Self, String> {
        self.document = parse(text).ok_or("no tree")?;
        self.files.insert(UNCHANGED.to_owned(), text.as_bytes().to_vec());
        name.clone_into(&mut self.name);
        self.options = vec!["--select".to_owned(), "all".to_owned()];
        self.prefixes = vec!["/v1".to_owned()];
        Ok(self)
    }

    /// Returns the paths of the files that have lines or pointers.
    pub(super) fn inputs(&self) -> Vec<&String> {
        [&self.scope, &self.api, &self.lock].into_iter().chain(&self.overlays).collect()
    }

    /// Returns the bytes of a file, which is created if it is missing.
    pub(super) fn text(&mut self, path: &str) -> &mut Vec<u8> {
        self.files.entry(path.to_owned()).or_default()
    }

    /// Prints the document into its file.
    pub(super) fn print(&mut self) {
        if !self.files.contains_key(&self.api) {
            let text = self.document.to_string().into_bytes();
            self.files.insert(self.api.clone(), text);
        }
    }

    /// Writes the files into a folder.
    ///
    /// # Errors
    /// Returns an error if one cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        let document = self.document.to_string().into_bytes();
        let document = (!self.is_raw).then_some((&self.api, &document));
        for (path, bytes) in self.files.iter().chain(document) {
            save(&folder.join(path), bytes)?;
        }
        Ok(())
    }
}

/// Writes a file with the folders around it.
pub(super) fn save(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("{}: {error}", path.display());
    fs::create_dir_all(path.parent().unwrap_or(path)).map_err(problem)?;
    fs::write(path, bytes).map_err(problem)
}

fn add(
    root: &Path,
    folder: &Path,
    skipped: &[&str],
    files: &mut BTreeMap<String, Vec<u8>>,
) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(problem)? {
        let path: PathBuf = entry.map_err(problem)?.path();
        let name = slashes(path.strip_prefix(root).unwrap_or(&path));
        if name.starts_with('.') || skipped.contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            add(root, &path, skipped, files)?;
        } else {
            files.insert(name, fs::read(&path).map_err(problem)?);
        }
    }
    Ok(())
}
