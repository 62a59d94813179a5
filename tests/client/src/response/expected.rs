//! The expected result of reading an object: every member that its schema knows.

use serde_json::{Map, Value};

use super::schema::{Kind, Property, Schema};

/// Returns the object without the members that the schema does not know; null equals
/// absence.
pub fn expected(schema: Schema, json: &Value) -> Value {
    match (schema.kind(), json) {
        (Kind::Object, Value::Object(object)) => known(schema, object),
        (Kind::Array(of), Value::Array(items)) => {
            items.iter().map(|item| expected(of, item)).collect()
        }
        (Kind::Map(of), Value::Object(map)) => {
            map.iter().map(|(key, value)| (key.clone(), expected(of, value))).collect()
        }
        // JSON has one type of numbers.
        (Kind::Float, Value::Number(number)) => number.as_f64().into(),
        // The tag is that of the type, whatever the server sends.
        (Kind::Tag(tag), _) => tag.into(),
        _ => json.clone(),
    }
}

fn known(schema: Schema, object: &Map<String, Value>) -> Value {
    let value = |key: &str| object.get(key).filter(|value| !value.is_null());
    let empty = |property: &Property| {
        property.required.then(|| property.schema.empty()).flatten()
    };
    let entries = schema.properties().filter_map(|property| {
        let value = match property.schema.kind() {
            Kind::Tag(tag) => tag.into(),
            _ => match value(property.key) {
                Some(value) => expected(property.schema, value),
                None => empty(&property)?,
            },
        };
        Some((property.key.to_owned(), value))
    });
    entries.collect()
}
