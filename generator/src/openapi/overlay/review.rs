//! Finds what overlays have to lose when the document changes.

use serde_json::Value;

use super::read::{self, Action, Kind};
use super::{is_done, perform};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result, unescape};
use crate::openapi::document::Document;

/// Applies what fits the document. Returns the rest as diagnostics: actions that match nothing,
/// repairs that the document no longer needs, and descriptions of what it does not have.
///
/// # Errors
/// Returns an error if an overlay is malformed.
pub fn review(
    mut document: Document,
    overlays: &[Document],
) -> Result<(Document, Diagnostics)> {
    let mut malformed = Diagnostics::default();
    let mut unfit = Diagnostics::default();
    for overlay in overlays {
        let Some((kind, actions)) = malformed.record(read::overlay(&overlay.node()))
        else {
            continue;
        };
        for action in &actions {
            unfit.record(review_action(&mut document, kind, action));
        }
    }
    malformed.into_result((document, unfit))
}

fn review_action(
    document: &mut Document,
    kind: Kind,
    action: &Action<'_>,
) -> Result<()> {
    if kind == Kind::Structure && is_done(document, action) {
        return Err(unneeded(document, action).into());
    }
    let result = perform(document, kind, action);
    if let Err(problems) = &result
        && kind == Kind::Prose
    {
        describe_others(document, action, problems);
    }
    result
}

fn unneeded(document: &Document, action: &Action<'_>) -> Diagnostic {
    super::target(action)
        .problem("the overlay action is no longer needed")
        .found(format!(
            "what it adds to `{}` is in {}",
            action.target_text, document.file
        ))
        .help("remove the action")
}

/// Applies the descriptions of an action that are not the problem, so that what they describe does
/// not count as undescribed.
fn describe_others(
    document: &mut Document,
    action: &Action<'_>,
    problems: &Diagnostics,
) {
    let mut rest = action.node.document().clone();
    for problem in problems.iter() {
        if let Place::Pointer(pointer) = &problem.place {
            remove_member(&mut rest.root, pointer);
        }
    }
    let action = rest.resolve(&format!("#{}", action.node.pointer()));
    if let Some(Ok(action)) = action.map(read::action) {
        // What still does not fit is among the problems.
        let _ = perform(document, Kind::Prose, &action);
    }
}

fn remove_member(root: &mut Value, pointer: &str) {
    if let Some((parent, key)) = pointer.rsplit_once('/')
        && let Some(Value::Object(object)) = root.pointer_mut(parent)
    {
        object.shift_remove(&unescape(key));
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::testing::tree;

    fn overlay(kind: Option<&str>, actions: &Value) -> Document {
        let mut info = json!({"title": "", "version": ""});
        if let Some(kind) = kind {
            info["x-kind"] = json!(kind);
        }
        tree(json!({"overlay": "1.0.0", "info": info, "actions": actions}))
    }

    /// Returns the document and the faults, with the pointers of their places.
    fn reviewed(root: Value, overlay: Document) -> (Value, Vec<String>) {
        let (document, unfit) = review(tree(root), &[overlay]).unwrap();
        let faults = unfit.iter().map(|problem| match &problem.place {
            Place::Pointer(pointer) => format!("{pointer}: {}", problem.fault),
            place => panic!("{place:?}"),
        });
        (document.root, faults.collect())
    }

    #[test]
    fn repairs_that_do_nothing_are_found_and_others_applied() {
        let root = json!({"a": {"enum": ["x"], "b": {"c": 1}}});
        let actions = json!([
            {"target": "$.a.enum", "update": "x"},
            {"target": "$.a", "update": {"b": {"c": 1}}},
            {"target": "$.z", "remove": true},
            {"target": "$.a", "update": {"b": {"c": 2}}},
        ]);
        let (root, faults) = reviewed(root, overlay(None, &actions));
        assert_eq!(root, json!({"a": {"enum": ["x"], "b": {"c": 2}}}));
        assert_eq!(
            faults,
            [
                "/actions/0/target: the overlay action is no longer needed",
                "/actions/1/target: the overlay action is no longer needed",
                "/actions/2/target: overlay target matches nothing",
            ]
        );
    }

    #[test]
    fn descriptions_of_nothing_are_found_and_others_applied() {
        let root = json!({"components": {"schemas": {"a": {"properties": {"b": {}}}}}});
        let update = json!({"properties": {
            "b": {"description": "B."}, "c/d": {"description": "C."},
        }});
        let actions = json!([{"target": "$.components.schemas.a", "update": update}]);
        let (root, faults) = reviewed(root, overlay(Some("prose"), &actions));
        let b = root.pointer("/components/schemas/a/properties/b/description");
        assert_eq!(b, Some(&json!("B.")));
        let fault = "description of unknown member `c/d`";
        assert_eq!(faults, [format!("/actions/0/update/properties/c~1d: {fault}")]);
    }
}
