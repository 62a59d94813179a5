//! Boxes objects that can be absent, so that large objects stay cheap to move. The rule
//! has no exceptions, so the type of a field does not change when its object grows.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{Api, Shape, Type, TypeId};

/// Decides for every field.
pub(crate) fn run(api: &mut Api) -> Result<()> {
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
    let mut reported = Vec::new();
    for id in api.ids() {
        if reported.contains(&id) {
            continue;
        }
        if let Some(cycle) = required_cycle(api, id, id, &mut Vec::new()) {
            problems.push(endless(api, id, &cycle));
            reported.extend(cycle);
        }
    }
    problems.into_result(())
}

/// Returns the objects on a way of required fields from `at` back to `id`, the last one
/// first.
fn required_cycle(
    api: &Api,
    id: TypeId,
    at: TypeId,
    seen: &mut Vec<TypeId>,
) -> Option<Vec<TypeId>> {
    if seen.contains(&at) {
        return None;
    }
    seen.push(at);
    let Shape::Object(object) = &api.get(at).shape else { return None };
    let mut required = object.fields.iter().filter(|f| f.required);
    required.find_map(|field| match field.ty {
        Type::Named(next) if next == id => Some(vec![at]),
        Type::Named(next) => {
            let mut cycle = required_cycle(api, id, next, seen)?;
            cycle.push(at);
            Some(cycle)
        }
        _ => None,
    })
}

/// Returns the diagnostic about a cycle through `id`, whose objects are in reverse order.
fn endless(api: &Api, id: TypeId, cycle: &[TypeId]) -> Diagnostic {
    let origin = &api.get(id).origins[0];
    let steps = cycle.iter().rev().chain([&id]);
    let steps: Vec<String> =
        steps.map(|id| format!("`#{}`", api.get(*id).origins[0].pointer)).collect();
    let place = Place::Pointer(origin.pointer.clone());
    Diagnostic::new(&origin.file, place, "cycle of required properties")
        .found(steps.join(" → "))
        .help("remove one of these properties from `required` with an overlay")
}
