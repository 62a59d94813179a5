//! Small documents and the code emitted for them.
//!
//! A case is a folder with `api.yaml` and, if needed, its part of the scope and lines of
//! the name lock. The rest of the scope is the same for all cases of a collection. The
//! expected files are in the same folder, under the paths of the emitted files; a case
//! contains only the relevant ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use generator::input::{Inputs, Options};
use generator::pipeline::{self, Output};
use serde_json::Value;
use toml::Table;

use crate::golden;

/// A document with its scope and name lock.
#[derive(Clone, Debug)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// The document.
    pub document: Value,
    scope: Table,
    lock: String,
    folder: PathBuf,
}

/// Returns all cases of a collection, in order.
///
/// # Errors
/// Returns an error if a file cannot be read.
pub fn all(collection: &Path) -> Result<Vec<Case>, String> {
    let mut folders: Vec<PathBuf> = fs::read_dir(collection)
        .map_err(|error| error.to_string())?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    folders.iter().map(|folder| Case::read(folder, collection)).collect()
}

/// The sections of a document that have names.
const SECTIONS: [&[&str]; 5] = [
    &["paths"],
    &["components", "parameters"],
    &["components", "requestBodies"],
    &["components", "responses"],
    &["components", "schemas"],
];

fn pointer(keys: &[&str]) -> String {
    keys.iter().map(|key| format!("/{key}")).collect()
}

/// Merges the contents of several cases into one.
///
/// # Errors
/// Returns an error if two of them have a path or a component of the same name.
pub fn merged(cases: &[Case]) -> Result<Case, String> {
    let mut whole = cases.first().cloned().ok_or("there are no cases")?;
    for case in cases.iter().skip(1) {
        for keys in SECTIONS {
            let section = |document: &Value| document.pointer(&pointer(keys)).cloned();
            let Some(Value::Object(more)) = section(&case.document) else { continue };
            let all = keys.iter().fold(&mut whole.document, |at, key| &mut at[*key]);
            for (key, value) in more {
                if !all[&key].is_null() {
                    let name = &case.name;
                    return Err(format!("`{key}` of {name} is in another case too"));
                }
                all[&key] = value;
            }
        }
        merge(&mut whole.scope, &case.scope);
        whole.lock += &case.lock;
    }
    Ok(whole)
}

impl Case {
    /// Creates a case from a document, with everything in scope.
    pub fn of(name: &str, document: Value) -> Self {
        let scope = r#"
            paths = ["/v1"]
            inputs = { document = "api.yaml", lock = "names.lock", out = "out" }
            [crate]
            name = "cases"
            version = "0.1.0"
            description = "An invented API."
            license = "MIT OR Apache-2.0"
        "#;
        Self {
            name: name.to_owned(),
            document,
            scope: scope.parse().unwrap_or_default(),
            lock: String::new(),
            folder: PathBuf::new(),
        }
    }

    /// Sets the name lock.
    #[must_use]
    pub fn locked(mut self, lock: &str) -> Self {
        lock.clone_into(&mut self.lock);
        self
    }

    fn read(folder: &Path, collection: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(folder.join("api.yaml"));
        let text = text.map_err(|error| format!("{}: {error}", folder.display()))?;
        Ok(Self {
            name: folder.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            document: serde_yaml::from_str(&text).map_err(|error| error.to_string())?,
            scope: scope_of(collection, folder)?,
            lock: fs::read_to_string(folder.join("names.lock")).unwrap_or_default(),
            folder: folder.to_owned(),
        })
    }

    /// Runs the generator on the case.
    ///
    /// # Errors
    /// Returns the diagnostics, or an error if a file cannot be written.
    pub fn build(&self) -> Result<Output, String> {
        self.with_inputs(|inputs| {
            pipeline::build(inputs).map_err(|error| error.to_string())
        })
    }

    /// Runs the generator and writes the crate.
    ///
    /// # Errors
    /// Returns the diagnostics, or an error if a file cannot be written.
    pub fn generate(&self, out: &Path) -> Result<(), String> {
        self.with_inputs(|inputs| {
            let inputs =
                Inputs { out: Some(out.to_owned()), standalone: true, ..inputs.clone() };
            pipeline::generate(&inputs).map(drop).map_err(|error| error.to_string())
        })
    }

