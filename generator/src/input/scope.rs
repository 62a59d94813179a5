//! `scope.toml`: the part of the document that becomes a crate, and its names.

use std::collections::BTreeMap;
use std::fmt;

use regex::Regex;
use serde::Deserialize;
use toml::Table;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result, escape};

/// The contents of the file. Paths are relative to its folder.
///
/// The file can extend another one, for example for another version of the API: `extends` has its
/// path. Everything but `inputs`, `examples` and `example-dependencies` is inherited.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scope {
    /// The other inputs, and the output folder.
    #[serde(default)]
    pub inputs: Inputs,
    /// The metadata of the crate.
    #[serde(rename = "crate")]
    pub package: Package,
    /// Path prefixes to keep. `/v1/events` keeps `/v1/events` and `/v1/events/{id}`.
    pub paths: Vec<String>,
    /// Properties (`component.property`) that remain raw JSON.
    #[serde(default)]
    pub opaque: Vec<String>,
    /// Properties that are secret: `component.property`, or `*.property` for all components.
    #[serde(default)]
    pub secret: Vec<String>,
    /// Operations that the crate has with the option `--legacy` only, such as
    /// `GET /v1/things/{thing}`.
    #[serde(default)]
    pub legacy: Vec<String>,
    /// `true` if the crate has the legacy operations.
    #[serde(skip)]
    pub keeps_legacy: bool,
    /// Event types, with the component of their `data.object`.
    #[serde(default)]
    pub events: Option<Events>,
    /// Path prefix → page of the API reference, without the operation.
    #[serde(default)]
    pub references: BTreeMap<String, String>,
    /// Names of components; the first matching row counts.
    #[serde(default)]
    pub modules: Vec<ModuleRow>,
    /// Resources that own components which no rule gives to them; the first matching row counts.
    #[serde(default)]
    pub owners: Vec<OwnerRow>,
    /// Properties that long names lack: property → what types inside it are called after in place
    /// of it and the next property, which is `*`. The words after `*` are for the type of that
    /// property only: with `*_options`, `paint.red` becomes `red_options`, and `paint.red.shade`
    /// `red.shade`.
    #[serde(default)]
    pub brief: BTreeMap<String, String>,
    /// The extent within which type names are unique.
    #[serde(default)]
    pub unique: Uniqueness,
    /// Names of types for which no rule finds a good one: wire path, as in the name lock
    /// → identifier. Types with the same name are one type.
    #[serde(default)]
    pub names: BTreeMap<String, String>,
    /// The groups of operations. Each is a feature; without groups, everything is compiled.
    #[serde(default)]
    pub groups: Option<Groups>,
    /// `true` if the crate is a selected part of the API, all of which is compiled.
    #[serde(skip)]
    pub is_selection: bool,
    /// Example programs with Cargo settings of their own, by name.
    #[serde(default)]
    pub examples: BTreeMap<String, Example>,
    /// The packages that the example programs use: the dev-dependencies of the crate.
    #[serde(default, rename = "example-dependencies")]
    pub example_dependencies: Table,
}

/// The extent within which no two types share a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Uniqueness {
    /// The whole crate: imports are never ambiguous.
    #[default]
    Crate,
    /// A module: for crates with so many resources that unique names would become long.
    Module,
}

/// The files of a scope.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inputs {
    /// The slice, unless the document is always given on the command line.
    #[serde(default)]
    pub document: Option<String>,
    /// The overlays, in the order in which they are applied.
    #[serde(default)]
    pub overlays: Vec<String>,
    /// The scope of the whole API, which takes the place of this one with `--select`, except for
    /// the inputs and the metadata of the crate.
    #[serde(default)]
    pub whole: Option<String>,
    /// The name lock.
    #[serde(default)]
    pub lock: Option<String>,
    /// A folder of pages, which become documentation: one per module (`checkout.md`), one
    /// per operation (`operations/checkout.sessions.create.md`), and guides
    /// (`guides/subscription.md`).
    #[serde(default)]
    pub book: Option<String>,
    /// Licences and notices, which are copied into the crate.
    #[serde(default)]
    pub legal: Vec<String>,
    /// A folder of example programs, which are copied into the crate.
    #[serde(default)]
    pub examples: Option<String>,
    /// The list of changes of the crate, to which `generator upgrade` adds an entry.
    #[serde(default)]
    pub changelog: Option<String>,
    /// The folder of the generated crate, unless it is always given on the command line.
    #[serde(default)]
    pub out: Option<String>,
}

