//! Files that are small on disk or simple in form, and large once they are read.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::{Base, Case, parse};

/// A number that no recursion and no product of two sizes survives.
const MANY: usize = 100_000;

/// The number of objects in a chain: all of them become types, and so files, of the crate.
const CHAIN: usize = 2_000;

/// Returns the bombs with their names.
///
/// # Errors
/// Returns an error if the base has another form than they expect.
pub fn all(base: &Base) -> Result<Vec<(&'static str, Case)>, String> {
    let mut bombs: Vec<(&str, Case)> =
        texts().into_iter().map(|(name, text)| (name, raw(base, text))).collect();
    for (name, change) in DOCUMENTS {
        let mut base = base.clone();
        change(&mut base.document).ok_or(name)?;
        bombs.push((name, Case::unchanged(base)));
    }
    bombs.extend(others(base));
    Ok(bombs)
}

/// Replaces the document with a text.
fn raw(base: &Base, text: String) -> Case {
    let mut base = Base { is_raw: true, ..base.clone() };
    *base.text(&base.api.clone()) = text.into_bytes();
    Case::unchanged(base)
}

/// Returns documents that are texts.
fn texts() -> Vec<(&'static str, String)> {
    let levels = |open: &str, close: &str| {
        format!("openapi: 3.0.0\nx: {}1{}\n", open.repeat(MANY), close.repeat(MANY))
    };
    let mut blocks = "openapi: 3.0.0\n".to_owned();
    for level in 0..2_000 {
        blocks += &format!("{}a:\n", " ".repeat(level));
    }
    let mut aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let before = format!("*a{},", level - 1).repeat(9);
        let _ = writeln!(aliases, "a{level}: &a{level} [{before}]");
    }
    let json =
        |open: &str| format!("{{\"openapi\": \"3.0.0\", \"x\": {}", open.repeat(MANY));
    vec![
        ("yaml_of_arrays", levels("[", "]")),
        ("yaml_of_objects", levels("{a: ", "}")),
        ("yaml_of_lists_in_one_line", levels("- ", "")),
        ("yaml_of_keys_in_one_line", levels("? ", "")),
        ("yaml_that_is_never_closed", levels("[{", "")),
        ("yaml_of_blocks", blocks),
        ("yaml_of_aliases", aliases),
        ("yaml_of_an_alias_to_itself", "a: &a [*a]\n".to_owned()),
        ("yaml_of_anchors", format!("a: {}x\n", "&a ".repeat(MANY))),
        ("yaml_of_documents", "---\n".repeat(MANY)),
        ("yaml_of_comments", "#\n".repeat(MANY)),
        ("yaml_of_one_key", format!("{}: 1\n", "a".repeat(MANY))),
        ("json_of_arrays", json("[")),
        ("json_of_objects", json("{\"a\": ")),
        ("json_of_digits", json("1")),
        ("json_of_escapes", json("\"\\ud800")),
    ]
}

type Change = fn(&mut Value) -> Option<()>;

/// Changes that make a document large.
const DOCUMENTS: [(&str, Change); 14] = [
    ("chain_of_optional_objects", |root| chain(root, false, &|to| to)),
    ("chain_of_required_objects", |root| chain(root, true, &|to| to)),
    ("chain_of_lists", |root| {
        chain(root, true, &|to| json!({"type": "array", "items": to}))
    }),
    ("chain_of_unions", |root| chain(root, true, &|to| json!({"anyOf": [to]}))),
    ("chain_of_references", |root| {
        let schemas = schemas(root)?;
        for index in 0..CHAIN {
            schemas.insert(format!("c{index}"), refer(index + 1));
        }
        schemas.insert(format!("c{CHAIN}"), object(&json!({})));
        property(root, refer(0))
    }),
    ("cycle_of_required_objects", |root| {
        chain(root, true, &|to| to)?;
        schemas(root)?.insert(format!("c{CHAIN}"), object(&json!({"a": refer(0)})));
        Some(())
    }),
    ("many_properties", |root| {
        let names =
            (0..MANY).map(|index| (format!("p{index}"), json!({"type": "string"})));
        property(
            root,
            json!({"type": "object", "properties": names.collect::<Map<_, _>>()}),
        )
    }),
    ("many_values", |root| {
        let values: Vec<String> = (0..2_000).map(|index| format!("v{index}")).collect();
        property(root, json!({"type": "string", "enum": values}))
    }),
    ("values_of_one_name", |root| {
        let values: Vec<String> =
            (0..300).map(|index| format!("v{}", "_".repeat(index))).collect();
        property(root, json!({"type": "string", "enum": values}))
    }),
    ("long_string", |root| {
        property(root, json!({"type": "string", "enum": ["v".repeat(1 << 20)]}))
    }),
    ("long_name", |root| {
        property(
            root,
            json!({"type": "object", "properties": {"n".repeat(1 << 20): {"type": "string"}}}),
        )
    }),
    ("prose_of_one_kind", |root| {
        let all = [
            "<", "<a ", "[", "[x](", "`", "*", "_", "(", "&", "\\", "\n- ", "\n\n", "|",
            "http://", "</", "<b>",
        ];
        let all = all
            .map(|text| text.repeat(20_000))
            .map(|text| json!({"type": "string", "description": text}));
        let names =
            all.into_iter().enumerate().map(|(index, one)| (format!("p{index}"), one));
        property(
            root,
            json!({"type": "object", "properties": names.collect::<Map<_, _>>()}),
        )
    }),
    ("clique", |root| {
        let names: Map<String, Value> =
            (0..30).map(|to| (format!("to{to}"), refer(to))).collect();
        for index in 0..30 {
            let one = json!({"type": "object", "properties": names});
            schemas(root)?.insert(format!("c{index}"), one);
        }
        property(root, refer(0))
    }),
    ("many_paths", |root| {
        let paths = root.get_mut("paths")?.as_object_mut()?;
        let item = paths.values().next()?.clone();
        for index in 0..500 {
            let mut item = item.clone();
            item.as_object_mut()?.retain(|key, _| key == "get");
            paths.insert(format!("/v1/vessels/p{index}"), item);
        }
        Some(())
    }),
];