    /// Reads the case as inputs of the generator.
    ///
    /// # Errors
    /// Returns the diagnostics, the error of `then`, or an error if a file cannot be
    /// written.
    pub fn with_inputs<T>(
        &self,
        then: impl FnOnce(&Inputs) -> Result<T, String>,
    ) -> Result<T, String> {
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        for (name, text) in [
            ("api.yaml", self.document.to_string()),
            ("scope.toml", self.scope.to_string()),
            ("names.lock", self.lock.clone()),
        ] {
            fs::write(folder.path().join(name), text).map_err(|e| e.to_string())?;
        }
        let scope = folder.path().join("scope.toml");
        let options = Options { scope: Some(scope), ..Options::default() };
        then(&pipeline::read(&options).map_err(|error| error.to_string())?)
    }

    /// Compares the expected files with the emitted ones, or overwrites them if
    /// `UPDATE_GOLDEN` is set. A new case receives all files of its modules to choose
    /// from.
    ///
    /// # Errors
    /// Returns the differences.
    pub fn compare(&self, emitted: &BTreeMap<String, String>) -> Result<(), String> {
        let mut shown = self.shown();
        if shown.is_empty() && golden::updating() {
            shown = emitted.keys().filter(|path| path.contains('/')).cloned().collect();
        }
        if shown.is_empty() {
            return Err("shows nothing; run the tests with UPDATE_GOLDEN=1".to_owned());
        }
        for path in shown {
            let text = emitted.get(&path).ok_or(format!("{path} is not emitted"))?;
            let golden = self.folder.join(&path);
            let above = golden.parent().unwrap_or(&self.folder);
            fs::create_dir_all(above).map_err(|error| error.to_string())?;
            golden::compare(&golden, text)
                .map_err(|error| format!("{path}\n{error}"))?;
        }
        Ok(())
    }

    /// Returns the paths below `src` of the expected files.
    pub fn shown(&self) -> Vec<String> {
        let mut shown = Vec::new();
        let mut folders = vec![self.folder.clone()];
        while let Some(folder) = folders.pop() {
            for path in fs::read_dir(folder).into_iter().flatten().flatten() {
                let path = path.path();
                if path.is_dir() {
                    folders.push(path);
                } else if path
                    .extension()
                    .is_some_and(|ending| ending == "rs" || ending == "json")
                {
                    let below = path.strip_prefix(&self.folder).unwrap_or(&path);
                    shown.push(below.to_string_lossy().replace('\\', "/"));
                }
            }
        }
        shown.sort();
        shown
    }
}

/// Returns the emitted source files and fixtures by their paths below `src`, without the
/// runtime, and without the header, whose digest changes with the document.
pub fn emitted(output: &Output) -> BTreeMap<String, String> {
    let sources = output.files.iter().filter_map(|(path, text)| {
        let path = path.strip_prefix("src/").filter(|p| !p.starts_with("runtime/"))?;
        let header = if path.ends_with(".rs") { 3 } else { 0 };
        let body = text.splitn(header + 1, '\n').nth(header)?;
        Some((path.to_owned(), body.to_owned()))
    });
    sources.collect()
}

/// Returns the scope of a case: the common one of all cases, merged with its own.
///
/// # Errors
/// Returns an error if a file is missing or malformed.
pub fn scope_of(collection: &Path, folder: &Path) -> Result<Table, String> {
    let mut scope = table(&collection.join("scope.toml"))?;
    let own = folder.join("scope.toml");
    if own.exists() {
        merge(&mut scope, &table(&own)?);
    }
    Ok(scope)
}

fn table(path: &Path) -> Result<Table, String> {
    let text = fs::read_to_string(path);
    let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
    text.parse().map_err(|error| format!("{}: {error}", path.display()))
}

/// Merges two tables: lists are concatenated, tables merged.
fn merge(into: &mut Table, from: &Table) {
    for (key, value) in from {
        match (into.get_mut(key), value) {
            (Some(toml::Value::Table(into)), toml::Value::Table(from)) => {
                merge(into, from);
            }
            (Some(toml::Value::Array(into)), toml::Value::Array(from)) => {
                into.extend(
                    from.iter()
                        .filter(|v| !into.contains(v))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
            }
            _ => {
                into.insert(key.clone(), value.clone());
            }
        }
    }
}