/// The metadata of the manifest.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Package {
    /// The crate's name.
    pub name: String,
    /// The crate's version.
    pub version: String,
    /// A one-sentence description of the crate.
    pub description: String,
    /// The license, as an SPDX expression.
    pub license: String,
    /// The URL of the source repository.
    #[serde(default)]
    pub repository: Option<String>,
    /// Keywords for the registry, at most five.
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
    /// The component of events.
    pub component: String,
    /// The JSON pointer of the enum in which the official document lists all event types.
    #[serde(default)]
    pub list: Option<String>,
    /// Event type → component of its object.
    pub types: BTreeMap<String, String>,
}

/// A row of the module table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ModuleRow {
    /// A regular expression for whole component names.
    pub pattern: String,
    /// The module of the types.
    pub module: String,
    /// The name of the type, in which `$1` and so on are replaced with the captured
    /// groups in CamelCase.
    pub name: String,
    /// A word to remove from the captured groups.
    #[serde(default)]
    pub drop: Option<String>,
}

/// A row of the owner table.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnerRow {
    /// A regular expression for whole component names.
    pub pattern: String,
    /// The resource that the components belong to, if they are parts of it.
    pub resource: String,
}

/// The groups of operations. A group is the first word of its operations' paths after the version:
/// a module, and in the crate of a whole scope a feature.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// Path prefix → the group of the paths below it. The longest prefix counts. `*` stands for
    /// any segment, and as a group for the word in its place.
    #[serde(default)]
    pub folds: BTreeMap<String, String>,
    /// Features that turn on others, by name.
    #[serde(default)]
    pub bundles: BTreeMap<String, Vec<String>>,
}

/// An example program.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The features of the crate that it requires.
    #[serde(default)]
    pub features: Vec<String>,
    /// `true` if it contains tests for `cargo test`.
    #[serde(default)]
    pub test: bool,
}

impl Scope {
    /// Checks what the types cannot express: empty and malformed strings.
    ///
    /// # Errors
    /// Returns one diagnostic for each of them, in `file`.
    pub fn check(&self, file: &str) -> Result<()> {
        let mut problems = Diagnostics::default();
        if self.paths.is_empty() {
            problems.push(
                problem(file, "/paths", "no paths selected")
                    .help("list the path prefixes to keep, such as `/v1/things`"),
            );
        }
        for (index, path) in self.paths.iter().enumerate() {
            if let Some(fault) = invalid_prefix(path) {
                problems.push(
                    problem(file, &format!("/paths/{index}"), fault).help(
                        "write the prefix as in the document, such as `/v1/things`",
                    ),
                );
            }
        }
        self.package.check(file, &mut problems);
        for (key, patterns) in [("opaque", &self.opaque), ("secret", &self.secret)] {
            check_properties(file, key, patterns, &mut problems);
        }
        let modules = self.modules.iter().map(|row| &row.pattern).enumerate();
        let owners = self.owners.iter().map(|row| &row.pattern).enumerate();
        let rows =
            modules.map(|row| ("modules", row)).chain(owners.map(|row| ("owners", row)));
        for (table, (index, pattern)) in rows {
            let pointer = format!("/{table}/{index}/pattern");
            check_pattern(file, &pointer, pattern, &mut problems);
        }
        if let Some(groups) = &self.groups {
            groups.check(file, &mut problems);
        }
        problems.into_result(())
    }
}

impl Package {
    /// Checks what Cargo would reject.
    fn check(&self, file: &str, problems: &mut Diagnostics) {
        if let Some((fault, help)) = invalid_crate_name(&self.name) {
            problems.push(problem(file, "/crate/name", fault).help(help));
        }
        let numbers = self.version.split(['-', '+']).next().unwrap_or_default();
        let is_number = |part: &str| part.parse::<u64>().is_ok();
        if numbers.split('.').count() != 3 || !numbers.split('.').all(is_number) {
            let fault = format!("invalid crate version `{}`", self.version);
            problems.push(
                problem(file, "/crate/version", fault)
                    .help("write three numbers, such as `0.1.0`"),
            );
        }
    }
}

/// Prints the row as in the file of a scope.
impl fmt::Display for ModuleRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { pattern, module, name, drop } = self;
        write!(
            f,
            "[[modules]]\npattern = {pattern:?}\nmodule = {module:?}\nname = {name:?}\n"
        )?;
        drop.iter().try_for_each(|word| writeln!(f, "drop = {word:?}"))
    }
}

