//! The manifest of the runtime is where the generated crate's comes from. It repeats what it
//! cannot inherit, because a generated crate must stand alone.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::fs;

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
        if key != "package" {
            assert_eq!(generated.get(key), Some(value), "{key}");
        }
    }
}

#[test]
fn the_crate_is_formatted_as_the_workspace() {
    let [whole, crate_] = ["rustfmt.toml", "generated/rustfmt.toml"]
        .map(|path| fs::read_to_string(workspace().join(path)).unwrap());
    assert_eq!(whole, crate_);
}
