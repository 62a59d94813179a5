//! Checks that the emitted code is formatted as by rustfmt, for all lengths of names:
//! line breaks depend on the length of names, and the two printers differ at the limits.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

use std::path::Path;

use generator_tests::cases::Case;
use generator_tests::crates;
use serde_json::{Value, json};

/// The longest property and the longest type tested. The official documents have
/// properties of up to 45 letters.
const PROPERTY: usize = 48;
const TYPE: usize = 64;

#[test]
fn does_not_depend_on_the_lengths_of_names() {
    let mut document = json!({
        "openapi": "3.0.0",
        "info": {"title": "Lengths", "version": "2030-01-01"},
        "paths": {},
        "components": {"schemas": {}},
    });
    for length in 3..=PROPERTY {
        for (index, kind) in kinds().iter().enumerate() {
            properties(&mut document, length, index, kind);
        }
    }
    for length in 3..=TYPE {
        types(&mut document, length);
        paths(&mut document, length);
    }
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates/layout");
    let case = Case::of("layout", document);
    assert!(case.build().unwrap().krate.operations.len() > 1000);
    case.generate(&out).unwrap();
    crates::cargo(&out, &["fmt", "--check"]).unwrap();
}

/// Returns one schema for each type of a setter's argument.
fn kinds() -> Vec<Value> {
    let letters = json!({"type": "string", "enum": ["a", "b"]});
    vec![
        json!({"type": "string"}),
        json!({"type": "string", "format": "decimal"}),
        json!({"type": "integer", "format": "unix-time"}),
        json!({"type": "array", "items": {"type": "string"}}),
        json!({"type": "array", "items": letters}),
        json!({"type": "object", "additionalProperties": {"type": "string"}}),
        json!({"type": "object", "additionalProperties": letters}),
        json!({"type": "object", "properties": {"inner": letters}}),
        letters,
    ]
}

/// Adds a property of this length: required alone, required with another one, and
/// received.
fn properties(document: &mut Value, length: usize, index: usize, kind: &Value) {
    let (word, component) = (word(length), format!("p{length}k{index}"));
    let properties = json!({&word: kind, "another": {"type": "string"}});
    document["components"]["schemas"][&component] =
        json!({"type": "object", "properties": {&word: kind}});
    for (path, required) in
        [("one", json!([&word])), ("both", json!([&word, "another"]))]
    {
        let body =
            json!({"type": "object", "required": required, "properties": properties});
        document["paths"][format!("/v1/{component}/{path}")] =
            json!({"post": operation(&reference(&component), &[], Some(&body))});
    }
}

/// Adds fields, lists and unions of types with names of this length.
fn types(document: &mut Value, length: usize) {
    let name = format!("t_{}", word(length));
    let [part, target] = ["part", "target"].map(|end| format!("{name}_{end}"));
    let ids = json!({"type": "string", "x-expansionResources": [target]});
    let list = list(&reference(&part));
    let schemas = &mut document["components"]["schemas"];
    schemas[&part] = json!({
        "type": "object",
        "properties": {"object": {"type": "string", "enum": [part]}},
    });
    schemas[&name] = json!({
        "type": "object",
        "required": ["object"],
        "properties": {
            "object": {"type": "string", "enum": [name]},
            "one": reference(&part),
            "several": {"type": "array", "items": reference(&part)},
            "by_name": {"type": "object", "additionalProperties": reference(&part)},
            "id": ids,
            "ids": {"type": "array", "items": ids},
            "list": list,
            "either": {"anyOf": [reference(&name), reference(&part)]},
            "letter": {"type": "string", "enum": ["a", "b"]},
        },
    });
    document["paths"][format!("/v1/holders{length}/{{id}}")] =
        json!({"get": operation(&reference(&name), &["id"], None)});
}

/// Adds operations on paths of this length.
fn paths(document: &mut Value, length: usize) {
    let (base, answer) = (format!("/v1/x{}", word(length)), reference("p3k0"));
    let body = json!({"type": "object", "properties": {"a": {"type": "string"}}});
    let paths = &mut document["paths"];
    paths[&base] = json!({
        "get": operation(&list(&answer), &[], None),
        "post": operation(&answer, &[], Some(&body)),
    });
    for (end, ids) in [("/{id}", &["id"][..]), ("/{id}/parts/{part}", &["id", "part"])] {
        paths[format!("{base}{end}")] = json!({
            "get": operation(&answer, ids, None),
            "post": operation(&answer, ids, Some(&body)),
        });
    }
}

fn operation(answer: &Value, ids: &[&str], body: Option<&Value>) -> Value {
    let ids = ids.iter().map(|id| {
        json!({"in": "path", "name": id, "required": true, "schema": {"type": "string"}})
    });
    let mut operation = json!({
        "operationId": "X",
        "parameters": ids.collect::<Vec<_>>(),
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": answer}}},
        },
    });
    if let Some(body) = body {
        operation["requestBody"] = json!({
            "content": {"application/x-www-form-urlencoded": {"schema": body}},
        });
    }
    operation
}

fn list(item: &Value) -> Value {
    json!({
        "type": "object",
        "required": ["data", "has_more", "object", "url"],
        "properties": {
            "data": {"type": "array", "items": item},
            "has_more": {"type": "boolean"},
            "object": {"type": "string", "enum": ["list"]},
            "url": {"type": "string"},
        },
    })
}

fn reference(component: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{component}")})
}

/// Returns a word of this length with underscores at typical distances.
fn word(length: usize) -> String {
    let text: String = "lorem_ipsum_dolor_".chars().cycle().take(length - 1).collect();
    text + "x"
}
