//! Finds the module of each component: the group of its resource, which is the first word of the
//! way from the client to the resource.

use std::collections::BTreeMap;

use super::{groups, ident};
use crate::input::scope::Scope;
use crate::model::owners::Owners;
use crate::model::{Api, Calls, OperationId};
use crate::openapi::dialect;

/// The module of types that belong to several modules.
pub(super) const SHARED: &str = "shared";

/// The modules of components and operations.
pub(super) struct Modules<'a> {
    api: &'a Api,
    /// Path prefix → the group of the paths below it.
    folds: BTreeMap<String, String>,
    owners: &'a Owners,
    /// Component → the module of the operations that return it.
    homes: BTreeMap<&'a str, String>,
}

impl<'a> Modules<'a> {
    pub(super) fn of(api: &'a Api, scope: &'a Scope, owners: &'a Owners) -> Self {
        let folds = scope.groups.as_ref().map(|groups| groups.folds.clone());
        let folds = folds.unwrap_or_default();
        let mut modules = Self { api, folds, owners, homes: BTreeMap::new() };
        // The shortest path is that of the resource itself.
        let mut operations: Vec<OperationId> =
            api.operations().map(|(id, _)| id).collect();
        operations.sort_by_key(|id| api.operations[id.0].segments().len());
        for id in operations {
            let Some(ty) = api.operations[id.0].response.id() else { continue };
            if let Some(name) = api.get(ty).component() {
                let module = modules.of_operation(id);
                if let Some(live) = name.strip_prefix(dialect::DELETED_PREFIX) {
                    modules.homes.entry(live).or_insert_with(|| module.clone());
                }
                modules.homes.entry(name).or_insert(module);
            }
        }
        modules
    }

    /// Returns the module of an operation: its group.
    pub(super) fn of_operation(&self, id: OperationId) -> String {
        ident::module(&groups::home(&self.api.operations[id.0], &self.folds).0)
    }

    /// Returns the module of a component: that of its resource. A resource without operations is
    /// in the module of what contains it.
    pub(super) fn of_component(&self, component: &str) -> String {
        let live = component.strip_prefix(dialect::DELETED_PREFIX);
        let mut at = live.filter(|live| self.is_known(live)).unwrap_or(component);
        let mut passed = vec![at];
        loop {
            if let Some(home) = self.homes.get(at) {
                return home.clone();
            }
            let owner = self.owners.get(at).and_then(|owner| owner.resource.as_deref());
            match owner.filter(|owner| !passed.contains(owner)) {
                Some(owner) => at = owner,
                None => return SHARED.to_owned(),
            }
            passed.push(at);
        }
    }

    fn is_known(&self, component: &str) -> bool {
        self.homes.contains_key(component) || self.owners.get(component).is_some()
    }

    /// Returns the module of an accessor: that of its own operations or, if it only leads to
    /// others, that of all of them.
    pub(super) fn of_accessor(&self, node: usize) -> String {
        let calls = &self.api.calls;
        let own = calls.nodes[node].operations.first().copied();
        own.map(|id| self.of_operation(id)).unwrap_or_else(|| {
            let below = operations_below(calls, node).into_iter();
            common(below.map(|id| self.of_operation(id)))
        })
    }
}

/// Returns the only one of these modules, or the shared one.
pub(super) fn common(modules: impl IntoIterator<Item = String>) -> String {
    let mut modules = modules.into_iter();
    let first = modules.next();
    let only = first.filter(|first| modules.all(|module| module == *first));
    only.unwrap_or_else(|| SHARED.to_owned())
}

fn operations_below(calls: &Calls, root: usize) -> Vec<OperationId> {
    let below =
        (root..calls.nodes.len()).filter(|node| calls.way(*node).contains(&root));
    below.flat_map(|node| calls.nodes[node].operations.iter().copied()).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::input::scope::Groups;
    use crate::model::Received;
    use crate::testing::{field, list};

    fn scope(folds: &[(&str, &str)]) -> Scope {
        let folds =
            folds.iter().map(|(path, group)| ((*path).to_owned(), (*group).to_owned()));
        let groups = Some(Groups { folds: folds.collect(), ..Groups::default() });
        Scope { groups, ..Scope::default() }
    }

    #[test]
    fn the_module_of_an_operation_is_its_first_word_or_that_of_the_longest_fold() {
        let scope = scope(&[
            ("/v1/vessels", "boats"),
            ("/v1/boats/{boat}/oars", "oars"),
            ("/v1/tests/*", "*"),
            ("/v1/tests/harbours", "piers"),
        ]);
        let table = [
            ("boats/{boat}", "boats"),
            ("vessels/{vessel}/sails", "boats"),
            ("boats/{boat}/oars/{oar}", "oars"),
            ("boats/{boat}/sails", "boats"),
            ("tests/boats/{boat}/sink", "boats"),
            ("tests/harbours", "piers"),
            ("tests", "tests"),
        ];
        let mut api = Api::empty();
        for (path, _) in table {
            api.operation(&format!("POST /v1/{path}"), Received::String);
        }
        let owners = Owners::default();
        let modules = Modules::of(&api, &scope, &owners);
        for (index, (path, expected)) in table.into_iter().enumerate() {
            assert_eq!(modules.of_operation(OperationId(index)), expected, "{path}");
        }
    }

    #[test]
    fn components_are_in_the_module_of_the_shortest_way_to_their_resource() {
        let mut api = Api::empty();
        let id = || field("id", Received::String);
        let sail = api.object("sail", []);
        let boat = api.object("boat", [id(), field("sail", Received::Named(sail))]);
        let log = api.object("log", [id(), field("boat", Received::Named(boat))]);
        api.object("deleted_log", []);
        let captain = api.object("captain", [id()]);
        let crew =
            api.object("crew", [id(), field("captain", Received::Named(captain))]);
        api.operation("GET /v1/archive/{year}/boats", list(boat));
        api.operation("GET /v1/boats", list(boat));
        api.operation("GET /v1/logs/{log}", Received::Named(log));
        api.operation("GET /v1/boats/{boat}/crew", Received::Named(crew));
        let scope = Scope::default();
        let owners = Owners::of(&api, &scope.owners);
        let modules = Modules::of(&api, &scope, &owners);
        let table = [
            ("boat", "boats"),
            ("sail", "boats"),
            ("log", "logs"),
            ("deleted_log", "logs"),
            // A resource without operations of its own.
            ("captain", "boats"),
            ("unknown", SHARED),
        ];
        for (component, module) in table {
            assert_eq!(modules.of_component(component), module, "{component}");
        }
    }

    #[test]
    fn an_accessor_of_several_groups_is_shared() {
        let mut api = Api::empty();
        for path in ["/v1/tests/boats", "/v1/tests/oars", "/v1/yards/boats"] {
            api.operation(&format!("POST {path}"), Received::String);
        }
        let scope = scope(&[("/v1/tests/*", "*")]);
        let owners = Owners::default();
        let modules = Modules::of(&api, &scope, &owners);
        let all: BTreeMap<String, String> = (0..api.calls.nodes.len())
            .map(|node| (api.calls.segments(node).join("/"), modules.of_accessor(node)))
            .collect();
        let table = [
            ("tests", SHARED),
            ("tests/boats", "boats"),
            ("yards", "yards"),
            ("yards/boats", "yards"),
        ];
        for (accessor, module) in table {
            assert_eq!(all[accessor], module, "{accessor}");
        }
    }
}
