//! Checks that text of the document never becomes code, and never looks like something else.

use std::path::Path;

use generator_tests::cases::Case;
use generator_tests::crates;
use serde_json::{Map, Value, json};

/// Text that ends lines, comments, strings and attributes, or changes how text is read.
const HOSTILE: &[&str] = &[
    "a\rstd::process::abort();",
    "b\nstd::process::abort();",
    "c\r\nmod evil;",
    "d\u{202e}drowssap",
    "e\u{2028}compile_error!()",
    "f\u{0}g",
    "h\"; compile_error!(); \"",
    "i\\",
    "j*/ compile_error!(); /*",
    "k\u{feff}\u{200b}l",
    "m'#]\u{7f}",
    "n\")] compile_error!(); #[doc = (\"",
    "o\u{85}p",
    "q\u{2066}r\u{2069}",
    "s`t``u",
    "r#\"v\"#",
    "{w}",
    "</script><script>x()</script>",
];

#[test]
fn what_is_accepted_compiles_and_looks_like_itself() {
    let document = document();
    let case = Case::of("hostile_text", document);
    let output = case.build().unwrap();
    for (path, text) in output.files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let unseen = text.chars().find(|c| *c != '\n' && is_unseen(*c));
        assert_eq!(unseen, None, "{path}");
        let code = text.lines().find(|line| {
            line.trim_start().starts_with("std::process") || line.starts_with("mod evil")
        });
        assert_eq!(code, None, "{path}");
    }
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates/hostile_text");
    case.generate(&out).unwrap();
    let features = ["--no-default-features", "--features", "serialize,testing"];
    crates::cargo(&out, &[["check", "-q"].as_slice(), &features].concat()).unwrap();
}

#[test]
fn hostile_paths_and_parameters_are_escaped_or_refused() {
    for text in HOSTILE {
        let mut document = document();
        let get = document["paths"]["/v1/things/{id}"].clone();
        document["paths"][format!("/v1/{text}")] = get_without_parameters(&get);
        let Ok(output) = Case::of("hostile_path", document).build() else { continue };
        for (path, text) in output.files.iter().filter(|(path, _)| path.ends_with(".rs"))
        {
            let unseen = text.chars().find(|c| *c != '\n' && is_unseen(*c));
            assert_eq!(unseen, None, "{path}");
            assert!(path.starts_with("src/runtime/") || syn::parse_file(text).is_ok());
        }
    }
}

fn get_without_parameters(path: &Value) -> Value {
    let mut path = path.clone();
    path["get"].as_object_mut().unwrap().remove("parameters");
    path["get"]["operationId"] = "GetHostile".into();
    path
}

fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Returns a document with hostile names, values and descriptions.
fn document() -> Value {
    let all = HOSTILE.join("\n\n");
    let mut properties = Map::new();
    for text in HOSTILE {
        let schema = json!({"type": "string", "description": *text});
        properties.insert((*text).to_owned(), schema);
    }
    properties.insert("id".into(), json!({"type": "string", "description": all}));
    properties.insert(
        "kind".into(),
        json!({"type": "string", "enum": HOSTILE, "description": all}),
    );
    let mut sent = properties.clone();
    sent.insert("id".into(), json!({"type": "string"}));
    let response = |component: &str| {
        let reference = format!("#/components/schemas/{component}");
        json!({
            "description": "",
            "content": {"application/json": {"schema": {"$ref": reference}}},
        })
    };
    let responses = json!({"200": response("thing"), "default": response("error")});
    let id = json!({
        "in": "path", "name": "id", "required": true, "style": "simple",
        "schema": {"type": "string"}, "description": all,
    });
    json!({
        "openapi": "3.0.0",
        "info": {"title": all, "version": "2026-01-01"},
        "paths": {
            "/v1/things/{id}": {
                "get": {
                    "operationId": "GetThing", "parameters": [id],
                    "description": all, "tags": HOSTILE, "responses": responses,
                },
                "post": {
                    "operationId": "PostThing", "parameters": [id],
                    "requestBody": {"content": {"application/x-www-form-urlencoded": {
                        "encoding": {}, "schema": {"type": "object", "properties": sent},
                    }}},
                    "description": all, "responses": responses,
                },
            },
        },
        "components": {"schemas": {
            "error": {"type": "object", "properties": {"message": {"type": "string"}}},
            "thing": {
                "type": "object", "description": all, "properties": properties,
                "required": ["id"], "x-resourceId": "thing",
            },
        }},
    })
}
