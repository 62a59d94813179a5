//! What is to be found again when an object was read: all that its schema knows.

use serde_json::{Map, Value};

use super::schema::{Kind, Schema};

/// The object without what the schema does not know; a null is the same as absence.
pub fn expected(schema: Schema, json: &Value) -> Value {
    match (schema.kind(), json) {
        (Kind::Object, Value::Object(object)) => known(schema, object),
        (Kind::Array(of), Value::Array(items)) => {
            items.iter().map(|item| expected(of, item)).collect()
        }
        (Kind::Map(of), Value::Object(map)) => {
            map.iter().map(|(key, value)| (key.clone(), expected(of, value))).collect()
        }
        (Kind::Expandable(targets), Value::Object(object)) => {
            expandable(&targets, object)
        }
        // JSON has one type of numbers.
        (Kind::Float, Value::Number(number)) => number.as_f64().into(),
        // The kind is that of the type, whatever the server calls it.
        (Kind::Tag(tag), _) => tag.into(),
        _ => json.clone(),
    }
}

fn known(schema: Schema, object: &Map<String, Value>) -> Value {
    let value = |key: &str| object.get(key).filter(|value| !value.is_null());
    let entries = schema.properties().filter_map(|property| {
        let value = match property.schema.kind() {
            Kind::Tag(tag) => tag.into(),
            _ => expected(property.schema, value(property.key)?),
        };
        Some((property.key.to_owned(), value))
    });
    entries.collect()
}

/// An object is read if it has an id and a type, and is of a kind that is expected here.
fn expandable(targets: &[&str], object: &Map<String, Value>) -> Value {
    let kind = object.get("object").and_then(Value::as_str);
    let target = targets.iter().find(|target| kind.is_none_or(|kind| kind == **target));
    let deleted = object.get("deleted") == Some(&Value::Bool(true));
    match target.and_then(|target| Schema::component(target)) {
        Some(schema) if !deleted && object.contains_key("id") => known(schema, object),
        _ => Value::Object(object.clone()),
    }
}
