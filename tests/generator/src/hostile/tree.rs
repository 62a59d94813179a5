//! Changes of trees, which know what the parts of a document mean.

use serde_json::{Map, Value, json};

use super::{Random, parse, strings};

/// Collects the pointers of all nodes below the root.
pub(super) fn pointers(value: &Value, pointer: &str, out: &mut Vec<String>) {
    let mut child = |key: &str, child: &Value| {
        let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
        pointers(child, &pointer, out);
        out.push(pointer);
    };
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(key, value)| child(key, value));
        }
        Value::Array(array) => {
            array
                .iter()
                .enumerate()
                .for_each(|(index, value)| child(&index.to_string(), value));
        }
        _ => {}
    }
}

/// Changes one node of a document.
pub(super) fn change(root: &mut Value, random: &mut Random) -> String {
    let mut all = Vec::new();
    pointers(root, "", &mut all);
    if all.is_empty() {
        *root = json!({});
        return "nothing is left".to_owned();
    }
    let pointer = place(&all, random);
    let change = match random.below(20) {
        0..=1 => remove(root, &pointer),
        2..=3 => rename(root, &pointer, &strings::odd(random)),
        4 => copy(root, &pointer, &strings::odd(random)),
        5..=6 => {
            let other = random.pick(&all).clone();
            let node = root.pointer(&other).cloned().unwrap_or_default();
            set(root, &pointer, node);
            format!("= {other}")
        }
        7..=8 => replace(root, &pointer, scalar(random)),
        9 => swap(root, &pointer),
        10..=11 => {
            let reference = reference(&all, &pointer, random);
            replace(root, &pointer, json!({"$ref": reference}))
        }
        12..=15 => {
            let (key, value) = keyword(&all, random);
            let place = above_schema(root, &pointer);
            let text = format!("{place}: {key} = {value:.120}");
            if let Some(Value::Object(object)) = root.pointer_mut(&place) {
                object.insert(key, value);
            }
            text
        }
        16 => {
            let depth = 1 << random.below(7);
            let node = root.pointer(&pointer).cloned().unwrap_or_default();
            let is_array = random.one_in(2);
            let wrap = |inner| match is_array {
                true => json!({"type": "array", "items": inner}),
                false => json!({"type": "object", "properties": {"a": inner}}),
            };
            set(root, &pointer, (0..depth).fold(node, |inner, _| wrap(inner)));
            format!("wrapped {depth} times")
        }
        17 => {
            if let Some(node) = root.pointer_mut(&pointer) {
                clear(node);
            }
            "null everywhere".to_owned()
        }
        18 => path(root, random),
        _ => {
            if let Some(Value::Array(items)) = root.pointer_mut(&pointer) {
                random.shuffle(items);
                items.extend(items.clone());
            }
            "shuffled and doubled".to_owned()
        }
    };
    format!("{pointer}: {change}")
}

/// Selects a node. Most nodes are keywords deep inside; parts that have a meaning of their own come
/// more often than chance would have it.
fn place(all: &[String], random: &mut Random) -> String {
    let words = [
        "/$ref",
        "/enum",
        "/required",
        "/properties",
        "/object",
        "/type",
        "/anyOf",
        "/schema",
        "/items",
    ];
    if random.one_in(2) {
        let word = random.pick(&words);
        let some: Vec<&String> =
            all.iter().filter(|pointer| pointer.ends_with(word)).collect();
        if !some.is_empty() {
            return (*random.pick(&some)).clone();
        }
    }
    random.pick(all).clone()
}

fn split(pointer: &str) -> (&str, String) {
    let (parent, key) = pointer.rsplit_once('/').unwrap_or(("", pointer));
    (parent, key.replace("~1", "/").replace("~0", "~"))
}

fn set(root: &mut Value, pointer: &str, value: Value) {
    if let Some(node) = root.pointer_mut(pointer) {
        *node = value;
    }
}

fn replace(root: &mut Value, pointer: &str, value: Value) -> String {
    let text =
        format!("= {:.120}", value.to_string().chars().take(120).collect::<String>());
    set(root, pointer, value);
    text
}

fn remove(root: &mut Value, pointer: &str) -> String {
    let (parent, key) = split(pointer);
    match root.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.shift_remove(&key)),
        Some(Value::Array(array)) => {
            array.remove(key.parse().unwrap_or(0));
        }
        _ => {}
    }
    "removed".to_owned()
}

fn rename(root: &mut Value, pointer: &str, name: &str) -> String {
    let (parent, key) = split(pointer);
    match root.pointer_mut(parent) {
        Some(Value::Object(object)) => {
            if let Some(value) = object.shift_remove(&key) {
                object.insert(name.to_owned(), value);
            }
        }
        // The name of a value is the value.
        Some(Value::Array(array)) => {
            array[key.parse::<usize>().unwrap_or(0)] = name.into();
        }
        _ => {}
    }
    format!("renamed to {name:.60?}")
}

