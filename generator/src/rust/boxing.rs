//! Boxes objects that can be absent, so that large objects stay cheap to move. The rule
//! has no exceptions, so the type of a field does not change when its object grows.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::walk::{Visit, Walk};
use crate::model::{Api, Field, Received, Shape, TypeId};

/// Returns `true` if the value of a field is boxed.
pub(super) fn is_boxed(api: &Api, field: &Field) -> bool {
    let is_object = |id: TypeId| matches!(api.get(id).shape, Shape::Object(_));
    !field.required && matches!(field.ty, Received::Named(id) if is_object(id))
}

/// Checks that no object contains itself without a box in between.
///
/// # Errors
/// Returns an error for cycles of required properties. Of several that overlap, it may be about one.
pub(super) fn check(api: &Api) -> Result<()> {
    let mut problems = Diagnostics::default();
    let mut walk = Walk::new(api.types.len(), |id| required(api, id));
    for id in api.ids() {
        walk.start(id);
        while let Some(visit) = walk.next() {
            if let Visit::Cycle(cycle) = visit {
                problems.push(endless(api, &cycle));
                walk.stop();
            }
        }
    }
    problems.into_result(())
}

/// Returns the objects that an object always contains.
fn required(api: &Api, id: TypeId) -> Vec<TypeId> {
    let Shape::Object(object) = &api.get(id).shape else { return Vec::new() };
    let required = object.fields.iter().filter(|field| field.required);
    let named = required.filter_map(|field| match field.ty {
        Received::Named(id) => Some(id),
        _ => None,
    });
    named.collect()
}

/// The maximum number of objects of a cycle that are named.
const STEPS: usize = 20;

/// Returns the diagnostic about a cycle.
fn endless(api: &Api, cycle: &[TypeId]) -> Diagnostic {
    let pointer = |id: &TypeId| api.get(*id).origins[0].pointer.clone();
    let steps = cycle.iter().take(STEPS).chain(cycle.first());
    let mut steps: Vec<String> = steps.map(|id| format!("`#{}`", pointer(id))).collect();
    if let Some(more) = cycle.len().checked_sub(STEPS).filter(|more| *more > 0) {
        steps.insert(STEPS, format!("… {more} more …"));
    }
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