impl ModuleRow {
    /// Returns the pattern, anchored to match whole names.
    ///
    /// # Errors
    /// Returns an error if the pattern is not a regular expression.
    pub fn regex(&self) -> std::result::Result<Regex, regex::Error> {
        whole(&self.pattern)
    }
}

impl OwnerRow {
    /// Returns the pattern, anchored to match whole names.
    ///
    /// # Errors
    /// Returns an error if the pattern is not a regular expression.
    pub fn regex(&self) -> std::result::Result<Regex, regex::Error> {
        whole(&self.pattern)
    }
}

/// Returns a pattern, anchored to match whole names.
fn whole(pattern: &str) -> std::result::Result<Regex, regex::Error> {
    Regex::new(&format!("^(?:{pattern})$"))
}

fn check_pattern(file: &str, pointer: &str, pattern: &str, problems: &mut Diagnostics) {
    // Compiled without anchors, so that the message shows the pattern as the user
    // wrote it.
    if let Err(error) = Regex::new(pattern) {
        let message = error.to_string();
        let reason = message.lines().last().unwrap_or_default();
        let reason = reason.trim_start_matches("error: ");
        let fault = format!("invalid regular expression `{pattern}`: {reason}");
        problems.push(
            problem(file, pointer, fault)
                .help("the syntax is that of the `regex` crate"),
        );
    }
}

/// The segment of a prefix that stands for any segment, and the feature of its name.
pub(crate) const ANY: &str = "*";

impl Groups {
    fn check(&self, file: &str, problems: &mut Diagnostics) {
        for (prefix, feature) in &self.folds {
            let pointer = format!("/groups/folds/{}", escape(prefix));
            if let Some(fault) = invalid_prefix(prefix) {
                let help = "write the prefix as in the document, such as `/v1/things`";
                problems.push(problem(file, &pointer, fault).help(help));
            }
            let wildcards = prefix.split('/').filter(|segment| *segment == ANY).count();
            if feature == ANY && wildcards != 1 {
                let fault = format!("`*` in `{prefix}` does not stand for one word");
                let help = "write `*` in place of one segment, or a name as the feature";
                problems.push(problem(file, &pointer, fault).help(help));
            } else if feature != ANY && !is_feature(feature) {
                problems.push(
                    problem(file, &pointer, invalid_feature(feature)).help(FEATURES),
                );
            }
        }
        for bundle in
            self.bundles.keys().filter(|name| !is_feature(&name.replace('-', "_")))
        {
            let pointer = format!("/groups/bundles/{}", escape(bundle));
            let help =
                "use lower-case letters, digits, `-` and `_`, and start with a letter";
            problems.push(problem(file, &pointer, invalid_feature(bundle)).help(help));
        }
    }
}

const FEATURES: &str = "use lower-case letters, digits and `_`, and start with a letter";

fn invalid_feature(name: &str) -> String {
    format!("invalid feature name `{name}`")
}

/// Returns `true` if a feature with operations can have this name, which is a word of paths.
pub(crate) fn is_feature(name: &str) -> bool {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(is_part)
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
            problems.push(problem(file, &format!("/{key}/{index}"), fault).help(
                "name a component and one of its properties, such as `widget.color`",
            ));
        }
    }
}

fn problem(file: &str, pointer: &str, fault: impl Into<String>) -> Diagnostic {
    Diagnostic::new(file, Place::Pointer(pointer.to_owned()), fault)
}

/// Names that Rust's own crates have.
const RUST_CRATES: &[&str] = &["alloc", "core", "proc_macro", "std", "test"];

/// Returns the fault of a name that Cargo would reject for a crate, and help.
pub(crate) fn invalid_crate_name(name: &str) -> Option<(String, &'static str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if !starts_well || !name.chars().all(is_part) {
        let fault = format!("invalid crate name `{name}`");
        return Some((
            fault,
            "use letters, digits, `-` and `_`, and start with a letter",
        ));
    }
    let library = name.replace('-', "_");
    if syn::parse_str::<syn::Ident>(&library).is_err()
        || RUST_CRATES.contains(&library.as_str())
    {
        let fault = format!("crate name `{name}` is a word of Rust");
        return Some((fault, "choose a longer name"));
    }
    None
}

