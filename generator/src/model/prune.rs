//! Removes unused types, for example those that a shared type replaced.

use std::collections::{BTreeMap, BTreeSet};

use super::{Api, TypeId};

/// Keeps the types that operations and events reach, in their order.
pub fn prune(mut api: Api) -> Api {
    let reached = reach(&api);
    let mut places = BTreeMap::new();
    let mut kept = Vec::new();
    for (index, def) in api.types.into_iter().enumerate() {
        if reached.contains(&TypeId(index)) {
            places.insert(TypeId(index), TypeId(kept.len()));
            kept.push(def);
        }
    }
    api.types = kept;
    replace(&mut api, &places);
    api
}

fn reach(api: &Api) -> BTreeSet<TypeId> {
    let mut reached = BTreeSet::new();
    let mut pending: Vec<TypeId> = Vec::new();
    for operation in &api.operations {
        pending.extend(operation.response.id().into_iter().chain(operation.params));
    }
    pending.extend(api.events.iter().flat_map(|e| [e.event, e.object, e.kind]));
    while let Some(id) = pending.pop() {
        if reached.insert(id) {
            pending.extend(api.get(id).shape.parts());
        }
    }
    reached
}

/// Replaces type ids in all uses.
pub(super) fn replace(api: &mut Api, by: &BTreeMap<TypeId, TypeId>) {
    let shapes = api.types.iter_mut().flat_map(|def| def.shape.parts_mut());
    let operations = api.operations.iter_mut().flat_map(|operation| {
        operation.response.id_mut().into_iter().chain(&mut operation.params)
    });
    let events = api.events.iter_mut();
    let events = events.flat_map(|e| [&mut e.event, &mut e.object, &mut e.kind]);
    for id in shapes.chain(operations).chain(events) {
        if let Some(other) = by.get(id) {
            *id = *other;
        }
    }
}
