//! `scope.toml`: which part of the document becomes a crate, and what it is called there.

use std::collections::BTreeMap;

use regex::Regex;
use serde::Deserialize;
use toml::Table;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};

/// The whole file. Paths in it are relative to the file's folder.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The other inputs, and where the output goes.
    pub inputs: Inputs,
    /// Facts for the crate's manifest and front page.
    #[serde(rename = "crate")]
    pub package: Package,
    /// Path prefixes to keep. `/v1/events` keeps `/v1/events` and `/v1/events/{id}`.
    pub paths: Vec<String>,
    /// Properties (`component.property`) that stay raw JSON.
    #[serde(default)]
    pub opaque: Vec<String>,
    /// Properties that are secret: `component.property`, or `*.property` for all components.
    #[serde(default)]
    pub secret: Vec<String>,
    /// Event types, by the component that `data.object` then holds.
    #[serde(default)]
    pub events: Option<Events>,
    /// Path prefix → the page of the API's reference on it, without the operation.
    #[serde(default)]
    pub references: BTreeMap<String, String>,
    /// Names for components; the first row that matches counts.
    #[serde(default)]
    pub modules: Vec<ModuleRow>,
    /// Where the names of types are unique.
    #[serde(default)]
    pub unique: Uniqueness,
    /// Names for types that no rule names well: wire path, as in the name lock → identifier. Types
    /// with one name are one type.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// Example programs about which Cargo has to know more than their file, by name.
    #[serde(default)]
    pub examples: BTreeMap<String, Example>,
    /// Packages that the example programs use: the crate's development dependencies.
    #[serde(default, rename = "example-dependencies")]
    pub example_dependencies: Table,
}

/// Where no two types share a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Uniqueness {
    /// In the whole crate: an import is never ambiguous.
    #[default]
    Crate,
    /// In a module: for crates of so many resources that names would become long.
    Module,
}

/// Files beside the scope.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// The slice.
    pub document: String,
    /// Overlays, in the order in which they are applied.
    #[serde(default)]
    pub overlays: Vec<String>,
    /// The name lock.
    #[serde(default)]
    pub lock: Option<String>,
    /// A folder of pages, one a module (`checkout.md`), used as the module's documentation.
    #[serde(default)]
    pub book: Option<String>,
    /// A folder of example programs, copied into the crate.
    #[serde(default)]
    pub examples: Option<String>,
    /// The folder of the generated crate.
    pub out: String,
}

/// What the manifest says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// One sentence on the crate.
    pub description: String,
    /// SPDX expression.
    pub license: String,
    /// Where the source stands.
    #[serde(default)]
    pub repository: Option<String>,
    /// At most five words for the registry.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Categories of the registry.
    #[serde(default)]
    pub categories: Vec<String>,
}

/// The event types in scope.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Events {
    /// The component of the event itself.
    pub component: String,
    /// The JSON pointer of the enum in which the official document lists all event types.
    #[serde(default)]
    pub list: Option<String>,
    /// Event type → component of its object.
    pub types: BTreeMap<String, String>,
}

/// A row of the module table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModuleRow {
    /// A regular expression for whole component names.
    pub pattern: String,
    /// The module of the types.
    pub module: String,
    /// The type's name: `$1`… stand for the CamelCase of what the groups captured.
    pub name: String,
    /// A word that is left out of what was captured.
    #[serde(default)]
    pub drop: Option<String>,
}

/// An example program.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Features of the crate that it needs.
    #[serde(default)]
    pub features: Vec<String>,
    /// Whether it holds tests that `cargo test` is to run.
    #[serde(default)]
    pub test: bool,
}

impl Scope {
    /// What the types alone cannot say: texts that are empty, or of the wrong form.
    ///
    /// # Errors
    /// One diagnostic for each such text, in `file`.
    pub fn check(&self, file: &str) -> Result<()> {
        let mut problems = Diagnostics::default();
        if self.paths.is_empty() {
            problems.push(
                problem(file, "/paths", "no paths selected")
                    .help("list the path prefixes to keep, such as `/v1/things`"),
            );
        }
        for (index, path) in self.paths.iter().enumerate() {
            if !path.starts_with('/') {
                let fault = format!("path prefix `{path}` does not start with `/`");
                problems.push(
                    problem(file, &format!("/paths/{index}"), fault)
                        .help(format!("write `/{path}`")),
                );
            }
        }
        for (key, patterns) in [("opaque", &self.opaque), ("secret", &self.secret)] {
            check_properties(file, key, patterns, &mut problems);
        }
        for (index, row) in self.modules.iter().enumerate() {
            row.check(file, index, &mut problems);
        }
        problems.into_result(())
    }
}

impl ModuleRow {
    /// The pattern, for whole names.
    ///
    /// # Errors
    /// The pattern is no regular expression.
    pub fn regex(&self) -> std::result::Result<Regex, regex::Error> {
        Regex::new(&format!("^(?:{})$", self.pattern))
    }

    fn check(&self, file: &str, index: usize, problems: &mut Diagnostics) {
        // Compiled without the anchors, so that the message shows what the user wrote.
        if let Err(error) = Regex::new(&self.pattern) {
            let message = error.to_string();
            let reason = message.lines().last().unwrap_or_default();
            let reason = reason.trim_start_matches("error: ");
            let fault =
                format!("invalid regular expression `{}`: {reason}", self.pattern);
            problems.push(
                problem(file, &format!("/modules/{index}/pattern"), fault)
                    .help("the syntax is that of the `regex` crate"),
            );
        }
    }
}

fn check_properties(
    file: &str,
    key: &str,
    patterns: &[String],
    problems: &mut Diagnostics,
) {
    for (index, pattern) in patterns.iter().enumerate() {
        let whole = pattern.rsplit_once('.').is_some_and(|(component, property)| {
            !component.is_empty() && !property.is_empty()
        });
        if !whole {
            let fault = format!("`{pattern}` is not of the form `component.property`");
            problems.push(problem(file, &format!("/{key}/{index}"), fault));
        }
    }
}

fn problem(file: &str, pointer: &str, fault: impl Into<String>) -> Diagnostic {
    Diagnostic::new(file, Place::Pointer(pointer.to_owned()), fault)
}

/// `/v1/things` keeps `/v1/things` and `/v1/things/{id}`, but not `/v1/things_else`.
pub fn continues(path: &str, prefix: &str) -> bool {
    path.strip_prefix(prefix.trim_end_matches('/'))
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
