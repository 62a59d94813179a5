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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{array, faults, field, optional, path};

    #[test]
    fn only_objects_that_can_be_absent_are_boxed() {
        let mut api = Api::empty();
        let sail = api.object("boat:sail", []);
        let colour = api.choice(path("boat:colour"), &["red"]);
        let table = [
            (optional("x", Received::Named(sail)), true),
            (field("x", Received::Named(sail)), false),
            (optional("x", Received::Named(colour)), false),
            (optional("x", array(sail)), false),
            (optional("x", Received::String), false),
        ];
        for (field, expected) in table {
            assert_eq!(is_boxed(&api, &field), expected, "{field:?}");
        }
    }

    /// Returns the faults of two objects that contain each other.
    fn cycle(back: Field) -> Vec<String> {
        let mut api = Api::empty();
        api.object("boat", [field("sail", Received::Named(TypeId(1)))]);
        api.object("boat:sail", [back]);
        faults(check(&api))
    }

    #[test]
    fn a_cycle_of_required_fields_is_one_fault() {
        let boat = Received::Named(TypeId(0));
        assert_eq!(cycle(field("boat", boat.clone())), ["cycle of required properties"]);
        assert!(cycle(optional("boat", boat)).is_empty());
        assert!(cycle(field("boats", array(TypeId(0)))).is_empty());
    }
}
