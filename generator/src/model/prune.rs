//! Removes unused types, for example those that a shared type replaced.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, Shape, Type, TypeId};

/// Keeps the types that operations and events reach, in their order.
pub(crate) fn run(api: &mut Api) {
    let reached = reach(api);
    let order: Vec<TypeId> = api.ids().filter(|id| reached.contains(id)).collect();
    let places: BTreeMap<TypeId, TypeId> =
        order.iter().enumerate().map(|(place, id)| (*id, TypeId(place))).collect();
    let to = |id: TypeId| places.get(&id).copied().unwrap_or(id);
    api.types = order.iter().map(|id| api.get(*id).clone()).collect();
    rename(api, &to);
}

fn reach(api: &Api) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut pending: Vec<TypeId> =
        api.operations.iter().flat_map(|o| o.response.named()).collect();
    pending.extend(api.operations.iter().filter_map(|o| o.params));
    pending.extend(api.events.iter().flat_map(|e| [e.event, e.object, e.kind]));
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            pending.extend(parts(&api.get(id).shape));
        }
    }
    reached
}

/// Returns the types that a type consists of.
pub(crate) fn parts(shape: &Shape) -> Vec<TypeId> {
    match shape {
        Shape::Object(object) => {
            object.fields.iter().flat_map(|f| f.ty.named()).collect()
        }
        Shape::Params(params) => {
            params.fields.iter().flat_map(|f| f.ty.named()).collect()
        }
        Shape::Union(variants) => variants.iter().map(|v| v.ty).collect(),
        Shape::Reference(reference) => reference.object.into_iter().collect(),
        Shape::Enum(_) => Vec::new(),
    }
}

/// Replaces type ids everywhere.
pub(crate) fn rename(api: &mut Api, to: &impl Fn(TypeId) -> TypeId) {
    let each = |ty: &mut Type| ty.rename(to);
    for def in &mut api.types {
        match &mut def.shape {
            Shape::Object(object) => {
                object.fields.iter_mut().for_each(|f| each(&mut f.ty));
            }
            Shape::Params(params) => {
                params.fields.iter_mut().for_each(|f| each(&mut f.ty));
            }
            Shape::Union(variants) => variants.iter_mut().for_each(|v| v.ty = to(v.ty)),
            Shape::Reference(reference) => reference.object = reference.object.map(to),
            Shape::Enum(_) => {}
        }
    }
    for operation in &mut api.operations {
        each(&mut operation.response);
        operation.params = operation.params.map(to);
    }
    if let Some(events) = &mut api.events {
        events.event = to(events.event);
        events.object = to(events.object);
        events.kind = to(events.kind);
    }
}
