//! Finds the resources that use each type.

use std::collections::BTreeSet;

use super::{Api, OperationId, Shape, TypeId};

/// The number of resources from which a type is that of no resource, but of all.
pub(super) const MANY: usize = 3;

/// The resources that use each type, by its id: those that contain it outside of other resources,
/// and those whose operations send or receive it.
pub(super) struct Users<'a>(Vec<BTreeSet<&'a str>>);

impl<'a> Users<'a> {
    /// Finds the users of all types.
    pub(super) fn of(api: &'a Api) -> Self {
        let mut users = Self(vec![BTreeSet::new(); api.types.len()]);
        for id in api.ids() {
            if let Some(resource) = resource(api, id) {
                users.add(api, id, resource);
            }
        }
        for (index, operation) in api.operations.iter().enumerate() {
            let resource = api.calls.action(OperationId(index)).component.as_str();
            for id in operation.response.id().into_iter().chain(operation.params) {
                users.add(api, id, resource);
            }
        }
        users
    }

    /// Adds the user of a type and of all that it consists of, up to other resources.
    fn add(&mut self, api: &'a Api, start: TypeId, user: &'a str) {
        let mut pending = vec![start];
        while let Some(id) = pending.pop() {
            let is_other = resource(api, id).is_some_and(|resource| resource != user);
            if !is_other && self.0[id.0].insert(user) {
                pending.extend(api.get(id).shape.parts());
            }
        }
    }

    /// Divides types that are equal. Those that a resource uses stay together, and all of them if
    /// many resources use them.
    pub(super) fn divide(&self, equal: &[TypeId]) -> Vec<Vec<TypeId>> {
        let all: BTreeSet<&str> =
            equal.iter().flat_map(|id| &self.0[id.0]).copied().collect();
        if all.len() >= MANY {
            return vec![equal.to_vec()];
        }
        let mut cells: Vec<(BTreeSet<&str>, Vec<TypeId>)> = Vec::new();
        for id in equal {
            let (mut users, mut cell) = (self.0[id.0].clone(), vec![*id]);
            cells.retain(|(others, ids)| {
                let is_apart = others.is_disjoint(&users);
                if !is_apart {
                    users.extend(others);
                    cell.extend(ids);
                }
                is_apart
            });
            cells.push((users, cell));
        }
        cells.into_iter().map(|(_, cell)| cell).collect()
    }
}

/// Returns the component of a type, if it is a resource.
fn resource(api: &Api, id: TypeId) -> Option<&str> {
    match &api.get(id).shape {
        Shape::Object(object) if object.is_resource => object.component.as_deref(),
        _ => None,
    }
}
