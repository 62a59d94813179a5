//! Records what the actions of overlays change.

use serde_json::Value;

use super::read::{Action, Change};
use super::{Step, matches};
use crate::diagnostic::escape;
use crate::openapi::document::Document;

/// An action, with the nodes that it changes.
#[derive(Clone, Debug)]
pub struct Touch {
    /// The overlay, with the JSON pointer of the action.
    pub action: String,
    /// The target as the overlay spells it.
    pub target: String,
    /// The pointers of the nodes that are set or removed. A name in `required` also stands for a
    /// keyword of the property.
    pub pointers: Vec<String>,
}

impl Touch {
    /// Returns the keywords of the schema at `pointer` that the action changes; empty if it
    /// changes the schema as a whole.
    pub fn keywords(&self, pointer: &str) -> Option<Vec<&str>> {
        let below = self.pointers.iter().filter_map(|touched| {
            let rest = touched.strip_prefix(pointer)?;
            match rest.strip_prefix('/') {
                Some(rest) => {
                    let mut steps = rest.split('/');
                    let keyword = steps.next()?;
                    // What is inside another schema is about that one.
                    let is_own =
                        !CONTAINERS.contains(&keyword) || steps.next().is_none();
                    is_own.then_some(keyword)
                }
                None => rest.is_empty().then_some(""),
            }
        });
        let mut keywords: Vec<&str> = below.collect();
        keywords.sort_unstable();
        keywords.dedup();
        let is_touched = !keywords.is_empty();
        keywords.retain(|keyword| !keyword.is_empty());
        is_touched.then_some(keywords)
    }
}

/// The keywords that contain other schemas, and the members of operations that contain schemas.
const CONTAINERS: &[&str] = &[
    "additionalProperties",
    "anyOf",
    "items",
    "parameters",
    "properties",
    "requestBody",
    "responses",
];

/// Returns what an action will change.
pub(super) fn of(document: &Document, file: &str, action: &Action<'_>) -> Touch {
    let mut pointers = Vec::new();
    for path in matches(&action.target, &document.root) {
        let pointer = pointer(&path);
        match &action.change {
            Change::Update(update) => leaves(&pointer, update.value, &mut pointers),
            Change::Remove => {
                let value = document.root.pointer(&pointer);
                pointers.extend(value.iter().flat_map(|v| required(&pointer, v)));
                pointers.push(pointer);
            }
        }
    }
    Touch {
        action: format!("{file}#{}", action.node.pointer()),
        target: action.target_text.to_owned(),
        pointers,
    }
}

fn pointer(path: &[Step]) -> String {
    let step = |step: &Step| match step {
        Step::Element(index) => format!("/{index}"),
        Step::Member(name) => format!("/{}", escape(name)),
    };
    path.iter().map(step).collect()
}

/// Adds the pointers of the plain values and arrays of an update.
fn leaves(at: &str, update: &Value, pointers: &mut Vec<String>) {
    match update {
        Value::Object(object) if !object.is_empty() => {
            for (key, value) in object {
                leaves(&format!("{at}/{}", escape(key)), value, pointers);
            }
        }
        _ => pointers.push(at.to_owned()),
    }
}

/// Returns a pointer for each property whose name is removed from `required`.
fn required(pointer: &str, value: &Value) -> Vec<String> {
    let names: Vec<&str> = match value {
        Value::String(name) => vec![name],
        Value::Array(names) => names.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let list = match value {
        Value::String(_) => pointer.rsplit_once('/').map_or("", |(list, _)| list),
        _ => pointer,
    };
    let Some(object) = list.strip_suffix("/required") else { return Vec::new() };
    let pointer = |name: &&str| format!("{object}/properties/{}/required", escape(name));
    names.iter().map(pointer).collect()
}
