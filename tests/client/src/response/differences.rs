//! A comparison leaf by leaf.

use std::collections::BTreeMap;

use serde_json::Value;

/// Compares two values and counts their leaves.
///
/// # Errors
/// Returns the first differences.
pub fn compare(expected: &Value, found: &Value) -> Result<usize, String> {
    let (expected, found) = (leaves(expected), leaves(found));
    let places = expected.keys().chain(found.keys());
    let differ = |place: &&String| expected.get(*place) != found.get(*place);
    let mut told: Vec<_> = places
        .filter(differ)
        .map(|place| {
            let text = |side: &BTreeMap<String, Value>| match side.get(place) {
                Some(value) => value.to_string(),
                None => "nothing".to_owned(),
            };
            format!("{place}: expected {}, found {}", text(&expected), text(&found))
        })
        .collect();
    told.sort();
    told.dedup();
    told.truncate(5);
    if told.is_empty() { Ok(expected.len()) } else { Err(told.join("\n")) }
}

/// Returns the values that contain no others, by their JSON pointers.
fn leaves(value: &Value) -> BTreeMap<String, Value> {
    let mut leaves = BTreeMap::new();
    collect(String::new(), value, &mut leaves);
    leaves
}

fn collect(place: String, value: &Value, leaves: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (key, value) in map {
                collect(format!("{place}/{key}"), value, leaves);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                collect(format!("{place}/{index}"), item, leaves);
            }
        }
        leaf => drop(leaves.insert(place, leaf.clone())),
    }
}