fn copy(root: &mut Value, pointer: &str, name: &str) -> String {
    let (parent, _) = split(pointer);
    let value = root.pointer(pointer).cloned().unwrap_or_default();
    match root.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.insert(name.to_owned(), value)),
        Some(Value::Array(array)) => array.push(value),
        _ => {}
    }
    format!("also as {name:.60?}")
}

fn scalar(random: &mut Random) -> Value {
    match random.below(12) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(u64::MAX),
        4 => json!(i64::MIN),
        5 => json!(1e308),
        6 => json!([]),
        7 => json!({}),
        8 => json!([null, {}, []]),
        _ => strings::odd(random).into(),
    }
}

/// Turns an object into an array, and the other way round.
fn swap(root: &mut Value, pointer: &str) -> String {
    if let Some(node) = root.pointer_mut(pointer) {
        *node = match node.take() {
            Value::Object(object) => {
                object.into_iter().map(|(_, value)| value).collect()
            }
            Value::Array(array) => {
                let named = array.into_iter().enumerate();
                Value::Object(
                    named.map(|(index, value)| (index.to_string(), value)).collect(),
                )
            }
            Value::String(text) => json!([text]),
            other => json!({"": other}),
        };
    }
    "of another kind".to_owned()
}

fn reference(all: &[String], pointer: &str, random: &mut Random) -> String {
    let schemas: Vec<&String> =
        all.iter().filter(|p| p.starts_with("/components/")).collect();
    let to = if schemas.is_empty() { pointer } else { random.pick(&schemas).as_str() };
    let component: String = to.split('/').take(4).collect::<Vec<_>>().join("/");
    match random.below(12) {
        0 => format!("#{pointer}"),
        1 => format!("#{to}"),
        2 => format!("#{}", to.replace('/', "%2F")),
        3 => format!("other.yaml#{to}"),
        4 => "#".to_owned(),
        5 => "#/components/schemas/".to_owned(),
        6 => format!("#/components/schemas/{}", strings::odd(random)),
        7 => strings::odd(random),
        8 => format!("#{component}").replace("schemas", "parameters"),
        _ => format!("#{component}"),
    }
}

/// Returns the pointer of the next object around a node that looks like a schema.
fn above_schema(root: &Value, pointer: &str) -> String {
    let mut at = pointer;
    while let Some((parent, _)) = at.rsplit_once('/') {
        let node = root.pointer(at);
        let is_schema = |node: &&Value| {
            ["type", "anyOf", "$ref"].iter().any(|key| node.get(key).is_some())
        };
        if node.filter(is_schema).is_some() {
            return at.to_owned();
        }
        at = parent;
    }
    pointer.to_owned()
}

/// Returns a member for a schema.
fn keyword(all: &[String], random: &mut Random) -> (String, Value) {
    let mut reference =
        || json!({"$ref": self::reference(all, "/components/schemas/x", random)});
    let (one, other) = (reference(), reference());
    let odd = strings::odd(random);
    let words = [
        ("nullable", json!(true)),
        ("deprecated", json!(true)),
        (
            "type",
            random
                .pick(&[
                    "string", "object", "array", "integer", "number", "boolean", "null",
                ])
                .to_string()
                .into(),
        ),
        ("additionalProperties", one.clone()),
        ("additionalProperties", json!(random.one_in(2))),
        ("anyOf", json!([one, other])),
        ("anyOf", json!([{"type": "string"}, one])),
        (
            "anyOf",
            json!([{"type": "string", "enum": [""]}, {"type": "integer"}, {"type": "object", "properties": {}}]),
        ),
        ("anyOf", json!([])),
        ("oneOf", json!([one])),
        ("allOf", json!([one, {"type": "object"}])),
        ("not", json!({})),
        ("enum", json!([odd, "", null, 1, true, [], {}, odd])),
        ("enum", json!([odd, "a", "A", "a_", "a-", "a "])),
        ("enum", json!([1, 2, -1])),
        ("enum", json!([])),
        ("enum", json!([true])),
        ("required", json!([odd, odd, "id"])),
        ("required", json!("id")),
        ("required", json!(["id", "object", "data", "url", "has_more", "deleted"])),
        (
            "properties",
            json!({odd.clone(): one, "object": {"type": "string", "enum": ["list"]}}),
        ),
        ("properties", json!({})),
        ("items", one.clone()),
        ("items", json!({})),
        ("x-expansionResources", json!({"oneOf": [one, other]})),
        ("x-expansionResources", json!({"oneOf": []})),
        ("x-resourceId", odd.clone().into()),
        ("x-emptyIfAbsent", json!(true)),
        (
            "format",
            random
                .pick(&["unix-time", "decimal", "int64", "date", "", "uri"])
                .to_string()
                .into(),
        ),
        ("maxLength", json!(random.pick(&[-1.0, 0.0, 1.5, 1e30]))),
        ("maxLength", json!(0)),
        ("pattern", odd.clone().into()),
        ("pattern", json!("^(((((((((a+)+)+)+)+)+)+)+)+)$[")),
        ("default", json!({"a": [odd]})),
        ("minimum", json!(i64::MIN)),
        (
            "description",
            format!(
                "<a href='{odd}'>{odd}</a> `{odd}` [x]({odd})\n\n    {odd}\n- {odd}"
            )
            .into(),
        ),
        ("description", "<".repeat(1 << random.below(13)).into()),
        ("description", "[`*_(".repeat(1 << random.below(11)).into()),
        ("title", odd.into()),
        ("$ref", one["$ref"].clone()),
        ("operationId", json!("GetX")),
        (
            "in",
            random.pick(&["query", "path", "header", "cookie", "x"]).to_string().into(),
        ),
        (
            "style",
            random.pick(&["deepObject", "form", "simple", "x"]).to_string().into(),
        ),
        ("explode", json!(random.one_in(2))),
    ];
    let (key, value) = random.pick(&words).clone();
    (key.to_owned(), value)
}