/// Returns the components of a document.
fn schemas(root: &mut Value) -> Option<&mut Map<String, Value>> {
    root.pointer_mut("/components/schemas")?.as_object_mut()
}

fn refer(index: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/c{index}")})
}

fn object(properties: &Value) -> Value {
    let required: Vec<String> = properties
        .as_object()
        .into_iter()
        .flatten()
        .map(|(key, _)| key.clone())
        .collect();
    json!({"type": "object", "properties": properties, "required": required})
}

/// Adds a property to a component that the document uses.
fn property(root: &mut Value, schema: Value) -> Option<()> {
    let vessel = schemas(root)?.get_mut("vessel")?;
    vessel
        .pointer_mut("/properties")?
        .as_object_mut()?
        .insert("bomb".to_owned(), schema);
    Some(())
}

/// Adds objects of which each contains the next one.
fn chain(
    root: &mut Value,
    is_required: bool,
    member: &dyn Fn(Value) -> Value,
) -> Option<()> {
    let schemas = schemas(root)?;
    for index in 0..CHAIN {
        let mut link = object(&json!({"a": member(refer(index + 1))}));
        if !is_required {
            link.as_object_mut()?.shift_remove("required");
        }
        schemas.insert(format!("c{index}"), link);
    }
    schemas.insert(format!("c{CHAIN}"), object(&json!({})));
    property(root, refer(0))
}

/// Returns bombs in other files than the document.
fn others(base: &Base) -> Vec<(&'static str, Case)> {
    let with = |path: &str, text: String, is_added: bool| {
        let mut base = base.clone();
        let old = base.text(path);
        if !is_added {
            old.clear();
        }
        old.extend(text.into_bytes());
        Case::unchanged(base)
    };
    let overlay = |actions: Vec<Value>| {
        let Some(path) = base.overlays.first() else {
            return Case::unchanged(base.clone());
        };
        let text = String::from_utf8_lossy(&base.files[path]).into_owned();
        let mut root = parse(&text).unwrap_or_default();
        if let Some(Value::Object(info)) = root.get_mut("info") {
            info.shift_remove("x-kind");
        }
        root["actions"] = actions.into();
        with(path, root.to_string(), false)
    };
    let nested = (0..60).fold(json!(1), |inner, _| json!({"x-a": inner}));
    let deeper = |level: usize| {
        let target = format!("$.info{}", "['x-a']".repeat(level * 60));
        json!({"target": target, "update": nested})
    };
    let rows: String = (0..2_000)
        .map(|index| format!("[[modules]]\npattern = \"x{index}_(.*)\"\nmodule = \"m\"\nname = \"$1\"\n"))
        .collect();
    let regex = "[[modules]]\npattern = \"((\\\\p{L}{1,200}){1,200}){1,200}\"\nmodule = \"m\"\nname = \"$1\"\n";
    let lock: String =
        (0..MANY).map(|index| format!("gone{index}:a = gone::Gone{index}\n")).collect();
    vec![
        ("large_pattern", with(&base.scope, regex.to_owned(), true)),
        (
            "nested_pattern",
            with(&base.scope, regex.replace("\\\\p{L}", &"(".repeat(MANY)), true),
        ),
        ("many_rows", with(&base.scope, rows, true)),
        (
            "nested_scope",
            with(&base.scope, format!("x = {}\n", "[".repeat(MANY)), false),
        ),
        (
            "dotted_scope",
            with(&base.scope, format!("{}a = 1\n", "a.".repeat(MANY)), false),
        ),
        ("long_lock", with(&base.lock, lock, true)),
        (
            "lock_of_one_line",
            with(&base.lock, format!("a{} = b", ".a".repeat(MANY)), false),
        ),
        (
            "lock_of_modules",
            with(&base.lock, format!("vessel = {}Vessel\n", "m::".repeat(MANY)), false),
        ),
        (
            "many_actions",
            overlay(vec![json!({"target": "$..*", "update": {"x-a": 1}}); 200]),
        ),
        ("deeper_actions", overlay((0..40).map(deeper).collect())),
        (
            "long_target",
            overlay(vec![
                json!({"target": format!("${}", ".a".repeat(MANY)), "remove": true}),
            ]),
        ),
        (
            "nested_target",
            overlay(vec![
                json!({"target": format!("$[?{}", "(".repeat(MANY)), "remove": true}),
            ]),
        ),
        (
            "many_descendants",
            overlay(vec![json!({"target": "$..*..*..*", "update": {"x-a": 1}})]),
        ),
    ]
}
