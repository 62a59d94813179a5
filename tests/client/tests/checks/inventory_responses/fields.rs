//! The expected output of the program for a field.

use client_tests::inventory::Line;
use client_tests::response::reader::holds_objects;
use serde_json::Value;

use super::{Outcome, ensure};

/// Compares the output for a line with the contents of the object.
pub(crate) fn compare(line: &Line, object: &Value, printed: &[String]) -> Outcome {
    let mut sent = Vec::new();
    parents(object, &line.path, &mut |parent, key| sent.push(parent.get(key).cloned()));
    if line.rust.ends_with("::OBJECT") {
        let all = printed.iter().map(|text| Some(Value::from(text.as_str())));
        return ensure(all.eq(sent), &format!("it is {printed:?}"));
    }
    if holds_objects(line) {
        let parsed = printed
            .iter()
            .map(|text| serde_json::from_str::<Value>(text).expect("JSON"));
        let sent = sent.into_iter().map(Option::unwrap_or_default);
        return ensure(parsed.eq(sent), &format!("it is {printed:?}"));
    }
    let mut expected = Vec::new();
    for value in sent.iter().flatten() {
        leaves(line, value, &mut expected);
    }
    let found = printed.iter().map(|text| without_variant(line, text));
    let found = found.collect::<Result<Vec<_>, _>>()?;
    ensure(found == expected, &format!("it is {found:?}, should be {expected:?}"))
}

/// Calls `visit` with each object that a path leads to, and the last key.
fn parents(object: &Value, path: &str, visit: &mut dyn FnMut(&Value, &str)) {
    let Some((step, rest)) = path.split_once('.') else { return visit(object, path) };
    let key = step.trim_end_matches(['[', ']', '{', '}']);
    match object.get(key) {
        Some(Value::Array(items)) if step.ends_with("[]") => {
            items.iter().for_each(|item| parents(item, rest, visit));
        }
        Some(Value::Object(map)) if step.ends_with("{}") => {
            // Sorted like the map of the type.
            let mut items: Vec<_> = map.iter().collect();
            items.sort_by_key(|(key, _)| key.as_str());
            items.iter().for_each(|(_, item)| parents(item, rest, visit));
        }
        Some(inner) => parents(inner, rest, visit),
        None => {}
    }
}

/// Collects the leaves of a field as the program prints them.
fn leaves(line: &Line, value: &Value, out: &mut Vec<String>) {
    match (line.kind.as_str(), value) {
        ("array", Value::Array(items)) => {
            out.extend(items.iter().map(|item| leaf(&line.of, line, item)));
        }
        ("map", Value::Object(map)) => {
            let mut entries: Vec<_> = map.iter().collect();
            entries.sort_by_key(|(key, _)| key.as_str());
            let entries = entries.into_iter();
            out.extend(
                entries
                    .map(|(key, item)| format!("{key}: {}", leaf(&line.of, line, item))),
            );
        }
        (kind, value) => out.push(leaf(kind, line, value)),
    }
}

fn leaf(kind: &str, line: &Line, value: &Value) -> String {
    match (kind, value) {
        ("expandable", Value::String(id)) => format!("id {id}"),
        ("expandable", value) => expandable(value),
        ("string", Value::String(text)) if is_secret(line) => format!("secret {text}"),
        (kind, Value::String(text)) => format!("{kind} {text}"),
        (kind, value) => format!("{kind} {value}"),
    }
}

fn expandable(value: &Value) -> String {
    let id = value["id"].as_str();
    let form = if value["deleted"] == true { "deleted" } else { "object" };
    format!("{form} {}", id.unwrap_or("without an id"))
}

/// Secrets have a type of their own.
fn is_secret(line: &Line) -> bool {
    line.path.ends_with("client_secret")
        || (line.root == "billing_portal.session" && line.path == "url")
}

/// Returns the string of an enum, whose variant must have the same name.
fn without_variant(line: &Line, text: &str) -> Result<String, String> {
    let Some((text, variant)) = text.split_once('\t') else {
        return Ok(text.to_owned());
    };
    let value = text.split_once("enum ").map_or(text, |(_, value)| value);
    let letters = |text: &str| {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.map(|letter| letter.to_ascii_lowercase()).collect::<String>()
    };
    let named = if line.values.iter().any(|known| known == value) {
        // `Self` is a keyword of Rust.
        variant == "SelfValue" && value == "self" || letters(variant) == letters(value)
    } else {
        variant == format!("Unrecognized({value:?})")
    };
    ensure(named, &format!("`{value}` is the variant {variant}"))?;
    Ok(text.to_owned())
}
