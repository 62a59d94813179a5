//! Checks names that mean something elsewhere: devices of Windows, type parameters of the emitted
//! code, and items of Rust's prelude.

use std::collections::BTreeSet;
use std::path::Path;

use generator_tests::cases::Case;
use generator_tests::crates;
use serde_json::{Map, Value, json};

const NAMES: &[&str] = &[
    "aux",
    "con",
    "nul",
    "prn",
    "com1",
    "lpt9",
    "m",
    "t",
    "as_ref",
    "clone",
    "copy",
    "drop",
    "fn",
    "future",
    "hash",
    "into_future",
    "iterator",
    "ord",
    "partial_eq",
    "send",
    "sized",
    "sync",
    "to_string",
    "try_from",
    "unpin",
];

#[test]
fn they_are_avoided() {
    let case = Case::of("system_names", document());
    let output = case.build().unwrap();
    let devices: BTreeSet<&str> = NAMES[..6].iter().copied().collect();
    let mut extended = 0;
    for (path, _) in output.files.iter() {
        for name in path.split('/') {
            let stem = name.split('.').next().unwrap();
            assert!(!devices.contains(stem), "{path}");
            extended += usize::from(devices.contains(stem.trim_end_matches('_')));
        }
    }
    assert!(extended >= 2 * devices.len(), "{extended}");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates/system_names");
    case.generate(&out).unwrap();
    let features = ["--no-default-features", "--features", "serialize,testing"];
    crates::cargo(&out, &[["check", "-q"].as_slice(), &features].concat()).unwrap();
}

/// Returns a document with a resource and a path of each name.
fn document() -> Value {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let response = |name: &str| {
        json!({
            "description": "", "content": {"application/json": {"schema": reference(name)}},
        })
    };
    let error = json!({"type": "object", "properties": {"message": {"type": "string"}}});
    let mut schemas: Map<String, Value> =
        [("error".to_owned(), error)].into_iter().collect();
    let mut paths = Map::new();
    for name in NAMES {
        let responses = json!({"200": response(name), "default": response("error")});
        let get = json!({"operationId": format!("Get{name}"), "responses": responses});
        paths.insert(format!("/v1/{name}"), json!({"get": get}));
        let properties = json!({"id": {"type": "string"}, "more": reference(name)});
        let schema =
            json!({"type": "object", "properties": properties, "x-resourceId": name});
        schemas.insert((*name).to_owned(), schema);
    }
    json!({
        "openapi": "3.0.0",
        "info": {"title": "t", "version": "2026-01-01"},
        "paths": paths,
        "components": {"schemas": schemas},
    })
}
