//! Prints the differences as JSON.

use serde_json::{Map, Value, json};

use super::{Change, Level, Place, Report};

/// Prints the differences as one object. Empty members are left out.
pub fn text(report: &Report) -> String {
    let document = |(file, version): &(String, String)| json!({ "document": file, "version": version });
    let value = json!({
        "old": document(&report.old),
        "new": document(&report.new),
        "breaking": report.is_breaking(),
        "step": report.step.name,
        "version": { "old": report.release, "new": report.step.next },
        "changes": report.changes.iter().map(change).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn change(change: &Change) -> Value {
    let level = match change.level {
        Level::Api => "api",
        Level::Crate => "crate",
    };
    let owner = if change.level == Level::Api { "resource" } else { "module" };
    let mut object = Map::new();
    let mut put = |key: &str, value: Value| {
        let is_empty = match &value {
            Value::Array(array) => array.is_empty(),
            Value::String(text) => text.is_empty(),
            Value::Null => true,
            _ => false,
        };
        if !is_empty {
            object.insert(key.to_owned(), value);
        }
    };
    put("level", level.into());
    put(owner, change.owner.clone().into());
    put("change", change.what.clone().into());
    put("breaking", change.breaking.into());
    put("from", change.from.clone().into());
    put("to", change.to.clone().into());
    put("names", change.names.clone().into());
    put("places", change.places.iter().map(place).collect::<Vec<_>>().into());
    put("uses", change.uses.into());
    put("rust", change.rust.clone().into());
    object.into()
}

fn place(place: &Place) -> Value {
    let mut object = Map::new();
    object.insert("path".to_owned(), place.path.clone().into());
    for (key, pointer) in [("old", &place.old), ("new", &place.new)] {
        if let Some(pointer) = pointer {
            object.insert(key.to_owned(), pointer.clone().into());
        }
    }
    object.into()
}
