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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Received;
    use crate::model::{Events, Sent};
    use crate::testing::{field, param, path};

    #[test]
    fn types_that_nothing_reaches_are_gone_and_the_others_keep_their_order() {
        let mut api = Api::empty();
        api.choice(path("boat:unused"), &["a"]);
        let colour = api.choice(path("boat:colour"), &["red"]);
        let boat = api.object("boat", [field("colour", Received::Named(colour))]);
        api.object("oar", [field("boat", Received::Named(boat))]);
        let create = api.operation("POST /v1/boats", Received::Named(boat));
        api.params(create, "", [param("colour", Sent::Named(colour))]);
        let api = prune(api);
        let keys: Vec<String> =
            api.types.iter().map(|def| api.key(&def.origins[0].path)).collect();
        assert_eq!(keys, ["boat:colour", "boat", "boat#create"]);
        assert_eq!(
            api.lines("boat:colour")[0],
            "field boat:colour (boat:colour, required)"
        );
        assert_eq!(
            api.lines("POST ")[0],
            "operation POST /v1/boats = boat#create (sends boat#create, receives boat)"
        );
    }

    #[test]
    fn types_of_events_are_kept() {
        let mut api = Api::empty();
        api.object("boat", []);
        let event = api.object("signal", []);
        let object = api.object("signal:object", []);
        let kind = api.choice(path("signal:type"), &["a.b"]);
        let carried = BTreeMap::new();
        api.events = Some(Events { event, object, kind, carried });
        let api = prune(api);
        assert_eq!(api.types.len(), 3);
        assert_eq!(
            api.lines("signal")[0],
            "events signal (object signal:object, type signal:type)"
        );
    }
}
