//! Boxes objects that can be absent, so that large objects stay cheap to move. The rule
//! has no exceptions, so the type of a field does not change when its object grows.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{Api, Field, Received, Shape, TypeId};

/// Returns `true` if the value of a field is boxed.
pub(super) fn is_boxed(api: &Api, field: &Field) -> bool {
    let is_object = |id: TypeId| matches!(api.get(id).shape, Shape::Object(_));
    !field.required && matches!(field.ty, Received::Named(id) if is_object(id))
}

/// Checks that no object contains itself without a box in between.
///
/// # Errors
/// Returns an error for each cycle of required properties.
pub(super) fn check(api: &Api) -> Result<()> {
    let mut problems = Diagnostics::default();
    let mut done = vec![false; api.types.len()];
    for id in api.ids() {
        if let Some(cycle) = cycle(api, id, &mut Vec::new(), &mut done) {
            problems.push(endless(api, &cycle));
        }
    }
    problems.into_result(())
}

/// Returns the objects on a way of required fields from an object back to itself, in order.
/// Each object is looked at once: `done` has those whose ways were followed to their ends.
fn cycle(
    api: &Api,
    at: TypeId,
    above: &mut Vec<TypeId>,
    done: &mut [bool],
) -> Option<Vec<TypeId>> {
    if let Some(start) = above.iter().position(|id| *id == at) {
        return Some(above[start..].to_vec());
    }
    let Shape::Object(object) = &api.get(at).shape else { return None };
    if std::mem::replace(&mut done[at.0], true) {
        return None;
    }
    above.push(at);
    let mut required = object.fields.iter().filter(|field| field.required);
    let found = required.find_map(|field| match field.ty {
        Received::Named(next) => cycle(api, next, above, done),
        _ => None,
    });
    above.pop();
    found
}

/// Returns the diagnostic about a cycle.
fn endless(api: &Api, cycle: &[TypeId]) -> Diagnostic {
    let pointer = |id: &TypeId| api.get(*id).origins[0].pointer.clone();
    let steps = cycle.iter().chain(cycle.first());
    let steps: Vec<String> = steps.map(|id| format!("`#{}`", pointer(id))).collect();
    let place = Place::Pointer(cycle.first().map(pointer).unwrap_or_default());
    Diagnostic::new(&api.file, place, "cycle of required properties")
        .found(steps.join(" → "))
        .help("remove one of these properties from `required` with an overlay")
}
