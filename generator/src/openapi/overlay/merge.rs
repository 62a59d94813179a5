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
