//! Names the methods of operations.

use std::collections::BTreeMap;

use super::ident::{self, Ident};
use super::lock::Lock;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Result};
use crate::model::{Action, Api, CallNode, Calls, Operation};

/// Returns the names by operation: those of the lock, or else those of their actions.
pub(super) fn assign(api: &Api, lock: &Lock) -> Result<Vec<Ident>> {
    let method = |(id, operation): (_, &Operation)| match lock.member(&operation.route())
    {
        Some(locked) => ident::method(&locked),
        None => proposed(api.calls.action(id)),
    };
    let methods: Vec<Ident> = api.operations().map(method).collect();
    check_unique(api, &methods)?;
    Ok(methods)
}

/// Returns the name of an action. A verb that a method cannot be called is followed by the
/// resource: `return_boat`.
fn proposed(action: &Action) -> Ident {
    let Action { name, component, .. } = action;
    let method = ident::method(name);
    match method.as_str().ends_with('_') {
        true => {
            let noun = component.rsplit('.').next().unwrap_or_default();
            ident::method(&format!("{name}_{noun}"))
        }
        false => method,
    }
}

/// Returns the names of the methods that lead to accessors, by node.
pub(super) fn entries(api: &Api) -> Vec<Ident> {
    let entry = |node: &CallNode| match node.parent {
        None => ident::entry(&node.segment),
        Some(_) => ident::method(&node.segment),
    };
    api.calls.nodes.iter().map(entry).collect()
}

/// Returns the way from the client to each operation, such as `checkout.sessions.create`.
pub(super) fn calls(calls: &Calls, entries: &[Ident], methods: &[Ident]) -> Vec<String> {
    let mut all = vec![String::new(); methods.len()];
    for index in 0..calls.nodes.len() {
        let way = calls.way(index).into_iter();
        let steps: Vec<&str> = way.map(|node| entries[node].as_str()).collect();
        for id in &calls.nodes[index].operations {
            all[id.0] = format!("{}.{}", steps.join("."), methods[id.0]);
        }
    }
    all
}

fn check_unique(api: &Api, methods: &[Ident]) -> Result<()> {
    let mut problems = Diagnostics::default();
    let entries = entries(api);
    for (index, node) in api.calls.nodes.iter().enumerate() {
        let mut taken: BTreeMap<&Ident, String> = BTreeMap::new();
        for (child, entry) in api.calls.nodes.iter().zip(&entries) {
            if child.parent == Some(index) {
                taken.insert(entry, format!("the accessor `{}`", child.segment));
            }
        }
        for id in &node.operations {
            let operation = &api.operations[id.0];
            let name = &methods[id.0];
            let pointer = format!("#{}", operation.pointer);
            if let Some(other) = taken.insert(name, pointer) {
                problems.push(collision(&api.file, operation, name, &other));
            }
        }
    }
    problems.into_result(())
}

fn collision(
    file: &str,
    operation: &Operation,
    name: &Ident,
    other: &str,
) -> Diagnostic {
    let place = Place::Pointer(operation.pointer.clone());
    let fault = format!("duplicate method name `{name}`; already used by {other}");
    Diagnostic::new(file, place, fault)
        .help("rename one of them in the name lock, or remove its path from the scope")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Received;
    use crate::testing::faults;

    fn api(routes: &[&str]) -> Api {
        let mut api = Api::empty();
        for route in routes {
            api.operation(route, Received::String);
        }
        api
    }

    fn ways(api: &Api, lock: &str) -> Result<Vec<String>> {
        let methods = assign(api, &Lock::read("names.lock", lock)?)?;
        Ok(calls(&api.calls, &entries(api), &methods))
    }

    #[test]
    fn methods_are_called_as_in_the_lock_or_as_their_actions() {
        let api = api(&["POST /v1/harbour/boats", "GET /v1/harbour/boats/{boat}"]);
        let proposed = ["harbour.boats.create", "harbour.boats.retrieve"];
        assert_eq!(ways(&api, "").unwrap(), proposed);
        let lock = "POST /v1/harbour/boats = boats::Boats::build";
        let locked = ["harbour.boats.build", "harbour.boats.retrieve"];
        assert_eq!(ways(&api, lock).unwrap(), locked);
    }

    #[test]
    fn a_verb_that_is_a_word_of_rust_is_followed_by_the_resource() {
        let mut api = api(&["POST /v1/texts/{text}/move"]);
        let boat = api.object("harbour.boat", []);
        for word in ["launch", "return", "clone", "try-out"] {
            let route = format!("POST /v1/boats/{{boat}}/{word}");
            api.operation(&route, Received::Named(boat));
        }
        let expected = [
            "texts.move_texts",
            "boats.launch",
            "boats.return_boat",
            "boats.clone_boat",
            "boats.try_out",
        ];
        assert_eq!(ways(&api, "").unwrap(), expected);
    }

    #[test]
    fn entries_do_not_hide_methods_of_the_client() {
        let api = api(&["GET /v1/raw/raw/{raw}", "GET /v1/new/{new}"]);
        assert_eq!(ways(&api, "").unwrap(), ["raw_.raw.retrieve", "new_.retrieve"]);
    }

    #[test]
    fn one_name_for_two_methods_or_for_an_accessor_is_a_fault() {
        let api =
            api(&["POST /v1/boats", "GET /v1/boats/{boat}", "GET /v1/boats/oars/{oar}"]);
        let lock = "GET /v1/boats/{boat} = boats::Boats::create";
        let fault = "duplicate method name `create`; already used by #/POST /v1/boats";
        assert_eq!(faults(ways(&api, lock)), [fault]);
        let lock = "POST /v1/boats = boats::Boats::oars";
        let fault = "duplicate method name `oars`; already used by the accessor `oars`";
        assert_eq!(faults(ways(&api, lock)), [fault]);
    }
}
