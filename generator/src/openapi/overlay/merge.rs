//! Updates: objects are merged, arrays are extended, and plain values are replaced.

use serde_json::Value;

use crate::diagnostic::{Diagnostic, Result};
use crate::openapi::document::{Document, Node};

use super::read::Action;
use super::{Step, lookup};

/// Merges `update` into the node at `place`.
pub(super) fn update(
    document: &mut Document,
    place: &[Step],
    action: &Action<'_>,
    update: &Node<'_>,
) -> Result<()> {
    match lookup(&mut document.root, place) {
        Some(Value::Array(array)) => {
            array.push(update.value.clone());
            Ok(())
        }
        Some(target @ Value::Object(_)) => {
            update.object()?;
            merge(target, update)
        }
        _ => Err(super::target(action)
            .problem("the overlay target is a plain value")
            .help("update the object that contains the value")
            .into()),
    }
}

fn merge(target: &mut Value, update: &Node<'_>) -> Result<()> {
    match (target, update.value) {
        (Value::Object(target), Value::Object(_)) => {
            for (key, child) in update.members()? {
                match target.get_mut(key) {
                    Some(standing) => merge(standing, &child)?,
                    None => {
                        target.insert(key.to_owned(), child.value.clone());
                    }
                }
            }
            Ok(())
        }
        (Value::Array(target), Value::Array(update)) => {
            target.extend(update.iter().cloned());
            Ok(())
        }
        (target, value) if compound(target) || compound(value) => {
            Err(clash(target, update).into())
        }
        (target, value) => {
            *target = value.clone();
            Ok(())
        }
    }
}

fn compound(value: &Value) -> bool {
    value.is_object() || value.is_array()
}

fn clash(target: &Value, update: &Node<'_>) -> Diagnostic {
    let standing = match target {
        Value::Object(_) => "an object",
        Value::Array(_) => "an array",
        _ => "a plain value",
    };
    update
        .mismatch(&format!("{standing}, as in the document"))
        .help("to replace the member, remove it with an earlier action")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{faults, tree};

    fn merged(mut target: Value, update: Value) -> Result<Value> {
        merge(&mut target, &tree(update).node()).map(|()| target)
    }

    #[test]
    fn objects_are_merged_arrays_extended_and_plain_values_replaced() {
        let table = [
            (
                json!({"a": {"b": 1}, "c": 2}),
                json!({"a": {"d": 3}}),
                json!({"a": {"b": 1, "d": 3}, "c": 2}),
            ),
            (json!({"a": [1]}), json!({"a": [1, 2]}), json!({"a": [1, 1, 2]})),
            (json!({"a": "x"}), json!({"a": null}), json!({"a": null})),
            (json!({}), json!({"a": {"b": []}}), json!({"a": {"b": []}})),
        ];
        for (target, update, expected) in table {
            assert_eq!(merged(target, update), Ok(expected));
        }
    }

    #[test]
    fn values_of_different_kinds_clash() {
        let table = [
            (
                json!({"a": {}}),
                json!({"a": 1}),
                "expected an object, as in the document, found a number",
            ),
            (
                json!({"a": []}),
                json!({"a": {}}),
                "expected an array, as in the document, found an object",
            ),
            (
                json!({"a": 1}),
                json!({"a": []}),
                "expected a plain value, as in the document, found an array",
            ),
        ];
        for (target, update, fault) in table {
            assert_eq!(faults(merged(target, update)), [fault]);
        }
    }
}
