//! Checks that no document makes the generator panic: each node of a valid document is
//! damaged in many ways.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use generator::input::Options;
use generator::input::load;
use generator::openapi::document::Document;
use generator::openapi::overlay;
use generator::openapi::slice::{self, Prose, Selection};
use generator::pipeline;
use serde_json::{Value, json};

fn base(file: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("bad/_base").join(file)
}

/// Collects the pointers of all nodes below the root.
fn pointers(value: &Value, pointer: &str, out: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, child)| (key.replace('~', "~0").replace('/', "~1"), child))
            .collect(),
        Value::Array(array) => array
            .iter()
            .enumerate()
            .map(|(index, child)| (index.to_string(), child))
            .collect(),
        _ => Vec::new(),
    };
    for (key, child) in children {
        let pointer = format!("{pointer}/{key}");
        pointers(child, &pointer, out);
        out.push(pointer);
    }
}

fn damages() -> [Value; 10] {
    [
        Value::Null,
        json!(true),
        json!(-1),
        json!(""),
        json!("#/components/schemas/widget"),
        json!([]),
        json!([[]]),
        json!({}),
        json!({"": {"$ref": "#"}}),
        json!({"$ref": "#/components/schemas/widget"}),
    ]
}

/// Returns the documents that differ from `root` in one node, with the node's pointer.
fn damaged(root: &Value) -> impl Iterator<Item = (String, Value)> {
    let mut all = Vec::new();
    pointers(root, "", &mut all);
    all.into_iter().flat_map(move |pointer| {
        damages().map(|damage| {
            let mut copy = root.clone();
            if let Some(node) = copy.pointer_mut(&pointer) {
                *node = damage.clone();
            }
            (format!("{pointer} = {damage}"), copy)
        })
    })
}

/// Runs a part of the generator, and ignores its result.
fn survive<T>(what: &str, part: impl FnOnce() -> T) {
    assert!(catch_unwind(AssertUnwindSafe(part)).is_ok(), "{what}");
}

#[test]
fn of_a_small_document() {
    document(&base(""), 1);
}

/// Damages each node of a document that has one of every form.
#[test]
fn of_a_document_of_all_forms() {
    document(&Path::new(env!("CARGO_MANIFEST_DIR")).join("invented"), 7);
}

/// Damages the document of a scope, and runs every `step`th result.
fn document(folder: &Path, step: usize) {
    let scope = folder.join("scope.toml");
    let options = Options { scope: Some(scope), ..Options::default() };
    let inputs = pipeline::read(&options).unwrap();
    let root = load::document(&folder.join("api.yaml")).unwrap().root;
    for (what, root) in damaged(&root).step_by(step) {
        let document = Document { file: "api.yaml".to_owned(), root };
        survive(&what, || {
            let selection = Selection {
                file: "scope.toml",
                paths: Some(&inputs.scope.paths),
                opaque: &inputs.scope.opaque,
                secret: &inputs.scope.secret,
                legacy: &inputs.scope.legacy,
                strict: true,
                overlaid: false,
                components: Vec::new(),
                event_types: None,
            };
            let document = slice::slice(&document, &selection, Prose::Keep, "0")?;
            let mut inputs = inputs.clone();
            inputs.document = document;
            pipeline::build(&inputs)
        });
    }
}

#[test]
fn of_an_overlay() {
    let document = load::document(&base("api.yaml")).unwrap();
    for kind in ["prose", "structure"] {
        let overlay = json!({
            "overlay": "1.0.0",
            "info": {"title": "Repairs", "version": "1.0.0", "x-kind": kind},
            "actions": [
                {"target": "$.components.schemas.widget", "update": {"description": "x"}},
                {"target": "$..[?@.enum]", "update": {"x-enumDescriptions": {"red": "x"}}},
                {"target": "$..required", "remove": true},
            ],
        });
        for (what, root) in damaged(&overlay) {
            let file = "overlay.yaml".to_owned();
            let overlays = [Document { file, root }];
            survive(&what, || overlay::apply(document.clone(), &overlays));
        }
    }
}

/// Truncates files, and inserts invalid bytes at any offset.
#[test]
fn of_files() {
    let folder = tempfile::tempdir().unwrap();
    for (name, read) in [
        ("api.yaml", (|path| drop(load::document(path))) as fn(&Path)),
        ("scope.toml", |path| drop(load::scope(path))),
    ] {
        let bytes = std::fs::read(base(name)).unwrap();
        let path = folder.path().join(name);
        for place in 0..bytes.len() {
            std::fs::write(&path, &bytes[..place]).unwrap();
            survive(&format!("{name} up to {place}"), || read(&path));
            for byte in [0, b'\t', b'"', b'{', b'&', 0xff] {
                let mut bytes = bytes.clone();
                bytes[place] = byte;
                std::fs::write(&path, bytes).unwrap();
                survive(&format!("{name}: {byte} at {place}"), || read(&path));
            }
        }
    }
}
