//! Finds the resource that a type belongs to: the one whose operations reach it without passing
//! through another resource.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Api, OperationId, Shape, TypeId};

/// Type → the resources that reach it, and the number of its uses.
#[derive(Debug)]
pub(super) struct Resources<'a> {
    api: &'a Api,
    owners: BTreeMap<TypeId, BTreeSet<&'a str>>,
    uses: BTreeMap<TypeId, usize>,
}

impl<'a> Resources<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut resources = Self { api, owners: BTreeMap::new(), uses: BTreeMap::new() };
        for (id, operation) in api.operations() {
            let resource = api.calls.action(id).component.as_str();
            let roots = operation.response.id().into_iter().chain(operation.params);
            for root in roots {
                *resources.uses.entry(root).or_default() += 1;
                resources.reach(resource, root);
            }
        }
        for part in api.types.iter().flat_map(|def| def.shape.parts()) {
            *resources.uses.entry(part).or_default() += 1;
        }
        resources
    }

    fn reach(&mut self, resource: &'a str, root: TypeId) {
        let mut pending = vec![root];
        while let Some(id) = pending.pop() {
            let shape = &self.api.get(id).shape;
            let is_other = matches!(shape, Shape::Object(object)
                if object.is_resource && object.component.as_deref() != Some(resource));
            if is_other && id != root {
                continue;
            }
            if self.owners.entry(id).or_default().insert(resource) {
                pending.extend(shape.parts());
            }
        }
    }

    /// Returns the resource of a type; empty if there are several.
    pub(super) fn owner(&self, id: TypeId) -> &'a str {
        if let Shape::Object(object) = &self.api.get(id).shape
            && object.is_resource
            && let Some(component) = &object.component
        {
            return component;
        }
        let owners = self.owners.get(&id);
        let mut owners = owners.into_iter().flatten();
        match (owners.next(), owners.next()) {
            (Some(only), None) => only,
            _ => "",
        }
    }

    /// Returns the resource of an operation.
    pub(super) fn of_operation(&self, id: OperationId) -> &'a str {
        &self.api.calls.action(id).component
    }

    /// Returns the number of properties, parameters and operations that use a type. A resource
    /// counts once: it is what users know.
    pub(super) fn uses(&self, id: TypeId) -> usize {
        if matches!(&self.api.get(id).shape, Shape::Object(object) if object.is_resource)
        {
            return 1;
        }
        self.uses.get(&id).copied().unwrap_or(1).max(1)
    }
}