/// Returns the fault of a path prefix that cannot be the beginning of a path.
pub(crate) fn invalid_prefix(prefix: &str) -> Option<String> {
    match prefix {
        "" => Some("empty path prefix".to_owned()),
        _ if prefix.starts_with('/') => None,
        _ => Some(format!("path prefix `{prefix}` does not start with `/`")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{faults, inputs};

    /// Returns the faults of a scope that is valid but for one change.
    fn checked(change: impl FnOnce(&mut Scope)) -> Vec<String> {
        let mut scope = inputs().scope;
        scope.paths = vec!["/v1/boats".to_owned()];
        change(&mut scope);
        faults(scope.check("scope.toml"))
    }

    fn fold(scope: &mut Scope, prefix: &str, feature: &str) {
        let groups = scope.groups.get_or_insert_default();
        groups.folds.insert(prefix.to_owned(), feature.to_owned());
    }

    fn row(pattern: &str, module: &str) -> ModuleRow {
        let (pattern, module) = (pattern.to_owned(), module.to_owned());
        ModuleRow { pattern, module, ..ModuleRow::default() }
    }

    #[test]
    fn a_scope_without_faults_is_accepted() {
        assert!(
            checked(|scope| {
                scope.secret = vec!["*.key".to_owned(), "boat.key".to_owned()];
                scope.modules = vec![row("boat_(.*)", "harbour::pier")];
                scope.package.version = "1.0.0-rc.1".to_owned();
                fold(scope, "/v1/tests/*", "*");
                fold(scope, "/v1/oar", "oars_2");
            })
            .is_empty()
        );
    }

    #[test]
    fn what_types_cannot_express_is_checked() {
        type Change = fn(&mut Scope);
        let table: [(Change, &str); 12] = [
            (|s| s.paths.clear(), "no paths selected"),
            (|s| s.paths.push(String::new()), "empty path prefix"),
            (
                |s| s.paths.push("v1".to_owned()),
                "path prefix `v1` does not start with `/`",
            ),
            (|s| s.package.name = "1boats".to_owned(), "invalid crate name `1boats`"),
            (|s| s.package.version = "1.0".to_owned(), "invalid crate version `1.0`"),
            (
                |s| s.opaque.push("boat".to_owned()),
                "`boat` is not of the form `component.property`",
            ),
            (
                |s| s.secret.push("boat.".to_owned()),
                "`boat.` is not of the form `component.property`",
            ),
            (
                |s| s.modules.push(row("a(", "a")),
                "invalid regular expression `a(`: unclosed group",
            ),
            (
                |s| fold(s, "v1/oars", "oars"),
                "path prefix `v1/oars` does not start with `/`",
            ),
            (
                |s| fold(s, "/v1/oars", "*"),
                "`*` in `/v1/oars` does not stand for one word",
            ),
            (|s| fold(s, "/v1/*", "Oars"), "invalid feature name `Oars`"),
            (
                |s| {
                    let groups = s.groups.get_or_insert_default();
                    groups.bundles.insert("a fleet".to_owned(), Vec::new());
                },
                "invalid feature name `a fleet`",
            ),
        ];
        for (change, fault) in table {
            assert_eq!(checked(change), [fault]);
        }
    }

    #[test]
    fn patterns_match_whole_names() {
        let pattern = row("a|b", "m").regex().unwrap();
        assert!(
            pattern.is_match("a") && pattern.is_match("b") && !pattern.is_match("ab")
        );
    }

    #[test]
    fn a_row_is_printed_as_it_is_read() {
        #[derive(Deserialize)]
        struct Rows {
            modules: Vec<ModuleRow>,
        }
        let drop = Some("part".to_owned());
        let rows = [row(r"boat\.(.+)|\w", "fleet"), ModuleRow { drop, ..row("", "") }];
        let text = rows.each_ref().map(ToString::to_string).concat();
        assert_eq!(toml::from_str::<Rows>(&text).unwrap().modules, rows);
    }

    #[test]
    fn unknown_keys_are_rejected() {
        let text = "paths = []\n[crate]\nname = ''\nversion = ''\ndescription = ''\nlicense = ''\n";
        assert!(toml::from_str::<Scope>(text).is_ok());
        let error = toml::from_str::<Scope>(&format!("pahts = []\n{text}")).unwrap_err();
        assert!(error.message().contains("unknown field `pahts`"));
    }
}
