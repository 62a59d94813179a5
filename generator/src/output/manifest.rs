//! The crate's `Cargo.toml`: the manifest of the runtime with another `[package]`, and
//! with the dependencies of the example programs instead of those of the runtime's
//! tests.

use toml::{Table, Value};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::input::Inputs;
use crate::input::runtime;
use crate::input::scope::{Example, Package};
use crate::rust::Groups;

use super::{Context, File, features, note};

/// The keys of `[package]` that are taken from the runtime.
const KEPT: &[&str] = &["edition", "rust-version"];

/// Files that only the generator and its users need.
const EXCLUDED: [&str; 2] = ["files.txt", "rustfmt.toml"];

/// A crate outside of the workspace is the root of a workspace of its own.
const WORKSPACE: &str = "\n[workspace]\n";

pub(super) fn emit(context: &Context<'_>) -> Result<Vec<File>> {
    let inputs = context.inputs;
    let source = format!("{} and templates/Cargo.toml", inputs.scope_path());
    let groups = context.krate.groups.as_ref();
    let mut text =
        note("Cargo.toml", &format!(" from {source}")) + &text(inputs, groups)?;
    if inputs.standalone {
        text.push_str(WORKSPACE);
    }
    Ok(vec![File { path: "Cargo.toml".to_owned(), source: Some(source), text }])
}

/// Returns the contents of the manifest.
fn text(inputs: &Inputs, groups: Option<&Groups>) -> Result<String> {
    let manifest: Table =
        runtime::MANIFEST.parse().map_err(|_| broken("is not valid TOML"))?;
    let (_, rest) = cut(runtime::MANIFEST, "package")?;
    let (before, after) = cut(&rest, "dev-dependencies")?;
    let own = manifest.get("package").and_then(Value::as_table);
    let needed = &inputs.scope.example_dependencies;
    let mut text = section("[package]", &package(&inputs.scope.package, own));
    text.push('\n');
    text += &before;
    if !needed.is_empty() {
        text += &section("[dev-dependencies]", needed);
        text.push('\n');
    }
    text += &match groups {
        Some(groups) => with_features(&after, groups)?,
        None => after,
    };
    let features = manifest.get("features").and_then(Value::as_table);
    text += &examples(inputs, features)?;
    Ok(text)
}

/// Returns the lines before a table of the manifest, and those after it.
fn cut(text: &str, table: &str) -> Result<(String, String)> {
    let header = format!("[{table}]\n");
    let mut lines = text.split_inclusive('\n');
    let before: String = lines.by_ref().take_while(|line| *line != header).collect();
    if before.len() == text.len() {
        return Err(broken(&format!("has no table `{table}`")).into());
    }
    let after: String = lines.skip_while(|line| !line.starts_with('[')).collect();
    Ok((before, after))
}

/// Adds the features of operations to those of the runtime, whose table has no empty lines.
fn with_features(text: &str, groups: &Groups) -> Result<String> {
    let start = text.find("[features]\n");
    let end = start.and_then(|start| Some(start + text[start..].find("\n\n")? + 1));
    let end = end.ok_or_else(|| broken("has no table `features` before another"))?;
    let (before, after) = text.split_at(end);
    Ok(format!("{before}{}{after}", features::manifest(groups)))
}

/// Formats a table under a header.
fn section(header: &str, table: &Table) -> String {
    let lines = table.iter().map(|(key, value)| format!("{key} = {value}\n"));
    format!("{header}\n{}", lines.collect::<String>())
}

fn package(package: &Package, own: Option<&Table>) -> Table {
    let mut table = Table::new();
    let mut put = |key: &str, value: Value| table.insert(key.to_owned(), value);
    put("name", package.name.clone().into());
    put("version", package.version.clone().into());
    put("description", package.description.clone().into());
    put("license", package.license.clone().into());
    put("readme", "README.md".into());
    put("exclude", EXCLUDED.map(Value::from).to_vec().into());
    if let Some(repository) = &package.repository {
        put("repository", repository.clone().into());
    }
    for (key, values) in
        [("keywords", &package.keywords), ("categories", &package.categories)]
    {
        if !values.is_empty() {
            put(key, values.clone().into());
        }
    }
    for key in KEPT {
        if let Some(value) = own.and_then(|own| own.get(*key)) {
            put(key, value.clone());
        }
    }
    table
}

