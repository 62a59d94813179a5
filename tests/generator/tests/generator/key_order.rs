//! Checks that the order of keys in a document means nothing: objects are unordered.

use std::path::Path;

use generator::input::folder::FileTree;
use generator::input::{Inputs, Options};
use generator::pipeline;
use generator_tests::cases::{self, Case};
use generator_tests::workspace;
use serde_json::Value;
use test_support::official::DAHLIA;

/// The members of an object.
type Members = Vec<(String, Value)>;

/// Orders other than that of the file, the alphabetical one and its reverse.
const ORDERS: [fn(&mut Members); 2] = [
    |members| members.reverse(),
    |members| {
        members.sort_by_cached_key(|(key, _)| {
            (key.len() % 3, key.chars().rev().collect::<String>())
        });
    },
];

/// Orders the keys of all objects.
fn reorder(value: &mut Value, order: fn(&mut Members)) {
    match value {
        Value::Object(object) => {
            let mut members: Vec<_> = std::mem::take(object).into_iter().collect();
            members.iter_mut().for_each(|(_, member)| reorder(member, order));
            order(&mut members);
            object.extend(members);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| reorder(item, order)),
        _ => {}
    }
}

/// Builds a crate, and returns its files with the lock and the inventory.
fn build(inputs: &Inputs) -> (FileTree, String, String) {
    let output = pipeline::build(inputs).unwrap_or_else(|problems| panic!("{problems}"));
    (output.files, output.lock.text(), pipeline::inventory(inputs).unwrap())
}

/// Checks that all orders lead to the same crate, with and without a lock.
fn check(name: &str, inputs: &Inputs) {
    let unlocked = Inputs { lock: None, ..inputs.clone() };
    for inputs in [inputs, &unlocked] {
        let expected = build(inputs);
        for order in ORDERS {
            let mut reordered = inputs.clone();
            reorder(&mut reordered.document.root, order);
            let [one, other] =
                [inputs, &reordered].map(|inputs| inputs.document.root.to_string());
            assert_ne!(one, other, "the order is another");
            same(name, &expected, &build(&reordered));
        }
    }
}

fn same(
    name: &str,
    expected: &(FileTree, String, String),
    found: &(FileTree, String, String),
) {
    let differs =
        expected.0.iter().zip(found.0.iter()).find(|(one, other)| one != other);
    if let Some(((path, one), (_, other))) = differs {
        let lines = one.lines().zip(other.lines()).find(|(one, other)| one != other);
        panic!("{name}: {path} differs: {lines:?}");
    }
    assert_eq!(expected.0.iter().count(), found.0.iter().count(), "{name}");
    assert_eq!(expected.1, found.1, "the lock of {name}");
    assert_eq!(expected.2, found.2, "the inventory of {name}");
}

fn options() -> Options {
    Options { scope: Some(workspace().join("spec/scope.toml")), ..Options::default() }
}

#[test]
fn of_the_slice() {
    let inputs = pipeline::read(&options()).unwrap();
    assert!(inputs.lock.is_some());
    check("the slice", &inputs);
}

#[test]
fn of_small_documents() {
    for collection in ["golden", "obstacles"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(collection);
        for case in cases::all(&folder).unwrap() {
            read(&case);
        }
    }
}

fn read(case: &Case) {
    case.with_inputs(|inputs| {
        check(&case.name, inputs);
        Ok(())
    })
    .unwrap();
}

/// Slicing and overlays see the order too.
#[test]
fn of_files() {
    let folder = tempfile::tempdir().unwrap();
    let document = DAHLIA.document().unwrap_or_else(|_| {
        // Without the official document, its slice shows at least the same of slicing.
        workspace().join("spec/stripe.openapi.yaml")
    });
    let text = std::fs::read_to_string(&document).unwrap();
    let original: Value =
        serde_json::from_str(&text).or_else(|_| serde_yaml::from_str(&text)).unwrap();
    let read = |value: &Value| {
        let file = folder.path().join("api.json");
        std::fs::write(&file, value.to_string()).unwrap();
        let select = vec!["/v1/customer_sessions".to_owned(), "/v1/events".to_owned()];
        let options = Options { spec: Some(file), select, ..options() };
        let mut inputs = pipeline::read(&options).unwrap();
        // The digest is that of the file.
        inputs.digest = "0".repeat(64);
        build(&inputs)
    };
    let expected = read(&original);
    for order in ORDERS {
        let mut reordered = original.clone();
        reorder(&mut reordered, order);
        same("a selection", &expected, &read(&reordered));
    }
}
