//! Boxes objects that can be absent, so that large objects stay cheap to move. The rule
//! has no exceptions, so the type of a field does not change when its object grows.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::ir::{Api, Shape, Type, TypeId};

/// Decides for every field.
pub(super) fn run(api: &mut Api) -> Result<()> {
    let objects: Vec<bool> =
        api.types.iter().map(|def| matches!(def.shape, Shape::Object(_))).collect();
    for def in &mut api.types {
        if let Shape::Object(object) = &mut def.shape {
            for field in &mut object.fields {
                field.boxed = !field.required
                    && matches!(field.ty, Type::Named(id) if objects[id.0]);
            }
        }
    }
    let mut problems = Diagnostics::default();
    for id in api.ids() {
        if needs_itself(api, id, id, &mut Vec::new()) {
            problems.push(endless(api, id));
        }
    }
    problems.into_result(())
}

/// Returns `true` if a value of `at` always contains a value of `id`.
fn needs_itself(api: &Api, id: TypeId, at: TypeId, seen: &mut Vec<TypeId>) -> bool {
    if seen.contains(&at) {
        return false;
    }
    seen.push(at);
    let Shape::Object(object) = &api.get(at).shape else { return false };
    object.fields.iter().filter(|f| f.required).any(|field| match field.ty {
        Type::Named(next) => next == id || needs_itself(api, id, next, seen),
        _ => false,
    })
}

fn endless(api: &Api, id: TypeId) -> Diagnostic {
    let origin = &api.get(id).origins[0];
    let place = Place::Pointer(origin.pointer.clone());
    Diagnostic::new(&origin.file, place, "object that requires itself")
        .help("remove a property of the cycle from `required` with an overlay")
}