/// Replaces all scalars.
fn clear(node: &mut Value) {
    match node {
        Value::Object(object) => object.values_mut().for_each(clear),
        Value::Array(items) => items.iter_mut().for_each(clear),
        node => *node = Value::Null,
    }
}

/// Renames a path to an odd template.
fn path(root: &mut Value, random: &mut Random) -> String {
    let Some(Value::Object(paths)) = root.get_mut("paths") else {
        return "no paths".to_owned();
    };
    let names: Vec<String> = paths.keys().cloned().collect();
    if names.is_empty() {
        return "no paths".to_owned();
    }
    let old = random.pick(&names).clone();
    let odd = strings::odd(random);
    let new = match random.below(10) {
        0 => format!("{old}/"),
        1 => format!("{old}/{{{odd}}}"),
        2 => format!("{old}/{odd}"),
        3 => old.replace(['{', '}'], ""),
        4 => old.replace('}', ""),
        5 => format!("{old}{old}"),
        6 => format!("{old}/{{id}}.json"),
        7 => format!("{old}?a=b#c"),
        8 => odd,
        _ => old.to_uppercase(),
    };
    if let Some(item) = paths.shift_remove(&old) {
        paths.insert(new.clone(), item);
    }
    format!("path {old} is {new:.100?}")
}

/// Targets of overlay actions.
const TARGETS: &[&str] = &[
    "$",
    "$.*",
    "$..*",
    "$..['x']",
    "$.paths",
    "$.paths.*",
    "$.info",
    "$.components.schemas.*",
    "$.components.schemas.*.properties.*",
    "$..[0:9007199254740991:1]",
    "$..[?@.a == @.b]",
    "$..[?@..enum]",
    "$..description",
    "$..enum[0]",
    "$..required[?@ == 'id']",
    "$['a']['b']['c']",
    "$.x[",
    "",
    "x",
    "$..",
    "$[?match(@, '(a+)+b')]",
    "$..[?length(@) > 1]",
    "$..[?count(@..*) > 10]",
    "$..['$ref']",
    "$..type",
    "$..[-1]",
    "$.openapi",
];

/// Changes an overlay: one of its nodes, or an action more.
pub(super) fn overlay(text: &mut Vec<u8>, random: &mut Random) -> String {
    let Some(mut root) = parse(&String::from_utf8_lossy(text)) else {
        return String::new();
    };
    let change = if random.one_in(2) {
        change(&mut root, random)
    } else {
        let target = random.pick(TARGETS);
        let value = match random.below(4) {
            0 => json!({"target": target, "remove": true}),
            1 => {
                json!({"target": target, "update": {"description": strings::odd(random)}})
            }
            2 => json!({"target": target, "update": scalar(random)}),
            _ => {
                let (key, value) =
                    keyword(&["/components/schemas/x".to_owned()], random);
                json!({"target": target, "update": Map::from_iter([(key, value)])})
            }
        };
        let shown = value.to_string();
        if let Some(Value::Array(actions)) = root.get_mut("actions") {
            actions.push(value);
        }
        format!("{shown:.200}")
    };
    *text = root.to_string().into_bytes();
    change
}
