//! Applies overlays (OpenAPI Overlay Specification 1.0) to a document.
//!
//! Two rules are stricter than the specification: an action must match something, since
//! repairs that no longer apply must be removed; and an overlay whose `info` has
//! `x-kind: prose` may only describe what exists, see [`prose`].
//!
//! One rule is more permissive: an action may remove a plain element of an array. There
//! is no other way to remove a single name from `required`.

mod merge;
pub mod prose;
mod read;
mod review;
mod touch;

use serde_json::Value;
use serde_json_path::JsonPath;

use crate::diagnostic::{Diagnostic, Diagnostics, Result};
use crate::openapi::document::{Document, Node};
use read::{Action, Change, Kind};
pub use review::review;
pub use touch::Touch;

/// Applies all actions of all overlays, in their order.
///
/// # Errors
/// Returns an error if an overlay is malformed, or if an action does not apply.
pub fn apply(document: Document, overlays: &[Document]) -> Result<Document> {
    run(document, overlays, |_| {})
}

/// Applies all actions, and returns them with the nodes that each of them changed.
///
/// # Errors
/// As for [`apply`].
pub fn trace(
    document: Document,
    overlays: &[Document],
) -> Result<(Document, Vec<Touch>)> {
    let mut touches = Vec::new();
    let document = run(document, overlays, |touch| touches.push(touch()))?;
    Ok((document, touches))
}

/// Applies all actions. `record` can ask for what each action will change.
fn run(
    mut document: Document,
    overlays: &[Document],
    mut record: impl FnMut(&dyn Fn() -> Touch),
) -> Result<Document> {
    let mut problems = Diagnostics::default();
    for overlay in overlays {
        let Some((kind, actions)) = problems.record(read::overlay(&overlay.node()))
        else {
            continue;
        };
        for action in &actions {
            record(&|| touch::of(&document, &overlay.file, action));
            problems.record(perform(&mut document, kind, action));
        }
    }
    problems.into_result(document)
}

/// Applies the changes of structure that fit the document, for a document of another version than
/// the one that the overlays are for. Returns a remark about each action that does not fit.
/// Descriptions are left out.
///
/// # Errors
/// Returns an error if an overlay is malformed.
pub fn apply_fitting(
    mut document: Document,
    overlays: &[Document],
) -> Result<(Document, Vec<String>)> {
    let mut problems = Diagnostics::default();
    let mut remarks = Vec::new();
    for overlay in overlays {
        let Some((kind, actions)) = problems.record(read::overlay(&overlay.node()))
        else {
            continue;
        };
        for action in actions.iter().filter(|_| kind == Kind::Structure) {
            let place = format!("{}#{}", overlay.file, action.node.pointer());
            if is_done(&document, action) {
                remarks.push(format!(
                    "{place} is not needed by {}: it has what the action adds",
                    document.file
                ));
            } else if perform(&mut document, kind, action).is_err() {
                remarks.push(format!(
                    "{place} does not apply to {}: `{}`",
                    document.file, action.target_text
                ));
            }
        }
    }
    problems.into_result((document, remarks))
}

/// Returns `true` if the targets of an action have what it adds already.
fn is_done(document: &Document, action: &Action<'_>) -> bool {
    let Change::Update(update) = &action.change else { return false };
    let targets = action.target.query(&document.root).all();
    let has = |target: &&Value| match target {
        Value::Array(array) => array.contains(update.value),
        _ => includes(target, update.value),
    };
    !targets.is_empty() && targets.iter().all(has)
}

/// Returns `true` if merging `update` into a value adds nothing to it.
fn includes(value: &Value, update: &Value) -> bool {
    match (value, update) {
        (Value::Object(value), Value::Object(update)) => update
            .iter()
            .all(|(key, update)| value.get(key).is_some_and(|v| includes(v, update))),
        (Value::Array(value), Value::Array(update)) => {
            update.iter().all(|element| value.contains(element))
        }
        _ => value == update,
    }
}

fn perform(document: &mut Document, kind: Kind, action: &Action<'_>) -> Result<()> {
    let matches = matches(&action.target, &document.root);
    if matches.is_empty() {
        return Err(unmatched(document, action).into());
    }
    match &action.change {
        Change::Remove if kind == Kind::Prose => {
            Err(prose::removal(&action.node).into())
        }
        Change::Remove => remove(document, matches, action),
        Change::Update(update) => {
            if kind == Kind::Prose {
                prose::check(document, &matches, update)?;
            }
            matches
                .iter()
                .try_for_each(|path| merge::update(document, path, action, update))
        }
    }
}

/// A step of a path to a node. Elements of one array are ordered by index.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Element(usize),
    Member(String),
}

/// The path to a node.
type NodePath = Vec<Step>;