/// Formats the settings of the example programs that Cargo cannot infer.
fn examples(inputs: &Inputs, features: Option<&Table>) -> Result<String> {
    let mut problems = Diagnostics::default();
    let mut text = String::new();
    for (name, example) in &inputs.scope.examples {
        let place = Place::Pointer(format!("/examples/{name}"));
        let problem =
            |fault: String| Diagnostic::new(&inputs.scope_file, place.clone(), fault);
        let is_known =
            |feature: &&String| features.is_some_and(|all| all.contains_key(*feature));
        if !inputs.examples.contains_key(&format!("{name}.rs")) {
            problems.push(
                problem(format!("unknown example `{name}`: no file `{name}.rs`"))
                    .help("correct the name, or remove the table"),
            );
        } else if let Some(feature) = example.features.iter().find(|f| !is_known(f)) {
            problems.push(
                problem(format!("unknown feature `{feature}`"))
                    .help("the features are declared in `templates/Cargo.toml`"),
            );
        }
        text += &format!("\n{}", section("[[example]]", &target(name, example)));
    }
    problems.into_result(text)
}

fn target(name: &str, example: &Example) -> Table {
    let mut table = Table::new();
    table.insert("name".to_owned(), name.into());
    if !example.features.is_empty() {
        table.insert("required-features".to_owned(), example.features.clone().into());
    }
    if example.test {
        table.insert("test".to_owned(), true.into());
    }
    table
}

fn broken(fault: &str) -> Diagnostic {
    let fault = format!("the manifest of the runtime {fault}");
    Diagnostic::new("templates/Cargo.toml", Place::File, fault)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Api;
    use crate::testing::{emitted, faults, grouped, inputs};

    fn manifest(inputs: &Inputs) -> Table {
        let files = emitted(emit, &Api::empty().planned(), inputs);
        files["Cargo.toml"].parse().unwrap()
    }

    #[test]
    fn the_manifest_is_that_of_the_runtime_with_another_package() {
        let table = manifest(&inputs());
        let runtime: Table = runtime::MANIFEST.parse().unwrap();
        let package = table["package"].as_table().unwrap();
        let texts =
            ["name", "version", "license"].map(|key| package[key].as_str().unwrap());
        assert_eq!(texts, ["boats-api", "1.2.3", "MIT"]);
        assert_eq!(package["edition"], runtime["package"]["edition"]);
        for key in ["features", "dependencies"] {
            assert_eq!(table[key], runtime[key], "{key}");
        }
        assert!(
            !package.contains_key("repository")
                && !table.contains_key("dev-dependencies")
        );
        assert!(!table.contains_key("workspace"));
    }

    #[test]
    fn the_features_of_operations_come_after_those_of_the_runtime() {
        let krate = grouped(&["GET /v1/boats", "GET /v1/oars"], &[("fleet", &["oars"])]);
        let mut files = emitted(emit, &krate, &inputs());
        let table: Table = files.remove("Cargo.toml").unwrap().parse().unwrap();
        let runtime: Table = runtime::MANIFEST.parse().unwrap();
        let mut expected = runtime["features"].as_table().unwrap().clone();
        let full = vec!["boats".to_owned(), "oars".to_owned()];
        let none: Vec<String> = Vec::new();
        for (name, features) in [
            ("boats", none.clone()),
            ("oars", none),
            ("fleet", vec!["oars".to_owned()]),
            ("full", full),
        ] {
            expected.insert(name.to_owned(), features.into());
        }
        assert_eq!(table["features"].as_table(), Some(&expected));
        assert_eq!(table["package"]["metadata"], runtime["package"]["metadata"]);
        assert_eq!(table["lints"], runtime["lints"]);
    }

    #[test]
    fn a_crate_elsewhere_is_a_workspace() {
        let inputs = Inputs { standalone: true, ..inputs() };
        assert!(manifest(&inputs).contains_key("workspace"));
    }

    #[test]
    fn examples_have_their_packages_and_features() {
        let mut inputs = inputs();
        inputs.examples.insert("sail.rs".to_owned(), String::new());
        let features = vec!["testing".to_owned()];
        inputs
            .scope
            .examples
            .insert("sail".to_owned(), Example { features, test: true });
        inputs.scope.example_dependencies.insert("tokio".to_owned(), "1".into());
        let table = manifest(&inputs);
        assert_eq!(table["dev-dependencies"]["tokio"].as_str(), Some("1"));
        let expected = "[[example]]\nname = \"sail\"\nrequired-features = [\"testing\"]\ntest = true";
        assert_eq!(table["example"], expected.parse::<Table>().unwrap()["example"]);
    }

    #[test]
    fn settings_of_examples_that_do_not_exist_are_faults() {
        let mut inputs = inputs();
        let features = vec!["flying".to_owned()];
        inputs.examples.insert("sail.rs".to_owned(), String::new());
        inputs
            .scope
            .examples
            .insert("sail".to_owned(), Example { features, test: false });
        inputs.scope.examples.insert("row".to_owned(), Example::default());
        let expected =
            ["unknown example `row`: no file `row.rs`", "unknown feature `flying`"];
        assert_eq!(faults(text(&inputs, None)), expected);
    }
}
