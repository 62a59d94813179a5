//! Checks what the generator does without a scope, and how a crate of `--select` is called.

use std::collections::BTreeMap;

use generator::input::Options;
use generator::pipeline;
use generator_tests::{binary, workspace};
use toml::Table;

#[test]
fn without_a_scope_in_reach_nothing_is_generated() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in [&[][..], &["check"], &["inventory"], &["--select", "all"]] {
        let output = binary::run(crate::GENERATOR, folder.path(), arguments).unwrap();
        assert_eq!(output.status.code(), Some(2));
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with("error: no scope.toml here or above\n"), "{told}");
        assert!(told.contains("= help: "), "{told}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn a_selection_has_a_name_and_a_description_of_its_own() {
    let files = selected(None);
    let manifest: Table = files["Cargo.toml"].parse().unwrap();
    assert_eq!(manifest["package"]["name"].as_str(), Some("stripe-events"));
    let description = manifest["package"]["description"].as_str().unwrap();
    assert!(description.contains("`/v1/events`"), "{description}");
    assert!(!manifest["package"].as_table().unwrap().contains_key("keywords"));
    for file in ["Cargo.toml", "README.md", "src/lib.rs"] {
        for word in ["session", "checkout", "portal"] {
            let line =
                files[file].lines().find(|line| line.to_lowercase().contains(word));
            assert_eq!(line, None, "{file}");
        }
    }
}

#[test]
fn a_selection_can_be_given_a_name() {
    let files = selected(Some("my-client"));
    let manifest: Table = files["Cargo.toml"].parse().unwrap();
    assert_eq!(manifest["package"]["name"].as_str(), Some("my-client"));
    assert!(files["README.md"].contains("# my-client\n"));
}

fn selected(name: Option<&str>) -> BTreeMap<String, String> {
    let options = Options {
        scope: Some(workspace().join("spec/scope.toml")),
        select: vec!["/v1/events".to_owned()],
        name: name.map(str::to_owned),
        ..Options::default()
    };
    let output = pipeline::build(&pipeline::read(&options).unwrap()).unwrap();
    output.files.iter().map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}