fn matches(target: &JsonPath, root: &Value) -> Vec<NodePath> {
    let mut matches: Vec<NodePath> = target
        .query_located(root)
        .locations()
        .map(|location| {
            let steps = location.iter().map(|element| match element.as_index() {
                Some(index) => Step::Element(index),
                None => Step::Member(element.as_name().unwrap_or_default().to_owned()),
            });
            steps.collect()
        })
        .collect();
    matches.sort();
    matches.dedup();
    matches
}

fn lookup<'a>(root: &'a mut Value, path: &[Step]) -> Option<&'a mut Value> {
    path.iter().try_fold(root, |value, step| match step {
        Step::Element(index) => value.get_mut(index),
        Step::Member(name) => value.get_mut(name),
    })
}

/// Removes from the last to the first, so that the remaining paths stay valid.
fn remove(
    document: &mut Document,
    matches: Vec<NodePath>,
    action: &Action<'_>,
) -> Result<()> {
    for mut path in matches.into_iter().rev() {
        let Some(last) = path.pop() else {
            return Err(whole(action).into());
        };
        match (lookup(&mut document.root, &path), last) {
            (Some(Value::Array(array)), Step::Element(index)) if index < array.len() => {
                array.remove(index);
            }
            (Some(Value::Object(object)), Step::Member(name)) => {
                object.shift_remove(&name);
            }
            _ => {}
        }
    }
    Ok(())
}

fn unmatched(document: &Document, action: &Action<'_>) -> Diagnostic {
    let problem = target(action)
        .problem("overlay target matches nothing")
        .found(format!("`{}` in {}", action.target_text, document.file));
    let problem = match longest_match(action.target_text, &document.root) {
        Some(path) => problem.note(format!("`{path}` still matches")),
        None => problem,
    };
    problem.help(
        "correct the path, or remove the action if the document no longer needs it",
    )
}

/// Returns the longest beginning of a JSONPath that matches something, apart from the root.
fn longest_match<'a>(path: &'a str, root: &Value) -> Option<&'a str> {
    let mut ends = path.rmatch_indices(['.', '[']).map(|(end, _)| &path[..end]);
    ends.find(|path| {
        // A part that ends inside a filter is not a path.
        let parsed = JsonPath::parse(path).ok();
        parsed.is_some_and(|parsed| !parsed.query(root).is_empty())
    })
    .filter(|path| *path != "$")
}

fn whole(action: &Action<'_>) -> Diagnostic {
    target(action)
        .problem("the overlay removes the whole document")
        .help("select the part to remove")
}

/// Returns the node at which faults of the target are reported.
fn target<'a>(action: &Action<'a>) -> Node<'a> {
    let node = action.node.clone();
    node.get("target").unwrap_or(node)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::{faults, tree};

    fn applied(root: Value, actions: &Value) -> Result<Value> {
        let overlay = tree(json!({
            "overlay": "1.0.0", "info": {"title": "Fixes", "version": "1"}, "actions": actions,
        }));
        apply(tree(root), &[overlay]).map(|document| document.root)
    }

    #[test]
    fn actions_update_and_remove_in_their_order() {
        let table = [
            (
                json!([{"target": "$.a", "update": {"c": 3}}]),
                json!({"a": {"b": 1, "c": 3}, "l": [1, 2, 3]}),
            ),
            (
                json!([{"target": "$.a.b", "remove": true}]),
                json!({"a": {}, "l": [1, 2, 3]}),
            ),
            (
                json!([{"target": "$.l[?@ > 1]", "remove": true}]),
                json!({"a": {"b": 1}, "l": [1]}),
            ),
            (
                json!([{"target": "$.a", "remove": true}, {"target": "$", "update": {"a": 2}}]),
                json!({"l": [1, 2, 3], "a": 2}),
            ),
        ];
        for (actions, expected) in table {
            let root = json!({"a": {"b": 1}, "l": [1, 2, 3]});
            assert_eq!(applied(root, &actions).unwrap(), expected, "{actions}");
        }
    }

    #[test]
    fn an_action_that_does_not_apply_is_a_fault() {
        let table = [
            (json!({"target": "$.x", "remove": true}), "overlay target matches nothing"),
            (
                json!({"target": "$", "remove": true}),
                "the overlay removes the whole document",
            ),
        ];
        for (action, fault) in table {
            assert_eq!(faults(applied(json!({"a": 1}), &json!([action]))), [fault]);
        }
    }

    #[test]
    fn the_part_of_a_target_that_matches_is_shown() {
        let root = json!({"a": {"b": {"c": 1}}});
        let table =
            [("$.a.b.x.y", Some("$.a.b")), ("$.a['x']", Some("$.a")), ("$.x", None)];
        for (path, expected) in table {
            assert_eq!(longest_match(path, &root), expected, "{path}");
        }
    }
}
