//! Checks that the manifest of the generated crate follows from the runtime's manifest.
//! It repeats inherited values, because a generated crate may be outside the workspace.
//! The dependencies of the example programs come from the scope.

use std::collections::BTreeMap;
use std::fs;

use generator::input::Options;
use generator::pipeline;
use generator_tests::workspace;
use toml::{Table, Value};

fn manifest(path: &str) -> Table {
    fs::read_to_string(workspace().join(path)).unwrap().parse().unwrap()
}

fn at<'a>(table: &'a Table, keys: &[&str]) -> &'a Value {
    let (first, rest) = keys.split_first().unwrap();
    rest.iter().fold(&table[*first], |value, key| &value[*key])
}

#[test]
fn lints_edition_and_toolchain_are_those_of_the_workspace() {
    let whole = manifest("Cargo.toml");
    for crate_ in [manifest("templates/Cargo.toml"), manifest("generated/Cargo.toml")] {
        let lints = at(&whole, &["workspace", "lints"]).as_table().unwrap();
        assert!(lints["rust"].as_table().unwrap().len() > 3);
        assert_eq!(Some(lints), crate_["lints"].as_table());
        for key in ["edition", "rust-version"] {
            assert_eq!(
                at(&crate_, &["package", key]),
                at(&whole, &["workspace", "package", key])
            );
        }
    }
}

#[test]
fn the_crate_has_the_dependencies_and_features_of_the_runtime() {
    let (runtime, generated) =
        (manifest("templates/Cargo.toml"), manifest("generated/Cargo.toml"));
    for (key, value) in &runtime {
        // The runtime's tests are not part of the crate.
        if key != "package" && key != "dev-dependencies" {
            assert_eq!(generated.get(key), Some(value), "{key}");
        }
    }
}

#[test]
fn the_crate_has_what_its_examples_need() {
    let (scope, generated) =
        (manifest("spec/scope.toml"), manifest("generated/Cargo.toml"));
    let needed = at(&scope, &["example-dependencies"]);
    assert!(needed.get("axum").is_some());
    assert_eq!(at(&generated, &["dev-dependencies"]), needed);
    let told = generated["example"].as_array().unwrap().iter();
    let told: BTreeMap<_, _> = told.map(|e| (e["name"].as_str().unwrap(), e)).collect();
    let examples = scope["examples"].as_table().unwrap();
    assert!(examples.len() > 2);
    assert!(told.keys().eq(examples.keys()));
    for (name, example) in examples {
        let features = told[name.as_str()].get("required-features");
        assert_eq!(features, example.get("features"), "{name}");
        assert_eq!(told[name.as_str()].get("test"), example.get("test"), "{name}");
    }
}

#[test]
fn a_crate_of_another_scope_has_no_examples_and_needs_nothing_for_them() {
    let options = Options {
        scope: Some(workspace().join("spec/scope.toml")),
        select: vec!["/v1/events".to_owned()],
        ..Options::default()
    };
    let output = pipeline::build(&pipeline::read(&options).unwrap()).unwrap();
    let files: BTreeMap<_, _> = output.files.iter().collect();
    assert!(!files.keys().any(|path| path.starts_with("examples/")));
    let manifest: Table = files["Cargo.toml"].parse().unwrap();
    assert!(manifest.contains_key("dependencies") && manifest.contains_key("features"));
    for key in ["dev-dependencies", "example"] {
        assert!(!manifest.contains_key(key), "{key}");
    }
}
