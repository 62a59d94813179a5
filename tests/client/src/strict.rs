//! The official document, with requests that are closed at every level. The original
//! only closes the outermost object, so that the mock would accept a misspelled name
//! deep inside it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use test_support::official::DAHLIA;

/// Writes the document below `folder`.
///
/// # Errors
/// Returns an error if the official document is missing or cannot be read.
pub fn document(folder: &Path) -> Result<PathBuf, String> {
    let official = DAHLIA.document()?;
    let text = fs::read(&official)
        .map_err(|error| format!("{}: {error}", official.display()))?;
    let mut document: Value = serde_json::from_slice(&text)
        .map_err(|error| format!("{}: {error}", official.display()))?;
    let paths = document["paths"].as_object_mut().ok_or("the document has no paths")?;
    let items = paths.values_mut().filter_map(Value::as_object_mut);
    for operation in items.flat_map(|item| item.values_mut()) {
        for part in ["parameters", "requestBody"] {
            operation.get_mut(part).into_iter().for_each(close);
        }
    }
    let file = folder.join("strict.spec3.json");
    fs::write(&file, document.to_string())
        .map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(file)
}

/// Closes every object that lists its members.
fn close(node: &mut Value) {
    match node {
        Value::Object(members) => {
            members.values_mut().for_each(close);
            let is_object = members.get("type").is_some_and(|kind| kind == "object");
            if is_object && members.contains_key("properties") {
                members.entry("additionalProperties").or_insert(false.into());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}
